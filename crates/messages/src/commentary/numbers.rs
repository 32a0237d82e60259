//! Numbers in a sentence, and whether each is one of the given figures.
//!
//! Whatever is not understood is not supported: a comment that is dropped costs nothing, a wrong number does.

mod scan;
mod spelled;

use domain::calendar::DateRange;
use rust_decimal::{Decimal, RoundingStrategy};

use self::scan::{Found, Measure, Scanned};
use super::figure::{Figure, Value};

/// Whether every number of the sentence is one of the figures, in any usual notation, and does not turn the sense of a
/// change around.
pub(super) fn are_supported(sentence: &str, figures: &[Figure]) -> bool {
    if spelled::has_number(sentence) {
        return false;
    }
    let scanned = scan::scan(sentence);
    scanned.iter().all(|found| is_supported(found, figures))
}

fn is_supported(found: &Scanned<'_>, figures: &[Figure]) -> bool {
    let is_of_interval = names_interval(found.behind);
    let fits = |figure: &&Figure| match figure.value {
        Value::Coverage(_) => is_of_interval,
        // `80% 구간` says how wide an interval is, whatever else is 80 %.
        Value::Ratio(_) => !is_of_interval,
        _ => true,
    };
    let matching = figures
        .iter()
        .filter(fits)
        .filter(|figure| matches(&found.found, figure));
    let mut matching = matching.peekable();
    if matching.peek().is_none() {
        return false;
    }
    let Some(direction) = scan::direction(found.behind) else {
        return true;
    };
    // Where a change has the same amount, the words must tell its direction.
    matching.any(|figure| !figure.is_change || is_positive(figure.value).is_none_or(|rises| rises == direction.rises()))
}

/// Whether the words behind a number make it that of an interval.
fn names_interval(behind: &str) -> bool {
    let behind = behind.trim_start();
    let behind = behind.strip_prefix('의').unwrap_or(behind);
    behind.trim_start().starts_with("구간")
}

fn is_positive(value: Value) -> Option<bool> {
    match value {
        Value::Won(krw) => (krw != 0).then_some(krw > 0),
        Value::Ratio(ratio) => (!ratio.is_zero()).then_some(ratio > Decimal::ZERO),
        _ => None,
    }
}

fn matches(found: &Found, figure: &Figure) -> bool {
    match *found {
        Found::Odd => false,
        Found::Date { year, month, day } => days(figure.value).is_some_and(|days| {
            use chrono::Datelike;
            [days.first(), days.last()].iter().any(|given| {
                year.is_none_or(|year| year == given.year())
                    && given.month() == month
                    && day.is_none_or(|day| day == given.day())
            })
        }),
        Found::Number {
            value,
            step,
            sign,
            measure,
        } => {
            let Some(given) = comparable(figure.value, measure) else {
                return false;
            };
            let has_sign = match sign {
                None if matches!(figure.value, Value::Bound(_)) => given >= Decimal::ZERO,
                // Without one it is an amount: of a loss people say how large it is.
                None => true,
                Some(sign) => sign.is_negative() == (given < Decimal::ZERO),
            };
            has_sign && is_notation(value, step, given.abs())
        }
    }
}

fn days(value: Value) -> Option<DateRange> {
    match value {
        Value::Days(days) => Some(days),
        _ => None,
    }
}

/// The figure in the measure that was written, where it can be written so.
fn comparable(value: Value, measure: Measure) -> Option<Decimal> {
    match (value, measure) {
        (Value::Ratio(ratio) | Value::Coverage(ratio), Measure::Percent) => Some(ratio * Decimal::ONE_HUNDRED),
        (Value::Won(krw) | Value::Bound(krw), Measure::Won | Measure::Bare) => Some(krw.into()),
        (Value::Seats(count), Measure::Seats | Measure::Bare)
        | (Value::Performances(count), Measure::Performances | Measure::Bare)
        | (Value::Productions(count), Measure::Productions | Measure::Bare)
        | (Value::NumberOfDays(count), Measure::Days | Measure::Bare) => Some(count.into()),
        _ => None,
    }
}

/// Whether `written`, which is known to `step`, stands for `given`: it is that, or that rounded to two digits at least.
fn is_notation(written: Decimal, step: Decimal, given: Decimal) -> bool {
    if written == given {
        return true;
    }
    if written < step * Decimal::TEN {
        // One digit alone is too rough for anything.
        return false;
    }
    let steps = (given / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    steps.checked_mul(step) == Some(written)
}

#[cfg(test)]
mod tests;
