//! Sums of fractions of many productions, whose common denominator may outgrow 128 bits.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Fraction, IN_BOUNDS};

/// A sum of fractions: exact, however many there are and whatever their denominators.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FractionSum {
    whole: i128,
    /// What is left of the sum of each denominator: numerators above 0 and below their denominators.
    parts: BTreeMap<i128, i128>,
}

impl FractionSum {
    /// Adds one more.
    pub fn add(&mut self, fraction: Fraction) {
        let Fraction { numerator, denominator } = fraction;
        let part = self.parts.remove(&denominator).unwrap_or_default();
        let part = part.checked_add(numerator).expect(IN_BOUNDS);
        self.whole += part.div_euclid(denominator);
        let rest = part.rem_euclid(denominator);
        if rest > 0 {
            self.parts.insert(denominator, rest);
        }
    }

    /// Whole won or seats, half away from zero.
    pub fn round_whole(&self) -> i64 {
        i64::try_from(self.rounded()).expect(IN_BOUNDS)
    }

    /// The sum ÷ `count` as a ratio is answered: four places, half away from zero. `None` for the mean of nothing.
    pub fn mean_ratio(&self, count: i64) -> Option<Decimal> {
        let factor = Fraction::from(10_000).over(count)?;
        let whole = Fraction {
            numerator: self.whole,
            denominator: 1,
        };
        let parts = self.parts.iter();
        let parts = parts.map(|(denominator, numerator)| Fraction::new(*numerator, *denominator));
        let scaled: Self = parts.chain([whole]).map(|fraction| fraction * factor).collect();
        Some(Decimal::from_i128_with_scale(scaled.rounded(), 4).normalize())
    }

    fn rounded(&self) -> i128 {
        let (mut numerator, mut denominator) = (Natural::default(), Natural::from(1));
        for (divisor, part) in &self.parts {
            let (divisor, part) = (Natural::from(*divisor), Natural::from(*part));
            numerator = numerator.times(&divisor).plus(&denominator.times(&part));
            denominator = denominator.times(&divisor);
        }
        let mut whole = self.whole;
        // Each part is below 1, so that this takes fewer steps than there are parts.
        while numerator >= denominator {
            numerator = numerator.minus(&denominator);
            whole += 1;
        }
        match numerator.plus(&numerator).cmp(&denominator) {
            Ordering::Less => whole,
            Ordering::Equal if whole < 0 => whole,
            Ordering::Equal | Ordering::Greater => whole + 1,
        }
    }
}

impl FromIterator<Fraction> for FractionSum {
    fn from_iter<I: IntoIterator<Item = Fraction>>(fractions: I) -> Self {
        let mut sum = Self::default();
        fractions.into_iter().for_each(|fraction| sum.add(fraction));
        sum
    }
}

/// A natural number of any size: digits to the base of 2⁶⁴, the lowest first, none of them a leading 0.
#[derive(Debug, Default, PartialEq, Eq)]
struct Natural(Vec<u64>);

impl Natural {
    fn new(mut digits: Vec<u64>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }

    fn plus(&self, other: &Self) -> Self {
        let mut digits = Vec::with_capacity(self.0.len().max(other.0.len()) + 1);
        let mut carry = false;
        for place in 0..digits.capacity() {
            let (sum, first) = self.digit(place).overflowing_add(other.digit(place));
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            digits.push(sum);
        }
        Self::new(digits)
    }

    /// `self` − `other`, which is not more.
    fn minus(&self, other: &Self) -> Self {
        let mut borrow = false;
        let mut digit = |place| {
            let (rest, first) = self.digit(place).overflowing_sub(other.digit(place));
            let (rest, second) = rest.overflowing_sub(u64::from(borrow));
            borrow = first || second;
            rest
        };
        Self::new((0..self.0.len()).map(&mut digit).collect())
    }

    fn times(&self, other: &Self) -> Self {
        let mut digits = vec![0; self.0.len() + other.0.len()];
        for (place, left) in self.0.iter().enumerate() {
            let mut carry = 0;
            for (offset, right) in other.0.iter().enumerate() {
                let digit: &mut u64 = &mut digits[place + offset];
                let product = u128::from(*left) * u128::from(*right) + u128::from(*digit) + u128::from(carry);
                (*digit, carry) = halves(product);
            }
            digits[place + other.0.len()] = carry;
        }
        Self::new(digits)
    }

