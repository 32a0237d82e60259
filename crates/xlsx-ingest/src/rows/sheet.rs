//! From the cells of a sheet, in the order of its rows, to its markers and rows.

use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::RowRules;
use super::cell::{CellValue, HeldCells, MergedRegion, SheetCell};
use super::columns::Columns;
use super::formulas::FormulaCount;
use super::log::SheetLog;
use super::markers::{MarkedRow, MarkerSearch};
use super::merges::Merges;
use super::row::{Notation, Row};
use crate::layout::{Figure, SheetLayout};
use crate::limits::{Deadline, Limits};
use crate::number::DecimalNumber;

/// Cells between two looks at the clock.
const CELLS_PER_LOOK: u32 = 4_096;

/// What bounds the reading of a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds<'a> {
    pub(crate) limits: &'a Limits,
    pub(crate) deadline: Deadline,
    /// What the rows of other sheets take already.
    pub(crate) kept_bytes: usize,
}

/// Takes the cells of one sheet and applies the rules `R` to each row.
#[derive(Debug)]
pub(crate) struct SheetReader<'a, R> {
    layout: &'static SheetLayout,
    bounds: Bounds<'a>,
    notation: Notation,
    rules: R,
    log: SheetLog<'a>,
    search: MarkerSearch,
    columns: Option<Columns>,
    row: u32,
    cells: HeldCells,
    merges: Merges,
    formulas: FormulaCount,
    data_rows: u32,
    cells_seen: u32,
    ending: Option<Ending>,
}

/// Why a sheet is not read any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Beyond a limit, or without a date column: nothing more can be said.
    Stopped,
    /// The rows are not in order, or a cell is there twice with different values, which hardly any program writes.
    Disordered,
}

/// What a sheet gave.
#[derive(Debug)]
pub(crate) struct SheetEnd<R> {
    pub(crate) rules: R,
    pub(crate) formulas: FormulaCount,
    pub(crate) has_errors: bool,
    /// Whether the rows were not in order, or a cell was there twice with different values.
    pub(crate) is_disordered: bool,
}

impl<'a, R: RowRules> SheetReader<'a, R> {
    /// A reader of the sheet `layout`.
    pub(crate) fn new(
        layout: &'static SheetLayout,
        notation: Notation,
        rules: R,
        bounds: Bounds<'a>,
        log: SheetLog<'a>,
    ) -> Self {
        debug_assert_eq!(layout.kind, R::KIND, "the rules of another kind of sheet");
        Self {
            layout,
            bounds,
            notation,
            rules,
            log,
            search: MarkerSearch::default(),
            columns: None,
            row: 0,
            cells: HeldCells::default(),
            merges: Merges::default(),
            formulas: FormulaCount::default(),
            data_rows: 0,
            cells_seen: 0,
            ending: None,
        }
    }

