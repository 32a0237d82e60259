use chrono::NaiveDate;
use domain::reports::{profit_forecast, revenue, weekly_occupancy, weekly_overview};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;
use crate::views::production::CategoryView;

/// Last week of one production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyOverviewItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Monday of last week.
    week_start: NaiveDate,
    /// Sunday of last week.
    week_end: NaiveDate,
    /// Share of the house that is aimed at.
    target_share: Option<f64>,
    /// Mean occupancy (점유율) of the week's performances.
    actual_share: Option<f64>,
    /// Actual − target share.
    share_gap: Option<f64>,
    /// Actual ÷ target share.
    share_ratio: Option<f64>,
    /// Targets of the week's days, in won.
    target_krw: i64,
    /// Sales of the week's days, in won.
    revenue_krw: Option<i64>,
    /// Revenue − target, in won.
    target_gap_krw: Option<i64>,
    /// Revenue ÷ target.
    target_ratio: Option<f64>,
    /// Sales of the week before, in won.
    previous_revenue_krw: Option<i64>,
    /// Revenue − that of the week before, in won.
    change_krw: Option<i64>,
    /// Change ÷ revenue of the week before.
    change_ratio: Option<f64>,
    /// Targets of the week's days up to the record date, in won; `null` without one.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target: by this a week that is not over is judged.
    due_ratio: Option<f64>,
}

impl From<weekly_overview::Row> for WeeklyOverviewItem {
    fn from(row: weekly_overview::Row) -> Self {
        Self {
            production: row.production.into(),
            week_start: row.week_start,
            week_end: row.week_end,
            target_share: numbers(row.target_share),
            actual_share: numbers(row.actual_share),
            share_gap: numbers(row.share_gap),
            share_ratio: numbers(row.share_ratio),
            target_krw: row.target_krw,
            revenue_krw: row.revenue_krw,
            target_gap_krw: row.target_gap_krw,
            target_ratio: numbers(row.target_ratio),
            previous_revenue_krw: row.previous_revenue_krw,
            change_krw: row.change_krw,
            change_ratio: numbers(row.change_ratio),
            due_target_krw: row.due_target_krw,
            due_ratio: numbers(row.due_ratio),
        }
    }
}

/// Last week of all productions. Sums are of those that know the figure.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyOverviewTotal {
    /// Monday of last week.
    week_start: NaiveDate,
    /// Sunday of last week.
    week_end: NaiveDate,
    /// How many productions there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them know the week's sales.
    #[schema(minimum = 0)]
    counted: i64,
    /// Targets of all, in won.
    target_krw: Option<i64>,
    /// Sales of the counted, in won.
    revenue_krw: Option<i64>,
    /// Revenue − target, in won, of those that know both.
    target_gap_krw: Option<i64>,
    /// Revenue ÷ target, of those that know both.
    target_ratio: Option<f64>,
    /// Targets up to the record date of each of the counted, in won.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of those that know both.
    due_ratio: Option<f64>,
    /// Sales of the week before, in won.
    previous_revenue_krw: Option<i64>,
    /// How many productions know the whole of both weeks.
    #[schema(minimum = 0)]
    compared: i64,
    /// Revenue − that of the week before, in won, of the compared.
    change_krw: Option<i64>,
    /// Change ÷ revenue of the week before, of the compared.
    change_ratio: Option<f64>,
}

/// Last week of each play, and of all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyOverviewReport {
    /// Name of the report.
    #[schema(example = "plays/weekly-overview")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<WeeklyOverviewItem>,
    /// All together.
    overall: WeeklyOverviewTotal,
}

impl WeeklyOverviewReport {
    pub(crate) fn new(as_of: NaiveDate, report: weekly_overview::Report) -> Self {
        let overall = report.overall;
        Self {
            report: "plays/weekly-overview",
            as_of,
            items: report.items.into_iter().map(WeeklyOverviewItem::from).collect(),
            overall: WeeklyOverviewTotal {
                week_start: overall.week_start,
                week_end: overall.week_end,
                productions: overall.productions,
                counted: overall.counted,
                target_krw: overall.target_krw,
                revenue_krw: overall.revenue_krw,
                target_gap_krw: overall.target_gap_krw,
                target_ratio: numbers(overall.target_ratio),
                due_target_krw: overall.due_target_krw,
                due_ratio: numbers(overall.due_ratio),
                previous_revenue_krw: overall.previous_revenue_krw,
                compared: overall.compared,
                change_krw: overall.change_krw,
                change_ratio: numbers(overall.change_ratio),
            },
        }
    }
}