    fn digit(&self, place: usize) -> u64 {
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// The lower and the upper digit.
fn halves(number: u128) -> (u64, u64) {
    let [lower, upper] = [number & u128::from(u64::MAX), number >> 64];
    let digit = |half| u64::try_from(half).expect("a half of 128 bits has 64");
    (digit(lower), digit(upper))
}

impl From<i128> for Natural {
    /// Of a number that is not negative.
    fn from(number: i128) -> Self {
        let (lower, upper) = halves(number.unsigned_abs());
        Self::new(vec![lower, upper])
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fraction(numerator: i64, denominator: i64) -> Fraction {
        Fraction::from(numerator).over(denominator).unwrap()
    }

    /// Every number up to 400 that nothing but 1 and itself divides: their product has 160 digits.
    fn primes() -> impl Iterator<Item = i64> {
        (2..400).filter(|number| (2..*number).all(|divisor| number % divisor != 0))
    }

    #[test]
    fn denominators_without_a_common_divisor_do_not_run_over() {
        let thirds_and_so_on = primes().flat_map(|prime| [fraction(1, prime), fraction(prime - 1, prime)]);
        let sum: FractionSum = thirds_and_so_on.collect();
        assert_eq!(sum.round_whole(), i64::try_from(primes().count()).unwrap());
        let sum: FractionSum = primes().map(|prime| fraction(1, prime)).collect();
        assert_eq!(sum.round_whole(), 2);
        assert_eq!(sum.mean_ratio(1).unwrap().to_string(), "2.0588");
    }

    #[test]
    fn a_tie_is_found_among_denominators_of_any_size() {
        // 1 ÷ p + 1 ÷ q − (p + q) ÷ (p × q) is nothing, and a half is left.
        let nothing = || {
            let pairs = primes().zip(primes().skip(1));
            pairs.flat_map(|(p, q)| [fraction(1, p), fraction(1, q), fraction(-p - q, p * q)])
        };
        let of = |half| nothing().chain([half]).collect::<FractionSum>().round_whole();
        assert_eq!((of(fraction(5, 2)), of(fraction(-5, 2))), (3, -3));
        assert_eq!((of(fraction(1, 2)), of(fraction(-1, 2))), (1, -1));
        let all: FractionSum = nothing().collect();
        assert_eq!(all.round_whole(), 0);
    }

    #[test]
    fn the_mean_of_nothing_is_unknown_and_the_sum_of_nothing_is_none() {
        assert_eq!(FractionSum::default().mean_ratio(0), None);
        assert_eq!(FractionSum::default().round_whole(), 0);
    }

    proptest! {
        #[test]
        fn small_sums_are_those_of_fractions(
            terms in prop::collection::vec((-1_000_000_000_000_i64..1_000_000_000_000, 1_i64..60), 0..6),
            count in 1_i64..1_000,
        ) {
            let fractions = || terms.iter().map(|(numerator, denominator)| fraction(*numerator, *denominator));
            let expected = fractions().fold(Fraction::ZERO, |sum, term| sum + term);
            let sum: FractionSum = fractions().collect();
            prop_assert_eq!(sum.round_whole(), expected.round_whole());
            prop_assert_eq!(sum.mean_ratio(count), Some(expected.over(count).unwrap().round_ratio()));
        }

        #[test]
        fn natural_numbers_follow_the_laws(a in 0..i128::MAX, b in 0..i128::MAX, c in 0..i128::MAX) {
            let [a, b, c] = [a, b, c].map(Natural::from);
            prop_assert_eq!(a.plus(&b).minus(&b), Natural::new(a.0.clone()));
            prop_assert_eq!(a.plus(&b).times(&c), a.times(&c).plus(&b.times(&c)));
            prop_assert!(a.times(&c).plus(&b) >= b);
        }

        #[test]
        fn order_is_that_of_the_numbers(a in 0..i128::MAX, b in 0..i128::MAX) {
            prop_assert_eq!(Natural::from(a).cmp(&Natural::from(b)), a.cmp(&b));
        }
    }
}
