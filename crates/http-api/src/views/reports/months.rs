use chrono::NaiveDate;
use domain::reports::{monthly, monthly_by_production};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;

/// One month.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MonthView {
    /// `YYYY-MM`.
    #[schema(example = "2026-11")]
    month: String,
    /// Sales, in won; `null` when the month begins after the record date.
    revenue_krw: Option<i64>,
    /// Sales − those of the month before, in won.
    change_krw: Option<i64>,
    /// Change ÷ sales of the month before.
    change_ratio: Option<f64>,
    /// The company's note of the month (월별 기타).
    #[schema(example = "수능 마케팅")]
    note: Option<String>,
}

impl From<monthly::MonthRow> for MonthView {
    fn from(row: monthly::MonthRow) -> Self {
        Self {
            month: row.month.to_string(),
            revenue_krw: row.revenue_krw,
            change_krw: row.change_krw,
            change_ratio: numbers(row.change_ratio),
            note: row.note,
        }
    }
}

/// All plays together by month.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MonthlyReport {
    /// Name of the report.
    #[schema(example = "plays/monthly")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// The month of `asOf` and the twelve before, in order of time.
    items: Vec<MonthView>,
}

impl MonthlyReport {
    pub(crate) fn new(as_of: NaiveDate, rows: Vec<monthly::MonthRow>) -> Self {
        Self {
            report: "plays/monthly",
            as_of,
            items: rows.into_iter().map(MonthView::from).collect(),
        }
    }
}

/// The months of one production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthlyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// The month of `asOf` and the twelve before, in order of time.
    months: Vec<MonthView>,
}

impl From<monthly_by_production::Row> for MonthlyItem {
    fn from(row: monthly_by_production::Row) -> Self {
        Self {
            production: row.production.into(),
            months: row.months.into_iter().map(MonthView::from).collect(),
        }
    }
}
