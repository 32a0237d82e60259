//! `ETag`, `If-Match` and `If-None-Match`.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::actor::{Basis, Edit};
use ports::driven::StorageError;
use ports::driving::{DeskError, MockPlanningDesk, MockProductionDesk, MockTargetDesk};
use serde_json::{Value, json};

use crate::support::people::STRANGER;
use crate::support::{Answer, Form, PRODUCTION, TestApi, sample};

const TARGETS: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-000000000001/targets";
const WEEKS: &str = "/api/v1/productions/0197c1a0-0000-7000-8000-000000000001/marketing-weeks";
const BY_DAY: &str = "/api/v1/calendar/notes";
const BY_MONTH: &str = "/api/v1/calendar/monthly-notes";

/// What two people may edit, with the tag of the sample and a change.
fn editable() -> [(&'static str, &'static str, Method, Value); 5] {
    [
        (PRODUCTION, "\"r7\"", Method::PATCH, json!({"venue": null})),
        (
            TARGETS,
            "\"r4\"",
            Method::PUT,
            json!({"targets": [{"date": "2026-11-19", "targetKrw": 1}]}),
        ),
        (
            WEEKS,
            "\"r5\"",
            Method::PUT,
            json!({"weeks": [{"weekStart": "2026-11-16", "other": null}]}),
        ),
        (
            BY_DAY,
            "\"r2\"",
            Method::PUT,
            json!({"notes": [{"date": "2026-11-19", "note": null}]}),
        ),
        (
            BY_MONTH,
            "\"r3\"",
            Method::PUT,
            json!({"notes": [{"month": "2026-11", "note": null}]}),
        ),
    ]
}

async fn change(api: TestApi, method: Method, path: &str, if_match: &str, body: &Value) -> Answer {
    let request = TestRequest::default()
        .method(method)
        .uri(path)
        .insert_header(("if-match", if_match));
    api.send(request.set_json(body)).await
}

/// Desks that allow no change but of revision 1, which none of the samples is of.
fn changed_meanwhile() -> TestApi {
    fn refused<T>(edit: &Edit) -> Result<T, DeskError> {
        assert_eq!(edit.basis, Basis::OneOf(vec![1]));
        Err(DeskError::Storage(StorageError::Outdated("the thing")))
    }
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions.expect_change().returning(|_, _, _, edit| refused(edit));
    api.productions.expect_delete().returning(|_, _, edit| refused(edit));
    api.targets = MockTargetDesk::new();
    api.targets.expect_distribute().returning(|_, _, _, edit| refused(edit));
    api.targets.expect_copy().returning(|_, _, _, edit| refused(edit));
    api.targets.expect_import().returning(|_, _, edit| refused(edit));
    api.planning = MockPlanningDesk::new();
    let desk = &mut api.planning;
    desk.expect_targets().returning(|_, _| Ok(sample::targets()));
    desk.expect_set_targets().returning(|_, _, edit| refused(edit));
    desk.expect_marketing_weeks()
        .returning(|_| Ok(sample::marketing_plan()));
    desk.expect_change_marketing_weeks()
        .returning(|_, _, edit| refused(edit));
    desk.expect_calendar_notes()
        .withf(|first, last| (*first, *last) == (Some(sample::day("2026-11-19")), Some(sample::day("2026-11-19"))))
        .returning(|_, _| Ok(sample::calendar_notes()));
    desk.expect_set_calendar_notes().returning(|_, edit| refused(edit));
    desk.expect_monthly_notes()
        .withf(|first, last| first.is_some() && first == last)
        .returning(|_, _| Ok(sample::monthly_notes()));
    desk.expect_set_monthly_notes().returning(|_, edit| refused(edit));
    api
}

#[actix_web::test]
async fn what_two_people_may_edit_carries_the_tag_of_its_state() {
    for (path, tag, method, body) in editable() {
        let read = TestApi::with_samples().get(path).await;
        assert_eq!(read.header("etag"), tag, "{path}");
        assert_eq!(read.header("cache-control"), "private, no-cache");
        let changed = TestApi::with_samples().json(method, path, &body).await;
        assert_eq!(changed.header("etag"), tag, "{path}");
    }
    let entered = json!({"code": "PL2612", "name": "편지", "category": "play"});
    let entered = TestApi::with_samples().post("/api/v1/productions", &entered).await;
    assert_eq!(entered.header("etag"), "\"r7\"");
    let spread = json!({"totalKrw": 1, "method": "even", "dryRun": true});
    let spread = TestApi::with_samples()
        .post(&format!("{TARGETS}/distribute"), &spread)
        .await;
    assert_eq!(spread.header("etag"), "\"r4\"");
}

