use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{ProductionIds, Role};
use domain::people::{ApiKeyId, Grants, SessionId, User, UserId};
use domain::validation::Breach;
use thiserror::Error;

use super::FactorStatus;
use crate::actor::{Actor, Edit};
use crate::driven::{ApiKey, Authenticated, Session, StorageError, TooManyHashes, UserQuery};
use crate::paging::Page;

/// Why an account is refused something.
#[derive(Debug, Error)]
pub enum AccountError {
    /// Unknown address or wrong password: which of them is not told.
    #[error("the address or the password is wrong")]
    WrongCredentials,
    /// The password is right, and the account not active (any more).
    #[error("the account is not active; an administrator activates it")]
    Inactive,
    /// The password is right, and a code of the second factor is needed too.
    #[error("a code of the second factor is needed")]
    SecondFactorRequired,
    /// The password is right, and the code is not.
    #[error("the code is wrong, or has been used")]
    WrongCode,
    /// There is a second factor already.
    #[error("a second factor is set up; remove it first")]
    FactorSetUp,
    /// There is no second factor to remove.
    #[error("no second factor is set up")]
    NoFactor,
    /// Too many attempts; the next is looked at after this.
    #[error("too many attempts; try again later")]
    SlowDown(TimeDelta),
    /// Too many registrations.
    #[error("too many registrations; try again later")]
    TooManyRegistrations,
    /// Too many passwords are being hashed.
    #[error(transparent)]
    TooManyHashes(#[from] TooManyHashes),
    /// The user has as many API keys as one may have.
    #[error("you have {0} API keys, and no more are kept; end one first")]
    TooManyKeys(i64),
    /// The reset link is used up, expired or never was.
    #[error("the link does not work any more; ask for a new one")]
    DeadLink,
    /// There is no such session, key or user.
    #[error("there is no such user, session or API key")]
    Unknown,
    /// Only a master touches masters and admins.
    #[error("only a master may do this to masters and admins")]
    MasterOnly,
    /// There would be no active master left.
    #[error("the last active master must stay one")]
    LastMaster,
    /// A user who has been active is deactivated, never deleted.
    #[error("a user who has been active can be deactivated, not deleted")]
    WasActive,
    /// Another user has this address.
    #[error("another user has this {0}")]
    Taken(&'static str),
    /// The request breaks rules; all of them.
    #[error("{} of the request's fields break a rule", .0.len())]
    Invalid(Vec<Breach>),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Somebody who wants an account.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount")
            .field("email", &self.email)
            .finish_non_exhaustive()
    }
}

/// What somebody who signs in types.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Address.
    pub email: String,
    /// Password.
    pub password: String,
    /// A code of the second factor, for whoever has set one up.
    pub code: Option<String>,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

/// The user who is signed in, and the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnSession {
    /// The user.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
}

/// What somebody signs in with.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct SignInClient {
    /// The program, as it calls itself.
    pub user_agent: Option<String>,
    /// What the browser was given when it signed in before.
    pub browser: Option<String>,
}

impl std::fmt::Debug for SignInClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignInClient")
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}

/// Somebody who has signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The user.
    pub user: User,
    /// The session's token, told this once.
    pub token: String,
    /// By what the browser is known the next time: what it presented, else something new. It opens nothing.
    pub browser: String,
    /// The session.
    pub session: Session,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// A new API key with its secret.
#[derive(Clone, PartialEq, Eq)]
pub struct IssuedKey {
    /// The key.
    pub key: ApiKey,
    /// Its token, told this once.
    pub token: String,
}

impl std::fmt::Debug for IssuedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuedKey")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

/// A key as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Name.
    pub name: String,
    /// Whether it only reads.
    pub read_only: bool,
    /// When it ends; `None` for never.
    pub expires_at: Option<DateTime<Utc>>,
}

