//! What a day and a time of day are: numbers of spreadsheets, and every way in which people write them.
//!
//! This is the one place that knows it, for sheets of sales, CSV files and lists alike.

mod scan;
mod time;
mod weekday;
mod written;

use chrono::{Datelike, Days, NaiveDate};

pub(crate) use self::time::MinuteOfDay;
pub(crate) use self::weekday::weekday_of;
pub(crate) use self::written::{parse_day, read_day};
use crate::number::whole_number;

/// From which day a spreadsheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateSystem {
    /// 1 is 1 January 1900, and there is a 29 February 1900, number 60.
    Since1900,
    /// 0 is 1 January 1904.
    Since1904,
}

/// 31 December 9999, the last day of a spreadsheet.
const LAST_SERIAL_1900: f64 = 2_958_465.0;
/// Days between the two systems.
const SYSTEMS_APART: f64 = 1_462.0;
const FICTITIOUS_LEAP_DAY: u64 = 60;
/// No day of sale or performance lies before this year; smaller numbers are counts.
const EARLIEST_YEAR: i32 = 1950;

impl DateSystem {
    /// The day of a number: a serial number, its fraction left aside, or eight digits such as `20261118`.
    pub(crate) fn day(self, number: f64) -> Option<NaiveDate> {
        let day = self.serial_day(number).or_else(|| day_of_digits(number))?;
        is_of_our_time(day).then_some(day)
    }

    /// Whether a number is a small whole one: smaller than every day, so that it counts something.
    pub(crate) fn is_count(self, number: f64) -> bool {
        (0.0..=LAST_SERIAL_1900).contains(&number) && whole_number(number).is_some() && self.day(number).is_none()
    }

    /// The day that a spreadsheet shows for a serial number.
    fn serial_day(self, serial: f64) -> Option<NaiveDate> {
        let since_1900 = match self {
            Self::Since1900 => serial.floor(),
            Self::Since1904 => serial.floor() + SYSTEMS_APART,
        };
        if serial < 0.0 || !(1.0..=LAST_SERIAL_1900).contains(&since_1900) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number between 1 and 2 958 465"
        )]
        let days = since_1900 as u64;
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        match days {
            FICTITIOUS_LEAP_DAY => None,
            1..FICTITIOUS_LEAP_DAY => epoch.checked_add_days(Days::new(days + 1)),
            _ => epoch.checked_add_days(Days::new(days)),
        }
    }
}

/// Whether a day is late enough to be one of a sale or performance.
fn is_of_our_time(day: NaiveDate) -> bool {
    day.year() >= EARLIEST_YEAR
}

/// Eight digits, as a number: year, month, day.
fn day_of_digits(number: f64) -> Option<NaiveDate> {
    let digits = u32::try_from(whole_number(number)?).ok()?;
    let has_eight = (10_000_000..=99_999_999).contains(&digits);
    let year = i32::try_from(digits / 10_000).ok().filter(|_| has_eight)?;
    NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::DateSystem::{Since1900, Since1904};
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn serial_numbers_are_days_of_either_system() {
        assert_eq!(Since1900.serial_day(1.0), day("1900-01-01"));
        assert_eq!(Since1900.serial_day(59.0), day("1900-02-28"));
        assert_eq!(Since1900.serial_day(60.0), None);
        assert_eq!(Since1900.serial_day(61.0), day("1900-03-01"));
        assert_eq!(Since1904.serial_day(0.0), day("1904-01-01"));
        assert_eq!(Since1900.day(46_345.812_5), day("2026-11-19"));
        assert_eq!(Since1904.day(44_883.0), day("2026-11-19"));
        assert_eq!(Since1900.day(2_958_465.9), day("9999-12-31"));
        assert_eq!(Since1904.day(2_957_003.0), day("9999-12-31"));
    }

    #[test]
    fn a_number_is_a_day_from_1950_on() {
        assert_eq!(Since1900.day(18_264.0), day("1950-01-01"));
        assert_eq!(Since1904.day(16_802.0), day("1950-01-01"));
        for small in [0.0, 1.0, 89.0, 2_026.0, 18_263.0] {
            assert_eq!(Since1900.day(small), None, "{small}");
            assert!(Since1900.is_count(small), "{small}");
        }
        for none in [0.999, -5.0, 18_263.5, 2_958_466.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(Since1900.day(none), None, "{none}");
            assert!(!Since1900.is_count(none), "{none}");
        }
        assert!(!Since1900.is_count(46_345.0));
    }

    #[test]
    fn eight_digits_are_a_day_as_they_are_written() {
        for system in [Since1900, Since1904] {
            assert_eq!(system.day(20_261_118.0), day("2026-11-18"));
            for none in [20_261_131.0, 20_261_118.5, 202_611_180.0, 19_491_231.0] {
                assert_eq!(system.day(none), None, "{none}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_number_is_never_another_day(days in 0..20_000_u32, fraction in 0.0..0.999_f64) {
            let wanted = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(u64::from(days));
            let since_1900 = f64::from(32_874 + days);
            prop_assert_eq!(Since1900.day(since_1900 + fraction), Some(wanted));
            prop_assert_eq!(Since1904.day(since_1900 - SYSTEMS_APART + fraction), Some(wanted));
            let digits: f64 = wanted.format("%Y%m%d").to_string().parse().unwrap();
            prop_assert_eq!(Since1900.day(digits), Some(wanted));
        }
    }
}
