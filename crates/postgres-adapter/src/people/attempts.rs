use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sql_types::{Array, Binary, Bool, Text, Timestamptz, Uuid as SqlUuid};
use domain::people::{Email, ORIGIN_LIFE, UserId};
use domain::slow_down::{Attempts, MEMORY};
use ports::driven::{AttemptKey, Familiarity, Origin, SignInAttempts, StorageError};
use sha2::{Digest, Sha256};

use crate::errors::{Work, WorkError};
use crate::pool::PgPool;
use crate::schema::sign_in_attempt;

const WHAT: &str = "sign-in attempts";

/// Attempts to sign in, counted in PostgreSQL.
pub struct PgSignInAttempts {
    pool: PgPool,
}

impl PgSignInAttempts {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// The key of a row. What somebody typed as an address may have been a password, so it is kept in digest.
pub(super) fn key_of(key: &AttemptKey) -> String {
    let text = match key {
        AttemptKey::Account(email) => format!("account {email}"),
        AttemptKey::AccountFrom(email, network) => format!("account {email} from {network}"),
        AttemptKey::AccountIn(email, browser) => format!("account {email} in {}", hex::encode(browser.0)),
        AttemptKey::Session(id) => format!("session {}", id.0),
        AttemptKey::Network(network) => format!("address {network}"),
    };
    hex::encode(Sha256::digest(text))
}

/// What each part of an origin is kept as.
fn digests(origin: &Origin) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    let network = origin
        .network
        .map(|network| Sha256::digest(format!("network {network}")).to_vec());
    (origin.browser.map(|browser| browser.0.to_vec()), network)
}

/// Why an attempt is not counted.
enum Stop {
    /// It comes too early, by this much.
    Wait(TimeDelta),
    Failed(WorkError),
}

impl From<DieselError> for Stop {
    fn from(error: DieselError) -> Self {
        Self::Failed(error.into())
    }
}

/// The keys as rows have them, with how many attempts each may have; in order, so that two with the same keys wait for each
/// other instead of holding one each.
fn rows_of(keys: &[AttemptKey]) -> Vec<(String, u32)> {
    let mut rows: Vec<_> = keys.iter().map(|key| (key_of(key), key.free_attempts())).collect();
    rows.sort();
    rows
}

/// The longest wait that the counted failures ask for.
fn longest_wait(counted: Vec<(String, i32, DateTime<Utc>)>, rows: &[(String, u32)], now: DateTime<Utc>) -> TimeDelta {
    let waits = counted.into_iter().map(|(key, failures, last_at)| {
        let free = rows.iter().find(|(of, _)| *of == key).map_or(0, |(_, free)| *free);
        let failures = failures.unsigned_abs();
        Attempts {
            free,
            failures,
            last_at,
        }
        .wait(now)
    });
    waits.max().unwrap_or_default()
}

fn begin(connection: &mut PgConnection, rows: &[(String, u32)], now: DateTime<Utc>) -> Result<(), Stop> {
    let keys: Vec<_> = rows.iter().map(|(key, _)| key.as_str()).collect();
    let counted = || {
        sign_in_attempt::table
            .filter(sign_in_attempt::key.eq_any(&keys))
            .order(sign_in_attempt::key)
            .select((
                sign_in_attempt::key,
                sign_in_attempt::failures,
                sign_in_attempt::last_at,
            ))
    };
    let refuse = |wait: TimeDelta| {
        if wait > TimeDelta::zero() {
            Err(Stop::Wait(wait))
        } else {
            Ok(())
        }
    };
    // First without a lock and without a write: whoever is refused costs a look.
    refuse(longest_wait(counted().load(connection)?, rows, now))?;
    // A row for each, locked: those who come at once are counted one by one. When one is refused now, the rows go again.
    diesel::sql_query(
        "INSERT INTO sign_in_attempt (key, failures, last_at)
         SELECT key, 0, $2 FROM unnest($1) AS key ORDER BY key
         ON CONFLICT (key) DO NOTHING",
    )
    .bind::<Array<Text>, _>(&keys)
    .bind::<Timestamptz, _>(now)
    .execute(connection)?;
    refuse(longest_wait(counted().for_update().load(connection)?, rows, now))?;
    diesel::sql_query(
        "UPDATE sign_in_attempt
         SET failures = CASE WHEN last_at <= $3 THEN 1 ELSE failures + 1 END, last_at = $2
         WHERE key = ANY($1)",
    )
    .bind::<Array<Text>, _>(&keys)
    .bind::<Timestamptz, _>(now)
    .bind::<Timestamptz, _>(now - MEMORY)
    .execute(connection)?;
    Ok(())
}

