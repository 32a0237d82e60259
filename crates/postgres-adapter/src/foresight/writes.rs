//! Cards and forecasts are stored once.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use domain::foresight::{METHOD, StoredForecast, StoredSeats, params_hash};
use domain::upload::{UploadKind, UploadStatus};
use ports::driven::{Closing, ForecastOrigin, NewForecast, Topic};
use uuid::Uuid;

use super::WHAT;
use crate::announcement::announce;
use crate::errors::{Work, broken_row};
use crate::schema::{forecast, performance_forecast, production_card, snapshot, upload};

#[derive(Insertable)]
#[diesel(table_name = production_card)]
struct CardRow {
    snapshot_id: i64,
    params_hash: String,
    production_id: Uuid,
    closed_on: NaiveDate,
    rates: Option<Vec<Option<f64>>>,
    log_class_factors: Option<Vec<Option<f64>>>,
    log_wave: Option<Vec<f64>>,
    to_come: Option<Vec<f64>>,
    first_days_to_go: Option<i32>,
    known_days_to_go: Option<i32>,
    sold_shares: Option<Vec<f64>>,
}

#[derive(Insertable)]
#[diesel(table_name = forecast)]
struct ForecastRow {
    snapshot_id: i64,
    params_hash: String,
    production_id: Uuid,
    origin: NaiveDate,
    method: &'static str,
    computed_at: DateTime<Utc>,
    reason: Option<&'static str>,
    past_productions: Option<i32>,
    confidence: Option<&'static str>,
    sold_seats: Option<i64>,
    sellable_seats: Option<i64>,
    seats_p10: Option<i64>,
    seats_p50: Option<i64>,
    seats_p90: Option<i64>,
    straight_line_seats: Option<i64>,
    revenue_krw: Option<i64>,
    revenue_p10_krw: Option<i64>,
    revenue_p50_krw: Option<i64>,
    revenue_p90_krw: Option<i64>,
    straight_line_krw: Option<i64>,
    break_even_krw: Option<i64>,
    break_even_probability: Option<f64>,
}

#[derive(Insertable)]
#[diesel(table_name = performance_forecast)]
#[diesel(treat_none_as_default_value = false)]
struct PerformanceRow {
    snapshot_id: i64,
    params_hash: String,
    starts_at: DateTime<Utc>,
    sold_seats: i64,
    sellable_seats: i64,
    seats_p10: i64,
    seats_p50: Option<i64>,
    seats_p90: i64,
    straight_line_seats: i64,
}

/// The number of an origin's snapshot, which stays until the transaction ends; `None` when it is gone.
fn locked_snapshot(connection: &mut PgConnection, origin: &ForecastOrigin) -> QueryResult<Option<i64>> {
    snapshot::table
        .filter(snapshot::upload_id.eq(origin.upload.0))
        .select(snapshot::id)
        .for_key_share()
        .first(connection)
        .optional()
}

