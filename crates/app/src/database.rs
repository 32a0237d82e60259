//! Which PostgreSQL the program works with, and who watches over it.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use postgres_adapter::embedded::{EmbeddedConfig, EmbeddedPostgres, Launcher};
use postgres_adapter::setup::Ownership;

use crate::config::{Database, Url};

/// How often the main thread looks whether the embedded server still runs.
const WATCH_EVERY: Duration = Duration::from_millis(500);

/// A database that can be connected to.
#[derive(Debug, Clone)]
pub(crate) struct Connected {
    pub(crate) url: Url,
    pub(crate) ownership: Ownership,
}

/// Runs `work` in a thread of its own with the configured database. Must be called from the main thread: the embedded
/// server ends with the thread that started it. That server is started again when it dies, and stopped at the end.
pub(crate) fn with_database<T: Send + 'static>(
    database: Database,
    work: impl FnOnce(Connected) -> Result<T> + Send + 'static,
) -> Result<T> {
    match database {
        Database::External(url) => work(Connected {
            url,
            ownership: Ownership::External,
        }),
        Database::Embedded { port, password } => {
            let config = EmbeddedConfig {
                port,
                password,
                ..EmbeddedConfig::new(Launcher::own()?)
            };
            let embedded = EmbeddedPostgres::start(&config).context("the embedded PostgreSQL does not start")?;
            let connected = Connected {
                url: Url(embedded.url().to_owned()),
                ownership: Ownership::Embedded,
            };
            let (sender, ended) = std::sync::mpsc::channel();
            let working = thread::Builder::new().name("fullhouse".to_owned()).spawn(move || {
                // Received, or the main thread is gone and with it everything else.
                let _ = sender.send(work(connected));
            })?;
            let result = watch(&config, embedded, &ended);
            // Its result is there, or it panicked and said so.
            let _ = working.join();
            result
        }
    }
}

fn watch<T>(config: &EmbeddedConfig, mut embedded: EmbeddedPostgres, ended: &Receiver<Result<T>>) -> Result<T> {
    loop {
        match ended.recv_timeout(WATCH_EVERY) {
            Ok(result) => {
                embedded.stop();
                return result;
            }
            Err(RecvTimeoutError::Disconnected) => return Err(anyhow!("the program broke off")),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Err(error) = embedded.bound_log() {
            tracing::debug!(%error, "The log of PostgreSQL could not be bounded.");
        }
        if let Some(status) = embedded.exit_status()? {
            tracing::error!(%status, "PostgreSQL has died; starting it again.");
            // Its lock goes with it.
            drop(embedded);
            embedded = EmbeddedPostgres::start(config).context("PostgreSQL died and does not start again")?;
        }
    }
}
