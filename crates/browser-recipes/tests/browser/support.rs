//! What the scenarios share: a runner, folders, tasks, recipes, and what is left of processes.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::net::IpAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use browser_recipes::{BrowserPlace, ChromiumRunner, Launcher};
use domain::collection::{AddressRules, CollectionRunId, RunCode, Secret};
use ports::driven::collection::{
    BrowserBounds, BrowserRunner, BrowserTask, Cancellation, NameResolver, RecipeValues, Walk, WalkEnd,
};
use tokio::sync::Notify;
use tokio::time::sleep;

use crate::site::{PASSWORD, Site, USER};

/// What a browser may take here.
pub(crate) const MEMORY_BYTES: u64 = 900 * 1024 * 1024;
/// The whole of 127/8 is loopback; the site's address is allowed, every other is not.
pub(crate) const HERE: &str = "127.0.0.9";

pub(crate) struct Names;

#[async_trait]
impl NameResolver for Names {
    async fn resolve(&self, name: &str) -> std::io::Result<Vec<IpAddr>> {
        match name {
            "inside.example" => Ok(vec![IpAddr::from([127, 0, 0, 1])]),
            "site.example" => Ok(vec![HERE.parse().unwrap()]),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        }
    }
}

#[derive(Default)]
pub(crate) struct Never;

#[async_trait]
impl Cancellation for Never {
    fn is_cancelled(&self) -> bool {
        false
    }

    async fn cancelled(&self) {
        std::future::pending::<()>().await;
    }
}

pub(crate) struct Word(pub(crate) Arc<Notify>);

#[async_trait]
impl Cancellation for Word {
    fn is_cancelled(&self) -> bool {
        false
    }

    async fn cancelled(&self) {
        self.0.notified().await;
    }
}

pub(crate) fn runner() -> ChromiumRunner {
    runner_with(env::var_os("CHROMEDRIVER").map(PathBuf::from))
}

pub(crate) fn runner_with(driver: Option<PathBuf>) -> ChromiumRunner {
    let place = BrowserPlace::Here { driver };
    let is_sandboxed = env::var_os("BROWSER_NO_SANDBOX").is_none();
    ChromiumRunner::new(place, is_sandboxed, Launcher::own().unwrap(), Arc::new(Names))
}

/// A folder that the browser's user can reach, and one walk's in it.
pub(crate) struct Room {
    pub(crate) all: tempfile::TempDir,
}

impl Room {
    pub(crate) fn new() -> Self {
        // A path that is longer than that of a socket may be.
        let prefix = format!("walks-in-{}", "a-folder-with-a-long-name-".repeat(4));
        let all = tempfile::Builder::new().prefix(&prefix).tempdir_in("/tmp").unwrap();
        fs::set_permissions(all.path(), fs::Permissions::from_mode(0o711)).unwrap();
        Self { all }
    }

    pub(crate) fn walk(&self, name: &str) -> PathBuf {
        let folder = self.all.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        folder
    }

    /// A driver that ends at its first starts as the real one does where its port is taken on IPv6.
    pub(crate) fn driver_that_starts_badly(&self, bad_starts: usize) -> PathBuf {
        let path = self.all.path().join("driver");
        let real = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let script = format!(
            "#!/bin/sh\n\
             starts=\"$XDG_CONFIG_HOME/starts\"\n\
             echo >> \"$starts\"\n\
             [ \"$(wc -l < \"$starts\")\" -gt {bad_starts} ] && exec {real} \"$@\"\n\
             echo 'IPv6 port not available. Exiting...'\n\
             exit 1\n"
        );
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// Waits until no process has anything to do with the folder.
    pub(crate) async fn is_left(&self) {
        let deadline = Instant::now() + Duration::from_mins(1);
        loop {
            let left = processes_of(self.all.path());
            if left.is_empty() {
                return;
            }
            assert!(Instant::now() < deadline, "left: {left:#?}");
            sleep(Duration::from_millis(100)).await;
        }
    }
}

/// Command lines and homes that name the folder.
pub(crate) fn processes_of(folder: &Path) -> Vec<String> {
    let folder = folder.to_str().unwrap();
    let own = std::process::id().to_string();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let text =
            |file: &str| String::from_utf8_lossy(&fs::read(entry.path().join(file)).unwrap_or_default()).into_owned();
        let is_own = entry.file_name().to_str() == Some(&own);
        if !is_own && (text("cmdline").contains(folder) || text("environ").contains(folder)) {
            found.push(text("cmdline").replace('\0', " "));
        }
    }
    found
}

