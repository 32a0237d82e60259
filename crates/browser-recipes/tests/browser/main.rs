//! Walks through a site on loopback with the installed Chromium.
//!
//! A `main` of its own: it is the keeper when called with the hidden command, a program to be killed when called with
//! [`HOLD`], and otherwise runs the scenarios. Without Chromium and its driver it says so, and runs none.

mod site;
mod support;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use browser_recipes::keeper;
use domain::collection::{RunCode, StepState};
use libtest_mimic::{Arguments, Trial};
use ports::driven::collection::{BrowserRunner, Walk, WalkEnd};
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use self::site::{FILE, PASSWORD, Site, USER};
use self::support::{
    FETCH, HERE, MEMORY_BYTES, Room, SIGN_IN, Word, failed, only_open, processes_of, recipe, runner, runner_with,
    steps, task, walked,
};

/// `browser hold FOLDER PORT` begins a walk that does not end, and waits to be killed.
const HOLD: &str = "hold";
fn main() {
    let mut args = env::args_os().skip(1);
    match args.next().as_deref().and_then(|command| command.to_str()) {
        Some(keeper::COMMAND) => keeper::run_or_exit(args),
        Some(HOLD) => {
            let rest: Vec<String> = args.map(|argument| argument.into_string().unwrap()).collect();
            in_runtime(hold(PathBuf::from(&rest[0]), rest[1].parse().unwrap()));
        }
        _ => {}
    }
    let mut arguments = Arguments::from_args();
    // A browser takes memory and both cores.
    arguments.test_threads = Some(1);
    let available = in_runtime(async { runner().availability().await });
    let reason = available.reason;
    let scenarios: Vec<Trial> = SCENARIOS
        .iter()
        .map(|(name, scenario)| {
            let is_there = reason.is_none();
            Trial::test(*name, move || {
                scenario();
                Ok(())
            })
            .with_ignored_flag(!is_there)
        })
        .collect();
    if let Some(reason) = &reason
        && !arguments.list
    {
        println!("walks with a browser are not tried: {reason}");
    }
    libtest_mimic::run(&arguments, scenarios).exit();
}

type Scenario = (&'static str, fn());

const SCENARIOS: &[Scenario] = &[
    ("a_recipe_brings_its_file_by_real_clicks", brings_its_file),
    ("a_dry_run_shows_each_step_without_secrets", shows_each_step),
    ("a_wrong_password_is_tried_once", is_tried_once),
    ("captchas_and_refusals_stop_before_a_secret_is_typed", stops_before),
    ("pages_reach_nothing_that_is_not_allowed", reaches_nothing_else),
    ("a_name_that_leads_inside_is_refused", name_that_leads_inside),
    ("an_unexpected_dialog_fails_its_step", unexpected_dialog),
    ("two_files_are_not_one_and_large_ones_are_none", not_one_file),
    ("a_text_comes_as_people_read_it_and_no_longer_than_it_may_be", long_text),
    ("a_covered_picture_is_as_if_nothing_were_there", covered_picture),
    ("a_browser_that_takes_too_much_is_ended", takes_too_much),
    (
        "a_driver_that_ends_at_its_start_is_tried_again",
        driver_is_started_again,
    ),
    ("a_walk_ends_when_its_time_is_over", time_is_over),
    ("a_walk_that_is_cancelled_leaves_nothing", cancelled),
    ("a_walk_that_is_dropped_leaves_nothing", dropped),
    ("a_server_that_is_killed_leaves_nothing", killed),
];

fn in_runtime<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.unwrap().block_on(work)
}