/// One's own account.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AccountDesk: Send + Sync {
    /// Asks for an account. Answers alike whether the address is known.
    async fn register(&self, account: NewAccount, by: &Actor) -> Result<(), AccountError>;

    /// Signs in.
    async fn sign_in(&self, typed: SignIn, client: SignInClient, by: &Actor) -> Result<SignedIn, AccountError>;

    /// Who presents this token; `None` for nobody who may enter.
    async fn authenticate(&self, token: &str) -> Result<Option<Authenticated>, AccountError>;

    /// Ends a session.
    async fn sign_out(&self, user: UserId, session: SessionId, by: &Actor) -> Result<(), AccountError>;

    /// Ends all sessions of a user.
    async fn sign_out_everywhere(&self, user: UserId, by: &Actor) -> Result<(), AccountError>;

    /// Changes one's name.
    async fn rename(&self, user: UserId, name: String, edit: &Edit) -> Result<User, AccountError>;

    /// Changes one's password, and ends the other sessions. A wrong present one counts as a failed attempt to sign in.
    async fn change_password(&self, own: OwnSession, current: &str, new: &str, by: &Actor) -> Result<(), AccountError>;

    /// Sets a password by a reset link, and ends all sessions and keys.
    async fn reset_password(&self, token: &str, new: &str, by: &Actor) -> Result<(), AccountError>;

    /// One's sessions.
    async fn sessions(&self, user: UserId) -> Result<Vec<Session>, AccountError>;

    /// Ends one of one's sessions.
    async fn end_session(&self, user: UserId, session: SessionId, by: &Actor) -> Result<(), AccountError>;

    /// One's keys.
    async fn api_keys(&self, user: UserId) -> Result<Vec<ApiKey>, AccountError>;

    /// Makes a key.
    async fn issue_api_key(&self, user: UserId, key: NewKey, by: &Actor) -> Result<IssuedKey, AccountError>;

    /// Ends one of one's keys.
    async fn end_api_key(&self, user: UserId, key: ApiKeyId, by: &Actor) -> Result<(), AccountError>;
}

/// A user as an admin enters one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether the user may enter, once a password is set by a reset link.
    pub active: bool,
    /// What a member is granted.
    pub grants: Grants,
}

/// Changes to a user; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserPatch {
    /// New name.
    pub name: Option<String>,
    /// New role.
    pub role: Option<Role>,
    /// Activates or deactivates.
    pub active: Option<bool>,
    /// Whether a member uploads.
    pub can_upload: Option<bool>,
    /// Whether a member manages productions.
    pub can_manage_productions: Option<bool>,
    /// Whether a member sees all productions.
    pub all_productions: Option<bool>,
    /// The productions granted, all of them.
    pub production_ids: Option<ProductionIds>,
}

/// A link by which a password is set.
#[derive(Clone, PartialEq, Eq)]
pub struct ResetLink {
    /// The token, for the fragment of the link.
    pub token: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for ResetLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResetLink")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// The users, for the office. `as_role` is the role of whoever asks: only a master touches masters and admins.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait PeopleDesk: Send + Sync {
    /// One page of users.
    async fn list(&self, query: &UserQuery) -> Result<Page<User>, AccountError>;

    /// One user.
    async fn read(&self, id: UserId) -> Result<User, AccountError>;

    /// Refuses whoever may not touch this user, as changes of the user do too. Asked before a form is looked at, nobody who
    /// may not is told what is wrong with it.
    async fn permit(&self, id: UserId, as_role: Role) -> Result<(), AccountError>;

    /// Enters a user, without a password.
    async fn create(&self, user: NewUser, as_role: Role, by: &Actor) -> Result<User, AccountError>;

    /// Changes a user.
    async fn change(&self, id: UserId, patch: UserPatch, as_role: Role, edit: &Edit) -> Result<User, AccountError>;

    /// Deletes a user who never was active.
    async fn delete(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError>;

    /// The second factor of a user.
    async fn second_factor(&self, id: UserId) -> Result<FactorStatus, AccountError>;

    /// Removes the second factor of a user who has lost it, and ends all sessions.
    async fn remove_second_factor(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError>;

    /// Deletes all who registered and wait for activation; answers how many.
    async fn delete_waiting(&self, by: &Actor) -> Result<usize, AccountError>;

    /// Makes the link by which a user sets a password, once, within 24 hours; earlier links stop working.
    async fn reset_link(&self, id: UserId, as_role: Role, by: &Actor) -> Result<ResetLink, AccountError>;
}

/// Accounts by command line and configuration, where nobody is signed in.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AccountSetup: Send + Sync {
    /// Whether there is an active master.
    async fn has_master(&self) -> Result<bool, AccountError>;

    /// Makes the first master, or makes the user of this address one, active and with this password; does nothing while
    /// there is an active master with a password. One who moved in may not have set it yet. Answers whether it did something.
    async fn bootstrap(&self, account: NewAccount) -> Result<bool, AccountError>;

    /// Enters an active user with a password.
    async fn add(&self, account: NewAccount, role: Role) -> Result<User, AccountError>;

    /// Sets the password of the user with this address, and ends all sessions and keys.
    async fn set_password(&self, email: &str, password: &str) -> Result<(), AccountError>;

    /// Removes the second factor of the user with this address, and ends all sessions.
    async fn remove_second_factor(&self, email: &str) -> Result<(), AccountError>;

    /// All users, by address.
    async fn list(&self) -> Result<Vec<User>, AccountError>;
}
