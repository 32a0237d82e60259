//! The document in which people say what labels mean.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decision, Decisions, Role, normalised};
use crate::validation::{Breach, Breaches, Field, Place, Rule};

/// Most decisions of a document.
const MAX_LABELS: usize = 500;
/// Longest name of a sheet and longest label, in characters.
const MAX_CHARS: usize = 500;

/// What the company, or the staff of a production, decided that sheets and labels mean, as they wrote it. Invariant of one
/// that is kept: [`LayoutDocument::check`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LayoutDocument {
    /// What the sheets are called.
    pub sheets: BTreeMap<Role, String>,
    /// What labels mean, in the order in which they were decided.
    pub labels: Vec<Decision>,
}

impl LayoutDocument {
    /// Checks every rule; tells all breaches at once.
    pub fn check(self) -> Result<Self, Vec<Breach>> {
        let mut breaches = Breaches::default();
        for (role, name) in &self.sheets {
            let field = match role {
                Role::Days => Field::DaysSheet,
                Role::Performances => Field::PerformancesSheet,
                Role::Report => Field::ReportSheet,
            };
            check_text(name, Place::from(Field::Sheets).field(field), &mut breaches);
        }
        let fits = self.labels.len() <= MAX_LABELS;
        breaches.require(fits, Field::Labels, Rule::TooMany(MAX_LABELS));
        let mut pairs = BTreeSet::new();
        for (index, label) in self.labels.iter().enumerate() {
            let at = |field| Place::item(Field::Labels, index).field(field);
            let texts = [&label.upper, &label.lower];
            for text in texts.into_iter().flatten() {
                check_text(text, at(Field::Label), &mut breaches);
            }
            let says_something = texts.into_iter().any(Option::is_some);
            breaches.require(says_something, at(Field::Label), Rule::Required);
            let can_be_meant = match &label.lower {
                None => label.means.is_of_groups(),
                Some(_) => label.means.is_of_columns(),
            };
            // The labels of a report mean what they say.
            let can_be_meant = can_be_meant && label.role != Role::Report;
            breaches.require(can_be_meant, at(Field::Means), Rule::NotOfThisLabel);
            let normal = |text: &Option<String>| text.as_deref().map(normalised);
            let is_new = pairs.insert((label.role, normal(&label.upper), normal(&label.lower)));
            breaches.require(is_new, at(Field::Label), Rule::Duplicate);
        }
        breaches.into_result().map(|()| self)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty() && self.labels.is_empty()
    }

    /// Its decisions, as headings are read by them.
    pub fn decisions(&self) -> Decisions {
        let sheets = self.sheets.iter().map(|(role, name)| (*role, name.clone()));
        Decisions::of(sheets, self.labels.iter().cloned())
    }
}

fn check_text(text: &str, place: Place, breaches: &mut Breaches) {
    if text.chars().count() > MAX_CHARS {
        breaches.note(Breach::new(place, Rule::TooLong(MAX_CHARS)));
    } else if normalised(text).is_empty() {
        breaches.note(Breach::new(place, Rule::Required));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headings::Means;

    fn about(upper: Option<&str>, lower: Option<&str>, means: Means) -> Decision {
        Decision {
            role: Role::Days,
            upper: upper.map(str::to_owned),
            lower: lower.map(str::to_owned),
            means,
        }
    }

    #[test]
    fn what_cannot_hold_is_told_at_once() {
        let document = LayoutDocument {
            sheets: BTreeMap::from([(Role::Days, "\u{A0}".to_owned())]),
            labels: vec![
                about(Some("현장"), None, Means::Paid),
                about(Some("현 장"), None, Means::Ignored),
                about(None, None, Means::Ignored),
                about(Some("현장"), Some("금액"), Means::Paid),
                about(Some("매점"), None, Means::Won),
                Decision {
                    role: Role::Report,
                    ..about(None, Some("매수"), Means::Count)
                },
            ],
        };
        let at = |index, field| Place::item(Field::Labels, index).field(field);
        let expected = [
            Breach::new(Place::from(Field::Sheets).field(Field::DaysSheet), Rule::Required),
            Breach::new(at(1, Field::Label), Rule::Duplicate),
            Breach::new(at(2, Field::Label), Rule::Required),
            Breach::new(at(3, Field::Means), Rule::NotOfThisLabel),
            Breach::new(at(4, Field::Means), Rule::NotOfThisLabel),
            Breach::new(at(5, Field::Means), Rule::NotOfThisLabel),
        ];
        assert_eq!(document.check().unwrap_err(), expected);
    }

    #[test]
    fn a_document_has_at_most_500_decisions() {
        let label = |number: usize| about(None, Some(&number.to_string()), Means::Ignored);
        let with = |count| LayoutDocument {
            labels: (0..count).map(label).collect(),
            ..LayoutDocument::default()
        };
        assert!(with(500).check().is_ok());
        let breach = Breach::new(Field::Labels, Rule::TooMany(500));
        assert_eq!(with(501).check().unwrap_err(), [breach]);
    }
}