pub(super) fn store_closing(connection: &mut PgConnection, origin: &ForecastOrigin, closing: &Closing) -> Work<()> {
    let Some(snapshot_id) = locked_snapshot(connection, origin)? else {
        return Ok(());
    };
    let numbers = closing.card.as_ref().map(domain::foresight::Card::numbers);
    let curve = closing.curve.as_ref().map(domain::foresight::PaceCurve::numbers);
    let row = CardRow {
        snapshot_id,
        params_hash: params_hash(),
        production_id: origin.production.0,
        closed_on: origin.record_date,
        rates: numbers.as_ref().map(|numbers| numbers.rates.clone()),
        log_class_factors: numbers.as_ref().map(|numbers| numbers.log_class_factors.clone()),
        log_wave: numbers.as_ref().map(|numbers| numbers.log_wave.clone()),
        to_come: numbers.map(|numbers| numbers.to_come),
        first_days_to_go: curve.as_ref().map(|curve| curve.first_days_to_go),
        known_days_to_go: curve.as_ref().map(|curve| curve.known_days_to_go),
        sold_shares: curve.map(|curve| curve.shares),
    };
    let stored = diesel::insert_into(production_card::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(connection)?;
    if stored > 0 {
        announce(connection, &[Topic::Forecast(origin.production)])?;
    }
    Ok(())
}

pub(super) fn store_forecast(connection: &mut PgConnection, new: &NewForecast) -> Work<()> {
    let Some(snapshot_id) = locked_snapshot(connection, &new.origin)? else {
        return Ok(());
    };
    let hash = params_hash();
    let of_snapshot = forecast::snapshot_id
        .eq(snapshot_id)
        .and(forecast::params_hash.eq(&hash));
    diesel::delete(
        forecast::table
            .filter(of_snapshot)
            .filter(forecast::reason.is_not_null()),
    )
    .execute(connection)?;
    let stored = diesel::insert_into(forecast::table)
        .values(forecast_row(snapshot_id, new)?)
        .on_conflict_do_nothing()
        .execute(connection)?;
    if stored == 0 {
        return Ok(());
    }
    if let Ok(forecast) = &new.outcome {
        diesel::copy_from(performance_forecast::table)
            .from_insertable(performance_rows(snapshot_id, forecast, new)?)
            .execute(connection)?;
    }
    if is_followed(connection, &new.origin)? {
        announce(connection, &[Topic::Forecast(new.origin.production)])?;
    }
    Ok(())
}

/// Whether a later snapshot is live. Only then may what was expected be held against what came, so that a report changes.
fn is_followed(connection: &mut PgConnection, origin: &ForecastOrigin) -> QueryResult<bool> {
    let later = upload::table
        .filter(upload::production_id.eq(origin.production.0))
        .filter(upload::kind.eq(UploadKind::Sales.code()))
        .filter(upload::status.eq(UploadStatus::Completed.code()))
        .filter(upload::record_date.gt(origin.record_date));
    diesel::select(exists(later)).get_result(connection)
}

fn forecast_row(snapshot_id: i64, new: &NewForecast) -> Work<ForecastRow> {
    let forecast = new.outcome.as_ref();
    let known = forecast.ok();
    let seats = known.map(|forecast| forecast.seats);
    let revenue = known.and_then(|forecast| forecast.final_revenue_krw);
    let break_even = known.and_then(|forecast| forecast.break_even);
    let past = known
        .map(|forecast| i32::try_from(forecast.past_productions))
        .transpose();
    Ok(ForecastRow {
        snapshot_id,
        params_hash: params_hash(),
        production_id: new.origin.production.0,
        origin: new.origin.record_date,
        method: METHOD,
        computed_at: new.computed_at,
        reason: forecast.err().map(|reason| reason.code()),
        past_productions: past.map_err(|error| broken_row(WHAT, error))?,
        confidence: known.map(|forecast| forecast.confidence.code()),
        sold_seats: seats.map(|seats| seats.sold),
        sellable_seats: seats.map(|seats| seats.sellable),
        seats_p10: seats.map(|seats| seats.in_the_end.p10),
        seats_p50: seats.and_then(|seats| seats.in_the_end.p50),
        seats_p90: seats.map(|seats| seats.in_the_end.p90),
        straight_line_seats: seats.map(|seats| seats.straight_line),
        revenue_krw: known.map(|forecast| forecast.revenue_krw),
        revenue_p10_krw: revenue.map(|krw| krw.p10),
        revenue_p50_krw: revenue.and_then(|krw| krw.p50),
        revenue_p90_krw: revenue.map(|krw| krw.p90),
        straight_line_krw: known.map(|forecast| forecast.straight_line_krw),
        break_even_krw: break_even.map(|(krw, _)| krw),
        break_even_probability: break_even.map(|(_, probability)| probability),
    })
}

fn performance_rows(snapshot_id: i64, forecast: &StoredForecast, new: &NewForecast) -> Work<Vec<PerformanceRow>> {
    let row = |(performance, seats): &(usize, StoredSeats)| {
        let starts_at = new.starts_at.get(*performance);
        Ok(PerformanceRow {
            snapshot_id,
            params_hash: params_hash(),
            starts_at: starts_at
                .ok_or_else(|| broken_row(WHAT, "a performance without a start"))?
                .to_utc(),
            sold_seats: seats.sold,
            sellable_seats: seats.sellable,
            seats_p10: seats.in_the_end.p10,
            seats_p50: seats.in_the_end.p50,
            seats_p90: seats.in_the_end.p90,
            straight_line_seats: seats.straight_line,
        })
    };
    forecast.performances.iter().map(row).collect()
}
