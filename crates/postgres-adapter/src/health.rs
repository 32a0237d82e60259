//! Whether database, queue and store answer, and what is done in the background goes on.

use std::sync::Arc;

use async_trait::async_trait;
use diesel::sql_types::Bool;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use ports::causes::Causes;
use ports::driven::{Component, Health, Originals};
use tokio::sync::Mutex;
use tokio::time::{Duration, Instant, timeout};

use crate::pool::PgPool;

/// How long what was found counts. Anybody may ask, and each look writes to the disk.
const COUNTS_FOR: Duration = Duration::from_secs(3);
/// How long a part may take to answer; who asks does not wait longer either.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Whether no job waits for more than ten minutes, and none was given up within a day. A job that failed waits until its
/// attempts are used up.
const JOBS: &str = "
    SELECT NOT EXISTS (
        SELECT FROM apalis.jobs
        WHERE (status IN ('Pending', 'Failed') AND attempts < max_attempts AND run_at < now() - interval '10 minutes')
           OR (status = 'Killed' AND coalesce(done_at, run_at) > now() - interval '1 day')
           OR (status = 'Failed' AND attempts >= max_attempts AND coalesce(done_at, run_at) > now() - interval '1 day')
    ) AS works";
/// The same of times of schedules, which are tried again at set times.
const SCHEDULES: &str = "
    SELECT NOT EXISTS (
        SELECT FROM schedule_run
        WHERE (state = 'due' AND coalesce(next_attempt_at, created_at) < now() - interval '10 minutes')
           OR (state = 'running' AND leased_until < now() - interval '10 minutes')
    ) AND NOT EXISTS (
        SELECT FROM schedule_run WHERE state = 'failed' AND slot > now() - interval '1 day'
    ) AS works";
/// The same of what is to be sent.
const DELIVERIES: &str = "
    SELECT NOT EXISTS (
        SELECT FROM delivery
        WHERE (state = 'pending' AND coalesce(next_attempt_at, created_at) < now() - interval '10 minutes')
           OR (state = 'sending' AND leased_until < now() - interval '10 minutes')
    ) AND NOT EXISTS (
        SELECT FROM delivery WHERE state = 'failed' AND finished_at > now() - interval '1 day'
    ) AS works";

/// What was found.
type Found = Vec<(Component, bool)>;

/// Looks at the database, the queue's tables, the store of original files, and what is done in the background.
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

    /// What the server does by itself: one that does not answer works no more than one that has failed.
    async fn goes_on(&self, statement: &'static str) -> bool {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Bool)]
            works: bool,
        }
        let look = self.pool.look_up("health", move |connection| {
            let row: Row = sql_query(statement).get_result(connection)?;
            Ok(row.works)
        });
        matches!(timeout(PATIENCE, look).await, Ok(Ok(true)))
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
        let (database, queue, storage, jobs, schedules, deliveries) = tokio::join!(
            self.answers("SELECT 1"),
            self.answers(both),
            self.stores(),
            self.goes_on(JOBS),
            self.goes_on(SCHEDULES),
            self.goes_on(DELIVERIES),
        );
        vec![
            (Component::Database, database),
            (Component::Queue, queue),
            (Component::Storage, storage),
            (Component::Jobs, jobs),
            (Component::Schedules, schedules),
            (Component::Deliveries, deliveries),
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
