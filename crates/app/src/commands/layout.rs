//! Decisions about labels in a file: names of sheets, and what labels mean.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use domain::headings::{Decision, Decisions, LayoutDocument, Means, Role, State};
use domain::validation::Breach;
use serde::Deserialize;

/// The document as people write it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    sheets: Sheets,
    #[serde(default)]
    labels: Vec<Said>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheets {
    days: Option<String>,
    performances: Option<String>,
    report: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    sheet: String,
    label: [Option<String>; 2],
    means: String,
    grade: Option<String>,
    agency: Option<String>,
    state: Option<String>,
}

/// Reads such a file.
pub(super) fn read_layout(path: &PathBuf) -> Result<Decisions> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    parse(&text).with_context(|| path.display().to_string())
}

fn parse(text: &str) -> Result<Decisions> {
    let Document { sheets, labels } = serde_json::from_str(text)?;
    let sheets = [
        (Role::Days, sheets.days),
        (Role::Performances, sheets.performances),
        (Role::Report, sheets.report),
    ];
    let sheets = sheets
        .into_iter()
        .filter_map(|(role, name)| name.map(|name| (role, name)));
    let labels = labels.into_iter().map(decision).collect::<Result<Vec<_>>>()?;
    let document = LayoutDocument {
        sheets: sheets.collect(),
        labels,
    };
    let told = |breaches: Vec<Breach>| breaches.iter().map(Breach::to_string).collect::<Vec<_>>().join("; ");
    let document = document.check().map_err(|breaches| anyhow!(told(breaches)))?;
    Ok(document.decisions())
}

fn decision(label: Said) -> Result<Decision> {
    let [upper, lower] = label.label;
    let role = match label.sheet.as_str() {
        "days" => Role::Days,
        "performances" => Role::Performances,
        other => bail!("'{other}' is no sheet: days or performances"),
    };
    let means = match label.means.as_str() {
        "agency" => {
            let code = label.agency.context("an agency needs its code")?.parse()?;
            let state = label.state.map(|state| {
                let found = State::ALL.into_iter().find(|known| known.code() == state);
                found.with_context(|| format!("'{state}' is no state"))
            });
            Means::Agency(code, state.transpose()?)
        }
        "grade" => Means::Grade(label.grade.context("a grade needs its code")?.parse()?),
        other => Means::plain(other).with_context(|| format!("'{other}' means nothing"))?,
    };
    Ok(Decision {
        role,
        upper,
        lower,
        means,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_labels_mean() {
        let decisions = parse(
            r#"{"sheets": {"performances": "11월 회차"},
                "labels": [{"sheet": "performances", "label": [null, "테라스"], "means": "grade", "grade": "terrace"},
                           {"sheet": "days", "label": ["현장", null], "means": "agency", "agency": "box-office"}]}"#,
        )
        .unwrap();
        assert_eq!(decisions.sheet(Role::Performances), Some("11월회차"));
        assert_eq!(decisions.agencies().next().unwrap().code(), "box-office");
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for label in [
            r#"{"sheet": "days", "label": [null, null], "means": "ignored"}"#,
            r#"{"sheet": "days", "label": ["현장", null], "means": "grade", "grade": "r"}"#,
            r#"{"sheet": "days", "label": [null, "매수"], "means": "paid"}"#,
            r#"{"sheet": "weeks", "label": [null, "매수"], "means": "count"}"#,
            r#"{"sheet": "days", "label": [null, "매수"], "means": "grade"}"#,
        ] {
            assert!(parse(&format!(r#"{{"labels": [{label}]}}"#)).is_err(), "{label}");
        }
    }
}
