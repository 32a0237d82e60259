//! Which of KOPIS's shows a production is.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::actor::Basis;
use ports::driven::StorageError;
use ports::driving::{DeskError, MockMarketDesk};
use serde_json::{Value, json};

use crate::support::people::{MANAGER, READER, STRANGER};
use crate::support::{PRODUCTION, TestApi, sample};

fn path() -> String {
    format!("{PRODUCTION}/kopis")
}

fn new() -> Value {
    json!({ "kopisIds": ["PF900001"], "genre": "AAAA" })
}

#[actix_web::test]
async fn whoever_sees_the_production_reads_which_shows_it_is() {
    let answer = TestApi::with_samples().as_user(READER).get(&path()).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("etag"), "\"r7\"");
    answer.assert_is_example("getProductionKopis");
    let hidden = TestApi::with_samples().as_user(STRANGER).get(&path()).await;
    hidden.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn whoever_manages_it_says_so() {
    let mut api = TestApi::with_samples().as_user(MANAGER);
    *api.market = MockMarketDesk::new();
    api.market
        .expect_set()
        .once()
        .withf(|production, ids, genre, edit| {
            let said = (ids[0].as_str(), genre.code());
            *production == sample::production().id && said == ("PF900001", "AAAA") && edit.basis == Basis::Any
        })
        .returning(|_, _, _, _| Ok(sample::kopis_match()));
    let answer = api.put(&path(), &new()).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.assert_is_example("setProductionKopis");
    let refused = TestApi::with_samples().as_user(READER).put(&path(), &new()).await;
    refused.assert_problem(403, "forbidden");
}

#[actix_web::test]
async fn every_broken_rule_is_told() {
    let eleven: Vec<String> = (0..11).map(|number| format!("PF{number}")).collect();
    for (body, pointer, code) in [
        (
            json!({ "kopisIds": ["../etc"], "genre": "GGGA" }),
            "/kopisIds/0",
            "malformed",
        ),
        (
            json!({ "kopisIds": ["PF1", "PF1"], "genre": "GGGA" }),
            "/kopisIds/1",
            "duplicate",
        ),
        (json!({ "kopisIds": eleven, "genre": "GGGA" }), "/kopisIds", "too_many"),
        (json!({ "kopisIds": [], "genre": "musical" }), "/genre", "unknown"),
        (json!({ "genre": "GGGA" }), "/kopisIds", "required"),
        (json!({ "kopisIds": [] }), "/genre", "required"),
    ] {
        let answer = TestApi::with_samples().put(&path(), &body).await;
        answer.assert_breaks(pointer, code);
    }
}

#[actix_web::test]
async fn what_is_in_another_state_is_shown_instead() {
    let mut api = TestApi::with_samples();
    *api.market = MockMarketDesk::new();
    api.market.expect_find().returning(|_| Ok(sample::kopis_match()));
    let outdated = || DeskError::Storage(StorageError::Outdated("market"));
    api.market.expect_set().returning(move |_, _, _, _| Err(outdated()));
    let request = TestRequest::default()
        .method(Method::PUT)
        .uri(&path())
        .insert_header(("if-match", "\"r6\""))
        .set_json(new());
    let answer = api.send(request).await;
    answer.assert_problem(412, "outdated");
}

#[actix_web::test]
async fn suggestions_are_for_those_who_may_take_them() {
    let path = format!("{}/suggestions", path());
    let answer = TestApi::with_samples().as_user(MANAGER).get(&path).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.assert_is_example("suggestProductionKopis");
    let refused = TestApi::with_samples().as_user(READER).get(&path).await;
    refused.assert_problem(403, "forbidden");
}
