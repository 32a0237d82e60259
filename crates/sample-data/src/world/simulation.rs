//! Sells tickets, day by day.

use std::collections::HashMap;

use chrono::NaiveDate;
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::demand::DemandModel;
use super::ledger::{Entry, Ledger, days};
use super::schedule::shift;

/// Tickets per order: of a hundred orders, so many have 1, 2, 3, 4.
const ORDER_SIZES: [(i64, u32); 4] = [(1, 35), (2, 50), (3, 8), (4, 7)];
const MEAN_ORDER_SIZE: f64 = 1.87;

/// Price levels in percent: of a hundred orders, so many pay that part of the price.
const PRICE_LEVELS: [(i64, u32); 4] = [(100, 55), (80, 25), (70, 12), (50, 8)];

/// Share of orders that reach the workbook a few days late.
const LATE_POSTINGS: f64 = 0.01;

/// Fills the ledger with all that happens up to and including a day.
///
/// Whatever the record date, no figure of its workbook is negative and none is revenue without seats: a cancelled
/// order is paid back at its own price, and neither cancellations nor restatements take the last seat of a sale day.
pub(super) fn simulate(rng: &mut ChaCha8Rng, ledger: Ledger, model: &DemandModel, until: NaiveDate) -> Ledger {
    let capacity: Vec<i64> = ledger.grades.iter().map(|grade| grade.seats).collect();
    let free = vec![capacity; ledger.performances.len()];
    let mut sales = Sales {
        rng,
        model,
        free,
        orders: Vec::new(),
        today: Today::default(),
        ledger,
    };
    sales.give_away();
    let norms = sales.norms();
    let last = until.min(sales.ledger.sale_end);
    for day in days(sales.ledger.sale_start, last) {
        sales.sell(day, &norms);
        sales.cancel(day);
        sales.restate(day);
    }
    sales.ledger
}

struct Sales<'a> {
    rng: &'a mut ChaCha8Rng,
    model: &'a DemandModel,
    ledger: Ledger,
    /// Seats left, by performance and grade.
    free: Vec<Vec<i64>>,
    /// What can be cancelled.
    orders: Vec<Entry>,
    today: Today,
}

/// The least that any later workbook will say of the day: late postings do not count.
#[derive(Default)]
struct Today {
    orders: u32,
    /// Where the day's own orders begin among all of them.
    first_order: usize,
    seats: i64,
    revenue_krw: i64,
    seats_by_grade: HashMap<usize, i64>,
}

impl Today {
    fn add(&mut self, entry: &Entry) {
        self.seats += entry.paid_seats;
        self.revenue_krw += entry.revenue_krw;
        *self.seats_by_grade.entry(entry.grade).or_default() += entry.paid_seats;
    }

    fn can_lose(&self, order: &Entry) -> bool {
        let of_grade = self.seats_by_grade.get(&order.grade).copied().unwrap_or(0);
        order.paid_seats < self.seats && order.paid_seats <= of_grade && order.revenue_krw < self.revenue_krw
    }
}

