//! Which adapter stands behind which port.

mod sending;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use backoffice::{AccountPorts, Accounts, People, Planning, ProductionOffice, ProductionPorts, TargetPlanning};
use forecasts::Forecasts;
use http_api::{Arrivals, EventHub, Services, UploadLimits, WritingRoom};
use messages::Composer;
use notifications::{Channels, ChatApi, Patience};
use ports::driven::{
    Changes, Channel, Clock, Commentator, DataVersion, Housekeeping, Ids, JobQueue, Originals, ProductionRepository,
    Secrets,
};
use ports::driving::{AccountSetup, Forecasting, Messages, Scheduler, UploadProcessing};
use postgres_adapter::{
    PgAuditLog, PgChanges, PgCredentialRepository, PgDataVersion, PgDigestRepository, PgFactorRepository,
    PgForecastRepository, PgHealth, PgHousekeeping, PgIdempotencyKeys, PgJobQueue, PgNewSignIns, PgNoteHistory,
    PgNoteRepository, PgNoticeBoard, PgPlanRepository, PgPool, PgPreferenceRepository, PgProductionRepository,
    PgReportSource, PgSignInAttempts, PgUploadRepository, PgUserRepository, queue,
};
use reporting::{ReportMemory, Reporting, Reports};
use uploads::{Templates, Uploads};
use xlsx_ingest::{Lists, ReadingRoom, XlsxTemplates};

use self::sending::{Sending, Ways};
use crate::clock::{SystemClock, SystemIds};
use crate::config::{Settings, Url};
use crate::isolation::ChildProcess;
use crate::original_store::FolderStore;
use crate::second_factor::SystemFactorCodes;
use crate::secrets::SystemSecrets;
use crate::web_files::EmbeddedWeb;

/// How long a report waits for its turn to be written as a workbook.
const WRITING_PATIENCE: Duration = Duration::from_secs(30);

/// The use cases over PostgreSQL.
pub(crate) struct App {
    pub(crate) services: Services,
    pub(crate) accounts: Arc<dyn AccountSetup>,
    pub(crate) housekeeping: Arc<dyn Housekeeping>,
    pub(crate) processing: Arc<dyn UploadProcessing>,
    pub(crate) jobs: Arc<dyn JobQueue>,
    pub(crate) originals: Arc<dyn Originals>,
    pub(crate) scheduler: Arc<dyn Scheduler>,
    pub(crate) forecasting: Arc<dyn Forecasting>,
    pub(crate) changes: Arc<dyn Changes>,
    pub(crate) queue: sqlx::PgPool,
}

