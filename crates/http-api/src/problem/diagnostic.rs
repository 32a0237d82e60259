use domain::diagnostics::{Diagnostic, Severity};
use serde::Serialize;
use utoipa::ToSchema;

/// Whether a finding stops the workbook.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SeverityView {
    Error,
    Warning,
}

/// A text in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageView {
    #[schema(example = "숫자가 있어야 할 곳에 ‘109명’이(가) 있습니다.")]
    pub(super) ko: String,
    #[schema(example = "'109명' stands where a number belongs.")]
    pub(super) en: String,
}

/// One finding in a workbook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiagnosticView {
    severity: SeverityView,
    /// Stable code.
    #[schema(example = "not_a_number")]
    code: &'static str,
    /// The sheet; `null` for the whole file.
    #[schema(example = "회차별판매")]
    sheet: Option<String>,
    /// The cell; `null` for a whole sheet or file.
    #[schema(example = "회차별판매!F37")]
    cell: Option<String>,
    /// The offending value.
    #[schema(example = "109명")]
    value: Option<String>,
    message: MessageView,
}

impl From<&Diagnostic> for DiagnosticView {
    fn from(diagnostic: &Diagnostic) -> Self {
        Self {
            severity: match diagnostic.severity() {
                Severity::Error => SeverityView::Error,
                Severity::Warning => SeverityView::Warning,
            },
            code: diagnostic.code.code(),
            sheet: diagnostic.sheet.clone(),
            cell: diagnostic.cell.clone(),
            value: diagnostic.value.clone(),
            message: MessageView {
                ko: diagnostic.message_ko(),
                en: diagnostic.message_en(),
            },
        }
    }
}
