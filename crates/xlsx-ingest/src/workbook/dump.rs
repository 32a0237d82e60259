//! The part of reading that runs in isolation.

use std::borrow::Cow;
use std::io::Write;

use super::legacy::{read_ods, read_xls, read_xlsb};
use super::records::{SheetRecords, write_header};
use super::xlsx::XlsxWorkbook;
use super::{IsolationFailure, Unreadable, WorkbookFormat, guarded};
use crate::layout::all_sheets;
use crate::limits::Limits;

/// Writes the cells of the known sheets of a workbook. Meant for a process of its own: no memory is spared here.
pub fn dump_cells(
    format: WorkbookFormat,
    bytes: &[u8],
    out: &mut impl Write,
    limits: &Limits,
) -> Result<(), IsolationFailure> {
    let dumped = guarded(|| match format {
        WorkbookFormat::Xlsx => dump_xlsx(bytes, out, limits),
        WorkbookFormat::Xlsb => read_xlsb(bytes, out, limits),
        WorkbookFormat::Xls => read_xls(bytes, out, limits),
        WorkbookFormat::Ods => read_ods(bytes, out, limits),
    });
    dumped.map_err(IsolationFailure::from)
}

fn dump_xlsx(bytes: &[u8], out: &mut impl Write, limits: &Limits) -> Result<(), Unreadable> {
    let mut workbook = XlsxWorkbook::open(Cow::Borrowed(bytes))?;
    write_header(workbook.date_system(), workbook.calculates_on_open(), out).map_err(|_| Unreadable::Internal)?;
    for (number, sheet) in (0..).zip(all_sheets()) {
        if workbook.has(sheet) {
            let mut records = SheetRecords::new(limits.record_bytes);
            workbook.read(sheet, &mut records)?;
            write_sheet(number, &records, out, limits)?;
        }
    }
    Ok(())
}

/// Writes one sheet, if it is complete.
pub(super) fn write_sheet(
    number: u8,
    records: &SheetRecords,
    out: &mut impl Write,
    limits: &Limits,
) -> Result<(), Unreadable> {
    if records.is_full() {
        return Err(Unreadable::TooLarge(format!(
            "> {} MiB of cells",
            limits.record_bytes >> 20
        )));
    }
    records.write_to(number, out).map_err(|_| Unreadable::Internal)
}
