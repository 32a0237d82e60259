//! Whether database, queue and store answer.

use std::sync::Arc;

use async_trait::async_trait;
use diesel::{RunQueryDsl, sql_query};
use ports::causes::Causes;
use ports::driven::{Component, Health, Originals};
use tokio::sync::Mutex;
use tokio::time::{Duration, Instant, timeout};

use crate::pool::PgPool;

/// How long what was found counts. Anybody may ask, and each look writes to the disk.
const COUNTS_FOR: Duration = Duration::from_secs(3);
/// How long a part may take to answer; who asks does not wait longer either.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// What was found.
type Found = Vec<(Component, bool)>;

/// Looks at the database, the queue's tables, and the store of original files.
pub struct PgHealth {
    pool: PgPool,
    originals: Arc<dyn Originals>,
    found: Mutex<Option<(Instant, Found)>>,
}

impl PgHealth {
    /// Looks through this pool, and at this store.
    pub fn new(pool: PgPool, originals: Arc<dyn Originals>) -> Self {
        Self {
            pool,
            originals,
            found: Mutex::new(None),
        }
    }

    async fn answers(&self, statement: &'static str) -> bool {
        let look = self.pool.look_up(
            "health",
            move |connection| Ok(sql_query(statement).execute(connection)?),
        );
        match timeout(PATIENCE, look).await {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                tracing::warn!(error = %Causes(&error), "The database is not healthy.");
                false
            }
            Err(_) => {
                tracing::warn!("The database is not healthy: it does not answer.");
                false
            }
        }
    }

    async fn stores(&self) -> bool {
        match timeout(PATIENCE, self.originals.check()).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::warn!(%error, "The store of original files is not healthy.");
                false
            }
            Err(_) => {
                tracing::warn!("The store of original files is not healthy: it does not answer.");
                false
            }
        }
    }

    async fn look(&self) -> Found {
        let both = "SELECT count(*) FROM (SELECT FROM apalis.jobs LIMIT 1) AS job";
        let (database, queue, storage) = tokio::join!(self.answers("SELECT 1"), self.answers(both), self.stores());
        vec![
            (Component::Database, database),
            (Component::Queue, queue),
            (Component::Storage, storage),
        ]
    }
}

#[async_trait]
impl Health for PgHealth {
    async fn check(&self) -> Vec<(Component, bool)> {
        // Whoever asks meanwhile waits for the same look.
        let mut found = self.found.lock().await;
        if let Some((at, found)) = found.as_ref()
            && at.elapsed() < COUNTS_FOR
        {
            return found.clone();
        }
        let now = self.look().await;
        *found = Some((Instant::now(), now.clone()));
        now
    }
}
