//! Which old snapshots stay.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use thiserror::Error;

use crate::calendar::monday_of;
use crate::upload::{UploadId, UploadKind};

/// Of the snapshots of one production, all stay for so many days, and then the last of each calendar week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    daily_days: u32,
}

/// Days that are too few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("snapshots of at least {} days stay", Retention::LEAST_DAYS)]
pub struct TooFewDays;

impl Retention {
    /// Forecasts are scored up to 100 days ahead, and alerts look a month back: neither must lose what it rests on.
    pub const LEAST_DAYS: u32 = 100;

    /// All snapshots stay for so many days.
    pub fn of_days(daily_days: u32) -> Result<Self, TooFewDays> {
        (daily_days >= Self::LEAST_DAYS)
            .then_some(Self { daily_days })
            .ok_or(TooFewDays)
    }

    /// For so many days.
    pub fn daily_days(self) -> u32 {
        self.daily_days
    }

    /// The first record date of which all snapshots stay today.
    pub fn daily_from(self, today: NaiveDate) -> NaiveDate {
        let days = Days::new(u64::from(self.daily_days));
        today.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
    }

    /// The uploads whose snapshots go, of all of one production whose rows are there; oldest first.
    ///
    /// What reports read never goes, nor what stands behind it: of each kind the greatest record date that is live stays with
    /// all that was ever uploaded for it, so that a withdrawal brings back what was there.
    pub fn evicted(self, today: NaiveDate, stored: &[StoredSnapshot]) -> Vec<UploadId> {
        let daily_from = self.daily_from(today);
        let mut last_of_week = BTreeMap::new();
        let mut current = BTreeMap::new();
        for snapshot in stored.iter().filter(|snapshot| snapshot.is_live) {
            let (kind, day) = (snapshot.kind.code(), snapshot.record_date);
            let last = last_of_week.entry((kind, monday_of(day))).or_insert(day);
            *last = day.max(*last);
            let newest = current.entry(kind).or_insert(day);
            *newest = day.max(*newest);
        }
        let stays = |snapshot: &StoredSnapshot| {
            let (kind, day) = (snapshot.kind.code(), snapshot.record_date);
            day >= daily_from
                || current.get(kind) == Some(&day)
                || (snapshot.is_live && last_of_week.get(&(kind, monday_of(day))) == Some(&day))
        };
        let going = stored.iter().filter(|snapshot| !stays(snapshot));
        let going: BTreeSet<_> = going.map(|snapshot| (snapshot.record_date, snapshot.upload)).collect();
        going.into_iter().map(|(_, upload)| upload).collect()
    }
}

