//! How the server is, for people and for Prometheus.

use std::collections::BTreeSet;

use actix_web::http::Method;
use actix_web::test::{self, TestRequest};
use http_api::{MetricsToken, application};

use crate::support::{Answer, PRODUCTION, TestApi, people, system};

const TOKEN: &str = "0123456789abcdef0123";

fn with_token() -> TestApi {
    let mut api = TestApi::with_samples().as_nobody();
    api.security.metrics_token = Some(MetricsToken::new(TOKEN));
    api
}

fn asked_by(token: &str) -> TestRequest {
    TestRequest::get()
        .uri("/metrics")
        .insert_header(("authorization", format!("Bearer {token}")))
}

fn text(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

#[actix_web::test]
async fn the_state_is_told_to_admins() {
    let answer = TestApi::with_samples().get("/api/v1/system").await;
    answer.assert_is_example("getSystem");
    let member = TestApi::with_samples()
        .as_user(people::MEMBER)
        .get("/api/v1/system")
        .await;
    member.assert_problem(403, "forbidden");
}

#[actix_web::test]
async fn figures_are_for_admins_and_for_the_token() {
    assert_eq!(TestApi::with_samples().get("/metrics").await.status.as_u16(), 200);
    TestApi::with_samples()
        .as_user(people::MEMBER)
        .get("/metrics")
        .await
        .assert_problem(403, "forbidden");
    let answer = with_token().send(asked_by(TOKEN)).await;
    assert_eq!(answer.status.as_u16(), 200);
    assert_eq!(
        answer.header("content-type"),
        "text/plain; version=0.0.4; charset=utf-8"
    );
    let answer = with_token().send(asked_by("another")).await;
    answer.assert_problem(401, "unauthenticated");
    let by_cookie = TestRequest::get()
        .uri("/metrics")
        .insert_header(("cookie", format!("fullhouse={TOKEN}")));
    with_token()
        .send(by_cookie)
        .await
        .assert_problem(401, "unauthenticated");
    // Without the setting nothing is a token.
    let none = TestApi::with_samples().as_nobody().send(asked_by("")).await;
    none.assert_problem(401, "unauthenticated");
}

#[actix_web::test]
async fn the_token_opens_nothing_else() {
    for path in ["/api/v1/system", "/api/v1/jobs", PRODUCTION] {
        let asked = asked_by(TOKEN).uri(path);
        with_token().send(asked).await.assert_problem(401, "unauthenticated");
    }
    let wrong_method = asked_by(TOKEN).method(Method::POST);
    with_token()
        .send(wrong_method)
        .await
        .assert_problem(401, "unauthenticated");
}

#[actix_web::test]
async fn figures_are_by_route_and_never_by_what_somebody_typed() {
    let mut api = TestApi::with_samples();
    api.security.metrics_token = Some(MetricsToken::new(TOKEN));
    let app = test::init_service(application(api.services())).await;
    let asked = [
        (Method::GET, PRODUCTION.to_owned(), people::MASTER),
        (Method::GET, PRODUCTION.to_owned(), people::MASTER),
        (Method::HEAD, PRODUCTION.to_owned(), people::MASTER),
        (Method::GET, PRODUCTION.replace("0001", "ffff"), people::MASTER),
        (Method::GET, PRODUCTION.to_owned(), "nobody"),
        (Method::PUT, "/api/v1/jobs".to_owned(), people::MASTER),
        (
            Method::from_bytes(b"BREW").unwrap(),
            "/api/v1/jobs".to_owned(),
            people::MASTER,
        ),
        (Method::GET, "/api/v1/typed-by-somebody".to_owned(), people::MASTER),
        (Method::GET, "/swagger-ui/index.html".to_owned(), people::MASTER),
    ];
    for (method, path, token) in asked {
        let request = TestRequest::default()
            .method(method)
            .uri(&path)
            .insert_header(("authorization", format!("Bearer {token}")));
        Answer::read(test::call_service(&app, request.to_request()).await).await;
    }
    let answer = Answer::read(test::call_service(&app, asked_by(TOKEN).to_request()).await).await;
    let counted: BTreeSet<&str> = text(&answer)
        .lines()
        .filter_map(|line| line.strip_prefix("fullhouse_http_requests_total"))
        .collect();
    let route = "route=\"/api/v1/productions/{id}\"";
    let expected = [
        format!("{{method=\"GET\",{route},status=\"200\"}} 2"),
        format!("{{method=\"GET\",{route},status=\"401\"}} 1"),
        format!("{{method=\"GET\",{route},status=\"404\"}} 1"),
        "{method=\"GET\",route=\"other\",status=\"200\"} 1".to_owned(),
        "{method=\"GET\",route=\"other\",status=\"404\"} 1".to_owned(),
        format!("{{method=\"HEAD\",{route},status=\"200\"}} 1"),
        "{method=\"PUT\",route=\"/api/v1/jobs\",status=\"405\"} 1".to_owned(),
        "{method=\"other\",route=\"/api/v1/jobs\",status=\"405\"} 1".to_owned(),
    ];
    assert_eq!(counted, expected.iter().map(String::as_str).collect());
    let took = format!("fullhouse_http_request_duration_seconds_count{{method=\"GET\",{route}}} 4");
    assert!(text(&answer).contains(&took), "{}", text(&answer));
}

#[actix_web::test]
async fn figures_tell_of_reports_the_queue_and_disks() {
    let app = test::init_service(application(TestApi::with_samples().services())).await;
    let ask = async |path: &str| {
        let request = TestRequest::get()
            .uri(path)
            .insert_header(("authorization", format!("Bearer {}", people::MASTER)));
        Answer::read(test::call_service(&app, request.to_request()).await).await
    };
    for _ in 0..3 {
        assert_eq!(ask("/api/v1/reports/plays/revenue").await.status.as_u16(), 200);
    }
    let answer = ask("/metrics").await;
    for line in [
        "fullhouse_report_answers_total{source=\"computed\"} 1",
        "fullhouse_report_answers_total{source=\"memory\"} 2",
        "fullhouse_event_streams 0",
        "fullhouse_database_up 1",
        "fullhouse_database_connections_busy 1",
        "fullhouse_database_connections_max 8",
        "fullhouse_replicas{state=\"ready\"} 0",
        "fullhouse_replicas{state=\"behind\"} 1",
        "fullhouse_replica_changes_behind 7",
        "fullhouse_report_reads_total{database=\"replica\"} 41",
        "fullhouse_report_reads_total{database=\"primary\"} 3",
        "fullhouse_uploads{status=\"completed\"} 7",
        "fullhouse_uploads{status=\"failed\"} 0",
        "fullhouse_jobs{status=\"queued\"} 3",
        "fullhouse_deliveries{state=\"failed\"} 2",
        "fullhouse_failed_within_a_day{work=\"delivery\"} 2",
        "fullhouse_job_longest_wait_seconds 30",
        "fullhouse_disk_free_bytes{place=\"originals\"} 12000000000",
        "fullhouse_database_size_bytes 6000000000",
        "fullhouse_backup_timestamp_seconds 1795026600.0",
        "fullhouse_backup_size_bytes 73400320",
        "fullhouse_backup_verification_timestamp_seconds 1794684672.0",
        "fullhouse_snapshots_evicted 31",
        "fullhouse_originals{state=\"whole\"} 409",
        "fullhouse_originals{state=\"orphaned\"} 1",
        "fullhouse_upkeep_failed{task=\"backup\"} 1",
        "fullhouse_upkeep_failed{task=\"check\"} 0",
        "process_resident_memory_bytes 60000000",
        "process_start_time_seconds 1793491200.0",
    ] {
        assert!(
            text(&answer).lines().any(|told| told == line),
            "{line} in\n{}",
            text(&answer)
        );
    }
}

#[actix_web::test]
async fn figures_are_told_also_while_the_database_is_away() {
    let mut api = with_token();
    api.system = system::without_database();
    let answer = api.send(asked_by(TOKEN)).await;
    assert_eq!(answer.status.as_u16(), 200);
    assert!(text(&answer).contains("fullhouse_database_up 0\n"), "{}", text(&answer));
    assert!(!text(&answer).contains("fullhouse_jobs"), "{}", text(&answer));
    assert!(text(&answer).contains("fullhouse_disk_free_bytes"), "{}", text(&answer));
}
