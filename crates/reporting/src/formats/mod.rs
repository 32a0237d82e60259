//! Tables for spreadsheets.

mod csv;
mod headings;
mod xlsx;

pub use csv::CsvPieces;
pub use xlsx::{XLSX, write_workbook};

/// A list of names as one text.
fn joined(names: &[String]) -> String {
    names.join(", ")
}
