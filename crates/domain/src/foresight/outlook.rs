//! What is to come of a run (Foresight 3 and 4), before anything is rounded.

use chrono::NaiveDate;

use super::NoForecast;
use super::cell::{Cell, LONGEST_SALE_DAYS, week_of};
use super::course::Course;
use super::data::{Performance, Run};
use super::matrix::Square;
use super::mixture::{Mixture, Pickup};
use super::normal::{self, Level};
use super::numbers::{count, day_number, index, real};
use super::parameters::{BANDS, COUNT_VARIANCE, MEAN_SHIFT, OWN_SEATS, OWN_VARIANCE, PRICE_DEVIATION, widening};
use super::prices::Prices;
use super::prior::Experience;
use super::state::{Pool, State};
use super::to_come::ToCome;

/// Seats that are expected of one performance on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DayPickup {
    pub(super) day: i32,
    pub(super) pool: usize,
    pub(super) seats: f64,
}

/// A performance after the origin.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Upcoming {
    /// Position in the run.
    pub(super) performance: usize,
    pub(super) days_to_go: i32,
    /// `B_i`
    pub(super) sold: f64,
    /// `cap_i`
    pub(super) house: f64,
    /// `E_i(d)`, in order.
    pub(super) pickup: Vec<DayPickup>,
    /// `P_i`
    pub(super) total: f64,
    /// `S_i`
    shared_variance: f64,
    /// 0.0256 · 156 / (156 + `F_i`)
    own_variance: f64,
    /// Price of a seat to come; `None` while nobody knows prices.
    pub(super) price_krw: Option<f64>,
    /// Weight of comparable performances in `total`.
    pub(super) comparables_weight: f64,
}

impl Upcoming {
    pub(super) fn seats_left(&self) -> f64 {
        (self.house - self.sold).max(0.0)
    }

    /// Deviation of the logarithm of the pickup, widened: κ·s.
    fn deviation(&self) -> f64 {
        let variance = self.shared_variance.max(0.0) + self.variance_of(self.total);
        widening(self.days_to_go) * variance.sqrt()
    }

    /// Variance of a pickup of so many seats that the performance shares with no other.
    fn variance_of(&self, seats: f64) -> f64 {
        self.own_variance + COUNT_VARIANCE / (seats + 1.0)
    }

    /// A quantile of the final seats (Foresight 4, performance).
    pub(super) fn quantile(&self, level: Level) -> f64 {
        let pickup = self.total * (self.deviation() * level.deviations()).exp();
        self.sold + pickup.min(self.seats_left())
    }

    /// Probability that every seat is sold (Foresight 4).
    pub(super) fn sell_out_probability(&self) -> f64 {
        let left = self.seats_left();
        if left <= 0.0 {
            1.0
        } else if self.total <= 0.0 {
            0.0
        } else {
            1.0 - normal::cdf((left / self.total).ln() / self.deviation())
        }
    }

    /// So many seats to come of it, each worth something.
    pub(super) fn pickup_of(&self, seats: f64, worth: f64) -> Pickup {
        Pickup {
            seats,
            variance: self.variance_of(seats),
            limit: self.seats_left(),
            worth,
        }
    }

    /// The same expected seats as another outlook of this performance has, for the same days.
    pub(super) fn expect_as(&mut self, other: &Self) {
        for (day, of_other) in self.pickup.iter_mut().zip(&other.pickup) {
            day.seats = of_other.seats;
        }
        self.total = other.total;
        self.shared_variance = other.shared_variance;
    }

    pub(super) fn rescale(&mut self, factor: f64) {
        for day in &mut self.pickup {
            day.seats *= factor;
        }
        self.total *= factor;
    }
}

/// Factors that make a forecast what it is (Foresight 3, explain).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reasons {
    pub(super) pace: Option<f64>,
    pub(super) last_week_pace: f64,
    pub(super) class_factors: [f64; 6],
    pub(super) own_factors: Vec<f64>,
}

/// What is to come of a run, as of its newest record up to a day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outlook {
    pub(super) origin: i32,
    pub(super) last_day: i32,
    pub(super) upcoming: Vec<Upcoming>,
    /// V, by pool.
    pub(super) covariance: Square,
    /// `B_i` of every performance.
    pub(super) sold: Vec<f64>,
    /// Σ cap.
    pub(super) house: f64,
    /// ΣW
    pub(super) takings_krw: f64,
    /// `W_i`; `None` where only the sum is known, and too few seats to tell a mean price.
    pub(super) takings_by_performance_krw: Vec<Option<f64>>,
    pub(super) reasons: Reasons,
}

impl Outlook {
    pub(super) fn new(run: &Run, experience: &Experience, as_of: NaiveDate) -> Result<Self, NoForecast> {
        let newest = run.newest(as_of).ok_or(NoForecast::NoSnapshot)?;
        let course = Course::new(run, day_number(as_of)).ok_or(NoForecast::NotOnSale)?;
        let origin = course.until;
        let last_day = run.last_day().map_or(i32::MIN, day_number);
        if last_day <= origin {
            return Err(NoForecast::RunOver);
        }
        let performances = run.performances();
        let house = performances.iter().map(Performance::house).sum();
        let left = performances.iter().filter(|performance| performance.number() > origin);
        if left.map(Performance::house).sum::<f64>() <= 0.0 {
            return Err(NoForecast::NoCapacity);
        }
        let sold: Vec<f64> = performances
            .iter()
            .zip(&newest.sold_seats)
            .map(|(performance, sold)| real(*sold).clamp(0.0, performance.house()))
            .collect();
        let prices = Prices::of(&newest.takings_krw, &sold);
        let state = State::new(run, &course, experience);
        let mut outlook = Self {
            origin,
            last_day,
            upcoming: Vec::new(),
            covariance: Square::from_fn(0, |_, _| 0.0),
            house,
            takings_krw: prices.sum,
            takings_by_performance_krw: sold
                .iter()
                .enumerate()
                .map(|(i, sold)| prices.takings_of(i, *sold))
                .collect(),
            reasons: Reasons {
                pace: state.pace(),
                last_week_pace: state.last_week_pace(),
                class_factors: state.run_class_factors,
                own_factors: state.own_factors.clone(),
            },
            sold,
        };
        outlook.look_ahead(run, &course, experience, &state, &prices);
        outlook.blend(run, &course, experience);
        outlook.share_variance();
        Ok(outlook)
    }

