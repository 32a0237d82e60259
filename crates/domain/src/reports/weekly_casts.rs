//! Last week's best casts.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::casts::{CastFigures, RankedCast, ranked};
use super::report::{Covers, Report};
use crate::calendar::{DateRange, shift};

/// `plays/weekly-casts`, so many of each production.
#[derive(Debug)]
pub struct WeeklyCasts;

impl Report for WeeklyCasts {
    const NAME: &'static str = "plays/weekly-casts";
    const COVERS: Covers = Covers::Stage;
    type Parameters = usize;
    type Window = DateRange;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        last_week(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, top: &Self::Parameters) -> Self::Answer {
        let week = last_week(as_of);
        figures.into_iter().map(|figures| row(figures, week, *top)).collect()
    }
}

/// The week that a report as of `as_of` is about.
pub fn last_week(as_of: NaiveDate) -> DateRange {
    DateRange::week_of(shift(as_of, -7))
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// The casts of the week, in any order.
    pub casts: Vec<CastFigures>,
}

/// One production's best casts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Monday of last week.
    pub week_start: NaiveDate,
    /// Sunday of last week.
    pub week_end: NaiveDate,
    /// The first ones, by revenue.
    pub casts: Vec<RankedCast>,
}

/// The row of one production, with at most `top` casts.
pub fn row(figures: Figures, week: DateRange, top: usize) -> Row {
    let mut casts = ranked(figures.casts);
    casts.truncate(top);
    Row {
        production: figures.production,
        week_start: week.first(),
        week_end: week.last(),
        casts,
    }
}

#[cfg(test)]
mod tests {
    use super::super::casts::tests::cast;
    use super::super::tests::{day, production};
    use super::*;

    #[test]
    fn the_first_rows_are_kept_also_of_casts_that_share_a_rank() {
        let figures = Figures {
            production: production(Some("2026-11-18")),
            casts: vec![cast(&["나"], 10, 1), cast(&["가"], 10, 1), cast(&["다"], 20, 1)],
        };
        let row = row(figures, last_week(day("2026-11-22")), 2);
        assert_eq!((row.week_start, row.week_end), (day("2026-11-09"), day("2026-11-15")));
        let kept: Vec<_> = row
            .casts
            .iter()
            .map(|cast| (cast.rank, cast.figures.revenue_krw))
            .collect();
        assert_eq!(kept, [(1, 20), (2, 10)]);
        assert_eq!(row.casts[1].figures.cast, ["가"]);
    }
}
