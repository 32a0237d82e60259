//! Who gets in, and what every answer carries.

use actix_web::cookie::Cookie;
use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::driving::MockAccountDesk;
use serde_json::Value;

use crate::support::people::{MASTER, MEMBER, READ_ONLY_KEY};
use crate::support::{PRODUCTION, TestApi, versions};

/// What whoever is not signed in reaches.
const PUBLIC: [&str; 5] = [
    "/healthz",
    "/readyz",
    "/api/v1/auth/register",
    "/api/v1/auth/login",
    "/api/v1/auth/reset",
];

fn paths() -> Vec<String> {
    let document: Value = serde_json::to_value(http_api::openapi()).unwrap();
    let documented = document["paths"].as_object().unwrap().keys().cloned();
    let others = ["/nothing", "/api/v1/nothing", "/api/v1/productions/x/y/z"];
    documented.chain(others.map(str::to_owned)).collect()
}

#[actix_web::test]
async fn nobody_gets_anything_but_the_public_paths_from_any_method_and_body() {
    for path in paths().into_iter().filter(|path| !PUBLIC.contains(&path.as_str())) {
        for method in [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
            Method::TRACE,
        ] {
            // No mock expects anything: a handler that runs would panic.
            let mut api = TestApi::default();
            api.accounts = MockAccountDesk::new();
            let path = path.replace("{id}", "no-id");
            let request = TestRequest::default()
                .method(method.clone())
                .uri(&format!("{path}?nonsense=1"))
                .insert_header(("content-type", "application/json"))
                .set_payload("{ broken");
            let answer = api.as_nobody().send(request).await;
            answer.assert_problem(401, "unauthenticated");
            assert_eq!(answer.header("www-authenticate"), "Bearer", "{method} {path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{method} {path}");
        }
    }
}

#[actix_web::test]
async fn a_token_that_nobody_has_is_like_none() {
    let answer = TestApi::with_samples().as_user("fhs_unknown").get(PRODUCTION).await;
    answer.assert_problem(401, "unauthenticated");
}

fn by_cookie(method: Method, token: &'static str) -> TestRequest {
    TestRequest::default()
        .method(method)
        .uri("/api/v1/auth/logout")
        .insert_header(("host", "sales.example.com"))
        .cookie(Cookie::new("fullhouse", token))
}

#[actix_web::test]
async fn a_write_by_cookie_needs_an_origin_of_ours() {
    let api = || TestApi::with_samples().as_nobody();
    let write = || by_cookie(Method::POST, MEMBER);
    api().send(write()).await.assert_problem(403, "foreign-origin");
    let foreign = write().insert_header(("origin", "https://evil.example"));
    api().send(foreign).await.assert_problem(403, "foreign-origin");
    let own = write().insert_header(("origin", "https://sales.example.com"));
    assert_eq!(api().send(own).await.status, 204);
    let read = by_cookie(Method::GET, MEMBER).uri(PRODUCTION);
    assert_eq!(api().send(read).await.status, 200, "reading needs none");
}

#[actix_web::test]
async fn where_a_bearer_token_is_sent_it_alone_counts() {
    let request = by_cookie(Method::GET, MASTER)
        .uri(PRODUCTION)
        .insert_header(("authorization", "Bearer fhs_unknown"));
    let answer = TestApi::with_samples().as_nobody().send(request).await;
    answer.assert_problem(401, "unauthenticated");
}

#[actix_web::test]
async fn a_key_that_only_reads_writes_nothing() {
    let api = || TestApi::with_samples().as_user(READ_ONLY_KEY);
    assert_eq!(api().get(PRODUCTION).await.status, 200);
    for method in [Method::PATCH, Method::DELETE] {
        api().ask(method, PRODUCTION).await.assert_problem(403, "forbidden");
    }
    api()
        .ask(Method::POST, "/api/v1/uploads")
        .await
        .assert_problem(403, "forbidden");
}

