use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::agency::AgencyCode;
use domain::collection::SourceMark;
use domain::diagnostics::{Diagnostic, DiagnosticCounts};
use domain::headings::{Decisions, RecognisedSheet};
use domain::people::{UserId, UserName};
use domain::production::{Production, ProductionCode, ProductionId};
use domain::sales::{Facts, SaleTotals, Snapshot};
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind, UploadStatus};

use super::collection::CollectedUpload;
use super::{MovedInUpload, StorageError};
use crate::actor::Actor;
use crate::paging::{Order, Page, Paging};

/// An upload whose files are in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpload {
    /// Its identity.
    pub id: UploadId,
    /// What it is about.
    pub kind: UploadKind,
    /// Whose sales it describes.
    pub production_id: ProductionId,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// One workbook, or two CSV files.
    pub files: Vec<OriginalFile>,
    /// Whether it came under a password; the files are those that were locked.
    pub is_decrypted: bool,
    /// When it came.
    pub uploaded_at: DateTime<Utc>,
    /// Who sent it, where somebody was signed in.
    pub uploaded_by: Option<UserId>,
    /// Who has it stored: who sent it, or the server that brings it back.
    pub by: Actor,
    /// Where it comes from, of one that is moved in: it is recorded under the name and the time that it has there.
    pub moved_in: Option<MovedInUpload>,
    /// That it was collected, and from where.
    pub collected: Option<CollectedUpload>,
}

/// What an upload was: as much of it as brings it back where the database has lost it. It stands beside its originals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRecord {
    /// Its identity.
    pub id: UploadId,
    /// Its place in the order of acceptance.
    pub accepted_no: i64,
    /// What it is about.
    pub kind: UploadKind,
    /// Whose sales it describes.
    pub production_id: ProductionId,
    /// The code of that production when the record was made.
    pub production_code: ProductionCode,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// One workbook, or two CSV files.
    pub files: Vec<OriginalFile>,
    /// Whether it came under a password; the files are those that were locked.
    pub is_decrypted: bool,
    /// Who sent it; `None` where nobody was signed in, or the user is gone.
    pub uploaded_by: Option<UserName>,
    /// Which source it was collected from; `None` where a person sent it.
    pub source: Option<SourceMark>,
    /// When it was accepted.
    pub uploaded_at: DateTime<Utc>,
    /// Whether a person took it back.
    pub is_withdrawn: bool,
}

/// What became of a new upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acceptance {
    /// It is queued, and its job with it.
    Queued(Upload),
    /// The same files for the same production, record date and kind, read by the same layout, are queued, processed or
    /// live already.
    Repeated(Upload),
}

/// What a worker needs to read an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The upload, now `processing`.
    pub upload: Upload,
    /// Its production.
    pub production: Production,
    /// Totals of the live snapshot of its kind with the next older record date.
    pub previous_totals: Option<SaleTotals>,
    /// Code and name of each agency of that snapshot.
    pub previous_agencies: Vec<(AgencyCode, String)>,
    /// What labels meant when it was accepted, by the stronger document first.
    pub layouts: Vec<Decisions>,
}

/// The uploads of one kind around a record date, for a dry run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// Totals of the live snapshot with the next older record date.
    pub previous_totals: Option<SaleTotals>,
    /// Code and name of each agency of that snapshot.
    pub previous_agencies: Vec<(AgencyCode, String)>,
    /// What its headings were taken for; `None` with markers.
    pub previous_recognised: Option<Vec<RecognisedSheet>>,
    /// What labels mean today, by the stronger document first.
    pub layouts: Vec<Decisions>,
    /// The live upload of the same record date.
    pub same_day: Option<Upload>,
    /// The current upload of the production.
    pub current: Option<Upload>,
}

/// What was found in a workbook besides its snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The first 1 000 findings.
    pub diagnostics: Vec<Diagnostic>,
    /// How often each code was found.
    pub diagnostic_counts: DiagnosticCounts,
    /// What the headings were taken for; `None` of a workbook with markers.
    pub recognised: Option<Vec<RecognisedSheet>>,
}

/// What became of a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// It is stored, and its upload stands there now: `completed` or `superseded`.
    Stored(UploadStatus),
    /// The upload had ended meanwhile (another worker, a withdrawal): nothing was changed.
    AlreadyEnded,
}

/// What became of a withdrawal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withdrawal {
    /// The upload is withdrawn, perhaps since long.
    Withdrawn(Box<Upload>),
    /// A failed upload has nothing to take back.
    Failed,
    /// There is no such upload.
    NotFound,
}

