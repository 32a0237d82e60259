use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};
use domain::access::Role;
use domain::network::Network;
use domain::people::{Email, MAX_REGISTRATIONS_PER_HOUR, MAX_WAITING_REGISTRATIONS, SessionId, User, UserId};
use domain::production::ProductionId;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{
    AttemptKey, AuditAction, Credentials, PasswordHash, Registration, StorageError, TokenDigest, Topic, UserChange,
    UserDeletion, UserQuery, UserRepository, UserSort,
};
use ports::paging::{Order, Page};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{AccountRow, WHAT, audit_json, find, with_grants};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::{Accounts, Permit};
use crate::errors::{Work, check_basis};
use crate::like::contains;
use crate::pool::PgPool;
use crate::schema::{
    account, account_production, api_key, registration_attempt, registration_gate, reset_link, session,
};

/// Users in PostgreSQL.
pub struct PgUserRepository {
    pool: PgPool,
}

impl PgUserRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// Runs a change of these accounts in a transaction, when `by` may make it.
    async fn write<T: Send + 'static>(
        &self,
        by: &Actor,
        accounts: Accounts,
        change: impl FnOnce(&mut PgConnection, Permit) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.pool.write_accounts(WHAT, by, accounts, change).await
    }

    /// Reads from one database snapshot.
    async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let work = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(read)
        };
        self.pool.look_up(WHAT, work).await
    }
}

/// An entry about a user.
fn entry(action: AuditAction, id: UserId, before: Option<Value>, after: Option<Value>) -> Entry {
    Entry {
        action,
        subject_id: id.to_string(),
        production_id: None,
        before,
        after,
    }
}

fn store(connection: &mut PgConnection, user: &User, password: Option<&PasswordHash>) -> Work<()> {
    diesel::insert_into(account::table)
        .values((
            AccountRow::from(user),
            account::password_hash.eq(password.map(|hash| &hash.0)),
        ))
        .execute(connection)?;
    add_grants(connection, user.id, user.grants.production_ids.iter())
}

/// Stores a new user, whom nobody has announced yet.
pub(crate) fn insert(
    connection: &mut PgConnection,
    user: &User,
    password: Option<&PasswordHash>,
    permit: &Permit,
) -> Work<()> {
    store(connection, user, password)?;
    let created = entry(AuditAction::UserCreated, user.id, None, Some(audit_json(user)));
    record(connection, created, permit)?;
    Ok(())
}

/// Keeps a reset link, and voids those made before.
pub(crate) fn issue_reset_link(
    connection: &mut PgConnection,
    id: UserId,
    digest: &TokenDigest,
    expires_at: DateTime<Utc>,
    permit: &Permit,
) -> Work<()> {
    diesel::delete(reset_link::table.find(id.0)).execute(connection)?;
    diesel::insert_into(reset_link::table)
        .values((
            reset_link::account_id.eq(id.0),
            reset_link::digest.eq(digest.0.to_vec()),
            reset_link::expires_at.eq(expires_at),
        ))
        .execute(connection)?;
    let after = json!({ "expiresAt": expires_at });
    record(
        connection,
        entry(AuditAction::ResetLinkIssued, id, None, Some(after)),
        permit,
    )?;
    Ok(())
}

/// Everybody.
pub(crate) fn load_all(connection: &mut PgConnection) -> Work<Vec<User>> {
    let rows = account::table
        .select(AccountRow::as_select())
        .order(account::email)
        .load(connection)?;
    with_grants(connection, rows)
}

fn add_grants<'a>(
    connection: &mut PgConnection,
    id: UserId,
    productions: impl Iterator<Item = &'a ProductionId>,
) -> Work<()> {
    let grants: Vec<_> = productions
        .map(|production| {
            (
                account_production::account_id.eq(id.0),
                account_production::production_id.eq(production.0),
            )
        })
        .collect();
    diesel::insert_into(account_production::table)
        .values(grants)
        .execute(connection)?;
    Ok(())
}

/// Writes what differs between two states of a user, and nothing else.
fn change_grants(connection: &mut PgConnection, before: &User, after: &User) -> Work<()> {
    let id = after.id;
    let (before, after) = (&before.grants.production_ids, &after.grants.production_ids);
    let taken: Vec<_> = before.difference(after).map(|production| production.0).collect();
    let grants = account_production::table
        .filter(account_production::account_id.eq(id.0))
        .filter(account_production::production_id.eq_any(taken));
    diesel::delete(grants).execute(connection)?;
    add_grants(connection, id, after.difference(before))
}

