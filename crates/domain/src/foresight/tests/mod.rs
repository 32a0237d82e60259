//! Runs to try the method on.

pub(super) mod dice;
mod exact;
mod properties;
mod reading;
mod simulated;

use chrono::{Days, NaiveDate, NaiveTime};

use super::{Holidays, Performance, Record, Run, Takings};
use crate::production::Category;

/// A Monday, the first sale day of every run here.
fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

/// So many days after the first sale day.
fn day(after: u64) -> NaiveDate {
    start() + Days::new(after)
}

/// An evening performance so many days after the first sale day.
fn evening(after: u64, seats: u32) -> Performance {
    let at = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
    Performance::new(day(after), at, seats, false, &Holidays::new([]))
}

/// Every seat sold for 50 000 won.
fn record(after: u64, sold_seats: &[i64]) -> Record {
    Record {
        day: day(after),
        sold_seats: sold_seats.to_vec(),
        takings_krw: Takings::PerPerformance(sold_seats.iter().map(|seats| seats * 50_000).collect()),
        is_restated: false,
    }
}

fn musical(performances: Vec<Performance>, records: Vec<Record>) -> Run {
    Run::new(Category::Musical, Some(start()), performances, records)
}

/// Performances of 300 seats on days 40 to 44 that sell so many seats a day each, recorded for so many days.
fn steady(days: u64, per_day: i64) -> Run {
    let level = |after: u64| i64::try_from(after + 1).unwrap() * per_day;
    let records = (0..days).map(|after| record(after, &[level(after); 5])).collect();
    musical((40..45).map(|after| evening(after, 300)).collect(), records)
}
