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
    let expected = json!({"status": "failing", "database": "failing", "queue": "failing", "storage": "ok"});
    assert_eq!(answer.json(), expected);
}
