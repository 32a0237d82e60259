//! The users, for the office, the command line and the configuration.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::people::{Email, Grants, RESET_LINK_LIFE, User, UserId, check_password, clean_name};
use domain::validation::Breaches;
use ports::actor::{Actor, Precondition};
use ports::driven::{Clock, Ids, Secrets, StorageError, UserChange, UserDeletion, UserQuery, UserRepository};
use ports::driving::{AccountError, AccountSetup, NewAccount, NewUser, PeopleDesk, ResetLink, UserPatch};
use ports::paging::{MAX_PER_PAGE, Page, Paging};

use crate::accounts::{RESET_PREFIX, checked};

/// How often a change is tried again when somebody else's came in between.
pub(crate) const TRIES_OF_CHANGES: usize = crate::TRIES;

/// Whether somebody else's change came in between.
pub(crate) fn stale(error: &StorageError) -> bool {
    matches!(error, StorageError::Stale(_))
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

/// The users.
pub struct People {
    users: Arc<dyn UserRepository>,
    secrets: Arc<dyn Secrets>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl People {
    /// People in `users`.
    pub fn new(
        users: Arc<dyn UserRepository>,
        secrets: Arc<dyn Secrets>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        Self {
            users,
            secrets,
            clock,
            ids,
        }
    }

    /// An active user, not stored yet.
    fn active(&self, email: Email, name: String, role: Role) -> User {
        let now = self.clock.now();
        User {
            role,
            active: true,
            activated_at: Some(now),
            ..registered(UserId(self.ids.next()), email, name, now)
        }
    }

    async fn find(&self, id: UserId) -> Result<User, AccountError> {
        self.users.find(id).await?.ok_or(AccountError::Unknown)
    }

    async fn try_change(
        &self,
        id: UserId,
        patch: &UserPatch,
        precondition: &Precondition,
        as_role: Role,
        by: &Actor,
    ) -> Result<User, AccountError> {
        let present = self.find(id).await?;
        let after = self.changed(present.clone(), patch)?;
        if !as_role.may_touch(present.role, after.role) {
            return Err(AccountError::MasterOnly);
        }
        if !precondition.allows(present.revision) {
            return Err(AccountError::Outdated);
        }
        match self.users.update(&after, by).await? {
            UserChange::Stored(user) => Ok(*user),
            UserChange::LastMaster => Err(AccountError::LastMaster),
            UserChange::NotFound => Err(AccountError::Unknown),
        }
    }

    fn changed(&self, mut user: User, patch: &UserPatch) -> Result<User, AccountError> {
        if let Some(name) = &patch.name {
            user.name = clean_name(name, "/name").map_err(|error| AccountError::Invalid(vec![error]))?;
        }
        user.role = patch.role.unwrap_or(user.role);
        user.active = patch.active.unwrap_or(user.active);
        if user.active && user.activated_at.is_none() {
            user.activated_at = Some(self.clock.now());
        }
        let grants = &mut user.grants;
        grants.can_upload = patch.can_upload.unwrap_or(grants.can_upload);
        grants.can_manage_productions = patch.can_manage_productions.unwrap_or(grants.can_manage_productions);
        grants.all_productions = patch.all_productions.unwrap_or(grants.all_productions);
        if let Some(ids) = &patch.production_ids {
            grants.production_ids.clone_from(ids);
        }
        Ok(user)
    }
}

/// Storage errors as accounts tell them.
fn told(error: StorageError) -> AccountError {
    match error {
        StorageError::Taken(field) => AccountError::Taken(field),
        other => AccountError::Storage(other),
    }
}

/// A grant of what does not exist is a rule that the request breaks.
fn named(error: AccountError) -> AccountError {
    use domain::validation::FieldError;
    match error {
        AccountError::Storage(StorageError::Unknown(field)) => AccountError::Invalid(vec![FieldError::new(
            format!("/{field}"),
            "unknown",
            "productions that exist",
        )]),
        other => other,
    }
}

#[async_trait]
impl PeopleDesk for People {
    async fn list(&self, query: &UserQuery) -> Result<Page<User>, AccountError> {
        Ok(self.users.list(query).await?)
    }

    async fn read(&self, id: UserId) -> Result<User, AccountError> {
        self.find(id).await
    }

    async fn create(&self, new: NewUser, as_role: Role, by: &Actor) -> Result<User, AccountError> {
        if !as_role.may_touch(Role::Member, new.role) {
            return Err(AccountError::MasterOnly);
        }
        let mut breaches = Breaches::default();
        let email = breaches.take(Email::parse(&new.email, "/email"));
        let name = breaches.take(clean_name(&new.name, "/name"));
        breaches.into_result().map_err(AccountError::Invalid)?;
        let (email, name) = email.zip(name).ok_or(AccountError::Unknown)?;
        let now = self.clock.now();
        let user = User {
            role: new.role,
            active: new.active,
            activated_at: new.active.then_some(now),
            grants: new.grants,
            ..registered(UserId(self.ids.next()), email, name, now)
        };
        self.users.insert(&user, None, by).await.map_err(told).map_err(named)?;
        Ok(user)
    }

    async fn change(
        &self,
        id: UserId,
        patch: UserPatch,
        precondition: &Precondition,
        as_role: Role,
        by: &Actor,
    ) -> Result<User, AccountError> {
        for _ in 1..TRIES_OF_CHANGES {
            match self.try_change(id, &patch, precondition, as_role, by).await {
                Err(AccountError::Storage(error)) if stale(&error) => {}
                answer => return answer.map_err(named),
            }
        }
        self.try_change(id, &patch, precondition, as_role, by)
            .await
            .map_err(named)
    }

    async fn delete(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError> {
        let present = self.find(id).await?;
        if !as_role.may_touch(present.role, present.role) {
            return Err(AccountError::MasterOnly);
        }
        match self.users.delete(id, by).await? {
            UserDeletion::Deleted => Ok(()),
            UserDeletion::WasActive => Err(AccountError::WasActive),
            UserDeletion::NotFound => Err(AccountError::Unknown),
        }
    }

    async fn reset_link(&self, id: UserId, as_role: Role, by: &Actor) -> Result<ResetLink, AccountError> {
        let present = self.find(id).await?;
        if !as_role.may_touch(present.role, present.role) {
            return Err(AccountError::MasterOnly);
        }
        let token = self.secrets.new_token(RESET_PREFIX);
        let expires_at = self.clock.now() + RESET_LINK_LIFE;
        self.users.insert_reset_link(id, &token.digest, expires_at, by).await?;
        Ok(ResetLink {
            token: token.secret,
            expires_at,
        })
    }
}

#[async_trait]
impl AccountSetup for People {
    async fn has_master(&self) -> Result<bool, AccountError> {
        Ok(self.users.has_master().await?)
    }

    async fn bootstrap(&self, account: NewAccount) -> Result<bool, AccountError> {
        if self.users.has_master().await? {
            return Ok(false);
        }
        let (email, name) = checked(&account)?;
        let password = self.secrets.hash(&account.password).await;
        if let Some(known) = self.users.find_credentials(&email).await? {
            let master = User {
                role: Role::Master,
                active: true,
                activated_at: known.user.activated_at.or(Some(self.clock.now())),
                ..known.user
            };
            self.users.update(&master, &Actor::SYSTEM).await?;
            self.users
                .set_password(master.id, &password, None, &Actor::SYSTEM)
                .await?;
            return Ok(true);
        }
        let master = self.active(email, name, Role::Master);
        match self.users.insert(&master, Some(password), &Actor::SYSTEM).await {
            Ok(()) => Ok(true),
            // Another server was quicker.
            Err(StorageError::Taken(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    async fn add(&self, account: NewAccount, role: Role) -> Result<User, AccountError> {
        let (email, name) = checked(&account)?;
        let password = self.secrets.hash(&account.password).await;
        let user = self.active(email, name, role);
        let inserted = self.users.insert(&user, Some(password), &Actor::SYSTEM).await;
        inserted.map_err(told)?;
        Ok(user)
    }

    async fn set_password(&self, email: &str, password: &str) -> Result<(), AccountError> {
        let mut breaches = Breaches::default();
        let email = breaches.take(Email::parse(email, "/email"));
        breaches.take(check_password(password, "/password"));
        breaches.into_result().map_err(AccountError::Invalid)?;
        let email = email.ok_or(AccountError::Unknown)?;
        let known = self
            .users
            .find_credentials(&email)
            .await?
            .ok_or(AccountError::Unknown)?;
        // By the way of a reset link, which ends sessions and keys alike.
        let token = self.secrets.new_token(RESET_PREFIX);
        let now = self.clock.now();
        let hash = self.secrets.hash(password).await;
        let by = &Actor::SYSTEM;
        self.users
            .insert_reset_link(known.user.id, &token.digest, now + RESET_LINK_LIFE, by)
            .await?;
        let redeemed = self.users.redeem_reset_link(&token.digest, &hash, now, by).await?;
        redeemed.map(drop).ok_or(AccountError::DeadLink)
    }

    async fn list(&self) -> Result<Vec<User>, AccountError> {
        let mut users = Vec::new();
        let mut paging = Paging {
            page: 1,
            per_page: MAX_PER_PAGE,
        };
        loop {
            let query = UserQuery {
                paging,
                ..UserQuery::default()
            };
            let page = self.users.list(&query).await?;
            let is_last = page.items.len() < MAX_PER_PAGE as usize;
            users.extend(page.items);
            if is_last {
                return Ok(users);
            }
            paging.page += 1;
        }
    }
}

#[cfg(test)]
mod tests;