#[actix_web::test]
async fn every_answer_keeps_browsers_from_doing_more_with_it() {
    for path in [
        "/healthz",
        PRODUCTION,
        "/api/v1/nothing",
        "/swagger-ui/",
        "/api/v1/openapi.json",
    ] {
        let answer = TestApi::with_samples().get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        let policy = answer.header("content-security-policy");
        let expected = if path.starts_with("/swagger-ui") {
            "default-src 'self'"
        } else {
            "default-src 'none'"
        };
        assert!(policy.starts_with(expected), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    }
}

#[actix_web::test]
async fn only_allowed_origins_may_read_answers_with_cookies() {
    let preflight = |origin: &'static str| {
        let mut api = TestApi::with_samples().as_nobody();
        api.security.allowed_origins = vec!["https://office.example.com".to_owned()];
        let request = TestRequest::default()
            .method(Method::OPTIONS)
            .uri(PRODUCTION)
            .insert_header(("origin", origin))
            .insert_header(("access-control-request-method", "PATCH"))
            .insert_header(("access-control-request-headers", "if-match,content-type"));
        api.send(request)
    };
    let allowed = preflight("https://office.example.com").await;
    assert_eq!(allowed.status, 200);
    assert_eq!(
        allowed.header("access-control-allow-origin"),
        "https://office.example.com"
    );
    assert_eq!(allowed.header("access-control-allow-credentials"), "true");
    let foreign = preflight("https://evil.example").await;
    assert_eq!(foreign.header("access-control-allow-origin"), "");
}

#[actix_web::test]
async fn who_is_no_caller_is_told_no_data_version() {
    let stranger = || TestApi::with_samples().as_nobody();
    let registration =
        serde_json::json!({ "email": "a@example.com", "name": "a", "password": "correct horse battery" });
    for answer in [
        stranger().get("/healthz").await,
        stranger().get("/readyz").await,
        stranger().get(PRODUCTION).await,
        stranger().get("/api/v1/nothing").await,
        stranger().post("/api/v1/auth/register", &registration).await,
    ] {
        assert_eq!(answer.header("x-data-version"), "", "{}", answer.status);
    }
}

#[actix_web::test]
async fn a_write_whose_version_cannot_be_read_tells_none() {
    let mut api = TestApi::with_samples();
    api.data_version = ports::driven::MockDataVersion::new();
    api.data_version.expect_known().return_const(versions(41));
    let away = || Err(ports::driven::StorageError::unavailable("away"));
    api.data_version.expect_current().returning(away);
    let written = api.patch(PRODUCTION, &serde_json::json!({})).await;
    assert_eq!((written.status.as_u16(), written.header("x-data-version")), (200, ""));
}

#[actix_web::test]
async fn an_answer_tells_no_version_before_the_one_that_was_asked_for() {
    let mut api = TestApi::with_samples();
    api.data_version = ports::driven::MockDataVersion::new();
    let known = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(41));
    let reads = std::sync::Arc::clone(&known);
    let load = move || versions(reads.load(std::sync::atomic::Ordering::Acquire));
    api.data_version.expect_known().returning(load);
    api.data_version.expect_current().once().returning(move || {
        known.store(42, std::sync::atomic::Ordering::Release);
        Ok(versions(42))
    });
    let asks = TestRequest::get()
        .uri(PRODUCTION)
        .insert_header(("x-data-version", "42"));
    assert_eq!(api.send(asks).await.header("x-data-version"), "42");
}

#[actix_web::test]
async fn every_answer_to_a_caller_tells_the_data_version_and_a_write_the_one_that_it_made() {
    let unknown = "/api/v1/productions/00000000-0000-0000-0000-0000000000ff/targets";
    for (path, status) in [(PRODUCTION, 200), (unknown, 404)] {
        let answer = TestApi::with_samples().get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("x-data-version")),
            (status, "41"),
            "{path}"
        );
    }
    let written = TestApi::with_samples().patch(PRODUCTION, &serde_json::json!({})).await;
    assert_eq!(written.header("x-data-version"), "42");
    let tag = TestApi::with_samples().get(PRODUCTION).await.header("etag").to_owned();
    let again = TestRequest::get().uri(PRODUCTION).insert_header(("if-none-match", tag));
    let unchanged = TestApi::with_samples().send(again).await;
    assert_eq!(
        (unchanged.status.as_u16(), unchanged.header("x-data-version")),
        (304, "41")
    );
}
