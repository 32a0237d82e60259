//! `Idempotency-Key`: a creating request that is sent again.

use std::sync::{Arc, Mutex};

use actix_web::test::TestRequest;
use ports::driven::{Begun, IdempotencyKey, MockIdempotencyKeys, StoredAnswer};
use ports::driving::{DeskError, MockProductionDesk};
use serde_json::{Value, json};

use crate::support::people::{self, READER, UPLOADER};
use crate::support::{Form, PRODUCTION, TestApi, UPLOAD, sample, uploads_of_the_production};

const LIST: &str = "/api/v1/productions/import";

fn new_production() -> Value {
    json!({"code": "PL2612", "name": "두 번째 편지", "category": "play"})
}

fn create(body: &Value) -> TestRequest {
    TestRequest::post()
        .uri("/api/v1/productions")
        .insert_header(("idempotency-key", "first-try"))
        .set_json(body)
}

fn keyed(request: TestRequest) -> TestRequest {
    request.insert_header(("idempotency-key", "first-try"))
}

/// Keys of which each is answered with `known`.
fn idempotency_keys(known: Begun) -> MockIdempotencyKeys {
    let mut idempotency_keys = MockIdempotencyKeys::new();
    idempotency_keys
        .expect_begin()
        .once()
        .returning(move |_, _, _| Ok(known.clone()));
    idempotency_keys
}

#[actix_web::test]
async fn a_first_answer_is_kept() {
    let mut api = TestApi::with_samples();
    let wanted = IdempotencyKey {
        user_id: people::master().id,
        route: "POST /api/v1/productions".to_owned(),
        key: "first-try".to_owned(),
    };
    let kept = wanted.clone();
    api.idempotency_keys
        .expect_begin()
        .withf(move |key, _, now| *key == wanted && *now == sample::instant("2026-11-20T01:00:00Z"))
        .once()
        .returning(|_, _, _| Ok(Begun::First));
    api.idempotency_keys
        .expect_keep()
        .withf(move |key, answer| {
            let body: Value = serde_json::from_slice(&answer.body).unwrap();
            *key == kept
                && answer.status == 201
                && answer.location.as_deref() == Some(PRODUCTION)
                && body["code"] == "PL2612"
        })
        .once()
        .returning(|_, _| Ok(()));
    let answer = api.send(create(&new_production())).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.json()["code"], "PL2612");
}

#[actix_web::test]
async fn the_same_request_again_gets_the_first_answer_and_creates_nothing() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.idempotency_keys = idempotency_keys(Begun::Answered(StoredAnswer {
        status: 201,
        location: Some(PRODUCTION.to_owned()),
        body: br#"{"code":"PL2612","id":"0197c1a0-0000-7000-8000-000000000001"}"#.to_vec(),
    }));
    let answer = api.send(create(&new_production())).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), PRODUCTION);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.json()["code"], "PL2612");
}

#[actix_web::test]
async fn another_request_with_the_key_is_422() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.idempotency_keys = idempotency_keys(Begun::OtherBody);
    api.send(create(&new_production()))
        .await
        .assert_breaks("Idempotency-Key", "used");
}

#[actix_web::test]
async fn a_request_that_is_still_being_answered_is_409_and_asks_to_try_again() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.idempotency_keys = idempotency_keys(Begun::Running);
    let answer = api.send(create(&new_production())).await;
    answer.assert_problem(409, "still-running");
    assert_eq!(answer.header("retry-after"), "1");
}

#[actix_web::test]
async fn a_refused_request_may_be_tried_again() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions
        .expect_create()
        .returning(|_, _, _, _| Err(DeskError::Taken("code")));
    api.idempotency_keys = idempotency_keys(Begun::First);
    api.idempotency_keys.expect_release().once().returning(|_| Ok(()));
    api.send(create(&new_production())).await.assert_problem(409, "taken");
}

