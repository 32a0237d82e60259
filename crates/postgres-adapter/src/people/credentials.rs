use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::people::{ApiKeyId, MAX_API_KEYS, MAX_SESSIONS, SESSION_IDLE, SESSION_LIFE, SessionId, UserId};
use domain::production::ProductionId;
use ports::actor::Actor;
use ports::driven::{
    ApiKey, AuditAction, Authenticated, Credential, CredentialRepository, Session, StorageError, TokenDigest, Topic,
};
use serde_json::json;
use uuid::Uuid;

use super::{AccountRow, WHAT, new_sign_ins};
use crate::announcement::announce;
use crate::audit::{Entry, parse_address, record};
use crate::authority::{Accounts, Permit};
use crate::errors::Work;
use crate::pool::PgPool;
use crate::prepared::prepared;
use crate::schema::{api_key, session};

/// How exactly the last use is known.
const USE_GRAIN: TimeDelta = TimeDelta::seconds(60);

/// Sessions and API keys in PostgreSQL.
pub struct PgCredentialRepository {
    pool: PgPool,
}

impl PgCredentialRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// Whom a token belongs to.
#[derive(QueryableByName)]
#[expect(clippy::struct_excessive_bools, reason = "the columns are what they are")]
struct Owner {
    #[diesel(sql_type = SqlUuid)]
    credential_id: Uuid,
    #[diesel(sql_type = Bool)]
    is_session: bool,
    #[diesel(sql_type = Bool)]
    read_only: bool,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    last_used_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    role: String,
    #[diesel(sql_type = Bool)]
    can_upload: bool,
    #[diesel(sql_type = Bool)]
    can_manage_productions: bool,
    #[diesel(sql_type = Bool)]
    all_productions: bool,
    #[diesel(sql_type = Timestamptz)]
    created_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    activated_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = BigInt)]
    revision: i64,
    #[diesel(sql_type = Bool)]
    has_second_factor: bool,
    #[diesel(sql_type = Array<SqlUuid>)]
    production_ids: Vec<Uuid>,
}

impl Owner {
    fn into_authenticated(self) -> Work<Authenticated> {
        let granted = self.production_ids.into_iter().map(ProductionId).collect();
        let row = AccountRow {
            id: self.id,
            email: self.email,
            name: self.name,
            role: self.role,
            active: true,
            can_upload: self.can_upload,
            can_manage_productions: self.can_manage_productions,
            all_productions: self.all_productions,
            created_at: self.created_at,
            activated_at: self.activated_at,
            revision: self.revision,
        };
        Ok(Authenticated {
            user: row.into_user(granted)?.into(),
            has_second_factor: self.has_second_factor,
            credential: if self.is_session {
                Credential::Session(SessionId(self.credential_id))
            } else {
                Credential::ApiKey {
                    id: ApiKeyId(self.credential_id),
                    read_only: self.read_only,
                }
            },
        })
    }
}

fn find_owner(connection: &mut PgConnection, digest: &TokenDigest, now: DateTime<Utc>) -> QueryResult<Option<Owner>> {
    let look = diesel::sql_query(
        "WITH credential AS (
             SELECT id AS credential_id, account_id, TRUE AS is_session, FALSE AS read_only, last_used_at
             FROM session WHERE digest = $1 AND expires_at > $2
             UNION ALL
             SELECT id, account_id, FALSE, read_only, last_used_at
             FROM api_key WHERE digest = $1 AND (expires_at IS NULL OR expires_at > $2)
         )
         SELECT c.credential_id, c.is_session, c.read_only, c.last_used_at, a.id, a.email, a.name, a.role, a.can_upload,
                a.can_manage_productions, a.all_productions, a.created_at, a.activated_at, a.revision,
                EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.set_up_at IS NOT NULL)
                    AS has_second_factor,
                ARRAY(SELECT p.production_id FROM account_production p WHERE p.account_id = a.id) AS production_ids
         FROM credential c JOIN account a ON a.id = c.account_id
         WHERE a.active",
    )
    .bind::<Binary, _>(digest.0.to_vec())
    .bind::<Timestamptz, _>(now);
    prepared(look).get_result(connection).optional()
}

