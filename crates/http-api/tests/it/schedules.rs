use ports::driven::StorageError;
use ports::driving::{MockDestinationDesk, MockScheduleDesk, ScheduleError};
use serde_json::json;

use crate::support::people::{ADMIN, MEMBER};
use crate::support::schedules::{destination, know_destinations, standing};
use crate::support::{DELIVERY, DESTINATION, MESSAGE, SCHEDULE, TestApi};

const NOTHING: &str = "0197c1a0-0000-7000-8000-00000000ffff";

#[actix_web::test]
async fn schedules_and_what_they_sent_are_listed() {
    for (path, operation) in [
        ("/api/v1/schedules", "listSchedules"),
        (SCHEDULE, "getSchedule"),
        (
            "/api/v1/schedules/runs?schedule=daily-plays&state=done",
            "listScheduleRuns",
        ),
        ("/api/v1/destinations", "listDestinations"),
        (DESTINATION, "getDestination"),
        ("/api/v1/deliveries?state=failed", "listDeliveries"),
        (DELIVERY, "getDelivery"),
        (&format!("{MESSAGE}/preview?commentary=true"), "previewMessage"),
    ] {
        let answer = TestApi::with_samples().as_user(ADMIN).get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn what_is_done_by_hand_is_answered_with_what_comes_of_it() {
    for (path, operation, status) in [
        (format!("{SCHEDULE}/pause"), "pauseSchedule", 200),
        (format!("{SCHEDULE}/resume"), "resumeSchedule", 200),
        (format!("{SCHEDULE}/run"), "runSchedule", 202),
        (format!("{DESTINATION}/test"), "testDestination", 202),
        (format!("{MESSAGE}/send"), "sendMessage", 202),
        (format!("{DELIVERY}/retry"), "retryDelivery", 200),
    ] {
        let answer = TestApi::with_samples().as_user(ADMIN).post(&path, &json!({})).await;
        assert_eq!(answer.status, status, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn what_is_made_and_changed_is_answered_with_its_state() {
    let schedule = json!({ "name": "daily-plays", "kind": "daily-plays", "cron": "0 14 * * *" });
    let answer = TestApi::with_samples().post("/api/v1/schedules", &schedule).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (201_u16, SCHEDULE));
    assert_eq!(answer.header("etag"), "\"r3\"");
    answer.assert_is_example("createSchedule");
    let answer = TestApi::with_samples()
        .patch(SCHEDULE, &json!({ "cron": "0 15 * * *" }))
        .await;
    answer.assert_is_example("updateSchedule");
    let mail = json!({ "name": "매니저 메일", "kind": "mail", "addresses": ["member@example.com"] });
    let answer = TestApi::with_samples().post("/api/v1/destinations", &mail).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (201, DESTINATION));
    answer.assert_is_example("createDestination");
    let answer = TestApi::with_samples()
        .patch(DESTINATION, &json!({ "takesAlerts": true }))
        .await;
    assert_eq!((answer.status.as_u16(), answer.header("etag")), (200, "\"r5\""));
    answer.assert_is_example("updateDestination");
}

#[actix_web::test]
async fn each_broken_rule_is_told_with_its_place() {
    for (path, body, pointer, code) in [
        (
            "/api/v1/schedules",
            json!({ "name": "A", "kind": "daily-plays", "cron": "* * * * *" }),
            "/name",
            "malformed",
        ),
        (
            "/api/v1/schedules",
            json!({ "name": "a", "kind": "hourly", "cron": "* * * * *" }),
            "/kind",
            "unknown",
        ),
        (
            "/api/v1/schedules",
            json!({ "name": "a", "kind": "daily-plays", "cron": "0 0 31 2 *" }),
            "/cron",
            "malformed",
        ),
        (
            "/api/v1/schedules",
            json!({ "name": "a", "kind": "daily-plays", "cron": "* * * * *", "destinationIds": ["x"] }),
            "/destinationIds/0",
            "unknown",
        ),
        (
            "/api/v1/destinations",
            json!({ "name": "a", "kind": "mail", "addresses": ["nobody"] }),
            "/addresses/0",
            "malformed",
        ),
        (
            "/api/v1/destinations",
            json!({ "name": "a", "kind": "webhook", "url": "https://example.com", "secret": "plain" }),
            "/secret",
            "malformed",
        ),
        (
            "/api/v1/destinations",
            json!({ "name": "a", "kind": "slack", "allProductions": true, "productionIds": [NOTHING] }),
            "/productionIds",
            "contradicts",
        ),
    ] {
        let answer = TestApi::with_samples().post(path, &body).await;
        answer.assert_problem(422, "invalid");
        let problem = answer.problem();
        let error = &problem["errors"][0];
        assert_eq!(
            (&error["pointer"], &error["code"]),
            (&json!(pointer), &json!(code)),
            "{problem}"
        );
    }
}

#[actix_web::test]
async fn another_state_than_the_one_named_is_answered_with_the_present_one() {
    let outdated = || ScheduleError::Storage(StorageError::Outdated("schedule"));
    let mut api = TestApi::with_samples();
    api.schedules = MockScheduleDesk::new();
    api.schedules.expect_read().returning(|_| Ok(standing()));
    api.schedules.expect_upcoming().returning(|_, _| Vec::new());
    api.schedules.expect_change().returning(move |_, _, _| Err(outdated()));
    let answer = api.patch(SCHEDULE, &json!({ "cron": "0 15 * * *" })).await;
    answer.assert_problem(412, "outdated");
    let problem = answer.problem();
    assert_eq!(problem["present"]["name"], "daily-plays");
    let mut api = TestApi::with_samples();
    api.destinations = MockDestinationDesk::new();
    api.destinations.expect_delete().returning(move |_, _| Err(outdated()));
    know_destinations(&mut api.destinations);
    let answer = api.ask(actix_web::http::Method::DELETE, DESTINATION).await;
    answer.assert_problem(412, "outdated");
    let problem = answer.problem();
    assert_eq!(problem["present"]["name"], json!(destination().name));
}

#[actix_web::test]
async fn what_is_not_there_is_404_before_the_form() {
    for path in [
        "/api/v1/schedules/nothing?foo=1",
        "/api/v1/schedules/%ED%99%8D?foo=1",
        &format!("/api/v1/destinations/{NOTHING}?foo=1"),
        "/api/v1/destinations/nothing?foo=1",
        &format!("/api/v1/deliveries/{NOTHING}?foo=1"),
        "/api/v1/messages/hourly/preview?foo=1",
    ] {
        let answer = TestApi::with_samples().get(path).await;
        answer.assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn schedules_and_messages_are_the_offices_business() {
    for path in [
        "/api/v1/schedules",
        "/api/v1/destinations",
        "/api/v1/deliveries",
        DELIVERY,
        &format!("{MESSAGE}/preview"),
    ] {
        let answer = TestApi::with_samples().as_user(MEMBER).get(path).await;
        answer.assert_problem(403, "forbidden");
    }
}