#[actix_web::test]
async fn an_empty_or_long_key_is_refused() {
    for key in [String::new(), "x".repeat(201)] {
        let request = create(&new_production()).insert_header(("idempotency-key", key));
        let answer = TestApi::with_samples().send(request).await;
        answer.assert_breaks("Idempotency-Key", "malformed");
    }
}

#[actix_web::test]
async fn rights_are_asked_before_the_first_answer_is_given() {
    let mut api = TestApi::with_samples().as_user(READER);
    api.idempotency_keys = MockIdempotencyKeys::new();
    api.send(create(&new_production()))
        .await
        .assert_problem(403, "forbidden");
    let api = TestApi::with_samples().as_user(READER);
    let answer = api.send(keyed(Form::workbook().into_request())).await;
    answer.assert_problem(403, "forbidden");
}

/// What a request is remembered by.
async fn digest(request: TestRequest) -> [u8; 32] {
    let seen = Arc::new(Mutex::new(None));
    let digest = Arc::clone(&seen);
    let mut api = TestApi::with_samples().as_user(UPLOADER);
    api.idempotency_keys.expect_begin().once().returning(move |_, body, _| {
        *seen.lock().unwrap() = Some(*body);
        Ok(Begun::First)
    });
    api.idempotency_keys.expect_keep().returning(|_, _| Ok(()));
    let answer = api.send(keyed(request)).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let seen = *digest.lock().unwrap();
    seen.unwrap()
}

#[actix_web::test]
async fn an_upload_is_the_same_by_its_parts_whatever_is_between_them() {
    let form = || Form::workbook().text("recordDate", "2026-11-19");
    let first = digest(form().into_request()).await;
    assert_eq!(digest(form().with_other_boundaries()).await, first);
    let turned = Form::default()
        .text("recordDate", "2026-11-19")
        .file("20261119_PL2612_letter.xlsx", b"PK");
    assert_eq!(digest(turned.into_request()).await, first);
    let others = [
        Form::workbook(),
        Form::workbook().text("recordDate", "2026-11-18"),
        form().text("productionCode", "PL2612"),
        Form::default()
            .file("20261119_PL2612_letter.xlsx", b"PL")
            .text("recordDate", "2026-11-19"),
        Form::default()
            .file("20261119_PL2612_note.xlsx", b"PK")
            .text("recordDate", "2026-11-19"),
    ];
    for other in others {
        assert_ne!(digest(other.into_request()).await, first);
    }
}

#[actix_web::test]
async fn an_upload_sent_again_gets_the_first_answer_and_is_not_taken_in() {
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    api.idempotency_keys = idempotency_keys(Begun::Answered(StoredAnswer {
        status: 202,
        location: Some(UPLOAD.to_owned()),
        body: br#"{"status":"queued","productionId":"0197c1a0-0000-7000-8000-000000000001"}"#.to_vec(),
    }));
    let answer = api.send(keyed(Form::workbook().into_request())).await;
    assert_eq!(answer.status, 202);
    assert_eq!(answer.header("location"), UPLOAD);
    assert_eq!(answer.json()["status"], "queued");
}

#[actix_web::test]
async fn a_list_of_productions_sent_again_gets_the_first_answer() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.idempotency_keys = idempotency_keys(Begun::Answered(StoredAnswer {
        status: 201,
        location: None,
        body: br#"{"rows":[],"entered":[{"id":"0197c1a0-0000-7000-8000-000000000001"}]}"#.to_vec(),
    }));
    let answer = api
        .send(keyed(Form::default().file("list.csv", b"code").to(LIST)))
        .await;
    assert_eq!(answer.status, 201);
}

#[actix_web::test]
async fn a_dry_run_creates_nothing_and_is_not_kept() {
    let workbook = Form::workbook().text("dryRun", "true").into_request();
    assert_eq!(TestApi::with_samples().send(keyed(workbook)).await.status, 200);
    let list = Form::default()
        .file("list.csv", b"code")
        .text("dryRun", "true")
        .to(LIST);
    assert_eq!(TestApi::with_samples().send(keyed(list)).await.status, 200);
}
