//! Where servers run: a folder with the store of originals, and a database.

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use postgres_adapter::test_database::TestDatabase;
use serde_json::Value;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

use super::{Client, Program, Server, Worker, until};

/// Who can sign in to every server: the client of a server is this master.
pub(crate) const MASTER_EMAIL: &str = "master@example.com";
/// The master's password.
pub(crate) const MASTER_PASSWORD: &str = "correct horse battery";

/// A folder and a database that several servers and workers may share, also one after the other.
#[derive(Clone)]
pub(crate) struct Site {
    place: Arc<Place>,
    variables: BTreeMap<&'static str, String>,
}

struct Place {
    folder: TempDir,
    /// `None` where the servers run their own PostgreSQL.
    database: Option<TestDatabase>,
}

impl Site {
    /// With a database of its own on the test server; schedules run only when a test says so.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// The same, whose servers and workers see these variables too.
    pub(crate) fn with(variables: &[(&'static str, &str)]) -> Self {
        Self::build(Some(TestDatabase::with_paused_schedules()), variables)
    }

    /// Without a database: each server runs its own.
    pub(crate) fn embedded(variables: &[(&'static str, &str)]) -> Self {
        Self::build(None, variables)
    }

    fn build(database: Option<TestDatabase>, variables: &[(&'static str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // PostgreSQL, which does not run as root, must reach its folder below this one.
        std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let site = Self {
            place: Arc::new(Place { folder, database }),
            variables: BTreeMap::new(),
        };
        site.with_more(variables)
    }

    /// The same place, for servers and workers that see these variables too.
    pub(crate) fn with_more(&self, variables: &[(&'static str, &str)]) -> Self {
        let mut more = self.clone();
        let variables = variables.iter().map(|(name, value)| (*name, (*value).to_owned()));
        more.variables.extend(variables);
        more
    }

    /// A server with its worker.
    pub(crate) async fn serve(&self) -> Server {
        Server::start(self, &["serve"]).await
    }

    /// A server whose uploads wait for a worker elsewhere.
    pub(crate) async fn serve_without_worker(&self) -> Server {
        Server::start(self, &["serve", "--no-worker"]).await
    }

    /// A server on a socket that is handed over.
    pub(crate) async fn serve_on(&self, socket: &TcpListener) -> Server {
        Server::start_on(self, socket).await
    }

    /// A server of the release before on such a socket, where there is one (`FULLHOUSE_BEFORE`).
    pub(crate) async fn serve_before_on(&self, socket: &TcpListener) -> Server {
        let before = Program::before_on(socket, &["serve"], self.folder());
        Server::start_as(self, self.configured(before)).await
    }

    /// A worker.
    pub(crate) fn work(&self) -> Worker {
        Worker::start(self)
    }

    /// Any command of the program, run here.
    pub(crate) fn program(&self, arguments: &[&str]) -> Program {
        self.configured(Program::new(arguments, self.folder()))
    }

    /// The same with a listening socket that is handed over.
    pub(super) fn program_on(&self, socket: &TcpListener, arguments: &[&str]) -> Program {
        self.configured(Program::listening_on(socket, arguments, self.folder()))
    }

    fn configured(&self, mut program: Program) -> Program {
        program.variable("UPLOAD_STORE", self.store().to_str().unwrap());
        program.variable("PORT", "0");
        program.variable("BOOTSTRAP_EMAIL", MASTER_EMAIL);
        program.variable("BOOTSTRAP_PASSWORD", MASTER_PASSWORD);
        if let Some(database) = &self.place.database {
            program.variable("DATABASE_URL", database.url());
        }
        for (name, value) in &self.variables {
            program.variable(name, value);
        }
        program
    }

    pub(crate) fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    /// Where the servers keep the originals.
    pub(crate) fn store(&self) -> PathBuf {
        self.folder().join("originals")
    }

    /// Where the original with this hash lies.
    pub(crate) fn original(&self, upload: &Value) -> PathBuf {
        let sha256 = upload["sha256"].as_str().unwrap();
        self.store().join(&sha256[..2]).join(sha256)
    }

    /// How many originals are kept, those included that are being received; without the records beside them.
    pub(crate) fn originals(&self) -> usize {
        let files = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let is_record = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "json");
        files(self.store())
            .flat_map(files)
            .filter(|path| !is_record(path))
            .count()
    }

    /// Where the database is.
    pub(crate) fn database_url(&self) -> &str {
        self.place
            .database
            .as_ref()
            .expect("a site with an external database")
            .url()
    }

    /// A connection for looking behind the API.
    pub(crate) async fn connection(&self) -> PgConnection {
        PgConnection::connect(self.database_url()).await.unwrap()
    }

    /// One number from the database.
    pub(crate) async fn count(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement)
            .fetch_one(&mut self.connection().await)
            .await
            .unwrap()
    }

    /// Changes what lies behind the API; answers how many rows.
    pub(crate) async fn execute(&self, statement: &'static str) -> u64 {
        sqlx::raw_sql(statement)
            .execute(&mut self.connection().await)
            .await
            .unwrap()
            .rows_affected()
    }

    /// The same with one text, which is `$1`.
    pub(crate) async fn execute_with(&self, statement: &'static str, text: &str) -> u64 {
        sqlx::query(statement)
            .bind(text)
            .execute(&mut self.connection().await)
            .await
            .unwrap()
            .rows_affected()
    }

    /// Waits, a second at most, until a server knows of everything that others have written: until then it may answer a
    /// report as it remembers it.
    pub(crate) async fn until_heard(&self, server: &Client) {
        let written = self.count("SELECT version FROM data_version").await;
        until(
            "the server has heard of every write",
            Duration::from_secs(1),
            async || {
                let heard = server.get("/api/v1/auth/me").await;
                let heard: i64 = heard.header("x-data-version").parse().unwrap();
                (heard >= written).then_some(())
            },
        )
        .await;
    }
}