impl Sales<'_> {
    /// Complimentary seats are set aside before the sale begins and given away shortly before a performance of a play,
    /// or on a few days in between for a concert.
    fn give_away(&mut self) {
        let (first, last) = (self.ledger.sale_start, self.ledger.sale_end);
        for performance in 0..self.ledger.performances.len() {
            let on = self.ledger.performances[performance]
                .starts_at
                .date()
                .clamp(first, last);
            let open_days = (on - first).num_days();
            for grade in 0..self.ledger.grades.len() {
                let most = self.ledger.grades[grade].seats / 25;
                let mut seats = self.rng.random_range(0..=most);
                self.free[performance][grade] -= seats;
                while 0 < seats {
                    let batch = if self.ledger.is_stage {
                        seats
                    } else {
                        self.rng.random_range(1..=seats)
                    };
                    let before = if self.ledger.is_stage {
                        open_days.min(3)
                    } else {
                        open_days
                    };
                    let day = shift(on, -self.rng.random_range(0..=before));
                    let entry = Entry {
                        complimentary_seats: batch,
                        ..Entry::none(day, performance, grade)
                    };
                    self.ledger.entries.push(entry);
                    seats -= batch;
                }
            }
        }
    }

    /// Orders expected per unit of weight, by performance.
    fn norms(&self) -> Vec<f64> {
        let house = count(self.ledger.house_seats());
        let norm = |performance: &super::schedule::Performance| {
            let last = performance.starts_at.date().min(self.ledger.sale_end);
            let weights = days(self.ledger.sale_start, last).map(|day| self.weight(day, performance.starts_at.date()));
            let expected = (self.model.expected_share * performance.factor).min(1.4) * house / MEAN_ORDER_SIZE;
            let total: f64 = weights.sum();
            if total == 0.0 { 0.0 } else { expected / total }
        };
        self.ledger.performances.iter().map(norm).collect()
    }

    fn weight(&self, day: NaiveDate, performed_on: NaiveDate) -> f64 {
        let age_days = (day - self.ledger.sale_start).num_days();
        self.model.weight(age_days, (performed_on - day).num_days(), day)
    }

    fn sell(&mut self, day: NaiveDate, norms: &[f64]) {
        let performances = &self.ledger.performances;
        let can_be_cancelled =
            |order: &Entry| 0 < order.paid_seats && day < performances[order.performance].starts_at.date();
        self.orders.retain(can_be_cancelled);
        self.today = Today {
            first_order: self.orders.len(),
            ..Today::default()
        };
        let (volume, price) = self.model.discount(day);
        for (performance, norm) in norms.iter().enumerate() {
            let performed_on = self.ledger.performances[performance].starts_at.date();
            if performed_on < day {
                continue;
            }
            let orders = poisson(self.rng, norm * volume * self.weight(day, performed_on));
            for _ in 0..orders {
                self.order(day, performance, price);
            }
        }
    }

    fn order(&mut self, day: NaiveDate, performance: usize, price_factor: f64) {
        let seats = weighted(self.rng, &ORDER_SIZES);
        let level = weighted(self.rng, &PRICE_LEVELS);
        let free = &self.free[performance];
        let total: i64 = free.iter().filter(|left| seats <= **left).sum();
        if total == 0 {
            return;
        }
        let mut seat = self.rng.random_range(0..total);
        let mut grade = 0;
        while free[grade] < seats || free[grade] <= seat {
            seat -= if free[grade] < seats { 0 } else { free[grade] };
            grade += 1;
        }
        let unit_krw = hundreds(self.ledger.grades[grade].price_krw * level / 100, price_factor);
        let late = self.rng.random_bool(LATE_POSTINGS);
        let known_from = if late {
            shift(day, self.rng.random_range(1..=3))
        } else {
            day
        };
        let none = Entry::none(day, performance, grade);
        let entry = Entry {
            known_from,
            paid_seats: seats,
            revenue_krw: seats * unit_krw,
            ..none
        };
        self.free[performance][grade] -= seats;
        self.ledger.entries.push(entry);
        if !late {
            self.today.orders += 1;
            self.today.add(&entry);
            self.orders.push(entry);
        }
    }

    fn cancel(&mut self, day: NaiveDate) {
        let wishes = poisson(self.rng, f64::from(self.today.orders) * self.model.refund_ratio);
        for _ in 0..wishes {
            // Nobody cancels on the day of the purchase.
            if self.today.first_order == 0 {
                return;
            }
            let index = self.rng.random_range(0..self.today.first_order);
            let order = self.orders[index];
            if order.paid_seats == 0 || !self.today.can_lose(&order) {
                continue;
            }
            let refund = Entry {
                paid_seats: -order.paid_seats,
                revenue_krw: -order.revenue_krw,
                ..Entry::none(day, order.performance, order.grade)
            };
            self.today.add(&refund);
            self.free[order.performance][order.grade] += order.paid_seats;
            self.ledger.entries.push(refund);
            self.orders[index] = Entry {
                paid_seats: 0,
                revenue_krw: 0,
                ..order
            };
        }
    }

    /// The agencies sometimes book an order on the next day after all, and say so two days later.
    fn restate(&mut self, day: NaiveDate) {
        let next = shift(day, 1);
        let own = self.orders.len() - self.today.first_order;
        if own == 0 || self.ledger.sale_end < next || !self.rng.random_bool(self.model.restatement_ratio) {
            return;
        }
        let order = self.orders[self.today.first_order + self.rng.random_range(0..own)];
        let is_over = self.ledger.performances[order.performance].starts_at.date() < next;
        if is_over || !self.today.can_lose(&order) {
            return;
        }
        let known_from = shift(day, 2);
        let taken = Entry {
            known_from,
            paid_seats: -order.paid_seats,
            revenue_krw: -order.revenue_krw,
            ..order
        };
        self.ledger.entries.push(taken);
        self.ledger.entries.push(Entry {
            known_from,
            sale_day: next,
            ..order
        });
    }
}

impl Entry {
    /// An entry of nothing, to be filled.
    fn none(day: NaiveDate, performance: usize, grade: usize) -> Self {
        Self {
            sale_day: day,
            known_from: day,
            performance,
            grade,
            paid_seats: 0,
            complimentary_seats: 0,
            revenue_krw: 0,
        }
    }
}

fn weighted(rng: &mut ChaCha8Rng, choices: &[(i64, u32)]) -> i64 {
    let mut draw = rng.random_range(0..choices.iter().map(|choice| choice.1).sum());
    for (value, weight) in choices {
        if draw < *weight {
            return *value;
        }
        draw -= weight;
    }
    unreachable!("the draw is less than the sum of the weights")
}

/// How often something happens that is expected this often.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded and not negative"
)]
fn poisson(rng: &mut ChaCha8Rng, expected: f64) -> u32 {
    if 60.0 < expected {
        // So many are as good as normally distributed.
        let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
        let normal = radius * (std::f64::consts::TAU * rng.random::<f64>()).cos();
        return (expected + expected.sqrt() * normal).round().max(0.0) as u32;
    }
    let limit = (-expected).exp();
    let mut product = rng.random::<f64>();
    let mut happened = 0;
    while limit < product {
        product *= rng.random::<f64>();
        happened += 1;
    }
    happened
}

/// Prices end in two zeros.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "prices of seats"
)]
fn hundreds(price_krw: i64, factor: f64) -> i64 {
    ((price_krw as f64 * factor / 100.0).round() as i64).max(1) * 100
}

#[expect(clippy::cast_precision_loss, reason = "seats of a house")]
fn count(seats: i64) -> f64 {
    seats as f64
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn rare_and_frequent_events_happen_as_often_as_expected() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for expected in [0.3, 20.0, 400.0] {
            let mean = (0..2_000).map(|_| f64::from(poisson(&mut rng, expected))).sum::<f64>() / 2_000.0;
            assert!(
                (mean - expected).abs() < expected.sqrt() / 8.0,
                "{mean} instead of {expected}"
            );
        }
    }

    #[test]
    fn prices_end_in_two_zeros_and_are_never_nothing() {
        assert_eq!(hundreds(99_000, 0.75), 74_300);
        assert_eq!(hundreds(0, 1.0), 100);
    }
}
