use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Role, Visible};
use domain::production::Category;
use ports::actor::{Authority, Basis, Refusal};
use ports::driven::{
    Credential, List, ListCell, ListError, ListRow, MockAuditLog, MockClock, MockIds, MockListReader,
    MockProductionRepository, ProductionPlan, StorageError, TakenNames,
};
use uuid::Uuid;

use super::*;

mod sale_periods;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan(has_uploads: bool) -> ProductionPlan {
    let mut draft = ProductionDraft::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
    draft.sale_start = Some(day("2026-11-02"));
    draft.sale_end = Some(day("2026-11-04"));
    let targets = [("2026-11-02", 10), ("2026-11-03", 0), ("2026-11-04", 20)];
    let id = ProductionId(Uuid::nil());
    ProductionPlan {
        production: Production {
            id,
            details: draft.check().unwrap(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            has_slack_webhook: false,
            revision: 3,
        },
        targets: targets.map(|(date, krw)| (day(date), krw)).into(),
        notes: NotesByMonday::from([(day("2026-11-02"), domain::planning::WeekNotes::default())]),
        has_uploads,
        revision: 7,
    }
}

const EDIT: Edit = Edit::unconditional(SYSTEM);
const SYSTEM: Actor = Actor::SYSTEM;
const ADMIN: Rights = rights(Role::Admin);

/// Of somebody who manages all productions.
const fn rights(role: Role) -> Rights {
    Rights {
        role,
        can_upload: false,
        can_manage_productions: true,
        granted: Visible::All,
    }
}

fn office(productions: MockProductionRepository) -> ProductionOffice {
    office_with(productions, MockListReader::new())
}

fn office_with(productions: MockProductionRepository, lists: MockListReader) -> ProductionOffice {
    recording_office(productions, lists, MockAuditLog::new())
}

fn recording_office(
    productions: MockProductionRepository,
    lists: MockListReader,
    audit: MockAuditLog,
) -> ProductionOffice {
    let mut clock = MockClock::new();
    clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
    let mut ids = MockIds::new();
    ids.expect_next().return_const(Uuid::nil());
    let ports = ProductionPorts {
        productions: Arc::new(productions),
        lists: Arc::new(lists),
        audit: Arc::new(audit),
        clock: Arc::new(clock),
        ids: Arc::new(ids),
    };
    ProductionOffice::new(ports, WebhookHosts::new(Vec::new()))
}

fn shrunk(force: bool) -> ProductionChange {
    ProductionChange {
        sale_end: Patch::Set(day("2026-11-03")),
        force,
        ..ProductionChange::default()
    }
}

#[tokio::test]
async fn a_shorter_sale_keeps_its_targets_unless_forced() {
    let mut productions = MockProductionRepository::new();
    productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
    let refused = office(productions)
        .change(ProductionId(Uuid::nil()), shrunk(false), &ADMIN, &EDIT)
        .await
        .unwrap_err();
    let DeskError::WouldLose(loss) = refused else {
        panic!("{refused}")
    };
    assert_eq!(loss.lost_targets, DailyTargets::from([(day("2026-11-04"), 20)]));

    let mut productions = MockProductionRepository::new();
    productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
    productions
        .expect_update()
        .withf(|update, _| {
            update.production.details.sale_end == Some(day("2026-11-03"))
                && update.change.dropped_days == [day("2026-11-04")]
                && update.plan_revision == 7
        })
        .once()
        .returning(|update, _| Ok(update.production.clone()));
    assert!(
        office(productions)
            .change(ProductionId(Uuid::nil()), shrunk(true), &ADMIN, &EDIT)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn the_category_is_fixed_once_there_is_an_upload() {
    let mut productions = MockProductionRepository::new();
    productions.expect_find_plan().returning(|_| Ok(Some(plan(true))));
    let change = ProductionChange {
        category: Some(Category::Concert),
        ..ProductionChange::default()
    };
    let refused = office(productions)
        .change(ProductionId(Uuid::nil()), change, &ADMIN, &EDIT)
        .await
        .unwrap_err();
    assert!(matches!(refused, DeskError::CategoryFixed));
}

#[tokio::test]
async fn a_change_that_somebody_else_overtook_is_tried_on_what_is_there_now() {
    let mut productions = MockProductionRepository::new();
    productions
        .expect_find_plan()
        .times(2)
        .returning(|_| Ok(Some(plan(false))));
    let mut tries = 0;
    productions.expect_update().times(2).returning(move |update, _| {
        tries += 1;
        if tries == 1 {
            Err(StorageError::Stale("production"))
        } else {
            Ok(update.production.clone())
        }
    });
    let change = ProductionChange {
        name: Some("두 번째 편지 앙코르".to_owned()),
        ..ProductionChange::default()
    };
    let after = office(productions)
        .change(ProductionId(Uuid::nil()), change, &ADMIN, &EDIT)
        .await
        .unwrap();
    assert_eq!(after.details.name, "두 번째 편지 앙코르");
}

#[tokio::test]
async fn a_code_that_is_taken_is_told_as_such() {
    let mut productions = MockProductionRepository::new();
    productions
        .expect_insert()
        .once()
        .returning(|_, _| Err(StorageError::Taken("code")));
    let draft = plan(false).production.details.into_draft();
    let refused = office(productions)
        .create(draft, None, &ADMIN, &SYSTEM)
        .await
        .unwrap_err();
    assert!(matches!(refused, DeskError::Taken("code")));
}

#[tokio::test]
async fn a_change_on_the_basis_of_another_state_changes_nothing() {
    let mut productions = MockProductionRepository::new();
    productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
    productions
        .expect_update()
        .withf(|_, edit| edit.basis == Basis::OneOf(vec![2]))
        .once()
        .returning(|_, _| Err(StorageError::Outdated("production")));
    let renamed = ProductionChange {
        name: Some("두 번째 편지 앙코르".to_owned()),
        ..ProductionChange::default()
    };
    let outdated = Basis::OneOf(vec![2]);
    let refused = office(productions)
        .change(
            ProductionId(Uuid::nil()),
            renamed,
            &ADMIN,
            &Edit {
                basis: outdated.clone(),
                ..EDIT
            },
        )
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_webhook_elsewhere_is_told_with_whatever_else_is_wrong() {
    let mut draft = plan(false).production.details.into_draft();
    draft.running_minutes = Some(0);
    let webhook = Some(WebhookUrl("https://evil.example/services/T".to_owned()));
    let refused = office(MockProductionRepository::new())
        .create(draft, webhook, &ADMIN, &SYSTEM)
        .await;
    let Err(DeskError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(places, ["SlackWebhook", "RunningMinutes"]);
}

fn list(rows: &[&[&str]]) -> MockListReader {
    let row = |(number, cells): (u32, &&[&str])| ListRow {
        number,
        cells: cells
            .iter()
            .map(|text| match *text {
                "" => ListCell::Blank,
                text => ListCell::Text(text.to_owned()),
            })
            .collect(),
    };
    let list = List {
        rows: (1..).zip(rows).map(row).collect(),
        since_1904: false,
    };
    let mut reader = MockListReader::new();
    reader.expect_read().returning(move |_, _| Ok(list.clone()));
    reader.expect_day().returning(|_, cell| cell.text().parse().ok());
    reader.expect_number().returning(|cell| cell.text().parse().ok());
    reader.expect_is_total().returning(|text| text == "합계");
    reader
}

fn nothing_taken() -> MockProductionRepository {
    let mut productions = MockProductionRepository::new();
    productions.expect_taken().returning(|_, _| Ok(TakenNames::default()));
    productions
}

#[tokio::test]
async fn a_list_is_entered_as_a_whole() {
    let mut productions = nothing_taken();
    productions
        .expect_insert()
        .withf(|new, _| {
            let of = |new: &NewProduction| (new.production.details.code.to_string(), new.change.new_days.len());
            new.iter().map(of).collect::<Vec<_>>() == [("PL1".to_owned(), 3), ("CO1".to_owned(), 0)]
        })
        .once()
        .returning(|_, _| Ok(()));
    let reader = list(&[
        &["공연명", "코드", "카테고리", "판매 시작일", "saleEnd", "손익분기점"],
        &["두 번째 편지", "PL1", "연극", "2026-11-02", "2026-11-04", "1000000"],
        &["겨울 콘서트", "CO1", "concert", "", "", ""],
    ]);
    let import = office_with(productions, reader)
        .import("list.xlsx", Vec::new(), false, &SYSTEM)
        .await
        .unwrap();
    assert!(import.is_valid());
    assert_eq!(import.entered.len(), 2);
    let first = import.rows[0].details.as_ref().unwrap();
    assert_eq!((first.break_even_krw, first.active), (Some(1_000_000), true));
}

#[tokio::test]
async fn one_wrong_row_enters_none_and_every_breach_is_told() {
    let mut productions = MockProductionRepository::new();
    productions.expect_taken().returning(|_, _| {
        Ok(TakenNames {
            codes: ["pl3".to_owned()].into(),
            ..TakenNames::default()
        })
    });
    let reader = list(&[
        &["code", "name", "category", "saleStart", "saleEnd"],
        &["PL1", "하나", "play", "2026-11-05", "2026-11-04"],
        &["PL 2", "둘", "opera", "soon", ""],
        &["PL3", "셋", "play", "", ""],
        &["PL4", "넷", "play", "", ""],
        &["PL4", "넷", "play", "", ""],
    ]);
    let import = recording_office(productions, reader, told_of(5, 2, false))
        .import("list.csv", Vec::new(), false, &SYSTEM)
        .await
        .unwrap();
    assert!(import.entered.is_empty() && !import.is_valid());
    let told: Vec<_> = import
        .rows
        .iter()
        .map(|row| {
            let errors = row
                .errors
                .iter()
                .map(|error| format!("{}: {}", error.place, error.rule.code()));
            (row.row, errors.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(told[0].0, 2);
    assert!(told[0].1.contains("SaleEnd:"), "{told:?}");
    let third = "Code: malformed Category: malformed SaleStart: malformed";
    assert_eq!(told[1], (3, third.to_owned()));
    assert_eq!(told[2], (4, "Code: taken".to_owned()));
    assert_eq!(told[3], (5, String::new()));
    assert_eq!(told[4], (6, "Code: taken Name: taken".to_owned()));
}

/// An audit in which it is recorded once that somebody was told of so many names.
fn told_of(rows: usize, taken: usize, dry_run: bool) -> MockAuditLog {
    let mut audit = MockAuditLog::new();
    let details = serde_json::json!({ "rows": rows, "taken": taken, "dryRun": dry_run });
    audit
        .expect_record()
        .withf(move |record, by| {
            record.action == AuditAction::ProductionListChecked
                && record.details.as_ref() == Some(&details)
                && *by == SYSTEM
        })
        .once()
        .returning(|_, _| Ok(()));
    audit
}

#[tokio::test]
async fn a_dry_run_enters_none_and_is_recorded() {
    let reader = list(&[&["code", "name", "category"], &["PL1", "하나", "play"]]);
    let import = recording_office(nothing_taken(), reader, told_of(1, 0, true))
        .import("list.csv", Vec::new(), true, &SYSTEM)
        .await
        .unwrap();
    assert!(import.is_valid() && import.entered.is_empty());
}

#[tokio::test]
async fn a_row_that_is_taken_at_the_last_moment_enters_none() {
    let mut productions = nothing_taken();
    productions
        .expect_insert()
        .once()
        .returning(|_, _| Err(StorageError::Taken("name")));
    let reader = list(&[&["code", "name", "category"], &["PL1", "하나", "play"]]);
    let refused = office_with(productions, reader)
        .import("list.csv", Vec::new(), false, &SYSTEM)
        .await;
    assert!(matches!(refused, Err(DeskError::Taken("name"))), "{refused:?}");
}

#[tokio::test]
async fn a_file_that_is_no_list_and_one_without_the_columns_are_refused() {
    let mut reader = MockListReader::new();
    reader.expect_read().returning(|_, _| Err(ListError::TooLarge));
    let refused = office_with(MockProductionRepository::new(), reader)
        .import("list.xlsx", Vec::new(), true, &SYSTEM)
        .await;
    assert!(
        matches!(refused, Err(DeskError::List(ListError::TooLarge))),
        "{refused:?}"
    );
    let reader = list(&[&["code"], &["PL1"]]);
    let refused = office_with(MockProductionRepository::new(), reader)
        .import("list.csv", Vec::new(), true, &SYSTEM)
        .await;
    let Err(DeskError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(places, ["column name", "column category"]);
}

const HOOK: &str = "https://hooks.slack.com/services/T0/B0/x";

#[tokio::test]
async fn a_webhook_is_kept_with_a_new_production_and_with_a_changed_one() {
    let by = Actor {
        authority: Authority::Proven {
            user: domain::people::UserId(Uuid::from_u128(5)),
            revision: 0,
        },
        address: None,
    };
    let mut productions = MockProductionRepository::new();
    productions
        .expect_insert()
        .withf(move |new, actor| new.len() == 1 && new[0].webhook == Some(WebhookUrl(HOOK.to_owned())) && *actor == by)
        .once()
        .returning(|_, _| Ok(()));
    let draft = plan(false).production.details.into_draft();
    let created = office(productions)
        .create(draft, Some(WebhookUrl(HOOK.to_owned())), &ADMIN, &by)
        .await;
    assert!(created.unwrap().has_slack_webhook);

    for webhook in [Patch::Keep, Patch::Clear, Patch::Set(WebhookUrl(HOOK.to_owned()))] {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(true))));
        let expected = webhook.clone();
        productions
            .expect_update()
            .withf(move |update, edit| {
                update.webhook == expected && update.change.dropped_days.is_empty() && edit.by == by
            })
            .once()
            .returning(|update, _| Ok(update.production.clone()));
        let change = ProductionChange {
            slack_webhook: webhook,
            ..ProductionChange::default()
        };
        let changed = office(productions)
            .change(ProductionId(Uuid::nil()), change, &ADMIN, &Edit::unconditional(by))
            .await;
        assert!(changed.is_ok(), "{changed:?}");
    }
}

#[tokio::test]
async fn only_admins_and_masters_set_and_clear_webhooks() {
    let hook = || WebhookUrl(HOOK.to_owned());
    let member = rights(Role::Member);
    let refused = |answer: Result<Production, DeskError>| {
        assert!(
            matches!(answer, Err(DeskError::Refused(Refusal::Forbidden))),
            "{answer:?}"
        );
    };
    // Nothing may be stored, and whatever else is wrong is not told.
    let mut wrong = plan(false).production.details.into_draft();
    wrong.running_minutes = Some(0);
    let desk = office(MockProductionRepository::new());
    refused(desk.create(wrong, Some(hook()), &member, &SYSTEM).await);
    for slack_webhook in [Patch::Clear, Patch::Set(hook())] {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
        let change = ProductionChange {
            slack_webhook,
            running_minutes: Patch::Set(0),
            ..ProductionChange::default()
        };
        let desk = office(productions);
        refused(desk.change(ProductionId(Uuid::nil()), change, &member, &EDIT).await);
        assert!(desk.permit_webhook(None, &member).is_err() && desk.permit_webhook(None, &ADMIN).is_ok());
    }
    let mut productions = MockProductionRepository::new();
    productions.expect_insert().once().returning(|_, _| Ok(()));
    let without = plan(false).production.details.into_draft();
    office(productions)
        .create(without, None, &member, &SYSTEM)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_webhook_is_stored_for_whoever_is_still_an_admin_then() {
    let by = Actor {
        authority: Authority::Credential {
            user: domain::people::UserId(Uuid::nil()),
            credential: Credential::Session(domain::people::SessionId(Uuid::nil())),
            needs: Needs {
                capability: Capability::Manage,
                production: None,
                touches: None,
            },
        },
        address: None,
    };
    let id = ProductionId(Uuid::nil());
    let needing = move |production| by.needing(Capability::Administer, production);
    let mut productions = MockProductionRepository::new();
    let inserted = productions.expect_insert().once();
    inserted
        .withf(move |_, actor| *actor == needing(None))
        .returning(|_, _| Ok(()));
    productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
    let updated = productions.expect_update().once();
    let updated = updated.withf(move |_, edit| edit.by == needing(Some(id)));
    updated.returning(|update, _| Ok(update.production.clone()));
    let desk = office(productions);
    let draft = plan(false).production.details.into_draft();
    desk.create(draft, Some(WebhookUrl(HOOK.to_owned())), &ADMIN, &by)
        .await
        .unwrap();
    let change = ProductionChange {
        slack_webhook: Patch::Clear,
        ..ProductionChange::default()
    };
    desk.change(id, change, &ADMIN, &Edit::unconditional(by)).await.unwrap();
}

#[tokio::test]
async fn a_change_to_a_webhook_elsewhere_changes_nothing() {
    let mut productions = MockProductionRepository::new();
    productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
    let change = ProductionChange {
        slack_webhook: Patch::Set(WebhookUrl("https://example.com/".to_owned())),
        ..ProductionChange::default()
    };
    let refused = office(productions)
        .change(ProductionId(Uuid::nil()), change, &ADMIN, &EDIT)
        .await;
    let Err(DeskError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("SlackWebhook", "not_allowed")
    );
}

#[tokio::test]
async fn a_change_always_overtaken_ends_and_one_of_another_state_is_not_retried() {
    let renamed = || ProductionChange {
        name: Some("두 번째 편지 앙코르".to_owned()),
        ..ProductionChange::default()
    };
    let refusing = |error: fn() -> StorageError, times: usize| {
        let mut productions = MockProductionRepository::new();
        productions.expect_find_plan().returning(|_| Ok(Some(plan(false))));
        productions
            .expect_update()
            .times(times)
            .returning(move |_, _| Err(error()));
        office(productions)
    };
    let id = ProductionId(Uuid::nil());
    let refused = refusing(|| StorageError::Stale("production"), ports::retry::TRIES)
        .change(id, renamed(), &ADMIN, &EDIT)
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Stale(_)))),
        "{refused:?}"
    );
    let refused = refusing(|| StorageError::Outdated("production"), 1)
        .change(id, renamed(), &ADMIN, &EDIT)
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_deletion_is_passed_on_and_its_refusals_are_told() {
    let outdated = Basis::OneOf(vec![2]);
    for (deletion, expected) in [
        (Ok(ProductionDeletion::Deleted), None),
        (Ok(ProductionDeletion::HasSnapshots), Some("HasSnapshots")),
        (
            Err(StorageError::Outdated("production")),
            Some("Storage(Outdated(\"production\"))"),
        ),
        (Ok(ProductionDeletion::NotFound), Some("UnknownProduction")),
    ] {
        let mut productions = MockProductionRepository::new();
        productions
            .expect_delete()
            .withf(|id, force, edit| {
                *id == ProductionId(Uuid::nil()) && *force && edit.basis == Basis::OneOf(vec![2]) && edit.by == SYSTEM
            })
            .once()
            .returning(move |_, _, _| deletion.clone());
        let answer = office(productions)
            .delete(
                ProductionId(Uuid::nil()),
                true,
                &Edit {
                    basis: outdated.clone(),
                    ..EDIT
                },
            )
            .await;
        assert_eq!(answer.err().map(|error| format!("{error:?}")).as_deref(), expected);
    }
}