/// What a list of uploads is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UploadSort {
    /// By the order of acceptance.
    #[default]
    UploadedAt,
    /// By record date.
    RecordDate,
    /// By file name.
    FileName,
    /// By status.
    Status,
}

/// Which uploads to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UploadQuery {
    /// Only those of these productions: those that the caller sees.
    pub visible: Visible,
    /// Only those of this production.
    pub production_id: Option<ProductionId>,
    /// Only those of this record date.
    pub record_date: Option<NaiveDate>,
    /// Only those of this kind.
    pub kind: Option<UploadKind>,
    /// Only those that stand there.
    pub status: Option<UploadStatus>,
    /// Only those whose file name contains this, whatever the case.
    pub text: Option<String>,
    /// What to sort by; the order of acceptance decides ties.
    pub sort: UploadSort,
    /// Direction.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// Keeps uploads and their snapshots, and keeps the state machine of uploads true: of the uploads of one production, kind
/// and record date that are stored and not withdrawn, the last accepted is `completed`, the others are `superseded`.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait UploadRepository: Send + Sync {
    /// Stores the upload and its job in one transaction, with the arrival of one that was collected. One that is moved in is
    /// remembered there too; where another that was made here is live or pending for the record date, it is
    /// [`StorageError::Stale`], unless it has the same files. [`StorageError::Stale`] with `arrival` is one without errors that
    /// just came from a source and needs a person's yes: a person sent something for that record date, be it read or not yet,
    /// or its bytes were withdrawn there.
    async fn accept(&self, upload: &NewUpload) -> Result<Acceptance, StorageError>;

    /// Stores an upload that was accepted before, and its job, in one transaction; also where the same files are there. It
    /// keeps its place in the order of acceptance. Of one whose source is gone the name of that source stays.
    async fn bring_back(&self, upload: &NewUpload, accepted_no: i64) -> Result<Upload, StorageError>;

    /// What stands beside the originals of an upload; `None` when there is no such upload.
    async fn record(&self, id: UploadId) -> Result<Option<UploadRecord>, StorageError>;

    /// The records of all uploads that have an original whose hash begins with this byte, in the order of acceptance.
    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, StorageError>;

    /// Hashes that begin with this byte of files that came from sources and wait for somebody's yes: no upload names them yet.
    async fn held(&self, first: u8) -> Result<Vec<Sha256>, StorageError>;

    /// Marks the upload as `processing`; `None` when it is not pending any more.
    async fn begin(&self, id: UploadId) -> Result<Option<Assignment>, StorageError>;

    /// Stores the snapshot and chooses which upload of the record date is live, in one transaction.
    async fn publish(
        &self,
        id: UploadId,
        snapshot: &Snapshot,
        facts: &Facts,
        verdict: &Verdict,
        finished_at: DateTime<Utc>,
    ) -> Result<Publication, StorageError>;

    /// Ends a pending upload as `failed`; `false` when it had ended meanwhile.
    async fn fail(&self, id: UploadId, verdict: &Verdict, finished_at: DateTime<Utc>) -> Result<bool, StorageError>;

    /// Ends as `failed` each pending upload whose job has no attempts left; answers which.
    async fn fail_abandoned(
        &self,
        verdict: &Verdict,
        finished_at: DateTime<Utc>,
    ) -> Result<Vec<UploadId>, StorageError>;

    /// Takes an upload back and chooses which one is live instead.
    async fn withdraw(&self, id: UploadId, by: &Actor) -> Result<Withdrawal, StorageError>;

    /// The production that an upload is about; `None` when there is no such upload.
    async fn production_of(&self, id: UploadId) -> Result<Option<ProductionId>, StorageError>;

    /// One upload with its findings.
    async fn find(&self, id: UploadId) -> Result<Option<Upload>, StorageError>;

    /// One page of uploads, without their findings.
    async fn list(&self, query: &UploadQuery) -> Result<Page<Upload>, StorageError>;

    /// The uploads of one kind around a record date.
    async fn neighbours(
        &self,
        id: ProductionId,
        record_date: NaiveDate,
        kind: UploadKind,
    ) -> Result<Neighbours, StorageError>;

    /// What labels mean today for workbooks of a production, by the stronger document first.
    async fn layouts(&self, id: ProductionId) -> Result<Vec<Decisions>, StorageError>;
}
