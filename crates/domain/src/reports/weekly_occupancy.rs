//! Mean paid share of each week, from the first to the last performance.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, mean_share};
use crate::calendar::shift;
use crate::fraction::Fraction;

/// `plays/weekly-occupancy`.
#[derive(Debug)]
pub struct WeeklyOccupancy;

impl Report for WeeklyOccupancy {
    const NAME: &'static str = "plays/weekly-occupancy";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one week that has performances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekFigures {
    /// Its Monday.
    pub week_start: NaiveDate,
    /// Number of performances.
    pub performances: i64,
    /// Their paid shares, added up.
    pub paid_share_sum: Decimal,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// The weeks with performances, in order.
    pub weeks: Vec<WeekFigures>,
}

/// One production's weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// The weeks with performances, in order.
    pub weeks: Vec<Week>,
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Monday.
    pub week_start: NaiveDate,
    /// Sunday.
    pub week_end: NaiveDate,
    /// Number of performances.
    pub performances: i64,
    /// Mean paid share of the performances.
    pub paid_share: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let week = |week: WeekFigures| Week {
        week_start: week.week_start,
        week_end: shift(week.week_start, 6),
        performances: week.performances,
        paid_share: mean_share(week.paid_share_sum, week.performances).map(Fraction::round_ratio),
    };
    Row {
        production: figures.production,
        weeks: figures.weeks.into_iter().map(week).collect(),
    }
}
