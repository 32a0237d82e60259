//! Values of the domain as JSON columns.

mod layout;
mod recognised;
mod seat_grades;
mod seats;
mod week_notes;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::buyers::BuyersFacts;
use domain::calendar::in_kst;
use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticCounts};
use domain::sales::{
    AgencyFacts, AgencyPerformanceFacts, DailyFacts, DepositFacts, Facts, PerformanceFacts, SaleTotals,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use self::layout::{layout_from_json, layout_to_json};
pub(crate) use self::recognised::{recognised_from_json, recognised_to_json};
pub(crate) use self::seat_grades::StoredSeatGrades;
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
    daily: Option<StoredDailyFacts>,
    performances: StoredPerformanceFacts,
    /// Facts of workbooks with markers have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agencies: Vec<StoredAgencyFacts>,
    /// Facts of reports on buyers alone have them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    buyers: Option<Vec<StoredBuyersFacts>>,
}

#[derive(Serialize, Deserialize)]
struct StoredBuyersFacts {
    dimension: String,
    rows: i64,
    seats: i64,
    revenue_krw: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct StoredAgencyFacts {
    agency: String,
    name: String,
    days: Option<StoredTotals>,
    performances: Option<StoredAgencyPerformances>,
}

#[derive(Serialize, Deserialize)]
struct StoredTotals {
    seats: i64,
    revenue_krw: i64,
}

#[derive(Serialize, Deserialize)]
struct StoredAgencyPerformances {
    seats: i64,
    revenue_krw: Option<i64>,
    deposited_seats: Option<i64>,
    deposited_krw: Option<i64>,
    seats_by_grade: StoredSeats,
}

#[derive(Serialize, Deserialize, Default)]
struct StoredDeposits {
    deposited_seats: Option<i64>,
    deposited_krw: Option<i64>,
    pending_seats: Option<i64>,
    pending_krw: Option<i64>,
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
    #[serde(default)]
    deposits: StoredDeposits,
    #[serde(default)]
    numbers: i64,
}

/// The sums of an upload.
pub(crate) fn facts_to_json(facts: &Facts) -> Value {
    let (daily, performances) = (&facts.daily, &facts.performances);
    let stored = StoredFacts {
        daily: daily.as_ref().map(|daily| StoredDailyFacts {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: StoredSeats(daily.seats_by_grade.clone()),
        }),
        agencies: facts.agencies.iter().map(agency_to_stored).collect(),
        buyers: facts
            .buyers
            .as_ref()
            .map(|of| of.iter().map(buyers_to_stored).collect()),
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
            deposits: StoredDeposits {
                deposited_seats: performances.deposits.deposited_seats,
                deposited_krw: performances.deposits.deposited_krw,
                pending_seats: performances.deposits.pending_seats,
                pending_krw: performances.deposits.pending_krw,
            },
            numbers: performances.numbers,
        },
    };
    serde_json::to_value(stored).expect("plain values with text keys")
}

/// Reads the sums of an upload.
pub(crate) fn facts_from_json(json: Value) -> Work<Facts> {
    let StoredFacts {
        daily,
        performances,
        agencies,
        buyers,
    } = parse("facts", json)?;
    Ok(Facts {
        daily: daily.map(|daily| DailyFacts {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: daily.seats_by_grade.0,
        }),
        agencies: agencies.into_iter().map(agency_from_stored).collect::<Work<_>>()?,
        buyers: buyers
            .map(|of| of.iter().map(buyers_from_stored).collect())
            .transpose()?,
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
            deposits: DepositFacts {
                deposited_seats: performances.deposits.deposited_seats,
                deposited_krw: performances.deposits.deposited_krw,
                pending_seats: performances.deposits.pending_seats,
                pending_krw: performances.deposits.pending_krw,
            },
            numbers: performances.numbers,
        },
    })
}

fn buyers_to_stored(of: &BuyersFacts) -> StoredBuyersFacts {
    StoredBuyersFacts {
        dimension: of.dimension.code().to_owned(),
        rows: of.rows,
        seats: of.seats,
        revenue_krw: of.revenue_krw,
    }
}

fn buyers_from_stored(stored: &StoredBuyersFacts) -> Work<BuyersFacts> {
    Ok(BuyersFacts {
        dimension: stored.dimension.parse().map_err(|error| broken_row("facts", error))?,
        rows: stored.rows,
        seats: stored.seats,
        revenue_krw: stored.revenue_krw,
    })
}

fn agency_to_stored(agency: &AgencyFacts) -> StoredAgencyFacts {
    StoredAgencyFacts {
        agency: agency.agency.code().to_owned(),
        name: agency.name.clone(),
        days: agency.days.map(|days| StoredTotals {
            seats: days.seats,
            revenue_krw: days.revenue_krw,
        }),
        performances: agency.performances.as_ref().map(|of| StoredAgencyPerformances {
            seats: of.seats,
            revenue_krw: of.revenue_krw,
            deposited_seats: of.deposited_seats,
            deposited_krw: of.deposited_krw,
            seats_by_grade: StoredSeats(of.seats_by_grade.clone()),
        }),
    }
}

fn agency_from_stored(stored: StoredAgencyFacts) -> Work<AgencyFacts> {
    Ok(AgencyFacts {
        agency: stored.agency.parse().map_err(|error| broken_row("facts", error))?,
        name: stored.name,
        days: stored.days.map(|days| SaleTotals {
            seats: days.seats,
            revenue_krw: days.revenue_krw,
        }),
        performances: stored.performances.map(|of| AgencyPerformanceFacts {
            seats: of.seats,
            revenue_krw: of.revenue_krw,
            deposited_seats: of.deposited_seats,
            deposited_krw: of.deposited_krw,
            seats_by_grade: of.seats_by_grade.0,
        }),
    })
}

#[cfg(test)]
mod tests {
    use domain::buyers::Dimension;
    use domain::sales::Snapshot;

    use super::*;

    #[test]
    fn facts_of_workbooks_without_markers_come_back_as_they_were() {
        let mut facts = Snapshot::default().facts(true);
        assert_eq!(facts_from_json(facts_to_json(&facts)).unwrap(), facts);
        facts.daily = None;
        facts.performances.numbers = 3;
        facts.performances.deposits.pending_seats = Some(7);
        facts.agencies = vec![AgencyFacts {
            agency: "yes24".parse().unwrap(),
            name: "예스24".to_owned(),
            days: None,
            performances: Some(AgencyPerformanceFacts {
                seats: 9,
                deposited_seats: Some(2),
                ..AgencyPerformanceFacts::default()
            }),
        }];
        assert_eq!(facts_from_json(facts_to_json(&facts)).unwrap(), facts);
        let mut facts = Snapshot::default().buyers_facts();
        assert_eq!(facts_from_json(facts_to_json(&facts)).unwrap(), facts);
        facts.buyers = Some(vec![BuyersFacts {
            dimension: Dimension::AgeGender,
            rows: 6,
            seats: 250,
            revenue_krw: None,
        }]);
        assert_eq!(facts_from_json(facts_to_json(&facts)).unwrap(), facts);
    }

    #[test]
    fn older_facts_know_no_agencies() {
        let mut stored = facts_to_json(&Snapshot::default().facts(false));
        let performances = stored["performances"].as_object_mut().unwrap();
        performances.remove("deposits");
        performances.remove("numbers");
        assert_eq!(facts_from_json(stored).unwrap(), Snapshot::default().facts(false));
    }
}
