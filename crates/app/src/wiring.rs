//! Which adapter stands behind which port.

mod collection;
mod market;
mod moving;
mod sending;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use backoffice::{
    AccountPorts, Accounts, CampaignOffice, People, Planning, ProductionOffice, ProductionPorts, SystemWatch,
    TargetPlanning,
};
use forecasts::Forecasts;
use http_api::{Arrivals, EventHub, Meters, Services, UploadLimits, WritingRoom};
use messages::Composer;
use notifications::{Channels, ChatApi, Patience};
use original_store::Place;
use ports::driven::{
    Changes, Channel, Clock, Commentator, DataVersion, Housekeeping, Ids, JobQueue, Originals, ProductionRepository,
};
use ports::driving::collection::Collecting;
use ports::driving::{AccountSetup, Forecasting, Messages, Scheduler, UploadProcessing};
use postgres_adapter::{
    PgAuditLog, PgCampaignRepository, PgChanges, PgCredentialRepository, PgDataVersion, PgDigestRepository,
    PgFactorRepository, PgForecastRepository, PgHealth, PgHousekeeping, PgIdempotencyKeys, PgJobQueue,
    PgLayoutRepository, PgMonitor, PgNewSignIns, PgNoteHistory, PgNoteRepository, PgNoticeBoard, PgPlanRepository,
    PgPool, PgPreferenceRepository, PgProductionRepository, PgReplicas, PgReportSource, PgSignInAttempts,
    PgSnapshotEviction, PgUpkeepLog, PgUploadRepository, PgUserRepository, queue,
};
use reporting::{ReportMemory, Reporting, Reports, Workbooks};
use schedules::MarketReading;
use uploads::{Retaining, Templates, Uploads};
use xlsx_ingest::{Lists, ReadingRoom, XlsxTemplates};

use self::collection::{Collection, Surroundings};
pub(crate) use self::moving::{OldServer, applying, rehearsing};
use self::sending::{Chores, Sending, Ways};
use crate::clock::{SystemClock, SystemIds};
use crate::config::{Settings, Url};
use crate::database::Connected;
use crate::isolation::ChildProcess;
use crate::machine::ThisMachine;
use crate::second_factor::SystemFactorCodes;
use crate::secrets::SystemSecrets;
use crate::upkeep::HouseUpkeep;
use crate::web_files::EmbeddedWeb;
use crate::worker::Worker;

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
    pub(crate) collecting: Arc<dyn Collecting>,
    pub(crate) changes: Arc<dyn Changes>,
    pub(crate) queue: sqlx::PgPool,
}

