use std::net::IpAddr;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::network::Network;
use domain::people::{ApiKeyId, Email, SessionId, User, UserId};
use domain::slow_down::{FREE_ATTEMPTS, FREE_ATTEMPTS_OF_ALL};
use thiserror::Error;

use super::StorageError;
use crate::actor::{Actor, Credential, Edit};
use crate::paging::{Order, Page, Paging};

/// A password as it is kept: a PHC string of Argon2id. Neither `Debug` nor any answer shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// SHA-256 of a random token of 256 bits: sessions, API keys and reset links are kept as this only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenDigest(pub [u8; 32]);

impl std::fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenDigest(…)")
    }
}

/// A new token: what its owner is told once, and what is kept of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The secret text, URL-safe.
    pub secret: String,
    /// Its digest.
    pub digest: TokenDigest,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Who waits for a hash. Those of one lane never wait for all of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashLane {
    /// Whoever has an account: to sign in, or to set a password.
    Account,
    /// Strangers who ask for an account.
    Registration,
}

/// Too many wait for a hash already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("too many passwords are being hashed")]
pub struct TooManyHashes;

/// What the secrets of accounts need: randomness and slow hashes. At most two hashes run at a time, whoever hangs up
/// meanwhile; others wait, a bounded number of them.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Secrets: Send + Sync {
    /// The hash of a password, with a salt of its own. Costs the time of one hash.
    async fn hash(&self, password: &str, lane: HashLane) -> Result<PasswordHash, TooManyHashes>;

    /// Whether this is the password. `None` stands for an account without one, or no account: the answer is `false`
    /// after the same work. In the lane of accounts.
    async fn verify(&self, password: &str, hash: Option<PasswordHash>) -> Result<bool, TooManyHashes>;

    /// Whether this password is among the commonest, which whoever guesses tries first.
    fn is_common(&self, password: &str) -> bool;

    /// A new random token of 256 bits, its text beginning with `prefix`.
    fn new_token(&self, prefix: &'static str) -> Token;

    /// The digest of a token that somebody presents.
    fn digest(&self, token: &str) -> TokenDigest;
}

/// A user with what sign-in is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The user.
    pub user: User,
    /// `None` until a password is set.
    pub password: Option<PasswordHash>,
}

/// What a list of users is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserSort {
    /// By address.
    #[default]
    Email,
    /// By name.
    Name,
    /// By role.
    Role,
    /// By the time of registration.
    CreatedAt,
}

/// Which users to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserQuery {
    /// Only those whose address or name contains this, whatever the case.
    pub text: Option<String>,
    /// Only those of this role.
    pub role: Option<Role>,
    /// Only active ones, or only inactive ones.
    pub active: Option<bool>,
    /// What to sort by; the address decides ties.
    pub sort: UserSort,
    /// Direction.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// What became of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registration {
    /// An inactive member waits for activation.
    Waiting,
    /// The address is known: nothing was changed.
    Known,
}

/// What became of a change to a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserChange {
    /// It is stored; the user as of now.
    Stored(Box<User>),
    /// It would leave no active master: nothing was changed.
    LastMaster,
    /// There is no such user.
    NotFound,
}

/// What became of a deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserDeletion {
    /// The user is gone.
    Deleted,
    /// The user has been active: what others see of the past names such a user.
    WasActive,
    /// There is no such user.
    NotFound,
}

