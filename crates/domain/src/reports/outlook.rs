//! Performances of this and next week: occupancy, remaining seats, which are low.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::showing::{self, Showing};
use super::{ReportedProduction, mean_share};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;

/// `plays/outlook`, with the occupancy below which a performance is low.
#[derive(Debug)]
pub struct Outlook;

impl Report for Outlook {
    const NAME: &'static str = "plays/outlook";
    const COVERS: Covers = Covers::Stage;
    type Parameters = Decimal;
    type Window = Weeks;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        Weeks::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, low_threshold: &Self::Parameters) -> Self::Answer {
        let weeks = Weeks::as_of(as_of);
        figures
            .into_iter()
            .map(|figures| row(figures, weeks, *low_threshold))
            .collect()
    }
}

/// The weeks that the report looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weeks {
    /// The week of `as_of`, Monday to Sunday.
    pub this: DateRange,
    /// The week after it.
    pub next: DateRange,
}

impl Weeks {
    /// The weeks that a report as of `as_of` looks at.
    pub fn as_of(as_of: NaiveDate) -> Self {
        Self {
            this: DateRange::week_of(as_of),
            next: DateRange::week_of(shift(as_of, 7)),
        }
    }

    /// The days of both.
    pub fn both(self) -> DateRange {
        DateRange::new(self.this.first(), self.next.last()).expect("this week comes before the next")
    }
}

/// Performances of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// The performances of both weeks, by start.
    pub performances: Vec<showing::Figures>,
    /// Number of next week's performances.
    pub next_week_performances: i64,
    /// Their paid and complimentary shares, added up.
    pub next_week_occupancy_sum: Decimal,
}

/// Which of the two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Week {
    /// That of `as_of`.
    This,
    /// The one after.
    Next,
}

/// One performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    /// Who plays, how full it is, what is left.
    pub showing: Showing,
    /// Which of the two weeks it is in.
    pub week: Week,
    /// Whether its occupancy, unrounded, is below the threshold.
    pub low: bool,
}

/// One production's outlook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Monday of this week.
    pub this_week_start: NaiveDate,
    /// Monday of next week.
    pub next_week_start: NaiveDate,
    /// By start.
    pub performances: Vec<Performance>,
    /// Mean occupancy of next week's performances.
    pub next_week_occupancy: Option<Decimal>,
}

/// The row of one production; a performance below `low_threshold` is low.
pub fn row(figures: Figures, weeks: Weeks, low_threshold: Decimal) -> Row {
    let threshold = Fraction::from(low_threshold);
    let performance = |performance: showing::Figures| Performance {
        week: if weeks.next.contains(performance.starts_at.date_naive()) {
            Week::Next
        } else {
            Week::This
        },
        low: performance.occupancy() < threshold,
        showing: Showing::new(performance, figures.seats_per_performance),
    };
    Row {
        production: figures.production,
        this_week_start: weeks.this.first(),
        next_week_start: weeks.next.first(),
        performances: figures.performances.into_iter().map(performance).collect(),
        next_week_occupancy: mean_share(figures.next_week_occupancy_sum, figures.next_week_performances)
            .map(Fraction::round_ratio),
    }
}

#[cfg(test)]
mod tests {
    use super::super::showing::tests::showing;
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn figures() -> Figures {
        Figures {
            production: production(Some("2026-11-18")),
            seats_per_performance: Some(280),
            performances: vec![
                showing("2026-11-16", "0.3", "0.1"),
                showing("2026-11-22", "0.3", "0.09999"),
                showing("2026-11-23", "0.5", "0"),
            ],
            next_week_performances: 3,
            next_week_occupancy_sum: decimal("2"),
        }
    }

    #[test]
    fn a_performance_is_low_by_its_unrounded_occupancy() {
        let row = row(figures(), Weeks::as_of(day("2026-11-20")), decimal("0.40"));
        let told: Vec<_> = row
            .performances
            .iter()
            .map(|performance| (performance.showing.occupancy, performance.low))
            .collect();
        assert_eq!(
            told,
            [(decimal("0.4"), false), (decimal("0.4"), true), (decimal("0.5"), false)]
        );
    }

    #[test]
    fn a_threshold_of_all_decimal_places_is_compared_exactly() {
        let low = |threshold| row(figures(), Weeks::as_of(day("2026-11-20")), decimal(threshold)).performances[0].low;
        assert!(low("0.4000000000000000000000000001"));
        assert!(!low("0.4"));
        assert!(!low("0.3999999999999999999999999999"));
    }

    #[test]
    fn a_week_ends_on_its_sunday() {
        let row = row(figures(), Weeks::as_of(day("2026-11-22")), decimal("0"));
        let weeks: Vec<_> = row.performances.iter().map(|performance| performance.week).collect();
        assert_eq!(weeks, [Week::This, Week::This, Week::Next]);
        assert_eq!(
            (row.this_week_start, row.next_week_start),
            (day("2026-11-16"), day("2026-11-23"))
        );
        assert_eq!(row.next_week_occupancy, Some(decimal("0.6667")));
    }
}
