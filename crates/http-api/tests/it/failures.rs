//! Faults of the server: told as such, and not why.

use std::io;

use ports::driven::{OriginalsError, StorageError};
use ports::driving::{DeskError, MockUploadDesk, UploadError};

use crate::support::{Form, PRODUCTION, TestApi, UPLOAD};

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
