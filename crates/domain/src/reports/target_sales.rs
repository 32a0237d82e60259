//! Concerts: revenue so far against all targets, and against those that are due: of each, and of all.

use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Attained, AttainedSum};
use super::{ReportedProduction, ratio};
use chrono::NaiveDate;

/// `concerts/target-sales`.
#[derive(Debug)]
pub struct TargetSales;

impl Report for TargetSales {
    const NAME: &'static str = "concerts/target-sales";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures)
    }
}

/// Sums of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// All targets.
    pub target_krw: i64,
    /// Targets up to the record date; `None` without a snapshot.
    pub due_target_krw: Option<i64>,
    /// Revenue of all daily rows.
    pub revenue_krw: i64,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// All together.
    pub overall: Overall,
}

/// One concert's revenue against its targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sums.
    pub figures: Figures,
    /// Revenue ÷ target.
    pub ratio: Option<Decimal>,
    /// Revenue ÷ due target.
    pub due_ratio: Option<Decimal>,
}

/// Revenue of all concerts against their targets. One without a snapshot has sold nothing so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many there are.
    pub productions: i64,
    /// How many have a snapshot.
    pub counted: i64,
    /// All targets.
    pub target_krw: Option<i64>,
    /// Revenue so far.
    pub revenue_krw: Option<i64>,
    /// Revenue ÷ target, of those that have targets.
    pub ratio: Option<Decimal>,
    /// Targets up to the record date of each of the counted.
    pub due_target_krw: Option<i64>,
    /// Revenue ÷ due target, of the counted that have targets.
    pub due_ratio: Option<Decimal>,
}

/// The report over all concerts.
pub fn answer(figures: Vec<Figures>) -> Answer {
    let attained = |figures: &Figures| Attained {
        revenue_krw: Some(figures.revenue_krw),
        target_krw: figures.target_krw,
        due_target_krw: figures.due_target_krw,
        has_targets: figures.target_krw > 0,
    };
    let sum: AttainedSum = figures.iter().map(attained).collect();
    let overall = Overall {
        productions: sum.productions,
        counted: sum.counted,
        target_krw: sum.target_krw,
        revenue_krw: sum.revenue_krw,
        ratio: sum.attained.ratio(),
        due_target_krw: sum.due_target_krw,
        due_ratio: sum.due.ratio(),
    };
    Answer {
        items: figures.into_iter().map(row).collect(),
        overall,
    }
}

/// The row of one concert.
fn row(figures: Figures) -> Row {
    Row {
        ratio: ratio(Some(figures.revenue_krw), Some(figures.target_krw)),
        due_ratio: ratio(Some(figures.revenue_krw), figures.due_target_krw),
        figures,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    fn figures(revenue_krw: i64, target_krw: i64, due_target_krw: Option<i64>) -> Figures {
        Figures {
            production: production(due_target_krw.map(|_| "2026-11-18")),
            target_krw,
            due_target_krw,
            revenue_krw,
        }
    }

    #[test]
    fn targets_of_nothing_have_no_ratio_and_a_sale_of_nothing_has_one() {
        let ratio = |revenue_krw, target_krw| row(figures(revenue_krw, target_krw, Some(0))).ratio;
        assert_eq!(ratio(844, 1_000), Some(decimal("0.844")));
        assert_eq!(ratio(0, 1_000), Some(decimal("0")));
        assert_eq!(ratio(844, 0), None);
    }

    #[test]
    fn what_is_due_is_unknown_without_a_snapshot() {
        let due_ratio = |due_target_krw| row(figures(30, 1_000, due_target_krw)).due_ratio;
        assert_eq!(due_ratio(Some(40)), Some(decimal("0.75")));
        assert_eq!((due_ratio(Some(0)), due_ratio(None)), (None, None));
    }

    #[test]
    fn all_together_a_concert_without_a_snapshot_has_sold_nothing_so_far() {
        let overall = answer(vec![
            figures(30, 100, Some(40)),
            figures(0, 200, None),
            figures(5_000, 0, Some(0)),
        ])
        .overall;
        assert_eq!((overall.productions, overall.counted), (3, 2));
        assert_eq!((overall.target_krw, overall.revenue_krw), (Some(300), Some(5_030)));
        assert_eq!(overall.ratio, Some(decimal("0.1")));
        assert_eq!(
            (overall.due_target_krw, overall.due_ratio),
            (Some(40), Some(decimal("0.75")))
        );
        let unsold = answer(vec![figures(0, 200, None)]).overall;
        assert_eq!((unsold.revenue_krw, unsold.ratio), (Some(0), Some(decimal("0"))));
        assert_eq!((unsold.due_target_krw, unsold.due_ratio), (None, None));
        let nothing = answer(Vec::new()).overall;
        assert_eq!(
            (nothing.productions, nothing.revenue_krw, nothing.target_krw),
            (0, None, None)
        );
    }
}
