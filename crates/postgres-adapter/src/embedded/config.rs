//! What the embedded server is told.

use std::path::PathBuf;
use std::{env, fmt, io};

use super::launch;

/// How to start a program through [`launch::run`]: our own executable and its hidden command.
#[derive(Debug, Clone)]
pub struct Launcher {
    /// The executable.
    pub program: PathBuf,
    /// Its arguments, up to those that [`launch::run`] reads.
    pub args: Vec<String>,
}

impl Launcher {
    /// The running executable with the argument [`launch::COMMAND`].
    pub fn own() -> io::Result<Self> {
        Ok(Self {
            program: env::current_exe()?,
            args: vec![launch::COMMAND.to_owned()],
        })
    }
}

/// Where the embedded server keeps its data, and who may talk to it.
#[derive(Clone)]
pub struct EmbeddedConfig {
    /// Holds the cluster, the socket, the log and the lock; created when it is missing.
    pub data_dir: PathBuf,
    /// Where role `reader` may connect on 127.0.0.1; nothing listens there when it is `None`.
    pub port: Option<u16>,
    /// The password of role `reader`; required with a port.
    pub password: Option<String>,
    /// How to start the server's programs.
    pub launcher: Launcher,
    /// `false` for a throw-away cluster: faster, and lost in a power cut.
    pub durable: bool,
    /// Whether standbys may follow it.
    pub replicated: bool,
}

impl EmbeddedConfig {
    /// A durable cluster in `./data/postgres` that only its owner can reach.
    pub fn new(launcher: Launcher) -> Self {
        Self {
            data_dir: PathBuf::from("data/postgres"),
            port: None,
            password: None,
            launcher,
            durable: true,
            replicated: false,
        }
    }
}

// Written by hand so that the password never reaches a log.
impl fmt::Debug for EmbeddedConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmbeddedConfig")
            .field("data_dir", &self.data_dir)
            .field("port", &self.port)
            .field("password", &self.password.as_ref().map(|_| "…"))
            .field("launcher", &self.launcher)
            .field("durable", &self.durable)
            .field("replicated", &self.replicated)
            .finish()
    }
}
