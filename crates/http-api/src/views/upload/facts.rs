use chrono::NaiveDate;
use domain::sales::{DailyFacts, Facts, PerformanceFacts};
use serde::Serialize;
use utoipa::ToSchema;

use crate::views::GradeMap;

/// The sums that tell whether a workbook was read as meant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FactsView {
    daily: DailyFactsView,
    performances: PerformanceFactsView,
}

/// Sums of the daily sheet.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DailyFactsView {
    /// Number of sale days.
    #[schema(minimum = 0)]
    rows: i64,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    /// Paid seats.
    seats: i64,
    /// Won.
    revenue_krw: i64,
    complimentary_seats: i64,
    #[schema(value_type = BTreeMap<String, i64>)]
    seats_by_grade: GradeMap,
}

/// Sums of the sheet of performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformanceFactsView {
    /// Number of performances.
    #[schema(minimum = 0)]
    rows: i64,
    #[schema(format = DateTime)]
    first_start: Option<String>,
    #[schema(format = DateTime)]
    last_start: Option<String>,
    paid_seats: i64,
    complimentary_seats: i64,
    /// Won; `null` for concerts.
    revenue_krw: Option<i64>,
    #[schema(value_type = BTreeMap<String, i64>)]
    paid_seats_by_grade: GradeMap,
    #[schema(value_type = BTreeMap<String, i64>)]
    complimentary_seats_by_grade: GradeMap,
    /// Number of different casts; `null` for concerts.
    #[schema(minimum = 0)]
    casts: Option<i64>,
}

impl From<&Facts> for FactsView {
    fn from(facts: &Facts) -> Self {
        Self {
            daily: (&facts.daily).into(),
            performances: (&facts.performances).into(),
        }
    }
}

impl From<&DailyFacts> for DailyFactsView {
    fn from(daily: &DailyFacts) -> Self {
        Self {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: GradeMap(daily.seats_by_grade.clone()),
        }
    }
}

impl From<&PerformanceFacts> for PerformanceFactsView {
    fn from(performances: &PerformanceFacts) -> Self {
        Self {
            rows: performances.rows,
            first_start: performances.first_start.map(|start| start.to_rfc3339()),
            last_start: performances.last_start.map(|start| start.to_rfc3339()),
            paid_seats: performances.paid_seats,
            complimentary_seats: performances.complimentary_seats,
            revenue_krw: performances.revenue_krw,
            paid_seats_by_grade: GradeMap(performances.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: GradeMap(performances.complimentary_seats_by_grade.clone()),
            casts: performances.casts,
        }
    }
}
