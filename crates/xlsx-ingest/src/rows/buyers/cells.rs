//! The cells of a report that hold something.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::diagnostics::CellAddress;

use crate::rows::cell::{CellValue, OwnedValue};

/// What a cell takes besides its text, estimated: its node of the map.
const CELL_BYTES: usize = 96;

/// Cells by row and column.
#[derive(Debug, Default)]
pub(super) struct Cells {
    held: BTreeMap<CellAddress, (OwnedValue, bool)>,
    kept_bytes: usize,
}

impl Cells {
    /// Keeps a cell; the first of two at the same place.
    pub(super) fn keep(&mut self, at: CellAddress, value: CellValue<'_>, is_formula: bool) {
        let text_bytes = match value {
            CellValue::Text(text) | CellValue::Error(text) => text.len(),
            _ => 0,
        };
        self.kept_bytes += CELL_BYTES + text_bytes;
        self.held.entry(at).or_insert_with(|| (value.into(), is_formula));
    }

    pub(super) fn kept_bytes(&self) -> usize {
        self.kept_bytes
    }

    /// The value of a cell.
    pub(super) fn get(&self, at: CellAddress) -> CellValue<'_> {
        self.held
            .get(&at)
            .map_or(CellValue::Blank, |(value, _)| value.borrowed())
    }

    /// Whether a formula made the value of a cell.
    pub(super) fn is_formula(&self, at: CellAddress) -> bool {
        self.held.get(&at).is_some_and(|(_, is_formula)| *is_formula)
    }

    /// The cells of some rows that hold something, by row and column.
    pub(super) fn within(&self, rows: &Range<u32>) -> impl Iterator<Item = (CellAddress, CellValue<'_>)> {
        let first = CellAddress {
            row: rows.start,
            column: 0,
        };
        let after = CellAddress {
            row: rows.end.max(rows.start),
            column: 0,
        };
        let held = self.held.range(first..after);
        held.map(|(at, (value, _))| (*at, value.borrowed()))
    }

    /// All cells with a text.
    pub(super) fn texts(&self) -> impl Iterator<Item = (CellAddress, &str)> {
        self.held.iter().filter_map(|(at, (value, _))| match value {
            OwnedValue::Text(text) => Some((*at, &**text)),
            _ => None,
        })
    }
}
