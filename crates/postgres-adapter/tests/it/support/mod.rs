//! A database with its repositories, and builders with sensible defaults.

mod build;
mod firewall;
mod hold;

use ports::actor::{Actor, Edit};
use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use domain::access::Visible;
use domain::people::User;
use domain::planning::PeriodChange;
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::reports::Report;
use domain::sales::Snapshot;
use domain::upload::{Upload, UploadId, UploadKind, UploadStatus};
use ports::driven::{
    Acceptance, FiguresOf, NewProduction, NewUpload, PasswordHash, Patch, ProductionRepository, ProductionUpdate,
    Publication, Read, ReportScope, StorageError, UploadRepository, UserRepository, Verdict, Versions, Withdrawal,
};
use postgres_adapter::test_database::TestDatabase;
use postgres_adapter::{
    PgAuditLog, PgCampaignRepository, PgCredentialRepository, PgFactorRepository, PgForecastRepository, PgHousekeeping,
    PgIdempotencyKeys, PgJobQueue, PgLayoutRepository, PgNewSignIns, PgNoteHistory, PgNoteRepository, PgNoticeBoard,
    PgPlanRepository, PgPreferenceRepository, PgProductionRepository, PgReportSource, PgSignInAttempts,
    PgUploadRepository, PgUserRepository,
};

pub(crate) use build::{
    address, at, bought, by, daily, day, decimal, draft, file, instant, member, new_upload, performance, production,
    seats, sold,
};
pub(crate) use firewall::Firewall;
pub(crate) use hold::Hold;

/// A database of its own, and every port on it.
pub(crate) struct Storage {
    pub(crate) productions: PgProductionRepository,
    pub(crate) plans: PgPlanRepository,
    pub(crate) notes: PgNoteRepository,
    pub(crate) uploads: PgUploadRepository,
    pub(crate) jobs: PgJobQueue,
    pub(crate) reports: PgReportSource,
    pub(crate) users: PgUserRepository,
    pub(crate) credentials: PgCredentialRepository,
    pub(crate) factors: PgFactorRepository,
    pub(crate) forecasts: PgForecastRepository,
    pub(crate) new_sign_ins: PgNewSignIns,
    pub(crate) preferences: PgPreferenceRepository,
    pub(crate) attempts: PgSignInAttempts,
    pub(crate) audit: PgAuditLog,
    pub(crate) note_history: PgNoteHistory,
    pub(crate) layouts: PgLayoutRepository,
    pub(crate) campaigns: PgCampaignRepository,
    pub(crate) notices: PgNoticeBoard,
    pub(crate) idempotency_keys: PgIdempotencyKeys,
    pub(crate) housekeeping: PgHousekeeping,
    /// For looking behind the ports.
    connection: Mutex<PgConnection>,
    pub(crate) database: TestDatabase,
}

/// The figures of a report.
pub(crate) async fn figures<R: Report>(
    reports: &PgReportSource,
    scope: &ReportScope,
    window: R::Window,
) -> Read<R::Figures>
where
    PgReportSource: FiguresOf<R>,
{
    FiguresOf::<R>::figures(reports, scope, window).await
}

impl Storage {
    pub(crate) fn new() -> Self {
        let database = TestDatabase::new();
        let pool = database.pool();
        Self {
            productions: PgProductionRepository::new(pool.clone()),
            plans: PgPlanRepository::new(pool.clone()),
            notes: PgNoteRepository::new(pool.clone()),
            uploads: PgUploadRepository::new(pool.clone()),
            jobs: PgJobQueue::new(pool.clone()),
            reports: PgReportSource::new(pool.clone()),
            users: PgUserRepository::new(pool.clone()),
            credentials: PgCredentialRepository::new(pool.clone()),
            factors: PgFactorRepository::new(pool.clone()),
            forecasts: PgForecastRepository::new(pool.clone()),
            new_sign_ins: PgNewSignIns::new(pool.clone()),
            preferences: PgPreferenceRepository::new(pool.clone()),
            attempts: PgSignInAttempts::new(pool.clone()),
            audit: PgAuditLog::new(pool.clone()),
            note_history: PgNoteHistory::new(pool.clone()),
            layouts: PgLayoutRepository::new(pool.clone()),
            campaigns: PgCampaignRepository::new(pool.clone()),
            notices: PgNoticeBoard::new(pool.clone()),
            idempotency_keys: PgIdempotencyKeys::new(pool.clone()),
            housekeeping: PgHousekeeping::new(pool),
            connection: Mutex::new(database.connection()),
            database,
        }
    }

    /// Stores a production and what its sale period asks for.
    pub(crate) async fn enter(&self, draft: ProductionDraft) -> ProductionId {
        let production = production(draft);
        let change = PeriodChange::plan(
            production.details.sale_period(),
            &BTreeMap::default(),
            &BTreeMap::default(),
        );
        self.insert(&production, &change).await.unwrap();
        production.id
    }

    /// Stores a production and what follows for its plan.
    pub(crate) async fn insert(&self, production: &Production, change: &PeriodChange) -> Result<(), StorageError> {
        let new = NewProduction {
            production: production.clone(),
            webhook: None,
            change: change.clone(),
        };
        self.productions.insert(&[new], &Actor::SYSTEM).await
    }

    /// Stores changed details and what follows for the plan.
    pub(crate) async fn update(
        &self,
        production: &Production,
        change: &PeriodChange,
        revision: i64,
    ) -> Result<Production, StorageError> {
        let update = ProductionUpdate {
            production: production.clone(),
            webhook: Patch::Keep,
            change: change.clone(),
            plan_revision: revision,
        };
        let edit = &Edit::unconditional(Actor::SYSTEM);
        self.productions.update(&update, edit).await
    }

