//! From the cells of a sheet, in the order of its rows, to its markers and rows.

use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::RowRules;
use super::cell::{CellValue, HeldCells, MergedRegion, SheetCell};
use super::columns::Columns;
use super::label::clean_label;
use super::log::SheetLog;
use super::row::{Notation, Row};
use crate::layout::{Figure, MARKER_PREFIX, SheetLayout};
use crate::limits::Limits;

/// Takes the cells of one sheet and applies the rules `R` to each row.
#[derive(Debug)]
pub(crate) struct SheetReader<'a, R> {
    layout: &'static SheetLayout,
    limits: &'a Limits,
    marker_row: u32,
    notation: Notation,
    rules: R,
    log: SheetLog<'a>,
    markers: Vec<(u32, String)>,
    columns: Option<Columns>,
    row: u32,
    cells: HeldCells,
    merged: Vec<MergedRegion>,
    ending: Option<Ending>,
}

/// Why a sheet is not read any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Beyond a limit, or without a date column: nothing more can be said.
    Stopped,
    /// The rows are not in order, which no program writes.
    Disordered,
}

/// What a sheet gave.
#[derive(Debug)]
pub(crate) struct SheetEnd<R> {
    pub(crate) rules: R,
    pub(crate) has_errors: bool,
    /// Whether the rows were not in order.
    pub(crate) is_disordered: bool,
}

impl<'a, R: RowRules> SheetReader<'a, R> {
    /// A reader of the sheet `layout`, whose markers stand in `marker_row`, counted from 0.
    pub(crate) fn new(
        layout: &'static SheetLayout,
        marker_row: u32,
        notation: Notation,
        rules: R,
        limits: &'a Limits,
        log: SheetLog<'a>,
    ) -> Self {
        debug_assert_eq!(layout.kind, R::KIND, "the rules of another kind of sheet");
        Self {
            layout,
            limits,
            marker_row,
            notation,
            rules,
            log,
            markers: Vec::new(),
            columns: None,
            row: 0,
            cells: HeldCells::default(),
            merged: Vec::new(),
            ending: None,
        }
    }

    /// Takes the next cell. Breaks when no further cell of the sheet is wanted.
    pub(crate) fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        let SheetCell { at, value, .. } = cell;
        if matches!(value, CellValue::Blank) {
            return ControlFlow::Continue(());
        }
        if at.row != self.row {
            self.turn_to(at.row)?;
        }
        self.check_limits(at, value)?;
        if at.row > self.marker_row {
            if let Some(columns) = &self.columns
                && let Some(slot) = columns.slot(at.column)
            {
                self.cells.hold(slot, value);
            }
        } else if at.row == self.marker_row
            && let CellValue::Text(text) = value
        {
            if clean_label(text).starts_with(MARKER_PREFIX) {
                self.markers.push((at.column, text.trim().to_owned()));
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes a merged region, before all cells.
    pub(crate) fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        self.merged.push(region);
        ControlFlow::Continue(())
    }

    /// Takes an error of which it is not known in which cell it stands.
    pub(crate) fn unplaced_error(&mut self, text: &str) {
        self.log.sheet(DiagnosticCode::ErrorCell, Some(text));
    }

    /// Reads the last row.
    pub(crate) fn finish(mut self) -> SheetEnd<R> {
        if self.ending.is_none() {
            // What it answers does not matter any more.
            let _ = self.end_row(u32::MAX);
        }
        SheetEnd {
            rules: self.rules,
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
        ControlFlow::Continue(())
    }

    /// Reads the row that was collected, before those from `next` on.
    fn end_row(&mut self, next: u32) -> ControlFlow<()> {
        if let Some(columns) = &self.columns {
            let row = Row {
                number: self.row,
                columns,
                cells: &self.cells,
                notation: self.notation,
            };
            self.rules.read(&row, &mut self.log);
            self.cells.clear(columns.len());
        } else if next > self.marker_row {
            self.markers.sort_by_key(|(column, _)| *column);
            let columns = Columns::from_markers(self.layout, self.marker_row, &self.markers, &mut self.log);
            if columns.figure(Figure::Date).is_none() {
                return self.end(Ending::Stopped);
            }
            self.cells.clear(columns.len());
            self.columns = Some(columns);
        }
        ControlFlow::Continue(())
    }

    fn check_limits(&mut self, at: CellAddress, value: CellValue<'_>) -> ControlFlow<()> {
        let Limits {
            rows,
            columns,
            cell_chars,
            ..
        } = *self.limits;
        let beyond = if at.row >= rows {
            format!("> {rows} rows")
        } else if at.column >= columns {
            format!("> {columns} columns")
        } else if matches!(value, CellValue::Text(text) if is_longer(text, cell_chars)) {
            format!("> {cell_chars} characters")
        } else {
            return ControlFlow::Continue(());
        };
        self.log.sheet(DiagnosticCode::TooLarge, Some(&beyond));
        self.end(Ending::Stopped)
    }

    fn end(&mut self, ending: Ending) -> ControlFlow<()> {
        self.ending = Some(ending);
        ControlFlow::Break(())
    }
}

/// Whether `text` has more than `chars` characters.
pub(crate) fn is_longer(text: &str, chars: usize) -> bool {
    text.len() > chars && text.chars().nth(chars).is_some()
}
