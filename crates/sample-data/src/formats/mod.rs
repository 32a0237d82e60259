//! Writers of every file format that the server reads.
//!
//! `.xlsx` comes from a writer library or, in the ways of other programs, from here; the others are written here, with the
//! few records that a reader needs. All are deterministic: the same workbook gives the same bytes.

mod csv;
mod filled;
mod markup;
mod ods;
mod package;
mod serial;
mod xls;
mod xlsb;
mod xlsx;

pub use csv::{CsvDates, CsvEncoding, CsvSeparator, CsvStyle, csv};
pub use filled::filled;
pub use markup::{Texts, XlsxStyle, xlsx_styled};
pub use ods::ods;
pub use package::Package;
pub use serial::{BinaryStyle, DateSystem};
pub use xls::{xls, xls_styled, xls_with};
pub use xlsb::{xlsb, xlsb_styled, xlsb_with};
pub use xlsx::{xlsm, xlsx, xlsx_with};
