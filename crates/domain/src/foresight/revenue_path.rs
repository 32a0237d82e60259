//! When a run's revenue reaches an amount (Foresight 4, break-even).

use chrono::NaiveDate;

use super::mixture::{Mixture, Pickup};
use super::numbers::day_of;
use super::outlook::Outlook;
use super::parameters::PRICE_DEVIATION;

/// Days that a break-even curve has one by one; later ones are taken by the week (Foresight 4).
const SINGLE_DAYS: i32 = 60;

/// Revenue at the close of some days to come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RevenuePath {
    takings_krw: f64,
    origin: i32,
    /// In order of days.
    steps: Vec<(i32, Mixture)>,
}

impl RevenuePath {
    /// Revenue to come by each day; `None` while nobody knows prices (Foresight 4, break-even).
    pub(super) fn of(outlook: &Outlook) -> Option<Self> {
        let prices: Vec<f64> = outlook
            .upcoming
            .iter()
            .map(|one| one.price_krw)
            .collect::<Option<_>>()?;
        let mut so_far = vec![(0_usize, 0.0); outlook.upcoming.len()];
        let mut by_pool = vec![0.0; outlook.covariance.size()];
        let mut steps = Vec::new();
        for day in outlook.origin + 1..=outlook.last_day {
            for (one, (next, seats)) in outlook.upcoming.iter().zip(&mut so_far) {
                while let Some(pickup) = one.pickup.get(*next).filter(|pickup| pickup.day <= day) {
                    *seats += pickup.seats;
                    by_pool[pickup.pool] += pickup.seats;
                    *next += 1;
                }
            }
            let ahead = day - outlook.origin;
            if ahead > SINGLE_DAYS && ahead % 7 != 0 && day != outlook.last_day {
                continue;
            }
            let pickups: Vec<Pickup> = outlook
                .upcoming
                .iter()
                .zip(&so_far)
                .zip(&prices)
                .map(|((one, (_, seats)), price)| one.pickup_of(*seats, *price))
                .collect();
            let total: f64 = by_pool.iter().sum();
            let shared = outlook.covariance.quadratic(&by_pool) / (total * total).max(f64::MIN_POSITIVE);
            steps.push((day, Mixture::of(&pickups, shared, PRICE_DEVIATION)));
        }
        Some(Self {
            takings_krw: outlook.takings_krw,
            origin: outlook.origin,
            steps,
        })
    }

    /// Probability that revenue has reached an amount at the close of each day from the origin on; it never falls.
    pub(super) fn probabilities(&self, break_even_krw: f64) -> Vec<(NaiveDate, f64)> {
        let missing = break_even_krw - self.takings_krw;
        let is_reached = missing <= 0.0;
        let mut last = (self.origin, f64::from(u8::from(is_reached)));
        let mut curve = vec![(day_of(self.origin), last.1)];
        for (day, revenue) in &self.steps {
            let probability = if is_reached { 1.0 } else { 1.0 - revenue.cdf(missing) };
            let step = (*day, probability.clamp(last.1, 1.0));
            let width = f64::from(step.0 - last.0);
            for between in last.0 + 1..=step.0 {
                let part = f64::from(between - last.0) / width;
                curve.push((day_of(between), last.1 + part * (step.1 - last.1)));
            }
            last = step;
        }
        curve
    }
}
