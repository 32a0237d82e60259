use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::sales::{DailySale, Facts, PerformanceSale};
use domain::upload::UploadKind;
use ports::driving::DryRun;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::recognised::{LayoutChangesView, RecognisedSheetView};
use super::{FactsView, UploadKindView, UploadStatusView, UploadSummaryView, counts};
use crate::problem::DiagnosticView;
use crate::views::GradeMap;

/// Rows of each sheet that a dry run shows.
const PREVIEW_ROWS: usize = 10;

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
            seats_by_grade: GradeMap(sale.seats_by_grade.clone()),
        }
    }
}

/// A performance as it was read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PerformancePreviewView {
    #[schema(format = DateTime)]
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
    /// Which performance of the run it is; `null` where the workbook does not tell.
    number: Option<i64>,
    remark: Option<String>,
    /// What each of the cast plays, in their order; `null` where the workbook does not tell.
    roles: Option<Vec<String>>,
    /// Seats that are paid for; `null` where the workbook does not tell.
    deposited_seats: Option<i64>,
    /// Their won.
    deposited_krw: Option<i64>,
    /// Seats that are booked and not paid for.
    pending_seats: Option<i64>,
    /// Their won.
    pending_krw: Option<i64>,
}

impl From<&PerformanceSale> for PerformancePreviewView {
    fn from(sale: &PerformanceSale) -> Self {
        let deposits = sale.deposits();
        Self {
            starts_at: sale.starts_at.to_rfc3339(),
            cast: sale.cast.clone(),
            paid_seats: sale.paid_seats,
            complimentary_seats: sale.complimentary_seats,
            revenue_krw: sale.stage.map(|stage| stage.revenue_krw),
            paid_seats_by_grade: GradeMap(sale.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: GradeMap(sale.complimentary_seats_by_grade.clone()),
            number: sale.details.number,
            remark: sale.details.remark.clone(),
            roles: sale.details.roles.clone(),
            deposited_seats: deposits.deposited_seats,
            deposited_krw: deposits.deposited_krw,
            pending_seats: deposits.pending_seats,
            pending_krw: deposits.pending_krw,
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
    /// Paid seats of the daily sheet; without one those of the performances.
    seats: i64,
    /// Won of the daily sheet; without one that of the performances.
    revenue_krw: i64,
    performances: i64,
    /// Paid seats of the performances.
    paid_seats: i64,
    /// Complimentary seats of the performances.
    complimentary_seats: i64,
}

fn sale_days(facts: &Facts) -> i64 {
    facts.daily.as_ref().map_or(0, |daily| daily.rows)
}

/// What sums would become of the present ones.
pub(crate) fn change(new: &Facts, present: &Facts) -> ChangeView {
    ChangeView {
        sale_days: sale_days(new) - sale_days(present),
        seats: new.totals().seats - present.totals().seats,
        revenue_krw: new.totals().revenue_krw - present.totals().revenue_krw,
        performances: new.performances.rows - present.performances.rows,
        paid_seats: new.performances.paid_seats - present.performances.paid_seats,
        complimentary_seats: new.performances.complimentary_seats - present.performances.complimentary_seats,
    }
}

/// What an upload would do; nothing is kept.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DryRunView {
    /// As the request says, else as the sheets do.
    kind: UploadKindView,
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
    /// What the headings say, by which the columns were found; `null` for a workbook with markers, empty of kind `buyers`.
    recognised: Option<Vec<RecognisedSheetView>>,
    /// Against the live upload with the next older record date; `null` where the labels are the same, and where one of both
    /// has markers.
    layout_changes: Option<LayoutChangesView>,
    /// The live upload that it would replace.
    replaces: Option<UploadSummaryView>,
    /// Whether reports would read it.
    becomes_current: bool,
    /// Against the current snapshot; `null` without one, with errors, and of kind `buyers`.
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
            kind: dry_run.kind.into(),
            production_id: dry_run.production_id.0,
            production_code: dry_run.production_code.to_string(),
            record_date: dry_run.record_date,
            status: dry_run.status.into(),
            diagnostics: dry_run.verdict.diagnostics.iter().map(DiagnosticView::from).collect(),
            diagnostic_counts: counts(&dry_run.verdict.diagnostic_counts),
            change: facts
                .filter(|_| dry_run.kind == UploadKind::Sales)
                .zip(dry_run.current_facts.as_ref())
                .map(|(new, present)| change(new, present)),
            facts: facts.map(FactsView::from),
            preview,
            recognised: dry_run
                .verdict
                .recognised
                .as_ref()
                .map(|sheets| sheets.iter().map(RecognisedSheetView::from).collect()),
            layout_changes: dry_run.label_changes.map(Into::into),
            replaces: dry_run.replaces.map(UploadSummaryView::from),
            becomes_current: dry_run.becomes_current,
        }
    }
}
