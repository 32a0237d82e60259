//! Days as people write them.

use chrono::{Datelike, NaiveDate};

use super::is_of_our_time;
use super::scan::{Digits, Scan};
use super::time::MinuteOfDay;
use super::weekday::parse_weekday;
use crate::label::visible;

/// A day, and what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrittenDay {
    pub(crate) day: NaiveDate,
    /// Whether there is a weekday that is not that of the day.
    pub(crate) has_other_weekday: bool,
    pub(crate) time: Option<MinuteOfDay>,
}

/// The day of a text; what stands behind it must be readable, and does not matter.
pub(crate) fn parse_day(text: &str) -> Option<NaiveDate> {
    read_day(text).map(|written| written.day)
}

/// Reads `2026-11-18`, also with `.` or `/`, one-digit months and days, blanks after the signs and a final dot;
/// `20261118`; `2026년 11월 18일`. A year of two digits is 20YY. Behind it may stand a weekday, then a time of day.
///
/// With the year at the end (four digits) only what leaves no choice between day and month is read: `18.11.2026` and
/// `11/11/2026`, but not `11/12/2026`. A day without a year is none.
pub(crate) fn read_day(text: &str) -> Option<WrittenDay> {
    let text = visible(text);
    let mut scan = Scan::new(&text);
    let day = take_day(&mut scan).filter(|day| is_of_our_time(*day))?;
    let mut has_gap = scan.blanks();
    let weekday = take_weekday(&mut scan, has_gap);
    if weekday.is_some() {
        has_gap = scan.blanks() || scan.rest.starts_with(|c: char| c.is_ascii_digit());
    }
    let time = if scan.rest.is_empty() {
        None
    } else if let Some(time) = scan.rest.strip_prefix('T').filter(|_| !has_gap) {
        Some(MinuteOfDay::parse_alone(time)?)
    } else if has_gap {
        Some(MinuteOfDay::parse_alone(scan.rest)?)
    } else {
        return None;
    };
    Some(WrittenDay {
        day,
        has_other_weekday: weekday.is_some_and(|weekday| weekday != day.weekday()),
        time,
    })
}

fn take_day(scan: &mut Scan<'_>) -> Option<NaiveDate> {
    let first = scan.digits()?;
    if first.count == 8 {
        return day_of(first.value / 10_000, first.value / 100 % 100, first.value % 100);
    }
    if scan.take('년').is_some() {
        scan.blanks();
        let month = scan.one_or_two_digits()?;
        scan.take('월')?;
        scan.blanks();
        let day = scan.one_or_two_digits()?;
        scan.take('일')?;
        return day_of(year(first)?, month, day);
    }
    let sign = scan.rest.chars().next().filter(|c| matches!(c, '-' | '.' | '/'))?;
    scan.take(sign)?;
    scan.blanks();
    let second = scan.one_or_two_digits()?;
    scan.take(sign)?;
    scan.blanks();
    let third = scan.digits()?;
    // A dot at the end belongs to the notation of Korean Excel: `2026. 11. 18.`
    let _ = scan.take('.');
    match (first.count, third.count) {
        (2 | 4, 1 | 2) => day_of(year(first)?, second, third.value),
        (1 | 2, 4) => day_before_year(first.value, second, third.value),
        _ => None,
    }
}

fn year(digits: Digits) -> Option<u32> {
    match digits.count {
        2 => Some(2000 + digits.value),
        4 => Some(digits.value),
        _ => None,
    }
}

