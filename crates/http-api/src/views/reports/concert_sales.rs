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
}

impl From<target_sales::Row> for TargetSalesItem {
    fn from(row: target_sales::Row) -> Self {
        Self {
            production: row.figures.production.into(),
            target_krw: row.figures.target_krw,
            revenue_krw: row.figures.revenue_krw,
            ratio: numbers(row.ratio),
        }
    }
}
