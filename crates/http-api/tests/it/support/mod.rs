//! The application with a mock behind every port, talked to over HTTP.

pub(crate) mod alerts;
mod announcements;
mod answer;
pub(crate) mod backups;
pub(crate) mod collection;
mod form;
pub(crate) mod notices;
pub(crate) mod people;
pub(crate) mod sample;
mod sample_reports;
pub(crate) mod schedules;
pub(crate) mod system;

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::Method;
use actix_web::test::{self, TestRequest};
use domain::campaign::Campaign;
use domain::foresight::Holidays;
use domain::production::{Production, ProductionDraft};
use domain::schedule::DigestFrequency;
use domain::workbook_name::WorkbookName;
use http_api::{Arrivals, EventHub, Meters, Security, Services, UploadLimits, WritingRoom, application};
use ports::actor::Refusal;
use ports::driven::{
    Component, DataVersion, MockAuditLog, MockClock, MockDataVersion, MockDigestRepository, MockHealth,
    MockIdempotencyKeys, MockIds, MockJobQueue, MockLayoutRepository, MockNoteHistory, MockNoticeBoard,
    MockPreferenceRepository, MockUpkeepLog, MockWebFiles, Retry, Versions,
};
use ports::driving::collection::{MockArrivalDesk, MockRecipeDesk, MockSourceDesk};
use ports::driving::{
    DeskError, MockAccountDesk, MockAlertDesk, MockCampaignDesk, MockDestinationDesk, MockMarketDesk, MockMessageDesk,
    MockPeopleDesk, MockPlanningDesk, MockProductionDesk, MockSafetyDesk, MockScheduleDesk, MockSystemDesk,
    MockTargetDesk, MockTemplateDesk, MockUploadDesk, ProductionChoice, Submission, UnknownCode, UploadError,
};
use ports::paging::Page;
use reporting::ReportMemory;
use serde_json::Value;

pub(crate) use announcements::Announcements;
pub(crate) use answer::Answer;
pub(crate) use form::{Form, received_file};
pub(crate) use sample_reports::{DATA_VERSION, NoFigures, SampleReports};

/// The production that there is.
pub(crate) const PRODUCTION: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-000000000001";
/// A campaign of it.
pub(crate) const CAMPAIGN_ID: &str = "0197c1a0-0000-7000-8000-000000000c01";
/// One that there is not.
pub(crate) const NO_PRODUCTION: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-00000000ffff";
/// The upload that there is.
pub(crate) const UPLOAD: &str = "/api/v1/uploads/0197c1a0-0000-7000-8000-000000000101";
/// One that there is not.
pub(crate) const NO_UPLOAD: &str = "/api/v1/uploads/0197c1a0-0000-7000-8000-00000000ffff";

/// The schedule that there is.
pub(crate) const SCHEDULE: &str = "/api/v1/schedules/daily-plays";
/// The kind of message that is known best.
pub(crate) const MESSAGE: &str = "/api/v1/messages/daily-plays";
/// The destination that there is.
pub(crate) const DESTINATION: &str = "/api/v1/destinations/0197c1a0-0000-7000-8000-000000000721";
/// The delivery that there is.
pub(crate) const DELIVERY: &str = "/api/v1/deliveries/0197c1a0-0000-7000-8000-000000000731";

/// The source that there is.
pub(crate) const SOURCE: &str = "/api/v1/collection/sources/0197c1a0-0000-7000-8000-000000000a01";
/// A run of it.
pub(crate) const COLLECTION_RUN: &str = "/api/v1/collection/runs/0197c1a0-0000-7000-8000-000000000a11";
/// What it brought.
pub(crate) const ARRIVAL: &str = "/api/v1/collection/arrivals/0197c1a0-0000-7000-8000-000000000a21";
/// The recipe that there is.
pub(crate) const RECIPE: &str = "/api/v1/collection/recipes/haneul-ticket";

/// The job that there is.
pub(crate) const JOB: &str = "/api/v1/jobs/01JCZ6P7Q0V9K3M4N5R6S7T8W9";

/// The user that there is.
pub(crate) const USER: &str = "/api/v1/users/0197c1a0-0000-7000-8000-000000000407";
/// One that there is not.
pub(crate) const NO_USER: &str = "/api/v1/users/0197c1a0-0000-7000-8000-00000000ffff";
/// An admin.
pub(crate) const ADMIN_USER: &str = "/api/v1/users/0197c1a0-0000-7000-8000-000000000402";
/// The session that every request belongs to.
pub(crate) const SESSION: &str = "/api/v1/auth/sessions/0197c1a0-0000-7000-8000-000000000501";
/// The sign-in from a new place that there is.
pub(crate) const NEW_SIGN_IN: &str = "/api/v1/auth/new-sign-ins/0197c1a0-0000-7000-8000-000000000502";
/// The API key that there is.
pub(crate) const KEY: &str = "/api/v1/auth/api-keys/0197c1a0-0000-7000-8000-000000000601";

