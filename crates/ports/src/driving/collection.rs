//! What the office and the clock ask of collection.

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::collection::{
    Arrival, ArrivalId, CollectionRun, CollectionRunId, Confirm, FolderName, RecipeName, RecordDateRule, RunCode,
    SecretName, SourceConfig, SourceId, SourceState,
};
use domain::production::ProductionId;
use domain::schedule::Cron;
use domain::validation::Breach;
use thiserror::Error;

use super::UploadError;
use crate::actor::{Actor, Edit, Refusal};
use crate::driven::collection::{
    ArrivalQuery, BrowserAvailability, CollectionFigures, CollectionRunQuery, Evidence, RecipeFault, RecipeVersion,
    SourceRecord,
};
use crate::driven::{Patch, StorageError};
use crate::paging::Page;

/// A source that somebody makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    /// What it is called.
    pub name: String,
    /// Whose figures it brings; `None`: the file name says.
    pub production: Option<ProductionId>,
    /// How the record date is found.
    pub record_date: RecordDateRule,
    /// When.
    pub schedule: Option<Cron>,
    /// Whether it goes on at once.
    pub is_active: bool,
    /// What waits for a person's yes.
    pub confirm: Confirm,
    /// The secret that opens locked workbooks.
    pub password_secret: Option<SecretName>,
    /// Where from.
    pub config: SourceConfig,
}

/// Changes to a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceChange {
    /// What it is called.
    pub name: Option<String>,
    /// Whose figures it brings.
    pub production: Patch<ProductionId>,
    /// How the record date is found.
    pub record_date: Option<RecordDateRule>,
    /// When.
    pub schedule: Patch<Cron>,
    /// Whether it goes on.
    pub is_active: Option<bool>,
    /// What waits for a person's yes.
    pub confirm: Option<Confirm>,
    /// The secret that opens locked workbooks.
    pub password_secret: Patch<SecretName>,
    /// Where from; of the same kind.
    pub config: Option<SourceConfig>,
}

/// A source as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceView {
    /// The source with how it stands.
    pub record: SourceRecord,
    /// Its state now.
    pub state: SourceState,
    /// Why.
    pub code: Option<RunCode>,
    /// Until when that is so.
    pub until: Option<DateTime<Utc>>,
    /// When it runs next by itself.
    pub next_run_at: Option<DateTime<Utc>>,
    /// Of an address: the one that is really asked.
    pub effective_url: Option<String>,
}

/// A folder that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderOption {
    /// Its name.
    pub name: FolderName,
    /// Whether it is there.
    pub is_reachable: bool,
}

/// A secret that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretOption {
    /// Its name.
    pub name: SecretName,
    /// Whether it is there.
    pub is_present: bool,
    /// Names of the sources that use it.
    pub used_by: Vec<String>,
}

/// What the configuration allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionOptions {
    /// Folders.
    pub folders: Vec<FolderOption>,
    /// Hosts, as the configuration writes them.
    pub hosts: Vec<String>,
    /// Secrets: those of the configuration, and those that sources name.
    pub secrets: Vec<SecretOption>,
    /// Whether there is a browser.
    pub browser: BrowserAvailability,
    /// Recipes.
    pub recipes: Vec<RecipeName>,
}

