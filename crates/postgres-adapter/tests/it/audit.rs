//! Who did what, with before and after.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::planning::DailyTargets;
use domain::production::{Category, ProductionDraft, ProductionId};
use ports::actor::{Actor, Edit};
use ports::driven::{
    AuditAction, AuditEntry, AuditLog, AuditQuery, AuditRecord, CredentialRepository, NoteRepository, Patch,
    PlanRepository, ProductionRepository, ProductionUpdate, TokenDigest, UserRepository, WebhookUrl, WeekNotesPatch,
};
use ports::paging::{Order, Paging};
use serde_json::json;
use uuid::Uuid;

use crate::sessions::{key, session};
use crate::support::{Storage, by, day, draft, instant};

async fn entries(storage: &Storage, query: AuditQuery) -> Vec<AuditEntry> {
    let page = storage.audit.list(&query).await.unwrap();
    page.items
}

async fn last(storage: &Storage, action: &str) -> AuditEntry {
    let query = AuditQuery {
        action: Some(action.to_owned()),
        order: Order::Descending,
        ..AuditQuery::default()
    };
    entries(storage, query).await.remove(0)
}

#[tokio::test]
async fn a_change_tells_what_was_there_and_what_is_there_of_what_it_changed() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let id = storage
        .enter(ProductionDraft {
            sale_start: Some(day("2026-11-16")),
            sale_end: Some(day("2026-11-18")),
            ..draft("PL1", Category::Play)
        })
        .await;
    let targets = DailyTargets::from([(day("2026-11-16"), 5), (day("2026-11-17"), 0)]);
    storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(by(&user)))
        .await
        .unwrap();
    let entry = last(&storage, "targets.set").await;
    assert_eq!(entry.before, Some(json!({ "2026-11-16": 0 })));
    assert_eq!(entry.after, Some(json!({ "2026-11-16": 5 })));
    assert_eq!((entry.production_id, entry.subject_id), (Some(id), id.to_string()));
    assert_eq!(
        (entry.by.unwrap().name, entry.address),
        (user.name.clone(), by(&user).address)
    );

    let patch = WeekNotesPatch {
        promotion: Patch::Set("광고".to_owned()),
        ..WeekNotesPatch::default()
    };
    storage
        .plans
        .change_weeks(
            id,
            &[(day("2026-11-16"), patch)].into(),
            &Edit::unconditional(by(&user)),
        )
        .await
        .unwrap();
    let entry = last(&storage, "marketing-weeks.set").await;
    let notes = |promotion: Option<&str>| json!({ "salesMarketing": null, "promotion": promotion, "other": null });
    assert_eq!(entry.before, Some(json!({ "2026-11-16": notes(None) })));
    assert_eq!(entry.after, Some(json!({ "2026-11-16": notes(Some("광고")) })));

    let set = [(day("2026-11-19"), Some("수능".to_owned())), (day("2026-11-20"), None)].into();
    storage
        .notes
        .set_by_day(&set, &Edit::unconditional(by(&user)))
        .await
        .unwrap();
    let entry = last(&storage, "calendar-notes.set").await;
    assert_eq!(
        (entry.before, entry.after),
        (
            Some(json!({ "2026-11-19": null })),
            Some(json!({ "2026-11-19": "수능" }))
        )
    );
}

#[tokio::test]
async fn no_entry_holds_a_secret() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let id = storage.enter_play("PL1").await;
    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    let webhook = Patch::Set(WebhookUrl("https://hooks.slack.com/services/very-secret".to_owned()));
    let change = domain::planning::PeriodChange::default();
    let update = ProductionUpdate {
        production: plan.production,
        webhook,
        change,
        plan_revision: plan.revision,
    };
    let edit = by(&user);
    let changed = storage
        .productions
        .update(&update, &Edit::unconditional(edit))
        .await
        .unwrap();
    assert!(changed.has_slack_webhook);
    storage
        .credentials
        .insert_session(&session(&user, 1), &TokenDigest([0xAB; 32]), &by(&user))
        .await
        .unwrap();
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([0xCD; 32]), &by(&user))
        .await
        .unwrap();
    let tomorrow = instant() + TimeDelta::days(1);
    storage
        .users
        .insert_reset_link(&user, &TokenDigest([0xEF; 32]), tomorrow, &by(&user))
        .await
        .unwrap();
    let text = storage
        .texts("SELECT row_to_json(audit_entry)::text AS text FROM audit_entry")
        .join("\n");
    for secret in [
        "very-secret",
        "argon2",
        "abab",
        "cdcd",
        "efef",
        "171, 171",
        "password_hash",
    ] {
        assert!(!text.to_lowercase().contains(secret), "{secret} is in\n{text}");
    }
    assert!(text.contains("hasSlackWebhook"));
}

