//! A PostgreSQL of our own, run from the installed programs.
//!
//! [`EmbeddedPostgres::start`] makes a cluster when there is none, repairs what a crash left, and runs the server as a child
//! that ends with this process. Its owner connects through a private socket, without a password; other programs may connect
//! as role [`reader::ROLE`] when a port is given. PostgreSQL does not run as root: started as root, we become another user in
//! a hidden command of our own program ([`launch`]), which `main` must offer.
//!
//! It never downloads anything, never deletes a cluster, and never serves one folder twice.

mod account;
mod binaries;
mod config;
pub mod ephemeral;
mod error;
mod folder;
pub mod launch;
mod orphan;
mod process;
pub mod reader;
mod server;
mod settings;

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::sql_types::Bool;
use diesel::{PgConnection, QueryResult, RunQueryDsl};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

pub(crate) use binaries::program_folders;
pub use config::{EmbeddedConfig, Launcher};
pub use error::EmbeddedError;
pub use reader::grant_reader;

use folder::Folder;
use server::Server;

/// The database, and the role that owns it.
const DATABASE: &str = "fullhouse";
const OWNER: &str = "fullhouse";

/// PostgreSQL's own port, which a URL need not name.
const DEFAULT_PORT: u16 = 5432;

/// Longest log of the server.
const MAX_LOG_BYTES: u64 = 10_000_000;

/// What a folder's name keeps in a URL.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// A running server. It is stopped when this is dropped, and when the process ends.
#[derive(Debug)]
pub struct EmbeddedPostgres {
    url: String,
    port: u16,
    // Before the folder, so that the lock is held until the server has ended.
    server: Server,
    folder: Folder,
}

impl EmbeddedPostgres {
    /// Starts the server, with an empty database on the first run; returns when it takes connections.
    ///
    /// Blocks, for a second on the first run and some milliseconds afterwards. Must be called from the program's main thread:
    /// the system stops the server when the thread that started it ends.
    pub fn start(config: &EmbeddedConfig) -> Result<Self, EmbeddedError> {
        check(config)?;
        let started = Instant::now();
        let folder = Folder::open(&config.data_dir)?;
        let version = |postgres: &Path| server::version(config, &folder, postgres);
        let installed = binaries::find(&folder.cluster(), folder.cluster_version()?.as_deref(), &version)?;
        if folder.cluster().exists() {
            orphan::clear(&folder)?;
        } else {
            tracing::info!(data_dir = %folder.root().display(), "Creating the database in {}.", folder.root().display());
            server::create_cluster(config, &folder, &installed)?;
        }
        if let Some(port) = config.port {
            // PostgreSQL would say it too, but only in its log.
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|_| EmbeddedError::PortTaken(port))?;
        }
        folder.write_hba(&settings::hba(config))?;

        let port = config.port.unwrap_or(DEFAULT_PORT);
        let maintenance = url(&folder.socket_dir, port, "postgres");
        let (server, mut conn) = Server::start(config, &folder, &installed, &maintenance)?;
        create_database(&mut conn)?;
        reader::prepare(&mut conn, config.password.as_deref())?;
        tracing::info!(
            data_dir = %folder.root().display(),
            pid = server.pid(),
            elapsed_ms = started.elapsed().as_millis(),
            "PostgreSQL {} is ready (process {}, data in {}).",
            installed.major,
            server.pid(),
            folder.root().display(),
        );
        Ok(Self {
            url: url(&folder.socket_dir, port, DATABASE),
            port,
            server,
            folder,
        })
    }

    /// Starts a standby of `primary`, which was started with `replicated`; a copy of it on the first run. Returns when it can be
    /// read.
    ///
    /// Blocks, and must be called from the program's main thread, as [`Self::start`].
    pub fn follow(config: &EmbeddedConfig, primary: &Self) -> Result<Self, EmbeddedError> {
        check(config)?;
        let folder = Folder::open(&config.data_dir)?;
        let version = |postgres: &Path| server::version(config, &folder, postgres);
        let installed = binaries::find(
            &folder.cluster(),
            primary.folder.cluster_version()?.as_deref(),
            &version,
        )?;
        if folder.cluster().exists() {
            orphan::clear(&folder)?;
        } else {
            server::copy_cluster(
                config,
                &folder,
                &installed,
                (primary.folder.socket_dir.as_path(), primary.port),
            )?;
        }
        folder.write_hba(&settings::hba(config))?;
        let port = config.port.unwrap_or(DEFAULT_PORT);
        let url = url(&folder.socket_dir, port, DATABASE);
        let (server, _) = Server::start(config, &folder, &installed, &url)?;
        Ok(Self {
            url,
            port,
            server,
            folder,
        })
    }

    /// The URL of a server that another process runs with this configuration; `None` where none does. It may be starting.
    pub fn running(config: &EmbeddedConfig) -> Result<Option<String>, EmbeddedError> {
        let socket_dir = Folder::socket_of_running(&config.data_dir)?;
        let port = config.port.unwrap_or(DEFAULT_PORT);
        Ok(socket_dir.map(|socket_dir| url(&socket_dir, port, DATABASE)))
    }

    /// Whether there is a cluster that [`Self::start`] would start with; without one it makes one. Makes nothing itself.
    pub fn has_cluster(config: &EmbeddedConfig) -> Result<bool, EmbeddedError> {
        Folder::has_cluster(&config.data_dir)
    }

    /// Gives the cluster that is there another name, with `suffix` at its end, also where no server starts with it any more;
    /// answers where it is. `None` where there is none.
    pub fn set_aside(config: &EmbeddedConfig, suffix: &str) -> Result<Option<PathBuf>, EmbeddedError> {
        let folder = Folder::open(&config.data_dir)?;
        if folder.cluster().exists() {
            orphan::clear(&folder)?;
        }
        folder.set_aside(suffix)
    }

    /// `postgres://fullhouse@localhost/fullhouse?host=/folder/of/the/socket`, as diesel, sqlx and psql read it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where the data are: the folder that was asked for, or the one that was taken instead.
    pub fn data_dir(&self) -> &Path {
        self.folder.root()
    }

    /// The server's log of this run.
    pub fn log_file(&self) -> PathBuf {
        self.folder.log_file()
    }

    /// Begins the log anew when it has become long: a server may run for years. What it said is kept beside it, once.
    pub fn bound_log(&self) -> std::io::Result<()> {
        self.folder.bound_log(MAX_LOG_BYTES)
    }

    /// The number of the server's first process.
    pub fn pid(&self) -> u32 {
        self.server.pid()
    }

    /// How the server ended when it was not asked to, or `None` while it runs.
    pub fn exit_status(&mut self) -> std::io::Result<Option<ExitStatus>> {
        self.server.exit_status()
    }

    /// Ends the server at once, as a power cut would: what it had not written is lost, and clients are not told.
    pub fn kill(&mut self) -> std::io::Result<()> {
        self.server.kill()
    }

    /// Stops the server in order: open transactions are rolled back, and the next start needs no recovery. Blocks, for up to
    /// 15 s before it resorts to force.
    pub fn stop(&mut self) {
        self.server.stop();
    }
}

