use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::people::{SessionId, UserId};
use domain::second_factor::{FactorSecret, Step};
use ports::actor::Actor;
use ports::driven::{AuditAction, ConfirmedFactor, Factor, FactorRepository, StorageError, TokenDigest, Topic};
use serde_json::{Value, json};

use super::users::end_sessions;
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::{Accounts, Permit};
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::schema::{recovery_code, second_factor};

const WHAT: &str = "second factor";

/// Second factors in PostgreSQL.
pub struct PgFactorRepository {
    pool: PgPool,
}

impl PgFactorRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// Runs in a transaction what changes nothing that somebody needs to be allowed to.
    async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.pool
            .run(WHAT, move |connection| connection.transaction(change))
            .await
    }
}

fn enter(
    connection: &mut PgConnection,
    action: AuditAction,
    user: UserId,
    after: Option<Value>,
    permit: &Permit,
) -> QueryResult<()> {
    let entry = Entry {
        action,
        subject_id: user.to_string(),
        production_id: None,
        before: None,
        after,
    };
    record(connection, entry, permit)
}

fn count_codes(connection: &mut PgConnection, user: UserId) -> QueryResult<i64> {
    recovery_code::table
        .filter(recovery_code::account_id.eq(user.0))
        .count()
        .get_result(connection)
}

fn store_codes(connection: &mut PgConnection, user: UserId, codes: &[TokenDigest]) -> QueryResult<usize> {
    let rows: Vec<_> = codes
        .iter()
        .map(|code| {
            (
                recovery_code::account_id.eq(user.0),
                recovery_code::digest.eq(code.0.to_vec()),
            )
        })
        .collect();
    diesel::insert_into(recovery_code::table)
        .values(rows)
        .execute(connection)
}

/// Somebody's factor, if it is set up; locked, so that those who change it come one after the other.
fn lock_set_up(connection: &mut PgConnection, user: UserId) -> QueryResult<bool> {
    let row = second_factor::table
        .find(user.0)
        .filter(second_factor::set_up_at.is_not_null())
        .select(second_factor::account_id)
        .for_update();
    Ok(row.first::<uuid::Uuid>(connection).optional()?.is_some())
}

#[async_trait]
impl FactorRepository for PgFactorRepository {
    async fn find(&self, user: UserId) -> Result<Option<Factor>, StorageError> {
        self.write(move |connection| {
            let row: Option<(Vec<u8>, Option<DateTime<Utc>>, Option<i64>)> = second_factor::table
                .find(user.0)
                .select((
                    second_factor::secret,
                    second_factor::set_up_at,
                    second_factor::last_step,
                ))
                .first(connection)
                .optional()?;
            let Some((secret, set_up_at, last_step)) = row else {
                return Ok(None);
            };
            let secret = secret.try_into().map_err(|_| broken_row(WHAT, BrokenSecret))?;
            let left = count_codes(connection, user)?;
            Ok(Some(Factor {
                secret: FactorSecret(secret),
                set_up_at,
                last_step: last_step.map(Step),
                recovery_codes_left: u32::try_from(left).map_err(|error| broken_row(WHAT, error))?,
            }))
        })
        .await
    }

    async fn begin(&self, user: UserId, secret: &FactorSecret) -> Result<bool, StorageError> {
        let secret = secret.0.to_vec();
        self.write(move |connection| {
            let begun = diesel::insert_into(second_factor::table)
                .values((second_factor::account_id.eq(user.0), second_factor::secret.eq(&secret)))
                .on_conflict_do_nothing()
                .execute(connection)?;
            if begun > 0 {
                return Ok(true);
            }
            let waiting = second_factor::table
                .find(user.0)
                .filter(second_factor::set_up_at.is_null());
            let replaced = diesel::update(waiting).set(second_factor::secret.eq(&secret));
            Ok(replaced.execute(connection)? > 0)
        })
        .await
    }

    async fn confirm(&self, confirmed: ConfirmedFactor, by: &Actor) -> Result<bool, StorageError> {
        let owner = confirmed.user;
        let change = move |connection: &mut PgConnection, permit: Permit| {
            let user = confirmed.user;
            let waiting = second_factor::table
                .find(user.0)
                .filter(second_factor::set_up_at.is_null())
                .filter(second_factor::secret.eq(confirmed.secret.0.to_vec()));
            let set_up = diesel::update(waiting)
                .set((
                    second_factor::set_up_at.eq(confirmed.at),
                    second_factor::last_step.eq(confirmed.step.0),
                ))
                .execute(connection)?;
            if set_up == 0 {
                return Ok(false);
            }
            store_codes(connection, user, &confirmed.recovery_codes)?;
            end_sessions(connection, user, Some(confirmed.keep))?;
            enter(connection, AuditAction::SecondFactorSetUp, user, None, &permit)?;
            announce(connection, &[Topic::Access(user)])?;
            Ok(true)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(owner), change).await
    }

    async fn take_step(&self, user: UserId, step: Step) -> Result<bool, StorageError> {
        self.write(move |connection| {
            let untaken = second_factor::table
                .find(user.0)
                .filter(second_factor::last_step.lt(step.0));
            let taken = diesel::update(untaken).set(second_factor::last_step.eq(step.0));
            Ok(taken.execute(connection)? > 0)
        })
        .await
    }

    async fn take_recovery_code(&self, user: UserId, code: &TokenDigest, by: &Actor) -> Result<bool, StorageError> {
        let digest = code.0.to_vec();
        let change = move |connection: &mut PgConnection, permit: Permit| {
            // Whoever deletes the row has used the code.
            let deleted = diesel::delete(recovery_code::table.find((user.0, digest))).execute(connection)?;
            if deleted == 0 {
                return Ok(false);
            }
            let after = json!({ "recoveryCodesLeft": count_codes(connection, user)? });
            enter(connection, AuditAction::RecoveryCodeUsed, user, Some(after), &permit)?;
            Ok(true)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), change).await
    }

    async fn replace_recovery_codes(
        &self,
        user: UserId,
        codes: &[TokenDigest],
        by: &Actor,
    ) -> Result<bool, StorageError> {
        let codes = codes.to_vec();
        let change = move |connection: &mut PgConnection, permit: Permit| {
            if !lock_set_up(connection, user)? {
                return Ok(false);
            }
            diesel::delete(recovery_code::table.filter(recovery_code::account_id.eq(user.0))).execute(connection)?;
            store_codes(connection, user, &codes)?;
            enter(connection, AuditAction::RecoveryCodesRenewed, user, None, &permit)?;
            announce(connection, &[Topic::Access(user)])?;
            Ok(true)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), change).await
    }

    async fn remove(&self, user: UserId, keep: Option<SessionId>, by: &Actor) -> Result<bool, StorageError> {
        let change = move |connection: &mut PgConnection, permit: Permit| {
            if !lock_set_up(connection, user)? {
                return Ok(false);
            }
            diesel::delete(second_factor::table.find(user.0)).execute(connection)?;
            end_sessions(connection, user, keep)?;
            enter(connection, AuditAction::SecondFactorRemoved, user, None, &permit)?;
            announce(connection, &[Topic::Access(user)])?;
            Ok(true)
        };
        self.pool.write_accounts(WHAT, by, Accounts::Of(user), change).await
    }
}

/// A secret of another length than the table allows.
#[derive(Debug, thiserror::Error)]
#[error("a secret has 20 bytes")]
struct BrokenSecret;
