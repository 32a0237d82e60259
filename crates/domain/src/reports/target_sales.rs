//! Concerts: revenue so far against all targets.

use rust_decimal::Decimal;

use super::report::{Covers, Report};
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
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, _: &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// All targets.
    pub target_krw: i64,
    /// Revenue of all daily rows.
    pub revenue_krw: i64,
}

/// One concert's revenue against its targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sums.
    pub figures: Figures,
    /// Revenue ÷ target.
    pub ratio: Option<Decimal>,
}

/// The row of one concert.
pub fn row(figures: Figures) -> Row {
    Row {
        ratio: ratio(Some(figures.revenue_krw), Some(figures.target_krw)),
        figures,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    #[test]
    fn targets_of_nothing_have_no_ratio_and_a_sale_of_nothing_has_one() {
        let ratio = |revenue_krw, target_krw| {
            let production = production(Some("2026-11-18"));
            row(Figures {
                production,
                target_krw,
                revenue_krw,
            })
            .ratio
        };
        assert_eq!(ratio(844, 1_000), Some(decimal("0.844")));
        assert_eq!(ratio(0, 1_000), Some(decimal("0")));
        assert_eq!(ratio(844, 0), None);
    }
}
