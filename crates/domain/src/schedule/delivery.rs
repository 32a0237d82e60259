use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// How long something is tried that fails for reasons that may pass: what is older is no news.
pub const TRIED_FOR: TimeDelta = TimeDelta::hours(6);
/// So often it may be begun by servers that were gone before its end: it is probably what ends them.
pub const MAX_INTERRUPTIONS: i32 = 5;

/// Identifies a delivery: one message on its way to one receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId(pub Uuid);

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Waits for a server, or for its next attempt.
    Pending,
    /// A server sends it.
    Sending,
    /// The other side has taken it.
    Sent,
    /// It is not tried any more, until somebody asks.
    Failed,
    /// There was nothing to send, or nowhere to send it; the reason says which.
    Skipped,
}

impl DeliveryState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Sending, Self::Sent, Self::Failed, Self::Skipped];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// Why something was not sent although nothing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// The destination has no address, or the way to it is not configured.
    NotConfigured,
    /// None of the productions concerned is one that the receiver may be told of.
    NothingToSee,
    /// The receiver may not be told any more what is in it.
    NoLongerVisible,
    /// The destination was deleted.
    DestinationGone,
}

impl SkipReason {
    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotConfigured => "not_configured",
            Self::NothingToSee => "nothing_to_see",
            Self::NoLongerVisible => "no_longer_visible",
            Self::DestinationGone => "destination_gone",
        }
    }
}

/// Whether what is there since `since` and failed may be tried again at `next`.
pub fn is_worth_trying(since: DateTime<Utc>, next: DateTime<Utc>) -> bool {
    next - since <= TRIED_FOR
}
