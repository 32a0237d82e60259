//! Findings of one sheet.

use domain::diagnostics::{CellAddress, Diagnostic, DiagnosticCode, DiagnosticLog, Place, Severity};

/// Notes findings under the name of a sheet.
#[derive(Debug)]
pub(crate) struct SheetLog<'a> {
    log: &'a mut DiagnosticLog,
    /// The place of the sheet in lists of findings.
    number: u8,
    name: &'a str,
    has_errors: bool,
}

impl<'a> SheetLog<'a> {
    /// Findings of a sheet with this place in lists of them, and this name.
    pub(crate) fn new(log: &'a mut DiagnosticLog, number: u8, name: &'a str) -> Self {
        Self {
            log,
            number,
            name,
            has_errors: false,
        }
    }

    /// The name of the sheet.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// Notes a finding about the whole sheet.
    pub(crate) fn sheet(&mut self, code: DiagnosticCode, value: Option<&str>) {
        let name = self.name;
        self.note(code, None, || Diagnostic::of_sheet(code, name, value));
    }

    /// Notes a finding about one cell.
    pub(crate) fn cell(&mut self, code: DiagnosticCode, cell: CellAddress, value: Option<&str>) {
        let name = self.name;
        self.note(code, Some(cell), || Diagnostic::of_cell(code, name, cell, value));
    }

    /// Whether any finding stops the workbook.
    pub(crate) fn has_errors(&self) -> bool {
        self.has_errors
    }

    fn note(&mut self, code: DiagnosticCode, cell: Option<CellAddress>, make: impl FnOnce() -> Diagnostic) {
        self.has_errors |= code.severity() == Severity::Error;
        let sheet = self.number;
        self.log.note(Place { sheet, cell }, code, make);
    }
}
