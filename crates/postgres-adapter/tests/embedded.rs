//! The embedded server against the installed PostgreSQL.
//!
//! A `main` of its own: it is the launcher when called with the hidden command, a program to be killed when called with
//! [`HOLD`], and otherwise runs the scenarios, one after the other on the main thread.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::sql_types::{BigInt, Text};
use diesel::{Connection, PgConnection, RunQueryDsl};
use libtest_mimic::{Arguments, Failed, Trial};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use postgres_adapter::embedded::{
    EmbeddedConfig, EmbeddedError, EmbeddedPostgres, Launcher, ephemeral, grant_reader, launch,
};
use tempfile::TempDir;

/// `embedded hold-server FOLDER` starts a server, prints its URL and its number, and waits to be killed.
const HOLD: &str = "hold-server";

/// `embedded with-postgres COMMAND…` runs a command with a throw-away server.
const WITH: &str = "with-postgres";

/// A name and what it does.
type Scenario = (&'static str, fn() -> Outcome);

type Outcome = Result<(), Box<dyn Error>>;

fn main() {
    let mut args = env::args_os().skip(1);
    match args.next().as_deref().and_then(|command| command.to_str()) {
        Some(launch::COMMAND) => launch::run_or_exit(args),
        Some(HOLD) => hold_server(&args.next().expect("the scenario names the folder")),
        Some(WITH) => {
            let command: Vec<OsString> = args.collect();
            let launcher = Launcher::own().expect("this program has a path");
            let status = ephemeral::with_ephemeral(launcher, &command).expect("the command can be run");
            std::process::exit(status.code().unwrap_or(128));
        }
        _ => {}
    }
    let mut arguments = Arguments::from_args();
    // One after the other means on the main thread, and the server ends with the thread that starts it.
    arguments.test_threads = Some(1);
    libtest_mimic::run(&arguments, scenarios()).exit();
}

fn scenarios() -> Vec<Trial> {
    let scenarios: [Scenario; 13] = [
        ("a_new_folder_gets_a_database", a_new_folder_gets_a_database),
        ("data_outlive_a_restart", data_outlive_a_restart),
        ("a_second_instance_is_refused", a_second_instance_is_refused),
        (
            "a_killed_server_recovers_at_the_next_start",
            a_killed_server_recovers_at_the_next_start,
        ),
        (
            "the_server_ends_with_a_killed_program",
            the_server_ends_with_a_killed_program,
        ),
        (
            "a_server_that_outlived_its_program_is_replaced",
            a_server_that_outlived_its_program_is_replaced,
        ),
        (
            "a_number_that_another_process_got_is_no_server",
            a_number_that_another_process_got_is_no_server,
        ),
        (
            "an_interrupted_initdb_leaves_nothing_in_the_way",
            an_interrupted_initdb_leaves_nothing_in_the_way,
        ),
        (
            "the_reader_sees_the_reports_and_nothing_else",
            the_reader_sees_the_reports_and_nothing_else,
        ),
        ("a_port_in_use_is_a_clear_error", a_port_in_use_is_a_clear_error),
        ("a_folder_with_a_long_name_works", a_folder_with_a_long_name_works),
        (
            "data_of_another_version_are_a_clear_error",
            data_of_another_version_are_a_clear_error,
        ),
        (
            "a_throw_away_server_goes_with_its_command",
            a_throw_away_server_goes_with_its_command,
        ),
    ];
    let trial = |(name, run): Scenario| {
        Trial::test(name, move || {
            run().map_err(|error| Failed::from(format!("{error}: {:?}", error.source())))
        })
    };
    scenarios.into_iter().map(trial).collect()
}

fn a_new_folder_gets_a_database() -> Outcome {
    let dir = folder()?;
    let data_dir = dir.path().join("not/there/yet");
    let config = config(&data_dir)?;
    assert!(!EmbeddedPostgres::has_cluster(&config)? && !dir.path().join("not").exists());
    let postgres = EmbeddedPostgres::start(&config)?;
    assert!(EmbeddedPostgres::has_cluster(&config)?);
    assert_eq!(
        text(postgres.url(), "SELECT current_database() || ' ' || current_user")?,
        "fullhouse fullhouse"
    );
    // Diesel sets its own for the session.
    let zone = "SELECT setting FROM pg_settings WHERE name = 'log_timezone'";
    assert_eq!(text(postgres.url(), zone)?, "Asia/Seoul");
    let process =
        fs::metadata(format!("/proc/{}", postgres.pid())).or_else(|_| fs::metadata(data_dir.join("cluster")))?;
    assert_ne!(process.uid(), 0, "PostgreSQL must not run as root");
    for private in ["cluster", "socket"] {
        assert_eq!(fs::metadata(data_dir.join(private))?.mode() & 0o777, 0o700, "{private}");
    }
    Ok(())
}

fn data_outlive_a_restart() -> Outcome {
    let dir = folder()?;
    let config = EmbeddedConfig {
        durable: true,
        ..config(dir.path())?
    };
    let mut postgres = EmbeddedPostgres::start(&config)?;
    assert_eq!(text(postgres.url(), "SELECT current_setting('fsync')")?, "on");
    write(postgres.url())?;
    postgres.stop();
    assert!(PgConnection::establish(postgres.url()).is_err(), "stopped");
    drop(postgres);
    let postgres = EmbeddedPostgres::start(&config)?;
    assert_eq!(rows(postgres.url())?, 1);
    Ok(())
}

fn a_second_instance_is_refused() -> Outcome {
    let dir = folder()?;
    let config = config(dir.path())?;
    let postgres = EmbeddedPostgres::start(&config)?;
    let second = EmbeddedPostgres::start(&config).unwrap_err();
    assert!(matches!(second, EmbeddedError::Locked(_)), "{second}");
    assert_eq!(text(postgres.url(), "SELECT 'alive'")?, "alive");
    Ok(())
}

fn a_killed_server_recovers_at_the_next_start() -> Outcome {
    let dir = folder()?;
    let config = EmbeddedConfig {
        durable: true,
        ..config(dir.path())?
    };
    let mut postgres = EmbeddedPostgres::start(&config)?;
    write(postgres.url())?;
    kill(pid(postgres.pid()), Signal::SIGKILL)?;
    wait_until("the server has ended", || {
        postgres.exit_status().is_ok_and(|status| status.is_some())
    });
    drop(postgres);
    let postgres = EmbeddedPostgres::start(&config)?;
    assert_eq!(rows(postgres.url())?, 1);
    Ok(())
}

fn the_server_ends_with_a_killed_program() -> Outcome {
    let dir = folder()?;
    let mut program = Program::start(dir.path())?;
    write(&program.url)?;
    program.child.kill()?;
    program.child.wait()?;
    if cfg!(target_os = "linux") {
        wait_until("the server has ended", || {
            PgConnection::establish(&program.url).is_err()
        });
    }
    // It may still be writing its last page: the start waits for it.
    let postgres = EmbeddedPostgres::start(&config(dir.path())?)?;
    assert_eq!(rows(postgres.url())?, 1);
    Ok(())
}

fn a_server_that_outlived_its_program_is_replaced() -> Outcome {
    let dir = folder()?;
    let mut program = Program::start(dir.path())?;
    write(&program.url)?;
    // A stopped process takes no signal, so it lives on when its program dies.
    kill(pid(program.server), Signal::SIGSTOP)?;
    program.child.kill()?;
    program.child.wait()?;
    let server = program.server;
    let waker = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        kill(pid(server), Signal::SIGCONT)
    });
    let postgres = EmbeddedPostgres::start(&config(dir.path())?)?;
    waker.join().expect("the waker does not panic")?;
    assert_ne!(postgres.pid(), program.server);
    assert_eq!(rows(postgres.url())?, 1);
    Ok(())
}

