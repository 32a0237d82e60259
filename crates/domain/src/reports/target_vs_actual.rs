//! Revenue against target by day, week or month, and cumulated: of each production, of each category, and of all.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Attained, AttainedSum, Sides, by_category, total};
use super::{ReportedProduction, ratio};
use crate::calendar::{self, Grain, OpenRange};
use crate::production::Category;

/// `target-vs-actual`: the periods of a length that touch the days asked for.
#[derive(Debug)]
pub struct TargetVsActual;

impl Report for TargetVsActual {
    const NAME: &'static str = "target-vs-actual";
    const COVERS: Covers = Covers::All;
    type Parameters = (Grain, OpenRange);
    type Window = Grain;
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(_: NaiveDate, (grain, _): &Self::Parameters) -> Self::Window {
        *grain
    }

    fn answer(figures: Self::Figures, _: NaiveDate, (grain, days): &Self::Parameters) -> Self::Answer {
        answer(figures, *grain, *days)
    }
}

/// Sums of one period that has a target or a daily sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodFigures {
    /// First day of the period.
    pub first_day: NaiveDate,
    /// Sales of its days.
    pub revenue_krw: i64,
    /// Targets of its days.
    pub target_krw: i64,
    /// Targets of its days up to the record date; 0 without a snapshot.
    pub due_target_krw: i64,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub periods: Vec<PeriodFigures>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// By category, of those that have a production here.
    pub categories: Vec<(Category, Vec<Total>)>,
    /// Each period that a production has, in order of time.
    pub overall: Vec<Total>,
}

/// One production's periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub periods: Vec<Period>,
}

/// One period. Revenue and ratios are unknown when it begins after the record date; targets go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day, week or month.
    pub period: calendar::Period,
    /// Sales.
    pub revenue_krw: Option<i64>,
    /// Target.
    pub target_krw: i64,
    /// Revenue ÷ target.
    pub ratio: Option<Decimal>,
    /// Target of the days up to the record date; unknown without one.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target.
    pub due_ratio: Option<Decimal>,
    /// Sales of this and all periods before.
    pub cumulative_revenue_krw: Option<i64>,
    /// Targets of this and all periods before.
    pub cumulative_target_krw: i64,
    /// Cumulated revenue ÷ cumulated target.
    pub cumulative_ratio: Option<Decimal>,
    /// Due targets of this and all periods before.
    pub cumulative_due_target_krw: Option<i64>,
    /// Cumulated revenue ÷ cumulated due target.
    pub cumulative_due_ratio: Option<Decimal>,
}

/// One period of several productions, each at its own record date. When none knows it, only targets are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The day, week or month.
    pub period: calendar::Period,
    /// How many productions have the period.
    pub productions: i64,
    /// How many of them know its sales.
    pub counted: i64,
    /// Sales of the counted.
    pub revenue_krw: Option<i64>,
    /// Target of all.
    pub target_krw: i64,
    /// Revenue ÷ target, of those that know both.
    pub ratio: Option<Decimal>,
    /// Due target of the counted.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of those that know both.
    pub due_ratio: Option<Decimal>,
    /// Sales of this and all periods before.
    pub cumulative_revenue_krw: Option<i64>,
    /// Targets of this and all periods before.
    pub cumulative_target_krw: i64,
    /// Both sides of the ratio, cumulated.
    pub cumulative_ratio: Option<Decimal>,
    /// Due targets of this and all periods before.
    pub cumulative_due_target_krw: Option<i64>,
    /// Both sides of the due ratio, cumulated.
    pub cumulative_due_ratio: Option<Decimal>,
}

/// The report over all `figures`. What is cumulated begins with the first period, whatever the window.
pub fn answer(figures: Vec<Figures>, grain: Grain, days: OpenRange) -> Answer {
    let in_window = |mut totals: Vec<Total>| {
        totals.retain(|total| days.touches(total.period.days()));
        totals
    };
    let categories = by_category(
        &figures,
        |figures| &figures.production,
        |members| in_window(totals(members, grain)),
    );
    let overall = in_window(totals(&figures, grain));
    let item = |figures| {
        let mut row = row(figures, grain);
        row.periods.retain(|period| days.touches(period.period.days()));
        row
    };
    Answer {
        items: figures.into_iter().map(item).collect(),
        categories,
        overall,
    }
}