/// Records the use, and with it renews a session. Of concurrent requests with one token the first records the use;
/// nobody waits for its lock or for the disk. What a crash loses is recorded by the next use.
fn renew(connection: &mut PgConnection, owner: &Owner, now: DateTime<Utc>) -> QueryResult<usize> {
    connection.transaction(|connection| {
        connection.batch_execute("SET LOCAL synchronous_commit = off")?;
        if owner.is_session {
            diesel::sql_query(
                "UPDATE session SET last_used_at = $2, expires_at = least($4, created_at + $5 * interval '1 second')
                 WHERE id = (SELECT id FROM session WHERE id = $1 AND last_used_at IS NOT DISTINCT FROM $3
                             FOR NO KEY UPDATE SKIP LOCKED)",
            )
            .bind::<SqlUuid, _>(owner.credential_id)
            .bind::<Timestamptz, _>(now)
            .bind::<Nullable<Timestamptz>, _>(owner.last_used_at)
            .bind::<Timestamptz, _>(now + SESSION_IDLE)
            .bind::<BigInt, _>(SESSION_LIFE.num_seconds())
            .execute(connection)
        } else {
            diesel::sql_query(
                "UPDATE api_key SET last_used_at = $2
                 WHERE id = (SELECT id FROM api_key WHERE id = $1 AND last_used_at IS NOT DISTINCT FROM $3
                             FOR NO KEY UPDATE SKIP LOCKED)",
            )
            .bind::<SqlUuid, _>(owner.credential_id)
            .bind::<Timestamptz, _>(now)
            .bind::<Nullable<Timestamptz>, _>(owner.last_used_at)
            .execute(connection)
        }
    })
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = session, check_for_backend(diesel::pg::Pg))]
struct SessionRow {
    id: Uuid,
    account_id: Uuid,
    created_at: DateTime<Utc>,
    last_used_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    address: Option<String>,
    user_agent: Option<String>,
}

impl TryFrom<SessionRow> for Session {
    type Error = crate::errors::WorkError;

    fn try_from(row: SessionRow) -> Work<Self> {
        Ok(Self {
            id: SessionId(row.id),
            user_id: UserId(row.account_id),
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            expires_at: row.expires_at,
            address: row.address.as_deref().map(parse_address).transpose()?,
            user_agent: row.user_agent,
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = api_key, check_for_backend(diesel::pg::Pg))]
struct ApiKeyRow {
    id: Uuid,
    account_id: Uuid,
    name: String,
    read_only: bool,
    created_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
    last_used_at: Option<DateTime<Utc>>,
}

impl From<ApiKeyRow> for ApiKey {
    fn from(row: ApiKeyRow) -> Self {
        Self {
            id: ApiKeyId(row.id),
            user_id: UserId(row.account_id),
            name: row.name,
            read_only: row.read_only,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
        }
    }
}

fn entry(action: AuditAction, subject_id: String, after: Option<serde_json::Value>) -> Entry {
    Entry {
        action,
        subject_id,
        production_id: None,
        before: None,
        after,
    }
}

#[async_trait]
impl CredentialRepository for PgCredentialRepository {
    async fn authenticate(
        &self,
        digest: &TokenDigest,
        now: DateTime<Utc>,
    ) -> Result<Option<Authenticated>, StorageError> {
        let digest = *digest;
        let authenticate = move |connection: &mut PgConnection| {
            let Some(owner) = find_owner(connection, &digest, now)? else {
                return Ok(None);
            };
            if owner.last_used_at.is_none_or(|used| now - used >= USE_GRAIN) {
                renew(connection, &owner, now)?;
            }
            owner.into_authenticated().map(Some)
        };
        self.pool.look_up("session", authenticate).await
    }

    async fn insert_session(&self, new: &Session, digest: &TokenDigest, by: &Actor) -> Result<(), StorageError> {
        let (owner, new, digest) = (new.user_id, new.clone(), digest.0.to_vec());
        let insert = move |connection: &mut PgConnection, permit: Permit| {
            diesel::insert_into(session::table)
                .values((
                    session::id.eq(new.id.0),
                    session::account_id.eq(new.user_id.0),
                    session::digest.eq(digest),
                    session::created_at.eq(new.created_at),
                    session::last_used_at.eq(new.last_used_at),
                    session::expires_at.eq(new.expires_at),
                    session::address.eq(new.address.map(|address| address.to_string())),
                    session::user_agent.eq(new.user_agent.as_deref()),
                ))
                .execute(connection)?;
            new_sign_ins::note(connection, &new)?;
            diesel::sql_query(
                "DELETE FROM session WHERE account_id = $1 AND id IN (
                     SELECT id FROM session WHERE account_id = $1 ORDER BY last_used_at DESC, id DESC OFFSET $2)",
            )
            .bind::<SqlUuid, _>(new.user_id.0)
            .bind::<BigInt, _>(MAX_SESSIONS)
            .execute(connection)?;
            record(
                connection,
                entry(AuditAction::SessionCreated, new.id.0.to_string(), None),
                &permit,
            )?;
            Ok(())
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(owner), insert).await
    }

    async fn sessions(&self, id: UserId, now: DateTime<Utc>) -> Result<Vec<Session>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let rows = session::table
                .filter(session::account_id.eq(id.0))
                .filter(session::expires_at.gt(now))
                .order((session::last_used_at.desc(), session::id.desc()))
                .select(SessionRow::as_select())
                .load(connection)?;
            rows.into_iter().map(Session::try_from).collect()
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn end_session(&self, user: UserId, id: SessionId, by: &Actor) -> Result<bool, StorageError> {
        let end = move |connection: &mut PgConnection, permit: Permit| {
            let own = session::table.find(id.0).filter(session::account_id.eq(user.0));
            let ended = diesel::delete(own).execute(connection)? > 0;
            if ended {
                record(
                    connection,
                    entry(AuditAction::SessionEnded, id.0.to_string(), None),
                    &permit,
                )?;
                announce(connection, &[Topic::Access(user)])?;
            }
            Ok(ended)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), end).await
    }

