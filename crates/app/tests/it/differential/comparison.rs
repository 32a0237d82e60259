//! Comparing an answer to the last place: every field, every row, in order.

use serde_json::Value;

use super::exact::of_json;

/// Every difference, each with its place. Numbers are compared as decimals, so that 1 and 1.0 are the same.
pub(super) fn exact_differences(want: &Value, have: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(want, have, "", &mut found);
    found
}

fn compare(want: &Value, have: &Value, place: &str, found: &mut Vec<String>) {
    match (want, have) {
        (Value::Object(fields), Value::Object(others)) => {
            for (name, value) in fields {
                match others.get(name) {
                    Some(other) => compare(value, other, &format!("{place}.{name}"), found),
                    None => found.push(format!("{place}: no {name}")),
                }
            }
            let unknown = others.keys().filter(|name| !fields.contains_key(*name));
            found.extend(unknown.map(|name| format!("{place}: {name} was not expected")));
        }
        (Value::Array(rows), Value::Array(others)) => {
            if rows.len() != others.len() {
                found.push(format!("{place}: {} rows, want {}", others.len(), rows.len()));
            }
            for (index, (row, other)) in rows.iter().zip(others).enumerate() {
                compare(row, other, &format!("{place}[{index}]"), found);
            }
        }
        (Value::Number(number), Value::Number(other)) if of_json(number) == of_json(other) => {}
        _ if want == have => {}
        _ => found.push(format!("{place}: {have}, want {want}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_last_place_the_order_and_each_field_count() {
        let want = json!({"a": 1, "b": [0.5, null], "c": {"d": "e"}});
        assert!(exact_differences(&want, &json!({"a": 1.0, "b": [0.5, null], "c": {"d": "e"}})).is_empty());
        for other in [
            json!({"a": 1.0001, "b": [0.5, null], "c": {"d": "e"}}),
            json!({"a": 1, "b": [null, 0.5], "c": {"d": "e"}}),
            json!({"a": 1, "b": [0.5], "c": {"d": "e"}}),
            json!({"a": 1, "b": [0.5, 0], "c": {"d": "e"}}),
            json!({"a": 1, "b": [0.5, null], "c": {}}),
            json!({"a": 1, "b": [0.5, null], "c": {"d": "e", "f": null}}),
        ] {
            assert!(!exact_differences(&want, &other).is_empty(), "{other}");
        }
    }
}
