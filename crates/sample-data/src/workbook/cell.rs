//! What a cell holds.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The content of a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, as if the cell had never been touched.
    #[default]
    Empty,
    /// A text, also one that looks like a number.
    Text(String),
    /// A number, shown with thousands separators. An unformatted date is a number too: its serial.
    Number(f64),
    /// A number shown in percent: 0.85 reads 85 %.
    Percent(f64),
    /// A day, shown as `2026.11.19`.
    Date(NaiveDate),
    /// A time of day, shown as `19:30`.
    Time(NaiveTime),
    /// A day with a time of day.
    DateTime(NaiveDateTime),
    /// A day or time that the file types as one and writes as text: `2026-11-19T00:00:00.000Z`. Only `.xlsx` and `.ods`
    /// have such cells.
    Iso(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error that stands in the cell.
    Error(CellError),
    /// A formula with the value it had when the file was saved.
    Formula {
        /// Without the leading `=`.
        formula: String,
        /// Never a formula itself.
        cached: Box<Cell>,
    },
}

impl Cell {
    /// A formula, written without its `=`, and its cached value.
    pub fn formula(formula: impl Into<String>, cached: impl Into<Cell>) -> Self {
        Self::Formula {
            formula: formula.into(),
            cached: Box::new(cached.into()),
        }
    }

    /// What a reader sees: the cached value of a formula, else the cell itself.
    pub fn value(&self) -> &Cell {
        match self {
            Self::Formula { cached, .. } => cached,
            other => other,
        }
    }

    /// The number that a reader sees, if it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self.value() {
            Self::Number(number) | Self::Percent(number) => Some(*number),
            _ => None,
        }
    }

    /// The text that a reader sees, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self.value() {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The day that a reader sees, if it is one.
    pub fn as_date(&self) -> Option<NaiveDate> {
        match self.value() {
            Self::Date(date) => Some(*date),
            Self::DateTime(moment) => Some(moment.date()),
            _ => None,
        }
    }
}

/// An error value of a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellError {
    /// `#NULL!`
    Null,
    /// `#DIV/0!`
    Div0,
    /// `#VALUE!`
    Value,
    /// `#REF!`
    Ref,
    /// `#NAME?`
    Name,
    /// `#NUM!`
    Num,
    /// `#N/A`
    NotAvailable,
    /// `#SPILL!`, of today's Excel. `.xls` and `.xlsb` have no byte for it and keep it as `#VALUE!`.
    Spill,
    /// `#CALC!`, likewise.
    Calc,
    /// `#GETTING_DATA`
    GettingData,
}

impl CellError {
    /// Every error that all formats know.
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Div0,
        Self::Value,
        Self::Ref,
        Self::Name,
        Self::Num,
        Self::NotAvailable,
    ];

    /// Errors that only newer programs know.
    pub const NEWER: [Self; 3] = [Self::Spill, Self::Calc, Self::GettingData];

    /// As a spreadsheet shows it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Null => "#NULL!",
            Self::Div0 => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Ref => "#REF!",
            Self::Name => "#NAME?",
            Self::Num => "#NUM!",
            Self::NotAvailable => "#N/A",
            Self::Spill => "#SPILL!",
            Self::Calc => "#CALC!",
            Self::GettingData => "#GETTING_DATA",
        }
    }

    /// The byte that stands for it in the binary formats, `.xls` and `.xlsb` alike.
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Null => 0x00,
            Self::Div0 => 0x07,
            Self::Value | Self::Spill | Self::Calc => 0x0F,
            Self::Ref => 0x17,
            Self::Name => 0x1D,
            Self::Num => 0x24,
            Self::NotAvailable => 0x2A,
            Self::GettingData => 0x2B,
        }
    }
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<i64> for Cell {
    #[expect(
        clippy::cast_precision_loss,
        reason = "spreadsheets know no other numbers, and won stay far below 2^53"
    )]
    fn from(number: i64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveTime> for Cell {
    fn from(time: NaiveTime) -> Self {
        Self::Time(time)
    }
}

impl From<NaiveDateTime> for Cell {
    fn from(moment: NaiveDateTime) -> Self {
        Self::DateTime(moment)
    }
}

impl From<bool> for Cell {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<CellError> for Cell {
    fn from(error: CellError) -> Self {
        Self::Error(error)
    }
}
