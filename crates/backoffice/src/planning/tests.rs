use domain::people::UserId;
use ports::actor::{Actor, Authority, Basis};
use ports::driven::{MockNoteRepository, MockPlanRepository, StorageError, TargetPlan, WeekPlan};
use uuid::Uuid;

use super::*;

const ID: ProductionId = ProductionId(Uuid::nil());
const EDIT: Edit = Edit::unconditional(SYSTEM);
const SYSTEM: Actor = Actor::SYSTEM;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period() -> Option<DateRange> {
    DateRange::new(day("2026-11-04"), day("2026-11-20"))
}

fn planning(plans: MockPlanRepository) -> Planning {
    Planning::new(Arc::new(plans), Arc::new(MockNoteRepository::new()))
}

#[tokio::test]
async fn targets_outside_the_sale_period_are_all_told() {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|_| {
        Ok(Some(TargetPlan {
            sale_period: period(),
            targets: DailyTargets::new(),
            revision: 4,
        }))
    });
    let wanted = vec![(day("2026-11-03"), 1), (day("2026-11-04"), -1), (day("2026-11-21"), 1)];
    let DeskError::Invalid(breaches) = planning(plans).set_targets(ID, wanted, &EDIT).await.unwrap_err() else {
        panic!()
    };
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(
        places,
        [
            "Targets, item 1, Date",
            "Targets, item 2, Target",
            "Targets, item 3, Date"
        ]
    );
}

