//! A server for one command: `fullhouse with-postgres -- cargo test`.

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::{fs, io};

use nix::sys::signal::Signal;
use tempfile::TempDir;
use thiserror::Error;
use tokio::process::Command;
use tokio::signal::unix::{SignalKind, signal};

use super::account::Account;
use super::folder::Folder;
use super::{EmbeddedConfig, EmbeddedError, EmbeddedPostgres, Launcher, orphan, process};

/// Where the command finds the server. Its role may create databases.
pub const URL_VARIABLE: &str = "TEST_DATABASE_URL";

const PREFIX: &str = "fullhouse-ephemeral-";

/// Why the command was not run.
#[derive(Debug, Error)]
pub enum EphemeralError {
    /// There is no server.
    #[error(transparent)]
    Postgres(#[from] EmbeddedError),
    /// Nothing was given to run.
    #[error("with-postgres needs a command: with-postgres -- COMMAND ARGUMENT…")]
    NoCommand,
    /// The command could not be run.
    #[error("cannot run {}", .0.display())]
    Command(OsString, #[source] io::Error),
    /// The folder or the signals are not to be had.
    #[error("cannot prepare a throw-away database")]
    Io(#[from] io::Error),
}

/// Runs `command` with a throw-away server, whose URL is in [`URL_VARIABLE`], and removes that server afterwards.
///
/// SIGTERM is passed on to the command, and so is SIGINT when it did not come from a terminal, which sends it to the command
/// by itself; the server is stopped when the command has ended. Must be called from the main thread, outside of any runtime.
pub fn with_ephemeral(launcher: Launcher, command: &[OsString]) -> Result<ExitStatus, EphemeralError> {
    let (program, args) = command.split_first().ok_or(EphemeralError::NoCommand)?;
    // On this thread alone, as the server ends with the thread that started it.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let guard = runtime.enter();
    // Before the server is started, so that a signal during its start is kept for the command.
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    drop(guard);

    let Scratch {
        mut postgres,
        dir: _dir,
    } = Scratch::start(launcher)?;
    let status = runtime.block_on(async {
        let mut child = Command::new(program)
            .args(args)
            .env(URL_VARIABLE, postgres.url())
            .spawn()?;
        loop {
            tokio::select! {
                status = child.wait() => return status,
                _ = interrupt.recv() => if !io::stdin().is_terminal() { pass_on(child.id(), Signal::SIGINT) },
                _ = terminate.recv() => pass_on(child.id(), Signal::SIGTERM),
            }
        }
    });
    postgres.stop();
    status.map_err(|error| EphemeralError::Command(program.clone(), error))
}

/// A server with an empty database, which is removed when this is dropped.
pub struct Scratch {
    postgres: EmbeddedPostgres,
    // After the server, which must have ended.
    dir: TempDir,
}

impl Scratch {
    /// Starts it. Must be called from the main thread.
    pub fn start(launcher: Launcher) -> Result<Self, EphemeralError> {
        let dir = temp_dir()?;
        let postgres = EmbeddedPostgres::start(&EmbeddedConfig {
            data_dir: dir.path().to_owned(),
            port: None,
            password: None,
            launcher,
            durable: false,
            replicated: false,
        })?;
        Ok(Self { postgres, dir })
    }

    /// Its database.
    pub fn url(&self) -> &str {
        self.postgres.url()
    }
}

fn pass_on(pid: Option<u32>, signal: Signal) {
    if let Some(pid) = pid.and_then(|pid| i32::try_from(pid).ok()) {
        process::signal(pid, signal);
    }
}

/// A folder that PostgreSQL's user can reach, even when TMPDIR is root's own.
fn temp_dir() -> Result<TempDir, EphemeralError> {
    let account = Account::choose()?;
    let mut parent = std::env::temp_dir();
    if account.switch && !account.can_reach(&parent)? {
        parent = PathBuf::from("/tmp");
    }
    remove_left_overs(&parent);
    let dir = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
    if account.switch {
        fs::set_permissions(dir.path(), std::os::unix::fs::PermissionsExt::from_mode(0o711))?;
    }
    Ok(dir)
}

/// Removes what is left where the program was killed: a folder that is ours, holds a cluster, and whose lock nobody holds.
fn remove_left_overs(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let ours = entry
            .metadata()
            .is_ok_and(|found| found.is_dir() && found.uid() == nix::unistd::geteuid().as_raw());
        // A folder without a cluster may be one that is being made at this moment.
        if ours && is_named_by_us(&entry.file_name()) && entry.path().join("cluster").exists() {
            // Its server may be about to end, and would write into what we remove.
            let stopped = Folder::open(&entry.path()).and_then(|folder| orphan::clear(&folder).map(|()| folder));
            if stopped.is_ok() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

fn is_named_by_us(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PREFIX))
}
