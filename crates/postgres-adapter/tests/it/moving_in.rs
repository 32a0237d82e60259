//! What comes from the predecessor: each row once, and nothing that is there is changed.

use std::collections::BTreeSet;
use std::error::Error as _;

use domain::planning::{DailyTargets, NotesByMonday, PeriodChange, WeekNotes};
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::upload::UploadStatus;
use ports::actor::{Actor, Edit};
use ports::driven::{
    Acceptance, ArrivingNote, ArrivingNotes, ArrivingProduction, ArrivingUser, MovedInUpload, MovingIn, NewProduction,
    NewUpload, NoteRepository, OldRow, OldTable, PlanAddition, PlanRepository, Predecessor, PredecessorError,
    Remembered, StorageError, TokenDigest, UploadRepository, UserRepository,
};
use postgres_adapter::{PgMovingIn, PgPredecessor};

use crate::support::{Storage, day, draft, instant, member, new_upload, production};

fn house(storage: &Storage) -> PgMovingIn {
    PgMovingIn::new(storage.database.pool(), storage.database.url())
}

fn row(table: OldTable, id: i64) -> OldRow {
    OldRow::new(table, id)
}

/// A play on sale from Saturday, 21 November 2026, for a week, with a target and a note.
fn arriving(code: &str, id: i64) -> ArrivingProduction {
    let details = ProductionDraft {
        sale_start: Some(day("2026-11-21")),
        sale_end: Some(day("2026-11-27")),
        ..draft(code, Category::Play)
    };
    let production = production(details);
    let note = WeekNotes {
        promotion: Some("지하철 광고".to_owned()),
        ..WeekNotes::default()
    };
    ArrivingProduction {
        source: Remembered {
            row: row(OldTable::Lives, id),
            key: Some(code.to_owned()),
            subject: Some(production.id.0),
            brought: true,
        },
        targets: DailyTargets::from([(day("2026-11-22"), 500)]),
        notes: NotesByMonday::from([(day("2026-11-16"), note)]),
        parts: vec![row(OldTable::Targets, 10 * id), row(OldTable::Weeks, 10 * id)],
        new: NewProduction {
            change: PeriodChange::plan(
                production.details.sale_period(),
                &DailyTargets::new(),
                &NotesByMonday::new(),
            ),
            production,
            webhook: None,
        },
    }
}

/// An upload that comes from this row.
fn moving(production: ProductionId, record_date: &str, content: u8, id: i64) -> NewUpload {
    NewUpload {
        moved_in: Some(MovedInUpload {
            row: row(OldTable::Uploads, id),
            uploaded_at: instant() - chrono::TimeDelta::days(300),
            uploaded_by: None,
            old_code: None,
        }),
        ..new_upload(production, record_date, content)
    }
}

#[tokio::test]
async fn a_production_comes_once_with_its_plan() {
    let storage = Storage::new();
    let house = house(&storage);
    let first = arriving("PL1", 3);
    house.bring_production(&first).await.unwrap();
    let there = house.present().await.unwrap();
    let [plan] = there.productions.as_slice() else {
        panic!("{there:?}")
    };
    assert_eq!(plan.targets[&day("2026-11-22")], 500);
    assert_eq!(plan.notes[&day("2026-11-16")].promotion.as_deref(), Some("지하철 광고"));
    let remembered: BTreeSet<_> = there.memory.iter().map(|known| known.row).collect();
    let expected = [
        row(OldTable::Lives, 3),
        row(OldTable::Targets, 30),
        row(OldTable::Weeks, 30),
    ];
    assert_eq!(remembered, BTreeSet::from(expected));

    let again = ArrivingProduction {
        source: first.source.clone(),
        ..arriving("PL2", 4)
    };
    let refused = house.bring_production(&again).await.unwrap_err();
    assert!(matches!(refused, StorageError::Stale(_)), "{refused}");
    assert_eq!(house.present().await.unwrap().productions.len(), 1, "all or nothing");
    let taken = house.bring_production(&arriving("PL1", 5)).await.unwrap_err();
    assert!(matches!(taken, StorageError::Taken(_)), "{taken}");
    assert_eq!(house.present().await.unwrap().memory.len(), 3);
}

#[tokio::test]
async fn what_staff_entered_meanwhile_is_not_overwritten() {
    let storage = Storage::new();
    let house = house(&storage);
    let first = arriving("PL1", 3);
    let id = first.new.production.id;
    house.bring_production(&first).await.unwrap();
    let edit = Edit::unconditional(Actor::SYSTEM);
    let mine = DailyTargets::from([(day("2026-11-23"), 123)]);
    storage.plans.set_targets(id, &mine, &edit).await.unwrap();
    let note = |text: &str| WeekNotes {
        promotion: Some(text.to_owned()),
        other: Some(text.to_owned()),
        ..WeekNotes::default()
    };
    let addition = PlanAddition {
        production: id,
        row: row(OldTable::Lives, 3),
        source: None,
        // Planned when they were 0.
        targets: DailyTargets::from([(day("2026-11-23"), 700), (day("2026-11-24"), 800)]),
        notes: NotesByMonday::from([(day("2026-11-16"), note("나중"))]),
        parts: vec![row(OldTable::Targets, 99)],
    };
    house.add_to_plan(&addition).await.unwrap();
    let there = house.present().await.unwrap();
    let targets = &there.productions[0].targets;
    assert_eq!((targets[&day("2026-11-23")], targets[&day("2026-11-24")]), (123, 800));
    let week = &there.productions[0].notes[&day("2026-11-16")];
    assert_eq!(
        (week.promotion.as_deref(), week.other.as_deref()),
        (Some("지하철 광고"), Some("나중"))
    );
}

