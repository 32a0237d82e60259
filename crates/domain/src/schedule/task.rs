use std::str::FromStr;

use thiserror::Error;

use crate::message::MessageKind;

/// What a schedule does. Whoever adds one decides in `schedules` who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Sends a message of figures to the schedule's destinations.
    Message(MessageKind),
    /// Looks for what is worth telling of all active productions: alerts.
    Alerts,
}

impl Task {
    /// Every task.
    pub fn all() -> impl Iterator<Item = Self> {
        MessageKind::ALL.into_iter().map(Self::Message).chain([Self::Alerts])
    }

    /// The word in answers and in the database: its kind.
    pub fn code(self) -> &'static str {
        match self {
            Self::Message(kind) => kind.code(),
            Self::Alerts => "alerts",
        }
    }

    /// Whether schedules of it are made and deleted by people. The others are there once.
    pub fn is_for_people(self) -> bool {
        match self {
            Self::Message(_) => true,
            Self::Alerts => false,
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
