//! The figures of one data row, each with the rules for a single cell.

use domain::diagnostics::DiagnosticCode;
use domain::grade::{Grade, SeatsByGrade};
use domain::limits::{MAX_KRW, MAX_SEATS, MAX_SHARE, SHARE_PLACES};
use rust_decimal::Decimal;

use super::cell::CellValue;
use super::log::SheetLog;
use super::row::{Found, Row};
use crate::layout::Figure;
use crate::number::{DecimalNumber, whole_number};

/// A share above this is peculiar, in per cent of the house.
const MAX_PLAUSIBLE_PERCENT: i128 = 120;

impl Row<'_> {
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

    /// Seats per grade; `None` when one of them cannot be read. A blank cell is 0, and is left out if it `may_lack`.
    pub(crate) fn seats_by_grade(
        &self,
        grades: &[(usize, Grade)],
        may_lack: bool,
        if_negative: DiagnosticCode,
        log: &mut SheetLog<'_>,
    ) -> Option<SeatsByGrade> {
        let mut seats_by_grade = Some(SeatsByGrade::new());
        for (slot, grade) in grades {
            let seats = self.whole(*slot, MAX_SEATS, log);
            if may_lack && self.cells.get(*slot) == CellValue::Blank && seats.is_some() {
                continue;
            }
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
        grades: &[(usize, Grade)],
        seats_by_grade: Option<&SeatsByGrade>,
        log: &mut SheetLog<'_>,
    ) {
        let (Some(total), Some(seats_by_grade)) = (total, seats_by_grade) else {
            return;
        };
        if !grades.is_empty() && seats_by_grade.values().sum::<i64>() != total.value {
            let cell = self.address(total.slot);
            log.cell(DiagnosticCode::GradeSumMismatch, cell, Some(&total.value.to_string()));
        }
    }

    /// Notes won without a seat, and paid seats without won.
    pub(crate) fn note_revenue_and_seats(
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
        if revenue.value == 0 && seats.value > 0 {
            let cell = self.address(seats.slot);
            log.cell(
                DiagnosticCode::SeatsWithoutRevenue,
                cell,
                Some(&seats.value.to_string()),
            );
        }
    }

    /// A number rounded to a whole one of at most `max` in size.
    fn whole(&self, slot: usize, max: i64, log: &mut SheetLog<'_>) -> Option<i64> {
        // Nearly all cells are whole numbers, and need no detour.
        if let CellValue::Number(number) = self.cells.get(slot)
            && !self.merges.is_spread(slot, self.number)
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
        let cell = self.cells.get(slot);
        if self.merges.is_spread(slot, self.number) {
            // Told of the whole region.
            return None;
        }
        let number = match cell {
            CellValue::Blank => {
                log.cell(DiagnosticCode::BlankNumber, self.address(slot), None);
                return Some(None);
            }
            CellValue::Error(_) | CellValue::Uncalculated => {
                self.note_unusable(slot, cell, log);
                return None;
            }
            CellValue::Number(number) => DecimalNumber::from_f64(number),
            CellValue::Text(text) => DecimalNumber::parse(text),
            CellValue::Bool(_) => None,
        };
        match (number, cell) {
            (None, _) => self.note_not_a_number(slot, log),
            (Some(_), CellValue::Text(text)) => self.note_text_number(slot, text, log),
            _ => {}
        }
        number.map(Some)
    }

    fn note_not_a_number(&self, slot: usize, log: &mut SheetLog<'_>) {
        let cell = self.cells.get(slot);
        log.cell(DiagnosticCode::NotANumber, self.address(slot), Some(&cell.text()));
    }
}
