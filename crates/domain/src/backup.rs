//! Backups: how they are named, and which are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::Hash;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};
use thiserror::Error;

use crate::calendar::{in_kst, kst_instant, monday_of};

/// Days of which the last backup is kept.
pub const DAYS: usize = 7;
/// Weeks of which the last backup is kept.
pub const WEEKS: usize = 5;
/// Months of which the last backup is kept.
pub const MONTHS: usize = 12;

const FORMAT: &str = "%Y-%m-%dT%H-%M-%S";

/// When a backup was begun, which names it: `2026-11-30T03-30-00`, in Seoul's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackupName(DateTime<Utc>);

impl BackupName {
    /// Of a backup that begins then. Whole seconds count.
    pub fn of(begun_at: DateTime<Utc>) -> Self {
        Self(begun_at.with_nanosecond(0).unwrap_or(begun_at))
    }

    /// When it was begun.
    pub fn begun_at(self) -> DateTime<Utc> {
        self.0
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        in_kst(self.0).format(FORMAT).fmt(f)
    }
}

/// A text that names no backup.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a backup is named as 2026-11-30T03-30-00")]
pub struct InvalidBackupName;

impl FromStr for BackupName {
    type Err = InvalidBackupName;

    fn from_str(text: &str) -> Result<Self, InvalidBackupName> {
        let local = NaiveDateTime::parse_from_str(text, FORMAT).map_err(|_| InvalidBackupName)?;
        let name = Self::of(kst_instant(local).to_utc());
        // One way to write it: what is pruned is found by its name.
        (name.to_string() == text).then_some(name).ok_or(InvalidBackupName)
    }
}

/// Which of these backups are kept: the last of each of the newest [`DAYS`] days, [`WEEKS`] weeks and [`MONTHS`] months that
/// have any. So nothing is forgotten by time alone, while no newer backup is made. Days, weeks and months are Seoul's.
pub fn kept(backups: impl IntoIterator<Item = BackupName>) -> BTreeSet<BackupName> {
    let backups: BTreeSet<_> = backups.into_iter().collect();
    let day = |name: BackupName| in_kst(name.0).date_naive();
    let mut kept = newest_of_each(&backups, DAYS, day);
    kept.append(&mut newest_of_each(&backups, WEEKS, |name| monday_of(day(name))));
    kept.append(&mut newest_of_each(&backups, MONTHS, |name| {
        (day(name).year(), day(name).month())
    }));
    kept
}

fn newest_of_each<P: Ord + Hash>(
    backups: &BTreeSet<BackupName>,
    periods: usize,
    period: impl Fn(BackupName) -> P,
) -> BTreeSet<BackupName> {
    // The last of a period replaces those before it.
    let newest: BTreeMap<P, BackupName> = backups.iter().map(|name| (period(*name), *name)).collect();
    newest.into_values().rev().take(periods).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn name(text: &str) -> BackupName {
        text.parse().unwrap()
    }

    /// Seconds since 2026, over four years.
    fn at(second: i64) -> BackupName {
        BackupName::of(name("2026-01-01T00-00-00").begun_at() + TimeDelta::seconds(second))
    }

    #[test]
    fn a_name_is_written_and_read_alike_in_seouls_time() {
        let name = name("2026-11-30T03-30-00");
        assert_eq!(name.begun_at().to_rfc3339(), "2026-11-29T18:30:00+00:00");
        assert_eq!(name.to_string(), "2026-11-30T03-30-00");
        for other in [
            "",
            "manifest.json",
            "2026-11-30",
            "2026-11-30T03-30-0",
            "2026-02-30T00-00-00",
            "originals",
        ] {
            assert_eq!(other.parse::<BackupName>(), Err(InvalidBackupName), "{other}");
        }
    }

    #[test]
    fn of_a_year_and_a_half_of_nights_a_week_five_weeks_and_twelve_months_are_left() {
        let mut there = BTreeSet::new();
        for night in 0..550 {
            there.insert(at(night * 86_400 + 12_600));
            there = kept(there);
        }
        let left: Vec<_> = there.iter().map(|name| name.to_string()[..10].to_owned()).collect();
        // 2027-07-04 is a Sunday.
        let nights = [
            "2026-08-31",
            "2026-09-30",
            "2026-10-31",
            "2026-11-30",
            "2026-12-31",
            "2027-01-31",
            "2027-02-28",
            "2027-03-31",
            "2027-04-30",
            "2027-05-31",
            "2027-06-06",
            "2027-06-13",
            "2027-06-20",
            "2027-06-27",
            "2027-06-28",
            "2027-06-29",
            "2027-06-30",
            "2027-07-01",
            "2027-07-02",
            "2027-07-03",
            "2027-07-04",
        ];
        assert_eq!(left, nights);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_of_what_is_there_with_the_newest_and_no_more_than_said(
            seconds in vec(0_i64..4 * 366 * 86_400, 0..300),
        ) {
            let there: BTreeSet<_> = seconds.into_iter().map(at).collect();
            let kept = kept(there.clone());
            prop_assert!(kept.is_subset(&there));
            prop_assert_eq!(kept.last(), there.last());
            prop_assert!(kept.len() <= DAYS + WEEKS + MONTHS);
            prop_assert!(kept.len() >= there.len().min(DAYS.min(kept.len())));
            prop_assert_eq!(super::kept(kept.clone()), kept);
        }

        #[test]
        fn the_last_of_each_of_the_newest_periods_is_kept(seconds in vec(0_i64..3 * 366 * 86_400, 1..200)) {
            let there: BTreeSet<_> = seconds.into_iter().map(at).collect();
            let kept = kept(there.clone());
            let day = |name: &BackupName| in_kst(name.begun_at()).date_naive();
            for (period, count) in [(10, DAYS), (7, MONTHS)] {
                let of = |name: &BackupName| name.to_string()[..period].to_owned();
                let periods: BTreeSet<_> = there.iter().map(of).collect();
                for newest in periods.iter().rev().take(count) {
                    let last = there.iter().rev().find(|name| of(name) == *newest).unwrap();
                    prop_assert!(kept.contains(last), "the last of {}", newest);
                }
            }
            let weeks: BTreeSet<_> = there.iter().map(|name| monday_of(day(name))).collect();
            for monday in weeks.iter().rev().take(WEEKS) {
                let last = there.iter().rev().find(|name| monday_of(day(name)) == *monday).unwrap();
                prop_assert!(kept.contains(last), "the last of the week of {}", monday);
            }
        }

        #[test]
        fn pruning_now_and_then_leaves_what_pruning_once_does(
            seconds in vec(0_i64..2 * 366 * 86_400, 0..150),
            pruned_after in vec(any::<bool>(), 150),
        ) {
            let all: BTreeSet<_> = seconds.into_iter().map(at).collect();
            let mut there = BTreeSet::new();
            for (backup, prune) in all.iter().zip(pruned_after) {
                there.insert(*backup);
                if prune {
                    there = kept(there);
                }
            }
            prop_assert_eq!(kept(there), kept(all));
        }
    }
}
