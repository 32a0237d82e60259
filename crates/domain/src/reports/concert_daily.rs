//! Concerts: seats and revenue of each sale day.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::calendar::{Month, monday_of};

/// `concerts/daily`.
#[derive(Debug)]
pub struct ConcertDaily;

impl Report for ConcertDaily {
    const NAME: &'static str = "concerts/daily";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// What was sold in some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sold {
    /// Paid seats.
    pub seats: i64,
    /// Complimentary seats.
    pub complimentary_seats: i64,
    /// Won.
    pub revenue_krw: i64,
}

/// Sale days of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Each daily row, in order of time.
    pub days: Vec<(NaiveDate, Sold)>,
}

/// One concert's sale days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub days: Vec<Day>,
}

/// One sale day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: NaiveDate,
    /// Monday of its week.
    pub week_start: NaiveDate,
    /// Its month.
    pub month: Month,
    /// What was sold.
    pub sold: Sold,
}

/// The row of one concert.
pub fn row(figures: Figures) -> Row {
    let day = |(day, sold)| Day {
        day,
        week_start: monday_of(day),
        month: Month::of(day),
        sold,
    };
    Row {
        production: figures.production,
        days: figures.days.into_iter().map(day).collect(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::tests::{day, production};
    use super::*;

    pub(in super::super) fn sold(seats: i64) -> Sold {
        Sold {
            seats,
            complimentary_seats: 3,
            revenue_krw: seats * 10_000,
        }
    }

    #[test]
    fn a_sale_day_belongs_to_a_week_and_to_a_month_that_may_part_ways() {
        let row = row(Figures {
            production: production(Some("2026-11-02")),
            days: vec![(day("2026-10-31"), sold(5)), (day("2026-11-01"), sold(0))],
        });
        let places: Vec<_> = row
            .days
            .iter()
            .map(|day| (day.week_start, day.month.to_string(), day.sold))
            .collect();
        assert_eq!(
            places,
            [
                (day("2026-10-26"), "2026-10".to_owned(), sold(5)),
                (day("2026-10-26"), "2026-11".to_owned(), sold(0)),
            ]
        );
    }
}
