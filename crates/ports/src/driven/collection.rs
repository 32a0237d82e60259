//! What collection shares with those who walk through sites, read recipes, and keep secrets.

mod storage;
mod ways;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::collection::{AddressRules, CollectionRunId, RunCode, Secret, SecretName, Step};
use domain::production::ProductionCode;
use thiserror::Error;

pub use storage::{
    ArrivalGround, ArrivalOrigin, ArrivalQuery, ArrivalRepository, BrowserTurn, CollectedArrival, CollectedUpload,
    CollectionFigures, CollectionRunQuery, CollectionRuns, Decision, Evidence, LastArrival, LeasedRun, NewArrival,
    OriginFile, Recipe, RecipeRepository, RecipeVersion, RemovedRecipe, Renewal, RequestedCollection, RunArrivals,
    RunEnd, RunFinish, RunRequest, SameUpload, SourceAlert, SourceAlertRepository, SourceRecord, SourceRepository,
    SourceTraits, UnmovedArrival, Validators,
};
pub use ways::{
    CollectionMeter, DiskFile, FetchFailure, FetchRequest, Fetched, FetchedFile, Fetcher, FolderError, FolderLook,
    FolderPlace, Folders, RunFolders,
};
#[cfg(feature = "mocks")]
pub use {
    storage::{
        MockArrivalRepository, MockCollectionRuns, MockRecipeRepository, MockSourceAlertRepository,
        MockSourceRepository,
    },
    ways::{MockCollectionMeter, MockFetcher, MockFolders, MockRunFolders},
};

/// The secrets that the configuration names. Read when they are used, so that a change needs no restart.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait SecretStore: Send + Sync {
    /// Their names, in order.
    fn names(&self) -> Vec<SecretName>;

    /// The value of one; `None` when it is not there.
    fn read(&self, name: &SecretName) -> Option<Secret>;
}

/// What names of hosts stand for.
#[async_trait]
pub trait NameResolver: Send + Sync {
    /// Every address of a name; an error when there is none.
    async fn resolve(&self, name: &str) -> std::io::Result<Vec<IpAddr>>;
}

/// Says when something is to end before it is done: somebody cancels, the lease is lost, the server stops.
#[async_trait]
pub trait Cancellation: Send + Sync {
    /// Whether it is to end.
    fn is_cancelled(&self) -> bool;

    /// Comes back when it is to end.
    async fn cancelled(&self);
}

/// The text of a recipe is wrong at a line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {message_en}")]
pub struct RecipeFault {
    /// From 1.
    pub line: u32,
    /// The key or step that it is about, `steps[2].until`; empty for the whole text.
    pub key: String,
    /// What is wrong, in Korean.
    pub message_ko: String,
    /// What is wrong, in English.
    pub message_en: String,
}

/// What a recipe says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipeOutline {
    /// What it is called.
    pub title: String,
    /// Hosts that pages may load from, as the text has them, placeholders included.
    pub hosts: Vec<String>,
    /// Names of the parameters that it needs.
    pub params: Vec<String>,
    /// Secrets that it types.
    pub secrets: Vec<SecretName>,
}

/// A recipe with its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundRecipe {
    /// Hosts that pages may load from, without placeholders; each is a host as the configuration writes them.
    pub hosts: Vec<String>,
    /// The host of the first `open`, whose site it is: what is left alone when it says no. `host`, or `host:port` where the
    /// port is not the usual one.
    pub site: String,
    /// Secrets that it types.
    pub secrets: Vec<SecretName>,
}

/// A recipe and its parameters do not fit.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BindingError {
    /// The text is no recipe.
    #[error("the recipe cannot be read")]
    Recipe(Vec<RecipeFault>),
    /// A parameter has no value.
    #[error("the parameter {0} has no value")]
    Missing(String),
    /// The recipe has no such parameter.
    #[error("the recipe has no parameter {0}")]
    Unknown(String),
    /// A host or the first address cannot be used with these values.
    #[error("with these parameters the recipe has no usable {0}")]
    Address(String),
}

