//! Numbers by their shortest decimal form.
//!
//! A spreadsheet stores 0.1 as the nearest binary fraction, and shows and means 0.1. So a cell's number is the shortest
//! decimal that leads back to it, and from there on the arithmetic is exact.

use std::borrow::Cow;
use std::io::Write;

use rust_decimal::Decimal;

use crate::label::visible;

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
    const ZERO: Self = Self {
        negative: false,
        digits: 0,
        exponent: 0,
    };

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

    /// Reads what a person or program wrote: thousands separators in threes, `₩`, `원`, `%`, `매` or `석`, a minus as
    /// `-`, `−`, `△`, `▲` or brackets. A minus alone is 0, as in the comma style of Excel (` -   `).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = visible(text);
        if let Some(negative) = in_brackets(&text) {
            let number = Self::parse_amount(&negative)?;
            return (!number.negative).then_some(Self {
                negative: true,
                ..number
            });
        }
        Self::parse_amount(&text)
    }

    /// Reads a number with its sign and unit.
    fn parse_amount(text: &str) -> Option<Self> {
        let (unit, text) = take_unit(text.trim());
        let (sign, text) = take_sign(text);
        let (is_won, text) = take_won_sign(text);
        let (second_sign, text) = if sign.is_none() { take_sign(text) } else { (None, text) };
        if is_won && !matches!(unit, None | Some('원')) {
            return None;
        }
        let sign = sign.or(second_sign);
        if text.is_empty() {
            let is_dash = matches!(sign, Some('-' | '−')) && unit.is_none();
            return is_dash.then_some(Self::ZERO);
        }
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (text, 0),
        };
        let mut number = if mantissa.contains(',') {
            Self::from_digits(&without_separators(mantissa)?)?
        } else {
            Self::from_digits(mantissa)?
        };
        number.exponent += exponent - if unit == Some('%') { 2 } else { 0 };
        number.negative = sign.is_some_and(|sign| sign != '+');
        Some(number)
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
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

/// What stands between brackets, the accountants' minus, with a won sign or unit that stands outside of them.
fn in_brackets(text: &str) -> Option<Cow<'_, str>> {
    let (unit, rest) = take_unit(text);
    let (is_won, rest) = take_won_sign(rest);
    let inner = rest.strip_prefix('(')?.strip_suffix(')')?;
    // A second sign or unit within makes it unreadable, as it is without brackets.
    Some(match (is_won, unit) {
        (false, None) => Cow::Borrowed(inner),
        (false, Some(unit)) => Cow::Owned(format!("{inner}{unit}")),
        (true, None) => Cow::Owned(format!("₩{inner}")),
        (true, Some(unit)) => Cow::Owned(format!("₩{inner}{unit}")),
    })
}

fn take_unit(text: &str) -> (Option<char>, &str) {
    match text.chars().next_back() {
        Some(unit @ ('%' | '원' | '매' | '석')) => (Some(unit), text[..text.len() - unit.len_utf8()].trim_end()),
        _ => (None, text),
    }
}

fn take_sign(text: &str) -> (Option<char>, &str) {
    match text.chars().next() {
        Some(sign @ ('-' | '+' | '−' | '△' | '▲')) => (Some(sign), text[sign.len_utf8()..].trim_start()),
        _ => (None, text),
    }
}

/// In CP949 the won sign of Korean fonts is the backslash.
fn take_won_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['₩', '￦', '\\']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

fn read_exponent(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (text.chars().next(), digits),
        None => (None, text),
    };
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
    // `0,123` would be a decimal comma, and not ours.
    let fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    fits.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    fn a_written_number_may_carry_separators_signs_and_units() {
        for (text, hundredths) in [
            ("1,234", 123_400),
            (" ₩1,234,567 ", 123_456_700),
            ("￦-5", -500),
            ("-₩5", -500),
            ("\\1,000", 100_000),
            ("12원", 1_200),
            ("1,200 원", 120_000),
            ("30매", 3_000),
            ("30 석", 3_000),
            ("85%", 85),
            ("85.5 %", 86),
            ("1.5E+03", 150_000),
            (".5", 50),
            ("+7", 700),
            ("−1,200", -120_000),
            ("△1,200", -120_000),
            ("▲ 1,200원", -120_000),
            ("(60,000)", -6_000_000),
            ("( 60,000 )", -6_000_000),
            ("(₩60,000)", -6_000_000),
            ("₩(60,000)", -6_000_000),
            ("(5)매", -500),
            ("(12.5%)", -13),
            (" -   ", 0),
            ("-", 0),
            ("₩ -  ", 0),
            ("-0", 0),
            ("\u{FEFF}1,234\u{A0}", 123_400),
        ] {
            let number = DecimalNumber::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(number.rounded(2).unwrap().units, hundredths, "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in [
            "",
            "1,23",
            "1234,567",
            ",123",
            "0,123",
            "1.2.3",
            "1e",
            "e5",
            "1e△5",
            "--5",
            "△-5",
            "(-5)",
            "(△5)",
            "((5))",
            "-(5)",
            "(5",
            "5)",
            "5-",
            "12a",
            "1.234,5",
            "1 000",
            "₩",
            "%",
            "-%",
            "△",
            "+",
            "()",
            "원",
            "5명",
            "30매석",
            "₩30석",
            "₩(₩5)",
            "１２",
            "①",
            "1²",
            "½",
            "19:30",
            "2026-11-18",
        ] {
            assert_eq!(DecimalNumber::parse(text), None, "{text}");
        }
    }

    fn with_separators(number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn a_written_number_is_that_number(
            number in 1..=1_000_000_000_000_u64,
            sign in 0..7_usize,
            unit in 0..6_usize,
            separated: bool,
        ) {
            let digits = if separated { with_separators(number) } else { number.to_string() };
            let amount = ["", "₩", "", "", "", " "][unit].to_owned() + &digits + ["", "", "원", "매", " 석", ""][unit];
            let text = match sign {
                0 => amount,
                1 => format!("-{amount}"),
                2 => format!("−{amount}"),
                3 => format!("△{amount}"),
                4 => format!("▲ {amount}"),
                5 => format!("({amount})"),
                _ => format!("+{amount}"),
            };
            let wanted = i128::from(number) * if (1..=5).contains(&sign) { -1 } else { 1 };
            let read = DecimalNumber::parse(&text).unwrap().rounded(0).unwrap();
            prop_assert_eq!(read, Rounded { units: wanted, exact: true }, "{}", text);
        }

        #[test]
        fn a_separator_elsewhere_is_no_number(number in 1_000..1_000_000_000_u64, at in 1..9_usize) {
            let digits = number.to_string();
            prop_assume!(at < digits.len());
            let text = format!("{},{}", &digits[..at], &digits[at..]);
            let is_right = text == with_separators(number);
            prop_assert_eq!(DecimalNumber::parse(&text).is_some(), is_right, "{}", text);
        }

        #[test]
        fn any_text_is_answered(text in "[-0-9,.()₩원%eE△ ]{0,12}|.{0,12}") {
            let _ = DecimalNumber::parse(&text);
        }
    }
}
