//! Errors of deserialisation, in words for people.

/// A mistake in a request, without the deserialiser's jargon.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MalformedField {
    /// The field that the message is about, where it names one.
    pub(super) field: Option<String>,
    /// Stable word for the rule.
    pub(super) code: &'static str,
    /// What is expected.
    pub(super) message: String,
}

/// Reads the message of a deserialiser: its errors have nothing but that, and ours are messages already.
pub(super) fn from_serde_message(error: &str) -> MalformedField {
    let error = without_position(error);
    if let Some(name) = named(error, "unknown field `", &["`, expected ", "`, there are no fields"]) {
        return malformed(Some(name), "unknown_field", "there is no such field");
    }
    if let Some(name) = named(error, "missing field `", &["`"]) {
        return malformed(Some(name), "required", "this field is required");
    }
    if let Some(name) = named(error, "duplicate field `", &["`"]) {
        return malformed(Some(name), "duplicate", "this field once");
    }
    malformed(None, "malformed", &expectation(error))
}

fn malformed(field: Option<&str>, code: &'static str, message: &str) -> MalformedField {
    MalformedField {
        field: field.map(str::to_owned),
        code,
        message: message.to_owned(),
    }
}

/// JSON errors end in a position, which says nothing beside the pointer.
fn without_position(error: &str) -> &str {
    error.rsplit_once(" at line ").map_or(error, |(message, _)| message)
}

fn named<'a>(error: &'a str, before: &str, after: &[&str]) -> Option<&'a str> {
    let rest = error.strip_prefix(before)?;
    let cut = after.iter().find_map(|after| rest.rsplit_once(after));
    Some(cut.map_or(rest, |(name, _)| name))
}

fn expectation(error: &str) -> String {
    let expected = error.rsplit_once("expected ").map_or(error, |(_, expected)| expected);
    let words = match expected {
        "i32" | "i64" | "u32" | "u64" | "usize" => "a whole number",
        "f64" => "a number",
        "a string" | "a borrowed string" | "string or map" | "variant identifier" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        other if other.contains("hex escape") || other.contains("unicode") => "a text in Unicode",
        other if other.contains("digit") || other.contains("integer") || other.contains("number") => {
            "a whole number within its bounds"
        }
        other if other.contains("`true` or `false`") => "true or false",
        other => return other.replace('`', ""),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_without_the_list_of_the_others() {
        let unknown = from_serde_message("unknown field `foo`, expected `code` or `name` at line 1 column 12");
        assert_eq!(unknown.field.as_deref(), Some("foo"));
        assert_eq!(unknown.message, "there is no such field");
        assert_eq!(
            from_serde_message("unknown field `foo`, there are no fields")
                .field
                .as_deref(),
            Some("foo")
        );
        assert_eq!(
            from_serde_message("missing field `name` at line 1 column 9")
                .field
                .as_deref(),
            Some("name")
        );
    }

    #[test]
    fn rust_types_are_named_in_words() {
        let message = |error| from_serde_message(error).message;
        assert_eq!(
            message("invalid type: string \"x\", expected i64 at line 1 column 5"),
            "a whole number"
        );
        assert_eq!(
            message("invalid digit found in string"),
            "a whole number within its bounds"
        );
        assert_eq!(
            message("unknown variant `x`, expected one of `asc`, `desc`"),
            "one of asc, desc"
        );
    }
}
