//! Distributions of sums over performances that share one fate (Foresight 4, run).

use std::sync::LazyLock;

use super::normal;
use super::numbers::count;
use super::parameters::{NODES, RUN_WIDENING};

/// `z_k` = Φ⁻¹((k−½)/15): values of the factor that all performances of a run share.
static SHARED: LazyLock<[f64; NODES]> =
    LazyLock::new(|| std::array::from_fn(|k| normal::quantile((count(k) + 0.5) / count(NODES))));

/// Beyond so many deviations a limit changes less than a thousandth of a seat.
const FAR: f64 = 5.0;

/// What comes of one performance, before the shared factor: lognormal, and limited by the seats left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pickup {
    /// `P_i`, in seats.
    pub(super) seats: f64,
    /// Own variance of its logarithm: s² − `S_i`.
    pub(super) variance: f64,
    /// Seats left.
    pub(super) limit: f64,
    /// What one seat counts: 1, or its price.
    pub(super) worth: f64,
}

/// Mean of normal distributions with equal weights, one for each value of the shared factor.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mixture {
    /// `M_k` and `s_k`.
    nodes: [(f64, f64); NODES],
}

impl Mixture {
    /// The sum of the pickups' worth. `shared_variance` is `S_R`; `relative_deviation` what the worth itself is uncertain by.
    pub(super) fn of(pickups: &[Pickup], shared_variance: f64, relative_deviation: f64) -> Self {
        let shared_deviation = RUN_WIDENING * shared_variance.max(0.0).sqrt();
        let shifts = (*SHARED).map(|z| (shared_deviation * z, (shared_deviation * z).exp()));
        let mut sums = [(0.0, 0.0); NODES];
        for pickup in pickups.iter().filter(|pickup| pickup.seats > 0.0 && pickup.limit > 0.0) {
            let limited = Limited::new(pickup);
            for (sum, (shift, factor)) in sums.iter_mut().zip(shifts) {
                let (mean, variance) = limited.moments(shift, factor);
                sum.0 += pickup.worth * mean;
                sum.1 += pickup.worth * pickup.worth * variance;
            }
        }
        let nodes = sums.map(|(mean, variance)| {
            let of_worth = relative_deviation * mean;
            (
                mean,
                (RUN_WIDENING * RUN_WIDENING * variance + of_worth * of_worth).sqrt(),
            )
        });
        Self { nodes }
    }

    /// F(x)
    pub(super) fn cdf(&self, x: f64) -> f64 {
        let of_node = |(mean, deviation): &(f64, f64)| {
            if *deviation > 0.0 {
                normal::cdf((x - mean) / deviation)
            } else {
                f64::from(u8::from(x >= *mean))
            }
        };
        self.nodes.iter().map(of_node).sum::<f64>() / count(NODES)
    }

    /// Quantile by 50 bisections, at least 0.
    pub(super) fn quantile(&self, p: f64) -> f64 {
        let top = |(mean, deviation): &(f64, f64)| mean + 8.0 * deviation;
        let (mut low, mut high) = (0.0, self.nodes.iter().map(top).fold(0.0, f64::max));
        for _ in 0..50 {
            let middle = 0.5 * (low + high);
            if self.cdf(middle) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

/// A lognormal pickup with what does not depend on the shared factor worked out.
struct Limited {
    seats: f64,
    limit: f64,
    deviation: f64,
    /// (ln limit − ln seats) / deviation.
    room: f64,
    /// e^{v/2} and e^{2v}.
    growth: (f64, f64),
}

impl Limited {
    fn new(pickup: &Pickup) -> Self {
        let deviation = pickup.variance.sqrt();
        Self {
            seats: pickup.seats,
            limit: pickup.limit,
            deviation,
            room: (pickup.limit / pickup.seats).ln() / deviation,
            growth: ((pickup.variance / 2.0).exp(), (2.0 * pickup.variance).exp()),
        }
    }

    /// Mean and variance when the shared factor moves the logarithm by `shift`, the seats by `factor`.
    fn moments(&self, shift: f64, factor: f64) -> (f64, f64) {
        let median = self.seats * factor;
        let z = self.room - shift / self.deviation;
        let (first, second) = (median * self.growth.0, median * median * self.growth.1);
        let (mean, square) = if z - 2.0 * self.deviation > FAR {
            (first, second)
        } else if z < -FAR {
            (self.limit, self.limit * self.limit)
        } else {
            let full = 1.0 - normal::cdf(z);
            (
                first * normal::cdf(z - self.deviation) + self.limit * full,
                second * normal::cdf(z - 2.0 * self.deviation) + self.limit * self.limit * full,
            )
        };
        (mean, (square - mean * mean).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mixture, Pickup};

    fn pickup(seats: f64, limit: f64) -> Pickup {
        Pickup {
            seats,
            variance: 0.04,
            limit,
            worth: 1.0,
        }
    }

    #[test]
    fn a_wide_limit_leaves_the_lognormal_alone() {
        let mixture = Mixture::of(&[pickup(100.0, 1e9)], 0.0, 0.0);
        for (mean, deviation) in mixture.nodes {
            assert!((mean - 100.0 * 0.02_f64.exp()).abs() < 1e-9);
            let expected = 1.15 * 100.0 * (0.08_f64.exp() - 0.04_f64.exp()).sqrt();
            assert!((deviation - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn a_limit_that_is_surely_reached_is_what_comes() {
        let mixture = Mixture::of(&[pickup(1000.0, 3.0)], 0.01, 0.0);
        assert!((mixture.quantile(0.1) - 3.0).abs() < 1e-6);
        assert!((mixture.quantile(0.9) - 3.0).abs() < 1e-6);
    }

    #[test]
    fn performances_of_one_run_are_uncertain_together() {
        let many = vec![pickup(50.0, 1e6); 40];
        let spread = |shared| {
            let mixture = Mixture::of(&many, shared, 0.0);
            mixture.quantile(0.9) - mixture.quantile(0.1)
        };
        assert!(spread(0.09) > 5.0 * spread(0.0));
    }

    #[test]
    fn nothing_to_come_is_certain() {
        let nothing = Mixture::of(&[], 0.5, 0.08);
        assert!(nothing.quantile(0.9) < 1e-9);
        assert!((nothing.cdf(0.0) - 1.0).abs() < f64::EPSILON);
    }
}
