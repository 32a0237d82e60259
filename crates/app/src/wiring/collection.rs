//! Figures that come by themselves.

use std::sync::Arc;

use browser_recipes::{ChromiumRunner, Launcher, TomlRecipes};
use collection::{ArrivalOffice, CollectionPorts, CollectionSettings, Collector, RecipeOffice, SourceOffice};
use fetching::{DiskFolders, DiskRunFolders, SystemResolver, WebFetcher, WebPatience};
use ports::driven::collection::{BrowserRunner, CollectionMeter, NameResolver};
use ports::driven::{Changes, Clock, Ids, Originals, ProductionRepository};
use ports::driving::UploadDesk;
use ports::driving::collection::{ArrivalDesk, Collecting, RecipeDesk, SourceDesk};
use postgres_adapter::{PgArrivalRepository, PgCollectionRuns, PgPool, PgRecipeRepository, PgSourceRepository};
use tokio::time::Duration;

use crate::collect_secrets::ConfiguredSecrets;
use crate::config::{BrowserSettings, Settings};

/// How long a connection to an address may take to come about.
const CONNECT: Duration = Duration::from_secs(10);
/// A server that works on a run may be silent for so long, at least.
const LEAST_LEASE: Duration = Duration::from_secs(5);

/// What collection is connected to.
pub(super) struct Surroundings {
    pub(super) productions: Arc<dyn ProductionRepository>,
    pub(super) uploads: Arc<dyn UploadDesk>,
    pub(super) originals: Arc<dyn Originals>,
    pub(super) changes: Arc<dyn Changes>,
    pub(super) meter: Arc<dyn CollectionMeter>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Arc<dyn Ids>,
    /// Whether this process collects.
    pub(super) collects: bool,
}

/// The use cases of collection.
pub(super) struct Collection {
    pub(super) sources: Arc<dyn SourceDesk>,
    pub(super) arrivals: Arc<dyn ArrivalDesk>,
    pub(super) recipes: Arc<dyn RecipeDesk>,
    pub(super) collecting: Arc<dyn Collecting>,
}

impl Collection {
    pub(super) fn new(pool: &PgPool, settings: &Settings, around: Surroundings) -> Self {
        let collect = &settings.collect;
        let max_file_bytes = settings.limits.file_bytes as u64;
        let resolver: Arc<dyn NameResolver> = Arc::new(SystemResolver);
        let patience = WebPatience {
            connect: CONNECT,
            whole: collect.timeout,
        };
        let fetcher = WebFetcher::new(collect.addresses.clone(), resolver.clone(), patience, max_file_bytes);
        let ports = Arc::new(CollectionPorts {
            sources: Arc::new(PgSourceRepository::new(pool.clone())),
            runs: Arc::new(PgCollectionRuns::new(pool.clone())),
            arrivals: Arc::new(PgArrivalRepository::new(pool.clone())),
            recipes: Arc::new(PgRecipeRepository::new(pool.clone())),
            recipe_reader: Arc::new(TomlRecipes),
            productions: around.productions,
            uploads: around.uploads,
            originals: around.originals,
            folders: Arc::new(DiskFolders::new(collect.folders.clone())),
            fetcher: Arc::new(fetcher),
            browser: browser_runner(&settings.browser, resolver),
            run_folders: Arc::new(DiskRunFolders::new(collect.folder.clone())),
            secrets: Arc::new(ConfiguredSecrets {
                folder: collect.secrets_folder.clone(),
            }),
            meter: around.meter,
            changes: around.changes,
            clock: around.clock,
            ids: around.ids,
            settings: CollectionSettings {
                addresses: collect.addresses.clone(),
                stable: collect.stable,
                retry: collect.retry,
                host_pause: collect.host_pause,
                max_file_bytes,
                browser_memory_bytes: settings.browser.memory_bytes,
                lease: settings.job_lease.max(LEAST_LEASE),
                collects: around.collects,
            },
        });
        Self {
            sources: Arc::new(SourceOffice::new(ports.clone())),
            arrivals: Arc::new(ArrivalOffice::new(ports.clone())),
            recipes: Arc::new(RecipeOffice::new(ports.clone())),
            collecting: Arc::new(Collector::new(ports)),
        }
    }
}

/// Whoever walks through sites, where this program can be started a second time.
fn browser_runner(settings: &BrowserSettings, resolver: Arc<dyn NameResolver>) -> Option<Arc<dyn BrowserRunner>> {
    match Launcher::own() {
        Ok(launcher) => {
            let runner = ChromiumRunner::new(settings.place.clone(), settings.is_sandboxed, launcher, resolver);
            Some(Arc::new(runner))
        }
        Err(error) => {
            tracing::warn!(%error, "The program does not know where it is: no browser can be started.");
            None
        }
    }
}
