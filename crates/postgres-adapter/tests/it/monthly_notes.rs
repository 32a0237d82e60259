//! The company's notes by month.

use std::collections::BTreeMap;

use domain::calendar::Month;
use ports::driven::{MonthlyNotes, NoteRepository};

use crate::support::Storage;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn notes(notes: &[(&str, Option<&str>)]) -> BTreeMap<Month, Option<String>> {
    let owned = |note: &(&str, Option<&str>)| (month(note.0), note.1.map(str::to_owned));
    notes.iter().map(owned).collect()
}

fn written(notes: &[(&str, &str)]) -> MonthlyNotes {
    notes
        .iter()
        .map(|(name, note)| (month(name), (*note).to_owned()))
        .collect()
}

#[tokio::test]
async fn notes_are_written_replaced_and_removed() {
    let storage = Storage::new();
    let first = notes(&[("2026-10", Some("추석")), ("2026-11", Some("수능"))]);
    storage.notes.set_monthly_notes(&first).await.unwrap();
    let second = notes(&[
        ("2026-10", None),
        ("2026-11", Some("수능 할인")),
        ("2026-12", Some("연말")),
    ]);
    storage.notes.set_monthly_notes(&second).await.unwrap();
    let kept = storage.notes.monthly_notes(None, None).await.unwrap();
    assert_eq!(kept, written(&[("2026-11", "수능 할인"), ("2026-12", "연말")]));

    let gone = notes(&[("2026-11", None), ("2026-12", None), ("2027-01", None)]);
    storage.notes.set_monthly_notes(&gone).await.unwrap();
    assert_eq!(
        storage.notes.monthly_notes(None, None).await.unwrap(),
        MonthlyNotes::new()
    );
}

#[tokio::test]
async fn a_range_of_months_includes_both_ends() {
    let storage = Storage::new();
    let all = [("2026-09", "a"), ("2026-10", "b"), ("2026-11", "c"), ("2026-12", "d")];
    let every: Vec<_> = all.iter().map(|(month, note)| (*month, Some(*note))).collect();
    storage.notes.set_monthly_notes(&notes(&every)).await.unwrap();
    let between = async |first: Option<&str>, last: Option<&str>| {
        let found = storage.notes.monthly_notes(first.map(month), last.map(month)).await;
        found.unwrap()
    };
    assert_eq!(between(Some("2026-10"), Some("2026-11")).await, written(&all[1..3]));
    assert_eq!(between(Some("2026-11"), None).await, written(&all[2..]));
    assert_eq!(between(None, Some("2026-09")).await, written(&all[..1]));
}
