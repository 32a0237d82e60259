//! Last week's occupancy and revenue against target and against the week before: of each production, and of all.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Attained, AttainedSum, Sides, count, total};
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
    type Answer = Answer;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        Weeks::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures, Weeks::as_of(as_of))
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
    /// Targets of its days up to the record date; 0 without a snapshot.
    pub due_target_krw: i64,
    /// Whether there is a daily target above 0, in whatever week.
    pub has_targets: bool,
    /// Sales of last week's days.
    pub revenue_krw: i64,
    /// Sales of the days of the week before.
    pub previous_revenue_krw: i64,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// All together.
    pub overall: Overall,
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
    /// Targets of the week's days up to the record date; unknown without one.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target.
    pub due_ratio: Option<Decimal>,
}

/// The week of all productions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// Monday of last week.
    pub week_start: NaiveDate,
    /// Sunday of last week.
    pub week_end: NaiveDate,
    /// How many there are.
    pub productions: i64,
    /// How many know the week's sales.
    pub counted: i64,
    /// Targets of all; unknown when there is no production.
    pub target_krw: Option<i64>,
    /// Sales of the counted.
    pub revenue_krw: Option<i64>,
    /// Revenue − target, of those that know both.
    pub target_gap_krw: Option<i64>,
    /// Revenue ÷ target, of those that know both.
    pub target_ratio: Option<Decimal>,
    /// Due targets of the counted.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of those that know both.
    pub due_ratio: Option<Decimal>,
    /// Sales of the week before, of those that know it.
    pub previous_revenue_krw: Option<i64>,
    /// How many know the whole of both weeks.
    pub compared: i64,
    /// Revenue − that of the week before, of the compared.
    pub change_krw: Option<i64>,
    /// Change ÷ revenue of the week before, of the compared.
    pub change_ratio: Option<Decimal>,
}

/// The report over all productions.
pub fn answer(figures: Vec<Figures>, weeks: Weeks) -> Answer {
    let overall = overall(&figures, weeks);
    let items = figures.into_iter().map(|figures| row(figures, weeks)).collect();
    Answer { items, overall }
}

fn overall(figures: &[Figures], weeks: Weeks) -> Overall {
    let attained = |figures: &Figures| {
        let counted = |krw| figures.production.counted(weeks.last.first(), krw);
        Attained {
            revenue_krw: counted(figures.revenue_krw),
            target_krw: figures.target_krw,
            due_target_krw: counted(figures.due_target_krw),
            has_targets: figures.has_targets,
        }
    };
    let week: AttainedSum = figures.iter().map(attained).collect();
    let previous = |figures: &Figures| {
        figures
            .production
            .counted(weeks.before.first(), figures.previous_revenue_krw)
    };
    let compared = || {
        figures
            .iter()
            .filter(|figures| figures.production.tells_sales(weeks.last.last()))
    };
    let both_weeks = |figures: &Figures| (Some(figures.revenue_krw), Some(figures.previous_revenue_krw));
    let change: Sides = compared().map(both_weeks).collect();
    Overall {
        week_start: weeks.last.first(),
        week_end: weeks.last.last(),
        productions: week.productions,
        counted: week.counted,
        target_krw: week.target_krw,
        revenue_krw: week.revenue_krw,
        target_gap_krw: week.attained.difference(),
        target_ratio: week.attained.ratio(),
        due_target_krw: week.due_target_krw,
        due_ratio: week.due.ratio(),
        previous_revenue_krw: total(figures.iter().map(previous)),
        compared: count(compared()),
        change_krw: change.difference(),
        change_ratio: change.change_ratio(),
    }
}

/// The row of one production.
pub fn row(figures: Figures, weeks: Weeks) -> Row {
    let production = figures.production;
    let actual = mean_share(figures.occupancy_sum, figures.performances);
    let target = figures.target_share.map(Fraction::from);
    let revenue_krw = production.known_sales(weeks.last.first(), figures.revenue_krw);
    let previous_revenue_krw = production.known_sales(weeks.before.first(), figures.previous_revenue_krw);
    let change_krw = difference(revenue_krw, previous_revenue_krw);
    let due_target_krw = production.due(weeks.last.first(), figures.due_target_krw);
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
        due_target_krw,
        due_ratio: ratio(revenue_krw, due_target_krw),
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
            due_target_krw: 80,
            has_targets: true,
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
            due_target_krw: 0,
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

    fn as_of_november(figures: Vec<Figures>) -> Answer {
        answer(figures, Weeks::as_of(day("2026-11-20")))
    }

    #[test]
    fn what_is_due_is_known_with_the_week() {
        let due = |record_date| {
            let row = row(figures(record_date), Weeks::as_of(day("2026-11-20")));
            (row.due_target_krw, row.due_ratio)
        };
        assert_eq!(due(Some("2026-11-09")), (Some(80), Some(decimal("1.25"))));
        assert_eq!((due(Some("2026-11-08")), due(None)), ((None, None), (None, None)));
    }

    #[test]
    fn all_together_each_counts_what_it_knows() {
        let running = Figures {
            target_krw: 1_000,
            due_target_krw: 10,
            revenue_krw: 30,
            previous_revenue_krw: 7_000,
            ..figures(Some("2026-11-14"))
        };
        let before = Figures {
            due_target_krw: 0,
            revenue_krw: 0,
            previous_revenue_krw: 500,
            ..figures(Some("2026-11-08"))
        };
        let untargeted = Figures {
            target_krw: 0,
            due_target_krw: 0,
            has_targets: false,
            revenue_krw: 60_000,
            previous_revenue_krw: 20,
            ..figures(Some("2026-11-15"))
        };
        let unsold = Figures {
            due_target_krw: 0,
            revenue_krw: 0,
            previous_revenue_krw: 0,
            ..figures(None)
        };
        let whole = figures(Some("2026-11-18"));
        let overall = as_of_november(vec![whole, running, before, untargeted, unsold]).overall;
        assert_eq!((overall.productions, overall.counted, overall.compared), (5, 3, 2));
        assert_eq!((overall.target_krw, overall.revenue_krw), (Some(1_900), Some(60_130)));
        assert_eq!(
            (overall.target_gap_krw, overall.target_ratio),
            (Some(130 - 1_300), Some(decimal("0.1")))
        );
        assert_eq!(
            (overall.due_target_krw, overall.due_ratio),
            (Some(90), Some(decimal("1.4444")))
        );
        assert_eq!(overall.previous_revenue_krw, Some(80 + 7_000 + 500 + 20));
        assert_eq!(
            (overall.change_krw, overall.change_ratio),
            (Some(60_100 - 100), Some(decimal("600")))
        );
    }

    #[test]
    fn all_together_nobody_knows_a_week_that_none_tells_of() {
        let overall = as_of_november(vec![figures(None)]).overall;
        assert_eq!((overall.productions, overall.counted, overall.compared), (1, 0, 0));
        assert_eq!((overall.revenue_krw, overall.target_krw), (None, Some(300)));
        assert_eq!((overall.target_gap_krw, overall.due_target_krw), (None, None));
        assert_eq!((overall.previous_revenue_krw, overall.change_krw), (None, None));
        let nothing = as_of_november(Vec::new()).overall;
        assert_eq!((nothing.productions, nothing.target_krw), (0, None));
    }
}
