#![doc = include_str!("../README.md")]

mod checking;
mod copying;
mod desk;
pub mod file_name;
mod nearest;
mod processing;
mod records;
mod replaying;
mod retaining;
mod target;
mod template;

use std::sync::Arc;

use ports::driven::{Changes, Clock, Ids, Originals, ProductionRepository, UploadRepository, WorkbookReader};

pub use copying::{Copied, copy_originals};
pub use retaining::Retaining;
pub use template::Templates;

/// Takes workbooks in and brings them to their end.
pub struct Uploads {
    repository: Arc<dyn UploadRepository>,
    productions: Arc<dyn ProductionRepository>,
    originals: Arc<dyn Originals>,
    changes: Arc<dyn Changes>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    reader: Arc<dyn WorkbookReader>,
}

impl Uploads {
    /// Uploads over these.
    pub fn new(
        repository: Arc<dyn UploadRepository>,
        productions: Arc<dyn ProductionRepository>,
        originals: Arc<dyn Originals>,
        changes: Arc<dyn Changes>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        reader: Arc<dyn WorkbookReader>,
    ) -> Self {
        Self {
            repository,
            productions,
            originals,
            changes,
            clock,
            ids,
            reader,
        }
    }
}

#[cfg(test)]
mod tests;
