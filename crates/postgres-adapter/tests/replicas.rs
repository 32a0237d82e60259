//! Reports from a real standby that streams from a real primary, while it is frozen, killed, behind and promoted.
//!
//! A `main` of its own, as servers are started by the main thread: see `embedded.rs`.

use std::env;
use std::error::Error;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use domain::access::Visible;
use domain::calendar::Grain;
use domain::reports::target_vs_actual::TargetVsActual;
use domain::system::ReplicaState;
use libtest_mimic::{Arguments, Failed, Trial};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use ports::driven::{DataVersion, DatabaseMonitor, FiguresOf, ReplicaFigures, ReportScope};
use postgres_adapter::embedded::{EmbeddedConfig, EmbeddedPostgres, Launcher, launch};
use postgres_adapter::setup::{self, Ownership};
use postgres_adapter::{PgChanges, PgDataVersion, PgMonitor, PgPool, PgReplicas, PgReportSource, queue};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

/// Who asks for a report again and again.
const READERS: usize = 3;
/// Long enough for anything that is to happen at all on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// What a report may take on such a machine while a replica says nothing: half a second to find out, and the report.
const SLOWEST: Duration = Duration::from_secs(4);

/// One production, whose only target is the data version after each change.
const FILL: &str = "
    INSERT INTO production (id, code, name, category, active, sale_start, sale_end, created_at, updated_at)
    VALUES (gen_random_uuid(), 'P', 'P', 'play', TRUE, '2026-11-01', '2026-11-01', now(), now());
    INSERT INTO daily_target (production_id, sale_day, target_krw) SELECT id, sale_start, 0 FROM production;";
const CHANGE: &str = "
    BEGIN;
    UPDATE daily_target SET target_krw = (SELECT version + 1 FROM data_version);
    WITH raised AS (UPDATE data_version SET version = version + 1 RETURNING version, channel)
    SELECT pg_notify(channel, json_build_object('version', version, 'topic', 'target', 'id', production_id)::text)
    FROM raised, daily_target;
    COMMIT;";
/// What only a server that is no replica any more could say, and no report may ever show.
const GO_ASTRAY: &str = "UPDATE daily_target SET target_krw = 1; UPDATE data_version SET version = version + 1000000";
/// A database beside ours, with the same tables.
const OTHER: [&str; 2] = [
    "CREATE DATABASE other TEMPLATE fullhouse",
    "UPDATE data_version SET channel = 'another', version = version + 1000000",
];

type Outcome = Result<(), Box<dyn Error>>;

fn main() {
    let mut args = env::args_os().skip(1);
    if args.next().as_deref().and_then(|command| command.to_str()) == Some(launch::COMMAND) {
        launch::run_or_exit(args);
    }
    let mut arguments = Arguments::from_args();
    // One after the other means on the main thread, and the servers end with the thread that starts them.
    arguments.test_threads = Some(1);
    let trial = Trial::test("a_report_is_as_new_as_it_must_be_whatever_replicas_do", || {
        run().map_err(|error| Failed::from(format!("{error}: {:?}", error.source())))
    });
    libtest_mimic::run(&arguments, vec![trial]).exit();
}

/// A folder that PostgreSQL's user can reach.
fn folder() -> std::io::Result<tempfile::TempDir> {
    let dir = tempfile::tempdir_in("/tmp")?;
    std::fs::set_permissions(dir.path(), Permissions::from_mode(0o711))?;
    Ok(dir)
}

fn config(data_dir: &Path) -> std::io::Result<EmbeddedConfig> {
    Ok(EmbeddedConfig {
        data_dir: data_dir.to_owned(),
        durable: false,
        replicated: true,
        ..EmbeddedConfig::new(Launcher::own()?)
    })
}

fn execute(url: &str, statements: &str) -> Outcome {
    Ok(PgConnection::establish(url)?.batch_execute(statements)?)
}

/// A server's processes.
fn processes(server: &EmbeddedPostgres) -> Result<Vec<Pid>, Box<dyn Error>> {
    let first = server.pid();
    let children = std::fs::read_to_string(format!("/proc/{first}/task/{first}/children"))?;
    let mut pids = vec![Pid::from_raw(i32::try_from(first)?)];
    for child in children.split_whitespace() {
        pids.push(Pid::from_raw(child.parse()?));
    }
    Ok(pids)
}

fn send(signal: Signal, pids: &[Pid]) {
    for pid in pids {
        // One that ended meanwhile has no need of it.
        let _ = kill(*pid, signal);
    }
}

/// Ends the load when it is dropped, before the runtime that waits for it.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Everything that a server has of this.
struct House {
    stop: Stop,
    runtime: Runtime,
    source: Arc<PgReportSource>,
    versions: Arc<PgDataVersion>,
    monitor: PgMonitor,
    /// Kept, as it hears of changes.
    _changes: PgChanges,
    load: Vec<JoinHandle<Duration>>,
}

