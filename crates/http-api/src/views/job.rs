use domain::calendar::in_kst;
use ports::driven::{Job, JobStatus};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::paging::OrderParam;

/// Where a job stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum JobStatusView {
    Queued,
    Running,
    Done,
    Failed,
}

impl From<JobStatus> for JobStatusView {
    fn from(status: JobStatus) -> Self {
        match status {
            JobStatus::Queued => Self::Queued,
            JobStatus::Running => Self::Running,
            JobStatus::Done => Self::Done,
            JobStatus::Failed => Self::Failed,
        }
    }
}

impl From<JobStatusView> for JobStatus {
    fn from(status: JobStatusView) -> Self {
        match status {
            JobStatusView::Queued => Self::Queued,
            JobStatusView::Running => Self::Running,
            JobStatusView::Done => Self::Done,
            JobStatusView::Failed => Self::Failed,
        }
    }
}

/// One job of the background worker.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobView {
    id: String,
    /// What kind of work it is.
    #[schema(example = "upload")]
    kind: String,
    /// What it works on: the id of an upload.
    subject_id: Option<String>,
    /// The name of the file that it works on.
    #[schema(example = "20261119_PL2612_두번째편지.xlsx")]
    file_name: Option<String>,
    status: JobStatusView,
    /// How often it was tried.
    #[schema(minimum = 0)]
    attempts: i32,
    /// How often it may be tried.
    #[schema(minimum = 0)]
    max_attempts: i32,
    /// When it may or did start.
    #[schema(format = DateTime)]
    run_at: String,
    /// When it ended.
    #[schema(format = DateTime)]
    finished_at: Option<String>,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        Self {
            id: job.id,
            kind: job.kind,
            subject_id: job.subject,
            file_name: job.file_name,
            status: job.status.into(),
            attempts: job.attempts,
            max_attempts: job.max_attempts,
            run_at: in_kst(job.run_at).to_rfc3339(),
            finished_at: job.done_at.map(|at| in_kst(at).to_rfc3339()),
        }
    }
}

/// Which jobs to list, by the time they may start.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct JobListQuery {
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
    /// Only those that stand there.
    #[param(inline, nullable = false)]
    pub(crate) status: Option<JobStatusView>,
}
