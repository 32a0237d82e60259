use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::{Arrival, RecipeName, RunCode, SourceId, SourceKind};
use crate::people::UserName;

/// Names of files that are told as left lying, at most.
pub const MAX_IGNORED: usize = 100;
/// Steps of a recipe, at most.
pub const MAX_STEPS: usize = 60;

/// Identifies one run of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionRunId(pub Uuid);

impl fmt::Display for CollectionRunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a run came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CollectionTrigger {
    /// Its time came.
    Schedule,
    /// A file was put into the folder.
    Arrival,
    /// Somebody asked.
    Manual,
}

impl CollectionTrigger {
    /// Every trigger.
    pub const ALL: [Self; 3] = [Self::Schedule, Self::Arrival, Self::Manual];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Schedule => "schedule",
            Self::Arrival => "arrival",
            Self::Manual => "manual",
        }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RunState {
    /// Waits for a server, or for its next attempt.
    Queued,
    /// A server has it.
    Running,
    /// It brought something.
    Succeeded,
    /// There was nothing that we do not have.
    NothingNew,
    /// It could not be done, or what came was no good.
    Failed,
    /// Nothing was tried: another run was at work, or the source must not be asked.
    Skipped,
    /// Its time passed while nobody was there.
    Missed,
    /// Somebody ended it.
    Cancelled,
}

impl RunState {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Queued,
        Self::Running,
        Self::Succeeded,
        Self::NothingNew,
        Self::Failed,
        Self::Skipped,
        Self::Missed,
        Self::Cancelled,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::NothingNew => "nothing_new",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::Missed => "missed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether a server still has to bring it to an end.
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }

    /// Whether the source did what it is there for.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Succeeded | Self::NothingNew)
    }
}

/// A text that is no state of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a state is queued, running, succeeded, nothing_new, failed, skipped, missed or cancelled")]
pub struct InvalidRunState;

impl FromStr for RunState {
    type Err = InvalidRunState;

    fn from_str(code: &str) -> Result<Self, InvalidRunState> {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.code() == code).ok_or(InvalidRunState)
    }
}

/// How a step of a recipe ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// It was done.
    Done,
    /// It was optional, and its element was not there.
    Skipped,
    /// It ended the run.
    Failed,
}

impl StepState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Done, Self::Skipped, Self::Failed];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Skipped => "skipped",
            Self::Failed => "failed",
        }
    }
}

/// What became of one step of a recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its place in the recipe, from 1.
    pub index: u32,
    /// What it is: `open`, `fill`, `click`, `accept-dialog` and so on, as the recipe says.
    pub kind: String,
    /// What the recipe tells people of it.
    pub note: Option<String>,
    /// How it ended.
    pub state: StepState,
    /// How long it took.
    pub took_ms: u32,
    /// What was found: the selector and how many elements, the text of a dialog; masked.
    pub detail: Option<String>,
    /// Whether there is a picture.
    pub has_picture: bool,
    /// Whether the page is kept.
    pub has_page: bool,
}

/// What one run did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionRun {
    /// Identity.
    pub id: CollectionRunId,
    /// Of which source; `None` after it was deleted.
    pub source: Option<SourceId>,
    /// Its name by then.
    pub source_name: String,
    /// Of which kind.
    pub kind: SourceKind,
    /// Whether nothing is kept.
    pub is_dry: bool,
    /// Why it came to be.
    pub trigger: CollectionTrigger,
    /// The time that it is for; by hand, when somebody asked.
    pub slot: DateTime<Utc>,
    /// The record date that somebody asked for by hand.
    pub record_date: Option<NaiveDate>,
    /// Where it stands.
    pub state: RunState,
    /// Why it ended so, or why the last attempt failed.
    pub code: Option<RunCode>,
    /// What that was in particular; masked. The words of the code come from [`RunCode`].
    pub detail: Option<String>,
    /// Who asked; by hand.
    pub requested_by: Option<UserName>,
    /// The recipe that was walked, and which version.
    pub recipe: Option<(RecipeName, i32)>,
    /// How many attempts were begun.
    pub attempts: u32,
    /// When the next attempt is due.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was claimed or asked for.
    pub created_at: DateTime<Utc>,
    /// When its first attempt began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// What it brought; empty in lists. Of a dry run as they would be.
    pub arrivals: Vec<Arrival>,
    /// What became of the recipe's steps; empty in lists.
    pub steps: Vec<Step>,
    /// Names of files that were left lying, at most [`MAX_IGNORED`].
    pub ignored: Vec<String>,
    /// Hosts that pages wanted and did not get.
    pub blocked_hosts: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_written_and_read_alike() {
        for state in RunState::ALL {
            assert_eq!(state.code().parse(), Ok(state));
        }
        assert_eq!("done".parse::<RunState>(), Err(InvalidRunState));
    }
}
