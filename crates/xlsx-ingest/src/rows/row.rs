//! The figures of one data row, each with the rules for a single cell.

use chrono::NaiveDate;
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::grade::{Grade, SeatsByGrade};
use domain::limits::{MAX_KRW, MAX_SEATS, MAX_SHARE, SHARE_PLACES};
use rust_decimal::Decimal;

use super::cell::{CellValue, HeldCells};
use super::columns::Columns;
use super::dates::{DateSystem, MinuteOfDay, parse_day};
use super::log::SheetLog;
use crate::layout::Figure;
use crate::number::{DecimalNumber, whole_number};

/// How a source writes numbers, days and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// As typed cells; text is no number.
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
    pub(crate) notation: Notation,
}

/// A figure and the slot it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<T> {
    pub(crate) slot: usize,
    pub(crate) value: T,
}

/// A share above this is peculiar, in per cent of the house.
const MAX_PLAUSIBLE_PERCENT: i128 = 120;

impl Row<'_> {
    /// The address of a slot in this row.
    pub(crate) fn address(&self, slot: usize) -> CellAddress {
        CellAddress {
            row: self.number,
            column: self.columns.column(slot),
        }
    }

    /// The day that makes this a data row, and its slot; `None` for any other row.
    pub(crate) fn day(&self, log: &mut SheetLog<'_>) -> Option<Found<NaiveDate>> {
        let slot = self.columns.figure(Figure::Date)?;
        let value = match (self.cells.get(slot), self.notation) {
            (CellValue::Error(text), _) => {
                log.cell(DiagnosticCode::ErrorCell, self.address(slot), Some(text));
                None
            }
            (CellValue::Number(serial), Notation::Cells(system)) => system.day(serial),
            (CellValue::Text(text), Notation::Written) => parse_day(text),
            _ => None,
        }?;
        Some(Found { slot, value })
    }

    /// The time of day of a performance.
    pub(crate) fn time(&self, log: &mut SheetLog<'_>) -> Option<MinuteOfDay> {
        let slot = self.columns.figure(Figure::Time)?;
        let cell = self.cells.get(slot).or_blank();
        let time = match (cell, self.notation) {
            (CellValue::Error(text), _) => {
                log.cell(DiagnosticCode::ErrorCell, self.address(slot), Some(text));
                return None;
            }
            (CellValue::Blank, _) => {
                log.cell(DiagnosticCode::MissingTime, self.address(slot), None);
                return None;
            }
            (CellValue::Number(number), Notation::Cells(system)) => MinuteOfDay::from_number(number, system),
            (CellValue::Text(text), Notation::Written) => MinuteOfDay::parse(text),
            _ => None,
        };
        if time.is_none() {
            log.cell(DiagnosticCode::NotATime, self.address(slot), Some(&cell.text()));
        }
        time
    }

    /// Whole seats.
    pub(crate) fn seats(&self, figure: Figure, log: &mut SheetLog<'_>) -> Option<Found<i64>> {
        let slot = self.columns.figure(figure)?;
        let value = self.whole(slot, MAX_SEATS, log)?;
        Some(Found { slot, value })
    }

    /// Whole won.
    pub(crate) fn won(&self, figure: Figure, log: &mut SheetLog<'_>) -> Option<Found<i64>> {
        let slot = self.columns.figure(figure)?;
        let value = self.whole(slot, MAX_KRW, log)?;
        Some(Found { slot, value })
    }

    /// Seats per grade; `None` when one of them cannot be read.
    pub(crate) fn seats_by_grade(
        &self,
        grades: &[(usize, Grade)],
        if_negative: DiagnosticCode,
        log: &mut SheetLog<'_>,
    ) -> Option<SeatsByGrade> {
        let mut seats_by_grade = Some(SeatsByGrade::new());
        for (slot, grade) in grades {
            let seats = self.whole(*slot, MAX_SEATS, log);
            if let Some(value) = seats {
                self.note_negative(Found { slot: *slot, value }, if_negative, log);
            }
            match (&mut seats_by_grade, seats) {
                (Some(known), Some(seats)) => {
                    known.insert(grade.clone(), seats);
                }
                _ => seats_by_grade = None,
            }
        }
        seats_by_grade
    }

    /// A share of the house.
    pub(crate) fn share(&self, figure: Figure, log: &mut SheetLog<'_>) -> Option<Decimal> {
        let slot = self.columns.figure(figure)?;
        let Some(number) = self.number(slot, log)? else {
            return Some(Decimal::ZERO);
        };
        let Some(share) = number.to_decimal(SHARE_PLACES, MAX_SHARE) else {
            self.note_not_a_number(slot, log);
            return None;
        };
        // In units of the last place, which is cheaper than bringing both to the same one.
        let (units, one) = (share.mantissa(), 10_i128.pow(share.scale()));
        if units < 0 || units * 100 > one * MAX_PLAUSIBLE_PERCENT {
            log.cell(
                DiagnosticCode::ShareOutOfRange,
                self.address(slot),
                Some(&self.cells.get(slot).text()),
            );
        }
        Some(share)
    }

    /// Notes a figure below 0.
    pub(crate) fn note_negative(&self, figure: Found<i64>, code: DiagnosticCode, log: &mut SheetLog<'_>) {
        if figure.value < 0 {
            log.cell(code, self.address(figure.slot), Some(&figure.value.to_string()));
        }
    }

    /// Notes a total that its grades do not add up to.
    pub(crate) fn note_grade_sum(
        &self,
        total: Option<Found<i64>>,
        seats_by_grade: Option<&SeatsByGrade>,
        log: &mut SheetLog<'_>,
    ) {
        let (Some(total), Some(seats_by_grade)) = (total, seats_by_grade) else {
            return;
        };
        if !seats_by_grade.is_empty() && seats_by_grade.values().sum::<i64>() != total.value {
            let cell = self.address(total.slot);
            log.cell(DiagnosticCode::GradeSumMismatch, cell, Some(&total.value.to_string()));
        }
    }

    /// Notes won without a seat.
    pub(crate) fn note_revenue_without_seats(
        &self,
        revenue: Option<Found<i64>>,
        seats: Option<Found<i64>>,
        log: &mut SheetLog<'_>,
    ) {
        let (Some(revenue), Some(seats)) = (revenue, seats) else {
            return;
        };
        if revenue.value != 0 && seats.value == 0 {
            let cell = self.address(revenue.slot);
            log.cell(
                DiagnosticCode::RevenueWithoutSeats,
                cell,
                Some(&revenue.value.to_string()),
            );
        }
    }

    /// A number rounded to a whole one of at most `max` in size.
    fn whole(&self, slot: usize, max: i64, log: &mut SheetLog<'_>) -> Option<i64> {
        // Nearly all cells are whole numbers, and need no detour.
        if let CellValue::Number(number) = self.cells.get(slot)
            && let Some(whole) = whole_number(number).filter(|whole| whole.abs() <= max)
        {
            return Some(whole);
        }
        let Some(number) = self.number(slot, log)? else {
            return Some(0);
        };
        let rounded = number.rounded(0);
        let whole = rounded
            .and_then(|rounded| i64::try_from(rounded.units).ok())
            .filter(|whole| whole.abs() <= max);
        if whole.is_none() {
            self.note_not_a_number(slot, log);
        } else if rounded.is_some_and(|rounded| !rounded.exact) {
            log.cell(
                DiagnosticCode::Fraction,
                self.address(slot),
                Some(&self.cells.get(slot).text()),
            );
        }
        whole
    }

    /// The number of a cell: `None` when there is none, `Some(None)` when the cell is blank.
    #[expect(
        clippy::option_option,
        reason = "unreadable and blank are different, and both are no number"
    )]
    fn number(&self, slot: usize, log: &mut SheetLog<'_>) -> Option<Option<DecimalNumber>> {
        let number = match (self.cells.get(slot).or_blank(), self.notation) {
            (CellValue::Blank, _) => {
                log.cell(DiagnosticCode::BlankNumber, self.address(slot), None);
                return Some(None);
            }
            (CellValue::Error(text), _) => {
                log.cell(DiagnosticCode::ErrorCell, self.address(slot), Some(text));
                return None;
            }
            (CellValue::Number(number), _) => DecimalNumber::from_f64(number),
            (CellValue::Text(text), Notation::Written) => DecimalNumber::parse(text),
            (CellValue::Text(_) | CellValue::Bool(_) | CellValue::Uncalculated, _) => None,
        };
        if number.is_none() {
            self.note_not_a_number(slot, log);
        }
        number.map(Some)
    }

    fn note_not_a_number(&self, slot: usize, log: &mut SheetLog<'_>) {
        let cell = self.cells.get(slot);
        log.cell(DiagnosticCode::NotANumber, self.address(slot), Some(&cell.text()));
    }
}
