//! The state of a run at an origin (Foresight 3): pooled cells, one linear system, factors of classes and performances.

use super::cell::{past_cells, week_of};
use super::course::Course;
use super::data::Run;
use super::matrix::{Cholesky, Square, dot};
use super::numbers::{day_number, index};
use super::parameters::{
    BANDS, CLASS_SEATS, CLASSES, COUNT_VARIANCE, DAY_VARIANCE, OWN_SEATS, WEEK_MEMORY, WEEK_VARIANCE,
};
use super::prior::Experience;

/// Band and week of a pooled cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pool {
    pub(super) band: usize,
    pub(super) week: i32,
}

/// What one performance has in one pooled cell.
#[derive(Debug, Clone, Copy)]
struct Part {
    pool: usize,
    /// Exposure without factors.
    exposure: f64,
    sold: f64,
}

/// Everything learned of a run up to its origin.
#[derive(Debug, Clone)]
pub(super) struct State<'a> {
    experience: &'a Experience,
    /// 0.97^k by number of weeks.
    memory: Vec<f64>,
    pools: Vec<Pool>,
    /// Σ x by pool, of the last pass.
    exposures: Vec<f64>,
    /// θ̂ by pool.
    rates: Vec<f64>,
    alpha: Vec<f64>,
    factorised: Cholesky,
    /// Class factor times what the run adds to it.
    pub(super) class_factors: [f64; CLASSES],
    /// `f_c`
    pub(super) run_class_factors: [f64; CLASSES],
    /// `g_i`
    pub(super) own_factors: Vec<f64>,
    /// `F_i`: seats that were to be expected so far.
    pub(super) expected: Vec<f64>,
}

impl<'a> State<'a> {
    pub(super) fn new(run: &Run, course: &Course, experience: &'a Experience) -> Self {
        let (pools, days, parts) = pooled(run, course, experience);
        let is_stage = run.category().is_stage();
        let class_factors = if is_stage {
            *experience.class_factors()
        } else {
            [1.0; CLASSES]
        };
        let prior_of = |pool: &Pool| experience.rates()[pool.band];
        let mut state = Self {
            experience,
            memory: memory(run, course),
            exposures: Vec::new(),
            rates: pools.iter().map(prior_of).collect(),
            alpha: Vec::new(),
            factorised: Cholesky::with_jitter(Square::from_fn(0, |_, _| 0.0)),
            pools,
            class_factors,
            run_class_factors: [1.0; CLASSES],
            own_factors: vec![1.0; run.performances().len()],
            expected: Vec::new(),
        };
        let covariance = Square::symmetric(state.pools.len(), |o, p| {
            state.covariance(state.pools[o], state.pools[p])
        });
        for pass in 0..3 {
            state.solve(run, &covariance, &days, &parts);
            state.expect(run, &parts);
            if pass < 2 {
                state.adapt(run, &parts, is_stage);
            }
        }
        state
    }

    /// `a_i`
    pub(super) fn factor(&self, run: &Run, performance: usize) -> f64 {
        let class = run.performances()[performance].class().index();
        self.class_factors[class] * self.run_class_factors[class] * self.own_factors[performance]
    }

    /// Mean and covariance of the log rates of future pools. `left_days` tells how many days of a week are left.
    pub(super) fn future(&self, pools: &[Pool], left_days: impl Fn(i32) -> f64) -> (Vec<f64>, Square) {
        let mut means = Vec::with_capacity(pools.len());
        let mut explained: Vec<Vec<f64>> = Vec::with_capacity(pools.len());
        for pool in pools {
            let mut with_past: Vec<f64> = self.pools.iter().map(|past| self.covariance(*pool, *past)).collect();
            means.push(self.experience.rates()[pool.band] + dot(&with_past, &self.alpha));
            self.factorised.forward(&mut with_past);
            explained.push(with_past);
        }
        let covariance = Square::symmetric(pools.len(), |q, r| {
            let noise = if pools[q].week == pools[r].week {
                DAY_VARIANCE / left_days(pools[q].week)
            } else {
                0.0
            };
            self.covariance(pools[q], pools[r]) + noise - dot(&explained[q], &explained[r])
        });
        (means, covariance)
    }

    /// How far the run sells from what the company is used to; `None` without past cells.
    pub(super) fn pace(&self) -> Option<f64> {
        let total: f64 = self.exposures.iter().sum();
        let deviations = self
            .pools
            .iter()
            .zip(&self.rates)
            .map(|(pool, rate)| rate - self.experience.rates()[pool.band]);
        let weighted: f64 = deviations
            .zip(&self.exposures)
            .map(|(deviation, exposure)| deviation * exposure)
            .sum();
        (total > 0.0).then(|| (weighted / total).exp())
    }

    /// exp(u₀): the pace of the last week.
    pub(super) fn last_week_pace(&self) -> f64 {
        let of_pool = |(pool, alpha): (&Pool, &f64)| self.memory[index(-pool.week)] * alpha;
        (WEEK_VARIANCE * self.pools.iter().zip(&self.alpha).map(of_pool).sum::<f64>()).exp()
    }

    fn covariance(&self, a: Pool, b: Pool) -> f64 {
        self.experience.covariance().at(a.band, b.band) + WEEK_VARIANCE * self.memory[index((a.week - b.week).abs())]
    }

