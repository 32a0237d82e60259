use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::diagnostics::{Diagnostic, DiagnosticCounts, Severity};
use domain::sales::{DailyFacts, DailySale, Facts, PerformanceFacts, PerformanceSale};
use domain::upload::{OriginalFile, Upload, UploadStatus};
use ports::driven::UploadSort;
use ports::driving::DryRun;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::paging::OrderParam;
use super::{GradeMap, grade_map};
use crate::extract::Day;

/// Rows of each sheet that a dry run shows.
const PREVIEW_ROWS: usize = 10;

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
    #[schema(example = "숫자가 있어야 할 곳에 ‘109매’이(가) 있습니다.")]
    ko: String,
    #[schema(example = "'109매' stands where a number belongs.")]
    en: String,
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
    #[schema(example = "109매")]
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

/// Sums of the daily sheet.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DailyFactsView {
    /// Number of sale days.
    rows: i64,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    /// Paid seats.
    seats: i64,
    /// Won.
    revenue_krw: i64,
    complimentary_seats: i64,
    #[schema(value_type = BTreeMap<String, i64>)]
    seats_by_grade: GradeMap,
}

/// Sums of the sheet of performances.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformanceFactsView {
    /// Number of performances.
    rows: i64,
    first_start: Option<String>,
    last_start: Option<String>,
    paid_seats: i64,
    complimentary_seats: i64,
    /// Won; `null` for concerts.
    revenue_krw: Option<i64>,
    #[schema(value_type = BTreeMap<String, i64>)]
    paid_seats_by_grade: GradeMap,
    #[schema(value_type = BTreeMap<String, i64>)]
    complimentary_seats_by_grade: GradeMap,
    /// Number of different casts; `null` for concerts.
    casts: Option<i64>,
}

/// The sums that tell whether a workbook was read as meant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FactsView {
    daily: DailyFactsView,
    performances: PerformanceFactsView,
}

impl From<&Facts> for FactsView {
    fn from(facts: &Facts) -> Self {
        Self {
            daily: (&facts.daily).into(),
            performances: (&facts.performances).into(),
        }
    }
}

impl From<&DailyFacts> for DailyFactsView {
    fn from(daily: &DailyFacts) -> Self {
        Self {
            rows: daily.rows,
            first_day: daily.first_day,
            last_day: daily.last_day,
            seats: daily.seats,
            revenue_krw: daily.revenue_krw,
            complimentary_seats: daily.complimentary_seats,
            seats_by_grade: grade_map(&daily.seats_by_grade),
        }
    }
}

impl From<&PerformanceFacts> for PerformanceFactsView {
    fn from(performances: &PerformanceFacts) -> Self {
        Self {
            rows: performances.rows,
            first_start: performances.first_start.map(|start| start.to_rfc3339()),
            last_start: performances.last_start.map(|start| start.to_rfc3339()),
            paid_seats: performances.paid_seats,
            complimentary_seats: performances.complimentary_seats,
            revenue_krw: performances.revenue_krw,
            paid_seats_by_grade: grade_map(&performances.paid_seats_by_grade),
            complimentary_seats_by_grade: grade_map(&performances.complimentary_seats_by_grade),
            casts: performances.casts,
        }
    }
}

/// One original file of an upload.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OriginalFileView {
    #[schema(example = "20261119_PL2612_두 번째 편지.xlsx")]
    file_name: String,
    sha256: String,
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

/// Who sent an upload.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UploaderView {
    id: Uuid,
    name: String,
}

/// One upload, in lists: without its findings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadSummaryView {
    id: Uuid,
    production_id: Uuid,
    #[schema(example = "PL2612")]
    production_code: String,
    /// The day whose close it describes (기준일).
    record_date: NaiveDate,
    /// Name of its first file.
    file_name: String,
    /// SHA-256 of its first file.
    sha256: String,
    /// Length of its first file.
    size_bytes: i64,
    /// All its files: one, or two of CSV.
    files: Vec<OriginalFileView>,
    /// `null` while nobody signs in.
    uploaded_by: Option<UploaderView>,
    uploaded_at: String,
    /// When it was read to its end.
    finished_at: Option<String>,
    status: UploadStatusView,
    /// Whether reports read its snapshot.
    current: bool,
    /// How often each code was found.
    diagnostic_counts: BTreeMap<&'static str, u64>,
    /// Sums of what was read; `null` unless a snapshot is stored.
    facts: Option<FactsView>,
}

