//! Configuration by environment variables. A wrong value stops the start with one clear line.

use std::fmt::Write;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use xlsx_ingest::Limits;

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
    pub(crate) port: u16,
    pub(crate) upload_store: PathBuf,
    pub(crate) limits: Limits,
    /// How long a worker may be silent before its jobs are given to another.
    pub(crate) job_lease: Duration,
    /// Pause after a job's first failed attempt; each further one doubles it.
    pub(crate) job_retry: Duration,
}

/// Which PostgreSQL to use.
#[derive(Debug)]
pub(crate) enum Database {
    /// A server of the user's own.
    External(Url),
    /// The one that this program runs.
    Embedded {
        port: Option<u16>,
        password: Option<String>,
    },
}

/// A database URL, whose password no log may show.
#[derive(Clone)]
pub(crate) struct Url(pub(crate) String);

impl std::fmt::Debug for Url {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("postgres://…")
    }
}

impl Config {
    /// From the environment of this process.
    pub(crate) fn from_env() -> Result<Self> {
        Self::from(&|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
    }

    fn from(variable: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
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
            port: parsed(variable, "PORT", 3001)?,
            upload_store: variable("UPLOAD_STORE")
                .unwrap_or_else(|| "data/uploads".to_owned())
                .into(),
            limits,
            job_lease: Duration::from_millis(lease_ms),
            job_retry: Duration::from_millis(retry_ms),
        };
        Ok(Self {
            database: database(variable)?,
            settings,
        })
    }
}

fn parsed<T: FromStr>(variable: &dyn Fn(&str) -> Option<String>, name: &str, default: T) -> Result<T>
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

fn database(variable: &dyn Fn(&str) -> Option<String>) -> Result<Database> {
    if let Some(url) = variable("DATABASE_URL") {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            bail!("DATABASE_URL must begin with postgres://");
        }
        return Ok(Database::External(Url(url)));
    }
    let parts = ["HOST", "PORT", "USER", "PASSWORD", "DB"].map(|part| variable(&format!("POSTGRES_{part}")));
    if parts.iter().any(Option::is_some) {
        let [host, _, user, password, name] = parts;
        let port: u16 = parsed(variable, "POSTGRES_PORT", 5432)?;
        let host = host.unwrap_or_else(|| "localhost".to_owned());
        let user = user.unwrap_or_else(|| "fullhouse".to_owned());
        let name = encoded(&name.unwrap_or_else(|| user.clone()));
        let password = password
            .map(|password| format!(":{}", encoded(&password)))
            .unwrap_or_default();
        let user = encoded(&user);
        // A host that is a path is the folder of a socket.
        let url = if host.starts_with('/') {
            format!(
                "postgres://{user}{password}@localhost:{port}/{name}?host={}",
                encoded(&host)
            )
        } else {
            format!("postgres://{user}{password}@{host}:{port}/{name}")
        };
        return Ok(Database::External(Url(url)));
    }
    let port = variable("EMBEDDED_POSTGRES_PORT")
        .map(|_| parsed(variable, "EMBEDDED_POSTGRES_PORT", 0))
        .transpose()?;
    let password = variable("EMBEDDED_POSTGRES_PASSWORD");
    if port.is_some() && password.is_none() {
        bail!("EMBEDDED_POSTGRES_PORT needs EMBEDDED_POSTGRES_PASSWORD");
    }
    Ok(Database::Embedded { port, password })
}

/// Everything but letters and digits as `%XX`.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a string takes everything");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(variables: &[(&str, &str)]) -> Result<Config> {
        Config::from(&|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    fn url(variables: &[(&str, &str)]) -> String {
        match config(variables).unwrap().database {
            Database::External(url) => url.0,
            Database::Embedded { .. } => panic!("an external database"),
        }
    }

    #[test]
    fn nothing_configured_means_our_own_database() {
        assert!(matches!(
            config(&[]).unwrap().database,
            Database::Embedded {
                port: None,
                password: None
            }
        ));
    }

    #[test]
    fn any_part_of_a_database_makes_it_an_external_one() {
        assert_eq!(
            url(&[("POSTGRES_HOST", "db")]),
            "postgres://fullhouse@db:5432/fullhouse"
        );
        let parts = [
            ("POSTGRES_USER", "app"),
            ("POSTGRES_PASSWORD", "p@ss/word"),
            ("POSTGRES_DB", "sales"),
        ];
        assert_eq!(url(&parts), "postgres://app:p%40ss%2Fword@localhost:5432/sales");
        let socket = [("POSTGRES_HOST", "/run/postgresql")];
        assert_eq!(
            url(&socket),
            "postgres://fullhouse@localhost:5432/fullhouse?host=%2Frun%2Fpostgresql"
        );
    }

    #[test]
    fn a_wrong_value_is_named() {
        let told = |variables: &[(&str, &str)]| format!("{:#}", config(variables).unwrap_err());
        assert!(told(&[("PORT", "70000")]).starts_with("PORT cannot be '70000'"));
        assert!(told(&[("EMBEDDED_POSTGRES_PORT", "1377")]).contains("EMBEDDED_POSTGRES_PASSWORD"));
        assert!(told(&[("DATABASE_URL", "mysql://x")]).contains("postgres://"));
        assert!(told(&[("JOB_LEASE_MS", "1")]).contains("JOB_LEASE_MS"));
        assert!(told(&[("JOB_RETRY_MS", "1")]).contains("JOB_RETRY_MS"));
    }

    #[test]
    fn no_password_is_shown() {
        let config = config(&[("DATABASE_URL", "postgres://app:secret@db/x")]).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
    }
}
