use std::net::IpAddr;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Text, Timestamptz};
use domain::people::Email;
use domain::slow_down::{Attempts, MEMORY};
use ports::driven::{AttemptKey, SignInAttempts, StorageError};
use sha2::{Digest, Sha256};

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
        AttemptKey::Address(address) => format!("address {}", network(*address)),
    };
    hex::encode(Sha256::digest(text))
}

/// Of IPv6 a household has a whole network of 64 bits: its addresses count as one.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

#[async_trait]
impl SignInAttempts for PgSignInAttempts {
    async fn begin(&self, keys: &[AttemptKey], now: DateTime<Utc>) -> Result<Result<(), Attempts>, StorageError> {
        // In order, so that two attempts with the same keys wait for each other instead of holding one each.
        let mut keys: Vec<_> = keys.iter().map(key_of).collect();
        keys.sort();
        let begin = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                // A row for each, locked: those who come at once are counted one by one.
                diesel::sql_query(
                    "INSERT INTO sign_in_attempt (key, failures, last_at)
                     SELECT key, 0, $2 FROM unnest($1) AS key ORDER BY key
                     ON CONFLICT (key) DO NOTHING",
                )
                .bind::<Array<Text>, _>(&keys)
                .bind::<Timestamptz, _>(now)
                .execute(connection)?;
                let rows: Vec<(i32, DateTime<Utc>)> = sign_in_attempt::table
                    .filter(sign_in_attempt::key.eq_any(&keys))
                    .order(sign_in_attempt::key)
                    .select((sign_in_attempt::failures, sign_in_attempt::last_at))
                    .for_update()
                    .load(connection)?;
                let attempts = rows.into_iter().map(|(failures, last_at)| Attempts {
                    failures: failures.unsigned_abs(),
                    last_at,
                });
                let longest = attempts.max_by_key(|attempts| attempts.wait(now));
                if let Some(longest) = longest.filter(|attempts| attempts.wait(now) > TimeDelta::zero()) {
                    return Ok(Err(longest));
                }
                diesel::sql_query(
                    "UPDATE sign_in_attempt
                     SET failures = CASE WHEN last_at <= $3 THEN 1 ELSE failures + 1 END, last_at = $2
                     WHERE key = ANY($1)",
                )
                .bind::<Array<Text>, _>(&keys)
                .bind::<Timestamptz, _>(now)
                .bind::<Timestamptz, _>(now - MEMORY)
                .execute(connection)?;
                Ok(Ok(()))
            })
        };
        self.pool.run(WHAT, begin).await
    }

    async fn take_back(&self, account: &Email, address: Option<IpAddr>) -> Result<(), StorageError> {
        let account = AttemptKey::Account(account.clone());
        let keys: Vec<_> = std::iter::once(account)
            .chain(address.map(AttemptKey::Address))
            .map(|key| key_of(&key))
            .collect();
        let take_back = move |connection: &mut PgConnection| {
            diesel::sql_query("UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0) WHERE key = ANY($1)")
                .bind::<Array<Text>, _>(&keys)
                .execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, take_back).await
    }

    async fn succeed(&self, account: &Email, address: Option<IpAddr>) -> Result<(), StorageError> {
        let account = key_of(&AttemptKey::Account(account.clone()));
        let address = address.map(|address| key_of(&AttemptKey::Address(address)));
        let succeed = move |connection: &mut PgConnection| {
            diesel::sql_query(
                "WITH forgotten AS (DELETE FROM sign_in_attempt WHERE key = $1)
                 UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0) WHERE key = $2",
            )
            .bind::<Text, _>(account)
            .bind::<diesel::sql_types::Nullable<Text>, _>(address)
            .execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, succeed).await
    }
}
