use chrono::NaiveDate;
use domain::collection::{CollectionRun, CollectionRunId, RunState, SourceId, Step};
use ports::driven::collection::CollectionRunQuery;
use ports::paging::Paging;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{ArrivalView, CollectionMessageView, told};
use crate::problem::ApiError;
use crate::views::paging::NewestFirst;
use crate::views::person::UserNameView;

/// One run of a source.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CollectionRunView {
    id: Uuid,
    /// `null` after the source was deleted.
    source_id: Option<Uuid>,
    #[schema(example = "받은 파일")]
    source_name: String,
    /// `folder`, `url` or `browser`.
    #[schema(example = "url")]
    kind: &'static str,
    /// Whether nothing is kept.
    dry_run: bool,
    /// `schedule`, `arrival` or `manual`.
    #[schema(example = "schedule")]
    trigger: &'static str,
    /// The time that it is for.
    #[schema(format = DateTime)]
    slot: String,
    /// The record date that somebody asked for by hand.
    record_date: Option<NaiveDate>,
    /// `queued`, `running`, `succeeded`, `nothing_new`, `failed`, `skipped`, `missed` or `cancelled`.
    #[schema(example = "succeeded")]
    state: &'static str,
    /// Why it ended so, or why its last attempt failed.
    #[schema(example = "timeout")]
    code: Option<&'static str>,
    /// What happened and what to do.
    message: Option<CollectionMessageView>,
    /// Who asked by hand.
    requested_by: Option<UserNameView>,
    /// The recipe that was walked, and which version of it.
    recipe: Option<WalkedRecipeView>,
    /// How many attempts were begun.
    #[schema(minimum = 0)]
    attempts: u32,
    #[schema(format = DateTime)]
    next_attempt_at: Option<String>,
    #[schema(format = DateTime)]
    started_at: Option<String>,
    #[schema(format = DateTime)]
    finished_at: Option<String>,
}

/// A version of a recipe.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WalkedRecipeView {
    #[schema(example = "haneul-ticket")]
    name: String,
    version: i32,
}

/// One run with what it brought.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CollectionRunDetailsView {
    #[serde(flatten)]
    run: CollectionRunView,
    /// What came; of a dry run as it would be.
    arrivals: Vec<ArrivalView>,
    /// Of a browser: what became of the steps.
    steps: Vec<StepView>,
    /// Names of files that were left lying.
    ignored: Vec<String>,
    /// Hosts that pages wanted and did not get.
    blocked_hosts: Vec<String>,
}

/// What became of one step of a recipe.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StepView {
    /// Its place, from 1.
    index: u32,
    /// What it is, as the recipe says.
    #[schema(example = "click")]
    kind: String,
    /// What the recipe tells people of it.
    note: Option<String>,
    /// `done`, `skipped` or `failed`.
    #[schema(example = "done")]
    state: &'static str,
    ms: u32,
    /// What was found; without secrets.
    detail: Option<String>,
    /// Path of a PNG, for seven days.
    screenshot: Option<String>,
    /// Path of the page, for seven days.
    page: Option<String>,
}

impl StepView {
    fn new(run: CollectionRunId, step: Step) -> Self {
        let path = |end: &str| format!("/api/v1/collection/runs/{run}/evidence/{}.{end}", step.index);
        Self {
            screenshot: step.has_picture.then(|| path("png")),
            page: step.has_page.then(|| path("html")),
            index: step.index,
            kind: step.kind,
            note: step.note,
            state: step.state.code(),
            ms: step.took_ms,
            detail: step.detail,
        }
    }
}

impl From<CollectionRun> for CollectionRunView {
    fn from(run: CollectionRun) -> Self {
        let detail = run.detail.as_deref();
        Self {
            message: run.code.map(|code| CollectionMessageView::new(code, detail)),
            id: run.id.0,
            source_id: run.source.map(|id| id.0),
            source_name: run.source_name,
            kind: run.kind.code(),
            dry_run: run.is_dry,
            trigger: run.trigger.code(),
            slot: told(run.slot),
            record_date: run.record_date,
            state: run.state.code(),
            code: run.code.map(domain::collection::RunCode::code),
            requested_by: run.requested_by.map(UserNameView::from),
            recipe: run.recipe.map(|(name, version)| WalkedRecipeView {
                name: name.to_string(),
                version,
            }),
            attempts: run.attempts,
            next_attempt_at: run.next_attempt_at.map(told),
            started_at: run.started_at.map(told),
            finished_at: run.finished_at.map(told),
        }
    }
}

impl From<CollectionRun> for CollectionRunDetailsView {
    fn from(mut run: CollectionRun) -> Self {
        let id = run.id;
        let arrivals = std::mem::take(&mut run.arrivals);
        let steps = std::mem::take(&mut run.steps);
        Self {
            arrivals: arrivals.into_iter().map(ArrivalView::from).collect(),
            steps: steps.into_iter().map(|step| StepView::new(id, step)).collect(),
            ignored: std::mem::take(&mut run.ignored),
            blocked_hosts: std::mem::take(&mut run.blocked_hosts),
            run: run.into(),
        }
    }
}

/// Which runs to list, the newest first.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CollectionRunListQuery {
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
    /// Only those that stand there.
    #[param(nullable = false, example = "failed")]
    state: Option<String>,
    /// Only dry runs, or only others.
    #[param(nullable = false)]
    dry_run: Option<bool>,
}

impl CollectionRunListQuery {
    /// What is asked for, on this page.
    pub(crate) fn on(self, paging: Paging) -> Result<CollectionRunQuery, ApiError> {
        let state = |text: String| {
            text.parse::<RunState>()
                .map_err(|error| ApiError::invalid("state", "malformed", error.to_string()))
        };
        Ok(CollectionRunQuery {
            source: self.source_id.map(SourceId),
            state: self.state.map(state).transpose()?,
            is_dry: self.dry_run,
            order: self.order.into(),
            paging,
        })
    }
}