fn a_number_that_another_process_got_is_no_server() -> Outcome {
    let dir = folder()?;
    let config = EmbeddedConfig {
        durable: true,
        ..config(dir.path())?
    };
    let mut postgres = EmbeddedPostgres::start(&config)?;
    write(postgres.url())?;
    kill(pid(postgres.pid()), Signal::SIGKILL)?;
    wait_until("the server has ended", || {
        postgres.exit_status().is_ok_and(|status| status.is_some())
    });
    drop(postgres);
    let pid_file = dir.path().join("cluster/postmaster.pid");
    let stale = fs::read_to_string(&pid_file)?;
    let (_, rest) = stale.split_once('\n').expect("the file has many lines");
    let mut stranger = Command::new("sleep").arg("60").spawn()?;
    fs::write(&pid_file, format!("{}\n{rest}", stranger.id()))?;
    let started = EmbeddedPostgres::start(&config);
    let survived = stranger.try_wait()?.is_none();
    stranger.kill()?;
    stranger.wait()?;
    assert!(survived, "a stranger must not be stopped");
    assert_eq!(rows(started?.url())?, 1);
    Ok(())
}

fn an_interrupted_initdb_leaves_nothing_in_the_way() -> Outcome {
    let dir = folder()?;
    fs::create_dir_all(dir.path().join("cluster.new/base"))?;
    fs::write(dir.path().join("cluster.new/PG_VERSION"), "15\n")?;
    let postgres = EmbeddedPostgres::start(&config(dir.path())?)?;
    assert_eq!(text(postgres.url(), "SELECT 'alive'")?, "alive");
    assert!(!dir.path().join("cluster.new").exists());
    Ok(())
}

