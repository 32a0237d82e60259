use std::str::FromStr;

use thiserror::Error;

use super::{DigestFrequency, Upkeep};
use crate::message::MessageKind;

/// What a schedule does. Whoever adds one decides in `schedules` who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Sends a message of figures to the schedule's destinations.
    Message(MessageKind),
    /// Looks for what is worth telling of all active productions: alerts.
    Alerts,
    /// Sends what they ought to know to whoever wants it so often.
    Digest(DigestFrequency),
    /// Backups, checks, what need not be kept. They may take hours, so nothing else waits for them.
    Upkeep(Upkeep),
    /// Reads what KOPIS tells of the market. It takes minutes, at the pace of a guest.
    Market,
}

impl Task {
    /// Every task.
    pub fn all() -> impl Iterator<Item = Self> {
        let digests = DigestFrequency::ALL.into_iter().map(Self::Digest);
        let messages = MessageKind::ALL.into_iter().map(Self::Message);
        let upkeep = Upkeep::ALL.into_iter().map(Self::Upkeep);
        messages
            .chain([Self::Alerts, Self::Market])
            .chain(digests)
            .chain(upkeep)
    }

    /// The word in answers and in the database: its kind.
    pub fn code(self) -> &'static str {
        match self {
            Self::Message(kind) => kind.code(),
            Self::Alerts => "alerts",
            Self::Digest(DigestFrequency::Daily) => "daily-digest",
            Self::Digest(DigestFrequency::Weekly) => "weekly-digest",
            Self::Upkeep(upkeep) => upkeep.code(),
            Self::Market => "kopis",
        }
    }

    /// Whether it takes long, so that what is done soon does not wait for it.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Upkeep(_) | Self::Market)
    }

    /// Whether one that runs, or waits to, does for whoever asks for another.
    pub fn is_alone(self) -> bool {
        self == Self::Market
    }

    /// Whether schedules of it are made and deleted by people. The others are there once.
    pub fn is_for_people(self) -> bool {
        match self {
            Self::Message(_) => true,
            Self::Alerts | Self::Digest(_) | Self::Upkeep(_) | Self::Market => false,
        }
    }
}

/// A text that is no task.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no such kind of schedule")]
pub struct InvalidTask;

impl FromStr for Task {
    type Err = InvalidTask;

    fn from_str(code: &str) -> Result<Self, InvalidTask> {
        Self::all().find(|task| task.code() == code).ok_or(InvalidTask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        for task in Task::all() {
            assert_eq!(task.code().parse(), Ok(task));
        }
        assert_eq!("hourly".parse::<Task>(), Err(InvalidTask));
    }
}
