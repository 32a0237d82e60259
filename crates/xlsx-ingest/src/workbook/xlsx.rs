//! xlsx and xlsm files, cell by cell.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Reader, SheetType, Xlsx, XlsxError};
use domain::diagnostics::CellAddress;

use super::{CellSink, Unreadable, guarded, iso};
use crate::layout::{LIST, SHEETS, SheetLayout, all_sheets};
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, SheetCell, is_same_label};

/// An opened file. Its strings and styles are in memory, its sheets are not.
pub(crate) struct XlsxWorkbook<'a> {
    workbook: Xlsx<Cursor<Cow<'a, [u8]>>>,
    /// The names of the known sheets as the file writes them.
    names: [Option<String>; SHEETS],
}

impl<'a> XlsxWorkbook<'a> {
    pub(super) fn open(bytes: Cow<'a, [u8]>) -> Result<Self, Unreadable> {
        guarded(|| {
            let workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotAWorkbook)?;
            let names = known_sheets(&workbook);
            Ok(Self { workbook, names })
        })
    }

    pub(super) fn has(&self, sheet: &SheetLayout) -> bool {
        self.name(sheet).is_some()
    }

    pub(super) fn date_system(&self) -> DateSystem {
        if self.workbook.has_1904_epoch() {
            DateSystem::Since1904
        } else {
            DateSystem::Since1900
        }
    }

    pub(super) fn calculates_on_open(&self) -> bool {
        false
    }

    pub(super) fn read(&mut self, sheet: &SheetLayout, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        let system = self.date_system();
        let Some(name) = self.name(sheet).map(ToOwned::to_owned) else {
            return Ok(());
        };
        let workbook = &mut self.workbook;
        guarded(|| {
            let reader = workbook.worksheet_cells_reader(&name);
            let mut cells = reader.map_err(|_| Unreadable::NotAWorkbook)?;
            loop {
                let cell = match cells.next_cell_with_formula_metadata() {
                    Ok(Some(cell)) => cell,
                    Ok(None) => return Ok(()),
                    // An error of a kind that is newer than calamine, which does not say where it stands.
                    Err(XlsxError::CellError(text)) => {
                        sink.unplaced_error(&text);
                        continue;
                    }
                    Err(_) => return Err(Unreadable::NotAWorkbook),
                };
                let (row, column) = cell.pos;
                let is_formula = cell.formula.is_some();
                let at = CellAddress { row, column };
                let value = match value(&cell.value, system) {
                    CellValue::Blank if is_formula => CellValue::Uncalculated,
                    value => value,
                };
                if sink.cell(SheetCell { at, value, is_formula }).is_break() {
                    return Ok(());
                }
            }
        })
    }

    fn name(&self, sheet: &SheetLayout) -> Option<&str> {
        let number = all_sheets().iter().position(|known| known.name == sheet.name)?;
        self.names[number].as_deref()
    }
}

/// The known sheets of a workbook, by the names that it writes.
pub(super) fn known_sheets<S: std::io::Read + std::io::Seek>(workbook: &impl Reader<S>) -> [Option<String>; SHEETS] {
    let worksheets = || {
        let sheets = workbook.sheets_metadata().iter();
        sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet)
    };
    let mut names = all_sheets().map(|known| {
        let named = worksheets().find(|sheet| is_same_label(&sheet.name, known.name));
        named.map(|sheet| sheet.name.clone())
    });
    if names.iter().all(Option::is_none) {
        names[usize::from(LIST.number)] = worksheets().next().map(|sheet| sheet.name.clone());
    }
    names
}

/// A cell of calamine's as the rules know it.
pub(super) fn value<'c>(data: &'c DataRef<'_>, system: DateSystem) -> CellValue<'c> {
    match data {
        DataRef::Empty => CellValue::Blank,
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::SharedString(text) => CellValue::Text(text),
        DataRef::String(text) => CellValue::Text(text),
        DataRef::DateTime(moment) => CellValue::Number(moment.as_f64()),
        #[expect(
            clippy::cast_precision_loss,
            reason = "calamine makes integers of 32 bits of what were fractions"
        )]
        DataRef::Int(number) => CellValue::Number(*number as f64),
        DataRef::Bool(flag) => CellValue::Bool(*flag),
        DataRef::Error(error) => CellValue::Error(error_text(error)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            iso::serial(text, system).map_or(CellValue::Text(text), CellValue::Number)
        }
    }
}

/// The text of an error as a spreadsheet shows it.
pub(super) fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
