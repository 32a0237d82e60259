//! Runs with what was known of them at the close of a day.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::calendar::in_kst;
use domain::foresight::{Holidays, KnownRun, Performance, Record, Run, Takings};
use domain::production::Category;
use domain::upload::UploadId;
use uuid::Uuid;

use crate::errors::Work;
use crate::grouping::grouped;
use crate::prepared::prepared;
use crate::production_rows::parse_category;
use crate::stored::StoredSeats;

/// A run, and the newest live snapshot up to the day asked for.
pub(crate) struct FoundRun {
    pub(crate) upload: UploadId,
    pub(crate) record_date: NaiveDate,
    pub(crate) known: KnownRun,
}

#[derive(QueryableByName)]
struct NewestRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Nullable<Date>)]
    sale_start: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    preview_end: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<BigInt>)]
    seats_per_performance: Option<i64>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    seat_inventory: Option<StoredSeats>,
    #[diesel(sql_type = Nullable<BigInt>)]
    break_even_krw: Option<i64>,
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = SqlUuid)]
    upload_id: Uuid,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
}

#[derive(QueryableByName)]
struct PerformanceRow {
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
}

#[derive(QueryableByName)]
struct RecordRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = Bool)]
    is_restated: bool,
    #[diesel(sql_type = Array<Timestamptz>)]
    starts_at: Vec<DateTime<Utc>>,
    #[diesel(sql_type = Array<BigInt>)]
    paid_seats: Vec<i64>,
}

/// How much of a run is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Every live snapshot up to the newest.
    Course,
    /// The newest alone.
    Newest,
}

/// The runs of these productions, each as of its day; of productions with a live snapshot up to it.
pub(crate) fn runs(
    connection: &mut PgConnection,
    asked: &[(Uuid, NaiveDate)],
    depth: Depth,
    holidays: &Holidays,
) -> Work<HashMap<Uuid, FoundRun>> {
    let newest = newest(connection, asked)?;
    let mut performances = grouped(performances(connection, &newest)?, |row| row.snapshot_id);
    let mut records = grouped(records(connection, &newest, depth)?, |row| row.production_id);
    newest
        .into_iter()
        .map(|newest| {
            let shows = performances.remove(&newest.snapshot_id).unwrap_or_default();
            let records = records.remove(&newest.production_id).unwrap_or_default();
            Ok((newest.production_id, found(&newest, &shows, records, holidays)?))
        })
        .collect()
}

fn found(newest: &NewestRow, shows: &[PerformanceRow], records: Vec<RecordRow>, holidays: &Holidays) -> Work<FoundRun> {
    let category = parse_category(&newest.category)?;
    let house = house(newest, category);
    let starts_at: Vec<_> = shows.iter().map(|show| in_kst(show.starts_at)).collect();
    let performances = shows.iter().zip(&starts_at).map(|(show, starts_at)| {
        let day = starts_at.date_naive();
        let sellable = house.map_or(0, |house| (house - show.complimentary_seats).max(0));
        Performance::new(
            day,
            starts_at.time(),
            u32::try_from(sellable).unwrap_or(u32::MAX),
            newest.preview_end.is_some_and(|end| day <= end),
            holidays,
        )
    });
    let records = records.into_iter().map(|record| Record {
        sold_seats: sold_seats(&record, shows),
        takings_krw: takings(newest, category, record.record_date, shows),
        day: record.record_date,
        is_restated: record.is_restated,
    });
    let run = Run::new(category, newest.sale_start, performances.collect(), records.collect());
    Ok(FoundRun {
        upload: UploadId(newest.upload_id),
        record_date: newest.record_date,
        known: KnownRun {
            run,
            starts_at,
            break_even_krw: newest.break_even_krw,
        },
    })
}

/// Seats of one performance: concerts have them by grade.
fn house(newest: &NewestRow, category: Category) -> Option<i64> {
    let grades = newest.seat_inventory.as_ref().filter(|seats| !seats.0.is_empty());
    let inventory = grades.map(|seats| seats.0.values().sum());
    if category.is_stage() {
        newest.seats_per_performance.or(inventory)
    } else {
        inventory.or(newest.seats_per_performance)
    }
}

