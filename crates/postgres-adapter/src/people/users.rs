use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};
use domain::access::Role;
use domain::network::Network;
use domain::people::{Email, MAX_REGISTRATIONS_PER_HOUR, MAX_WAITING_REGISTRATIONS, SessionId, User, UserId};
use ports::actor::Actor;
use ports::driven::{
    AttemptKey, Credentials, PasswordHash, Registration, StorageError, TokenDigest, Topic, UserChange, UserDeletion,
    UserQuery, UserRepository, UserSort,
};
use ports::paging::{Order, Page};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{AccountRow, WHAT, find, shown, with_grants};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::errors::Work;
use crate::pool::PgPool;
use crate::productions::contains;
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

    /// Runs a change in a transaction.
    async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.pool
            .run(WHAT, move |connection| connection.transaction(change))
            .await
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

fn enter(
    connection: &mut PgConnection,
    action: &str,
    id: UserId,
    before: Option<Value>,
    after: Option<Value>,
    by: &Actor,
) -> QueryResult<()> {
    let entry = Entry {
        action,
        subject_id: id.to_string(),
        production_id: None,
        before,
        after,
    };
    record(connection, entry, by)
}

fn store(connection: &mut PgConnection, user: &User, password: Option<&PasswordHash>) -> Work<()> {
    diesel::insert_into(account::table)
        .values((
            AccountRow::from(user),
            account::password_hash.eq(password.map(|hash| &hash.0)),
        ))
        .execute(connection)?;
    store_grants(connection, user)
}

