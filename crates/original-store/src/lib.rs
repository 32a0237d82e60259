//! Original files under their hash, with what they were beside them: in a folder that servers share, or in a bucket of an
//! object store. Backups lie in such places as well.

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