/// Longest file that the test application takes.
pub(crate) const MAX_FILE_BYTES: u64 = 100;

/// The mocks, and who sends the requests: a master, unless the test says another. A test changes what it is about,
/// then sends one request.
pub(crate) struct TestApi {
    pub(crate) accounts: MockAccountDesk,
    pub(crate) safety: MockSafetyDesk,
    pub(crate) people: MockPeopleDesk,
    pub(crate) productions: MockProductionDesk,
    pub(crate) campaigns: MockCampaignDesk,
    pub(crate) market: Box<MockMarketDesk>,
    pub(crate) planning: MockPlanningDesk,
    pub(crate) targets: MockTargetDesk,
    pub(crate) templates: MockTemplateDesk,
    pub(crate) uploads: MockUploadDesk,
    pub(crate) sources: Box<MockSourceDesk>,
    pub(crate) arrivals_desk: Box<MockArrivalDesk>,
    pub(crate) recipes: Box<MockRecipeDesk>,
    pub(crate) figures: NoFigures,
    pub(crate) announcements: Announcements,
    pub(crate) web: MockWebFiles,
    pub(crate) writing_room: WritingRoom,
    pub(crate) schedules: MockScheduleDesk,
    pub(crate) destinations: MockDestinationDesk,
    pub(crate) messages: MockMessageDesk,
    pub(crate) alerts: MockAlertDesk,
    pub(crate) digests: MockDigestRepository,
    pub(crate) notices: MockNoticeBoard,
    pub(crate) upkeep: MockUpkeepLog,
    pub(crate) jobs: MockJobQueue,
    pub(crate) audit: MockAuditLog,
    pub(crate) preferences: MockPreferenceRepository,
    pub(crate) layouts: MockLayoutRepository,
    pub(crate) note_history: MockNoteHistory,
    pub(crate) idempotency_keys: MockIdempotencyKeys,
    pub(crate) data_version: MockDataVersion,
    pub(crate) clock: MockClock,
    pub(crate) ids: MockIds,
    pub(crate) health: MockHealth,
    pub(crate) system: MockSystemDesk,
    pub(crate) security: Security,
    pub(crate) slow_request: Duration,
    token: Option<&'static str>,
}

impl Default for TestApi {
    /// Ports that know the callers, whose production an upload is, and nothing else.
    fn default() -> Self {
        let mut accounts = MockAccountDesk::new();
        accounts
            .expect_authenticate()
            .returning(|token| Ok(people::authenticated(token)));
        let mut data_version = MockDataVersion::new();
        data_version.expect_known().return_const(versions(41));
        data_version.expect_current().returning(|| Ok(versions(42)));
        data_version.expect_hear().return_const(());
        let mut clock = MockClock::new();
        clock.expect_now().returning(|| sample::instant("2026-11-20T01:00:00Z"));
        clock.expect_today().return_const(sample::day("2026-11-20"));
        let mut ids = MockIds::new();
        ids.expect_next().return_const(sample::id(0x901));
        Self {
            accounts,
            safety: MockSafetyDesk::new(),
            people: MockPeopleDesk::new(),
            productions: MockProductionDesk::new(),
            campaigns: MockCampaignDesk::new(),
            market: Box::default(),
            planning: MockPlanningDesk::new(),
            targets: MockTargetDesk::new(),
            templates: MockTemplateDesk::new(),
            uploads: uploads_of_the_production(),
            sources: Box::new(collection::without_sources()),
            arrivals_desk: Box::default(),
            recipes: Box::default(),
            figures: NoFigures::default(),
            announcements: Announcements::default(),
            web: without_web(),
            writing_room: WritingRoom::new(2, Duration::from_millis(20)),
            schedules: MockScheduleDesk::new(),
            destinations: MockDestinationDesk::new(),
            messages: MockMessageDesk::new(),
            alerts: MockAlertDesk::new(),
            digests: MockDigestRepository::new(),
            notices: MockNoticeBoard::new(),
            upkeep: MockUpkeepLog::new(),
            jobs: MockJobQueue::new(),
            audit: MockAuditLog::new(),
            preferences: MockPreferenceRepository::new(),
            layouts: MockLayoutRepository::new(),
            note_history: MockNoteHistory::new(),
            idempotency_keys: MockIdempotencyKeys::new(),
            data_version,
            clock,
            ids,
            health: MockHealth::new(),
            system: MockSystemDesk::new(),
            security: Security::default(),
            slow_request: Duration::from_secs(2),
            token: Some(people::MASTER),
        }
    }
}

