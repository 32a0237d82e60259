//! What a director reads first: last week, the performances around today, the weeks of each run.

use chrono::NaiveDate;

use super::report::{Covers, Report};
use super::weekly_overview::Weeks;
use super::{performances, weekly_occupancy, weekly_overview};
use crate::calendar::{DateRange, shift};

/// `plays/summary`.
#[derive(Debug)]
pub struct Summary;

impl Report for Summary {
    const NAME: &'static str = "plays/summary";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = Windows;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        Windows::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures, Windows::as_of(as_of))
    }
}

/// What the summary looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    /// The weeks of the overview.
    pub weeks: Weeks,
    /// The days of the performances: from two before to seven after.
    pub days: DateRange,
}

impl Windows {
    /// What a summary as of `as_of` looks at.
    pub fn as_of(as_of: NaiveDate) -> Self {
        Self {
            weeks: Weeks::as_of(as_of),
            days: DateRange::new(shift(as_of, -2), shift(as_of, 7)).expect("two days before comes before seven after"),
        }
    }
}

/// The figures of its three parts, of one data version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Those of `plays/weekly-overview`.
    pub weekly_overview: Vec<weekly_overview::Figures>,
    /// Those of `plays/performances`.
    pub performances: Vec<performances::Figures>,
    /// Those of `plays/weekly-occupancy`.
    pub weekly_occupancy: Vec<weekly_occupancy::Figures>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Items of `plays/weekly-overview`.
    pub weekly_overview: Vec<weekly_overview::Row>,
    /// Items of `plays/performances`.
    pub performances: Vec<performances::Row>,
    /// Items of `plays/weekly-occupancy`.
    pub weekly_occupancy: Vec<weekly_occupancy::Row>,
}

/// The report over all `figures`.
pub fn answer(figures: Figures, windows: Windows) -> Answer {
    let overview = figures.weekly_overview.into_iter();
    Answer {
        weekly_overview: overview
            .map(|figures| weekly_overview::row(figures, windows.weeks))
            .collect(),
        performances: figures.performances.into_iter().map(performances::row).collect(),
        weekly_occupancy: figures
            .weekly_occupancy
            .into_iter()
            .map(weekly_occupancy::row)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::day;
    use super::*;

    #[test]
    fn the_performances_are_those_from_the_day_before_yesterday_to_a_week_ahead() {
        let windows = Windows::as_of(day("2026-11-20"));
        assert_eq!(
            (windows.days.first(), windows.days.last()),
            (day("2026-11-18"), day("2026-11-27"))
        );
        assert_eq!(windows.weeks.last.first(), day("2026-11-09"));
    }
}