/// Takes one attempt back for each key.
fn take_back(connection: &mut PgConnection, keys: Vec<String>) -> QueryResult<()> {
    diesel::sql_query(
        "WITH counted AS (SELECT key FROM sign_in_attempt WHERE key = ANY($1) ORDER BY key FOR UPDATE)
         UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0) WHERE key IN (SELECT key FROM counted)",
    )
    .bind::<Array<Text>, _>(keys)
    .execute(connection)
    .map(drop)
}

#[derive(QueryableByName)]
struct Known {
    #[diesel(sql_type = Bool)]
    browser: bool,
    #[diesel(sql_type = Bool)]
    network: bool,
}

#[async_trait]
impl SignInAttempts for PgSignInAttempts {
    async fn begin(&self, keys: &[AttemptKey], now: DateTime<Utc>) -> Result<Result<(), TimeDelta>, StorageError> {
        let rows = rows_of(keys);
        let begin = move |connection: &mut PgConnection| {
            // An error, so that nothing of what is refused stays.
            match connection.transaction(|connection| begin(connection, &rows, now)) {
                Ok(()) => Ok(Ok(())),
                Err(Stop::Wait(wait)) => Ok(Err(wait)),
                Err(Stop::Failed(error)) => Err(error),
            }
        };
        self.pool.run(WHAT, begin).await
    }

    async fn succeed(&self, keys: &[AttemptKey]) -> Result<(), StorageError> {
        let is_shared = |key: &&AttemptKey| matches!(key, AttemptKey::Account(_) | AttemptKey::Network(_));
        let (shared, own): (Vec<_>, Vec<_>) = keys.iter().partition(is_shared);
        let shared: Vec<_> = shared.into_iter().map(key_of).collect();
        let own: Vec<_> = own.into_iter().map(key_of).collect();
        let succeed = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                diesel::delete(sign_in_attempt::table.filter(sign_in_attempt::key.eq_any(own))).execute(connection)?;
                Ok(take_back(connection, shared)?)
            })
        };
        self.pool.run(WHAT, succeed).await
    }

    async fn take_back(&self, keys: &[AttemptKey]) -> Result<(), StorageError> {
        let keys: Vec<_> = keys.iter().map(key_of).collect();
        self.pool
            .run(WHAT, move |connection| Ok(take_back(connection, keys)?))
            .await
    }

    async fn familiarity(
        &self,
        account: &Email,
        origin: &Origin,
        now: DateTime<Utc>,
    ) -> Result<Familiarity, StorageError> {
        let (account, (browser, network)) = (account.to_string(), digests(origin));
        let look = move |connection: &mut PgConnection| {
            let known: Known = diesel::sql_query(
                "SELECT coalesce(bool_or(o.digest = $2), FALSE) AS browser, coalesce(bool_or(o.digest = $3), FALSE) AS network
                 FROM account a JOIN sign_in_origin o ON o.account_id = a.id
                 WHERE a.email = $1 AND o.digest IN ($2, $3) AND o.last_at > $4",
            )
            .bind::<Text, _>(account)
            .bind::<Binary, _>(browser.unwrap_or_default())
            .bind::<Binary, _>(network.unwrap_or_default())
            .bind::<Timestamptz, _>(now - ORIGIN_LIFE)
            .get_result(connection)?;
            Ok(Familiarity {
                browser: known.browser,
                network: known.network,
            })
        };
        self.pool.run(WHAT, look).await
    }

    async fn remember(&self, account: UserId, origin: &Origin, now: DateTime<Utc>) -> Result<(), StorageError> {
        let (browser, network) = digests(origin);
        let digests: Vec<_> = browser.into_iter().chain(network).collect();
        let remember = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                remember(connection, account, &digests, now)?;
                Ok(())
            })
        };
        self.pool.run(WHAT, remember).await
    }
}

fn remember(connection: &mut PgConnection, account: UserId, digests: &[Vec<u8>], now: DateTime<Utc>) -> Work<()> {
    diesel::sql_query(
        "INSERT INTO sign_in_origin (account_id, digest, last_at)
         SELECT $1, digest, $3 FROM unnest($2) AS digest ORDER BY digest
         ON CONFLICT (account_id, digest) DO UPDATE SET last_at = excluded.last_at",
    )
    .bind::<SqlUuid, _>(account.0)
    .bind::<Array<Binary>, _>(digests)
    .bind::<Timestamptz, _>(now)
    .execute(connection)?;
    diesel::sql_query(
        "DELETE FROM sign_in_origin WHERE account_id = $1 AND digest IN (
             SELECT digest FROM sign_in_origin WHERE account_id = $1 ORDER BY last_at DESC, digest OFFSET 50)",
    )
    .bind::<SqlUuid, _>(account.0)
    .execute(connection)?;
    Ok(())
}
