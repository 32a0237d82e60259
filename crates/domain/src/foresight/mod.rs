//! Foresight: forecasts that say how sure they are.
//!
//! The method is Bayesian booking bands: log sales rates by band of days to go, a Gaussian prior learned from past
//! productions, one small linear system. `docs/foresight.md` explains it; comments such as "Foresight 3" name its
//! sections. Everything is a pure function of what is given: no clock, no randomness, and the same answer each time.
//! Within, numbers are `f64`; only answers are rounded.
//!
//! ```text
//! Run ──▶ Course (cleaned curves) ──▶ State (rates, factors) ──▶ Outlook (to come) ──▶ Forecast (answer)
//! past Runs ──▶ Card ──▶ Experience (prior, comparables) ──┘
//! ```

mod alert;
mod answer;
mod card;
mod cast;
mod cell;
mod class;
mod course;
mod data;
mod holidays;
mod lift;
mod matrix;
mod mixture;
mod normal;
mod numbers;
mod outlook;
mod pace;
mod parameters;
mod prices;
mod prior;
mod revenue_path;
mod rounding;
mod state;
mod stored;
mod to_come;
mod what_if;

#[cfg(test)]
mod tests;

pub use alert::{Alert, Driver, alerts};
pub use answer::{
    BreakEven, BreakEvenDay, Confidence, Explanation, Forecast, Interval, NoBreakEven, PerformanceForecast, RunForecast,
};
pub use card::Card;
pub use cast::{CannotTell, CastEffect, CastShow, cast_effects};
pub use class::{Class, Holiday, Holidays};
pub use data::{KnownRun, Performance, Record, Run, Takings};
pub use lift::{DailySeats, Lift, NoLift, marketing_lift};
pub use numbers::ratio;
pub use pace::{Comparable, Pace, PaceCurve, PacePoint};
pub use parameters::{METHOD, params_hash};
pub use prior::Experience;
pub use stored::{CardNumbers, CurveNumbers, StoredForecast, StoredSeats};
pub use what_if::{Change, FurtherPerformance, PriceChange, WhatIf};

use thiserror::Error;

/// Why there is no forecast (Foresight 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoForecast {
    /// Nothing was recorded up to that day.
    #[error("no snapshot up to this day")]
    NoSnapshot,
    /// How many seats can be sold is known of no performance to come.
    #[error("no seats are known of the performances to come")]
    NoCapacity,
    /// Records end before the sale start.
    #[error("not on sale yet")]
    NotOnSale,
    /// Every performance was played at the origin.
    #[error("the run is over")]
    RunOver,
}

impl NoForecast {
    /// The reason in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSnapshot => "no_snapshot",
            Self::NoCapacity => "no_capacity",
            Self::NotOnSale => "not_on_sale",
            Self::RunOver => "run_over",
        }
    }
}
