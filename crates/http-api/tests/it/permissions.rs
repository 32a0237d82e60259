//! Who (401), sees (404), may (403), and only then the form of the request.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::driving::MockUploadDesk;
use serde_json::json;

use crate::support::people::{API_KEY, MANAGER, MEMBER, READ_ONLY_KEY, READER, READER_OF_ALL, STRANGER, UPLOADER};
use crate::support::{Answer, CAMPAIGN_ID, Form, JOB, NO_PRODUCTION, NO_UPLOAD, PRODUCTION, TestApi, UPLOAD};

/// The concert is there, and no member is granted it.
const CONCERT: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-000000000002";
const CONCERT_ID: &str = "0197c1a0-0000-7000-8000-000000000002";
const PRODUCTION_ID: &str = "0197c1a0-0000-7000-8000-000000000001";

/// A request whose form is wrong in every way.
async fn malformed(api: TestApi, method: &Method, path: &str) -> Answer {
    let request = TestRequest::default()
        .method(method.clone())
        .uri(&format!("{path}?foo=1"))
        .insert_header(("content-type", "text/plain"))
        .set_payload("{");
    api.send(request).await
}

fn writes(production: &str) -> Vec<(Method, String)> {
    vec![
        (Method::PATCH, production.to_owned()),
        (Method::PUT, format!("{production}/targets")),
        (Method::POST, format!("{production}/targets/distribute")),
        (Method::POST, format!("{production}/targets/copy")),
        (Method::POST, format!("{production}/targets/import")),
        (Method::PUT, format!("{production}/marketing-weeks")),
        (Method::PUT, format!("{production}/alert-mutes")),
        (Method::POST, format!("{production}/campaigns")),
        (Method::PATCH, format!("{production}/campaigns/{CAMPAIGN_ID}")),
        (Method::DELETE, format!("{production}/campaigns/{CAMPAIGN_ID}")),
        (Method::PUT, format!("{production}/kopis")),
        (Method::GET, format!("{production}/kopis/suggestions")),
    ]
}

fn reads(production: &str) -> Vec<String> {
    let parts = [
        "",
        "/targets",
        "/marketing-weeks",
        "/marketing-weeks/history",
        "/alert-mutes",
        "/layout",
        "/campaigns",
        "/kopis",
        "/workbook-template",
    ];
    parts.map(|part| format!("{production}{part}")).to_vec()
}

#[actix_web::test]
async fn nobody_is_told_to_sign_in_whatever_the_request_is() {
    let mut requests = writes(PRODUCTION);
    requests.extend(writes(NO_PRODUCTION));
    requests.extend(reads(PRODUCTION).into_iter().map(|path| (Method::GET, path)));
    for path in ["/api/v1/productions", "/api/v1/productions/import", "/api/v1/uploads"] {
        requests.push((Method::POST, path.to_owned()));
    }
    requests.push((Method::DELETE, PRODUCTION.to_owned()));
    requests.push((Method::DELETE, UPLOAD.to_owned()));
    requests.push((Method::POST, format!("{JOB}/retry")));
    for (method, path) in requests {
        let answer = malformed(TestApi::with_samples().as_nobody(), &method, &path).await;
        answer.assert_problem(401, "unauthenticated");
        let answer = malformed(TestApi::with_samples().as_user("fhs_revoked"), &method, &path).await;
        answer.assert_problem(401, "unauthenticated");
    }
}

#[actix_web::test]
async fn a_production_unseen_is_404_like_one_that_is_not_there() {
    for (production, caller) in [(PRODUCTION, STRANGER), (CONCERT, MEMBER), (NO_PRODUCTION, MEMBER)] {
        let mut requests = writes(production);
        requests.extend(reads(production).into_iter().map(|path| (Method::GET, path)));
        requests.push((Method::DELETE, production.to_owned()));
        for (method, path) in requests {
            let answer = malformed(TestApi::with_samples().as_user(caller), &method, &path).await;
            answer.assert_problem(404, "not-found");
        }
    }
}

