//! Concerts: seats and revenue of each month.

use super::ReportedProduction;
use super::concert_daily::Sold;
use super::report::{Covers, Report};
use crate::calendar::Month;
use chrono::NaiveDate;

/// `concerts/monthly`, whose rows are sums as they are read.
#[derive(Debug)]
pub struct ConcertMonthly;

impl Report for ConcertMonthly {
    const NAME: &'static str = "concerts/monthly";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Row>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures
    }
}

/// One concert's months, which are answered as they are summed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Each month that has a daily row, in order of time.
    pub months: Vec<(Month, Sold)>,
}
