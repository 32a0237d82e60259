//! From the cells of a sheet, in the order of its rows, to its markers and rows.

use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::headings::RecognisedSheet;

use super::RowRules;
use super::cell::{CellValue, HeldCells, MergedRegion, SheetCell};
use super::columns::Columns;
use super::formulas::FormulaCount;
use super::headed::{Headed, HeadedColumns, Headings, HeldRows};
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
    bounds: Bounds<'a>,
    notation: Notation,
    rules: R,
    log: SheetLog<'a>,
    search: Search<'a>,
    columns: Option<Columns>,
    headed: Option<Headed<'a>>,
    row: u32,
    cells: HeldCells,
    merges: Merges,
    formulas: FormulaCount,
    data_rows: u32,
    cells_seen: u32,
    ending: Option<Ending>,
}

/// What tells the columns of a sheet, and is looked for in its first rows.
#[derive(Debug)]
enum Search<'a> {
    Markers(&'static SheetLayout, MarkerSearch),
    Heading(Headings<'a>, HeldRows),
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
    /// What its heading says; `None` of a sheet with markers, and without a heading.
    pub(crate) recognised: Option<RecognisedSheet>,
    /// Whether its rows were read to the end.
    pub(crate) is_read: bool,
}

impl<'a, R: RowRules> SheetReader<'a, R> {
    /// A reader of the marked sheet `layout`.
    pub(crate) fn new(
        layout: &'static SheetLayout,
        notation: Notation,
        rules: R,
        bounds: Bounds<'a>,
        log: SheetLog<'a>,
    ) -> Self {
        debug_assert_eq!(layout.kind, R::KIND, "the rules of another kind of sheet");
        Self::looking_for(
            Search::Markers(layout, MarkerSearch::default()),
            notation,
            rules,
            bounds,
            log,
        )
    }

    /// A reader of a sheet without markers.
    pub(crate) fn of_headings(
        headings: Headings<'a>,
        notation: Notation,
        rules: R,
        bounds: Bounds<'a>,
        log: SheetLog<'a>,
    ) -> Self {
        let search = Search::Heading(headings, HeldRows::default());
        Self::looking_for(search, notation, rules, bounds, log)
    }

    fn looking_for(search: Search<'a>, notation: Notation, rules: R, bounds: Bounds<'a>, log: SheetLog<'a>) -> Self {
        Self {
            bounds,
            notation,
            rules,
            log,
            search,
            columns: None,
            headed: None,
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
        if self.columns.is_none() {
            match &mut self.search {
                Search::Markers(_, search) => {
                    if let CellValue::Text(text) = value {
                        search.text(at.row, at.column, text);
                    }
                }
                Search::Heading(_, held) => held.push(SheetCell { at, value, is_formula }),
            }
            return ControlFlow::Continue(());
        }
        self.hold(at, value, is_formula)
    }

    /// Keeps a cell of the present row.
    fn hold(&mut self, at: CellAddress, value: CellValue<'_>, is_formula: bool) -> ControlFlow<()> {
        let Some(columns) = &self.columns else {
            return ControlFlow::Continue(());
        };
        self.merges.cell(at, value, is_formula);
        if let Some(slot) = columns.slot(at.column)
            && !self.cells.hold(slot, value, is_formula)
        {
            return self.end(Ending::Disordered);
        }
        if let CellValue::Text(text) = value
            && self.headed.is_none()
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
        if let Search::Heading(_, held) = &mut self.search {
            held.merge(region);
        }
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
        let sheet = self.log.name();
        let headed = self.headed.zip(self.columns.and_then(|columns| columns.headed));
        let recognised = headed.map(|(headed, columns)| headed.finish(*columns, sheet, &mut self.log));
        SheetEnd {
            rules: self.rules,
            formulas: self.formulas,
            has_errors: self.log.has_errors(),
            is_disordered: self.ending == Some(Ending::Disordered),
            recognised,
            is_read: self.ending.is_none(),
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
            return self.read_row();
        }
        match &mut self.search {
            Search::Markers(layout, search) => match search.end_row(next) {
                Some(row) => {
                    let layout = *layout;
                    self.begin_rows(layout, &row)
                }
                None => ControlFlow::Continue(()),
            },
            Search::Heading(headings, held) if next >= HeldRows::ROWS => {
                let (headings, held) = (*headings, std::mem::take(held));
                self.begin_headed(headings, held)
            }
            Search::Heading(..) => ControlFlow::Continue(()),
        }
    }

    /// Finds the heading among the first rows, and reads those below it.
    fn begin_headed(&mut self, headings: Headings<'a>, held: HeldRows) -> ControlFlow<()> {
        let Some(heading) = held.heading(&headings, self.notation) else {
            self.log.sheet(DiagnosticCode::NoHeader, None);
            return self.end(Ending::Stopped);
        };
        let row = heading.row;
        let (headed, is_usable) = match HeadedColumns::new(heading, &headings, self.bounds.limits, &mut self.log) {
            Ok(found) => found,
            Err(too_many) => return self.end_too_large(too_many.cell, &too_many.limit),
        };
        let slots = headed.slots().len();
        self.headed = Some(Headed::new(headings, slots, &headed));
        self.cells.clear(slots);
        self.columns = Some(Columns::of_heading(headed));
        if !is_usable {
            return self.end(Ending::Stopped);
        }
        self.row = row;
        for (at, value, is_formula) in held.below(row) {
            if at.row != self.row {
                self.turn_to(at.row)?;
            }
            self.hold(at, value.borrowed(), is_formula)?;
        }
        if self.row > row {
            self.read_row()
        } else {
            ControlFlow::Continue(())
        }
    }

    fn begin_rows(&mut self, layout: &SheetLayout, row: &MarkedRow) -> ControlFlow<()> {
        let columns = match Columns::from_markers(layout, row, self.bounds.limits, &mut self.log) {
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
        if let (Some(headed), Some(found)) = (&mut self.headed, &columns.headed) {
            let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
            let line = headed.row(&row, found, &mut self.log);
            self.formulas = self.formulas.and(row.formulas(line.is_some()));
            if let Some(line) = line {
                self.data_rows += 1;
                let at = row.address(line.day.slot);
                self.merges.note_data_row(self.row, columns, &mut self.log);
                let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
                self.rules.read_headed(&row, line, &mut self.log);
                let kept_bytes = self.bounds.kept_bytes + self.rules.kept_bytes() + headed.kept_bytes();
                if kept_bytes > self.bounds.limits.kept_bytes {
                    return self.end_with_too_much(at);
                }
            } else if headed.kept_bytes() > self.bounds.limits.kept_bytes {
                let at = row.address(found.date());
                return self.end_with_too_much(at);
            }
            self.cells.clear(columns.len());
            return ControlFlow::Continue(());
        }
        let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
        let day = row.day(&mut self.log);
        self.formulas = self.formulas.and(row.formulas(day.is_some()));
        if let Some(day) = day {
            self.data_rows += 1;
            self.merges.note_data_row(self.row, columns, &mut self.log);
            let row = collected(self.row, columns, &self.cells, &self.merges, self.notation);
            self.rules.read(&row, day, &mut self.log);
            if self.bounds.kept_bytes + self.rules.kept_bytes() > self.bounds.limits.kept_bytes {
                let at = row.address(day.slot);
                return self.end_with_too_much(at);
            }
        }
        self.cells.clear(columns.len());
        ControlFlow::Continue(())
    }

    /// Ends the sheet at a row that is too much to keep.
    fn end_with_too_much(&mut self, at: CellAddress) -> ControlFlow<()> {
        let limit = format!("> {} MiB of rows", self.bounds.limits.kept_bytes >> 20);
        self.end_too_large(at, &limit)
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
        match beyond_limits(self.bounds.limits, at, value) {
            Some(beyond) => self.end_too_large(at, &beyond),
            None => ControlFlow::Continue(()),
        }
    }

    fn end(&mut self, ending: Ending) -> ControlFlow<()> {
        self.ending = Some(ending);
        ControlFlow::Break(())
    }
}

/// The limit beyond which a cell is.
pub(super) fn beyond_limits(limits: &Limits, at: CellAddress, value: CellValue<'_>) -> Option<String> {
    let Limits {
        rows,
        columns,
        cell_chars,
        ..
    } = *limits;
    if at.row >= rows {
        Some(format!("> {rows} rows"))
    } else if at.column >= columns {
        Some(format!("> {columns} columns"))
    } else if matches!(value, CellValue::Text(text) if is_longer(text, cell_chars)) {
        Some(format!("> {cell_chars} characters"))
    } else {
        None
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
