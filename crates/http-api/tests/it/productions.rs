use actix_web::http::Method;
use ports::driving::{DeskError, MockProductionDesk};
use serde_json::{Value, json};

use crate::support::{NO_PRODUCTION, PRODUCTION, TestApi, sample};

fn new_production() -> Value {
    json!({
        "code": "PL2612", "name": "두 번째 편지", "category": "play", "venue": "대학로 소극장 달빛",
        "runStart": "2026-11-19", "runEnd": "2027-01-31", "saleStart": "2026-10-05", "saleEnd": "2027-01-31",
        "runningMinutes": 100, "targetShare": 0.625, "breakEvenKrw": 780_000_000, "seatsPerPerformance": 384,
        "previewEnd": "2026-11-22"
    })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

#[actix_web::test]
async fn a_production_is_entered_and_its_path_is_told() {
    let answer = TestApi::with_samples()
        .post("/api/v1/productions", &new_production())
        .await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), PRODUCTION);
    answer.assert_is_example("createProduction");
}

#[actix_web::test]
async fn every_rule_of_the_domain_that_a_production_breaks_is_told() {
    let body = with(new_production(), "name", json!(" "));
    let body = with(body, "saleEnd", json!("2026-10-04"));
    let answer = TestApi::with_samples().post("/api/v1/productions", &body).await;
    answer.assert_problem(422, "invalid");
    answer.assert_is_example("createProduction");
}

