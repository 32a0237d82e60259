//! Notes of the company, by day and by month.

use std::collections::BTreeMap;

use domain::calendar::Month;
use domain::limits::MAX_NOTE_CHARS;
use ports::driven::{ArrivingNote, ArrivingNotes, OldHouse, OldRow, OldTable, Present};

use super::Memory;
use crate::finding::{FindingCode, Findings};
use crate::text::{cut, joined, lines};
use crate::time::day;

pub(super) fn plan(old: &OldHouse, present: &Present, memory: &Memory, findings: &mut Findings) -> ArrivingNotes {
    let mut arriving = ArrivingNotes::default();
    let mut by_day = BTreeMap::<_, Vec<(OldRow, String)>>::new();
    for old in old.days.iter().filter(|row| !memory.knows(OldTable::Days, row.id)) {
        let row = OldRow::new(OldTable::Days, old.id);
        arriving.parts.push(row);
        let labelled = [
            ("판매: ", &old.note_sales),
            ("마케팅: ", &old.note_marketing),
            ("", &old.note_others),
        ];
        let notes = labelled.into_iter().filter_map(|(label, text)| {
            let text = lines(text.as_deref()?)?;
            Some(format!("{label}{text}"))
        });
        let notes: Vec<_> = notes.collect();
        match day(old.date) {
            Ok(day) => by_day
                .entry(day)
                .or_default()
                .extend(notes.into_iter().map(|note| (row, note))),
            Err(_) if notes.is_empty() => {}
            Err(_) => findings.note(FindingCode::OutOfRange, row, joined(notes)),
        }
    }
    let mut by_month = BTreeMap::<_, Vec<(OldRow, String)>>::new();
    for old in old.months.iter().filter(|row| !memory.knows(OldTable::Months, row.id)) {
        let row = OldRow::new(OldTable::Months, old.id);
        arriving.parts.push(row);
        let Some(note) = old.etc.as_deref().and_then(lines) else {
            continue;
        };
        match month(old.year, old.month) {
            Some(month) => by_month.entry(month).or_default().push((row, note)),
            None => findings.note(
                FindingCode::OutOfRange,
                row,
                format!("{}-{:02}: {note}", old.year, old.month),
            ),
        }
    }
    arriving.days = lacking(by_day, &present.days, findings);
    arriving.months = lacking(by_month, &present.months, findings);
    arriving
}

fn month(year: i64, month: i64) -> Option<Month> {
    let is_month = (2_000..=2_100).contains(&year) && (1..=12).contains(&month);
    is_month.then(|| Month::parse(&format!("{year}-{month:02}"))).flatten()
}

/// The notes, those of one day or month put together, for which nothing is there.
fn lacking<K: Ord + Copy + std::fmt::Debug>(
    notes: BTreeMap<K, Vec<(OldRow, String)>>,
    there: &BTreeMap<K, String>,
    findings: &mut Findings,
) -> Vec<ArrivingNote<K>> {
    let mut arriving = Vec::new();
    for (of, rows) in notes {
        let Some((row, _)) = rows.first() else { continue };
        let row = *row;
        let Some(text) = joined(rows.into_iter().map(|(_, note)| note)) else {
            continue;
        };
        let kept = cut(&text, MAX_NOTE_CHARS);
        if kept.was_cut {
            findings.note(FindingCode::Cut, row, text);
        }
        let Some(note) = kept.text else { continue };
        match there.get(&of) {
            None => arriving.push(ArrivingNote { of, note, row }),
            Some(present) if *present == note => {}
            Some(present) => findings.note(FindingCode::Kept, row, format!("{present} ≠ {note}")),
        }
    }
    arriving
}
