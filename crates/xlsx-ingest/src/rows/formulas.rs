//! Whether a spreadsheet has calculated the formulas of a workbook.

use super::cell::CellValue;

/// Formulas in marked cells of data rows and in the date column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FormulaCount {
    /// Those that are 0, blank or without a value, as programs write them that do not calculate.
    pub(crate) empty: u64,
    /// All others.
    pub(crate) calculated: u64,
}

impl FormulaCount {
    /// Counts a formula by its value.
    pub(crate) fn count(&mut self, value: CellValue<'_>) {
        match value {
            CellValue::Blank | CellValue::Uncalculated => self.empty += 1,
            CellValue::Number(number) if number.abs().to_bits() == 0 => self.empty += 1,
            _ => self.calculated += 1,
        }
    }

    /// Those of both sheets.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            empty: self.empty + other.empty,
            calculated: self.calculated + other.calculated,
        }
    }

    /// Whether there are formulas, none of which has been calculated.
    pub(crate) fn none_is_calculated(self) -> bool {
        self.empty > 0 && self.calculated == 0
    }
}
