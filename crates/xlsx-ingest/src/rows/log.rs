//! Findings of one sheet.

use domain::diagnostics::{CellAddress, Diagnostic, DiagnosticCode, DiagnosticLog, Place, Severity};

use crate::layout::SheetLayout;

/// Notes findings under the name of a sheet.
#[derive(Debug)]
pub(crate) struct SheetLog<'a> {
    log: &'a mut DiagnosticLog,
    layout: &'static SheetLayout,
    has_errors: bool,
}

impl<'a> SheetLog<'a> {
    pub(crate) fn new(log: &'a mut DiagnosticLog, layout: &'static SheetLayout) -> Self {
        Self {
            log,
            layout,
            has_errors: false,
        }
    }

    /// Notes a finding about the whole sheet.
    pub(crate) fn sheet(&mut self, code: DiagnosticCode, value: Option<&str>) {
        let name = self.layout.name;
        self.note(code, None, || Diagnostic::of_sheet(code, name, value));
    }

    /// Notes a finding about one cell.
    pub(crate) fn cell(&mut self, code: DiagnosticCode, cell: CellAddress, value: Option<&str>) {
        let name = self.layout.name;
        self.note(code, Some(cell), || Diagnostic::of_cell(code, name, cell, value));
    }

    /// Whether any finding stops the workbook.
    pub(crate) fn has_errors(&self) -> bool {
        self.has_errors
    }

    fn note(&mut self, code: DiagnosticCode, cell: Option<CellAddress>, make: impl FnOnce() -> Diagnostic) {
        self.has_errors |= code.severity() == Severity::Error;
        let sheet = self.layout.number;
        self.log.note(Place { sheet, cell }, code, make);
    }
}