impl App {
    /// Puts everything together; the database must be set up.
    pub(crate) async fn new(settings: &Settings, url: &Url) -> Result<Self> {
        let capacity = settings.capacity;
        let pool = PgPool::new(&url.0, capacity.connections);
        let queue = queue::connect(&url.0).await.context("the database cannot be reached")?;
        let changes = Arc::new(listen(&queue).await?);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let ids: Arc<dyn Ids> = Arc::new(SystemIds);
        let data_version = Arc::new(PgDataVersion::new(pool.clone(), &changes));
        data_version
            .current()
            .await
            .context("the data version cannot be read")?;
        let store = FolderStore::open(&settings.upload_store, settings.limits.file_bytes as u64)
            .with_context(|| format!("uploads cannot be stored in {}", settings.upload_store.display()))?;
        let originals: Arc<dyn Originals> = Arc::new(store);
        let productions = Arc::new(PgProductionRepository::new(pool.clone()));
        let isolation = Arc::new(ChildProcess::new(std::env::current_exe()?, capacity.isolated_readers));
        let room = ReadingRoom::new(capacity.readers, settings.limits, isolation);
        let lists = Arc::new(Lists::new(room.clone()));
        let audit = Arc::new(PgAuditLog::new(pool.clone()));
        let secrets = Arc::new(SystemSecrets::new(capacity.hashes));
        let (people, accounts) = people(
            &pool,
            secrets,
            data_version.clone(),
            audit.clone(),
            clock.clone(),
            ids.clone(),
        );
        let events = EventHub::start(changes.as_ref(), data_version.clone(), capacity.streams);
        let uploads = Arc::new(Uploads::new(
            Arc::new(PgUploadRepository::new(pool.clone())),
            productions.clone(),
            originals.clone(),
            changes.clone(),
            clock.clone(),
            ids.clone(),
            Arc::new(room),
        ));
        let jobs = Arc::new(PgJobQueue::new(pool.clone()));
        let plans = Arc::new(PgPlanRepository::new(pool.clone()));
        let notes = Arc::new(PgNoteRepository::new(pool.clone()));
        let reports = Arc::new(PgReportSource::new(pool.clone()));
        let ways = ways(reports.clone(), settings)?;
        let sending = Sending::new(&pool, ways, productions.clone(), clock.clone(), ids.clone());
        let office = ProductionPorts {
            productions: productions.clone(),
            lists: lists.clone(),
            audit: audit.clone(),
            clock: clock.clone(),
            ids,
        };
        let services = Services {
            accounts: accounts.clone(),
            safety: accounts,
            people: people.clone(),
            productions: Arc::new(ProductionOffice::new(office, settings.webhook_hosts.clone())),
            templates: Arc::new(Templates::new(productions, Arc::new(XlsxTemplates), clock.clone())),
            planning: Arc::new(Planning::new(plans.clone(), notes)),
            targets: Arc::new(TargetPlanning::new(plans, reports.clone(), lists)),
            uploads: uploads.clone(),
            reports: Arc::new(Reporting::new(reports)),
            report_memory: Arc::new(ReportMemory::new(settings.report_memory_bytes)),
            events,
            writing_room: WritingRoom::new(capacity.writers, WRITING_PATIENCE),
            web: Arc::new(EmbeddedWeb),
            schedules: sending.schedules,
            destinations: sending.destinations,
            messages: sending.messages,
            alerts: sending.alerts,
            notices: Arc::new(PgNoticeBoard::new(pool.clone())),
            jobs: jobs.clone(),
            audit,
            digests: Arc::new(PgDigestRepository::new(pool.clone())),
            preferences: Arc::new(PgPreferenceRepository::new(pool.clone())),
            note_history: Arc::new(PgNoteHistory::new(pool.clone())),
            idempotency_keys: Arc::new(PgIdempotencyKeys::new(pool.clone())),
            data_version,
            clock,
            health: Arc::new(PgHealth::new(pool.clone(), originals.clone())),
            security: Arc::new(settings.network.security.clone()),
            limits: UploadLimits {
                max_file_bytes: settings.limits.file_bytes as u64,
            },
            arrivals: Arrivals::default(),
        };
        Ok(Self {
            services,
            accounts: people,
            forecasting: forecasts(pool.clone()),
            housekeeping: Arc::new(PgHousekeeping::new(pool)),
            processing: uploads,
            jobs,
            originals,
            scheduler: sending.scheduler,
            changes,
            queue,
        })
    }
}

/// Hears what any server changes.
async fn listen(queue: &sqlx::PgPool) -> Result<PgChanges> {
    let changes = PgChanges::listen(queue).await;
    changes.context("the database cannot be listened to")
}

/// What messages are made of, and how they go out.
fn ways(reports: Arc<PgReportSource>, settings: &Settings) -> Result<Ways> {
    Ok(Ways {
        messages: messages(reports, settings)?,
        channel: channel(settings)?,
        hosts: settings.webhook_hosts.clone(),
        company_slack: settings.outgoing.slack_webhook.clone(),
    })
}

