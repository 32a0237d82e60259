use async_trait::async_trait;
use chrono::NaiveDate;
use domain::alert::News;
use domain::calendar::KstInstant;
use domain::message::{Message, MessageKind};
use domain::reports::ReportedProduction;
use domain::schedule::DigestFrequency;
use serde_json::Value;

use crate::driven::{Notice, ReportError, ReportScope, Versions};

/// Makes messages, and writes them for the channels.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Messages: Send + Sync {
    /// A message of figures, as the data are now: of the productions in scope, as somebody sees them who sees
    /// `scope.visible`. For the webhook of one production, and for whoever gets some productions only, ask with these: the
    /// sums in it are theirs too.
    async fn compose(&self, order: &MessageOrder) -> Result<Composed, ReportError>;

    /// What an alert tells of a production on a day.
    fn alert(&self, production: &ReportedProduction, news: &News, as_of: NaiveDate) -> Message;

    /// What somebody ought to know.
    fn digest(&self, digest: &Digest) -> Message;

    /// A message as each channel gets it; also one that was not composed here.
    fn render(&self, message: &Message) -> Rendering;
}

/// Which message is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageOrder {
    /// What it tells.
    pub kind: MessageKind,
    /// Of which productions, as seen by whom.
    pub scope: ReportScope,
    /// The day that moves the windows of its reports.
    pub as_of: NaiveDate,
    /// The time of the schedule that it is for; `None` by hand.
    pub slot: Option<KstInstant>,
    /// Whether comments are added.
    pub commentary: bool,
}

/// What somebody ought to know of a day or a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Of which.
    pub frequency: DigestFrequency,
    /// When it ends.
    pub as_of: KstInstant,
    /// What happened, the newest first.
    pub notices: Vec<Notice>,
    /// How many more there are.
    pub left_out: i64,
}

/// A message of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What is told.
    pub message: Message,
    /// Whether it tells of a production at all. One that does not need not be sent.
    pub is_empty: bool,
    /// Who made the comments, and what became of those that are not there.
    pub commentary: CommentaryRecord,
    /// The versions of the data that it was read from.
    pub versions: Versions,
}

/// What became of the comments of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommentaryRecord {
    /// How many were added.
    pub added: usize,
    /// Whether a language model was asked; otherwise they follow from rules.
    pub by_model: bool,
    /// What was left out, and why.
    pub dropped: Vec<DroppedComment>,
}

/// A comment that was not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedComment {
    /// What it was to be about.
    pub topic: CommentTopic,
    /// Why it was left out.
    pub reason: DropReason,
}

/// What a comment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommentTopic {
    /// Last week's marketing against the change in sales.
    Marketing,
    /// The occupancy trend.
    Occupancy,
    /// Profit prospects.
    Profit,
}

impl CommentTopic {
    /// Every topic, in the order of the contract.
    pub const ALL: [Self; 3] = [Self::Marketing, Self::Occupancy, Self::Profit];

    /// A stable code for answers and the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Occupancy => "occupancy",
            Self::Profit => "profit",
        }
    }
}

/// Why a comment was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DropReason {
    /// The model did not answer in time.
    TooLate,
    /// The model could not be reached, or its answer could not be read.
    Failed,
    /// It has a number that is none of the given figures.
    UnsupportedNumber,
    /// It is not one plain sentence of the right length.
    BadForm,
}

impl DropReason {
    /// A stable code for answers and the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLate => "too_late",
            Self::Failed => "failed",
            Self::UnsupportedNumber => "unsupported_number",
            Self::BadForm => "bad_form",
        }
    }
}

/// A message as each channel gets it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendering {
    /// The subject of a mail: one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// A document for a mail.
    pub html: String,
    /// The posts of an incoming webhook of Slack, within its limits, to be sent one after the other.
    pub slack: Vec<Value>,
}
