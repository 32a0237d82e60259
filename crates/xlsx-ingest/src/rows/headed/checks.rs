//! Rows of totals, held against the rows that they are of.

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::columns::HeadedColumns;
use crate::rows::log::SheetLog;
use crate::rows::row::Row;

/// Sums so far, and what rows of totals said.
#[derive(Debug)]
pub(super) struct CheckRows {
    /// By column of seats or won: of all rows so far, and of those since the last row of totals.
    sums: Vec<(i64, i64)>,
    /// Totals that are not yet the sum of anything: their column among those, cell and value.
    doubtful: Vec<(usize, CellAddress, i64)>,
    /// The rows, the first thousand.
    pub(super) rows: Vec<u32>,
}

const MAX_ROWS: usize = 1_000;

impl CheckRows {
    /// Of a sheet with this many columns of seats or won.
    pub(super) fn new(columns: usize) -> Self {
        Self {
            sums: vec![(0, 0); columns],
            doubtful: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a date, by its whole numbers.
    pub(super) fn add(&mut self, wholes: &[Option<i64>]) {
        for (sums, whole) in self.sums.iter_mut().zip(wholes) {
            let value = whole.unwrap_or(0);
            sums.0 = sums.0.saturating_add(value);
            sums.1 = sums.1.saturating_add(value);
        }
    }

    /// Takes a row of totals.
    pub(super) fn take(&mut self, row: &Row<'_>, headed: &HeadedColumns, wholes: &[Option<i64>]) {
        if self.rows.len() < MAX_ROWS {
            self.rows.push(row.number);
        }
        let columns = self.sums.iter_mut().zip(headed.sums()).zip(wholes).enumerate();
        for (place, ((sums, (slot, _)), whole)) in columns {
            if let Some(value) = *whole
                && value != sums.0
                && value != sums.1
            {
                self.doubtful.push((place, row.address(*slot), value));
            }
            sums.1 = 0;
        }
    }

    /// Notes totals that are the sum of nothing, unless the rows have errors.
    pub(super) fn finish(&self, log: &mut SheetLog<'_>) {
        if log.has_errors() {
            return;
        }
        for (place, cell, value) in &self.doubtful {
            if *value != self.sums[*place].0 {
                log.cell(DiagnosticCode::TotalRowMismatch, *cell, Some(&value.to_string()));
            }
        }
    }

    pub(super) fn kept_bytes(&self) -> usize {
        // The list can hold twice what it has.
        2 * self.doubtful.len() * size_of::<(usize, CellAddress, i64)>()
    }
}
