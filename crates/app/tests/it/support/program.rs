//! The program under test as a command.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// Variables that a developer's shell may have set and that would change what the program does.
const CONFIGURATION: [&str; 22] = [
    "DATABASE_URL",
    "POSTGRES_HOST",
    "POSTGRES_PORT",
    "POSTGRES_USER",
    "POSTGRES_PASSWORD",
    "POSTGRES_DB",
    "EMBEDDED_POSTGRES_PORT",
    "EMBEDDED_POSTGRES_PASSWORD",
    "JOB_LEASE_MS",
    "LOG_FORMAT",
    "MODE",
    "HOST",
    "PUBLIC_URL",
    "ALLOWED_ORIGINS",
    "TRUSTED_PROXIES",
    "SLACK_HOSTS",
    "BOOTSTRAP_EMAIL",
    "BOOTSTRAP_PASSWORD",
    "FULLHOUSE_API_KEY",
    "JOB_RETRY_MS",
    "CLICOLOR_FORCE",
    "NO_COLOR",
];

/// `fullhouse` with arguments, before it runs.
pub(crate) struct Program(Command);

impl Program {
    /// The program in this folder, without any configuration.
    pub(crate) fn new(arguments: &[&str], folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fullhouse"));
        command.args(arguments).current_dir(folder).stdin(Stdio::null());
        for name in CONFIGURATION {
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
