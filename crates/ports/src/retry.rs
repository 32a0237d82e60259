//! Changes that are tried again when somebody else's came in between.

use crate::driven::StorageError;
use crate::driving::collection::CollectionError;
use crate::driving::{AccountError, DeskError, ScheduleError};

/// How often a change is tried when somebody else's came in between.
pub const TRIES: usize = 5;

/// An error that may be somebody else's change that came in between.
pub trait Retriable {
    /// Whether it is that.
    fn is_stale(&self) -> bool;
}

impl Retriable for StorageError {
    fn is_stale(&self) -> bool {
        matches!(self, Self::Stale(_))
    }
}

impl Retriable for DeskError {
    fn is_stale(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_stale())
    }
}

impl Retriable for AccountError {
    fn is_stale(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_stale())
    }
}

impl Retriable for ScheduleError {
    fn is_stale(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_stale())
    }
}

impl Retriable for CollectionError {
    fn is_stale(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_stale())
    }
}

/// Tries again while somebody else changes the same thing; the last of [`TRIES`] answers what came of it.
pub async fn retried<T, E, F>(mut attempt: impl FnMut() -> F) -> Result<T, E>
where
    E: Retriable,
    F: Future<Output = Result<T, E>>,
{
    let mut tries = 1;
    loop {
        match attempt().await {
            Err(error) if error.is_stale() && tries < TRIES => tries += 1,
            answer => break answer,
        }
    }
}
