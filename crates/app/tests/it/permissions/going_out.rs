//! What leaves the house in other shapes than JSON: exports and streams.

use std::time::Instant;

use reqwest::Method;
use serde_json::json;

use super::{Kind, World, id, operations};
use crate::support::{Client, MINUTE, SOON, Site};

#[tokio::test]
async fn exports_are_for_whom_reports_are_and_tell_nobody_more() {
    let site = Site::new();
    let world = World::new(&site).await;
    let secrets = world.secrets();
    let mut exported = 0;
    for (method, path) in operations(&world.server).await {
        if method != "get" || !path.starts_with("/api/v1/reports/") {
            continue;
        }
        for (kind, format) in Kind::ALL.into_iter().flat_map(|kind| [(kind, "csv"), (kind, "xlsx")]) {
            // The text of a workbook is compressed: it is only looked at who gets one.
            if format == "xlsx" && kind.is_in() && kind != Kind::WithoutGrants {
                continue;
            }
            let answer = world.callers[&kind].get(&format!("{path}?format={format}")).await;
            if !kind.is_in() {
                assert_eq!(answer.status, 401, "{kind:?} {path} {format}");
                continue;
            }
            assert!(
                [200, 422].contains(&answer.status),
                "{kind:?} {path} {format}: {answer:?}"
            );
            exported += usize::from(answer.status == 200);
            if !kind.is_office() {
                let text = String::from_utf8_lossy(&answer.bytes);
                let told = secrets.iter().find(|secret| text.contains(*secret));
                assert_eq!(told, None, "{kind:?} {path} {format}");
            }
        }
    }
    assert!(exported > 100, "{exported}");
}

/// What a stream tells until it tells of this; `None` when it ends before.
async fn until_told(stream: &mut reqwest::Response, of: &str) -> Option<String> {
    let mut told = String::new();
    while !told.contains(of) {
        let piece = tokio::time::timeout(MINUTE, stream.chunk()).await;
        let piece = piece.expect("the stream tells something").ok().flatten()?;
        told.push_str(&String::from_utf8_lossy(&piece));
    }
    Some(told)
}

#[tokio::test]
async fn streams_are_for_whom_things_are_seen_by_and_end_with_the_right_on_every_server() {
    let site = Site::new();
    let world = World::new(&site).await;
    let other = site.serve().await;
    let (own, foreign) = (id(&world.own), id(&world.foreign));
    let mut streams = Vec::new();
    for kind in Kind::ALL {
        let caller = other.with_token(world.callers[&kind].token());
        let stream = caller.request(Method::GET, "/api/v1/events").send().await.unwrap();
        assert_eq!(stream.status(), if kind.is_in() { 200 } else { 401 }, "{kind:?}");
        if kind.is_in() {
            streams.push((kind, stream));
        }
    }
    // Told on one server, heard on the other; the company's notes, which everybody sees, come last.
    for production in [&world.foreign, &world.own] {
        let path = format!("/api/v1/productions/{}/targets", id(production));
        let targets = json!({ "targets": [{ "date": production["saleStart"], "targetKrw": 5 }] });
        world.server.put(&path, &targets).await.expect(200);
    }
    let notes = json!({ "notes": [{ "date": "2025-03-03", "note": "알림" }] });
    world.server.put("/api/v1/calendar/notes", &notes).await.expect(200);
    for (kind, stream) in &mut streams {
        let told = until_told(stream, "event: note").await.expect("the stream goes on");
        assert_eq!(told.contains(own), *kind != Kind::WithoutGrants, "{kind:?}: {told}");
        assert_eq!(told.contains(foreign), kind.is_office(), "{kind:?}: {told}");
    }
    let path = format!("/api/v1/users/{}", world.member_id);
    world.server.patch(&path, &json!({ "active": false })).await.expect(200);
    let withdrawn = Instant::now();
    let (_, stream) = streams.iter_mut().find(|(kind, _)| *kind == Kind::Member).unwrap();
    assert_eq!(until_told(stream, "never told").await, None);
    assert!(withdrawn.elapsed() <= SOON, "{:?}", withdrawn.elapsed());
    let member: Client = other.with_token(world.callers[&Kind::Member].token());
    assert_eq!(member.get("/api/v1/reports/plays/revenue?format=csv").await.status, 401);
    assert!(withdrawn.elapsed() <= SOON, "{:?}", withdrawn.elapsed());
}
