//! How the database is, and how much waits in it.

use std::sync::Arc;

use async_trait::async_trait;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use domain::schedule::{DeliveryState, RunState};
use domain::system::{Backlog, Stored};
use domain::upload::UploadStatus;
use ports::driven::{
    ConnectionFigures, DatabaseFigures, DatabaseMonitor, JobStatus, ReplicationFigures, StorageError, UpkeepStanding,
};
use tokio::sync::Mutex;
use tokio::time::{Duration, Instant};

use crate::pool::PgPool;
use crate::queue::STANDING;
use crate::replicas::PgReplicas;
use crate::upkeep;

/// How long figures count: whoever asks more often, as several collectors do, costs nothing.
const COUNT_FOR: Duration = Duration::from_secs(5);

/// Everything at once: what it is of, its word, and how much.
fn statement() -> String {
    format!(
        "SELECT 'upload' AS kind, status AS word, count(*) AS amount FROM upload GROUP BY status
         UNION ALL SELECT 'job', {STANDING}, count(*) FROM apalis.jobs GROUP BY 2
         UNION ALL SELECT 'run', state, count(*) FROM schedule_run GROUP BY state
         UNION ALL SELECT 'delivery', state, count(*) FROM delivery GROUP BY state
         UNION ALL SELECT 'release', current_setting('server_version'), 1
         UNION ALL SELECT 'figure', 'database', pg_database_size(current_database())
         UNION ALL SELECT 'figure', 'originals', coalesce(sum(size_bytes), 0)::bigint
             FROM (SELECT DISTINCT sha256, size_bytes FROM upload_file) AS original
         UNION ALL SELECT 'figure', 'evicted_snapshots', count(*) FROM upload WHERE evicted_at IS NOT NULL
         UNION ALL SELECT 'figure', 'originals_of_a_day', coalesce(sum(size_bytes), 0)::bigint
             FROM (SELECT DISTINCT f.sha256, f.size_bytes FROM upload_file f JOIN upload u ON u.id = f.upload_id
                   WHERE u.uploaded_at > now() - interval '1 day') AS original
         UNION ALL SELECT 'figure', 'job_wait', coalesce(extract(epoch FROM now() - min(run_at)), 0)::bigint
             FROM apalis.jobs WHERE status IN ('Pending', 'Failed') AND attempts < max_attempts AND run_at < now()
         UNION ALL SELECT 'figure', 'failed_jobs', count(*) FROM apalis.jobs
             WHERE (status = 'Killed' OR (status = 'Failed' AND attempts >= max_attempts))
               AND coalesce(done_at, run_at) > now() - interval '1 day'
         UNION ALL SELECT 'figure', 'failed_runs', count(*) FROM schedule_run
             WHERE state = 'failed' AND slot > now() - interval '1 day'
         UNION ALL SELECT 'figure', 'failed_deliveries', count(*) FROM delivery
             WHERE state = 'failed' AND finished_at > now() - interval '1 day'"
    )
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    word: String,
    #[diesel(sql_type = BigInt)]
    amount: i64,
}

/// Looks at PostgreSQL.
pub struct PgMonitor {
    pool: PgPool,
    replicas: Option<Arc<PgReplicas>>,
    found: Mutex<Option<(Instant, DatabaseFigures)>>,
}

impl PgMonitor {
    /// Looks through this pool, and at it.
    pub fn new(pool: PgPool) -> Self {
        Self {
            pool,
            replicas: None,
            found: Mutex::new(None),
        }
    }

    /// The same, which knows of these replicas.
    #[must_use]
    pub fn with_replicas(self, replicas: Option<Arc<PgReplicas>>) -> Self {
        Self { replicas, ..self }
    }
}

#[async_trait]
impl DatabaseMonitor for PgMonitor {
    async fn figures(&self) -> Result<DatabaseFigures, StorageError> {
        // Whoever asks meanwhile waits for the same look.
        let mut found = self.found.lock().await;
        if let Some((at, figures)) = found.as_ref()
            && at.elapsed() < COUNT_FOR
        {
            return Ok(figures.clone());
        }
        let look = self.pool.look_up("figures", |connection| {
            let rows = sql_query(statement()).load::<Row>(connection)?;
            Ok((Rows(rows), upkeep::standing(connection)?))
        });
        let (rows, upkeep) = look.await?;
        let now = rows.into_figures(upkeep);
        *found = Some((Instant::now(), now.clone()));
        Ok(now)
    }

    fn connections(&self) -> ConnectionFigures {
        self.pool.connections()
    }

    fn replication(&self) -> ReplicationFigures {
        let replicas = self.replicas.as_ref();
        replicas.map_or_else(ReplicationFigures::default, |replicas| replicas.figures())
    }
}

struct Rows(Vec<Row>);

impl Rows {
    fn into_figures(self, upkeep: UpkeepStanding) -> DatabaseFigures {
        let release = self.0.iter().find(|row| row.kind == "release");
        let figure = |word| self.amount("figure", word);
        DatabaseFigures {
            release: release.map_or_else(String::new, |row| row.word.clone()),
            stored: Stored {
                database_bytes: figure("database"),
                originals_bytes: figure("originals"),
                originals_of_a_day_bytes: figure("originals_of_a_day"),
            },
            evicted_snapshots: figure("evicted_snapshots"),
            uploads: self.counts("upload", UploadStatus::ALL, UploadStatus::code),
            jobs: self.counts("job", JobStatus::ALL, JobStatus::code),
            runs: self.counts("run", RunState::ALL, RunState::code),
            deliveries: self.counts("delivery", DeliveryState::ALL, DeliveryState::code),
            backlog: Backlog {
                oldest_job_wait_secs: figure("job_wait"),
                failed_jobs: figure("failed_jobs"),
                failed_runs: figure("failed_runs"),
                failed_deliveries: figure("failed_deliveries"),
            },
            upkeep,
        }
    }

    /// How many there are of each; of what is in no row, none.
    fn counts<T: Copy, const N: usize>(&self, kind: &str, all: [T; N], code: fn(T) -> &'static str) -> Vec<(T, u64)> {
        all.into_iter().map(|of| (of, self.amount(kind, code(of)))).collect()
    }

    fn amount(&self, kind: &str, word: &str) -> u64 {
        let row = self.0.iter().find(|row| row.kind == kind && row.word == word);
        row.map_or(0, |row| u64::try_from(row.amount).unwrap_or(0))
    }
}
