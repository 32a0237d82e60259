use std::error::Error as StdError;
use std::sync::Arc;

use domain::validation::Field;
use thiserror::Error;

use crate::actor::Refusal;

/// What went wrong underneath: an error of the driver, or words of ours. Shared, as whoever waits for the same is told too.
pub type Cause = Arc<dyn StdError + Send + Sync>;

/// Why storage could not do what it was asked.
#[derive(Debug, Clone, Error)]
pub enum StorageError {
    /// The database cannot be reached, or gave up; trying again later may help.
    #[error("the database is not available")]
    Unavailable(#[source] Cause),
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
    #[error("{0:?} names something that does not exist")]
    Unknown(Field),
    /// What is stored breaks a rule of the domain, or the statement was wrong: a fault of ours.
    #[error("{what} cannot be read or written")]
    Inconsistent {
        /// What was read or written.
        what: &'static str,
        /// What is wrong with it.
        #[source]
        cause: Cause,
    },
}

impl StorageError {
    /// [`Self::Unavailable`] because of this.
    pub fn unavailable(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Unavailable(cause.into().into())
    }

    /// [`Self::Inconsistent`] because of this.
    pub fn inconsistent(what: &'static str, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Inconsistent {
            what,
            cause: cause.into().into(),
        }
    }
}
