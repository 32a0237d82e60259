#![doc = include_str!("../README.md")]

mod alerts;
mod audience;
mod composing;
mod destinations;
mod digests;
mod engine;
mod market;
mod messages;
mod office;
mod sending;
mod tasks;

pub use alerts::{AlertOffice, AlertPorts, Alerts};
pub use audience::Audience;
pub use composing::Composer;
pub use destinations::Destinations;
pub use digests::{DigestPorts, Digests};
pub use engine::{Engine, EnginePorts};
pub use market::MarketReading;
pub use messages::MessageOffice;
pub use office::ScheduleOffice;
pub use tasks::{ScheduledTask, TaskError, Tasks};

use ports::driven::StorageError;
use ports::driving::ScheduleError;

/// A storage error as it is answered.
fn into_schedule_error(error: StorageError) -> ScheduleError {
    match error {
        StorageError::Taken(field) => ScheduleError::Taken(field),
        other => ScheduleError::Storage(other),
    }
}
