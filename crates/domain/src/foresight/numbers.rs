//! From whole numbers to `f64` and back, in one place.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// A count or an index as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of seats, days and cells are far below 2^52"
)]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}

/// Seats or won as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "seats and won of one production are below 2^52"
)]
pub(super) fn real(n: i64) -> f64 {
    n as f64
}

/// The nearest whole number, halves away from zero.
#[expect(
    clippy::cast_possible_truncation,
    reason = "`as` saturates, and forecasts are bounded by the house"
)]
pub(super) fn whole(x: f64) -> i64 {
    x.round() as i64
}

/// Four decimal places.
pub(super) fn four_places(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

/// A probability, a share or a factor as it is answered: four places, half away from zero.
pub fn ratio(x: f64) -> Decimal {
    Decimal::new(whole(x * 1e4), 4).normalize()
}

/// A difference of days as an index; 0 for negative ones, which callers exclude.
pub(super) fn index(days: i32) -> usize {
    usize::try_from(days).unwrap_or(0)
}

/// A length as a number of days.
pub(super) fn days(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// The number of a day, by which days are subtracted.
pub(super) fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number; saturates at the ends of the calendar.
pub(super) fn day_of(number: i32) -> NaiveDate {
    let end = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(end)
}

/// Weekday of a day's number, Monday is 0. Day 1 of the era was a Monday.
pub(super) fn weekday(number: i32) -> usize {
    index((number - 1).rem_euclid(7))
}

/// Middle value; the mean of the two middle ones of an even number. `None` of nothing.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// Quantile with linear interpolation between the values around it. `None` of nothing.
pub(super) fn quantile(values: &[f64], p: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let position = p.clamp(0.0, 1.0) * count(last);
    let below = usize::try_from(whole(position.floor())).unwrap_or(0).min(last);
    let above = (below + 1).min(last);
    Some(sorted[below] + (position - count(below)) * (sorted[above] - sorted[below]))
}

/// 1.4826 times the median distance from `centre`: a standard deviation that outliers do not move. `None` of nothing.
pub(super) fn robust_deviation(values: &[f64], centre: f64) -> Option<f64> {
    let distances: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    median(&distances).map(|distance| 1.4826 * distance)
}
