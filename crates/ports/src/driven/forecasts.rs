use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::KstInstant;
use domain::foresight::{Card, KnownRun, NoForecast, PaceCurve, StoredForecast};
use domain::production::{Category, ProductionId};
use domain::upload::UploadId;

use super::StorageError;

/// A live snapshot, on which something rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ForecastOrigin {
    /// The upload that it was read from.
    pub upload: UploadId,
    /// Whose.
    pub production: ProductionId,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
}

/// Which snapshots are looked at for what they lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Those of one production that were read from this time on.
    OfProduction(ProductionId, DateTime<Utc>),
    /// All that were read from this time on.
    Since(DateTime<Utc>),
    /// All there are; also those of which nothing could be said when they were looked at.
    Ever,
}

/// What a closed production leaves behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing {
    /// Its numbers; `None` when nothing was recorded while it was on sale.
    pub card: Option<Card>,
    /// How it sold; `None` also when nobody knows its seats.
    pub curve: Option<PaceCurve>,
}

/// A forecast, or why there is none, to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NewForecast {
    /// What it rests on.
    pub origin: ForecastOrigin,
    /// What is expected.
    pub outcome: Result<StoredForecast, NoForecast>,
    /// When each performance starts, by its position in the run.
    pub starts_at: Vec<KstInstant>,
    /// When it was made.
    pub computed_at: DateTime<Utc>,
}

/// Keeps what closed productions teach, and forecasts as they were made.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ForecastRepository: Send + Sync {
    /// Closed productions without a card of this method, each by the snapshot that closed it: the first live one from the
    /// day of the last performance on. Only this production, where one is named.
    async fn without_card(&self, production: Option<ProductionId>) -> Result<Vec<ForecastOrigin>, StorageError>;

    /// Live snapshots without a forecast of this method, by record date.
    async fn without_forecast(&self, lacking: Lacking) -> Result<Vec<ForecastOrigin>, StorageError>;

    /// The run at an origin; `None` when the snapshot is not live any more.
    async fn run(&self, origin: &ForecastOrigin) -> Result<Option<KnownRun>, StorageError>;

    /// The cards that forecasts of this origin learn from, oldest first: of other productions that were closed before it,
    /// the newest thirty, those of the category first.
    async fn cards(&self, origin: &ForecastOrigin, category: Category) -> Result<Vec<Card>, StorageError>;

    /// Keeps what a closed production teaches, unless it is kept already.
    async fn store_closing(&self, origin: &ForecastOrigin, closing: &Closing) -> Result<(), StorageError>;

    /// Keeps a forecast, unless there is one of this method already. One that says why there is none may be replaced.
    async fn store_forecast(&self, forecast: &NewForecast) -> Result<(), StorageError>;
}