    /// Seats to come of the whole run (Foresight 4, run).
    pub(super) fn seats(&self) -> Mixture {
        let pickups: Vec<Pickup> = self.upcoming.iter().map(|one| one.pickup_of(one.total, 1.0)).collect();
        Mixture::of(&pickups, self.covariance.quadratic(&self.shares(i32::MAX)), 0.0)
    }

    /// Revenue to come of the whole run; `None` while nobody knows prices (Foresight 4, revenue).
    pub(super) fn revenue(&self) -> Option<Mixture> {
        let pickups: Option<Vec<Pickup>> = self
            .upcoming
            .iter()
            .map(|one| Some(one.pickup_of(one.total, one.price_krw?)))
            .collect();
        let shared = self.covariance.quadratic(&self.shares(i32::MAX));
        Some(Mixture::of(&pickups?, shared, PRICE_DEVIATION))
    }

    /// `E_i(d)` for d > t.
    fn look_ahead(&mut self, run: &Run, course: &Course, experience: &Experience, state: &State, prices: &Prices) {
        let weeks = index(week_of(self.last_day, self.origin));
        let mut positions = vec![None; weeks * BANDS];
        let mut pools = Vec::new();
        for (i, performance) in run.performances().iter().enumerate() {
            if performance.number() <= self.origin {
                continue;
            }
            let factor = state.factor(run, i);
            let opened = course.opened[i];
            let first = (self.origin + 1)
                .max(opened)
                .max(performance.number() - LONGEST_SALE_DAYS);
            let days = first..=performance.number();
            let pickup = days
                .filter_map(|day| Cell::of(performance, opened, day, experience.wave()))
                .map(|cell| {
                    let week = week_of(cell.day, self.origin);
                    let position = &mut positions[index(week - 1) * BANDS + cell.band];
                    let pool = *position.get_or_insert_with(|| {
                        pools.push(Pool { band: cell.band, week });
                        pools.len() - 1
                    });
                    DayPickup {
                        day: cell.day,
                        pool,
                        seats: factor * cell.exposure,
                    }
                });
            let pickup: Vec<DayPickup> = pickup.collect();
            self.upcoming.push(Upcoming {
                performance: i,
                days_to_go: performance.number() - self.origin,
                sold: self.sold[i],
                house: performance.house(),
                pickup,
                total: 0.0,
                shared_variance: 0.0,
                own_variance: OWN_VARIANCE * OWN_SEATS / (OWN_SEATS + state.expected[i]),
                price_krw: prices.of_seat(i, self.sold[i]),
                comparables_weight: 0.0,
            });
        }
        let left_days = |week: i32| f64::from((self.last_day - self.origin - 7 * (week - 1)).clamp(1, 7));
        let (means, covariance) = state.future(&pools, left_days);
        let rates: Vec<f64> = means
            .iter()
            .enumerate()
            .map(|(q, mean)| (mean + MEAN_SHIFT * covariance.at(q, q)).exp())
            .collect();
        self.covariance = covariance;
        for one in &mut self.upcoming {
            for day in &mut one.pickup {
                day.seats *= rates[day.pool];
            }
            one.total = one.pickup.iter().map(|day| day.seats).sum();
        }
    }

    /// Comparable performances have a say where much time is left.
    fn blend(&mut self, run: &Run, course: &Course, experience: &Experience) {
        let past = count(experience.past_productions());
        if past < 1.0 {
            return;
        }
        let own = ToCome::of(run, course);
        for one in &mut self.upcoming {
            let group = run.performances()[one.performance].class().group();
            let weight = 0.5 * past / (past + 2.0) * (f64::from(one.days_to_go - 21) / 35.0).clamp(0.0, 1.0);
            if weight <= 0.0 || one.total <= 0.0 {
                continue;
            }
            let Some(share) = experience.to_come().mean(&own, group, one.days_to_go) else {
                continue;
            };
            let blended = (1.0 - weight) * one.total + weight * share.max(0.0) * one.house;
            one.rescale(blended / one.total);
            one.comparables_weight = weight;
        }
    }

    /// `S_i`, for shares that the blend does not change.
    fn share_variance(&mut self) {
        let mut shares = vec![0.0; self.covariance.size()];
        for one in &mut self.upcoming {
            shares.fill(0.0);
            for day in &one.pickup {
                shares[day.pool] += day.seats / one.total.max(f64::MIN_POSITIVE);
            }
            one.shared_variance = self.covariance.quadratic(&shares);
        }
    }

    /// Shares of the pools in the seats that come up to a day.
    fn shares(&self, until: i32) -> Vec<f64> {
        let mut by_pool = vec![0.0; self.covariance.size()];
        for day in self
            .upcoming
            .iter()
            .flat_map(|one| &one.pickup)
            .filter(|day| day.day <= until)
        {
            by_pool[day.pool] += day.seats;
        }
        let total: f64 = by_pool.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        by_pool.into_iter().map(|seats| seats / total).collect()
    }
}