/// Keeps users, their passwords and their reset links.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait UserRepository: Send + Sync {
    /// One user.
    async fn find(&self, id: UserId) -> Result<Option<User>, StorageError>;

    /// The user with this address and the password that is kept.
    async fn find_credentials(&self, email: &Email) -> Result<Option<Credentials>, StorageError>;

    /// The same by id.
    async fn credentials(&self, id: UserId) -> Result<Option<Credentials>, StorageError>;

    /// One page of users.
    async fn list(&self, query: &UserQuery) -> Result<Page<User>, StorageError>;

    /// Whether there is an active master.
    async fn has_master(&self) -> Result<bool, StorageError>;

    /// Whether there is an active master who has a password: one who moved in has a link to set it.
    async fn has_master_with_password(&self) -> Result<bool, StorageError>;

    /// Counts a registration from this network, in a transaction of its own: before it, nothing is hashed. `false` when
    /// there were `MAX_REGISTRATIONS_PER_HOUR` before; then nothing is written. Those with a known address count too.
    async fn begin_registration(&self, from: Network, now: DateTime<Utc>) -> Result<bool, StorageError>;

    /// Stores an inactive member. Where `MAX_WAITING_REGISTRATIONS` wait, the oldest of them is deleted.
    async fn register(&self, user: &User, password: &PasswordHash, by: &Actor) -> Result<Registration, StorageError>;

    /// Deletes all who registered and wait for activation; answers how many.
    async fn delete_waiting(&self, by: &Actor) -> Result<usize, StorageError>;

    /// Stores a new user. Must answer [`StorageError::Taken`] with `email` when another has the address.
    async fn insert(&self, user: &User, password: Option<PasswordHash>, by: &Actor) -> Result<(), StorageError>;

    /// Stores name, role, activation and grants of `user`, as changed from the state of its `revision`. Must answer
    /// [`StorageError::Outdated`] when the basis of the edit does not allow the present revision, else
    /// [`StorageError::Stale`] when another has changed the user meanwhile, or what the user is granted. A
    /// user whose role changes, or who becomes active or inactive, loses all sessions, keys and reset links in the same
    /// transaction: what was made for a member must not serve for a master. Ids of productions that do not exist are
    /// [`StorageError::Unknown`] with `productionIds`.
    async fn update(&self, user: &User, edit: &Edit) -> Result<UserChange, StorageError>;

    /// Changes a user's name and nothing else; `None` when there is no such user. Must answer
    /// [`StorageError::Outdated`] as [`Self::update`] does.
    async fn rename(&self, id: UserId, name: &str, edit: &Edit) -> Result<Option<User>, StorageError>;

    /// Deletes a user who never was active, as seen in this state: else [`StorageError::Stale`].
    async fn delete(&self, user: &User, by: &Actor) -> Result<UserDeletion, StorageError>;

    /// Sets a new password, ends all sessions but `keep` and voids all reset links. API keys stay. The user's revision
    /// rises, so that nobody signs in by a password that was looked at before.
    async fn set_password(
        &self,
        id: UserId,
        password: &PasswordHash,
        keep: Option<SessionId>,
        by: &Actor,
    ) -> Result<(), StorageError>;

    /// Keeps a reset link for this user, as seen in this state: else [`StorageError::Stale`]. Voids those made before.
    async fn insert_reset_link(
        &self,
        user: &User,
        digest: &TokenDigest,
        expires_at: DateTime<Utc>,
        by: &Actor,
    ) -> Result<(), StorageError>;

    /// Whose reset link this is, while it works: not used, not expired.
    async fn find_reset_link(&self, digest: &TokenDigest, now: DateTime<Utc>) -> Result<Option<UserId>, StorageError>;

    /// Uses a reset link up: sets the password and ends all sessions and API keys, in one transaction. `None` when the
    /// link does not work (any more). The user's revision rises.
    async fn redeem_reset_link(
        &self,
        digest: &TokenDigest,
        password: &PasswordHash,
        now: DateTime<Utc>,
        by: &Actor,
    ) -> Result<Option<UserId>, StorageError>;
}

/// A session, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Identity.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_used_at: DateTime<Utc>,
    /// When it ends, unless it is used before then or its life ends.
    pub expires_at: DateTime<Utc>,
    /// Where it began.
    pub address: Option<IpAddr>,
    /// The program that it began in, as that calls itself; at most 200 characters.
    pub user_agent: Option<String>,
}

/// An API key, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Identity.
    pub id: ApiKeyId,
    /// Whose.
    pub user_id: UserId,
    /// Name.
    pub name: String,
    /// Whether it only reads.
    pub read_only: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends; `None` for never.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Somebody who may enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authenticated {
    /// The user, active; shared by the requests of one token.
    pub user: Arc<User>,
    /// What the request was signed with.
    pub credential: Credential,
    /// Whether the user has set up a second factor.
    pub has_second_factor: bool,
}

