//! How a run paces against comparable past ones, on an axis of days to go to the last performance.

use chrono::NaiveDate;

use super::answer::Interval;
use super::course::Course;
use super::data::{Performance, Run};
use super::numbers::{count, day_number, days, four_places, index, quantile};

/// Share of all seats sold, by days to go to the last performance. Of a closed run computed once and stored.
#[derive(Debug, Clone, PartialEq)]
pub struct PaceCurve {
    /// Days to go on the first sale day.
    pub(super) first_days_to_go: i32,
    /// Days to go on the first day of which the share is known: later than the first sale day where records began late.
    pub(super) known_days_to_go: i32,
    /// From the first sale day on, day by day.
    pub(super) shares: Vec<f64>,
}

impl PaceCurve {
    /// The curve with what was known at the close of a day; `None` without records, performances or seats.
    pub fn of(run: &Run, as_of: NaiveDate) -> Option<Self> {
        let course = Course::new(run, day_number(as_of))?;
        let house: f64 = run.performances().iter().map(Performance::house).sum();
        let last_day = day_number(run.last_day()?);
        if house <= 0.0 || last_day < course.start {
            return None;
        }
        let sold_by = |day| {
            (0..run.performances().len())
                .map(|i| course.sold_by(i, day))
                .sum::<f64>()
        };
        Some(Self {
            first_days_to_go: last_day - course.start,
            known_days_to_go: last_day - course.first_known(),
            shares: (course.start..=course.until.min(last_day))
                .map(|day| sold_by(day) / house)
                .collect(),
        })
    }

    /// Share sold at so many days to go: 0 before the sale start, `None` before records that began late and after the
    /// newest.
    fn share(&self, days_to_go: i32) -> Option<f64> {
        if days_to_go > self.first_days_to_go {
            return Some(0.0);
        }
        if days_to_go > self.known_days_to_go {
            return None;
        }
        self.shares.get(index(self.first_days_to_go - days_to_go)).copied()
    }

    /// Mean distance from another curve over the days that this one has.
    fn distance(&self, past: &Self) -> f64 {
        let days_to_go = (0..days(self.shares.len())).map(|day| self.first_days_to_go - day);
        let distances = days_to_go.filter_map(|days| Some((self.share(days)? - past.share(days)?).abs()));
        let distances: Vec<f64> = distances.collect();
        if distances.is_empty() {
            f64::INFINITY
        } else {
            distances.iter().sum::<f64>() / count(distances.len())
        }
    }
}

/// A past run that was chosen, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparable {
    /// Its position in the given list.
    pub past: usize,
    /// Mean distance of its curve from this run's so far, in share of all seats.
    pub distance: f64,
}

/// One day of the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PacePoint {
    /// Days to go to the last performance.
    pub days_to_go: i32,
    /// Share of all seats sold by this run, 4 places; `None` before records that began late and for days to come.
    pub share: Option<f64>,
    /// The same of the comparable runs whose share is known; `None` without any.
    pub comparables: Option<Interval<f64>>,
}

/// A run against comparable ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// Nearest first.
    pub comparables: Vec<Comparable>,
    /// From the earliest sale start to the last performance.
    pub points: Vec<PacePoint>,
}

impl Pace {
    /// Compares a run with those past ones whose curves were nearest so far, `most` at most; `candidates` are positions in
    /// `past`.
    pub fn of(own: &PaceCurve, past: &[PaceCurve], candidates: &[usize], most: usize) -> Self {
        let comparables = comparables(own, past, candidates, most);
        let curves: Vec<&PaceCurve> = comparables.iter().map(|comparable| &past[comparable.past]).collect();
        let first = curves
            .iter()
            .map(|curve| curve.first_days_to_go)
            .fold(own.first_days_to_go, i32::max);
        let points = (0..=first).rev().map(|days_to_go| {
            let shares: Vec<f64> = curves.iter().filter_map(|curve| curve.share(days_to_go)).collect();
            let of_past = |p| quantile(&shares, p).map(four_places);
            PacePoint {
                days_to_go,
                share: own.share(days_to_go).map(four_places),
                comparables: of_past(0.1).zip(of_past(0.9)).map(|(p10, p90)| Interval {
                    p10,
                    p50: of_past(0.5),
                    p90,
                }),
            }
        });
        Self {
            points: points.collect(),
            comparables,
        }
    }
}

fn comparables(own: &PaceCurve, past: &[PaceCurve], candidates: &[usize], most: usize) -> Vec<Comparable> {
    let mut all: Vec<Comparable> = candidates
        .iter()
        .map(|i| Comparable {
            past: *i,
            distance: own.distance(&past[*i]),
        })
        .collect();
    all.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.past.cmp(&b.past)));
    all.truncate(most);
    all
}
