//! Figures of a sheet with headings.

use domain::diagnostics::DiagnosticCode;
use domain::headings::Meaning;
use domain::limits::{MAX_KRW, MAX_SEATS, MAX_SHARE, SHARE_PLACES};
use rust_decimal::Decimal;

use super::Headed;
use super::columns::HeadedColumns;
use crate::label::visible;
use crate::number::{DecimalNumber, whole_number};
use crate::rows::cell::CellValue;
use crate::rows::log::SheetLog;
use crate::rows::row::{Notation, Row};

/// A share above this, or below 0, may be meant in per cent.
const MAX_SHARE_PERCENT: i128 = 120;

/// What a cell of figures holds.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Blank,
    Number(DecimalNumber),
    Unreadable,
}

/// The whole number that a cell holds, rounded, whatever is peculiar about it.
pub(in crate::rows) fn whole_value(value: CellValue<'_>) -> Option<i64> {
    let number = match value {
        CellValue::Number(number) => match whole_number(number) {
            Some(whole) => return Some(whole),
            None => DecimalNumber::from_f64(number)?,
        },
        CellValue::Text(text) if !is_dash(text) => DecimalNumber::parse(text)?,
        _ => return None,
    };
    i64::try_from(number.rounded(0)?.units).ok()
}

/// The number that a cell of shares holds, whatever is peculiar about it; blank is 0.
pub(super) fn plain_share(value: CellValue<'_>) -> Option<Decimal> {
    let number = match value {
        CellValue::Blank => return Some(Decimal::ZERO),
        CellValue::Number(number) => DecimalNumber::from_f64(number)?,
        CellValue::Text(text) => DecimalNumber::parse(text)?,
        _ => return None,
    };
    number.to_decimal(SHARE_PLACES, MAX_SHARE)
}

/// A dash alone stands for nothing.
pub(in crate::rows) fn is_dash(text: &str) -> bool {
    matches!(&*visible(text), "-" | "−")
}

impl Headed<'_> {
    /// Seats or won; blank is 0.
    pub(super) fn whole(
        &mut self,
        row: &Row<'_>,
        slot: usize,
        headed: &HeadedColumns,
        log: &mut SheetLog<'_>,
    ) -> Option<i64> {
        let is_won = matches!(headed.meaning(slot), Some(Meaning::Won(..)));
        let max = if is_won { MAX_KRW } else { MAX_SEATS };
        // Nearly all cells are whole numbers, and need no detour.
        if let CellValue::Number(number) = row.cells.get(slot)
            && !row.merges.is_spread(slot, row.number)
            && let Some(whole) = whole_number(number).filter(|whole| whole.abs() <= max)
        {
            return Some(whole);
        }
        let number = match self.figure(row, slot, headed, log) {
            Figure::Blank => return Some(0),
            Figure::Unreadable => return None,
            Figure::Number(number) => number,
        };
        let rounded = number.rounded(0);
        let whole = rounded.and_then(|rounded| i64::try_from(rounded.units).ok());
        let whole = whole.filter(|whole| whole.abs() <= max);
        let text = row.cells.get(slot).text();
        if whole.is_none() {
            log.cell(DiagnosticCode::NotANumber, row.address(slot), Some(&text));
        } else if rounded.is_some_and(|rounded| !rounded.exact) {
            log.cell(DiagnosticCode::Fraction, row.address(slot), Some(&text));
        }
        whole
    }

    /// A share of the house; blank is 0.
    pub(super) fn share(
        &mut self,
        row: &Row<'_>,
        slot: usize,
        headed: &HeadedColumns,
        log: &mut SheetLog<'_>,
    ) -> Option<Decimal> {
        let number = match self.figure(row, slot, headed, log) {
            Figure::Blank => return Some(Decimal::ZERO),
            Figure::Unreadable => return None,
            Figure::Number(number) => number,
        };
        let share = number.to_decimal(SHARE_PLACES, MAX_SHARE).filter(|share| {
            let (units, one) = (share.mantissa(), 10_i128.pow(share.scale()));
            units >= 0 && units * 100 <= one * MAX_SHARE_PERCENT
        });
        if share.is_none() {
            let text = row.cells.get(slot).text();
            log.cell(DiagnosticCode::PercentUnclear, row.address(slot), Some(&text));
        }
        share
    }

    fn figure(&mut self, row: &Row<'_>, slot: usize, headed: &HeadedColumns, log: &mut SheetLog<'_>) -> Figure {
        if row.merges.is_spread(slot, row.number) {
            // Told of the whole region.
            return Figure::Unreadable;
        }
        let cell = row.cells.get(slot);
        let number = match cell {
            CellValue::Blank => None,
            CellValue::Text(text) if is_dash(text) => None,
            CellValue::Error(_) | CellValue::Uncalculated => {
                row.note_unusable(slot, cell, log);
                return Figure::Unreadable;
            }
            CellValue::Number(number) => Some(DecimalNumber::from_f64(number)),
            CellValue::Text(text) => Some(DecimalNumber::parse(text)),
            CellValue::Bool(_) => Some(None),
        };
        match number {
            None => {
                if headed.tells_blanks(slot) {
                    log.cell(DiagnosticCode::BlankNumber, row.address(slot), None);
                }
                Figure::Blank
            }
            Some(None) => {
                log.cell(DiagnosticCode::NotANumber, row.address(slot), Some(&cell.text()));
                Figure::Unreadable
            }
            Some(Some(number)) => {
                if let CellValue::Text(text) = cell {
                    self.note_text_number(row, slot, text, log);
                }
                Figure::Number(number)
            }
        }
    }

    /// Notes a number that is written as text, once for a column.
    fn note_text_number(&mut self, row: &Row<'_>, slot: usize, text: &str, log: &mut SheetLog<'_>) {
        if row.notation != Notation::Written && !std::mem::replace(&mut self.noted_numbers[slot], true) {
            log.cell(DiagnosticCode::TextNumber, row.address(slot), Some(text));
        }
    }
}

impl HeadedColumns {
    /// Whether a blank cell in this column is told: in those of paid and complimentary seats, but not of their grades.
    fn tells_blanks(&self, slot: usize) -> bool {
        use domain::headings::Of;

        if self.same.iter().any(|(_, other)| *other == slot) {
            return false;
        }
        matches!(
            self.meaning(slot),
            Some(
                Meaning::Seats(Of::Paid | Of::Complimentary, _, None)
                    | Meaning::Won(Of::Paid, _)
                    | Meaning::Share(Of::Paid | Of::Complimentary, _)
            )
        )
    }
}
