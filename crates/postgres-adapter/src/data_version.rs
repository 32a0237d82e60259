//! The number of committed changes, as this server knows it.

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use ports::driven::{DataVersion, StorageError};

use crate::changes::PgChanges;
use crate::latest::Latest;
use crate::pool::PgPool;
use crate::prepared::prepared;

/// The version of the database snapshot that this connection reads.
pub(crate) fn read(connection: &mut PgConnection) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        version: i64,
    }
    let row: Row = prepared(diesel::sql_query("SELECT version FROM data_version")).get_result(connection)?;
    Ok(row.version)
}

/// The data version in PostgreSQL, and in the announcements.
pub struct PgDataVersion {
    pool: PgPool,
    latest: Latest,
}

impl PgDataVersion {
    /// Hears of versions by `changes`, and asks through `pool`.
    pub fn new(pool: PgPool, changes: &PgChanges) -> Self {
        Self {
            pool,
            latest: changes.latest(),
        }
    }
}

#[async_trait]
impl DataVersion for PgDataVersion {
    fn known(&self) -> i64 {
        self.latest.get()
    }

    fn hear(&self, version: i64) {
        self.latest.hear(version);
    }

    async fn current(&self) -> Result<i64, StorageError> {
        let version = self
            .pool
            .look_up("data version", |connection| Ok(read(connection)?))
            .await?;
        self.latest.hear(version);
        Ok(self.latest.get())
    }
}