    /// Takes the next cell. Breaks when no further cell of the sheet is wanted.
    pub(crate) fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        let SheetCell { at, is_formula, .. } = cell;
        self.look_at_the_clock(at)?;
        let value = cell.value.or_blank();
        if value == CellValue::Blank && !is_formula {
            return ControlFlow::Continue(());
        }
        if at.row != self.row {
            self.turn_to(at.row)?;
        }
        if value != CellValue::Blank {
            self.check_limits(at, value)?;
        }
        let Some(columns) = &self.columns else {
            if let CellValue::Text(text) = value {
                self.search.text(at.row, at.column, text);
            }
            return ControlFlow::Continue(());
        };
        self.merges.cell(at, value, is_formula);
        if let Some(slot) = columns.slot(at.column)
            && !self.cells.hold(slot, value, is_formula)
        {
            return self.end(Ending::Disordered);
        }
        if let CellValue::Text(text) = value
            && self.cells.wants_text(at.column)
            && !is_written_number(text)
        {
            self.cells.hold_text(at.column, text);
        }
        ControlFlow::Continue(())
    }

    /// Takes a merged region, before all cells.
    pub(crate) fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        let limit = self.bounds.limits.merged_regions;
        if self.merges.len() >= limit {
            return self.end_too_large(region.first, &format!("> {limit} merged regions"));
        }
        self.merges.push(region);
        ControlFlow::Continue(())
    }

    /// Ends the sheet at a cell that is beyond a limit.
    pub(crate) fn end_too_large(&mut self, at: CellAddress, limit: &str) -> ControlFlow<()> {
        self.log.cell(DiagnosticCode::TooLarge, at, Some(limit));
        self.end(Ending::Stopped)
    }

    /// Reads the last row.
    pub(crate) fn finish(mut self) -> SheetEnd<R> {
        if self.ending.is_none() && self.end_row(u32::MAX).is_continue() {
            self.rules.finish(&mut self.log);
            // Rows with errors may be data.
            if self.data_rows == 0 && !self.log.has_errors() {
                self.log.sheet(DiagnosticCode::NoDataRows, None);
            }
        }
        SheetEnd {
            rules: self.rules,
            formulas: self.formulas,
            has_errors: self.log.has_errors(),
            is_disordered: self.ending == Some(Ending::Disordered),
        }
    }

    fn turn_to(&mut self, row: u32) -> ControlFlow<()> {
        if row < self.row {
            return self.end(Ending::Disordered);
        }
        self.end_row(row)?;
        self.row = row;
        if let Some(columns) = &self.columns {
            self.merges.begin_row(row, columns);
        }
        ControlFlow::Continue(())
    }

    /// Reads the row that was collected, before those from `next` on.
    fn end_row(&mut self, next: u32) -> ControlFlow<()> {
        if self.columns.is_some() {
            self.read_row()
        } else if let Some(row) = self.search.end_row(next) {
            self.begin_rows(&row)
        } else {
            ControlFlow::Continue(())
        }
    }

    fn begin_rows(&mut self, row: &MarkedRow) -> ControlFlow<()> {
        let columns = match Columns::from_markers(self.layout, row, self.bounds.limits, &mut self.log) {
            Ok(columns) => columns,
            Err(too_many) => return self.end_too_large(too_many.cell, &too_many.limit),
        };
        if columns.figure(Figure::Date).is_none() {
            return self.end(Ending::Stopped);
        }
        self.cells.clear(columns.len());
        self.columns = Some(columns);
        ControlFlow::Continue(())
    }

    fn read_row(&mut self) -> ControlFlow<()> {
        let columns = self.columns.as_ref().expect("only rows below the markers are read");
        let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
        let day = row.day(&mut self.log);
        self.formulas = self.formulas.and(row.formulas(day.is_some()));
        if let Some(day) = day {
            self.data_rows += 1;
            self.merges.note_data_row(self.row, columns, &mut self.log);
            let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
            self.rules.read(&row, day, &mut self.log);
            if self.bounds.kept_bytes + self.rules.kept_bytes() > self.bounds.limits.kept_bytes {
                let limit = format!("> {} MiB of rows", self.bounds.limits.kept_bytes >> 20);
                let at = row.address(day.slot);
                return self.end_too_large(at, &limit);
            }
        }
        self.cells.clear(columns.len());
        ControlFlow::Continue(())
    }

    fn look_at_the_clock(&mut self, at: CellAddress) -> ControlFlow<()> {
        let is_due = self.cells_seen.is_multiple_of(CELLS_PER_LOOK);
        self.cells_seen = self.cells_seen.wrapping_add(1);
        if is_due && self.bounds.deadline.is_over() {
            let limit = format!("> {} s", self.bounds.limits.reading_seconds);
            return self.end_too_large(at, &limit);
        }
        ControlFlow::Continue(())
    }

    fn check_limits(&mut self, at: CellAddress, value: CellValue<'_>) -> ControlFlow<()> {
        let Limits {
            rows,
            columns,
            cell_chars,
            ..
        } = *self.bounds.limits;
        let beyond = if at.row >= rows {
            format!("> {rows} rows")
        } else if at.column >= columns {
            format!("> {columns} columns")
        } else if matches!(value, CellValue::Text(text) if is_longer(text, cell_chars)) {
            format!("> {cell_chars} characters")
        } else {
            return ControlFlow::Continue(());
        };
        self.end_too_large(at, &beyond)
    }

    fn end(&mut self, ending: Ending) -> ControlFlow<()> {
        self.ending = Some(ending);
        ControlFlow::Break(())
    }
}

fn collected<'r>(
    number: u32,
    columns: &'r Columns,
    cells: &'r HeldCells,
    merges: &'r Merges,
    notation: Notation,
) -> Row<'r> {
    Row {
        number,
        columns,
        cells,
        merges,
        notation,
    }
}

/// Whether a text is plainly a number, so that it says nothing about its row.
fn is_written_number(text: &str) -> bool {
    // Most texts of a sheet begin with a letter.
    !text.starts_with(char::is_alphabetic) && DecimalNumber::parse(text).is_some()
}

/// Whether `text` has more than `chars` characters.
fn is_longer(text: &str, chars: usize) -> bool {
    text.len() > chars && text.chars().nth(chars).is_some()
}
