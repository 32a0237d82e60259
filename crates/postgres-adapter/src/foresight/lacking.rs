//! Which snapshots have no card or forecast yet.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::foresight::params_hash;
use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::driven::{ForecastOrigin, Lacking};
use uuid::Uuid;

use crate::prepared::prepared;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    upload_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
}

impl From<Row> for ForecastOrigin {
    fn from(row: Row) -> Self {
        Self {
            upload: UploadId(row.upload_id),
            production: ProductionId(row.production_id),
            record_date: row.record_date,
        }
    }
}

pub(super) fn without_card(
    connection: &mut PgConnection,
    production: Option<ProductionId>,
) -> QueryResult<Vec<ForecastOrigin>> {
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT closing.upload_id, p.id AS production_id, closing.record_date
             FROM production p
             CROSS JOIN LATERAL (SELECT s.id AS snapshot_id, u.record_date
                                 FROM upload u JOIN snapshot s ON s.upload_id = u.id
                                 WHERE u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed'
                                   AND u.evicted_at IS NULL
                                 ORDER BY u.record_date DESC LIMIT 1) newest
             CROSS JOIN LATERAL (SELECT max(performance_day) AS day FROM performance_sale
                                 WHERE snapshot_id = newest.snapshot_id) final
             CROSS JOIN LATERAL (SELECT s.id AS snapshot_id, u.id AS upload_id, u.record_date
                                 FROM upload u JOIN snapshot s ON s.upload_id = u.id
                                 WHERE u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed'
                                   AND u.record_date >= final.day
                                   -- What was learned from one whose rows went still counts.
                                   AND (u.evicted_at IS NULL
                                        OR EXISTS (SELECT FROM production_card c
                                                   WHERE c.snapshot_id = s.id AND c.params_hash = $2))
                                 ORDER BY u.record_date LIMIT 1) closing
             WHERE ($1 IS NULL OR p.id = $1) AND final.day <= newest.record_date
               AND NOT EXISTS (SELECT FROM production_card c
                               WHERE c.snapshot_id = closing.snapshot_id AND c.params_hash = $2)
             ORDER BY closing.record_date",
        )
        .bind::<Nullable<SqlUuid>, _>(production.map(|id| id.0))
        .bind::<Text, _>(params_hash()),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(ForecastOrigin::from).collect())
}

pub(super) fn without_forecast(connection: &mut PgConnection, lacking: Lacking) -> QueryResult<Vec<ForecastOrigin>> {
    let (production, since): (Option<ProductionId>, Option<DateTime<Utc>>) = match lacking {
        Lacking::OfProduction(id, since) => (Some(id), Some(since)),
        Lacking::Since(since) => (None, Some(since)),
        Lacking::Ever => (None, None),
    };
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT u.id AS upload_id, u.production_id, u.record_date
             FROM upload u JOIN snapshot s ON s.upload_id = u.id
             WHERE u.kind = 'sales' AND u.status = 'completed' AND u.evicted_at IS NULL AND ($1 IS NULL OR u.production_id = $1)
               AND ($2 IS NULL OR u.finished_at >= $2)
               AND NOT EXISTS (SELECT FROM forecast f
                               WHERE f.snapshot_id = s.id AND f.params_hash = $3 AND (f.reason IS NULL OR NOT $4))
             ORDER BY u.record_date, u.accepted_no",
        )
        .bind::<Nullable<SqlUuid>, _>(production.map(|id| id.0))
        .bind::<Nullable<Timestamptz>, _>(since)
        .bind::<Text, _>(params_hash())
        .bind::<Bool, _>(lacking == Lacking::Ever),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(ForecastOrigin::from).collect())
}
