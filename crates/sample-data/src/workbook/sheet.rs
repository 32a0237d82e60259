//! A named grid of cells.

use std::collections::BTreeMap;

use super::{Address, Cell};

static EMPTY: Cell = Cell::Empty;

/// A sheet. Only cells that hold something are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    cells: BTreeMap<Address, Cell>,
    merged: Vec<(Address, Address)>,
}

impl Sheet {
    /// A sheet without cells.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            cells: BTreeMap::new(),
            merged: Vec::new(),
        }
    }

    /// The same with one more cell.
    #[must_use]
    pub fn with(mut self, address: impl Into<Address>, cell: impl Into<Cell>) -> Self {
        self.set(address, cell);
        self
    }

    /// Puts a value into a cell; [`Cell::Empty`] clears it.
    pub fn set(&mut self, address: impl Into<Address>, cell: impl Into<Cell>) -> &mut Self {
        let (address, cell) = (address.into(), cell.into());
        if cell == Cell::Empty {
            self.cells.remove(&address);
        } else {
            self.cells.insert(address, cell);
        }
        self
    }

    /// Empties a cell.
    pub fn clear(&mut self, address: impl Into<Address>) -> &mut Self {
        self.set(address, Cell::Empty)
    }

    /// What a cell holds.
    pub fn get(&self, address: impl Into<Address>) -> &Cell {
        self.cells.get(&address.into()).unwrap_or(&EMPTY)
    }

    /// Makes the cells from `first` to `last` one, which shows the first one's value. The others keep theirs, as a file
    /// may, but a person does not see them.
    pub fn merge(&mut self, first: impl Into<Address>, last: impl Into<Address>) -> &mut Self {
        self.merged.push((first.into(), last.into()));
        self
    }

    /// The merged regions: first and last cell of each.
    pub fn merged(&self) -> &[(Address, Address)] {
        &self.merged
    }

    /// All cells that hold something, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (Address, &Cell)> {
        self.cells.iter().map(|(address, cell)| (*address, cell))
    }

    /// The cells of one zero-based row that hold something, from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        let range = Address::new(row, 0)..=Address::new(row, u32::MAX);
        self.cells.range(range).map(|(address, cell)| (address.column, cell))
    }

    /// One past the last row and the last column; both 0 for an empty sheet.
    pub fn size(&self) -> (u32, u32) {
        let rows = self.cells.keys().map(|address| address.row + 1).max();
        let columns = self.cells.keys().map(|address| address.column + 1).max();
        (rows.unwrap_or(0), columns.unwrap_or(0))
    }

    /// The zero-based column whose row 2 holds this text.
    pub fn marker_column(&self, marker: &str) -> Option<u32> {
        self.row(1)
            .find(|(_, cell)| cell.as_text() == Some(marker))
            .map(|(column, _)| column)
    }

    /// The address of a marked column's cell in a row counted from 1, as in `F37`. Panics without the marker: the test
    /// that asks is wrong.
    pub fn at(&self, marker: &str, row_number: u32) -> Address {
        let column = self
            .marker_column(marker)
            .unwrap_or_else(|| panic!("no marker {marker} in {}", self.name));
        Address::new(row_number - 1, column)
    }

    /// Zero-based rows whose `dash_date` cell is a day: those that count, templates included.
    pub fn dated_rows(&self) -> Vec<u32> {
        let Some(column) = self.marker_column("dash_date") else {
            return Vec::new();
        };
        let dated = |address: &Address, cell: &Cell| address.column == column && cell.as_date().is_some();
        self.cells()
            .filter(|(address, cell)| dated(address, cell))
            .map(|(address, _)| address.row)
            .collect()
    }

    /// Moves every cell from this zero-based column on to the right.
    pub fn insert_columns(&mut self, column: u32, count: u32) -> &mut Self {
        self.relocate(|address| {
            let shift = if address.column < column { 0 } else { count };
            Some(Address::new(address.row, address.column + shift))
        })
    }

    /// Moves every cell from this zero-based row on downwards.
    pub fn insert_rows(&mut self, row: u32, count: u32) -> &mut Self {
        self.relocate(|address| {
            let shift = if address.row < row { 0 } else { count };
            Some(Address::new(address.row + shift, address.column))
        })
    }

    /// Drops a zero-based row and moves up what is below.
    pub fn remove_row(&mut self, row: u32) -> &mut Self {
        self.relocate(|address| match address.row {
            at if at == row => None,
            at => Some(Address::new(at - u32::from(row < at), address.column)),
        })
    }

    /// Formulas keep their text: readers count their cached values only.
    fn relocate(&mut self, target: impl Fn(Address) -> Option<Address>) -> &mut Self {
        let cells = std::mem::take(&mut self.cells);
        self.cells = cells
            .into_iter()
            .filter_map(|(address, cell)| Some((target(address)?, cell)))
            .collect();
        let merged = std::mem::take(&mut self.merged);
        self.merged = merged
            .into_iter()
            .filter_map(|(first, last)| Some((target(first)?, target(last)?)))
            .collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet::new("s")
            .with("B2", "dash_date")
            .with("C2", "dash_time")
            .with("B4", "2026")
            .with("C4", 2.5)
    }

    #[test]
    fn an_emptied_cell_is_as_if_never_touched() {
        let mut sheet = sheet();
        sheet.set("B9", 1).clear("B9");
        assert_eq!(sheet, self::sheet());
        assert_eq!(sheet.get("B9"), &Cell::Empty);
        assert_eq!(sheet.size(), (4, 3));
    }

    #[test]
    fn cells_are_found_by_their_marker() {
        assert_eq!(sheet().marker_column("dash_time"), Some(2));
        assert_eq!(sheet().get(sheet().at("dash_time", 4)), &Cell::Number(2.5));
        assert_eq!(sheet().marker_column("dash_share_free"), None);
    }

    #[test]
    fn rows_and_columns_move_together() {
        let mut moved = sheet();
        moved.insert_columns(2, 3).insert_rows(2, 1);
        assert_eq!(moved.get("F5"), &Cell::Number(2.5));
        assert_eq!(moved.get("B2").as_text(), Some("dash_date"));
        moved.remove_row(2).remove_row(3);
        assert_eq!(moved.size(), (2, 6));
    }
}
