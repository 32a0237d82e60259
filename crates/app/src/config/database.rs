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
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            bail!("DATABASE_URL must begin with postgres://");
        }
        if let Some(mode) = demanded_encryption(&url)
            && !cfg!(feature = "postgres-tls")
        {
            bail!(
                "DATABASE_URL asks for an encrypted connection (sslmode={mode}), which this build does not have: build it \
                 with `--features postgres-tls`"
            );
        }
        return Ok(Database::External(Url(url)));
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
