//! Times of day.

use super::DateSystem;
use super::scan::Scan;
use super::written::read_day;
use crate::label::visible;

/// Minutes since midnight, up to 1440, which is midnight of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MinuteOfDay(pub(crate) u16);

const MINUTES_OF_DAY: f64 = 1_440.0;
/// The days that programs write before a time without a day.
const EPOCH_DAYS: [&str; 3] = ["1899-12-30", "1899-12-31", "1904-01-01"];

/// The halves of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

const HALVES: [(&str, Half); 4] = [
    ("오전", Half::Am),
    ("오후", Half::Pm),
    ("AM", Half::Am),
    ("PM", Half::Pm),
];

impl MinuteOfDay {
    /// The time that a number means: from 0 to 1 a part of the day, where 1 is its end; behind a day its fraction.
    pub(crate) fn from_number(number: f64, system: DateSystem) -> Option<Self> {
        if (0.0..=1.0).contains(&number) {
            return Some(Self::of_fraction(number));
        }
        system.day(number)?;
        // A day that is written as eight digits says nothing about the time.
        (number < 10_000_000.0).then(|| Self::of_fraction(number.fract()))
    }

    /// Reads a time of day, also behind a day; or a written number from 0 to 1.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = visible(text);
        if let Some(time) = Self::parse_alone(&text) {
            return Some(time);
        }
        if let Some(time) = EPOCH_DAYS.iter().find_map(|day| text.strip_prefix(day)) {
            return Self::parse_alone(time.strip_prefix(['T', ' '])?);
        }
        if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number))?;
            return Some(Self::of_fraction(number));
        }
        read_day(&text)?.time
    }

    /// Reads `19:30`, `19:30:00`, `19시 30분`, `19시`, and those with `오전`, `오후`, `AM` or `PM`; up to `24:00`.
    pub(super) fn parse_alone(text: &str) -> Option<Self> {
        let (half, clock) = take_half(text.trim());
        let mut scan = Scan::new(clock);
        let hour = scan.one_or_two_digits()?;
        let (minute, second) = if scan.take(':').is_some() {
            minute_and_second(&mut scan)?
        } else {
            korean_minute_and_second(&mut scan)?
        };
        if !scan.rest.is_empty() || minute > 59 || second > 59 {
            return None;
        }
        let is_end_of_day = (hour, minute, second) == (24, 0, 0);
        let hour = match half {
            None if hour <= 23 || is_end_of_day => hour,
            Some(half) if hour <= 12 => hour % 12 + if half == Half::Pm { 12 } else { 0 },
            _ => return None,
        };
        u16::try_from(hour * 60 + minute + u32::from(second >= 30))
            .ok()
            .map(Self)
    }

    /// Rounded to the minute.
    fn of_fraction(fraction: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number between 0 and 1440"
        )]
        Self((fraction * MINUTES_OF_DAY).round() as u16)
    }
}

/// Takes the half of the day from the beginning or, if it is Latin, from the end.
fn take_half(text: &str) -> (Option<Half>, &str) {
    for (word, half) in HALVES {
        let (start, end) = (text.get(..word.len()), text.len().checked_sub(word.len()));
        if start.is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            return (Some(half), text[word.len()..].trim_start());
        }
        let end = end.filter(|end| text.is_char_boundary(*end) && word.is_ascii());
        if let Some(end) = end.filter(|end| text[*end..].eq_ignore_ascii_case(word)) {
            return (Some(half), text[..end].trim_end());
        }
    }
    (None, text)
}

/// What follows the colon of `19:30` or `19:30:00`.
fn minute_and_second(scan: &mut Scan<'_>) -> Option<(u32, u32)> {
    let minute = two_digits(scan)?;
    if scan.take(':').is_none() {
        return Some((minute, 0));
    }
    let second = two_digits(scan)?;
    if scan.take('.').is_some() {
        // Parts of a second.
        scan.digits()?;
    }
    Some((minute, second))
}

/// What follows the hour of `19시`, `19시 30분` or `19시 30분 00초`.
fn korean_minute_and_second(scan: &mut Scan<'_>) -> Option<(u32, u32)> {
    scan.take('시')?;
    scan.blanks();
    if scan.rest.is_empty() {
        return Some((0, 0));
    }
    let minute = scan.one_or_two_digits()?;
    scan.take('분')?;
    scan.blanks();
    if scan.rest.is_empty() {
        return Some((minute, 0));
    }
    let second = scan.one_or_two_digits()?;
    scan.take('초')?;
    Some((minute, second))
}

