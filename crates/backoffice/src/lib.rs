#![doc = include_str!("../README.md")]

mod accounts;
mod campaigns;
mod columns;
mod list_words;
mod notes;
mod people;
mod planning;
mod production_list;
mod productions;
mod system;
mod target_list;
mod targets;

pub use accounts::{AccountPorts, Accounts};
pub use campaigns::CampaignOffice;
pub use people::People;
pub use planning::Planning;
pub use productions::{ProductionOffice, ProductionPorts};
pub use system::SystemWatch;
pub use targets::TargetPlanning;

use ports::driven::StorageError;
use ports::driving::DeskError;

/// A storage error as the back office answers it.
fn into_desk_error(error: StorageError) -> DeskError {
    match error {
        StorageError::Taken(field) => DeskError::Taken(field),
        other => DeskError::Storage(other),
    }
}
