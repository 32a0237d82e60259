//! The company's notes, by month and by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::Month;
use ports::actor::{Actor, Edit};
use ports::driven::NoteRepository;

use crate::support::{Storage, day};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn notes(notes: &[(&str, Option<&str>)]) -> BTreeMap<Month, Option<String>> {
    let owned = |note: &(&str, Option<&str>)| (month(note.0), note.1.map(str::to_owned));
    notes.iter().map(owned).collect()
}

fn written(notes: &[(&str, &str)]) -> BTreeMap<Month, String> {
    notes
        .iter()
        .map(|(name, note)| (month(name), (*note).to_owned()))
        .collect()
}

#[tokio::test]
async fn notes_are_written_replaced_and_removed() {
    let storage = Storage::new();
    let first = notes(&[("2026-10", Some("추석")), ("2026-11", Some("수능"))]);
    storage
        .notes
        .set_by_month(&first, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let second = notes(&[
        ("2026-10", None),
        ("2026-11", Some("수능 할인")),
        ("2026-12", Some("연말")),
    ]);
    storage
        .notes
        .set_by_month(&second, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let kept = storage.notes.by_month(None, None).await.unwrap().notes;
    assert_eq!(kept, written(&[("2026-11", "수능 할인"), ("2026-12", "연말")]));

    let gone = notes(&[("2026-11", None), ("2026-12", None), ("2027-01", None)]);
    storage
        .notes
        .set_by_month(&gone, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    assert_eq!(storage.notes.by_month(None, None).await.unwrap().notes, BTreeMap::new());
}

#[tokio::test]
async fn a_range_of_months_includes_both_ends() {
    let storage = Storage::new();
    let all = [("2026-09", "a"), ("2026-10", "b"), ("2026-11", "c"), ("2026-12", "d")];
    let every: Vec<_> = all.iter().map(|(month, note)| (*month, Some(*note))).collect();
    storage
        .notes
        .set_by_month(&notes(&every), &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    let between = async |first: Option<&str>, last: Option<&str>| {
        let found = storage.notes.by_month(first.map(month), last.map(month)).await;
        found.unwrap().notes
    };
    assert_eq!(between(Some("2026-10"), Some("2026-11")).await, written(&all[1..3]));
    assert_eq!(between(Some("2026-11"), None).await, written(&all[2..]));
    assert_eq!(between(None, Some("2026-09")).await, written(&all[..1]));
}

#[tokio::test]
async fn notes_of_days_are_written_replaced_removed_and_read_by_range() {
    let storage = Storage::new();
    let set = async |notes: &[(&str, Option<&str>)]| {
        let owned = |note: &(&str, Option<&str>)| (day(note.0), note.1.map(str::to_owned));
        let notes = notes.iter().map(owned).collect();
        storage
            .notes
            .set_by_day(&notes, &Edit::unconditional(Actor::SYSTEM))
            .await
            .unwrap();
    };
    let between = async |first: Option<&str>, last: Option<&str>| {
        let found = storage.notes.by_day(first.map(day), last.map(day)).await;
        found.unwrap().notes
    };
    let written = |notes: &[(&str, &str)]| -> BTreeMap<NaiveDate, String> {
        notes
            .iter()
            .map(|(name, note)| (day(name), (*note).to_owned()))
            .collect()
    };
    set(&[
        ("2026-11-18", Some("예비 소집")),
        ("2026-11-19", Some("수능")),
        ("2026-12-01", Some("폭설")),
    ])
    .await;
    set(&[
        ("2026-11-18", None),
        ("2026-11-19", Some("수능, 한파")),
        ("2026-12-25", Some("성탄절")),
    ])
    .await;
    let kept = [
        ("2026-11-19", "수능, 한파"),
        ("2026-12-01", "폭설"),
        ("2026-12-25", "성탄절"),
    ];
    assert_eq!(between(None, None).await, written(&kept));
    assert_eq!(
        between(Some("2026-11-20"), Some("2026-12-01")).await,
        written(&kept[1..2])
    );
    assert_eq!(between(Some("2026-12-01"), None).await, written(&kept[1..]));
    assert_eq!(between(None, Some("2026-11-19")).await, written(&kept[..1]));
    assert_eq!(storage.notes.by_month(None, None).await.unwrap().notes, BTreeMap::new());
}
