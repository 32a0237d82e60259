//! Comparing an answer with what was expected, as `samples/README.md` says.

use serde_json::Value;

/// How far a ratio may be off.
const RATIO: f64 = 0.000_1 + 1e-9;

/// Every difference between the keys of `want` and those of `have`, each with its place. Rows are matched by what names
/// them, so that their order is free; further keys of `have` are no difference, further rows are.
pub(crate) fn differences(want: &Value, have: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(want, have, "", &mut found);
    found
}

fn compare(want: &Value, have: &Value, place: &str, found: &mut Vec<String>) {
    match (want, have) {
        (Value::Object(fields), Value::Object(others)) => {
            for (name, value) in fields {
                let other = others.get(name).unwrap_or(&Value::Null);
                compare(value, other, &format!("{place}.{name}"), found);
            }
        }
        (Value::Array(rows), Value::Array(others)) if rows.iter().chain(others).all(Value::is_object) => {
            if rows.len() != others.len() {
                found.push(format!("{place}: {} rows, want {}", others.len(), rows.len()));
            }
            for row in rows {
                let name = name(row);
                match others.iter().find(|other| self::name(other) == name) {
                    Some(other) => compare(row, other, &format!("{place}[{name}]"), found),
                    None => found.push(format!("{place}: no row {name}")),
                }
            }
        }
        (Value::Number(number), Value::Number(other)) if !equal(number, other, place) => {
            found.push(format!("{place}: {other}, want {number}"));
        }
        (Value::Number(_), Value::Number(_)) => {}
        _ if want != have => found.push(format!("{place}: {have}, want {want}")),
        _ => {}
    }
}

/// What tells a row from its neighbours.
fn name(row: &Value) -> String {
    const OF_ITS_OWN: [&str; 7] = [
        "productionCode",
        "month",
        "day",
        "period",
        "weekNumber",
        "startsAt",
        "grade",
    ];
    // A row of a production may have these as well, and is not named by them.
    const OTHERWISE: [&str; 3] = ["category", "weekStart", "cast"];
    let of = |keys: &[&str]| -> Vec<String> {
        let values = keys.iter().filter_map(|key| row.get(*key));
        values.map(Value::to_string).collect()
    };
    let mut names = of(&OF_ITS_OWN);
    if names.is_empty() || (row.get("productionCode").is_none() && row.get("cast").is_some()) {
        names.extend(of(&OTHERWISE));
    }
    names.join(" ")
}

fn equal(want: &serde_json::Number, have: &serde_json::Number, place: &str) -> bool {
    let name = place.rsplit('.').next().unwrap_or_default();
    if let (Some(want), Some(have)) = (want.as_i64(), have.as_i64()) {
        let rounded = ["rojected", "xpected", "Mean"].iter().any(|part| name.contains(part));
        let tolerance = u64::from(rounded && !name.ends_with("Ratio"));
        return want.abs_diff(have) <= tolerance;
    }
    let (want, have) = (want.as_f64().unwrap(), have.as_f64().unwrap());
    (want - have).abs() <= RATIO
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn money_is_exact_and_ratios_and_projections_nearly_so() {
        let want = json!({"revenueKrw": 10, "ratio": 0.5, "projectedKrw": 10, "unknown": null});
        let near = json!({"revenueKrw": 10, "ratio": 0.5001, "projectedKrw": 11, "more": 1});
        assert_eq!(differences(&want, &near), Vec::<String>::new());
        let far = json!({"revenueKrw": 11, "ratio": 0.5002, "projectedKrw": 12, "unknown": 0});
        assert_eq!(differences(&want, &far).len(), 4);
    }

    #[test]
    fn rows_are_matched_by_name_and_none_is_too_many() {
        let want = json!([{"productionCode": "A", "seats": 1}, {"productionCode": "B", "seats": 2}]);
        let turned = json!([{"productionCode": "B", "seats": 2}, {"productionCode": "A", "seats": 1}]);
        assert_eq!(differences(&want, &turned), Vec::<String>::new());
        let more = json!([{"productionCode": "A", "seats": 1}, {"productionCode": "C"}, {"productionCode": "B"}]);
        assert_eq!(differences(&want, &more).len(), 2);
    }
}
