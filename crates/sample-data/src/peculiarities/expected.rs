//! What must come of a workbook.

use chrono::NaiveDate;

use crate::workbook::Address;
use crate::world::{DailyRow, PerformanceRow};

/// Where a finding belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Wherever the reader sees it.
    Anywhere,
    /// At a sheet, and none of its cells.
    Sheet(&'static str),
    /// At one of these cells, written `Daily!B6`.
    Cells(Vec<String>),
    /// In this row of a sheet, counted from 1.
    Row(&'static str, u32),
}

impl Spot {
    pub(super) fn cells(sheet: &str, cells: &[Address]) -> Self {
        Self::Cells(cells.iter().map(|at| format!("{sheet}!{at}")).collect())
    }

    /// Whether it is of this sheet.
    pub(super) fn is_of(&self, sheet: &str) -> bool {
        match self {
            Self::Anywhere => false,
            Self::Sheet(name) | Self::Row(name, _) => *name == sheet,
            Self::Cells(cells) => cells
                .iter()
                .any(|cell| cell.rsplit_once('!').is_some_and(|(name, _)| name == sheet)),
        }
    }

    /// Whether a finding with this sheet and cell is there.
    pub fn has(&self, sheet: Option<&str>, cell: Option<&str>) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Sheet(name) => sheet == Some(*name) && cell.is_none(),
            Self::Cells(cells) => cell.is_some_and(|cell| cells.iter().any(|known| known == cell)),
            Self::Row(name, row) => {
                let row_of = |cell: &str| {
                    let (_, address) = cell.rsplit_once('!')?;
                    let digits = address.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                    digits.parse::<u32>().ok()
                };
                sheet == Some(*name) && cell.and_then(row_of) == Some(*row)
            }
        }
    }
}

/// A finding: one of these codes at this spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable codes that are right.
    pub codes: Vec<&'static str>,
    /// Where.
    pub spot: Spot,
}

impl Finding {
    pub(super) fn new(codes: &[&'static str], spot: Spot) -> Self {
        Self {
            codes: codes.to_vec(),
            spot,
        }
    }

    /// Whether it is the finding with this code, sheet and cell.
    pub fn is(&self, code: &str, sheet: Option<&str>, cell: Option<&str>) -> bool {
        self.codes.contains(&code) && self.spot.has(sheet, cell)
    }
}

/// What must come of a workbook.
#[derive(Debug, Clone)]
pub struct Expected {
    /// Whether it is that of a play.
    pub is_stage: bool,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// Exactly these rows, unless there are errors.
    pub daily_rows: Vec<DailyRow>,
    /// Exactly these rows, unless there are errors.
    pub performance_rows: Vec<PerformanceRow>,
    /// Each must be found.
    pub required: Vec<Finding>,
    /// Each may be found; any other finding is wrong.
    pub allowed: Vec<Finding>,
}
