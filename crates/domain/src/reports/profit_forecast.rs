//! The run's revenue if each performance to come brings the mean of those played, against break-even: of each production,
//! and of all.

use super::ReportedProduction;
use super::report::{Covers, Report};
use super::sums::{count, rounded_total, total};
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
    type Answer = Answer;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures)
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

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// All together.
    pub overall: Overall,
}

/// The forecast of all productions. Sums are those of the productions that know the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many there are.
    pub productions: i64,
    /// How many know their projected profit.
    pub counted: i64,
    /// Performances up to the record dates.
    pub played_performances: i64,
    /// Their revenue.
    pub played_revenue_krw: Option<i64>,
    /// Revenue ÷ performances.
    pub played_mean_revenue_krw: Option<i64>,
    /// Performances after the record dates.
    pub to_come_performances: i64,
    /// Their revenue so far.
    pub to_come_revenue_krw: Option<i64>,
    /// Revenue so far ÷ performances.
    pub to_come_mean_revenue_krw: Option<i64>,
    /// Projected revenue.
    pub projected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Projected revenue − break-even, of those that know both.
    pub projected_profit_krw: Option<i64>,
}

impl Figures {
    fn played_mean(&self) -> Option<Fraction> {
        Fraction::from(self.played_revenue_krw).over(self.played_performances)
    }

    fn projected_revenue(&self) -> Option<Fraction> {
        let to_come = self.played_mean()? * Fraction::from(self.to_come_performances);
        Some(Fraction::from(self.played_revenue_krw) + to_come)
    }

    fn projected_profit(&self) -> Option<Fraction> {
        Some(self.projected_revenue()? - Fraction::from(self.break_even_krw?))
    }
}

/// The report over all productions.
pub fn answer(figures: Vec<Figures>) -> Answer {
    let overall = overall(&figures);
    Answer {
        items: figures.into_iter().map(row).collect(),
        overall,
    }
}

fn overall(figures: &[Figures]) -> Overall {
    let performances = |of: fn(&Figures) -> i64| figures.iter().map(of).sum();
    let krw = |of: fn(&Figures) -> i64| total(figures.iter().map(|figures| Some(of(figures))));
    let mean = |krw: Option<i64>, performances| Some(Fraction::from(krw?).over(performances)?.round_whole());
    let played_performances = performances(|figures| figures.played_performances);
    let played_revenue_krw = krw(|figures| figures.played_revenue_krw);
    let to_come_performances = performances(|figures| figures.to_come_performances);
    let to_come_revenue_krw = krw(|figures| figures.to_come_revenue_krw);
    Overall {
        productions: count(figures.iter()),
        counted: count(figures.iter().filter_map(Figures::projected_profit)),
        played_performances,
        played_revenue_krw,
        played_mean_revenue_krw: mean(played_revenue_krw, played_performances),
        to_come_performances,
        to_come_revenue_krw,
        to_come_mean_revenue_krw: mean(to_come_revenue_krw, to_come_performances),
        projected_revenue_krw: rounded_total(figures.iter().map(Figures::projected_revenue)),
        break_even_krw: total(figures.iter().map(|figures| figures.break_even_krw)),
        projected_profit_krw: rounded_total(figures.iter().map(Figures::projected_profit)),
    }
}

/// The row of one production.
fn row(figures: Figures) -> Row {
    let played_mean = figures.played_mean();
    let to_come_mean = Fraction::from(figures.to_come_revenue_krw).over(figures.to_come_performances);
    let projected = figures.projected_revenue();
    let reason = if figures.production.record_date.is_none() {
        Some(Reason::NoSnapshot)
    } else if projected.is_none() {
        Some(Reason::NoPlayedPerformance)
    } else if figures.break_even_krw.is_none() {
        Some(Reason::NoBreakEven)
    } else {
        None
    };
    Row {
        played_mean_revenue_krw: played_mean.map(Fraction::round_whole),
        to_come_mean_revenue_krw: to_come_mean.map(Fraction::round_whole),
        projected_revenue_krw: projected.map(Fraction::round_whole),
        projected_profit_krw: figures.projected_profit().map(Fraction::round_whole),
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

    #[test]
    fn all_together_nothing_is_rounded_before_it_is_added_up() {
        // Two thirds of a won each: 166⅔ and 166⅔ are 333⅓.
        let costs_unknown = Figures {
            break_even_krw: None,
            ..figures()
        };
        let unsold = Figures {
            production: production(None),
            played_performances: 0,
            played_revenue_krw: 0,
            to_come_performances: 0,
            to_come_revenue_krw: 0,
            break_even_krw: Some(1_000),
        };
        let overall = answer(vec![figures(), costs_unknown, unsold]).overall;
        assert_eq!((overall.productions, overall.counted), (3, 1));
        assert_eq!(
            (
                overall.played_performances,
                overall.played_revenue_krw,
                overall.played_mean_revenue_krw
            ),
            (6, Some(200), Some(33))
        );
        assert_eq!(
            (
                overall.to_come_performances,
                overall.to_come_revenue_krw,
                overall.to_come_mean_revenue_krw
            ),
            (4, Some(22), Some(6))
        );
        assert_eq!(overall.projected_revenue_krw, Some(333));
        assert_eq!(
            (overall.break_even_krw, overall.projected_profit_krw),
            (Some(1_150), Some(17))
        );
    }

    #[test]
    fn all_together_nobody_knows_what_none_knows() {
        let overall = answer(Vec::new()).overall;
        assert_eq!((overall.productions, overall.played_performances), (0, 0));
        assert_eq!(
            (overall.played_revenue_krw, overall.played_mean_revenue_krw),
            (None, None)
        );
        assert_eq!((overall.projected_revenue_krw, overall.break_even_krw), (None, None));
    }
}
