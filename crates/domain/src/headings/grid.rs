//! The upper left of a sheet: texts and merged regions.

use std::collections::{BTreeMap, HashMap};

use super::LOOKED_AT_ROWS;
use crate::diagnostics::CellAddress;

/// A rectangle of cells that are one, whose value stands in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The first cell.
    pub first: CellAddress,
    /// The last one, inclusive.
    pub last: CellAddress,
}

/// Most cells that merged regions cover of a heading; a spreadsheet shows far fewer.
const MAX_COVERED: usize = 200_000;

/// Texts of the first rows, as a person sees them.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    texts: BTreeMap<(u32, u32), String>,
    regions: Vec<Region>,
    covered: HashMap<(u32, u32), usize>,
    tried: usize,
}

impl Grid {
    /// Takes a text that shows something.
    pub fn push(&mut self, at: CellAddress, text: &str) {
        self.texts.insert((at.row, at.column), text.to_owned());
    }

    /// Takes a merged region. Columns from `columns` on do not matter.
    pub fn merge(&mut self, region: Region, columns: u32) {
        if region.first.row >= LOOKED_AT_ROWS || region.first.column >= columns || self.tried >= MAX_COVERED {
            return;
        }
        let place = self.regions.len();
        self.regions.push(region);
        for row in region.first.row..=region.last.row.min(LOOKED_AT_ROWS) {
            for column in region.first.column..=region.last.column.min(columns) {
                self.tried += 1;
                self.covered.entry((row, column)).or_insert(place);
            }
        }
    }

    /// The region that covers a cell.
    pub(super) fn region(&self, row: u32, column: u32) -> Option<&Region> {
        self.covered.get(&(row, column)).map(|place| &self.regions[*place])
    }

    /// What a cell shows: nothing where a region hides it.
    pub(super) fn text(&self, row: u32, column: u32) -> Option<&str> {
        let is_hidden = self
            .region(row, column)
            .is_some_and(|region| region.first != CellAddress { row, column });
        if is_hidden { None } else { self.raw(row, column) }
    }

    /// What stands in a cell, hidden or not.
    pub(super) fn raw(&self, row: u32, column: u32) -> Option<&str> {
        self.texts.get(&(row, column)).map(String::as_str)
    }

    /// The visible texts of a row, from left to right.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (u32, &str)> {
        self.texts
            .range((row, 0)..=(row, u32::MAX))
            .map(|((_, column), _)| *column)
            .filter_map(move |column| self.text(row, column).map(|text| (column, text)))
    }

    /// One past the last column of these rows that has a text or a region.
    pub(super) fn width(&self, rows: &[u32]) -> u32 {
        let texts = rows
            .iter()
            .filter_map(|row| self.texts.range((*row, 0)..=(*row, u32::MAX)).next_back());
        let texts = texts.map(|((_, column), _)| column + 1).max();
        let covered = self.covered.keys().filter(|(row, _)| rows.contains(row));
        let covered = covered.map(|(_, column)| column + 1).max();
        texts.max(covered).unwrap_or(0)
    }
}
