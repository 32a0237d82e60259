use async_trait::async_trait;
use diesel::prelude::*;
use domain::people::UserId;
use domain::schedule::DigestFrequency;
use ports::driven::{DigestRepository, StorageError};
use uuid::Uuid;

use crate::errors::broken_row;
use crate::pool::PgPool;
use crate::schema::{account, digest};

const WHAT: &str = "digest";

/// Who gets what they ought to know by mail, in PostgreSQL.
pub struct PgDigestRepository {
    pool: PgPool,
}

impl PgDigestRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[async_trait]
impl DigestRepository for PgDigestRepository {
    async fn find(&self, user: UserId) -> Result<Option<DigestFrequency>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            let row = digest::table.find(user.0).select(digest::frequency);
            let code: Option<String> = row.first(connection).optional()?;
            let parse = |code: String| {
                let mut all = DigestFrequency::ALL.into_iter();
                let found = all.find(|frequency| frequency.code() == code);
                found.ok_or_else(|| broken_row(WHAT, "an unknown frequency"))
            };
            code.map(parse).transpose()
        };
        self.pool.look_up(WHAT, find).await
    }

    async fn choose(&self, user: UserId, frequency: Option<DigestFrequency>) -> Result<(), StorageError> {
        let choose = move |connection: &mut PgConnection| {
            let Some(frequency) = frequency else {
                diesel::delete(digest::table.find(user.0)).execute(connection)?;
                return Ok(());
            };
            let chosen = digest::frequency.eq(frequency.code());
            diesel::insert_into(digest::table)
                .values((digest::account_id.eq(user.0), chosen))
                .on_conflict(digest::account_id)
                .do_update()
                .set(chosen)
                .execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, choose).await
    }

    async fn readers(&self, frequency: DigestFrequency) -> Result<Vec<UserId>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let readers: Vec<Uuid> = digest::table
                .inner_join(account::table)
                .filter(digest::frequency.eq(frequency.code()))
                .filter(account::active)
                .order(digest::account_id)
                .select(digest::account_id)
                .load(connection)?;
            Ok(readers.into_iter().map(UserId).collect())
        };
        self.pool.look_up(WHAT, load).await
    }
}
