use async_trait::async_trait;
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use thiserror::Error;

/// One cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCell {
    /// Nothing, or only spaces.
    Blank,
    /// Text, trimmed. In CSV everything is.
    Text(String),
    /// A number; dates are numbers too, as in a spreadsheet.
    Number(Decimal),
    /// True or false.
    Flag(bool),
    /// An error of a formula, `#REF!`.
    Error(String),
}

impl ListCell {
    /// The cell as text.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// Its row or line in the file, from 1.
    pub number: u32,
    /// Its cells, as many as there are columns at most.
    pub cells: Vec<ListCell>,
}

/// A list that somebody keeps in a file: the first sheet of a workbook, or a CSV file. Rows without any cell are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The rows, the one with the names of the columns first.
    pub rows: Vec<ListRow>,
    /// Whether its dates count from 1904, as on old Macs, and not from 1900.
    pub since_1904: bool,
}

/// Why a file is no list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ListError {
    /// Neither a workbook nor CSV.
    #[error("the file is neither a workbook nor CSV")]
    NotAList,
    /// A workbook with a password that is not known.
    #[error("the workbook is locked by a password; save it without one")]
    Encrypted,
    /// More than what is read of one file.
    #[error("the file has more rows, columns or bytes than are read")]
    TooLarge,
    /// Too many files are being read.
    #[error("too many files are being read; try again later")]
    Busy,
    /// Reading broke off, through no fault of the file.
    #[error("reading the file broke off")]
    Interrupted,
}

/// Reads lists, with the same care as workbooks: bounded, and in isolation where the format asks for it.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ListReader: Send + Sync {
    /// Reads a file; its format follows from its bytes, and for CSV from the name's ending.
    async fn read(&self, file_name: &str, bytes: Vec<u8>) -> Result<List, ListError>;

    /// The day that a cell stands for: a serial number, or text in one of the ways in which workbooks have it.
    fn day(&self, list: &List, cell: &ListCell) -> Option<NaiveDate>;

    /// The day and time of day that a cell stands for.
    fn instant(&self, list: &List, cell: &ListCell) -> Option<NaiveDateTime>;

    /// Whether a text is a word for totals, alone or at its beginning: its row is for people.
    fn is_total(&self, text: &str) -> bool;

    /// The number that a cell stands for: a number, or text with thousands separators, won sign or `%`.
    fn number(&self, cell: &ListCell) -> Option<Decimal>;
}
