//! Writers of every file format that the server reads.
//!
//! `.xlsx` comes from a writer library, the others are written here, with the few records that a reader needs. All are
//! deterministic: the same workbook gives the same bytes.

mod csv;
mod filled;
mod ods;
mod package;
mod serial;
mod xls;
mod xlsb;
mod xlsx;

pub use csv::{CsvDates, CsvEncoding, CsvStyle, csv};
pub use filled::filled;
pub use ods::ods;
pub use serial::DateSystem;
pub use xls::{xls, xls_with};
pub use xlsb::{xlsb, xlsb_with};
pub use xlsx::{xlsm, xlsx, xlsx_with};