#[tokio::test]
async fn any_day_names_its_week_also_one_before_the_sale_begins() {
    let mut plans = MockPlanRepository::new();
    plans.expect_weeks().returning(|_| {
        Ok(Some(WeekPlan {
            sale_period: period(),
            notes: BTreeMap::new(),
            revision: 4,
        }))
    });
    plans
        .expect_change_weeks()
        .withf(|_, weeks, _| {
            weeks.keys().copied().collect::<Vec<_>>() == [day("2026-11-02")]
                && weeks[&day("2026-11-02")].promotion == Patch::Clear
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let patch = WeekNotesPatch {
        promotion: Patch::Set("  ".to_owned()),
        ..WeekNotesPatch::default()
    };
    let plan = planning(plans)
        .change_marketing_weeks(ID, vec![(day("2026-11-03"), patch)], &EDIT)
        .await
        .unwrap();
    assert_eq!((plan.weeks.len(), plan.weeks[0].days.first()), (3, day("2026-11-04")));
    assert_eq!(plan.revision, 4);
}

#[tokio::test]
async fn notes_of_days_are_set_and_those_of_the_request_answered() {
    let mut notes = MockNoteRepository::new();
    notes
        .expect_set_by_day()
        .withf(|notes, _| notes[&day("2026-11-19")].as_deref() == Some("수능") && notes[&day("2026-11-21")].is_none())
        .once()
        .returning(|_, _| Ok(()));
    notes
        .expect_by_day()
        .withf(|first, last| *first == Some(day("2026-11-19")) && *last == Some(day("2026-11-21")))
        .once()
        .returning(|_, _| {
            let present = [("2026-11-19", "수능"), ("2026-11-20", "한파")];
            Ok(CalendarNotes {
                notes: present.map(|(of, note)| (day(of), note.to_owned())).into(),
                revision: 9,
            })
        });
    let planning = Planning::new(Arc::new(MockPlanRepository::new()), Arc::new(notes));
    let wanted = vec![
        (day("2026-11-21"), Some(" ".to_owned())),
        (day("2026-11-19"), Some(" 수능 ".to_owned())),
    ];
    let present = planning.set_calendar_notes(wanted, &EDIT).await.unwrap();
    assert_eq!(present.notes, BTreeMap::from([(day("2026-11-19"), "수능".to_owned())]));
    assert_eq!(present.revision, 9);
}

#[tokio::test]
async fn the_same_week_twice_is_refused() {
    let mut plans = MockPlanRepository::new();
    plans.expect_weeks().returning(|_| {
        Ok(Some(WeekPlan {
            sale_period: period(),
            notes: BTreeMap::new(),
            revision: 4,
        }))
    });
    let weeks = vec![
        (day("2026-11-09"), WeekNotesPatch::default()),
        (day("2026-11-11"), WeekNotesPatch::default()),
    ];
    let DeskError::Invalid(breaches) = planning(plans)
        .change_marketing_weeks(ID, weeks, &EDIT)
        .await
        .unwrap_err()
    else {
        panic!()
    };
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("Weeks, item 2, WeekStart", "duplicate")
    );
}

#[tokio::test]
async fn a_change_on_the_basis_of_another_state_is_refused_and_not_tried_again() {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().once().returning(|_| {
        Ok(Some(TargetPlan {
            sale_period: period(),
            targets: DailyTargets::new(),
            revision: 4,
        }))
    });
    let by = Actor {
        authority: Authority::Proven {
            user: UserId(Uuid::from_u128(5)),
            revision: 0,
        },
        address: None,
    };
    plans
        .expect_set_targets()
        .withf(move |_, _, edit| edit.basis == Basis::OneOf(vec![3]) && edit.by == by)
        .once()
        .returning(|_, _, _| Err(StorageError::Outdated("targets")));
    let wanted = vec![(day("2026-11-04"), 1)];
    let refused = planning(plans)
        .set_targets(
            ID,
            wanted,
            &Edit {
                by,
                basis: Basis::OneOf(vec![3]),
            },
        )
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn weeks_of_another_state_are_not_changed_and_not_tried_again() {
    let mut plans = MockPlanRepository::new();
    plans.expect_weeks().once().returning(|_| {
        Ok(Some(WeekPlan {
            sale_period: period(),
            notes: BTreeMap::new(),
            revision: 4,
        }))
    });
    plans
        .expect_change_weeks()
        .withf(|_, _, edit| edit.basis == Basis::OneOf(vec![3]))
        .once()
        .returning(|_, _, _| Err(StorageError::Outdated("marketing weeks")));
    let weeks = vec![(day("2026-11-09"), WeekNotesPatch::default())];
    let refused = planning(plans)
        .change_marketing_weeks(
            ID,
            weeks,
            &Edit {
                basis: Basis::OneOf(vec![3]),
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
async fn notes_of_the_company_in_another_state_are_not_changed() {
    let outdated = Basis::OneOf(vec![3]);
    let by = Actor {
        authority: Authority::Proven {
            user: UserId(Uuid::from_u128(5)),
            revision: 0,
        },
        address: None,
    };
    let mut notes = MockNoteRepository::new();
    notes
        .expect_set_by_day()
        .withf(move |_, edit| edit.basis == Basis::OneOf(vec![3]) && edit.by == by)
        .once()
        .returning(|_, _| Err(StorageError::Outdated("calendar notes")));
    notes
        .expect_set_by_month()
        .withf(move |_, edit| edit.basis == Basis::OneOf(vec![3]) && edit.by == by)
        .once()
        .returning(|_, _| Err(StorageError::Outdated("monthly notes")));
    let planning = Planning::new(Arc::new(MockPlanRepository::new()), Arc::new(notes));
    let of_day = vec![(day("2026-11-19"), Some("수능".to_owned()))];
    let refused = planning
        .set_calendar_notes(
            of_day,
            &Edit {
                by,
                basis: outdated.clone(),
            },
        )
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
    let of_month = vec![(Month::of(day("2026-11-19")), None)];
    let refused = planning
        .set_monthly_notes(
            of_month,
            &Edit {
                by,
                basis: outdated.clone(),
            },
        )
        .await;
    assert!(
        matches!(refused, Err(DeskError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn targets_of_some_days_come_with_the_revision_of_all() {
    let mut plans = MockPlanRepository::new();
    plans.expect_targets().returning(|_| {
        Ok(Some(TargetPlan {
            sale_period: period(),
            targets: period().unwrap().days().map(|day| (day, 1)).collect(),
            revision: 4,
        }))
    });
    let days = DateRange::new(day("2026-11-01"), day("2026-11-05")).unwrap();
    let targets = planning(plans).targets(ID, days).await.unwrap();
    assert_eq!((targets.total_krw, targets.revision), (2, 4));
}
