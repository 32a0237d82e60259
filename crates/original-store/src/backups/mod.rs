//! Places of backups. A folder and a bucket do the same.

mod bucket;
mod folder;

pub use bucket::BackupBucket;
pub use folder::BackupFolder;