fn brings_its_file() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let runner = Arc::new(runner());
        let task = task(recipe(&format!("{SIGN_IN}{FETCH}")), room.walk("run"), &site);
        let walking = tokio::spawn({
            let runner = Arc::clone(&runner);
            async move { runner.walk(task).await }
        });
        let mut most = 0;
        while !walking.is_finished() {
            most = most.max(runner.memory_bytes());
            sleep(Duration::from_millis(100)).await;
        }
        let walk = walking.await.unwrap();
        let WalkEnd::File(file) = &walk.end else {
            panic!("{:?} {:#?}", walk.end, steps(&walk))
        };
        assert_eq!(file.file_name, "20260301_HN01_달빛.xlsx");
        assert_eq!(fs::read(&file.path).unwrap(), FILE);
        assert_eq!(file.size_bytes, FILE.len() as u64);
        assert_eq!(processes_of(room.all.path()), [""; 0]);
        assert!(
            walk.steps.iter().all(|step| step.step.state == StepState::Done),
            "{:#?}",
            steps(&walk)
        );
        let shown: Vec<_> = walk.steps.iter().filter(|step| step.picture.is_some()).collect();
        assert_eq!(shown.len(), 1);
        {
            let state = site.state.lock().unwrap();
            assert_eq!(state.last_search.as_deref(), Some("HN01&2026.02.01&2026.03.01"));
            assert_eq!(state.agents.len(), 1, "{:?}", state.agents);
            assert!(state.agents[0].contains("Chrome/") && state.agents[0].ends_with(" Fullhouse"));
        }
        assert_eq!(
            (site.seen("POST /login"), site.seen("/query"), site.seen("POST /excel")),
            (1, 1, 1)
        );
        println!("the browser took {} MB at most", most / (1024 * 1024));
        assert!((1..=MEMORY_BYTES).contains(&most), "{most}");
        assert_eq!(runner.memory_bytes(), 0);
    });
}

fn shows_each_step() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let mut task = task(recipe(&format!("{SIGN_IN}{FETCH}")), room.walk("run"), &site);
        task.is_dry = true;
        let walk = runner().walk(task).await;
        assert!(
            matches!(walk.end, WalkEnd::File(_)),
            "{:?} {:#?}",
            walk.end,
            steps(&walk)
        );
        if let Some(folder) = env::var_os("WALK_EVIDENCE") {
            keep_evidence(Path::new(&folder), &walk);
        }
        for walked in &walk.steps {
            // A dialog is open after the click on the menu.
            let is_hidden = walked.step.kind == "click" && walked.step.index == 7;
            assert_eq!(walked.picture.is_some(), !is_hidden, "{:#?}", steps(&walk));
            if let Some(picture) = &walked.picture {
                assert!(picture.starts_with(b"\x89PNG") && picture.len() <= 1_000_000);
            }
            let page = walked.page.as_deref().unwrap_or_default();
            for secret in [
                USER,
                PASSWORD,
                "sky&amp;full&lt;house&gt;",
                "csrf-4711-0815",
                "0123456789abcdef",
            ] {
                assert!(!page.contains(secret), "step {}: {secret}", walked.step.index);
            }
        }
        let around = walk.steps[8].page.as_deref().unwrap_or_default();
        assert!(around.contains("엑셀 다운로드"), "{around}");
    });
}

fn keep_evidence(folder: &Path, walk: &Walk) {
    fs::create_dir_all(folder).unwrap();
    for walked in &walk.steps {
        let name = folder.join(format!("{:02}", walked.step.index));
        if let Some(picture) = &walked.picture {
            fs::write(name.with_extension("png"), picture).unwrap();
        }
        if let Some(page) = &walked.page {
            fs::write(name.with_extension("html"), page).unwrap();
        }
    }
}

fn is_tried_once() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        site.state.lock().unwrap().password = Some("changed");
        let walk = walked(recipe(&format!("{SIGN_IN}{FETCH}")), &site).await;
        assert_eq!(
            failed(&walk),
            (RunCode::LoginFailed, "••••: 비밀번호가 다릅니다".to_owned())
        );
        assert_eq!(site.seen("wrong"), 1);
        let last = walk.steps.last().unwrap();
        assert_eq!((last.step.index, last.step.state), (5, StepState::Failed));
        assert!(last.picture.is_some());
    });
}

