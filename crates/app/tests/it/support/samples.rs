//! The prepared sample workbooks beside the workspace.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The folder of samples, which lies beside the workspace where there is one.
pub(crate) fn samples() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    if !folder.exists() {
        println!("No samples at {}: nothing to compare with.", folder.display());
        return None;
    }
    Some(folder)
}

/// A file of them that holds JSON.
pub(crate) fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Fields of the samples that reports do not answer yet: sums over several rows, what is due, and what a house could bring.
const TO_COME: [&str; 12] = [
    "overall",
    "categories",
    "dueTargetKrw",
    "dueRatio",
    "cumulativeDueTargetKrw",
    "cumulativeDueRatio",
    "comparable",
    "comparedDays",
    "steady",
    "fullHouseKrw",
    "expectedRevenueKrw",
    "expectedProfitKrw",
];

/// An expected answer without what is to come. A running week is compared with a whole one so far.
pub(crate) fn without_what_is_to_come(want: &Value) -> Value {
    match want {
        Value::Object(fields) => {
            let runs = fields
                .get("comparedDays")
                .is_some_and(|days| !days.is_null() && *days != 7);
            let is_known =
                |name: &str| !(TO_COME.contains(&name) || runs && matches!(name, "changeKrw" | "changeRatio"));
            let known = fields.iter().filter(|(name, _)| is_known(name));
            known
                .map(|(name, value)| (name.clone(), without_what_is_to_come(value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(without_what_is_to_come).collect(),
        value => value.clone(),
    }
}

/// Fails once a field is answered that is said to come.
pub(crate) fn assert_still_to_come(have: &Value) {
    match have {
        Value::Object(fields) => {
            for (name, value) in fields {
                assert!(!TO_COME.contains(&name.as_str()), "{name} is answered: compare it");
                assert_still_to_come(value);
            }
        }
        Value::Array(items) => items.iter().for_each(assert_still_to_come),
        _ => {}
    }
}
