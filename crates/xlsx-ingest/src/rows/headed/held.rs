//! The first rows of a sheet, until its heading is found among them.

use domain::diagnostics::CellAddress;
use domain::headings::{Grid, HEADING_ROWS, Heading, LOOKED_AT_ROWS, Reader, Region};

use super::Headings;
use crate::rows::cell::{CellValue, MergedRegion, OwnedValue, SheetCell};
use crate::rows::dates::read_day;
use crate::rows::row::Notation;

/// Cells of the first rows, in the order of the rows.
#[derive(Debug, Default)]
pub(crate) struct HeldRows {
    cells: Vec<(CellAddress, OwnedValue, bool)>,
    regions: Vec<Region>,
}

/// Columns that are looked at for labels.
const MAX_COLUMNS: u32 = 500;

impl HeldRows {
    /// How many rows are held.
    pub(crate) const ROWS: u32 = LOOKED_AT_ROWS;

    pub(crate) fn push(&mut self, cell: SheetCell<'_>) {
        self.cells.push((cell.at, cell.value.into(), cell.is_formula));
    }

    pub(crate) fn merge(&mut self, region: MergedRegion) {
        if region.first.row < HEADING_ROWS + 2 {
            self.regions.push(Region {
                first: region.first,
                last: region.last,
            });
        }
    }

    /// The heading among these rows.
    pub(crate) fn heading(&self, headings: &Headings<'_>, notation: Notation) -> Option<Heading> {
        let mut grid = Grid::default();
        for region in &self.regions {
            grid.merge(*region, MAX_COLUMNS);
        }
        for (at, value, _) in &self.cells {
            if let CellValue::Text(text) = value.borrowed() {
                grid.push(*at, text);
            }
        }
        let reader = Reader {
            role: headings.role,
            is_stage: headings.is_stage,
            grades: &headings.house.grades,
            decisions: &headings.house.layouts,
        };
        Heading::find(&grid, &reader, |row, column| {
            let at = CellAddress { row, column };
            let place = self.cells.partition_point(|(other, ..)| *other < at);
            let found = self.cells.get(place).filter(|(other, ..)| *other == at);
            found.is_some_and(|(_, value, _)| is_day(value.borrowed(), notation))
        })
    }

    /// The cells below a row.
    pub(crate) fn below(self, row: u32) -> impl Iterator<Item = (CellAddress, OwnedValue, bool)> {
        self.cells.into_iter().filter(move |(at, ..)| at.row > row)
    }
}

fn is_day(value: CellValue<'_>, notation: Notation) -> bool {
    match (value, notation) {
        (CellValue::Number(number), Notation::Cells(system)) => system.day(number).is_some(),
        (CellValue::Text(text), _) => read_day(text).is_some(),
        _ => false,
    }
}