/// The office's view of people, and their own.
fn people(
    pool: &PgPool,
    secrets: Arc<dyn Secrets>,
    data_version: Arc<PgDataVersion>,
    audit: Arc<PgAuditLog>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
) -> (Arc<People>, Arc<Accounts>) {
    let users = Arc::new(PgUserRepository::new(pool.clone()));
    let factors = Arc::new(PgFactorRepository::new(pool.clone()));
    let people = People::new(
        users.clone(),
        secrets.clone(),
        clock.clone(),
        ids.clone(),
        factors.clone(),
    );
    let accounts = Accounts::new(AccountPorts {
        users,
        credentials: Arc::new(PgCredentialRepository::new(pool.clone())),
        attempts: Arc::new(PgSignInAttempts::new(pool.clone())),
        audit,
        data_version,
        secrets,
        clock,
        ids,
        factors,
        codes: Arc::new(SystemFactorCodes),
        new_sign_ins: Arc::new(PgNewSignIns::new(pool.clone())),
    });
    (Arc::new(people), Arc::new(accounts))
}

/// Accounts without a server, for the command line.
pub(crate) fn account_setup(url: &Url) -> Arc<dyn AccountSetup> {
    let pool = PgPool::new(&url.0, 1);
    Arc::new(People::new(
        Arc::new(PgUserRepository::new(pool.clone())),
        Arc::new(SystemSecrets::new(1)),
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        Arc::new(PgFactorRepository::new(pool)),
    ))
}

fn forecasts(pool: PgPool) -> Arc<dyn Forecasting> {
    let repository = PgForecastRepository::new(pool);
    Arc::new(Forecasts::new(Arc::new(repository), Arc::new(SystemClock)))
}

/// Forecasts without a server, for the command line.
pub(crate) fn forecasting(url: &Url) -> Arc<dyn Forecasting> {
    forecasts(PgPool::new(&url.0, 1))
}

/// Reports without a server, for the command line.
pub(crate) struct OfflineReports {
    pub(crate) reports: Arc<dyn Reports>,
    pub(crate) productions: Arc<dyn ProductionRepository>,
}

impl OfflineReports {
    /// From this database, which must be set up.
    pub(crate) fn new(url: &Url) -> Self {
        let pool = PgPool::new(&url.0, 1);
        let source = Arc::new(PgReportSource::new(pool.clone()));
        Self {
            reports: Arc::new(Reporting::new(source)),
            productions: Arc::new(PgProductionRepository::new(pool)),
        }
    }
}

/// Messages without a server, for the command line.
pub(crate) struct OfflineMessages {
    pub(crate) messages: Arc<dyn Messages>,
    pub(crate) channel: Arc<dyn Channel>,
    pub(crate) productions: Arc<dyn ProductionRepository>,
}

impl OfflineMessages {
    /// From this database, which must be set up.
    pub(crate) fn new(url: &Url, settings: &Settings) -> Result<Self> {
        let pool = PgPool::new(&url.0, 1);
        Ok(Self {
            messages: messages(Arc::new(PgReportSource::new(pool.clone())), settings)?,
            channel: channel(settings)?,
            productions: Arc::new(PgProductionRepository::new(pool)),
        })
    }
}

/// What the office is told, commented by a language model where one is configured.
fn messages(source: Arc<PgReportSource>, settings: &Settings) -> Result<Arc<dyn Messages>> {
    let chat = settings.outgoing.chat.as_ref().map(ChatApi::new).transpose();
    let chat = chat.map_err(|error| anyhow!("the language model cannot be asked: {error}"))?;
    let commentator = chat.map(|chat| Arc::new(chat) as Arc<dyn Commentator>);
    let public_url = settings.network.security.public_url.clone();
    Ok(Arc::new(Composer::new(source, commentator, public_url)))
}

/// Every way out of the house.
fn channel(settings: &Settings) -> Result<Arc<dyn Channel>> {
    let (hosts, mail) = (settings.webhook_hosts.clone(), settings.outgoing.mail.clone());
    let channels = Channels::new(hosts, mail, Patience::default(), Arc::new(SystemClock));
    let channels = channels.map_err(|error| anyhow!("nothing can be sent: {error}"))?;
    Ok(Arc::new(channels))
}
