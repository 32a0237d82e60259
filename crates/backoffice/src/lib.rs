//! What the office keeps by hand: productions, targets, marketing weeks, notes.
//!
//! Decides what a request means and whether it may be; never touches a database itself.

mod notes;
mod planning;
mod productions;

pub use planning::Planning;
pub use productions::ProductionOffice;

use ports::driven::StorageError;
use ports::driving::DeskError;

/// How often a change is tried again when somebody else's came in between.
const TRIES: usize = 5;

/// Storage errors as the back office tells them.
fn told(error: StorageError) -> DeskError {
    match error {
        StorageError::Taken(field) => DeskError::Taken(field),
        other => DeskError::Storage(other),
    }
}
