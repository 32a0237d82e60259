//! The public holidays.

use crate::support::TestApi;
use crate::support::people::STRANGER;

#[actix_web::test]
async fn everybody_is_told_the_holidays_of_some_days() {
    let path = "/api/v1/holidays?from=2026-12-01&to=2027-01-01";
    let answer = TestApi::with_samples().as_user(STRANGER).get(path).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("listHolidays");
    let all = TestApi::with_samples().get("/api/v1/holidays").await.json();
    assert!(all["holidays"].as_array().unwrap().len() > 200);
    let none = TestApi::with_samples()
        .get("/api/v1/holidays?from=2026-12-26&to=2026-12-30")
        .await;
    assert_eq!(none.json()["holidays"].as_array().unwrap().len(), 0);
}

#[actix_web::test]
async fn days_out_of_order_are_refused() {
    let path = "/api/v1/holidays?from=2026-12-02&to=2026-12-01";
    TestApi::with_samples()
        .get(path)
        .await
        .assert_breaks("to", "before_start");
}
