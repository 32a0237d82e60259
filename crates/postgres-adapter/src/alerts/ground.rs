//! What alerts of a production are found in: three statements, whose cost depends on its last weeks only.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Jsonb, Nullable, Timestamptz, Uuid as SqlUuid};
use domain::alert::{Past, PastPerformance, PastRecord};
use domain::calendar::in_kst;
use domain::foresight::Holidays;
use domain::production::{Category, ProductionDetails, ProductionId};
use domain::sales::SaleTotals;
use ports::driven::AlertGround;
use serde_json::Value;

use super::held::held;
use super::parse_kind;
use crate::errors::Work;
use crate::production_rows;
use crate::schema::{alert_cause, alert_mute};
use crate::stored::facts_from_json;

/// Record dates that are looked at, the newest: four weeks by which a day is judged, the week that alerts are counted in,
/// and some that are missing.
const RECORDS: i64 = 45;

#[derive(QueryableByName)]
struct RecordRow {
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = Nullable<Jsonb>)]
    facts: Option<Value>,
    #[diesel(sql_type = Bool)]
    is_restated: bool,
}

#[derive(QueryableByName)]
struct PerformanceRow {
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    paid_seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    revenue_krw: Option<i64>,
}

pub(super) fn load(
    connection: &mut PgConnection,
    id: ProductionId,
    now: DateTime<Utc>,
    holidays: &Arc<Holidays>,
) -> Work<Option<AlertGround>> {
    let Some(production) = production_rows::find(connection, id)? else {
        return Ok(None);
    };
    let details = production.details;
    let told = alert_cause::table
        .filter(alert_cause::production_id.eq(id.0))
        .select((alert_cause::kind, alert_cause::cause));
    let told: Vec<(String, String)> = told.load(connection)?;
    let muted = alert_mute::table
        .filter(alert_mute::production_id.eq(id.0))
        .filter(alert_mute::muted_until.gt(now))
        .select(alert_mute::kind);
    let muted: Vec<String> = muted.load(connection)?;
    Ok(Some(AlertGround {
        past: Past {
            category: details.category,
            sale_start: details.sale_start,
            preview_end: details.preview_end,
            break_even_krw: details.break_even_krw,
            house_seats: house(&details),
            holidays: Arc::clone(holidays),
            records: records(connection, id)?,
        },
        told: told
            .into_iter()
            .map(|(kind, cause)| Ok((parse_kind(&kind)?, cause)))
            .collect::<Work<_>>()?,
        muted: muted.iter().map(|kind| parse_kind(kind)).collect::<Work<_>>()?,
        held: held(connection, id)?,
    }))
}

/// Seats of the house: of a concert those of its grades together.
fn house(details: &ProductionDetails) -> Option<i64> {
    match details.category {
        Category::Concert => details.seat_inventory.as_ref().map(|seats| seats.values().sum()),
        Category::Musical | Category::Play => details.seats_per_performance,
    }
}

fn records(connection: &mut PgConnection, id: ProductionId) -> Work<Vec<PastRecord>> {
    let rows: Vec<RecordRow> = diesel::sql_query(
        "SELECT s.id AS snapshot_id, u.record_date, u.facts,
                EXISTS (SELECT FROM upload o WHERE o.production_id = u.production_id AND o.kind = u.kind
                                               AND o.record_date = u.record_date AND o.status = 'superseded') AS is_restated
         FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE u.production_id = $1 AND u.kind = 'sales' AND u.status = 'completed' AND u.evicted_at IS NULL
         ORDER BY u.record_date DESC LIMIT $2",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<BigInt, _>(RECORDS)
    .load(connection)?;
    let snapshots: Vec<i64> = rows.iter().map(|row| row.snapshot_id).collect();
    let performances: Vec<PerformanceRow> = diesel::sql_query(
        "SELECT snapshot_id, starts_at, paid_seats, complimentary_seats, revenue_krw
         FROM performance_sale WHERE snapshot_id = ANY($1)",
    )
    .bind::<Array<BigInt>, _>(&snapshots)
    .load(connection)?;
    let mut by_snapshot: BTreeMap<i64, Vec<PerformanceRow>> = BTreeMap::new();
    for row in performances {
        by_snapshot.entry(row.snapshot_id).or_default().push(row);
    }
    let performance = |row: PerformanceRow| {
        let sold = PastPerformance {
            paid_seats: row.paid_seats,
            complimentary_seats: row.complimentary_seats,
            revenue_krw: row.revenue_krw,
        };
        (in_kst(row.starts_at), sold)
    };
    let record = |row: RecordRow| {
        let facts = row.facts.map(facts_from_json).transpose()?;
        let performances = by_snapshot.remove(&row.snapshot_id).unwrap_or_default();
        Ok(PastRecord {
            day: row.record_date,
            totals: facts.map_or(
                SaleTotals {
                    revenue_krw: 0,
                    seats: 0,
                },
                |facts| facts.totals(),
            ),
            is_restated: row.is_restated,
            performances: performances.into_iter().map(performance).collect(),
        })
    };
    // From the oldest to the newest.
    rows.into_iter().rev().map(record).collect()
}
