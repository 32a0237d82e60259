use std::time::Duration;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::access::Visible;
use domain::diagnostics::Diagnostic;
use domain::headings::LabelChanges;
use domain::production::{ProductionCode, ProductionId};
use domain::sales::{Facts, Snapshot};
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind, UploadStatus};
use thiserror::Error;

use crate::actor::Actor;
use crate::driven::collection::CollectedUpload;
use crate::driven::{
    IncomingFile, MovedInUpload, OriginalContents, OriginalsError, ReadingInterrupted, StorageError, UploadQuery,
    UploadRecord, Verdict, WorkbookPassword,
};
use crate::paging::Page;

/// How a request says which production it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductionChoice {
    /// By its id.
    Id(ProductionId),
    /// By its code.
    Code(ProductionCode),
    /// By the file name.
    FileName,
}

/// A code that leads to no production that somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode {
    /// As the request or the file name has it.
    pub code: ProductionCode,
    /// The code that may have been meant.
    pub nearest: Option<ProductionCode>,
}

/// A file as it came in.
pub struct ReceivedFile {
    /// The name that it came with, as it came.
    pub file_name: String,
    /// Its bytes, not yet in the store.
    pub file: Box<dyn IncomingFile>,
}

/// One upload, as it was asked for.
pub struct UploadRequest {
    /// Which production.
    pub production: ProductionChoice,
    /// What it is about, where the request says it; else the sheets of the workbook do.
    pub kind: Option<UploadKind>,
    /// The record date, where the request says it.
    pub record_date: Option<NaiveDate>,
    /// One workbook, or two CSV files.
    pub files: Vec<ReceivedFile>,
    /// The password of its files; one that needs none does not mind.
    pub password: Option<WorkbookPassword>,
    /// Who sends it.
    pub by: Actor,
    /// Where it comes from, of one that is moved in.
    pub moved_in: Option<MovedInUpload>,
    /// That it was collected, and from where.
    pub collected: Option<CollectedUpload>,
}

/// What an upload is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadTarget {
    /// Which production.
    pub production_id: ProductionId,
    /// Its code.
    pub production_code: ProductionCode,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
}

/// An upload that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The upload.
    pub upload: Upload,
    /// Whether the same files were there already.
    pub repeated: bool,
}

/// What an upload would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DryRun {
    /// What it is about.
    pub kind: UploadKind,
    /// Whose sales it describes.
    pub production_id: ProductionId,
    /// The production's code.
    pub production_code: ProductionCode,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// Where it would stand.
    pub status: UploadStatus,
    /// What was found.
    pub verdict: Verdict,
    /// Sums of what was read; `None` with errors.
    pub facts: Option<Facts>,
    /// All rows that could be read.
    pub snapshot: Snapshot,
    /// What became of the labels since the record date before; `None` where they are the same, and where one of both has
    /// none.
    pub label_changes: Option<LabelChanges>,
    /// The live upload that it would replace.
    pub replaces: Option<Upload>,
    /// Whether reports would read it.
    pub becomes_current: bool,
    /// Sums of the current snapshot of its kind.
    pub current_facts: Option<Facts>,
}

/// An original file that is being read.
pub struct Download {
    /// Name, hash and length.
    pub file: OriginalFile,
    /// The bytes, piece by piece.
    pub contents: Box<dyn OriginalContents>,
}

/// Why an upload was refused.
#[derive(Debug, Error)]
pub enum UploadError {
    /// There is no such production.
    #[error("there is no such production")]
    UnknownProduction,
    /// There is no such upload, or it has no such part.
    #[error("there is no such upload")]
    UnknownUpload,
    /// Which production and record date it is about cannot be told, or a password is missing; nothing was kept.
    #[error("{}", .0.message_en())]
    Refused(Box<Diagnostic>),
    /// Neither the request nor the file name tells production or record date; nothing was kept.
    #[error("{}", .finding.message_en())]
    BadFileName {
        /// What is told of it.
        finding: Box<Diagnostic>,
        /// The day in which the name ends: never taken without asking.
        suggested: Option<NaiveDate>,
    },
    /// A failed upload has nothing to take back.
    #[error("a failed upload cannot be withdrawn")]
    CannotWithdrawFailed,
    /// Too many files are being read.
    #[error("too many files are being read; try again later")]
    Busy,
    /// Reading broke off, through no fault of the files.
    #[error(transparent)]
    Interrupted(#[from] ReadingInterrupted),
    /// The store does not have the original file any more.
    #[error("the original file is not in the store any more")]
    Gone,
    /// The store of original files failed.
    #[error(transparent)]
    Originals(#[from] OriginalsError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl UploadError {
    /// Why an upload is not accepted, if it is for its own sake.
    pub fn finding(&self) -> Option<&Diagnostic> {
        match self {
            Self::Refused(finding) | Self::BadFileName { finding, .. } => Some(finding),
            _ => None,
        }
    }

    /// Whether the surroundings failed, and no fault of the upload's: a full disk, a database that is away.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Storage(StorageError::Unavailable(_))
                | Self::Originals(OriginalsError::Failed(_) | OriginalsError::Full { .. })
        )
    }
}

