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
