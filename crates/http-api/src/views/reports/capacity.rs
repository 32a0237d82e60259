use chrono::NaiveDate;
use domain::reports::{occupancy, weekly_capacity};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;

/// Mean shares of some performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeanShares {
    /// Number of performances.
    #[schema(minimum = 0)]
    performances: i64,
    /// Mean deposit share (예매 점유율).
    deposit_share: Option<f64>,
    /// Mean paid share (유료 점유율).
    paid_share: Option<f64>,
    /// Paid − deposit share.
    unpaid_share: Option<f64>,
}

impl From<occupancy::Part> for MeanShares {
    fn from(part: occupancy::Part) -> Self {
        Self {
            performances: part.performances,
            deposit_share: numbers(part.deposit_share),
            paid_share: numbers(part.paid_share),
            unpaid_share: numbers(part.unpaid_share),
        }
    }
}

/// Deposit and paid share of one production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunOccupancyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Share of the house that is aimed at.
    target_share: Option<f64>,
    #[serde(flatten)]
    whole: MeanShares,
    /// Performances up to the record date.
    past: MeanShares,
    /// Performances after the record date.
    future: MeanShares,
}

impl From<occupancy::Row> for RunOccupancyItem {
    fn from(row: occupancy::Row) -> Self {
        Self {
            production: row.production.into(),
            target_share: numbers(row.target_share),
            whole: row.whole.into(),
            past: row.past.into(),
            future: row.future.into(),
        }
    }
}

/// Seats of one week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CapacityWeek {
    /// Monday.
    week_start: NaiveDate,
    /// Sunday.
    week_end: NaiveDate,
    /// Number of performances.
    #[schema(minimum = 1)]
    performances: i64,
    /// Performances × seats per performance; `null` while a capacity is not known.
    offered_seats: Option<i64>,
    /// Seats sold.
    paid_seats: i64,
    /// Paid ÷ offered seats.
    paid_ratio: Option<f64>,
    /// Won.
    revenue_krw: i64,
    /// Revenue ÷ paid seats, in won.
    mean_ticket_price_krw: Option<i64>,
}

impl From<weekly_capacity::Week> for CapacityWeek {
    fn from(week: weekly_capacity::Week) -> Self {
        Self {
            week_start: week.week_start,
            week_end: week.week_end,
            performances: week.performances,
            offered_seats: week.offered_seats,
            paid_seats: week.paid_seats,
            paid_ratio: numbers(week.paid_ratio),
            revenue_krw: week.revenue_krw,
            mean_ticket_price_krw: week.mean_ticket_price_krw,
        }
    }
}

/// The weeks of one production that have performances.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CapacityItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// In order of time.
    weeks: Vec<CapacityWeek>,
}

impl From<weekly_capacity::Row> for CapacityItem {
    fn from(row: weekly_capacity::Row) -> Self {
        Self {
            production: row.production.into(),
            weeks: row.weeks.into_iter().map(CapacityWeek::from).collect(),
        }
    }
}

/// Seats offered and paid per week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyCapacityReport {
    /// Name of the report.
    #[schema(example = "plays/weekly-capacity")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<CapacityItem>,
    /// All productions together, in order of time.
    overall: Vec<CapacityWeek>,
}

impl WeeklyCapacityReport {
    pub(crate) fn new(as_of: NaiveDate, report: weekly_capacity::Report) -> Self {
        Self {
            report: "plays/weekly-capacity",
            as_of,
            items: report.items.into_iter().map(CapacityItem::from).collect(),
            overall: report.overall.into_iter().map(CapacityWeek::from).collect(),
        }
    }
}
