//! Expired rows.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::Timestamptz;
use domain::people::{ORIGIN_LIFE, PLACE_MEMORY, REGISTRATION_LIFE, SESSION_LIFE};
use domain::slow_down::MEMORY;
use ports::driven::{ATTACHMENTS_KEPT, Housekeeping, StorageError};

use crate::idempotency_keys::STORED_FOR;
use crate::pool::PgPool;
use crate::schema::{
    account, api_key, known_place, new_sign_in, registration_attempt, repeat, reset_link, session, sign_in_attempt,
    sign_in_origin,
};

/// Removes expired rows, in PostgreSQL.
pub struct PgHousekeeping {
    pool: PgPool,
}

impl PgHousekeeping {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[async_trait]
impl Housekeeping for PgHousekeeping {
    async fn remove_expired(&self, now: DateTime<Utc>) -> Result<(), StorageError> {
        let remove = move |connection: &mut PgConnection| {
            // Clocks of servers differ a little: what ended by one may go on by another.
            let yesterday = now - TimeDelta::days(1);
            diesel::delete(session::table.filter(session::expires_at.lt(yesterday))).execute(connection)?;
            diesel::delete(api_key::table.filter(api_key::expires_at.lt(yesterday))).execute(connection)?;
            diesel::delete(reset_link::table.filter(reset_link::expires_at.lt(yesterday))).execute(connection)?;
            diesel::delete(sign_in_attempt::table.filter(sign_in_attempt::last_at.lt(now - MEMORY)))
                .execute(connection)?;
            diesel::delete(known_place::table.filter(known_place::last_used_at.lt(now - PLACE_MEMORY)))
                .execute(connection)?;
            diesel::delete(new_sign_in::table.filter(new_sign_in::at.lt(now - SESSION_LIFE))).execute(connection)?;
            diesel::delete(sign_in_origin::table.filter(sign_in_origin::last_at.lt(now - ORIGIN_LIFE)))
                .execute(connection)?;
            let over_an_hour_ago = registration_attempt::at.lt(now - TimeDelta::hours(1));
            diesel::delete(registration_attempt::table.filter(over_an_hour_ago)).execute(connection)?;
            diesel::delete(repeat::table.filter(repeat::began_at.lt(now - STORED_FOR))).execute(connection)?;
            diesel::sql_query(
                "DELETE FROM delivery_attachment a USING delivery d
                 WHERE d.id = a.delivery_id AND d.state = 'sent' AND d.finished_at < $1",
            )
            .bind::<Timestamptz, _>(now - ATTACHMENTS_KEPT)
            .execute(connection)?;
            let unused = account::table
                .filter(account::activated_at.is_null())
                .filter(account::registered_from.is_not_null())
                .filter(account::created_at.lt(now - REGISTRATION_LIFE));
            diesel::delete(unused).execute(connection)?;
            Ok(())
        };
        self.pool.run("expired rows", remove).await
    }
}