fn check(config: &EmbeddedConfig) -> Result<(), EmbeddedError> {
    match (config.port, config.password.as_deref()) {
        (Some(_), None) => Err(EmbeddedError::PasswordMissing),
        (_, Some(password)) if password.is_empty() || password.contains('\0') => Err(EmbeddedError::PasswordInvalid),
        _ if !on_main_thread() => Err(EmbeddedError::NotMainThread),
        _ => Ok(()),
    }
}

#[cfg(target_os = "linux")]
fn on_main_thread() -> bool {
    nix::unistd::gettid() == nix::unistd::getpid()
}

/// Only Linux has a signal at the parent's death, and with it the need.
#[cfg(not(target_os = "linux"))]
fn on_main_thread() -> bool {
    true
}

fn create_database(conn: &mut PgConnection) -> QueryResult<()> {
    let exists = format!("EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}')");
    if diesel::select(sql::<Bool>(&exists)).get_result(conn)? {
        return Ok(());
    }
    conn.batch_execute(&format!("CREATE DATABASE {DATABASE}"))
}

fn url(socket_dir: &Path, port: u16, database: &str) -> String {
    let host = percent_encode(socket_dir.as_os_str().as_encoded_bytes(), IN_PATHS);
    let port = if port == DEFAULT_PORT {
        String::new()
    } else {
        format!(":{port}")
    };
    format!("postgres://{OWNER}@localhost{port}/{database}?host={host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_the_socket_and_a_port_that_is_not_the_usual_one() {
        assert_eq!(
            url(Path::new("/a/b"), 5432, "x"),
            "postgres://fullhouse@localhost/x?host=/a/b"
        );
        assert_eq!(
            url(Path::new("/공 연/+"), 1377, "x"),
            "postgres://fullhouse@localhost:1377/x?host=/%EA%B3%B5%20%EC%97%B0/%2B"
        );
    }

    fn config() -> EmbeddedConfig {
        EmbeddedConfig::new(Launcher {
            program: "fullhouse".into(),
            args: vec![],
        })
    }

    #[test]
    fn a_port_without_a_password_is_refused() {
        let config = EmbeddedConfig {
            port: Some(1377),
            ..config()
        };
        assert!(matches!(check(&config), Err(EmbeddedError::PasswordMissing)));
    }

    #[test]
    fn an_empty_password_is_refused() {
        let config = EmbeddedConfig {
            port: Some(1377),
            password: Some(String::new()),
            ..config()
        };
        assert!(matches!(check(&config), Err(EmbeddedError::PasswordInvalid)));
    }

    #[test]
    fn the_password_is_not_printed_with_the_configuration() {
        let config = EmbeddedConfig {
            password: Some("secret".to_owned()),
            ..config()
        };
        assert!(!format!("{config:?}").contains("secret"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn another_thread_than_the_main_one_is_refused() {
        // The test harness runs each test in a thread of its own, unless told to use one.
        let checked = std::thread::spawn(|| check(&config())).join().unwrap();
        assert!(matches!(checked, Err(EmbeddedError::NotMainThread)));
    }
}
