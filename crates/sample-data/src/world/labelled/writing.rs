//! Writes blocks of columns and rows of cells as a sheet.

use super::columns::{Block, Column};
use super::knobs::{Knobs, Labels, Totals};
use crate::workbook::{Address, Cell, CellError, Sheet};

/// Rows between two subtotals.
const PART_ROWS: usize = 4;

/// Where the columns and rows of a labelled sheet stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The name of the sheet.
    pub sheet: String,
    /// The zero-based row of the lower labels; that of the groups is above it.
    pub heading: u32,
    /// Zero-based column of each kind.
    pub columns: Vec<(u32, Column)>,
    /// Zero-based rows with data, in order.
    pub rows: Vec<u32>,
    /// Zero-based rows of totals.
    pub totals: Vec<u32>,
}

impl Placed {
    /// The cell of a column in the data row with this number, from 0. Panics without the column: the test that asks is
    /// wrong.
    pub fn cell(&self, column: Column, row: usize) -> Address {
        Address::new(self.rows[row], self.column(column))
    }

    /// The label of a column.
    pub fn label(&self, column: Column) -> Address {
        Address::new(self.heading, self.column(column))
    }

    /// Whether there is such a column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(_, other)| *other == column)
    }

    fn column(&self, column: Column) -> u32 {
        let found = self.columns.iter().find(|(_, other)| *other == column);
        found
            .unwrap_or_else(|| panic!("no column {column:?} in {}", self.sheet))
            .0
    }
}

/// A sheet that is being written.
pub(super) struct Writing<'a> {
    pub(super) sheet: Sheet,
    pub(super) placed: Placed,
    knobs: &'a Knobs,
    /// Where the next row comes.
    next: u32,
    /// Sums of the rows so far, and of those since the last subtotal, by column.
    sums: Vec<(i64, i64)>,
    since_part: usize,
    /// Where the totals of all rows stand, when that is above them.
    above: Option<u32>,
}

impl<'a> Writing<'a> {
    /// Writes everything above the rows.
    pub(super) fn begin(name: &str, title: &str, blocks: &[Block], knobs: &'a Knobs) -> Self {
        let mut sheet = Sheet::new(name);
        let (above, left) = knobs.indent;
        sheet.set((0, left), title).set((1, left), "단위: 원, 매");
        // A word of the heading among the titles.
        sheet.set((2, left), "Date").set((2, left + 1), "기준 마감 후");
        let group = 3 + above;
        let heading = if knobs.labels == Labels::OneRow {
            group
        } else {
            group + 1
        };
        let mut columns = Vec::new();
        let mut at = left;
        for block in blocks {
            let last = at + u32::try_from(block.columns.len()).expect("a sheet is not wide") - 1;
            write_label(&mut sheet, block, (group, heading), (at, last), knobs);
            for (label, column) in &block.columns {
                if let Some(label) = label {
                    let is_over_both = block.label.is_none() && is_merged_over_both(knobs, *column);
                    let row = if is_over_both { group } else { heading };
                    sheet.set((row, at), label.as_str());
                    if is_over_both {
                        sheet.merge((group, at), (heading, at));
                    }
                }
                columns.push((at, *column));
                at += 1;
            }
        }
        let has_above = knobs.totals == Totals::Above;
        let sums = vec![(0, 0); columns.len()];
        let mut placed = Placed {
            sheet: name.to_owned(),
            heading,
            columns,
            rows: Vec::new(),
            totals: Vec::new(),
        };
        if has_above {
            placed.totals.push(heading + 1);
        }
        Self {
            sheet,
            placed,
            knobs,
            next: heading + 1 + u32::from(has_above),
            sums,
            since_part: 0,
            above: has_above.then_some(heading + 1),
        }
    }

    /// Writes a row: what stands in each column, and which number counts in its totals.
    pub(super) fn row(&mut self, cell: impl Fn(Column) -> (Cell, Option<i64>)) -> u32 {
        let row = self.next;
        for (index, (at, column)) in self.placed.columns.iter().enumerate() {
            let (cell, number) = cell(*column);
            if let Some(number) = number {
                self.sums[index].0 += number;
                self.sums[index].1 += number;
            }
            self.sheet.set((row, *at), cell);
        }
        self.placed.rows.push(row);
        self.next += 1;
        self.since_part += 1;
        if self.knobs.totals == Totals::Parts && self.since_part == PART_ROWS {
            self.part();
        }
        row
    }

    /// Where the next row comes.
    pub(super) fn next_row(&self) -> u32 {
        self.next
    }

    /// Writes a row that holds nothing but a day to come.
    pub(super) fn template(&mut self, day: Cell) {
        if let Some((at, _)) = self.placed.columns.iter().find(|(_, column)| *column == Column::Day) {
            self.sheet.set((self.next, *at), day);
        }
        self.next += 1;
    }

    fn part(&mut self) {
        let sums: Vec<i64> = self.sums.iter().map(|sums| sums.1).collect();
        self.totals(self.next, "소계", &sums);
        self.next += 1;
        self.since_part = 0;
        for sums in &mut self.sums {
            sums.1 = 0;
        }
    }

    /// Writes the totals and what stands below.
    pub(super) fn end(mut self) -> (Sheet, Placed) {
        let sums: Vec<i64> = self.sums.iter().map(|sums| sums.0).collect();
        match (self.knobs.totals, self.above) {
            (_, Some(row)) => self.totals(row, "TOTAL", &sums),
            (Totals::Below, _) => self.totals(self.next, "합계", &sums),
            (Totals::Parts, _) => {
                if self.since_part > 0 {
                    self.part();
                }
                self.totals(self.next, "공연 계", &sums);
            }
            _ => {}
        }
        let left = self.knobs.indent.1;
        let below = self.next + 3;
        self.sheet
            .set((below, left), "※ 미입금은 입금 확인 전 예매입니다. 3.1 기준");
        self.sheet.set((below + 1, left), "합계는 참고용입니다.");
        (self.sheet, self.placed)
    }

    fn totals(&mut self, row: u32, word: &str, sums: &[i64]) {
        let mut is_named = false;
        for ((at, column), sum) in self.placed.columns.iter().zip(sums) {
            match column {
                Column::Number | Column::Day if !is_named => {
                    self.sheet.set((row, *at), word);
                    is_named = true;
                }
                Column::Seats(..) | Column::Won(..) => drop(self.sheet.set((row, *at), *sum)),
                Column::Ignored if self.knobs.errors_beside => {
                    self.sheet.set((row, *at), CellError::Div0);
                }
                _ => {}
            }
        }
        if !self.placed.totals.contains(&row) {
            self.placed.totals.push(row);
        }
    }
}

/// Columns without a group whose label fills both rows of the heading.
fn is_merged_over_both(knobs: &Knobs, column: Column) -> bool {
    let is_left = matches!(
        column,
        Column::Number | Column::Day | Column::Weekday | Column::Time | Column::Remark
    );
    knobs.labels == Labels::Merged && is_left && knobs.weekdays
}

fn write_label(sheet: &mut Sheet, block: &Block, rows: (u32, u32), columns: (u32, u32), knobs: &Knobs) {
    let Some(label) = &block.label else { return };
    let (group, (first, last)) = (rows.0, columns);
    sheet.set((group, first), label.as_str());
    match knobs.labels {
        Labels::Merged if first < last => drop(sheet.merge((group, first), (group, last))),
        Labels::Repeated => {
            for column in first..=last {
                sheet.set((group, column), label.as_str());
            }
        }
        Labels::Merged | Labels::First | Labels::OneRow => {}
    }
}