impl House {
    fn open(primary: &str, replicas: &[String]) -> Result<Self, Box<dyn Error>> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let pool = PgPool::new(primary, 8);
        let (changes, watched) = runtime.block_on(async {
            let changes = PgChanges::listen(&queue::connect(primary).await?).await?;
            let replicas = PgReplicas::watch(replicas, 4, Duration::from_mins(1), &changes);
            Ok::<_, sqlx::Error>((changes, Arc::new(replicas)))
        })?;
        Ok(Self {
            source: Arc::new(PgReportSource::new(pool.clone()).with_replicas(watched.clone())),
            versions: Arc::new(PgDataVersion::new(pool.clone(), &changes)),
            monitor: PgMonitor::new(pool).with_replicas(Some(watched)),
            runtime,
            _changes: changes,
            stop: Stop(Arc::default()),
            load: Vec::new(),
        })
    }

    /// Changes without a pause, and reports of each state; a report that is wrong ends its reader.
    fn begin(&mut self, primary: &str) {
        let (url, stop) = (primary.to_owned(), self.stop.0.clone());
        self.load.push(self.runtime.spawn_blocking(move || {
            let mut connection = PgConnection::establish(&url).expect("the primary answers");
            while !stop.load(Ordering::Relaxed) {
                connection.batch_execute(CHANGE).expect("the primary takes changes");
                std::thread::sleep(Duration::from_millis(5));
            }
            Duration::ZERO
        }));
        for _ in 0..READERS {
            let (source, versions, stop) = (self.source.clone(), self.versions.clone(), self.stop.0.clone());
            self.load.push(self.runtime.spawn(async move {
                let mut slowest = Duration::ZERO;
                while !stop.load(Ordering::Relaxed) {
                    slowest = slowest.max(report(&source, &versions).await);
                    tokio::time::sleep(Duration::from_millis(2)).await;
                }
                slowest
            }));
        }
    }

    /// The slowest report of all.
    fn end(self) -> Result<Duration, Box<dyn Error>> {
        drop(self.stop);
        let mut slowest = Duration::ZERO;
        for load in self.load {
            slowest = slowest.max(self.runtime.block_on(load)?);
        }
        Ok(slowest)
    }

    fn replica(&self, index: usize) -> ReplicaFigures {
        self.monitor.replication().replicas[index].clone()
    }

    /// Waits until a replica stands like this, while all who ask are answered.
    fn until(&self, index: usize, state: ReplicaState) -> Outcome {
        let began = Instant::now();
        while self.replica(index).state != state {
            if began.elapsed() > PATIENCE {
                return Err(format!("not {state:?} within {PATIENCE:?}: {:?}", self.replica(index)).into());
            }
            if self.load.iter().any(JoinHandle::is_finished) {
                return Err("a change or a report failed".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Waits until more reports have been read from a replica.
    fn until_read(&self, index: usize) -> Outcome {
        let before = self.replica(index).reads;
        let began = Instant::now();
        while self.replica(index).reads < before + 20 {
            if began.elapsed() > PATIENCE {
                return Err(format!("nothing is read from {:?}", self.replica(index)).into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

/// Reads a report, which must be of one state that is no older than what was known. How long it took.
async fn report(source: &PgReportSource, versions: &PgDataVersion) -> Duration {
    let scope = ReportScope {
        visible: Visible::All,
        ..ReportScope::default()
    };
    let (known, began) = (versions.known(), Instant::now());
    let read = FiguresOf::<TargetVsActual>::figures(source, &scope, Grain::Day).await;
    let took = began.elapsed();
    let read = read.expect("a report, whatever replicas do");
    assert!(
        !read.versions.is_behind(known),
        "{:?} is older than {known:?}",
        read.versions
    );
    let target = read.value[0].periods[0].target_krw;
    assert_eq!(
        target, read.versions.data,
        "figures of the version that they are told to be of"
    );
    took
}

fn run() -> Outcome {
    let (at_home, beside) = (folder()?, folder()?);
    let primary = EmbeddedPostgres::start(&config(at_home.path())?)?;
    let maintenance = tokio::runtime::Runtime::new()?;
    maintenance.block_on(setup::set_up(primary.url(), Ownership::Embedded))?;
    drop(maintenance);
    execute(primary.url(), OTHER[0])?;
    let other = primary.url().replacen("/fullhouse?", "/other?", 1);
    execute(&other, OTHER[1])?;
    execute(primary.url(), FILL)?;
    execute(primary.url(), CHANGE)?;
    let mut standby = EmbeddedPostgres::follow(&config(beside.path())?, &primary)?;

    let replicas = [standby.url().to_owned(), other];
    let mut house = House::open(primary.url(), &replicas)?;
    house.begin(primary.url());
    house.until(0, ReplicaState::Ready)?;
    house.until(1, ReplicaState::Foreign)?;
    house.until_read(0)?;

    // Frozen: nobody is told, nothing answers.
    let frozen = processes(&standby)?;
    send(Signal::SIGSTOP, &frozen);
    let away = house.until(0, ReplicaState::Away);
    send(Signal::SIGCONT, &frozen);
    away?;
    house.until_read(0)?;

    // Killed under those who read, and started again.
    standby.kill()?;
    house.until(0, ReplicaState::Away)?;
    drop(standby);
    let standby = EmbeddedPostgres::follow(&config(beside.path())?, &primary)?;
    house.until_read(0)?;

    // Behind: it has what was committed, and shows it later.
    execute(standby.url(), "SELECT pg_wal_replay_pause()")?;
    house.until(0, ReplicaState::Behind)?;
    let read = house.replica(0);
    std::thread::sleep(Duration::from_millis(300));
    if house.replica(0).reads != read.reads || read.changes_behind == 0 {
        return Err(format!("{:?} was read although it is behind", house.replica(0)).into());
    }
    execute(standby.url(), "SELECT pg_wal_replay_resume()")?;
    house.until_read(0)?;

    // Promoted: it goes its own way.
    execute(standby.url(), "SELECT pg_promote()")?;
    execute(standby.url(), GO_ASTRAY)?;
    house.until(0, ReplicaState::Promoted)?;
    std::thread::sleep(Duration::from_millis(300));

    let by_primary = house.monitor.replication().primary_reads;
    let slowest = house.end()?;
    println!("{by_primary} reports were read from the primary; the slowest of all took {slowest:?}");
    if by_primary == 0 || slowest > SLOWEST {
        return Err(format!("{by_primary} reports from the primary, the slowest in {slowest:?}").into());
    }
    Ok(())
}
