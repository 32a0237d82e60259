//! Last week's occupancy and revenue against target and against the week before.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, difference, mean_share, ratio};
use crate::calendar::{DateRange, monday_of, shift};
use crate::fraction::Fraction;

/// `plays/weekly-overview`.
#[derive(Debug)]
pub struct WeeklyOverview;

impl Report for WeeklyOverview {
    const NAME: &'static str = "plays/weekly-overview";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = Weeks;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        Weeks::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        let weeks = Weeks::as_of(as_of);
        figures.into_iter().map(|figures| row(figures, weeks)).collect()
    }
}

/// The weeks that the report compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weeks {
    /// The week before that of `as_of`, Monday to Sunday.
    pub last: DateRange,
    /// The week before that one.
    pub before: DateRange,
}

impl Weeks {
    /// The weeks that a report as of `as_of` compares.
    pub fn as_of(as_of: NaiveDate) -> Self {
        let monday = monday_of(as_of);
        Self {
            last: DateRange::week_of(shift(monday, -7)),
            before: DateRange::week_of(shift(monday, -14)),
        }
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// Performances of last week.
    pub performances: i64,
    /// Their paid and complimentary shares, added up.
    pub occupancy_sum: Decimal,
    /// Targets of last week's days.
    pub target_krw: i64,
    /// Sales of last week's days.
    pub revenue_krw: i64,
    /// Sales of the days of the week before.
    pub previous_revenue_krw: i64,
}

/// One production's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Monday of last week.
    pub week_start: NaiveDate,
    /// Sunday of last week.
    pub week_end: NaiveDate,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// Mean occupancy of the week's performances.
    pub actual_share: Option<Decimal>,
    /// Actual − target share.
    pub share_gap: Option<Decimal>,
    /// Actual ÷ target share.
    pub share_ratio: Option<Decimal>,
    /// Targets of the week's days.
    pub target_krw: i64,
    /// Sales of the week's days.
    pub revenue_krw: Option<i64>,
    /// Revenue − target.
    pub target_gap_krw: Option<i64>,
    /// Revenue ÷ target.
    pub target_ratio: Option<Decimal>,
    /// Sales of the week before.
    pub previous_revenue_krw: Option<i64>,
    /// Revenue − that of the week before.
    pub change_krw: Option<i64>,
    /// Change ÷ revenue of the week before.
    pub change_ratio: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: Figures, weeks: Weeks) -> Row {
    let production = figures.production;
    let actual = mean_share(figures.occupancy_sum, figures.performances);
    let target = figures.target_share.map(Fraction::from);
    let revenue_krw = production.known_sales(weeks.last.first(), figures.revenue_krw);
    let previous_revenue_krw = production.known_sales(weeks.before.first(), figures.previous_revenue_krw);
    let change_krw = difference(revenue_krw, previous_revenue_krw);
    Row {
        week_start: weeks.last.first(),
        week_end: weeks.last.last(),
        target_share: target.map(Fraction::round_ratio),
        actual_share: actual.map(Fraction::round_ratio),
        share_gap: actual
            .zip(target)
            .map(|(actual, target)| (actual - target).round_ratio()),
        share_ratio: actual
            .zip(target)
            .and_then(|(actual, target)| Some(actual.over(target)?.round_ratio())),
        target_krw: figures.target_krw,
        revenue_krw,
        target_gap_krw: difference(revenue_krw, Some(figures.target_krw)),
        target_ratio: ratio(revenue_krw, Some(figures.target_krw)),
        previous_revenue_krw,
        change_krw,
        change_ratio: ratio(change_krw, previous_revenue_krw),
        production,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn figures(record_date: Option<&str>) -> Figures {
        Figures {
            production: production(record_date),
            target_share: Some(decimal("0.68")),
            performances: 3,
            occupancy_sum: decimal("2"),
            target_krw: 300,
            revenue_krw: 100,
            previous_revenue_krw: 80,
        }
    }

    #[test]
    fn gap_and_ratio_come_from_the_unrounded_mean() {
        let row = row(figures(Some("2026-11-18")), Weeks::as_of(day("2026-11-20")));
        assert_eq!((row.week_start, row.week_end), (day("2026-11-09"), day("2026-11-15")));
        assert_eq!(row.actual_share, Some(decimal("0.6667")));
        assert_eq!(row.share_gap, Some(decimal("-0.0133")));
        assert_eq!(row.share_ratio, Some(decimal("0.9804")));
        assert_eq!(row.target_ratio, Some(decimal("0.3333")));
        assert_eq!((row.change_krw, row.change_ratio), (Some(20), Some(decimal("0.25"))));
    }

    #[test]
    fn a_week_after_the_record_date_has_no_revenue_but_a_target() {
        let row = row(figures(Some("2026-11-08")), Weeks::as_of(day("2026-11-20")));
        assert_eq!(
            (row.revenue_krw, row.target_gap_krw, row.target_ratio),
            (None, None, None)
        );
        assert_eq!((row.previous_revenue_krw, row.change_krw), (Some(80), None));
        assert_eq!(row.target_krw, 300);
    }

    #[test]
    fn without_a_snapshot_sums_are_zero_and_means_unknown() {
        let nothing = Figures {
            performances: 0,
            occupancy_sum: Decimal::ZERO,
            revenue_krw: 0,
            previous_revenue_krw: 0,
            ..figures(None)
        };
        let row = row(nothing, Weeks::as_of(day("2026-11-20")));
        assert_eq!((row.actual_share, row.share_gap), (None, None));
        assert_eq!(
            (row.revenue_krw, row.target_gap_krw, row.change_ratio),
            (Some(0), Some(-300), None)
        );
    }
}