impl App {
    /// Puts everything together; the database must be set up. `collects` says whether this process has figures collected.
    pub(crate) async fn new(settings: &Settings, database: &Connected, collects: bool) -> Result<Self> {
        let (capacity, url) = (settings.capacity, &database.url);
        let pool = server_pool(url, settings);
        let queue = queue::connect(&url.0).await.context("the database cannot be reached")?;
        let changes = Arc::new(listen(&queue).await?);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let ids: Arc<dyn Ids> = Arc::new(SystemIds);
        let data_version = data_version(&pool, &changes).await?;
        let originals = originals(settings)?;
        let productions = Arc::new(PgProductionRepository::new(pool.clone()));
        let room = reading_room(settings)?;
        let lists = Arc::new(Lists::new(room.clone()));
        let audit = Arc::new(PgAuditLog::new(pool.clone()));
        let (people, accounts) = people(&pool, capacity.hashes, data_version.clone(), audit.clone());
        let events = EventHub::start(changes.as_ref(), data_version.clone(), capacity.streams);
        let uploads = uploads(&pool, originals.clone(), changes.clone(), room);
        let jobs = Arc::new(PgJobQueue::new(pool.clone()));
        let reports = Arc::new(PgReportSource::new(pool.clone()));
        let (planning, targets) = planning(&pool, reports.clone(), lists.clone());
        // What is told of a change that was read here rests on the same database.
        let ways = ways(reports.clone(), Arc::new(Reporting::new(reports)), settings)?;
        let replicas = replicas(settings, &changes);
        let log = Arc::new(PgUpkeepLog::new(pool.clone()));
        let upkeep = house_upkeep(&pool, url, settings, originals.clone(), uploads.clone(), log.clone())?;
        let market = market::market(&pool, settings, clock.clone())?;
        let chores = Chores {
            upkeep,
            market: Arc::new(MarketReading(market.clone())),
        };
        let sending = Sending::new(&pool, ways, productions.clone(), chores, clock.clone(), ids.clone());
        let meters = Arc::new(Meters::default());
        let around = Surroundings {
            productions: productions.clone(),
            uploads: uploads.clone(),
            originals: originals.clone(),
            changes: changes.clone(),
            meter: meters.clone(),
            clock: clock.clone(),
            ids: ids.clone(),
            collects,
        };
        let collection = Collection::new(&pool, settings, around);
        let services = Services {
            accounts: accounts.clone(),
            safety: accounts,
            people: people.clone(),
            productions: production_office(productions.clone(), lists, audit.clone(), settings),
            templates: templates(productions, audit.clone()),
            campaigns: campaigns(&pool, clock.clone(), ids.clone()),
            market,
            planning,
            targets,
            uploads: uploads.clone(),
            sources: collection.sources,
            arrivals_desk: collection.arrivals,
            recipes: collection.recipes,
            reports: reporting(&pool, replicas.clone()),
            report_memory: Arc::new(ReportMemory::new(settings.report_memory_bytes)),
            events,
            writing_room: WritingRoom::new(capacity.writers, WRITING_PATIENCE),
            web: Arc::new(EmbeddedWeb),
            schedules: sending.schedules,
            destinations: sending.destinations,
            messages: sending.messages,
            alerts: sending.alerts,
            notices: Arc::new(PgNoticeBoard::new(pool.clone())),
            upkeep: log,
            jobs: jobs.clone(),
            audit,
            digests: Arc::new(PgDigestRepository::new(pool.clone())),
            preferences: Arc::new(PgPreferenceRepository::new(pool.clone())),
            layouts: Arc::new(PgLayoutRepository::new(pool.clone())),
            note_history: Arc::new(PgNoteHistory::new(pool.clone())),
            idempotency_keys: Arc::new(PgIdempotencyKeys::new(pool.clone())),
            data_version,
            holidays: settings.holidays.clone(),
            clock: clock.clone(),
            ids,
            health: Arc::new(PgHealth::new(pool.clone(), originals.clone())),
            system: Arc::new(system(&pool, replicas, settings, database, clock.as_ref())),
            meters,
            security: Arc::new(settings.network.security.clone()),
            limits: upload_limits(settings),
            slow_request: settings.slow_request,
            arrivals: Arrivals::with_lists(capacity.readers),
        };
        Ok(Self {
            services,
            accounts: people,
            forecasting: forecasts(pool.clone()),
            collecting: collection.collecting,
            housekeeping: Arc::new(PgHousekeeping::new(pool)),
            processing: uploads,
            jobs,
            originals,
            scheduler: sending.scheduler,
            changes,
            queue,
        })
    }

    /// The worker that reads what comes in.
    pub(crate) fn worker(&self, settings: &Settings) -> Worker {
        Worker {
            queue: self.queue.clone(),
            processing: self.processing.clone(),
            jobs: self.jobs.clone(),
            housekeeping: self.housekeeping.clone(),
            originals: self.originals.clone(),
            concurrency: settings.capacity.jobs,
            lease: settings.job_lease,
            retry: settings.job_retry,
        }
    }
}

/// The connections of a server, which tell of statements that are slow.
fn server_pool(url: &Url, settings: &Settings) -> PgPool {
    PgPool::new(&url.0, settings.capacity.connections)
        .telling_slow(settings.slow_statement)
        .with_holidays(settings.holidays.clone())
        .with_market_key(settings.market.key_digest().as_deref())
}

