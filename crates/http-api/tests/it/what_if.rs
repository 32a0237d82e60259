//! Changes that are tried out.

use domain::access::Visible;
use serde_json::{Value, json};

use crate::support::people::MEMBER;
use crate::support::{Answer, TestApi, sample};

const PATH: &str = "/api/v1/reports/what-if";

async fn tried(body: &Value) -> Answer {
    TestApi::with_samples().post(PATH, body).await
}

fn of_the_play(change: &Value) -> Value {
    let mut body = json!({ "productionId": sample::production().id.0, "asOf": "2026-11-19" });
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

#[actix_web::test]
async fn a_change_is_told_as_before_and_after() {
    let example = include_str!("../../src/openapi/examples/tryWhatIf.request.json");
    let answer = tried(&serde_json::from_str(example).unwrap()).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("tryWhatIf");
}

#[actix_web::test]
async fn costs_move_profit_by_themselves() {
    let answer = tried(&of_the_play(&json!({ "costKrw": 1_000_000 }))).await.json();
    assert_eq!(
        answer["profitShiftKrw"],
        json!({ "p10": -1_000_000, "p50": -1_000_000, "p90": -1_000_000 })
    );
    assert_eq!(answer["before"]["finalSeats"], answer["after"]["finalSeats"]);
    assert_eq!(answer["furtherSeats"], Value::Null);
}

#[actix_web::test]
async fn what_is_impossible_is_pointed_to() {
    let price = |share: f64, change: f64| json!({ "revenueShare": share, "changeRatio": change });
    let show = |at: &str, seats: i64, share: f64| json!({ "furtherPerformance": { "startsAt": at, "sellableSeats": seats, "displacementShare": share } });
    let later = "2026-12-21T19:30:00+09:00";
    for (change, pointer) in [
        (json!({ "prices": [price(1.01, 0.1)] }), "/prices/0/revenueShare"),
        (json!({ "prices": [price(0.5, 0.1), price(0.6, 0.1)] }), "/prices"),
        (
            json!({ "prices": [price(0.5, 0.1), price(0.5, -1.0)] }),
            "/prices/1/changeRatio",
        ),
        (json!({ "prices": [price(0.5, 10.01)] }), "/prices/0/changeRatio"),
        (json!({ "priceElasticity": 10.5 }), "/priceElasticity"),
        (json!({ "complimentaryElasticity": -11 }), "/complimentaryElasticity"),
        (json!({ "complimentarySeats": 100_001 }), "/complimentarySeats"),
        (json!({ "costKrw": 1_000_000_000_001_i64 }), "/costKrw"),
        (show(later, 0, 0.0), "/furtherPerformance/sellableSeats"),
        (show(later, 100_001, 0.0), "/furtherPerformance/sellableSeats"),
        (show(later, 100, 1.5), "/furtherPerformance/displacementShare"),
        (
            show("2026-11-19T19:30:00+09:00", 100, 0.0),
            "/furtherPerformance/startsAt",
        ),
    ] {
        tried(&of_the_play(&change))
            .await
            .assert_breaks(pointer, "out_of_range");
    }
    let many: Vec<_> = (0..21).map(|_| price(0.01, 0.1)).collect();
    let answer = tried(&of_the_play(&json!({ "prices": many }))).await;
    answer.assert_breaks("/prices", "too_many");
}

#[actix_web::test]
async fn it_is_asked_of_what_the_caller_sees() {
    let api = TestApi::with_samples().as_user(MEMBER);
    let asked = api.figures.asked.clone();
    api.post(PATH, &of_the_play(&json!({}))).await;
    let asked = asked.take();
    assert_ne!(asked[0].visible, Visible::All);
    assert_eq!(asked[0].production_ids, [sample::production().id]);
    for unknown in ["0197c1a0-0000-7000-8000-00000000ffff", "hamlet"] {
        let answer = tried(&json!({ "productionId": unknown })).await;
        answer.assert_problem(404, "not-found");
    }
}
