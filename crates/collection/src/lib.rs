#![doc = include_str!("../README.md")]

mod checks;
mod collector;
mod intake;
mod looking;
mod office;
mod recipes;
#[cfg(test)]
mod tests;
mod texts;
mod waiting;

use std::sync::Arc;
use std::time::Duration;

use domain::collection::{AddressRules, Masker};
use ports::driven::collection::{
    ArrivalRepository, BrowserRunner, CollectionMeter, CollectionRuns, Fetcher, Folders, RecipeReader,
    RecipeRepository, RunFolders, SecretStore, SourceRepository,
};
use ports::driven::{Changes, Clock, Ids, Originals, ProductionRepository};
use ports::driving::UploadDesk;

pub use collector::Collector;
pub use office::SourceOffice;
pub use recipes::RecipeOffice;
pub use waiting::ArrivalOffice;

/// Attempts at one run, at most.
const ATTEMPTS: u32 = 3;

/// What collection works with.
pub struct CollectionPorts {
    /// Keeps sources.
    pub sources: Arc<dyn SourceRepository>,
    /// Keeps runs.
    pub runs: Arc<dyn CollectionRuns>,
    /// Keeps what came.
    pub arrivals: Arc<dyn ArrivalRepository>,
    /// Keeps recipes.
    pub recipes: Arc<dyn RecipeRepository>,
    /// Reads recipes.
    pub recipe_reader: Arc<dyn RecipeReader>,
    /// What there is to sell.
    pub productions: Arc<dyn ProductionRepository>,
    /// The one way in.
    pub uploads: Arc<dyn UploadDesk>,
    /// Where held bytes lie.
    pub originals: Arc<dyn Originals>,
    /// Folders of the configuration.
    pub folders: Arc<dyn Folders>,
    /// Asks addresses.
    pub fetcher: Arc<dyn Fetcher>,
    /// Walks through sites; `None` where it cannot.
    pub browser: Option<Arc<dyn BrowserRunner>>,
    /// Folders of walks.
    pub run_folders: Arc<dyn RunFolders>,
    /// Secrets of the configuration.
    pub secrets: Arc<dyn SecretStore>,
    /// Counts.
    pub meter: Arc<dyn CollectionMeter>,
    /// Tells of changes.
    pub changes: Arc<dyn Changes>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
    /// What is configured.
    pub settings: CollectionSettings,
}

/// What is configured of collection.
#[derive(Debug, Clone)]
pub struct CollectionSettings {
    /// Hosts and networks that may be asked.
    pub addresses: AddressRules,
    /// How long a file must be still.
    pub stable: Duration,
    /// Pause before a run is tried again; the second is four times as long.
    pub retry: Duration,
    /// Between two walks at one host, at least.
    pub host_pause: Duration,
    /// Length of a file, at most.
    pub max_file_bytes: u64,
    /// Memory of a browser, at most.
    pub browser_memory_bytes: u64,
    /// How long a server that works on a run may be silent.
    pub lease: Duration,
    /// Whether this process collects.
    pub collects: bool,
}

impl CollectionPorts {
    /// Takes every secret that there is out of texts.
    pub(crate) fn masker(&self) -> Masker {
        let names = self.secrets.names();
        let secrets: Vec<_> = names.iter().filter_map(|name| self.secrets.read(name)).collect();
        Masker::new(&secrets)
    }
}
