use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::Email;
use serde_json::Value;
use thiserror::Error;
use uuid::Uuid;

use super::WebhookUrl;

/// Sends what is ready to be sent.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Channel: Send + Sync {
    /// Tries once; whoever asks decides whether to try again. `id` is that of the delivery, the same with each try, so that
    /// a receiver can tell two copies (`Message-ID` of a mail, `webhook-id` of a webhook; Slack has no such thing).
    ///
    /// Must end within a minute, and must not tell an address, a secret or an answer's words in its error.
    async fn send(&self, id: Uuid, parcel: &Parcel) -> Result<Receipt, SendFailure>;
}

/// What is sent at once, to one address.
#[derive(Debug, Clone, PartialEq)]
pub enum Parcel {
    /// One post of an incoming webhook of Slack: an element of [`Rendering::slack`](crate::driving::Rendering::slack).
    Slack {
        /// Where.
        url: WebhookUrl,
        /// The body.
        post: Value,
    },
    /// A mail to one person.
    Mail(Mail),
    /// An event for another system, signed as Standard Webhooks says.
    Webhook {
        /// Where.
        url: WebhookUrl,
        /// What it is signed with.
        secret: WebhookSecret,
        /// What is told.
        event: WebhookEvent,
    },
}

/// A mail to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who gets it.
    pub to: Email,
    /// One line.
    pub subject: String,
    /// For those who read without pictures and colours.
    pub text: String,
    /// A whole document.
    pub html: String,
    /// Files that come with it.
    pub attachments: Vec<Attachment>,
}

/// A file that comes with a mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without a path.
    pub file_name: String,
    /// Its media type, `application/pdf`.
    pub media_type: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attachment({}, {} bytes)", self.file_name, self.bytes.len())
    }
}

/// What another system is told: `{"type": …, "timestamp": …, "data": …}`.
#[derive(Debug, Clone, PartialEq)]
pub struct WebhookEvent {
    /// Words parted by dots, `snapshot.completed`.
    pub event_type: String,
    /// When it came to be; the time of sending is in the headers.
    pub occurred_at: DateTime<Utc>,
    /// What came to be.
    pub data: Value,
}

/// The secret that webhooks of one's own are signed with: 24 to 64 bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(pub Vec<u8>);

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(…)")
    }
}

/// The other side has taken it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// What the other side calls it, where it says so: how a mail server queued it. At most 200 characters.
    pub reference: Option<String>,
}

/// Why it was not sent. Says nothing secret, and may be shown and kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SendFailure {
    /// It may go well later.
    #[error("{reason}")]
    Temporary {
        /// What happened.
        reason: FailureReason,
        /// The other side, or the circuit breaker, asks to wait this long.
        retry_after: Option<Duration>,
    },
    /// The other side will not take it, however often it is tried.
    #[error("{reason}")]
    Permanent {
        /// What happened.
        reason: FailureReason,
    },
    /// We do not send this; nothing left the house.
    #[error("{reason}")]
    Refused {
        /// What is wrong.
        reason: FailureReason,
    },
}

impl SendFailure {
    /// What happened.
    pub fn reason(&self) -> &FailureReason {
        match self {
            Self::Temporary { reason, .. } | Self::Permanent { reason } | Self::Refused { reason } => reason,
        }
    }
}

/// What kept something from being sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FailureReason {
    /// No answer in time.
    #[error("there was no answer in time")]
    TimedOut,
    /// No connection, or it broke.
    #[error("the connection failed")]
    Unreachable,
    /// An answer of HTTP that is no success. `word` is a code that the other side gave, of letters, digits and `_` only.
    #[error("the answer was {status}{}", in_brackets(word.as_deref()))]
    Status {
        /// The status.
        status: u16,
        /// Slack's `invalid_payload`, and the like.
        word: Option<String>,
    },
    /// A mail server's answer that is no success.
    #[error("the mail server answered {0}")]
    MailServer(u16),
    /// The host failed so often that it is left alone for a while.
    #[error("the host failed repeatedly and is left alone for a while")]
    CircuitOpen,
    /// The address is none that we may send to.
    #[error("the address is not allowed")]
    ForbiddenAddress,
    /// Nothing is configured to send by: no mail server.
    #[error("this channel is not configured")]
    NotConfigured,
    /// What is to be sent is no valid mail or request.
    #[error("this cannot be sent as it is")]
    Malformed,
}

impl FailureReason {
    /// A stable code for answers and the database.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TimedOut => "timed_out",
            Self::Unreachable => "unreachable",
            Self::Status { .. } => "status",
            Self::MailServer(_) => "mail_server",
            Self::CircuitOpen => "circuit_open",
            Self::ForbiddenAddress => "forbidden_address",
            Self::NotConfigured => "not_configured",
            Self::Malformed => "malformed",
        }
    }
}

fn in_brackets(word: Option<&str>) -> String {
    word.map_or_else(String::new, |word| format!(" ({word})"))
}
