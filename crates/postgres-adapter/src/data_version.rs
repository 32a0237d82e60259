//! The number of committed changes, as this server knows it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use ports::driven::{DataVersion, StorageError};

use crate::changes::PgChanges;
use crate::pool::PgPool;
use crate::prepared::prepared;

/// The greatest version that was read from the database; it never goes down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latest(Arc<AtomicI64>);

impl Latest {
    pub(crate) fn hear(&self, version: i64) {
        self.0.fetch_max(version, Ordering::AcqRel);
    }

    pub(crate) fn get(&self) -> i64 {
        self.0.load(Ordering::Acquire)
    }
}

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
