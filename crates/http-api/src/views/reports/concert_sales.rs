use chrono::NaiveDate;
use domain::calendar::Month;
use domain::reports::concert_daily::{Day, Sold};
use domain::reports::concert_weekly::Week;
use domain::reports::{concert_daily, concert_monthly, concert_profit_forecast, concert_weekly, target_sales};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::{dates, numbers};

/// One sale day (판매일) of a concert.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertSaleDay {
    #[serde(serialize_with = "dates::day")]
    day: NaiveDate,
    /// Monday of its week.
    #[serde(serialize_with = "dates::day")]
    week_start: NaiveDate,
    /// Its month.
    #[serde(serialize_with = "dates::month")]
    #[schema(value_type = String, example = "2026-11")]
    month: Month,
    /// Paid seats.
    seats: i64,
    complimentary_seats: i64,
    /// Sales, in won.
    revenue_krw: i64,
}

impl From<Day> for ConcertSaleDay {
    fn from(day: Day) -> Self {
        Self {
            day: day.day,
            week_start: day.week_start,
            month: day.month,
            seats: day.sold.seats,
            complimentary_seats: day.sold.complimentary_seats,
            revenue_krw: day.sold.revenue_krw,
        }
    }
}

/// Sale days of one concert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConcertDailyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Each daily row, in order of time.
    days: Vec<ConcertSaleDay>,
}

impl From<concert_daily::Row> for ConcertDailyItem {
    fn from(row: concert_daily::Row) -> Self {
        Self {
            production: row.production.into(),
            days: row.days.into_iter().map(ConcertSaleDay::from).collect(),
        }
    }
}

/// One calendar week of a concert, with what was planned for it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertSaleWeek {
    /// Monday.
    week_start: NaiveDate,
    /// Sunday.
    week_end: NaiveDate,
    /// Paid seats.
    seats: i64,
    complimentary_seats: i64,
    /// Sales, in won.
    revenue_krw: i64,
    /// Discounts, packages, ticket openings.
    #[schema(example = "팬클럽 선예매")]
    sales_marketing: Option<String>,
    /// Advertising and press.
    promotion: Option<String>,
    /// Anything else.
    other: Option<String>,
}

impl From<Week> for ConcertSaleWeek {
    fn from(week: Week) -> Self {
        Self {
            week_start: week.days.first(),
            week_end: week.days.last(),
            seats: week.sold.seats,
            complimentary_seats: week.sold.complimentary_seats,
            revenue_krw: week.sold.revenue_krw,
            sales_marketing: week.notes.sales_marketing,
            promotion: week.notes.promotion,
            other: week.notes.other,
        }
    }
}

/// Weeks of one concert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConcertWeeklyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Each week that has a daily row, in order of time.
    weeks: Vec<ConcertSaleWeek>,
}

impl From<concert_weekly::Row> for ConcertWeeklyItem {
    fn from(row: concert_weekly::Row) -> Self {
        Self {
            production: row.production.into(),
            weeks: row.weeks.into_iter().map(ConcertSaleWeek::from).collect(),
        }
    }
}

/// One month of a concert.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertSaleMonth {
    #[schema(example = "2026-11")]
    month: String,
    /// Paid seats.
    seats: i64,
    complimentary_seats: i64,
    /// Sales, in won.
    revenue_krw: i64,
}

impl From<(Month, Sold)> for ConcertSaleMonth {
    fn from((month, sold): (Month, Sold)) -> Self {
        Self {
            month: month.to_string(),
            seats: sold.seats,
            complimentary_seats: sold.complimentary_seats,
            revenue_krw: sold.revenue_krw,
        }
    }
}

/// Months of one concert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConcertMonthlyItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Each month that has a daily row, in order of time.
    months: Vec<ConcertSaleMonth>,
}

impl From<concert_monthly::Row> for ConcertMonthlyItem {
    fn from(row: concert_monthly::Row) -> Self {
        Self {
            production: row.production.into(),
            months: row.months.into_iter().map(ConcertSaleMonth::from).collect(),
        }
    }
}

/// Why there is no projection of a concert, or no profit.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::enum_variant_names,
    reason = "the words of the contract say what there is none of"
)]
pub(crate) enum ConcertForecastReason {
    NoSnapshot,
    NoSaleDay,
    NoSaleEnd,
    NoBreakEven,
}

impl From<concert_profit_forecast::Reason> for ConcertForecastReason {
    fn from(reason: concert_profit_forecast::Reason) -> Self {
        match reason {
            concert_profit_forecast::Reason::NoSnapshot => Self::NoSnapshot,
            concert_profit_forecast::Reason::NoSaleDay => Self::NoSaleDay,
            concert_profit_forecast::Reason::NoSaleEnd => Self::NoSaleEnd,
            concert_profit_forecast::Reason::NoBreakEven => Self::NoBreakEven,
        }
    }
}

/// Sales of one concert, carried on at their mean per sale day until the sale ends.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertProfitForecastItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// All daily sales, in won.
    revenue_krw: i64,
    /// Daily rows, also those with 0.
    #[schema(minimum = 0)]
    sale_days: i64,
    /// Days of sale after `asOf`.
    #[schema(minimum = 0)]
    days_left: Option<i64>,
    /// Revenue + revenue ÷ sale days × days left, in won.
    projected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met, in won.
    break_even_krw: Option<i64>,
    /// Projected revenue − break-even, in won.
    projected_profit_krw: Option<i64>,
    /// Whether the projection, which the house does not bound, is more than all seats bring at the mean price so far.
    exceeds_house: Option<bool>,
    /// What all seats of all performances bring at the mean price so far, in won.
    full_house_krw: Option<i64>,
    /// The smaller of projection and full house, but not below the revenue so far, in won.
    expected_revenue_krw: Option<i64>,
    /// Expected revenue − break-even, in won.
    expected_profit_krw: Option<i64>,
    /// Whether there are at least 14 sale days.
    steady: bool,
    /// Why something is missing.
    reason: Option<ConcertForecastReason>,
}

