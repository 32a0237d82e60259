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
        self.push(None, Diagnostic::of_sheet(code, self.layout.name, value));
    }

    /// Notes a finding about one cell.
    pub(crate) fn cell(&mut self, code: DiagnosticCode, cell: CellAddress, value: Option<&str>) {
        self.push(Some(cell), Diagnostic::of_cell(code, self.layout.name, cell, value));
    }

    /// Whether any finding stops the workbook.
    pub(crate) fn has_errors(&self) -> bool {
        self.has_errors
    }

    fn push(&mut self, cell: Option<CellAddress>, diagnostic: Diagnostic) {
        self.has_errors |= diagnostic.severity() == Severity::Error;
        let sheet = self.layout.number;
        self.log.push(Place { sheet, cell }, diagnostic);
    }
}
