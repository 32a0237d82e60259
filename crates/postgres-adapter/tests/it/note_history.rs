//! What became of notes: what the audit keeps of them, read back.

use domain::calendar::Month;
use domain::planning::WeekNotes;
use domain::production::{Category, ProductionDraft};
use ports::actor::{Actor, Edit};
use ports::driven::{NoteChange, NoteHistory, NoteRepository, Patch, PlanRepository, StorageError, WeekNotesPatch};
use ports::paging::Paging;

use crate::support::{Storage, by, day, draft};

const EDIT: Edit = Edit::unconditional(Actor::SYSTEM);
const PAGE: Paging = Paging { page: 1, per_page: 50 };

#[tokio::test]
async fn notes_of_weeks_are_told_of_their_production_the_newest_first() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let on_sale = |code| ProductionDraft {
        sale_start: Some(day("2026-11-16")),
        sale_end: Some(day("2026-11-29")),
        ..draft(code, Category::Play)
    };
    let id = storage.enter(on_sale("PL1")).await;
    let other = storage.enter(on_sale("PL2")).await;
    let monday = day("2026-11-16");
    let promoted = |promotion: Patch<String>| {
        let patch = WeekNotesPatch {
            promotion,
            ..WeekNotesPatch::default()
        };
        [(monday, patch)].into()
    };
    let edit = Edit::unconditional(by(&user));
    let advertised = promoted(Patch::Set("광고".to_owned()));
    storage.plans.change_weeks(id, &advertised, &edit).await.unwrap();
    storage.plans.change_weeks(other, &advertised, &EDIT).await.unwrap();
    storage
        .plans
        .change_weeks(id, &promoted(Patch::Clear), &EDIT)
        .await
        .unwrap();

    let history = storage.note_history.weeks(id, PAGE).await.unwrap();
    assert_eq!(history.total, 2);
    let with = WeekNotes {
        promotion: Some("광고".to_owned()),
        ..WeekNotes::default()
    };
    let change = |before: &WeekNotes, after: &WeekNotes| NoteChange {
        of: monday,
        before: Some(before.clone()),
        after: Some(after.clone()),
    };
    let [last, first] = &history.items[..] else {
        panic!("{history:?}")
    };
    assert_eq!(last.changes, [change(&with, &WeekNotes::default())]);
    assert_eq!(first.changes, [change(&WeekNotes::default(), &with)]);
    assert_eq!((&last.by, first.by.as_ref().unwrap().id), (&None, user.id));
    let second = Paging { page: 2, per_page: 1 };
    let paged = storage.note_history.weeks(id, second).await.unwrap();
    assert_eq!((&paged.items[..], paged.total), (&history.items[1..], 2));
}

#[tokio::test]
async fn notes_of_days_and_months_are_told_by_themselves() {
    let storage = Storage::new();
    let november = Month::of(day("2026-11-01"));
    let of_day = |note| [(day("2026-11-19"), note)].into();
    storage
        .notes
        .set_by_day(&of_day(Some("수능".to_owned())), &EDIT)
        .await
        .unwrap();
    storage.notes.set_by_day(&of_day(None), &EDIT).await.unwrap();
    let of_month = [(november, Some("연말".to_owned()))].into();
    storage.notes.set_by_month(&of_month, &EDIT).await.unwrap();

    let days = storage.note_history.days(PAGE).await.unwrap();
    let change = |before, after| NoteChange {
        of: day("2026-11-19"),
        before,
        after,
    };
    let changes: Vec<_> = days.items.into_iter().flat_map(|entry| entry.changes).collect();
    assert_eq!(
        changes,
        [
            change(Some("수능".to_owned()), None),
            change(None, Some("수능".to_owned()))
        ]
    );
    let months = storage.note_history.months(PAGE).await.unwrap();
    assert_eq!(months.total, 1);
    assert_eq!(
        (months.items[0].changes[0].of, &months.items[0].changes[0].after),
        (november, &Some("연말".to_owned()))
    );
}

#[tokio::test]
async fn an_entry_without_a_before_is_read_and_one_of_another_form_is_a_fault() {
    let storage = Storage::new();
    let enter = |after: &str| {
        let entry = format!(
            "INSERT INTO audit_entry (action, subject_id, after) VALUES ('calendar-notes.set', 'calendar', '{after}')"
        );
        storage.execute(&entry).unwrap();
    };
    enter(r#"{"2026-11-19": "수능"}"#);
    let days = storage.note_history.days(PAGE).await.unwrap();
    let change = &days.items[0].changes[0];
    assert_eq!(
        (change.of, &change.before, &change.after),
        (day("2026-11-19"), &None, &Some("수능".to_owned()))
    );
    for after in [r#"{"soon": "수능"}"#, r#"{"2026-11-19": 5}"#] {
        enter(after);
        let answer = storage.note_history.days(PAGE).await;
        assert!(matches!(answer, Err(StorageError::Inconsistent { .. })), "{answer:?}");
        storage
            .execute("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")
            .unwrap();
    }
}
