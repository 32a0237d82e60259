use domain::access::Visible;
use domain::alert::AlertKind;
use ports::driving::MockAlertDesk;
use serde_json::json;

use crate::support::people::{MEMBER, READER};
use crate::support::{PRODUCTION, TestApi, page_of, sample};

#[actix_web::test]
async fn alerts_are_of_what_the_caller_sees() {
    let mut api = TestApi::with_samples().as_user(MEMBER);
    api.alerts = MockAlertDesk::new();
    api.alerts
        .expect_list()
        .withf(|query| {
            query.visible == Visible::Only([sample::production_id(1)].into())
                && query.kind == Some(AlertKind::UnusualDay)
        })
        .returning(|_| Ok(page_of(crate::support::alerts::alert())));
    assert_eq!(api.get("/api/v1/alerts?kind=unusual_day").await.status, 200);
}

#[actix_web::test]
async fn alerts_and_mutes_are_listed() {
    let mutes = format!("{PRODUCTION}/alert-mutes");
    for (path, operation) in [("/api/v1/alerts", "listAlerts"), (&mutes, "getAlertMutes")] {
        let answer = TestApi::with_samples().as_user(READER).get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn kinds_are_muted_until_an_instant_or_told_again() {
    let mut api = TestApi::with_samples();
    api.alerts = MockAlertDesk::new();
    api.alerts
        .expect_mute()
        .withf(|_, kinds, _| {
            let until = sample::instant("2026-11-27T00:00:00Z");
            *kinds == [(AlertKind::UnusualDay, Some(until)), (AlertKind::LowPerformance, None)]
        })
        .returning(|_, _, _| Ok(vec![crate::support::alerts::mute()]));
    let body = json!({ "mutes": [
        { "kind": "unusual_day", "until": "2026-11-27T09:00:00+09:00" },
        { "kind": "low_performance", "until": null },
    ] });
    let answer = api.put(&format!("{PRODUCTION}/alert-mutes"), &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.assert_is_example("setAlertMutes");
}

#[actix_web::test]
async fn a_mute_says_its_kind_and_its_end() {
    for mute in [
        json!({ "kind": "unusual_day" }),
        json!({ "kind": "late", "until": null }),
        json!({ "until": null }),
    ] {
        let body = json!({ "mutes": [mute] });
        let answer = TestApi::with_samples()
            .put(&format!("{PRODUCTION}/alert-mutes"), &body)
            .await;
        assert_eq!(answer.status, 422, "{mute}: {answer:?}");
    }
}
