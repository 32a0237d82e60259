use chrono::NaiveDate;
use domain::reports::marketing_effect::Week;
use domain::reports::{marketing_effect, marketing_week};
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::numbers;

/// The marketing week (주간 마케팅) of one concert that holds `asOf`, cut to the sale period. Outside the sale period number
/// and notes are `null`, and the days are those of the calendar week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MarketingWeekItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// From 1.
    week_number: Option<u32>,
    week_start: NaiveDate,
    week_end: NaiveDate,
    /// Discounts, packages, ticket openings.
    sales_marketing: Option<String>,
    /// Advertising and press.
    #[schema(example = "네이버 기획전")]
    promotion: Option<String>,
    /// Anything else.
    other: Option<String>,
}

impl From<marketing_week::Row> for MarketingWeekItem {
    fn from(row: marketing_week::Row) -> Self {
        Self {
            production: row.production.into(),
            week_number: row.week_number,
            week_start: row.days.first(),
            week_end: row.days.last(),
            sales_marketing: row.notes.sales_marketing,
            promotion: row.notes.promotion,
            other: row.notes.other,
        }
    }
}

/// One marketing week, cut to the sale period, with the sales of its calendar week. These are `null` when that week
/// begins after the record date.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MarketingEffectWeek {
    /// From 1.
    week_number: u32,
    week_start: NaiveDate,
    week_end: NaiveDate,
    /// Discounts, packages, ticket openings.
    sales_marketing: Option<String>,
    /// Advertising and press.
    promotion: Option<String>,
    /// Anything else.
    other: Option<String>,
    /// Sales of the calendar week, in won.
    revenue_krw: Option<i64>,
    /// Sales of the calendar week before, in won.
    previous_revenue_krw: Option<i64>,
    /// Sales of the days compared − those of the same weekdays of the week before, in won.
    change_krw: Option<i64>,
    /// Change ÷ sales of the same weekdays of the week before.
    change_ratio: Option<f64>,
    /// Whether the calendar week is over at the record date.
    comparable: bool,
    /// How many days are compared: 7, or those from Monday to the record date.
    #[schema(minimum = 1, maximum = 7)]
    compared_days: Option<i64>,
}

impl From<Week> for MarketingEffectWeek {
    fn from(week: Week) -> Self {
        Self {
            week_number: week.week_number,
            week_start: week.days.first(),
            week_end: week.days.last(),
            sales_marketing: week.notes.sales_marketing,
            promotion: week.notes.promotion,
            other: week.notes.other,
            revenue_krw: week.revenue_krw,
            previous_revenue_krw: week.previous_revenue_krw,
            change_krw: week.change_krw,
            change_ratio: numbers(week.change_ratio),
            comparable: week.comparable,
            compared_days: week.compared_days,
        }
    }
}

/// Marketing weeks of one production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MarketingEffectItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Each week of the sale period, in order of time.
    weeks: Vec<MarketingEffectWeek>,
}

impl From<marketing_effect::Row> for MarketingEffectItem {
    fn from(row: marketing_effect::Row) -> Self {
        Self {
            production: row.production.into(),
            weeks: row.weeks.into_iter().map(MarketingEffectWeek::from).collect(),
        }
    }
}
