//! Tags, versions and encodings of reports: when a report is computed, and when it is not.

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::support::{DATA_VERSION, TestApi, sample, versions};

const PATH: &str = "/api/v1/reports/plays/monthly";

fn request(name: &str, value: &str) -> TestRequest {
    TestRequest::with_uri(PATH).insert_header((name, value))
}

#[actix_web::test]
async fn an_answer_tells_its_version_and_whom_it_is_for() {
    let answer = TestApi::with_samples().get(PATH).await;
    assert_eq!(answer.header("x-data-version"), DATA_VERSION.to_string());
    assert!(answer.header("etag").starts_with(&format!("W/\"{DATA_VERSION}-")));
    assert_eq!(answer.header("cache-control"), "private, no-cache");
    assert!(
        answer
            .header("vary")
            .starts_with("Accept-Encoding, Authorization, Cookie")
    );
}

#[actix_web::test]
async fn what_the_client_has_is_not_computed_again() {
    let known = TestApi::with_samples().get(PATH).await.header("etag").to_owned();
    let api = TestApi::default();
    let asked = api.figures.asked.clone();
    let answer = api.send(request("if-none-match", &format!("\"x\", {known}"))).await;
    assert!(asked.take().is_empty());
    assert_eq!(answer.status, 304);
    assert_eq!(answer.header("etag"), known);
    assert_eq!(answer.header("x-data-version"), DATA_VERSION.to_string());
    assert!(answer.body.is_empty());
    let other = TestApi::with_samples()
        .send(request("if-none-match", "W/\"41-0\""))
        .await;
    assert_eq!(other.status, 200);
}

#[actix_web::test]
async fn rights_are_judged_before_what_the_client_has() {
    let known = TestApi::with_samples().get(PATH).await.header("etag").to_owned();
    let answer = TestApi::default()
        .as_nobody()
        .send(request("if-none-match", &known))
        .await;
    answer.assert_problem(401, "unauthenticated");
    let named = format!("{PATH}?productionId={}", sample::production().id);
    let known = TestApi::with_samples().get(&named).await.header("etag").to_owned();
    let unseen = "0197c1a0-0000-7000-8000-00000000ffff";
    let request =
        TestRequest::with_uri(&format!("{PATH}?productionId={unseen}")).insert_header(("if-none-match", known));
    TestApi::with_samples()
        .send(request)
        .await
        .assert_problem(404, "not-found");
}

#[actix_web::test]
async fn who_takes_gzip_gets_it() {
    let plain = TestApi::with_samples().get(PATH).await;
    assert_eq!(plain.header("content-encoding"), "");
    let compressed = TestApi::with_samples()
        .send(request("accept-encoding", "br, gzip;q=0.8"))
        .await;
    assert_eq!(compressed.header("content-encoding"), "gzip");
    assert_eq!(compressed.header("etag"), plain.header("etag"));
    assert!(compressed.body.len() < plain.body.len());
    let refused = TestApi::with_samples()
        .send(request("accept-encoding", "gzip;q=0"))
        .await;
    assert_eq!(refused.body, plain.body);
}

#[actix_web::test]
async fn a_version_that_this_server_has_not_heard_of_is_asked_for_first() {
    let asks = |version: &'static str, times: usize| async move {
        let mut api = TestApi::with_samples();
        api.data_version = ports::driven::MockDataVersion::new();
        api.data_version.expect_known().return_const(versions(DATA_VERSION));
        api.data_version.expect_hear().return_const(());
        api.data_version
            .expect_current()
            .times(times)
            .returning(|| Ok(versions(42)));
        api.send(request("x-data-version", version)).await.status
    };
    assert_eq!(asks("41", 0).await, 200);
    assert_eq!(asks("42", 1).await, 200);
}

#[actix_web::test]
async fn a_version_that_is_none_is_told_to_those_who_are_let_in() {
    let answer = TestApi::with_samples().send(request("x-data-version", "new")).await;
    answer.assert_breaks("x-data-version", "malformed");
    let stranger = TestApi::with_samples()
        .as_nobody()
        .send(request("x-data-version", "new"))
        .await;
    stranger.assert_problem(401, "unauthenticated");
    let public = TestRequest::with_uri("/healthz").insert_header(("x-data-version", "new"));
    assert_eq!(TestApi::default().send(public).await.status, 200);
    assert_eq!(TestApi::default().ask(Method::GET, "/healthz").await.status, 200);
}
