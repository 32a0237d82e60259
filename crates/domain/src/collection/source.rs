use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::{InvalidName, RunCode, RunState, SecretName, SourceConfig, SourceId};
use crate::production::ProductionId;
use crate::schedule::Cron;

/// Longest name of a source, in characters.
pub const MAX_SOURCE_NAME_CHARS: usize = 80;
/// Sources, at most: each is looked at every few seconds.
pub const MAX_SOURCES: usize = 200;

/// How files are got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// They are put into a folder.
    Folder,
    /// One address is asked.
    Url,
    /// A site is walked through.
    Browser,
}

/// How the record date of a file is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordDateRule {
    /// The name begins with it.
    FileName,
    /// The name ends in it.
    NameTail,
    /// The day before that of the slot.
    Yesterday,
    /// The day of the slot.
    Today,
}

impl RecordDateRule {
    /// Whether the calendar says it, and not the file: then old bytes could get a new date.
    pub fn is_by_clock(self) -> bool {
        matches!(self, Self::Yesterday | Self::Today)
    }
}

/// What waits for a person's yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confirm {
    /// What looks wrong.
    Serious,
    /// Everything.
    Always,
    /// Only what would undo what a person did.
    Never,
}

macro_rules! words {
    ($name:ident, $expected:literal, $($variant:ident = $word:literal),+) => {
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in answers and in the database.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl FromStr for $name {
            type Err = InvalidName;

            fn from_str(word: &str) -> Result<Self, InvalidName> {
                let mut all = Self::ALL.iter().copied();
                all.find(|known| known.code() == word).ok_or(InvalidName::new($expected))
            }
        }
    };
}

/// What administrators are told of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceAlertKind {
    /// A person must act.
    Stopped,
    /// Its host refused us.
    Blocked,
    /// It failed three times in a row.
    Failed,
}

impl SourceAlertKind {
    /// In two or three words, in Korean.
    pub fn words_ko(self) -> &'static str {
        match self {
            Self::Stopped => "수집 중지됨",
            Self::Blocked => "수집 차단됨",
            Self::Failed => "수집 연속 실패",
        }
    }
}

words!(
    SourceAlertKind,
    "source_stopped, source_blocked or source_failed",
    Stopped = "source_stopped",
    Blocked = "source_blocked",
    Failed = "source_failed"
);
words!(
    SourceKind,
    "folder, url or browser",
    Folder = "folder",
    Url = "url",
    Browser = "browser"
);
words!(
    RecordDateRule,
    "file_name, name_tail, yesterday or today",
    FileName = "file_name",
    NameTail = "name_tail",
    Yesterday = "yesterday",
    Today = "today"
);
words!(
    Confirm,
    "serious, always or never",
    Serious = "serious",
    Always = "always",
    Never = "never"
);
words!(
    SourceState,
    "paused, running, stopped, blocked, failing or ready",
    Paused = "paused",
    Running = "running",
    Stopped = "stopped",
    Blocked = "blocked",
    Failing = "failing",
    Ready = "ready"
);

/// Something that figures come from by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// Unique.
    pub name: String,
    /// Whose figures it brings; `None`: the code in the file name says.
    pub production: Option<ProductionId>,
    /// How the record date is found.
    pub record_date: RecordDateRule,
    /// When; `None`: by hand, and of a folder when a file is put there.
    pub schedule: Option<Cron>,
    /// Whether it goes on.
    pub is_active: bool,
    /// What waits for a person's yes.
    pub confirm: Confirm,
    /// The secret that opens locked workbooks.
    pub password_secret: Option<SecretName>,
    /// Where from.
    pub config: SourceConfig,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When people changed it last.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, for `If-Match`.
    pub revision: i64,
}

impl Source {
    /// Of which kind.
    pub fn kind(&self) -> SourceKind {
        self.config.kind()
    }
}

