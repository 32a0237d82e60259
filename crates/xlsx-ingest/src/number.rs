//! Numbers by their shortest decimal form.
//!
//! A spreadsheet stores 0.1 as the nearest binary fraction, and shows and means 0.1. So a cell's number is the shortest
//! decimal that leads back to it, and from there on the arithmetic is exact.

use std::io::Write;

use rust_decimal::Decimal;

/// `digits * 10^exponent`, negated if `negative`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecimalNumber {
    negative: bool,
    digits: u128,
    exponent: i32,
}

/// A number rounded half away from zero to some decimal places, in units of the last place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounded {
    pub(crate) units: i128,
    /// Whether nothing was lost.
    pub(crate) exact: bool,
}

/// Most significant digits of a written number; no figure of the box office has more.
const MAX_DIGITS: usize = 28;
/// Integers up to here are exact in a binary fraction: 2^53.
const MAX_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;

impl DecimalNumber {
    /// The shortest decimal of a cell's number; `None` unless it is finite.
    pub(crate) fn from_f64(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let negative = number < 0.0;
        if let Some(whole) = whole_number(number) {
            return Some(Self {
                negative,
                digits: u128::from(whole.unsigned_abs()),
                exponent: 0,
            });
        }
        let mut buffer = [0_u8; 32];
        let mut free = &mut buffer[..];
        // At most 17 digits, a point and `e-324`.
        write!(free, "{:e}", number.abs()).ok()?;
        let unused = free.len();
        let text = std::str::from_utf8(&buffer[..buffer.len() - unused]).ok()?;
        let (mantissa, exponent) = text.split_once('e')?;
        let mut number = Self::from_digits(mantissa)?;
        number.exponent += exponent.parse::<i32>().ok()?;
        Some(Self { negative, ..number })
    }

    /// Reads what a person or program wrote: thousands separators, a won sign or `%` are allowed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (text, percent) = match text.strip_suffix('%') {
            Some(rest) => (rest.trim_end(), true),
            None => (text, false),
        };
        let text = text.strip_suffix('원').map_or(text, str::trim_end);
        let (sign, text) = take_sign(text);
        let text = take_won_sign(text);
        let (second_sign, text) = if sign.is_none() { take_sign(text) } else { (None, text) };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (text, 0),
        };
        let mut number = if mantissa.contains(',') {
            Self::from_digits(&without_separators(mantissa)?)?
        } else {
            Self::from_digits(mantissa)?
        };
        number.exponent += exponent - if percent { 2 } else { 0 };
        number.negative = sign.or(second_sign) == Some('-');
        Some(number)
    }

    /// Reads `123`, `12.3` or `.5`.
    fn from_digits(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut digits = 0_u128;
        let mut significant = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            if significant > 0 || byte != b'0' {
                significant += 1;
            }
            if significant > MAX_DIGITS {
                return None;
            }
            digits = digits * 10 + u128::from(byte - b'0');
        }
        Some(Self {
            negative: false,
            digits,
            exponent: -i32::try_from(fraction.len()).ok()?,
        })
    }

    /// This number as a decimal of at most `places`, and less than `bound` in size.
    pub(crate) fn to_decimal(self, places: u32, bound: i64) -> Option<Decimal> {
        // Most numbers have few places, and are the decimal of these; others are rounded.
        let own_places = u32::try_from(-self.exponent).ok().filter(|own| *own <= places);
        let places = own_places.unwrap_or(places);
        let units = self.rounded(places)?.units;
        let bound = i128::from(bound).checked_mul(10_i128.checked_pow(places)?)?;
        (units.abs() < bound).then(|| Decimal::from_i128_with_scale(units, places).normalize())
    }

    /// This number rounded half away from zero to `places`; `None` when it is beyond all bounds.
    pub(crate) fn rounded(self, places: u32) -> Option<Rounded> {
        let shift = self.exponent.checked_add(i32::try_from(places).ok()?)?;
        let (units, exact) = if self.digits == 0 {
            (0, true)
        } else if shift >= 0 {
            let factor = 10_u128.checked_pow(shift.unsigned_abs())?;
            (self.digits.checked_mul(factor)?, true)
        } else if let Some(divisor) = 10_u128.checked_pow(shift.unsigned_abs()) {
            let rest = self.digits % divisor;
            let up = rest >= divisor - rest && rest > 0;
            (self.digits / divisor + u128::from(up), rest == 0)
        } else {
            // Less than 10^28 divided by more than 10^38.
            (0, false)
        };
        let units = i128::try_from(units).ok()?;
        Some(Rounded {
            units: if self.negative { -units } else { units },
            exact,
        })
    }
}

