use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::Visible;
use domain::collection::{Arrival, ArrivalDryRun, ArrivalFile, ArrivalState, SourceId};
use domain::production::ProductionId;
use domain::upload::UploadKind;
use ports::driven::collection::ArrivalQuery;
use ports::paging::Paging;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::told;
use crate::problem::{ApiError, DiagnosticView};
use crate::views::paging::NewestFirst;
use crate::views::person::UserNameView;
use crate::views::upload::{ChangeView, FactsView, UploadKindView, change, counts};

/// A file that came, or two CSV files that belong together.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ArrivalView {
    id: Uuid,
    /// `null` after the source was deleted.
    source_id: Option<Uuid>,
    #[schema(example = "받은 파일")]
    source_name: String,
    run_id: Option<Uuid>,
    /// Name of its first file.
    #[schema(example = "20261119_PL2612_두 번째 편지.xlsx")]
    file_name: String,
    /// Length of its first file.
    #[schema(minimum = 0)]
    size_bytes: i64,
    /// SHA-256 of its first file.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    sha256: String,
    /// All its files: one, or two of CSV.
    files: Vec<ArrivalFileView>,
    /// `refused`, `unchanged`, `held`, `uploaded`, `discarded` or `expired`.
    #[schema(example = "held")]
    state: &'static str,
    /// Why it was refused, or taken for unchanged.
    #[schema(example = "unknown_production")]
    code: Option<String>,
    production_id: Option<Uuid>,
    #[schema(example = "PL2612")]
    production_code: Option<String>,
    record_date: Option<NaiveDate>,
    /// The upload that it became, or was already.
    upload_id: Option<Uuid>,
    /// Why it waits, or waited.
    #[schema(example = json!(["revenue_shrank"]))]
    held_for: Vec<&'static str>,
    /// Why it waits, in words, in Korean.
    held_for_words: Vec<&'static str>,
    /// What was found of one that was refused.
    diagnostics: Vec<DiagnosticView>,
    /// How often each code was found.
    diagnostic_counts: BTreeMap<&'static str, u64>,
    /// What an upload would do, of one that is held and of dry runs; `null` in lists.
    dry_run: Option<ArrivalDryRunView>,
    #[schema(format = DateTime)]
    at: String,
    decided_by: Option<UserNameView>,
    #[schema(format = DateTime)]
    decided_at: Option<String>,
    /// Why it was discarded.
    reason: Option<String>,
}

/// One file of an arrival.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ArrivalFileView {
    file_name: String,
    #[schema(pattern = "^[0-9a-f]{64}$")]
    sha256: String,
    #[schema(minimum = 0)]
    size_bytes: i64,
}

/// What an upload would do, as it was when the file came.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ArrivalDryRunView {
    kind: UploadKindView,
    diagnostics: Vec<DiagnosticView>,
    /// `null` with errors.
    facts: Option<FactsView>,
    /// The live upload that it would replace.
    replaces: Option<Uuid>,
    /// Whether reports would read it.
    becomes_current: bool,
    /// Against the current snapshot by then; `null` without one, with errors, and of kind `buyers`.
    change: Option<ChangeView>,
}

impl From<ArrivalDryRun> for ArrivalDryRunView {
    fn from(of: ArrivalDryRun) -> Self {
        let facts = of.facts.as_ref();
        Self {
            kind: of.kind.into(),
            diagnostics: of.diagnostics.iter().map(DiagnosticView::from).collect(),
            change: facts
                .filter(|_| of.kind == UploadKind::Sales)
                .zip(of.current_facts.as_ref())
                .map(|(new, present)| change(new, present)),
            facts: facts.map(FactsView::from),
            replaces: of.replaces.map(|id| id.0),
            becomes_current: of.becomes_current,
        }
    }
}

impl From<&ArrivalFile> for ArrivalFileView {
    fn from(file: &ArrivalFile) -> Self {
        Self {
            file_name: file.file_name.clone(),
            sha256: file.sha256.to_string(),
            size_bytes: file.size_bytes,
        }
    }
}

impl From<Arrival> for ArrivalView {
    fn from(of: Arrival) -> Self {
        let first = of.files.first().expect("an arrival has a file");
        Self {
            file_name: first.file_name.clone(),
            size_bytes: first.size_bytes,
            sha256: first.sha256.to_string(),
            id: of.id.0,
            source_id: of.source.map(|id| id.0),
            source_name: of.source_name,
            run_id: of.run.map(|id| id.0),
            files: of.files.iter().map(ArrivalFileView::from).collect(),
            state: of.state.code(),
            code: of.code,
            production_id: of.production_id.map(|id| id.0),
            production_code: of.production_code.map(|code| code.to_string()),
            record_date: of.record_date,
            upload_id: of.upload_id.map(|id| id.0),
            held_for: of.held_for.iter().map(|reason| reason.code()).collect(),
            held_for_words: of.held_for.iter().map(|reason| reason.words_ko()).collect(),
            diagnostics: of.diagnostics.iter().map(DiagnosticView::from).collect(),
            diagnostic_counts: counts(&of.diagnostic_counts),
            dry_run: of.dry_run.map(ArrivalDryRunView::from),
            at: told(of.at),
            decided_by: of.decided_by.map(UserNameView::from),
            decided_at: of.decided_at.map(told),
            reason: of.reason,
        }
    }
}

/// Which arrivals to list, the newest first.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ArrivalListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// Direction, by time.
    #[serde(default)]
    #[param(inline, required = false)]
    order: NewestFirst,
    /// Only those of this source.
    #[param(nullable = false)]
    source_id: Option<Uuid>,
    /// Only those of this production.
    #[param(nullable = false)]
    production_id: Option<Uuid>,
    /// Only those that stand there.
    #[param(nullable = false, example = "held")]
    state: Option<String>,
}

impl ArrivalListQuery {
    /// What is asked for, on this page, by somebody who sees this.
    pub(crate) fn on(self, paging: Paging, visible: Visible) -> Result<ArrivalQuery, ApiError> {
        let state = |text: String| {
            text.parse::<ArrivalState>()
                .map_err(|error| ApiError::invalid("state", "malformed", error.to_string()))
        };
        Ok(ArrivalQuery {
            visible,
            source: self.source_id.map(SourceId),
            production: self.production_id.map(ProductionId),
            state: self.state.map(state).transpose()?,
            order: self.order.into(),
            paging,
        })
    }
}

/// Why something is not wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DiscardForm {
    #[schema(example = "잘못 받음", max_length = 500)]
    #[serde(default)]
    pub(crate) reason: Option<String>,
}
