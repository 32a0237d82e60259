//! The number of committed changes, as this server knows it.

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use ports::driven::{DataVersion, StorageError, Versions};

use crate::changes::PgChanges;
use crate::latest::Latest;
use crate::pool::PgPool;
use crate::prepared::prepared;

/// The versions of the database snapshot that this connection reads.
pub(crate) fn read(connection: &mut PgConnection) -> QueryResult<Versions> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        version: i64,
        #[diesel(sql_type = BigInt)]
        figures_version: i64,
        #[diesel(sql_type = BigInt)]
        access_version: i64,
    }
    let statement = diesel::sql_query("SELECT version, figures_version, access_version FROM data_version");
    let row: Row = prepared(statement).get_result(connection)?;
    Ok(Versions {
        data: row.version,
        figures: row.figures_version,
        access: row.access_version,
    })
}

/// The versions in PostgreSQL, and in the announcements.
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
    fn known(&self) -> Versions {
        self.latest.get()
    }

    fn hear(&self, versions: Versions) {
        self.latest.hear(versions);
    }

    async fn current(&self) -> Result<Versions, StorageError> {
        let versions = self
            .pool
            .look_up("data version", |connection| Ok(read(connection)?))
            .await?;
        self.latest.hear(versions);
        Ok(self.latest.get())
    }
}
