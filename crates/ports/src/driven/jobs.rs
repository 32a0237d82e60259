use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::StorageError;
use crate::actor::Actor;
use crate::paging::{Order, Page, Paging};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobStatus {
    /// Waits for a worker.
    Queued,
    /// A worker has it.
    Running,
    /// Ended well.
    Done,
    /// Ended badly, or its attempts are used up.
    Failed,
}

impl JobStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Running, Self::Done, Self::Failed];

    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// One job of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The queue's identifier.
    pub id: String,
    /// What kind of work it is.
    pub kind: String,
    /// What it works on, as the queue keeps it: an upload's id.
    pub subject: Option<String>,
    /// The name of the file that it works on.
    pub file_name: Option<String>,
    /// Where it stands.
    pub status: JobStatus,
    /// How often it was tried.
    pub attempts: i32,
    /// How often it may be tried.
    pub max_attempts: i32,
    /// When it may or did start.
    pub run_at: DateTime<Utc>,
    /// When it ended.
    pub done_at: Option<DateTime<Utc>>,
    /// What the last attempt said.
    pub last_result: Option<String>,
}

/// Which jobs to list, by the time they may start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobQuery {
    /// Only those that stand there.
    pub status: Option<JobStatus>,
    /// Which page.
    pub paging: Paging,
    /// Direction, by time.
    pub order: Order,
}

/// What became of a retry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retry {
    /// The job waits for a worker again, with all its attempts, and its upload with it.
    Queued(Box<Job>),
    /// Only a failed job can be tried again.
    NotFailed,
    /// There is no such job.
    NotFound,
}

/// Looks into the queue.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait JobQueue: Send + Sync {
    /// One page of the jobs.
    async fn list(&self, query: &JobQuery) -> Result<Page<Job>, StorageError>;

    /// Queues a failed job again: one whose attempts are used up. An upload that failed as `internal_error` becomes
    /// `queued` in the same transaction.
    async fn retry(&self, id: &str, by: &Actor) -> Result<Retry, StorageError>;

    /// Removes jobs that ended well long ago, and workers that are long gone; answers how many jobs.
    async fn prune(&self) -> Result<usize, StorageError>;
}
