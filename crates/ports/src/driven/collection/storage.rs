//! What is kept of sources, runs, arrivals and recipes.

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::collection::{
    Arrival, ArrivalId, ArrivalState, CollectionRun, CollectionRunId, CollectionTrigger, RecipeName, RunCode, RunState,
    SecretName, Source, SourceAlertKind, SourceId, SourceMark, SourceState, Standing,
};
use domain::people::UserName;
use domain::production::ProductionId;
use domain::schedule::Due;
use domain::upload::{UploadId, UploadKind, UploadStatus};
use uuid::Uuid;

use super::WalkedStep;
use crate::actor::{Actor, Edit};
use crate::driven::{AuditAction, Delivery, Lease, StorageError};
use crate::paging::{Order, Page, Paging};

/// What follows from a source's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceTraits {
    /// The host that is left alone when it says no.
    pub site: Option<String>,
    /// The secrets that it uses.
    pub secrets: Vec<SecretName>,
}

/// A source with how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecord {
    /// The source.
    pub source: Source,
    /// What follows from its configuration.
    pub traits: SourceTraits,
    /// What is known of how it stands.
    pub standing: Standing,
    /// Its last run that was no dry run, without details.
    pub last_run: Option<CollectionRun>,
    /// When a run last did what it is there for.
    pub last_success_at: Option<DateTime<Utc>>,
    /// The times of its schedule until then are considered.
    pub considered_until: DateTime<Utc>,
}

/// Keeps sources.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SourceRepository: Send + Sync {
    /// All of them by name.
    async fn list(&self) -> Result<Vec<SourceRecord>, StorageError>;

    /// One.
    async fn find(&self, id: SourceId) -> Result<Option<SourceRecord>, StorageError>;

    /// Stores a new one; `false` when there are as many as there may be. Must answer [`StorageError::Taken`] with `name` or
    /// `config` (another source has the folder), and [`StorageError::Unknown`] with the production.
    async fn insert(&self, source: &Source, traits: &SourceTraits, by: &Actor) -> Result<bool, StorageError>;

    /// Stores a changed one under its next revision, and records it as this act. `considered_until` is given where its times
    /// begin anew. As [`Self::insert`]; [`StorageError::Outdated`] when the basis does not allow the present revision, else
    /// [`StorageError::Stale`] when that is not the revision of `source`, or it is gone.
    async fn update(
        &self,
        source: &Source,
        traits: &SourceTraits,
        considered_until: Option<DateTime<Utc>>,
        act: AuditAction,
        edit: &Edit,
    ) -> Result<(), StorageError>;

    /// Lets a stopped source go on, and every other that was stopped and has one of its secrets.
    async fn resume(&self, id: SourceId, at: DateTime<Utc>, by: &Actor) -> Result<(), StorageError>;

    /// Deletes one; runs and arrivals stay. Answers whether it was there. [`StorageError::Outdated`] as [`Self::update`].
    async fn delete(&self, id: SourceId, edit: &Edit) -> Result<bool, StorageError>;

    /// Sources by state, and when each last succeeded.
    async fn figures(&self, now: DateTime<Utc>) -> Result<CollectionFigures, StorageError>;
}

/// How many sources stand where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CollectionFigures {
    /// Each state that there is, and how many sources are in it.
    pub sources: Vec<(SourceState, u64)>,
    /// Name of each source that succeeded once, and when it did last.
    pub last_successes: Vec<(String, DateTime<Utc>)>,
}

/// A run that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRequest {
    /// Identity.
    pub id: CollectionRunId,
    /// Of which source.
    pub source: SourceId,
    /// Whether nothing is kept.
    pub is_dry: bool,
    /// Why.
    pub trigger: CollectionTrigger,
    /// The record date that somebody asks for.
    pub record_date: Option<NaiveDate>,
    /// When it is asked for.
    pub at: DateTime<Utc>,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestedCollection {
    /// A server takes it.
    Queued(Box<CollectionRun>),
    /// Another run of the source is at work, or waits.
    Busy,
    /// One of its secrets was used as often as it may be within an hour.
    TooManyRuns,
    /// There is no such source.
    Gone,
}

/// A run that somebody works on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeasedRun {
    /// The run, `running`; this attempt is counted.
    pub run: CollectionRun,
    /// Its source as it is now; `None` after it was deleted.
    pub source: Option<SourceRecord>,
}

