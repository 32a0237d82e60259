//! What a database says of itself, for whoever sets one up.

use chrono::{DateTime, Utc};
use diesel::sql_types::{BigInt, Bool, Text, Timestamptz};
use diesel::{Connection, ConnectionError, PgConnection, QueryableByName, RunQueryDsl, sql_query};

use crate::session;

/// What a database says of itself.
#[derive(Debug, Clone, QueryableByName)]
pub struct Inspection {
    /// The release of PostgreSQL.
    #[diesel(sql_type = Text)]
    pub release: String,
    /// How it writes text.
    #[diesel(sql_type = Text)]
    pub encoding: String,
    /// Whether a commit is on the disk when it is told: `fsync`, `full_page_writes` and `synchronous_commit`.
    #[diesel(sql_type = Bool)]
    pub keeps_commits: bool,
    /// Connections that others than superusers may have, of all programs together.
    #[diesel(sql_type = BigInt)]
    pub max_connections: i64,
    /// Those that there are.
    #[diesel(sql_type = BigInt)]
    pub connections: i64,
    /// Whether it takes no writes, as a standby.
    #[diesel(sql_type = Bool)]
    pub is_read_only: bool,
    /// Its clock.
    #[diesel(sql_type = Timestamptz)]
    pub now: DateTime<Utc>,
}

/// Asks the database at `url`. Blocks.
pub fn inspect(url: &str) -> Result<Inspection, ConnectionError> {
    let mut connection = PgConnection::establish(&session::bounded(url))?;
    let statement = "
        SELECT current_setting('server_version') AS release,
               pg_encoding_to_char(encoding)::text AS encoding,
               current_setting('fsync')::bool AND current_setting('full_page_writes')::bool
                   AND current_setting('synchronous_commit') <> 'off' AS keeps_commits,
               (current_setting('max_connections')::bigint
                   - current_setting('superuser_reserved_connections')::bigint) AS max_connections,
               (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
               (pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool) AS is_read_only,
               clock_timestamp() AS now
        FROM pg_database WHERE datname = current_database()";
    let asked = sql_query(statement).get_result(&mut connection);
    asked.map_err(ConnectionError::CouldntSetupConfiguration)
}