fn stops_before() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        site.state.lock().unwrap().has_captcha = true;
        let walk = walked(recipe(&format!("{SIGN_IN}{FETCH}")), &site).await;
        assert_eq!(failed(&walk), (RunCode::Blocked, "captcha".to_owned()));
        assert_eq!((walk.steps.len(), site.seen("POST /login")), (1, 0));
        for (path, expected) in [
            ("/forbidden", (RunCode::Blocked, "HTTP 403")),
            ("/broken", (RunCode::ServerError, "HTTP 503")),
        ] {
            let walk = walked(only_open(path), &site).await;
            let (code, detail) = failed(&walk);
            assert_eq!((code, detail.as_str()), expected);
        }
        // Nobody listens on a port that was just given back.
        let port = std::net::TcpListener::bind((HERE, 0))
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let gone = Site {
            port,
            state: Arc::default(),
        };
        assert_eq!(failed(&walked(only_open("/"), &gone).await).0, RunCode::Unreachable);
    });
}

fn reaches_nothing_else() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let canary = Site::open("127.0.0.1").await;
        for there in ["127.0.0.1", "localhost", "2130706433", "127.1"] {
            site.state.lock().unwrap().spied_on = Some(format!("http://{there}:{}", canary.port));
            let walk = walked(only_open("/one"), &site).await;
            assert!(
                matches!(walk.end, WalkEnd::File(_)),
                "{:?} {:#?}",
                walk.end,
                steps(&walk)
            );
            let refused = if there == "localhost" { "localhost" } else { "127.0.0.1" };
            assert_eq!(walk.blocked_hosts, [format!("{refused}:{}", canary.port)], "{there}");
        }
        site.state.lock().unwrap().spied_on = None;
        let target = format!("http://127.0.0.1:{}/", canary.port);
        for steps_to_it in [
            format!("[[steps]]\nopen = \"{{param.base}}/out?{target}\"\n[[steps]]\nclick = \"#go\"\n"),
            format!("[[steps]]\nopen = \"{{param.base}}/away?{target}\"\n"),
            format!("[[steps]]\nopen = \"{target}\"\n"),
            "[[steps]]\nopen = \"{param.base}/one\"\n[[steps]]\nopen = \"http://site.example/\"\n".to_owned(),
        ] {
            let walk = walked(recipe(&format!("{steps_to_it}[[steps]]\ndownload = \"#get\"\n")), &site).await;
            assert_eq!(
                failed(&walk).0,
                RunCode::HostNotAllowed,
                "{steps_to_it} {:#?}",
                steps(&walk)
            );
        }
        assert_eq!(canary.total(), 0);
    });
}

fn name_that_leads_inside() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let recipe = |host: &str| {
            let port = site.port;
            let steps = format!("[[steps]]\nopen = \"http://{host}:{port}/one\"\n[[steps]]\ndownload = \"#get\"\n");
            format!("title = \"x\"\nhosts = [\"{host}\"]\nparams = [\"host\", \"base\"]\n{steps}")
        };
        let walk = walked(recipe("inside.example"), &site).await;
        assert_eq!(failed(&walk), (RunCode::AddressNotAllowed, "inside.example".to_owned()));
        let walk = walked(recipe("127.0.0.1"), &site).await;
        assert_eq!(failed(&walk).0, RunCode::AddressNotAllowed);
        assert_eq!(site.total(), 0);
        let walk = walked(recipe("site.example"), &site).await;
        assert!(
            matches!(walk.end, WalkEnd::File(_)),
            "{:?} {:#?}",
            walk.end,
            steps(&walk)
        );
    });
}

fn unexpected_dialog() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let steps =
            "[[steps]]\nopen = \"{param.base}/alert\"\n[[steps]]\nclick = \"#go\"\n[[steps]]\ndownload = \"#get\"\n";
        let walk = walked(recipe(steps), &site).await;
        let (code, detail) = failed(&walk);
        assert_eq!(code, RunCode::FailedStep);
        assert!(detail.contains("자료가 없습니다"), "{detail}");
        assert_eq!(walk.steps.len(), 3);
    });
}

