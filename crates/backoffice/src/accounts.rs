//! One's own account: signing in and out, password, sessions, API keys.

mod attempts;
mod new_password;
mod safety;
mod token_cache;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::network::Network;
use domain::people::{
    ApiKeyId, Email, Grants, MAX_API_KEYS, RESET_PREFIX, SESSION_IDLE, SessionId, User, UserId, check_password,
    clean_name, composed_password,
};
use domain::validation::{Breach, Breaches, Field, Place, Rule};
use ports::actor::{Actor, Authority, Edit};
use ports::driven::{
    ApiKey, AttemptKey, AuditAction, AuditLog, AuditRecord, Authenticated, Clock, CredentialRepository, Credentials,
    DataVersion, FactorCodes, FactorRepository, HashLane, Ids, NewSignIns, Origin, Registration, Secrets, Session,
    SignInAttempts, UserRepository,
};
use ports::driving::{
    AccountDesk, AccountError, IssuedKey, NewAccount, NewKey, OwnSession, SignIn, SignInClient, SignedIn,
};
use ports::retry::retried;
use serde_json::json;

pub(crate) use self::new_password::check_new_password;
pub(crate) use self::safety::status;
use self::token_cache::{AsOf, TokenCache};

/// What the token of a session begins with.
pub(crate) const SESSION_PREFIX: &str = "fhs_";
/// What an API key begins with.
pub(crate) const KEY_PREFIX: &str = "fhk_";
/// What a browser is known by begins with.
const BROWSER_PREFIX: &str = "fhb_";
/// Longer than any token of ours.
const MAX_TOKEN_BYTES: usize = 100;
/// As much of a program's name as is kept.
const MAX_AGENT_CHARS: usize = 200;

/// The ports that accounts live on.
#[derive(Clone)]
pub struct AccountPorts {
    /// Users and passwords.
    pub users: Arc<dyn UserRepository>,
    /// Sessions and keys.
    pub credentials: Arc<dyn CredentialRepository>,
    /// Second factors.
    pub factors: Arc<dyn FactorRepository>,
    /// Makes their secrets and codes.
    pub codes: Arc<dyn FactorCodes>,
    /// Sign-ins from new places.
    pub new_sign_ins: Arc<dyn NewSignIns>,
    /// Counts attempts to sign in.
    pub attempts: Arc<dyn SignInAttempts>,
    /// Records refused attempts.
    pub audit: Arc<dyn AuditLog>,
    /// Tells whether anybody's access changed.
    pub data_version: Arc<dyn DataVersion>,
    /// Hashes and tokens.
    pub secrets: Arc<dyn Secrets>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
}

/// One's own account.
pub struct Accounts {
    ports: AccountPorts,
    tokens: TokenCache,
}

impl Accounts {
    /// Accounts on these ports.
    pub fn new(ports: AccountPorts) -> Self {
        Self {
            ports,
            tokens: TokenCache::default(),
        }
    }

    /// Enters a refused attempt into the audit. What was typed is not recorded: it may have been a password.
    async fn refuse(&self, account: Option<UserId>, reason: &str, by: &Actor) -> Result<(), AccountError> {
        let record = AuditRecord {
            action: AuditAction::SessionRefused,
            subject_id: account.map_or_else(|| "unknown".to_owned(), |id| id.to_string()),
            production_id: None,
            details: Some(json!({ "reason": reason })),
        };
        Ok(self.ports.audit.record(&record, by).await?)
    }

