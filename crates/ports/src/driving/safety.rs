use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::{Email, SessionId, UserId};
use domain::second_factor::FactorSecret;

use super::{AccountError, OwnSession};
use crate::actor::Actor;
use crate::driven::NewSignIn;

/// How a second factor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactorStatus {
    /// Since when it is set up; `None`: there is none.
    pub set_up_at: Option<DateTime<Utc>>,
    /// Recovery codes that have not been used.
    pub recovery_codes_left: u32,
}

/// A second factor that its owner has to confirm by a code; its secret is told this once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BegunFactor {
    /// What an authenticator makes codes of.
    pub secret: FactorSecret,
    /// The account, as the authenticator shows it.
    pub email: Email,
}

/// Recovery codes, told this once.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCodes(pub Vec<String>);

impl std::fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCodes(…)")
    }
}

/// What keeps an account its owner's: a second factor, and news of sign-ins from new places. Wrong passwords and codes slow
/// the session down.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SafetyDesk: Send + Sync {
    /// One's second factor.
    async fn second_factor(&self, user: UserId) -> Result<FactorStatus, AccountError>;

    /// Begins to set one up; one that was begun before is forgotten.
    async fn begin_second_factor(
        &self,
        own: OwnSession,
        password: &str,
        by: &Actor,
    ) -> Result<BegunFactor, AccountError>;

    /// Sets it up, by a code of it, and ends the other sessions.
    async fn confirm_second_factor(
        &self,
        own: OwnSession,
        code: &str,
        by: &Actor,
    ) -> Result<RecoveryCodes, AccountError>;

    /// New recovery codes in place of those that are left.
    async fn renew_recovery_codes(
        &self,
        own: OwnSession,
        password: &str,
        code: &str,
        by: &Actor,
    ) -> Result<RecoveryCodes, AccountError>;

    /// Removes it, and ends the other sessions.
    async fn remove_second_factor(
        &self,
        own: OwnSession,
        password: &str,
        code: &str,
        by: &Actor,
    ) -> Result<(), AccountError>;

    /// Sign-ins from new places that one has not dismissed, but that of this session.
    async fn new_sign_ins(&self, user: UserId, session: Option<SessionId>) -> Result<Vec<NewSignIn>, AccountError>;

    /// Shows one of them no more.
    async fn dismiss_new_sign_in(&self, user: UserId, id: SessionId) -> Result<(), AccountError>;
}
