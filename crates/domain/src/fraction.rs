//! Exact arithmetic: fractions of whole numbers, rounded once, at the end.

mod sum;

use std::cmp::Ordering;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

pub use sum::FractionSum;

/// An exact rational number. Invariant: lowest terms, and the denominator is positive.
///
/// Within the bounds of [`crate::limits`], what the reports compute stays below 10³⁷ and so within 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

const IN_BOUNDS: &str = "figures within `limits` stay within 128 bits";

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };
    /// The whole.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    fn new(numerator: i128, denominator: i128) -> Self {
        if denominator == 1 {
            return Self { numerator, denominator };
        }
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).expect(IN_BOUNDS) * denominator.signum();
        Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        }
    }

    /// `self` ÷ `divisor`; `None` when there is nothing to divide by.
    #[must_use]
    pub fn over(self, divisor: impl Into<Self>) -> Option<Self> {
        let divisor = divisor.into();
        let inverse = match divisor.numerator.signum() {
            0 => return None,
            sign => Self {
                numerator: divisor.denominator * sign,
                denominator: divisor.numerator.abs(),
            },
        };
        Some(self * inverse)
    }

    /// Whole won or seats, half away from zero.
    pub fn round_whole(self) -> i64 {
        i64::try_from(self.rounded(1)).expect(IN_BOUNDS)
    }

    /// A ratio as it is answered: four places, half away from zero.
    pub fn round_ratio(self) -> Decimal {
        Decimal::from_i128_with_scale(self.rounded(10_000), 4).normalize()
    }

    fn rounded(self, scale: i128) -> i128 {
        let scaled = self.numerator.checked_mul(scale).expect(IN_BOUNDS);
        let (whole, rest) = (scaled / self.denominator, (scaled % self.denominator).unsigned_abs());
        if rest >= self.denominator.unsigned_abs() - rest {
            whole + scaled.signum()
        } else {
            whole
        }
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // A processor divides small numbers, as nearly all of them are, at once.
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return small_common_divisor(a, b).into();
        }
        (a, b) = (b, a % b);
    }
    a
}

fn small_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl From<i64> for Fraction {
    fn from(whole: i64) -> Self {
        Self {
            numerator: i128::from(whole),
            denominator: 1,
        }
    }
}

impl From<Decimal> for Fraction {
    fn from(decimal: Decimal) -> Self {
        Self::new(decimal.mantissa(), 10_i128.pow(decimal.scale()))
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let shared = greatest_common_divisor(self.denominator.unsigned_abs(), other.denominator.unsigned_abs());
        let shared = i128::try_from(shared).expect(IN_BOUNDS);
        let left = self.numerator.checked_mul(other.denominator / shared).expect(IN_BOUNDS);
        let right = other.numerator.checked_mul(self.denominator / shared).expect(IN_BOUNDS);
        let denominator = (self.denominator / shared)
            .checked_mul(other.denominator)
            .expect(IN_BOUNDS);
        Self::new(left.checked_add(right).expect(IN_BOUNDS), denominator)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self {
            numerator: -other.numerator,
            denominator: other.denominator,
        }
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        // Reduced crosswise first, so that the products stay small.
        let (a, d) = reduced(self.numerator, other.denominator);
        let (c, b) = reduced(other.numerator, self.denominator);
        Self {
            numerator: a.checked_mul(c).expect(IN_BOUNDS),
            denominator: b.checked_mul(d).expect(IN_BOUNDS),
        }
    }
}

fn reduced(numerator: i128, denominator: i128) -> (i128, i128) {
    let Fraction { numerator, denominator } = Fraction::new(numerator, denominator);
    (numerator, denominator)
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self - *other).numerator.cmp(&0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(numerator: i64, denominator: i64) -> Fraction {
        Fraction::from(numerator).over(denominator).unwrap()
    }

    #[test]
    fn ties_are_rounded_away_from_zero() {
        assert_eq!(ratio(5, 2).round_whole(), 3);
        assert_eq!(ratio(-5, 2).round_whole(), -3);
        assert_eq!(ratio(1, 20_000).round_ratio().to_string(), "0.0001");
        assert_eq!(ratio(-1, 20_000).round_ratio().to_string(), "-0.0001");
        assert_eq!(ratio(1, 20_001).round_ratio().to_string(), "0");
    }

    #[test]
    fn nothing_can_be_divided_by_zero() {
        assert_eq!(Fraction::ONE.over(0), None);
        assert_eq!(Fraction::ONE.over(Decimal::ZERO), None);
    }

    #[test]
    fn a_mean_of_decimals_is_not_cut_short() {
        // Two shares that binary floating point cannot hold; their mean is a tie at the fourth place.
        let sum = Fraction::from(Decimal::new(1, 1)) + Fraction::from(Decimal::new(2001, 4));
        assert_eq!(sum.over(2).unwrap().round_ratio().to_string(), "0.1501");
    }

    proptest! {
        #[test]
        fn dividing_and_multiplying_again_loses_nothing(a in -1_000_000_000_000_i64..1_000_000_000_000, b in 1_i64..1_000_000_000) {
            prop_assert_eq!(ratio(a, b) * Fraction::from(b), Fraction::from(a));
        }

        #[test]
        fn rounding_is_never_off_by_more_than_a_half(a in -1_000_000_000_000_i64..1_000_000_000_000, b in 1_i64..1_000_000) {
            let difference = ratio(a, b) - Fraction::from(ratio(a, b).round_whole());
            prop_assert!(difference <= ratio(1, 2) && difference >= ratio(-1, 2));
        }

        #[test]
        fn order_is_that_of_the_numbers(a in -10_000_i64..10_000, b in 1_i64..1_000, c in -10_000_i64..10_000, d in 1_i64..1_000) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }
    }
}
