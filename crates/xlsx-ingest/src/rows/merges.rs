//! Merged regions over the marked columns.

use domain::diagnostics::{CellAddress, DiagnosticCode};

use super::cell::{CellValue, MergedRegion, OwnedValue};
use super::columns::Columns;
use super::log::SheetLog;

/// The merged regions of a sheet, as far as its rows have been read.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    /// Those that begin in rows to come, the next one last.
    ahead: Vec<MergedRegion>,
    is_sorted: bool,
    /// The region that covers the column of each slot.
    covers: Vec<Option<Cover>>,
    begins_here: bool,
}

/// A region over the column of a slot.
#[derive(Debug)]
struct Cover {
    region: MergedRegion,
    value: OwnedValue,
    is_formula: bool,
    /// How many data rows it has covered so far.
    data_rows: u32,
}

/// What a region gives to a slot of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub(crate) value: CellValue<'a>,
    pub(crate) is_formula: bool,
    /// Whether the value stands in this very cell.
    pub(crate) is_own: bool,
}

impl Merges {
    /// Takes a region, before all cells.
    pub(crate) fn push(&mut self, region: MergedRegion) {
        self.ahead.push(region);
        self.is_sorted = false;
    }

    pub(crate) fn len(&self) -> usize {
        self.ahead.len()
    }

    /// Turns to a row below the markers.
    pub(crate) fn begin_row(&mut self, row: u32, columns: &Columns) {
        if !self.is_sorted {
            self.ahead
                .sort_unstable_by_key(|region| std::cmp::Reverse(region.first.row));
            self.is_sorted = true;
        }
        self.begins_here = false;
        while let Some(region) = self.ahead.pop_if(|region| region.first.row <= row) {
            if region.last.row < row {
                continue;
            }
            self.covers.resize_with(columns.len(), || None);
            for slot in columns.slots_between(region.first.column, region.last.column) {
                self.covers[slot] = Some(Cover {
                    region,
                    value: OwnedValue::Blank,
                    is_formula: false,
                    data_rows: 0,
                });
                self.begins_here |= region.first.row == row;
            }
        }
    }

    /// Takes a cell of the present row: it may hold the value of a region.
    pub(crate) fn cell(&mut self, at: CellAddress, value: CellValue<'_>, is_formula: bool) {
        if !self.begins_here {
            return;
        }
        let beginning = self
            .covers
            .iter_mut()
            .flatten()
            .filter(|cover| cover.region.first == at);
        for cover in beginning {
            cover.value = value.into();
            cover.is_formula = is_formula;
        }
    }

    /// What a region gives to `slot` at a cell; `None` without a region, or when it is blank.
    pub(crate) fn shared(&self, slot: usize, at: CellAddress) -> Option<Shared<'_>> {
        let cover = self.cover(slot, at.row)?;
        Some(Shared {
            value: cover.value.borrowed(),
            is_formula: cover.is_formula,
            is_own: cover.region.first == at,
        })
    }

    /// Whether a figure is merged over this data row and one before.
    pub(crate) fn is_spread(&self, slot: usize, row: u32) -> bool {
        self.cover(slot, row).is_some_and(|cover| cover.data_rows > 1)
    }

    /// Counts a data row, and notes each figure that it shares with one before.
    pub(crate) fn note_data_row(&mut self, row: u32, columns: &Columns, log: &mut SheetLog<'_>) {
        for (slot, cover) in self.covers.iter_mut().enumerate() {
            let Some(cover) = cover.as_mut().filter(|cover| cover.covers(row)) else {
                continue;
            };
            cover.data_rows += 1;
            if cover.data_rows == 2 && columns.is_figure(slot) {
                let first = cover.region.first;
                let text = cover.value.borrowed().text();
                log.cell(DiagnosticCode::MergedFigure, first, Some(&text));
            }
        }
    }

    fn cover(&self, slot: usize, row: u32) -> Option<&Cover> {
        let cover = self.covers.get(slot)?.as_ref()?;
        cover.covers(row).then_some(cover)
    }
}

impl Cover {
    fn covers(&self, row: u32) -> bool {
        self.region.first.row <= row && row <= self.region.last.row && self.value != OwnedValue::Blank
    }
}
