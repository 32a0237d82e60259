//! The processes: PostgreSQL with its replica, servers and workers.

use std::collections::HashSet;
use std::fs::{OpenOptions, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use postgres_adapter::embedded::{EmbeddedConfig, EmbeddedPostgres, Launcher};
use tempfile::TempDir;

use crate::tally::Tally;

/// How many servers there are.
pub(crate) const SERVERS: usize = 3;
const WORKERS: usize = 2;
/// Who signs in.
pub(crate) const EMAIL: &str = "master@example.com";
pub(crate) const PASSWORD: &str = "correct horse battery";

/// What must be 0 in the end: what is lost, doubled, or there by halves.
const FAULTS: [(&str, &str); 6] = [
    (
        "uploads with a wrong number of snapshots",
        "SELECT count(*) AS number FROM upload u LEFT JOIN snapshot s ON s.upload_id = u.id
         WHERE (u.status IN ('completed', 'superseded')) <> (s.id IS NOT NULL)",
    ),
    (
        "snapshots with a wrong number of sale days",
        "SELECT count(*) AS number FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE (u.facts #>> '{daily,rows}')::bigint <> (SELECT count(*) FROM daily_sale d WHERE d.snapshot_id = s.id)",
    ),
    (
        "snapshots with a wrong number of performances",
        "SELECT count(*) AS number FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE (u.facts #>> '{performances,rows}')::bigint
            <> (SELECT count(*) FROM performance_sale p WHERE p.snapshot_id = s.id)",
    ),
    (
        "workbooks that are there twice",
        "SELECT count(*) - count(DISTINCT (production_id, record_date, content_key)) AS number FROM upload",
    ),
    (
        "record dates with several live uploads",
        "SELECT count(*) AS number FROM (SELECT FROM upload WHERE status = 'completed'
         GROUP BY production_id, record_date HAVING count(*) > 1) AS several",
    ),
    (
        "uploads whose end is not in the audit once",
        "SELECT count(*) AS number FROM upload u WHERE 1 <> (SELECT count(*) FROM audit_entry a
         WHERE a.subject_id = u.id::text AND a.action IN ('upload.completed', 'upload.superseded', 'upload.failed'))",
    ),
];

/// Whoever may be killed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Member {
    Server(usize),
    Worker(usize),
    Replica,
}

impl Member {
    /// Everybody, in the order in which they are killed.
    pub(crate) fn all() -> [Self; SERVERS + WORKERS + 1] {
        [
            Self::Server(0),
            Self::Worker(0),
            Self::Replica,
            Self::Server(1),
            Self::Worker(1),
            Self::Server(2),
        ]
    }

    /// Which server it is.
    pub(crate) fn server(self) -> Option<usize> {
        match self {
            Self::Server(index) => Some(index),
            Self::Worker(_) | Self::Replica => None,
        }
    }
}

/// A process of the program, which is started again as it was.
struct Program {
    command: Command,
    child: Child,
}

impl Program {
    fn start(mut command: Command) -> Self {
        let child = command.spawn().expect("the program starts");
        Self { command, child }
    }

    fn kill(&mut self) {
        self.child.kill().expect("the process is ours");
        self.child.wait().expect("the process ends");
    }

