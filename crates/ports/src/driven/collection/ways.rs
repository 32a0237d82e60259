//! Ways by which files come in: folders, addresses, and the folders of runs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::{
    ArrivalState, CollectionRunId, FolderConfig, FolderName, RunCode, RunState, Secret, SourceKind,
};
use thiserror::Error;

use super::{OriginFile, Validators};

/// A file as it lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiskFile {
    /// Its name, byte for byte.
    pub disk_name: Vec<u8>,
    /// The same as people read it, in NFC.
    pub name: String,
    /// Length in bytes.
    pub size_bytes: u64,
    /// When it was written last, in nanoseconds since 1970.
    pub modified_ns: i64,
}

/// What lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderLook {
    /// Files that are taken, by name.
    pub files: Vec<DiskFile>,
    /// Names of what is left lying, at most [`MAX_IGNORED`](domain::collection::MAX_IGNORED).
    pub ignored: Vec<String>,
}

/// Where a file that was taken over goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderPlace {
    /// `done/`.
    Done,
    /// `failed/`.
    Failed,
}

/// Why a folder cannot be used.
#[derive(Debug, Error)]
pub enum FolderError {
    /// The configuration does not name it, or its path leads out of it.
    #[error("the folder is not allowed")]
    NotAllowed,
    /// It is not there, or its `done/` is not: a share that is not mounted looks empty. Or it does not answer.
    #[error("the folder is not there")]
    Unreachable,
    /// It cannot be written.
    #[error("the folder cannot be written: {0}")]
    NotWritable(#[source] std::io::Error),
    /// It cannot be read.
    #[error("the folder cannot be read: {0}")]
    Failed(#[source] std::io::Error),
}

impl FolderError {
    /// The code of a run that ends so.
    pub fn code(&self) -> RunCode {
        match self {
            Self::NotAllowed => RunCode::FolderNotAllowed,
            Self::Unreachable | Self::Failed(_) => RunCode::FolderUnreachable,
            Self::NotWritable(_) => RunCode::FolderNotWritable,
        }
    }
}

/// The folders that the configuration names. None is waited for without end: one that does not answer is
/// [`FolderError::Unreachable`].
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Folders: Send + Sync {
    /// Their names, in order.
    fn names(&self) -> Vec<FolderName>;

    /// Whether one is there.
    async fn is_reachable(&self, name: &FolderName) -> bool;

    /// Makes `done/` and `failed/` where they are not there. [`FolderError::NotAllowed`] where the path leads out of the
    /// folder that is named, also by a link.
    async fn prepare(&self, folder: &FolderConfig) -> Result<(), FolderError>;

    /// What lies directly in it; `done/` must be there.
    async fn look(&self, folder: &FolderConfig) -> Result<FolderLook, FolderError>;

    /// The bytes of a file; `None` while somebody has it locked, and when it is not as it was seen, before or after.
    async fn read(
        &self,
        folder: &FolderConfig,
        file: &DiskFile,
        max_bytes: u64,
    ) -> Result<Option<Vec<u8>>, FolderError>;

    /// Moves a file, under its name or, where that is taken, under another one with a number; with a text beside it. A file
    /// that is not there any more is no error, and one that is not as it was seen stays: it is another one.
    async fn put_away(
        &self,
        folder: &FolderConfig,
        file: &OriginFile,
        place: FolderPlace,
        text: Option<String>,
    ) -> Result<(), FolderError>;
}

/// One request, with its redirects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchRequest {
    /// The address.
    pub url: String,
    /// A header that proves who asks: its name and value. For the first host only.
    pub secret_header: Option<(String, Secret)>,
    /// What the last answer was known by.
    pub validators: Option<Validators>,
}

/// A file that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedFile {
    /// The name that its server gives it.
    pub file_name: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is known by next time.
    pub validators: Validators,
}

/// What a request brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// 304.
    NotModified,
    /// A file.
    File(FetchedFile),
}

/// Why a request brought nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{code}: {detail}")]
pub struct FetchFailure {
    /// Which kind of failure.
    pub code: RunCode,
    /// What it was in particular. May hold what must be masked.
    pub detail: String,
    /// The host that it is about.
    pub host: Option<String>,
}

/// Asks one address for a file, by the rules of addresses.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Fetcher: Send + Sync {
    /// Asks once; follows redirects.
    async fn fetch(&self, request: FetchRequest) -> Result<Fetched, FetchFailure>;
}

/// The folders that runs of browsers work in.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait RunFolders: Send + Sync {
    /// A new, empty folder of this run, 0700.
    async fn make(&self, run: CollectionRunId) -> std::io::Result<PathBuf>;

    /// The bytes of a file below it; `None` where it has more than `max_bytes`, or is no plain file below it.
    async fn read(&self, folder: &Path, file: &Path, max_bytes: u64) -> std::io::Result<Option<Vec<u8>>>;

    /// Removes one, with all that is in it.
    async fn remove(&self, folder: &Path) -> std::io::Result<()>;

    /// Removes those of all runs but these. One that was made within the last minute stays: its run may have begun since
    /// somebody asked which are at work.
    async fn clear(&self, but: &[CollectionRunId]) -> std::io::Result<()>;
}

/// Counts what is collected.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait CollectionMeter: Send + Sync {
    /// A run ended.
    fn ran(&self, kind: SourceKind, state: RunState, code: Option<RunCode>, took: Duration);

    /// A file came.
    fn arrived(&self, state: ArrivalState);
}
