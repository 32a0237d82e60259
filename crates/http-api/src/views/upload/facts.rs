use chrono::NaiveDate;
use domain::buyers::BuyersFacts;
use domain::sales::{AgencyFacts, DailyFacts, Facts, PerformanceFacts};
use serde::Serialize;
use utoipa::ToSchema;

use crate::views::GradeMap;

/// The sums that tell whether a workbook was read as meant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FactsView {
    /// `null` without sale days, and of kind `buyers`.
    daily: Option<DailyFactsView>,
    /// `null` of kind `buyers`.
    performances: Option<PerformanceFactsView>,
    /// Sums of each agency, by its code; empty for workbooks with markers.
    agencies: Vec<AgencyFactsView>,
    /// Sums of each dimension of a report on buyers; `null` of kind `sales`.
    buyers: Option<Vec<BuyersFactsView>>,
}

/// Sums of one dimension.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BuyersFactsView {
    /// `discount age_gender payment card channel region seoul gyeonggi`.
    #[schema(example = "channel")]
    dimension: &'static str,
    /// Number of classes.
    #[schema(minimum = 0)]
    rows: i64,
    seats: i64,
    /// Won; `null` where the report has none.
    revenue_krw: Option<i64>,
}

/// Sums of what one agency sold.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AgencyFactsView {
    /// `interpark nol yes24 melon ticketlink`, or the code of another one.
    #[schema(example = "interpark")]
    agency: String,
    #[schema(example = "인터파크")]
    name: String,
    /// Over all sale days; `null` where they do not tell agencies.
    days: Option<AgencyDaysView>,
    /// Over all performances; `null` where they do not tell agencies.
    performances: Option<AgencyPerformancesView>,
}

/// Sums of an agency over sale days.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgencyDaysView {
    /// Paid seats.
    seats: i64,
    /// Won.
    revenue_krw: i64,
}

/// Sums of an agency over performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgencyPerformancesView {
    /// Booked seats.
    seats: i64,
    /// Won of booked seats; `null` where the sheet has none.
    revenue_krw: Option<i64>,
    /// Seats that are paid for; `null` where the sheet does not tell.
    deposited_seats: Option<i64>,
    /// Their won.
    deposited_krw: Option<i64>,
    #[schema(value_type = BTreeMap<String, i64>)]
    seats_by_grade: GradeMap,
}

/// Sums of the daily sheet.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DailyFactsView {
    /// Number of sale days.
    #[schema(minimum = 0)]
    rows: i64,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    /// Paid seats.
    seats: i64,
    /// Won.
    revenue_krw: i64,
    complimentary_seats: i64,
    #[schema(value_type = BTreeMap<String, i64>)]
    seats_by_grade: GradeMap,
}

/// Sums of the sheet of performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformanceFactsView {
    /// Number of performances.
    #[schema(minimum = 0)]
    rows: i64,
    #[schema(format = DateTime)]
    first_start: Option<String>,
    #[schema(format = DateTime)]
    last_start: Option<String>,
    paid_seats: i64,
    complimentary_seats: i64,
    /// Won; `null` for concerts.
    revenue_krw: Option<i64>,
    #[schema(value_type = BTreeMap<String, i64>)]
    paid_seats_by_grade: GradeMap,
    #[schema(value_type = BTreeMap<String, i64>)]
    complimentary_seats_by_grade: GradeMap,
    /// Number of different casts; `null` for concerts.
    #[schema(minimum = 0)]
    casts: Option<i64>,
    /// Seats that are paid for; `null` unless every performance tells.
    deposited_seats: Option<i64>,
    /// Their won.
    deposited_krw: Option<i64>,
    /// Seats that are booked and not paid for; `null` unless every performance tells.
    pending_seats: Option<i64>,
    /// Their won.
    pending_krw: Option<i64>,
    /// Number of performances that have a number.
    #[schema(minimum = 0)]
    numbers: i64,
}

impl From<&Facts> for FactsView {
    fn from(facts: &Facts) -> Self {
        Self {
            daily: facts.daily.as_ref().map(DailyFactsView::from),
            performances: facts.buyers.is_none().then(|| (&facts.performances).into()),
            agencies: facts.agencies.iter().map(AgencyFactsView::from).collect(),
            buyers: facts
                .buyers
                .as_ref()
                .map(|of| of.iter().map(BuyersFactsView::from).collect()),
        }
    }
}

impl From<&BuyersFacts> for BuyersFactsView {
    fn from(of: &BuyersFacts) -> Self {
        Self {
            dimension: of.dimension.code(),
            rows: of.rows,
            seats: of.seats,
            revenue_krw: of.revenue_krw,
        }
    }
}

impl From<&DailyFacts> for DailyFactsView {
    fn from(daily: &DailyFacts) -> Self {
        Self {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: GradeMap(daily.seats_by_grade.clone()),
        }
    }
}

impl From<&PerformanceFacts> for PerformanceFactsView {
    fn from(performances: &PerformanceFacts) -> Self {
        Self {
            rows: performances.rows,
            first_start: performances.first_start.map(|start| start.to_rfc3339()),
            last_start: performances.last_start.map(|start| start.to_rfc3339()),
            paid_seats: performances.paid_seats,
            complimentary_seats: performances.complimentary_seats,
            revenue_krw: performances.revenue_krw,
            paid_seats_by_grade: GradeMap(performances.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: GradeMap(performances.complimentary_seats_by_grade.clone()),
            casts: performances.casts,
            deposited_seats: performances.deposits.deposited_seats,
            deposited_krw: performances.deposits.deposited_krw,
            pending_seats: performances.deposits.pending_seats,
            pending_krw: performances.deposits.pending_krw,
            numbers: performances.numbers,
        }
    }
}

impl From<&AgencyFacts> for AgencyFactsView {
    fn from(agency: &AgencyFacts) -> Self {
        Self {
            agency: agency.agency.code().to_owned(),
            name: agency.name.clone(),
            days: agency.days.map(|days| AgencyDaysView {
                seats: days.seats,
                revenue_krw: days.revenue_krw,
            }),
            performances: agency.performances.as_ref().map(|of| AgencyPerformancesView {
                seats: of.seats,
                revenue_krw: of.revenue_krw,
                deposited_seats: of.deposited_seats,
                deposited_krw: of.deposited_krw,
                seats_by_grade: GradeMap(of.seats_by_grade.clone()),
            }),
        }
    }
}
