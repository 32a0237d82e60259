//! What staff enter about a production, in the field names of the HTTP API.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// Seats per grade, under the codes of the API: `vip r s a b bad_r bad_s bad_a accessible` and others.
pub type SeatsByGrade = BTreeMap<String, i64>;

/// Concert, play or musical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Category {
    /// 콘서트.
    Concert,
    /// 뮤지컬.
    Musical,
    /// 연극.
    Play,
}

impl Category {
    /// Plays and musicals share a workbook's layout.
    pub fn is_stage(self) -> bool {
        self != Self::Concert
    }
}

/// The JSON body that creates the production.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are those of the API, which describes them")]
pub struct Production {
    pub code: String,
    pub name: String,
    pub category: Category,
    pub active: bool,
    pub venue: Option<String>,
    pub run_start: Option<NaiveDate>,
    pub run_end: Option<NaiveDate>,
    pub sale_start: Option<NaiveDate>,
    pub sale_end: Option<NaiveDate>,
    pub running_minutes: Option<i32>,
    pub target_share: Option<f64>,
    pub break_even_krw: Option<i64>,
    pub seats_per_performance: Option<i64>,
    pub preview_end: Option<NaiveDate>,
    pub concert_at: Option<DateTime<FixedOffset>>,
    pub seat_inventory: Option<SeatsByGrade>,
}

/// Target revenue of one sale day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DailyTarget {
    /// The sale day.
    pub date: NaiveDate,
    /// Won.
    pub target_krw: i64,
}

/// Notes on one week of marketing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MarketingWeek {
    /// Its Monday, or the first sale day when that comes later.
    pub week_start: NaiveDate,
    /// Discounts and bundles.
    pub sales_marketing: Option<String>,
    /// Advertisements and appearances.
    pub promotion: Option<String>,
    /// What else mattered.
    pub other: Option<String>,
}

/// The company's note on a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthlyNote {
    /// `2026-11`.
    pub month: String,
    /// What staff should keep in mind.
    pub note: String,
}

/// A moment of Korean time, which knows no summer time.
pub(crate) fn in_seoul(moment: NaiveDateTime) -> DateTime<FixedOffset> {
    let seoul = FixedOffset::east_opt(9 * 3_600).expect("nine hours");
    moment
        .and_local_timezone(seoul)
        .single()
        .expect("a fixed offset has no gaps")
}
