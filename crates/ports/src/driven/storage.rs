use thiserror::Error;

use crate::actor::Refusal;

/// Why storage could not do what it was asked.
#[derive(Debug, Clone, Error)]
pub enum StorageError {
    /// The database cannot be reached, or gave up; trying again later may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Another row already has this value; says which field.
    #[error("{0} is already taken")]
    Taken(&'static str),
    /// Somebody changed the thing meanwhile; read it again.
    #[error("{0} was changed meanwhile")]
    Stale(&'static str),
    /// The revision is none of those that the change may be based on (`If-Match`); nothing was changed.
    #[error("{0} is not in the state that the change is based on")]
    Outdated(&'static str),
    /// Whoever asked may not, or not any more; nothing was changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The change names something that does not exist; says by which field.
    #[error("{0} names something that does not exist")]
    Unknown(&'static str),
    /// What is stored breaks a rule of the domain, or the statement was wrong: a fault of ours.
    #[error("{what}: {detail}")]
    Inconsistent {
        /// What was read or written.
        what: &'static str,
        /// What is wrong with it.
        detail: String,
    },
}
