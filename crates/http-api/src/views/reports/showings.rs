use chrono::NaiveDate;
use domain::reports::showing::Showing;
use domain::reports::{daily_brief, outlook, performances};
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::{GradeMap, number, numbers};

/// A performance (회차): who plays, how full it is, what is left.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ShowingView {
    /// Date and time.
    #[schema(example = "2026-11-20T19:30:00+09:00")]
    #[schema(format = DateTime)]
    starts_at: String,
    /// Who plays.
    cast: Vec<String>,
    /// Paid share, as in the workbook.
    paid_share: f64,
    /// Complimentary share, as in the workbook.
    complimentary_share: f64,
    /// Paid + complimentary share.
    occupancy: f64,
    /// Seats sold.
    paid_seats: i64,
    /// Seats given away.
    complimentary_seats: i64,
    /// Seats on sale − sold − given away; `null` while the capacity is not known.
    remaining_seats: Option<i64>,
}

impl From<Showing> for ShowingView {
    fn from(showing: Showing) -> Self {
        Self {
            starts_at: showing.starts_at.to_rfc3339(),
            cast: showing.cast,
            paid_share: number(showing.paid_share),
            complimentary_share: number(showing.complimentary_share),
            occupancy: number(showing.occupancy),
            paid_seats: showing.paid_seats,
            complimentary_seats: showing.complimentary_seats,
            remaining_seats: showing.remaining_seats,
        }
    }
}

/// A performance with its seats per grade and its revenue.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformanceView {
    #[serde(flatten)]
    showing: ShowingView,
    /// Seats sold per grade.
    #[schema(value_type = BTreeMap<String, i64>)]
    paid_seats_by_grade: GradeMap,
    /// Seats given away per grade.
    #[schema(value_type = BTreeMap<String, i64>)]
    complimentary_seats_by_grade: GradeMap,
    /// Deposit share, as in the workbook.
    deposit_share: f64,
    /// Won.
    revenue_krw: i64,
    /// Revenue ÷ seats sold, in won.
    mean_ticket_price_krw: Option<i64>,
}

impl From<performances::Performance> for PerformanceView {
    fn from(performance: performances::Performance) -> Self {
        Self {
            showing: performance.showing.into(),
            paid_seats_by_grade: GradeMap(performance.paid_seats_by_grade),
            complimentary_seats_by_grade: GradeMap(performance.complimentary_seats_by_grade),
            deposit_share: number(performance.deposit_share),
            revenue_krw: performance.revenue_krw,
            mean_ticket_price_krw: performance.mean_ticket_price_krw,
        }
    }
}

/// Performances of one production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PerformancesItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// By start.
    performances: Vec<PerformanceView>,
}

impl From<performances::Row> for PerformancesItem {
    fn from(row: performances::Row) -> Self {
        let performances = row.performances.into_iter().map(PerformanceView::from).collect();
        Self {
            production: row.production.into(),
            performances,
        }
    }
}

/// Each performance: occupancy, remaining seats, seats per grade, revenue, mean ticket price.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformancesReport {
    /// Name of the report.
    #[schema(example = "plays/performances")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// First day of performances; `null` for all.
    from: Option<NaiveDate>,
    /// Last day of performances; `null` for all.
    to: Option<NaiveDate>,
    /// By production code.
    items: Vec<PerformancesItem>,
}

impl PerformancesReport {
    /// Of the days between, ends included; `None` is an open end.
    pub(crate) fn new(
        as_of: NaiveDate,
        (from, to): (Option<NaiveDate>, Option<NaiveDate>),
        rows: Vec<performances::Row>,
    ) -> Self {
        Self {
            report: "plays/performances",
            as_of,
            from,
            to,
            items: rows.into_iter().map(PerformancesItem::from).collect(),
        }
    }
}

/// Which of the two weeks.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OutlookWeek {
    This,
    Next,
}

impl From<outlook::Week> for OutlookWeek {
    fn from(week: outlook::Week) -> Self {
        match week {
            outlook::Week::This => Self::This,
            outlook::Week::Next => Self::Next,
        }
    }
}

/// A performance of this or next week.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutlookPerformance {
    #[serde(flatten)]
    showing: ShowingView,
    /// Which of the two weeks it is in.
    week: OutlookWeek,
    /// Whether its occupancy, unrounded, is below `lowThreshold`.
    low: bool,
}

/// This and next week of one production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutlookItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Monday of this week.
    this_week_start: NaiveDate,
    /// Monday of next week.
    next_week_start: NaiveDate,
    /// By start.
    performances: Vec<OutlookPerformance>,
    /// Mean occupancy of next week's performances.
    next_week_occupancy: Option<f64>,
}

impl From<outlook::Row> for OutlookItem {
    fn from(row: outlook::Row) -> Self {
        let performance = |performance: outlook::Performance| OutlookPerformance {
            showing: performance.showing.into(),
            week: performance.week.into(),
            low: performance.low,
        };
        Self {
            production: row.production.into(),
            this_week_start: row.this_week_start,
            next_week_start: row.next_week_start,
            performances: row.performances.into_iter().map(performance).collect(),
            next_week_occupancy: numbers(row.next_week_occupancy),
        }
    }
}

/// Performances of this and next week: occupancy, remaining seats, which are low.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutlookReport {
    /// Name of the report.
    #[schema(example = "plays/outlook")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// Occupancy below which a performance is low.
    low_threshold: f64,
    /// By production code.
    items: Vec<OutlookItem>,
}

impl OutlookReport {
    pub(crate) fn new(as_of: NaiveDate, low_threshold: Decimal, rows: Vec<outlook::Row>) -> Self {
        Self {
            report: "plays/outlook",
            as_of,
            low_threshold: number(low_threshold),
            items: rows.into_iter().map(OutlookItem::from).collect(),
        }
    }
}

/// The last days and the next ones of one production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DailyBriefItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Day of the last daily row.
    last_sale_day: Option<NaiveDate>,
    /// Its sales, in won.
    last_sale_day_revenue_krw: Option<i64>,
    /// The last day with a performance up to `asOf`.
    latest_performance_day: Option<NaiveDate>,
    /// Mean occupancy (점유율) of that day.
    latest_occupancy: Option<f64>,
    /// The day with a performance before that one.
    previous_performance_day: Option<NaiveDate>,
    /// Mean occupancy of that day.
    previous_occupancy: Option<f64>,
    /// Latest − previous occupancy.
    occupancy_change: Option<f64>,
    /// The performances of the seven days after `asOf`, by start.
    next_performances: Vec<ShowingView>,
}

impl From<daily_brief::Row> for DailyBriefItem {
    fn from(row: daily_brief::Row) -> Self {
        Self {
            production: row.production.into(),
            last_sale_day: row.last_sale_day.map(|sale| sale.day),
            last_sale_day_revenue_krw: row.last_sale_day.map(|sale| sale.revenue_krw),
            latest_performance_day: row.latest_performance_day,
            latest_occupancy: numbers(row.latest_occupancy),
            previous_performance_day: row.previous_performance_day,
            previous_occupancy: numbers(row.previous_occupancy),
            occupancy_change: numbers(row.occupancy_change),
            next_performances: row.next_performances.into_iter().map(ShowingView::from).collect(),
        }
    }
}
