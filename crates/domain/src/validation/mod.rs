//! Rules that fields from people must keep, and how a breach is told.

mod place;
mod rule;

use thiserror::Error;

pub use self::place::{Field, Part, Place};
pub use self::rule::{Form, Rule};
use crate::text::as_seen;

/// One breach of a rule: where, which, and in words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {rule}")]
pub struct Breach {
    /// Where.
    pub place: Place,
    /// Which rule; as text, what is expected.
    pub rule: Rule,
    /// The cell of a list that it stands in, `B7`.
    pub cell: Option<String>,
    /// What is wrong, in Korean: of a list, which staff correct in their spreadsheet.
    pub message_ko: Option<String>,
}

impl Breach {
    /// A breach of `rule` at `place`.
    pub fn new(place: impl Into<Place>, rule: Rule) -> Self {
        Self {
            place: place.into(),
            rule,
            cell: None,
            message_ko: None,
        }
    }
}

/// Collects every breach, so that all can be told at once.
#[derive(Debug, Default)]
pub struct Breaches(Vec<Breach>);

impl Breaches {
    /// Notes a breach.
    pub fn note(&mut self, breach: Breach) {
        self.0.push(breach);
    }

    /// Notes a breach of `rule` unless it `holds`.
    pub fn require(&mut self, holds: bool, place: impl Into<Place>, rule: Rule) {
        if !holds {
            self.note(Breach::new(place, rule));
        }
    }

    /// Notes a breach unless the figure, where there is one, lies between `least` and `most`.
    pub fn require_within(&mut self, field: Field, figure: Option<i64>, least: i64, most: i64) {
        let fits = figure.is_none_or(|figure| (least..=most).contains(&figure));
        self.require(fits, field, Rule::OutOfRange(least, most));
    }

    /// The value, or the rule that it breaks noted.
    pub fn take<T>(&mut self, place: impl Into<Place>, result: Result<T, Rule>) -> Option<T> {
        result.map_err(|rule| self.note(Breach::new(place, rule))).ok()
    }

    /// Notes further breaches.
    pub fn extend(&mut self, breaches: Vec<Breach>) {
        self.0.extend(breaches);
    }

    /// `Ok` when nothing was noted.
    pub fn into_result(self) -> Result<(), Vec<Breach>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// Text from people: as it looks, trimmed, at most `max_chars`, no control characters but line breaks and tabs. Empty is
/// `None`.
pub fn clean_text(text: &str, max_chars: usize) -> Result<Option<String>, Rule> {
    let seen = as_seen(text);
    let text = seen.trim();
    if text.chars().count() > max_chars {
        return Err(Rule::TooLong(max_chars));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Rule::ControlCharacter);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Text on one line: as [`clean_text`], and without line breaks and tabs.
pub fn clean_line(text: &str, max_chars: usize) -> Result<Option<String>, Rule> {
    let cleaned = clean_text(text, max_chars)?;
    if cleaned
        .as_deref()
        .is_some_and(|line| line.chars().any(char::is_control))
    {
        return Err(Rule::LineBreak);
    }
    Ok(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_it_looks_and_measured_by_what_is_seen() {
        let apart = "\u{1111}\u{1167}\u{11AB}\u{110C}\u{1175}\u{200B}\u{A0}";
        assert_eq!(clean_line(apart, 2), Ok(Some("편지".to_owned())));
        assert_eq!(clean_text("\u{FEFF} ", 2), Ok(None));
    }

    #[test]
    fn a_breach_is_told_by_its_place_and_what_is_expected() {
        let row = Breach::new(Place::from(Field::SaleEnd).in_row(7), Rule::BeforeStart);
        assert_eq!(row.to_string(), "row 7, SaleEnd: not before the beginning");
        let item = Breach::new(Place::item(Field::Notes, 2).field(Field::Note), Rule::TooLong(5));
        assert_eq!(item.to_string(), "Notes, item 3, Note: at most 5 characters");
    }
}
