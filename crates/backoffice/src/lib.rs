//! What the office keeps by hand: productions, targets, marketing weeks, notes; and people with their accounts.
//!
//! Decides what a request means and whether it may be; never touches a database itself.

mod accounts;
mod columns;
mod list_words;
mod notes;
mod people;
mod planning;
mod production_list;
mod productions;
mod target_list;
mod targets;

pub use accounts::{AccountPorts, Accounts};
pub use people::People;
pub use planning::Planning;
pub use productions::{ProductionOffice, ProductionPorts};
pub use targets::TargetPlanning;

use ports::driven::StorageError;
use ports::driving::{AccountError, DeskError};

/// How often a change is tried again when somebody else's came in between.
const TRIES: usize = 5;

/// An error that may be somebody else's change that came in between.
trait Retriable {
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

/// Tries again while somebody else changes the same thing.
async fn retried<T, E, F>(mut attempt: impl FnMut() -> F) -> Result<T, E>
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

/// A storage error as the back office answers it.
fn into_desk_error(error: StorageError) -> DeskError {
    match error {
        StorageError::Taken(field) => DeskError::Taken(field),
        other => DeskError::Storage(other),
    }
}