pub(crate) fn task(recipe: String, directory: PathBuf, site: &Site) -> BrowserTask {
    let port = site.port;
    let hosts = [
        format!("{HERE}:{port}"),
        format!("inside.example:{port}"),
        format!("site.example:{port}"),
        format!("127.0.0.1:{port}"),
    ];
    let hosts = hosts.iter().map(|host| host.parse().unwrap()).collect();
    let networks = vec![format!("{HERE}/32").parse().unwrap()];
    let params = [("base", format!("http://{HERE}:{port}")), ("host", HERE.to_owned())];
    BrowserTask {
        run: CollectionRunId(uuid::Uuid::nil()),
        recipe,
        values: RecipeValues {
            params: params.map(|(name, value)| (name.to_owned(), value)).into(),
            date: "2026-03-01".parse().unwrap(),
            today: "2026-03-02".parse().unwrap(),
            sale_start: Some("2026-02-01".parse().unwrap()),
            production_code: None,
        },
        secrets: BTreeMap::from([
            ("ID".parse().unwrap(), Secret::new(USER)),
            ("PW".parse().unwrap(), Secret::new(PASSWORD)),
        ]),
        addresses: AddressRules::new(hosts, networks),
        bounds: BrowserBounds {
            time: Duration::from_mins(2),
            memory_bytes: MEMORY_BYTES,
            file_bytes: 1_000_000,
            step_pause: Duration::from_millis(300),
        },
        is_dry: false,
        directory,
        cancellation: Arc::new(Never),
    }
}

/// A recipe of these steps.
pub(crate) fn recipe(steps: &str) -> String {
    format!("title = \"x\"\nhosts = [\"{{param.host}}\"]\nparams = [\"host\", \"base\"]\n{steps}")
}

pub(crate) const SIGN_IN: &str = r##"
[[steps]]
open = "{param.base}/login"
[[steps]]
fill = "#user"
with = "{secret.ID}"
[[steps]]
fill = "#pw"
with = "{secret.PW}"
[[steps]]
click = "text:로그인"
[[steps]]
fail-if = ".login-error"
as = "login_failed"
"##;

pub(crate) const FETCH: &str = r##"
[[steps]]
click = "text:닫기"
optional = true
[[steps]]
click = "#menu"
[[steps]]
accept-dialog = "영업비밀"
[[steps]]
frame = "#work"
[[steps]]
choose = "#show"
option = "달빛 정원"
[[steps]]
fill = "#from"
with = "{saleStart:YYYY.MM.DD}"
[[steps]]
fill = "#to"
with = "{date:YYYY.MM.DD}"
[[steps]]
press = "Enter"
in = "#to"
[[steps]]
wait = "#result"
until = "text"
contains = "3건"
[[steps]]
download = "text:엑셀 다운로드"
"##;

/// A recipe that opens one page and downloads what it has to give.
pub(crate) fn only_open(path: &str) -> String {
    recipe(&format!(
        "[[steps]]\nopen = \"{{param.base}}{path}\"\n[[steps]]\ndownload = \"#get\"\n"
    ))
}

pub(crate) fn failed(walk: &Walk) -> (RunCode, String) {
    match &walk.end {
        WalkEnd::Failed { code, detail } => (*code, detail.clone().unwrap_or_default()),
        other => panic!("{other:?} {:#?}", steps(walk)),
    }
}

pub(crate) fn steps(walk: &Walk) -> Vec<String> {
    let told = walk.steps.iter().map(|walked| {
        let step = &walked.step;
        format!(
            "{} {} {:?} {} ms {:?}",
            step.index, step.kind, step.state, step.took_ms, step.detail
        )
    });
    told.collect()
}

pub(crate) async fn walked(recipe: String, site: &Site) -> Walk {
    let room = Room::new();
    let walk = runner().walk(task(recipe, room.walk("run"), site)).await;
    assert_eq!(processes_of(room.all.path()), [""; 0], "a process is left");
    walk
}