/// One upload with its findings.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadView {
    #[serde(flatten)]
    summary: UploadSummaryView,
    /// The first 1 000 findings: errors before warnings, by sheet and cell.
    diagnostics: Vec<DiagnosticView>,
}

fn counts(counts: &DiagnosticCounts) -> BTreeMap<&'static str, u64> {
    counts.iter().map(|(code, count)| (code.code(), *count)).collect()
}

impl From<Upload> for UploadSummaryView {
    fn from(upload: Upload) -> Self {
        let first = upload.files.first().expect("an upload has a file");
        Self {
            id: upload.id.0,
            production_id: upload.production_id.0,
            production_code: upload.production_code.to_string(),
            record_date: upload.record_date,
            file_name: first.file_name.clone(),
            sha256: first.sha256.to_string(),
            size_bytes: first.size_bytes,
            files: upload.files.iter().map(OriginalFileView::from).collect(),
            uploaded_by: None,
            uploaded_at: in_kst(upload.uploaded_at).to_rfc3339(),
            finished_at: upload.finished_at.map(|at| in_kst(at).to_rfc3339()),
            status: upload.status.into(),
            current: upload.current,
            diagnostic_counts: counts(&upload.diagnostic_counts),
            facts: upload.facts.as_ref().map(FactsView::from),
        }
    }
}

impl From<Upload> for UploadView {
    fn from(upload: Upload) -> Self {
        let diagnostics = upload.diagnostics.iter().map(DiagnosticView::from).collect();
        Self {
            diagnostics,
            summary: upload.into(),
        }
    }
}

/// A daily row as it was read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DailyPreviewView {
    sale_day: NaiveDate,
    seats: i64,
    revenue_krw: i64,
    complimentary_seats: i64,
    #[schema(value_type = BTreeMap<String, i64>)]
    seats_by_grade: GradeMap,
}

impl From<&DailySale> for DailyPreviewView {
    fn from(sale: &DailySale) -> Self {
        Self {
            sale_day: sale.sale_day,
            seats: sale.seats,
            revenue_krw: sale.revenue_krw,
            complimentary_seats: sale.complimentary_seats,
            seats_by_grade: grade_map(&sale.seats_by_grade),
        }
    }
}

/// A performance as it was read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformancePreviewView {
    starts_at: String,
    cast: Vec<String>,
    paid_seats: i64,
    complimentary_seats: i64,
    /// Won; `null` for concerts.
    revenue_krw: Option<i64>,
    #[schema(value_type = BTreeMap<String, i64>)]
    paid_seats_by_grade: GradeMap,
    #[schema(value_type = BTreeMap<String, i64>)]
    complimentary_seats_by_grade: GradeMap,
}

impl From<&PerformanceSale> for PerformancePreviewView {
    fn from(sale: &PerformanceSale) -> Self {
        Self {
            starts_at: sale.starts_at.to_rfc3339(),
            cast: sale.cast.clone(),
            paid_seats: sale.paid_seats,
            complimentary_seats: sale.complimentary_seats,
            revenue_krw: sale.stage.map(|stage| stage.revenue_krw),
            paid_seats_by_grade: grade_map(&sale.paid_seats_by_grade),
            complimentary_seats_by_grade: grade_map(&sale.complimentary_seats_by_grade),
        }
    }
}

/// The first ten rows of each sheet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PreviewView {
    daily: Vec<DailyPreviewView>,
    performances: Vec<PerformancePreviewView>,
}

/// What an upload would add to the current snapshot: its sums minus the present ones.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChangeView {
    /// Sale days.
    sale_days: i64,
    /// Paid seats of the daily sheet.
    seats: i64,
    /// Won of the daily sheet.
    revenue_krw: i64,
    performances: i64,
    /// Paid seats of the performances.
    paid_seats: i64,
    /// Complimentary seats of the performances.
    complimentary_seats: i64,
}

fn change(new: &Facts, present: &Facts) -> ChangeView {
    ChangeView {
        sale_days: new.daily.rows - present.daily.rows,
        seats: new.daily.seats - present.daily.seats,
        revenue_krw: new.daily.revenue_krw - present.daily.revenue_krw,
        performances: new.performances.rows - present.performances.rows,
        paid_seats: new.performances.paid_seats - present.performances.paid_seats,
        complimentary_seats: new.performances.complimentary_seats - present.performances.complimentary_seats,
    }
}

