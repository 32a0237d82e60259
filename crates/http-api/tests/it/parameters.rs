//! The form of queries and of identifiers in paths.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::json;

use crate::reports::reports;
use crate::support::{CAMPAIGN_ID, Form, PRODUCTION, TestApi, UPLOAD, uploads_of_the_production};

/// An id of nothing.
const NOTHING: &str = "0197c1a0-0000-7000-8000-00000000ffff";

fn readable_paths() -> Vec<String> {
    let mut paths = vec![
        "/api/v1/productions".to_owned(),
        PRODUCTION.to_owned(),
        format!("{PRODUCTION}/targets"),
        format!("{PRODUCTION}/marketing-weeks"),
        "/api/v1/calendar/notes".to_owned(),
        "/api/v1/calendar/monthly-notes".to_owned(),
        "/api/v1/uploads".to_owned(),
        UPLOAD.to_owned(),
        format!("{UPLOAD}/file"),
        "/api/v1/jobs".to_owned(),
    ];
    paths.extend(reports().map(|name| format!("/api/v1/reports/{name}")));
    paths
}

#[actix_web::test]
async fn an_unknown_parameter_is_named_on_every_path() {
    for path in readable_paths() {
        let answer = TestApi::with_samples().get(&format!("{path}?foo=1")).await;
        answer.assert_breaks("foo", "unknown_parameter");
    }
}

#[actix_web::test]
async fn an_unknown_parameter_of_a_change_is_named() {
    let changes = [
        (Method::POST, "/api/v1/productions".to_owned()),
        (Method::PATCH, PRODUCTION.to_owned()),
        (Method::PUT, format!("{PRODUCTION}/targets")),
        (Method::POST, format!("{PRODUCTION}/targets/distribute")),
        (Method::POST, format!("{PRODUCTION}/targets/copy")),
        (Method::PUT, format!("{PRODUCTION}/marketing-weeks")),
        (Method::PUT, "/api/v1/calendar/notes".to_owned()),
        (Method::PUT, "/api/v1/calendar/monthly-notes".to_owned()),
    ];
    for (method, path) in changes {
        let answer = TestApi::with_samples()
            .json(method, &format!("{path}?foo=1"), &json!({}))
            .await;
        answer.assert_breaks("foo", "unknown_parameter");
    }
    let upload = Form::workbook().into_request().uri("/api/v1/uploads?foo=1");
    let answer = TestApi::with_samples().send(upload).await;
    answer.assert_breaks("foo", "unknown_parameter");
}

#[actix_web::test]
async fn an_upload_is_not_withdrawn_by_a_request_with_an_unknown_parameter() {
    let mut api = TestApi::with_samples();
    api.uploads = uploads_of_the_production();
    api.uploads.expect_withdraw().never();
    let answer = api.ask(Method::DELETE, &format!("{UPLOAD}?foo=1")).await;
    answer.assert_breaks("foo", "unknown_parameter");
}

#[actix_web::test]
async fn a_malformed_parameter_is_named() {
    let cases = [
        ("/api/v1/productions?page=abc", "page"),
        ("/api/v1/productions?page=-1", "page"),
        ("/api/v1/productions?page=99999999999", "page"),
        ("/api/v1/productions?active=yes", "active"),
        ("/api/v1/productions?category=opera", "category"),
        ("/api/v1/productions?sort=foo", "sort"),
        ("/api/v1/productions?order=up", "order"),
        ("/api/v1/uploads?recordDate=2026-02-30", "recordDate"),
        ("/api/v1/uploads?status=%00", "status"),
        ("/api/v1/jobs?status=gone", "status"),
        ("/api/v1/calendar/notes?to=2026-11-31", "to"),
        ("/api/v1/calendar/monthly-notes?from=2026-13", "from"),
        ("/api/v1/reports/plays/revenue?asOf=1999-12-31", "asOf"),
        ("/api/v1/reports/plays/revenue?asOf=%00", "asOf"),
        ("/api/v1/reports/plays/revenue?includeInactive=1", "includeInactive"),
        ("/api/v1/reports/target-vs-actual?grain=year", "grain"),
    ];
    for (path, parameter) in cases {
        let answer = TestApi::with_samples().get(path).await;
        answer.assert_breaks(parameter, "malformed");
    }
    let answer = TestApi::with_samples().get(&format!("{UPLOAD}/file?part=one")).await;
    answer.assert_breaks("part", "malformed");
}

#[actix_web::test]
async fn a_parameter_that_is_there_twice_is_named() {
    let answer = TestApi::with_samples().get("/api/v1/productions?page=1&page=2").await;
    assert_eq!(answer.broken_rule().0, "page");
}

#[actix_web::test]
async fn an_id_that_is_no_uuid_is_404() {
    let ids = ["1", "PL2612", "%00", "0197c1a0-0000-7000-8000", "..%2f"];
    for id in ids {
        for rest in ["", "/targets", "/marketing-weeks"] {
            let path = format!("/api/v1/productions/{id}{rest}?foo=1");
            TestApi::with_samples()
                .get(&path)
                .await
                .assert_problem(404, "not-found");
        }
        for rest in ["", "/file"] {
            let path = format!("/api/v1/uploads/{id}{rest}");
            TestApi::with_samples()
                .get(&path)
                .await
                .assert_problem(404, "not-found");
        }
        for parameter in ["/api/v1/uploads", "/api/v1/reports/plays/revenue"] {
            let path = format!("{parameter}?productionId={id}");
            TestApi::with_samples()
                .get(&path)
                .await
                .assert_problem(404, "not-found");
        }
    }
}

#[actix_web::test]
async fn what_is_not_there_is_404_before_query_and_body_are_looked_at() {
    let document = serde_json::to_value(http_api::openapi()).unwrap();
    let mut asked = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        // Of one's own sessions and keys, and of jobs, it is found out by doing what is asked.
        if !path.contains("{id}") || path.starts_with("/api/v1/auth/") || path.starts_with("/api/v1/jobs/") {
            continue;
        }
        let path = path.replace("{id}", NOTHING).replace("{campaignId}", CAMPAIGN_ID);
        let path = path.replace("{file}", "2.png");
        for method in item.as_object().unwrap().keys() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let request = TestRequest::default()
                .method(method.clone())
                .uri(&format!("{path}?foo=1"))
                .insert_header(("content-type", "text/plain"))
                .set_payload("{");
            let answer = TestApi::with_samples().send(request).await;
            assert_eq!(answer.status, 404, "{method} {path}: {answer:?}");
            assert_eq!(answer.problem()["code"], "not-found");
            asked += 1;
        }
    }
    assert!(asked > 40, "{asked}");
}

#[actix_web::test]
async fn an_empty_parameter_is_not_a_parameter_left_out() {
    for (path, name) in [
        ("/api/v1/jobs?page=", "page"),
        ("/api/v1/productions?active=", "active"),
        ("/api/v1/uploads?recordDate=&q=x", "recordDate"),
        ("/api/v1/reports/plays/revenue?asOf=", "asOf"),
    ] {
        let answer = TestApi::with_samples().get(path).await;
        answer.assert_breaks(name, "malformed");
    }
    assert_eq!(TestApi::with_samples().get("/api/v1/productions?q=").await.status, 200);
}
