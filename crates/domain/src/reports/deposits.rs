//! What is booked and not paid for yet, of each performance, of those played and of those to come.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Sides, count};
use super::{ReportedProduction, ratio, sum_of_known};
use crate::calendar::KstInstant;
use crate::sales::DepositFacts;

/// `plays/deposits`.
#[derive(Debug)]
pub struct Deposits;

impl Report for Deposits {
    const NAME: &'static str = "plays/deposits";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, as_of)).collect()
    }
}

/// What a workbook says of the payment of one performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerformanceFigures {
    /// Date and time.
    pub starts_at: KstInstant,
    /// Which one of the run it is.
    pub number: Option<i64>,
    /// What of it is paid for, and what is not yet.
    pub deposits: DepositFacts,
}

/// Performances of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// By start.
    pub performances: Vec<PerformanceFigures>,
}

/// One production's payments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// By start.
    pub performances: Vec<Performance>,
    /// Performances up to the record date.
    pub past: Part,
    /// Performances after the record date.
    pub future: Part,
}

/// One performance's payments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    /// What the workbook says.
    pub told: PerformanceFigures,
    /// Seats not paid for ÷ seats booked.
    pub pending_ratio: Option<Decimal>,
    /// From `as_of` to its day; 0 afterwards.
    pub days_to_performance: i64,
}

/// Payments of some of the performances: of those that know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// How many performances.
    pub performances: i64,
    /// What of them is paid for, and what is not yet.
    pub deposits: DepositFacts,
    /// Seats not paid for ÷ seats booked.
    pub pending_ratio: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: Figures, as_of: NaiveDate) -> Row {
    let production = figures.production;
    let (past, future): (Vec<_>, Vec<_>) = figures
        .performances
        .iter()
        .partition(|performance| production.knows(performance.starts_at.date_naive()));
    let (past, future) = (part(&past), part(&future));
    let performances = figures.performances.into_iter();
    Row {
        performances: performances.map(|told| performance(told, as_of)).collect(),
        past,
        future,
        production,
    }
}

fn performance(told: PerformanceFigures, as_of: NaiveDate) -> Performance {
    let days = (told.starts_at.date_naive() - as_of).num_days();
    let (pending, booked) = sides(&told.deposits);
    Performance {
        pending_ratio: ratio(pending, booked),
        days_to_performance: days.max(0),
        told,
    }
}

/// Seats that are not paid for, and all that are booked.
fn sides(deposits: &DepositFacts) -> (Option<i64>, Option<i64>) {
    let both = deposits.deposited_seats.zip(deposits.pending_seats);
    (
        deposits.pending_seats,
        both.map(|(deposited, pending)| deposited + pending),
    )
}

fn part(performances: &[&PerformanceFigures]) -> Part {
    let sum = |of: fn(&DepositFacts) -> Option<i64>| {
        sum_of_known(performances.iter().map(|performance| of(&performance.deposits)))
    };
    let seats: Sides = performances
        .iter()
        .map(|performance| sides(&performance.deposits))
        .collect();
    Part {
        performances: count(performances.iter()),
        deposits: DepositFacts {
            deposited_seats: sum(|deposits| deposits.deposited_seats),
            deposited_krw: sum(|deposits| deposits.deposited_krw),
            pending_seats: sum(|deposits| deposits.pending_seats),
            pending_krw: sum(|deposits| deposits.pending_krw),
        },
        pending_ratio: seats.ratio(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;
    use crate::calendar::kst_instant;

    fn told(on: &str, seats: Option<(i64, i64)>) -> PerformanceFigures {
        PerformanceFigures {
            starts_at: kst_instant(day(on).and_hms_opt(19, 30, 0).unwrap()),
            number: Some(3),
            deposits: DepositFacts {
                deposited_seats: seats.map(|(deposited, _)| deposited),
                deposited_krw: seats.map(|(deposited, _)| deposited * 1_000),
                pending_seats: seats.map(|(_, pending)| pending),
                pending_krw: None,
            },
        }
    }

    fn row_of(performances: Vec<PerformanceFigures>) -> Row {
        let production = production(Some("2026-11-18"));
        row(
            Figures {
                production,
                performances,
            },
            day("2026-11-20"),
        )
    }

    #[test]
    fn past_and_future_part_at_the_record_date_and_count_those_that_know() {
        let row = row_of(vec![
            told("2026-11-18", Some((3, 1))),
            told("2026-11-19", Some((5, 0))),
            told("2026-11-25", Some((1, 2))),
            told("2026-11-26", None),
        ]);
        let ratios: Vec<_> = row.performances.iter().map(|show| show.pending_ratio).collect();
        assert_eq!(
            ratios,
            [Some(decimal("0.25")), Some(decimal("0")), Some(decimal("0.6667")), None]
        );
        let days: Vec<_> = row.performances.iter().map(|show| show.days_to_performance).collect();
        assert_eq!(days, [0, 0, 5, 6]);
        assert_eq!((row.past.performances, row.future.performances), (1, 3));
        assert_eq!(
            (row.past.deposits.deposited_seats, row.past.deposits.deposited_krw),
            (Some(3), Some(3_000))
        );
        assert_eq!(
            (row.future.deposits.pending_seats, row.future.pending_ratio),
            (Some(2), Some(decimal("0.25")))
        );
        assert_eq!(row.future.deposits.pending_krw, None);
    }

    #[test]
    fn of_no_performance_nothing_is_pending_and_of_silent_ones_nobody_knows() {
        let row = row_of(vec![told("2026-11-26", None)]);
        assert_eq!(
            (row.past.deposits.pending_seats, row.past.pending_ratio),
            (Some(0), None)
        );
        assert_eq!((row.future.performances, row.future.deposits.pending_seats), (1, None));
    }
}
