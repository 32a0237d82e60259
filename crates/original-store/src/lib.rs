#![doc = include_str!("../README.md")]

mod backups;
mod bucket;
mod contents;
mod draft;
mod folder;
mod place;
mod reach;
mod records;
#[cfg(feature = "test-object-store")]
pub mod test_object_store;

pub use backups::{BackupBucket, BackupFolder};
pub use bucket::BucketStore;
pub use folder::FolderStore;
pub use place::{BadPlace, Place};