fn the_reader_sees_the_reports_and_nothing_else() -> Outcome {
    let dir = folder()?;
    let port = free_port()?;
    let password = r"o'clock \ §";
    let config = EmbeddedConfig {
        port: Some(port),
        password: Some(password.to_owned()),
        ..config(dir.path())?
    };
    let postgres = EmbeddedPostgres::start(&config)?;
    let mut owner = PgConnection::establish(postgres.url())?;
    owner.batch_execute(
        "CREATE TABLE secrets AS SELECT 42 AS value;
         CREATE SCHEMA report;
         CREATE VIEW report.answers AS SELECT value FROM secrets;
         CREATE SCHEMA apalis; CREATE TABLE apalis.jobs (id int);",
    )?;
    owner.transaction(grant_reader)?;

    let url = |user: &str, password: &str, database: &str| {
        format!("postgres://{user}:{password}@127.0.0.1:{port}/{database}")
    };
    let encoded = "o%27clock%20%5C%20%C2%A7";
    let mut reader = PgConnection::establish(&url("reader", encoded, "fullhouse"))?;
    let answer: i64 = diesel::select(sql::<BigInt>("(SELECT sum(value) FROM answers)")).get_result(&mut reader)?;
    assert_eq!(answer, 42);
    // The role begins as a reader, and must be no more than that when it changes its mind.
    reader.batch_execute("SET default_transaction_read_only = off")?;
    for forbidden in [
        "SELECT * FROM public.secrets",
        "SELECT * FROM apalis.jobs",
        "CREATE TABLE public.mine (id int)",
        "CREATE TABLE report.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "DELETE FROM report.answers",
        "SELECT lo_create(0)",
        "SET ROLE fullhouse",
        "SELECT pg_read_file('PG_VERSION')",
    ] {
        let refused = reader.batch_execute(forbidden).unwrap_err().to_string();
        assert!(refused.contains("permission denied"), "{forbidden}: {refused}");
    }
    for (user, password, database) in [
        ("reader", "wrong", "fullhouse"),
        ("reader", encoded, "postgres"),
        ("fullhouse", encoded, "fullhouse"),
    ] {
        assert!(
            PgConnection::establish(&url(user, password, database)).is_err(),
            "{user} {password} {database}"
        );
    }
    assert!(
        !fs::read_to_string(postgres.log_file())?.contains("clock"),
        "the log holds no password"
    );
    drop((reader, owner, postgres));

    // The next start may bring another password, or none.
    let changed = EmbeddedConfig {
        password: Some("changed".to_owned()),
        ..config
    };
    let postgres = EmbeddedPostgres::start(&changed)?;
    assert!(PgConnection::establish(&url("reader", encoded, "fullhouse")).is_err());
    PgConnection::establish(&url("reader", "changed", "fullhouse"))?;
    drop(postgres);
    Ok(())
}

fn a_port_in_use_is_a_clear_error() -> Outcome {
    let dir = folder()?;
    let taken = TcpListener::bind("127.0.0.1:0")?;
    let port = taken.local_addr()?.port();
    let config = EmbeddedConfig {
        port: Some(port),
        password: Some("secret".to_owned()),
        ..config(dir.path())?
    };
    let refused = EmbeddedPostgres::start(&config).unwrap_err();
    assert!(
        matches!(refused, EmbeddedError::PortTaken(found) if found == port),
        "{refused}"
    );
    Ok(())
}

fn a_folder_with_a_long_name_works() -> Outcome {
    let dir = folder()?;
    let config = config(&dir.path().join("공연 % 매출".repeat(4)).join("x".repeat(60)))?;
    let postgres = EmbeddedPostgres::start(&config)?;
    assert!(postgres.url().contains("/tmp/fullhouse-"), "{}", postgres.url());
    assert_eq!(text(postgres.url(), "SELECT 'alive'")?, "alive");
    let socket_dir = postgres
        .url()
        .rsplit_once('=')
        .expect("the URL names the host")
        .1
        .to_owned();
    drop(postgres);
    // A short name with the same letters keeps its socket inside.
    let inside = EmbeddedConfig {
        data_dir: dir.path().join("공연 % 매출"),
        ..config
    };
    assert_eq!(
        text(EmbeddedPostgres::start(&inside)?.url(), "SELECT 'alive'")?,
        "alive"
    );
    fs::remove_dir_all(socket_dir)?;
    Ok(())
}

