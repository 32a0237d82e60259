//! Forecasts that were kept, held against what came.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Double, Integer, Text, Uuid as SqlUuid};
use domain::foresight::params_hash;
use domain::production::ProductionId;
use domain::reports::forecast_scorecard::{BreakEvenForecast, Figures, ForecastScorecard, HORIZONS, Quantity, Sums};
use uuid::Uuid;

use super::scope::InScope;
use super::{Statement, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

const WHAT: &str = "the scorecard";

#[derive(QueryableByName)]
struct SumsRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    quantity: String,
    #[diesel(sql_type = BigInt)]
    place: i64,
    #[diesel(sql_type = BigInt)]
    forecasts: i64,
    #[diesel(sql_type = BigInt)]
    came: i64,
    #[diesel(sql_type = BigInt)]
    error: i64,
    #[diesel(sql_type = BigInt)]
    absolute_error: i64,
    #[diesel(sql_type = BigInt)]
    covered: i64,
    #[diesel(sql_type = BigInt)]
    winkler: i64,
    #[diesel(sql_type = BigInt)]
    line_error: i64,
    #[diesel(sql_type = BigInt)]
    line_absolute_error: i64,
    #[diesel(sql_type = BigInt)]
    below_sold: i64,
}

impl SumsRow {
    fn sums(self) -> Work<(ProductionId, Quantity, usize, Sums)> {
        let quantity = Quantity::ALL.into_iter().find(|one| one.code() == self.quantity);
        let quantity = quantity.ok_or_else(|| broken_row(WHAT, "an unknown quantity"))?;
        let place = usize::try_from(self.place - 1).map_err(|error| broken_row(WHAT, error))?;
        let sums = Sums {
            forecasts: self.forecasts,
            came: self.came,
            error: self.error,
            absolute_error: self.absolute_error,
            covered: self.covered,
            winkler: self.winkler,
            line_error: self.line_error,
            line_absolute_error: self.line_absolute_error,
            below_sold: self.below_sold,
        };
        Ok((ProductionId(self.production_id), quantity, place, sums))
    }
}

impl Statement for ForecastScorecard {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        let ids = ids(&productions);
        let sums = sums(connection, &ids, as_of)?.into_iter().map(SumsRow::sums);
        Ok(Figures {
            sums: sums.collect::<Work<_>>()?,
            break_even: break_even(connection, ids, as_of)?,
        })
    }
}

/// Days to go of each horizon: least, and most.
fn horizons() -> (Vec<i32>, Vec<i32>) {
    let days = |days: i64| i32::try_from(days).unwrap_or(i32::MAX);
    HORIZONS
        .iter()
        .map(|horizon| (days(horizon.from_days), days(horizon.to_days)))
        .unzip()
}

