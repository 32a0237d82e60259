//! Bands, the shape inside them, and the exposure of a performance's day (Foresight 1).

use super::course::Course;
use super::data::{Performance, Run};
use super::numbers::{count, index, weekday};
use super::parameters::{BAND_STARTS, BANDS, OPENING, SOLD_OUT_SHARE};

/// Days before and after an origin that are looked at: a date that is years off costs no more than a long run.
pub(super) const LONGEST_SALE_DAYS: i32 = 1_100;
/// Index of the band of the first days on sale.
const OPENING_BAND: usize = BANDS - 1;

/// One day of one performance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell {
    pub(super) day: i32,
    pub(super) band: usize,
    /// Exposure without the performance's factors: shape · house · weekday.
    pub(super) exposure: f64,
}

impl Cell {
    /// The cell of a day, whether sold out or not; `None` before the performance is on sale and after it was played.
    pub(super) fn of(performance: &Performance, opened: i32, day: i32, wave: &[f64; 7]) -> Option<Self> {
        let (days_to_go, age) = (performance.number() - day, day - opened);
        if days_to_go < 0 || age < 0 {
            return None;
        }
        let (band, shape) = band_and_shape(days_to_go, age);
        let exposure = shape * performance.house() * wave[weekday(day)];
        Some(Self { day, band, exposure })
    }
}

/// The cells of a performance up to the course's end with their sales, without those from which it was sold out.
pub(super) fn past_cells<'a>(
    run: &'a Run,
    course: &'a Course,
    i: usize,
    wave: &'a [f64; 7],
) -> impl Iterator<Item = (Cell, f64)> + 'a {
    let performance = &run.performances()[i];
    let full = SOLD_OUT_SHARE * performance.house();
    let from = course
        .first_cell
        .max(course.opened[i])
        .max(course.until - LONGEST_SALE_DAYS);
    (from..=course.until.min(performance.number()))
        .filter(move |day| course.sold_by(i, day - 1) < full)
        .filter_map(move |day| Cell::of(performance, course.opened[i], day, wave))
        .map(move |cell| (cell, course.sold_on(i, cell.day)))
}

/// The pooled week of a day: 0 for the seven days up to `origin`, 1 for the next seven.
pub(super) fn week_of(day: i32, origin: i32) -> i32 {
    -(origin - day).div_euclid(7)
}

fn band_and_shape(days_to_go: i32, age: i32) -> (usize, f64) {
    if let Some(shape) = OPENING.get(index(age)) {
        let mean = OPENING.iter().sum::<f64>() / count(OPENING.len());
        return (OPENING_BAND, shape / mean);
    }
    let band = BAND_STARTS.iter().filter(|start| **start <= days_to_go).count();
    let far = BAND_STARTS[BAND_STARTS.len() - 1];
    let shape = if days_to_go >= far {
        (-f64::from(days_to_go - far) / 60.0).exp()
    } else {
        1.0
    };
    (band, shape)
}

#[cfg(test)]
mod tests {
    use super::{band_and_shape, week_of};

    #[test]
    fn bands_begin_where_the_method_says() {
        let band = |days_to_go| band_and_shape(days_to_go, 100).0;
        let firsts = [0, 2, 5, 10, 18, 32, 56];
        for (expected, first) in firsts.into_iter().enumerate() {
            assert_eq!(band(first), expected);
            if first > 0 {
                assert_eq!(band(first - 1), expected - 1);
            }
        }
        assert_eq!(band_and_shape(3, 6).0, 7, "the first seven days on sale");
    }

    #[test]
    fn weeks_count_from_the_origin() {
        let week = |day| week_of(day, 100);
        assert_eq!([100, 94, 93, 101, 107, 108].map(week), [0, 0, -1, 1, 1, 2]);
    }
}
