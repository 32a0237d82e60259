//! Which share of the house still came so many days before a performance (Foresight 3, comparables).

use super::course::Course;
use super::data::Run;
use super::numbers::{days, index};

/// Sum and number of the shares of one group of performances.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Shares {
    sum: f64,
    number: f64,
}

impl Shares {
    fn add(&mut self, other: Self) {
        self.sum += other.sum;
        self.number += other.number;
    }
}

/// Shares of the house that came after each number of days to go, by group of classes (0–2, 3–5).
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct ToCome {
    /// By days to go.
    days_to_go: Vec<[Shares; 2]>,
    /// Earlier than any sale: the whole final share.
    before: [Shares; 2],
}

impl ToCome {
    /// Of the finished performances of a run whose course is known up to some day.
    pub(super) fn of(run: &Run, course: &Course) -> Self {
        let mut all = Self::default();
        for (i, performance) in run.performances().iter().enumerate() {
            let day = performance.number();
            if day > course.until || day < course.first_cell || performance.sellable_seats() == 0 {
                continue;
            }
            let group = performance.class().group();
            let total = course.sold_by(i, day);
            let known_days = index(day - course.first_cell.max(course.start + 1)) + 1;
            let share = |days_to_go: usize| Shares {
                sum: (total - course.sold_by(i, day - days(days_to_go))) / performance.house(),
                number: 1.0,
            };
            all.reserve(known_days + 1);
            for (days_to_go, shares) in all.days_to_go.iter_mut().enumerate() {
                // What came after a day before the first known level nobody knows.
                if days_to_go <= known_days || course.first_cell == course.start {
                    shares[group].add(share(days_to_go));
                }
            }
            if course.first_cell == course.start {
                all.before[group].add(share(usize::from(u16::MAX)));
            }
        }
        all
    }

    /// Takes in another production's.
    pub(super) fn add(&mut self, other: &Self) {
        self.reserve(other.days_to_go.len());
        for (days_to_go, shares) in self.days_to_go.iter_mut().enumerate() {
            let of_other = other.days_to_go.get(days_to_go).unwrap_or(&other.before);
            shares[0].add(of_other[0]);
            shares[1].add(of_other[1]);
        }
        self.before[0].add(other.before[0]);
        self.before[1].add(other.before[1]);
    }

    /// Mean share of the house that came after so many days to go: of the group when it has three performances, else of
    /// both groups; `None` when they have fewer. `own` are the production's own finished performances.
    pub(super) fn mean(&self, own: &Self, group: usize, days_to_go: i32) -> Option<f64> {
        let at = |of: &Self| *of.days_to_go.get(index(days_to_go)).unwrap_or(&of.before);
        let (past, own) = (at(self), at(own));
        let of_group = |group: usize| {
            let mut shares = past[group];
            shares.add(own[group]);
            shares
        };
        let mut shares = of_group(group);
        if shares.number < 3.0 {
            shares.add(of_group(1 - group));
        }
        (shares.number >= 3.0).then(|| shares.sum / shares.number)
    }

    /// Four numbers for each number of days to go, then those before any sale.
    pub(super) fn numbers(&self) -> Vec<f64> {
        let entries = self.days_to_go.iter().chain([&self.before]);
        entries.flat_map(|[a, b]| [a.sum, a.number, b.sum, b.number]).collect()
    }

    /// What [`Self::numbers`] made; `None` for any other list.
    pub(super) fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (entries, []) = numbers.as_chunks::<4>() else {
            return None;
        };
        let shares = |&[a, b, c, d]: &[f64; 4]| [Shares { sum: a, number: b }, Shares { sum: c, number: d }];
        let (before, days_to_go) = entries.split_last()?;
        Some(Self {
            days_to_go: days_to_go.iter().map(shares).collect(),
            before: shares(before),
        })
    }

    /// So many entries at least; new ones are those before any sale.
    fn reserve(&mut self, length: usize) {
        if self.days_to_go.len() < length {
            self.days_to_go.resize(length, self.before);
        }
    }
}
