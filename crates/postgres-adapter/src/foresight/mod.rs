//! What closed productions teach, and forecasts as they were made.

mod cards;
mod lacking;
mod runs;
mod writes;

use async_trait::async_trait;
use diesel::prelude::*;
use domain::foresight::{Card, KnownRun};
use domain::production::{Category, ProductionId};
use ports::driven::{Closing, ForecastOrigin, ForecastRepository, Lacking, NewForecast, StorageError};

pub(crate) use self::cards::{Learner, cards};
pub(crate) use self::runs::{Depth, runs};
use crate::pool::PgPool;

const WHAT: &str = "forecasts";

/// Forecasts in PostgreSQL.
pub struct PgForecastRepository {
    pool: PgPool,
}

impl PgForecastRepository {
    /// Reads and writes through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[async_trait]
impl ForecastRepository for PgForecastRepository {
    async fn without_card(&self, production: Option<ProductionId>) -> Result<Vec<ForecastOrigin>, StorageError> {
        let find = move |connection: &mut PgConnection| Ok(lacking::without_card(connection, production)?);
        self.pool.look_up(WHAT, find).await
    }

    async fn without_forecast(&self, lacking: Lacking) -> Result<Vec<ForecastOrigin>, StorageError> {
        let find = move |connection: &mut PgConnection| Ok(lacking::without_forecast(connection, lacking)?);
        self.pool.look_up(WHAT, find).await
    }

    async fn run(&self, origin: &ForecastOrigin) -> Result<Option<KnownRun>, StorageError> {
        let (origin, holidays) = (*origin, self.pool.holidays());
        let read = move |connection: &mut PgConnection| {
            let asked = [(origin.production.0, origin.record_date)];
            let found = runs(connection, &asked, Depth::Course, &holidays)?;
            let run = found.into_values().find(|run| run.upload == origin.upload);
            Ok(run.map(|run| run.known))
        };
        self.pool.look_up(WHAT, read).await
    }

    async fn cards(&self, origin: &ForecastOrigin, category: Category) -> Result<Vec<Card>, StorageError> {
        let learner = Learner {
            production: origin.production.0,
            category,
            origin: origin.record_date,
        };
        let read = move |connection: &mut PgConnection| {
            let mut cards = cards(connection, &[learner])?;
            Ok(cards.remove(&learner.production).unwrap_or_default())
        };
        self.pool.look_up(WHAT, read).await
    }

    async fn store_closing(&self, origin: &ForecastOrigin, closing: &Closing) -> Result<(), StorageError> {
        let (origin, closing) = (*origin, closing.clone());
        let store = move |connection: &mut PgConnection| {
            connection.transaction(|c| writes::store_closing(c, &origin, &closing))
        };
        self.pool.run(WHAT, store).await
    }

    async fn store_forecast(&self, forecast: &NewForecast) -> Result<(), StorageError> {
        let forecast = forecast.clone();
        let store =
            move |connection: &mut PgConnection| connection.transaction(|c| writes::store_forecast(c, &forecast));
        self.pool.run(WHAT, store).await
    }
}
