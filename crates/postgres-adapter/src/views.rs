//! The views of schema `report`: which there are, and which a database has.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use sha2::{Digest, Sha256};

use crate::ownership::Ownership;

/// Counts the texts of the views. Raise it with each change of a view: a server of an older release leaves newer ones
/// alone. Views change so that the statements of the release before still run on them.
pub(crate) const EDITION: i32 = 5;

/// The views of schema `report`, in an order in which each finds those that it reads.
const VIEWS: [&str; 24] = [
    include_str!("../../../views/production.sql"),
    include_str!("../../../views/daily_sale.sql"),
    include_str!("../../../views/performance_sale.sql"),
    include_str!("../../../views/agency_day.sql"),
    include_str!("../../../views/agency_performance.sql"),
    include_str!("../../../views/performance_day.sql"),
    include_str!("../../../views/performance_week.sql"),
    include_str!("../../../views/cast_week.sql"),
    include_str!("../../../views/cast_total.sql"),
    include_str!("../../../views/sale_total.sql"),
    include_str!("../../../views/target_total.sql"),
    include_str!("../../../views/sale_or_target.sql"),
    include_str!("../../../views/sale_period.sql"),
    include_str!("../../../views/run_progress.sql"),
    include_str!("../../../views/grade_sale.sql"),
    include_str!("../../../views/monthly_note.sql"),
    include_str!("../../../views/marketing_week.sql"),
    include_str!("../../../views/live_upload.sql"),
    include_str!("../../../views/snapshot_total.sql"),
    include_str!("../../../views/buyers_current.sql"),
    include_str!("../../../views/breakdown.sql"),
    include_str!("../../../views/current_total.sql"),
    include_str!("../../../views/seat_grade.sql"),
    include_str!("../../../views/campaign.sql"),
];

/// Which text a database's views were created from.
#[derive(QueryableByName)]
pub(crate) struct Applied {
    #[diesel(sql_type = Text)]
    digest: String,
    #[diesel(sql_type = Integer)]
    pub(crate) edition: i32,
}

impl Applied {
    /// Whether it is the text of this release.
    pub(crate) fn is_ours(&self) -> bool {
        self.digest == digest() && self.edition == EDITION
    }
}

fn digest() -> String {
    domain::upload::Sha256(Sha256::digest(VIEWS.concat()).into()).to_string()
}

/// What the views of this database were created from; `None` while there are none.
pub(crate) fn applied(connection: &mut PgConnection) -> QueryResult<Option<Applied>> {
    diesel::sql_query("SELECT digest, edition FROM applied_views")
        .get_result(connection)
        .optional()
}

/// A view of this database, whatever release made it.
#[derive(QueryableByName)]
pub(crate) struct View {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    definition: String,
}

/// The views as they are, in an order in which each finds those that it reads.
pub(crate) fn present(connection: &mut PgConnection) -> QueryResult<Vec<View>> {
    diesel::sql_query(
        "SELECT quote_ident(relname) AS name, pg_get_viewdef(oid) AS definition
         FROM pg_class WHERE relkind = 'v' AND relnamespace = to_regnamespace('report') ORDER BY oid",
    )
    .load(connection)
}

/// Creates the views as they were, for servers that read them until the last migration is applied. They count as nobody's.
pub(crate) fn restore(connection: &mut PgConnection, views: &[View]) -> QueryResult<()> {
    connection.batch_execute("CREATE SCHEMA report")?;
    for View { name, definition } in views {
        connection.batch_execute(&format!("CREATE VIEW report.{name} AS {definition}"))?;
    }
    Ok(())
}

/// Drops the views, for migrations that change what they read.
pub(crate) fn drop_all(connection: &mut PgConnection) -> QueryResult<()> {
    connection.batch_execute(
        "DROP SCHEMA IF EXISTS report CASCADE;
         DO $$ BEGIN
             IF to_regclass('public.applied_views') IS NOT NULL THEN
                 DELETE FROM public.applied_views;
             END IF;
         END $$",
    )
}

/// Views hold no data, so they are dropped and created again where their text is another one, and not a newer one of other
/// servers.
pub(crate) fn create(connection: &mut PgConnection, ownership: Ownership) -> QueryResult<()> {
    let stays = match applied(connection)? {
        None => false,
        Some(applied) if applied.edition > EDITION && ownership == Ownership::External => {
            tracing::warn!("The views of schema report are of a newer release, and stay.");
            true
        }
        Some(applied) => applied.is_ours(),
    };
    if !stays {
        connection.batch_execute("DROP SCHEMA IF EXISTS report CASCADE; CREATE SCHEMA report;")?;
        connection.batch_execute(
            "COMMENT ON SCHEMA report IS 'Current snapshots, summed and grouped: for reports and BI tools'",
        )?;
        for view in VIEWS {
            connection.batch_execute(view)?;
        }
        diesel::sql_query(
            "INSERT INTO applied_views (digest, edition) VALUES ($1, $2)
             ON CONFLICT (only_row) DO UPDATE SET digest = $1, edition = $2",
        )
        .bind::<Text, _>(digest())
        .bind::<Integer, _>(EDITION)
        .execute(connection)?;
        tracing::info!("Created the views of schema report.");
    }
    match ownership {
        Ownership::Embedded => crate::embedded::grant_reader(connection),
        Ownership::External => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_of_the_views_has_its_edition() {
        // With another digest comes the next edition.
        assert_eq!(
            (EDITION, digest().as_str()),
            (5, "90a46e3e12de9ee70f2fa172b91526e5a53d46a9aa9e877b3294bbf64645b32a")
        );
    }
}