fn store_grants(connection: &mut PgConnection, user: &User) -> Work<()> {
    let grants: Vec<_> = user
        .grants
        .production_ids
        .iter()
        .map(|id| {
            (
                account_production::account_id.eq(user.id.0),
                account_production::production_id.eq(id.0),
            )
        })
        .collect();
    diesel::insert_into(account_production::table)
        .values(grants)
        .execute(connection)?;
    Ok(())
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

fn register(connection: &mut PgConnection, user: &User, password: &PasswordHash, by: &Actor) -> Work<Registration> {
    enter_gate(connection)?;
    let known = account::table.filter(account::email.eq(user.email.as_str()));
    if diesel::select(diesel::dsl::exists(known)).get_result(connection)? {
        return Ok(Registration::Known);
    }
    for (id, email) in delete_waiting(connection, MAX_WAITING_REGISTRATIONS - 1)? {
        let before = Some(json!({ "email": email, "reason": "gave way to a later registration" }));
        enter(connection, "user.deleted", UserId(id), before, None, &Actor::SYSTEM)?;
    }
    store(connection, user, Some(password))?;
    let from = by
        .address
        .map_or_else(|| "unknown".to_owned(), |address| address.to_string());
    diesel::update(account::table.find(user.id.0))
        .set(account::registered_from.eq(from))
        .execute(connection)?;
    enter(connection, "user.registered", user.id, None, Some(shown(user)), by)?;
    // Not announced: nobody has rights by it, and what strangers may do must not show in what others are told.
    Ok(Registration::Waiting)
}

/// Locks the active masters, so that two of them who demote each other come one after the other; answers them.
fn lock_masters(connection: &mut PgConnection) -> QueryResult<Vec<Uuid>> {
    account::table
        .filter(account::role.eq(Role::Master.code()))
        .filter(account::active.eq(true))
        .order(account::id)
        .select(account::id)
        .for_update()
        .load(connection)
}

fn update(connection: &mut PgConnection, user: &User, by: &Actor) -> Work<UserChange> {
    let masters = lock_masters(connection)?;
    let revision: Option<i64> = account::table
        .find(user.id.0)
        .select(account::revision)
        .for_update()
        .first(connection)
        .optional()?;
    let Some(revision) = revision else {
        return Ok(UserChange::NotFound);
    };
    if revision != user.revision {
        return Err(StorageError::Stale(WHAT).into());
    }
    let stays = user.active && user.role == Role::Master;
    if masters == [user.id.0] && !stays {
        return Ok(UserChange::LastMaster);
    }
    let before = find(connection, user.id)?;
    let stored = User {
        revision: revision + 1,
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
    diesel::delete(account_production::table.filter(account_production::account_id.eq(user.id.0)))
        .execute(connection)?;
    store_grants(connection, &stored)?;
    if !stored.active {
        end_everything(connection, user.id, None)?;
    }
    let before = before.as_ref().map(shown);
    enter(connection, "user.changed", user.id, before, Some(shown(&stored)), by)?;
    announce(connection, &[Topic::Access(user.id)])?;
    Ok(UserChange::Stored(Box::new(stored)))
}

/// Ends all sessions, keys and links of a user.
fn end_everything(connection: &mut PgConnection, id: UserId, keep: Option<SessionId>) -> QueryResult<()> {
    end_sessions(connection, id, keep)?;
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

fn delete(connection: &mut PgConnection, id: UserId, by: &Actor) -> Work<UserDeletion> {
    // Locked before it is looked at: who is being activated is not deleted.
    let row = account::table.find(id.0).select(account::activated_at).for_update();
    let Some(activated_at) = row.first::<Option<DateTime<Utc>>>(connection).optional()? else {
        return Ok(UserDeletion::NotFound);
    };
    if activated_at.is_some() {
        return Ok(UserDeletion::WasActive);
    }
    let before = find(connection, id)?;
    diesel::delete(account::table.find(id.0)).execute(connection)?;
    enter(connection, "user.deleted", id, before.as_ref().map(shown), None, by)?;
    announce(connection, &[Topic::Access(id)])?;
    Ok(UserDeletion::Deleted)
}

fn store_password(connection: &mut PgConnection, id: UserId, password: &PasswordHash) -> QueryResult<usize> {
    diesel::update(account::table.find(id.0))
        .set(account::password_hash.eq(Some(&password.0)))
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
        self.read(|connection| {
            let masters = account::table
                .filter(account::role.eq(Role::Master.code()))
                .filter(account::active.eq(true));
            Ok(diesel::select(diesel::dsl::exists(masters)).get_result(connection)?)
        })
        .await
    }

    async fn register(&self, user: &User, password: &PasswordHash, by: &Actor) -> Result<Registration, StorageError> {
        let (user, password, by) = (user.clone(), password.clone(), *by);
        self.write(move |connection| register(connection, &user, &password, &by))
            .await
    }

    async fn begin_registration(&self, from: Network, now: DateTime<Utc>) -> Result<bool, StorageError> {
        self.write(move |connection| begin_registration(connection, from, now))
            .await
    }

    async fn delete_waiting(&self, by: &Actor) -> Result<usize, StorageError> {
        let by = *by;
        self.write(move |connection| {
            enter_gate(connection)?;
            let deleted = delete_waiting(connection, 0)?;
            for (id, email) in &deleted {
                let before = Some(json!({ "email": email }));
                enter(connection, "user.deleted", UserId(*id), before, None, &by)?;
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
        let (user, by) = (user.clone(), *by);
        self.write(move |connection| {
            store(connection, &user, password.as_ref())?;
            enter(connection, "user.created", user.id, None, Some(shown(&user)), &by)?;
            announce(connection, &[Topic::Access(user.id)])?;
            Ok(())
        })
        .await
    }

    async fn update(&self, user: &User, by: &Actor) -> Result<UserChange, StorageError> {
        let (user, by) = (user.clone(), *by);
        self.write(move |connection| update(connection, &user, &by)).await
    }

    async fn delete(&self, id: UserId, by: &Actor) -> Result<UserDeletion, StorageError> {
        let by = *by;
        self.write(move |connection| delete(connection, id, &by)).await
    }

    async fn set_password(
        &self,
        id: UserId,
        password: &PasswordHash,
        keep: Option<SessionId>,
        by: &Actor,
    ) -> Result<(), StorageError> {
        let (password, by) = (password.clone(), *by);
        self.write(move |connection| {
            store_password(connection, id, &password)?;
            end_sessions(connection, id, keep)?;
            diesel::delete(reset_link::table.find(id.0)).execute(connection)?;
            enter(connection, "user.password-changed", id, None, None, &by)?;
            announce(connection, &[Topic::Access(id)])?;
            Ok(())
        })
        .await
    }

    async fn insert_reset_link(
        &self,
        id: UserId,
        digest: &TokenDigest,
        expires_at: DateTime<Utc>,
        by: &Actor,
    ) -> Result<(), StorageError> {
        let (digest, by) = (digest.0.to_vec(), *by);
        self.write(move |connection| {
            diesel::delete(reset_link::table.find(id.0)).execute(connection)?;
            diesel::insert_into(reset_link::table)
                .values((
                    reset_link::account_id.eq(id.0),
                    reset_link::digest.eq(digest),
                    reset_link::expires_at.eq(expires_at),
                ))
                .execute(connection)?;
            let after = json!({ "expiresAt": expires_at });
            enter(connection, "user.reset-link-issued", id, None, Some(after), &by)?;
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
        let (digest, password, by) = (digest.0.to_vec(), password.clone(), *by);
        self.write(move |connection| {
            // Whoever deletes the row has used the link.
            let link = reset_link::table
                .filter(reset_link::digest.eq(digest))
                .filter(reset_link::expires_at.gt(now));
            let used: Option<Uuid> = diesel::delete(link)
                .returning(reset_link::account_id)
                .get_result(connection)
                .optional()?;
            let Some(id) = used.map(UserId) else { return Ok(None) };
            store_password(connection, id, &password)?;
            end_everything(connection, id, None)?;
            let email: String = account::table.find(id.0).select(account::email).first(connection)?;
            forget_attempts(connection, &email, by.address.map(Network::of))?;
            let by = Actor {
                user_id: Some(id),
                ..by
            };
            enter(connection, "user.password-reset", id, None, None, &by)?;
            announce(connection, &[Topic::Access(id)])?;
            Ok(Some(id))
        })
        .await
    }
}

/// Whoever has a new password need not wait for what others guessed at the old one.
fn forget_attempts(connection: &mut PgConnection, email: &str, from: Option<Network>) -> Work<()> {
    let email = Email::parse(email, "email").map_err(|error| crate::errors::broken_row(WHAT, error))?;
    let from = from.map(|network| AttemptKey::AccountFrom(email.clone(), network));
    let keys = from.into_iter().chain([AttemptKey::Account(email)]);
    let keys: Vec<_> = keys.map(|key| super::attempts::key_of(&key)).collect();
    diesel::sql_query("DELETE FROM sign_in_attempt WHERE key = ANY($1)")
        .bind::<Array<Text>, _>(keys)
        .execute(connection)?;
    Ok(())
}
