//! The users, for the office.

mod setup;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::people::{Email, RESET_LINK_LIFE, RESET_PREFIX, User, UserId, clean_name};
use domain::validation::{Breaches, Field, Rule};
use ports::actor::{Actor, Edit};
use ports::driven::{
    Clock, FactorRepository, Ids, Secrets, StorageError, Token, UserChange, UserDeletion, UserQuery, UserRepository,
};
use ports::driving::{AccountError, FactorStatus, NewUser, PeopleDesk, ResetLink, UserPatch};
use ports::paging::Page;
use ports::retry::retried;

use crate::accounts::{invalid, registered, status};

/// The users.
pub struct People {
    users: Arc<dyn UserRepository>,
    secrets: Arc<dyn Secrets>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    factors: Arc<dyn FactorRepository>,
}

impl People {
    /// People in `users`.
    pub fn new(
        users: Arc<dyn UserRepository>,
        secrets: Arc<dyn Secrets>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        factors: Arc<dyn FactorRepository>,
    ) -> Self {
        Self {
            users,
            secrets,
            clock,
            ids,
            factors,
        }
    }

    async fn find(&self, id: UserId) -> Result<User, AccountError> {
        self.users.find(id).await?.ok_or(AccountError::Unknown)
    }

    async fn try_change(
        &self,
        id: UserId,
        patch: &UserPatch,
        as_role: Role,
        edit: &Edit,
    ) -> Result<User, AccountError> {
        let present = self.find(id).await?;
        // Who may not touch the user is not told what else is wrong.
        check_touch(&present, patch.role, as_role)?;
        let by = edit.by.touching(present.role, patch.role.unwrap_or(present.role));
        let after = self.changed(present, patch)?;
        match self.users.update(&after, &Edit { by, ..edit.clone() }).await? {
            UserChange::Stored(user) => Ok(*user),
            UserChange::LastMaster => Err(AccountError::LastMaster),
            UserChange::NotFound => Err(AccountError::Unknown),
        }
    }

    /// The user as found, whom somebody of this role may touch; and the same actor, who needs to be allowed that still.
    async fn touchable(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(User, Actor), AccountError> {
        let present = self.find(id).await?;
        check_touch(&present, None, as_role)?;
        let by = by.touching(present.role, present.role);
        Ok((present, by))
    }

    async fn try_delete(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError> {
        let (present, by) = self.touchable(id, as_role, by).await?;
        match self.users.delete(&present, &by).await? {
            UserDeletion::Deleted => Ok(()),
            UserDeletion::WasActive => Err(AccountError::WasActive),
            UserDeletion::NotFound => Err(AccountError::Unknown),
        }
    }

    /// The token of a new reset link, which is kept for this user.
    async fn kept_reset_link(
        &self,
        id: UserId,
        expires_at: DateTime<Utc>,
        as_role: Role,
        by: &Actor,
    ) -> Result<Token, AccountError> {
        let token = self.secrets.new_token(RESET_PREFIX);
        let kept = retried(|| async {
            let (present, by) = self.touchable(id, as_role, by).await?;
            let kept = self.users.insert_reset_link(&present, &token.digest, expires_at, &by);
            kept.await.map_err(AccountError::from)
        });
        kept.await?;
        Ok(token)
    }

    fn changed(&self, mut user: User, patch: &UserPatch) -> Result<User, AccountError> {
        if let Some(name) = &patch.name {
            user.name = clean_name(name).map_err(|rule| invalid(Field::Name, rule))?;
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

/// Refuses a change to this user, also into another role, unless somebody of the role `as_role` may.
fn check_touch(user: &User, after: Option<Role>, as_role: Role) -> Result<(), AccountError> {
    if as_role.may_touch(user.role, after.unwrap_or(user.role)) {
        Ok(())
    } else {
        Err(AccountError::MasterOnly)
    }
}

/// A storage error as accounts answer it.
fn into_account_error(error: StorageError) -> AccountError {
    match error {
        StorageError::Taken(field) => AccountError::Taken(field),
        other => AccountError::Storage(other),
    }
}

/// A grant of what does not exist is a rule that the request breaks.
fn as_breach(error: AccountError) -> AccountError {
    match error {
        AccountError::Storage(StorageError::Unknown(field)) => invalid(field, Rule::Unknown),
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

    async fn permit(&self, id: UserId, as_role: Role) -> Result<(), AccountError> {
        check_touch(&self.find(id).await?, None, as_role)
    }

    async fn create(&self, new: NewUser, as_role: Role, by: &Actor) -> Result<User, AccountError> {
        if !as_role.may_touch(Role::Member, new.role) {
            return Err(AccountError::MasterOnly);
        }
        let mut breaches = Breaches::default();
        let email = breaches.take(Field::Email, Email::parse_new(&new.email));
        let name = breaches.take(Field::Name, clean_name(&new.name));
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
        let by = by.touching(Role::Member, new.role);
        self.users
            .insert(&user, None, &by)
            .await
            .map_err(into_account_error)
            .map_err(as_breach)?;
        Ok(user)
    }

    async fn change(&self, id: UserId, patch: UserPatch, as_role: Role, edit: &Edit) -> Result<User, AccountError> {
        let changed = retried(|| self.try_change(id, &patch, as_role, edit)).await;
        changed.map_err(as_breach)
    }

    async fn delete(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError> {
        retried(|| self.try_delete(id, as_role, by)).await
    }

    async fn second_factor(&self, id: UserId) -> Result<FactorStatus, AccountError> {
        self.find(id).await?;
        Ok(status(self.factors.find(id).await?.as_ref()))
    }

    async fn remove_second_factor(&self, id: UserId, as_role: Role, by: &Actor) -> Result<(), AccountError> {
        let removed = retried(|| async {
            let (_, by) = self.touchable(id, as_role, by).await?;
            self.factors.remove(id, None, &by).await.map_err(AccountError::from)
        });
        if removed.await? {
            Ok(())
        } else {
            Err(AccountError::NoFactor)
        }
    }

    async fn delete_waiting(&self, by: &Actor) -> Result<usize, AccountError> {
        Ok(self.users.delete_waiting(by).await?)
    }

    async fn reset_link(&self, id: UserId, as_role: Role, by: &Actor) -> Result<ResetLink, AccountError> {
        let expires_at = self.clock.now() + RESET_LINK_LIFE;
        let token = self.kept_reset_link(id, expires_at, as_role, by).await?;
        Ok(ResetLink {
            token: token.secret,
            expires_at,
        })
    }
}

#[cfg(test)]
mod tests;
