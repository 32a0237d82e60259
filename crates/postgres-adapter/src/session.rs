//! What each of our connections agrees with the server, so that nobody waits without an end.

use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::Executor;
use sqlx::pool::PoolConnectionMetadata;

/// One after the other. A lock on a table of ours, as anybody could hold one that is a number.
pub(crate) const TAKE_TURNS: &str = "LOCK TABLE __diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE";

/// Bounds that the server keeps. A transaction whose program froze or vanished ends, and with it the locks that others wait
/// for; who waits for a lock is told to come back; and the server looks whether its client is still there.
pub(crate) const BOUNDS: &str = "
    SET idle_in_transaction_session_timeout = '15s';
    SET lock_timeout = '8s';
    SET statement_timeout = '60s';
    SET tcp_keepalives_idle = 10;
    SET tcp_keepalives_interval = 5;
    SET tcp_keepalives_count = 3;
    SET tcp_user_timeout = '25s';
";

/// The same of a replica: where it takes longer, the primary is asked.
pub(crate) const BOUNDS_OF_A_REPLICA: &str = "SET statement_timeout = '5s'";

/// The server ends what takes longer than its bounds. Who has heard nothing after this has a connection that is dead.
pub(crate) const SILENCE: Duration = Duration::from_secs(75);

/// The same of a replica.
pub(crate) const SILENCE_OF_A_REPLICA: Duration = Duration::from_secs(10);

/// What libpq has to keep, for the time in which the server says nothing; what the URL says itself counts.
const PARAMETERS: [(&str, &str); 6] = [
    ("application_name", "fullhouse"),
    ("connect_timeout", "5"),
    ("keepalives_idle", "10"),
    ("keepalives_interval", "5"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "25000"),
];

/// The URL with what libpq has to keep.
pub(crate) fn bounded(url: &str) -> String {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let named: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    // sqlx trusts the authorities of the system unless told otherwise; libpq has to be told.
    let trusts_system = query.split('&').any(|pair| pair == "sslmode=verify-full");
    let authorities = trusts_system.then_some(("sslrootcert", "system"));
    PARAMETERS
        .iter()
        .chain(&authorities)
        .filter(|(name, _)| !named.contains(name))
        .fold(url.to_owned(), |url, (name, value)| {
            let mark = if url.contains('?') { '&' } else { '?' };
            format!("{url}{mark}{name}={value}")
        })
}

/// Agrees on the bounds, for a pool of sqlx.
pub(crate) fn prepare(
    connection: &mut sqlx::PgConnection,
    _: PoolConnectionMetadata,
) -> BoxFuture<'_, Result<(), sqlx::Error>> {
    Box::pin(async move { connection.execute(BOUNDS).await.map(drop) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_keeps_what_it_says_itself() {
        let plain = bounded("postgres://a@b/c");
        assert!(plain.starts_with("postgres://a@b/c?application_name=fullhouse&connect_timeout=5&"));
        let own = bounded("postgres://a@b/c?sslmode=require&connect_timeout=60");
        assert!(own.starts_with("postgres://a@b/c?sslmode=require&connect_timeout=60&application_name="));
        assert_eq!(own.matches("connect_timeout").count(), 1);
        assert!(!own.contains("sslrootcert"));
    }

    #[test]
    fn the_name_of_a_server_is_vouched_for_by_whom_the_system_trusts() {
        assert!(bounded("postgres://a@b/c?sslmode=verify-full").ends_with("&sslrootcert=system"));
        let own = bounded("postgres://a@b/c?sslmode=verify-full&sslrootcert=/etc/ca.pem");
        assert_eq!(own.matches("sslrootcert").count(), 1);
    }
}