fn credentials(connection: &mut PgConnection, row: Option<(AccountRow, Option<String>)>) -> Work<Option<Credentials>> {
    let Some((row, password)) = row else { return Ok(None) };
    let user = with_grants(connection, vec![row])?.pop();
    Ok(user.map(|user| Credentials {
        user,
        password: password.map(PasswordHash),
    }))
}

fn list(connection: &mut PgConnection, query: &UserQuery) -> Work<Page<User>> {
    let filtered = || {
        let mut rows = account::table.into_boxed();
        if let Some(text) = &query.text {
            let pattern = contains(text);
            rows = rows.filter(account::email.ilike(pattern.clone()).or(account::name.ilike(pattern)));
        }
        if let Some(role) = query.role {
            rows = rows.filter(account::role.eq(role.code()));
        }
        if let Some(active) = query.active {
            rows = rows.filter(account::active.eq(active));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let mut rows = filtered().select(AccountRow::as_select());
    macro_rules! sorted {
        ($column:ident) => {
            match query.order {
                Order::Ascending => rows.order(account::$column.asc()),
                Order::Descending => rows.order(account::$column.desc()),
            }
        };
    }
    rows = match query.sort {
        UserSort::Email => sorted!(email),
        UserSort::Name => sorted!(name),
        UserSort::Role => sorted!(role),
        UserSort::CreatedAt => sorted!(created_at),
    };
    let page = rows
        .then_order_by(account::email.asc())
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page))
        .load(connection)?;
    Ok(Page {
        items: with_grants(connection, page)?,
        total,
    })
}

/// One registration after the other: counting and storing belong together. A row of ours, which nobody else can hold.
fn enter_gate(connection: &mut PgConnection) -> QueryResult<()> {
    let gate = registration_gate::table.select(registration_gate::id).for_update();
    gate.first::<bool>(connection).map(drop)
}

/// Whether there is an active master, with a password where that is asked for.
fn has_master(connection: &mut PgConnection, with_password: bool) -> Work<bool> {
    let mut masters = account::table
        .filter(account::role.eq(Role::Master.code()))
        .filter(account::active.eq(true))
        .into_boxed();
    if with_password {
        masters = masters.filter(account::password_hash.is_not_null());
    }
    Ok(masters.count().get_result::<i64>(connection)? > 0)
}

fn begin_registration(connection: &mut PgConnection, from: Network, now: DateTime<Utc>) -> Work<bool> {
    enter_gate(connection)?;
    let network = from.to_string();
    let of_last_hour = registration_attempt::table
        .filter(registration_attempt::address.eq(&network))
        .filter(registration_attempt::at.gt(now - TimeDelta::hours(1)));
    if of_last_hour.count().get_result::<i64>(connection)? >= MAX_REGISTRATIONS_PER_HOUR {
        return Ok(false);
    }
    diesel::insert_into(registration_attempt::table)
        .values((
            registration_attempt::address.eq(network),
            registration_attempt::at.eq(now),
        ))
        .execute(connection)?;
    Ok(true)
}

/// Deletes those who registered and wait, but the youngest `keep`; answers their addresses.
fn delete_waiting(connection: &mut PgConnection, keep: i64) -> QueryResult<Vec<(Uuid, String)>> {
    let waiting = account::table
        .filter(account::activated_at.is_null())
        .filter(account::registered_from.is_not_null())
        .order((account::created_at.desc(), account::id.desc()))
        .offset(keep)
        .select(account::id);
    // Locked before they are deleted: who is being activated stays.
    let waiting: Vec<Uuid> = waiting.for_update().load(connection)?;
    diesel::delete(
        account::table
            .filter(account::id.eq_any(waiting))
            .filter(account::activated_at.is_null()),
    )
    .returning((account::id, account::email))
    .get_results(connection)
}