#[actix_web::test]
async fn what_one_sees_and_may_not_do_is_403_before_the_form() {
    for caller in [READER, UPLOADER] {
        for (method, path) in writes(PRODUCTION) {
            let answer = malformed(TestApi::with_samples().as_user(caller), &method, &path).await;
            answer.assert_problem(403, "forbidden");
        }
        for path in ["/api/v1/productions", "/api/v1/productions/import"] {
            let answer = malformed(TestApi::with_samples().as_user(caller), &Method::POST, path).await;
            answer.assert_problem(403, "forbidden");
        }
        for path in ["/api/v1/calendar/notes", "/api/v1/calendar/monthly-notes"] {
            let answer = malformed(TestApi::with_samples().as_user(caller), &Method::PUT, path).await;
            answer.assert_problem(403, "forbidden");
        }
    }
    for (method, path) in writes(NO_PRODUCTION) {
        let answer = malformed(TestApi::with_samples().as_user(READER_OF_ALL), &method, &path).await;
        answer.assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn the_form_is_told_to_whoever_may() {
    for (method, path) in writes(PRODUCTION) {
        let answer = malformed(TestApi::with_samples().as_user(MANAGER), &method, &path).await;
        assert_eq!(answer.status, 422, "{method} {path}: {answer:?}");
    }
}

#[actix_web::test]
async fn what_one_sees_is_read() {
    for path in reads(PRODUCTION) {
        let answer = TestApi::with_samples().as_user(READER).get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
    }
    for path in ["/api/v1/calendar/notes", "/api/v1/calendar/monthly-notes/history"] {
        assert_eq!(TestApi::with_samples().as_user(STRANGER).get(path).await.status, 200);
    }
}

#[actix_web::test]
async fn only_admins_delete_productions_and_look_after_jobs() {
    for caller in [MEMBER, MANAGER, READER] {
        let answer = malformed(TestApi::with_samples().as_user(caller), &Method::DELETE, PRODUCTION).await;
        answer.assert_problem(403, "forbidden");
        let answer = TestApi::with_samples().as_user(caller).get("/api/v1/jobs").await;
        answer.assert_problem(403, "forbidden");
        let path = format!("{JOB}/retry");
        let answer = malformed(TestApi::with_samples().as_user(caller), &Method::POST, &path).await;
        answer.assert_problem(403, "forbidden");
    }
}

#[actix_web::test]
async fn a_webhook_is_set_and_cleared_by_admins_alone() {
    let new =
        json!({"code": "PL2612", "name": "편지", "category": "play", "slackWebhookUrl": "https://hooks.slack.com/x"});
    let answer = TestApi::with_samples()
        .as_user(MANAGER)
        .post("/api/v1/productions", &new)
        .await;
    answer.assert_problem(403, "forbidden");
    for url in [json!("https://hooks.slack.com/x"), json!(null)] {
        let change = json!({"slackWebhookUrl": url});
        let answer = TestApi::with_samples()
            .as_user(MANAGER)
            .patch(PRODUCTION, &change)
            .await;
        answer.assert_problem(403, "forbidden");
        assert_eq!(TestApi::with_samples().patch(PRODUCTION, &change).await.status, 200);
    }
}

#[actix_web::test]
async fn an_upload_is_as_visible_as_its_production() {
    for (upload, caller) in [(UPLOAD, STRANGER), (NO_UPLOAD, MEMBER)] {
        for (method, path) in [
            (Method::GET, upload.to_owned()),
            (Method::GET, format!("{upload}/file")),
            (Method::DELETE, upload.to_owned()),
        ] {
            let answer = malformed(TestApi::with_samples().as_user(caller), &method, &path).await;
            answer.assert_problem(404, "not-found");
        }
    }
    let answer = malformed(TestApi::with_samples().as_user(MANAGER), &Method::DELETE, UPLOAD).await;
    answer.assert_problem(403, "forbidden");
    let answer = TestApi::with_samples()
        .as_user(UPLOADER)
        .ask(Method::DELETE, UPLOAD)
        .await;
    assert_eq!(answer.status, 200);
}

/// Uploads that name the production in each way that there is, with a form that is wrong otherwise.
fn uploads_to(id: &str, code: &str) -> [Form; 3] {
    let wrong = |form: Form| form.text("recordDate", "soon").text("dryRun", "perhaps");
    [
        wrong(Form::default().text("productionId", id)),
        wrong(Form::default().text("productionCode", code)),
        wrong(Form::default().file(&format!("20261119_{code}_letter.xlsx"), b"PK")),
    ]
}

#[actix_web::test]
async fn an_upload_for_a_production_unseen_is_404_like_one_for_none() {
    for (id, code, caller) in [
        (PRODUCTION_ID, "PL2612", STRANGER),
        (CONCERT_ID, "CO2613", MEMBER),
        (CONCERT_ID, "CO2613", UPLOADER),
    ] {
        for form in uploads_to(id, code) {
            let answer = TestApi::with_samples().as_user(caller).upload(form).await;
            answer.assert_problem(404, "not-found");
            let detail = answer.json()["detail"].as_str().unwrap().replace(code, "…");
            let of_code = "there is no production with the code …";
            assert!(
                detail == "there is no such production" || detail.starts_with(of_code),
                "{detail}"
            );
        }
    }
}

#[actix_web::test]
async fn whoever_may_upload_nowhere_is_told_before_a_byte_is_kept() {
    for (id, code) in [(PRODUCTION_ID, "PL2612"), (CONCERT_ID, "CO2613")] {
        for form in uploads_to(id, code) {
            let mut api = TestApi::with_samples().as_user(READER);
            // No file may be begun: the mock expects no call.
            api.uploads = MockUploadDesk::new();
            api.upload(form).await.assert_problem(403, "forbidden");
        }
    }
}

#[actix_web::test]
async fn an_upload_for_a_production_that_one_only_reads_is_403_before_the_form() {
    for caller in [READER, MANAGER] {
        for form in uploads_to(PRODUCTION_ID, "PL2612") {
            let answer = TestApi::with_samples().as_user(caller).upload(form).await;
            answer.assert_problem(403, "forbidden");
        }
    }
    for form in uploads_to(PRODUCTION_ID, "PL2612") {
        let answer = TestApi::with_samples().as_user(UPLOADER).upload(form).await;
        answer.assert_problem(422, "invalid");
    }
}

#[actix_web::test]
async fn a_body_that_names_no_production_is_judged_for_those_only_who_upload_at_all() {
    let bodies = || {
        [
            Form::default().text("foo", "1").into_request(),
            Form::workbook().into_broken_request(),
            Form::default().into_request(),
            Form::workbook()
                .text("productionCode", "PL2612")
                .text("productionId", "x")
                .into_request(),
            TestRequest::post().uri("/api/v1/uploads").set_json(1),
        ]
    };
    for request in bodies() {
        let answer = TestApi::with_samples().as_user(MANAGER).send(request).await;
        answer.assert_problem(403, "forbidden");
    }
    for request in bodies() {
        let answer = TestApi::with_samples().as_user(UPLOADER).send(request).await;
        assert!([400, 415, 422].contains(&answer.status.as_u16()), "{answer:?}");
    }
}

#[actix_web::test]
async fn a_key_acts_as_its_user_and_one_that_only_reads_changes_nothing() {
    assert_eq!(
        TestApi::with_samples()
            .as_user(API_KEY)
            .patch(PRODUCTION, &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(
        TestApi::with_samples()
            .as_user(READ_ONLY_KEY)
            .get(PRODUCTION)
            .await
            .status,
        200
    );
    let changes = |(method, _): &(Method, String)| method != Method::GET;
    for (method, path) in writes(PRODUCTION).into_iter().filter(changes) {
        let answer = malformed(TestApi::with_samples().as_user(READ_ONLY_KEY), &method, &path).await;
        answer.assert_problem(403, "forbidden");
    }
    let answer = TestApi::with_samples()
        .as_user(READ_ONLY_KEY)
        .upload(Form::workbook())
        .await;
    answer.assert_problem(403, "forbidden");
}
