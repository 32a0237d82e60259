//! Rows of snapshots from before they named their production are filled, in short transactions beside servers that run.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::session::TAKE_TURNS;

/// The migration that needs the rows filled: `require_productions_in_snapshots`.
pub(crate) const NEEDED_BY: &str = "202611281401000000";

/// Snapshots of one transaction: some thousands of rows.
const BATCH: i64 = 16;

/// What new rows keep already, and old ones when they are filled: tables with their constraints.
const RULES: [(&str, &str); 6] = [
    ("snapshot", "snapshot_names_production"),
    ("snapshot", "snapshot_of_upload"),
    ("daily_sale", "daily_sale_names_production"),
    ("daily_sale", "daily_sale_of_snapshot"),
    ("performance_sale", "performance_sale_names_production"),
    ("performance_sale", "performance_sale_of_snapshot"),
];

/// Whether rows are there that have not been filled and checked.
pub(crate) fn is_due(connection: &mut PgConnection) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Due {
        #[diesel(sql_type = Bool)]
        is_due: bool,
    }
    let due: Due = diesel::sql_query(
        "SELECT EXISTS (SELECT FROM snapshot)
                AND EXISTS (SELECT FROM pg_constraint WHERE conname = ANY($1) AND NOT convalidated) AS is_due",
    )
    .bind::<Array<Text>, _>(RULES.map(|(_, rule)| rule).as_slice())
    .get_result(connection)?;
    Ok(due.is_due)
}

/// Fills all rows and checks them. `again` repeats a step that others were in the way of.
pub(crate) fn run<E>(
    connection: &mut PgConnection,
    mut again: impl FnMut(
        &mut PgConnection,
        &dyn Fn(&mut PgConnection) -> QueryResult<Option<i64>>,
    ) -> Result<Option<i64>, E>,
) -> Result<(), E> {
    tracing::info!("Naming productions in the rows of snapshots; servers may go on meanwhile.");
    let mut last = Some(0);
    while let Some(after) = last {
        last = again(connection, &|connection| fill(connection, after))?;
    }
    for (table, rule) in RULES {
        // Reads every row, as a migration would, but lets others read and write meanwhile.
        let check = format!("ALTER TABLE {table} VALIDATE CONSTRAINT {rule}");
        again(connection, &|connection| {
            connection.batch_execute(&check).map(|()| None)
        })?;
    }
    tracing::info!("All rows of snapshots name their production.");
    Ok(())
}

#[derive(QueryableByName)]
struct Unfilled {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
}

/// Fills the next snapshots after the one of this number, and answers the number of the last; `None` when there were none.
fn fill(connection: &mut PgConnection, after: i64) -> QueryResult<Option<i64>> {
    connection.transaction(|connection| {
        connection.batch_execute(TAKE_TURNS)?;
        let batch: Vec<Unfilled> = diesel::sql_query(
            "SELECT s.id, u.production_id FROM snapshot s JOIN upload u ON u.id = s.upload_id
             WHERE s.id > $1 AND s.production_id IS NULL ORDER BY s.id LIMIT $2",
        )
        .bind::<BigInt, _>(after)
        .bind::<BigInt, _>(BATCH)
        .load(connection)?;
        // First the productions, as whoever deletes one does: neither waits for the other with what it waits for.
        diesel::sql_query("SELECT FROM production WHERE id = ANY($1) ORDER BY id FOR KEY SHARE")
            .bind::<Array<SqlUuid>, _>(batch.iter().map(|row| row.production_id).collect::<Vec<_>>())
            .execute(connection)?;
        let ids: Vec<i64> = batch.iter().map(|row| row.id).collect();
        for update in [
            "UPDATE snapshot SET production_id = upload.production_id
             FROM upload WHERE upload.id = snapshot.upload_id AND snapshot.id = ANY($1)",
            "UPDATE daily_sale SET production_id = snapshot.production_id
             FROM snapshot WHERE snapshot.id = daily_sale.snapshot_id AND snapshot.id = ANY($1)",
            "UPDATE performance_sale SET production_id = snapshot.production_id
             FROM snapshot WHERE snapshot.id = performance_sale.snapshot_id AND snapshot.id = ANY($1)",
        ] {
            diesel::sql_query(update)
                .bind::<Array<BigInt>, _>(&ids)
                .execute(connection)?;
        }
        Ok(ids.last().copied())
    })
}
