//! Changes on the basis of a state: of two people, the second is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::people::User;
use domain::planning::{DailyTargets, PeriodChange};
use domain::production::{Category, ProductionDraft, ProductionId};
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{
    NoteRepository, Patch, PlanRepository, ProductionRepository, ProductionUpdate, StorageError, UserRepository,
    WeekNotesPatch,
};

use crate::support::{Storage, day, draft};

const SYSTEM: Actor = Actor::SYSTEM;

async fn on_sale(storage: &Storage) -> ProductionId {
    let details = ProductionDraft {
        sale_start: Some(day("2026-11-16")),
        sale_end: Some(day("2026-11-29")),
        ..draft("PL1", Category::Play)
    };
    storage.enter(details).await
}

/// Revisions of the details, the targets and the weeks.
async fn revisions(storage: &Storage, id: ProductionId) -> [i64; 3] {
    let production = storage.productions.find(id).await.unwrap().unwrap();
    let targets = storage.plans.targets(id).await.unwrap().unwrap();
    let weeks = storage.plans.weeks(id).await.unwrap().unwrap();
    [production.revision, targets.revision, weeks.revision]
}

fn targets(krw: i64) -> DailyTargets {
    [(day("2026-11-16"), krw)].into()
}

fn weeks() -> BTreeMap<chrono::NaiveDate, WeekNotesPatch> {
    let patch = WeekNotesPatch {
        promotion: Patch::Set("신문 광고".to_owned()),
        ..WeekNotesPatch::default()
    };
    [(day("2026-11-16"), patch)].into()
}

#[tokio::test]
async fn each_kind_of_thing_counts_its_own_changes_and_the_sale_period_those_of_the_plan() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    assert_eq!(revisions(&storage, id).await, [0, 0, 0]);
    storage
        .plans
        .set_targets(id, &targets(1), &Edit::unconditional(SYSTEM))
        .await
        .unwrap();
    assert_eq!(revisions(&storage, id).await, [0, 1, 0]);
    storage
        .plans
        .change_weeks(id, &weeks(), &Edit::unconditional(SYSTEM))
        .await
        .unwrap();
    assert_eq!(revisions(&storage, id).await, [0, 1, 1]);
    storage.change(id, |draft| draft.name = "새 이름".to_owned()).await;
    assert_eq!(revisions(&storage, id).await, [1, 1, 1]);
    let changed = storage
        .change(id, |draft| draft.sale_end = Some(day("2026-11-30")))
        .await;
    assert_eq!(changed.revision, 2);
    assert_eq!(revisions(&storage, id).await, [2, 2, 2]);
}

#[tokio::test]
async fn a_plan_in_another_state_is_left_as_it_is() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let version = storage.data_version();
    let old = Basis::OneOf(vec![7]);
    let refused = storage
        .plans
        .set_targets(
            id,
            &targets(5),
            &Edit {
                by: SYSTEM,
                basis: old.clone(),
            },
        )
        .await;
    assert!(matches!(refused, Err(StorageError::Outdated(_))), "{refused:?}");
    let refused = storage
        .plans
        .change_weeks(
            id,
            &weeks(),
            &Edit {
                by: SYSTEM,
                basis: old.clone(),
            },
        )
        .await;
    assert!(matches!(refused, Err(StorageError::Outdated(_))), "{refused:?}");
    assert_eq!(
        (revisions(&storage, id).await, storage.data_version()),
        ([0, 0, 0], version)
    );
    let present = Basis::OneOf(vec![7, 0]);
    storage
        .plans
        .set_targets(
            id,
            &targets(5),
            &Edit {
                by: SYSTEM,
                basis: present.clone(),
            },
        )
        .await
        .unwrap();
}

#[tokio::test]
async fn details_and_users_in_another_state_are_left_as_they_are() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let user = storage.enter_member("a@example.com").await;
    let plan = storage.productions.find_plan(id).await.unwrap().unwrap();
    let version = storage.data_version();
    let old = Basis::OneOf(vec![7]);
    let edit = &Edit {
        by: SYSTEM,
        basis: old.clone(),
    };
    let update = |plan_revision| ProductionUpdate {
        production: plan.production.clone(),
        webhook: Patch::Keep,
        change: PeriodChange::default(),
        plan_revision,
    };
    // Told before that somebody was quicker: to try again would not help.
    for plan_revision in [plan.revision, plan.revision + 1] {
        let refused = storage.productions.update(&update(plan_revision), edit).await;
        assert!(matches!(refused, Err(StorageError::Outdated(_))), "{refused:?}");
    }
    let present = Basis::OneOf(vec![plan.production.revision]);
    let edit_of_present = &Edit {
        by: SYSTEM,
        basis: present.clone(),
    };
    let refused = storage
        .productions
        .update(&update(plan.revision + 1), edit_of_present)
        .await;
    assert!(matches!(refused, Err(StorageError::Stale(_))), "{refused:?}");
    let seen_later = User {
        revision: user.revision + 1,
        ..user.clone()
    };
    for user in [&user, &seen_later] {
        let refused = storage.users.update(user, edit).await;
        assert!(matches!(refused, Err(StorageError::Outdated(_))), "{refused:?}");
    }
    assert_eq!(storage.data_version(), version);
    let update = storage
        .productions
        .update(&update(plan.revision), edit_of_present)
        .await;
    assert_eq!(update.unwrap().revision, plan.production.revision + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_set_targets_at_once_on_the_same_state_one_is_told() {
    let storage = Arc::new(Storage::new());
    let id = on_sale(&storage).await;
    let set = |krw| {
        let storage = Arc::clone(&storage);
        tokio::spawn(async move {
            let present = Basis::OneOf(vec![0]);
            storage
                .plans
                .set_targets(
                    id,
                    &targets(krw),
                    &Edit {
                        by: SYSTEM,
                        basis: present.clone(),
                    },
                )
                .await
        })
    };
    let (first, second) = (set(1), set(2));
    let answers = [first.await.unwrap(), second.await.unwrap()];
    let outdated = |answer: &&Result<(), StorageError>| matches!(answer, Err(StorageError::Outdated(_)));
    assert_eq!(answers.iter().filter(outdated).count(), 1, "{answers:?}");
    let kept = storage.plans.targets(id).await.unwrap().unwrap().targets[&day("2026-11-16")];
    assert_eq!(kept, if answers[0].is_ok() { 1 } else { 2 });
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_set_notes_at_once_on_the_same_state_one_is_told() {
    let storage = Arc::new(Storage::new());
    let set = |text: &'static str| {
        let storage = Arc::clone(&storage);
        tokio::spawn(async move {
            let notes = [(day("2026-11-19"), Some(text.to_owned()))].into();
            storage
                .notes
                .set_by_day(
                    &notes,
                    &Edit {
                        by: SYSTEM,
                        basis: Basis::OneOf(vec![0]),
                    },
                )
                .await
        })
    };
    let (first, second) = (set("수능"), set("한파"));
    let answers = [first.await.unwrap(), second.await.unwrap()];
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    assert_eq!(storage.notes.by_day(None, None).await.unwrap().revision, 1);
    assert_eq!(
        storage.notes.by_month(None, None).await.unwrap().revision,
        0,
        "months count on their own"
    );
}
