#![doc = include_str!("../README.md")]

mod audience;
mod composing;
mod destinations;
mod engine;
mod messages;
mod office;
mod sending;
mod tasks;

pub use audience::Audience;
pub use composing::Composer;
pub use destinations::Destinations;
pub use engine::{Engine, EnginePorts};
pub use messages::MessageOffice;
pub use office::ScheduleOffice;
pub use tasks::{ScheduledTask, TaskError, Tasks};

use ports::driven::StorageError;
use ports::driving::ScheduleError;

/// How often a change is tried again when somebody else's came in between.
const TRIES: usize = 5;

/// Tries again while somebody else changes the same thing.
async fn retried<T, F>(mut attempt: impl FnMut() -> F) -> Result<T, ScheduleError>
where
    F: Future<Output = Result<T, ScheduleError>>,
{
    let mut tries = 1;
    loop {
        match attempt().await {
            Err(ScheduleError::Storage(StorageError::Stale(_))) if tries < TRIES => tries += 1,
            answer => break answer,
        }
    }
}

/// A storage error as it is answered.
fn into_schedule_error(error: StorageError) -> ScheduleError {
    match error {
        StorageError::Taken(field) => ScheduleError::Taken(field),
        other => ScheduleError::Storage(other),
    }
}
