//! Where everything stands: each production, each category, and all of them. The answer of the first page.
//!
//! What is told of a production is told of a group in the same words: sums of those that know, ratios of those that know
//! both sides. Without a snapshot a production's row says that nothing was sold, where a sum does not count it.

use super::report::{Covers, Report};
use chrono::NaiveDate;

/// `overview`, with the occupancy below which a performance is low.
#[derive(Debug)]
pub struct Overview;

impl Report for Overview {
    const NAME: &'static str = "overview";
    const COVERS: Covers = Covers::All;
    type Parameters = Decimal;
    type Window = Windows;
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        Windows::new(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, low_threshold: &Self::Parameters) -> Self::Answer {
        answer(figures, Windows::new(as_of), *low_threshold)
    }
}
mod member;
mod standing;
#[cfg(test)]
mod tests;
mod windows;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use self::member::{Member, Telling};
pub use self::standing::{DayStanding, SpanStanding, Standing};
pub use self::windows::Windows;
use super::ReportedProduction;
use super::showing::{self, Showing};
use super::sums::{Sides, by_category, count, total};
use crate::calendar::shift;
use crate::fraction::Fraction;
use crate::grade::SeatsByGrade;
use crate::production::{Category, RevenueBasis};

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// When it is sold and played.
    pub dates: Dates,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// What all of it costs.
    pub production_cost_krw: Option<i64>,
    /// Target revenue of the run, which counts while there is no daily target above 0.
    pub run_target_krw: Option<i64>,
    /// Which revenue staff mean.
    pub wanted_basis: RevenueBasis,
    /// Seats per grade of one performance; empty when unknown.
    pub seat_inventory: SeatsByGrade,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// Paid seats so far.
    pub seats: i64,
    /// Revenue booked so far.
    pub booked_krw: i64,
    /// Revenue deposited so far; unknown where one performance does not know it, and without any.
    pub deposited_krw: Option<i64>,
    /// All daily targets.
    pub daily_target_krw: i64,
    /// Days of [`Windows::days`]; one that is not there has neither sales nor a target.
    pub days: BTreeMap<NaiveDate, DayFigures>,
    /// The performances of [`Windows::next_days`], by start. A concert's workbook has no shares.
    pub next_performances: Vec<showing::Figures>,
}

/// When a production is sold and played, as far as that is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dates {
    /// First day of sale.
    pub sale_start: Option<NaiveDate>,
    /// Last day of sale.
    pub sale_end: Option<NaiveDate>,
    /// First day with a performance.
    pub run_start: Option<NaiveDate>,
    /// Last day with a performance.
    pub run_end: Option<NaiveDate>,
}

/// Sales and target of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayFigures {
    /// Sales.
    pub revenue_krw: i64,
    /// Target.
    pub target_krw: i64,
}

/// How far a production is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not on sale yet.
    BeforeSale,
    /// On sale, before the first performance.
    OnSale,
    /// From the first day of the run on.
    Running,
    /// After the run, or after the sale where the end of the run is not known.
    Over,
}

impl State {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::BeforeSale => "before_sale",
            Self::OnSale => "on_sale",
            Self::Running => "running",
            Self::Over => "over",
        }
    }
}

impl Dates {
    /// Without an end a sale goes on for good, without a beginning it never began.
    fn on_sale(self, day: NaiveDate) -> bool {
        let has_begun = self.sale_start.is_some_and(|start| start <= day);
        has_begun && self.sale_end.is_none_or(|end| day <= end)
    }

    fn state(self, day: NaiveDate) -> State {
        let has_begun = |start: Option<NaiveDate>| start.is_some_and(|start| start <= day);
        if self.run_end.or(self.sale_end).is_some_and(|end| end < day) {
            State::Over
        } else if has_begun(self.run_start) {
            State::Running
        } else if has_begun(self.sale_start) {
            State::OnSale
        } else {
            State::BeforeSale
        }
    }
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The last day of which every production on sale has told.
    pub complete_day: Option<CompleteDay>,
    /// How many productions were on sale yesterday.
    pub due: i64,
    /// How many of them have told of yesterday.
    pub arrived: i64,
    /// By production.
    pub items: Vec<Row>,
    /// By category, of those that have a production here.
    pub categories: Vec<(Category, Group)>,
    /// All together.
    pub overall: Group,
}

/// A day that is told in full, by all productions that tell of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompleteDay {
    /// The day.
    pub day: NaiveDate,
    /// Its sales.
    pub revenue_krw: i64,
    /// Change against the day a week before ÷ that day's sales.
    pub change_ratio: Option<Decimal>,
}

/// One production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Which revenue [`Standing::revenue_krw`] is.
    pub basis: RevenueBasis,
    /// Its figures.
    pub standing: Standing,
    /// Performances of the next seven days below the threshold, by start.
    pub low_performances: Vec<Showing>,
    /// Whether it was on sale yesterday, and no workbook tells of that day.
    pub missing: bool,
    /// How far it is.
    pub state: State,
}