#[tokio::test]
async fn entries_are_filtered_and_paged() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let id = storage.enter_play("PL1").await;
    let actions = [
        AuditAction::UploadDownloaded,
        AuditAction::TemplateDownloaded,
        AuditAction::SessionRefused,
    ];
    for action in actions {
        let record = AuditRecord {
            action,
            subject_id: "thing".to_owned(),
            production_id: Some(id),
            details: Some(json!({ "part": 1 })),
        };
        let actor = if action == AuditAction::SessionRefused {
            Actor::SYSTEM
        } else {
            by(&user)
        };
        storage.audit.record(&record, &actor).await.unwrap();
    }
    let actions = async |query: AuditQuery| {
        let found = entries(&storage, query).await;
        found
            .into_iter()
            .map(|entry| entry.action)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let all = AuditQuery::default;
    let of = |action: &str| AuditQuery {
        action: Some(action.to_owned()),
        ..all()
    };
    assert_eq!(actions(of("upload")).await, "upload.downloaded");
    assert_eq!(actions(of("upload.downloaded")).await, "upload.downloaded");
    assert_eq!(actions(of("upload%")).await, "");
    assert_eq!(actions(of("workbook")).await, "", "the whole kind, up to its full stop");
    let mut query = all();
    query.user_id = Some(user.id);
    assert_eq!(actions(query).await, "upload.downloaded workbook-template.downloaded");
    let mut query = all();
    query.subject_id = Some("thing".to_owned());
    query.order = Order::Descending;
    query.paging = Paging { page: 1, per_page: 2 };
    assert_eq!(
        actions(query.clone()).await,
        "session.refused workbook-template.downloaded"
    );
    assert_eq!(storage.audit.list(&query).await.unwrap().total, 3);
    let mut query = all();
    query.production_id = Some(id);
    assert_eq!(
        actions(query).await,
        "production.created upload.downloaded workbook-template.downloaded session.refused"
    );
    let now = entries(&storage, all()).await.pop().unwrap().at;
    let mut query = all();
    query.from = Some(now + TimeDelta::seconds(1));
    assert_eq!(actions(query).await, "");
    let mut query = all();
    query.to = Some(now - TimeDelta::days(1));
    assert_eq!(actions(query).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_does_again_within_the_hour_is_entered_once() {
    let storage = Arc::new(Storage::new());
    let (user, other) = (
        storage.enter_member("a@example.com").await,
        storage.enter_member("b@example.com").await,
    );
    let record = |part: i32| AuditRecord {
        action: AuditAction::UploadDownloaded,
        subject_id: "7".to_owned(),
        production_id: Some(ProductionId(Uuid::from_u128(1))),
        details: Some(json!({ "part": part })),
    };
    let entered = || storage.number("SELECT count(*) AS number FROM audit_entry WHERE action = 'upload.downloaded'");
    let many = (0..10).map(|_| {
        let (storage, record, by) = (Arc::clone(&storage), record(1), by(&user));
        tokio::spawn(async move { storage.audit.record_hourly(&record, &by).await.unwrap() })
    });
    for done in many.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    assert_eq!(entered(), 1);
    storage.audit.record_hourly(&record(2), &by(&user)).await.unwrap();
    storage.audit.record_hourly(&record(1), &by(&other)).await.unwrap();
    assert_eq!(entered(), 3, "another file, another user");
    storage
        .execute("UPDATE audit_entry SET at = at - interval '1 hour'")
        .unwrap();
    storage.audit.record_hourly(&record(1), &by(&user)).await.unwrap();
    assert_eq!(entered(), 4);
}
