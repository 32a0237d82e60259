use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::UserId;

use super::StorageError;

/// One request that may be repeated: `Idempotency-Key` of one user on one route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// Who.
    pub user_id: UserId,
    /// Method and path, `POST /api/v1/productions`.
    pub route: String,
    /// The key, as the client chose it; at most 200 characters.
    pub key: String,
}

/// An answer that is kept to be given again. Answers with secrets are never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// HTTP status.
    pub status: u16,
    /// Where the new thing is.
    pub location: Option<String>,
    /// The body, JSON.
    pub body: Vec<u8>,
}

/// What is known of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is the first; the key is reserved until [`IdempotencyKeys::keep`] or [`IdempotencyKeys::release`].
    First,
    /// The same request was answered with this.
    Answered(StoredAnswer),
    /// The same request is being answered just now.
    Running,
    /// The key was used for another body.
    OtherBody,
}

/// Keeps first answers for 24 hours.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait IdempotencyKeys: Send + Sync {
    /// Looks the request up by key, and reserves the key for it when it is new. `body` is a digest of what it asks for.
    /// A reservation that is older than two minutes was left by a server that is gone, and is taken over.
    async fn begin(&self, key: &IdempotencyKey, body: &[u8; 32], now: DateTime<Utc>) -> Result<Begun, StorageError>;

    /// Keeps the answer.
    async fn keep(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StorageError>;

    /// Forgets the key: the request was refused, and may be tried again.
    async fn release(&self, key: &IdempotencyKey) -> Result<(), StorageError>;
}