/// A number that is a whole one, and small enough to be exact.
pub(crate) fn whole_number(number: f64) -> Option<i64> {
    let is_whole = number.abs() <= MAX_EXACT_INTEGER && number.fract().abs().to_bits() == 0;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of at most 2^53")]
    is_whole.then_some(number as i64)
}

fn take_sign(text: &str) -> (Option<char>, &str) {
    match text.chars().next() {
        Some(sign @ ('-' | '+')) => (Some(sign), text[1..].trim_start()),
        _ => (None, text),
    }
}

/// In CP949 the won sign of Korean fonts is the backslash.
fn take_won_sign(text: &str) -> &str {
    text.strip_prefix(['₩', '￦', '\\']).map_or(text, str::trim_start)
}

fn read_exponent(text: &str) -> Option<i32> {
    let (sign, digits) = take_sign(text);
    let fits = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = if fits { digits.parse().ok()? } else { return None };
    Some(if sign == Some('-') { -exponent } else { exponent })
}

/// Takes the commas out of `1,234,567.8`; `None` when they do not part thousands.
fn without_separators(text: &str) -> Option<String> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    if text[whole.len()..].contains(',') {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(number: DecimalNumber, places: u32) -> (i128, bool) {
        let rounded = number.rounded(places).unwrap();
        (rounded.units, rounded.exact)
    }

    #[test]
    fn a_cell_is_its_shortest_decimal() {
        let of = |number| DecimalNumber::from_f64(number).unwrap();
        assert_eq!(rounded(of(0.285), 2), (29, false));
        assert_eq!(rounded(of(1.005), 2), (101, false));
        assert_eq!(rounded(of(0.1), 19), (1_000_000_000_000_000_000, true));
        assert_eq!(rounded(of(-2.5), 0), (-3, false));
        assert_eq!(rounded(of(-0.0), 0), (0, true));
        assert_eq!(rounded(of(1e15), 0), (1_000_000_000_000_000, true));
        assert_eq!(rounded(of(5e-324), 19), (0, false));
        assert_eq!(of(1e300).rounded(0), None);
        assert_eq!(DecimalNumber::from_f64(f64::NAN), None);
    }

    #[test]
    fn a_decimal_keeps_its_places_up_to_a_limit() {
        let decimal = |text| DecimalNumber::parse(text).unwrap().to_decimal(4, 1_000);
        let text = |text| decimal(text).unwrap().to_string();
        assert_eq!(text("0.2850"), "0.285");
        assert_eq!(text("-0.00005"), "-0.0001");
        assert_eq!(text("-0.00004"), "0");
        assert_eq!(text("1e2"), "100");
        assert_eq!(text("999.99994"), "999.9999");
        assert_eq!(decimal("999.99995"), None);
        assert_eq!(decimal("-1000"), None);
        assert_eq!(decimal("1e30"), None);
    }

    #[test]
    fn written_numbers_may_carry_separators_won_and_percent() {
        for (text, hundredths) in [
            ("1,234", 123_400),
            (" ₩1,234,567 ", 123_456_700),
            ("￦-5", -500),
            ("-₩5", -500),
            ("\\1,000", 100_000),
            ("12원", 1_200),
            ("85%", 85),
            ("85.5 %", 86),
            ("1.5E+03", 150_000),
            (".5", 50),
            ("+7", 700),
        ] {
            assert_eq!(
                DecimalNumber::parse(text).unwrap().rounded(2).unwrap().units,
                hundredths,
                "{text}"
            );
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in [
            "", "-", "1,23", "1234,567", ",123", "1.2.3", "1e", "e5", "--5", "12a", "1.234,5", "₩", "%", "１２",
        ] {
            assert_eq!(DecimalNumber::parse(text), None, "{text}");
        }
    }
}
