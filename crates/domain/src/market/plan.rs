use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Timelike, Utc};

use crate::calendar::{DateRange, in_kst, shift};

/// Days of bookings that are read again in the morning: past ones are corrected.
const MORNING_DAYS: i64 = 31;
const AFTERNOON_DAYS: i64 = 7;
/// Days whose lists of ranks are read in the morning.
const MORNING_RANKS: i64 = 7;
/// Days ahead whose shows are read.
const SHOW_DAYS: i64 = 93;

/// When it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitting {
    /// All that is read every day; also when somebody asks for it.
    Morning,
    /// What was new in the afternoon.
    Afternoon,
}

impl Sitting {
    /// That of a time of the schedule: before noon in Seoul it is the morning's.
    pub fn at(slot: DateTime<Utc>) -> Self {
        if in_kst(slot).hour() < 12 {
            Self::Morning
        } else {
            Self::Afternoon
        }
    }
}

/// What is read besides history. Days come newest first, as the newest matter most where the budget does not last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Bookings of these days, a call for each: a call sums its days up.
    pub bookings: Vec<NaiveDate>,
    /// Ranks of these days, a call for each genre.
    pub ranks: Vec<NaiveDate>,
    /// Shows that play in these days.
    pub shows: Option<DateRange>,
}

impl Plan {
    /// What a sitting of this day reads.
    pub fn new(sitting: Sitting, today: NaiveDate) -> Self {
        let (bookings, ranks) = match sitting {
            Sitting::Morning => (MORNING_DAYS, MORNING_RANKS),
            Sitting::Afternoon => (AFTERNOON_DAYS, 1),
        };
        let shows = || DateRange::new(today, shift(today, SHOW_DAYS - 1));
        Self {
            bookings: before(today, bookings).collect(),
            ranks: before(today, ranks).collect(),
            shows: (sitting == Sitting::Morning).then(shows).flatten(),
        }
    }
}

/// So many days before a day, newest first.
fn before(day: NaiveDate, days: i64) -> impl Iterator<Item = NaiveDate> {
    (1..=days).map(move |ago| shift(day, -ago))
}

/// How many calls of those left today history may take: at most half.
pub fn history_calls(budget_left: u32) -> usize {
    (budget_left / 2) as usize
}

/// The days further back whose bookings were never asked for, newest first, as far back as is wanted.
pub fn history(today: NaiveDate, history_days: u32, asked: &BTreeSet<NaiveDate>, calls: usize) -> Vec<NaiveDate> {
    before(today, i64::from(history_days))
        .skip(usize::try_from(MORNING_DAYS).unwrap_or(0))
        .filter(|day| !asked.contains(day))
        .take(calls)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_hour_in_seoul_says_which_sitting_it_is() {
        assert_eq!(Sitting::at("2026-11-30T01:30:00Z".parse().unwrap()), Sitting::Morning);
        assert_eq!(Sitting::at("2026-11-30T06:30:00Z".parse().unwrap()), Sitting::Afternoon);
        assert_eq!(Sitting::at("2026-11-29T15:00:00Z".parse().unwrap()), Sitting::Morning);
    }

    #[test]
    fn the_morning_reads_a_month_and_the_afternoon_a_week_and_yesterday() {
        let morning = Plan::new(Sitting::Morning, day("2026-11-30"));
        assert_eq!((morning.bookings.len(), morning.ranks.len()), (31, 7));
        assert_eq!(
            (morning.bookings[0], morning.bookings[30]),
            (day("2026-11-29"), day("2026-10-30"))
        );
        assert_eq!(morning.shows, DateRange::new(day("2026-11-30"), day("2027-03-02")));
        let afternoon = Plan::new(Sitting::Afternoon, day("2026-11-30"));
        assert_eq!((afternoon.bookings.len(), afternoon.shows), (7, None));
        assert_eq!(afternoon.ranks, [day("2026-11-29")]);
    }

    proptest! {
        #[test]
        fn history_takes_half_of_what_is_left_and_asks_for_no_day_twice(
            left in 0_u32..200, wanted in 0_u32..400, asked in proptest::collection::btree_set(1_i64..400, 0..50),
        ) {
            let today = day("2026-11-30");
            let asked: BTreeSet<NaiveDate> = asked.into_iter().map(|ago| shift(today, -ago)).collect();
            let days = history(today, wanted, &asked, history_calls(left));
            prop_assert!(days.len() <= (left / 2) as usize);
            prop_assert!(days.iter().all(|one| !asked.contains(one)));
            prop_assert!(days.iter().all(|one| *one < shift(today, -31) && *one >= shift(today, -i64::from(wanted))));
            prop_assert!(days.is_sorted_by(|a, b| a > b));
        }
    }
}
