//! The log.

use std::io::IsTerminal;

use anyhow::{Result, bail};
use tracing_subscriber::EnvFilter;

/// What libraries tell at `info` is of no interest to those who run a server.
const LIBRARIES: &str = "actix_server=warn,apalis=warn,apalis_core=warn,apalis_postgres=warn,sqlx=warn";

/// What is wrong with the bytes of a request is its sender's business, who could fill the log by it. Who wants to know
/// names the library.
fn without_requests(level: &str) -> String {
    if level.contains("actix_http") {
        level.to_owned()
    } else {
        format!("{level},actix_http::h1=off")
    }
}

/// Starts the log as `LOG` and `LOG_FORMAT` say, on standard error. `default` is the level without `LOG`.
pub(crate) fn start(default: &str) -> Result<()> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let level = variable("LOG").unwrap_or_else(|| format!("{default},{LIBRARIES}"));
    let Ok(filter) = EnvFilter::try_new(without_requests(&level)) else {
        bail!("LOG cannot be '{level}'")
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // Colours are for people who look, not for files.
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match variable("LOG_FORMAT").as_deref() {
        None | Some("pretty") => log.init(),
        Some("json") => log.json().flatten_event(true).init(),
        Some(other) => bail!("LOG_FORMAT must be pretty or json, and is '{other}'"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_requests_are_told_only_to_who_asks() {
        assert_eq!(without_requests("info"), "info,actix_http::h1=off");
        assert_eq!(without_requests("info,actix_http=warn"), "info,actix_http=warn");
    }
}
