//! What is kept of closed productions and of forecasts, in plain numbers: storage needs no other form.

use chrono::NaiveDate;

use super::answer::{Confidence, Forecast, Interval};
use super::card::Card;
use super::pace::PaceCurve;
use super::to_come::ToCome;
use crate::production::Category;

/// A card in plain numbers. They are those of the card, bit by bit.
#[derive(Debug, Clone, PartialEq)]
pub struct CardNumbers {
    /// Log rates by band.
    pub rates: Vec<Option<f64>>,
    /// Logarithms of the factors of classes.
    pub log_class_factors: Vec<Option<f64>>,
    /// Logarithms of the factors of weekdays, Monday first.
    pub log_wave: Vec<f64>,
    /// Sum and number of the remaining shares of both groups of classes, four numbers for each number of days to go from 0
    /// on; the last four are those before any sale.
    pub to_come: Vec<f64>,
}

impl Card {
    /// Its numbers.
    pub fn numbers(&self) -> CardNumbers {
        CardNumbers {
            rates: self.rates.to_vec(),
            log_class_factors: self.log_class_factors.to_vec(),
            log_wave: self.log_wave.to_vec(),
            to_come: self.to_come.numbers(),
        }
    }

    /// The card of these numbers; `None` when they are none of a card.
    pub fn from_numbers(category: Category, numbers: &CardNumbers) -> Option<Self> {
        Some(Self {
            category,
            rates: numbers.rates.as_slice().try_into().ok()?,
            log_class_factors: numbers.log_class_factors.as_slice().try_into().ok()?,
            log_wave: numbers.log_wave.as_slice().try_into().ok()?,
            to_come: ToCome::from_numbers(&numbers.to_come)?,
        })
    }
}

/// A curve in plain numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveNumbers {
    /// Days to go on its first sale day.
    pub first_days_to_go: i32,
    /// Days to go on the first day of which the share is known.
    pub known_days_to_go: i32,
    /// Shares of all seats sold from the first sale day on, day by day.
    pub shares: Vec<f64>,
}

impl PaceCurve {
    /// Its numbers.
    pub fn numbers(&self) -> CurveNumbers {
        CurveNumbers {
            first_days_to_go: self.first_days_to_go,
            known_days_to_go: self.known_days_to_go,
            shares: self.shares.clone(),
        }
    }

    /// The curve of these numbers.
    pub fn from_numbers(numbers: CurveNumbers) -> Self {
        let CurveNumbers {
            first_days_to_go,
            known_days_to_go,
            shares,
        } = numbers;
        Self {
            first_days_to_go,
            known_days_to_go,
            shares,
        }
    }
}

/// What is stored of a forecast, to be compared with what came. Played performances are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredForecast {
    /// Record date that it rests on.
    pub origin: NaiveDate,
    /// The method's name.
    pub method: &'static str,
    /// Tells the method's numbers apart.
    pub params_hash: String,
    /// Number of past productions that it was learned from.
    pub past_productions: usize,
    /// On what it rests.
    pub confidence: Confidence,
    /// Seats of the run.
    pub seats: StoredSeats,
    /// Revenue of the run at the origin, in won.
    pub revenue_krw: i64,
    /// Its revenue in the end; `None` while prices are not known.
    pub final_revenue_krw: Option<Interval<i64>>,
    /// Its revenue by the old rule.
    pub straight_line_krw: i64,
    /// Break-even amount, and the probability that it is reached by the last performance.
    pub break_even: Option<(i64, f64)>,
    /// Performances to come: position in the run, and seats.
    pub performances: Vec<(usize, StoredSeats)>,
}

/// Seats of a performance or run, now and in the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StoredSeats {
    /// Sold at the origin.
    pub sold: i64,
    /// Those that can be sold.
    pub sellable: i64,
    /// Sold in the end.
    pub in_the_end: Interval<i64>,
    /// Sold in the end by the old rule: so many a day as so far, without a limit.
    pub straight_line: i64,
}

impl Forecast {
    /// What is stored of it.
    pub fn stored(&self) -> StoredForecast {
        let break_even = self.run.break_even.as_ref().ok();
        let to_come = self.performances.iter().filter(|one| one.days_to_go > 0);
        StoredForecast {
            origin: self.origin,
            method: self.method,
            params_hash: self.params_hash.clone(),
            past_productions: self.past_productions,
            confidence: self.confidence,
            seats: StoredSeats {
                sold: self.run.sold_seats,
                sellable: self.run.sellable_seats,
                in_the_end: self.run.final_seats,
                straight_line: self.run.straight_line_seats,
            },
            revenue_krw: self.run.revenue_krw,
            final_revenue_krw: self.run.final_revenue_krw,
            straight_line_krw: self.run.straight_line_krw,
            break_even: break_even.map(|one| (one.break_even_krw, one.probability_by_closing)),
            performances: to_come
                .map(|one| {
                    let seats = StoredSeats {
                        sold: one.sold_seats,
                        sellable: one.sellable_seats,
                        in_the_end: one.final_seats,
                        straight_line: one.straight_line_seats,
                    };
                    (one.performance, seats)
                })
                .collect(),
        }
    }
}