#[actix_web::test]
async fn a_taken_code_is_a_409_problem() {
    let mut api = TestApi::default();
    api.productions
        .expect_create()
        .returning(|_, _, _, _| Err(DeskError::Taken("code")));
    let answer = api.post("/api/v1/productions", &new_production()).await;
    answer.assert_problem(409, "taken");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn values_beyond_their_bounds_are_told_with_their_field() {
    let cases = [
        ("runningMinutes", json!(0), "out_of_range"),
        ("targetShare", json!(1.5), "out_of_range"),
        ("targetShare", json!(0.123_45), "too_precise"),
        ("breakEvenKrw", json!(-1), "out_of_range"),
        ("seatsPerPerformance", json!(10_000_001), "out_of_range"),
        ("venue", json!("가".repeat(201)), "too_long"),
        ("name", json!("편지\u{0}"), "control_character"),
        ("venue", json!("달\u{0}빛"), "control_character"),
        ("code", json!("PL\u{0}12"), "malformed"),
        ("code", json!("한글"), "malformed"),
        ("runStart", json!("1999-12-31"), "malformed"),
        ("runStart", json!("2026-02-29"), "malformed"),
        ("runStart", json!("2026-2-1"), "malformed"),
        ("concertAt", json!("2026-12-19T18:00:00"), "malformed"),
    ];
    for (field, value, code) in cases {
        let body = with(new_production(), field, value);
        let answer = TestApi::with_samples().post("/api/v1/productions", &body).await;
        answer.assert_breaks(&format!("/{field}"), code);
    }
}

#[actix_web::test]
async fn a_wrong_grade_of_the_inventory_is_pointed_to_as_rfc_6901_says() {
    let cases = [
        (json!({"r/s~1": 5}), "/seatInventory/r~1s~01", "malformed"),
        (json!({"r\u{0}": 5}), "/seatInventory/r\u{0}", "malformed"),
        (json!({"R": 5, "r": 6}), "/seatInventory/r", "duplicate"),
        (json!({"r": "5"}), "/seatInventory/r", "malformed"),
        (json!({"r": -1}), "/seatInventory", "out_of_range"),
    ];
    for (inventory, pointer, code) in cases {
        let body = with(new_production(), "seatInventory", inventory);
        let answer = TestApi::with_samples().post("/api/v1/productions", &body).await;
        answer.assert_breaks(pointer, code);
    }
}

#[actix_web::test]
async fn grades_and_inventory_are_two_words_for_the_same_seats() {
    let grades = json!([
        { "grade": "VIP", "label": " 테라스 ", "priceKrw": 154_000, "seats": 40 },
        { "grade": "r", "priceKrw": 110_000 }
    ]);
    let body = with(new_production(), "seatGrades", grades.clone());
    let body = with(body, "revenueBasis", json!("deposited"));
    let told = TestApi::with_samples().post("/api/v1/productions", &body).await.json();
    let expected = json!([
        { "grade": "vip", "label": "테라스", "priceKrw": 154_000, "seats": 40 },
        { "grade": "r", "label": null, "priceKrw": 110_000, "seats": null }
    ]);
    assert_eq!(
        (&told["seatGrades"], &told["seatInventory"]),
        (&expected, &json!({ "vip": 40 }))
    );
    assert_eq!(
        (&told["revenueBasis"], &told["targetKrw"]),
        (&json!("deposited"), &Value::Null)
    );

    let both = with(body, "seatInventory", json!({ "vip": 40 }));
    let answer = TestApi::with_samples().post("/api/v1/productions", &both).await;
    answer.assert_breaks("/seatInventory", "conflicting");
    for change in [
        json!({ "seatGrades": grades, "seatInventory": null }),
        json!({ "seatGrades": null, "seatInventory": { "r": 1 } }),
    ] {
        let answer = TestApi::with_samples().patch(PRODUCTION, &change).await;
        answer.assert_breaks("/seatInventory", "conflicting");
    }
}

#[actix_web::test]
async fn a_wrong_grade_is_told_with_its_place() {
    let grade = |more: Value| {
        let mut grade = json!({ "grade": "s" });
        grade.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([{ "grade": "r", "seats": 1 }, grade])
    };
    let cases = [
        (grade(json!({ "grade": "a b" })), "/seatGrades/1/grade", "malformed"),
        (grade(json!({ "grade": "R" })), "/seatGrades/1/grade", "duplicate"),
        (grade(json!({ "seats": -1 })), "/seatGrades/1/seats", "out_of_range"),
        (
            grade(json!({ "seats": 1_000_001 })),
            "/seatGrades/1/seats",
            "out_of_range",
        ),
        (
            grade(json!({ "priceKrw": 1_000_000_001 })),
            "/seatGrades/1/priceKrw",
            "out_of_range",
        ),
        (
            grade(json!({ "label": "두\n줄" })),
            "/seatGrades/1/label",
            "control_character",
        ),
    ];
    for (grades, pointer, code) in cases {
        let body = with(new_production(), "seatGrades", grades);
        let answer = TestApi::with_samples().post("/api/v1/productions", &body).await;
        answer.assert_breaks(pointer, code);
    }
    for (field, value, code) in [
        ("targetKrw", json!(-1), "out_of_range"),
        ("productionCostKrw", json!(1_000_000_000_001_i64), "out_of_range"),
    ] {
        let body = with(new_production(), field, value);
        let answer = TestApi::with_samples().post("/api/v1/productions", &body).await;
        answer.assert_breaks(&format!("/{field}"), code);
    }
}

#[actix_web::test]
async fn a_production_is_read() {
    let answer = TestApi::with_samples().get(PRODUCTION).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getProduction");
}

#[actix_web::test]
async fn an_unknown_production_is_a_404_problem() {
    let answer = TestApi::with_samples().get(NO_PRODUCTION).await;
    answer.assert_problem(404, "not-found");
    answer.assert_is_example("getProduction");
}

#[actix_web::test]
async fn a_field_left_out_of_a_change_stays_and_null_clears_it() {
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_change()
        .withf(|_, change, _, _| {
            use ports::driven::Patch;
            change.venue == Patch::Keep
                && change.preview_end == Patch::Clear
                && change.sale_end == Patch::Set(sample::day("2027-02-07"))
                && change.name.is_none()
                && !change.force
        })
        .once()
        .returning(|_, _, _, _| Ok(sample::production()));
    let body = json!({"saleEnd": "2027-02-07", "previewEnd": null});
    assert_eq!(api.patch(PRODUCTION, &body).await.status, 200);
}

#[actix_web::test]
async fn a_changed_production_is_answered() {
    let body = json!({"saleEnd": "2027-02-07", "targetShare": 0.65, "previewEnd": null});
    let answer = TestApi::with_samples().patch(PRODUCTION, &body).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("updateProduction");
}

#[actix_web::test]
async fn what_a_production_must_have_cannot_be_cleared() {
    for field in ["code", "name", "category", "active"] {
        let answer = TestApi::with_samples().patch(PRODUCTION, &json!({field: null})).await;
        answer.assert_breaks(&format!("/{field}"), "malformed");
    }
}

#[actix_web::test]
async fn a_change_that_would_lose_plans_lists_them() {
    let mut api = TestApi::default();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_change()
        .returning(|_, _, _, _| Err(DeskError::WouldLose(Box::new(sample::loss()))));
    let answer = api.patch(PRODUCTION, &json!({"saleEnd": "2027-01-24"})).await;
    answer.assert_problem(409, "would-lose");
    answer.assert_is_example("updateProduction");
}

#[actix_web::test]
async fn force_is_passed_on() {
    let mut api = TestApi::default();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_change()
        .withf(|_, change, _, _| change.force)
        .once()
        .returning(|_, _, _, _| Ok(sample::production()));
    let path = format!("{PRODUCTION}?force=true");
    assert_eq!(api.patch(&path, &json!({})).await.status, 200);
}

#[actix_web::test]
async fn a_fixed_category_is_a_409_problem() {
    let mut api = TestApi::default();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_change()
        .returning(|_, _, _, _| Err(DeskError::CategoryFixed));
    let answer = api.patch(PRODUCTION, &json!({"category": "concert"})).await;
    answer.assert_problem(409, "category-fixed");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn a_webhook_is_passed_on_and_its_address_told_to_nobody() {
    const ADDRESS: &str = "https://hooks.slack.com/services/T000/B000/secret";
    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions.expect_permit_webhook().once().returning(|_, _| Ok(()));
    api.productions
        .expect_create()
        .withf(|_, webhook, _, _| webhook.as_ref().is_some_and(|webhook| webhook.0 == ADDRESS))
        .once()
        .returning(|_, _, _, _| Ok(sample::production()));
    let body = with(new_production(), "slackWebhookUrl", json!(ADDRESS));
    let answer = api.post("/api/v1/productions", &body).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.json()["hasSlackWebhook"], true);
    assert!(!String::from_utf8_lossy(&answer.body).contains("secret"));

    let mut api = TestApi::with_samples();
    api.productions = MockProductionDesk::new();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions.expect_permit_webhook().once().returning(|_, _| Ok(()));
    api.productions
        .expect_change()
        .withf(|_, change, _, _| change.slack_webhook == ports::driven::Patch::Clear)
        .once()
        .returning(|_, _, _, _| Ok(sample::production()));
    assert_eq!(
        api.patch(PRODUCTION, &json!({"slackWebhookUrl": null})).await.status,
        200
    );
}

#[actix_web::test]
async fn a_production_is_deleted() {
    for (query, force) in [("", false), ("?force=true", true)] {
        let mut api = TestApi::with_samples();
        api.productions = MockProductionDesk::new();
        api.productions.expect_read().returning(|_| Ok(sample::production()));
        api.productions
            .expect_delete()
            .withf(move |id, forced, _| *id == sample::production().id && *forced == force)
            .once()
            .returning(|_, _, _| Ok(()));
        let answer = api.ask(Method::DELETE, &format!("{PRODUCTION}{query}")).await;
        assert_eq!(answer.status, 204);
        assert!(answer.body.is_empty());
    }
}

#[actix_web::test]
async fn a_production_with_snapshots_is_not_deleted() {
    let mut api = TestApi::default();
    api.productions.expect_read().returning(|_| Ok(sample::production()));
    api.productions
        .expect_delete()
        .returning(|_, _, _| Err(DeskError::HasSnapshots));
    let answer = api.ask(Method::DELETE, PRODUCTION).await;
    answer.assert_problem(409, "has-snapshots");
    answer.assert_is_example("deleteProduction");
}

#[actix_web::test]
async fn a_production_that_is_not_there_is_not_deleted() {
    let answer = TestApi::with_samples()
        .ask(Method::DELETE, &format!("{NO_PRODUCTION}?foo=1"))
        .await;
    answer.assert_problem(404, "not-found");
    let answer = TestApi::with_samples()
        .ask(Method::DELETE, &format!("{PRODUCTION}?foo=1"))
        .await;
    answer.assert_breaks("foo", "unknown_parameter");
}
