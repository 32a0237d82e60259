use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use async_trait::async_trait;
use domain::production::{Category, ProductionId};
use thiserror::Error;

use super::{StorageError, StoredFile};

/// Where backups are kept: contents under names with `/`, of which a name has all or is not there. A folder is one such
/// place, and so can a store of objects be.
#[async_trait]
pub trait BackupPlace: Send + Sync {
    /// What lies directly in a folder, by the last part of its name; `""`: in the place itself.
    async fn list(&self, folder: &str) -> io::Result<Vec<String>>;

    /// The length of what has this name, in bytes; `None` if nothing has it.
    async fn size(&self, name: &str) -> io::Result<Option<u64>>;

    /// What has this name; `None` if nothing has it.
    async fn read(&self, name: &str) -> io::Result<Option<Box<dyn Read + Send>>>;

    /// Something new of this name, which is there once it is finished. What had the name before is replaced.
    async fn write(&self, name: &str) -> io::Result<Box<dyn BackupFile>>;

    /// Removes what has this name, if anything does.
    async fn remove(&self, name: &str) -> io::Result<()>;

    /// Removes a folder with everything in it.
    async fn remove_folder(&self, folder: &str) -> io::Result<()>;
}

/// Something that is being written. Dropped, it leaves nothing behind.
pub trait BackupFile: Write + Send {
    /// From now on it is there, durably.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// Why a database could not be copied or filled.
#[derive(Debug, Error)]
pub enum CopyError {
    /// It cannot be read or written.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The programs that do it are not there.
    #[error("{0}")]
    NoPrograms(String),
    /// One of them failed.
    #[error("{program} failed: {told}")]
    Failed {
        /// Its name.
        program: &'static str,
        /// What it said.
        told: String,
    },
    /// It could not be run, or talked to.
    #[error("the programs of PostgreSQL cannot be run: {0}")]
    Io(#[from] io::Error),
}

/// How many rows each table has, by the table's name.
pub type RowCounts = BTreeMap<String, u64>;

/// What a database says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseFacts {
    /// Version of the server.
    pub server: String,
    /// The newest migration that was applied.
    pub migration: String,
    /// Rows of each table.
    pub rows: RowCounts,
    /// All productions.
    pub productions: Vec<CopiedProduction>,
    /// A secret of this database, the same in all its copies.
    pub secret: [u8; 32],
}

/// A production of a copied database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedProduction {
    /// Identity.
    pub id: ProductionId,
    /// Its code.
    pub code: String,
    /// Its category.
    pub category: Category,
}

/// Copies a database as a whole, and fills one from a copy.
#[async_trait]
pub trait DatabaseCopies: Send + Sync {
    /// The database as it is now, while others go on changing it.
    async fn freeze(&self) -> Result<Box<dyn FrozenDatabase>, CopyError>;

    /// Fills a database that is empty with what [`FrozenDatabase::dump`] gave: with all of it, or nothing.
    async fn fill(&self, dump: Box<dyn Read + Send>) -> Result<(), CopyError>;

    /// Makes sure that nobody takes a database that was brought back for what it was before: versions that servers and
    /// browsers remember, and the order of uploads, go on from far ahead; sessions end, and nothing is known of backups
    /// elsewhere.
    async fn bring_to_life(&self) -> Result<(), CopyError>;
}

/// A database as it was at one moment.
#[async_trait]
pub trait FrozenDatabase: Send + Sync {
    /// The name by which others read the same moment.
    fn moment(&self) -> &str;

    /// What it says of itself.
    async fn facts(&self) -> Result<DatabaseFacts, CopyError>;

    /// The originals that uploads name, whose hashes begin with this byte.
    async fn originals(&self, first: u8) -> Result<Vec<StoredFile>, CopyError>;

    /// All of it. Reading fails at the end where it is not whole.
    async fn dump(&self) -> Result<Box<dyn Read + Send>, CopyError>;
}
