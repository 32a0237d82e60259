//! The files of the web application, and its page.

use std::borrow::Cow;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::driven::{MockWebFiles, WebFile};

use crate::support::{Answer, TestApi};

const BROWSER: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// What a build makes.
fn built() -> MockWebFiles {
    let mut web = MockWebFiles::new();
    web.expect_find().returning(|path| {
        let (bytes, media_type): (&'static [u8], &str) = match path {
            "index.html" => (b"<title>Fullhouse</title>", "text/html"),
            "scheme.js" => (b"scheme()", "text/javascript"),
            "assets/index-1a2b.js" => (b"application()", "text/javascript"),
            "assets/index-1a2b.js.br" => (b"br", "application/octet-stream"),
            "assets/index-1a2b.js.gz" => (b"gz", "application/gzip"),
            _ => return None,
        };
        Some(WebFile {
            bytes: Cow::Borrowed(bytes),
            sha256: [u8::try_from(bytes.len()).unwrap(); 32],
            media_type: media_type.to_owned(),
        })
    });
    web
}

async fn asked(path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut api = TestApi::default().as_nobody();
    api.web = built();
    let request = TestRequest::with_uri(path);
    let request = headers
        .iter()
        .fold(request, |request, header| request.insert_header(*header));
    api.send(request).await
}

#[actix_web::test]
async fn the_page_is_for_anyone_under_a_policy_of_its_own() {
    for path in [
        "/",
        "/plays/overview",
        "/productions/MU2611/sales?asOf=2026-11-20",
        "/login",
    ] {
        let answer = asked(path, &[("accept", BROWSER)]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (200, "text/html"),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'self'; style-src"), "{policy}");
        assert!(
            !policy.contains("script-src"),
            "scripts only from files of ours: {policy}"
        );
    }
    assert_eq!(asked("/", &[]).await.status, 200, "whatever asks for the root");
}

#[actix_web::test]
async fn a_page_that_is_known_already_keeps_its_policy() {
    let known = asked("/account", &[("accept", BROWSER)]).await;
    let tag = known.header("etag").to_owned();
    let answer = asked("/account", &[("accept", BROWSER), ("if-none-match", &tag)]).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0));
    // A browser replaces the headers that it has by these.
    for name in ["content-security-policy", "cache-control", "etag", "vary"] {
        assert_eq!(answer.header(name), known.header(name), "{name}");
    }
    assert_eq!(answer.header("content-type"), "");
}

#[actix_web::test]
async fn a_path_that_a_program_calls_is_no_page() {
    for (path, accept) in [
        ("/nothing", "*/*"),
        ("/api/v1/nothing", BROWSER),
        ("/assets/gone.js", BROWSER),
        ("/assets/gone.js", "*/*"),
    ] {
        asked(path, &[("accept", accept)])
            .await
            .assert_problem(401, "unauthenticated");
    }
    let mut api = TestApi::default();
    api.web = built();
    api.ask(Method::POST, "/plays/overview")
        .await
        .assert_problem(404, "not-found");
}

#[actix_web::test]
async fn files_are_compressed_as_the_client_takes_and_named_by_contents_ones_are_kept() {
    let path = "/assets/index-1a2b.js";
    for (accepted, coding, body) in [
        ("gzip, br", "br", "br"),
        ("gzip", "gzip", "gz"),
        ("", "", "application()"),
    ] {
        let answer = asked(path, &[("accept-encoding", accepted)]).await;
        assert_eq!(answer.header("content-type"), "text/javascript", "{accepted}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-encoding"), coding);
        assert_eq!(answer.body, body.as_bytes());
        let known = answer.header("etag").to_owned();
        let again = asked(path, &[("accept-encoding", accepted), ("if-none-match", &known)]).await;
        assert_eq!(again.status, 304);
    }
    assert_eq!(asked("/scheme.js", &[]).await.header("cache-control"), "no-cache");
}

#[actix_web::test]
async fn without_the_web_the_root_leads_to_the_documentation() {
    let answer = TestApi::default().as_nobody().get("/").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (307, "/swagger-ui/")
    );
    let elsewhere = TestRequest::with_uri("/plays/overview").insert_header(("accept", BROWSER));
    TestApi::default()
        .as_nobody()
        .send(elsewhere)
        .await
        .assert_problem(401, "unauthenticated");
}
