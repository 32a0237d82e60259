//! Values of the domain as JSON columns.

mod seats;
mod week_notes;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::in_kst;
use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticCounts};
use domain::sales::{DailyFacts, Facts, PerformanceFacts};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use self::seats::StoredSeats;
pub(crate) use self::week_notes::StoredWeekNotes;
use crate::errors::{Work, broken_row};

fn parse<T: for<'de> Deserialize<'de>>(what: &'static str, json: Value) -> Work<T> {
    serde_json::from_value(json).map_err(|error| broken_row(what, error))
}

#[derive(Serialize, Deserialize)]
struct StoredDiagnostic {
    code: String,
    sheet: Option<String>,
    cell: Option<String>,
    value: Option<String>,
}

/// The findings of an upload.
pub(crate) fn diagnostics_to_json(diagnostics: &[Diagnostic]) -> Value {
    let stored = diagnostics.iter().map(|diagnostic| StoredDiagnostic {
        code: diagnostic.code.code().to_owned(),
        sheet: diagnostic.sheet.clone(),
        cell: diagnostic.cell.clone(),
        value: diagnostic.value.clone(),
    });
    stored
        .map(|diagnostic| serde_json::to_value(diagnostic).expect("plain texts"))
        .collect()
}

/// Reads the findings of an upload.
pub(crate) fn diagnostics_from_json(json: Value) -> Work<Vec<Diagnostic>> {
    let stored: Vec<StoredDiagnostic> = parse("diagnostics", json)?;
    let read = |stored: StoredDiagnostic| {
        let code = stored.code.parse().map_err(|error| broken_row("diagnostics", error))?;
        Ok(Diagnostic {
            code,
            sheet: stored.sheet,
            cell: stored.cell,
            value: stored.value,
        })
    };
    stored.into_iter().map(read).collect()
}

/// How often each code was found.
pub(crate) fn counts_to_json(counts: &DiagnosticCounts) -> Value {
    Value::Object(
        counts
            .iter()
            .map(|(code, count)| (code.code().to_owned(), Value::from(*count)))
            .collect(),
    )
}

/// Reads how often each code was found.
pub(crate) fn counts_from_json(json: Value) -> Work<DiagnosticCounts> {
    let stored: BTreeMap<String, u64> = parse("diagnostic counts", json)?;
    stored
        .into_iter()
        .map(|(code, count)| {
            let code: DiagnosticCode = code.parse().map_err(|error| broken_row("diagnostic counts", error))?;
            Ok((code, count))
        })
        .collect()
}

#[derive(Serialize, Deserialize)]
struct StoredFacts {
    daily: StoredDailyFacts,
    performances: StoredPerformanceFacts,
}

#[derive(Serialize, Deserialize)]
struct StoredDailyFacts {
    rows: i64,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    seats: i64,
    revenue_krw: i64,
    complimentary_seats: i64,
    seats_by_grade: StoredSeats,
}

#[derive(Serialize, Deserialize)]
struct StoredPerformanceFacts {
    rows: i64,
    first_start: Option<DateTime<Utc>>,
    last_start: Option<DateTime<Utc>>,
    paid_seats: i64,
    complimentary_seats: i64,
    revenue_krw: Option<i64>,
    paid_seats_by_grade: StoredSeats,
    complimentary_seats_by_grade: StoredSeats,
    casts: Option<i64>,
}

/// The sums of an upload.
pub(crate) fn facts_to_json(facts: &Facts) -> Value {
    let (daily, performances) = (&facts.daily, &facts.performances);
    let stored = StoredFacts {
        daily: StoredDailyFacts {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: StoredSeats(daily.seats_by_grade.clone()),
        },
        performances: StoredPerformanceFacts {
            rows: performances.rows,
            first_start: performances.first_start.map(|start| start.to_utc()),
            last_start: performances.last_start.map(|start| start.to_utc()),
            paid_seats: performances.paid_seats,
            complimentary_seats: performances.complimentary_seats,
            revenue_krw: performances.revenue_krw,
            paid_seats_by_grade: StoredSeats(performances.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: StoredSeats(performances.complimentary_seats_by_grade.clone()),
            casts: performances.casts,
        },
    };
    serde_json::to_value(stored).expect("plain values with text keys")
}

/// Reads the sums of an upload.
pub(crate) fn facts_from_json(json: Value) -> Work<Facts> {
    let StoredFacts { daily, performances } = parse("facts", json)?;
    Ok(Facts {
        daily: DailyFacts {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: daily.seats_by_grade.0,
        },
        performances: PerformanceFacts {
            rows: performances.rows,
            first_start: performances.first_start.map(in_kst),
            last_start: performances.last_start.map(in_kst),
            paid_seats: performances.paid_seats,
            complimentary_seats: performances.complimentary_seats,
            revenue_krw: performances.revenue_krw,
            paid_seats_by_grade: performances.paid_seats_by_grade.0,
            complimentary_seats_by_grade: performances.complimentary_seats_by_grade.0,
            casts: performances.casts,
        },
    })
}
