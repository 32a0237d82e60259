//! What somebody does not see is answered like what is not there, to the letter.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{Kind, World, id, operations};
use crate::support::{Client, Site, answer};

/// An id of nothing.
const NOTHING: &str = "0197c1a0-0000-7000-8000-00000000ffff";
/// Files that wait for a yes: of the foreign production, and of none that anybody could tell.
const ARRIVALS: [&str; 2] = [
    "0197c1a0-0000-7000-8000-0000000000a1",
    "0197c1a0-0000-7000-8000-0000000000a2",
];
const KEEP_ARRIVALS: &str =
    "INSERT INTO arrival (id, production_id, source_name, state, files, content_key, arrived_at)
    SELECT kept.id::uuid, kept.production, '이른 주소', 'held',
           jsonb_build_array(jsonb_build_object('name', 'a.xlsx', 'sha256', repeat('0', 64), 'size', 1)),
           decode('00', 'hex'), now()
    FROM (VALUES ('0197c1a0-0000-7000-8000-0000000000a1', $1::uuid),
                 ('0197c1a0-0000-7000-8000-0000000000a2', NULL)) AS kept (id, production)";
/// A code of no production.
const NO_CODE: &str = "NOTHING-99";

/// What an upload is answered whose fields and file name say this, and whose other fields are wrong.
async fn upload(caller: &Client, field: Option<(&'static str, &str)>, file_name: &str) -> (u16, String) {
    let mut form = Form::new().text("dryRun", "maybe").text("recordDate", "never");
    if let Some((name, text)) = field {
        form = form.text(name, text.to_owned());
    }
    let form = form.part("file", Part::bytes(b"x".to_vec()).file_name(file_name.to_owned()));
    let request = caller.request(Method::POST, "/api/v1/uploads").multipart(form);
    let answered = answer(request).await.unwrap();
    (answered.status, String::from_utf8(answered.bytes).unwrap())
}

#[tokio::test]
async fn what_is_not_seen_is_answered_like_what_is_not_there() {
    let site = Site::new();
    let world = World::new(&site).await;
    assert_eq!(site.execute_with(KEEP_ARRIVALS, id(&world.foreign)).await, 2);
    let (mut compared, mut arrivals) = (0, 0);
    for (method, path) in operations(&world.server).await {
        let hidden = if path.starts_with("/api/v1/productions/{id}") {
            vec![id(&world.foreign)]
        } else if path.starts_with("/api/v1/uploads/{id}") {
            vec![id(&world.foreign_upload)]
        } else if path.starts_with("/api/v1/collection/arrivals/{id}") {
            arrivals += 1;
            ARRIVALS.to_vec()
        } else {
            continue;
        };
        let verb = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        for kind in [
            Kind::WithoutGrants,
            Kind::Reader,
            Kind::Uploader,
            Kind::Manager,
            Kind::Member,
        ] {
            let told = async |id: &str| {
                let request = world.callers[&kind].request(verb.clone(), &path.replace("{id}", id));
                let answered = answer(request.json(&json!({}))).await.unwrap();
                let mut problem: Value = serde_json::from_slice(&answered.bytes).unwrap();
                // Each request has a name of its own.
                assert!(problem.as_object_mut().unwrap().remove("requestId").is_some());
                (answered.status, problem)
            };
            let nothing = told(NOTHING).await;
            assert_eq!(nothing.0, 404, "{kind:?} {method} {path}");
            for thing in hidden.iter().copied() {
                assert_eq!(told(thing).await, nothing, "{kind:?} {method} {path}: {thing}");
                compared += 1;
            }
        }
    }
    assert!(compared > 60, "{compared}");
    assert_eq!(arrivals, 3);
    for arrival in ARRIVALS {
        // To the office they are there.
        let path = format!("/api/v1/collection/arrivals/{arrival}");
        world.server.get(&path).await.expect(200);
    }

    let foreign_code = world.foreign["code"].as_str().unwrap();
    for kind in [Kind::WithoutGrants, Kind::Reader, Kind::Uploader, Kind::Member] {
        let caller = &world.callers[&kind];
        let pairs = [
            (
                upload(caller, Some(("productionId", id(&world.foreign))), "x.xlsx").await,
                upload(caller, Some(("productionId", NOTHING)), "x.xlsx").await,
            ),
            (
                upload(caller, Some(("productionCode", foreign_code)), "x.xlsx").await,
                upload(caller, Some(("productionCode", NO_CODE)), "x.xlsx").await,
            ),
            (
                upload(caller, None, &format!("20241127_{foreign_code}_x.xlsx")).await,
                upload(caller, None, &format!("20241127_{NO_CODE}_x.xlsx")).await,
            ),
        ];
        for ((status, hidden), (other, nothing)) in pairs {
            // Whoever may upload nowhere is told so before anything is looked for.
            let expected = if kind.uploads() { 404 } else { 403 };
            assert_eq!((status, other), (expected, expected), "{kind:?}: {hidden} {nothing}");
            let kind_of = |told: &str| {
                let problem: Value = serde_json::from_str(told).unwrap();
                (problem["code"].clone(), problem["title"].clone())
            };
            // The words say again which code was asked for, and which one of those that are seen looks like it.
            assert_eq!(kind_of(&hidden), kind_of(&nothing), "{kind:?}: {hidden} {nothing}");
        }
    }
}
