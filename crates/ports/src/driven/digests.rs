use async_trait::async_trait;
use domain::people::UserId;
use domain::schedule::DigestFrequency;

use super::StorageError;

/// Who gets what one ought to know by mail, and how often.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DigestRepository: Send + Sync {
    /// How often somebody gets it; `None`: never, as nobody does who has not chosen.
    async fn find(&self, user: UserId) -> Result<Option<DigestFrequency>, StorageError>;

    /// Chooses how often.
    async fn choose(&self, user: UserId, frequency: Option<DigestFrequency>) -> Result<(), StorageError>;

    /// The active users who get it so often.
    async fn readers(&self, frequency: DigestFrequency) -> Result<Vec<UserId>, StorageError>;
}
