//! The run's revenue if each performance to come brings the mean of those played, against break-even.

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::fraction::Fraction;
use chrono::NaiveDate;

/// `plays/profit-forecast`.
#[derive(Debug)]
pub struct ProfitForecast;

impl Report for ProfitForecast {
    const NAME: &'static str = "plays/profit-forecast";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, _: &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Performances up to the record date.
    pub played_performances: i64,
    /// Their revenue.
    pub played_revenue_krw: i64,
    /// Performances after the record date.
    pub to_come_performances: i64,
    /// Their revenue so far.
    pub to_come_revenue_krw: i64,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
}

/// Why there is no projection, or no profit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No workbook has been uploaded.
    NoSnapshot,
    /// No performance has been played by the record date.
    NoPlayedPerformance,
    /// The break-even is not known.
    NoBreakEven,
}

impl Reason {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSnapshot => "no_snapshot",
            Self::NoPlayedPerformance => "no_played_performance",
            Self::NoBreakEven => "no_break_even",
        }
    }
}

/// One production's forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sums that it rests on.
    pub figures: Figures,
    /// Mean revenue of a performance played.
    pub played_mean_revenue_krw: Option<i64>,
    /// Mean revenue so far of a performance to come.
    pub to_come_mean_revenue_krw: Option<i64>,
    /// Played revenue + played mean × performances to come.
    pub projected_revenue_krw: Option<i64>,
    /// Projected revenue − break-even.
    pub projected_profit_krw: Option<i64>,
    /// Why something is missing.
    pub reason: Option<Reason>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let played = Fraction::from(figures.played_revenue_krw);
    let played_mean = played.over(figures.played_performances);
    let to_come_mean = Fraction::from(figures.to_come_revenue_krw).over(figures.to_come_performances);
    let projected = played_mean.map(|mean| played + mean * Fraction::from(figures.to_come_performances));
    let break_even = figures.break_even_krw.map(Fraction::from);
    let reason = if figures.production.record_date.is_none() {
        Some(Reason::NoSnapshot)
    } else if projected.is_none() {
        Some(Reason::NoPlayedPerformance)
    } else if break_even.is_none() {
        Some(Reason::NoBreakEven)
    } else {
        None
    };
    Row {
        played_mean_revenue_krw: played_mean.map(Fraction::round_whole),
        to_come_mean_revenue_krw: to_come_mean.map(Fraction::round_whole),
        projected_revenue_krw: projected.map(Fraction::round_whole),
        projected_profit_krw: projected
            .zip(break_even)
            .map(|(revenue, costs)| (revenue - costs).round_whole()),
        reason,
        figures,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::production;
    use super::*;

    fn figures() -> Figures {
        Figures {
            production: production(Some("2026-11-18")),
            played_performances: 3,
            played_revenue_krw: 100,
            to_come_performances: 2,
            to_come_revenue_krw: 11,
            break_even_krw: Some(150),
        }
    }

    #[test]
    fn the_mean_is_not_rounded_before_it_is_projected() {
        let row = row(figures());
        assert_eq!(
            (row.played_mean_revenue_krw, row.to_come_mean_revenue_krw),
            (Some(33), Some(6))
        );
        assert_eq!(
            (row.projected_revenue_krw, row.projected_profit_krw),
            (Some(167), Some(17))
        );
        assert_eq!(row.reason, None);
    }

    #[test]
    fn the_first_thing_that_is_missing_is_the_reason() {
        let unplayed = Figures {
            played_performances: 0,
            played_revenue_krw: 0,
            break_even_krw: None,
            ..figures()
        };
        assert_eq!(row(unplayed.clone()).reason, Some(Reason::NoPlayedPerformance));
        assert_eq!(
            row(Figures {
                production: production(None),
                ..unplayed
            })
            .reason,
            Some(Reason::NoSnapshot)
        );
        let costs_unknown = row(Figures {
            break_even_krw: None,
            ..figures()
        });
        assert_eq!(
            (costs_unknown.reason, costs_unknown.projected_revenue_krw),
            (Some(Reason::NoBreakEven), Some(167))
        );
    }
}