fn not_one_file() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let walk = walked(only_open("/two"), &site).await;
        assert_eq!(
            failed(&walk),
            (RunCode::FailedStep, "2 files came instead of one".to_owned())
        );
        let room = Room::new();
        let mut task = task(only_open("/one"), room.walk("run"), &site);
        task.bounds.file_bytes = 10;
        assert_eq!(failed(&runner().walk(task).await).0, RunCode::TooLarge);
        // Nor one that comes in a step that waits for something else.
        let unasked = "[[steps]]\nopen = \"{param.base}/one\"\n[[steps]]\nclick = \"#get\"\n\
                       [[steps]]\nwait = \"#never\"\ntimeoutS = 60\n[[steps]]\ndownload = \"#get\"\n";
        let mut task = self::task(recipe(unasked), room.walk("other"), &site);
        task.bounds.file_bytes = 10;
        assert_eq!(failed(&runner().walk(task).await).0, RunCode::TooLarge);
    });
}

fn long_text() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        // The last word stands behind a million letters; and then the page has its own way to cut.
        for (path, word, is_seen) in [
            ("/long", "xxx", true),
            ("/long", "끝", false),
            ("/long?own", "xxx", false),
        ] {
            let steps = format!(
                "[[steps]]\nopen = \"{{param.base}}{path}\"\n\
                 [[steps]]\nwait = \"#short\"\nuntil = \"text\"\ncontains = \"3건 조회\"\n\
                 [[steps]]\nfail-if = \"#long\"\ncontains = \"{word}\"\nas = \"failed_step\"\n\
                 [[steps]]\ndownload = \"#get\"\n"
            );
            let walk = walked(recipe(&steps), &site).await;
            if is_seen {
                assert_eq!(failed(&walk), (RunCode::FailedStep, "x".repeat(200)), "{path}");
            } else {
                let came = matches!(walk.end, WalkEnd::File(_));
                assert!(came, "{path} {word}: {:#?}", self::steps(&walk));
            }
        }
    });
}

fn covered_picture() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let picture = async |query: &str| {
            let room = Room::new();
            let steps = format!(
                "[[steps]]\nopen = \"{{param.base}}/shown?{query}\"\n[[steps]]\nclick = \"#none\"\noptional = true\ntimeoutS = 1\n[[steps]]\ndownload = \"#none\"\ntimeoutS = 1\n"
            );
            let mut task = task(recipe(&steps), room.walk("run"), &site);
            task.is_dry = true;
            let walk = runner().walk(task).await;
            let pictures: Vec<_> = walk.steps.iter().map(|step| step.picture.clone().unwrap()).collect();
            assert!(!walk.steps[0].page.as_deref().unwrap().contains(USER));
            pictures
        };
        let covered = picture(&format!("text={USER}")).await;
        let empty = picture("text=").await;
        let other = picture("text=haneul-another").await;
        assert!(covered[0] == empty[0], "the secret is to be seen");
        assert!(other[0] != empty[0], "other words are not");
        // After a picture everything is as before, or the next one would not be the same.
        assert!(covered[0] == covered[1] && covered[1] == covered[2]);
        assert!(other[0] == other[1]);
    });
}

fn takes_too_much() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let waits = "[[steps]]\nopen = \"{param.base}/hog\"\n[[steps]]\nwait = \"#never\"\ntimeoutS = 100\n[[steps]]\ndownload = \"#get\"\n";
        let mut task = task(recipe(waits), room.walk("run"), &site);
        task.bounds.memory_bytes = 500 * 1024 * 1024;
        let walk = runner().walk(task).await;
        assert_eq!(failed(&walk).0, RunCode::BrowserMemory, "{:#?}", steps(&walk));
        assert_eq!(walk.steps.last().unwrap().step.state, StepState::Failed);
        assert_eq!(processes_of(room.all.path()), [""; 0]);
        // And without room for it none is started.
        let mut task = self::task(recipe(waits), room.walk("other"), &site);
        task.bounds.memory_bytes = u64::MAX / 2;
        assert_eq!(failed(&runner().walk(task).await).0, RunCode::NoMemory);
    });
}