/// Revenue and target.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttainmentView {
    /// All daily sales, in won.
    total_revenue_krw: i64,
    /// All targets, in won.
    total_target_krw: i64,
    /// Total revenue ÷ total target.
    total_ratio: Option<f64>,
    /// Sales of the record date, in won; in groups each production at its own.
    record_date_revenue_krw: Option<i64>,
    /// Target of the record date, in won.
    record_date_target_krw: Option<i64>,
    /// Revenue ÷ target of the record date.
    record_date_ratio: Option<f64>,
}

impl From<revenue::Attainment> for AttainmentView {
    fn from(attainment: revenue::Attainment) -> Self {
        Self {
            total_revenue_krw: attainment.total_revenue_krw,
            total_target_krw: attainment.total_target_krw,
            total_ratio: numbers(attainment.total_ratio),
            record_date_revenue_krw: attainment.record_date_revenue_krw,
            record_date_target_krw: attainment.record_date_target_krw,
            record_date_ratio: numbers(attainment.record_date_ratio),
        }
    }
}

/// Revenue of one production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevenueItem {
    #[serde(flatten)]
    production: ProductionHead,
    #[serde(flatten)]
    attainment: AttainmentView,
}

/// Revenue of one category.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CategoryRevenue {
    category: CategoryView,
    #[serde(flatten)]
    attainment: AttainmentView,
}

/// Revenue against target, in total and of the record date.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RevenueReport {
    /// Name of the report.
    #[schema(example = "plays/revenue")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<RevenueItem>,
    /// By category.
    categories: Vec<CategoryRevenue>,
    /// All together.
    overall: AttainmentView,
}

impl RevenueReport {
    pub(crate) fn new(as_of: NaiveDate, report: revenue::Report) -> Self {
        let item = |(production, sums): (domain::reports::ReportedProduction, revenue::Attainment)| RevenueItem {
            production: production.into(),
            attainment: sums.into(),
        };
        let category = |(category, sums): (domain::production::Category, revenue::Attainment)| CategoryRevenue {
            category: category.into(),
            attainment: sums.into(),
        };
        Self {
            report: "plays/revenue",
            as_of,
            items: report.items.into_iter().map(item).collect(),
            categories: report.categories.into_iter().map(category).collect(),
            overall: report.overall.into(),
        }
    }
}

/// One week with performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OccupancyWeek {
    /// Monday.
    week_start: NaiveDate,
    /// Sunday.
    week_end: NaiveDate,
    /// Number of performances.
    #[schema(minimum = 0)]
    performances: i64,
    /// Mean paid share (유료 점유율) of the performances.
    paid_share: Option<f64>,
}

/// Weeks of one production, from the first to the last performance.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OccupancyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// In order of time.
    weeks: Vec<OccupancyWeek>,
}

impl From<weekly_occupancy::Row> for OccupancyItem {
    fn from(row: weekly_occupancy::Row) -> Self {
        let week = |week: weekly_occupancy::Week| OccupancyWeek {
            week_start: week.week_start,
            week_end: week.week_end,
            performances: week.performances,
            paid_share: numbers(week.paid_share),
        };
        Self {
            production: row.production.into(),
            weeks: row.weeks.into_iter().map(week).collect(),
        }
    }
}

/// Why there is no projection, or no profit.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::enum_variant_names,
    reason = "the words of the contract say what there is none of"
)]
pub(crate) enum ForecastReason {
    NoSnapshot,
    NoPlayedPerformance,
    NoBreakEven,
}