/// Several productions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How many there are.
    pub productions: i64,
    /// How many tell of yesterday.
    pub counted: i64,
    /// Their figures.
    pub standing: Standing,
}

/// The report over all productions; a performance below `low_threshold` is low.
pub fn answer(figures: Vec<Figures>, windows: Windows, low_threshold: Decimal) -> Answer {
    let members = |telling| {
        figures
            .iter()
            .map(move |figures| Member::new(figures, windows, telling))
    };
    let counted: Vec<_> = members(Telling::InSums).collect();
    let overall_krw = total(counted.iter().map(|member| Some(member.revenue_krw)));
    let standing = |members: &[&Member<'_>]| Standing::of(members, overall_krw, windows.last_days());
    let group = |members: &[&Member<'_>]| Group {
        productions: count(members.iter()),
        counted: count(members.iter().filter(|member| member.tells_of(windows.yesterday()))),
        standing: standing(members),
    };
    let categories = by_category(&counted, Member::production, |members| group(&members));
    let overall = group(&counted.iter().collect::<Vec<_>>());
    let standings: Vec<_> = members(Telling::InRow).map(|member| standing(&[&member])).collect();
    let due = || {
        figures
            .iter()
            .filter(|figures| figures.dates.on_sale(windows.yesterday()))
    };
    Answer {
        complete_day: complete_day(&figures, windows),
        due: count(due()),
        arrived: count(due().filter(|figures| !figures.is_missing(windows))),
        categories,
        overall,
        items: figures
            .into_iter()
            .zip(standings)
            .map(|(figures, standing)| row(figures, standing, windows, low_threshold))
            .collect(),
    }
}

fn row(figures: Figures, standing: Standing, windows: Windows, low_threshold: Decimal) -> Row {
    let threshold = Fraction::from(low_threshold);
    let house = figures.house();
    let is_stage = figures.production.category.is_stage();
    let low = |performance: showing::Figures| {
        let shares = member::shares(&performance, is_stage, house)?;
        (shares.occupancy() < threshold).then(|| Showing::with_shares(performance, shares, house))
    };
    Row {
        standing,
        basis: figures.basis(),
        missing: figures.is_missing(windows),
        state: figures.dates.state(windows.as_of()),
        low_performances: figures.next_performances.into_iter().filter_map(low).collect(),
        production: figures.production,
    }
}

impl Figures {
    fn is_missing(&self, windows: Windows) -> bool {
        let yesterday = windows.yesterday();
        self.dates.on_sale(yesterday) && !self.production.knows(yesterday)
    }

    /// What staff mean, as far as that is known.
    fn basis(&self) -> RevenueBasis {
        match self.wanted_basis {
            RevenueBasis::Deposited if self.deposited_krw.is_some() => RevenueBasis::Deposited,
            RevenueBasis::Deposited | RevenueBasis::Booked => RevenueBasis::Booked,
        }
    }

    fn revenue_krw(&self) -> i64 {
        let deposited_krw = self
            .deposited_krw
            .filter(|_| self.wanted_basis == RevenueBasis::Deposited);
        deposited_krw.unwrap_or(self.booked_krw)
    }

    /// All daily targets, else that of the run.
    fn target_krw(&self) -> Option<i64> {
        let daily_target_krw = Some(self.daily_target_krw).filter(|krw| *krw > 0);
        daily_target_krw.or(self.run_target_krw)
    }

    fn day(&self, day: NaiveDate) -> DayFigures {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// Seats of all grades of one performance.
    fn inventory(&self) -> Option<i64> {
        (!self.seat_inventory.is_empty()).then(|| self.seat_inventory.values().sum())
    }

    /// The seats that a performance's shares are of.
    fn house(&self) -> Option<i64> {
        if self.production.category.is_stage() {
            self.seats_per_performance
        } else {
            self.inventory()
        }
    }
}

fn complete_day(figures: &[Figures], windows: Windows) -> Option<CompleteDay> {
    let is_complete = |day: &NaiveDate| {
        let mut on_sale = figures.iter().filter(|figures| figures.dates.on_sale(*day)).peekable();
        on_sale.peek().is_some() && on_sale.all(|figures| figures.production.knows(*day))
    };
    let days: Vec<_> = windows.past_days().days().collect();
    let day = days.into_iter().rev().find(is_complete)?;
    let telling = || figures.iter().filter(|figures| figures.production.knows(day));
    let sold = |figures: &Figures, day| figures.production.all_sales(figures.day(day).revenue_krw);
    let change: Sides = telling()
        .map(|figures| (sold(figures, day), sold(figures, shift(day, -7))))
        .collect();
    Some(CompleteDay {
        day,
        revenue_krw: total(telling().map(|figures| sold(figures, day)))?,
        change_ratio: change.change_ratio(),
    })
}