fn register(
    connection: &mut PgConnection,
    user: &User,
    password: &PasswordHash,
    permit: &Permit,
) -> Work<Registration> {
    let by = permit.actor();
    enter_gate(connection)?;
    let known = account::table.filter(account::email.eq(user.email.as_str()));
    if diesel::select(diesel::dsl::exists(known)).get_result(connection)? {
        return Ok(Registration::Known);
    }
    for (id, email) in delete_waiting(connection, MAX_WAITING_REGISTRATIONS - 1)? {
        let before = Some(json!({ "email": email, "reason": "gave way to a later registration" }));
        record(
            connection,
            entry(AuditAction::UserDeleted, UserId(id), before, None),
            &permit.of_server(),
        )?;
    }
    store(connection, user, Some(password))?;
    let from = by
        .address
        .map_or_else(|| "unknown".to_owned(), |address| address.to_string());
    diesel::update(account::table.find(user.id.0))
        .set(account::registered_from.eq(from))
        .execute(connection)?;
    record(
        connection,
        entry(AuditAction::UserRegistered, user.id, None, Some(audit_json(user))),
        permit,
    )?;
    // Not announced: nobody has rights by it, and what strangers may do must not show in what others are told.
    Ok(Registration::Waiting)
}

fn update(connection: &mut PgConnection, user: &User, basis: &Basis, permit: &Permit) -> Work<UserChange> {
    let Some(account) = permit.account(user.id) else {
        return Ok(UserChange::NotFound);
    };
    check_basis(basis, account.revision, WHAT)?;
    if account.revision != user.revision {
        return Err(StorageError::Stale(WHAT).into());
    }
    let stays = user.active && user.role == Role::Master;
    // Locked with the user: two masters who demote each other come one after the other.
    if !stays && permit.masters().eq([user.id]) {
        return Ok(UserChange::LastMaster);
    }
    let before = find(connection, user.id)?.ok_or(StorageError::Stale(WHAT))?;
    let stored = User {
        revision: account.revision + 1,
        ..user.clone()
    };
    let row = AccountRow::from(&stored);
    diesel::update(account::table.find(user.id.0))
        .set((
            account::name.eq(row.name),
            account::role.eq(row.role),
            account::active.eq(row.active),
            account::can_upload.eq(row.can_upload),
            account::can_manage_productions.eq(row.can_manage_productions),
            account::all_productions.eq(row.all_productions),
            account::activated_at.eq(row.activated_at),
            account::revision.eq(row.revision),
        ))
        .execute(connection)?;
    change_grants(connection, &before, &stored)?;
    // What was made for a member, by the member or by an admin, must not serve for a master.
    if (before.role, before.active) != (stored.role, stored.active) {
        end_everything(connection, user.id)?;
    }
    let (before, after) = (Some(audit_json(&before)), Some(audit_json(&stored)));
    record(
        connection,
        entry(AuditAction::UserChanged, user.id, before, after),
        permit,
    )?;
    announce(connection, &[Topic::Access(user.id)])?;
    Ok(UserChange::Stored(Box::new(stored)))
}

fn rename(connection: &mut PgConnection, id: UserId, name: &str, basis: &Basis, permit: &Permit) -> Work<Option<User>> {
    let Some(before) = find(connection, id)? else {
        return Ok(None);
    };
    check_basis(basis, before.revision, WHAT)?;
    let stored = User {
        name: name.to_owned(),
        revision: before.revision + 1,
        ..before.clone()
    };
    diesel::update(account::table.find(id.0))
        .set((account::name.eq(name), account::revision.eq(stored.revision)))
        .execute(connection)?;
    let (before, after) = (Some(audit_json(&before)), Some(audit_json(&stored)));
    record(connection, entry(AuditAction::UserChanged, id, before, after), permit)?;
    announce(connection, &[Topic::Access(id)])?;
    Ok(Some(stored))
}

/// Ends all sessions, keys and links of a user.
fn end_everything(connection: &mut PgConnection, id: UserId) -> QueryResult<()> {
    end_sessions(connection, id, None)?;
    diesel::delete(api_key::table.filter(api_key::account_id.eq(id.0))).execute(connection)?;
    diesel::delete(reset_link::table.find(id.0)).execute(connection)?;
    Ok(())
}

pub(super) fn end_sessions(connection: &mut PgConnection, id: UserId, keep: Option<SessionId>) -> QueryResult<usize> {
    let others = session::table
        .filter(session::account_id.eq(id.0))
        .filter(session::id.ne(keep.map_or(Uuid::nil(), |keep| keep.0)));
    diesel::delete(others).execute(connection)
}

/// A user who is locked and in the state that was looked at; `None` where there is none.
fn as_seen(connection: &mut PgConnection, user: &User, permit: &Permit) -> Work<Option<User>> {
    match permit.account(user.id) {
        None => Ok(None),
        Some(account) if account.revision == user.revision => find(connection, user.id),
        Some(_) => Err(StorageError::Stale(WHAT).into()),
    }
}

