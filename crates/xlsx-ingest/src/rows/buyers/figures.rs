//! Figures of a list.

use domain::buyers::Gender;
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::limits::{MAX_KRW, MAX_SEATS};

use crate::number::DecimalNumber;
use crate::rows::cell::CellValue;
use crate::rows::headed::is_dash;
use crate::rows::log::SheetLog;

/// What a column of figures holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Seats, of one gender where the list tells them apart.
    Seats(Option<Gender>),
    /// Won.
    Won,
    /// Seats of all genders, by which a row is checked.
    Total,
}

/// A column of figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) what: What,
    pub(super) column: u32,
    /// Whether it was told that it holds numbers as text.
    is_told: bool,
}

impl Figure {
    pub(super) fn new(what: What, column: u32) -> Self {
        Self {
            what,
            column,
            is_told: false,
        }
    }

    /// The whole number in a cell of this column; blank is 0. `None`, and noted, when it cannot be read.
    pub(super) fn whole(&mut self, at: CellAddress, value: CellValue<'_>, log: &mut SheetLog<'_>) -> Option<i64> {
        let number = match value {
            CellValue::Blank => return Some(0),
            CellValue::Text(text) if is_dash(text) => return Some(0),
            CellValue::Error(text) => {
                log.cell(DiagnosticCode::ErrorCell, at, Some(text));
                return None;
            }
            CellValue::Uncalculated => {
                log.cell(DiagnosticCode::FormulaWithoutValue, at, None);
                return None;
            }
            CellValue::Number(number) => DecimalNumber::from_f64(number),
            CellValue::Text(text) => DecimalNumber::parse(text),
            CellValue::Bool(_) => None,
        };
        let max = match self.what {
            What::Seats(_) | What::Total => MAX_SEATS,
            What::Won => MAX_KRW,
        };
        let rounded = number.and_then(|number| number.rounded(0));
        let whole = rounded.and_then(|rounded| i64::try_from(rounded.units).ok());
        let Some(whole) = whole.filter(|whole| whole.abs() <= max) else {
            log.cell(DiagnosticCode::NotANumber, at, Some(&value.text()));
            return None;
        };
        if let CellValue::Text(text) = value
            && !std::mem::replace(&mut self.is_told, true)
        {
            log.cell(DiagnosticCode::TextNumber, at, Some(text));
        }
        if rounded.is_some_and(|rounded| !rounded.exact) {
            log.cell(DiagnosticCode::Fraction, at, Some(&value.text()));
        }
        // What is negative in a total is so in its row.
        if whole < 0 && self.what != What::Total {
            log.cell(DiagnosticCode::NegativeSale, at, Some(&whole.to_string()));
        }
        Some(whole)
    }
}
