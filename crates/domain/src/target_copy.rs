//! Targets of one production as those of another.

use rust_decimal::Decimal;

use crate::calendar::DateRange;
use crate::fraction::Fraction;
use crate::limits::MAX_KRW;
use crate::planning::DailyTargets;

/// The targets of `source`, which is on sale in `from`, for a sale in `to`: first day to first day and so on, as long as
/// both last, each times `factor` and rounded half away from zero. `None` when one is no target between 0 and
/// [`MAX_KRW`].
pub fn copy_targets(source: &DailyTargets, from: DateRange, to: DateRange, factor: Decimal) -> Option<DailyTargets> {
    let copied = from.days().zip(to.days()).map(|(of, day)| {
        let target_krw = source.get(&of).copied().unwrap_or(0);
        Some((day, times(target_krw, factor)?))
    });
    copied.collect()
}

fn times(krw: i64, factor: Decimal) -> Option<i64> {
    let factor = factor.normalize();
    let product = factor.mantissa().checked_mul(i128::from(krw))?;
    let whole = product / 10_i128.checked_pow(factor.scale())?;
    if product < 0 || whole > i128::from(MAX_KRW) {
        return None;
    }
    let rounded = (Fraction::from(krw) * Fraction::from(factor)).round_whole();
    (rounded <= MAX_KRW).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::shift;

    fn days(first: &str, len: i64) -> DateRange {
        let first = first.parse().unwrap();
        DateRange::new(first, shift(first, len - 1)).unwrap()
    }

    fn factor(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_day_of_sale_becomes_the_first_day_of_sale() {
        let (from, to) = (days("2025-03-01", 3), days("2026-11-16", 2));
        let source: DailyTargets = from.days().zip([10, 20, 30]).collect();
        let copied = copy_targets(&source, from, to, Decimal::ONE).unwrap();
        assert_eq!(copied, to.days().zip([10, 20]).collect());
        let back = copy_targets(&copied, to, from, Decimal::ONE).unwrap();
        assert_eq!(back, from.days().zip([10, 20]).collect());
    }

    #[test]
    fn a_half_is_rounded_up() {
        for (krw, by, expected) in [
            (1, "0.5", 1),
            (1, "0.49999999999999999999", 0),
            (3, "0.5", 2),
            (333, "1.15", 383),
            (7, "0", 0),
            (MAX_KRW, "1.0000", MAX_KRW),
            (100, "0.3333333333333333", 33),
        ] {
            assert_eq!(times(krw, factor(by)), Some(expected), "{krw} times {by}");
        }
    }

    #[test]
    fn what_is_beyond_all_bounds_is_no_target() {
        for (krw, by) in [
            (MAX_KRW, "1.000000000001"),
            (MAX_KRW, "100"),
            (1, "-1"),
            (MAX_KRW, "0.7922816251426433759354395033"),
        ] {
            assert_eq!(times(krw, factor(by)), None, "{krw} times {by}");
        }
    }

    proptest! {
        #[test]
        fn no_target_is_further_than_half_a_won_from_the_product(krw in 0_i64..1_000_000_000, hundredths in 0_i64..10_000) {
            let target_krw = times(krw, Decimal::new(hundredths, 2)).unwrap();
            let apart = krw * hundredths - target_krw * 100;
            prop_assert!((-50..50).contains(&apart));
        }
    }
}