fn delete(connection: &mut PgConnection, user: &User, permit: &Permit) -> Work<UserDeletion> {
    let id = user.id;
    let Some(before) = as_seen(connection, user, permit)? else {
        return Ok(UserDeletion::NotFound);
    };
    if before.activated_at.is_some() {
        return Ok(UserDeletion::WasActive);
    }
    diesel::delete(account::table.find(id.0)).execute(connection)?;
    record(
        connection,
        entry(AuditAction::UserDeleted, id, Some(audit_json(&before)), None),
        permit,
    )?;
    announce(connection, &[Topic::Access(id)])?;
    Ok(UserDeletion::Deleted)
}

fn store_password(connection: &mut PgConnection, id: UserId, password: &PasswordHash) -> QueryResult<usize> {
    diesel::update(account::table.find(id.0))
        .set((
            account::password_hash.eq(Some(&password.0)),
            account::revision.eq(account::revision + 1),
        ))
        .execute(connection)
}

#[async_trait]
impl UserRepository for PgUserRepository {
    async fn find(&self, id: UserId) -> Result<Option<User>, StorageError> {
        self.read(move |connection| find(connection, id)).await
    }

    async fn find_credentials(&self, email: &Email) -> Result<Option<Credentials>, StorageError> {
        let email = email.to_string();
        self.read(move |connection| {
            let row = account::table
                .filter(account::email.eq(email))
                .select((AccountRow::as_select(), account::password_hash))
                .first(connection)
                .optional()?;
            credentials(connection, row)
        })
        .await
    }

    async fn credentials(&self, id: UserId) -> Result<Option<Credentials>, StorageError> {
        self.read(move |connection| {
            let row = account::table
                .find(id.0)
                .select((AccountRow::as_select(), account::password_hash))
                .first(connection)
                .optional()?;
            credentials(connection, row)
        })
        .await
    }

    async fn list(&self, query: &UserQuery) -> Result<Page<User>, StorageError> {
        let query = query.clone();
        self.read(move |connection| list(connection, &query)).await
    }

    async fn has_master(&self) -> Result<bool, StorageError> {
        self.read(|connection| has_master(connection, false)).await
    }

    async fn has_master_with_password(&self) -> Result<bool, StorageError> {
        self.read(|connection| has_master(connection, true)).await
    }

    async fn register(&self, user: &User, password: &PasswordHash, by: &Actor) -> Result<Registration, StorageError> {
        let (user, password) = (user.clone(), password.clone());
        self.write(by, Accounts::Untouched, move |connection, permit| {
            register(connection, &user, &password, &permit)
        })
        .await
    }

    async fn begin_registration(&self, from: Network, now: DateTime<Utc>) -> Result<bool, StorageError> {
        let stranger = Actor::stranger(None);
        self.write(&stranger, Accounts::Untouched, move |connection, _| {
            begin_registration(connection, from, now)
        })
        .await
    }

    async fn delete_waiting(&self, by: &Actor) -> Result<usize, StorageError> {
        self.write(by, Accounts::Waiting, move |connection, permit| {
            let deleted = delete_waiting(connection, 0)?;
            for (id, email) in &deleted {
                let before = Some(json!({ "email": email }));
                record(
                    connection,
                    entry(AuditAction::UserDeleted, UserId(*id), before, None),
                    &permit,
                )?;
            }
            let topics: Vec<_> = deleted.iter().map(|(id, _)| Topic::Access(UserId(*id))).collect();
            if !topics.is_empty() {
                announce(connection, &topics)?;
            }
            Ok(deleted.len())
        })
        .await
    }

    async fn insert(&self, user: &User, password: Option<PasswordHash>, by: &Actor) -> Result<(), StorageError> {
        let user = user.clone();
        self.write(by, Accounts::Untouched, move |connection, permit| {
            insert(connection, &user, password.as_ref(), &permit)?;
            announce(connection, &[Topic::Access(user.id)])?;
            Ok(())
        })
        .await
    }

    async fn update(&self, user: &User, edit: &Edit) -> Result<UserChange, StorageError> {
        let (user, basis) = (user.clone(), edit.basis.clone());
        self.write(&edit.by, Accounts::OfAndMasters(user.id), move |connection, permit| {
            update(connection, &user, &basis, &permit)
        })
        .await
    }

