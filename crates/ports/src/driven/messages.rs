use async_trait::async_trait;
use thiserror::Error;

/// A message, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Plain text; nothing in it is markup.
    pub text: String,
}

/// Why a message did not arrive.
#[derive(Debug, Error)]
pub enum SendError {
    /// Nobody answered in time, or answered that it is busy: trying again later may help.
    #[error("the receiver cannot be reached now: {0}")]
    Unreachable(String),
    /// The receiver refuses the message; trying again will not help.
    #[error("the receiver refuses the message with status {0}")]
    Refused(u16),
}

/// Knows where messages may be sent to.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait WebhookHosts: Send + Sync {
    /// Whether this is the address of a webhook on Slack, or on a host that the configuration allows.
    fn allow(&self, address: &str) -> bool;
}

/// Sends messages to one place.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MessageSender: Send + Sync {
    /// Sends a message; returns when the receiver has it.
    async fn send(&self, message: &Message) -> Result<(), SendError>;
}
