//! The users, for the command line and the configuration, where nobody is signed in.

use async_trait::async_trait;
use domain::access::Role;
use domain::people::{Email, RESET_LINK_LIFE, User, UserId, check_password, composed_password};
use domain::validation::{Breaches, Field};
use ports::actor::{Actor, Edit};
use ports::driven::{HashLane, PasswordHash, StorageError, UserQuery};
use ports::driving::{AccountError, AccountSetup, NewAccount, PeopleDesk, UserPatch};
use ports::paging::{MAX_PER_PAGE, Paging};

use super::{People, into_account_error};
use crate::accounts::{check_new_password, checked, invalid, registered};

impl People {
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

    /// Sets a password by the way of a reset link, which ends sessions and keys alike.
    async fn give_password(&self, id: UserId, password: &PasswordHash) -> Result<(), AccountError> {
        let now = self.clock.now();
        let by = &Actor::SYSTEM;
        let token = self
            .kept_reset_link(id, now + RESET_LINK_LIFE, Role::Master, by)
            .await?;
        let redeemed = self.users.redeem_reset_link(&token.digest, password, now, by).await?;
        redeemed.map(drop).ok_or(AccountError::DeadLink)
    }
}

#[async_trait]
impl AccountSetup for People {
    async fn has_master(&self) -> Result<bool, AccountError> {
        Ok(self.users.has_master().await?)
    }

    async fn bootstrap(&self, account: NewAccount) -> Result<bool, AccountError> {
        if self.users.has_master_with_password().await? {
            return Ok(false);
        }
        let (email, name) = checked(self.secrets.as_ref(), &account)?;
        let password = composed_password(&account.password);
        let password = self.secrets.hash(&password, HashLane::Account).await?;
        if let Some(known) = self.users.find_credentials(&email).await? {
            // First the password: whoever registered with this address must at no instant be a master by their own.
            self.give_password(known.user.id, &password).await?;
            let promotion = UserPatch {
                role: Some(Role::Master),
                active: Some(true),
                ..UserPatch::default()
            };
            let id = known.user.id;
            let edit = &Edit::unconditional(Actor::SYSTEM);
            self.change(id, promotion, Role::Master, edit).await?;
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
        let (email, name) = checked(self.secrets.as_ref(), &account)?;
        let password = composed_password(&account.password);
        let password = self.secrets.hash(&password, HashLane::Account).await?;
        let user = self.active(email, name, role);
        let inserted = self.users.insert(&user, Some(password), &Actor::SYSTEM).await;
        inserted.map_err(into_account_error)?;
        Ok(user)
    }

    async fn set_password(&self, email: &str, password: &str) -> Result<(), AccountError> {
        let mut breaches = Breaches::default();
        let email = breaches.take(Field::Email, Email::parse(email));
        breaches.take(Field::Password, check_password(password));
        breaches.into_result().map_err(AccountError::Invalid)?;
        let email = email.ok_or(AccountError::Unknown)?;
        let known = self.users.find_credentials(&email).await?;
        let User { id, name, .. } = known.ok_or(AccountError::Unknown)?.user;
        check_new_password(self.secrets.as_ref(), password, &email, &name)
            .map_err(|rule| invalid(Field::Password, rule))?;
        let password = self
            .secrets
            .hash(&composed_password(password), HashLane::Account)
            .await?;
        self.give_password(id, &password).await
    }

    async fn remove_second_factor(&self, email: &str) -> Result<(), AccountError> {
        let email = Email::parse(email).map_err(|rule| invalid(Field::Email, rule))?;
        let known = self.users.find_credentials(&email).await?;
        let id = known.ok_or(AccountError::Unknown)?.user.id;
        if self.factors.remove(id, None, &Actor::SYSTEM).await? {
            Ok(())
        } else {
            Err(AccountError::NoFactor)
        }
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
