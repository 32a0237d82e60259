//! What labels of workbooks mean, where people had to say.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::headings::LayoutDocument;
use ports::actor::Basis;
use ports::driven::{Layout, StorageError};
use serde_json::{Value, json};

use crate::support::people::{MEMBER, READER};
use crate::support::{PRODUCTION, TestApi, sample};

const COMPANY: &str = "/api/v1/layout";

fn of_production() -> String {
    format!("{PRODUCTION}/layout")
}

#[actix_web::test]
async fn both_documents_are_read_with_their_state() {
    for (path, operation) in [
        (COMPANY.to_owned(), "getLayout"),
        (of_production(), "getProductionLayout"),
    ] {
        let answer = TestApi::with_samples().as_user(READER).get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        assert_eq!(answer.header("etag"), "\"r6\"");
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn nothing_is_decided_before_the_first_change() {
    let mut api = TestApi::with_samples();
    api.layouts = ports::driven::MockLayoutRepository::new();
    api.layouts.expect_find().once().returning(|_| Ok(Layout::default()));
    let empty = json!({ "sheets": {}, "labels": [], "revision": 0, "updatedBy": null, "updatedAt": null });
    assert_eq!(api.get(COMPANY).await.json(), empty);
}

#[actix_web::test]
async fn what_is_decided_takes_the_place_of_what_was() {
    let told = TestApi::with_samples().get(COMPANY).await.json();
    let body = json!({ "sheets": told["sheets"], "labels": told["labels"] });
    for (path, operation, of) in [
        (COMPANY.to_owned(), "setLayout", None),
        (of_production(), "setProductionLayout", Some(sample::production().id)),
    ] {
        let mut api = TestApi::with_samples();
        api.layouts = ports::driven::MockLayoutRepository::new();
        let set = api.layouts.expect_set().once();
        set.withf(move |about, document, _, edit| {
            *about == of && *document == sample::layout().document && edit.basis == Basis::Any
        })
        .returning(|_, _, _, _| Ok(sample::layout()));
        let answer = api.put(&path, &body).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        answer.assert_is_example(operation);
    }
    let mut api = TestApi::with_samples();
    api.layouts = ports::driven::MockLayoutRepository::new();
    let set = api.layouts.expect_set().once();
    set.withf(|_, document, _, _| *document == LayoutDocument::default())
        .returning(|_, _, _, _| Ok(Layout::default()));
    assert_eq!(api.put(COMPANY, &json!({})).await.status, 200);
}

#[actix_web::test]
async fn a_layout_in_another_state_is_shown_instead() {
    let mut api = TestApi::with_samples();
    api.layouts = ports::driven::MockLayoutRepository::new();
    api.layouts.expect_find().returning(|_| Ok(sample::layout()));
    let set = api.layouts.expect_set().once();
    set.withf(|_, _, _, edit| edit.basis == Basis::OneOf(vec![5]))
        .returning(|_, _, _, _| Err(StorageError::Outdated("layout")));
    let request = TestRequest::default().method(Method::PUT).uri(COMPANY);
    let request = request.insert_header(("if-match", "\"r5\"")).set_json(json!({}));
    let answer = api.send(request).await;
    answer.assert_problem(412, "outdated");
    assert_eq!(answer.json()["present"]["revision"], 6);
}

#[actix_web::test]
async fn members_decide_for_their_productions_and_the_office_for_all() {
    let told = TestApi::with_samples().as_user(MEMBER).put(COMPANY, &json!({})).await;
    told.assert_problem(403, "forbidden");
    let told = TestApi::with_samples()
        .as_user(READER)
        .put(&of_production(), &json!({}))
        .await;
    told.assert_problem(403, "forbidden");
    let told = TestApi::with_samples()
        .as_user(MEMBER)
        .put(&of_production(), &json!({}))
        .await;
    assert_eq!(told.status, 200, "{told:?}");
}

#[actix_web::test]
async fn what_cannot_be_decided_is_told_with_its_place() {
    let label = |label: Value| json!({ "labels": [label] });
    let of = |means: Value| {
        let mut all = json!({ "sheet": "days", "label": ["현장", null] });
        all.as_object_mut().unwrap().extend(means.as_object().unwrap().clone());
        label(all)
    };
    for (body, pointer, code) in [
        (json!({ "sheets": { "weeks": "주간" } }), "/sheets/weeks", "unknown"),
        (json!({ "sheets": { "days": " " } }), "/sheets/days", "required"),
        (of(json!({ "means": "debt" })), "/labels/0/means", "unknown"),
        (
            of(json!({ "means": "grade", "grade": "r" })),
            "/labels/0/means",
            "not_of_this_label",
        ),
        (of(json!({ "means": "agency" })), "/labels/0/agency", "required"),
        (
            of(json!({ "means": "agency", "agency": "a b" })),
            "/labels/0/agency",
            "malformed",
        ),
        (
            of(json!({ "means": "agency", "agency": "kiosk", "state": "owed" })),
            "/labels/0/state",
            "unknown",
        ),
        (
            label(json!({ "sheet": "weeks", "label": ["현장", null], "means": "paid" })),
            "/labels/0/sheet",
            "unknown",
        ),
        (
            label(json!({ "sheet": "days", "label": [null, null], "means": "ignored" })),
            "/labels/0/label",
            "required",
        ),
        (
            label(json!({ "sheet": "days", "label": [null, "객석"], "means": "grade", "grade": "a b" })),
            "/labels/0/grade",
            "malformed",
        ),
        (
            json!({ "labels": [
                { "sheet": "days", "label": ["현장", null], "means": "paid" },
                { "sheet": "days", "label": ["현 장", null], "means": "ignored" },
            ] }),
            "/labels/1/label",
            "duplicate",
        ),
    ] {
        TestApi::with_samples()
            .put(COMPANY, &body)
            .await
            .assert_breaks(pointer, code);
    }
}