impl From<profit_forecast::Reason> for ForecastReason {
    fn from(reason: profit_forecast::Reason) -> Self {
        match reason {
            profit_forecast::Reason::NoSnapshot => Self::NoSnapshot,
            profit_forecast::Reason::NoPlayedPerformance => Self::NoPlayedPerformance,
            profit_forecast::Reason::NoBreakEven => Self::NoBreakEven,
        }
    }
}

/// The run's revenue if each performance to come brings the mean of those played.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfitForecastItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Performances up to the record date.
    #[schema(minimum = 0)]
    played_performances: i64,
    /// Their revenue, in won.
    played_revenue_krw: i64,
    /// Revenue ÷ performances, in won.
    played_mean_revenue_krw: Option<i64>,
    /// Performances after the record date.
    #[schema(minimum = 0)]
    to_come_performances: i64,
    /// Their revenue so far, in won.
    to_come_revenue_krw: i64,
    /// Revenue so far ÷ performances, in won.
    to_come_mean_revenue_krw: Option<i64>,
    /// Played revenue + played mean × performances to come, in won.
    projected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met, in won.
    break_even_krw: Option<i64>,
    /// Projected revenue − break-even, in won.
    projected_profit_krw: Option<i64>,
    /// Why something is missing.
    reason: Option<ForecastReason>,
}

impl From<profit_forecast::Row> for ProfitForecastItem {
    fn from(row: profit_forecast::Row) -> Self {
        let figures = row.figures;
        Self {
            production: figures.production.into(),
            played_performances: figures.played_performances,
            played_revenue_krw: figures.played_revenue_krw,
            played_mean_revenue_krw: row.played_mean_revenue_krw,
            to_come_performances: figures.to_come_performances,
            to_come_revenue_krw: figures.to_come_revenue_krw,
            to_come_mean_revenue_krw: row.to_come_mean_revenue_krw,
            projected_revenue_krw: row.projected_revenue_krw,
            break_even_krw: figures.break_even_krw,
            projected_profit_krw: row.projected_profit_krw,
            reason: row.reason.map(ForecastReason::from),
        }
    }
}

/// The forecast of all plays. Sums are of those that know the figure.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfitForecastTotal {
    /// How many productions there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them know their projected profit.
    #[schema(minimum = 0)]
    counted: i64,
    /// Performances up to the record dates.
    #[schema(minimum = 0)]
    played_performances: i64,
    /// Their revenue, in won.
    played_revenue_krw: Option<i64>,
    /// Revenue ÷ performances, in won.
    played_mean_revenue_krw: Option<i64>,
    /// Performances after the record dates.
    #[schema(minimum = 0)]
    to_come_performances: i64,
    /// Their revenue so far, in won.
    to_come_revenue_krw: Option<i64>,
    /// Revenue so far ÷ performances, in won.
    to_come_mean_revenue_krw: Option<i64>,
    /// Projected revenue, in won.
    projected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met, in won.
    break_even_krw: Option<i64>,
    /// Projected revenue − break-even, in won, of the counted.
    projected_profit_krw: Option<i64>,
}

/// The forecast of each play, and of all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfitForecastReport {
    /// Name of the report.
    #[schema(example = "plays/profit-forecast")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<ProfitForecastItem>,
    /// All together.
    overall: ProfitForecastTotal,
}

impl ProfitForecastReport {
    pub(crate) fn new(as_of: NaiveDate, report: profit_forecast::Report) -> Self {
        let overall = report.overall;
        Self {
            report: "plays/profit-forecast",
            as_of,
            items: report.items.into_iter().map(ProfitForecastItem::from).collect(),
            overall: ProfitForecastTotal {
                productions: overall.productions,
                counted: overall.counted,
                played_performances: overall.played_performances,
                played_revenue_krw: overall.played_revenue_krw,
                played_mean_revenue_krw: overall.played_mean_revenue_krw,
                to_come_performances: overall.to_come_performances,
                to_come_revenue_krw: overall.to_come_revenue_krw,
                to_come_mean_revenue_krw: overall.to_come_mean_revenue_krw,
                projected_revenue_krw: overall.projected_revenue_krw,
                break_even_krw: overall.break_even_krw,
                projected_profit_krw: overall.projected_profit_krw,
            },
        }
    }
}
