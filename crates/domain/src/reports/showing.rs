//! What several reports say of a performance: who plays, how full it is, what is left.

use rust_decimal::Decimal;

use crate::calendar::KstInstant;
use crate::fraction::Fraction;

/// What the workbook says of a performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Date and time.
    pub starts_at: KstInstant,
    /// Who plays.
    pub cast: Vec<String>,
    /// Share of the house that is sold.
    pub paid_share: Decimal,
    /// Share of the house that is given away.
    pub complimentary_share: Decimal,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
}

impl Figures {
    /// Paid + complimentary share, unrounded.
    pub fn occupancy(&self) -> Fraction {
        self.shares().occupancy()
    }

    pub(super) fn shares(&self) -> Shares {
        Shares {
            paid: self.paid_share.into(),
            complimentary: self.complimentary_share.into(),
        }
    }
}

/// A performance as it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    /// Date and time.
    pub starts_at: KstInstant,
    /// Who plays.
    pub cast: Vec<String>,
    /// As in the workbook.
    pub paid_share: Decimal,
    /// As in the workbook.
    pub complimentary_share: Decimal,
    /// Paid + complimentary share.
    pub occupancy: Decimal,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Seats on sale − sold − given away.
    pub remaining_seats: Option<i64>,
}

impl Showing {
    /// In a house of so many seats, where that is known.
    pub fn new(figures: Figures, seats_per_performance: Option<i64>) -> Self {
        let shares = figures.shares();
        Self::with_shares(figures, shares, seats_per_performance)
    }

    /// With shares that are not those of the workbook.
    pub(super) fn with_shares(figures: Figures, shares: Shares, house: Option<i64>) -> Self {
        Self {
            occupancy: shares.occupancy().round_ratio(),
            paid_share: shares.paid.round_ratio(),
            complimentary_share: shares.complimentary.round_ratio(),
            remaining_seats: house.map(|seats| seats - figures.paid_seats - figures.complimentary_seats),
            paid_seats: figures.paid_seats,
            complimentary_seats: figures.complimentary_seats,
            starts_at: figures.starts_at,
            cast: figures.cast,
        }
    }
}

/// Shares of the house, unrounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shares {
    pub(super) paid: Fraction,
    pub(super) complimentary: Fraction,
}

impl Shares {
    pub(super) fn occupancy(self) -> Fraction {
        self.paid + self.complimentary
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::tests::{day, decimal};
    use super::*;
    use crate::calendar::kst_instant;

    /// At half past seven in the evening.
    pub(crate) fn showing(on: &str, paid_share: &str, complimentary_share: &str) -> Figures {
        Figures {
            starts_at: kst_instant(day(on).and_hms_opt(19, 30, 0).unwrap()),
            cast: vec!["조지유".to_owned()],
            paid_share: decimal(paid_share),
            complimentary_share: decimal(complimentary_share),
            paid_seats: 3,
            complimentary_seats: 1,
        }
    }

    #[test]
    fn occupancy_adds_the_unrounded_shares() {
        let showing = Showing::new(showing("2026-11-20", "0.00004", "0.00004"), Some(280));
        assert_eq!(
            (showing.paid_share, showing.occupancy),
            (decimal("0"), decimal("0.0001"))
        );
        assert_eq!(showing.remaining_seats, Some(276));
    }

    #[test]
    fn what_is_left_of_an_unknown_house_is_unknown() {
        let showing = Showing::new(showing("2026-11-20", "0.5", "0.1"), None);
        assert_eq!(showing.remaining_seats, None);
    }
}
