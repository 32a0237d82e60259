//! The role that other programs (DBeaver, BI tools) connect with.

use diesel::connection::SimpleConnection;
use diesel::{PgConnection, QueryResult, RunQueryDsl};

/// Reads the views of schema `report`, and nothing else.
pub const ROLE: &str = "reader";

/// Limits that keep a heavy question of a BI tool from taking the server away from the program.
const CREATE: &str = "
    DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader; END IF;
    END $$;
    ALTER ROLE reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 10;
    ALTER ROLE reader SET default_transaction_read_only = on;
    ALTER ROLE reader SET search_path = report;
    ALTER ROLE reader SET statement_timeout = '60s';
    ALTER ROLE reader SET idle_in_transaction_session_timeout = '60s';
";

/// Everyone may use large objects unless told otherwise, and `reader` is to write nothing at all.
const GRANT: &str = "
    DO $$ BEGIN
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO reader', current_database());
    END $$;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
    GRANT USAGE ON SCHEMA report TO reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA report TO reader;
";

/// Lets role `reader` of the embedded server read schema `report` and nothing else.
///
/// Call it in a transaction after the views were created: a view that is dropped takes its grants along. A server that is
/// not ours decides for itself who may read what, so this is not for it.
pub fn grant_reader(conn: &mut PgConnection) -> QueryResult<()> {
    conn.batch_execute(GRANT)
}

/// Creates the role and sets its password, or takes it away.
pub(super) fn prepare(conn: &mut PgConnection, password: Option<&str>) -> QueryResult<()> {
    conn.batch_execute(CREATE)?;
    // Should the statement fail, its text must not reach the server's log.
    conn.batch_execute("SET log_statement = none; SET log_min_error_statement = panic")?;
    let password = password.map_or_else(|| "NULL".to_owned(), literal);
    let sql = format!("SET password_encryption = 'scram-sha-256'; ALTER ROLE reader PASSWORD {password}");
    conn.batch_execute(&sql)?;
    diesel::sql_query("RESET ALL").execute(conn).map(|_| ())
}

/// A string constant, whatever `standard_conforming_strings` says.
fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if text.contains('\\') {
        format!(" E'{}'", quoted.replace('\\', r"\\"))
    } else {
        format!("'{quoted}'")
    }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn quotes_and_backslashes_stay_inside_the_literal() {
        assert_eq!(literal("plain"), "'plain'");
        assert_eq!(literal("o'clock"), "'o''clock'");
        assert_eq!(literal(r"a\'b"), r" E'a\\''b'");
    }
}
