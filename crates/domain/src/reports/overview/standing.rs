use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::member::{Member, Span};
use crate::calendar::DateRange;
use crate::fraction::FractionSum;
use crate::reports::ratio;
use crate::reports::sums::{Sides, count, total};

/// What is told of a production, a category, and all. Sums are of the productions that know the figure, ratios of those
/// that know both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Revenue so far: of each production on the basis that staff mean.
    pub revenue_krw: Option<i64>,
    /// Revenue booked so far.
    pub booked_krw: Option<i64>,
    /// Revenue deposited so far.
    pub deposited_krw: Option<i64>,
    /// Paid seats so far.
    pub seats: Option<i64>,
    /// Seats of all performances.
    pub open_seats: Option<i64>,
    /// Seats ÷ open seats.
    pub seat_ratio: Option<Decimal>,
    /// All daily targets, where one is above 0, else the target of the run.
    pub target_krw: Option<i64>,
    /// Revenue ÷ target.
    pub target_ratio: Option<Decimal>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Revenue ÷ break-even.
    pub break_even_ratio: Option<Decimal>,
    /// Break-even ÷ target.
    pub break_even_on_target: Option<Decimal>,
    /// Revenue − production cost.
    pub profit_krw: Option<i64>,
    /// Revenue ÷ revenue of all productions.
    pub revenue_share: Option<Decimal>,
    /// Sales of yesterday.
    pub yesterday_revenue_krw: Option<i64>,
    /// Sales of yesterday − those of the day before.
    pub yesterday_change_krw: Option<i64>,
    /// Sales of the seven days up to yesterday.
    pub seven_day_revenue_krw: Option<i64>,
    /// Change against the seven days before ÷ their sales.
    pub seven_day_change_ratio: Option<Decimal>,
    /// The week that holds yesterday.
    pub week: SpanStanding,
    /// Change of that week's sales against the same weekdays of the week before ÷ their sales.
    pub week_change_ratio: Option<Decimal>,
    /// The month that holds yesterday.
    pub month: SpanStanding,
    /// Targets of that whole month.
    pub month_target_krw: Option<i64>,
    /// The days around, in order.
    pub last_days: Vec<DayStanding>,
    /// Performances of the next seven days.
    pub seven_day_performances: i64,
    /// Mean occupancy of those of which it is known.
    pub seven_day_occupancy: Option<Decimal>,
}

/// From the first day of a week or month to yesterday or the record date, whichever comes first; unknown where the record
/// date lies before that first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpanStanding {
    /// Sales.
    pub revenue_krw: Option<i64>,
    /// Targets of the same days; unknown without a snapshot.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target.
    pub due_ratio: Option<Decimal>,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStanding {
    /// The day.
    pub day: NaiveDate,
    /// Sales; unknown after the record date.
    pub revenue_krw: Option<i64>,
    /// Target; unknown when there is no production.
    pub target_krw: Option<i64>,
}

impl Standing {
    /// Of the members of a group, or of one production; `overall_krw` is the revenue of all, `days` are the days around.
    pub(super) fn of(members: &[&Member<'_>], overall_krw: Option<i64>, days: DateRange) -> Self {
        let sum = |figure: fn(&Member<'_>) -> Option<i64>| total(members.iter().map(|member| figure(member)));
        let sides = |one: fn(&Member<'_>) -> Option<i64>, other: fn(&Member<'_>) -> Option<i64>| {
            members
                .iter()
                .map(|member| (one(member), other(member)))
                .collect::<Sides>()
        };
        let revenue_krw = sum(|member| Some(member.revenue_krw));
        let week = sides(|member| member.week.revenue_krw, |member| member.week.week_before_krw);
        Self {
            revenue_krw,
            booked_krw: sum(|member| Some(member.booked_krw)),
            deposited_krw: sum(|member| member.deposited_krw),
            seats: sum(|member| Some(member.seats)),
            open_seats: sum(|member| member.open_seats),
            seat_ratio: sides(|member| Some(member.seats), |member| member.open_seats).ratio(),
            target_krw: sum(|member| member.target_krw),
            target_ratio: sides(|member| Some(member.revenue_krw), |member| member.target_krw).ratio(),
            break_even_krw: sum(|member| member.break_even_krw),
            break_even_ratio: sides(|member| Some(member.revenue_krw), |member| member.break_even_krw).ratio(),
            break_even_on_target: sides(|member| member.break_even_krw, |member| member.target_krw).ratio(),
            profit_krw: sum(|member| member.profit_krw),
            revenue_share: ratio(revenue_krw, overall_krw),
            yesterday_revenue_krw: sum(|member| member.yesterday_krw),
            yesterday_change_krw: sides(|member| member.yesterday_krw, |member| member.day_before_krw).difference(),
            seven_day_revenue_krw: sum(|member| member.seven_days_krw),
            seven_day_change_ratio: sides(|member| member.seven_days_krw, |member| member.seven_days_before_krw)
                .change_ratio(),
            week: SpanStanding::of(members, |member| member.week),
            week_change_ratio: week.change_ratio(),
            month: SpanStanding::of(members, |member| member.month),
            month_target_krw: sum(|member| Some(member.month.target_krw)),
            last_days: last_days(members, days),
            seven_day_performances: members.iter().map(|member| member.performances).sum(),
            seven_day_occupancy: occupancy(members),
        }
    }
}

impl SpanStanding {
    fn of(members: &[&Member<'_>], span: fn(&Member<'_>) -> Span) -> Self {
        let sum = |figure: fn(Span) -> Option<i64>| total(members.iter().map(|member| figure(span(member))));
        let against_targets = members.iter().filter(|member| member.has_targets());
        let due: Sides = against_targets
            .map(|member| (span(member).revenue_krw, span(member).due_target_krw))
            .collect();
        Self {
            revenue_krw: sum(|span| span.revenue_krw),
            due_target_krw: sum(|span| span.due_target_krw),
            due_ratio: due.ratio(),
        }
    }
}

fn last_days(members: &[&Member<'_>], days: DateRange) -> Vec<DayStanding> {
    let day = |(place, day): (usize, NaiveDate)| DayStanding {
        day,
        revenue_krw: total(members.iter().map(|member| member.days[place].revenue_krw)),
        target_krw: total(members.iter().map(|member| Some(member.days[place].target_krw))),
    };
    days.days().enumerate().map(day).collect()
}

fn occupancy(members: &[&Member<'_>]) -> Option<Decimal> {
    let occupancies = || members.iter().flat_map(|member| member.occupancies.iter().copied());
    occupancies().collect::<FractionSum>().mean_ratio(count(occupancies()))
}
