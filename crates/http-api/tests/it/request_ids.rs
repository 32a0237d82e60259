//! Every request has a name, which its sender may choose.

use std::cell::RefCell;
use std::sync::Once;
use std::time::Duration;

use actix_web::test::TestRequest;

use crate::support::{PRODUCTION, TestApi, sample};

thread_local! {
    static LOGGED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Takes what its thread logs.
struct OfThread;

impl std::io::Write for OfThread {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOGGED.with_borrow_mut(|logged| logged.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What this thread logs from now on is kept. One subscriber takes it for all threads: one that comes and goes with a test
/// changes what is logged on the others.
fn listen() {
    static LISTENS: Once = Once::new();
    LISTENS.call_once(|| {
        let log = tracing_subscriber::fmt().with_ansi(false).with_writer(|| OfThread);
        tracing::subscriber::set_global_default(log.finish()).expect("nobody else listens");
    });
    LOGGED.take();
}

/// What this thread logged since.
fn logged() -> String {
    String::from_utf8(LOGGED.take()).unwrap()
}

fn named(id: &str) -> TestRequest {
    TestRequest::get().uri(PRODUCTION).insert_header(("x-request-id", id))
}

#[actix_web::test]
async fn a_request_is_called_as_its_sender_calls_it() {
    let answer = TestApi::with_samples().send(named("proxy-7:1.a_b")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("x-request-id")),
        (200, "proxy-7:1.a_b")
    );
}

#[actix_web::test]
async fn a_request_without_a_proper_name_gets_one() {
    let made = sample::id(0x901).to_string();
    let long = "x".repeat(65);
    for id in ["two words", "a\"b", "a=b", long.as_str(), ""] {
        let answer = TestApi::with_samples().send(named(id)).await;
        assert_eq!(answer.header("x-request-id"), made, "{id}");
    }
    let answer = TestApi::with_samples().get(PRODUCTION).await;
    assert_eq!(answer.header("x-request-id"), made);
}

#[actix_web::test]
async fn whatever_is_answered_has_a_name_and_a_problem_tells_it() {
    for (path, status) in [("/api/v1/productions?page=x", 422), ("/api/v1/nothing", 404)] {
        let request = TestRequest::get().uri(path).insert_header(("x-request-id", "r1"));
        let answer = TestApi::with_samples().send(request).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("x-request-id")),
            (status, "r1"),
            "{path}"
        );
        assert_eq!(answer.problem()["requestId"], "r1", "{path}");
    }
    let stranger = TestApi::with_samples().as_nobody().send(named("r2")).await;
    assert_eq!(
        (stranger.status.as_u16(), stranger.problem()["requestId"].as_str()),
        (401, Some("r2"))
    );
    let wrong = TestRequest::delete()
        .uri("/healthz")
        .insert_header(("x-request-id", "r3"));
    let wrong = TestApi::with_samples().send(wrong).await;
    assert_eq!((wrong.status.as_u16(), wrong.header("x-request-id")), (405, "r3"));
}

#[actix_web::test]
async fn a_page_of_another_origin_reads_the_name() {
    let mut api = TestApi::with_samples();
    api.security.allowed_origins = vec!["https://desk.example.com".to_owned()];
    let asked = named("r1").insert_header(("origin", "https://desk.example.com"));
    let exposed = api.send(asked).await.header("access-control-expose-headers").to_owned();
    assert!(exposed.contains("x-request-id"), "{exposed}");
}

#[actix_web::test]
async fn what_is_logged_of_a_request_names_it() {
    listen();
    let mut api = TestApi::with_samples();
    api.jobs = ports::driven::MockJobQueue::new();
    api.jobs
        .expect_list()
        .returning(|_| Err(ports::driven::StorageError::inconsistent("jobs", "no such column")));
    let answer = api
        .send(
            TestRequest::get()
                .uri("/api/v1/jobs")
                .insert_header(("x-request-id", "r-500")),
        )
        .await;
    assert_eq!(answer.problem()["requestId"], "r-500");
    let text = logged();
    let line = text.lines().find(|line| line.contains("A request failed.")).unwrap();
    assert!(line.contains("request{id=\"r-500\"}"), "{line}");
}

#[actix_web::test]
async fn a_slow_request_is_told_by_its_route_and_a_quick_one_is_not() {
    for (slow, told) in [(Duration::ZERO, true), (Duration::from_mins(1), false)] {
        listen();
        let mut api = TestApi::with_samples();
        api.slow_request = slow;
        api.send(named("r-slow")).await;
        let text = logged();
        let line = text.lines().find(|line| line.contains("A request was slow."));
        assert_eq!(line.is_some(), told, "{text}");
        if let Some(line) = line {
            assert!(line.contains("r-slow") && line.contains("method=GET"), "{line}");
            assert!(line.contains("route=\"/api/v1/productions/{id}\""), "{line}");
            assert!(line.contains("status=200") && line.contains("ms="), "{line}");
        }
    }
}

#[actix_web::test]
async fn who_asks_to_wait_is_not_slow() {
    listen();
    let mut api = TestApi::with_samples();
    api.slow_request = Duration::ZERO;
    let answer = api.upload(crate::support::Form::workbook().prefer("wait=30")).await;
    assert_eq!(answer.status.as_u16(), 201);
    let text = logged();
    assert!(!text.contains("A request was slow."), "{text}");
}
