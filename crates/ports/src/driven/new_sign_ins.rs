use std::net::IpAddr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::{SessionId, UserId};

use super::StorageError;

/// A sign-in from a network address or with a browser that its account had not been used from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSignIn {
    /// The session that it began.
    pub id: SessionId,
    /// When.
    pub at: DateTime<Utc>,
    /// Where.
    pub address: Option<IpAddr>,
    /// The program, as it calls itself.
    pub user_agent: Option<String>,
    /// Whether the session goes on.
    pub is_going_on: bool,
}

/// Tells people of sign-ins from places that are new. They are noted with the session, in its transaction; the first
/// sign-in to an account is none.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait NewSignIns: Send + Sync {
    /// Those of a user that have not been dismissed, the newest first.
    async fn list(&self, user: UserId, now: DateTime<Utc>) -> Result<Vec<NewSignIn>, StorageError>;

    /// Shows one no more; `false` when there is none.
    async fn dismiss(&self, user: UserId, id: SessionId) -> Result<bool, StorageError>;
}
