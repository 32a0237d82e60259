use chrono::NaiveDate;
use domain::production::Category;
use domain::reports::overview::{CompleteDay, DayStanding, Group, Report, Row, Standing, State};
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use super::showings::ShowingView;
use crate::views::production::CategoryView;
use crate::views::{number, numbers};

/// Which revenue `revenueKrw` is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RevenueBasis {
    /// What is booked.
    Booked,
}

/// Why sales by day are not known.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "every workbook that can be read has sale days so far")]
pub(crate) enum SalesReason {
    /// The workbook has no sale days.
    NoSaleDays,
}

/// How far a production is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StateView {
    BeforeSale,
    OnSale,
    Running,
    Over,
}

impl From<State> for StateView {
    fn from(state: State) -> Self {
        match state {
            State::BeforeSale => Self::BeforeSale,
            State::OnSale => Self::OnSale,
            State::Running => Self::Running,
            State::Over => Self::Over,
        }
    }
}

/// One day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OverviewDay {
    day: NaiveDate,
    /// Sales, in won; `null` after the record date.
    revenue_krw: Option<i64>,
    /// Target, in won.
    target_krw: Option<i64>,
}

impl From<DayStanding> for OverviewDay {
    fn from(day: DayStanding) -> Self {
        Self {
            day: day.day,
            revenue_krw: day.revenue_krw,
            target_krw: day.target_krw,
        }
    }
}

/// Where a production, a category, or all of them stand. In groups sums are of the productions that know the figure, and
/// ratios of those that know both sides.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandingView {
    /// Revenue so far, in won.
    revenue_krw: Option<i64>,
    /// Revenue booked so far, in won.
    booked_krw: Option<i64>,
    /// Revenue deposited so far, in won.
    deposited_krw: Option<i64>,
    /// Paid seats so far.
    seats: Option<i64>,
    /// Seats of all performances.
    open_seats: Option<i64>,
    /// Seats ÷ open seats.
    seat_ratio: Option<f64>,
    /// All daily targets, in won; `null` where none is above 0.
    target_krw: Option<i64>,
    /// Revenue ÷ target.
    target_ratio: Option<f64>,
    /// Revenue at which the costs are met, in won.
    break_even_krw: Option<i64>,
    /// Revenue ÷ break-even.
    break_even_ratio: Option<f64>,
    /// Break-even ÷ target.
    break_even_on_target: Option<f64>,
    /// Revenue − production cost, in won.
    profit_krw: Option<i64>,
    /// Revenue ÷ revenue of all productions.
    revenue_share: Option<f64>,
    /// Sales of the day before `asOf`, in won.
    yesterday_revenue_krw: Option<i64>,
    /// Those sales − the sales of the day before, in won.
    yesterday_change_krw: Option<i64>,
    /// Sales of the seven days before `asOf`, in won.
    seven_day_revenue_krw: Option<i64>,
    /// Change against the seven days before ÷ their sales.
    seven_day_change_ratio: Option<f64>,
    /// Sales of the week that holds yesterday, up to yesterday or the record date, in won.
    week_revenue_krw: Option<i64>,
    /// Targets of the same days, in won.
    week_due_target_krw: Option<i64>,
    /// The week's revenue ÷ due target.
    week_due_ratio: Option<f64>,
    /// Change against the same weekdays of the week before ÷ their sales.
    week_change_ratio: Option<f64>,
    /// Sales of the month that holds yesterday, up to yesterday or the record date, in won.
    month_revenue_krw: Option<i64>,
    /// Targets of that whole month, in won.
    month_target_krw: Option<i64>,
    /// Targets of its days up to yesterday or the record date, in won.
    month_due_target_krw: Option<i64>,
    /// The month's revenue ÷ due target.
    month_due_ratio: Option<f64>,
    /// The 31 days before `asOf`, and seven from it on.
    last_days: Vec<OverviewDay>,
    /// Performances of the seven days after `asOf`.
    #[schema(minimum = 0)]
    seven_day_performances: i64,
    /// Their mean occupancy; of concerts seats ÷ inventory.
    seven_day_occupancy: Option<f64>,
}

