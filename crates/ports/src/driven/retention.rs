use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::production::ProductionId;
use domain::retention::Retention;

use super::StorageError;

/// What went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evicted {
    /// Snapshots.
    pub snapshots: u64,
    /// Their rows.
    pub rows: u64,
}

/// Removes the rows of old snapshots. Their uploads, originals and forecasts stay.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SnapshotEviction: Send + Sync {
    /// The productions that have rows of snapshots with record dates before this day.
    async fn productions_before(&self, day: NaiveDate) -> Result<Vec<ProductionId>, StorageError>;

    /// Removes the rows of the oldest snapshots of a production that [`Retention::evicted`] names today, at most so many, all
    /// at once, and enters it into the audit. Nothing where there are none, or no such production.
    async fn evict(
        &self,
        production: ProductionId,
        retention: Retention,
        today: NaiveDate,
        at: DateTime<Utc>,
        most: usize,
    ) -> Result<Evicted, StorageError>;
}
