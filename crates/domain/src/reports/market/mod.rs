//! The market beside one's own figures: bookings by day of purchase, as KOPIS tells them.

pub mod genres;
pub mod index;
pub mod openings;
pub mod rank;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::{DateRange, shift};

/// Won of one genre by day of purchase; days that nobody knows are not in it.
pub type AmountByDay = BTreeMap<NaiveDate, i64>;

/// First and last day that are asked for, where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Asked {
    /// The days that are meant: those before `as_of` where nothing is said. `None` where they would end before they begin.
    fn before(self, as_of: NaiveDate) -> Option<DateRange> {
        let from = self.from.unwrap_or_else(|| shift(as_of, -30));
        let to = self.to.unwrap_or_else(|| shift(as_of, -1));
        DateRange::new(from, to)
    }

    /// The days that are meant: those from `as_of` on where nothing is said.
    fn after(self, as_of: NaiveDate) -> Option<DateRange> {
        let from = self.from.unwrap_or(as_of);
        let to = self.to.unwrap_or_else(|| shift(as_of, 60));
        DateRange::new(from, to)
    }
}

/// What the days of a range come to; unknown when one of them is.
fn known_sum(days: &AmountByDay, range: DateRange) -> Option<i64> {
    let known = days.range(range.first()..=range.last());
    let (count, sum) = known.fold((0, 0), |(count, sum), (_, amount)| (count + 1, sum + amount));
    (count == range.len_days()).then_some(sum)
}
