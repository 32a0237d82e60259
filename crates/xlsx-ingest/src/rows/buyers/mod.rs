//! A report on buyers: sections of lists side by side, whose columns people's own labels tell.

mod cells;
mod checks;
mod figures;
mod list;
mod sections;

use std::ops::ControlFlow;

use domain::buyers::Breakdown;
use domain::diagnostics::{CellAddress, DiagnosticCode};

use self::cells::Cells;
use self::list::Found;
use self::sections::sections;
use super::cell::{CellValue, SheetCell};
use super::formulas::FormulaCount;
use super::log::SheetLog;
use super::sheet::{Bounds, beyond_limits};

/// Cells between two looks at the clock.
const CELLS_PER_LOOK: u32 = 4_096;
/// Most classes of buyers in a report.
const MAX_ITEMS: usize = 5_000;

/// Takes the cells of a report, and reads its sections once all are there.
pub(crate) struct BuyersReader<'a> {
    bounds: Bounds<'a>,
    log: SheetLog<'a>,
    cells: Cells,
    cells_seen: u32,
    is_too_large: bool,
}

/// What a report gave.
#[derive(Debug)]
pub(crate) struct BuyersEnd {
    /// By dimension and place.
    pub(crate) breakdowns: Vec<Breakdown>,
    /// The formulas of its figures.
    pub(crate) formulas: FormulaCount,
}

impl<'a> BuyersReader<'a> {
    /// A reader of a sheet whose findings go to `log`.
    pub(crate) fn new(bounds: Bounds<'a>, log: SheetLog<'a>) -> Self {
        Self {
            bounds,
            log,
            cells: Cells::default(),
            cells_seen: 0,
            is_too_large: false,
        }
    }

    /// Takes the next cell.
    pub(crate) fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        let SheetCell { at, value, is_formula } = cell;
        self.look_at_the_clock(at)?;
        let value = value.or_blank();
        if value == CellValue::Blank {
            return ControlFlow::Continue(());
        }
        if let Some(limit) = beyond_limits(self.bounds.limits, at, value) {
            return self.end_too_large(at, &limit);
        }
        self.cells.keep(at, value, is_formula);
        if self.bounds.kept_bytes + self.cells.kept_bytes() > self.bounds.limits.kept_bytes {
            let limit = format!("> {} MiB of rows", self.bounds.limits.kept_bytes >> 20);
            return self.end_too_large(at, &limit);
        }
        ControlFlow::Continue(())
    }

    /// Reads what was taken.
    pub(crate) fn finish(mut self) -> BuyersEnd {
        let mut found = Found::default();
        if !self.is_too_large {
            self.read(&mut found);
        }
        BuyersEnd {
            formulas: found.formulas,
            breakdowns: found.into_breakdowns(),
        }
    }

    fn read(&mut self, found: &mut Found) {
        let sections = sections(&self.cells);
        if sections.is_empty() {
            self.log.sheet(DiagnosticCode::NoHeader, None);
            return;
        }
        for section in sections {
            let lists = section.lists(&self.cells, &mut self.log);
            for list in lists {
                list.read(&self.cells, found, &mut self.log);
                if let Some(at) = found.beyond(MAX_ITEMS) {
                    let _ = self.end_too_large(at, &format!("> {MAX_ITEMS} items"));
                    return;
                }
            }
        }
        if self.log.has_errors() {
            return;
        }
        // Totals of rows that cannot be read say nothing.
        for (cell, value) in &found.doubtful {
            let value = value.to_string();
            self.log.cell(DiagnosticCode::TotalRowMismatch, *cell, Some(&value));
        }
        if found.is_empty() {
            self.log.sheet(DiagnosticCode::NoDataRows, None);
        }
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

    fn end_too_large(&mut self, at: CellAddress, limit: &str) -> ControlFlow<()> {
        self.log.cell(DiagnosticCode::TooLarge, at, Some(limit));
        self.is_too_large = true;
        ControlFlow::Break(())
    }
}
