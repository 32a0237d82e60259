//! Days and times of day: serial numbers of spreadsheets, and written ones.

use chrono::{Days, NaiveDate};

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
const MINUTES_OF_DAY: f64 = 1_440.0;

/// Minutes since midnight, up to 1440, which is midnight of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MinuteOfDay(pub(crate) u16);

impl DateSystem {
    /// The day of a serial number; `None` when no spreadsheet means a day by it.
    pub(crate) fn day(self, serial: f64) -> Option<NaiveDate> {
        let since_1900 = match self {
            Self::Since1900 => serial.floor(),
            Self::Since1904 => serial.floor() + SYSTEMS_APART,
        };
        if serial < 1.0 || !(1.0..=LAST_SERIAL_1900).contains(&since_1900) {
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

impl MinuteOfDay {
    /// The time of day that a number means: its fraction, save that exactly 1 is the end of the day.
    pub(crate) fn from_serial(serial: f64) -> Option<Self> {
        if !serial.is_finite() || serial < 0.0 {
            return None;
        }
        let whole_day = serial.to_bits() == 1.0_f64.to_bits();
        let fraction = if whole_day { 1.0 } else { serial - serial.floor() };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number between 0 and 1440"
        )]
        let minutes = (fraction * MINUTES_OF_DAY).round() as u16;
        Some(Self(minutes))
    }

    /// Reads `HH:MM` or `HH:MM:SS`, up to `24:00:00`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':');
        let hours = two_digits(parts.next()?)?;
        let minutes = two_digits(parts.next()?)?;
        let seconds = parts.next().map_or(Some(0), two_digits)?;
        let end_of_day = (hours, minutes, seconds) == (24, 0, 0);
        if parts.next().is_some() || minutes > 59 || seconds > 59 || (hours > 23 && !end_of_day) {
            return None;
        }
        Some(Self(hours * 60 + minutes + u16::from(seconds >= 30)))
    }
}

/// One or two digits, as in `9:30` and `19:30`.
fn two_digits(text: &str) -> Option<u16> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Reads `YYYY-MM-DD`, `YYYY.MM.DD`, `YYYY/MM/DD` or `YYYYMMDD`.
pub(crate) fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let (month, day) = match bytes.len() {
        8 => (4..6, 6..8),
        10 if matches!(bytes[4], b'-' | b'.' | b'/') && bytes[7] == bytes[4] => (5..7, 8..10),
        _ => return None,
    };
    let number = |range: std::ops::Range<usize>| {
        let digits = bytes.get(range)?;
        digits.iter().try_fold(0_u32, |sum, byte| {
            byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn serial_numbers_are_days_of_either_system() {
        use DateSystem::{Since1900, Since1904};
        assert_eq!(Since1900.day(1.0), day("1900-01-01"));
        assert_eq!(Since1900.day(59.0), day("1900-02-28"));
        assert_eq!(Since1900.day(60.0), None);
        assert_eq!(Since1900.day(61.0), day("1900-03-01"));
        assert_eq!(Since1900.day(46_345.812_5), day("2026-11-19"));
        assert_eq!(Since1904.day(44_883.0), day("2026-11-19"));
        assert_eq!(Since1900.day(2_958_465.9), day("9999-12-31"));
        assert_eq!(Since1904.day(2_957_003.0), day("9999-12-31"));
        for wrong in [0.0, 0.999, -5.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Since1900.day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_is_rounded_to_the_minute_and_never_23_60() {
        let minutes = |serial| MinuteOfDay::from_serial(serial).map(|time| time.0);
        assert_eq!(minutes(0.8125), Some(1_170));
        assert_eq!(minutes(46_345.812_5), Some(1_170));
        assert_eq!(minutes(1.0), Some(1_440));
        assert_eq!(minutes(1.0 - f64::EPSILON), Some(1_440));
        assert_eq!(minutes(2.0), Some(0));
        assert_eq!(minutes(-0.5), None);
        assert_eq!(minutes(f64::NAN), None);
    }

    #[test]
    fn written_times_and_days_are_read_strictly() {
        let minutes = |text| MinuteOfDay::parse(text).map(|time| time.0);
        assert_eq!(minutes("19:30"), Some(1_170));
        assert_eq!(minutes(" 9:05:30 "), Some(546));
        assert_eq!(minutes("23:59:59"), Some(1_440));
        assert_eq!(minutes("24:00"), Some(1_440));
        for wrong in [
            "24:01",
            "19.30",
            "19:60",
            "1930",
            "19:30:00:00",
            "-1:00",
            "",
            "오후 7:30",
        ] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
        for text in ["2026-11-19", "2026.11.19", "2026/11/19", "20261119", " 2026-11-19 "] {
            assert_eq!(parse_day(text), day("2026-11-19"), "{text}");
        }
        for wrong in [
            "2026-11-31",
            "2026-11.19",
            "26-11-19",
            "합계",
            "2026-11-19 10:00",
            "+0261119",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }
}
