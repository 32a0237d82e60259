//! The rules that turn the cells of a sheet into rows, whatever file they come from.

pub(crate) mod buyers;
mod cell;
mod columns;
mod daily;
mod data_row;
pub(crate) mod dates;
mod figures;
mod formulas;
pub(crate) mod headed;
mod kept;
mod log;
mod markers;
mod merges;
mod performances;
mod row;
mod sheet;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub(crate) use buyers::BuyersReader;
pub(crate) use cell::{CellValue, ERROR_TEXTS, MergedRegion, OwnedValue, SheetCell, is_error_text};
pub(crate) use daily::DailyRows;
pub(crate) use formulas::FormulaCount;
pub(crate) use headed::{HeadedRow, Headings};
pub(crate) use log::SheetLog;
pub(crate) use markers::{MARKER_ROWS, is_marker};
pub(crate) use performances::PerformanceRows;
pub(crate) use row::{Found, Notation, Row};
pub(crate) use sheet::{Bounds, SheetEnd, SheetReader};

use crate::layout::SheetKind;

/// What is read from each data row of one kind of sheet.
pub(crate) trait RowRules {
    /// The kind of sheet that these rules are for.
    const KIND: SheetKind;

    /// Reads a data row.
    fn read(&mut self, row: &Row<'_>, day: Found<NaiveDate>, log: &mut SheetLog<'_>);

    /// Reads a data row of a sheet with headings.
    fn read_headed(&mut self, row: &Row<'_>, line: HeadedRow, log: &mut SheetLog<'_>);

    /// Notes what is known only when all rows are read.
    fn finish(&mut self, log: &mut SheetLog<'_>);

    /// Bytes that the rows read so far take, estimated.
    fn kept_bytes(&self) -> usize;
}
