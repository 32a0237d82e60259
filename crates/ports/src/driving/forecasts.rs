use async_trait::async_trait;
use domain::production::ProductionId;

use crate::driven::StorageError;

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// Cards of closed productions.
    pub cards: usize,
    /// Forecasts, those that say why there is none among them.
    pub forecasts: usize,
}

/// Makes the forecasts that are kept, each with what was known at its origin. May be asked twice for the same, and by
/// several at once: what is there already stays.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Forecasting: Send + Sync {
    /// Of one production's snapshots that were read lately.
    async fn catch_up_on(&self, production: ProductionId) -> Result<Made, StorageError>;

    /// Of all snapshots that were read lately, and the cards of all closed productions.
    async fn catch_up(&self) -> Result<Made, StorageError>;

    /// Of all snapshots there are.
    async fn backfill(&self) -> Result<Made, StorageError>;
}
