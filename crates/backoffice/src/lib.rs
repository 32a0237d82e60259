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
pub use productions::ProductionOffice;
pub use targets::TargetPlanning;

use ports::driven::StorageError;
use ports::driving::DeskError;

/// How often a change is tried again when somebody else's came in between.
const TRIES: usize = 5;

/// Tries again while the sale period changes under it.
macro_rules! retried {
    ($attempt:expr) => {{
        let mut tries = 1;
        loop {
            match $attempt.await {
                Err(ports::driving::DeskError::Storage(ports::driven::StorageError::Stale(_)))
                    if tries < $crate::TRIES =>
                {
                    tries += 1;
                }
                answer => break answer,
            }
        }
    }};
}
use retried;

/// Storage errors as the back office tells them.
fn told(error: StorageError) -> DeskError {
    match error {
        StorageError::Taken(field) => DeskError::Taken(field),
        StorageError::Outdated(_) => DeskError::Outdated,
        other => DeskError::Storage(other),
    }
}
