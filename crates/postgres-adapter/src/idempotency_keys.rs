//! First answers, for requests that are sent again.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Text, Timestamptz, Uuid as SqlUuid};
use ports::driven::{Begun, IdempotencyKey, IdempotencyKeys, StorageError, StoredAnswer};

use crate::errors::broken_row;
use crate::pool::PgPool;
use crate::schema::repeat;

const WHAT: &str = "repeated request";
/// First answers are given again this long.
pub(crate) const STORED_FOR: TimeDelta = TimeDelta::hours(24);
/// A reservation of a server that is gone is taken over after this.
const ABANDONED: TimeDelta = TimeDelta::minutes(2);

/// First answers in PostgreSQL.
pub struct PgIdempotencyKeys {
    pool: PgPool,
}

impl PgIdempotencyKeys {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

type StoredRow = (Vec<u8>, Option<i16>, Option<String>, Option<Vec<u8>>);

#[async_trait]
impl IdempotencyKeys for PgIdempotencyKeys {
    async fn begin(&self, key: &IdempotencyKey, body: &[u8; 32], now: DateTime<Utc>) -> Result<Begun, StorageError> {
        let (key, body) = (key.clone(), body.to_vec());
        let begin = move |connection: &mut PgConnection| {
            // One statement reserves the key: new, older than a day, or left by a server that is gone.
            let reserved = diesel::sql_query(
                "INSERT INTO repeat AS r (account_id, route, key, body_digest, began_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (account_id, route, key) DO UPDATE
                 SET body_digest = excluded.body_digest, began_at = excluded.began_at, status = NULL, location = NULL,
                     answer = NULL
                 WHERE r.began_at <= $6 OR (r.status IS NULL AND r.began_at <= $7)",
            )
            .bind::<SqlUuid, _>(key.user_id.0)
            .bind::<Text, _>(&key.route)
            .bind::<Text, _>(&key.key)
            .bind::<Binary, _>(&body)
            .bind::<Timestamptz, _>(now)
            .bind::<Timestamptz, _>(now - STORED_FOR)
            .bind::<Timestamptz, _>(now - ABANDONED)
            .execute(connection)?;
            if reserved > 0 {
                return Ok(Begun::First);
            }
            let row = repeat::table.find((key.user_id.0, &key.route, &key.key));
            let kept: Option<StoredRow> = row
                .select((repeat::body_digest, repeat::status, repeat::location, repeat::answer))
                .first(connection)
                .optional()?;
            Ok(match kept {
                Some((digest, ..)) if digest != body => Begun::OtherBody,
                Some((_, Some(status), location, answer)) => Begun::Answered(StoredAnswer {
                    status: u16::try_from(status).map_err(|error| broken_row(WHAT, error))?,
                    location,
                    body: answer.unwrap_or_default(),
                }),
                // Or released between the two statements: whoever asks again is the first.
                Some((_, None, ..)) | None => Begun::Running,
            })
        };
        self.pool.run(WHAT, begin).await
    }

    async fn keep(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StorageError> {
        let (key, answer) = (key.clone(), answer.clone());
        let keep = move |connection: &mut PgConnection| {
            let status = i16::try_from(answer.status).map_err(|error| broken_row(WHAT, error))?;
            diesel::update(repeat::table.find((key.user_id.0, &key.route, &key.key)))
                .set((
                    repeat::status.eq(Some(status)),
                    repeat::location.eq(answer.location),
                    repeat::answer.eq(Some(answer.body)),
                ))
                .execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, keep).await
    }

    async fn release(&self, key: &IdempotencyKey) -> Result<(), StorageError> {
        let key = key.clone();
        let release = move |connection: &mut PgConnection| {
            let reserved = repeat::table
                .find((key.user_id.0, &key.route, &key.key))
                .filter(repeat::status.is_null());
            diesel::delete(reserved).execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, release).await
    }
}