/// A state of the data that changes of all kinds led to.
pub(crate) fn versions(version: i64) -> Versions {
    Versions {
        data: version,
        figures: version,
        access: version,
    }
}

/// A program that was built without the web.
fn without_web() -> MockWebFiles {
    let mut web = MockWebFiles::new();
    web.expect_find().returning(|_| None);
    web
}

/// Uploads that are known to be the sample production's, and can be received.
pub(crate) fn uploads_of_the_production() -> MockUploadDesk {
    let mut desk = MockUploadDesk::new();
    desk.expect_receive().returning(|| Ok(received_file()));
    desk.expect_production_of()
        .returning(|id| Ok((id == sample::upload().id).then(|| sample::production().id)));
    desk.expect_production_named().returning(|choice, files| {
        let (play, concert) = (sample::production(), sample::concert());
        let code_of_file = |code: &str| files.iter().any(|file| file.file_name.contains(code));
        let named = [play, concert].into_iter().find(|production| match choice {
            ProductionChoice::Id(id) => *id == production.id,
            ProductionChoice::Code(code) => *code == production.details.code,
            ProductionChoice::FileName => code_of_file(production.details.code.as_str()),
        });
        Ok(named.map(|production| production.id))
    });
    desk.expect_unknown_code().returning(|choice, files, visible| {
        let code = match choice {
            ProductionChoice::Id(_) => None,
            ProductionChoice::Code(code) => Some(code.clone()),
            ProductionChoice::FileName => {
                let mut names = files.iter().map(|file| WorkbookName::parse(&file.file_name));
                names.next().and_then(|name| name.production_code)
            }
        };
        let play = sample::production();
        let nearest = visible.contains(play.id).then_some(play.details.into_draft().code);
        Ok(code.map(|code| UnknownCode { code, nearest }))
    });
    desk
}

impl TestApi {
    /// Ports that know one production, one upload and one job.
    pub(crate) fn with_samples() -> Self {
        let mut api = Self::default();
        api.know_production();
        api.know_plans();
        api.templates
            .expect_workbook_template()
            .returning(|_, _| Ok(sample::template()));
        api.know_upload();
        people::know_accounts(&mut api.accounts);
        people::know_people(&mut api.people);
        people::know_factors(&mut api.safety);
        *api.sources = collection::with_sources();
        collection::know_arrivals(&mut api.arrivals_desk);
        collection::know_recipes(&mut api.recipes);
        schedules::know_schedules(&mut api.schedules);
        schedules::know_destinations(&mut api.destinations);
        schedules::know_messages(&mut api.messages);
        alerts::know_alerts(&mut api.alerts);
        api.digests
            .expect_find()
            .returning(|_| Ok(Some(DigestFrequency::Daily)));
        api.digests.expect_choose().returning(|_, _| Ok(()));
        notices::know_notices(&mut api.notices);
        backups::know_upkeep(&mut api.upkeep);
        let jobs = || Page {
            items: vec![sample::job()],
            total: 1,
        };
        api.jobs.expect_list().returning(move |_| Ok(jobs()));
        api.jobs
            .expect_retry()
            .returning(|_, _| Ok(Retry::Queued(Box::new(sample::retried_job()))));
        api.audit
            .expect_list()
            .returning(|_| Ok(page_of(people::audit_entry())));
        api.preferences.expect_find().returning(|_| Ok(sample::preferences()));
        api.preferences.expect_keep().returning(|_, _, _| Ok(()));
        know_campaigns(&mut api.campaigns);
        know_market(&mut api.market);
        api.layouts.expect_find().returning(|_| Ok(sample::layout()));
        api.layouts.expect_set().returning(|_, _, _, _| Ok(sample::layout()));
        let history = &mut api.note_history;
        history
            .expect_weeks()
            .returning(|_, _| Ok(page_of(sample::week_changes())));
        history.expect_days().returning(|_| Ok(page_of(sample::day_changes())));
        history
            .expect_months()
            .returning(|_| Ok(page_of(sample::month_changes())));
        system::know_system(&mut api.system);
        let all = [
            Component::Database,
            Component::Queue,
            Component::Storage,
            Component::Jobs,
            Component::Schedules,
            Component::Deliveries,
        ];
        api.health
            .expect_check()
            .returning(move || all.map(|component| (component, true)).to_vec());
        api
    }

