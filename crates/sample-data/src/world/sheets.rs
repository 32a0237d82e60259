//! Lays the rows of a snapshot out as staff do: title, markers, headers, rows, templates, totals.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::ledger::Ledger;
use crate::workbook::{Address, Cell, Sheet};

/// Zero-based row of the first data row; row 2 has the markers, row 4 the headers.
pub(super) const FIRST_ROW: u32 = 4;

/// Where columns stand. Readers must not care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Arrangement {
    /// Empty columns on the left.
    pub indent: u32,
    /// Another order of the columns than the usual one.
    pub shuffle: Option<u64>,
}

/// The columns of one sheet.
pub(super) struct Columns<C> {
    columns: Vec<C>,
    indent: u32,
}

/// What a kind of column says above its rows.
pub(super) trait Head {
    /// The marker of row 2; `None` for columns that are for people only.
    fn marker(&self, ledger: &Ledger) -> Option<String>;
    /// 유료 or 초대 in row 3.
    fn group(&self) -> Option<&'static str>;
    /// The header in row 4.
    fn header(&self, ledger: &Ledger) -> String;
}

impl<C: Head + PartialEq> Columns<C> {
    pub(super) fn arranged(mut columns: Vec<C>, arrangement: Arrangement) -> Self {
        if let Some(seed) = arrangement.shuffle {
            columns.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
        }
        Self {
            columns,
            indent: arrangement.indent,
        }
    }

    /// Columns with their zero-based position.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &C)> {
        (self.indent..).zip(&self.columns)
    }

    /// A sheet with everything above the rows.
    pub(super) fn sheet(&self, name: &str, title: &str, ledger: &Ledger) -> Sheet {
        let mut sheet = Sheet::new(name);
        sheet.set((0, self.indent), title);
        for (column, kind) in self.iter() {
            if let Some(marker) = kind.marker(ledger) {
                sheet.set((1, column), marker);
            }
            if let Some(group) = kind.group() {
                sheet.set((2, column), group);
            }
            sheet.set((3, column), kind.header(ledger));
        }
        sheet
    }

    fn position(&self, kind: &C) -> u32 {
        self.iter()
            .find(|(_, other)| *other == kind)
            .map(|(column, _)| column)
            .expect("the sheet has this column")
    }

    /// The cell of a kind of column in a row, as formulas name it.
    pub(super) fn name(&self, kind: &C, row: u32) -> String {
        Address::new(row, self.position(kind)).to_string()
    }

    /// Where a kind of column has its cell in a row.
    pub(super) fn at(&self, kind: &C, row: u32) -> Address {
        Address::new(row, self.position(kind))
    }

    /// The sum of some columns of a row: of a range where they are neighbours, else one by one. Without any, the figure
    /// has been typed in.
    pub(super) fn row_total(&self, kinds: &[C], row: u32, total: i64) -> Cell {
        let positions: Vec<u32> = kinds.iter().map(|kind| self.position(kind)).collect();
        let (Some(first), Some(last)) = (kinds.first(), kinds.last()) else {
            return total.into();
        };
        let neighbours = positions.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        let formula = if neighbours {
            format!("SUM({}:{})", self.name(first, row), self.name(last, row))
        } else {
            kinds
                .iter()
                .map(|kind| self.name(kind, row))
                .collect::<Vec<_>>()
                .join("+")
        };
        Cell::formula(formula, total)
    }

    /// The line of totals below the rows and a blank line. `rows` is the number of rows, templates included.
    pub(super) fn totals(&self, sheet: &mut Sheet, label: &C, rows: u32, totals: &[(C, i64)]) {
        let last = (FIRST_ROW + rows).saturating_sub(1).max(FIRST_ROW);
        let row = last + 2;
        sheet.set(self.at(label, row), "합계");
        for (kind, total) in totals {
            let formula = format!("SUM({}:{})", self.name(kind, FIRST_ROW), self.name(kind, last));
            sheet.set(self.at(kind, row), Cell::formula(formula, *total));
        }
    }
}

/// 월 to 일.
pub(crate) fn weekday(day: chrono::NaiveDate) -> &'static str {
    use chrono::Datelike;
    ["월", "화", "수", "목", "금", "토", "일"][day.weekday().num_days_from_monday() as usize]
}