/// What runs of browsers must wait for, beside their turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrowserTurn {
    /// Time between two runs at one host, at least.
    pub host_pause: Duration,
}

/// Whether somebody still has a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// Yes.
    Held,
    /// Yes, and it is to be ended.
    Cancelled,
    /// Somebody else has it.
    Lost,
}

/// Where a run stands after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunFinish {
    /// It ended.
    Ended(RunState),
    /// It is tried again then.
    Again(DateTime<Utc>),
}

/// What an attempt at a run brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunEnd {
    /// Where the run stands now.
    pub finish: RunFinish,
    /// Why.
    pub code: Option<RunCode>,
    /// What it was in particular, masked.
    pub detail: Option<String>,
    /// Steps, with pictures and pages.
    pub steps: Vec<WalkedStep>,
    /// Names of files that were left lying.
    pub ignored: Vec<String>,
    /// Hosts that pages wanted and did not get.
    pub blocked_hosts: Vec<String>,
    /// Of a dry run: what would come of it.
    pub would_arrive: Vec<Arrival>,
    /// The recipe that was walked, and which version.
    pub recipe: Option<(RecipeName, i32)>,
    /// With [`RunCode::LoginFailed`] and [`RunCode::SecretMissing`]: sources that use one of these are stopped, this one as
    /// well; the others also where this one was deleted meanwhile.
    pub stops: Vec<SecretName>,
    /// With [`RunCode::Blocked`]: hosts that are left alone, and until when.
    pub blocks: Vec<(String, DateTime<Utc>)>,
}

impl RunEnd {
    /// An end without anything besides.
    pub fn new(finish: RunFinish, code: Option<RunCode>, detail: Option<String>) -> Self {
        Self {
            finish,
            code,
            detail,
            steps: Vec::new(),
            ignored: Vec::new(),
            blocked_hosts: Vec::new(),
            would_arrive: Vec::new(),
            recipe: None,
            stops: Vec::new(),
            blocks: Vec::new(),
        }
    }
}

/// Which runs to list, the newest first unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollectionRunQuery {
    /// Only those of this source.
    pub source: Option<SourceId>,
    /// Only those that stand there.
    pub state: Option<RunState>,
    /// Only dry ones, or only others.
    pub is_dry: Option<bool>,
    /// Direction, by time.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// What a step looked like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// A PNG.
    pub picture: Option<Vec<u8>>,
    /// HTML, masked.
    pub page: Option<String>,
}

/// Runs of sources, and who works on them.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait CollectionRuns: Send + Sync {
    /// Records what is due of a source's schedule: a row for each time that has none. A time that finds another run at
    /// work, the source stopped or its host blocked is `skipped`. Does nothing when somebody else considered or changed it
    /// since it was read. Answers whether a run is to be done now.
    async fn record(&self, source: &SourceRecord, due: &Due, now: DateTime<Utc>) -> Result<bool, StorageError>;

    /// Enters a run. One that somebody asked for by hand is recorded in the audit.
    async fn request(&self, request: &RunRequest, by: &Actor) -> Result<RequestedCollection, StorageError>;

    /// Takes a run that is due, or whose lease ran out. Of runs of browsers one at a time in the whole installation.
    async fn lease(
        &self,
        lease: Lease,
        turn: BrowserTurn,
        now: DateTime<Utc>,
    ) -> Result<Option<LeasedRun>, StorageError>;

    /// Counts a use of these secrets; `false`, and nothing counted, when one was used as often as it may be.
    async fn use_secrets(
        &self,
        run: CollectionRunId,
        secrets: &[SecretName],
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError>;

    /// Its holder is still at work on a run.
    async fn renew(&self, run: CollectionRunId, lease: Lease) -> Result<Renewal, StorageError>;

    /// Ends an attempt. Must do nothing and answer `false` when the lease was lost.
    async fn finish(
        &self,
        run: CollectionRunId,
        holder: Uuid,
        end: &RunEnd,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError>;

    /// One run with all its details.
    async fn find(&self, id: CollectionRunId) -> Result<Option<CollectionRun>, StorageError>;

    /// One page of runs, without details.
    async fn list(&self, query: &CollectionRunQuery) -> Result<Page<CollectionRun>, StorageError>;

    /// Ends a run that waits, or has one that is at work ended. Answers it; `None` without it.
    async fn cancel(&self, id: CollectionRunId, at: DateTime<Utc>) -> Result<Option<CollectionRun>, StorageError>;

    /// Those that a server is at work on.
    async fn at_work(&self) -> Result<Vec<CollectionRunId>, StorageError>;

    /// What a step looked like.
    async fn evidence(&self, id: CollectionRunId, step: u32) -> Result<Option<Evidence>, StorageError>;

    /// Forgets what is old: pictures after 7 days, runs after 400, what was held for 14.
    async fn tidy(&self, now: DateTime<Utc>) -> Result<(), StorageError>;
}

/// What an answer of a server is known by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

impl Validators {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }
}