/// What a record says of the performances of the newest one; both come by start.
fn sold_seats(record: &RecordRow, shows: &[PerformanceRow]) -> Vec<i64> {
    let sold = |show: &PerformanceRow| {
        let place = record.starts_at.binary_search(&show.starts_at).ok()?;
        record.paid_seats.get(place).copied()
    };
    shows.iter().map(|show| sold(show).unwrap_or(0)).collect()
}

/// Only the newest record is asked for prices; of the others nothing is read.
fn takings(newest: &NewestRow, category: Category, day: NaiveDate, shows: &[PerformanceRow]) -> Takings {
    let is_newest = day == newest.record_date;
    if !category.is_stage() {
        Takings::Total(if is_newest { newest.revenue_krw } else { 0 })
    } else if is_newest {
        Takings::PerPerformance(shows.iter().map(|show| show.revenue_krw).collect())
    } else {
        Takings::PerPerformance(Vec::new())
    }
}

fn newest(connection: &mut PgConnection, asked: &[(Uuid, NaiveDate)]) -> QueryResult<Vec<NewestRow>> {
    let (ids, days): (Vec<Uuid>, Vec<NaiveDate>) = asked.iter().copied().unzip();
    prepared(
        diesel::sql_query(
            "SELECT p.id AS production_id, p.category, p.sale_start, p.preview_end, p.seats_per_performance,
                    p.seat_inventory, p.break_even_krw, newest.snapshot_id, newest.upload_id, newest.record_date,
                    (SELECT coalesce(sum(d.revenue_krw), 0)::bigint FROM daily_sale d
                     WHERE d.snapshot_id = newest.snapshot_id) AS revenue_krw
             FROM unnest($1, $2) asked (production_id, as_of)
             JOIN production p ON p.id = asked.production_id
             CROSS JOIN LATERAL (SELECT s.id AS snapshot_id, u.id AS upload_id, u.record_date
                                 FROM upload u JOIN snapshot s ON s.upload_id = u.id
                                 WHERE u.production_id = p.id AND u.kind = 'sales' AND u.status = 'completed'
                                   AND u.evicted_at IS NULL AND u.record_date <= asked.as_of
                                 ORDER BY u.record_date DESC LIMIT 1) newest",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Date>, _>(days),
    )
    .load(connection)
}

fn performances(connection: &mut PgConnection, newest: &[NewestRow]) -> QueryResult<Vec<PerformanceRow>> {
    let snapshots: Vec<i64> = newest.iter().map(|newest| newest.snapshot_id).collect();
    prepared(
        diesel::sql_query(
            "SELECT snapshot_id, starts_at, complimentary_seats, coalesce(revenue_krw, 0) AS revenue_krw
             FROM performance_sale WHERE snapshot_id = ANY($1) ORDER BY snapshot_id, starts_at",
        )
        .bind::<Array<BigInt>, _>(snapshots),
    )
    .load(connection)
}

fn records(connection: &mut PgConnection, newest: &[NewestRow], depth: Depth) -> QueryResult<Vec<RecordRow>> {
    let ids: Vec<Uuid> = newest.iter().map(|newest| newest.production_id).collect();
    let days: Vec<NaiveDate> = newest.iter().map(|newest| newest.record_date).collect();
    prepared(
        diesel::sql_query(
            "SELECT u.production_id, u.record_date, sold.starts_at, sold.paid_seats,
                    EXISTS (SELECT FROM upload other
                            WHERE other.production_id = u.production_id AND other.kind = u.kind
                              AND other.record_date = u.record_date AND other.status = 'superseded') AS is_restated
             FROM unnest($1, $2) asked (production_id, origin)
             JOIN upload u ON u.production_id = asked.production_id AND u.kind = 'sales' AND u.status = 'completed'
                              AND u.evicted_at IS NULL AND u.record_date <= asked.origin AND (u.record_date = asked.origin OR NOT $3)
             JOIN snapshot s ON s.upload_id = u.id
             CROSS JOIN LATERAL (SELECT coalesce(array_agg(p.starts_at ORDER BY p.starts_at), '{}') AS starts_at,
                                        coalesce(array_agg(p.paid_seats ORDER BY p.starts_at), '{}') AS paid_seats
                                 FROM performance_sale p WHERE p.snapshot_id = s.id) sold
             ORDER BY u.production_id, u.record_date",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Date>, _>(days)
        .bind::<Bool, _>(depth == Depth::Newest),
    )
    .load(connection)
}
