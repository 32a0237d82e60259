//! What a server must make of a workbook.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::production::{Category, SeatsByGrade};

/// The truth about one workbook.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Truth {
    /// The workbook's name.
    pub file_name: String,
    /// The second part of that name.
    pub production_code: String,
    /// The first part of that name.
    pub record_date: NaiveDate,
    /// What is performed; it decides the layout.
    pub category: Category,
    /// Sums of the daily sheet.
    pub daily: DailyFacts,
    /// Sums of the sheet of performances.
    pub performances: PerformanceFacts,
    /// Every data row of the daily sheet.
    pub daily_rows: Vec<DailyRow>,
    /// Every data row of the sheet of performances.
    pub performance_rows: Vec<PerformanceRow>,
}

/// Sums of the daily sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DailyFacts {
    /// Sale days.
    pub rows: usize,
    /// The first of them.
    pub first_day: Option<NaiveDate>,
    /// The last of them.
    pub last_day: Option<NaiveDate>,
    /// Paid seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
    /// Seats given away; 0 for plays, whose daily sheet does not count them.
    pub complimentary_seats: i64,
    /// Paid seats of each grade that the sheet has.
    pub seats_by_grade: SeatsByGrade,
}

/// Sums of the sheet of performances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PerformanceFacts {
    /// Performances.
    pub rows: usize,
    /// The earliest.
    pub first_start: Option<DateTime<FixedOffset>>,
    /// The latest.
    pub last_start: Option<DateTime<FixedOffset>>,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Won; `None` for concerts.
    pub revenue_krw: Option<i64>,
    /// Seats sold of each grade.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Seats given away of each grade.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// Different casts, the same people in the same order being one; `None` for concerts.
    pub casts: Option<usize>,
}

/// A data row of the daily sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DailyRow {
    /// The day of the purchase.
    pub sale_day: NaiveDate,
    /// Paid seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
    /// Seats given away; 0 for plays.
    pub complimentary_seats: i64,
    /// Paid seats of each grade; empty for concerts.
    pub seats_by_grade: SeatsByGrade,
}

/// A data row of the sheet of performances.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PerformanceRow {
    /// Date and time.
    pub starts_at: DateTime<FixedOffset>,
    /// Who plays, by role; empty for concerts.
    pub cast: Vec<String>,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Won; `None` for concerts.
    pub revenue_krw: Option<i64>,
    /// Seats sold of each grade.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Seats given away of each grade.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// Seats of the house.
    pub house_seats: i64,
    /// Seats sold and not paid for yet.
    pub unpaid_seats: i64,
    /// Seats paid for, of the house; `None` for concerts.
    pub deposit_share: Option<f64>,
    /// Seats sold, of the house; `None` for concerts.
    pub paid_share: Option<f64>,
    /// Seats given away, of the house; `None` for concerts.
    pub complimentary_share: Option<f64>,
}

impl DailyRow {
    /// A day on which nothing happened yet.
    pub(crate) fn of(sale_day: NaiveDate, seats_by_grade: SeatsByGrade) -> Self {
        Self {
            sale_day,
            seats: 0,
            revenue_krw: 0,
            complimentary_seats: 0,
            seats_by_grade,
        }
    }
}

impl DailyFacts {
    /// The sums of these rows.
    pub(super) fn of(rows: &[DailyRow]) -> Self {
        Self {
            rows: rows.len(),
            first_day: rows.iter().map(|row| row.sale_day).min(),
            last_day: rows.iter().map(|row| row.sale_day).max(),
            seats: rows.iter().map(|row| row.seats).sum(),
            revenue_krw: rows.iter().map(|row| row.revenue_krw).sum(),
            complimentary_seats: rows.iter().map(|row| row.complimentary_seats).sum(),
            seats_by_grade: sum(rows.iter().map(|row| &row.seats_by_grade)),
        }
    }
}

impl PerformanceFacts {
    /// The sums of these rows.
    pub(super) fn of(rows: &[PerformanceRow], is_stage: bool) -> Self {
        let casts: BTreeSet<&[String]> = rows.iter().map(|row| row.cast.as_slice()).collect();
        Self {
            rows: rows.len(),
            first_start: rows.iter().map(|row| row.starts_at).min(),
            last_start: rows.iter().map(|row| row.starts_at).max(),
            paid_seats: rows.iter().map(|row| row.paid_seats).sum(),
            complimentary_seats: rows.iter().map(|row| row.complimentary_seats).sum(),
            revenue_krw: is_stage.then(|| rows.iter().filter_map(|row| row.revenue_krw).sum()),
            paid_seats_by_grade: sum(rows.iter().map(|row| &row.paid_seats_by_grade)),
            complimentary_seats_by_grade: sum(rows.iter().map(|row| &row.complimentary_seats_by_grade)),
            casts: is_stage.then_some(casts.len()),
        }
    }
}

fn sum<'a>(rows: impl Iterator<Item = &'a SeatsByGrade>) -> SeatsByGrade {
    let mut total = SeatsByGrade::new();
    for row in rows {
        for (grade, seats) in row {
            *total.entry(grade.clone()).or_default() += seats;
        }
    }
    total
}
