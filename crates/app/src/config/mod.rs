//! Configuration by environment variables. A wrong value stops the start with one clear line.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

mod database;
mod network;

use anyhow::{Context, Result, anyhow, bail};
use domain::people::{Email, check_password};
use ports::driving::NewAccount;
use xlsx_ingest::Limits;

pub(crate) use database::{Database, Url};
pub(crate) use network::Network;

/// A quarter of the memory that an isolated reader gets: it has to hold the file beside its cells.
const MOST_FILE_BYTES: usize = 128 * 1024 * 1024;

/// Everything that can be configured.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) database: Database,
    pub(crate) settings: Settings,
}

/// What can be configured besides the database.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) network: Network,
    /// The first master, used while there is none.
    pub(crate) bootstrap: Option<NewAccount>,
    /// Hosts besides Slack's that webhooks may be on.
    pub(crate) slack_hosts: Vec<String>,
    pub(crate) upload_store: PathBuf,
    pub(crate) limits: Limits,
    /// Bytes of finished reports that are remembered at most; 0: none.
    pub(crate) report_memory_bytes: u64,
    /// How long a worker may be silent before its jobs are given to another.
    pub(crate) job_lease: Duration,
    /// Pause after a job's first failed attempt; each further one doubles it.
    pub(crate) job_retry: Duration,
}

impl Config {
    /// From the environment of this process.
    pub(crate) fn from_env() -> Result<Self> {
        Self::from(&|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
    }

    fn from(variable: Variables<'_>) -> Result<Self> {
        let defaults = Limits::default();
        let file_bytes = parsed(variable, "MAX_FILE_BYTES", defaults.file_bytes)?;
        if file_bytes > MOST_FILE_BYTES {
            bail!("MAX_FILE_BYTES must be at most {MOST_FILE_BYTES}, and is {file_bytes}");
        }
        let limits = Limits {
            file_bytes,
            inflated_bytes: parsed(variable, "MAX_INFLATED_BYTES", defaults.inflated_bytes)?,
            shared_strings_bytes: parsed(variable, "MAX_SHARED_STRINGS_BYTES", defaults.shared_strings_bytes)?,
            rows: parsed(variable, "MAX_ROWS", defaults.rows)?,
            columns: parsed(variable, "MAX_COLUMNS", defaults.columns)?,
            cell_chars: parsed(variable, "MAX_CELL_CHARS", defaults.cell_chars)?,
            ..defaults
        };
        let lease_ms = parsed(variable, "JOB_LEASE_MS", 20_000)?;
        if !(1_000..=600_000).contains(&lease_ms) {
            bail!("JOB_LEASE_MS must be between 1000 and 600000, and is {lease_ms}");
        }
        let retry_ms = parsed(variable, "JOB_RETRY_MS", 500)?;
        if !(10..=10_000).contains(&retry_ms) {
            bail!("JOB_RETRY_MS must be between 10 and 10000, and is {retry_ms}");
        }
        let settings = Settings {
            network: network::network(variable)?,
            bootstrap: bootstrap(variable)?,
            slack_hosts: listed(variable, "SLACK_HOSTS"),
            upload_store: variable("UPLOAD_STORE")
                .unwrap_or_else(|| "data/uploads".to_owned())
                .into(),
            limits,
            report_memory_bytes: parsed(variable, "REPORT_MEMORY_BYTES", 32 * 1024 * 1024)?,
            job_lease: Duration::from_millis(lease_ms),
            job_retry: Duration::from_millis(retry_ms),
        };
        Ok(Self {
            database: database::database(variable)?,
            settings,
        })
    }
}

/// Looks a variable up; one that is empty is not set.
type Variables<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The first master, when both variables are set and make one.
fn bootstrap(variable: Variables<'_>) -> Result<Option<NewAccount>> {
    match (variable("BOOTSTRAP_EMAIL"), variable("BOOTSTRAP_PASSWORD")) {
        (None, None) => Ok(None),
        (Some(email), Some(password)) => {
            Email::parse(&email, "").map_err(|_| anyhow!("BOOTSTRAP_EMAIL is no e-mail address"))?;
            check_password(&password, "").map_err(|error| anyhow!("BOOTSTRAP_PASSWORD must have {}", error.message))?;
            let name = email.clone();
            Ok(Some(NewAccount { email, name, password }))
        }
        _ => bail!("BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD need each other"),
    }
}

/// The parts of a list, separated by commas.
fn listed(variable: Variables<'_>, name: &str) -> Vec<String> {
    let text = variable(name).unwrap_or_default();
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn parsed<T: FromStr>(variable: Variables<'_>, name: &str, default: T) -> Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    match variable(name) {
        None => Ok(default),
        Some(text) => text
            .trim()
            .parse()
            .with_context(|| format!("{name} cannot be '{text}'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn config(variables: &[(&str, &str)]) -> Result<Config> {
        Config::from(&|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_wrong_value_is_named() {
        let told = |variables: &[(&str, &str)]| format!("{:#}", config(variables).unwrap_err());
        assert!(told(&[("PORT", "70000")]).starts_with("PORT cannot be '70000'"));
        assert!(told(&[("EMBEDDED_POSTGRES_PORT", "1377")]).contains("EMBEDDED_POSTGRES_PASSWORD"));
        assert!(told(&[("DATABASE_URL", "mysql://x")]).contains("postgres://"));
        assert!(told(&[("BOOTSTRAP_EMAIL", "a@example.com")]).contains("BOOTSTRAP_PASSWORD"));
        let short = [("BOOTSTRAP_EMAIL", "a@example.com"), ("BOOTSTRAP_PASSWORD", "short")];
        assert!(told(&short).starts_with("BOOTSTRAP_PASSWORD must have at least 10"));
        assert!(told(&[("JOB_LEASE_MS", "1")]).contains("JOB_LEASE_MS"));
        assert!(told(&[("JOB_RETRY_MS", "1")]).contains("JOB_RETRY_MS"));
    }

    #[test]
    fn no_password_is_shown() {
        let config = config(&[
            ("DATABASE_URL", "postgres://app:secret@db/x"),
            ("BOOTSTRAP_EMAIL", "master@example.com"),
            ("BOOTSTRAP_PASSWORD", "very secret indeed"),
        ])
        .unwrap();
        assert!(!format!("{config:?}").contains("secret"));
    }
}