    /// Steps 1 to 3.
    fn solve(&mut self, run: &Run, covariance: &Square, days: &[f64], parts: &[Vec<Part>]) {
        let mut sums = vec![(0.0, 0.0); self.pools.len()];
        for (i, parts) in parts.iter().enumerate() {
            let factor = self.factor(run, i);
            for part in parts {
                sums[part.pool].0 += factor * part.exposure;
                sums[part.pool].1 += part.sold;
            }
        }
        let mut deviations = Vec::with_capacity(sums.len());
        let mut noise = Vec::with_capacity(sums.len());
        for (((exposure, sold), rate), (pool, days)) in sums.iter().zip(&self.rates).zip(self.pools.iter().zip(days)) {
            let fit = exposure * rate.exp();
            let surprise = ((sold.max(0.0) + 1.0) / (fit + 1.0)).ln();
            deviations.push(surprise + rate - self.experience.rates()[pool.band]);
            noise.push(COUNT_VARIANCE / (fit + 1.0) + DAY_VARIANCE / days);
        }
        let mut observed = covariance.clone();
        observed.add_each_to_diagonal(&noise);
        self.factorised = Cholesky::with_jitter(observed);
        self.factorised.solve(&mut deviations);
        self.alpha = deviations;
        self.rates = (0..sums.len())
            .map(|o| self.experience.rates()[self.pools[o].band] + dot(covariance.row(o), &self.alpha))
            .collect();
        self.exposures = sums.into_iter().map(|(exposure, _)| exposure).collect();
    }

    /// `F_i`.
    fn expect(&mut self, run: &Run, parts: &[Vec<Part>]) {
        let of_part = |part: &Part| part.exposure * self.rates[part.pool].exp();
        self.expected = parts
            .iter()
            .enumerate()
            .map(|(i, parts)| self.factor(run, i) * parts.iter().map(of_part).sum::<f64>())
            .collect();
    }

    /// Step 4.
    fn adapt(&mut self, run: &Run, parts: &[Vec<Part>], is_stage: bool) {
        let mut by_class = [(0.0, 0.0); CLASSES];
        for (i, performance) in run.performances().iter().enumerate() {
            let sold: f64 = parts[i].iter().map(|part| part.sold).sum::<f64>().max(0.0);
            let sum = &mut by_class[performance.class().index()];
            sum.0 += sold;
            sum.1 += self.expected[i];
            let own = &mut self.own_factors[i];
            *own = ((OWN_SEATS + sold) / (OWN_SEATS + self.expected[i] / *own)).clamp(0.3, 3.0);
        }
        if is_stage {
            for (factor, (sold, expected)) in self.run_class_factors.iter_mut().zip(by_class) {
                *factor = (CLASS_SEATS + sold) / (CLASS_SEATS + expected / *factor);
            }
        }
    }
}

/// 0.97^k for every distance of weeks from the sale start to the last performance.
fn memory(run: &Run, course: &Course) -> Vec<f64> {
    let last_day = run.last_day().map_or(course.until, day_number).max(course.until);
    let weeks = index(last_day - course.start) / 7 + 2;
    std::iter::successors(Some(1.0), |power| Some(power * WEEK_MEMORY))
        .take(weeks + 1)
        .collect()
}

/// Pools in order of week and band, the number of days in each, and the parts of each performance.
fn pooled(run: &Run, course: &Course, experience: &Experience) -> (Vec<Pool>, Vec<f64>, Vec<Vec<Part>>) {
    let weeks = index(-week_of(course.start, course.until)) + 1;
    let slot = |band: usize, day: i32| index(-week_of(day, course.until)) * BANDS + band;
    let mut days = vec![0_u8; weeks * BANDS];
    let mut raw: Vec<Vec<(usize, f64, f64)>> = Vec::with_capacity(run.performances().len());
    for i in 0..run.performances().len() {
        let mut parts: Vec<(usize, f64, f64)> = Vec::new();
        for (cell, sold) in past_cells(run, course, i, experience.wave()).filter(|(cell, _)| cell.exposure > 0.0) {
            let at = slot(cell.band, cell.day);
            days[at] |= 1 << (course.until - cell.day).rem_euclid(7);
            match parts.iter_mut().rev().find(|part| part.0 == at) {
                Some(part) => {
                    part.1 += cell.exposure;
                    part.2 += sold;
                }
                None => parts.push((at, cell.exposure, sold)),
            }
        }
        raw.push(parts);
    }
    let used: Vec<usize> = (0..days.len()).filter(|at| days[*at] != 0).collect();
    let mut position = vec![0; days.len()];
    for (pool, at) in used.iter().enumerate() {
        position[*at] = pool;
    }
    let week = |at: usize| i32::try_from(at / BANDS).map_or(i32::MIN, |weeks| -weeks);
    let pools = used
        .iter()
        .map(|at| Pool {
            band: at % BANDS,
            week: week(*at),
        })
        .collect();
    let day_counts = used.iter().map(|at| f64::from(days[*at].count_ones())).collect();
    let parts = raw
        .into_iter()
        .map(|parts| {
            let part = |(at, exposure, sold): (usize, f64, f64)| Part {
                pool: position[at],
                exposure,
                sold,
            };
            parts.into_iter().map(part).collect()
        })
        .collect();
    (pools, day_counts, parts)
}
