//! Rows of totals, held against the rows of their list.

use super::cells::Cells;
use super::list::Doubt;
use super::sections::at;
use crate::rows::headed::whole_value;

/// Sums of one column.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Of all rows so far.
    all: i64,
    /// Of those since the last row of totals.
    since: i64,
}

impl Sums {
    pub(super) fn add(&mut self, value: i64) {
        self.all = self.all.saturating_add(value);
        self.since = self.since.saturating_add(value);
    }

    /// Whether a total is the sum of the rows so far, or of those since the last row of totals.
    fn makes(self, total: i64) -> bool {
        total == self.all || total == self.since
    }
}

/// Sums of the columns of a list.
#[derive(Debug, Default)]
pub(super) struct CheckedSums {
    /// Of each column of figures.
    pub(super) figures: Vec<Sums>,
    /// Of the rows, in the column of their totals.
    pub(super) rows: Sums,
    /// Of what that column itself says.
    pub(super) totals: Sums,
}

impl CheckedSums {
    /// Takes a row of totals; answers what is the sum of nothing.
    pub(super) fn take(&mut self, cells: &Cells, row: u32, columns: &[u32], total: Option<u32>) -> Vec<Doubt> {
        let mut doubtful = Vec::new();
        let said = |column: u32| whole_value(cells.get(at(row, column)));
        for (column, sums) in columns.iter().zip(&mut self.figures) {
            if let Some(value) = said(*column).filter(|value| !sums.makes(*value)) {
                doubtful.push((at(row, *column), value));
            }
            sums.since = 0;
        }
        if let Some(column) = total
            && let Some(value) = said(column)
            && !self.rows.makes(value)
            && !self.totals.makes(value)
        {
            doubtful.push((at(row, column), value));
        }
        self.rows.since = 0;
        self.totals.since = 0;
        doubtful
    }
}
