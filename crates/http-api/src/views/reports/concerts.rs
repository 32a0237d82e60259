use chrono::NaiveDate;
use domain::reports::{break_even, concert_overview};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;

/// Seats of one grade (좌석 등급), or of all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GradeBreakEven {
    /// `vip`, `r`, `s`, `a`, `b`, …; `total` for all.
    #[schema(example = "r")]
    grade: String,
    /// Seats of all performances.
    seats: i64,
    /// Seats sold.
    sold_seats: i64,
    /// Seats − sold.
    remaining_seats: i64,
    /// Sold ÷ elapsed days × days to the end of sale.
    expected_additional_seats: Option<i64>,
    /// Remaining − expected additional, not below 0.
    expected_remaining_seats: Option<i64>,
    /// Target share × seats.
    break_even_seats: Option<i64>,
    /// 1 − expected remaining ÷ seats.
    expected_sales_ratio: Option<f64>,
    /// Expected remaining ÷ seats.
    expected_remaining_ratio: Option<f64>,
}

impl GradeBreakEven {
    fn new(grade: &str, seats: break_even::Seats) -> Self {
        Self {
            grade: grade.to_owned(),
            seats: seats.seats,
            sold_seats: seats.sold_seats,
            remaining_seats: seats.remaining_seats,
            expected_additional_seats: seats.expected_additional_seats,
            expected_remaining_seats: seats.expected_remaining_seats,
            break_even_seats: seats.break_even_seats,
            expected_sales_ratio: numbers(seats.expected_sales_ratio),
            expected_remaining_ratio: numbers(seats.expected_remaining_ratio),
        }
    }
}

/// What of one concert is sold, left, and to be expected by the pace so far.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BreakEvenItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Number of performances in the workbook.
    #[schema(minimum = 0)]
    performances: i64,
    /// Days of sale up to the record date, at least 1.
    elapsed_days: Option<i64>,
    /// Days of sale to come.
    days_to_sale_end: Option<i64>,
    /// Share of the house that is aimed at.
    target_share: Option<f64>,
    /// Grades with seats or sales.
    grades: Vec<GradeBreakEven>,
    /// The same formulas over the sums.
    total: GradeBreakEven,
}

impl From<break_even::Row> for BreakEvenItem {
    fn from(row: break_even::Row) -> Self {
        let grades = row
            .grades
            .iter()
            .map(|(grade, seats)| GradeBreakEven::new(grade.code(), *seats));
        Self {
            production: row.production.into(),
            performances: row.performances,
            elapsed_days: row.elapsed_days,
            days_to_sale_end: row.days_to_sale_end,
            target_share: numbers(row.target_share),
            grades: grades.collect(),
            total: GradeBreakEven::new("total", row.total),
        }
    }
}

/// The last sale day of one concert against the one before.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertOverviewItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Day of the last daily row.
    last_sale_day: Option<NaiveDate>,
    /// Its sales, in won.
    last_sale_day_revenue_krw: Option<i64>,
    /// Day of the row before.
    previous_sale_day: Option<NaiveDate>,
    /// Its sales, in won.
    previous_sale_day_revenue_krw: Option<i64>,
    /// Last − previous, in won.
    change_krw: Option<i64>,
    /// Change ÷ previous.
    change_ratio: Option<f64>,
}

impl From<concert_overview::Row> for ConcertOverviewItem {
    fn from(row: concert_overview::Row) -> Self {
        Self {
            production: row.production.into(),
            last_sale_day: row.last_sale_day.map(|sale| sale.day),
            last_sale_day_revenue_krw: row.last_sale_day.map(|sale| sale.revenue_krw),
            previous_sale_day: row.previous_sale_day.map(|sale| sale.day),
            previous_sale_day_revenue_krw: row.previous_sale_day.map(|sale| sale.revenue_krw),
            change_krw: row.change_krw,
            change_ratio: numbers(row.change_ratio),
        }
    }
}

/// Yesterday, total and the last seven days of all concerts; each concert's last sale day against the one before.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertOverviewReport {
    /// Name of the report.
    #[schema(example = "concerts/overview")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// The day before.
    yesterday: NaiveDate,
    /// Sales of that day, in won.
    yesterday_revenue_krw: Option<i64>,
    /// Sales of all days, in won.
    total_revenue_krw: i64,
    /// Sales of the seven days before `asOf`, in won.
    seven_day_revenue_krw: Option<i64>,
    /// A seventh of that, in won.
    seven_day_mean_revenue_krw: Option<i64>,
    /// By production code.
    items: Vec<ConcertOverviewItem>,
    /// All together, of one and the same day.
    overall: ConcertOverviewTotal,
}

/// The last sale day of all concerts against the one before: of the concerts that sold on these days.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertOverviewTotal {
    /// How many concerts there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// The latest of all last sale days.
    last_sale_day: Option<NaiveDate>,
    /// How many concerts have it as their last.
    #[schema(minimum = 0)]
    counted: i64,
    /// Sales of the counted on it, in won.
    last_sale_day_revenue_krw: Option<i64>,
    /// How many of the counted have the same day before.
    #[schema(minimum = 0)]
    compared: i64,
    /// The latest sale day before, among the counted.
    previous_sale_day: Option<NaiveDate>,
    /// Sales of the compared on it, in won.
    previous_sale_day_revenue_krw: Option<i64>,
    /// Last − previous, in won, of the compared.
    change_krw: Option<i64>,
    /// Change ÷ previous, of the compared.
    change_ratio: Option<f64>,
}

impl From<concert_overview::Overall> for ConcertOverviewTotal {
    fn from(overall: concert_overview::Overall) -> Self {
        Self {
            productions: overall.productions,
            last_sale_day: overall.last_sale_day,
            counted: overall.counted,
            last_sale_day_revenue_krw: overall.last_sale_day_revenue_krw,
            compared: overall.compared,
            previous_sale_day: overall.previous_sale_day,
            previous_sale_day_revenue_krw: overall.previous_sale_day_revenue_krw,
            change_krw: overall.change_krw,
            change_ratio: numbers(overall.change_ratio),
        }
    }
}

impl ConcertOverviewReport {
    pub(crate) fn new(as_of: NaiveDate, report: concert_overview::Report) -> Self {
        Self {
            report: "concerts/overview",
            as_of,
            yesterday: report.yesterday,
            yesterday_revenue_krw: report.yesterday_revenue_krw,
            total_revenue_krw: report.total_revenue_krw,
            seven_day_revenue_krw: report.seven_day_revenue_krw,
            seven_day_mean_revenue_krw: report.seven_day_mean_revenue_krw,
            items: report.items.into_iter().map(ConcertOverviewItem::from).collect(),
            overall: report.overall.into(),
        }
    }
}
