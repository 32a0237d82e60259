//! How buyers paid, and with whose cards.

use super::{Class, Covered, Figures, OnBuyers};
use crate::buyers::Dimension;

/// `buyers/payments`.
#[derive(Debug)]
pub struct BuyersPayments;

impl OnBuyers for BuyersPayments {
    const NAME: &'static str = "buyers/payments";
    type Parameters = ();
    type Row = Row;

    fn dimensions((): &Self::Parameters) -> &'static [Dimension] {
        &[Dimension::Payment, Dimension::Card]
    }

    fn row(figures: &Figures, (): &Self::Parameters) -> Row {
        row(figures)
    }
}

/// One production's means of payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production, and how much of its sales the means of payment tell.
    pub covered: Covered,
    /// As in the sheet.
    pub methods: Vec<Class>,
    /// By card company, as in the sheet.
    pub cards: Vec<Class>,
}

/// The row of one production.
pub fn row(figures: &Figures) -> Row {
    Row {
        covered: figures.covered(Dimension::Payment),
        methods: figures.classes(Dimension::Payment),
        cards: figures.classes(Dimension::Card),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::decimal;
    use super::super::tests::{class, figures};
    use super::*;

    #[test]
    fn cards_are_a_list_of_their_own() {
        let row = row(&figures(
            20,
            vec![
                class(Dimension::Payment, "신용카드", 1, 8),
                class(Dimension::Payment, "휴대폰", 2, 2),
                class(Dimension::Card, "한빛카드", 1, 4),
            ],
        ));
        assert_eq!(row.covered.covered_ratio, Some(decimal("0.5")));
        assert_eq!(row.methods[0].seat_ratio, Some(decimal("0.8")));
        assert_eq!(row.cards[0].seat_ratio, Some(decimal("1")));
    }
}