    async fn end_all_sessions(&self, user: UserId, by: &Actor) -> Result<(), StorageError> {
        let end = move |connection: &mut PgConnection, permit: Permit| {
            let own = session::table.filter(session::account_id.eq(user.0));
            let ended = diesel::delete(own).execute(connection)?;
            let after = Some(json!({ "sessions": ended }));
            record(
                connection,
                entry(AuditAction::AllSessionsEnded, user.to_string(), after),
                &permit,
            )?;
            announce(connection, &[Topic::Access(user)])?;
            Ok(())
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), end).await
    }

    async fn insert_api_key(&self, key: &ApiKey, digest: &TokenDigest, by: &Actor) -> Result<bool, StorageError> {
        let (owner, key, digest) = (key.user_id, key.clone(), digest.0.to_vec());
        let insert = move |connection: &mut PgConnection, permit: Permit| {
            // The owner's row is locked: of those who come at once each counts the others' keys.
            let kept = api_key::table
                .filter(api_key::account_id.eq(key.user_id.0))
                .filter(api_key::expires_at.is_null().or(api_key::expires_at.gt(key.created_at)));
            if kept.count().get_result::<i64>(connection)? >= MAX_API_KEYS {
                return Ok(false);
            }
            diesel::insert_into(api_key::table)
                .values((
                    api_key::id.eq(key.id.0),
                    api_key::account_id.eq(key.user_id.0),
                    api_key::digest.eq(digest),
                    api_key::name.eq(&key.name),
                    api_key::read_only.eq(key.read_only),
                    api_key::created_at.eq(key.created_at),
                    api_key::expires_at.eq(key.expires_at),
                ))
                .execute(connection)?;
            let after = json!({ "name": key.name, "readOnly": key.read_only, "expiresAt": key.expires_at });
            let entry = entry(AuditAction::ApiKeyCreated, key.id.0.to_string(), Some(after));
            record(connection, entry, &permit)?;
            announce(connection, &[Topic::Access(key.user_id)])?;
            Ok(true)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(owner), insert).await
    }

    async fn api_keys(&self, id: UserId, now: DateTime<Utc>) -> Result<Vec<ApiKey>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let rows = api_key::table
                .filter(api_key::account_id.eq(id.0))
                .filter(api_key::expires_at.is_null().or(api_key::expires_at.gt(now)))
                .order((api_key::name.asc(), api_key::id.asc()))
                .select(ApiKeyRow::as_select())
                .load(connection)?;
            Ok(rows.into_iter().map(ApiKey::from).collect())
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn end_api_key(&self, user: UserId, id: ApiKeyId, by: &Actor) -> Result<bool, StorageError> {
        let end = move |connection: &mut PgConnection, permit: Permit| {
            let own = api_key::table.find(id.0).filter(api_key::account_id.eq(user.0));
            let ended = diesel::delete(own).execute(connection)? > 0;
            if ended {
                record(
                    connection,
                    entry(AuditAction::ApiKeyEnded, id.0.to_string(), None),
                    &permit,
                )?;
                announce(connection, &[Topic::Access(user)])?;
            }
            Ok(ended)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), end).await
    }
}
