//! Which rows are data, and what is told of those that are not.

use chrono::NaiveDate;
use domain::diagnostics::DiagnosticCode;

use super::cell::CellValue;
use super::dates::{DateSystem, MinuteOfDay, read_day};
use super::log::SheetLog;
use super::row::{Found, Notation, Row};
use crate::label::is_total;
use crate::layout::Figure;
use crate::number::DecimalNumber;

impl Row<'_> {
    /// The day that makes this a data row, and its slot. Of any other row it is told what must not be lost in silence.
    pub(super) fn day(&self, log: &mut SheetLog<'_>) -> Option<Found<NaiveDate>> {
        let slot = self.columns.figure(Figure::Date)?;
        let date = self.shared(slot);
        let day = match (date.value, self.notation) {
            (CellValue::Error(_) | CellValue::Uncalculated, _) => {
                if date.is_own {
                    self.note_unusable(slot, date.value, log);
                }
                return None;
            }
            (CellValue::Number(number), Notation::Cells(system)) => system.day(number),
            (CellValue::Text(text), _) => {
                let written = read_day(text);
                if date.is_own && written.is_some_and(|written| written.has_other_weekday) {
                    log.cell(DiagnosticCode::WeekdayMismatch, self.address(slot), Some(text));
                }
                written.map(|written| written.day)
            }
            _ => None,
        };
        let Some(value) = day else {
            self.note_left_out(slot, log);
            return None;
        };
        // A row that only shares its day, and has nothing else, is a blank one.
        (date.is_own || self.has_marked_cells()).then_some(Found { slot, value })
    }

    /// The first cell of this row that holds a number of sales.
    pub(super) fn first_number(&self) -> Option<usize> {
        (0..self.columns.len()).find(|slot| self.is_number(*slot))
    }

    /// Notes a row without a day that has figures, unless it says that it is a line of totals.
    fn note_left_out(&self, slot: usize, log: &mut SheetLog<'_>) {
        let date = self.shared(slot);
        let Some(figure) = (0..self.columns.len()).find(|slot| self.holds_figure(*slot)) else {
            return;
        };
        let is_called_total = matches!(date.value, CellValue::Text(text) if is_total(text))
            || self.cells.first_text().is_some_and(is_total);
        if is_called_total {
            return;
        }
        let is_nothing_or_count = match (date.value, self.notation) {
            _ if date.is_formula => false,
            (CellValue::Blank, _) => true,
            (CellValue::Number(number), Notation::Cells(system)) => system.is_count(number),
            (CellValue::Text(text), Notation::Written) => is_written_count(text),
            _ => false,
        };
        if is_nothing_or_count {
            let text = self.cells.get(figure).text();
            log.cell(DiagnosticCode::RowWithoutDate, self.address(figure), Some(&text));
        } else {
            log.cell(DiagnosticCode::NotADate, self.address(slot), Some(&date.value.text()));
        }
    }

    /// Whether a slot would be lost with its row: a number, a time, or a formula of which nobody knows the value.
    fn holds_figure(&self, slot: usize) -> bool {
        let is_date = self.columns.figure(Figure::Date) == Some(slot);
        match self.cells.get(slot) {
            CellValue::Uncalculated => !is_date,
            CellValue::Text(text) if self.columns.figure(Figure::Time) == Some(slot) => {
                MinuteOfDay::parse(text).is_some_and(|time| time.0 > 0)
            }
            _ => self.is_number(slot),
        }
    }

    /// Whether a slot besides the date holds a number that is not 0. A name that is written in digits is none.
    fn is_number(&self, slot: usize) -> bool {
        match self.cells.get(slot) {
            _ if self.columns.figure(Figure::Date) == Some(slot) => false,
            CellValue::Number(number) => number.abs().to_bits() != 0,
            CellValue::Text(text) if self.columns.is_figure(slot) => {
                DecimalNumber::parse(text).is_some_and(|number| !number.is_zero())
            }
            _ => false,
        }
    }

    fn has_marked_cells(&self) -> bool {
        (0..self.columns.len()).any(|slot| self.cells.get(slot) != CellValue::Blank)
    }
}

/// Whether a text counts something, as the number of sale days in a line of totals does.
fn is_written_count(text: &str) -> bool {
    let whole = DecimalNumber::parse(text).and_then(|number| number.rounded(0));
    let whole = whole
        .filter(|whole| whole.exact)
        .and_then(|whole| u32::try_from(whole.units).ok());
    whole.is_some_and(|whole| DateSystem::Since1900.is_count(f64::from(whole)))
}
