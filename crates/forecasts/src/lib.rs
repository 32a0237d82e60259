#![doc = include_str!("../README.md")]
//!
//! First the cards of closed productions are made, then forecasts, each with what was known at its origin. Nothing is held
//! between two questions, so any number of servers may do it at once, and one that ends is followed by the next.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Days, Utc};
use domain::foresight::{Card, Experience, Forecast, PaceCurve};
use domain::production::ProductionId;
use ports::driven::{Clock, Closing, ForecastOrigin, ForecastRepository, Lacking, NewForecast, StorageError};
use ports::driving::{Forecasting, Made};

/// Snapshots that were read longer ago are for the backfill.
const RECENT_DAYS: Days = Days::new(7);

/// Makes forecasts and keeps them.
pub struct Forecasts {
    repository: Arc<dyn ForecastRepository>,
    clock: Arc<dyn Clock>,
}

impl Forecasts {
    /// Over this storage.
    pub fn new(repository: Arc<dyn ForecastRepository>, clock: Arc<dyn Clock>) -> Self {
        Self { repository, clock }
    }

    fn recent(&self) -> DateTime<Utc> {
        let now = self.clock.now();
        now.checked_sub_days(RECENT_DAYS).unwrap_or(now)
    }

    async fn make(&self, production: Option<ProductionId>, lacking: Lacking) -> Result<Made, StorageError> {
        let mut made = Made::default();
        for origin in self.repository.without_card(production).await? {
            made.cards += usize::from(self.close(&origin).await?);
        }
        for origin in self.repository.without_forecast(lacking).await? {
            made.forecasts += usize::from(self.forecast(&origin).await?);
        }
        if made != Made::default() {
            tracing::debug!(cards = made.cards, forecasts = made.forecasts, "Made forecasts.");
        }
        Ok(made)
    }

    /// Makes a closed production's card; `false` when its snapshot is not live any more.
    async fn close(&self, origin: &ForecastOrigin) -> Result<bool, StorageError> {
        let Some(known) = self.repository.run(origin).await? else {
            return Ok(false);
        };
        let day = origin.record_date;
        let closing = away(move || Closing {
            card: Card::of(&known.run),
            curve: PaceCurve::of(&known.run, day),
        })
        .await;
        self.repository.store_closing(origin, &closing).await?;
        Ok(true)
    }

    /// Makes a forecast; `false` when its snapshot is not live any more.
    async fn forecast(&self, origin: &ForecastOrigin) -> Result<bool, StorageError> {
        let Some(known) = self.repository.run(origin).await? else {
            return Ok(false);
        };
        let category = known.run.category();
        let cards = self.repository.cards(origin, category).await?;
        let day = origin.record_date;
        let (outcome, starts_at) = away(move || {
            let experience = Experience::of(category, &cards);
            let forecast = Forecast::of(&known.run, &experience, day, known.break_even_krw);
            (forecast.map(|forecast| forecast.stored()), known.starts_at)
        })
        .await;
        let forecast = NewForecast {
            origin: *origin,
            outcome,
            starts_at,
            computed_at: self.clock.now(),
        };
        self.repository.store_forecast(&forecast).await?;
        Ok(true)
    }
}

#[async_trait]
impl Forecasting for Forecasts {
    async fn catch_up_on(&self, production: ProductionId) -> Result<Made, StorageError> {
        let lacking = Lacking::OfProduction(production, self.recent());
        self.make(Some(production), lacking).await
    }

    async fn catch_up(&self) -> Result<Made, StorageError> {
        self.make(None, Lacking::Since(self.recent())).await
    }

    async fn backfill(&self) -> Result<Made, StorageError> {
        self.make(None, Lacking::Ever).await
    }
}

/// Milliseconds of arithmetic, away from the threads that answer requests.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work)
        .await
        .expect("arithmetic does not panic, and nobody cancels it")
}

#[cfg(test)]
mod tests;
