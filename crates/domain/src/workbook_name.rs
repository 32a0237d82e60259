//! `<record date>_<production code>_<anything>.<ext>`: what a workbook's file name says.

use chrono::{Datelike, NaiveDate};

use crate::calendar::supported_days;
use crate::production::ProductionCode;

/// What a file name says; either part may be missing or unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkbookName {
    /// `YYYYMMDD` or `YYMMDD` (20YY) at the beginning.
    pub record_date: Option<NaiveDate>,
    /// The second part.
    pub production_code: Option<ProductionCode>,
}

impl WorkbookName {
    /// Reads a file name that is in NFC and free of percent-encoding.
    pub fn parse(file_name: &str) -> Self {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let mut parts = stem.split('_').map(str::trim);
        let record_date = parts.next().and_then(parse_date);
        // Without a date in front, the second part could be anything.
        let production_code = record_date
            .and_then(|_| parts.next())
            .and_then(|code| code.parse().ok());
        Self {
            record_date,
            production_code,
        }
    }
}

/// Years back in which a day without a year is looked for: 29 February comes again within eight.
const YEARS: i32 = 8;

/// The day in which a file name ends, of those up to `today`: `YYYYMMDD`, `YYMMDD` (20YY) or `MMDD`, the latest one. People
/// name their own workbooks so.
pub fn day_at_end(file_name: &str, today: NaiveDate) -> Option<NaiveDate> {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let before = stem.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &stem.trim_end()[before.len()..];
    let day = if digits.len() == 4 {
        let (month, day) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
        let years = (0..=YEARS).map(|ago| today.year() - ago);
        let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        days.find(|day| *day <= today)
    } else {
        parse_date(digits)
    };
    day.filter(|day| *day <= today && supported_days().contains(*day))
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = match text.len() {
        8 => (text[..4].parse().ok()?, &text[4..]),
        6 => (2000 + text[..2].parse::<i32>().ok()?, &text[2..]),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, rest[..2].parse().ok()?, rest[2..].parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Date and code as text; empty for what is missing.
    fn parts(name: &str) -> (String, String) {
        let parsed = WorkbookName::parse(name);
        (
            parsed.record_date.map(|day| day.to_string()).unwrap_or_default(),
            parsed.production_code.map(|code| code.to_string()).unwrap_or_default(),
        )
    }

    #[test]
    fn date_and_code_are_read_from_the_first_two_parts() {
        assert_eq!(
            parts("20261119_PL2612_두 번째 편지.xlsx"),
            ("2026-11-19".to_owned(), "PL2612".to_owned())
        );
        assert_eq!(
            parts("261119_PL2612_x_y.v2.xls"),
            ("2026-11-19".to_owned(), "PL2612".to_owned())
        );
        assert_eq!(
            parts("20261119_PL2612.csv"),
            ("2026-11-19".to_owned(), "PL2612".to_owned())
        );
    }

    #[test]
    fn what_is_not_there_is_missing() {
        assert_eq!(parts("20261319_PL2612_x.xlsx"), (String::new(), String::new()));
        assert_eq!(parts("sales.xlsx"), (String::new(), String::new()));
        assert_eq!(parts("20261119.xlsx"), ("2026-11-19".to_owned(), String::new()));
        assert_eq!(
            parts("20261119_두 번째_x.xlsx"),
            ("2026-11-19".to_owned(), String::new())
        );
        assert_eq!(parts(""), (String::new(), String::new()));
    }

    #[test]
    fn a_name_may_end_in_a_day() {
        let today: NaiveDate = "2026-11-20".parse().unwrap();
        let at_end = |name: &str| day_at_end(name, today).map(|day| day.to_string()).unwrap_or_default();
        for (name, day) in [
            ("두 번째 편지 회차별판매_1118.xlsx", "2026-11-18"),
            // Not yet this year.
            ("두 번째 편지1225.xlsx", "2025-12-25"),
            ("판매_0229.xls", "2024-02-29"),
            ("판매 261120.xlsx", "2026-11-20"),
            ("판매-20261119 .xlsx", "2026-11-19"),
            ("판매 261121.xlsx", ""),
            ("판매_1332.xlsx", ""),
            ("판매_19991231.xlsx", ""),
            ("판매_1_18.xlsx", ""),
            ("판매_111820.xlsx", ""),
            ("판매_120261118.xlsx", ""),
            ("판매_1118 (2).xlsx", ""),
            ("", ""),
        ] {
            assert_eq!(at_end(name), day, "{name}");
        }
    }
}
