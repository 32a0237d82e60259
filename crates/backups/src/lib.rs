#![doc = include_str!("../README.md")]

mod digests;
mod finding;
mod making;
mod manifest;
mod pruning;
mod restoring;
mod sealing;

use std::sync::Arc;

use domain::backup::BackupName;
use ports::driven::{BackupPlace, Clock, CopyError, Originals, OriginalsError, ReportError};
use thiserror::Error;

pub use finding::Backup;
pub use making::{Made, ReportsAt};
pub use manifest::{Contents, Difference, FORMAT, Manifest};
pub use restoring::RestoredOriginals;
pub use sealing::{InvalidKey, Seal};

/// Makes backups in a place, and reads them.
pub struct Backups {
    /// Where they are.
    pub place: Arc<dyn BackupPlace>,
    /// The original files.
    pub originals: Arc<dyn Originals>,
    /// Whether they are encrypted, and can be read.
    pub seal: Seal,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// The release of this program.
    pub release: &'static str,
}

/// Why a backup cannot be made or used.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The place cannot be read or written.
    #[error("the place of backups cannot be used: {0}")]
    Place(#[from] std::io::Error),
    /// The database.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The store of originals.
    #[error(transparent)]
    Originals(#[from] OriginalsError),
    /// A report cannot be answered.
    #[error("a report cannot be read: {0}")]
    Report(#[from] ReportError),
    /// There is none.
    #[error("there is no whole backup here: one is whole once its manifest.json is there")]
    None,
    /// There is one of the same second.
    #[error("the backup {0} is there already")]
    Taken(BackupName),
    /// It is not what its manifest says.
    #[error("{0} is damaged or missing")]
    Damaged(String),
    /// Its manifest is of another program, or of a newer one.
    #[error("the manifest of {0} cannot be read: {1}")]
    Unreadable(BackupName, String),
    /// It is encrypted, and the key is not there.
    #[error("the backup is encrypted: BACKUP_IDENTITY must name the file with the key")]
    Sealed,
    /// The key does not fit.
    #[error("the backup cannot be decrypted: {0}")]
    WrongKey(String),
}
