use domain::schedule::{RunState, Trigger};
use ports::driven::{DeliveryCounts, Run};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::told;
use crate::views::paging::OrderParam;
use crate::views::person::UserNameView;

/// Where a run stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RunStateView {
    Due,
    Running,
    Done,
    Failed,
    Missed,
}

impl From<RunState> for RunStateView {
    fn from(state: RunState) -> Self {
        match state {
            RunState::Due => Self::Due,
            RunState::Running => Self::Running,
            RunState::Done => Self::Done,
            RunState::Failed => Self::Failed,
            RunState::Missed => Self::Missed,
        }
    }
}

impl From<RunStateView> for RunState {
    fn from(state: RunStateView) -> Self {
        match state {
            RunStateView::Due => Self::Due,
            RunStateView::Running => Self::Running,
            RunStateView::Done => Self::Done,
            RunStateView::Failed => Self::Failed,
            RunStateView::Missed => Self::Missed,
        }
    }
}

/// Why a run came to be.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TriggerView {
    /// Its time came.
    Schedule,
    /// Its time had come while nobody was there.
    CatchUp,
    /// Somebody asked.
    Manual,
}

impl From<Trigger> for TriggerView {
    fn from(trigger: Trigger) -> Self {
        match trigger {
            Trigger::Schedule => Self::Schedule,
            Trigger::CatchUp => Self::CatchUp,
            Trigger::Manual => Self::Manual,
        }
    }
}

/// How the deliveries of a run stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryCountsView {
    #[schema(minimum = 0)]
    pending: i64,
    #[schema(minimum = 0)]
    sent: i64,
    #[schema(minimum = 0)]
    failed: i64,
    #[schema(minimum = 0)]
    skipped: i64,
}

impl From<DeliveryCounts> for DeliveryCountsView {
    fn from(counts: DeliveryCounts) -> Self {
        Self {
            pending: counts.pending,
            sent: counts.sent,
            failed: counts.failed,
            skipped: counts.skipped,
        }
    }
}

/// What was done for one time of a schedule, or asked for by hand.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunView {
    id: Uuid,
    /// Name of the schedule by then; `null` of a message by hand.
    #[schema(example = "daily-plays")]
    schedule_name: Option<String>,
    #[schema(example = "daily-plays")]
    kind: String,
    /// The time that it is for.
    #[schema(value_type = String, format = DateTime)]
    slot: String,
    trigger: TriggerView,
    state: RunStateView,
    /// By hand: who asked.
    requested_by: Option<UserNameView>,
    /// How many attempts failed.
    #[schema(minimum = 0)]
    failures: u32,
    #[schema(format = DateTime)]
    next_attempt_at: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    finished_at: Option<String>,
    /// Why the last attempt failed.
    last_error: Option<String>,
    deliveries: DeliveryCountsView,
}

impl From<Run> for RunView {
    fn from(run: Run) -> Self {
        Self {
            id: run.id.0,
            schedule_name: run.schedule_name.map(|name| name.to_string()),
            kind: run.task.code().to_owned(),
            slot: told(run.slot),
            trigger: run.trigger.into(),
            state: run.state.into(),
            requested_by: run.requested_by.map(UserNameView::from),
            failures: run.failures,
            next_attempt_at: run.next_attempt_at.map(told),
            created_at: told(run.created_at),
            finished_at: run.finished_at.map(told),
            last_error: run.last_error,
            deliveries: run.deliveries.into(),
        }
    }
}

/// Which runs to list, by their times.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RunListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// Direction, by time.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Only those of the schedule of this name.
    #[param(nullable = false)]
    pub(crate) schedule: Option<String>,
    /// Only those that stand there.
    #[param(inline, nullable = false)]
    pub(crate) state: Option<RunStateView>,
}
