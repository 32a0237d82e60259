use actix_web::test::TestRequest;
use ports::driven::Component;
use serde_json::json;

use crate::support::TestApi;

#[actix_web::test]
async fn a_running_process_says_so() {
    let answer = TestApi::default().get("/healthz").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json(), json!({"status": "ok"}));
}

#[actix_web::test]
async fn a_doctor_is_told_what_a_proxy_made_of_its_request_and_nobody_else_is() {
    let asked = |path| TestRequest::get().uri(path).insert_header(("host", "10.0.0.8:3001"));
    let direct = TestApi::default().send(asked("/healthz?doctor")).await;
    let told = direct.header("x-arrived-with");
    assert_eq!(told, "forwarded-for=no; host=10.0.0.8:3001");
    let through = asked("/healthz?doctor").insert_header(("x-forwarded-for", "203.0.113.7"));
    let through = TestApi::default().send(through).await;
    let told = through.header("x-arrived-with");
    assert_eq!(told, "forwarded-for=yes; host=10.0.0.8:3001");
    assert_eq!(through.json(), json!({"status": "ok"}));
    let other = TestApi::default().send(asked("/healthz")).await;
    assert_eq!((other.status.as_u16(), other.header("x-arrived-with")), (200, ""));
}

#[actix_web::test]
async fn a_server_that_can_work_says_so() {
    let answer = TestApi::with_samples().get("/readyz").await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getReadiness");
}

#[actix_web::test]
async fn a_server_that_cannot_work_says_what_fails_and_not_why() {
    let mut api = TestApi::default();
    api.health.expect_check().returning(|| {
        vec![
            (Component::Database, false),
            (Component::Queue, false),
            (Component::Storage, true),
        ]
    });
    let answer = api.get("/readyz").await;
    assert_eq!(answer.status, 503);
    let expected = json!({
        "status": "failing", "database": "failing", "queue": "failing", "storage": "ok",
        "jobs": "failing", "schedules": "failing", "deliveries": "failing",
    });
    assert_eq!(answer.json(), expected);
}

#[actix_web::test]
async fn what_cannot_be_sent_is_told_and_keeps_no_server_from_working() {
    let mut api = TestApi::default();
    api.health.expect_check().returning(|| {
        vec![
            (Component::Database, true),
            (Component::Queue, true),
            (Component::Storage, true),
            (Component::Jobs, true),
            (Component::Schedules, true),
            (Component::Deliveries, false),
        ]
    });
    let answer = api.get("/readyz").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        (&answer.json()["status"], &answer.json()["deliveries"]),
        (&json!("ok"), &json!("failing"))
    );
}