    async fn open_session(&self, user: User, client: SignInClient, by: &Actor) -> Result<SignedIn, AccountError> {
        let token = self.ports.secrets.new_token(SESSION_PREFIX);
        let now = self.ports.clock.now();
        let printable = |agent: String| {
            agent
                .chars()
                .filter(|c| !c.is_control())
                .take(MAX_AGENT_CHARS)
                .collect()
        };
        let session = Session {
            id: SessionId(self.ports.ids.next()),
            user_id: user.id,
            created_at: now,
            last_used_at: now,
            expires_at: now + SESSION_IDLE,
            address: by.address,
            user_agent: client.user_agent.map(printable),
        };
        self.ports
            .credentials
            .insert_session(&session, &token.digest, by)
            .await?;
        let browser = match client.browser {
            Some(known) => known,
            None => self.ports.secrets.new_token(BROWSER_PREFIX).secret,
        };
        let origin = Origin {
            network: by.address.map(Network::of),
            browser: Some(self.ports.secrets.digest(&browser)),
        };
        self.ports.attempts.remember(user.id, &origin, now).await?;
        Ok(SignedIn {
            user,
            token: token.secret,
            browser,
            session,
        })
    }

    /// Opens a session for somebody whose password was right, and is right still when the session is stored: whoever
    /// sets another meanwhile ends all sessions, and this would not be among them.
    async fn enter(&self, known: Credentials, client: SignInClient, by: &Actor) -> Result<SignedIn, AccountError> {
        let mut seen = Some(known.user.clone());
        retried(|| self.try_enter(seen.take(), &known, &client, by)).await
    }

    /// Opens a session for this user, or for the user as of now, whose password is still the one that was `known`.
    async fn try_enter(
        &self,
        seen: Option<User>,
        known: &Credentials,
        client: &SignInClient,
        by: &Actor,
    ) -> Result<SignedIn, AccountError> {
        let id = known.user.id;
        let user = if let Some(user) = seen {
            user
        } else {
            let now = self.ports.users.credentials(id).await?;
            let Some(now) = now.filter(|now| now.password == known.password) else {
                self.refuse(Some(id), "password", by).await?;
                return Err(AccountError::WrongCredentials);
            };
            now.user
        };
        if !user.active {
            self.refuse(Some(id), "inactive", by).await?;
            return Err(AccountError::Inactive);
        }
        let proven = proven(&user, by);
        self.open_session(user, client.clone(), &proven).await
    }
}

/// Somebody who has proved to be this user, in this state.
fn proven(user: &User, by: &Actor) -> Actor {
    Actor {
        authority: Authority::Proven {
            user: user.id,
            revision: user.revision,
        },
        ..*by
    }
}

#[async_trait]
impl AccountDesk for Accounts {
    async fn register(&self, account: NewAccount, by: &Actor) -> Result<(), AccountError> {
        let (email, name) = checked(self.ports.secrets.as_ref(), &account)?;
        let now = self.ports.clock.now();
        // Counted before anything is hashed, so that whoever comes too often costs next to nothing.
        if let Some(address) = by.address
            && !self.ports.users.begin_registration(Network::of(address), now).await?
        {
            return Err(AccountError::TooManyRegistrations);
        }
        // Hashed before anybody knows whether the address is known: the answer takes as long either way.
        let password = composed_password(&account.password);
        let password = self.ports.secrets.hash(&password, HashLane::Registration).await?;
        let user = registered(UserId(self.ports.ids.next()), email, name, now);
        match self.ports.users.register(&user, &password, by).await? {
            Registration::Waiting | Registration::Known => Ok(()),
        }
    }

    async fn sign_in(&self, typed: SignIn, client: SignInClient, by: &Actor) -> Result<SignedIn, AccountError> {
        let email = Email::parse(&typed.email).ok();
        let client = Self::plausible(client);
        let keys = self.sign_in_keys(email.as_ref(), &client, by).await?;
        self.attempt(&keys).await?;
        let known: Option<Credentials> = match &email {
            Some(email) => self.ports.users.find_credentials(email).await?,
            None => None,
        };
        let kept = known.as_ref().and_then(|known| known.password.clone());
        let is_right = self.is_right(&typed.password, kept, &keys).await?;
        let account = known.as_ref().map(|known| known.user.id);
        let Some(known) = known.filter(|_| is_right) else {
            self.refuse(account, "password", by).await?;
            return Err(AccountError::WrongCredentials);
        };
        if known.user.active
            && let Some(factor) = self.set_up_factor(known.user.id).await?
        {
            let Some(code) = &typed.code else {
                // Neither good nor bad.
                self.ports.attempts.take_back(&keys).await?;
                return Err(AccountError::SecondFactorRequired);
            };
            self.require_code(&known.user, &factor, code, by).await?;
        }
        self.ports.attempts.succeed(&keys).await?;
        self.enter(known, client, by).await
    }