const WAITS: &str = "[[steps]]\nopen = \"{param.base}/one\"\n[[steps]]\nwait = \"#never\"\ntimeoutS = 300\n[[steps]]\ndownload = \"#get\"\n";

fn time_is_over() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let mut task = task(recipe(WAITS), room.walk("run"), &site);
        task.bounds.time = Duration::from_secs(8);
        let begun = Instant::now();
        let walk = runner().walk(task).await;
        assert_eq!(failed(&walk), (RunCode::Timeout, "more than 8 s in all".to_owned()));
        // Far less than the step would wait.
        assert!(begun.elapsed() < Duration::from_mins(1));
        assert_eq!(processes_of(room.all.path()), [""; 0]);
    });
}

fn driver_is_started_again() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        for (bad_starts, expected) in [
            (2, (RunCode::ServerError, "HTTP 503".to_owned())),
            (
                3,
                (
                    RunCode::BrowserUnavailable,
                    "the driver: the driver ended at its start (IPv6 port not available. Exiting...)".to_owned(),
                ),
            ),
        ] {
            let room = Room::new();
            let driver = room.driver_that_starts_badly(bad_starts);
            let task = task(only_open("/broken"), room.walk("run"), &site);
            assert_eq!(failed(&runner_with(Some(driver)).walk(task).await), expected);
            assert_eq!(processes_of(room.all.path()), [""; 0]);
        }
    });
}

fn cancelled() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let word = Arc::new(Notify::new());
        let mut task = task(recipe(WAITS), room.walk("run"), &site);
        task.cancellation = Arc::new(Word(Arc::clone(&word)));
        let walking = tokio::spawn(async move { runner().walk(task).await });
        while site.seen("/one") == 0 {
            sleep(Duration::from_millis(50)).await;
        }
        word.notify_one();
        let walk = timeout(Duration::from_mins(1), walking).await.unwrap().unwrap();
        assert_eq!(walk.end, WalkEnd::Cancelled);
        assert_eq!(processes_of(room.all.path()), [""; 0]);
    });
}

fn dropped() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let task = task(recipe(WAITS), room.walk("run"), &site);
        let walking = tokio::spawn(async move { runner().walk(task).await });
        while site.seen("/one") == 0 {
            sleep(Duration::from_millis(50)).await;
        }
        assert!(!processes_of(room.all.path()).is_empty());
        walking.abort();
        room.is_left().await;
    });
}

async fn hold(folder: PathBuf, port: u16) {
    let site = Site {
        port,
        state: Arc::default(),
    };
    println!("walking");
    runner().walk(task(recipe(WAITS), folder, &site)).await;
}

fn killed() {
    in_runtime(async {
        let site = Site::open(HERE).await;
        let room = Room::new();
        let folder = room.walk("run");
        let mut server = Command::new(env::current_exe().unwrap())
            .arg(HOLD)
            .arg(&folder)
            .arg(site.port.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(server.stdout.take().unwrap()).lines();
        assert_eq!(said.next().unwrap().unwrap(), "walking");
        while site.seen("/one") == 0 {
            sleep(Duration::from_millis(50)).await;
        }
        // SIGKILL: it cannot do anything any more.
        server.kill().unwrap();
        server.wait().unwrap();
        room.is_left().await;
        let deadline = Instant::now() + Duration::from_secs(30);
        while folder.exists() {
            assert!(Instant::now() < deadline, "the folder is left");
            sleep(Duration::from_millis(50)).await;
        }
    });
}
