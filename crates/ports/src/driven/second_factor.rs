use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::{SessionId, UserId};
use domain::second_factor::{FactorSecret, Step};

use super::{StorageError, TokenDigest};
use crate::actor::Actor;

/// Somebody's second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// What its codes are made of.
    pub secret: FactorSecret,
    /// When its owner confirmed it by a code; `None`: not yet, and it counts for nothing.
    pub set_up_at: Option<DateTime<Utc>>,
    /// The step of the code that was taken last.
    pub last_step: Option<Step>,
    /// Recovery codes that have not been used.
    pub recovery_codes_left: u32,
}

/// Keeps second factors. Of recovery codes it sees digests only.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait FactorRepository: Send + Sync {
    /// The second factor of a user, set up or begun.
    async fn find(&self, user: UserId) -> Result<Option<Factor>, StorageError>;

    /// Keeps a secret until its owner confirms it, in place of one that waited before; `false` when a factor is set up.
    async fn begin(&self, user: UserId, secret: &FactorSecret) -> Result<bool, StorageError>;

    /// Sets up the factor whose secret waits, with these recovery codes, and ends all sessions but `keep`, in one
    /// transaction; `false` when this secret does not wait (any more). The code of `step` is taken by this.
    async fn confirm(&self, confirmed: ConfirmedFactor, by: &Actor) -> Result<bool, StorageError>;

    /// Takes the code of a step; `false` when it, or a later one, was taken before. Atomic: of two who come with the same
    /// code at once one is refused.
    async fn take_step(&self, user: UserId, step: Step) -> Result<bool, StorageError>;

    /// Uses up a recovery code, and records it; `false` when there is none of this digest.
    async fn take_recovery_code(&self, user: UserId, code: &TokenDigest, by: &Actor) -> Result<bool, StorageError>;

    /// Puts new recovery codes in place of those that are left; `false` when no factor is set up.
    async fn replace_recovery_codes(
        &self,
        user: UserId,
        codes: &[TokenDigest],
        by: &Actor,
    ) -> Result<bool, StorageError>;

    /// Removes the factor with its recovery codes, and ends all sessions but `keep`; `false` when there is none.
    async fn remove(&self, user: UserId, keep: Option<SessionId>, by: &Actor) -> Result<bool, StorageError>;
}

/// A factor whose owner has shown a code of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmedFactor {
    /// Whose.
    pub user: UserId,
    /// The secret that the code was made of.
    pub secret: FactorSecret,
    /// The step of the code.
    pub step: Step,
    /// Its recovery codes.
    pub recovery_codes: Vec<TokenDigest>,
    /// The session that goes on.
    pub keep: SessionId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Makes secrets and codes of second factors.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait FactorCodes: Send + Sync {
    /// A new random secret.
    fn new_secret(&self) -> FactorSecret;

    /// The code of a step (RFC 6238, with SHA-1 and six digits, as every authenticator has it).
    fn code(&self, secret: &FactorSecret, step: Step) -> String;

    /// A new random recovery code, in its plain form.
    fn new_recovery_code(&self) -> String;
}
