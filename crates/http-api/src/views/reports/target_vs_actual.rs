use chrono::NaiveDate;
use domain::calendar::Grain;
use domain::production::Category;
use domain::reports::target_vs_actual::{Period, Report, Row, Total, Window};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;
use crate::views::production::CategoryView;

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
    /// Target of the days up to the record date, in won; `null` without one.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target: by this a period that is not over is judged.
    due_ratio: Option<f64>,
    /// Due targets of this and all periods before, in won.
    cumulative_due_target_krw: Option<i64>,
    /// Cumulated revenue ÷ cumulated due target.
    cumulative_due_ratio: Option<f64>,
}

/// One period of several productions, each at its own record date. Where none knows it, only targets are known.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PeriodTotal {
    /// Day, Monday of the week, or `YYYY-MM`.
    #[schema(example = "2026-11-16")]
    period: String,
    /// How many productions have the period.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them know its sales.
    #[schema(minimum = 0)]
    counted: i64,
    /// Sales of the counted, in won.
    revenue_krw: Option<i64>,
    /// Target of all, in won.
    target_krw: i64,
    /// Revenue ÷ target, of those that know both.
    ratio: Option<f64>,
    /// Target of the days up to the record date of each of the counted, in won.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of those that know both.
    due_ratio: Option<f64>,
    /// Sales of this and all periods before, in won.
    cumulative_revenue_krw: Option<i64>,
    /// Targets of this and all periods before, in won.
    cumulative_target_krw: i64,
    /// Both sides of the ratio, cumulated.
    cumulative_ratio: Option<f64>,
    /// Due targets of this and all periods before, in won.
    cumulative_due_target_krw: Option<i64>,
    /// Both sides of the due ratio, cumulated.
    cumulative_due_ratio: Option<f64>,
}

impl PeriodTotal {
    fn list(totals: Vec<Total>, grain: Grain) -> Vec<Self> {
        let total = |total: Total| Self {
            period: grain.label(total.first_day),
            productions: total.productions,
            counted: total.counted,
            revenue_krw: total.revenue_krw,
            target_krw: total.target_krw,
            ratio: numbers(total.ratio),
            due_target_krw: total.due_target_krw,
            due_ratio: numbers(total.due_ratio),
            cumulative_revenue_krw: total.cumulative_revenue_krw,
            cumulative_target_krw: total.cumulative_target_krw,
            cumulative_ratio: numbers(total.cumulative_ratio),
            cumulative_due_target_krw: total.cumulative_due_target_krw,
            cumulative_due_ratio: numbers(total.cumulative_due_ratio),
        };
        totals.into_iter().map(total).collect()
    }
}

/// Periods of one category.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CategoryPeriods {
    category: CategoryView,
    /// In order of time.
    periods: Vec<PeriodTotal>,
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
            due_target_krw: period.due_target_krw,
            due_ratio: numbers(period.due_ratio),
            cumulative_due_target_krw: period.cumulative_due_target_krw,
            cumulative_due_ratio: numbers(period.cumulative_due_ratio),
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
    /// The periods are those that touch the days from this one on; `null` for all.
    from: Option<NaiveDate>,
    /// The periods are those that touch the days up to this one; `null` for all.
    to: Option<NaiveDate>,
    /// By production code.
    items: Vec<TargetVsActualItem>,
    /// By category.
    categories: Vec<CategoryPeriods>,
    /// Each period that a production has, in order of time.
    overall: Vec<PeriodTotal>,
}

impl TargetVsActualReport {
    pub(crate) fn new(as_of: NaiveDate, grain: Grain, window: Window, report: Report) -> Self {
        let category = |(category, totals): (Category, Vec<Total>)| CategoryPeriods {
            category: category.into(),
            periods: PeriodTotal::list(totals, grain),
        };
        Self {
            report: "target-vs-actual",
            as_of,
            grain: grain.into(),
            from: window.from,
            to: window.to,
            categories: report.categories.into_iter().map(category).collect(),
            overall: PeriodTotal::list(report.overall, grain),
            items: report
                .items
                .into_iter()
                .map(|row| TargetVsActualItem::new(row, grain))
                .collect(),
        }
    }
}
