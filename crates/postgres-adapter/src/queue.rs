//! The job queue's tables, which belong to apalis; everything that touches them beside the worker is here.

use std::time::Duration;

use apalis_postgres::PostgresStorage;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Nullable, Text, Timestamptz};
use domain::production::ProductionId;
use domain::upload::{UploadId, UploadStatus};
use ports::actor::Actor;
use ports::driven::{AuditAction, Job, JobQuery, JobQueue, JobStatus, Retry, StorageError, Topic};
use ports::paging::{Order, Page};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;
use crate::pool::PgPool;
use crate::schema::upload;
use crate::session;

/// The queue of uploads to read.
pub const UPLOAD_QUEUE: &str = "upload";
/// How often a job is tried; also the worker's number of tries.
pub const MAX_ATTEMPTS: i32 = 4;
/// Connections of the worker, its heart-beat, and the announcements.
const QUEUE_CONNECTIONS: u32 = 4;

/// A job of the queue of uploads, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UploadJob {
    /// The upload to read.
    pub upload_id: Uuid,
}

/// The queue's own connections: the worker acknowledges its jobs through them.
pub async fn connect(url: &str) -> Result<sqlx::PgPool, sqlx::Error> {
    PgPoolOptions::new()
        .max_connections(QUEUE_CONNECTIONS)
        .idle_timeout(Duration::from_mins(2))
        .acquire_timeout(Duration::from_secs(10))
        .after_connect(session::prepare)
        .connect(url)
        .await
}

/// Creates or updates the queue's tables. Whoever calls this sees to it that nobody else does so at once: sqlx would take
/// a lock that is a number, and that anybody could hold.
pub(crate) async fn set_up(pool: &sqlx::PgPool) -> Result<(), apalis_postgres::Error> {
    let mut migrations = PostgresStorage::migrations();
    migrations.set_locking(false);
    migrations
        .run(pool)
        .await
        .map_err(|error| apalis_postgres::Error::Database(error.into()))
}

/// The versions of the queue's tables.
pub(crate) fn migrations() -> Vec<String> {
    let migrations = PostgresStorage::migrations();
    migrations
        .iter()
        .map(|migration| migration.version.to_string())
        .collect()
}

/// Queues the reading of an upload, in the transaction that stores the upload. `apalis.push_job` is broken in 1.0.0, so
/// this is its statement; a second job for the same upload is not made.
pub(crate) fn enqueue(connection: &mut PgConnection, id: UploadId) -> QueryResult<()> {
    let job = serde_json::to_string(&UploadJob { upload_id: id.0 }).expect("an identifier is valid JSON");
    diesel::sql_query(
        "INSERT INTO apalis.jobs (id, job_type, job, status, attempts, max_attempts, run_at, idempotency_key)
         VALUES (apalis.generate_ulid(), $1, convert_to($2, 'UTF8'), 'Pending', 0, $3, now(), $4)
         ON CONFLICT (job_type, idempotency_key) DO NOTHING",
    )
    .bind::<Text, _>(UPLOAD_QUEUE)
    .bind::<Text, _>(job)
    .bind::<Integer, _>(MAX_ATTEMPTS)
    .bind::<Text, _>(id.to_string())
    .execute(connection)
    .map(drop)
}

