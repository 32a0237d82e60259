use async_trait::async_trait;
use thiserror::Error;

/// Says something of figures: a language model.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Commentator: Send + Sync {
    /// What it says. Nothing of it is to be believed unchecked.
    async fn comment(&self, prompt: &Prompt) -> Result<String, CommentFailure>;
}

/// What a language model is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The task and its rules, which are ours.
    pub instructions: String,
    /// The figures and notes: data, among them texts that people typed.
    pub material: String,
}

/// Why there is no answer. Says nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CommentFailure {
    /// It took too long.
    #[error("there was no answer in time")]
    TimedOut,
    /// No connection, or it broke.
    #[error("the connection failed")]
    Unreachable,
    /// An answer of HTTP that is no success.
    #[error("the answer was {0}")]
    Status(u16),
    /// An answer that holds no comment, or is too long.
    #[error("the answer cannot be read")]
    Unreadable,
}