/// A file as it lay in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginFile {
    /// Its name, byte for byte.
    pub disk_name: Vec<u8>,
    /// Length in bytes.
    pub size_bytes: u64,
    /// When it was written last, in nanoseconds since 1970.
    pub modified_ns: i64,
}

/// Where an arrival came from, as far as it matters for what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArrivalOrigin {
    /// Of a folder: the files, which are still to be put away.
    pub files: Vec<OriginFile>,
    /// Of an address: which one.
    pub fetched_from: Option<String>,
    /// And what its answer is known by.
    pub validators: Validators,
    /// The secret that opens it.
    pub password_secret: Option<SecretName>,
}

/// An arrival to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArrival {
    /// The arrival.
    pub arrival: Arrival,
    /// Where it came from.
    pub origin: ArrivalOrigin,
}

/// What becomes an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CollectedArrival {
    /// Something that just came: it is kept in the transaction that accepts the upload, `uploaded`, or `unchanged` where the
    /// upload was there.
    New(Box<NewArrival>),
    /// Something that was held, and that somebody said yes to. Must be [`StorageError::Stale`] with `arrival` when it is not
    /// held any more.
    Held(ArrivalId),
    /// Something that came long ago: its upload is brought back from the record beside its originals, which tells of no
    /// arrival.
    BroughtBack,
}

/// That an upload comes from a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectedUpload {
    /// Which source.
    pub source: SourceMark,
    /// What came.
    pub arrival: CollectedArrival,
}

/// What is known where an arrival would become an upload.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArrivalGround {
    /// Uploads of the same bytes that are live or pending there, at most one of each kind; also those whose bytes came
    /// locked, and are kept opened.
    pub same_there: Vec<SameUpload>,
    /// Whether the same bytes were withdrawn there.
    pub withdrawn_there: bool,
    /// Kinds of uploads that a person sent there, and that are live or pending.
    pub manual_there: Vec<UploadKind>,
    /// How the same bytes of the source stand there, where somebody is asked or answered: held, or discarded by a person.
    pub asked_there: Option<ArrivalState>,
    /// Whether the source brought the same bytes before, for whatever.
    pub brought_before: bool,
    /// Whether the source brought the same bytes for another day.
    pub brought_elsewhere: bool,
}

/// An upload of the same bytes as an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SameUpload {
    /// Which one.
    pub id: UploadId,
    /// What it is about.
    pub kind: UploadKind,
    /// Whether that was found in the bytes, as with all that came from a source; a person may have said something else.
    pub is_kind_found: bool,
}

/// What came with a run, in all its attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunArrivals {
    /// Whether something was refused, or became an upload that failed.
    pub has_rejected: bool,
    /// Whether something was new.
    pub has_news: bool,
}

/// What a source brought last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastArrival {
    /// What tells repeats: the hash of the file, or of the sorted hashes of two.
    pub content_key: Vec<u8>,
    /// From which address.
    pub fetched_from: Option<String>,
    /// What its answer is known by.
    pub validators: Validators,
}

/// An arrival whose files lie in their folder still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmovedArrival {
    /// The arrival.
    pub arrival: Arrival,
    /// Its files.
    pub files: Vec<OriginFile>,
    /// Where its upload stands, where it has one.
    pub upload: Option<UploadStatus>,
}

/// Which arrivals to list, the newest first unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArrivalQuery {
    /// Only those of these productions; those without one only with [`Visible::All`].
    pub visible: Visible,
    /// Only those of this source.
    pub source: Option<SourceId>,
    /// Only those of this production.
    pub production: Option<ProductionId>,
    /// Only those that stand there.
    pub state: Option<ArrivalState>,
    /// Direction, by time.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is decided.
    Made(Box<Arrival>),
    /// It is not held any more.
    NotHeld,
}

