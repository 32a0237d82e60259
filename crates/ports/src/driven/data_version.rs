use async_trait::async_trait;

use super::StorageError;

/// How many changes were committed: what an answer may be as new as.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DataVersion: Send + Sync {
    /// The greatest version that this server has heard of. What is read from now on is of this version or a newer one.
    fn known(&self) -> i64;

    /// Takes note of a version that something was read at.
    fn hear(&self, version: i64);

    /// The version of now, from the database.
    async fn current(&self) -> Result<i64, StorageError>;
}
