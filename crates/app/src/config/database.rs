//! Which PostgreSQL to use.

use std::fmt::Write;

use anyhow::{Result, bail};

use super::values::Values;

/// What makes a URL where none is given.
const PARTS: [&str; 5] = [
    "POSTGRES_HOST",
    "POSTGRES_PORT",
    "POSTGRES_USER",
    "POSTGRES_PASSWORD",
    "POSTGRES_DB",
];

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

/// The database that the settings name, or else our own.
pub(super) fn database(values: Values<'_>) -> Result<Database> {
    if let Some(url) = values.given("DATABASE_URL") {
        return Ok(Database::External(checked(Url(url), "DATABASE_URL")?));
    }
    if PARTS.iter().any(|part| values.given(part).is_some()) {
        let host = values.text("POSTGRES_HOST");
        let port: u16 = values.number("POSTGRES_PORT")?;
        let user = values.text("POSTGRES_USER");
        let name = encoded(&values.given("POSTGRES_DB").unwrap_or_else(|| user.clone()));
        let password = values
            .given("POSTGRES_PASSWORD")
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
    let port = values.given_number("EMBEDDED_POSTGRES_PORT")?;
    let password = values.given("EMBEDDED_POSTGRES_PASSWORD");
    if port.is_some() && password.is_none() {
        bail!("EMBEDDED_POSTGRES_PORT needs EMBEDDED_POSTGRES_PASSWORD");
    }
    Ok(Database::Embedded { port, password })
}

/// The replicas that the settings name, of a database that may have some.
pub(super) fn replicas(values: Values<'_>, database: &Database) -> Result<Vec<Url>> {
    const NAME: &str = "DATABASE_READ_URLS";
    let urls = values.list(NAME);
    if !urls.is_empty() && matches!(database, Database::Embedded { .. }) {
        bail!("{NAME} needs DATABASE_URL: the database that the program runs itself has no replicas");
    }
    urls.into_iter().map(|url| checked(Url(url), NAME)).collect()
}

/// The URL, which `name` gave, where it is one that this build can use.
pub(crate) fn checked(url: Url, name: &str) -> Result<Url> {
    if !url.0.starts_with("postgres://") && !url.0.starts_with("postgresql://") {
        bail!("{name} must begin with postgres://");
    }
    if let Some(mode) = demanded_encryption(&url.0)
        && !cfg!(feature = "postgres-tls")
    {
        bail!(
            "{name} asks for an encrypted connection (sslmode={mode}), which this build does not have: build it with \
             `--features postgres-tls`"
        );
    }
    Ok(url)
}

/// The `sslmode` of a URL, where it does not do without encryption.
fn demanded_encryption(url: &str) -> Option<&str> {
    let (_, query) = url.split_once('?')?;
    let mode = query.split('&').find_map(|pair| pair.strip_prefix("sslmode="))?;
    matches!(mode, "require" | "verify-ca" | "verify-full").then_some(mode)
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
    use super::super::tests::config;
    use super::*;

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
    fn a_build_without_encryption_does_not_go_without_silently() {
        let of = |mode: &str| config(&[("DATABASE_URL", &format!("postgres://a@b/c?sslmode={mode}"))]);
        for mode in ["require", "verify-ca", "verify-full"] {
            let told = of(mode).map(drop).map_err(|error| error.to_string());
            if cfg!(feature = "postgres-tls") {
                assert_eq!(told, Ok(()), "{mode}");
            } else {
                let told = told.unwrap_err();
                assert!(told.contains(&format!("sslmode={mode}")), "{told}");
            }
        }
        of("prefer").unwrap();
    }

    #[test]
    fn replicas_are_of_a_server_of_ones_own() {
        let read = |variables: &[(&str, &str)]| {
            let config = config(variables).map_err(|error| error.to_string())?;
            let urls = config.settings.replicas.into_iter().map(|url| url.0);
            Ok::<_, String>(urls.collect::<Vec<_>>())
        };
        let two = ("DATABASE_READ_URLS", "postgres://b/x, postgres://c/x");
        assert_eq!(read(&[]).unwrap(), Vec::<String>::new());
        let of_a_server = read(&[("DATABASE_URL", "postgres://a/x"), two]).unwrap();
        assert_eq!(of_a_server, ["postgres://b/x", "postgres://c/x"]);
        assert!(read(&[two]).unwrap_err().contains("DATABASE_URL"));
        let wrong = [("DATABASE_URL", "postgres://a/x"), ("DATABASE_READ_URLS", "b:s3cret")];
        let told = read(&wrong).unwrap_err();
        assert!(
            told.contains("DATABASE_READ_URLS") && !told.contains("s3cret"),
            "{told}"
        );
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
}