    /// Stores an active member with this address, and a password.
    pub(crate) async fn enter_member(&self, email: &str) -> User {
        let user = member(email);
        let password = Some(PasswordHash("$argon2id$kept".to_owned()));
        self.users.insert(&user, password, &Actor::SYSTEM).await.unwrap();
        user
    }

    /// Stores a play with this code.
    pub(crate) async fn enter_play(&self, code: &str) -> ProductionId {
        self.enter(draft(code, Category::Play)).await
    }

    /// Changes the details of a production as staff would.
    pub(crate) async fn change(&self, id: ProductionId, change: impl FnOnce(&mut ProductionDraft)) -> Production {
        let plan = self.productions.find_plan(id).await.unwrap().unwrap();
        let mut production = plan.production;
        let mut draft = production.details.into_draft();
        change(&mut draft);
        production.details = draft.check().unwrap();
        let period = production.details.sale_period();
        let change = PeriodChange::plan(period, &plan.targets, &plan.notes);
        self.update(&production, &change, plan.revision).await.unwrap()
    }

    /// Accepts an upload that must be new.
    pub(crate) async fn accept(&self, upload: &NewUpload) -> UploadId {
        match self.uploads.accept(upload).await.unwrap() {
            Acceptance::Queued(queued) => queued.id,
            Acceptance::Repeated(repeated) => panic!("{} was taken for a repeat of {}", upload.id, repeated.id),
        }
    }

    /// Accepts an upload of a file whose bytes are named by `content`.
    pub(crate) async fn send(&self, id: ProductionId, record_date: &str, content: u8) -> UploadId {
        self.accept(&new_upload(id, record_date, content)).await
    }

    /// Publishes a snapshot as a worker does.
    pub(crate) async fn publish(&self, id: UploadId, snapshot: &Snapshot) -> Publication {
        let is_of_buyers = !snapshot.breakdowns.is_empty();
        let facts = if is_of_buyers {
            snapshot.buyers_facts()
        } else {
            snapshot.facts(true)
        };
        self.uploads
            .publish(id, snapshot, &facts, &Verdict::default(), instant())
            .await
            .unwrap()
    }

    /// Accepts and publishes a snapshot.
    pub(crate) async fn upload(&self, id: ProductionId, record_date: &str, snapshot: &Snapshot) -> UploadId {
        let mut upload = new_upload(id, record_date, 0);
        if !snapshot.breakdowns.is_empty() {
            upload.kind = UploadKind::Buyers;
        }
        upload.files[0].sha256.0[..16].copy_from_slice(upload.id.0.as_bytes());
        let upload = self.accept(&upload).await;
        self.uploads.begin(upload).await.unwrap().unwrap();
        self.publish(upload, snapshot).await;
        upload
    }

    pub(crate) async fn fail(&self, id: UploadId) -> bool {
        self.uploads.fail(id, &Verdict::default(), instant()).await.unwrap()
    }

    pub(crate) async fn withdraw(&self, id: UploadId) -> Upload {
        match self.uploads.withdraw(id, &Actor::SYSTEM).await.unwrap() {
            Withdrawal::Withdrawn(upload) => *upload,
            refused => panic!("{id} could not be withdrawn: {refused:?}"),
        }
    }

    pub(crate) async fn find(&self, id: UploadId) -> Upload {
        self.uploads.find(id).await.unwrap().unwrap()
    }

    pub(crate) async fn status(&self, id: UploadId) -> UploadStatus {
        self.find(id).await.status
    }

    /// The upload that reports read.
    pub(crate) async fn current(&self, id: ProductionId) -> Option<UploadId> {
        let neighbours = self
            .uploads
            .neighbours(id, day("2000-01-01"), UploadKind::Sales)
            .await
            .unwrap();
        neighbours.current.map(|upload| upload.id)
    }

    /// Runs a statement behind the ports.
    pub(crate) fn execute(&self, statement: &str) -> QueryResult<usize> {
        diesel::sql_query(statement).execute(&mut *self.connection.lock().unwrap())
    }

    /// The number that a statement answers as `number`.
    pub(crate) fn number(&self, statement: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Answer {
            #[diesel(sql_type = BigInt)]
            number: i64,
        }
        let answer: Answer = diesel::sql_query(statement)
            .get_result(&mut *self.connection.lock().unwrap())
            .unwrap();
        answer.number
    }

    /// The texts that a statement answers as `text`.
    pub(crate) fn texts(&self, statement: &str) -> Vec<String> {
        #[derive(QueryableByName)]
        struct Answer {
            #[diesel(sql_type = Text)]
            text: String,
        }
        let answers: Vec<Answer> = diesel::sql_query(statement)
            .load(&mut *self.connection.lock().unwrap())
            .unwrap();
        answers.into_iter().map(|answer| answer.text).collect()
    }

    pub(crate) fn data_version(&self) -> i64 {
        self.number("SELECT version AS number FROM data_version")
    }

    pub(crate) fn versions(&self) -> Versions {
        let count = |column| self.number(&format!("SELECT {column} AS number FROM data_version"));
        Versions {
            data: count("version"),
            figures: count("figures_version"),
            access: count("access_version"),
        }
    }
}

/// All active productions.
pub(crate) fn everything() -> ReportScope {
    ReportScope {
        visible: Visible::All,
        ..ReportScope::default()
    }
}

/// A range of days as text, for comparisons.
pub(crate) fn days(first: &str, last: &str) -> Vec<NaiveDate> {
    domain::calendar::DateRange::new(day(first), day(last))
        .unwrap()
        .days()
        .collect()
}
