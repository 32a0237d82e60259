use chrono::NaiveDate;
use domain::calendar::Grain;
use domain::reports::target_vs_actual::{Period, Row};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;

/// Length of the periods.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum GrainParam {
    #[default]
    Day,
    Week,
    Month,
}

impl From<Grain> for GrainParam {
    fn from(grain: Grain) -> Self {
        match grain {
            Grain::Day => Self::Day,
            Grain::Week => Self::Week,
            Grain::Month => Self::Month,
        }
    }
}

impl From<GrainParam> for Grain {
    fn from(grain: GrainParam) -> Self {
        match grain {
            GrainParam::Day => Self::Day,
            GrainParam::Week => Self::Week,
            GrainParam::Month => Self::Month,
        }
    }
}

/// One period. Revenue and ratios are `null` when it begins after the record date; targets go on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PeriodView {
    /// Day, Monday of the week, or `YYYY-MM`.
    #[schema(example = "2026-11-16")]
    period: String,
    /// Sales, in won.
    revenue_krw: Option<i64>,
    /// Target, in won.
    target_krw: i64,
    /// Revenue ÷ target.
    ratio: Option<f64>,
    /// Sales of this and all periods before, in won.
    cumulative_revenue_krw: Option<i64>,
    /// Targets of this and all periods before, in won.
    cumulative_target_krw: i64,
    /// Cumulated revenue ÷ cumulated target.
    cumulative_ratio: Option<f64>,
}

/// Periods of one production: each that has a target or a daily row.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TargetVsActualItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// In order of time.
    periods: Vec<PeriodView>,
}

impl TargetVsActualItem {
    fn new(row: Row, grain: Grain) -> Self {
        let period = |period: Period| PeriodView {
            period: grain.label(period.first_day),
            revenue_krw: period.revenue_krw,
            target_krw: period.target_krw,
            ratio: numbers(period.ratio),
            cumulative_revenue_krw: period.cumulative_revenue_krw,
            cumulative_target_krw: period.cumulative_target_krw,
            cumulative_ratio: numbers(period.cumulative_ratio),
        };
        Self {
            production: row.production.into(),
            periods: row.periods.into_iter().map(period).collect(),
        }
    }
}

/// Revenue against target by day, week or month, and cumulated.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetVsActualReport {
    /// Name of the report.
    #[schema(example = "target-vs-actual")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// Length of the periods.
    grain: GrainParam,
    /// By production code.
    items: Vec<TargetVsActualItem>,
}

impl TargetVsActualReport {
    pub(crate) fn new(as_of: NaiveDate, grain: Grain, rows: Vec<Row>) -> Self {
        Self {
            report: "target-vs-actual",
            as_of,
            grain: grain.into(),
            items: rows
                .into_iter()
                .map(|row| TargetVsActualItem::new(row, grain))
                .collect(),
        }
    }
}