/// Reads recipes. Pure: no file, no network.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait RecipeReader: Send + Sync {
    /// Reads a text; tells everything that is wrong, at most 50 faults.
    fn outline(&self, text: &str) -> Result<RecipeOutline, Vec<RecipeFault>>;

    /// Puts parameters in. The same as at a run, but for days and secrets.
    fn bind(&self, text: &str, params: &BTreeMap<String, String>) -> Result<BoundRecipe, BindingError>;
}

/// What placeholders of a recipe stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipeValues {
    /// `{param.x}`.
    pub params: BTreeMap<String, String>,
    /// `{date}`.
    pub date: NaiveDate,
    /// `{today}`.
    pub today: NaiveDate,
    /// `{saleStart}`; a step that needs it fails without.
    pub sale_start: Option<NaiveDate>,
    /// `{code}`; a step that needs it fails without.
    pub production_code: Option<ProductionCode>,
}

/// How far a browser may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrowserBounds {
    /// In all, from start to end.
    pub time: Duration,
    /// All its processes together, proportionally (PSS).
    pub memory_bytes: u64,
    /// A download, at most.
    pub file_bytes: u64,
    /// Between two steps, at least.
    pub step_pause: Duration,
}

/// One walk through a site.
pub struct BrowserTask {
    /// For which run; names what is left to look at in the log.
    pub run: CollectionRunId,
    /// The recipe.
    pub recipe: String,
    /// What its placeholders stand for.
    pub values: RecipeValues,
    /// Its secrets; all that it names are there.
    pub secrets: BTreeMap<SecretName, Secret>,
    /// All hosts of the configuration and the networks that are allowed. A page may only load from hosts that are in here
    /// and in the recipe.
    pub addresses: AddressRules,
    /// How far it may go.
    pub bounds: BrowserBounds,
    /// Whether each step is to be shown.
    pub is_dry: bool,
    /// A new, empty folder of this run alone, 0700: profile and downloads go below it. Whoever asks removes it afterwards,
    /// also after a kill.
    pub directory: PathBuf,
    /// When to end early. To be dropped ends it as well.
    pub cancellation: Arc<dyn Cancellation>,
}

/// A step with what it looked like. Nothing in it holds a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkedStep {
    /// What became of it. `has_picture` and `has_page` say whether the two are there.
    pub step: Step,
    /// A PNG of at most 1 MB; `None` of a page that cannot be masked.
    pub picture: Option<Vec<u8>>,
    /// The page as HTML, at most 1 MB, masked.
    pub page: Option<String>,
}

/// A file that a walk brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadedFile {
    /// The name that the site gave it.
    pub file_name: String,
    /// Where it lies, below the run's folder. Complete, a plain file, no link.
    pub path: PathBuf,
    /// Length in bytes.
    pub size_bytes: u64,
}

/// How a walk ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WalkEnd {
    /// One file came.
    File(DownloadedFile),
    /// The site says that there is nothing (`no_data`).
    NoData,
    /// It could not be done.
    Failed {
        /// Why.
        code: RunCode,
        /// What that was in particular, masked.
        detail: Option<String>,
    },
    /// Somebody ended it.
    Cancelled,
}

/// What a walk brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// How it ended.
    pub end: WalkEnd,
    /// Its steps in order, up to the last that was begun; pictures and pages as the contract says: of each in a dry run,
    /// else of the failed one and the last.
    pub steps: Vec<WalkedStep>,
    /// Hosts that pages wanted and did not get, each once, without what the browser asks for by itself.
    pub blocked_hosts: Vec<String>,
}

/// Whether there is a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserAvailability {
    /// Its version, where there is one.
    pub version: Option<String>,
    /// Why there is none, or why it cannot be used.
    pub reason: Option<String>,
}

impl BrowserAvailability {
    /// Whether it can be used.
    pub fn is_available(&self) -> bool {
        self.reason.is_none()
    }
}

/// Walks through sites. One walk at a time: whoever asks sees to that.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait BrowserRunner: Send + Sync {
    /// Whether there is a browser; may be asked often.
    async fn availability(&self) -> BrowserAvailability;

    /// Walks. When it comes back or is dropped, no process of it is left.
    async fn walk(&self, task: BrowserTask) -> Walk;

    /// What the present walk's processes take, in bytes; 0 without one.
    fn memory_bytes(&self) -> u64;
}
