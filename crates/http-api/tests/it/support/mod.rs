//! The application with a mock behind every port, talked to over HTTP.

mod answer;
mod form;
pub(crate) mod sample;
mod sample_reports;

use std::sync::Arc;

use actix_web::App;
use actix_web::http::Method;
use actix_web::test::{self, TestRequest};
use domain::production::{Production, ProductionDetails};
use http_api::{Services, UploadLimits, configure};
use ports::driven::{Component, MockHealth, MockJobQueue};
use ports::driving::{
    DeskError, MockPlanningDesk, MockProductionDesk, MockReports, MockTargetDesk, MockTemplateDesk, MockUploadDesk,
    Submission, UploadError,
};
use ports::paging::Page;
use serde_json::Value;

pub(crate) use answer::Answer;
pub(crate) use form::{Form, received_file};

/// The production that there is.
pub(crate) const PRODUCTION: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-000000000001";
/// One that there is not.
pub(crate) const NO_PRODUCTION: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-00000000ffff";
/// The upload that there is.
pub(crate) const UPLOAD: &str = "/api/v1/uploads/0197c1a0-0000-7000-8000-000000000101";
/// One that there is not.
pub(crate) const NO_UPLOAD: &str = "/api/v1/uploads/0197c1a0-0000-7000-8000-00000000ffff";

/// Longest file that the test application takes.
pub(crate) const MAX_FILE_BYTES: u64 = 100;

/// The mocks. A test changes what it is about, then sends one request.
#[derive(Default)]
pub(crate) struct TestApi {
    pub(crate) productions: MockProductionDesk,
    pub(crate) planning: MockPlanningDesk,
    pub(crate) targets: MockTargetDesk,
    pub(crate) templates: MockTemplateDesk,
    pub(crate) uploads: MockUploadDesk,
    pub(crate) reports: MockReports,
    pub(crate) jobs: MockJobQueue,
    pub(crate) health: MockHealth,
}

impl TestApi {
    /// Ports that know one production, one upload, one job, and a report of each kind.
    pub(crate) fn with_samples() -> Self {
        let mut api = Self::default();
        api.know_production();
        api.know_plans();
        api.templates
            .expect_workbook_template()
            .returning(|_| Ok(sample::template()));
        api.know_upload();
        sample_reports::expect(&mut api.reports);
        let jobs = || Page {
            items: vec![sample::job()],
            total: 1,
        };
        api.jobs.expect_list().returning(move |_| Ok(jobs()));
        let all = [Component::Database, Component::Queue, Component::Storage];
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
        desk.expect_create().returning(checked);
        desk.expect_change().returning(|_, change| {
            let mut production = sample::production();
            if let Some(name) = change.name {
                production.details.name = name;
            }
            production.details.sale_end = change.sale_end.apply(production.details.sale_end);
            production.details.preview_end = change.preview_end.apply(production.details.preview_end);
            production.details.target_share = change.target_share.apply(production.details.target_share);
            checked(production.details)
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
        desk.expect_set_targets().returning(|_, _| Ok(sample::targets()));
        self.targets.expect_distribute().returning(|_, _| Ok(sample::targets()));
        self.targets.expect_copy().returning(|_, _| Ok(sample::targets()));
        desk.expect_marketing_weeks().returning(|id| {
            if id == sample::production().id {
                Ok(sample::marketing_weeks())
            } else {
                Err(DeskError::UnknownProduction)
            }
        });
        desk.expect_change_marketing_weeks()
            .returning(|_, _| Ok(sample::marketing_weeks()));
        desk.expect_monthly_notes()
            .returning(|_, _| Ok(sample::monthly_notes()));
        desk.expect_set_monthly_notes()
            .returning(|_| Ok(sample::monthly_notes()));
        desk.expect_calendar_notes()
            .returning(|_, _| Ok(sample::calendar_notes()));
        desk.expect_set_calendar_notes()
            .returning(|_| Ok(sample::calendar_notes()));
    }

    fn know_upload(&mut self) {
        let desk = &mut self.uploads;
        desk.expect_receive().returning(|| Ok(received_file()));
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
        desk.expect_withdraw().returning(|_| Ok(sample::withdrawn_upload()));
        desk.expect_download().returning(|_, part| match part {
            1 => Ok(sample::download()),
            _ => Err(UploadError::UnknownUpload),
        });
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
        let services = Services {
            productions: Arc::new(self.productions),
            planning: Arc::new(self.planning),
            targets: Arc::new(self.targets),
            templates: Arc::new(self.templates),
            uploads: Arc::new(self.uploads),
            reports: Arc::new(self.reports),
            jobs: Arc::new(self.jobs),
            health: Arc::new(self.health),
            limits: UploadLimits {
                max_file_bytes: MAX_FILE_BYTES,
            },
        };
        let app = test::init_service(App::new().configure(configure(services))).await;
        let response = test::call_service(&app, request.to_request()).await;
        Answer::read(response).await
    }
}

/// The rules of the domain, as the back office applies them.
fn checked(details: ProductionDetails) -> Result<Production, DeskError> {
    let details = details.checked().map_err(DeskError::Invalid)?;
    Ok(Production {
        details,
        ..sample::production()
    })
}
