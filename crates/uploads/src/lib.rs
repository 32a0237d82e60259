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

use ports::driven::{AuditLog, Changes, Clock, Ids, Originals, ProductionRepository, UploadRepository, WorkbookReader};

pub use copying::{Copied, copy_originals};
pub use retaining::Retaining;
pub use template::Templates;

/// Takes workbooks in and brings them to their end, over these.
pub struct Uploads {
    /// Keeps what became of uploads.
    pub repository: Arc<dyn UploadRepository>,
    /// Knows the productions.
    pub productions: Arc<dyn ProductionRepository>,
    /// Keeps the files.
    pub originals: Arc<dyn Originals>,
    /// Keeps who got which of them.
    pub audit: Arc<dyn AuditLog>,
    /// Tells when an upload has ended.
    pub changes: Arc<dyn Changes>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Names uploads.
    pub ids: Arc<dyn Ids>,
    /// Reads workbooks.
    pub reader: Arc<dyn WorkbookReader>,
}

#[cfg(test)]
mod tests;
