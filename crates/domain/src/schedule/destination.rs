use std::fmt;

use thiserror::Error;
use uuid::Uuid;

use super::Productions;
use crate::people::Email;

/// Most addresses of one destination.
pub const MAX_ADDRESSES: usize = 50;

/// Identifies a destination for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DestinationId(pub Uuid);

impl fmt::Display for DestinationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How something is sent, and where its address is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DestinationKind {
    /// Slack: a webhook of the destination's own, or the company's, which is configured.
    Slack,
    /// Slack: each production's own webhook, which gets that production's part.
    ProductionSlack,
    /// Mail to the destination's addresses.
    Mail,
    /// A webhook of another system.
    Webhook,
}

impl DestinationKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Slack, Self::ProductionSlack, Self::Mail, Self::Webhook];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Slack => "slack",
            Self::ProductionSlack => "production_slack",
            Self::Mail => "mail",
            Self::Webhook => "webhook",
        }
    }

    /// Whether a destination of this kind has an address of the web.
    pub fn has_url(self) -> bool {
        matches!(self, Self::Slack | Self::Webhook)
    }
}

/// A text that is no kind of destination.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a destination is slack, production_slack, mail or webhook")]
pub struct InvalidDestination;

impl std::str::FromStr for DestinationKind {
    type Err = InvalidDestination;

    fn from_str(code: &str) -> Result<Self, InvalidDestination> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == code).ok_or(InvalidDestination)
    }
}

/// Where something is sent. Its secrets, the address of a webhook and what that is signed with, are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what people tick, and what is there")]
pub struct Destination {
    /// Identity.
    pub id: DestinationId,
    /// Unique.
    pub name: String,
    /// How something is sent.
    pub kind: DestinationKind,
    /// Of mail: to whom.
    pub addresses: Vec<Email>,
    /// What it may be told of. Of mail to somebody with an account, what they see counts as well.
    pub productions: Productions,
    /// Whether it gets alerts.
    pub takes_alerts: bool,
    /// Of a webhook: whether it is told of each new snapshot.
    pub takes_snapshots: bool,
    /// Whether it has an address of its own; of mail, whether it has one at all.
    pub has_address: bool,
    /// Of a webhook: whether it has something to sign with.
    pub has_secret: bool,
    /// Counts the changes, for `If-Match`.
    pub revision: i64,
}
