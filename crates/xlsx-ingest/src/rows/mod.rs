//! The rules that turn the cells of a sheet into rows, whatever file they come from.

mod cell;
mod columns;
mod daily;
pub(crate) mod dates;
mod label;
mod log;
mod performances;
mod row;
mod sheet;

pub(crate) use cell::{CellValue, ERROR_TEXTS, MergedRegion, SheetCell};
pub(crate) use daily::DailyRows;
pub(crate) use label::{clean_label, is_same_label, is_total, visible};
pub(crate) use log::SheetLog;
pub(crate) use performances::PerformanceRows;
pub(crate) use row::{Found, Notation, Row};
pub(crate) use sheet::{SheetEnd, SheetReader};

use crate::layout::SheetKind;

/// What is read from each row of one kind of sheet.
pub(crate) trait RowRules {
    /// The kind of sheet that these rules are for.
    const KIND: SheetKind;

    /// Reads a row below the markers; most of what people write there is no data row.
    fn read(&mut self, row: &Row<'_>, log: &mut SheetLog<'_>);
}
