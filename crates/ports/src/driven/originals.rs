use async_trait::async_trait;
use domain::upload::Sha256;
use thiserror::Error;

use super::UploadRecord;

/// Why a file could not be stored or read.
#[derive(Debug, Error)]
pub enum OriginalsError {
    /// The store does not work; trying again later may help.
    #[error("the store of original files failed: {0}")]
    Failed(#[from] std::io::Error),
    /// There is less room than one more file may take.
    #[error("the store of original files has {free_bytes} bytes left")]
    Full {
        /// Bytes that are left.
        free_bytes: u64,
    },
    /// What is stored under this hash has another one.
    #[error("the original file {0} is damaged")]
    Damaged(Sha256),
}

/// A file that is in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredFile {
    /// Names its bytes.
    pub sha256: Sha256,
    /// Length in bytes.
    pub size_bytes: i64,
}

/// Keeps the original files for good, under their hash: the same bytes once.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Originals: Send + Sync {
    /// A new, empty file that is nowhere yet.
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError>;

    /// The bytes with this hash; `None` if the store does not have them. Must never answer other bytes.
    async fn read(&self, sha256: Sha256) -> Result<Option<Vec<u8>>, OriginalsError>;

    /// The bytes with this hash, piece by piece; `None` if the store does not have them. Must answer
    /// [`OriginalsError::Damaged`] before the first piece where the bytes are others.
    async fn open(&self, sha256: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError>;

    /// The hashes that begin with this byte, of what the store has.
    async fn list(&self, first: u8) -> Result<Vec<Sha256>, OriginalsError>;

    /// Puts a record beside each original of its upload, durably; one that is there stays as it is. A withdrawal is a
    /// record of its own.
    async fn keep_record(&self, record: &UploadRecord) -> Result<(), OriginalsError>;

    /// The records beside the originals whose hashes begin with this byte, one per upload.
    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, OriginalsError>;

    /// Whether one more file can be stored: stores some bytes durably, and removes them again.
    async fn check(&self) -> Result<(), OriginalsError>;

    /// Removes what killed servers were receiving; answers how many files.
    async fn remove_abandoned(&self) -> Result<usize, OriginalsError>;
}

/// A file of the store that is being read, in pieces of at most 64 KiB.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait OriginalContents: Send + Sync {
    /// The next piece; `None` after the last.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, OriginalsError>;
}

/// A file that is being received. Dropped, it leaves nothing behind.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait IncomingFile: Send + Sync {
    /// Appends bytes.
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError>;

    /// Number of bytes so far.
    fn size_bytes(&self) -> u64;

    /// The hash of all bytes so far. When all are there it is the one that they are kept under.
    fn sha256(&self) -> Sha256;

    /// The first bytes so far, at most `count`.
    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError>;

    /// All bytes so far.
    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError>;

    /// Puts the file into the store, durably.
    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError>;
}