#[actix_web::test]
async fn a_change_of_another_state_is_412_with_the_present_one() {
    for (path, _, method, body) in editable() {
        let present = TestApi::with_samples().get(path).await.json();
        let answer = change(changed_meanwhile(), method, path, "\"r1\"", &body).await;
        answer.assert_problem(412, "outdated");
        assert_eq!(answer.json()["present"], present, "{path}");
        if path == PRODUCTION {
            answer.assert_is_example("updateProduction");
        }
    }
}

#[actix_web::test]
async fn many_targets_of_another_state_are_412_with_the_present_ones() {
    let present = TestApi::with_samples().get(TARGETS).await.json();
    let from = sample::concert().id.0;
    for (route, body) in [
        ("distribute", json!({"totalKrw": 1, "method": "even"})),
        ("copy", json!({"fromProductionId": from})),
    ] {
        let answer = change(
            changed_meanwhile(),
            Method::POST,
            &format!("{TARGETS}/{route}"),
            "\"r1\"",
            &body,
        )
        .await;
        answer.assert_problem(412, "outdated");
        assert_eq!(answer.json()["present"], present, "{route}");
    }
    let request = Form::default()
        .file("targets.csv", b"x")
        .to(&format!("{TARGETS}/import"));
    let answer = changed_meanwhile()
        .send(request.insert_header(("if-match", "\"r1\"")))
        .await;
    answer.assert_problem(412, "outdated");
    assert_eq!(answer.json()["present"], present);
}

#[actix_web::test]
async fn a_deletion_of_another_state_is_412_with_the_present_one() {
    let request = TestRequest::delete()
        .uri(PRODUCTION)
        .insert_header(("if-match", "\"r1\""));
    let answer = changed_meanwhile().send(request).await;
    answer.assert_problem(412, "outdated");
    assert_eq!(answer.json()["present"]["code"], "PL2612");
}

#[actix_web::test]
async fn a_state_that_the_store_refuses_is_412_as_well() {
    let mut api = TestApi::with_samples();
    api.planning = MockPlanningDesk::new();
    api.planning
        .expect_set_targets()
        .returning(|_, _, _| Err(DeskError::Storage(StorageError::Outdated("the targets"))));
    api.planning.expect_targets().returning(|_, _| Ok(sample::targets()));
    let answer = change(api, Method::PUT, TARGETS, "\"r1\"", &json!({"targets": []})).await;
    answer.assert_problem(412, "outdated");
    assert_eq!(answer.json()["present"]["totalKrw"], 59_760_000);
}

#[actix_web::test]
async fn a_script_may_leave_the_state_out() {
    let mut api = TestApi::with_samples();
    api.planning = MockPlanningDesk::new();
    api.planning
        .expect_set_targets()
        .withf(|_, _, edit| edit.basis == Basis::Any)
        .once()
        .returning(|_, _, _| Ok(sample::targets()));
    assert_eq!(api.put(TARGETS, &json!({"targets": []})).await.status, 200);
}

#[actix_web::test]
async fn what_the_client_has_is_304_without_a_body() {
    for (path, tag, ..) in editable() {
        for known in [tag.to_owned(), format!("\"r1\", W/{tag}"), "*".to_owned()] {
            let request = TestRequest::get().uri(path).insert_header(("if-none-match", known));
            let answer = TestApi::with_samples().send(request).await;
            assert_eq!(answer.status, 304, "{path}");
            assert_eq!(answer.header("etag"), tag);
            assert!(answer.body.is_empty());
        }
        let request = TestRequest::get().uri(path).insert_header(("if-none-match", "\"r1\""));
        assert_eq!(TestApi::with_samples().send(request).await.status, 200);
    }
}

#[actix_web::test]
async fn what_one_may_not_see_is_404_whatever_the_client_has() {
    let request = TestRequest::get()
        .uri(PRODUCTION)
        .insert_header(("if-none-match", "\"r7\""));
    let answer = TestApi::with_samples().as_user(STRANGER).send(request).await;
    answer.assert_problem(404, "not-found");
}