/// A snapshot whose rows are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredSnapshot {
    /// The upload that it was read from.
    pub upload: UploadId,
    /// What it is about.
    pub kind: UploadKind,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// Whether it is the live one of its record date; else it was superseded or withdrawn.
    pub is_live: bool,
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const KINDS: [UploadKind; 2] = [UploadKind::Sales, UploadKind::Buyers];

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn retention() -> Retention {
        Retention::of_days(400).unwrap()
    }

    /// The days of one season and what was uploaded for them: of each record date and kind the last upload is live, but where
    /// all were withdrawn.
    fn uploads() -> impl Strategy<Value = Vec<StoredSnapshot>> {
        vec((0_u64..900, any::<bool>(), 0_u8..4), 0..250).prop_map(|uploads| {
            let mut stored = Vec::new();
            let mut seen = BTreeSet::new();
            for (number, (days, is_about_sales, withdrawn)) in uploads.into_iter().enumerate() {
                let kind = KINDS[usize::from(!is_about_sales)];
                let record_date = day("2024-01-01") + Days::new(days);
                let is_first = seen.insert((kind.code(), record_date));
                stored.push(StoredSnapshot {
                    upload: UploadId(Uuid::from_u128(number as u128)),
                    kind,
                    record_date,
                    is_live: is_first && withdrawn != 0,
                });
            }
            stored
        })
    }

    fn current(stored: &[StoredSnapshot], kind: UploadKind) -> Option<NaiveDate> {
        let live = stored
            .iter()
            .filter(|snapshot| snapshot.is_live && snapshot.kind == kind);
        live.map(|snapshot| snapshot.record_date).max()
    }

    fn left(stored: &[StoredSnapshot], gone: &[UploadId]) -> Vec<StoredSnapshot> {
        let stays = |snapshot: &&StoredSnapshot| !gone.contains(&snapshot.upload);
        stored.iter().filter(stays).copied().collect()
    }

    #[test]
    fn of_three_years_the_last_400_days_and_the_sundays_before_are_left() {
        let from = day("2024-01-01");
        let stored: Vec<_> = (0..1_096)
            .map(|days| StoredSnapshot {
                upload: UploadId(Uuid::from_u128(days)),
                kind: UploadKind::Sales,
                record_date: from + Days::new(u64::try_from(days).unwrap()),
                is_live: true,
            })
            .collect();
        let today = day("2026-12-31");
        let gone = retention().evicted(today, &stored);
        let left = left(&stored, &gone);
        let daily_from = retention().daily_from(today);
        assert_eq!(daily_from, day("2025-11-26"));
        assert_eq!(left.iter().filter(|of| of.record_date >= daily_from).count(), 401);
        let weekly: Vec<_> = left.iter().filter(|of| of.record_date < daily_from).collect();
        assert!(weekly.iter().all(|of| of.record_date.weekday() == chrono::Weekday::Sun));
        assert_eq!(weekly.len(), 99);
    }

    #[test]
    fn what_is_current_stays_with_what_it_replaced_however_old_it_is() {
        let of = |number: u128, date: &str, is_live| StoredSnapshot {
            upload: UploadId(Uuid::from_u128(number)),
            kind: UploadKind::Sales,
            record_date: day(date),
            is_live,
        };
        let stored = [
            of(1, "2020-03-01", true),
            of(2, "2020-03-02", true),
            of(3, "2020-03-03", false),
            of(4, "2020-03-03", true),
            // Withdrawn: nothing is current of this day.
            of(5, "2020-03-04", false),
        ];
        let gone = retention().evicted(day("2026-11-30"), &stored);
        assert_eq!(gone, [2, 5].map(|number| UploadId(Uuid::from_u128(number))));
    }

    #[test]
    fn too_few_days_are_refused() {
        assert_eq!(Retention::of_days(99), Err(TooFewDays));
        assert_eq!(Retention::of_days(100).unwrap().daily_days(), 100);
        assert_eq!(
            Retention::of_days(u32::MAX).unwrap().daily_from(day("2026-11-30")),
            NaiveDate::MIN
        );
    }

    proptest! {
        #[test]
        fn what_reports_read_and_what_is_young_stays(stored in uploads(), today in 0_u64..1_400) {
            let today = day("2024-01-01") + Days::new(today);
            let gone = retention().evicted(today, &stored);
            let daily_from = retention().daily_from(today);
            for snapshot in &stored {
                if gone.contains(&snapshot.upload) {
                    prop_assert!(snapshot.record_date < daily_from);
                    prop_assert_ne!(Some(snapshot.record_date), current(&stored, snapshot.kind));
                }
            }
            for kind in KINDS {
                prop_assert_eq!(current(&left(&stored, &gone), kind), current(&stored, kind));
            }
        }

        #[test]
        fn each_week_keeps_its_last_live_one_and_of_old_weeks_no_other(stored in uploads(), today in 0_u64..1_400) {
            let today = day("2024-01-01") + Days::new(today);
            let left = left(&stored, &retention().evicted(today, &stored));
            let daily_from = retention().daily_from(today);
            for kind in KINDS {
                let of_kind = |all: &[StoredSnapshot]| -> BTreeMap<NaiveDate, BTreeSet<NaiveDate>> {
                    let mut weeks = BTreeMap::<_, BTreeSet<_>>::new();
                    for snapshot in all.iter().filter(|snapshot| snapshot.is_live && snapshot.kind == kind) {
                        weeks.entry(monday_of(snapshot.record_date)).or_default().insert(snapshot.record_date);
                    }
                    weeks
                };
                let (before, after) = (of_kind(&stored), of_kind(&left));
                prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
                for (monday, days) in after {
                    prop_assert_eq!(days.last(), before[&monday].last());
                    prop_assert!(days.iter().filter(|day| **day < daily_from).count() <= 1);
                }
            }
        }

        #[test]
        fn evicting_each_day_leaves_what_evicting_once_does(
            stored in uploads(),
            days in vec(0_u64..1_400, 0..8),
            last in 0_u64..1_400,
        ) {
            let mut days: Vec<_> = days.into_iter().filter(|day| *day < last).collect();
            days.sort_unstable();
            let mut there = stored.clone();
            for today in days.into_iter().chain([last]) {
                let today = day("2024-01-01") + Days::new(today);
                there = left(&there, &retention().evicted(today, &there));
            }
            let once = left(&stored, &retention().evicted(day("2024-01-01") + Days::new(last), &stored));
            prop_assert_eq!(there, once);
        }

        #[test]
        fn the_order_in_which_snapshots_are_told_does_not_matter(stored in uploads(), today in 0_u64..1_400) {
            let today = day("2024-01-01") + Days::new(today);
            let mut turned = stored.clone();
            turned.reverse();
            prop_assert_eq!(retention().evicted(today, &stored), retention().evicted(today, &turned));
        }
    }
}
