//! Whether database and queue answer.

use std::sync::Arc;

use async_trait::async_trait;
use diesel::{RunQueryDsl, sql_query};
use ports::driven::{Component, Health, Originals};

use crate::pool::PgPool;

/// Looks at the database, the queue's tables, and the store of original files.
pub struct PgHealth {
    pool: PgPool,
    originals: Arc<dyn Originals>,
}

impl PgHealth {
    /// Looks through this pool, and at this store.
    pub fn new(pool: PgPool, originals: Arc<dyn Originals>) -> Self {
        Self { pool, originals }
    }

    async fn answers(&self, statement: &'static str) -> bool {
        let answer = self
            .pool
            .run(
                "health",
                move |connection| Ok(sql_query(statement).execute(connection)?),
            )
            .await;
        if let Err(error) = &answer {
            tracing::warn!(%error, "The database is not healthy.");
        }
        answer.is_ok()
    }
}

#[async_trait]
impl Health for PgHealth {
    async fn check(&self) -> Vec<(Component, bool)> {
        let database = self.answers("SELECT 1").await;
        let queue = database && self.answers("SELECT 1 FROM apalis.jobs LIMIT 1").await;
        let storage = self.originals.receive().await;
        if let Err(error) = &storage {
            tracing::warn!(%error, "The store of original files is not healthy.");
        }
        vec![
            (Component::Database, database),
            (Component::Queue, queue),
            (Component::Storage, storage.is_ok()),
        ]
    }
}
