//! Uploads, and what was found in them.

mod dry_run;
mod facts;
mod recognised;
mod request;

use self::recognised::RecognisedSheetView;
use crate::problem::DiagnosticView;
pub(crate) use dry_run::{ChangeView, DryRunView, change};
pub(crate) use facts::FactsView;
pub(crate) use request::{OriginalBytes, PartQuery, UploadForm, UploadListQuery};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::diagnostics::DiagnosticCounts;
use domain::upload::{OriginalFile, Upload, UploadKind, UploadStatus};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::collection::SourceMarkView;
use super::person::UserNameView;

/// What an upload is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum UploadKindView {
    Sales,
    Buyers,
}

impl From<UploadKind> for UploadKindView {
    fn from(kind: UploadKind) -> Self {
        match kind {
            UploadKind::Sales => Self::Sales,
            UploadKind::Buyers => Self::Buyers,
        }
    }
}

impl From<UploadKindView> for UploadKind {
    fn from(kind: UploadKindView) -> Self {
        match kind {
            UploadKindView::Sales => Self::Sales,
            UploadKindView::Buyers => Self::Buyers,
        }
    }
}

/// Where an upload stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum UploadStatusView {
    Queued,
    Processing,
    Completed,
    Superseded,
    Failed,
    Withdrawn,
}

impl From<UploadStatus> for UploadStatusView {
    fn from(status: UploadStatus) -> Self {
        match status {
            UploadStatus::Queued => Self::Queued,
            UploadStatus::Processing => Self::Processing,
            UploadStatus::Completed => Self::Completed,
            UploadStatus::Superseded => Self::Superseded,
            UploadStatus::Failed => Self::Failed,
            UploadStatus::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<UploadStatusView> for UploadStatus {
    fn from(status: UploadStatusView) -> Self {
        match status {
            UploadStatusView::Queued => Self::Queued,
            UploadStatusView::Processing => Self::Processing,
            UploadStatusView::Completed => Self::Completed,
            UploadStatusView::Superseded => Self::Superseded,
            UploadStatusView::Failed => Self::Failed,
            UploadStatusView::Withdrawn => Self::Withdrawn,
        }
    }
}

/// One original file of an upload.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OriginalFileView {
    #[schema(example = "20261119_PL2612_두 번째 편지.xlsx")]
    file_name: String,
    #[schema(pattern = "^[0-9a-f]{64}$")]
    sha256: String,
    #[schema(minimum = 0)]
    size_bytes: i64,
}

impl From<&OriginalFile> for OriginalFileView {
    fn from(file: &OriginalFile) -> Self {
        Self {
            file_name: file.file_name.clone(),
            sha256: file.sha256.to_string(),
            size_bytes: file.size_bytes,
        }
    }
}

/// One upload, in lists: without its findings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadSummaryView {
    id: Uuid,
    /// `sales`, or `buyers` of a report on buyers (판매 리포트).
    kind: UploadKindView,
    production_id: Uuid,
    #[schema(example = "PL2612")]
    production_code: String,
    /// The day whose close it describes (기준일).
    record_date: NaiveDate,
    /// Name of its first file.
    file_name: String,
    /// SHA-256 of its first file.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    sha256: String,
    /// Length of its first file.
    #[schema(minimum = 0)]
    size_bytes: i64,
    /// All its files: one, or two of CSV.
    files: Vec<OriginalFileView>,
    /// `null` where nobody was signed in, and of what was collected without anybody's yes.
    uploaded_by: Option<UserNameView>,
    /// The source that it was collected from; `null` of what people sent.
    source: Option<SourceMarkView>,
    #[schema(format = DateTime)]
    uploaded_at: String,
    /// When it was read to its end.
    #[schema(format = DateTime)]
    finished_at: Option<String>,
    status: UploadStatusView,
    /// Whether reports read its snapshot.
    current: bool,
    /// How often each code was found.
    diagnostic_counts: BTreeMap<&'static str, u64>,
    /// Sums of what was read; `null` unless a snapshot is stored.
    facts: Option<FactsView>,
    /// Whether it was read by people's own headings; `false` before it was read.
    labelled: bool,
    /// Whether it came under a password; its files are the opened workbook.
    decrypted: bool,
}

/// One upload with its findings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadView {
    #[serde(flatten)]
    summary: UploadSummaryView,
    /// The first 1 000 findings: errors before warnings, by sheet and cell.
    diagnostics: Vec<DiagnosticView>,
    /// What the headings were taken for; `null` for a workbook with markers, and before it was read; empty of kind `buyers`.
    recognised: Option<Vec<RecognisedSheetView>>,
}

/// How often each code was found.
pub(crate) fn counts(counts: &DiagnosticCounts) -> BTreeMap<&'static str, u64> {
    counts.iter().map(|(code, count)| (code.code(), *count)).collect()
}

impl From<Upload> for UploadSummaryView {
    fn from(upload: Upload) -> Self {
        let first = upload.files.first().expect("an upload has a file");
        Self {
            id: upload.id.0,
            kind: upload.kind.into(),
            production_id: upload.production_id.0,
            production_code: upload.production_code.to_string(),
            record_date: upload.record_date,
            file_name: first.file_name.clone(),
            sha256: first.sha256.to_string(),
            size_bytes: first.size_bytes,
            files: upload.files.iter().map(OriginalFileView::from).collect(),
            uploaded_by: upload.uploaded_by.map(UserNameView::from),
            source: upload.source.map(SourceMarkView::from),
            uploaded_at: in_kst(upload.uploaded_at).to_rfc3339(),
            finished_at: upload.finished_at.map(|at| in_kst(at).to_rfc3339()),
            status: upload.status.into(),
            current: upload.current,
            diagnostic_counts: counts(&upload.diagnostic_counts),
            facts: upload.facts.as_ref().map(FactsView::from),
            labelled: upload.is_labelled,
            decrypted: upload.is_decrypted,
        }
    }
}

impl From<Upload> for UploadView {
    fn from(upload: Upload) -> Self {
        let diagnostics = upload.diagnostics.iter().map(DiagnosticView::from).collect();
        let recognised = upload.recognised.as_deref();
        Self {
            diagnostics,
            recognised: recognised.map(|sheets| sheets.iter().map(RecognisedSheetView::kept).collect()),
            summary: upload.into(),
        }
    }
}
