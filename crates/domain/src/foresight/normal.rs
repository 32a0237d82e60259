//! The normal distribution (Foresight 4: absolute errors below 1e−7).

use std::sync::LazyLock;

/// The quantile that nine of ten outcomes stay below.
static NINE_OF_TEN: LazyLock<f64> = LazyLock::new(|| quantile(0.9));

/// A quantile that answers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    P10,
    P50,
    P90,
}

impl Level {
    /// The probability of an outcome below.
    pub(super) fn probability(self) -> f64 {
        match self {
            Self::P10 => 0.1,
            Self::P50 => 0.5,
            Self::P90 => 0.9,
        }
    }

    /// Φ⁻¹ of that.
    pub(super) fn deviations(self) -> f64 {
        match self {
            Self::P10 => -*NINE_OF_TEN,
            Self::P50 => 0.0,
            Self::P90 => *NINE_OF_TEN,
        }
    }
}

/// Where the rational approximation hands over to the continued fraction.
const TAIL: f64 = 7.071_067_811_865_47;

/// Φ, after J. F. Hart et al., "Computer Approximations" (1968), algorithm 5666; errors are about 1e−15.
pub(super) fn cdf(x: f64) -> f64 {
    let distance = x.abs();
    let upper = if distance > 37.0 {
        0.0
    } else {
        let density = (-distance * distance / 2.0).exp();
        if distance < TAIL {
            density * numerator(distance) / denominator(distance)
        } else {
            let fraction = [4.0, 3.0, 2.0, 1.0]
                .iter()
                .fold(distance + 0.65, |rest, n| distance + n / rest);
            density / fraction / (2.0 * std::f64::consts::PI).sqrt()
        }
    };
    if x > 0.0 { 1.0 - upper } else { upper }
}

/// Φ⁻¹ of a probability strictly between 0 and 1, by bisection of [`cdf`].
pub(super) fn quantile(p: f64) -> f64 {
    let (mut low, mut high) = (-38.0, 38.0);
    for _ in 0..70 {
        let middle = 0.5 * (low + high);
        if cdf(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

fn numerator(x: f64) -> f64 {
    horner(
        x,
        &[
            3.526_249_659_989_11e-2,
            0.700_383_064_443_688,
            6.373_962_203_531_65,
            33.912_866_078_383,
            112.079_291_497_871,
            221.213_596_169_931,
            220.206_867_912_376,
        ],
    )
}

fn denominator(x: f64) -> f64 {
    horner(
        x,
        &[
            8.838_834_764_831_84e-2,
            1.755_667_163_182_64,
            16.064_177_579_207,
            86.780_732_202_946_1,
            296.564_248_779_674,
            637.333_633_378_831,
            793.826_512_519_948,
            440.413_735_824_752,
        ],
    )
}

fn horner(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::{cdf, quantile};

    #[test]
    fn known_values_are_met_far_closer_than_asked() {
        for (x, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_542_9),
            (-1.281_551_565_544_600_4, 0.1),
            (-3.0, 0.001_349_898_031_630_094_6),
            (2.5, 0.993_790_334_674_223_8),
            (8.0, 1.0),
        ] {
            assert!((cdf(x) - p).abs() < 1e-12, "{x}: {} is not {p}", cdf(x));
        }
        assert!((cdf(-8.0) / 6.220_960_574_271_785e-16 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for p in [1e-9, 0.01, 0.1, 0.5, 0.733, 0.9, 0.999] {
            assert!((cdf(quantile(p)) - p).abs() < 1e-12);
        }
        assert!((quantile(0.9) - 1.281_551_565_544_6).abs() < 1e-9);
    }
}
