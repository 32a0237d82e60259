use async_trait::async_trait;
use domain::upload::Sha256;
use thiserror::Error;

/// Why a file could not be stored or read.
#[derive(Debug, Error)]
#[error("the store of original files failed: {0}")]
pub struct OriginalsError(#[from] pub std::io::Error);

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

    /// The bytes with this hash; `None` when the store has them not.
    async fn read(&self, sha256: Sha256) -> Result<Option<Vec<u8>>, OriginalsError>;

    /// The bytes with this hash, piece by piece; `None` when the store has them not.
    async fn open(&self, sha256: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError>;
}

/// A file of the store that is being read, in pieces of at most 64 KiB.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait OriginalContents: Send + Sync {
    /// The next piece; `None` after the last. Where the bytes are not those of the hash, the last piece is an error: nobody
    /// takes what was changed for the original.
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

    /// All bytes so far.
    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError>;

    /// Puts the file into the store, durably.
    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError>;
}
