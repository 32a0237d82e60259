//! Which PostgreSQL the program works with, and who watches over it.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use postgres_adapter::embedded::ephemeral::Scratch;
use postgres_adapter::embedded::{EmbeddedConfig, EmbeddedPostgres, Launcher};
use postgres_adapter::setup::{self, Ownership, SetupError, Standing};

use crate::config::{Database, Url};

/// How often the main thread looks whether the embedded server still runs.
const WATCH_EVERY: Duration = Duration::from_millis(500);

/// How often a database that waits to be brought up to date is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A database that can be connected to.
#[derive(Debug, Clone)]
pub(crate) struct Connected {
    pub(crate) url: Url,
    pub(crate) ownership: Ownership,
    /// Where the data of our own are.
    pub(crate) folder: Option<PathBuf>,
}

impl Connected {
    /// Returns when the database is fit for this release. Our own is brought up to date, and so is one that is empty. Others
    /// may be at work on any other, also of an older release, so that is for `fullhouse migrate`: it is waited for.
    pub(crate) async fn is_ready_within(&self, patience: Duration) -> Result<()> {
        let began = Instant::now();
        let mut is_told = false;
        loop {
            let standing = match self.ownership {
                Ownership::Embedded => Standing::Empty,
                Ownership::External => setup::standing(&self.url.0).await?,
            };
            match standing {
                Standing::Present => return Ok(()),
                Standing::Newer => {
                    tracing::warn!("The database was set up by a newer release, which keeps what this one needs.");
                    return Ok(());
                }
                Standing::Empty => return Ok(setup::set_up(&self.url.0, self.ownership).await?),
                Standing::Older if began.elapsed() >= patience => return Err(SetupError::Older.into()),
                Standing::Older => {
                    if !is_told {
                        tracing::warn!("The database is older than this release; waiting for `fullhouse migrate`.");
                        is_told = true;
                    }
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        }
    }
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
            folder: None,
        }),
        Database::Embedded { port, password } => {
            let config = embedded_config(port, password)?;
            let embedded = EmbeddedPostgres::start(&config).context("the embedded PostgreSQL does not start")?;
            let connected = Connected {
                url: Url(embedded.url().to_owned()),
                ownership: Ownership::Embedded,
                folder: Some(embedded.data_dir().to_owned()),
            };
            let (ended, working) = beside(move || work(connected))?;
            let result = watch(&config, embedded, &ended);
            // Its result is there, or it panicked and said so.
            let _ = working.join();
            result
        }
    }
}

/// Whether there is a database. Our own is made at the first start, and not by this.
pub(crate) fn is_there(database: &Database) -> Result<bool> {
    match database {
        Database::External(_) => Ok(true),
        Database::Embedded { port, password } => {
            let config = embedded_config(*port, password.clone())?;
            Ok(EmbeddedPostgres::has_cluster(&config)?)
        }
    }
}

fn embedded_config(port: Option<u16>, password: Option<String>) -> Result<EmbeddedConfig> {
    Ok(EmbeddedConfig {
        port,
        password,
        ..EmbeddedConfig::new(Launcher::own()?)
    })
}

/// Runs `work` in a thread of its own.
fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<(Receiver<Result<T>>, thread::JoinHandle<()>)> {
    let (sender, ended) = std::sync::mpsc::channel();
    let working = thread::Builder::new().name("fullhouse".to_owned()).spawn(move || {
        // Received, or the main thread is gone and with it everything else.
        let _ = sender.send(work());
    })?;
    Ok((ended, working))
}

/// As [`with_database`], also beside a server that runs our own.
pub(crate) fn with_running_database<T: Send + 'static>(
    database: Database,
    work: impl FnOnce(Connected) -> Result<T> + Send + 'static,
) -> Result<T> {
    if let Database::Embedded { port, password } = &database
        && let Some(url) = EmbeddedPostgres::running(&embedded_config(*port, password.clone())?)?
    {
        return work(Connected {
            url: Url(url),
            // It is that server's to bring up to date.
            ownership: Ownership::External,
            folder: None,
        });
    }
    with_database(database, work)
}

/// Runs `work` with an empty database, which is removed afterwards. Must be called from the main thread.
pub(crate) fn with_scratch_database<T: Send + 'static>(
    work: impl FnOnce(Connected) -> Result<T> + Send + 'static,
) -> Result<T> {
    let scratch = Scratch::start(Launcher::own()?).context("no PostgreSQL starts for a trial")?;
    let connected = Connected {
        url: Url(scratch.url().to_owned()),
        ownership: Ownership::Embedded,
        folder: None,
    };
    let (ended, working) = beside(move || work(connected))?;
    let result = ended.recv().map_err(|_| anyhow!("the program broke off"))?;
    let _ = working.join();
    result
}

/// Gives the database that is there another name, and leaves an empty one in its place; answers what it is called now, if
/// there was any. Nobody may work with it.
pub(crate) fn set_aside(database: &Database, suffix: &str) -> Result<Option<String>> {
    match database {
        Database::External(url) => {
            let aside = postgres_adapter::set_database_aside(&url.0, suffix);
            let aside = aside.context(
                "the database cannot be set aside: end all programs that use it, and let its role create databases",
            );
            aside.map(Some)
        }
        Database::Embedded { port, password } => {
            let aside = EmbeddedPostgres::set_aside(&embedded_config(*port, password.clone())?, suffix)?;
            Ok(aside.map(|path| path.display().to_string()))
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