/// Keeps what came.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ArrivalRepository: Send + Sync {
    /// Keeps one that is no upload: refused, unchanged, held. One that is held, or names an upload that is there, takes
    /// the place of what is held of the same source, production, record date and kind; one that brings nothing leaves
    /// it waiting. One that is held has the production looked at for alerts. Where it is kept already, as its files are
    /// those of one that was not put away, nothing is done.
    async fn store(&self, new: &NewArrival, now: DateTime<Utc>) -> Result<(), StorageError>;

    /// What is known where it would become an upload. `content_key` as [`LastArrival`] has it.
    async fn ground(
        &self,
        source: SourceId,
        production: ProductionId,
        record_date: NaiveDate,
        content_key: &[u8],
    ) -> Result<ArrivalGround, StorageError>;

    /// What a source brought last that was not refused.
    async fn last(&self, source: SourceId) -> Result<Option<LastArrival>, StorageError>;

    /// What came with a run, also in attempts that ended with their server.
    async fn of_run(&self, run: CollectionRunId) -> Result<RunArrivals, StorageError>;

    /// Those of a source whose files are to be put away.
    async fn unmoved(&self, source: SourceId) -> Result<Vec<UnmovedArrival>, StorageError>;

    /// The files of one are put away.
    async fn moved(&self, id: ArrivalId, at: DateTime<Utc>) -> Result<(), StorageError>;

    /// One with all its details.
    async fn find(&self, id: ArrivalId) -> Result<Option<Arrival>, StorageError>;

    /// The secret that opens it.
    async fn password_secret(&self, id: ArrivalId) -> Result<Option<SecretName>, StorageError>;

    /// One page, without dry runs and findings.
    async fn list(&self, query: &ArrivalQuery) -> Result<Page<Arrival>, StorageError>;

    /// Somebody does not want one that is held.
    async fn discard(
        &self,
        id: ArrivalId,
        reason: Option<String>,
        at: DateTime<Utc>,
        by: &Actor,
    ) -> Result<Decision, StorageError>;
}

/// Something about a source that administrators are to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceAlert {
    /// Identity.
    pub id: Uuid,
    /// What.
    pub kind: SourceAlertKind,
    /// Name of the source.
    pub source_name: String,
    /// Why.
    pub code: Option<RunCode>,
    /// When it was found.
    pub found_at: DateTime<Utc>,
}

/// What administrators are told of sources.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SourceAlertRepository: Send + Sync {
    /// What was found and not put on its way, the oldest first.
    async fn untold(&self) -> Result<Vec<SourceAlert>, StorageError>;

    /// Puts messages of one on their way; nothing where somebody did meanwhile.
    async fn tell(&self, id: Uuid, deliveries: &[Delivery], at: DateTime<Utc>) -> Result<(), StorageError>;
}

/// A recipe as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Its name.
    pub name: RecipeName,
    /// Its newest version.
    pub version: i32,
    /// The text of that.
    pub text: String,
    /// Sources that walk it: identity and name, by name.
    pub used_by: Vec<(SourceId, String)>,
}

/// One version of a recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipeVersion {
    /// Its number, from 1.
    pub version: i32,
    /// Its text.
    pub text: String,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// Who saved it.
    pub saved_by: Option<UserName>,
}

/// What became of the removal of a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovedRecipe {
    /// It is gone; its versions are kept.
    Removed,
    /// A source walks it.
    InUse,
    /// There was none.
    Unknown,
}

/// Keeps recipes.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait RecipeRepository: Send + Sync {
    /// All of them by name.
    async fn list(&self) -> Result<Vec<Recipe>, StorageError>;

    /// One.
    async fn find(&self, name: &RecipeName) -> Result<Option<Recipe>, StorageError>;

    /// Saves a text as the next version, unless it is that of the newest one; each of `sources` has these traits now.
    /// [`StorageError::Outdated`] when the basis does not allow the present version.
    async fn save(
        &self,
        name: &RecipeName,
        text: &str,
        sources: &[(SourceId, SourceTraits)],
        at: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<(), StorageError>;

    /// Removes one.
    async fn remove(&self, name: &RecipeName, edit: &Edit) -> Result<RemovedRecipe, StorageError>;

    /// All versions that were ever saved under a name, the newest first.
    async fn versions(&self, name: &RecipeName) -> Result<Vec<RecipeVersion>, StorageError>;
}
