//! What was recognised of a sheet, for people to see.

use super::{Heading, Role};

/// A sheet whose heading was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognisedSheet {
    /// Its name, as the workbook has it.
    pub sheet: String,
    /// What its rows describe.
    pub role: Role,
    /// Its heading with the columns.
    pub heading: Heading,
    /// The first and the last row with data, counted from 0, and how many there are; `None` without any.
    pub data_rows: Option<DataRows>,
    /// Rows of totals, counted from 0, the first thousand.
    pub check_rows: Vec<u32>,
    /// By which two workbooks can be told to have the same labels: 16 hexadecimal digits.
    pub signature: String,
    /// Of each column of the heading, in its order.
    pub contents: Vec<ColumnContents>,
}

/// Rows with data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataRows {
    /// The first, counted from 0.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// How many there are.
    pub count: u32,
}

/// What the data rows hold in a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnContents {
    /// The sum of seats or won; `None` for other columns.
    pub sum: Option<i64>,
    /// The first three values that are not blank.
    pub sample: Vec<String>,
}
