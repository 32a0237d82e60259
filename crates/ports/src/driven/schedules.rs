use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::UserName;
use domain::schedule::{Due, RunId, RunState, Schedule, ScheduleId, ScheduleName, Task, Trigger};
use uuid::Uuid;

use super::{AuditAction, Delivery, StorageError};
use crate::actor::{Actor, Edit};
use crate::paging::{Order, Page, Paging};

/// What was done for one time of a schedule, or for something asked for by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Identity.
    pub id: RunId,
    /// The schedule; `None` of what was asked for without one, and after it was deleted.
    pub schedule: Option<ScheduleId>,
    /// Its name by then.
    pub schedule_name: Option<ScheduleName>,
    /// What is done.
    pub task: Task,
    /// The time that it is for.
    pub slot: DateTime<Utc>,
    /// Why it came to be.
    pub trigger: Trigger,
    /// Where it stands.
    pub state: RunState,
    /// By hand: who asked.
    pub requested_by: Option<UserName>,
    /// How many attempts failed.
    pub failures: u32,
    /// How many attempts ended with their server.
    pub interruptions: i32,
    /// When it is tried next.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was claimed or asked for.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed; no secrets.
    pub last_error: Option<String>,
    /// Its deliveries.
    pub deliveries: DeliveryCounts,
}

/// How the deliveries of a run stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DeliveryCounts {
    /// On their way.
    pub pending: i64,
    /// Taken.
    pub sent: i64,
    /// Given up.
    pub failed: i64,
    /// Nothing to send, or nowhere.
    pub skipped: i64,
}

/// Which runs to list, the newest time first unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunQuery {
    /// Only those of this schedule.
    pub schedule: Option<ScheduleId>,
    /// Only those that stand there.
    pub state: Option<RunState>,
    /// Direction, by time.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// A schedule with how it went last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleStanding {
    /// The schedule.
    pub schedule: Schedule,
    /// Its run of the newest time.
    pub last_run: Option<Run>,
}

/// Keeps schedules.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ScheduleRepository: Send + Sync {
    /// All schedules by name, with how they went last.
    async fn list(&self) -> Result<Vec<ScheduleStanding>, StorageError>;

    /// The schedule of this name.
    async fn find(&self, name: &ScheduleName) -> Result<Option<ScheduleStanding>, StorageError>;

    /// Stores a new one. Must answer [`StorageError::Taken`] with `name`, and [`StorageError::Unknown`] with
    /// `productionIds` or `destinationIds`.
    async fn insert(&self, schedule: &Schedule, by: &Actor) -> Result<(), StorageError>;

    /// Stores a changed one under its next revision, and records it as this act. Must change nothing and answer
    /// [`StorageError::Outdated`] when the basis does not allow the present revision, else [`StorageError::Stale`] when
    /// that is not the revision of `schedule`, or it is gone; and as [`Self::insert`] does.
    async fn update(&self, schedule: &Schedule, act: AuditAction, edit: &Edit) -> Result<(), StorageError>;

    /// Deletes one; its runs stay. Answers whether it was there. [`StorageError::Outdated`] as [`Self::update`].
    async fn delete(&self, id: ScheduleId, edit: &Edit) -> Result<bool, StorageError>;

    /// One page of runs.
    async fn runs(&self, query: &RunQuery) -> Result<Page<Run>, StorageError>;
}

/// Work is leased: whoever does not come back loses it to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// The process that works.
    pub holder: Uuid,
    /// How long it may be silent, by the clock of the storage.
    pub length: Duration,
}

/// A run that somebody asks for by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestedRun {
    /// Identity.
    pub id: RunId,
    /// Of this schedule, if any.
    pub schedule: Option<(ScheduleId, ScheduleName)>,
    /// What is to be done.
    pub task: Task,
    /// When it is asked for.
    pub at: DateTime<Utc>,
    /// What is already made of it, to be sent; then the run is done. `None`: a server takes it.
    pub deliveries: Option<Vec<Delivery>>,
}

/// How an attempt at a run ended.
#[derive(Debug, Clone, PartialEq)]
pub enum RunOutcome {
    /// It is done, and these are to be sent. Those whose cause and receiver have a delivery are left out.
    Done(Vec<Delivery>),
    /// To be tried again then.
    Again {
        /// When.
        at: DateTime<Utc>,
        /// Why; no secrets.
        error: String,
    },
    /// Not to be tried again.
    Failed {
        /// Why; no secrets.
        error: String,
    },
}

/// Which runs somebody takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Those that are done soon.
    Brief,
    /// Those of which [`Task::is_long`] says so.
    Long,
}

/// The times of schedules, and who works on them.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait RunQueue: Send + Sync {
    /// The schedules that are not paused.
    async fn going_on(&self) -> Result<Vec<Schedule>, StorageError>;

    /// Records what is due of a schedule: a row for each time that has none. Does nothing when somebody else considered or
    /// changed the schedule since it was read. Where the times considered go back, as a clock had jumped, rows of times
    /// that were missed ahead of it go. Answers whether a run is to be done now.
    async fn record(&self, schedule: &Schedule, due: &Due, now: DateTime<Utc>) -> Result<bool, StorageError>;

    /// Enters a run that was asked for, and who asked; answers it. Of a task of which [`Task::is_alone`] says so, one that is due
    /// or under way already is answered, and nothing is entered.
    async fn request(&self, run: &RequestedRun, by: &Actor) -> Result<Run, StorageError>;

    /// Takes a run that is due, or whose lease ran out, which counts as an interruption.
    async fn lease(&self, lease: Lease, pace: Pace, now: DateTime<Utc>) -> Result<Option<Run>, StorageError>;

    /// Its holder is still at work on a run. Answers `false` when the lease was lost.
    async fn renew(&self, run: RunId, lease: Lease) -> Result<bool, StorageError>;

    /// The schedule of a run, as it is now.
    async fn schedule_of(&self, run: &Run) -> Result<Option<Schedule>, StorageError>;

    /// Ends an attempt, with what is to be sent in the same transaction. Must do nothing and answer `false` when the lease
    /// was lost.
    async fn finish(
        &self,
        run: RunId,
        holder: Uuid,
        outcome: &RunOutcome,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError>;
}
