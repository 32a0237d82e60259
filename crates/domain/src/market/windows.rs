use chrono::NaiveDate;

use crate::calendar::{DateRange, shift};

/// As many days KOPIS answers for in one call, both ends included.
pub const MAX_WINDOW_DAYS: i64 = 31;
/// As many rows it answers in one page.
pub const MAX_ROWS: usize = 100;
/// As many pages are asked for.
pub const MAX_PAGES: u32 = 50;

/// A range in pieces that one call may ask for, in order of time.
pub fn windows(range: DateRange) -> impl Iterator<Item = DateRange> {
    let starts = std::iter::successors(Some(range.first()), move |first: &NaiveDate| {
        let next = shift(*first, MAX_WINDOW_DAYS);
        (next > *first && next <= range.last()).then_some(next)
    });
    starts.filter_map(move |first| DateRange::new(first, shift(first, MAX_WINDOW_DAYS - 1).min(range.last())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn windows_hold_each_day_once_and_never_too_many(start in 0_i64..30_000, length in 0_i64..1_000) {
            let first = shift(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap(), start);
            let range = DateRange::new(first, shift(first, length)).unwrap();
            let pieces: Vec<DateRange> = windows(range).collect();
            prop_assert!(pieces.iter().all(|piece| piece.len_days() <= MAX_WINDOW_DAYS));
            let days: Vec<NaiveDate> = pieces.iter().flat_map(|piece| piece.days()).collect();
            prop_assert_eq!(days, range.days().collect::<Vec<_>>());
        }
    }
}
