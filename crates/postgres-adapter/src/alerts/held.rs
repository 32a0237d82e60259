//! Files that wait for somebody's yes.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, Date, Text, Uuid as SqlUuid};
use domain::alert::HeldFile;
use domain::collection::ArrivalId;
use domain::production::ProductionId;
use uuid::Uuid;

use crate::errors::{Work, broken_row};

#[derive(QueryableByName)]
struct HeldRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    source_name: String,
    #[diesel(sql_type = Text)]
    file_name: String,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = Array<Text>)]
    held_for: Vec<String>,
}

/// Files of a production that wait for somebody's yes, the oldest first.
pub(super) fn held(connection: &mut PgConnection, production: ProductionId) -> Work<Vec<HeldFile>> {
    let rows: Vec<HeldRow> = diesel::sql_query(
        "SELECT id, source_name, files -> 0 ->> 'name' AS file_name, record_date, held_for FROM arrival
         WHERE production_id = $1 AND state = 'held' AND record_date IS NOT NULL
         ORDER BY arrived_at, id LIMIT 100",
    )
    .bind::<SqlUuid, _>(production.0)
    .load(connection)?;
    let file = |row: HeldRow| {
        let reason = |word: &String| word.parse().map_err(|error| broken_row("arrival", error));
        Ok(HeldFile {
            arrival: ArrivalId(row.id),
            source: row.source_name,
            file_name: row.file_name,
            record_date: row.record_date,
            reasons: row.held_for.iter().map(reason).collect::<Work<_>>()?,
        })
    };
    rows.into_iter().map(file).collect()
}
