//! What is wrong or peculiar about a workbook, by sheet and cell.

mod codes;
mod file_kind;
mod log;
mod messages;

use std::fmt;

pub use self::codes::{DiagnosticCode, UnknownDiagnosticCode};
pub use self::file_kind::FileKind;
pub use self::log::{DiagnosticCounts, DiagnosticLog, Place};

/// How many diagnostics of one workbook are kept; the counts stay complete.
pub const KEPT: usize = 1_000;
/// Longest value that a diagnostic repeats, in characters.
const MAX_VALUE_CHARS: usize = 100;

/// Whether a finding stops the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The workbook changes no data.
    Error,
    /// The workbook counts; somebody should look.
    Warning,
}

impl Severity {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A cell of a sheet, counted from 0; written `F37`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0_u8; 8];
        let mut start = letters.len();
        let mut column = u64::from(self.column) + 1;
        while column > 0 {
            start -= 1;
            letters[start] = b'A' + u8::try_from((column - 1) % 26).expect("less than 26");
            column = (column - 1) / 26;
        }
        let letters = std::str::from_utf8(&letters[start..]).expect("letters A to Z");
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: DiagnosticCode,
    /// The sheet it concerns; `None` for the whole file.
    pub sheet: Option<String>,
    /// `회차별판매!F37`; `None` for a whole sheet or file.
    pub cell: Option<String>,
    /// The offending value as the workbook has it, cut to 100 characters.
    pub value: Option<String>,
}

impl Diagnostic {
    /// A finding about the whole file.
    pub fn of_file(code: DiagnosticCode, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: None,
            cell: None,
            value: value.map(cut),
        }
    }

    /// A finding about a whole sheet.
    pub fn of_sheet(code: DiagnosticCode, sheet: &str, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: Some(sheet.to_owned()),
            cell: None,
            value: value.map(cut),
        }
    }

    /// A finding about one cell.
    pub fn of_cell(code: DiagnosticCode, sheet: &str, cell: CellAddress, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: Some(sheet.to_owned()),
            cell: Some(format!("{sheet}!{cell}")),
            value: value.map(cut),
        }
    }

    /// Whether it stops the workbook.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

fn cut(value: &str) -> String {
    value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(MAX_VALUE_CHARS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, column: u32) -> CellAddress {
        CellAddress { row, column }
    }

    #[test]
    fn cells_are_written_as_in_a_spreadsheet() {
        assert_eq!(cell(36, 5).to_string(), "F37");
        assert_eq!(cell(0, 25).to_string(), "Z1");
        assert_eq!(cell(0, 26).to_string(), "AA1");
        assert_eq!(cell(1_048_575, 16_383).to_string(), "XFD1048576");
        assert_eq!(cell(u32::MAX, u32::MAX).to_string(), "MWLQKWV4294967296");
    }

    #[test]
    fn errors_come_first_and_the_counts_stay_complete() {
        let mut log = DiagnosticLog::default();
        let at = |row| Place {
            sheet: 1,
            cell: Some(cell(row, 0)),
        };
        for row in 0..1_500 {
            log.push(
                at(row),
                Diagnostic::of_cell(DiagnosticCode::BlankNumber, "Daily", cell(row, 0), None),
            );
        }
        log.push(
            at(2_000),
            Diagnostic::of_cell(DiagnosticCode::ErrorCell, "Daily", cell(2_000, 0), Some("#REF!")),
        );
        assert!(log.has_errors());
        let (kept, counts) = log.into_parts();
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept[0].cell.as_deref(), Some("Daily!A2001"));
        assert_eq!(kept[999].cell.as_deref(), Some("Daily!A999"));
        assert_eq!(counts[&DiagnosticCode::BlankNumber], 1_500);
    }

    #[test]
    fn a_repeated_value_is_short_and_on_one_line() {
        let long = "가\n".repeat(500);
        let finding = Diagnostic::of_file(DiagnosticCode::NotANumber, Some(&long));
        assert_eq!(finding.value.unwrap().chars().filter(|c| !c.is_control()).count(), 100);
    }

    #[test]
    fn a_finding_beyond_the_kept_ones_is_only_counted() {
        let mut log = DiagnosticLog::default();
        let at = |row| Place {
            sheet: 1,
            cell: Some(cell(row, 0)),
        };
        let made = std::cell::Cell::new(0);
        let note = |log: &mut DiagnosticLog, row| {
            log.note(at(row), DiagnosticCode::BlankNumber, || {
                made.set(made.get() + 1);
                Diagnostic::of_cell(DiagnosticCode::BlankNumber, "Daily", cell(row, 0), None)
            });
        };
        for row in 1..=5_000 {
            note(&mut log, row);
        }
        assert_eq!(made.get(), KEPT);
        note(&mut log, 0);
        let (kept, counts) = log.into_parts();
        assert_eq!(kept[0].cell.as_deref(), Some("Daily!A1"));
        assert_eq!(counts[&DiagnosticCode::BlankNumber], 5_001);
    }

    #[test]
    fn a_file_that_is_no_workbook_is_told_by_what_it_is() {
        for kind in FileKind::ALL {
            let finding = Diagnostic::of_file(DiagnosticCode::NotAWorkbook, Some(kind.code()));
            assert_eq!(FileKind::from_code(kind.code()), Some(*kind));
            assert_eq!(finding.message_en(), kind.message_en());
            assert_eq!(finding.message_ko(), kind.message_ko());
        }
        // Findings that were kept before kinds were told have no value.
        let unknown = Diagnostic::of_file(DiagnosticCode::NotAWorkbook, None);
        assert_eq!(unknown.message_en(), FileKind::Unknown.message_en());
    }
}