/// A performance is final in a snapshot of its day or later, a run in one of its last performance's day or later.
fn sums(connection: &mut PgConnection, ids: &[Uuid], as_of: NaiveDate) -> QueryResult<Vec<SumsRow>> {
    let (from, to) = horizons();
    prepared(
        diesel::sql_query(
            "WITH newest AS (
                 SELECT asked.production_id, live.snapshot_id, live.record_date
                 FROM unnest($1) asked (production_id)
                 CROSS JOIN LATERAL (SELECT s.id AS snapshot_id, u.record_date
                                     FROM upload u JOIN snapshot s ON s.upload_id = u.id
                                     WHERE u.production_id = asked.production_id AND u.kind = 'sales' AND u.status = 'completed'
                                       AND u.evicted_at IS NULL AND u.record_date <= $2
                                     ORDER BY u.record_date DESC LIMIT 1) live
             ), horizon AS (
                 SELECT * FROM unnest($4, $5) WITH ORDINALITY horizon (from_days, to_days, place)
             ), kept AS (
                 SELECT newest.snapshot_id AS newest_id, newest.record_date, f.*
                 FROM newest
                 JOIN forecast f ON f.production_id = newest.production_id AND f.params_hash = $3
                                AND f.seats_p50 IS NOT NULL
                 JOIN snapshot s ON s.id = f.snapshot_id
                 JOIN upload u ON u.id = s.upload_id AND u.status = 'completed'
             ), run AS (
                 SELECT newest.snapshot_id, final.day, final.seats,
                        coalesce(final.revenue_krw, (SELECT sum(d.revenue_krw)::bigint FROM daily_sale d
                                                     WHERE d.snapshot_id = newest.snapshot_id), 0) AS revenue_krw
                 FROM newest
                 CROSS JOIN LATERAL (SELECT max(p.performance_day) AS day, sum(p.paid_seats)::bigint AS seats,
                                            sum(p.revenue_krw)::bigint AS revenue_krw
                                     FROM performance_sale p WHERE p.snapshot_id = newest.snapshot_id) final
                 WHERE final.day <= newest.record_date
             ), scored AS (
                 SELECT kept.production_id, 'performance_seats' AS quantity, came.performance_day - kept.origin AS days,
                        p.seats_p10 AS p10, p.seats_p50 AS p50, p.seats_p90 AS p90, p.straight_line_seats AS line,
                        p.sold_seats AS sold, came.paid_seats AS came
                 FROM kept
                 JOIN performance_forecast p ON p.snapshot_id = kept.snapshot_id AND p.params_hash = kept.params_hash
                 JOIN performance_sale came ON came.snapshot_id = kept.newest_id AND came.starts_at = p.starts_at
                                           AND came.performance_day <= kept.record_date
                 UNION ALL
                 SELECT kept.production_id, 'run_seats', run.day - kept.origin, kept.seats_p10, kept.seats_p50,
                        kept.seats_p90, kept.straight_line_seats, kept.sold_seats, run.seats
                 FROM kept JOIN run ON run.snapshot_id = kept.newest_id
                 UNION ALL
                 SELECT kept.production_id, 'run_revenue', run.day - kept.origin, kept.revenue_p10_krw,
                        kept.revenue_p50_krw, kept.revenue_p90_krw, kept.straight_line_krw, kept.revenue_krw,
                        run.revenue_krw
                 FROM kept JOIN run ON run.snapshot_id = kept.newest_id
                 WHERE kept.revenue_p50_krw IS NOT NULL
             )
             SELECT scored.production_id, scored.quantity, horizon.place, count(*) AS forecasts,
                    sum(came)::bigint AS came, sum(p50 - came)::bigint AS error,
                    sum(abs(p50 - came))::bigint AS absolute_error,
                    count(*) FILTER (WHERE came BETWEEN p10 AND p90) AS covered,
                    sum(p90 - p10 + 10 * (greatest(p10 - came, 0) + greatest(came - p90, 0)))::bigint AS winkler,
                    sum(line - came)::bigint AS line_error, sum(abs(line - came))::bigint AS line_absolute_error,
                    count(*) FILTER (WHERE came < sold) AS below_sold
             FROM scored JOIN horizon ON scored.days BETWEEN horizon.from_days AND horizon.to_days
             GROUP BY scored.production_id, scored.quantity, horizon.place",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Date, _>(as_of)
        .bind::<Text, _>(params_hash())
        .bind::<Array<Integer>, _>(from)
        .bind::<Array<Integer>, _>(to),
    )
    .load(connection)
}

fn break_even(connection: &mut PgConnection, ids: Vec<Uuid>, as_of: NaiveDate) -> QueryResult<Vec<BreakEvenForecast>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Double)]
        probability: f64,
        #[diesel(sql_type = Bool)]
        was_reached: bool,
    }
    let (from, to) = horizons();
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT f.production_id, f.break_even_probability AS probability,
                    coalesce(final.revenue_krw, (SELECT sum(d.revenue_krw)::bigint FROM daily_sale d
                                                 WHERE d.snapshot_id = newest.snapshot_id), 0)
                        >= f.break_even_krw AS was_reached
             FROM unnest($1) asked (production_id)
             CROSS JOIN LATERAL (SELECT s.id AS snapshot_id, u.record_date
                                 FROM upload u JOIN snapshot s ON s.upload_id = u.id
                                 WHERE u.production_id = asked.production_id AND u.kind = 'sales' AND u.status = 'completed'
                                   AND u.evicted_at IS NULL AND u.record_date <= $2
                                 ORDER BY u.record_date DESC LIMIT 1) newest
             CROSS JOIN LATERAL (SELECT max(p.performance_day) AS day, sum(p.revenue_krw)::bigint AS revenue_krw
                                 FROM performance_sale p WHERE p.snapshot_id = newest.snapshot_id) final
             JOIN forecast f ON f.production_id = asked.production_id AND f.params_hash = $3
                            AND f.break_even_probability IS NOT NULL
             JOIN snapshot s ON s.id = f.snapshot_id
             JOIN upload u ON u.id = s.upload_id AND u.status = 'completed'
             JOIN unnest($4, $5) horizon (from_days, to_days)
               ON final.day - f.origin BETWEEN horizon.from_days AND horizon.to_days
             WHERE final.day <= newest.record_date
             ORDER BY f.production_id, f.origin",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Date, _>(as_of)
        .bind::<Text, _>(params_hash())
        .bind::<Array<Integer>, _>(from)
        .bind::<Array<Integer>, _>(to),
    )
    .load(connection)?;
    let forecast = |row: Row| BreakEvenForecast {
        production: ProductionId(row.production_id),
        probability: row.probability,
        was_reached: row.was_reached,
    };
    Ok(rows.into_iter().map(forecast).collect())
}