/// The replicas of the database, where there are any.
fn replicas(settings: &Settings, changes: &PgChanges) -> Option<Arc<PgReplicas>> {
    let urls: Vec<_> = settings.replicas.iter().map(|url| url.0.clone()).collect();
    let watch = || PgReplicas::watch(&urls, settings.capacity.connections, settings.slow_statement, changes);
    (!urls.is_empty()).then(|| Arc::new(watch()))
}

/// Reports that are asked for, from replicas where there are any.
fn reporting(pool: &PgPool, replicas: Option<Arc<PgReplicas>>) -> Arc<dyn Reports> {
    let source = PgReportSource::new(pool.clone());
    Arc::new(Reporting::new(Arc::new(match replicas {
        Some(replicas) => source.with_replicas(replicas),
        None => source,
    })))
}

/// How uploads are taken in.
fn uploads(pool: &PgPool, originals: Arc<dyn Originals>, changes: Arc<dyn Changes>, room: ReadingRoom) -> Arc<Uploads> {
    Arc::new(Uploads {
        repository: Arc::new(PgUploadRepository::new(pool.clone())),
        productions: Arc::new(PgProductionRepository::new(pool.clone())),
        originals,
        audit: Arc::new(PgAuditLog::new(pool.clone())),
        changes,
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        reader: Arc::new(room),
    })
}

/// How long uploads may be.
fn upload_limits(settings: &Settings) -> UploadLimits {
    UploadLimits {
        max_file_bytes: settings.limits.file_bytes as u64,
    }
}

/// Keeps the house up.
fn house_upkeep(
    pool: &PgPool,
    url: &Url,
    settings: &Settings,
    originals: Arc<dyn Originals>,
    uploads: Arc<Uploads>,
    log: Arc<PgUpkeepLog>,
) -> Result<Arc<HouseUpkeep>> {
    let clock = Arc::new(SystemClock);
    Ok(Arc::new(HouseUpkeep {
        url: url.clone(),
        pool: pool.clone(),
        backups: settings.backup.place.clone(),
        seal: settings.backup.seal()?,
        originals,
        check: uploads,
        retention: settings.retention,
        retaining: Retaining::new(Arc::new(PgSnapshotEviction::new(pool.clone())), clock.clone()),
        log,
        clock,
    }))
}

/// Enters and changes productions.
fn production_office(
    productions: Arc<PgProductionRepository>,
    lists: Arc<Lists>,
    audit: Arc<PgAuditLog>,
    settings: &Settings,
) -> Arc<ProductionOffice> {
    let office = ProductionPorts {
        productions,
        lists,
        audit,
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
    };
    Arc::new(ProductionOffice::new(office, settings.webhook_hosts.clone()))
}

/// Workbooks that are filled in by hand.
fn templates(productions: Arc<PgProductionRepository>, audit: Arc<PgAuditLog>) -> Arc<Templates> {
    let (writer, clock) = (Arc::new(XlsxTemplates), Arc::new(SystemClock));
    Arc::new(Templates::new(productions, writer, audit, clock))
}

/// What is planned for productions, and their targets.
fn planning(pool: &PgPool, reports: Arc<PgReportSource>, lists: Arc<Lists>) -> (Arc<Planning>, Arc<TargetPlanning>) {
    let plans = Arc::new(PgPlanRepository::new(pool.clone()));
    let notes = Arc::new(PgNoteRepository::new(pool.clone()));
    let planning = Planning::new(plans.clone(), notes);
    (Arc::new(planning), Arc::new(TargetPlanning::new(plans, reports, lists)))
}

/// What messages are made of, and how they go out.
fn ways(figures: Arc<PgReportSource>, reports: Arc<dyn Reports>, settings: &Settings) -> Result<Ways> {
    Ok(Ways {
        messages: messages(figures, settings)?,
        workbooks: Arc::new(Workbooks::new(reports, Arc::new(SystemClock))),
        channel: channel(settings)?,
        hosts: settings.webhook_hosts.clone(),
        company_slack: settings.outgoing.slack_webhook.clone(),
    })
}

