use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::UserId;
use domain::preferences::Preferences;

use super::StorageError;

/// Keeps what people have chosen for themselves.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait PreferenceRepository: Send + Sync {
    /// What somebody has chosen; the default of whoever has chosen nothing.
    async fn find(&self, user: UserId) -> Result<Preferences, StorageError>;

    /// Keeps these in the place of those before.
    async fn keep(&self, user: UserId, preferences: &Preferences, now: DateTime<Utc>) -> Result<(), StorageError>;
}
