//! xlsb, xls and ods files, which calamine reads whole.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use calamine::{Data, DataRef, Ods, Range, Reader, Xls, Xlsb};
use domain::diagnostics::CellAddress;

use super::dump::write_sheet;
use super::records::{SheetRecords, write_header};
use super::xlsb_errors::with_plain_errors;
use super::xlsx::{known_sheets, value};
use super::{CellSink, Unreadable};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, ERROR_TEXTS, SheetCell};

pub(super) fn read_xlsb(bytes: &[u8], out: &mut impl Write, limits: &Limits) -> Result<(), Unreadable> {
    let bytes = with_plain_errors(bytes)?;
    let mut workbook = Xlsb::new(Cursor::new(&bytes[..])).map_err(|_| Unreadable::NotAWorkbook)?;
    let system = date_system(workbook.has_1904_epoch());
    write_header(system, false, out).map_err(|_| Unreadable::Internal)?;
    for (number, name) in (0..).zip(known_sheets(&workbook)) {
        let Some(name) = name else { continue };
        let mut records = SheetRecords::new(limits.record_bytes);
        let reader = workbook.worksheet_cells_reader(&name);
        let mut cells = reader.map_err(|_| Unreadable::NotAWorkbook)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::NotAWorkbook)? {
            let (row, column) = cell.get_position();
            if records
                .cell(SheetCell::typed(
                    CellAddress { row, column },
                    value(cell.get_value(), system),
                ))
                .is_break()
            {
                break;
            }
        }
        write_sheet(number, &records, out, limits)?;
    }
    Ok(())
}

pub(super) fn read_xls(bytes: &[u8], out: &mut impl Write, limits: &Limits) -> Result<(), Unreadable> {
    let workbook = Xls::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotAWorkbook)?;
    let system = date_system(workbook.has_1904_epoch());
    read_ranges(workbook, system, TextErrors::AreText, out, limits)
}

pub(super) fn read_ods(bytes: &[u8], out: &mut impl Write, limits: &Limits) -> Result<(), Unreadable> {
    let workbook = Ods::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotAWorkbook)?;
    read_ranges(workbook, DateSystem::Since1900, TextErrors::AreErrors, out, limits)
}

fn date_system(since_1904: bool) -> DateSystem {
    if since_1904 {
        DateSystem::Since1904
    } else {
        DateSystem::Since1900
    }
}

/// What the text `#REF!` is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TextErrors {
    AreText,
    /// This format has no other way to say it.
    AreErrors,
}

fn read_ranges<'a>(
    mut workbook: impl Reader<Cursor<&'a [u8]>>,
    system: DateSystem,
    text_errors: TextErrors,
    out: &mut impl Write,
    limits: &Limits,
) -> Result<(), Unreadable> {
    write_header(system, false, out).map_err(|_| Unreadable::Internal)?;
    for (number, name) in (0..).zip(known_sheets(&workbook)) {
        let Some(name) = name else { continue };
        let range = workbook.worksheet_range(&name).map_err(|_| Unreadable::NotAWorkbook)?;
        let mut records = SheetRecords::new(limits.record_bytes);
        // Breaking off is told by the records themselves.
        let _ = record_range(&range, system, text_errors, &mut records);
        write_sheet(number, &records, out, limits)?;
    }
    Ok(())
}

fn record_range(
    range: &Range<Data>,
    system: DateSystem,
    text_errors: TextErrors,
    records: &mut SheetRecords,
) -> ControlFlow<()> {
    let Some((first_row, first_column)) = range.start() else {
        return ControlFlow::Continue(());
    };
    for (row, column, data) in range.used_cells() {
        let data = borrowed(data);
        let value = match value(&data, system) {
            CellValue::Text(text) if text_errors == TextErrors::AreErrors && is_error_text(text) => {
                CellValue::Error(text)
            }
            other => other,
        };
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
            return ControlFlow::Break(());
        };
        let at = CellAddress {
            row: first_row.saturating_add(row),
            column: first_column.saturating_add(column),
        };
        records.cell(SheetCell::typed(at, value))?;
    }
    ControlFlow::Continue(())
}

/// The same value as the streaming readers give it.
fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Whether a text is that of an error; LibreOffice also writes `Err:502`.
fn is_error_text(text: &str) -> bool {
    ERROR_TEXTS.contains(&text)
        || text
            .strip_prefix("Err:")
            .is_some_and(|code| code.parse::<u16>().is_ok())
}