impl From<concert_profit_forecast::Row> for ConcertProfitForecastItem {
    fn from(row: concert_profit_forecast::Row) -> Self {
        Self {
            production: row.production.into(),
            revenue_krw: row.revenue_krw,
            sale_days: row.sale_days,
            days_left: row.days_left,
            projected_revenue_krw: row.projected_revenue_krw,
            break_even_krw: row.break_even_krw,
            projected_profit_krw: row.projected_profit_krw,
            exceeds_house: row.exceeds_house,
            full_house_krw: row.full_house_krw,
            expected_revenue_krw: row.expected_revenue_krw,
            expected_profit_krw: row.expected_profit_krw,
            steady: row.steady,
            reason: row.reason.map(ConcertForecastReason::from),
        }
    }
}

/// Revenue of one concert against all its targets.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetSalesItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// All targets, in won.
    target_krw: i64,
    /// All daily sales, in won.
    revenue_krw: i64,
    /// Revenue ÷ target.
    ratio: Option<f64>,
    /// Targets up to the record date, in won; `null` without one.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target.
    due_ratio: Option<f64>,
}

impl From<target_sales::Row> for TargetSalesItem {
    fn from(row: target_sales::Row) -> Self {
        Self {
            production: row.figures.production.into(),
            target_krw: row.figures.target_krw,
            revenue_krw: row.figures.revenue_krw,
            ratio: numbers(row.ratio),
            due_target_krw: row.figures.due_target_krw,
            due_ratio: numbers(row.due_ratio),
        }
    }
}

/// The forecast of all concerts. Sums are of those that know the figure.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertProfitForecastTotal {
    /// How many concerts there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them are steady and know their expected profit.
    #[schema(minimum = 0)]
    counted: i64,
    /// All daily sales, in won.
    revenue_krw: Option<i64>,
    /// Projected revenue, in won.
    projected_revenue_krw: Option<i64>,
    /// What the full houses bring, in won.
    full_house_krw: Option<i64>,
    /// Expected revenue of the steady ones, in won.
    expected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met, in won.
    break_even_krw: Option<i64>,
    /// Projected revenue − break-even, in won, of those that know both.
    projected_profit_krw: Option<i64>,
    /// Expected revenue − break-even, in won, of the counted.
    expected_profit_krw: Option<i64>,
}

/// The forecast of each concert, and of all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConcertProfitForecastReport {
    /// Name of the report.
    #[schema(example = "concerts/profit-forecast")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<ConcertProfitForecastItem>,
    /// All together.
    overall: ConcertProfitForecastTotal,
}

impl ConcertProfitForecastReport {
    pub(crate) fn new(as_of: NaiveDate, report: concert_profit_forecast::Report) -> Self {
        let overall = report.overall;
        Self {
            report: "concerts/profit-forecast",
            as_of,
            items: report.items.into_iter().map(ConcertProfitForecastItem::from).collect(),
            overall: ConcertProfitForecastTotal {
                productions: overall.productions,
                counted: overall.counted,
                revenue_krw: overall.revenue_krw,
                projected_revenue_krw: overall.projected_revenue_krw,
                full_house_krw: overall.full_house_krw,
                expected_revenue_krw: overall.expected_revenue_krw,
                break_even_krw: overall.break_even_krw,
                projected_profit_krw: overall.projected_profit_krw,
                expected_profit_krw: overall.expected_profit_krw,
            },
        }
    }
}

/// Revenue of all concerts against their targets. One without a snapshot has sold nothing so far.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetSalesTotal {
    /// How many concerts there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them have a snapshot.
    #[schema(minimum = 0)]
    counted: i64,
    /// All targets, in won.
    target_krw: Option<i64>,
    /// All daily sales, in won.
    revenue_krw: Option<i64>,
    /// Revenue ÷ target, of those that have targets.
    ratio: Option<f64>,
    /// Targets up to the record date of each of the counted, in won.
    due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of the counted that have targets.
    due_ratio: Option<f64>,
}

/// Revenue of each concert against its targets, and of all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetSalesReport {
    /// Name of the report.
    #[schema(example = "concerts/target-sales")]
    report: &'static str,
    /// The day asked for; it moves no window of this report.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<TargetSalesItem>,
    /// All together.
    overall: TargetSalesTotal,
}

impl TargetSalesReport {
    pub(crate) fn new(as_of: NaiveDate, report: target_sales::Report) -> Self {
        let overall = report.overall;
        Self {
            report: "concerts/target-sales",
            as_of,
            items: report.items.into_iter().map(TargetSalesItem::from).collect(),
            overall: TargetSalesTotal {
                productions: overall.productions,
                counted: overall.counted,
                target_krw: overall.target_krw,
                revenue_krw: overall.revenue_krw,
                ratio: numbers(overall.ratio),
                due_target_krw: overall.due_target_krw,
                due_ratio: numbers(overall.due_ratio),
            },
        }
    }
}