/// Keeps sessions and API keys.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait CredentialRepository: Send + Sync {
    /// Who this token belongs to: that of a session or an API key that has not ended, of an active user. In one
    /// statement. Records the use, at most once a minute, and with it renews a session: it ends `SESSION_IDLE` after its
    /// last use and `SESSION_LIFE` after its beginning.
    async fn authenticate(
        &self,
        digest: &TokenDigest,
        now: DateTime<Utc>,
    ) -> Result<Option<Authenticated>, StorageError>;

    /// Stores a new session of somebody who has proved who they are, and records the sign-in. Beyond `MAX_SESSIONS` the
    /// one unused for longest ends. Where its network or its program is new to the account, that is noted for
    /// `NewSignIns`.
    async fn insert_session(&self, session: &Session, digest: &TokenDigest, by: &Actor) -> Result<(), StorageError>;

    /// The sessions of a user that have not ended, the last used first.
    async fn sessions(&self, id: UserId, now: DateTime<Utc>) -> Result<Vec<Session>, StorageError>;

    /// Ends one session of a user; `false` when there is no such one.
    async fn end_session(&self, user: UserId, id: SessionId, by: &Actor) -> Result<bool, StorageError>;

    /// Ends all sessions of a user.
    async fn end_all_sessions(&self, user: UserId, by: &Actor) -> Result<(), StorageError>;

    /// Stores a new key; `false`, and nothing is stored, when the user has `MAX_API_KEYS`.
    async fn insert_api_key(&self, key: &ApiKey, digest: &TokenDigest, by: &Actor) -> Result<bool, StorageError>;

    /// The keys of a user that have not ended, by name.
    async fn api_keys(&self, id: UserId, now: DateTime<Utc>) -> Result<Vec<ApiKey>, StorageError>;

    /// Ends a key of a user; `false` when there is no such one.
    async fn end_api_key(&self, user: UserId, id: ApiKeyId, by: &Actor) -> Result<bool, StorageError>;
}

/// Which attempts to sign in are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttemptKey {
    /// Those for one account, known or not, from wherever it was never signed in to from.
    Account(Email),
    /// Those for one account from one network.
    AccountFrom(Email, Network),
    /// Those for one account from one browser that it was signed in with before.
    AccountIn(Email, TokenDigest),
    /// Those of a session to tell the present password.
    Session(SessionId),
    /// Those from one network, for whichever account.
    Network(Network),
}

impl AttemptKey {
    /// How many may fail before the next has to wait.
    pub fn free_attempts(&self) -> u32 {
        match self {
            Self::Account(_) => FREE_ATTEMPTS_OF_ALL,
            Self::AccountFrom(..) | Self::AccountIn(..) | Self::Session(_) | Self::Network(_) => FREE_ATTEMPTS,
        }
    }
}

/// Where somebody signs in from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The network; `None` without a request.
    pub network: Option<Network>,
    /// What the browser was given when it first signed in, in digest.
    pub browser: Option<TokenDigest>,
}

/// What is known of an origin: whether the account was signed in to from there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Familiarity {
    /// By this browser.
    pub browser: bool,
    /// From this network.
    pub network: bool,
}

/// Counts attempts to sign in, for all servers together, and remembers where accounts are signed in to from.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SignInAttempts: Send + Sync {
    /// Counts one attempt for each key as failed, unless one of them has to wait (`Attempts::wait`): then nothing is
    /// written, and the longest wait is answered. Atomic, so that many at once are counted one by one.
    async fn begin(&self, keys: &[AttemptKey], now: DateTime<Utc>) -> Result<Result<(), TimeDelta>, StorageError>;

    /// The attempt was good: forgets the failures that are counted for one origin of an account or for a session, and
    /// takes back the one that was counted for all others together or for a network.
    async fn succeed(&self, keys: &[AttemptKey]) -> Result<(), StorageError>;

    /// The attempt was not looked at, or half a good one, as the second factor is missing: takes back the one that was
    /// counted for each key, and forgets nothing.
    async fn take_back(&self, keys: &[AttemptKey]) -> Result<(), StorageError>;

    /// Whether the account with this address, if there is one, was signed in to from there within `ORIGIN_LIFE`.
    async fn familiarity(
        &self,
        account: &Email,
        origin: &Origin,
        now: DateTime<Utc>,
    ) -> Result<Familiarity, StorageError>;

    /// Remembers that the account was signed in to from there. Of each account the last fifty origins are kept.
    async fn remember(&self, account: UserId, origin: &Origin, now: DateTime<Utc>) -> Result<(), StorageError>;
}

/// Removes what has expired: sessions, keys and links that expired a day ago, forgotten attempts, origins and places, news of
/// sign-ins that nobody dismissed, registrations that nobody activated, answers kept for repeated requests.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Housekeeping: Send + Sync {
    /// Removes what has expired by `now`.
    async fn remove_expired(&self, now: DateTime<Utc>) -> Result<(), StorageError>;
}
