use async_trait::async_trait;
use chrono::NaiveDate;
use domain::market::matching::Suggestion;
use domain::market::{Genre, KopisId, Sitting};
use domain::production::ProductionId;
use thiserror::Error;

use super::DeskError;
use crate::actor::Edit;
use crate::driven::{Endpoint, Match, StorageError};

/// Shows that a production may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions {
    /// The best first.
    pub suggestions: Vec<Suggestion>,
    /// Whether KOPIS was asked by the name as well, now or within a day; else they are of what is stored.
    pub is_complete: bool,
}

/// What is counted of the market.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarketFigures {
    /// Calls of this process: of which endpoint, what came of them, and how many.
    pub requests: Vec<(Endpoint, &'static str, u64)>,
    /// Calls that are left today; `None` where nothing is read, or storage does not say.
    pub budget_left: Option<u32>,
    /// Last day with figures.
    pub through: Option<NaiveDate>,
}

/// Which of KOPIS's shows productions are.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MarketDesk: Send + Sync {
    /// Which shows a production is.
    async fn find(&self, production: ProductionId) -> Result<Match, DeskError>;

    /// Says which shows it is.
    async fn set(
        &self,
        production: ProductionId,
        kopis_ids: Vec<KopisId>,
        genre: Genre,
        edit: &Edit,
    ) -> Result<Match, DeskError>;

    /// Shows that it may be. Nothing is matched by it.
    async fn suggest(&self, production: ProductionId) -> Result<Suggestions, DeskError>;

    /// What is counted.
    async fn figures(&self) -> MarketFigures;
}

/// Why a reading did not end well.
#[derive(Debug, Error)]
pub enum ReadingError {
    /// KOPIS did not give what was asked; what had been read is stored, and the state is too.
    #[error("{0}")]
    Market(String),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Reads what is new of the market.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MarketReader: Send + Sync {
    /// Reads all of a sitting. Without a key nothing is done. May be done twice.
    async fn read(&self, sitting: Sitting) -> Result<(), ReadingError>;
}