#[tokio::test]
async fn notes_that_are_there_stay() {
    let storage = Storage::new();
    let house = house(&storage);
    let edit = Edit::unconditional(Actor::SYSTEM);
    let mine = [(day("2026-11-19"), Some("먼저".to_owned()))].into();
    storage.notes.set_by_day(&mine, &edit).await.unwrap();
    let note = |of: &str, id| ArrivingNote {
        of: day(of),
        note: "수능".to_owned(),
        row: row(OldTable::Days, id),
    };
    let arriving = ArrivingNotes {
        days: vec![note("2026-11-19", 1), note("2026-11-20", 2)],
        months: Vec::new(),
        parts: vec![row(OldTable::Days, 1), row(OldTable::Days, 2), row(OldTable::Days, 3)],
    };
    house.bring_notes(&arriving).await.unwrap();
    let there = house.present().await.unwrap();
    let notes: Vec<_> = there.days.values().map(String::as_str).collect();
    assert_eq!((notes, there.memory.len()), (vec!["먼저", "수능"], 3));
    let refused = house.bring_notes(&arriving).await.unwrap_err();
    assert!(matches!(refused, StorageError::Stale(_)), "{refused}");
}

#[tokio::test]
async fn a_user_comes_with_a_link_that_works() {
    let storage = Storage::new();
    let house = house(&storage);
    let user = member("u1@example.com");
    let digest = TokenDigest([7; 32]);
    let arriving = ArrivingUser {
        source: Remembered {
            row: row(OldTable::Users, 1),
            key: None,
            subject: Some(user.id.0),
            brought: true,
        },
        link: Some((digest, instant() + chrono::TimeDelta::hours(24))),
        user: user.clone(),
    };
    house.bring_user(&arriving).await.unwrap();
    let owner = storage.users.find_reset_link(&digest, instant()).await.unwrap();
    assert_eq!(owner, Some(user.id));
    let refused = house.bring_user(&arriving).await.unwrap_err();
    assert!(matches!(refused, StorageError::Stale(_)), "{refused}");
}

#[tokio::test]
async fn an_upload_comes_once_and_leaves_what_was_made_here() {
    let storage = Storage::new();
    let id = storage.enter(draft("PL1", Category::Play)).await;
    let first = moving(id, "2026-11-19", 1, 11);
    let Acceptance::Queued(upload) = storage.uploads.accept(&first).await.unwrap() else {
        panic!()
    };
    assert_eq!(upload.uploaded_at, first.moved_in.as_ref().unwrap().uploaded_at);
    // The same row again, and another row with other bytes: that one replaces what was moved in.
    let again = storage
        .uploads
        .accept(&moving(id, "2026-11-19", 2, 11))
        .await
        .unwrap_err();
    assert!(matches!(again, StorageError::Stale(_)), "{again}");
    let newer = storage.uploads.accept(&moving(id, "2026-11-19", 2, 12)).await.unwrap();
    assert!(matches!(newer, Acceptance::Queued(_)));
    // Made here, and pending: it may become live.
    storage.uploads.accept(&new_upload(id, "2026-11-20", 3)).await.unwrap();
    let taken = storage
        .uploads
        .accept(&moving(id, "2026-11-20", 4, 13))
        .await
        .unwrap_err();
    assert!(matches!(taken, StorageError::Stale(_)), "{taken}");
    let pending = storage.uploads.accept(&moving(id, "2026-11-20", 3, 14)).await.unwrap();
    assert!(matches!(pending, Acceptance::Repeated(_)));
    let there = house(&storage).present().await.unwrap();
    let remembered: BTreeSet<_> = there.memory.iter().map(|known| known.row.id).collect();
    assert_eq!(
        remembered,
        BTreeSet::from([11, 12]),
        "whether it is the same is known when it has ended"
    );
    let standing: Vec<_> = there
        .uploads
        .iter()
        .map(|upload| (upload.moved_in, upload.status))
        .collect();
    let queued = UploadStatus::Queued;
    assert_eq!(standing, [(true, queued), (true, queued), (false, queued)]);
}

#[tokio::test]
async fn one_moves_in_at_a_time() {
    let storage = Storage::new();
    let house = house(&storage);
    let turn = house.turn().await.unwrap();
    assert!(turn.is_some());
    assert!(house.turn().await.unwrap().is_none());
    drop(turn);
    assert!(house.turn().await.unwrap().is_some());
}

#[tokio::test]
async fn a_database_that_is_not_the_predecessors_is_told_by_all_that_it_lacks() {
    let storage = Storage::new();
    let predecessor = PgPredecessor::new(storage.database.url());
    assert_eq!(
        predecessor.identity().await.unwrap(),
        house(&storage).identity().await.unwrap()
    );
    let other = Storage::new();
    assert_ne!(
        predecessor.identity().await.unwrap(),
        house(&other).identity().await.unwrap()
    );
    let Err(PredecessorError::Missing(missing)) = predecessor.read().await else {
        panic!()
    };
    assert_eq!(missing.len(), OldTable::ALL.len());
    assert!(missing.contains(&"live_model".to_owned()), "{missing:?}");
}

#[tokio::test]
async fn an_old_database_that_is_not_there_is_told_with_its_cause() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = unused.local_addr().unwrap();
    drop(unused);
    let predecessor = PgPredecessor::new(&format!("postgres://old@{address}/old"));
    let error = predecessor.identity().await.unwrap_err();
    assert_eq!(error.to_string(), "the old database cannot be read");
    let cause = error.source().map(ToString::to_string).unwrap_or_default();
    assert!(cause.contains("127.0.0.1"), "{cause}");
}