    async fn authenticate(&self, token: &str) -> Result<Option<Authenticated>, AccountError> {
        let is_ours = token.starts_with(SESSION_PREFIX) || token.starts_with(KEY_PREFIX);
        if !is_ours || token.len() > MAX_TOKEN_BYTES {
            return Ok(None);
        }
        let digest = self.ports.secrets.digest(token);
        // Both before the look: what changes meanwhile is not missed for long.
        let as_of = AsOf {
            access_version: self.ports.data_version.known().access,
            at: self.ports.clock.now(),
        };
        if let Some(cached) = self.tokens.find(&digest, as_of) {
            return Ok(Some(cached));
        }
        let found = self.ports.credentials.authenticate(&digest, as_of.at).await?;
        self.tokens.insert(digest, found.as_ref(), as_of);
        Ok(found)
    }

    async fn sign_out(&self, user: UserId, session: SessionId, by: &Actor) -> Result<(), AccountError> {
        // Ended meanwhile by somebody else is ended too.
        self.ports.credentials.end_session(user, session, by).await?;
        Ok(())
    }

    async fn sign_out_everywhere(&self, user: UserId, by: &Actor) -> Result<(), AccountError> {
        Ok(self.ports.credentials.end_all_sessions(user, by).await?)
    }

    async fn rename(&self, user: UserId, name: String, edit: &Edit) -> Result<User, AccountError> {
        let name = clean_name(&name).map_err(|rule| invalid(Field::Name, rule))?;
        let renamed = self.ports.users.rename(user, &name, edit).await?;
        renamed.ok_or(AccountError::Unknown)
    }

    async fn change_password(&self, own: OwnSession, current: &str, new: &str, by: &Actor) -> Result<(), AccountError> {
        let OwnSession { user, session } = own;
        check_password(new).map_err(|rule| invalid(Field::NewPassword, rule))?;
        let known = self.ports.users.credentials(user).await?.ok_or(AccountError::Unknown)?;
        let User { email, name, .. } = &known.user;
        check_new_password(self.ports.secrets.as_ref(), new, email, name)
            .map_err(|rule| invalid(Field::NewPassword, rule))?;
        // Counted for the session alone: whoever guesses elsewhere does not keep its owner from a new password.
        let keys = [AttemptKey::Session(session)];
        self.attempt(&keys).await?;
        if !self.is_right(current, known.password, &keys).await? {
            self.refuse(Some(user), "password", by).await?;
            return Err(invalid(Field::CurrentPassword, Rule::WrongPassword));
        }
        self.ports.attempts.succeed(&keys).await?;
        let password = self
            .ports
            .secrets
            .hash(&composed_password(new), HashLane::Account)
            .await?;
        Ok(self
            .ports
            .users
            .set_password(user, &password, Some(session), by)
            .await?)
    }

