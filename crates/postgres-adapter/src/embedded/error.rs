//! Everything that can keep the embedded server from running.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::Duration;

use thiserror::Error;

/// What to type to get the server programs.
const INSTALL: &str = if cfg!(target_os = "macos") {
    "brew install postgresql@17"
} else {
    "sudo apt-get install -y postgresql"
};

/// Why the embedded PostgreSQL could not be started. Each text says what to do about it where something can be done.
#[derive(Debug, Error)]
pub enum EmbeddedError {
    /// No `initdb` and `postgres` of a supported version anywhere.
    #[error(
        "PostgreSQL's server programs (initdb and postgres, version 14 or newer) were not found: install them with \
         `{INSTALL}`, say where they are with PG_BIN_DIR, or use a server of your own with DATABASE_URL"
    )]
    NotInstalled,
    /// `PG_BIN_DIR` was set, and is wrong.
    #[error("PG_BIN_DIR is {}, which does not hold initdb and postgres of version 14 or newer", .0.display())]
    WrongBinDir(PathBuf),
    /// The data were written by a major version that is not installed.
    #[error(
        "the data in {} were written by PostgreSQL {cluster}, but only {installed} is installed: install PostgreSQL \
         {cluster} beside it, or move the data with pg_upgrade", dir.display()
    )]
    OtherVersion {
        /// The cluster.
        dir: PathBuf,
        /// The major version that wrote it.
        cluster: String,
        /// The major versions found, for a person to read.
        installed: String,
    },
    /// The server dies with the thread that started it, so only the main thread may.
    #[error("the embedded PostgreSQL must be started by the program's main thread, as it ends with that thread")]
    NotMainThread,
    /// A port was asked for, and no password.
    #[error(
        "EMBEDDED_POSTGRES_PORT opens the database to other programs, so EMBEDDED_POSTGRES_PASSWORD must be set too"
    )]
    PasswordMissing,
    /// PostgreSQL's strings cannot hold it.
    #[error("EMBEDDED_POSTGRES_PASSWORD is empty or contains a NUL character")]
    PasswordInvalid,
    /// Someone else listens there.
    #[error("port {0} of 127.0.0.1 is in use by another program: choose another EMBEDDED_POSTGRES_PORT")]
    PortTaken(u16),
    /// Another instance has the folder.
    #[error("another fullhouse is running on {}: stop it first, or start this one in a different folder", .0.display())]
    Locked(PathBuf),
    /// The files belong to someone we cannot become.
    #[error("{} belongs to user {owner}, and this is user {user}: start as {owner}, or as root", dir.display())]
    ForeignOwner {
        /// The cluster.
        dir: PathBuf,
        /// The user id of its owner.
        owner: u32,
        /// Our user id.
        user: u32,
    },
    /// PostgreSQL refuses to run as root.
    #[error("{} belongs to root, and PostgreSQL does not run as root: give it away with `chown -R postgres {}`",
        .0.display(), .0.display())]
    OwnedByRoot(PathBuf),
    /// There are data in a folder that the database's user can no longer reach.
    #[error("user {user} cannot reach the data in {}: allow it to pass through the folders above (`chmod o+x`)", dir.display())]
    Unreachable {
        /// The cluster.
        dir: PathBuf,
        /// The user PostgreSQL would run as.
        user: String,
    },
    /// We are root and there is nobody to become.
    #[error("started as root, but there is neither a user `postgres` nor `nobody` that PostgreSQL could run as")]
    NoUser,
    /// The folder for the socket is not ours alone.
    #[error("{} exists and is not a private folder of this user: remove it", .0.display())]
    SocketDir(PathBuf),
    /// The cluster could not be made.
    #[error("initdb failed:\n{0}")]
    Initdb(String),
    /// The cluster that is to be followed could not be copied.
    #[error("pg_basebackup failed:\n{0}")]
    Copy(String),
    /// A server of an earlier run ignores every signal.
    #[error("process {0}, a PostgreSQL of an earlier run on the same data, does not stop")]
    Orphan(i32),
    /// The server ended while it started.
    #[error("PostgreSQL ended while it started ({status}); the end of its log:\n{log}")]
    Exited {
        /// How it ended.
        status: ExitStatus,
        /// The last lines of its log.
        log: String,
    },
    /// The server did not get ready.
    #[error("PostgreSQL was not ready after {} s; the end of its log:\n{log}", waited.as_secs())]
    Timeout {
        /// How long we waited.
        waited: Duration,
        /// The last lines of its log.
        log: String,
    },
    /// The server runs, but does not let us in.
    #[error("cannot connect to the embedded PostgreSQL")]
    Connection(#[from] diesel::ConnectionError),
    /// The database or the role could not be made.
    #[error("cannot prepare the embedded PostgreSQL")]
    Sql(#[from] diesel::result::Error),
    /// The operating system said no.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// A verb.
        action: &'static str,
        /// Its object.
        path: PathBuf,
        /// Its reason.
        #[source]
        source: io::Error,
    },
}

/// For `map_err`: says what was being done to which file.
pub(super) fn cannot(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> EmbeddedError {
    move |source| EmbeddedError::Io {
        action,
        path: path.to_owned(),
        source,
    }
}
