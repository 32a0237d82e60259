//! What became of notes.

use ports::driven::MockNoteHistory;
use ports::paging::Page;
use serde_json::json;

use crate::support::{NO_PRODUCTION, PRODUCTION, TestApi, sample};

const BY_DAY: &str = "/api/v1/calendar/notes/history";
const BY_MONTH: &str = "/api/v1/calendar/monthly-notes/history";

fn of_weeks() -> String {
    format!("{PRODUCTION}/marketing-weeks/history")
}

#[actix_web::test]
async fn the_history_of_marketing_weeks_is_the_productions_own() {
    let mut api = TestApi::with_samples();
    api.note_history = MockNoteHistory::new();
    api.note_history
        .expect_weeks()
        .withf(|id, paging| *id == sample::production().id && paging.offset() == 10)
        .once()
        .returning(|_, _| {
            Ok(Page {
                items: vec![sample::week_changes()],
                total: 11,
            })
        });
    let answer = api.get(&format!("{}?page=2&perPage=10", of_weeks())).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["total"], 11);
    let entry = &answer.json()["items"][0];
    assert_eq!(entry["by"]["name"], "하우스 매니저");
    assert_eq!(entry["changes"][0]["weekStart"], "2026-11-16");
    assert_eq!(entry["changes"][0]["before"]["promotion"], json!(null));
    assert_eq!(entry["changes"][0]["after"]["promotion"], "지하철 광고");
}

#[actix_web::test]
async fn histories_are_answered_as_documented() {
    for (path, operation) in [
        (of_weeks().as_str(), "getMarketingWeeksHistory"),
        (BY_DAY, "getCalendarNotesHistory"),
        (BY_MONTH, "getMonthlyNotesHistory"),
    ] {
        let answer = TestApi::with_samples().get(path).await;
        assert_eq!(answer.status, 200);
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn a_note_that_was_not_there_before_has_no_before() {
    let mut api = TestApi::default();
    api.note_history.expect_days().returning(|_| {
        let mut changes = sample::day_changes();
        changes.by = None;
        changes.changes.truncate(1);
        Ok(Page {
            items: vec![changes],
            total: 1,
        })
    });
    let entry = api.get(BY_DAY).await.json()["items"][0].clone();
    let change = json!({"date": "2026-11-19", "before": null, "after": "수능"});
    assert_eq!(entry["changes"], json!([change]));
    assert!(entry["by"].is_null());
}

#[actix_web::test]
async fn the_form_of_a_history_is_that_of_a_list() {
    for path in [of_weeks().as_str(), BY_DAY, BY_MONTH] {
        let answer = TestApi::with_samples().get(&format!("{path}?perPage=201")).await;
        answer.assert_breaks("perPage", "out_of_range");
        let answer = TestApi::with_samples().get(&format!("{path}?foo=1")).await;
        answer.assert_breaks("foo", "unknown_parameter");
    }
    let path = format!("{NO_PRODUCTION}/marketing-weeks/history?foo=1");
    TestApi::with_samples()
        .get(&path)
        .await
        .assert_problem(404, "not-found");
}
