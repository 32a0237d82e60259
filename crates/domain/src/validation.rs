//! Rules that fields from people must keep, and how a breach is told.

use thiserror::Error;

use crate::text::as_seen;

/// One breach of a rule: where, which, and in words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{pointer}: {message}")]
pub struct FieldError {
    /// JSON pointer of the field in the request, `/saleEnd`.
    pub pointer: String,
    /// Stable code of the rule, `out_of_range`.
    pub code: &'static str,
    /// What is expected, in English.
    pub message: String,
    /// The cell of a list that it stands in, `B7`.
    pub cell: Option<String>,
    /// What is wrong, in Korean: of a list, which staff correct in their spreadsheet.
    pub message_ko: Option<String>,
}

impl FieldError {
    /// A breach at `pointer`.
    pub fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code,
            message: message.into(),
            cell: None,
            message_ko: None,
        }
    }
}

/// Collects every breach, so that all can be told at once.
#[derive(Debug, Default)]
pub struct Breaches(Vec<FieldError>);

impl Breaches {
    /// Notes a breach unless `holds`.
    pub fn require(&mut self, holds: bool, pointer: &str, code: &'static str, message: &str) {
        if !holds {
            self.0.push(FieldError::new(pointer, code, message));
        }
    }

    /// Notes the breach of `result`, if it is one, and gives the value otherwise.
    pub fn take<T>(&mut self, result: Result<T, FieldError>) -> Option<T> {
        result.map_err(|breach| self.0.push(breach)).ok()
    }

    /// `Ok` when nothing was noted.
    pub fn into_result(self) -> Result<(), Vec<FieldError>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// Text from people: as it looks, trimmed, at most `max_chars`, no control characters but line breaks and tabs. Empty is
/// `None`.
pub fn clean_text(text: &str, max_chars: usize, pointer: &str) -> Result<Option<String>, FieldError> {
    let seen = as_seen(text);
    let text = seen.trim();
    if text.chars().count() > max_chars {
        return Err(FieldError::new(
            pointer,
            "too_long",
            format!("at most {max_chars} characters"),
        ));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(FieldError::new(pointer, "control_character", "no control characters"));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Text on one line: as [`clean_text`], and without line breaks and tabs.
pub fn clean_line(text: &str, max_chars: usize, pointer: &str) -> Result<Option<String>, FieldError> {
    let cleaned = clean_text(text, max_chars, pointer)?;
    if cleaned
        .as_deref()
        .is_some_and(|line| line.chars().any(char::is_control))
    {
        return Err(FieldError::new(pointer, "control_character", "no line breaks or tabs"));
    }
    Ok(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_it_looks_and_measured_by_what_is_seen() {
        let apart = "\u{1111}\u{1167}\u{11AB}\u{110C}\u{1175}\u{200B}\u{A0}";
        assert_eq!(clean_line(apart, 2, "/name"), Ok(Some("편지".to_owned())));
        assert_eq!(clean_text("\u{FEFF} ", 2, "/note"), Ok(None));
    }
}