/// Day and month in either order, if there is no doubt.
fn day_before_year(first: u32, second: u32, year: u32) -> Option<NaiveDate> {
    match (day_of(year, first, second), day_of(year, second, first)) {
        (Some(day), None) | (None, Some(day)) => Some(day),
        (Some(day), Some(other)) if day == other => Some(day),
        _ => None,
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Takes a weekday if one comes next. A single syllable stands apart: `18일` is a day of the month.
fn take_weekday(scan: &mut Scan<'_>, has_gap: bool) -> Option<chrono::Weekday> {
    let end = if scan.rest.starts_with('(') {
        scan.rest.find(')')? + 1
    } else {
        let is_letter = |c: char| c.is_alphabetic();
        let end = scan.rest.find(|c| !is_letter(c)).unwrap_or(scan.rest.len());
        if !has_gap && !scan.rest[..end].ends_with("요일") {
            return None;
        }
        end
    };
    let weekday = parse_weekday(&scan.rest[..end])?;
    scan.rest = &scan.rest[end..];
    Some(weekday)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_is_read_in_every_notation_of_the_office() {
        let wanted = NaiveDate::from_ymd_opt(2026, 11, 8);
        for text in [
            "20261108",
            "2026-11-08",
            "2026-11-8",
            "2026.11.08",
            "2026/11/8",
            "2026. 11. 8",
            "2026. 11. 8.",
            "2026.11.08.",
            "2026년 11월 8일",
            "2026년11월08일",
            "26년 11월 8일",
            "26-11-08",
            "26.11.8",
            " 2026-11-08\u{A0}",
            "\u{FEFF}2026-11-08\u{200B}",
            "2026-11-08 (일)",
            "2026-11-08(일)",
            "2026.11.08 일",
            "2026년 11월 8일 일요일",
            "2026년 11월 8일일요일",
            "2026-11-08 Sun",
            "2026-11-08 (Sunday)",
            "2026-11-08 19:30",
            "2026-11-08T19:30:00",
            "2026-11-08T00:00:00.000",
            "2026. 11. 8. 오후 7:30",
            "2026-11-08 (일) 19:30",
            "2026-11-08(일)19:30",
            "2026년 11월 8일 (일) 19시 30분",
        ] {
            assert_eq!(parse_day(text), wanted, "{text}");
            assert!(!read_day(text).unwrap().has_other_weekday, "{text}");
        }
    }

    #[test]
    fn a_year_at_the_end_is_read_where_day_and_month_are_clear() {
        assert_eq!(parse_day("18.11.2026"), NaiveDate::from_ymd_opt(2026, 11, 18));
        assert_eq!(parse_day("11/18/2026"), NaiveDate::from_ymd_opt(2026, 11, 18));
        assert_eq!(parse_day("11-11-2026"), NaiveDate::from_ymd_opt(2026, 11, 11));
        for doubtful in ["11/12/2026", "1.2.2026", "11/18/26"] {
            assert_eq!(parse_day(doubtful), None, "{doubtful}");
        }
    }

    #[test]
    fn anything_else_is_no_day() {
        for none in [
            "",
            "11-18",
            "11월 18일",
            "18",
            "46345",
            "2026-11",
            "2026-11-31",
            "2026-11.18",
            "2026-11-18-19",
            "2026 11 18",
            "2026 - 11 - 18",
            "202611-18",
            "6-11-18",
            "026-11-18",
            "2026-011-18",
            "+20261118",
            "261118",
            "2026-11-18x",
            "2026-11-18일",
            "2026-11-18 휴관",
            "2026-11-18 (수",
            "2026-11-18T",
            "2026-11-18T19:30:00Z",
            "2026-11-18 25:00",
            "2026-11-1819:30",
            "~2026-11-18",
            "2026-11-18 ~ 2026-11-20",
            "1949-12-31",
            "0226-11-18",
            "２０２６-11-18",
            "합계",
        ] {
            assert_eq!(parse_day(none), None, "{none}");
        }
    }

    #[test]
    fn a_weekday_of_another_day_is_seen() {
        for text in ["2026-11-18 (목)", "2026-11-18 Sunday", "2026년 11월 18일 월요일"] {
            assert!(read_day(text).unwrap().has_other_weekday, "{text}");
        }
    }

    #[test]
    fn the_time_behind_a_day_is_kept() {
        let time = |text| read_day(text).unwrap().time.map(|time| time.0);
        assert_eq!(time("2026-11-18 (수) 오후 7:30"), Some(1_170));
        assert_eq!(time("2026-11-18"), None);
    }

    const NOTATIONS: [&str; 12] = [
        "%Y-%m-%d",
        "%Y.%m.%d",
        "%Y/%m/%d",
        "%Y%m%d",
        "%Y. %-m. %-d",
        "%Y. %-m. %-d.",
        "%Y년 %-m월 %-d일",
        "%y-%m-%d",
        "%y년 %m월 %d일",
        "%Y-%m-%d (%a)",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%dT%H:%M:%S",
    ];

    proptest! {
        #[test]
        fn a_written_day_is_that_day(days in 0..36_000_u64, notation in 0..NOTATIONS.len()) {
            let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days);
            let moment = day.and_hms_opt(19, 30, 0).unwrap();
            let text = moment.format(NOTATIONS[notation]).to_string();
            let read = read_day(&text).unwrap();
            prop_assert_eq!(read.day, day, "{}", text);
            prop_assert!(!read.has_other_weekday);
        }

        #[test]
        fn a_year_at_the_end_is_never_guessed(days in 0..36_000_u64, day_first: bool) {
            let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days);
            let text = day.format(if day_first { "%d/%m/%Y" } else { "%m/%d/%Y" }).to_string();
            let read = parse_day(&text);
            let is_clear = day.day() > 12 || day.day() == day.month();
            prop_assert_eq!(read, is_clear.then_some(day), "{}", text);
        }

        #[test]
        fn any_text_is_answered(text in "[0-9./년월일 ():T수-]{0,20}|.{0,20}") {
            let _ = read_day(&text);
        }
    }
}