/// Where a source stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceState {
    /// Somebody paused it.
    Paused,
    /// A run is at work.
    Running,
    /// A person must act.
    Stopped,
    /// Its host is left alone for a time.
    Blocked,
    /// Its last run failed.
    Failing,
    /// It does what it is there for.
    Ready,
}

/// What is known of how a source stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Whether a run is at work, or waits for its next attempt.
    pub is_running: bool,
    /// Why a person must act.
    pub stopped_for: Option<RunCode>,
    /// Until when its host is left alone.
    pub blocked_until: Option<DateTime<Utc>>,
    /// How its last run ended that was no dry run, and why.
    pub last: Option<(RunState, Option<RunCode>)>,
}

impl Standing {
    /// The state of a source at `now`, and the code that says why.
    pub fn state(&self, is_active: bool, now: DateTime<Utc>) -> (SourceState, Option<RunCode>) {
        if !is_active {
            return (SourceState::Paused, None);
        }
        if self.is_running {
            return (SourceState::Running, None);
        }
        if let Some(code) = self.stopped_for {
            return (SourceState::Stopped, Some(code));
        }
        if self.blocked_until.is_some_and(|until| until > now) {
            return (SourceState::Blocked, Some(RunCode::Blocked));
        }
        match self.last {
            Some((RunState::Failed, code)) => (SourceState::Failing, code),
            _ => (SourceState::Ready, None),
        }
    }
}

/// Minutes between two slots of a source of this kind, at least: we are guests.
pub fn least_gap_minutes(kind: SourceKind) -> i64 {
    match kind {
        SourceKind::Folder | SourceKind::Url => 15,
        SourceKind::Browser => 60,
    }
}

/// The shortest time between two of a schedule's next slots, in minutes; `None` with less than two of them.
pub fn schedule_gap(cron: &Cron, after: DateTime<Utc>) -> Option<i64> {
    // A day has at most 96 slots that are far enough apart. Days that follow each other are among so many slots.
    let slots: Vec<_> = cron.upcoming(after).take(800).collect();
    let gaps = slots.windows(2).map(|pair| (pair[1] - pair[0]).num_minutes());
    gaps.min()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
    }

    #[test]
    fn words_are_written_and_read_alike() {
        for kind in SourceKind::ALL {
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
        for rule in RecordDateRule::ALL {
            assert_eq!(rule.code().parse(), Ok(*rule));
        }
        for confirm in Confirm::ALL {
            assert_eq!(confirm.code().parse(), Ok(*confirm));
        }
        assert!("mail".parse::<SourceKind>().is_err());
    }

    #[test]
    fn the_first_state_that_holds_is_told() {
        let mut standing = Standing {
            is_running: true,
            stopped_for: Some(RunCode::LoginFailed),
            blocked_until: Some(at(1)),
            last: Some((RunState::Failed, Some(RunCode::Timeout))),
        };
        assert_eq!(standing.state(false, at(0)), (SourceState::Paused, None));
        assert_eq!(standing.state(true, at(0)), (SourceState::Running, None));
        standing.is_running = false;
        assert_eq!(
            standing.state(true, at(0)),
            (SourceState::Stopped, Some(RunCode::LoginFailed))
        );
        standing.stopped_for = None;
        assert_eq!(
            standing.state(true, at(0)),
            (SourceState::Blocked, Some(RunCode::Blocked))
        );
        assert_eq!(
            standing.state(true, at(1)),
            (SourceState::Failing, Some(RunCode::Timeout))
        );
        standing.last = Some((RunState::NothingNew, None));
        assert_eq!(standing.state(true, at(1)), (SourceState::Ready, None));
    }

    #[test]
    fn the_shortest_time_between_slots_is_found() {
        for (cron, gap) in [
            ("*/15 * * * *", 15),
            ("0,10 9 * * *", 10),
            ("59 23,0 * * *", 60),
            ("50 23 * * *", 1_440),
            ("0 9 * * mon", 7 * 1_440),
        ] {
            assert_eq!(schedule_gap(&Cron::parse(cron).unwrap(), at(0)), Some(gap), "{cron}");
        }
    }
}
