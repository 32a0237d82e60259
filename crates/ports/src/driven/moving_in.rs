use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Month;
use domain::people::{User, UserId};
use domain::planning::{DailyTargets, NotesByMonday};
use domain::production::{ProductionCode, ProductionId};
use domain::sales::Snapshot;
use domain::upload::{Sha256, UploadId, UploadStatus};
use uuid::Uuid;

use super::{DatabaseIdentity, NewProduction, OldRow, ProductionPlan, StorageError, TokenDigest};

/// What a row of the predecessor became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The row.
    pub row: OldRow,
    /// Of a production the code it has there.
    pub key: Option<String>,
    /// The thing; `None` where the row became part of something.
    pub subject: Option<Uuid>,
    /// Whether the row made the thing; `false` where it was there already.
    pub brought: bool,
}

/// An upload that is live, or may become so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingUpload {
    /// Its identity.
    pub id: UploadId,
    /// Whose.
    pub production_id: ProductionId,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// Where it stands.
    pub status: UploadStatus,
    /// The hashes of its files.
    pub sha256: Vec<Sha256>,
    /// Whether it was moved in, and not made here.
    pub moved_in: bool,
}

/// What is there already, at one instant.
#[derive(Debug, Clone, Default)]
pub struct Present {
    /// Productions with their targets and marketing notes.
    pub productions: Vec<ProductionPlan>,
    /// Everybody.
    pub users: Vec<User>,
    /// Notes by day.
    pub days: BTreeMap<NaiveDate, String>,
    /// Notes by month.
    pub months: BTreeMap<Month, String>,
    /// Uploads that are queued, processed or live.
    pub uploads: Vec<StandingUpload>,
    /// What came in before.
    pub memory: Vec<Remembered>,
}

/// An upload that comes from the predecessor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedInUpload {
    /// Its row there.
    pub row: OldRow,
    /// When it was uploaded there.
    pub uploaded_at: DateTime<Utc>,
    /// The account of whoever uploaded it there.
    pub uploaded_by: Option<UserId>,
    /// The code of its production there, which its file may be called by.
    pub old_code: Option<ProductionCode>,
}

/// A production that comes in, with its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivingProduction {
    /// The production.
    pub new: NewProduction,
    /// What is remembered of it.
    pub source: Remembered,
    /// Targets of days of its sale period.
    pub targets: DailyTargets,
    /// Notes of weeks of its sale period.
    pub notes: NotesByMonday,
    /// The rows that these come from.
    pub parts: Vec<OldRow>,
}

/// What a production that is there lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanAddition {
    /// The production.
    pub production: ProductionId,
    /// Its row, under whose name the audit tells of it.
    pub row: OldRow,
    /// What is remembered of the production, unless it is known.
    pub source: Option<Remembered>,
    /// Targets for days that have none.
    pub targets: DailyTargets,
    /// Notes for fields that are empty.
    pub notes: NotesByMonday,
    /// The rows that these come from.
    pub parts: Vec<OldRow>,
}

/// A user who comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivingUser {
    /// The user.
    pub user: User,
    /// What is remembered of the user.
    pub source: Remembered,
    /// A reset link, and when it ends.
    pub link: Option<(TokenDigest, DateTime<Utc>)>,
}

/// A note that comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivingNote<K> {
    /// What it is for.
    pub of: K,
    /// The note.
    pub note: String,
    /// Its row, of several the first.
    pub row: OldRow,
}

/// Notes that come in together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArrivingNotes {
    /// By day.
    pub days: Vec<ArrivingNote<NaiveDate>>,
    /// By month.
    pub months: Vec<ArrivingNote<Month>>,
    /// All rows that these come from, those without text included.
    pub parts: Vec<OldRow>,
}

/// That it is one's turn to move a company in, until it is dropped.
pub trait Turn: Send + Sync {}

/// Stores what comes from the predecessor, each thing in one transaction that also remembers the rows that it comes from.
/// Nothing that is there is changed. What a row became is remembered for good: a second arrival of the same row must be
/// refused as [`StorageError::Stale`].
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MovingIn: Send + Sync {
    /// Which database it is.
    async fn identity(&self) -> Result<DatabaseIdentity, StorageError>;

    /// One's turn; `None` where another moves something in at this moment.
    async fn turn(&self) -> Result<Option<Box<dyn Turn>>, StorageError>;

    /// What is there.
    async fn present(&self) -> Result<Present, StorageError>;

    /// Stores a production with its plan. [`StorageError::Taken`] with `code` or `name` as for any other.
    async fn bring_production(&self, arriving: &ArrivingProduction) -> Result<(), StorageError>;

    /// Fills targets that are 0, and notes that are empty.
    async fn add_to_plan(&self, addition: &PlanAddition) -> Result<(), StorageError>;

    /// Stores a user, and the link. [`StorageError::Taken`] with `email` as for any other.
    async fn bring_user(&self, arriving: &ArrivingUser) -> Result<(), StorageError>;

    /// Stores notes of days and months that have none.
    async fn bring_notes(&self, arriving: &ArrivingNotes) -> Result<(), StorageError>;

    /// Remembers rows for which there was something already.
    async fn remember(&self, rows: &[Remembered]) -> Result<(), StorageError>;

    /// What is stored of an upload; empty where there is none.
    async fn snapshot(&self, upload: UploadId) -> Result<Snapshot, StorageError>;
}

/// Where the report of an import is kept.
pub trait ReportKeeper: Send + Sync {
    /// Replaces what was kept by this document, durably: whenever the program ends, one of the two is there.
    fn keep(&self, document: &[u8]) -> std::io::Result<()>;
}
