//! Configuration by environment variables. A wrong value stops the start with one clear line.

mod backup;
mod browser;
mod capacity;
mod collect;
mod database;
mod holidays;
mod machine;
mod market;
mod network;
mod outgoing;
mod printed;
mod table;
mod values;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use domain::foresight::Holidays;
use domain::people::{Email, check_password};
use domain::retention::Retention;
use domain::webhook_hosts::WebhookHosts;
use original_store::Place;
use ports::driving::NewAccount;
use xlsx_ingest::Limits;

pub(crate) use backup::BackupSettings;
pub(crate) use browser::BrowserSettings;
pub(crate) use capacity::Capacity;
pub(crate) use collect::CollectSettings;
pub(crate) use database::{Database, Url, checked as checked_url};
pub(crate) use network::Network;
pub(crate) use outgoing::Outgoing;
pub(crate) use printed::{Document, printed};
pub(crate) use values::Values;

pub(crate) use self::market::MarketSettings;

use self::machine::Machine;

/// Everything that can be configured.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) database: Database,
    pub(crate) settings: Settings,
}

/// What can be configured besides the database.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) capacity: Capacity,
    /// Replicas of the database, for reports.
    pub(crate) replicas: Vec<Url>,
    pub(crate) network: Network,
    /// The first master, used while there is none.
    pub(crate) bootstrap: Option<NewAccount>,
    /// Where webhooks may lead.
    pub(crate) webhook_hosts: WebhookHosts,
    pub(crate) outgoing: Outgoing,
    /// Whether and how the market is read.
    pub(crate) market: MarketSettings,
    /// The public holidays of Korea, and those that are configured.
    pub(crate) holidays: Arc<Holidays>,
    pub(crate) upload_store: Place,
    pub(crate) backup: BackupSettings,
    /// Which old snapshots stay; `None`: all.
    pub(crate) retention: Option<Retention>,
    /// What may be collected.
    pub(crate) collect: CollectSettings,
    /// What walks through sites.
    pub(crate) browser: BrowserSettings,
    pub(crate) limits: Limits,
    /// Bytes of finished reports that are remembered at most; 0: none.
    pub(crate) report_memory_bytes: u64,
    /// How long a worker may be silent before its jobs are given to another.
    pub(crate) job_lease: Duration,
    /// Pause after a job's first failed attempt; each further one doubles it.
    pub(crate) job_retry: Duration,
    /// Requests that take longer are told in the log.
    pub(crate) slow_request: Duration,
    /// The same of statements of the database.
    pub(crate) slow_statement: Duration,
}

impl Config {
    /// From the environment of this process.
    pub(crate) fn from_env() -> Result<Self> {
        Self::from(Values::from_env())
    }

    fn from(values: Values<'_>) -> Result<Self> {
        let webhook_hosts = WebhookHosts::new(values.list("SLACK_HOSTS"));
        let database = database::database(values)?;
        let settings = Settings {
            capacity: Capacity::configured(values, Machine::this(), &database)?,
            replicas: database::replicas(values, &database)?,
            network: network::network(values)?,
            bootstrap: bootstrap(values)?,
            outgoing: outgoing::outgoing(values, &webhook_hosts)?,
            market: market::market(values)?,
            webhook_hosts,
            holidays: Arc::new(holidays::holidays(values)?),
            upload_store: upload_store(values)?,
            backup: backup::backup(values)?,
            retention: retention(values)?,
            collect: collect::collect(values)?,
            browser: browser::browser(values)?,
            limits: limits(values)?,
            report_memory_bytes: values.number("REPORT_MEMORY_BYTES")?,
            job_lease: Duration::from_millis(values.number("JOB_LEASE_MS")?),
            job_retry: Duration::from_millis(values.number("JOB_RETRY_MS")?),
            slow_request: Duration::from_millis(values.number("SLOW_REQUEST_MS")?),
            slow_statement: Duration::from_millis(values.number("SLOW_STATEMENT_MS")?),
        };
        Ok(Self { database, settings })
    }
}

/// Where originals are kept.
fn upload_store(values: Values<'_>) -> Result<Place> {
    let text = values.text("UPLOAD_STORE");
    text.parse().with_context(|| values::cannot_be("UPLOAD_STORE", &text))
}

/// Which old snapshots stay.
fn retention(values: Values<'_>) -> Result<Option<Retention>> {
    match values.number::<u32>("KEEP_SNAPSHOTS")? {
        0 => Ok(None),
        days => {
            let retention = Retention::of_days(days);
            retention
                .map(Some)
                .with_context(|| values::cannot_be("KEEP_SNAPSHOTS", days))
        }
    }
}

