//! Patterns of `LIKE`.

/// `%…%` for `ILIKE`, with the wildcards of the text itself escaped.
pub(crate) fn contains(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}
