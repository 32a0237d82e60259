//! Exact numbers without bounds, and how an answer shows them: one rounding, half away from zero.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde_json::Value;

/// A number; nothing of it is ever cut.
pub(super) type Exact = BigRational;

/// A number that may be unknown: `null` in an answer.
pub(super) type Figure = Option<Exact>;

pub(super) fn whole(number: i64) -> Exact {
    Exact::from_integer(number.into())
}

/// Rows of a kind.
pub(super) fn count<T>(rows: &[T]) -> Exact {
    Exact::from_integer(rows.len().into())
}

/// `0.7355`, `-12`, `1e-19`.
pub(super) fn decimal(text: &str) -> Exact {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: BigInt = format!("{whole}{places}").parse().unwrap();
    let exponent: i32 = exponent.parse().unwrap();
    let exponent = exponent - i32::try_from(places.len()).unwrap();
    Exact::from_integer(digits) * Exact::from_integer(10.into()).pow(exponent)
}

/// What a JSON number says.
pub(super) fn of_json(number: &serde_json::Number) -> Exact {
    decimal(&number.to_string())
}

/// `a` ÷ `b`; unknown where one of them is, and where there is nothing to divide by.
pub(super) fn divided(a: &Figure, b: &Figure) -> Figure {
    let (a, b) = (a.as_ref()?, b.as_ref()?);
    (!b.is_zero()).then(|| a / b)
}

/// `a` − `b`, where both are known.
pub(super) fn minus(a: &Figure, b: &Figure) -> Figure {
    Some(a.as_ref()? - b.as_ref()?)
}

/// The mean of numbers; unknown when there are none.
pub(super) fn mean(numbers: &[Exact]) -> Figure {
    divided(&Some(numbers.iter().sum()), &Some(count(numbers)))
}

/// Won or seats as they are answered.
pub(super) fn in_whole(figure: &Figure) -> Value {
    let Some(number) = figure else { return Value::Null };
    rounded(number, 0).to_i64().unwrap().into()
}

/// A ratio or share as it is answered: to four places.
pub(super) fn in_ratio(figure: &Figure) -> Value {
    const PLACES: usize = 4;
    let Some(number) = figure else { return Value::Null };
    let units = rounded(number, PLACES);
    let sign = if units.is_negative() { "-" } else { "" };
    let digits = format!("{:0>width$}", units.abs().to_string(), width = PLACES + 1);
    let (whole, places) = digits.split_at(digits.len() - PLACES);
    serde_json::from_str(&format!("{sign}{whole}.{places}")).unwrap()
}

/// In units of the last place.
fn rounded(number: &Exact, places: usize) -> BigInt {
    let scaled = number * Exact::from_integer(10.into()).pow(i32::try_from(places).unwrap());
    let half = Exact::new(BigInt::one(), 2.into());
    let size = (scaled.abs() + half).floor().to_integer();
    if scaled.is_negative() { -size } else { size }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn decimals_are_read_to_the_last_place() {
        assert_eq!(decimal("-1.50"), Exact::new((-3).into(), 2.into()));
        assert_eq!(decimal("1e-19") * decimal("1E19"), whole(1));
        assert_eq!(decimal("-0.0"), whole(0));
    }

    #[test]
    fn a_tie_goes_away_from_zero() {
        for (number, shown) in [("2.5", 3), ("-2.5", -3), ("2.4999", 2), ("-0.4", 0)] {
            assert_eq!(in_whole(&Some(decimal(number))), json!(shown), "{number}");
        }
        for (number, shown) in [("0.00005", 0.0001), ("-0.01234999", -0.0123), ("12.34565", 12.3457)] {
            assert_eq!(in_ratio(&Some(decimal(number))), json!(shown), "{number}");
        }
        assert_eq!(in_ratio(&None), Value::Null);
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(divided(&Some(whole(1)), &Some(whole(0))), None);
        assert_eq!(divided(&Some(whole(1)), &None), None);
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[whole(1), whole(2)]), Some(decimal("1.5")));
    }
}