    fn know_production(&mut self) {
        let desk = &mut self.productions;
        desk.expect_read().returning(|id| {
            let production = sample::production();
            if id == production.id {
                Ok(production)
            } else {
                Err(DeskError::UnknownProduction)
            }
        });
        desk.expect_permit_webhook().returning(|_, rights| {
            let may = rights.role.is_office();
            may.then_some(()).ok_or(Refusal::Forbidden.into())
        });
        desk.expect_create().returning(|draft, _, _, _| checked(draft));
        desk.expect_delete().returning(|_, _, _| Ok(()));
        desk.expect_import().returning(|_, _, dry_run, _| {
            let mut import = sample::import();
            if dry_run {
                import.entered.clear();
            }
            Ok(import)
        });
        desk.expect_change().returning(|_, change, _, _| {
            let mut draft = sample::production().details.into_draft();
            draft.name = change.name.unwrap_or(draft.name);
            draft.sale_end = change.sale_end.apply(draft.sale_end);
            draft.preview_end = change.preview_end.apply(draft.preview_end);
            draft.target_share = change.target_share.apply(draft.target_share);
            checked(draft)
        });
        desk.expect_list().returning(|_| {
            Ok(Page {
                items: vec![sample::production(), sample::concert()],
                total: 2,
            })
        });
    }

    fn know_plans(&mut self) {
        let desk = &mut self.planning;
        desk.expect_targets().returning(|_, _| Ok(sample::targets()));
        desk.expect_set_targets().returning(|_, _, _| Ok(sample::targets()));
        self.targets
            .expect_distribute()
            .returning(|_, _, _, _| Ok(sample::targets()));
        self.targets.expect_copy().returning(|_, _, _, _| Ok(sample::targets()));
        self.targets.expect_import().returning(|_, _, _| Ok(sample::targets()));
        desk.expect_marketing_weeks().returning(|id| {
            if id == sample::production().id {
                Ok(sample::marketing_plan())
            } else {
                Err(DeskError::UnknownProduction)
            }
        });
        desk.expect_change_marketing_weeks()
            .returning(|_, _, _| Ok(sample::marketing_plan()));
        desk.expect_monthly_notes()
            .returning(|_, _| Ok(sample::monthly_notes()));
        desk.expect_set_monthly_notes()
            .returning(|_, _| Ok(sample::monthly_notes()));
        desk.expect_calendar_notes()
            .returning(|_, _| Ok(sample::calendar_notes()));
        desk.expect_set_calendar_notes()
            .returning(|_, _| Ok(sample::calendar_notes()));
    }

    fn know_upload(&mut self) {
        let desk = &mut self.uploads;
        desk.expect_submit().returning(|_| {
            Ok(Submission {
                upload: sample::queued_upload(),
                repeated: false,
            })
        });
        desk.expect_submit_and_wait().returning(|_, _| {
            Ok(Submission {
                upload: sample::upload(),
                repeated: false,
            })
        });
        desk.expect_try_out().returning(|_| Ok(sample::dry_run()));
        desk.expect_read().returning(|id| {
            let upload = sample::upload();
            if id == upload.id {
                Ok(upload)
            } else {
                Err(UploadError::UnknownUpload)
            }
        });
        desk.expect_list().returning(|_| {
            Ok(Page {
                items: vec![sample::upload()],
                total: 1,
            })
        });
        desk.expect_withdraw().returning(|_, _| Ok(sample::withdrawn_upload()));
        desk.expect_download().returning(|_, part, _| match part {
            1 => Ok(sample::download()),
            _ => Err(UploadError::UnknownUpload),
        });
    }

    /// The same with another caller.
    #[expect(clippy::wrong_self_convention, reason = "reads as who asks")]
    pub(crate) fn as_user(mut self, token: &'static str) -> Self {
        self.token = Some(token);
        self
    }

    /// The same with nobody signed in.
    #[expect(clippy::wrong_self_convention, reason = "reads as who asks")]
    pub(crate) fn as_nobody(mut self) -> Self {
        self.token = None;
        self
    }

    pub(crate) async fn get(self, path: &str) -> Answer {
        self.ask(Method::GET, path).await
    }

    /// A request without a body.
    pub(crate) async fn ask(self, method: Method, path: &str) -> Answer {
        self.send(TestRequest::default().method(method).uri(path)).await
    }

    pub(crate) async fn post(self, path: &str, body: &Value) -> Answer {
        self.json(Method::POST, path, body).await
    }

