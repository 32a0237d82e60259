//! Rows of a daily sheet.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::sales::{AgencyDay, DailySale};

use super::headed::AgencyFigures;
use super::kept::row_bytes;
use super::log::SheetLog;
use super::row::Row;
use super::{Found, HeadedRow, RowRules};
use crate::layout::{Figure, SheetKind};

/// Sales per sale day, as far as they were read.
#[derive(Debug)]
pub(crate) struct DailyRows {
    pub(crate) sales: Vec<DailySale>,
    /// What agencies sold, where the sheet tells it.
    pub(crate) agencies: Vec<AgencyDay>,
    record_date: NaiveDate,
    sale_start: Option<NaiveDate>,
    counts_complimentary: bool,
    days: HashSet<NaiveDate>,
    kept_bytes: usize,
    /// Rows after the record date that hold figures, and the date cell of the first.
    sold_ahead: u64,
    first_sold_ahead: Option<CellAddress>,
}

impl DailyRows {
    /// Rows up to `record_date`.
    pub(crate) fn new(record_date: NaiveDate, sale_start: Option<NaiveDate>, counts_complimentary: bool) -> Self {
        Self {
            sales: Vec::new(),
            agencies: Vec::new(),
            record_date,
            sale_start,
            counts_complimentary,
            days: HashSet::new(),
            kept_bytes: 0,
            sold_ahead: 0,
            first_sold_ahead: None,
        }
    }

    fn note_day(&mut self, row: &Row<'_>, day: Found<NaiveDate>, log: &mut SheetLog<'_>) -> bool {
        let cell = row.address(day.slot);
        if self.sale_start.is_some_and(|start| day.value < start) {
            log.cell(DiagnosticCode::SaleBeforeStart, cell, Some(&day.value.to_string()));
        }
        let is_new = self.days.insert(day.value);
        if !is_new {
            log.cell(DiagnosticCode::DuplicateSaleDay, cell, Some(&day.value.to_string()));
        }
        is_new
    }
}

impl RowRules for DailyRows {
    const KIND: SheetKind = SheetKind::Daily;

    fn read(&mut self, row: &Row<'_>, day: Found<NaiveDate>, log: &mut SheetLog<'_>) {
        if day.value > self.record_date {
            // A template for a day to come, if it is empty.
            if row.first_number().is_some() {
                self.sold_ahead += 1;
                self.first_sold_ahead.get_or_insert(row.address(day.slot));
            }
            return;
        }
        let is_new = self.note_day(row, day, log);
        let seats = row.seats(Figure::Paid, log);
        let revenue = row.won(Figure::Revenue, log);
        let complimentary = if self.counts_complimentary {
            row.seats(Figure::Complimentary, log)
        } else {
            None
        };
        for figure in [seats, revenue, complimentary].into_iter().flatten() {
            row.note_negative(figure, DiagnosticCode::NegativeSale, log);
        }
        let grades = &row.columns.paid_grades;
        // The first row names all grades.
        let may_lack = !self.sales.is_empty();
        let seats_by_grade = row.seats_by_grade(grades, may_lack, DiagnosticCode::NegativeSale, log);
        row.note_grade_sum(seats, grades, seats_by_grade.as_ref(), log);
        row.note_revenue_and_seats(revenue, seats, log);

        let (Some(seats), Some(revenue), Some(seats_by_grade)) = (seats, revenue, seats_by_grade) else {
            return;
        };
        let complimentary_seats = match complimentary {
            Some(complimentary) => complimentary.value,
            None if self.counts_complimentary => return,
            None => 0,
        };
        if is_new {
            self.kept_bytes += row_bytes::<DailySale>(&[&seats_by_grade], &[]);
            self.sales.push(DailySale {
                sale_day: day.value,
                revenue_krw: revenue.value,
                seats: seats.value,
                seats_by_grade,
                complimentary_seats,
            });
        }
    }

    fn read_headed(&mut self, row: &Row<'_>, line: HeadedRow, log: &mut SheetLog<'_>) {
        let is_new = self.note_day(row, line.day, log);
        let Some(figures) = line.figures else { return };
        let revenue = figures.revenue.map_or(0, |revenue| revenue.value);
        let counted = self.counts_complimentary.then_some(figures.complimentary);
        for figure in [Some(figures.seats), figures.revenue, counted].into_iter().flatten() {
            if figure.value < 0 {
                let value = figure.value.to_string();
                log.cell(DiagnosticCode::NegativeSale, figure.cell, Some(&value));
            }
        }
        figures.note_revenue_and_seats(log);
        if !is_new {
            return;
        }
        self.kept_bytes += row_bytes::<DailySale>(&[&figures.seats_by_grade], &[]);
        for AgencyFigures { agency, sold } in figures.agencies {
            self.kept_bytes += row_bytes::<AgencyDay>(&[], &[]);
            self.agencies.push(AgencyDay {
                sale_day: line.day.value,
                agency,
                seats: sold.seats,
                revenue_krw: sold.revenue_krw.unwrap_or(0),
            });
        }
        self.sales.push(DailySale {
            sale_day: line.day.value,
            revenue_krw: revenue,
            seats: figures.seats.value,
            seats_by_grade: figures.seats_by_grade,
            complimentary_seats: counted.map_or(0, |counted| counted.value),
        });
    }

    fn finish(&mut self, log: &mut SheetLog<'_>) {
        if let Some(cell) = self.first_sold_ahead {
            log.cell(
                DiagnosticCode::SaleAfterRecordDate,
                cell,
                Some(&self.sold_ahead.to_string()),
            );
        }
    }

    fn kept_bytes(&self) -> usize {
        self.kept_bytes
    }
}
