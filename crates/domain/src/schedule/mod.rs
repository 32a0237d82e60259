//! What is done by itself at set times, and to whom its outcome goes.

mod cron;
mod delivery;
mod destination;
mod digest;
mod due;
mod task;
mod upkeep;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use thiserror::Error;
use uuid::Uuid;

pub use cron::{Cron, CronError, MAX_CRON_BYTES};
pub use delivery::{DeliveryId, DeliveryState, MAX_INTERRUPTIONS, SkipReason, TRIED_FOR, is_worth_trying};
pub use destination::{Destination, DestinationId, DestinationKind, InvalidDestination, MAX_ADDRESSES};
pub use digest::DigestFrequency;
pub use due::{CATCH_UP, CLOCK_DIFFERENCE, Due, MAX_MISSED};
pub use task::{InvalidTask, Task};
pub use upkeep::Upkeep;

use crate::production::ProductionId;
use crate::validation::Rule;

/// Identifies a schedule for good, also when it is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScheduleId(pub Uuid);

/// Identifies one run of a schedule, or of something that was asked for by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub Uuid);

impl fmt::Display for ScheduleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The word that names a schedule, also in addresses: 1 to 40 letters `a-z`, digits and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScheduleName(String);

impl ScheduleName {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ScheduleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no name of a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("1 to 40 letters a-z, digits and '-', with a letter or digit at both ends")]
pub struct InvalidScheduleName;

impl FromStr for ScheduleName {
    type Err = InvalidScheduleName;

    fn from_str(name: &str) -> Result<Self, InvalidScheduleName> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let fits = (1..=40).contains(&name.len())
            && name.bytes().all(|byte| is_plain(byte) || byte == b'-')
            && !name.starts_with('-')
            && !name.ends_with('-');
        fits.then(|| Self(name.to_owned())).ok_or(InvalidScheduleName)
    }
}

/// Which productions something is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Productions {
    /// All active ones, also future ones.
    AllActive,
    /// These. It stays these, and none, when they are deleted.
    Named(Vec<ProductionId>),
}

/// Something that is done at set times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Identity.
    pub id: ScheduleId,
    /// Unique.
    pub name: ScheduleName,
    /// What is done.
    pub task: Task,
    /// When.
    pub cron: Cron,
    /// For which productions.
    pub productions: Productions,
    /// To whom the outcome goes.
    pub destinations: Vec<DestinationId>,
    /// Whether its mails come with the reports that they are made of, as workbooks.
    pub attaches_xlsx: bool,
    /// Since when it is paused; `None` while it goes on.
    pub paused_at: Option<DateTime<Utc>>,
    /// The times until then are considered: those later are due when they come.
    pub considered_until: DateTime<Utc>,
    /// Counts the changes, for `If-Match`.
    pub revision: i64,
}

impl Schedule {
    /// The next times after an instant, while it goes on.
    pub fn upcoming(&self, after: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let goes_on = self.paused_at.is_none();
        self.cron.upcoming(after).take_while(move |_| goes_on)
    }
}

/// Why a run came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Its time came.
    Schedule,
    /// Its time had come while nobody was there.
    CatchUp,
    /// Somebody asked.
    Manual,
}

impl Trigger {
    /// Every trigger.
    pub const ALL: [Self; 3] = [Self::Schedule, Self::CatchUp, Self::Manual];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Schedule => "schedule",
            Self::CatchUp => "catch_up",
            Self::Manual => "manual",
        }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// Waits for a server, or for its next attempt.
    Due,
    /// A server has it.
    Running,
    /// What it does is done; deliveries have states of their own.
    Done,
    /// It could not be done, and is not tried again.
    Failed,
    /// Its time passed while nobody was there.
    Missed,
}

impl RunState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Due, Self::Running, Self::Done, Self::Failed, Self::Missed];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Missed => "missed",
        }
    }
}

/// A cron expression that people typed.
pub fn clean_cron(text: &str) -> Result<Cron, Rule> {
    Cron::parse(text).map_err(|error| Rule::NoTimes(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_plain_word() {
        for name in ["a", "daily-plays", "kopis2", &"x".repeat(40)] {
            assert_eq!(name.parse::<ScheduleName>().unwrap().as_str(), name);
        }
        for name in ["", "-a", "a-", "A", "a b", "가", "a/b", &"x".repeat(41)] {
            assert_eq!(name.parse::<ScheduleName>(), Err(InvalidScheduleName), "{name}");
        }
    }
}
