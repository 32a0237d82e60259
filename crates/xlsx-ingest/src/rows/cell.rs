//! What a cell holds, whatever file it comes from.

use std::borrow::Cow;
use std::sync::Arc;

use domain::diagnostics::CellAddress;

use crate::label::is_blank;

/// A cell's value. Dates and times are numbers, as in a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum CellValue<'a> {
    Blank,
    Number(f64),
    Text(&'a str),
    Bool(bool),
    /// `#REF!` and the like.
    Error(&'a str),
    /// A formula that no spreadsheet has calculated.
    Uncalculated,
}

/// One cell of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SheetCell<'a> {
    pub(crate) at: CellAddress,
    pub(crate) value: CellValue<'a>,
    /// Whether a formula made the value.
    pub(crate) is_formula: bool,
}

/// A rectangle of cells that are one, whose value stands in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MergedRegion {
    pub(crate) first: CellAddress,
    /// The last row and column, inclusive.
    pub(crate) last: CellAddress,
}

impl<'a> SheetCell<'a> {
    /// A cell that nobody calculates.
    pub(crate) fn typed(at: CellAddress, value: CellValue<'a>) -> Self {
        Self {
            at,
            value,
            is_formula: false,
        }
    }
}

impl<'a> CellValue<'a> {
    /// Text of which nothing is visible is blank.
    pub(crate) fn or_blank(self) -> Self {
        match self {
            Self::Text(text) if is_blank(text) => Self::Blank,
            other => other,
        }
    }

    /// The value as a person reads it.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Blank | Self::Uncalculated => Cow::Borrowed(""),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

/// The errors that a formula can end in. Their texts count as such in CSV files.
pub(crate) const ERROR_TEXTS: [&str; 8] = [
    "#REF!",
    "#DIV/0!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#GETTING_DATA",
];

/// Whether a text is that of an error, whatever its name: `#REF!`, `#SPILL!`, `#N/A`; LibreOffice also writes `Err:502`.
pub(crate) fn is_error_text(text: &str) -> bool {
    if let Some(code) = text.strip_prefix("Err:") {
        return code.parse::<u16>().is_ok();
    }
    let Some(name) = text.strip_prefix('#') else {
        return false;
    };
    let name = name.strip_suffix(['!', '?']).unwrap_or(name);
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'/' | b'_');
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(fits)
}

/// A value that outlives its row; clones share its text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum OwnedValue {
    Blank,
    Number(f64),
    Text(Arc<str>),
    Bool(bool),
    Error(Arc<str>),
    Uncalculated,
}

impl From<CellValue<'_>> for OwnedValue {
    fn from(value: CellValue<'_>) -> Self {
        match value {
            CellValue::Blank => Self::Blank,
            CellValue::Number(number) => Self::Number(number),
            CellValue::Text(text) => Self::Text(text.into()),
            CellValue::Bool(flag) => Self::Bool(flag),
            CellValue::Error(text) => Self::Error(text.into()),
            CellValue::Uncalculated => Self::Uncalculated,
        }
    }
}

impl OwnedValue {
    pub(crate) fn borrowed(&self) -> CellValue<'_> {
        match self {
            Self::Blank => CellValue::Blank,
            Self::Number(number) => CellValue::Number(*number),
            Self::Text(text) => CellValue::Text(text),
            Self::Bool(flag) => CellValue::Bool(*flag),
            Self::Error(text) => CellValue::Error(text),
            Self::Uncalculated => CellValue::Uncalculated,
        }
    }
}

/// The cells of one row under the markers, without an allocation per cell.
#[derive(Debug, Default)]
pub(crate) struct HeldCells {
    values: Vec<Held>,
    formulas: Vec<bool>,
    has_formulas: bool,
    /// The leftmost text of the row, also of columns without marker.
    first_text: Option<(u32, Span)>,
    text: String,
}

/// A part of the text of the row.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Debug, Clone, Copy)]
enum Held {
    Blank,
    Number(f64),
    Text(Span),
    Bool(bool),
    Error(Span),
    Uncalculated,
}

impl HeldCells {
    /// Forgets the row and makes room for one of `slots` cells.
    pub(crate) fn clear(&mut self, slots: usize) {
        self.values.clear();
        self.values.resize(slots, Held::Blank);
        if self.has_formulas || self.formulas.len() != slots {
            self.formulas.clear();
            self.formulas.resize(slots, false);
            self.has_formulas = false;
        }
        self.first_text = None;
        self.text.clear();
    }

    /// Keeps a value; `false` when the slot has another one already.
    #[must_use]
    pub(crate) fn hold(&mut self, slot: usize, value: CellValue<'_>, is_formula: bool) -> bool {
        if !matches!(self.values[slot], Held::Blank) {
            return self.get(slot) == value;
        }
        self.values[slot] = match value {
            CellValue::Blank => Held::Blank,
            CellValue::Uncalculated => Held::Uncalculated,
            CellValue::Number(number) => Held::Number(number),
            CellValue::Bool(flag) => Held::Bool(flag),
            CellValue::Text(text) => Held::Text(self.push(text)),
            CellValue::Error(text) => Held::Error(self.push(text)),
        };
        self.formulas[slot] = is_formula;
        self.has_formulas |= is_formula;
        true
    }

    /// Whether a text of this column is the leftmost so far.
    pub(crate) fn wants_text(&self, column: u32) -> bool {
        self.first_text.is_none_or(|(first, _)| column < first)
    }

    /// Keeps the leftmost text, of any column.
    pub(crate) fn hold_text(&mut self, column: u32, text: &str) {
        self.first_text = Some((column, self.push(text)));
    }

    /// The value of a slot.
    pub(crate) fn get(&self, slot: usize) -> CellValue<'_> {
        match self.values[slot] {
            Held::Blank => CellValue::Blank,
            Held::Uncalculated => CellValue::Uncalculated,
            Held::Number(number) => CellValue::Number(number),
            Held::Text(span) => CellValue::Text(self.span(span)),
            Held::Bool(flag) => CellValue::Bool(flag),
            Held::Error(span) => CellValue::Error(self.span(span)),
        }
    }

    /// Whether a formula made the value of a slot.
    pub(crate) fn is_formula(&self, slot: usize) -> bool {
        self.formulas[slot]
    }

    /// Whether a formula made any value of the row.
    pub(crate) fn has_formulas(&self) -> bool {
        self.has_formulas
    }

    /// The leftmost text of the row.
    pub(crate) fn first_text(&self) -> Option<&str> {
        self.first_text.map(|(_, span)| self.span(span))
    }

    fn push(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span {
            start,
            end: self.text.len(),
        }
    }

    fn span(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_whatever_their_name() {
        for text in ERROR_TEXTS {
            assert!(is_error_text(text), "{text}");
        }
        for text in ["#SPILL!", "#CALC!", "#BLOCKED!", "#N/A", "Err:502"] {
            assert!(is_error_text(text), "{text}");
        }
        for text in [
            "#",
            "#1",
            "####",
            "# REF!",
            "#1 김지유",
            "#봄밤",
            "REF!",
            "Err:",
            "#Ref!",
        ] {
            assert!(!is_error_text(text), "{text}");
        }
    }
}
