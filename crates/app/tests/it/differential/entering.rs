//! Entering a drawn world by the real path, and writing down what was accepted.

use sample_data::formats;
use serde_json::{Value, json};

use super::drawing::{Drawn, Fate};
use super::workbook;
use super::world::{Campaign, World, day};
use crate::support::{Client, MINUTE, until};

/// Enters everything; answers the same as plain lists.
pub(super) async fn enter(client: &Client, drawn: &Drawn) -> World {
    let mut world = drawn.planned();
    for (plan, production) in drawn.plans.iter().zip(&mut world.productions) {
        let entered = client.post("/api/v1/productions", &plan.fields).await.expect(201);
        let id = entered["id"].as_str().unwrap().to_owned();
        for (list, name, rows) in [
            ("targets", "targets", &plan.targets),
            ("marketing-weeks", "weeks", &plan.marketing_weeks),
        ] {
            if !rows.as_array().unwrap().is_empty() {
                let path = format!("/api/v1/productions/{id}/{list}");
                client.put(&path, &json!({ name: rows })).await.expect(200);
            }
        }
        for campaign in plan.campaigns.as_array().unwrap() {
            let path = format!("/api/v1/productions/{id}/campaigns");
            let entered = client.post(&path, campaign).await.expect(201);
            let mut told = campaign.clone();
            told["id"] = entered["id"].clone();
            production.campaigns.push(Campaign {
                from: day(&campaign["from"]),
                to: day(&campaign["to"]),
                told,
            });
        }
        let order = |of: &Campaign| (of.from, of.to, of.told["id"].to_string());
        production.campaigns.sort_by_key(order);
        production.id = Some(id);
    }
    let notes = json!({ "notes": drawn.monthly_notes });
    client.put("/api/v1/calendar/monthly-notes", &notes).await.expect(200);
    upload(client, drawn, &mut world).await;
    report(client, drawn, &mut world).await;
    world
}

/// Sends one workbook after the other, without waiting for the worker; then takes some back.
async fn upload(client: &Client, drawn: &Drawn, world: &mut World) {
    let mut sent = Vec::new();
    for draft in &drawn.uploads {
        let production = &mut world.productions[draft.production];
        let bytes = workbook::bytes(draft, production.is_play());
        sent.push(client.upload(&draft.file_name, bytes).queue().await);
        production.uploads.push(draft.accepted());
    }
    for (draft, upload) in drawn.uploads.iter().zip(&sent) {
        let ended = ended(client, upload).await;
        let is_failed = ended["status"] == "failed";
        assert_eq!(is_failed, draft.fate == Fate::Broken, "{ended}");
        if draft.fate == Fate::Withdrawn {
            client.withdraw(upload).await.expect(200);
        }
    }
}

/// Sends reports on buyers; then takes some back.
async fn report(client: &Client, drawn: &Drawn, world: &mut World) {
    let mut sent = Vec::new();
    for draft in &drawn.reports {
        let bytes = formats::xlsx(&draft.workbook);
        sent.push(client.upload(&draft.file_name, bytes).queue().await);
        world.productions[draft.production].reports.push(draft.accepted());
    }
    for (draft, upload) in drawn.reports.iter().zip(&sent) {
        assert_eq!(upload["kind"], "buyers", "{upload}");
        let ended = ended(client, upload).await;
        assert_eq!(ended["status"] == "failed", draft.fate == Fate::Broken, "{ended}");
        if draft.fate == Fate::Withdrawn {
            client.withdraw(upload).await.expect(200);
        }
    }
}

async fn ended(client: &Client, upload: &Value) -> Value {
    until("the upload is read", MINUTE, async || {
        let now = client.again(upload).await;
        (now["status"] != "queued" && now["status"] != "processing").then_some(now)
    })
    .await
}
