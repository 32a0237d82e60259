//! What somebody decided that labels mean.

use std::collections::BTreeMap;

use domain::headings::{Decision, LayoutDocument, Means, Role, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parse;
use crate::errors::{Work, broken_row};

const WHAT: &str = "layout";

#[derive(Serialize, Deserialize)]
struct StoredLayout {
    #[serde(default)]
    sheets: BTreeMap<String, String>,
    #[serde(default)]
    labels: Vec<StoredDecision>,
}

#[derive(Serialize, Deserialize)]
struct StoredDecision {
    sheet: String,
    label: [Option<String>; 2],
    means: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agency: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

/// The document as the API shows it.
pub(crate) fn layout_to_json(document: &LayoutDocument) -> Value {
    let stored = StoredLayout {
        sheets: document
            .sheets
            .iter()
            .map(|(role, name)| (role.code().to_owned(), name.clone()))
            .collect(),
        labels: document.labels.iter().map(to_stored).collect(),
    };
    serde_json::to_value(stored).expect("plain texts")
}

/// Reads a document.
pub(crate) fn layout_from_json(json: Value) -> Work<LayoutDocument> {
    let StoredLayout { sheets, labels } = parse(WHAT, json)?;
    let sheets = sheets.into_iter().map(|(role, name)| Ok((role_of(&role)?, name)));
    Ok(LayoutDocument {
        sheets: sheets.collect::<Work<_>>()?,
        labels: labels.into_iter().map(from_stored).collect::<Work<_>>()?,
    })
}

/// The kind of sheet of this word.
pub(super) fn role_of(code: &str) -> Work<Role> {
    let found = Role::ALL.into_iter().find(|role| role.code() == code);
    found.ok_or_else(|| broken_row(WHAT, "an unknown kind of sheet"))
}

/// The state of this word.
pub(super) fn state_of(code: &str) -> Work<State> {
    let found = State::ALL.into_iter().find(|state| state.code() == code);
    found.ok_or_else(|| broken_row(WHAT, "an unknown state"))
}

fn to_stored(decision: &Decision) -> StoredDecision {
    let (grade, agency, state) = match &decision.means {
        Means::Agency(code, state) => (
            None,
            Some(code.code().to_owned()),
            state.map(|state| state.code().to_owned()),
        ),
        Means::Grade(grade) => (Some(grade.code().to_owned()), None, None),
        Means::Paid | Means::Complimentary | Means::Count | Means::Won | Means::Ignored => (None, None, None),
    };
    StoredDecision {
        sheet: decision.role.code().to_owned(),
        label: [decision.upper.clone(), decision.lower.clone()],
        means: decision.means.code().to_owned(),
        grade,
        agency,
        state,
    }
}

fn from_stored(stored: StoredDecision) -> Work<Decision> {
    let broken = |error: &str| broken_row(WHAT, error);
    let [upper, lower] = stored.label;
    let means = match (stored.means.as_str(), stored.agency, stored.grade) {
        ("agency", Some(code), _) => {
            let code = code.parse().map_err(|error| broken_row(WHAT, error))?;
            Means::Agency(code, stored.state.as_deref().map(state_of).transpose()?)
        }
        ("grade", _, Some(grade)) => Means::Grade(grade.parse().map_err(|error| broken_row(WHAT, error))?),
        (plain, ..) => Means::plain(plain).ok_or_else(|| broken("a decision that means nothing"))?,
    };
    Ok(Decision {
        role: role_of(&stored.sheet)?,
        upper,
        lower,
        means,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_comes_back_as_it_was() {
        let all = [
            Means::Agency("box-office".parse().unwrap(), None),
            Means::Agency("kiosk".parse().unwrap(), Some(State::Pending)),
            Means::Paid,
            Means::Complimentary,
            Means::Grade("terrace".parse().unwrap()),
            Means::Count,
            Means::Won,
            Means::Ignored,
        ];
        let labels = all.into_iter().map(|means| Decision {
            role: Role::Days,
            upper: Some("현장".to_owned()),
            lower: None,
            means,
        });
        let document = LayoutDocument {
            sheets: BTreeMap::from([(Role::Performances, "11월 회차".to_owned())]),
            labels: labels.collect(),
        };
        assert_eq!(layout_from_json(layout_to_json(&document)).unwrap(), document);
        let empty = layout_from_json(Value::Object(serde_json::Map::new())).unwrap();
        assert!(empty.is_empty());
    }
}