fn row(figures: Figures, grain: Grain) -> Row {
    let production = figures.production;
    let (mut sold, mut aimed_at, mut due) = (0, 0, 0);
    let period = |period: PeriodFigures| {
        sold += period.revenue_krw;
        aimed_at += period.target_krw;
        due += period.due_target_krw;
        let revenue_krw = production.known_sales(period.first_day, period.revenue_krw);
        let due_target_krw = production.due(period.first_day, period.due_target_krw);
        let cumulative_revenue_krw = production.known_sales(period.first_day, sold);
        let cumulative_due_target_krw = production.due(period.first_day, due);
        Period {
            period: calendar::Period {
                grain,
                first_day: period.first_day,
            },
            revenue_krw,
            target_krw: period.target_krw,
            ratio: ratio(revenue_krw, Some(period.target_krw)),
            due_target_krw,
            due_ratio: ratio(revenue_krw, due_target_krw),
            cumulative_revenue_krw,
            cumulative_target_krw: aimed_at,
            cumulative_ratio: ratio(cumulative_revenue_krw, Some(aimed_at)),
            cumulative_due_target_krw,
            cumulative_due_ratio: ratio(cumulative_revenue_krw, cumulative_due_target_krw),
        }
    };
    let periods = figures.periods.into_iter().map(period).collect();
    Row { production, periods }
}

fn totals<'f>(members: impl IntoIterator<Item = &'f Figures>, grain: Grain) -> Vec<Total> {
    let mut periods = BTreeMap::<NaiveDate, Vec<Attained>>::new();
    for member in members {
        let has_targets = member.periods.iter().any(|period| period.target_krw > 0);
        for period in &member.periods {
            let attained = Attained {
                revenue_krw: member.production.counted(period.first_day, period.revenue_krw),
                target_krw: period.target_krw,
                due_target_krw: member.production.counted(period.first_day, period.due_target_krw),
                has_targets,
            };
            periods.entry(period.first_day).or_default().push(attained);
        }
    }
    let mut so_far = SoFar::default();
    let total =
        |(first_day, members): (NaiveDate, Vec<Attained>)| so_far.total(calendar::Period { grain, first_day }, members);
    periods.into_iter().map(total).collect()
}

/// Running sums.
#[derive(Default)]
struct SoFar {
    revenue_krw: Option<i64>,
    target_krw: i64,
    due_target_krw: Option<i64>,
    attained: Sides,
    due: Sides,
}

