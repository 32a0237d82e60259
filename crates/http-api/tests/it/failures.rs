//! Faults of the server: told as such, and not why.

use std::io;

use actix_web::test::{TestRequest, call_service, init_service};
use http_api::application;
use ports::driven::{OriginalsError, StorageError};
use ports::driving::{DeskError, MockUploadDesk, UploadError};

use crate::support::people::MASTER;
use crate::support::{Answer, Form, PRODUCTION, TestApi, UPLOAD};

const SECRET: &str = "relation daily_sale has no column";

fn inconsistent() -> StorageError {
    StorageError::inconsistent("daily sales", SECRET)
}

fn unavailable() -> StorageError {
    StorageError::unavailable(SECRET)
}

fn api(error: fn() -> StorageError) -> TestApi {
    let mut api = TestApi::default();
    api.productions
        .expect_read()
        .returning(move |_| Err(DeskError::Storage(error())));
    api.productions
        .expect_list()
        .returning(move |_| Err(DeskError::Storage(error())));
    api.planning
        .expect_monthly_notes()
        .returning(move |_, _| Err(DeskError::Storage(error())));
    api.uploads
        .expect_read()
        .returning(move |_| Err(UploadError::Storage(error())));
    api.uploads
        .expect_list()
        .returning(move |_| Err(UploadError::Storage(error())));
    api.figures.failure = Some(error().into());
    api.jobs.expect_list().returning(move |_| Err(error()));
    api
}

const PATHS: [&str; 7] = [
    PRODUCTION,
    "/api/v1/productions",
    "/api/v1/calendar/monthly-notes",
    UPLOAD,
    "/api/v1/uploads",
    "/api/v1/reports/plays/revenue",
    "/api/v1/jobs",
];

#[actix_web::test]
async fn what_is_stored_wrongly_is_500_without_detail() {
    for path in PATHS {
        let answer = api(inconsistent).get(path).await;
        answer.assert_problem(500, "internal");
        assert!(!String::from_utf8_lossy(&answer.body).contains(SECRET));
        insta::allow_duplicates! { insta::assert_json_snapshot!(answer.json()); }
    }
}

#[actix_web::test]
async fn a_database_out_of_reach_is_503_and_asks_to_try_again() {
    for path in PATHS {
        let answer = api(unavailable).get(path).await;
        answer.assert_problem(503, "unavailable");
        assert_eq!(answer.header("retry-after"), "5");
        assert!(!String::from_utf8_lossy(&answer.body).contains(SECRET));
        insta::allow_duplicates! { insta::assert_json_snapshot!(answer.json()); }
    }
}

#[actix_web::test]
async fn a_panic_is_500_without_its_text_and_the_next_request_is_answered() {
    let mut api = TestApi::with_samples();
    api.figures.panic = Some(SECRET);
    let app = init_service(application(api.services())).await;
    let ask = async |path: &str| {
        let request = TestRequest::get()
            .uri(path)
            .insert_header(("authorization", format!("Bearer {MASTER}")));
        Answer::read(call_service(&app, request.to_request()).await).await
    };
    for format in ["json", "csv", "xlsx"] {
        let answer = ask(&format!("/api/v1/reports/plays/revenue?format={format}")).await;
        answer.assert_problem(500, "internal");
        assert!(!String::from_utf8_lossy(&answer.body).contains(SECRET), "{format}");
        assert_eq!(answer.json()["requestId"], answer.header("x-request-id"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(ask(PRODUCTION).await.status, 200, "after {format}");
    }
}

#[actix_web::test]
async fn a_change_meanwhile_is_409() {
    let answer = api(|| StorageError::Stale("the production")).get(PRODUCTION).await;
    answer.assert_problem(409, "changed");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn a_full_store_of_originals_is_503() {
    let mut api = TestApi::default();
    api.uploads = MockUploadDesk::new();
    api.uploads
        .expect_receive()
        .returning(|| Err(OriginalsError::Failed(io::Error::from(io::ErrorKind::StorageFull)).into()));
    let answer = api.upload(Form::workbook()).await;
    answer.assert_problem(503, "unavailable");
}