    async fn reset_password(&self, token: &str, new: &str, by: &Actor) -> Result<(), AccountError> {
        check_password(new).map_err(|rule| invalid(Field::NewPassword, rule))?;
        if !token.starts_with(RESET_PREFIX) || token.len() > MAX_TOKEN_BYTES {
            return Err(AccountError::DeadLink);
        }
        let digest = self.ports.secrets.digest(token);
        let now = self.ports.clock.now();
        // Looked up first: only a link that works is worth a hash.
        let owner = self.ports.users.find_reset_link(&digest, now).await?;
        let known = self
            .ports
            .users
            .credentials(owner.ok_or(AccountError::DeadLink)?)
            .await?;
        let User { email, name, .. } = &known.ok_or(AccountError::DeadLink)?.user;
        check_new_password(self.ports.secrets.as_ref(), new, email, name)
            .map_err(|rule| invalid(Field::NewPassword, rule))?;
        let password = self
            .ports
            .secrets
            .hash(&composed_password(new), HashLane::Account)
            .await?;
        let redeemed = self.ports.users.redeem_reset_link(&digest, &password, now, by).await?;
        redeemed.map(drop).ok_or(AccountError::DeadLink)
    }

    async fn sessions(&self, user: UserId) -> Result<Vec<Session>, AccountError> {
        Ok(self.ports.credentials.sessions(user, self.ports.clock.now()).await?)
    }

    async fn end_session(&self, user: UserId, session: SessionId, by: &Actor) -> Result<(), AccountError> {
        if self.ports.credentials.end_session(user, session, by).await? {
            Ok(())
        } else {
            Err(AccountError::Unknown)
        }
    }

    async fn api_keys(&self, user: UserId) -> Result<Vec<ApiKey>, AccountError> {
        Ok(self.ports.credentials.api_keys(user, self.ports.clock.now()).await?)
    }

    async fn issue_api_key(&self, user: UserId, key: NewKey, by: &Actor) -> Result<IssuedKey, AccountError> {
        let now = self.ports.clock.now();
        let mut breaches = Breaches::default();
        let name = breaches.take(Field::Name, clean_name(&key.name));
        let lasts = key.expires_at.is_none_or(|end| end > now);
        breaches.require(lasts, Field::ExpiresAt, Rule::Past);
        breaches.into_result().map_err(AccountError::Invalid)?;
        let token = self.ports.secrets.new_token(KEY_PREFIX);
        let key = ApiKey {
            id: ApiKeyId(self.ports.ids.next()),
            user_id: user,
            name: name.unwrap_or_default(),
            read_only: key.read_only,
            created_at: now,
            expires_at: key.expires_at,
            last_used_at: None,
        };
        if !self.ports.credentials.insert_api_key(&key, &token.digest, by).await? {
            return Err(AccountError::TooManyKeys(MAX_API_KEYS));
        }
        Ok(IssuedKey {
            key,
            token: token.secret,
        })
    }

    async fn end_api_key(&self, user: UserId, key: ApiKeyId, by: &Actor) -> Result<(), AccountError> {
        if self.ports.credentials.end_api_key(user, key, by).await? {
            Ok(())
        } else {
            Err(AccountError::Unknown)
        }
    }
}

/// A member who waits for activation.
pub(crate) fn registered(id: UserId, email: Email, name: String, now: DateTime<Utc>) -> User {
    User {
        id,
        email,
        name,
        role: Role::Member,
        active: false,
        grants: Grants::default(),
        created_at: now,
        activated_at: None,
        revision: 0,
    }
}

pub(crate) fn invalid(place: impl Into<Place>, rule: Rule) -> AccountError {
    AccountError::Invalid(vec![Breach::new(place, rule)])
}

/// The address and the name of an account to be made, when all its fields keep their rules.
pub(crate) fn checked(secrets: &dyn Secrets, account: &NewAccount) -> Result<(Email, String), AccountError> {
    let mut breaches = Breaches::default();
    let email = breaches.take(Field::Email, Email::parse_new(&account.email));
    let name = breaches.take(Field::Name, clean_name(&account.name));
    if let (Some(email), Some(name)) = (&email, &name) {
        let password = check_new_password(secrets, &account.password, email, name);
        breaches.take(Field::Password, password);
    } else {
        breaches.take(Field::Password, check_password(&account.password));
    }
    breaches.into_result().map_err(AccountError::Invalid)?;
    email.zip(name).ok_or(AccountError::Unknown)
}

#[cfg(test)]
mod tests;