impl SoFar {
    fn total(&mut self, period: calendar::Period, members: Vec<Attained>) -> Total {
        let sums: AttainedSum = members.into_iter().collect();
        let target_krw = sums.target_krw.unwrap_or_default();
        self.revenue_krw = total([self.revenue_krw, sums.revenue_krw]);
        self.target_krw += target_krw;
        self.due_target_krw = total([self.due_target_krw, sums.due_target_krw]);
        self.attained = self.attained.plus(sums.attained);
        self.due = self.due.plus(sums.due);
        let is_known = sums.counted > 0;
        Total {
            period,
            productions: sums.productions,
            counted: sums.counted,
            revenue_krw: sums.revenue_krw,
            target_krw,
            ratio: sums.attained.ratio(),
            due_target_krw: sums.due_target_krw,
            due_ratio: sums.due.ratio(),
            cumulative_revenue_krw: self.revenue_krw.filter(|_| is_known),
            cumulative_target_krw: self.target_krw,
            cumulative_ratio: self.attained.ratio().filter(|_| is_known),
            cumulative_due_target_krw: self.due_target_krw.filter(|_| is_known),
            cumulative_due_ratio: self.due.ratio().filter(|_| is_known),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn period(first_day: &str, revenue_krw: i64, target_krw: i64, due_target_krw: i64) -> PeriodFigures {
        PeriodFigures {
            first_day: day(first_day),
            revenue_krw,
            target_krw,
            due_target_krw,
        }
    }

    fn figures(record_date: Option<&str>, periods: Vec<PeriodFigures>) -> Figures {
        Figures {
            production: production(record_date),
            periods,
        }
    }

    fn all(figures: Vec<Figures>, grain: Grain) -> Answer {
        answer(figures, grain, OpenRange::default())
    }

    #[test]
    fn after_the_record_date_only_targets_go_on() {
        let periods = vec![
            period("2026-11-17", 50, 100, 100),
            period("2026-11-18", 70, 0, 0),
            period("2026-11-19", 0, 60, 0),
        ];
        let row = row(figures(Some("2026-11-18"), periods), Grain::Day);
        assert_eq!(row.periods[1].ratio, None);
        assert_eq!(row.periods[1].cumulative_ratio, Some(decimal("1.2")));
        assert_eq!(row.periods[2].cumulative_revenue_krw, None);
        assert_eq!(
            (row.periods[2].target_krw, row.periods[2].cumulative_target_krw),
            (60, 160)
        );
        let due = |period: Period| (period.due_target_krw, period.cumulative_due_target_krw);
        assert_eq!(due(row.periods[1]), (Some(0), Some(100)));
        assert_eq!(due(row.periods[2]), (None, None));
        assert_eq!(row.periods[2].cumulative_due_ratio, None);
    }

    #[test]
    fn a_week_that_is_not_over_is_judged_by_what_is_due() {
        let periods = vec![period("2026-11-09", 80, 100, 100), period("2026-11-16", 90, 140, 60)];
        let row = row(figures(Some("2026-11-18"), periods), Grain::Day);
        let week = row.periods[1];
        assert_eq!((week.due_target_krw, week.due_ratio), (Some(60), Some(decimal("1.5"))));
        assert_eq!(week.ratio, Some(decimal("0.6429")));
        assert_eq!(
            (week.cumulative_due_target_krw, week.cumulative_due_ratio),
            (Some(160), Some(decimal("1.0625")))
        );
    }

    #[test]
    fn without_a_snapshot_nothing_is_due() {
        let row = row(figures(None, vec![period("2026-11-17", 0, 100, 0)]), Grain::Day);
        let period = row.periods[0];
        assert_eq!((period.revenue_krw, period.ratio), (Some(0), Some(decimal("0"))));
        assert_eq!((period.due_target_krw, period.due_ratio), (None, None));
        assert_eq!(
            (period.cumulative_due_target_krw, period.cumulative_due_ratio),
            (None, None)
        );
    }

    #[test]
    fn each_production_counts_up_to_its_own_record_date() {
        let early = figures(
            Some("2026-11-08"),
            vec![period("2026-11-02", 30, 40, 40), period("2026-11-09", 0, 400, 0)],
        );
        let late = figures(
            Some("2026-11-10"),
            vec![period("2026-11-09", 50, 100, 25), period("2026-11-16", 0, 7, 0)],
        );
        let unsold = figures(None, vec![period("2026-11-16", 0, 1_000, 0)]);
        let untargeted = figures(
            Some("2026-11-10"),
            vec![period("2026-10-26", 9_000, 0, 0), period("2026-11-09", 5_000, 0, 0)],
        );
        let overall = all(vec![early, late, unsold, untargeted], Grain::Week).overall;
        let counts: Vec<_> = overall.iter().map(|total| (total.productions, total.counted)).collect();
        assert_eq!(counts, [(1, 1), (1, 1), (3, 2), (2, 0)]);
        // Sales without any target are told, but in no ratio.
        assert_eq!((overall[0].revenue_krw, overall[0].ratio), (Some(9_000), None));
        assert_eq!(
            (overall[1].cumulative_revenue_krw, overall[1].cumulative_ratio),
            (Some(9_030), Some(decimal("0.75")))
        );
        let week = overall[2];
        assert_eq!(
            (week.revenue_krw, week.target_krw, week.ratio),
            (Some(5_050), 500, Some(decimal("0.5")))
        );
        assert_eq!((week.due_target_krw, week.due_ratio), (Some(25), Some(decimal("2"))));
        assert_eq!(
            week.cumulative_ratio,
            Some(decimal("0.5714")),
            "30 + 50 against 40 + 100"
        );
        assert_eq!(
            (week.cumulative_due_target_krw, week.cumulative_due_ratio),
            (Some(65), Some(decimal("1.2308")))
        );
        let unknown = overall[3];
        assert_eq!((unknown.revenue_krw, unknown.due_target_krw), (None, None));
        assert_eq!((unknown.target_krw, unknown.cumulative_target_krw), (1_007, 1_547));
        assert_eq!(
            (
                unknown.cumulative_revenue_krw,
                unknown.cumulative_ratio,
                unknown.cumulative_due_ratio
            ),
            (None, None, None)
        );
    }

    #[test]
    fn running_sums_go_on_after_a_period_that_nobody_knows() {
        let unsold = figures(None, vec![period("2026-11-16", 0, 100, 0)]);
        let sold = figures(
            Some("2026-11-17"),
            vec![period("2026-11-15", 10, 20, 20), period("2026-11-17", 5, 20, 20)],
        );
        let overall = all(vec![unsold, sold], Grain::Day).overall;
        let told: Vec<_> = overall
            .iter()
            .map(|total| (total.cumulative_revenue_krw, total.cumulative_ratio))
            .collect();
        assert_eq!(
            told,
            [
                (Some(10), Some(decimal("0.5"))),
                (None, None),
                (Some(15), Some(decimal("0.375")))
            ]
        );
    }

    #[test]
    fn a_window_takes_whole_periods_and_cumulates_from_the_first_day() {
        let months = || {
            let months = vec![
                period("2026-09-01", 1, 10, 10),
                period("2026-10-01", 2, 10, 10),
                period("2026-11-01", 3, 10, 10),
                period("2026-12-01", 4, 10, 10),
            ];
            vec![figures(Some("2026-12-31"), months)]
        };
        let window = |from: Option<&str>, to: Option<&str>| OpenRange {
            from: from.map(day),
            to: to.map(day),
        };
        let touched = |from, to| {
            let answer = answer(months(), Grain::Month, window(from, to));
            let firsts = |totals: &[Total]| totals.iter().map(|total| total.period.first_day).collect::<Vec<_>>();
            let items: Vec<_> = answer.items[0]
                .periods
                .iter()
                .map(|period| period.period.first_day)
                .collect();
            assert_eq!(items, firsts(&answer.overall));
            assert_eq!(items, firsts(&answer.categories[0].1));
            answer
        };
        let answer = touched(Some("2026-10-31"), Some("2026-11-01"));
        assert_eq!(answer.overall.len(), 2);
        assert_eq!(
            (answer.overall[0].revenue_krw, answer.overall[0].cumulative_revenue_krw),
            (Some(2), Some(3))
        );
        assert_eq!(answer.items[0].periods[1].cumulative_target_krw, 30);
        assert_eq!(touched(Some("2026-11-30"), None).overall.len(), 2);
        assert_eq!(touched(None, Some("2026-09-01")).overall.len(), 1);
        // A production without a period in the window keeps its row, and a category as well.
        assert_eq!(touched(Some("2027-01-01"), None).items.len(), 1);
    }

    #[test]
    fn categories_have_their_own_running_sums() {
        let mut play = figures(Some("2026-11-18"), vec![period("2026-11-18", 5, 10, 10)]);
        play.production.category = Category::Play;
        let musical = figures(Some("2026-11-18"), vec![period("2026-11-17", 30, 10, 10)]);
        let categories = all(vec![play, musical], Grain::Day).categories;
        let told: Vec<_> = categories
            .iter()
            .map(|(category, totals)| (*category, totals.len(), totals[0].cumulative_revenue_krw))
            .collect();
        assert_eq!(told, [(Category::Musical, 1, Some(30)), (Category::Play, 1, Some(5))]);
    }

    #[test]
    fn no_production_at_all_has_no_period() {
        let answer = all(Vec::new(), Grain::Day);
        assert_eq!(
            (answer.items, answer.categories, answer.overall),
            (vec![], vec![], vec![])
        );
    }
}