impl From<Standing> for StandingView {
    fn from(standing: Standing) -> Self {
        Self {
            revenue_krw: standing.revenue_krw,
            booked_krw: standing.revenue_krw,
            deposited_krw: None,
            seats: standing.seats,
            open_seats: standing.open_seats,
            seat_ratio: numbers(standing.seat_ratio),
            target_krw: standing.target_krw,
            target_ratio: numbers(standing.target_ratio),
            break_even_krw: standing.break_even_krw,
            break_even_ratio: numbers(standing.break_even_ratio),
            break_even_on_target: numbers(standing.break_even_on_target),
            profit_krw: None,
            revenue_share: numbers(standing.revenue_share),
            yesterday_revenue_krw: standing.yesterday_revenue_krw,
            yesterday_change_krw: standing.yesterday_change_krw,
            seven_day_revenue_krw: standing.seven_day_revenue_krw,
            seven_day_change_ratio: numbers(standing.seven_day_change_ratio),
            week_revenue_krw: standing.week.revenue_krw,
            week_due_target_krw: standing.week.due_target_krw,
            week_due_ratio: numbers(standing.week.due_ratio),
            week_change_ratio: numbers(standing.week_change_ratio),
            month_revenue_krw: standing.month.revenue_krw,
            month_target_krw: standing.month_target_krw,
            month_due_target_krw: standing.month.due_target_krw,
            month_due_ratio: numbers(standing.month.due_ratio),
            last_days: standing.last_days.into_iter().map(OverviewDay::from).collect(),
            seven_day_performances: standing.seven_day_performances,
            seven_day_occupancy: numbers(standing.seven_day_occupancy),
        }
    }
}

/// Where one production stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OverviewItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Which revenue `revenueKrw` is.
    basis: RevenueBasis,
    /// Why sales by day are not known.
    sales_reason: Option<SalesReason>,
    #[serde(flatten)]
    standing: StandingView,
    /// Performances of the seven days after `asOf` whose occupancy is below `lowThreshold`, by start.
    low_performances: Vec<ShowingView>,
    /// Whether it was on sale on the day before `asOf`, and no workbook tells of that day.
    missing: bool,
    /// How far it is on `asOf`.
    state: StateView,
}

impl From<Row> for OverviewItem {
    fn from(row: Row) -> Self {
        Self {
            production: row.production.into(),
            basis: RevenueBasis::Booked,
            sales_reason: None,
            standing: row.standing.into(),
            low_performances: row.low_performances.into_iter().map(ShowingView::from).collect(),
            missing: row.missing,
            state: row.state.into(),
        }
    }
}

/// Where several productions stand.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OverviewGroup {
    /// How many productions there are.
    #[schema(minimum = 0)]
    productions: i64,
    /// How many of them tell of the day before `asOf`.
    #[schema(minimum = 0)]
    counted: i64,
    #[serde(flatten)]
    standing: StandingView,
}

impl From<Group> for OverviewGroup {
    fn from(group: Group) -> Self {
        Self {
            productions: group.productions,
            counted: group.counted,
            standing: group.standing.into(),
        }
    }
}

/// Where one category stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewCategory {
    category: CategoryView,
    #[serde(flatten)]
    group: OverviewGroup,
}

/// The last day of the 31 before `asOf` of which every production on sale has told.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CompleteDayView {
    day: NaiveDate,
    /// Sales of all productions that tell of it, in won.
    revenue_krw: i64,
    /// Change against the day a week before ÷ that day's sales.
    change_ratio: Option<f64>,
}

impl From<CompleteDay> for CompleteDayView {
    fn from(complete: CompleteDay) -> Self {
        Self {
            day: complete.day,
            revenue_krw: complete.revenue_krw,
            change_ratio: numbers(complete.change_ratio),
        }
    }
}

/// Where everything stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OverviewReport {
    /// Name of the report.
    #[schema(example = "overview")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// Occupancy below which a performance is low.
    low_threshold: f64,
    complete_day: Option<CompleteDayView>,
    /// How many productions were on sale on the day before `asOf`.
    #[schema(minimum = 0)]
    due: i64,
    /// How many of them have told of that day.
    #[schema(minimum = 0)]
    arrived: i64,
    /// By production code.
    items: Vec<OverviewItem>,
    /// By category.
    categories: Vec<OverviewCategory>,
    /// All together.
    overall: OverviewGroup,
}

impl OverviewReport {
    pub(crate) fn new(as_of: NaiveDate, low_threshold: Decimal, report: Report) -> Self {
        let category = |(category, group): (Category, Group)| OverviewCategory {
            category: category.into(),
            group: group.into(),
        };
        Self {
            report: "overview",
            as_of,
            low_threshold: number(low_threshold),
            complete_day: report.complete_day.map(CompleteDayView::from),
            due: report.due,
            arrived: report.arrived,
            items: report.items.into_iter().map(OverviewItem::from).collect(),
            categories: report.categories.into_iter().map(category).collect(),
            overall: report.overall.into(),
        }
    }
}
