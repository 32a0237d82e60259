//! Days and instants of the predecessor, whose columns know no zone.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use domain::calendar::supported_days;
use thiserror::Error;

/// A day beyond what any field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeyondRange;

/// The date as it is written, whatever its time of day.
pub fn day(written: NaiveDateTime) -> Result<NaiveDate, BeyondRange> {
    let day = written.date();
    if supported_days().contains(day) {
        Ok(day)
    } else {
        Err(BeyondRange)
    }
}

/// Where the old server's clock hung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Tz);

/// A text that names no zone.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a time zone by its IANA name, such as Asia/Seoul")]
pub struct UnknownZone;

impl Zone {
    /// What the clock showed, as an instant. An hour that was there twice is the first, one that was skipped the next.
    pub fn instant(self, clock: NaiveDateTime) -> DateTime<Utc> {
        let read = |clock: NaiveDateTime| match self.0.from_local_datetime(&clock) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => Some(instant.to_utc()),
            LocalResult::None => None,
        };
        read(clock)
            .or_else(|| read(clock + TimeDelta::hours(1)))
            .unwrap_or_else(|| clock.and_utc())
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        name.parse().map(Self).map_err(|_| UnknownZone)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn the_date_is_right_at_any_time_of_day() {
        for time in ["00:00:00", "09:00:00", "15:00:00", "23:59:59"] {
            let day = day(at(&format!("2026-10-05T{time}")));
            assert_eq!(day, Ok("2026-10-05".parse().unwrap()));
        }
        assert_eq!(day(at("1899-12-31T00:00:00")), Err(BeyondRange));
        assert!(day(at("2100-12-31T12:00:00")).is_ok() && day(at("2101-01-01T00:00:00")).is_err());
    }

    #[test]
    fn a_clock_is_read_where_it_hung() {
        let seoul: Zone = "Asia/Seoul".parse().unwrap();
        assert_eq!(
            seoul.instant(at("2026-11-19T17:03:35")).to_rfc3339(),
            "2026-11-19T08:03:35+00:00"
        );
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        // Skipped, and there twice.
        assert_eq!(
            berlin.instant(at("2026-03-29T02:30:00")).to_rfc3339(),
            "2026-03-29T01:30:00+00:00"
        );
        assert_eq!(
            berlin.instant(at("2026-10-25T02:30:00")).to_rfc3339(),
            "2026-10-25T00:30:00+00:00"
        );
        assert_eq!("Seoul".parse::<Zone>(), Err(UnknownZone));
        assert_eq!(seoul.to_string(), "Asia/Seoul");
    }
}
