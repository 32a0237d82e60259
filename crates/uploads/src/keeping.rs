//! What of a workbook is kept.

use domain::diagnostics::{Diagnostic, DiagnosticCode};
use ports::driven::WorkbookContents;

/// The sheet of sale days of a play.
const DAYS: &str = "Daily";

/// The contents, with an error where they lack what every snapshot needs: sale days. A workbook without markers may do
/// without; reports would then show sales of nothing, day by day, that nobody has counted.
pub(crate) fn keepable(mut contents: WorkbookContents) -> WorkbookContents {
    let lacks_sale_days = contents.facts.as_ref().is_some_and(|facts| facts.daily.is_none());
    if lacks_sale_days {
        contents.facts = None;
        let finding = Diagnostic::of_sheet(DiagnosticCode::MissingSheet, DAYS, None);
        // There are no other errors, which come first.
        contents.verdict.diagnostics.insert(0, finding);
        contents.verdict.diagnostics.truncate(domain::diagnostics::KEPT);
        *contents
            .verdict
            .diagnostic_counts
            .entry(DiagnosticCode::MissingSheet)
            .or_default() += 1;
    }
    contents
}
