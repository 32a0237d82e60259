//! Rows of totals, held against the rows that they are of.

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::columns::HeadedColumns;
use super::values::whole_value;
use crate::rows::log::SheetLog;
use crate::rows::row::Row;

/// Sums so far, and what rows of totals said.
#[derive(Debug)]
pub(super) struct CheckRows {
    /// By slot: of all rows so far, and of those since the last row of totals.
    sums: Vec<(i64, i64)>,
    /// Totals that are not yet the sum of anything: their slot, cell and value.
    doubtful: Vec<(usize, CellAddress, i64)>,
    /// The rows, the first thousand.
    pub(super) rows: Vec<u32>,
}

const MAX_ROWS: usize = 1_000;

impl CheckRows {
    pub(super) fn new(slots: usize) -> Self {
        Self {
            sums: vec![(0, 0); slots],
            doubtful: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a date.
    pub(super) fn add(&mut self, row: &Row<'_>, headed: &HeadedColumns) {
        for (slot, sums) in self.sums.iter_mut().enumerate() {
            if headed.is_sum(slot) {
                let value = whole_value(row.cells.get(slot)).unwrap_or(0);
                sums.0 = sums.0.saturating_add(value);
                sums.1 = sums.1.saturating_add(value);
            }
        }
    }

    /// Takes a row of totals.
    pub(super) fn take(&mut self, row: &Row<'_>, headed: &HeadedColumns) {
        if self.rows.len() < MAX_ROWS {
            self.rows.push(row.number);
        }
        for (slot, sums) in self.sums.iter_mut().enumerate() {
            if headed.is_sum(slot) {
                if let Some(value) = whole_value(row.cells.get(slot))
                    && value != sums.0
                    && value != sums.1
                {
                    self.doubtful.push((slot, row.address(slot), value));
                }
                sums.1 = 0;
            }
        }
    }

    /// Notes totals that are the sum of nothing, unless the rows have errors.
    pub(super) fn finish(&self, log: &mut SheetLog<'_>) {
        if log.has_errors() {
            return;
        }
        for (slot, cell, value) in &self.doubtful {
            if *value != self.sums[*slot].0 {
                log.cell(DiagnosticCode::TotalRowMismatch, *cell, Some(&value.to_string()));
            }
        }
    }

    pub(super) fn kept_bytes(&self) -> usize {
        // The list can hold twice what it has.
        2 * self.doubtful.len() * size_of::<(usize, CellAddress, i64)>()
    }
}
