//! Tables for spreadsheets.

mod csv;
mod headings;
mod xlsx;

pub use csv::CsvPieces;
pub use xlsx::{XLSX, write_workbook};

use crate::report::Answer;

/// What a file of a report is called: `plays-revenue_2026-11-29.xlsx`.
pub fn file_name(answer: &dyn Answer, of_table: &str, ending: &str) -> String {
    let (report, as_of) = (answer.report().name().replace('/', "-"), answer.as_of());
    format!("{report}{of_table}_{as_of}.{ending}")
}

/// A list of names as one text.
fn joined(names: &[String]) -> String {
    names.join(", ")
}
