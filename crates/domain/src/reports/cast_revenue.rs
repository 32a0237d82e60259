//! Every cast of the whole run: revenue, in total and per performance.

use super::ReportedProduction;
use super::casts::{CastFigures, RankedCast, ranked};
use super::report::{Covers, Report};
use crate::fraction::Fraction;
use chrono::NaiveDate;

/// `plays/cast-revenue`.
#[derive(Debug)]
pub struct CastRevenue;

impl Report for CastRevenue {
    const NAME: &'static str = "plays/cast-revenue";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// The casts of its run, in any order.
    pub casts: Vec<CastFigures>,
}

/// One production's casts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// All of them, by revenue.
    pub casts: Vec<Cast>,
}

/// One cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// Who plays, what that brings, and the place among the others.
    pub ranked: RankedCast,
    /// Revenue ÷ performances.
    pub mean_revenue_krw: Option<i64>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let cast = |ranked: RankedCast| Cast {
        mean_revenue_krw: Fraction::from(ranked.figures.revenue_krw)
            .over(ranked.figures.performances)
            .map(Fraction::round_whole),
        ranked,
    };
    Row {
        production: figures.production,
        casts: ranked(figures.casts).into_iter().map(cast).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::casts::tests::cast;
    use super::super::tests::production;
    use super::*;

    #[test]
    fn a_mean_is_of_the_performances_of_the_cast() {
        let row = row(Figures {
            production: production(Some("2026-11-18")),
            casts: vec![cast(&["가"], 25, 2), cast(&["나"], 100, 3)],
        });
        let means: Vec<_> = row.casts.iter().map(|cast| cast.mean_revenue_krw).collect();
        assert_eq!(means, [Some(33), Some(13)]);
    }
}