fn data_of_another_version_are_a_clear_error() -> Outcome {
    let dir = folder()?;
    let config = config(dir.path())?;
    drop(EmbeddedPostgres::start(&config)?);
    fs::write(dir.path().join("cluster/PG_VERSION"), "9\n")?;
    let refused = EmbeddedPostgres::start(&config).unwrap_err();
    assert!(
        matches!(&refused, EmbeddedError::OtherVersion { cluster, .. } if cluster == "9"),
        "{refused}"
    );
    Ok(())
}

fn a_throw_away_server_goes_with_its_command() -> Outcome {
    let parent = folder()?;
    let script = r#"echo "$TEST_DATABASE_URL"; exit 7"#;
    let command = [WITH, "sh", "-c", script];
    let output = Command::new(env::current_exe()?)
        .args(command)
        .env("TMPDIR", parent.path())
        .output()?;
    assert_eq!(
        output.status.code(),
        Some(7),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let url = String::from_utf8(output.stdout)?;
    assert!(
        url.starts_with("postgres://fullhouse@localhost/fullhouse?host="),
        "{url}"
    );
    assert!(PgConnection::establish(url.trim()).is_err(), "the server is stopped");
    assert_eq!(fs::read_dir(parent.path())?.count(), 0, "its folder is removed");

    // One that was killed is cleaned up after by the next.
    let mut killed = Command::new(env::current_exe()?)
        .args([WITH, "sh", "-c", "echo ready; exec cat > /dev/null"])
        .env("TMPDIR", parent.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    BufReader::new(killed.stdout.take().expect("it is piped")).read_line(&mut String::new())?;
    killed.kill()?;
    killed.wait()?;
    assert_eq!(fs::read_dir(parent.path())?.count(), 1);
    let next = Command::new(env::current_exe()?)
        .args([WITH, "true"])
        .env("TMPDIR", parent.path())
        .status()?;
    assert!(next.success());
    assert_eq!(fs::read_dir(parent.path())?.count(), 0);
    Ok(())
}

/// Starts a server as a program would, and waits to be killed.
fn hold_server(dir: &OsString) -> ! {
    let config = config(Path::new(dir)).expect("this program has a path");
    let postgres = EmbeddedPostgres::start(&config).expect("the server starts");
    println!("{} {}", postgres.url(), postgres.pid());
    loop {
        thread::park();
    }
}

/// Another process that owns a server.
struct Program {
    child: Child,
    url: String,
    server: u32,
}

impl Program {
    fn start(dir: &Path) -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(env::current_exe()?)
            .arg(HOLD)
            .arg(dir)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut line)?;
        let (url, server) = line.trim().split_once(' ').ok_or("the program printed no URL")?;
        Ok(Self {
            child,
            url: url.to_owned(),
            server: server.parse()?,
        })
    }
}

fn config(data_dir: &Path) -> Result<EmbeddedConfig, Box<dyn Error>> {
    let data_dir = data_dir.to_owned();
    Ok(EmbeddedConfig {
        data_dir,
        durable: false,
        ..EmbeddedConfig::new(Launcher::own()?)
    })
}

/// In /tmp, which every user can reach.
fn folder() -> Result<TempDir, Box<dyn Error>> {
    let dir = tempfile::Builder::new().prefix("embedded-").tempdir_in("/tmp")?;
    fs::set_permissions(dir.path(), Permissions::from_mode(0o711))?;
    Ok(dir)
}

fn write(url: &str) -> Outcome {
    let mut conn = PgConnection::establish(url)?;
    Ok(conn.batch_execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)")?)
}

fn rows(url: &str) -> Result<i64, Box<dyn Error>> {
    let mut conn = PgConnection::establish(url)?;
    Ok(diesel::select(sql::<BigInt>("(SELECT count(*) FROM kept)")).get_result(&mut conn)?)
}

fn text(url: &str, query: &str) -> Result<String, Box<dyn Error>> {
    let mut conn = PgConnection::establish(url)?;
    Ok(diesel::select(sql::<Text>(&format!("({query})"))).get_result(&mut conn)?)
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn pid(number: u32) -> Pid {
    Pid::from_raw(i32::try_from(number).expect("a process number is an i32"))
}

fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(30), "not within 30 s: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}