/// What an upload would do; nothing is kept.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DryRunView {
    production_id: Uuid,
    #[schema(example = "PL2612")]
    production_code: String,
    record_date: NaiveDate,
    /// `completed` or `failed`.
    status: UploadStatusView,
    diagnostics: Vec<DiagnosticView>,
    diagnostic_counts: BTreeMap<&'static str, u64>,
    facts: Option<FactsView>,
    preview: PreviewView,
    /// The live upload that it would replace.
    replaces: Option<UploadSummaryView>,
    /// Whether reports would read it.
    becomes_current: bool,
    /// Against the current snapshot; `null` without one, and with errors.
    change: Option<ChangeView>,
}

impl From<DryRun> for DryRunView {
    fn from(dry_run: DryRun) -> Self {
        let preview = PreviewView {
            daily: dry_run
                .snapshot
                .daily_sales
                .iter()
                .take(PREVIEW_ROWS)
                .map(Into::into)
                .collect(),
            performances: dry_run
                .snapshot
                .performance_sales
                .iter()
                .take(PREVIEW_ROWS)
                .map(Into::into)
                .collect(),
        };
        let facts = dry_run.facts.as_ref();
        Self {
            production_id: dry_run.production_id.0,
            production_code: dry_run.production_code.to_string(),
            record_date: dry_run.record_date,
            status: dry_run.status.into(),
            diagnostics: dry_run.verdict.diagnostics.iter().map(DiagnosticView::from).collect(),
            diagnostic_counts: counts(&dry_run.verdict.diagnostic_counts),
            change: facts
                .zip(dry_run.current_facts.as_ref())
                .map(|(new, present)| change(new, present)),
            facts: facts.map(FactsView::from),
            preview,
            replaces: dry_run.replaces.map(UploadSummaryView::from),
            becomes_current: dry_run.becomes_current,
        }
    }
}

/// An upload: multipart, its parts in any order.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "camelCase")]
#[expect(dead_code, reason = "stands for the multipart body in the OpenAPI document only")]
pub(crate) struct UploadForm {
    /// The workbook; of CSV two files, one per sheet, sent together.
    #[schema(value_type = Vec<String>, format = Binary, min_items = 1, max_items = 2)]
    file: Vec<Vec<u8>>,
    /// Which production; default: that of the file name.
    #[schema(nullable = false)]
    production_id: Option<Uuid>,
    /// Its code, instead of its id.
    #[schema(nullable = false, example = "PL2612")]
    production_code: Option<String>,
    /// The day whose close the workbook describes; default: that of the file name.
    #[schema(nullable = false)]
    record_date: Option<NaiveDate>,
    /// Only say what the upload would do.
    #[schema(nullable = false)]
    dry_run: Option<bool>,
}

/// What a list of uploads is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UploadSortParam {
    #[default]
    UploadedAt,
    RecordDate,
    FileName,
    Status,
}

impl From<UploadSortParam> for UploadSort {
    fn from(sort: UploadSortParam) -> Self {
        match sort {
            UploadSortParam::UploadedAt => Self::UploadedAt,
            UploadSortParam::RecordDate => Self::RecordDate,
            UploadSortParam::FileName => Self::FileName,
            UploadSortParam::Status => Self::Status,
        }
    }
}

/// Which uploads to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UploadListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// What to sort by.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) sort: UploadSortParam,
    /// Direction.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Part of the file name.
    #[param(max_length = 200, nullable = false)]
    pub(crate) q: Option<String>,
    /// Only of this production.
    #[param(nullable = false)]
    pub(crate) production_id: Option<Uuid>,
    /// Only of this record date.
    #[param(inline, nullable = false)]
    pub(crate) record_date: Option<Day>,
    /// Only those that stand there.
    #[param(inline, nullable = false)]
    pub(crate) status: Option<UploadStatusView>,
}

/// Which original file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PartQuery {
    /// 2 for the second of a CSV pair.
    #[param(minimum = 1, maximum = 2, default = 1, nullable = false)]
    pub(crate) part: Option<usize>,
}
