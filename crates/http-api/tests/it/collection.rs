//! Figures that come by themselves: sources, runs, what waits for a yes, recipes.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::collection::RunCode;
use ports::driving::collection::{CollectionError, MockSourceDesk};
use serde_json::{Value, json};

use crate::support::collection::{folder, with_sources};
use crate::support::people::{ADMIN, MEMBER};
use crate::support::{ARRIVAL, COLLECTION_RUN, RECIPE, SOURCE, TestApi};

const SOURCES: &str = "/api/v1/collection/sources";
const ADDRESS: &str = "/api/v1/collection/sources/0197c1a0-0000-7000-8000-000000000a02";
const WALK: &str = "/api/v1/collection/runs/0197c1a0-0000-7000-8000-000000000a12";

#[actix_web::test]
async fn what_there_is_is_told() {
    for (path, operation) in [
        ("/api/v1/collection/options", "getCollectionOptions"),
        (SOURCES, "listSources"),
        (ADDRESS, "getSource"),
        (
            "/api/v1/collection/runs?state=succeeded&dryRun=false",
            "listCollectionRuns",
        ),
        (WALK, "getCollectionRun"),
        ("/api/v1/collection/arrivals?state=held", "listArrivals"),
        (ARRIVAL, "getArrival"),
        ("/api/v1/collection/recipes", "listRecipes"),
        (RECIPE, "getRecipe"),
        (&format!("{RECIPE}/versions"), "listRecipeVersions"),
    ] {
        let answer = TestApi::with_samples().as_user(ADMIN).get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn what_is_done_is_answered_with_what_comes_of_it() {
    let source = json!({
        "name": "받은 파일", "kind": "folder", "recordDate": "file_name", "schedule": "30 9 * * *",
        "config": { "root": "inbox", "path": "하늘티켓", "patterns": ["*판매*.xlsx"] },
    });
    let answer = TestApi::with_samples().post(SOURCES, &source).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (201, SOURCE));
    answer.assert_is_example("createSource");
    let answer = TestApi::with_samples()
        .patch(SOURCE, &json!({ "confirm": "always" }))
        .await;
    answer.assert_is_example("updateSource");
    for (path, body, operation, status) in [
        (format!("{SOURCE}/run"), json!({}), "runSource", 202),
        (
            format!("{SOURCE}/test"),
            json!({ "recordDate": "2026-11-19" }),
            "testSource",
            202,
        ),
        (format!("{SOURCE}/pause"), json!({}), "pauseSource", 200),
        (format!("{SOURCE}/resume"), json!({}), "resumeSource", 200),
        (
            format!("{COLLECTION_RUN}/cancel"),
            json!({}),
            "cancelCollectionRun",
            200,
        ),
        (format!("{ARRIVAL}/confirm"), json!({}), "confirmArrival", 200),
        (
            format!("{ARRIVAL}/discard"),
            json!({ "reason": "잘못 받음" }),
            "discardArrival",
            200,
        ),
    ] {
        let answer = TestApi::with_samples().as_user(ADMIN).post(&path, &body).await;
        assert_eq!(answer.status, status, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
    for path in [SOURCE, RECIPE] {
        let answer = TestApi::with_samples().send(TestRequest::delete().uri(path)).await;
        assert_eq!(answer.status, 204, "{path}: {answer:?}");
    }
}

#[actix_web::test]
async fn one_may_wait_for_the_end_of_a_run() {
    for (act, operation) in [("run", "runSource"), ("test", "testSource")] {
        let request = TestRequest::post()
            .uri(&format!("{SOURCE}/{act}"))
            .insert_header(("prefer", "wait=30"))
            .set_json(json!({}));
        let answer = TestApi::with_samples().send(request).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn recipes_are_checked_and_saved() {
    let text = json!({ "text": "title = \"하늘티켓\"" });
    let answer = TestApi::with_samples().json(Method::PUT, RECIPE, &text).await;
    assert_eq!(answer.header("etag"), "\"r3\"");
    answer.assert_is_example("saveRecipe");
    let new = RECIPE.replace("haneul", "norae");
    let answer = TestApi::with_samples().json(Method::PUT, &new, &text).await;
    assert_eq!(answer.status, 201);
    for query in ["", "?check=true"] {
        let path = format!("{RECIPE}{query}");
        let answer = TestApi::with_samples()
            .json(Method::PUT, &path, &json!({ "text": "wrong" }))
            .await;
        answer.assert_problem(422, "recipe_invalid");
        let faults = &answer.problem()["recipeFaults"];
        assert_eq!(
            faults,
            &json!([{ "line": 1, "key": "title",
                "message": { "ko": "제목이 없습니다.", "en": "There is no title." } }])
        );
    }
    let wrong_name = RECIPE.replace("haneul-ticket", "Haneul");
    let answer = TestApi::with_samples().json(Method::PUT, &wrong_name, &text).await;
    assert_eq!(answer.status, 422, "{answer:?}");
}

#[actix_web::test]
async fn evidence_is_never_shown_as_a_page() {
    let answer = TestApi::with_samples().get(&format!("{WALK}/evidence/1.png")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (200, "image/png")
    );
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let answer = TestApi::with_samples().get(&format!("{WALK}/evidence/1.html")).await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert!(answer.header("content-disposition").starts_with("attachment"));
    for file in ["2.png", "1.svg", "1", "x.png"] {
        let answer = TestApi::with_samples().get(&format!("{WALK}/evidence/{file}")).await;
        assert_eq!(answer.status, 404, "{file}: {answer:?}");
    }
}

#[actix_web::test]
async fn each_broken_rule_is_told_with_its_place() {
    let folder = json!({ "root": "inbox" });
    let source = |some: Value| {
        let mut source = json!({ "name": "a", "kind": "folder", "recordDate": "file_name", "config": folder });
        for (key, value) in some.as_object().unwrap() {
            source[key] = value.clone();
        }
        source
    };
    for (body, pointer, code) in [
        (json!({ "kind": "mail" }), "/kind", "malformed"),
        (json!({ "recordDate": "2026-11-19" }), "/recordDate", "malformed"),
        (json!({ "confirm": "sometimes" }), "/confirm", "malformed"),
        (json!({ "schedule": "daily" }), "/schedule", "malformed"),
        (json!({ "passwordSecret": "a b" }), "/passwordSecret", "malformed"),
        (json!({ "config": [] }), "/config", "malformed"),
        (
            json!({ "config": { "root": "inbox", "url": "x" } }),
            "/config",
            "malformed",
        ),
        (json!({ "config": { "root": "../etc" } }), "/config/root", "malformed"),
    ] {
        let answer = TestApi::with_samples().post(SOURCES, &source(body.clone())).await;
        assert_eq!(answer.status, 422, "{body}: {answer:?}");
        let errors = answer.problem()["errors"].clone();
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["code"]),
            (&json!(pointer), &json!(code)),
            "{body}"
        );
    }
}

/// What a desk says, the status and the code that people are told.
type Refusal = (fn() -> CollectionError, u16, &'static str);

#[actix_web::test]
async fn what_cannot_be_is_told_by_its_code() {
    let until = folder().record.considered_until;
    let refusals: [Refusal; 7] = [
        (|| CollectionError::Busy, 409, "source_busy"),
        (|| CollectionError::Stopped(RunCode::LoginFailed), 409, "source_stopped"),
        (|| CollectionError::TooManyRuns, 429, "too_many_runs"),
        (
            || CollectionError::BrowserUnavailable("no chromium".to_owned()),
            409,
            "browser_unavailable",
        ),
        (
            || CollectionError::SecretUnknown("FILE_TOKEN".parse().unwrap()),
            422,
            "secret_unknown",
        ),
        (
            || CollectionError::NotAllowed {
                code: RunCode::HostNotAllowed,
                what: "share.example.com".to_owned(),
            },
            422,
            "host_not_allowed",
        ),
        (|| CollectionError::NotHeld, 409, "not_held"),
    ];
    for (refusal, status, code) in refusals {
        let answer = refused(move |desk| {
            desk.expect_run().returning(move |_, _, _, _| Err(refusal()));
        })
        .await;
        answer.assert_problem(status, code);
    }
    let answer = refused(move |desk| {
        desk.expect_run().returning(move |_, _, _, _| {
            Err(CollectionError::Blocked {
                until,
                left: chrono::TimeDelta::milliseconds(5_399_400),
            })
        });
    })
    .await;
    answer.assert_problem(409, "source_blocked");
    assert_eq!(answer.header("retry-after"), "5400");
}

async fn refused(expect: impl FnOnce(&mut MockSourceDesk)) -> crate::support::Answer {
    let mut api = TestApi::with_samples();
    *api.sources = MockSourceDesk::new();
    api.sources.expect_read().returning(|_| Ok(folder()));
    expect(&mut api.sources);
    api.post(&format!("{SOURCE}/run"), &json!({})).await
}

#[actix_web::test]
async fn members_see_what_waits_for_them_and_no_more() {
    for path in [
        SOURCES,
        SOURCE,
        WALK,
        "/api/v1/collection/runs",
        "/api/v1/collection/options",
        "/api/v1/collection/recipes",
        RECIPE,
    ] {
        let answer = TestApi::with_samples().as_user(MEMBER).get(path).await;
        assert_eq!(answer.status, 403, "{path}: {answer:?}");
    }
    let answer = TestApi::with_samples()
        .as_user(MEMBER)
        .get("/api/v1/collection/arrivals")
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[actix_web::test]
async fn schedules_show_when_sources_run() {
    let mut api = TestApi::with_samples();
    *api.sources = with_sources();
    let answer = api.as_user(ADMIN).get("/api/v1/schedules").await.json();
    let items = answer["items"].as_array().unwrap();
    let of_source = items.iter().find(|item| !item["sourceId"].is_null()).unwrap();
    assert_eq!(
        (&of_source["name"], &of_source["kind"]),
        (&json!("받은 파일"), &json!("source"))
    );
    assert_eq!(of_source["cron"], "30 9 * * *");
}
