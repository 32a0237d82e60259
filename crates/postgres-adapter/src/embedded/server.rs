//! The server's processes: how they are started and stopped.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use diesel::{Connection, PgConnection};

use super::account::Account;
use super::binaries::Installation;
use super::config::{EmbeddedConfig, Launcher};
use super::error::{EmbeddedError, cannot};
use super::folder::Folder;
use super::{OWNER, process, settings};

/// How long a start may take. After a crash PostgreSQL first repeats up to `max_wal_size` of changes.
const START: Duration = Duration::from_mins(2);

/// How long the processes of a server that was killed may take to notice.
const LEFT_OVERS: Duration = Duration::from_secs(15);

/// What PostgreSQL says when such processes still hold the memory they shared.
const STILL_IN_USE: &str = "is still in use";

/// Runs `initdb` beside the cluster's place and moves the result there, so that a cluster is whole or absent.
pub(super) fn create_cluster(
    config: &EmbeddedConfig,
    folder: &Folder,
    installed: &Installation,
) -> Result<(), EmbeddedError> {
    let new = folder.make_new_cluster()?;
    let locale = if cfg!(target_os = "macos") {
        "--locale=C"
    } else {
        "--locale=C.UTF-8"
    };
    let mut initdb = command(&config.launcher, &folder.account, &installed.initdb(), folder.root());
    initdb.arg("-D").arg(&new).args(["-U", OWNER, "-E", "UTF8", locale]);
    initdb.args(["--auth-local=trust", "--auth-host=reject"]);
    if !config.durable {
        initdb.arg("--no-sync");
    }
    let output = initdb.output().map_err(cannot("start", &config.launcher.program))?;
    if !output.status.success() {
        return Err(EmbeddedError::Initdb(
            String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        ));
    }
    folder.adopt_new_cluster(&new)
}

/// Copies a running cluster, by the socket in this folder, beside the place of ours and moves the copy there; it is one that
/// follows.
pub(super) fn copy_cluster(
    config: &EmbeddedConfig,
    folder: &Folder,
    installed: &Installation,
    primary: (&Path, u16),
) -> Result<(), EmbeddedError> {
    let new = folder.make_new_cluster()?;
    let program = installed.pg_basebackup();
    let (socket, port) = primary;
    let mut copy = command(&config.launcher, &folder.account, &program, folder.root());
    copy.arg("--pgdata").arg(&new).arg("--host").arg(socket);
    copy.args(["--port", &port.to_string(), "--username", OWNER]);
    copy.args(["--wal-method=stream", "--checkpoint=fast", "--write-recovery-conf"]);
    if !config.durable {
        copy.arg("--no-sync");
    }
    let output = copy.output().map_err(cannot("start", &config.launcher.program))?;
    if !output.status.success() {
        return Err(EmbeddedError::Copy(
            String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        ));
    }
    folder.adopt_new_cluster(&new)
}

/// A running `postgres`.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
}

impl Server {
    /// Starts the server and returns when it takes connections.
    pub(super) fn start(
        config: &EmbeddedConfig,
        folder: &Folder,
        installed: &Installation,
        url: &str,
    ) -> Result<(Self, PgConnection), EmbeddedError> {
        let started = Instant::now();
        loop {
            let mut server = Self::spawn(config, folder, installed)?;
            match server.wait_until_ready(folder, url) {
                // The parts of a server whose first process was killed end by themselves, a moment later.
                Err(EmbeddedError::Exited { log, .. })
                    if log.contains(STILL_IN_USE) && started.elapsed() < LEFT_OVERS =>
                {
                    std::thread::sleep(Duration::from_millis(200));
                }
                ready => return ready.map(|conn| (server, conn)),
            }
        }
    }

    /// How the server ended, or `None` while it runs.
    pub(super) fn exit_status(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// Ends the server at once, as a power cut would.
    pub(super) fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Stops the server if it runs: politely, then less so.
    pub(super) fn stop(&mut self) {
        let child = &mut self.child;
        // A child that was waited for has no number any more that a signal could be sent to.
        let Ok(pid) = i32::try_from(child.id()) else { return };
        process::shut_down(pid, || !matches!(child.try_wait(), Ok(None)));
    }

    fn spawn(config: &EmbeddedConfig, folder: &Folder, installed: &Installation) -> Result<Self, EmbeddedError> {
        let log = folder.new_log()?;
        let errors = log.try_clone().map_err(cannot("write", &folder.log_file()))?;
        let mut postgres = command(&config.launcher, &folder.account, &installed.postgres(), folder.root());
        postgres.arg("-D").arg(folder.cluster());
        for setting in settings::settings(config, folder) {
            postgres.arg("-c").arg(setting);
        }
        let child = postgres
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(cannot("start", &config.launcher.program))?;
        Ok(Self { child })
    }

    fn wait_until_ready(&mut self, folder: &Folder, url: &str) -> Result<PgConnection, EmbeddedError> {
        let pid_file = folder.cluster().join("postmaster.pid");
        let mut ended = None;
        let ready = process::wait_until(START, || {
            ended = self.child.try_wait().ok().flatten();
            ended.is_some() || says_ready(&pid_file, self.child.id())
        });
        if let Some(status) = ended {
            return Err(EmbeddedError::Exited {
                status,
                log: folder.log_tail(),
            });
        }
        if !ready {
            return Err(EmbeddedError::Timeout {
                waited: START,
                log: folder.log_tail(),
            });
        }
        Ok(PgConnection::establish(url)?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The first line of postmaster.pid is the server's number, the eighth its state.
fn says_ready(pid_file: &Path, pid: u32) -> bool {
    let text = fs::read_to_string(pid_file).unwrap_or_default();
    let mut lines = text.lines();
    lines.next() == Some(pid.to_string().as_str()) && lines.nth(6).is_some_and(|state| state.trim() == "ready")
}

/// What `postgres --version` says, asked by the user that would run it: whoever can write its folder is not root by that.
pub(super) fn version(config: &EmbeddedConfig, folder: &Folder, postgres: &Path) -> Option<String> {
    let mut postgres = command(&config.launcher, &folder.account, postgres, folder.root());
    let output = postgres.arg("--version").stderr(Stdio::null()).output().ok()?;
    String::from_utf8(output.stdout).ok()
}

/// `program` through the launcher, as PostgreSQL's user, apart from our terminal and our secrets.
fn command(launcher: &Launcher, account: &Account, program: &Path, dir: &Path) -> Command {
    let mut command = Command::new(&launcher.program);
    command.args(&launcher.args);
    if account.switch {
        command.args(["--uid", &account.uid.to_string(), "--gid", &account.gid.to_string()]);
    }
    command
        .args(["--parent", &std::process::id().to_string(), "--"])
        .arg(program);
    // Our environment holds passwords, and PG… variables that would mislead the server.
    command.env_clear();
    for name in ["PATH", "LD_LIBRARY_PATH"].map(OsStr::new) {
        command.envs(std::env::var_os(name).map(|value| (name, value)));
    }
    // Its own group, so that Ctrl-C reaches us first and we stop it in order.
    command.current_dir(dir).stdin(Stdio::null()).process_group(0);
    command
}
