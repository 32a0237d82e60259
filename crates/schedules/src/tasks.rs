//! Who does what a schedule is for.

use std::sync::Arc;

use async_trait::async_trait;
use domain::schedule::{Schedule, Task};
use ports::driven::{Delivery, ReportError, Run, StorageError};
use thiserror::Error;

/// Why a task was not done.
#[derive(Debug, Error)]
pub enum TaskError {
    /// What it is about is gone.
    #[error("what it is about was deleted")]
    Gone,
    /// It could not be done, and trying again soon would not help.
    #[error("{0}")]
    Failed(String),
    /// There are no figures.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl TaskError {
    /// Whether it may go well later.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Gone | Self::Failed(_) | Self::Report(ReportError::TooManyProductions { .. }) => false,
            // A production that is gone is not named any more at the next attempt.
            Self::Report(ReportError::Storage(_) | ReportError::UnknownProduction(_)) => true,
        }
    }
}

impl From<StorageError> for TaskError {
    fn from(error: StorageError) -> Self {
        Self::Report(error.into())
    }
}

/// Something that schedules do.
#[async_trait]
pub trait ScheduledTask: Send + Sync {
    /// Does it, and answers what is to be sent. May be done twice for one run, when its server ends before that is
    /// recorded: what else it changes must then be there once. `schedule` is as it is now; `None` where it was deleted.
    async fn perform(&self, run: &Run, schedule: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError>;
}

/// Who does each task.
pub struct Tasks {
    /// Messages of figures.
    pub messages: Arc<dyn ScheduledTask>,
    /// Alerts.
    pub alerts: Arc<dyn ScheduledTask>,
    /// Digests.
    pub digests: Arc<dyn ScheduledTask>,
    /// Backups and checks.
    pub upkeep: Arc<dyn ScheduledTask>,
    /// What KOPIS tells of the market.
    pub market: Arc<dyn ScheduledTask>,
}

impl Tasks {
    /// Who does this one. No `_`: whoever adds a task says here who does it.
    pub(crate) fn of(&self, task: Task) -> &dyn ScheduledTask {
        match task {
            Task::Message(_) => self.messages.as_ref(),
            Task::Alerts => self.alerts.as_ref(),
            Task::Digest(_) => self.digests.as_ref(),
            Task::Upkeep(_) => self.upkeep.as_ref(),
            Task::Market => self.market.as_ref(),
        }
    }
}
