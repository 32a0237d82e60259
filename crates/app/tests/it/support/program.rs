//! The program under test as a command.

use std::ffi::OsStr;
use std::fs::File;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// Variables besides the settings that a developer's shell may have set and that would change what the program does.
const OTHER_VARIABLES: [&str; 4] = [
    "FULLHOUSE_API_KEY",
    "PREDECESSOR_DATABASE_URL",
    "CLICOLOR_FORCE",
    "NO_COLOR",
];

const BINARY: &str = env!("CARGO_BIN_EXE_fullhouse");

/// The names of all settings.
fn settings() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../../../../../.env.example").lines();
    lines.filter_map(|line| Some(line.strip_prefix('#')?.split_once('=')?.0).filter(|name| !name.contains(' ')))
}

/// `fullhouse` with arguments, before it runs.
pub(crate) struct Program(Command);

impl Program {
    /// The program in this folder, without any configuration.
    pub(crate) fn new(arguments: &[&str], folder: &Path) -> Self {
        let mut command = Command::new(BINARY);
        command.stdin(Stdio::null());
        Self::of(command, arguments, folder)
    }

    /// The same, with a listening socket handed over as systemd does: as its third file, named by `LISTEN_FDS`.
    pub(crate) fn listening_on(socket: &TcpListener, arguments: &[&str], folder: &Path) -> Self {
        Self::of_release(BINARY.as_ref(), socket, arguments, folder)
    }

    /// The program of another release, where `FULLHOUSE_BEFORE` names one.
    pub(crate) fn before_on(socket: &TcpListener, arguments: &[&str], folder: &Path) -> Self {
        let before = std::env::var_os("FULLHOUSE_BEFORE");
        let binary = before.as_deref().unwrap_or(BINARY.as_ref());
        Self::of_release(binary, socket, arguments, folder)
    }

    fn of_release(binary: &OsStr, socket: &TcpListener, arguments: &[&str], folder: &Path) -> Self {
        let mut command = Command::new("sh");
        command
            .args(["-c", r#"LISTEN_FDS=1 LISTEN_PID=$$ exec "$0" "$@" 3<&0 </dev/null"#])
            .arg(binary)
            .stdin(OwnedFd::from(socket.try_clone().unwrap()));
        Self::of(command, arguments, folder)
    }

    fn of(mut command: Command, arguments: &[&str], folder: &Path) -> Self {
        command.args(arguments).current_dir(folder);
        // Where PostgreSQL's programs are is no choice of the test.
        let settings = settings().filter(|name| *name != "PG_BIN_DIR");
        for name in settings.chain(OTHER_VARIABLES) {
            command.env_remove(name);
        }
        // The start of the server is told, as that is where its port stands.
        command.env("LOG", "warn,fullhouse::commands::serve=info");
        Self(command)
    }

    pub(crate) fn variable(&mut self, name: &str, value: &str) -> &mut Self {
        self.0.env(name, value);
        self
    }

    /// In this folder.
    pub(crate) fn in_folder(mut self, folder: &Path) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Starts it, with its log in a pipe.
    pub(crate) fn spawn_piped(mut self) -> Child {
        self.0.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Ended {
        Ended(self.0.output().unwrap())
    }

    /// Starts it, with everything that it says in this file.
    pub(crate) fn spawn(mut self, log: File) -> Child {
        self.0.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap()
    }
}

/// A command that has ended.
pub(crate) struct Ended(Output);

impl Ended {
    /// The exit code; panics when a signal ended it.
    pub(crate) fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    pub(crate) fn stdout(&self) -> &str {
        std::str::from_utf8(&self.0.stdout).unwrap()
    }

    pub(crate) fn stderr(&self) -> &str {
        std::str::from_utf8(&self.0.stderr).unwrap()
    }
}
