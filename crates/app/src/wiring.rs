//! Which adapter stands behind which port.

use std::sync::Arc;

use anyhow::{Context, Result};
use backoffice::{Planning, ProductionOffice, TargetPlanning};
use http_api::{Services, UploadLimits};
use ports::driven::{Clock, Ids, Originals};
use ports::driving::UploadProcessing;
use postgres_adapter::{
    PgChanges, PgHealth, PgJobQueue, PgNoteRepository, PgPlanRepository, PgPool, PgProductionRepository,
    PgReportSource, PgUploadRepository, queue,
};
use reporting::Reporting;
use xlsx_ingest::{ReadingRoom, Templates, Uploads};

use crate::clock::{SystemClock, SystemIds};
use crate::config::{Settings, Url};
use crate::isolation::ChildProcess;
use crate::original_store::FolderStore;

/// Connections for requests and jobs. With the queue's own they stay well below the embedded server's 40, and more would
/// not make two cores faster.
const CONNECTIONS: u32 = 8;
/// Files that are read at a time, dry runs included.
const READING_SEATS: usize = 2;

/// The use cases over PostgreSQL.
pub(crate) struct App {
    pub(crate) services: Services,
    pub(crate) processing: Arc<dyn UploadProcessing>,
    pub(crate) jobs: Arc<PgJobQueue>,
    pub(crate) queue: sqlx::PgPool,
}

impl App {
    /// Puts everything together; the database must be set up.
    pub(crate) async fn new(settings: &Settings, url: &Url) -> Result<Self> {
        let pool = PgPool::new(&url.0, CONNECTIONS);
        let queue = queue::connect(&url.0).await.context("the database cannot be reached")?;
        let changes = Arc::new(
            PgChanges::listen(&queue)
                .await
                .context("the database cannot be listened to")?,
        );
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let ids: Arc<dyn Ids> = Arc::new(SystemIds);
        let store = FolderStore::open(&settings.upload_store)
            .with_context(|| format!("uploads cannot be stored in {}", settings.upload_store.display()))?;
        let originals: Arc<dyn Originals> = Arc::new(store);
        let productions = Arc::new(PgProductionRepository::new(pool.clone()));
        let isolation = Arc::new(ChildProcess {
            program: std::env::current_exe()?,
        });
        let uploads = Arc::new(Uploads::new(
            Arc::new(PgUploadRepository::new(pool.clone())),
            productions.clone(),
            originals.clone(),
            changes,
            clock.clone(),
            ids.clone(),
            ReadingRoom::new(READING_SEATS, settings.limits, isolation),
        ));
        let jobs = Arc::new(PgJobQueue::new(pool.clone()));
        let plans = Arc::new(PgPlanRepository::new(pool.clone()));
        let notes = Arc::new(PgNoteRepository::new(pool.clone()));
        let reports = Arc::new(PgReportSource::new(pool.clone()));
        let services = Services {
            productions: Arc::new(ProductionOffice::new(productions.clone(), clock.clone(), ids)),
            templates: Arc::new(Templates::new(productions, clock.clone())),
            planning: Arc::new(Planning::new(plans.clone(), notes)),
            targets: Arc::new(TargetPlanning::new(plans, reports.clone())),
            uploads: uploads.clone(),
            reports: Arc::new(Reporting::new(reports, clock)),
            jobs: jobs.clone(),
            health: Arc::new(PgHealth::new(pool, originals)),
            limits: UploadLimits {
                max_file_bytes: settings.limits.file_bytes as u64,
            },
        };
        Ok(Self {
            services,
            processing: uploads,
            jobs,
            queue,
        })
    }
}