/// How much of a workbook is read.
fn limits(values: Values<'_>) -> Result<Limits> {
    Ok(Limits {
        file_bytes: values.number("MAX_FILE_BYTES")?,
        inflated_bytes: values.number("MAX_INFLATED_BYTES")?,
        shared_strings_bytes: values.number("MAX_SHARED_STRINGS_BYTES")?,
        rows: values.number("MAX_ROWS")?,
        columns: values.number("MAX_COLUMNS")?,
        grade_columns: values.number("MAX_GRADE_COLUMNS")?,
        cast_columns: values.number("MAX_CAST_COLUMNS")?,
        cell_chars: values.number("MAX_CELL_CHARS")?,
        line_bytes: values.number("MAX_LINE_BYTES")?,
        kept_bytes: values.number("MAX_KEPT_BYTES")?,
        ..Limits::default()
    })
}

/// The first master, when both variables are set and make one.
fn bootstrap(values: Values<'_>) -> Result<Option<NewAccount>> {
    match (values.given("BOOTSTRAP_EMAIL"), values.given("BOOTSTRAP_PASSWORD")) {
        (None, None) => Ok(None),
        (Some(email), Some(password)) => {
            Email::parse(&email).map_err(|_| anyhow!("BOOTSTRAP_EMAIL is no e-mail address"))?;
            check_password(&password).map_err(|rule| anyhow!("BOOTSTRAP_PASSWORD must have {rule}"))?;
            let name = email.clone();
            Ok(Some(NewAccount { email, name, password }))
        }
        _ => bail!("BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD need each other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn values<T>(variables: &[(&str, &str)], read: impl FnOnce(Values<'_>) -> T) -> T {
        read(Values::new(&|name| {
            let set = variables.iter().find(|(known, _)| *known == name);
            set.map(|(_, value)| (*value).to_owned())
        }))
    }

    pub(super) fn config(variables: &[(&str, &str)]) -> Result<Config> {
        values(variables, Config::from)
    }

    #[test]
    fn what_the_table_says_of_limits_is_what_the_reader_has() {
        let limits = config(&[]).unwrap().settings.limits;
        assert_eq!(limits, Limits::default());
    }

    #[test]
    fn a_wrong_value_is_named() {
        let told = |variables: &[(&str, &str)]| format!("{:#}", config(variables).unwrap_err());
        assert_eq!(
            told(&[("PORT", "70000")]),
            "PORT must be a number between 0 and 65535, and is '70000'"
        );
        assert!(told(&[("HOST", "here")]).starts_with("HOST cannot be 'here'"));
        assert!(told(&[("MAX_FILE_BYTES", "134217729")]).contains("134217728"));
        assert!(told(&[("EMBEDDED_POSTGRES_PORT", "1377")]).contains("EMBEDDED_POSTGRES_PASSWORD"));
        assert!(told(&[("DATABASE_URL", "mysql://x")]).contains("postgres://"));
        assert!(told(&[("BOOTSTRAP_EMAIL", "a@example.com")]).contains("BOOTSTRAP_PASSWORD"));
        let short = [("BOOTSTRAP_EMAIL", "a@example.com"), ("BOOTSTRAP_PASSWORD", "short")];
        assert!(told(&short).starts_with("BOOTSTRAP_PASSWORD must have at least 10"));
        assert!(told(&[("JOB_LEASE_MS", "1")]).contains("JOB_LEASE_MS"));
        assert!(told(&[("JOB_RETRY_MS", "1")]).contains("JOB_RETRY_MS"));
    }

    #[test]
    fn snapshots_stay_unless_it_is_said_for_how_long() {
        let read = |days: &str| Ok::<_, anyhow::Error>(config(&[("KEEP_SNAPSHOTS", days)])?.settings.retention);
        assert_eq!(config(&[]).unwrap().settings.retention, None);
        assert_eq!(read("0").unwrap(), None);
        assert_eq!(read("400").unwrap().unwrap().daily_days(), 400);
        let told = format!("{:#}", read("7").unwrap_err());
        assert!(
            told.starts_with("KEEP_SNAPSHOTS cannot be '7'") && told.contains("100 days"),
            "{told}"
        );
    }

    #[test]
    fn no_password_is_shown() {
        let config = config(&[
            ("DATABASE_URL", "postgres://app:open-sesame@db/x"),
            ("BOOTSTRAP_EMAIL", "master@example.com"),
            ("BOOTSTRAP_PASSWORD", "open-sesame indeed"),
        ])
        .unwrap();
        assert!(!format!("{config:?}").contains("open-sesame"));
    }
}
