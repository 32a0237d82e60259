//! As much of JSON Schema as the OpenAPI document uses, to hold examples against it.

use serde_json::Value;

/// What of `value` is not as `schema` says, with where.
pub(crate) fn violations(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.trim_start_matches('#')).unwrap();
        return violations(document, target, value, at);
    }
    let within = |schema: &Value| violations(document, schema, value, at);
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().flat_map(within).collect();
    }
    if let Some(options) = schema["oneOf"].as_array() {
        let fits = options.iter().any(|option| within(option).is_empty());
        return if fits {
            Vec::new()
        } else {
            vec![format!("{at}: fits nothing of oneOf")]
        };
    }
    let mut found = Vec::new();
    if !has_type(&schema["type"], value) {
        found.push(format!("{at}: {value} is no {}", schema["type"]));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        found.push(format!("{at}: {value} is none of {words:?}"));
    }
    if let Some(minimum) = schema["minimum"].as_f64()
        && value.as_f64().is_some_and(|number| number < minimum)
    {
        found.push(format!("{at}: {value} is below {minimum}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(violations(document, &schema["items"], item, &format!("{at}/{index}")));
    }
    if let Some(fields) = value.as_object() {
        for required in schema["required"].as_array().into_iter().flatten() {
            if !fields.contains_key(required.as_str().unwrap()) {
                found.push(format!("{at}: {required} is missing"));
            }
        }
        for (name, field) in fields {
            let known = schema["properties"].get(name).or(schema.get("additionalProperties"));
            match known {
                Some(Value::Bool(false)) => found.push(format!("{at}/{name}: is not allowed")),
                Some(schema) => found.extend(violations(document, schema, field, &format!("{at}/{name}"))),
                None => {}
            }
        }
    }
    found
}

fn has_type(wanted: &Value, value: &Value) -> bool {
    let is = |wanted: &str| match wanted {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    };
    match wanted {
        Value::String(wanted) => is(wanted),
        Value::Array(options) => options.iter().any(|option| is(option.as_str().unwrap())),
        _ => true,
    }
}