/// Why something about collection is refused.
#[derive(Debug, Error)]
pub enum CollectionError {
    /// There is no such thing.
    #[error("there is no such {0}")]
    Unknown(&'static str),
    /// Fields break rules.
    #[error("{} field(s) break a rule", .0.len())]
    Invalid(Vec<Breach>),
    /// What is configured may not be, by the rules of addresses, folders and secrets.
    #[error("{}", .code.message_en())]
    NotAllowed {
        /// Which rule.
        code: RunCode,
        /// What it is about: a host, a folder, a recipe.
        what: String,
    },
    /// There is no secret of this name.
    #[error("there is no secret {0}")]
    SecretUnknown(SecretName),
    /// The text of a recipe is wrong.
    #[error("the recipe is wrong at {} place(s)", .0.len())]
    RecipeInvalid(Vec<RecipeFault>),
    /// There are as many sources as there may be.
    #[error("there are {0} sources, and cannot be more")]
    TooManySources(usize),
    /// Another run of the source is at work.
    #[error("another run of this source is at work")]
    Busy,
    /// A person must act first.
    #[error("{}", .0.message_en())]
    Stopped(RunCode),
    /// The host is left alone.
    #[error("the site refused us and is left alone until {until}")]
    Blocked {
        /// Until when.
        until: DateTime<Utc>,
        /// How long that is.
        left: TimeDelta,
    },
    /// A secret was used as often as it may be.
    #[error("an account is used ten times an hour at most")]
    TooManyRuns,
    /// There is no browser.
    #[error("{0}")]
    BrowserUnavailable(String),
    /// The recipe is used by a source.
    #[error("a source walks this recipe")]
    RecipeInUse,
    /// The arrival is not held, or not any more.
    #[error("it is not held, or not any more")]
    NotHeld,
    /// What was held cannot be uploaded.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// Whoever asks may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The office's view of sources and their runs.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SourceDesk: Send + Sync {
    /// What the configuration allows.
    async fn options(&self) -> Result<CollectionOptions, CollectionError>;

    /// All sources by name.
    async fn list(&self) -> Result<Vec<SourceView>, CollectionError>;

    /// One.
    async fn read(&self, id: SourceId) -> Result<SourceView, CollectionError>;

    /// Makes one.
    async fn create(&self, new: NewSource, by: &Actor) -> Result<SourceView, CollectionError>;

    /// Changes one.
    async fn change(&self, id: SourceId, change: SourceChange, edit: &Edit) -> Result<SourceView, CollectionError>;

    /// Deletes one.
    async fn delete(&self, id: SourceId, edit: &Edit) -> Result<(), CollectionError>;

    /// Pauses one.
    async fn pause(&self, id: SourceId, edit: &Edit) -> Result<SourceView, CollectionError>;

    /// Lets one go on: one that was paused, and one that was stopped with all that share a secret with it.
    async fn resume(&self, id: SourceId, edit: &Edit) -> Result<SourceView, CollectionError>;

    /// Has one run now; `is_dry` keeps nothing.
    async fn run(
        &self,
        id: SourceId,
        is_dry: bool,
        record_date: Option<NaiveDate>,
        by: &Actor,
    ) -> Result<CollectionRun, CollectionError>;

    /// Waits until a run has ended, and no longer than that.
    async fn wait_for(&self, id: CollectionRunId, patience: Duration) -> Result<CollectionRun, CollectionError>;

    /// One page of runs, without details.
    async fn runs(&self, query: &CollectionRunQuery) -> Result<Page<CollectionRun>, CollectionError>;

    /// One run.
    async fn read_run(&self, id: CollectionRunId) -> Result<CollectionRun, CollectionError>;

    /// Ends a run.
    async fn cancel(&self, id: CollectionRunId) -> Result<CollectionRun, CollectionError>;

    /// What a step of a run looked like.
    async fn evidence(&self, id: CollectionRunId, step: u32) -> Result<Evidence, CollectionError>;

    /// How many sources stand where.
    async fn figures(&self) -> Result<CollectionFigures, CollectionError>;

    /// What the browser takes now, in bytes.
    fn browser_memory_bytes(&self) -> u64;
}

/// What came, and what waits for a yes.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ArrivalDesk: Send + Sync {
    /// One page.
    async fn list(&self, query: &ArrivalQuery) -> Result<Page<Arrival>, CollectionError>;

    /// One with all its details.
    async fn read(&self, id: ArrivalId) -> Result<Arrival, CollectionError>;

    /// Uploads what is held, under the name of whoever says so.
    async fn confirm(&self, id: ArrivalId, by: &Actor) -> Result<Arrival, CollectionError>;

    /// Does not.
    async fn discard(&self, id: ArrivalId, reason: Option<String>, by: &Actor) -> Result<Arrival, CollectionError>;
}

/// A recipe as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipeView {
    /// Its name.
    pub name: RecipeName,
    /// What it is called.
    pub title: String,
    /// Its newest version.
    pub version: i32,
    /// Hosts, placeholders included.
    pub hosts: Vec<String>,
    /// Its parameters.
    pub params: Vec<String>,
    /// Its secrets.
    pub secrets: Vec<SecretName>,
    /// Its text.
    pub text: String,
    /// Names of the sources that walk it.
    pub used_by: Vec<String>,
}

/// The office's view of recipes.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait RecipeDesk: Send + Sync {
    /// All of them by name.
    async fn list(&self) -> Result<Vec<RecipeView>, CollectionError>;

    /// One.
    async fn read(&self, name: &RecipeName) -> Result<RecipeView, CollectionError>;

    /// Saves a text; answers whether the recipe is new.
    async fn save(&self, name: &RecipeName, text: String, edit: &Edit) -> Result<(RecipeView, bool), CollectionError>;

    /// Only says whether a text could be saved, and as what.
    async fn check(&self, name: &RecipeName, text: String) -> Result<RecipeView, CollectionError>;

    /// Removes one.
    async fn remove(&self, name: &RecipeName, edit: &Edit) -> Result<(), CollectionError>;

    /// All versions, the newest first.
    async fn versions(&self, name: &RecipeName) -> Result<Vec<RecipeVersion>, CollectionError>;
}

/// Collects by itself. Any number of servers do on one storage.
#[async_trait]
pub trait Collecting: Send + Sync {
    /// Claims the times of sources that have come, and looks into folders for what was put there.
    async fn claim_due(&self) -> Result<(), StorageError>;

    /// Takes runs that are due, one after the other, until there is none.
    async fn work(&self) -> Result<(), StorageError>;

    /// Forgets what is old, and clears what killed servers left.
    async fn tidy(&self) -> Result<(), StorageError>;
}
