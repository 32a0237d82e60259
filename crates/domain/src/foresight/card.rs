//! What a closed production leaves behind (Foresight 2): computed once when it closes, stored with the method's version.

use super::cell::{Cell, past_cells};
use super::course::Course;
use super::data::Run;
use super::numbers::{count, weekday};
use super::parameters::{BANDS, CLASS_FACTORS, CLASSES, WAVE};
use super::to_come::ToCome;
use crate::production::Category;

/// Rates, factors and remaining shares of one closed production.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub(super) category: Category,
    /// θ by band; `None` where nothing was on sale or more was returned than sold.
    pub(super) rates: [Option<f64>; BANDS],
    /// Of classes with at least two performances.
    pub(super) log_class_factors: [Option<f64>; CLASSES],
    pub(super) log_wave: [f64; 7],
    pub(super) to_come: ToCome,
}

impl Card {
    /// The card of a closed production; `None` when nothing was recorded while it was on sale.
    pub fn of(run: &Run) -> Option<Self> {
        let course = Course::new(run, i32::MAX)?;
        let cells: Vec<Vec<(Cell, f64)>> = (0..run.performances().len())
            .map(|i| past_cells(run, &course, i, &WAVE).collect())
            .collect();
        let fit = Fit::of(run, &cells);
        let log_wave = Self::log_wave(&fit, run, &cells);
        let by_class = performances_by_class(run);
        let log_class_factors = std::array::from_fn(|class| {
            let known = run.category().is_stage() && by_class[class] >= 2;
            known.then(|| fit.class_factors[class].ln())
        });
        Some(Self {
            category: run.category(),
            rates: fit.rates,
            log_class_factors,
            log_wave,
            to_come: ToCome::of(run, &course),
        })
    }

    /// The production's own weekday wave.
    pub(super) fn log_wave(fit: &Fit, run: &Run, cells: &[Vec<(Cell, f64)>]) -> [f64; 7] {
        let by_weekday = fit.sums(run, cells, |_, cell| weekday(cell.day));
        std::array::from_fn(|day| {
            let (sold, expected) = by_weekday[day];
            (WAVE[day] * (sold + 3.0).max(0.5) / (expected + 3.0)).ln()
        })
    }

    /// Category of the production.
    pub fn category(&self) -> Category {
        self.category
    }
}

/// θ and factors of one production, found in two passes.
pub(super) struct Fit {
    pub(super) rates: [Option<f64>; BANDS],
    pub(super) class_factors: [f64; CLASSES],
}

impl Fit {
    pub(super) fn of(run: &Run, cells: &[Vec<(Cell, f64)>]) -> Self {
        let is_stage = run.category().is_stage();
        let mut fit = Self {
            rates: [None; BANDS],
            class_factors: if is_stage { CLASS_FACTORS } else { [1.0; CLASSES] },
        };
        for _ in 0..2 {
            fit.rates = fit.fitted_rates(run, cells);
            if is_stage {
                fit.fit_classes(run, cells);
            }
        }
        fit
    }

    /// Expected sales of a cell; `None` where its band has no rate.
    pub(super) fn expected(&self, run: &Run, performance: usize, cell: &Cell) -> Option<f64> {
        let class = run.performances()[performance].class().index();
        Some(cell.exposure * self.class_factors[class] * self.rates[cell.band]?.exp())
    }

    fn fitted_rates(&self, run: &Run, cells: &[Vec<(Cell, f64)>]) -> [Option<f64>; BANDS] {
        let mut sums = [(0.0, 0.0); BANDS];
        for (performance, cells) in run.performances().iter().zip(cells) {
            let factor = self.class_factors[performance.class().index()];
            for (cell, sold) in cells {
                sums[cell.band].0 += sold;
                sums[cell.band].1 += factor * cell.exposure;
            }
        }
        sums.map(|(sold, exposure)| (exposure > 0.0 && sold >= 0.0).then(|| ((sold + 0.5) / exposure).ln()))
    }

    fn fit_classes(&mut self, run: &Run, cells: &[Vec<(Cell, f64)>]) {
        let by_class = self.sums(run, cells, |i, _| run.performances()[i].class().index());
        for (factor, (sold, expected)) in self.class_factors.iter_mut().zip(by_class) {
            *factor *= (sold.max(0.0) + 5.0) / (expected + 5.0);
        }
        let performances = performances_by_class(run);
        let relative: f64 = (0..CLASSES)
            .map(|class| count(performances[class]) * self.class_factors[class] / CLASS_FACTORS[class])
            .sum();
        let mean = relative / count(run.performances().len().max(1));
        if mean > 0.0 {
            self.class_factors = self.class_factors.map(|factor| factor / mean);
        }
    }

    /// Sold and expected seats by some property of a cell with fewer than eight values.
    fn sums(&self, run: &Run, cells: &[Vec<(Cell, f64)>], property: impl Fn(usize, &Cell) -> usize) -> [(f64, f64); 8] {
        let mut sums = [(0.0, 0.0); 8];
        for (i, cells) in cells.iter().enumerate() {
            for (cell, sold) in cells {
                if let Some(expected) = self.expected(run, i, cell) {
                    let sum = &mut sums[property(i, cell)];
                    sum.0 += sold;
                    sum.1 += expected;
                }
            }
        }
        sums
    }
}

fn performances_by_class(run: &Run) -> [usize; CLASSES] {
    let mut counts = [0; CLASSES];
    for performance in run.performances() {
        counts[performance.class().index()] += 1;
    }
    counts
}