/// Takes workbooks in, and shows what became of them.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait UploadDesk: Send + Sync {
    /// A new, empty file to receive bytes.
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, UploadError>;

    /// Keeps the files and queues their reading.
    async fn submit(&self, request: UploadRequest) -> Result<Submission, UploadError>;

    /// As [`Self::submit`], and waits up to `patience` until the upload has ended.
    async fn submit_and_wait(&self, request: UploadRequest, patience: Duration) -> Result<Submission, UploadError>;

    /// What an upload would be about; reads nothing but names.
    async fn target_of(&self, request: &UploadRequest) -> Result<UploadTarget, UploadError>;

    /// Reads the files, says what an upload of them would do, and keeps nothing.
    async fn try_out(&self, request: UploadRequest) -> Result<DryRun, UploadError>;

    /// One upload with its findings.
    async fn read(&self, id: UploadId) -> Result<Upload, UploadError>;

    /// One page of uploads, without their findings.
    async fn list(&self, query: &UploadQuery) -> Result<Page<Upload>, UploadError>;

    /// Takes an upload back.
    async fn withdraw(&self, id: UploadId, by: &Actor) -> Result<Upload, UploadError>;

    /// The production that an upload is about; `None` when there is no such upload.
    async fn production_of(&self, id: UploadId) -> Result<Option<ProductionId>, UploadError>;

    /// The production that a request is about, from its fields, else from the names of its files.
    async fn production_named(
        &self,
        production: &ProductionChoice,
        files: &[ReceivedFile],
    ) -> Result<Option<ProductionId>, UploadError>;

    /// The code that a request names its production by, with the nearest one of the `visible` productions; `None` where
    /// it names none. For requests whose production is not there, or not for their sender: both are told alike.
    async fn unknown_code(
        &self,
        production: &ProductionChoice,
        files: &[ReceivedFile],
        visible: &Visible,
    ) -> Result<Option<UnknownCode>, UploadError>;

    /// One of its original files, counted from 1. Recorded once an hour for each file and user; what cannot be recorded is
    /// not handed out.
    async fn download(&self, id: UploadId, part: usize, by: &Actor) -> Result<Download, UploadError>;
}

/// Brings queued uploads to their end; the worker's side.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait UploadProcessing: Send + Sync {
    /// Reads one upload and publishes its snapshot, or ends it as failed. May run any number of times, also at once,
    /// with the effect of one. From the second `attempt` on it reads with more care: a file may have ended the first.
    async fn process(&self, id: UploadId, attempt: usize) -> Result<(), UploadError>;

    /// Ends an upload whose last attempt broke off, as `internal_error`.
    async fn give_up(&self, id: UploadId) -> Result<(), UploadError>;

    /// Ends all uploads whose jobs have no attempts left, as `internal_error`; answers which.
    async fn sweep(&self) -> Result<Vec<UploadId>, UploadError>;
}

/// How originals and storage stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OriginalsFindings {
    /// Originals that have their own bytes.
    pub whole: u64,
    /// Originals that uploads name, and that the store lacks.
    pub missing: Vec<Sha256>,
    /// Originals whose bytes are others than their hash says.
    pub damaged: Vec<Sha256>,
    /// Originals that no upload names: of a production that was deleted, or of an upload that broke off. They stay.
    pub orphaned: Vec<Sha256>,
    /// Uploads whose records were lacking, and stand beside their originals now.
    pub recorded: u64,
}

impl OriginalsFindings {
    /// Whether something is lost.
    pub fn is_loss(&self) -> bool {
        !self.missing.is_empty() || !self.damaged.is_empty()
    }
}

/// Holds originals and storage against each other.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait OriginalsCheck: Send + Sync {
    /// Reads every original, and puts records where they are lacking.
    async fn check(&self) -> Result<OriginalsFindings, UploadError>;
}

/// What was brought back from the records beside originals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replayed {
    /// Uploads that storage did not have.
    pub uploads: u64,
    /// Withdrawals that it did not have.
    pub withdrawals: u64,
    /// Uploads of productions that are not there. They can be brought back once the production is.
    pub without_production: Vec<UploadRecord>,
    /// Uploads whose originals the store lacks; they ended as failed.
    pub without_original: Vec<UploadRecord>,
}

/// Brings back what storage has lost. Safe to be done again.
#[async_trait]
pub trait Replay: Send + Sync {
    /// Brings uploads and withdrawals back, and reads the workbooks. Nobody else may work on uploads meanwhile.
    async fn replay(&self) -> Result<Replayed, UploadError>;
}
