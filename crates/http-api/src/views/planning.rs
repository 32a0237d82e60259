use chrono::NaiveDate;
use domain::calendar::shift;
use domain::planning::MarketingWeek;
use ports::driven::{Patch, WeekNotesPatch};
use ports::driving::{MarketingPlan, Targets};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::extract::{Day, Object, patched};
use crate::problem::TargetView;

/// Targets of one calendar week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeekTargetView {
    /// Monday.
    week_start: NaiveDate,
    /// Sunday.
    week_end: NaiveDate,
    /// Won.
    target_krw: i64,
}

/// Targets of a production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetsView {
    targets: Vec<TargetView>,
    weeks: Vec<WeekTargetView>,
    /// Won over all days listed.
    total_krw: i64,
}

impl From<Targets> for TargetsView {
    fn from(targets: Targets) -> Self {
        let day = |(date, target_krw)| TargetView { date, target_krw };
        let week = |(week_start, target_krw)| WeekTargetView {
            week_start,
            week_end: shift(week_start, 6),
            target_krw,
        };
        Self {
            targets: targets.days.into_iter().map(day).collect(),
            weeks: targets.weeks.into_iter().map(week).collect(),
            total_krw: targets.total_krw,
        }
    }
}

/// Days to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysQuery {
    /// First day; default: all.
    #[param(inline, nullable = false)]
    pub(crate) from: Option<Day>,
    /// Last day; default: all.
    #[param(inline, nullable = false)]
    pub(crate) to: Option<Day>,
}

/// Targets to set; the other days stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTargets {
    #[schema(value_type = Vec<NewTarget>, max_items = 2000)]
    pub(crate) targets: Vec<Object<NewTarget>>,
}

/// Target of one day of the sale period.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewTarget {
    pub(crate) date: Day,
    /// Won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub(crate) target_krw: i64,
}

/// One marketing week (주간 마케팅), cut to the sale period.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MarketingWeekView {
    /// From 1.
    week_number: u32,
    week_start: NaiveDate,
    week_end: NaiveDate,
    /// Discounts, packages, ticket openings.
    #[schema(example = "평일 마티네 할인")]
    sales_marketing: Option<String>,
    /// Advertising and press.
    promotion: Option<String>,
    /// Anything else.
    other: Option<String>,
}

/// Marketing weeks of a production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MarketingWeeksView {
    weeks: Vec<MarketingWeekView>,
}

impl From<MarketingPlan> for MarketingWeeksView {
    fn from(plan: MarketingPlan) -> Self {
        let view = |week: MarketingWeek| MarketingWeekView {
            week_number: week.week_number,
            week_start: week.days.first(),
            week_end: week.days.last(),
            sales_marketing: week.notes.sales_marketing,
            promotion: week.notes.promotion,
            other: week.notes.other,
        };
        Self {
            weeks: plan.weeks.into_iter().map(view).collect(),
        }
    }
}

/// Notes to set; the other weeks stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMarketingWeeks {
    #[schema(value_type = Vec<NewMarketingWeek>, max_items = 2000)]
    pub(crate) weeks: Vec<Object<NewMarketingWeek>>,
}

/// Notes of one week: a field left out stays, `null` clears it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewMarketingWeek {
    /// Any day of the week names it.
    pub(crate) week_start: Day,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    sales_marketing: Patch<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    promotion: Patch<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    other: Patch<String>,
}

impl From<NewMarketingWeek> for (NaiveDate, WeekNotesPatch) {
    fn from(week: NewMarketingWeek) -> Self {
        let notes = WeekNotesPatch {
            sales_marketing: week.sales_marketing,
            promotion: week.promotion,
            other: week.other,
        };
        (week.week_start.0, notes)
    }
}
