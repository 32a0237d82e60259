//! ISO 8601 dates, times and durations, which some formats write, as the serial numbers that others have.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::rows::dates::DateSystem;

const SECONDS_OF_DAY: f64 = 86_400.0;

/// The serial number of `2026-11-19`, `2026-11-19T19:30:00`, `19:30:00` or `PT19H30M00S`.
pub(super) fn serial(text: &str, system: DateSystem) -> Option<f64> {
    let text = text.trim();
    if let Some(duration) = text.strip_prefix('P') {
        return duration_days(duration);
    }
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (Some(day), Some(time)),
        None if text.contains(':') => (None, Some(text)),
        None => (Some(text), None),
    };
    let days = day.map_or(Some(0.0), |day| day_serial(day, system))?;
    let fraction = time.map_or(Some(0.0), time_fraction)?;
    Some(days + fraction)
}

fn day_serial(text: &str, system: DateSystem) -> Option<f64> {
    let day: NaiveDate = text.parse().ok()?;
    // The days from which programs count, where they mean no day but a time.
    let is_epoch = |day: NaiveDate| day.year() == 1899 && day.month() == 12 && day.day() >= 30;
    if is_epoch(day) {
        return Some(0.0);
    }
    let epoch = match system {
        DateSystem::Since1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        DateSystem::Since1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
    };
    let days = i32::try_from((day - epoch).num_days()).ok()?;
    // Before the fictitious 29 February 1900 the numbers are one less.
    let days = if system == DateSystem::Since1900 && (0..=60).contains(&days) {
        days - 1
    } else {
        days
    };
    Some(f64::from(days))
}

fn time_fraction(text: &str) -> Option<f64> {
    let text = text.strip_suffix('Z').unwrap_or(text);
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .into_iter()
        .find_map(|format| NaiveTime::parse_from_str(text, format).ok())?;
    Some((f64::from(time.num_seconds_from_midnight()) + f64::from(time.nanosecond()) / 1e9) / SECONDS_OF_DAY)
}

/// Reads what follows the `P` of a duration of days, hours, minutes and seconds.
fn duration_days(text: &str) -> Option<f64> {
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let mut seconds = match days.strip_suffix('D') {
        Some(days) => days.parse::<f64>().ok()? * SECONDS_OF_DAY,
        None if days.is_empty() => 0.0,
        None => return None,
    };
    let mut number = String::new();
    for c in time.chars() {
        let unit = match c {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            // Some programs write a comma as the decimal point.
            ',' => {
                number.push('.');
                continue;
            }
            _ => return None,
        };
        seconds += number.parse::<f64>().ok()? * unit;
        number.clear();
    }
    number.is_empty().then_some(seconds / SECONDS_OF_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_and_durations_become_serial_numbers() {
        let of = |text| serial(text, DateSystem::Since1900);
        assert_eq!(of("2026-11-19"), Some(46_345.0));
        assert_eq!(of("2026-11-19T19:30:00"), Some(46_345.812_5));
        assert_eq!(of("19:30"), Some(0.812_5));
        assert_eq!(of("PT19H30M00S"), Some(0.812_5));
        assert_eq!(of("PT24H"), Some(1.0));
        assert_eq!(of("P1DT12H"), Some(1.5));
        assert_eq!(of("1900-01-01"), Some(1.0));
        assert_eq!(of("1899-12-30T19:30:00"), Some(0.812_5));
        assert_eq!(of("1899-12-31T19:30:00.000Z"), Some(0.812_5));
        assert_eq!(serial("1899-12-30T19:30:00", DateSystem::Since1904), Some(0.812_5));
        assert_eq!(serial("2026-11-19", DateSystem::Since1904), Some(44_883.0));
        for wrong in ["", "P1Y", "PT1", "2026-13-01", "합계", "PTS", "25:00:00"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
