use chrono::NaiveDate;
use domain::reports::casts::RankedCast;
use domain::reports::{cast_revenue, weekly_casts};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;

/// A cast: the same people in the same order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CastView {
    /// Who plays, in order.
    cast: Vec<String>,
    /// Revenue of its performances, in won.
    revenue_krw: i64,
    /// Number of performances.
    #[schema(minimum = 1)]
    performances: i64,
    /// 1 + number of casts with more revenue.
    #[schema(minimum = 1)]
    rank: usize,
}

impl From<RankedCast> for CastView {
    fn from(ranked: RankedCast) -> Self {
        Self {
            cast: ranked.figures.cast,
            revenue_krw: ranked.figures.revenue_krw,
            performances: ranked.figures.performances,
            rank: ranked.rank,
        }
    }
}

/// Last week's best casts of one production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyCastsItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Monday of last week.
    week_start: NaiveDate,
    /// Sunday of last week.
    week_end: NaiveDate,
    /// By revenue, then by names.
    casts: Vec<CastView>,
}

impl From<weekly_casts::Row> for WeeklyCastsItem {
    fn from(row: weekly_casts::Row) -> Self {
        Self {
            production: row.production.into(),
            week_start: row.week_start,
            week_end: row.week_end,
            casts: row.casts.into_iter().map(CastView::from).collect(),
        }
    }
}

/// Last week's best casts.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklyCastsReport {
    /// Name of the report.
    #[schema(example = "plays/weekly-casts")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// How many casts of each production were asked for.
    #[schema(minimum = 1, maximum = 100)]
    top: usize,
    /// By production code.
    items: Vec<WeeklyCastsItem>,
}

impl WeeklyCastsReport {
    pub(crate) fn new(as_of: NaiveDate, top: usize, rows: Vec<weekly_casts::Row>) -> Self {
        Self {
            report: "plays/weekly-casts",
            as_of,
            top,
            items: rows.into_iter().map(WeeklyCastsItem::from).collect(),
        }
    }
}

/// A cast of the whole run.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunCast {
    #[serde(flatten)]
    cast: CastView,
    /// Revenue ÷ performances, in won.
    mean_revenue_krw: Option<i64>,
}

/// The casts of one production's run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CastRevenueItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// By revenue, then by names.
    casts: Vec<RunCast>,
}

impl From<cast_revenue::Row> for CastRevenueItem {
    fn from(row: cast_revenue::Row) -> Self {
        let cast = |cast: cast_revenue::Cast| RunCast {
            cast: cast.ranked.into(),
            mean_revenue_krw: cast.mean_revenue_krw,
        };
        Self {
            production: row.production.into(),
            casts: row.casts.into_iter().map(cast).collect(),
        }
    }
}