/// Knows how new the data are; they were read once.
async fn data_version(pool: &PgPool, changes: &PgChanges) -> Result<Arc<PgDataVersion>> {
    let version = PgDataVersion::new(pool.clone(), changes);
    version.current().await.context("the data version cannot be read")?;
    Ok(Arc::new(version))
}

/// What was done when to sell productions.
fn campaigns(pool: &PgPool, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Arc<CampaignOffice> {
    let campaigns = Arc::new(PgCampaignRepository::new(pool.clone()));
    Arc::new(CampaignOffice::new(campaigns, clock, ids))
}

/// Where the original files are.
pub(crate) fn originals(settings: &Settings) -> Result<Arc<dyn Originals>> {
    opened(&settings.upload_store, settings)
}

/// The store of original files at a place.
pub(crate) fn opened(place: &Place, settings: &Settings) -> Result<Arc<dyn Originals>> {
    let store = place.open(settings.limits.file_bytes as u64);
    store.with_context(|| format!("uploads cannot be stored in {place}"))
}

/// Where workbooks are read.
fn reading_room(settings: &Settings) -> Result<ReadingRoom> {
    let isolation = ChildProcess::new(std::env::current_exe()?, settings.capacity.isolated_readers);
    Ok(ReadingRoom::new(
        settings.capacity.readers,
        settings.limits,
        Arc::new(isolation),
    ))
}

/// Uploads without a server, for the command line.
pub(crate) async fn offline_uploads(url: &Url, settings: &Settings) -> Result<Arc<Uploads>> {
    let pool = PgPool::new(&url.0, 2);
    let queue = queue::connect(&url.0).await.context("the database cannot be reached")?;
    let changes = Arc::new(listen(&queue).await?);
    Ok(uploads(&pool, originals(settings)?, changes, reading_room(settings)?))
}

/// Knows of upkeep without a server, for the command line.
pub(crate) fn upkeep_log(url: &Url) -> PgUpkeepLog {
    PgUpkeepLog::new(PgPool::new(&url.0, 1))
}

/// Hears what any server changes.
async fn listen(queue: &sqlx::PgPool) -> Result<PgChanges> {
    let changes = PgChanges::listen(queue).await;
    changes.context("the database cannot be listened to")
}

/// How the server is.
fn system(
    pool: &PgPool,
    replicas: Option<Arc<PgReplicas>>,
    settings: &Settings,
    database: &Connected,
    clock: &dyn Clock,
) -> SystemWatch {
    let machine = ThisMachine::new(
        clock,
        settings.upload_store.folder().map(Path::to_owned),
        database.folder.clone(),
    );
    let monitor = PgMonitor::new(pool.clone()).with_replicas(replicas);
    SystemWatch::new(Arc::new(monitor), Arc::new(machine))
}

/// The office's view of people, and their own.
fn people(
    pool: &PgPool,
    hashes: usize,
    data_version: Arc<PgDataVersion>,
    audit: Arc<PgAuditLog>,
) -> (Arc<People>, Arc<Accounts>) {
    let secrets = Arc::new(SystemSecrets::new(hashes));
    let (clock, ids) = (Arc::new(SystemClock), Arc::new(SystemIds));
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
pub(crate) fn forecasting(url: &Url, settings: &Settings) -> Arc<dyn Forecasting> {
    forecasts(offline_pool(url, settings))
}

/// A connection of the command line, which reads runs with the holidays of the settings.
fn offline_pool(url: &Url, settings: &Settings) -> PgPool {
    PgPool::new(&url.0, 1)
        .with_holidays(settings.holidays.clone())
        .with_market_key(settings.market.key_digest().as_deref())
}

/// Reports without a server, for the command line.
pub(crate) struct OfflineReports {
    pub(crate) reports: Arc<dyn Reports>,
    pub(crate) productions: Arc<dyn ProductionRepository>,
}

impl OfflineReports {
    /// From this database, which must be set up.
    pub(crate) fn new(url: &Url, settings: &Settings) -> Self {
        let pool = offline_pool(url, settings);
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
        let pool = offline_pool(url, settings);
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
