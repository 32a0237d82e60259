//! One row below the markers.

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::cell::{CellValue, HeldCells};
use super::columns::Columns;
use super::dates::{DateSystem, MinuteOfDay};
use super::formulas::FormulaCount;
use super::log::SheetLog;
use super::merges::{Merges, Shared};
use crate::layout::Figure;
use crate::number::DecimalNumber;

/// How a source writes numbers, days and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// As typed cells: a number that is text is peculiar.
    Cells(DateSystem),
    /// As text.
    Written,
}

/// One row below the markers.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) number: u32,
    pub(crate) columns: &'a Columns,
    pub(crate) cells: &'a HeldCells,
    pub(crate) merges: &'a Merges,
    pub(crate) notation: Notation,
}

/// A figure and the slot it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<T> {
    pub(crate) slot: usize,
    pub(crate) value: T,
}

impl Row<'_> {
    /// The address of a slot in this row.
    pub(crate) fn address(&self, slot: usize) -> CellAddress {
        CellAddress {
            row: self.number,
            column: self.columns.column(slot),
        }
    }

    /// The value of a day, time or name: that of the merged region which covers the cell, or else its own.
    pub(crate) fn shared(&self, slot: usize) -> Shared<'_> {
        let shared = self.merges.shared(slot, self.address(slot));
        shared.unwrap_or_else(|| Shared {
            value: self.cells.get(slot),
            is_formula: self.cells.is_formula(slot),
            is_own: true,
        })
    }

    /// The time of day of a performance.
    pub(crate) fn time(&self, log: &mut SheetLog<'_>) -> Option<MinuteOfDay> {
        let slot = self.columns.figure(Figure::Time)?;
        let time = self.time_of(slot, log)?;
        if let CellValue::Text(text) = self.shared(slot).value
            && DecimalNumber::parse(text).is_some()
        {
            self.note_text_number(slot, text, log);
        }
        Some(time)
    }

    /// The time of day in a slot.
    pub(super) fn time_of(&self, slot: usize, log: &mut SheetLog<'_>) -> Option<MinuteOfDay> {
        let cell = self.shared(slot).value;
        match cell {
            CellValue::Error(_) | CellValue::Uncalculated => {
                self.note_unusable(slot, cell, log);
                return None;
            }
            CellValue::Blank => {
                log.cell(DiagnosticCode::MissingTime, self.address(slot), None);
                return None;
            }
            CellValue::Number(_) | CellValue::Text(_) | CellValue::Bool(_) => {}
        }
        let time = self.own_time(slot);
        if time.is_none() {
            log.cell(DiagnosticCode::NotATime, self.address(slot), Some(&cell.text()));
        }
        time
    }

    /// The time of day in a slot, if it can be read.
    pub(super) fn own_time(&self, slot: usize) -> Option<MinuteOfDay> {
        match (self.shared(slot).value, self.notation) {
            (CellValue::Number(number), Notation::Cells(system)) => MinuteOfDay::from_number(number, system),
            (CellValue::Text(text), _) => MinuteOfDay::parse(text),
            _ => None,
        }
    }

    /// The formulas of its marked cells, or only that of its date where it is no data row.
    pub(super) fn formulas(&self, is_data: bool) -> FormulaCount {
        let mut count = FormulaCount::default();
        if self.cells.has_formulas() {
            let date = self.columns.date();
            let slots = (0..self.columns.len()).filter(|slot| is_data || date == Some(*slot));
            for slot in slots.filter(|slot| self.cells.is_formula(*slot)) {
                count.count(self.cells.get(slot));
            }
        }
        count
    }

    /// Notes a cell whose formula gives nothing to read.
    pub(super) fn note_unusable(&self, slot: usize, value: CellValue<'_>, log: &mut SheetLog<'_>) {
        match value {
            CellValue::Error(text) => log.cell(DiagnosticCode::ErrorCell, self.address(slot), Some(text)),
            _ => log.cell(DiagnosticCode::FormulaWithoutValue, self.address(slot), None),
        }
    }

    /// Notes a number that a workbook holds as text.
    pub(super) fn note_text_number(&self, slot: usize, text: &str, log: &mut SheetLog<'_>) {
        if self.notation != Notation::Written {
            log.cell(DiagnosticCode::TextNumber, self.address(slot), Some(text));
        }
    }
}
