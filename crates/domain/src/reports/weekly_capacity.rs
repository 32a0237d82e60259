//! Seats offered and paid per week, of each production and over all.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, ratio};
use crate::calendar::shift;
use crate::fraction::Fraction;

/// `plays/weekly-capacity`.
#[derive(Debug)]
pub struct WeeklyCapacity;

impl Report for WeeklyCapacity {
    const NAME: &'static str = "plays/weekly-capacity";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures)
    }
}

/// Sums of one week that has performances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekFigures {
    /// Its Monday.
    pub week_start: NaiveDate,
    /// Number of performances.
    pub performances: i64,
    /// Seats sold.
    pub paid_seats: i64,
    /// Their revenue.
    pub revenue_krw: i64,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// The weeks with performances, in order.
    pub weeks: Vec<WeekFigures>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// All productions together, in order of time.
    pub overall: Vec<Week>,
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
    /// Performances × seats per performance; over all unknown where one production lacks its capacity.
    pub offered_seats: Option<i64>,
    /// Seats sold.
    pub paid_seats: i64,
    /// Paid ÷ offered seats.
    pub paid_ratio: Option<Decimal>,
    /// Revenue.
    pub revenue_krw: i64,
    /// Revenue ÷ paid seats.
    pub mean_ticket_price_krw: Option<i64>,
}

impl Week {
    fn new(figures: WeekFigures, offered_seats: Option<i64>) -> Self {
        Self {
            week_start: figures.week_start,
            week_end: shift(figures.week_start, 6),
            performances: figures.performances,
            offered_seats,
            paid_seats: figures.paid_seats,
            paid_ratio: ratio(Some(figures.paid_seats), offered_seats),
            revenue_krw: figures.revenue_krw,
            mean_ticket_price_krw: Fraction::from(figures.revenue_krw)
                .over(figures.paid_seats)
                .map(Fraction::round_whole),
        }
    }
}

/// The report over all `figures`.
pub fn answer(figures: Vec<Figures>) -> Answer {
    let items: Vec<_> = figures.into_iter().map(row).collect();
    let mut by_week = BTreeMap::<_, Vec<&Week>>::new();
    for week in items.iter().flat_map(|row| &row.weeks) {
        by_week.entry(week.week_start).or_default().push(week);
    }
    let overall = by_week
        .into_iter()
        .map(|(week_start, weeks)| together(week_start, &weeks))
        .collect();
    Answer { items, overall }
}

fn row(figures: Figures) -> Row {
    let seats = figures.seats_per_performance;
    let week = |week: WeekFigures| Week::new(week, seats.map(|seats| seats * week.performances));
    Row {
        production: figures.production,
        weeks: figures.weeks.into_iter().map(week).collect(),
    }
}

fn together(week_start: NaiveDate, weeks: &[&Week]) -> Week {
    let sums = WeekFigures {
        week_start,
        performances: weeks.iter().map(|week| week.performances).sum(),
        paid_seats: weeks.iter().map(|week| week.paid_seats).sum(),
        revenue_krw: weeks.iter().map(|week| week.revenue_krw).sum(),
    };
    Week::new(sums, weeks.iter().map(|week| week.offered_seats).sum())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn figures(seats_per_performance: Option<i64>, weeks: &[(&str, i64, i64, i64)]) -> Figures {
        let week = |(monday, performances, paid_seats, revenue_krw): &(&str, i64, i64, i64)| WeekFigures {
            week_start: day(monday),
            performances: *performances,
            paid_seats: *paid_seats,
            revenue_krw: *revenue_krw,
        };
        Figures {
            production: production(Some("2026-11-18")),
            seats_per_performance,
            weeks: weeks.iter().map(week).collect(),
        }
    }

    #[test]
    fn ratios_over_all_are_those_of_the_sums() {
        let answer = answer(vec![
            figures(Some(100), &[("2026-11-16", 2, 100, 1_000)]),
            figures(Some(50), &[("2026-11-09", 1, 0, 0), ("2026-11-16", 2, 100, 2_000)]),
        ]);
        let [before, week] = answer.overall.try_into().unwrap();
        assert_eq!((week.week_start, week.week_end), (day("2026-11-16"), day("2026-11-22")));
        assert_eq!((week.performances, week.offered_seats), (4, Some(300)));
        assert_eq!(week.paid_ratio, Some(decimal("0.6667")));
        assert_eq!((week.revenue_krw, week.mean_ticket_price_krw), (3_000, Some(15)));
        assert_eq!(
            (before.offered_seats, before.paid_ratio),
            (Some(50), Some(decimal("0")))
        );
        assert_eq!(before.mean_ticket_price_krw, None);
    }

    #[test]
    fn one_house_that_is_not_known_hides_what_all_offer_in_its_weeks() {
        let answer = answer(vec![
            figures(Some(100), &[("2026-11-09", 1, 10, 1), ("2026-11-16", 1, 10, 1)]),
            figures(None, &[("2026-11-16", 1, 10, 1)]),
        ]);
        let offered: Vec<_> = answer.overall.iter().map(|week| week.offered_seats).collect();
        assert_eq!(offered, [Some(100), None]);
        assert_eq!((answer.overall[1].paid_seats, answer.overall[1].paid_ratio), (20, None));
        assert_eq!(answer.items[1].weeks[0].offered_seats, None);
    }
}