/// Exactly two digits.
fn two_digits(scan: &mut Scan<'_>) -> Option<u32> {
    scan.digits()
        .filter(|digits| digits.count == 2)
        .map(|digits| digits.value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::DateSystem::{Since1900, Since1904};
    use super::*;

    fn of_number(number: f64, system: DateSystem) -> Option<u16> {
        MinuteOfDay::from_number(number, system).map(|time| time.0)
    }

    fn of_text(text: &str) -> Option<u16> {
        MinuteOfDay::parse(text).map(|time| time.0)
    }

    #[test]
    fn a_number_is_a_part_of_the_day_or_has_a_day_of_our_time() {
        assert_eq!(of_number(0.0, Since1900), Some(0));
        assert_eq!(of_number(0.8125, Since1900), Some(1_170));
        assert_eq!(of_number(1.0, Since1904), Some(1_440));
        assert_eq!(of_number(46_345.812_5, Since1900), Some(1_170));
        assert_eq!(of_number(46_345.0, Since1904), Some(0));
        for none in [-0.25, 1.5, 2.0, 7.5, 19.0, 1_930.0, 20_261_118.0, 1e300, f64::NAN] {
            assert_eq!(of_number(none, Since1900), None, "{none}");
        }
    }

    #[test]
    fn a_time_is_rounded_to_the_minute_and_never_23_60() {
        assert_eq!(of_number(1.0 - f64::EPSILON, Since1900), Some(1_440));
        assert_eq!(of_number(0.812_498, Since1900), Some(1_170));
        assert_eq!(of_text("23:59:59"), Some(1_440));
        assert_eq!(of_text("19:29:30"), Some(1_170));
    }

    #[test]
    fn a_time_is_read_in_every_notation_of_the_office() {
        for text in [
            "19:30",
            "19:30:00",
            " 19:30:29 ",
            "오후 7:30",
            "오후7:30",
            "오후 7:30:00",
            "오후 7시 30분",
            "7:30 PM",
            "7:30pm",
            "PM 7:30",
            "19시 30분",
            "19시30분",
            "19시 30분 00초",
            "\u{200B}19:30\u{A0}",
            "0.8125",
            "1899-12-30T19:30:00",
            "1904-01-01 19:30",
            "2026-11-20 19:30",
            "2026-11-20T19:30:00.000",
        ] {
            assert_eq!(of_text(text), Some(1_170), "{text}");
        }
        for (text, minutes) in [
            ("19시", 1_140),
            ("9:05", 545),
            ("오전 12:05", 5),
            ("오후 12:05", 725),
            ("12:05 AM", 5),
            ("오후 0:05", 725),
            ("오전 9시", 540),
            ("24:00", 1_440),
            ("0:00", 0),
            ("0", 0),
            ("1", 1_440),
        ] {
            assert_eq!(of_text(text), Some(minutes), "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_time() {
        for none in [
            "",
            "24:01",
            "25:00",
            "19.30",
            "19:60",
            "19:3",
            "1930",
            "19",
            "1.5",
            "19:30:00:00",
            "-1:00",
            "19:30 KST",
            "오후",
            "오후 13:00",
            "오전 19:30",
            "19:30 PM",
            "7 PM",
            "오후 7",
            "PM 7:30 PM",
            "19시 반",
            "19시30",
            "30분",
            "2026-11-20",
            "1899-12-30",
            "1926-01-01 19:30",
            "19:30~21:00",
            "저녁 7:30",
        ] {
            assert_eq!(of_text(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn a_written_time_is_that_time(minutes in 0..1_440_u32, notation in 0..7_usize) {
            let (hour, minute) = (minutes / 60, minutes % 60);
            let half = if hour < 12 { ("오전", "AM") } else { ("오후", "PM") };
            let twelve = (hour + 11) % 12 + 1;
            let text = match notation {
                0 => format!("{hour}:{minute:02}"),
                1 => format!("{hour:02}:{minute:02}:00"),
                2 => format!("{} {twelve}:{minute:02}", half.0),
                3 => format!("{twelve}:{minute:02} {}", half.1),
                4 => format!("{hour}시 {minute}분"),
                5 => format!("{} {twelve}시 {minute:02}분", half.0),
                _ => (f64::from(minutes) / MINUTES_OF_DAY).to_string(),
            };
            prop_assert_eq!(of_text(&text).map(u32::from), Some(minutes), "{}", text);
        }

        #[test]
        fn a_number_is_never_another_time(minutes in 0..1_440_u32, days in 20_000..80_000_u32, off in -0.000_3..0.000_3_f64) {
            let fraction = f64::from(minutes) / MINUTES_OF_DAY;
            prop_assert_eq!(of_number(fraction, Since1900).map(u32::from), Some(minutes));
            let dated = f64::from(days) + fraction;
            prop_assert_eq!(of_number(dated, Since1904).map(u32::from), Some(minutes));
            if minutes > 0 {
                prop_assert_eq!(of_number(dated + off, Since1900).map(u32::from), Some(minutes));
            }
        }

        #[test]
        fn any_text_is_answered(text in "[0-9:시분 오전후AMP]{0,12}|.{0,12}") {
            let _ = of_text(&text);
        }
    }
}
