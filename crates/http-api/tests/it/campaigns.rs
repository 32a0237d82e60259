//! What was done when to sell a production.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::actor::Basis;
use ports::driven::{Patch, StorageError};
use ports::driving::{CampaignChange, DeskError, MockCampaignDesk};
use serde_json::{Value, json};

use crate::support::people::{MANAGER, READER, STRANGER};
use crate::support::{CAMPAIGN_ID, PRODUCTION, TestApi, sample};

fn all() -> String {
    format!("{PRODUCTION}/campaigns")
}

fn one() -> String {
    format!("{PRODUCTION}/campaigns/{CAMPAIGN_ID}")
}

fn new() -> Value {
    json!({
        "from": "2026-11-12", "to": "2026-11-30", "kind": "discount", "text": "수험생 할인", "agency": "nol", "rate": 0.3,
        "grades": ["r", "s"]
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut body = new();
    body[field] = value;
    body
}

#[actix_web::test]
async fn whoever_sees_the_production_reads_what_was_done_on_some_days() {
    let mut api = TestApi::with_samples().as_user(READER);
    api.campaigns = MockCampaignDesk::new();
    api.campaigns
        .expect_list()
        .withf(|production, first, last| {
            let days = (sample::day("2026-11-01").into(), None);
            *production == sample::production().id && (*first, *last) == days
        })
        .returning(|_, _, _| Ok(vec![sample::campaign()]));
    let answer = api.get(&format!("{}?from=2026-11-01", all())).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("listCampaigns");
    let path = format!("{}?from=2026-11-02&to=2026-11-01", all());
    TestApi::with_samples()
        .get(&path)
        .await
        .assert_breaks("to", "before_start");
    let hidden = TestApi::with_samples().as_user(STRANGER).get(&all()).await;
    hidden.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn a_campaign_is_entered_and_its_path_and_state_are_told() {
    let answer = TestApi::with_samples().as_user(MANAGER).post(&all(), &new()).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    assert_eq!((answer.header("location"), answer.header("etag")), (&*one(), "\"r2\""));
    answer.assert_is_example("createCampaign");
}

#[actix_web::test]
async fn a_memo_is_of_its_day() {
    let body = json!({ "from": "2026-11-12", "kind": "memo", "text": "방송 출연" });
    let told = TestApi::with_samples().post(&all(), &body).await.json();
    assert_eq!(
        (&told["from"], &told["to"]),
        (&json!("2026-11-12"), &json!("2026-11-12"))
    );
    assert_eq!((&told["agency"], &told["grades"]), (&Value::Null, &json!([])));
}

#[actix_web::test]
async fn what_breaks_a_rule_is_told_with_its_place() {
    let cases = [
        (with("to", json!("2026-11-11")), "/to", "before_start"),
        (with("to", json!("2027-12-17")), "/to", "too_long"),
        (with("from", json!("2026-11")), "/from", "malformed"),
        (with("kind", json!("party")), "/kind", "unknown"),
        (with("text", json!(" ")), "/text", "required"),
        (with("text", json!("가".repeat(501))), "/text", "too_long"),
        (with("agency", json!("a b")), "/agency", "malformed"),
        (with("rate", json!(1.1)), "/rate", "out_of_range"),
        (with("rate", json!(0.123_45)), "/rate", "too_precise"),
        (with("grades", json!(["r", "a b"])), "/grades/1", "malformed"),
        (with("grades", json!(["r", "R"])), "/grades/1", "duplicate"),
    ];
    for (body, pointer, code) in cases {
        let answer = TestApi::with_samples().post(&all(), &body).await;
        assert_eq!(answer.status, 422, "{body}: {answer:?}");
        let (told, rule) = answer.broken_rule();
        // The words of what cannot be read are the form's.
        assert_eq!(told, pointer, "{body}");
        assert!(rule == code || code == "unknown", "{body}: {rule}");
    }
}

#[actix_web::test]
async fn as_many_as_there_may_be_are_a_409_problem() {
    let mut api = TestApi::with_samples();
    api.campaigns = MockCampaignDesk::new();
    api.campaigns
        .expect_create()
        .returning(|_, _, _| Err(DeskError::TooManyCampaigns(2_000)));
    let answer = api.post(&all(), &new()).await;
    answer.assert_problem(409, "too-many-campaigns");
}

#[actix_web::test]
async fn a_field_left_out_stays_and_null_clears_it() {
    let mut api = TestApi::with_samples();
    api.campaigns = MockCampaignDesk::new();
    api.campaigns.expect_read().returning(|_, _| Ok(sample::campaign()));
    api.campaigns
        .expect_change()
        .withf(|production, id, change, edit| {
            let expected = CampaignChange {
                to: Some(sample::day("2026-12-06")),
                agency: Patch::Clear,
                ..CampaignChange::default()
            };
            let about = (*production, *id) == (sample::production().id, sample::campaign().id);
            about && *change == expected && edit.basis == Basis::Any
        })
        .returning(|_, _, _, _| Ok(sample::campaign()));
    let answer = api.patch(&one(), &json!({ "to": "2026-12-06", "agency": null })).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("etag"), "\"r2\"");
    answer.assert_is_example("updateCampaign");
    let fixed = TestApi::with_samples().patch(&one(), &json!({ "text": null })).await;
    assert_eq!(fixed.status, 422, "{fixed:?}");
}

#[actix_web::test]
async fn a_campaign_in_another_state_is_shown_instead() {
    for method in [Method::PATCH, Method::DELETE] {
        let mut api = TestApi::with_samples();
        api.campaigns = MockCampaignDesk::new();
        let desk = &mut api.campaigns;
        desk.expect_read().returning(|_, _| Ok(sample::campaign()));
        let refused = || DeskError::Storage(StorageError::Outdated("campaign"));
        desk.expect_change()
            .withf(|_, _, _, edit| edit.basis == Basis::OneOf(vec![1]))
            .returning(move |_, _, _, _| Err(refused()));
        desk.expect_delete()
            .withf(|_, _, edit| edit.basis == Basis::OneOf(vec![1]))
            .returning(move |_, _, _| Err(refused()));
        let request = TestRequest::default().method(method).uri(&one());
        let request = request.insert_header(("if-match", "\"r1\"")).set_json(json!({}));
        let answer = api.send(request).await;
        answer.assert_problem(412, "outdated");
        assert_eq!(answer.json()["present"]["revision"], 2);
    }
}

#[actix_web::test]
async fn what_is_not_there_is_a_404_problem_and_deleting_answers_nothing() {
    let nothing = format!("{}/0197c1a0-0000-7000-8000-00000000ffff", all());
    for (method, path) in [
        (Method::PATCH, nothing.clone()),
        (Method::DELETE, nothing),
        (Method::DELETE, format!("{}/no-id", all())),
    ] {
        let request = TestRequest::default().method(method).uri(&path).set_json(json!({}));
        TestApi::with_samples()
            .send(request)
            .await
            .assert_problem(404, "not-found");
    }
    let deleted = TestApi::with_samples()
        .as_user(MANAGER)
        .ask(Method::DELETE, &one())
        .await;
    assert_eq!(deleted.status, 204);
    let refused = TestApi::with_samples()
        .as_user(READER)
        .ask(Method::DELETE, &one())
        .await;
    refused.assert_problem(403, "forbidden");
}