    async fn rename(&self, id: UserId, name: &str, edit: &Edit) -> Result<Option<User>, StorageError> {
        let (name, basis) = (name.to_owned(), edit.basis.clone());
        self.write(&edit.by, Accounts::Of(id), move |connection, permit| {
            rename(connection, id, &name, &basis, &permit)
        })
        .await
    }

    async fn delete(&self, user: &User, by: &Actor) -> Result<UserDeletion, StorageError> {
        let user = user.clone();
        self.write(by, Accounts::Of(user.id), move |connection, permit| {
            delete(connection, &user, &permit)
        })
        .await
    }

    async fn set_password(
        &self,
        id: UserId,
        password: &PasswordHash,
        keep: Option<SessionId>,
        by: &Actor,
    ) -> Result<(), StorageError> {
        let password = password.clone();
        self.write(by, Accounts::Of(id), move |connection, permit| {
            store_password(connection, id, &password)?;
            end_sessions(connection, id, keep)?;
            diesel::delete(reset_link::table.find(id.0)).execute(connection)?;
            record(connection, entry(AuditAction::PasswordChanged, id, None, None), &permit)?;
            announce(connection, &[Topic::Access(id)])?;
            Ok(())
        })
        .await
    }

    async fn insert_reset_link(
        &self,
        user: &User,
        digest: &TokenDigest,
        expires_at: DateTime<Utc>,
        by: &Actor,
    ) -> Result<(), StorageError> {
        let (user, id, digest) = (user.clone(), user.id, *digest);
        self.write(by, Accounts::Of(id), move |connection, permit| {
            as_seen(connection, &user, &permit)?.ok_or(StorageError::Stale(WHAT))?;
            issue_reset_link(connection, id, &digest, expires_at, &permit)?;
            announce(connection, &[Topic::Access(id)])?;
            Ok(())
        })
        .await
    }

    async fn find_reset_link(&self, digest: &TokenDigest, now: DateTime<Utc>) -> Result<Option<UserId>, StorageError> {
        let digest = digest.0.to_vec();
        self.read(move |connection| {
            let link = reset_link::table
                .filter(reset_link::digest.eq(digest))
                .filter(reset_link::expires_at.gt(now));
            let id: Option<Uuid> = link.select(reset_link::account_id).first(connection).optional()?;
            Ok(id.map(UserId))
        })
        .await
    }

    async fn redeem_reset_link(
        &self,
        digest: &TokenDigest,
        password: &PasswordHash,
        now: DateTime<Utc>,
        by: &Actor,
    ) -> Result<Option<UserId>, StorageError> {
        let Some(id) = self.find_reset_link(digest, now).await? else {
            return Ok(None);
        };
        let (digest, password) = (digest.0.to_vec(), password.clone());
        self.write(by, Accounts::Of(id), move |connection, permit| {
            // Whoever deletes the row has used the link; the user was locked before, as by whoever voids it.
            let link = reset_link::table
                .find(id.0)
                .filter(reset_link::digest.eq(digest))
                .filter(reset_link::expires_at.gt(now));
            if diesel::delete(link).execute(connection)? == 0 {
                return Ok(None);
            }
            store_password(connection, id, &password)?;
            end_everything(connection, id)?;
            let email: String = account::table.find(id.0).select(account::email).first(connection)?;
            forget_attempts(connection, &email, permit.actor().address.map(Network::of))?;
            let permit = permit.in_the_name_of(id);
            record(connection, entry(AuditAction::PasswordReset, id, None, None), &permit)?;
            announce(connection, &[Topic::Access(id)])?;
            Ok(Some(id))
        })
        .await
    }
}

/// Whoever has a new password need not wait for what others guessed at the old one.
fn forget_attempts(connection: &mut PgConnection, email: &str, from: Option<Network>) -> Work<()> {
    let email = Email::parse(email).map_err(|error| crate::errors::broken_row(WHAT, error))?;
    let from = from.map(|network| AttemptKey::AccountFrom(email.clone(), network));
    let keys = from.into_iter().chain([AttemptKey::Account(email)]);
    let keys: Vec<_> = keys.map(|key| super::attempts::key_of(&key)).collect();
    diesel::sql_query("DELETE FROM sign_in_attempt WHERE key = ANY($1)")
        .bind::<Array<Text>, _>(keys)
        .execute(connection)?;
    Ok(())
}
