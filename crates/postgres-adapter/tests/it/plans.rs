//! Targets by day and marketing notes by week.

use std::collections::BTreeMap;

use domain::calendar::DateRange;
use domain::planning::{DailyTargets, WeekNotes};
use domain::production::{Category, ProductionDraft, ProductionId};
use ports::actor::{Actor, Edit};
use ports::driven::{Patch, PlanRepository, StorageError, WeekNotesPatch};

use crate::support::{Storage, day, draft};

/// On sale from Saturday, 21 November 2026, for a week.
async fn on_sale(storage: &Storage) -> ProductionId {
    let details = ProductionDraft {
        sale_start: Some(day("2026-11-21")),
        sale_end: Some(day("2026-11-27")),
        ..draft("PL1", Category::Play)
    };
    storage.enter(details).await
}

fn set(text: &str) -> Patch<String> {
    Patch::Set(text.to_owned())
}

#[tokio::test]
async fn targets_are_set_for_the_days_named_and_left_for_the_others() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let first = DailyTargets::from([(day("2026-11-21"), 1_000_000_000_000), (day("2026-11-22"), 2)]);
    storage
        .plans
        .set_targets(id, &first, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    storage
        .plans
        .set_targets(
            id,
            &DailyTargets::from([(day("2026-11-22"), 3)]),
            &Edit::unconditional(Actor::SYSTEM),
        )
        .await
        .unwrap();
    let plan = storage.plans.targets(id).await.unwrap().unwrap();
    assert_eq!(plan.sale_period, DateRange::new(day("2026-11-21"), day("2026-11-27")));
    assert_eq!(plan.targets.len(), 7);
    let filled: Vec<_> = plan.targets.into_iter().filter(|(_, krw)| *krw != 0).collect();
    assert_eq!(filled, [(day("2026-11-21"), 1_000_000_000_000), (day("2026-11-22"), 3)]);
}

#[tokio::test]
async fn a_target_outside_the_sale_period_leaves_all_as_it_was() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let targets = DailyTargets::from([(day("2026-11-27"), 1), (day("2026-11-28"), 1)]);
    let refused = storage
        .plans
        .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM))
        .await;
    assert!(matches!(refused, Err(StorageError::Stale(_))), "{refused:?}");
    let plan = storage.plans.targets(id).await.unwrap().unwrap();
    assert!(plan.targets.values().all(|krw| *krw == 0));
}

#[tokio::test]
async fn notes_are_kept_cleared_and_set_each_on_its_own() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let monday = day("2026-11-16");
    let all = WeekNotesPatch {
        sales_marketing: set("조기 예매"),
        promotion: set("지하철 광고"),
        other: set("포스터"),
    };
    storage
        .plans
        .change_weeks(
            id,
            &BTreeMap::from([(monday, all)]),
            &Edit::unconditional(Actor::SYSTEM),
        )
        .await
        .unwrap();
    let some = WeekNotesPatch {
        sales_marketing: Patch::Keep,
        promotion: Patch::Clear,
        other: set("현수막"),
    };
    let other_week = WeekNotesPatch {
        promotion: set("라디오"),
        ..WeekNotesPatch::default()
    };
    let changes = BTreeMap::from([(monday, some), (day("2026-11-23"), other_week)]);
    storage
        .plans
        .change_weeks(id, &changes, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let weeks: Vec<_> = storage
        .plans
        .weeks(id)
        .await
        .unwrap()
        .unwrap()
        .notes
        .into_iter()
        .collect();
    let expected = [
        (
            monday,
            WeekNotes {
                sales_marketing: Some("조기 예매".to_owned()),
                promotion: None,
                other: Some("현수막".to_owned()),
            },
        ),
        (
            day("2026-11-23"),
            WeekNotes {
                promotion: Some("라디오".to_owned()),
                ..WeekNotes::default()
            },
        ),
    ];
    assert_eq!(weeks, expected);
}

#[tokio::test]
async fn a_note_outside_the_sale_period_leaves_all_as_it_was() {
    let storage = Storage::new();
    let id = on_sale(&storage).await;
    let patch = WeekNotesPatch {
        other: set("x"),
        ..WeekNotesPatch::default()
    };
    let changes = BTreeMap::from([(day("2026-11-23"), patch.clone()), (day("2026-11-30"), patch)]);
    let refused = storage
        .plans
        .change_weeks(id, &changes, &Edit::unconditional(Actor::SYSTEM))
        .await;
    assert!(matches!(refused, Err(StorageError::Stale(_))), "{refused:?}");
    let plan = storage.plans.weeks(id).await.unwrap().unwrap();
    assert!(plan.notes.values().all(WeekNotes::is_empty));
}

#[tokio::test]
async fn without_a_sale_period_there_is_nothing_to_plan() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let targets = storage.plans.targets(id).await.unwrap().unwrap();
    assert_eq!((targets.sale_period, targets.targets.len()), (None, 0));
    let weeks = storage.plans.weeks(id).await.unwrap().unwrap();
    assert_eq!((weeks.sale_period, weeks.notes.len()), (None, 0));
}
