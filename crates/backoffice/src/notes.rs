//! The rules of the company's notes, whatever they are keyed by.

use std::collections::BTreeMap;

use domain::limits::MAX_NOTE_CHARS;
use domain::validation::{Breaches, Field, Place, Rule, clean_text};
use ports::driven::Notes;
use ports::driving::DeskError;

/// The notes cleaned, empty ones as `None`. `key` is the name of the field that names a note, and may not repeat.
pub(crate) fn checked_notes<K: Ord>(
    notes: Vec<(K, Option<String>)>,
    key: Field,
) -> Result<BTreeMap<K, Option<String>>, DeskError> {
    let mut breaches = Breaches::default();
    let mut wanted = BTreeMap::new();
    for (index, (of, note)) in notes.into_iter().enumerate() {
        let at = |field| Place::item(Field::Notes, index).field(field);
        let cleaned = |note: String| breaches.take(at(Field::Note), clean_text(&note, MAX_NOTE_CHARS));
        let note = note.and_then(cleaned).flatten();
        let first = wanted.insert(of, note).is_none();
        breaches.require(first, at(key), Rule::Duplicate);
    }
    breaches.into_result().map_err(DeskError::Invalid)?;
    Ok(wanted)
}

/// The first and the last key; `None` when there is none.
pub(crate) fn ends<K: Ord + Copy, V>(wanted: &BTreeMap<K, V>) -> Option<(K, K)> {
    Some((*wanted.keys().next()?, *wanted.keys().next_back()?))
}

/// Those of the notes that the request was about.
pub(crate) fn concerned<K: Ord>(mut present: Notes<K>, wanted: &BTreeMap<K, Option<String>>) -> Notes<K> {
    present.notes.retain(|of, _| wanted.contains_key(of));
    present
}

#[cfg(test)]
mod tests {
    use domain::validation::Breach;

    use super::*;

    fn checked(notes: &[(u32, &str)]) -> Result<BTreeMap<u32, Option<String>>, DeskError> {
        let notes = notes.iter().map(|(of, note)| (*of, Some((*note).to_owned())));
        checked_notes(notes.collect(), Field::Date)
    }

    #[test]
    fn notes_are_trimmed_and_empty_ones_are_none() {
        let notes = checked(&[(2, " 수능\n"), (1, " ")]).unwrap();
        assert_eq!(notes, BTreeMap::from([(1, None), (2, Some("수능".to_owned()))]));
    }

    #[test]
    fn every_broken_rule_is_told() {
        let long = "x".repeat(MAX_NOTE_CHARS + 1);
        let DeskError::Invalid(breaches) = checked(&[(1, &long), (2, "a\0"), (1, "b")]).unwrap_err() else {
            panic!()
        };
        let at = |index, field| Place::item(Field::Notes, index).field(field);
        let expected = [
            Breach::new(at(0, Field::Note), Rule::TooLong(MAX_NOTE_CHARS)),
            Breach::new(at(1, Field::Note), Rule::ControlCharacter),
            Breach::new(at(2, Field::Date), Rule::Duplicate),
        ];
        assert_eq!(breaches, expected);
    }
}
