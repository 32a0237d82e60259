//! What became of notes.

use ports::driven::{AuditEntry, MockAuditLog};
use ports::paging::{Order, Page};
use serde_json::json;

use crate::support::{NO_PRODUCTION, PRODUCTION, TestApi, sample};

const BY_DAY: &str = "/api/v1/calendar/notes/history";
const BY_MONTH: &str = "/api/v1/calendar/monthly-notes/history";

fn of_weeks() -> String {
    format!("{PRODUCTION}/marketing-weeks/history")
}

#[actix_web::test]
async fn the_history_of_marketing_weeks_is_the_productions_own_newest_first() {
    let mut api = TestApi::with_samples();
    api.audit = MockAuditLog::new();
    api.audit
        .expect_list()
        .withf(|query| {
            query.action.as_deref() == Some("marketing-weeks.set")
                && query.production_id == Some(sample::production().id)
                && query.order == Order::Descending
                && query.paging.offset() == 10
        })
        .once()
        .returning(|_| {
            Ok(Page {
                items: vec![sample::note_change("marketing-weeks.set")],
                total: 11,
            })
        });
    let answer = api.get(&format!("{}?page=2&perPage=10", of_weeks())).await;
    assert_eq!(answer.status, 200);
    let entry = &answer.json()["items"][0];
    assert_eq!(entry["by"]["name"], "하우스 매니저");
    assert_eq!(entry["changes"][0]["weekStart"], "2026-11-16");
    assert_eq!(entry["changes"][0]["before"]["promotion"], json!(null));
    assert_eq!(entry["changes"][0]["after"]["promotion"], "지하철 광고");
    // Addresses are for the audit of admins.
    assert!(!String::from_utf8_lossy(&answer.body).contains("192.0.2.7"));
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
async fn histories_of_the_company_are_of_their_notes_alone() {
    for (path, action) in [(BY_DAY, "calendar-notes.set"), (BY_MONTH, "monthly-notes.set")] {
        let mut api = TestApi::default();
        api.audit
            .expect_list()
            .withf(move |query| query.action.as_deref() == Some(action) && query.production_id.is_none())
            .once()
            .returning(|_| {
                Ok(Page {
                    items: Vec::new(),
                    total: 0,
                })
            });
        let answer = api.get(path).await;
        assert_eq!(
            answer.json(),
            json!({"items": [], "page": 1, "perPage": 50, "total": 0})
        );
    }
}

#[actix_web::test]
async fn a_note_that_was_not_there_before_has_no_before() {
    let mut api = TestApi::default();
    api.audit.expect_list().returning(|_| {
        let entry = AuditEntry {
            by: None,
            before: None,
            after: Some(json!({"2026-11-19": "수능"})),
            ..sample::note_change("calendar-notes.set")
        };
        Ok(Page {
            items: vec![entry],
            total: 1,
        })
    });
    let entry = api.get(BY_DAY).await.json()["items"][0].clone();
    let change = json!({"date": "2026-11-19", "before": null, "after": "수능"});
    assert_eq!(entry["changes"], json!([change]));
    assert!(entry["by"].is_null());
}

#[actix_web::test]
async fn an_entry_that_is_none_of_ours_is_a_fault() {
    let mut api = TestApi::default();
    api.audit.expect_list().returning(|_| {
        let entry = AuditEntry {
            after: Some(json!({"soon": "수능"})),
            ..sample::note_change("calendar-notes.set")
        };
        Ok(Page {
            items: vec![entry],
            total: 1,
        })
    });
    api.get(BY_DAY).await.assert_problem(500, "internal");
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