/// The pending uploads whose job has no attempts left, or is gone.
pub(crate) fn abandoned_uploads(connection: &mut PgConnection) -> QueryResult<Vec<Uuid>> {
    #[derive(QueryableByName)]
    struct Abandoned {
        #[diesel(sql_type = diesel::sql_types::Uuid)]
        id: Uuid,
    }
    let rows: Vec<Abandoned> = diesel::sql_query(
        "SELECT u.id FROM upload u
         WHERE u.status IN ('queued', 'processing')
           AND NOT EXISTS (
               SELECT FROM apalis.jobs j
               WHERE j.job_type = $1 AND j.idempotency_key = u.id::text
                 AND (j.status IN ('Queued', 'Running')
                      OR (j.status IN ('Pending', 'Failed') AND j.attempts < j.max_attempts))
           )",
    )
    .bind::<Text, _>(UPLOAD_QUEUE)
    .load(connection)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The queue as people look at it.
pub struct PgJobQueue {
    pool: PgPool,
}

#[derive(QueryableByName)]
struct JobRow {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    job_type: String,
    #[diesel(sql_type = Nullable<Text>)]
    subject: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    file_name: Option<String>,
    #[diesel(sql_type = Text)]
    standing: String,
    #[diesel(sql_type = Integer)]
    attempts: i32,
    #[diesel(sql_type = Integer)]
    max_attempts: i32,
    #[diesel(sql_type = Timestamptz)]
    run_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    done_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    last_result: Option<String>,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

impl PgJobQueue {
    /// Looks through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[async_trait]
impl JobQueue for PgJobQueue {
    async fn list(&self, query: &JobQuery) -> Result<Page<Job>, StorageError> {
        let query = query.clone();
        let list = move |connection: &mut PgConnection| {
            let statuses: Vec<&str> = query
                .status
                .map_or(JobStatus::ALL.map(JobStatus::code).to_vec(), |s| vec![s.code()]);
            let direction = match query.order {
                Order::Ascending => "ASC",
                Order::Descending => "DESC",
            };
            let statement = format!(
                "WITH standing AS (
                     SELECT *, {STANDING} AS standing
                     FROM apalis.jobs
                 ), chosen AS (SELECT * FROM standing WHERE standing = ANY($1))
                 SELECT id, job_type, idempotency_key AS subject, {FILE_NAME} AS file_name, standing, attempts, max_attempts, run_at, done_at,
                        last_result::text AS last_result, (SELECT count(*) FROM chosen) AS total
                 FROM chosen ORDER BY run_at {direction}, id {direction} OFFSET $2 LIMIT $3"
            );
            let page = |offset: i64, limit: i64| {
                diesel::sql_query(statement.clone())
                    .bind::<Array<Text>, _>(statuses.clone())
                    .bind::<BigInt, _>(offset)
                    .bind::<BigInt, _>(limit)
            };
            let rows: Vec<JobRow> = page(query.paging.offset(), i64::from(query.paging.per_page)).load(connection)?;
            // A page past the end has no row to carry the total.
            let total = match rows.first() {
                Some(row) => row.total,
                None => page(0, 1)
                    .load::<JobRow>(connection)?
                    .first()
                    .map_or(0, |row| row.total),
            };
            Ok(Page {
                items: rows.into_iter().map(Job::from).collect(),
                total,
            })
        };
        self.pool.look_up("jobs", list).await
    }

    async fn retry(&self, id: &str, by: &Actor) -> Result<Retry, StorageError> {
        let id = id.to_owned();
        let retry = move |connection: &mut PgConnection, permit: &Permit| retry(connection, &id, permit);
        self.pool.write("jobs", by, retry).await
    }

    async fn prune(&self) -> Result<usize, StorageError> {
        let prune = |connection: &mut PgConnection| {
            let jobs = diesel::sql_query(
                "DELETE FROM apalis.jobs WHERE status = 'Done' AND done_at < now() - interval '30 days'",
            )
            .execute(connection)?;
            diesel::sql_query(
                "DELETE FROM apalis.workers w
                 WHERE last_seen < now() - interval '1 day'
                   AND NOT EXISTS (SELECT FROM apalis.jobs j WHERE j.lock_by = w.id)",
            )
            .execute(connection)?;
            Ok(jobs)
        };
        self.pool.run("jobs", prune).await
    }
}

/// The name of the file that a job works on; of a pair the first.
const FILE_NAME: &str = "(SELECT f.file_name FROM upload_file f
                          WHERE f.upload_id = CASE WHEN idempotency_key ~ '^[0-9a-f-]{36}$' THEN idempotency_key::uuid END
                          ORDER BY f.part LIMIT 1)";

/// How a job stands, in the words of answers.
pub(crate) const STANDING: &str = "CASE WHEN status = 'Done' THEN 'done'
                             WHEN status IN ('Queued', 'Running') THEN 'running'
                             WHEN status IN ('Pending', 'Failed') AND attempts < max_attempts THEN 'queued'
                             ELSE 'failed' END";

fn find(connection: &mut PgConnection, id: &str) -> QueryResult<Option<Job>> {
    let row: Option<JobRow> = diesel::sql_query(format!(
        "SELECT id, job_type, idempotency_key AS subject, {FILE_NAME} AS file_name, {STANDING} AS standing, attempts, max_attempts, run_at,
                done_at, last_result::text AS last_result, 1::bigint AS total
         FROM apalis.jobs WHERE id = $1 FOR UPDATE",
    ))
    .bind::<Text, _>(id)
    .get_result(connection)
    .optional()?;
    Ok(row.map(Job::from))
}

fn retry(connection: &mut PgConnection, id: &str, permit: &Permit) -> Work<Retry> {
    let Some(job) = find(connection, id)? else {
        return Ok(Retry::NotFound);
    };
    if job.status != JobStatus::Failed {
        return Ok(Retry::NotFailed);
    }
    diesel::sql_query(
        "UPDATE apalis.jobs
         SET status = 'Pending', attempts = 0, run_at = now(), lock_by = NULL, lock_at = NULL, done_at = NULL
         WHERE id = $1",
    )
    .bind::<Text, _>(id)
    .execute(connection)?;
    // Its upload ended with the last attempt; errors of the workbook itself would come again, and stay.
    let upload: Option<Uuid> = job.subject.as_deref().and_then(|subject| Uuid::try_parse(subject).ok());
    let interrupted = upload::table
        .filter(upload::id.eq(upload.unwrap_or_default()))
        .filter(upload::status.eq(UploadStatus::Failed.code()))
        .filter(diesel::dsl::sql::<diesel::sql_types::Bool>(
            "diagnostic_counts ? 'internal_error'",
        ));
    let queued: Vec<(Uuid, Uuid)> = diesel::update(interrupted)
        .set((
            upload::status.eq(UploadStatus::Queued.code()),
            upload::diagnostics.eq(json!([])),
            upload::diagnostic_counts.eq(json!({})),
            upload::finished_at.eq(None::<DateTime<Utc>>),
        ))
        .returning((upload::id, upload::production_id))
        .get_results(connection)?;
    let entry = Entry {
        action: AuditAction::JobRetried,
        subject_id: id.to_owned(),
        production_id: None,
        before: None,
        after: Some(json!({ "subject": job.subject })),
    };
    record(connection, entry, permit)?;
    let of_upload = |(id, production)| Topic::Upload(UploadId(id), ProductionId(production));
    let mut topics: Vec<_> = queued.into_iter().map(of_upload).collect();
    topics.push(Topic::Job);
    announce(connection, &topics)?;
    let retried = find(connection, id)?;
    Ok(retried.map_or(Retry::NotFound, |job| Retry::Queued(Box::new(job))))
}

impl From<JobRow> for Job {
    fn from(row: JobRow) -> Self {
        let status = JobStatus::ALL.into_iter().find(|status| status.code() == row.standing);
        Self {
            id: row.id,
            kind: row.job_type,
            subject: row.subject,
            file_name: row.file_name,
            status: status.expect("the statement answers one of the four"),
            attempts: row.attempts,
            max_attempts: row.max_attempts,
            run_at: row.run_at,
            done_at: row.done_at,
            last_result: row.last_result,
        }
    }
}
