//! The last sale day, the last two performance days, the next seven days.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::concert_overview::SaleDay;
use super::report::{Covers, Report};
use super::showing::{self, Showing};
use super::{ReportedProduction, mean_share};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;

/// `plays/daily-brief`.
#[derive(Debug)]
pub struct DailyBrief;

impl Report for DailyBrief {
    const NAME: &'static str = "plays/daily-brief";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// The seven days after `as_of`.
pub fn next_days(as_of: NaiveDate) -> DateRange {
    DateRange::new(shift(as_of, 1), shift(as_of, 7)).expect("seven days later comes after one day later")
}

/// Sums of one day with performances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerformanceDay {
    /// The day.
    pub day: NaiveDate,
    /// Number of performances.
    pub performances: i64,
    /// Their paid and complimentary shares, added up.
    pub occupancy_sum: Decimal,
}

impl PerformanceDay {
    fn occupancy(self) -> Option<Fraction> {
        mean_share(self.occupancy_sum, self.performances)
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// The last daily row up to the record date.
    pub last_sale_day: Option<SaleDay>,
    /// The last day with performances up to `as_of`.
    pub latest_day: Option<PerformanceDay>,
    /// The day with performances before that one.
    pub previous_day: Option<PerformanceDay>,
    /// The performances of the seven days after `as_of`, by start.
    pub next_performances: Vec<showing::Figures>,
}

/// One production's brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// The last daily row up to the record date.
    pub last_sale_day: Option<SaleDay>,
    /// The last day with performances up to `as_of`.
    pub latest_performance_day: Option<NaiveDate>,
    /// Mean occupancy of that day.
    pub latest_occupancy: Option<Decimal>,
    /// The day with performances before that one.
    pub previous_performance_day: Option<NaiveDate>,
    /// Mean occupancy of that day.
    pub previous_occupancy: Option<Decimal>,
    /// Latest − previous occupancy.
    pub occupancy_change: Option<Decimal>,
    /// The performances of the next seven days, by start.
    pub next_performances: Vec<Showing>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let latest = figures.latest_day.and_then(PerformanceDay::occupancy);
    let previous = figures.previous_day.and_then(PerformanceDay::occupancy);
    let seats = figures.seats_per_performance;
    let next = figures.next_performances.into_iter();
    Row {
        production: figures.production,
        last_sale_day: figures.last_sale_day,
        latest_performance_day: figures.latest_day.map(|latest| latest.day),
        latest_occupancy: latest.map(Fraction::round_ratio),
        previous_performance_day: figures.previous_day.map(|previous| previous.day),
        previous_occupancy: previous.map(Fraction::round_ratio),
        occupancy_change: latest
            .zip(previous)
            .map(|(latest, previous)| (latest - previous).round_ratio()),
        next_performances: next.map(|performance| Showing::new(performance, seats)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn figures() -> Figures {
        let of_day = |on, performances, sum| {
            Some(PerformanceDay {
                day: day(on),
                performances,
                occupancy_sum: decimal(sum),
            })
        };
        Figures {
            production: production(Some("2026-11-18")),
            seats_per_performance: Some(280),
            last_sale_day: None,
            latest_day: of_day("2026-11-20", 3, "2"),
            previous_day: of_day("2026-11-18", 3, "1"),
            next_performances: Vec::new(),
        }
    }

    #[test]
    fn the_change_is_that_of_the_unrounded_means() {
        let row = row(figures());
        assert_eq!(
            (row.latest_occupancy, row.previous_occupancy),
            (Some(decimal("0.6667")), Some(decimal("0.3333")))
        );
        // 0.3334 by the rounded ones.
        assert_eq!(row.occupancy_change, Some(decimal("0.3333")));
    }

    #[test]
    fn the_first_performance_day_changes_nothing_that_is_known() {
        let row = row(Figures {
            previous_day: None,
            ..figures()
        });
        assert_eq!((row.previous_performance_day, row.occupancy_change), (None, None));
        assert_eq!(row.latest_occupancy, Some(decimal("0.6667")));
    }

    #[test]
    fn the_next_days_begin_tomorrow() {
        let days = next_days(day("2026-11-20"));
        assert_eq!((days.first(), days.last()), (day("2026-11-21"), day("2026-11-27")));
    }
}
