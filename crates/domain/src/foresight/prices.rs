//! What seats brought, and what one to come will (Foresight 4, revenue).

use super::data::Takings;
use super::numbers::real;
use super::parameters::{MIN_PRICED_SEATS, PRICE_SEATS};

/// What a seat to come costs (Foresight 4, revenue).
pub(super) struct Prices {
    /// ΣW, in won.
    pub(super) sum: f64,
    /// `W_i`, in won, where each is told.
    per_performance: Option<Vec<f64>>,
    /// p̄, in won.
    mean: Option<f64>,
}

impl Prices {
    pub(super) fn of(takings: &Takings, sold: &[f64]) -> Self {
        let (sum, per_performance) = match takings {
            Takings::Total(krw) => (real(*krw), None),
            Takings::PerPerformance(krw) => {
                let each: Vec<f64> = krw.iter().map(|krw| real(*krw)).collect();
                (each.iter().sum(), Some(each))
            }
        };
        let seats: f64 = sold.iter().sum();
        Self {
            sum,
            per_performance,
            mean: (seats >= MIN_PRICED_SEATS).then(|| sum / seats),
        }
    }

    /// `W_i`: told, or at the mean price.
    pub(super) fn takings_of(&self, performance: usize, sold: f64) -> Option<f64> {
        match &self.per_performance {
            Some(krw) => Some(krw[performance]),
            None => Some(self.mean? * sold),
        }
    }

    /// `price_i`; `None` while nobody knows prices.
    pub(super) fn of_seat(&self, performance: usize, sold: f64) -> Option<f64> {
        let (mean, won) = (self.mean?, self.takings_of(performance, sold)?);
        Some(((won + PRICE_SEATS * mean) / (sold + PRICE_SEATS)).max(0.0))
    }
}