    pub(crate) async fn put(self, path: &str, body: &Value) -> Answer {
        self.json(Method::PUT, path, body).await
    }

    pub(crate) async fn patch(self, path: &str, body: &Value) -> Answer {
        self.json(Method::PATCH, path, body).await
    }

    pub(crate) async fn json(self, method: Method, path: &str, body: &Value) -> Answer {
        self.send(TestRequest::default().method(method).uri(path).set_json(body))
            .await
    }

    pub(crate) async fn upload(self, form: Form) -> Answer {
        self.send(form.into_request()).await
    }

    pub(crate) async fn send(self, request: TestRequest) -> Answer {
        let request = match self.token {
            Some(token) => request.insert_header(("authorization", format!("Bearer {token}"))),
            None => request,
        };
        let app = test::init_service(application(self.services())).await;
        let response = test::call_service(&app, request.to_request()).await;
        Answer::read(response).await
    }

    pub(crate) fn services(self) -> Services {
        let data_version: Arc<dyn DataVersion> = Arc::new(self.data_version);
        Services {
            accounts: Arc::new(self.accounts),
            safety: Arc::new(self.safety),
            people: Arc::new(self.people),
            productions: Arc::new(self.productions),
            campaigns: Arc::new(self.campaigns),
            market: Arc::new(*self.market),
            holidays: Arc::new(Holidays::of_korea(&[])),
            planning: Arc::new(self.planning),
            targets: Arc::new(self.targets),
            templates: Arc::new(self.templates),
            uploads: Arc::new(self.uploads),
            sources: Arc::new(*self.sources),
            arrivals_desk: Arc::new(*self.arrivals_desk),
            recipes: Arc::new(*self.recipes),
            reports: Arc::new(SampleReports::new(self.figures)),
            report_memory: Arc::new(ReportMemory::new(1_000_000)),
            events: EventHub::start(&self.announcements, data_version.clone(), 1_000),
            writing_room: self.writing_room,
            web: Arc::new(self.web),
            schedules: Arc::new(self.schedules),
            destinations: Arc::new(self.destinations),
            messages: Arc::new(self.messages),
            alerts: Arc::new(self.alerts),
            digests: Arc::new(self.digests),
            notices: Arc::new(self.notices),
            upkeep: Arc::new(self.upkeep),
            jobs: Arc::new(self.jobs),
            audit: Arc::new(self.audit),
            preferences: Arc::new(self.preferences),
            layouts: Arc::new(self.layouts),
            note_history: Arc::new(self.note_history),
            idempotency_keys: Arc::new(self.idempotency_keys),
            data_version,
            clock: Arc::new(self.clock),
            ids: Arc::new(self.ids),
            health: Arc::new(self.health),
            system: Arc::new(self.system),
            meters: Arc::new(Meters::default()),
            security: Arc::new(self.security),
            limits: UploadLimits {
                max_file_bytes: MAX_FILE_BYTES,
            },
            slow_request: self.slow_request,
            arrivals: Arrivals::default(),
        }
    }
}

/// A desk with one campaign.
fn know_campaigns(desk: &mut MockCampaignDesk) {
    desk.expect_list().returning(|_, _, _| Ok(vec![sample::campaign()]));
    desk.expect_read().returning(|_, id| {
        let campaign = sample::campaign();
        (id == campaign.id)
            .then_some(campaign)
            .ok_or(DeskError::UnknownCampaign)
    });
    desk.expect_create().returning(|_, draft, _| {
        let details = draft.check().map_err(DeskError::Invalid)?;
        Ok(Campaign {
            details,
            ..sample::campaign()
        })
    });
    desk.expect_change().returning(|_, _, _, _| Ok(sample::campaign()));
    desk.expect_delete().returning(|_, _, _| Ok(()));
}

/// A desk that knows which show a production is.
fn know_market(desk: &mut MockMarketDesk) {
    desk.expect_find().returning(|_| Ok(sample::kopis_match()));
    desk.expect_set().returning(|_, _, _, _| Ok(sample::kopis_match()));
    desk.expect_suggest().returning(|_| Ok(sample::suggestions()));
    desk.expect_figures().returning(sample::market_figures);
}

pub(crate) fn page_of<T>(item: T) -> Page<T> {
    Page {
        items: vec![item],
        total: 1,
    }
}

/// The rules of the domain, as the back office applies them.
fn checked(draft: ProductionDraft) -> Result<Production, DeskError> {
    let details = draft.check().map_err(DeskError::Invalid)?;
    Ok(Production {
        details,
        ..sample::production()
    })
}