    fn start_again(&mut self) {
        self.child = self.command.spawn().expect("the program starts");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Both fail only when it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Everything that runs. Dropped, nothing is left.
pub(crate) struct House {
    servers: Vec<Program>,
    workers: Vec<Program>,
    bases: Vec<String>,
    standby: Option<EmbeddedPostgres>,
    primary: EmbeddedPostgres,
    folder: TempDir,
}

impl House {
    /// Starts everything. On the main thread, with which PostgreSQL ends.
    pub(crate) fn open() -> Self {
        let folder = tempfile::tempdir_in("/tmp").expect("a folder");
        // PostgreSQL, which does not run as root, must reach its folders.
        std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("the folder is ours");
        let primary = EmbeddedPostgres::start(&config(&folder.path().join("primary"))).expect("PostgreSQL starts");
        let standby = EmbeddedPostgres::follow(&config(&folder.path().join("replica")), &primary);
        let standby = standby.expect("the replica starts");
        let ports: Vec<u16> = (0..SERVERS).map(|_| free_port()).collect();
        let program = |name: String, arguments: &[&str], port: u16| {
            let log = folder.path().join(format!("{name}.log"));
            let log = OpenOptions::new().create(true).append(true).open(log).expect("a log");
            let mut command = Command::new(env!("CARGO_BIN_EXE_fullhouse"));
            command
                .args(arguments)
                .current_dir(folder.path())
                .env("DATABASE_URL", primary.url())
                .env("DATABASE_READ_URLS", standby.url())
                .env("PORT", port.to_string())
                .env("UPLOAD_STORE", folder.path().join("originals"))
                .env("JOB_LEASE_MS", "2000")
                .env("LOG", "warn")
                .env("BOOTSTRAP_EMAIL", EMAIL)
                .env("BOOTSTRAP_PASSWORD", PASSWORD)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(log);
            command
        };
        let servers = (0..SERVERS).map(|index| {
            let mut command = program(format!("server-{index}"), &["serve", "--no-worker"], ports[index]);
            if index > 0 {
                // What is not remembered is read again and again, from the replica where that may be.
                command.env("REPORT_MEMORY_BYTES", "0");
            }
            let program = Program::start(command);
            if index == 0 {
                // It sets the database up.
                wait_for(ports[0]);
            }
            program
        });
        let servers = servers.collect();
        let worker = |index| Program::start(program(format!("worker-{index}"), &["worker"], 0));
        Self {
            servers,
            workers: (0..WORKERS).map(worker).collect(),
            bases: ports.iter().map(|port| format!("http://127.0.0.1:{port}")).collect(),
            standby: Some(standby),
            primary,
            folder,
        }
    }

    /// Where the servers are.
    pub(crate) fn bases(&self) -> &[String] {
        &self.bases
    }

    /// Waits until every server can work.
    pub(crate) async fn is_ready(&self) {
        let http = reqwest::Client::new();
        for base in &self.bases {
            let ready = format!("{base}/readyz");
            let began = Instant::now();
            while !http
                .get(&ready)
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                assert!(began.elapsed() < Duration::from_mins(1), "{base} is not ready");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }

    /// As a power cut would.
    pub(crate) fn kill(&mut self, member: Member) {
        match member {
            Member::Server(index) => self.servers[index].kill(),
            Member::Worker(index) => self.workers[index].kill(),
            Member::Replica => {
                let mut standby = self.standby.take().expect("the replica runs");
                standby.kill().expect("the replica is ours");
            }
        }
    }

    /// Starts what was killed.
    pub(crate) fn start(&mut self, member: Member) {
        match member {
            Member::Server(index) => self.servers[index].start_again(),
            Member::Worker(index) => self.workers[index].start_again(),
            Member::Replica => {
                let standby = EmbeddedPostgres::follow(&config(&self.folder.path().join("replica")), &self.primary);
                self.standby = Some(standby.expect("the replica starts again"));
            }
        }
    }

    /// Waits until no upload waits any more.
    pub(crate) fn settle(&self, patience: Duration, tally: &Tally) {
        let began = Instant::now();
        while self.number("SELECT count(*) AS number FROM upload WHERE status IN ('queued', 'processing')") > 0 {
            if began.elapsed() > patience {
                tally.wrong(format!("uploads that were accepted have not ended within {patience:?}"));
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Everything that was accepted is there, once and whole.
    pub(crate) fn check(&self, accepted: &[String], tally: &Tally) {
        let ended = "SELECT id::text AS text FROM upload WHERE status IN ('completed', 'superseded')";
        let ended = self.texts(ended);
        for id in accepted.iter().filter(|id| !ended.contains(*id)) {
            tally.wrong(format!("upload {id} was accepted and is lost"));
        }
        for (what, statement) in FAULTS {
            let count = self.number(statement);
            if count != 0 {
                tally.wrong(format!("{count} {what}"));
            }
        }
    }

    /// How many changes were committed.
    pub(crate) fn data_version(&self) -> i64 {
        self.number("SELECT version AS number FROM data_version")
    }

    fn number(&self, statement: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = BigInt)]
            number: i64,
        }
        let row: Row = diesel::sql_query(statement)
            .get_result(&mut self.connection())
            .expect("the database answers");
        row.number
    }

    fn texts(&self, statement: &str) -> HashSet<String> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Text)]
            text: String,
        }
        let rows: Vec<Row> = diesel::sql_query(statement)
            .load(&mut self.connection())
            .expect("the database answers");
        rows.into_iter().map(|row| row.text).collect()
    }

    fn connection(&self) -> PgConnection {
        PgConnection::establish(self.primary.url()).expect("the database answers")
    }
}

fn config(data_dir: &Path) -> EmbeddedConfig {
    EmbeddedConfig {
        data_dir: data_dir.to_owned(),
        durable: false,
        replicated: true,
        ..EmbeddedConfig::new(Launcher::own().expect("this program has a path"))
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.expect("a free port").port()
}

/// Until somebody listens there.
fn wait_for(port: u16) {
    let began = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            began.elapsed() < Duration::from_mins(1),
            "the first server does not start"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}
