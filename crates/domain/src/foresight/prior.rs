//! What past productions teach before the first ticket (Foresight 2).

use super::card::Card;
use super::matrix::{Cholesky, Square};
use super::numbers::count;
use super::parameters::{
    BANDS, CLASS_FACTORS, CLASSES, COVARIANCE, COVARIANCE_WEIGHT, FACTORS_WEIGHT, MAX_CARDS, RATES, RATES_WEIGHT, WAVE,
};
use super::to_come::ToCome;
use crate::production::Category;

/// Smallest eigenvalue that a covariance may have.
const MIN_EIGENVALUE: f64 = 1e-4;

/// What a company's past says about a production of one category. Computed once for all forecasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Experience {
    past_productions: usize,
    rates: [f64; BANDS],
    covariance: Square,
    class_factors: [f64; CLASSES],
    wave: [f64; 7],
    to_come: ToCome,
}

impl Experience {
    /// The shipped prior: what is assumed of a company without a past.
    pub fn shipped() -> Self {
        Self::learned(&[])
    }

    /// The company prior for a category from the cards of closed productions, oldest first (Foresight 2): the newest 30
    /// of this category; where there are fewer than 3, of all.
    pub fn of(category: Category, cards: &[Card]) -> Self {
        let alike: Vec<&Card> = cards.iter().filter(|card| card.category() == category).collect();
        let chosen = if alike.len() < 3 { cards.iter().collect() } else { alike };
        Self::learned(&chosen[chosen.len().saturating_sub(MAX_CARDS)..])
    }

    fn learned(cards: &[&Card]) -> Self {
        let rates = learned_rates(cards);
        let logs = |shipped: f64, known: Vec<f64>| {
            ((FACTORS_WEIGHT * shipped.ln() + known.iter().sum::<f64>()) / (FACTORS_WEIGHT + count(known.len()))).exp()
        };
        let class_factors = std::array::from_fn(|class| {
            logs(
                CLASS_FACTORS[class],
                cards.iter().filter_map(|card| card.log_class_factors[class]).collect(),
            )
        });
        let mut wave: [f64; 7] =
            std::array::from_fn(|day| logs(WAVE[day], cards.iter().map(|card| card.log_wave[day]).collect()));
        if !cards.is_empty() {
            let mean = wave.iter().sum::<f64>() / 7.0;
            wave = wave.map(|factor| factor / mean);
        }
        let mut to_come = ToCome::default();
        for card in cards {
            to_come.add(&card.to_come);
        }
        Self {
            past_productions: cards.len(),
            covariance: learned_covariance(cards, &rates),
            rates,
            class_factors,
            wave,
            to_come,
        }
    }

    /// Number of past productions that it was learned from.
    pub fn past_productions(&self) -> usize {
        self.past_productions
    }

    /// μ
    pub(super) fn rates(&self) -> &[f64; BANDS] {
        &self.rates
    }

    /// Σ
    pub(super) fn covariance(&self) -> &Square {
        &self.covariance
    }

    pub(super) fn class_factors(&self) -> &[f64; CLASSES] {
        &self.class_factors
    }

    pub(super) fn wave(&self) -> &[f64; 7] {
        &self.wave
    }

    pub(super) fn to_come(&self) -> &ToCome {
        &self.to_come
    }
}

fn learned_rates(cards: &[&Card]) -> [f64; BANDS] {
    std::array::from_fn(|band| {
        let known: Vec<f64> = cards.iter().filter_map(|card| card.rates[band]).collect();
        (RATES_WEIGHT * RATES[band] + known.iter().sum::<f64>()) / (RATES_WEIGHT + count(known.len()))
    })
}

fn learned_covariance(cards: &[&Card], rates: &[f64; BANDS]) -> Square {
    let deviation = |card: &Card, band: usize| card.rates[band].map(|rate| rate - rates[band]);
    let mut covariance = Square::from_fn(BANDS, |b, c| {
        let products: Vec<f64> = cards
            .iter()
            .filter_map(|card| Some(deviation(card, b)? * deviation(card, c)?))
            .collect();
        (COVARIANCE_WEIGHT * COVARIANCE[b][c] + products.iter().sum::<f64>())
            / (COVARIANCE_WEIGHT + count(products.len()))
    });
    let smallest = covariance.smallest_eigenvalue();
    if smallest < MIN_EIGENVALUE {
        covariance.add_to_diagonal(MIN_EIGENVALUE - smallest);
    }
    let mut jitter = MIN_EIGENVALUE;
    while Cholesky::new(&covariance).is_none() {
        covariance.add_to_diagonal(jitter);
        jitter *= 2.0;
    }
    covariance
}
