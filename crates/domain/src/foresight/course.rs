//! How a run sold so far, day by day and cleaned (Foresight 1).

use super::data::{Performance, Run};
use super::numbers::{count, day_number, day_of, days, index, median, real, whole};
use super::parameters::USUAL_SALE_DAYS;

/// A first snapshot that comes more days than this after the sale start tells a level, not how it came about.
const MAX_FILLED_DAYS: usize = 7;

/// Cumulative seats at the close of each day from the sale start to a day, cleaned.
#[derive(Debug, Clone)]
pub(super) struct Course {
    /// `s₀`.
    pub(super) start: i32,
    /// `t`: the record date of the newest record.
    pub(super) until: i32,
    /// First day whose sales are known as sales of that day.
    pub(super) first_cell: i32,
    /// `C_i(d)` by performance and by day after `start`.
    sold: Vec<Vec<f64>>,
    /// `o_i` by performance: first day on sale.
    pub(super) opened: Vec<i32>,
}

impl Course {
    /// What was known at the close of day `as_of`; `None` without a record from the sale start on.
    pub(super) fn new(run: &Run, as_of: i32) -> Option<Self> {
        let start = day_number(run.first_sale_day()?);
        let known: Vec<_> = run
            .known(day_of(as_of))
            .iter()
            .filter(|record| day_number(record.day) >= start)
            .collect();
        let positions: Vec<usize> = known
            .iter()
            .map(|record| index(day_number(record.day) - start))
            .collect();
        let (first, last) = (*positions.first()?, *positions.last()?);
        let sold: Vec<Vec<f64>> = (0..run.performances().len())
            .map(|i| {
                let levels: Vec<f64> = known.iter().map(|record| real(record.sold_seats[i])).collect();
                without_one_day_restatements(&filled(&positions, &levels))
            })
            .collect();
        let until = start + days(last);
        let opened = opening_days(run.performances(), &sold, start, until);
        let first_cell = if first > MAX_FILLED_DAYS {
            start + days(first) + 1
        } else {
            start
        };
        Some(Self {
            start,
            until,
            first_cell,
            sold,
            opened,
        })
    }

    /// First day at whose close it is known what was sold: of a very late first record its own.
    pub(super) fn first_known(&self) -> i32 {
        (self.first_cell - 1).max(self.start)
    }

    /// `C_i(d)`: 0 before the sale start, the newest level after the newest record.
    pub(super) fn sold_by(&self, performance: usize, day: i32) -> f64 {
        if day < self.start {
            return 0.0;
        }
        let curve = &self.sold[performance];
        curve
            .get(index(day - self.start))
            .or(curve.last())
            .copied()
            .unwrap_or(0.0)
    }

    /// `y_i(d)`.
    pub(super) fn sold_on(&self, performance: usize, day: i32) -> f64 {
        self.sold_by(performance, day) - self.sold_by(performance, day - 1)
    }
}

/// Levels of every day up to the last known one, on straight lines between the known ones.
fn filled(positions: &[usize], levels: &[f64]) -> Vec<f64> {
    let (first, level) = (positions[0], levels[0]);
    let mut curve: Vec<f64> = (0..=first)
        .map(|day| {
            if first > MAX_FILLED_DAYS || first == 0 {
                level
            } else {
                level * count(day) / count(first)
            }
        })
        .collect();
    for ((from, to), (low, high)) in positions
        .iter()
        .zip(&positions[1..])
        .zip(levels.iter().zip(&levels[1..]))
    {
        let step = (high - low) / count(to - from);
        curve.extend((1..to - from).map(|day| low + step * count(day)));
        curve.push(*high);
    }
    curve
}

/// Each inner day becomes the median of itself and its neighbours.
fn without_one_day_restatements(curve: &[f64]) -> Vec<f64> {
    let mut cleaned = curve.to_vec();
    for (middle, three) in cleaned.iter_mut().skip(1).zip(curve.windows(3)) {
        let (low, high) = (three[0].min(three[2]), three[0].max(three[2]));
        *middle = three[1].clamp(low, high);
    }
    cleaned
}

/// `o_i`: the first day with sales; for a performance without any, when it may be expected.
fn opening_days(performances: &[Performance], sold: &[Vec<f64>], start: i32, until: i32) -> Vec<i32> {
    let seen: Vec<Option<i32>> = sold
        .iter()
        .map(|curve| curve.iter().position(|sold| *sold > 0.0).map(|day| start + days(day)))
        .map(|day| day.map(|day| if day <= start + 1 { start } else { day }))
        .collect();
    let later: Vec<f64> = performances
        .iter()
        .zip(&seen)
        .filter_map(|(performance, opened)| {
            opened
                .filter(|day| *day > start + 7)
                .map(|day| performance.number() - day)
        })
        .map(f64::from)
        .collect();
    let usual = i32::try_from(whole(median(&later).unwrap_or(USUAL_SALE_DAYS))).unwrap_or(0);
    performances
        .iter()
        .zip(seen)
        .map(|(performance, opened)| opened.unwrap_or_else(|| (until + 1).max(performance.number() - usual)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{filled, without_one_day_restatements};

    #[test]
    fn a_gap_is_filled_with_a_straight_line() {
        assert_eq!(
            filled(&[0, 4, 5], &[10.0, 30.0, 31.0]),
            [10.0, 15.0, 20.0, 25.0, 30.0, 31.0]
        );
    }

    #[test]
    fn a_late_first_snapshot_is_reached_from_zero_a_very_late_one_is_a_level() {
        assert_eq!(filled(&[2], &[30.0]), [0.0, 15.0, 30.0]);
        assert_eq!(filled(&[8], &[30.0]), [30.0; 9]);
    }

    #[test]
    fn a_restated_day_vanishes_once_another_follows() {
        assert_eq!(
            without_one_day_restatements(&[1.0, 2.0, 90.0, 4.0, 5.0]),
            [1.0, 2.0, 4.0, 5.0, 5.0]
        );
        assert_eq!(without_one_day_restatements(&[1.0, 2.0, 90.0]), [1.0, 2.0, 90.0]);
        assert_eq!(without_one_day_restatements(&[7.0]), [7.0]);
    }
}
