//! What a cell holds, whatever file it comes from.

use std::borrow::Cow;

use domain::diagnostics::CellAddress;

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
    /// Text that is only spaces is blank.
    pub(crate) fn or_blank(self) -> Self {
        match self {
            Self::Text(text) if text.trim().is_empty() => Self::Blank,
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

/// The cells of one row under the markers, without an allocation per cell.
#[derive(Debug, Default)]
pub(crate) struct HeldCells {
    values: Vec<Held>,
    text: String,
}

#[derive(Debug, Clone, Copy)]
enum Held {
    Blank,
    Number(f64),
    Text { start: usize, end: usize },
    Bool(bool),
    Error { start: usize, end: usize },
    Uncalculated,
}

impl HeldCells {
    /// Forgets the row and makes room for one of `slots` cells.
    pub(crate) fn clear(&mut self, slots: usize) {
        self.values.clear();
        self.values.resize(slots, Held::Blank);
        self.text.clear();
    }

    /// Keeps a value; a later one of the same slot replaces it.
    pub(crate) fn hold(&mut self, slot: usize, value: CellValue<'_>) {
        self.values[slot] = match value {
            CellValue::Blank => Held::Blank,
            CellValue::Uncalculated => Held::Uncalculated,
            CellValue::Number(number) => Held::Number(number),
            CellValue::Bool(flag) => Held::Bool(flag),
            CellValue::Text(text) => {
                let (start, end) = self.push(text);
                Held::Text { start, end }
            }
            CellValue::Error(text) => {
                let (start, end) = self.push(text);
                Held::Error { start, end }
            }
        };
    }

    /// The value of a slot.
    pub(crate) fn get(&self, slot: usize) -> CellValue<'_> {
        match self.values[slot] {
            Held::Blank => CellValue::Blank,
            Held::Uncalculated => CellValue::Uncalculated,
            Held::Number(number) => CellValue::Number(number),
            Held::Bool(flag) => CellValue::Bool(flag),
            Held::Text { start, end } => CellValue::Text(&self.text[start..end]),
            Held::Error { start, end } => CellValue::Error(&self.text[start..end]),
        }
    }

    fn push(&mut self, text: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(text);
        (start, self.text.len())
    }
}
