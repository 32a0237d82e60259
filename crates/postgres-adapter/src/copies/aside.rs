//! A database is set aside, so that one that is brought back may have its name.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use ports::driven::CopyError;

use super::{connect, told};
use crate::errors::Work;

#[derive(QueryableByName)]
struct Present {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    quoted: String,
    #[diesel(sql_type = Text)]
    collate: String,
    #[diesel(sql_type = Text)]
    ctype: String,
}

/// Renames the database at `url`, with `suffix` at the end of its name, and makes an empty one of the name that it had;
/// answers the new name. Nobody else may be connected to it, and its role must be allowed to create databases. Blocks.
pub fn set_database_aside(url: &str, suffix: &str) -> Result<String, CopyError> {
    let present = "SELECT datname::text AS name, quote_ident(datname) AS quoted, quote_literal(datcollate) AS collate,
                          quote_literal(datctype) AS ctype
                   FROM pg_database WHERE datname = current_database()";
    let present: Present =
        told(connect(url).and_then(|mut connection| Ok(diesel::sql_query(present).get_result(&mut connection)?)))?;
    let aside = format!("{}{suffix}", present.name);
    let rename = |connection: &mut PgConnection| -> Work<()> {
        let quoted = aside.replace('"', "\"\"");
        connection.batch_execute(&format!("ALTER DATABASE {} RENAME TO \"{quoted}\"", present.quoted))?;
        let create = format!(
            "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE {} LC_CTYPE {}",
            present.quoted, present.collate, present.ctype
        );
        Ok(connection.batch_execute(&create)?)
    };
    told(connect(&on_database(url, "postgres")).and_then(|mut connection| rename(&mut connection)))?;
    Ok(aside)
}

/// The URL of another database of the same server.
fn on_database(url: &str, database: &str) -> String {
    let (head, query) = url
        .split_once('?')
        .map_or((url, None), |(head, query)| (head, Some(query)));
    let authority = head.find("://").map_or(0, |scheme| scheme + 3);
    let end = head[authority..]
        .find('/')
        .map_or(head.len(), |slash| authority + slash);
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}/{database}{query}", &head[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_is_on_the_same_server() {
        for (url, other) in [
            ("postgres://a:b@h:1/d", "postgres://a:b@h:1/postgres"),
            (
                "postgres://a@localhost/d?host=/x/y",
                "postgres://a@localhost/postgres?host=/x/y",
            ),
            ("postgres://h", "postgres://h/postgres"),
        ] {
            assert_eq!(on_database(url, "postgres"), other);
        }
    }
}
