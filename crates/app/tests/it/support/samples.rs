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

/// An expected answer without what is to come, as long as the answer has nothing of the kind. A running week is compared
/// with a whole one so far.
pub(crate) fn without_what_is_to_come(want: &Value, have: &Value) -> Value {
    match (want, have) {
        (Value::Object(fields), Value::Object(others)) => {
            let compares_days = others.contains_key("comparedDays");
            let runs = fields
                .get("comparedDays")
                .is_some_and(|days| !days.is_null() && *days != 7);
            let is_change = |name: &str| matches!(name, "changeKrw" | "changeRatio") && runs && !compares_days;
            let is_to_come = |name: &str| TO_COME.contains(&name) && !others.contains_key(name) || is_change(name);
            let known = fields.iter().filter(|(name, _)| !is_to_come(name));
            let known = known.map(|(name, value)| {
                let other = others.get(name).unwrap_or(&Value::Null);
                (name.clone(), without_what_is_to_come(value, other))
            });
            known.collect()
        }
        // Rows are alike, in whatever order they come.
        (Value::Array(rows), Value::Array(others)) => {
            let other = others.first().unwrap_or(&Value::Null);
            rows.iter().map(|row| without_what_is_to_come(row, other)).collect()
        }
        _ => want.clone(),
    }
}
