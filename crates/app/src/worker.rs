//! The background worker: apalis takes the jobs, [`UploadProcessing`] does the work.
//!
//! A job is acknowledged through the queue's own connections, after its effects were committed through ours; killed in
//! between, it runs again. So every job may run twice, and the use case makes sure that its effects are there once.

use std::future::Future;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use apalis::layers::WorkerBuilderExt;
use apalis::layers::retry::backoff::{ExponentialBackoffMaker, MakeBackoff};
use apalis::layers::retry::{HasherRng, RetryPolicy};
use apalis::prelude::*;
use apalis_postgres::{Config as QueueConfig, PostgresStorage};
use domain::upload::UploadId;
use ports::causes::Causes;
use ports::driven::{Clock, Housekeeping, JobQueue, Originals};
use ports::driving::{UploadError, UploadProcessing};
use postgres_adapter::queue::{MAX_ATTEMPTS, UPLOAD_QUEUE, UploadJob};
use tokio::time::{Duration, Instant, sleep};
use uuid::Uuid;

use crate::clock::SystemClock;

/// How long a worker that broke off waits before it starts again.
const RESTART_PAUSE: Duration = Duration::from_secs(1);
/// Heart-beats within one lease.
const BEATS: u32 = 4;
/// How often the worker looks for jobs by itself. It is told of new ones, but not of those that come in between its first
/// look and its listening.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long an upload waits for its surroundings, without an attempt counting.
const SURROUNDINGS: Duration = Duration::from_mins(15);
/// Pause after its surroundings failed for the first time; it doubles.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Longest pause between two attempts at a job.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// How often uploads without a live job are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(30);
/// How often old jobs are removed.
const PRUNE_EVERY: Duration = Duration::from_hours(6);
/// How often expired sessions, links and registrations, and abandoned files are removed.
const TIDY_EVERY: Duration = Duration::from_hours(1);
/// Time for jobs under way when the worker stops.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(15);

/// What the worker works on.
pub(crate) struct Worker {
    pub(crate) queue: sqlx::PgPool,
    pub(crate) processing: Arc<dyn UploadProcessing>,
    pub(crate) jobs: Arc<dyn JobQueue>,
    pub(crate) housekeeping: Arc<dyn Housekeeping>,
    pub(crate) originals: Arc<dyn Originals>,
    /// Jobs that it has in hand at a time.
    pub(crate) concurrency: usize,
    /// How long a worker may be silent before its jobs are given to another.
    pub(crate) lease: Duration,
    /// Pause after a job's first failed attempt; each further one doubles it.
    pub(crate) retry: Duration,
}

impl Worker {
    /// Works until `stop`; then ends the jobs under way.
    pub(crate) async fn run(self, name: Uuid, stop: impl Future<Output = ()> + Send + 'static) -> Result<()> {
        let chores = tokio::spawn(chores(
            Arc::clone(&self.processing),
            self.jobs,
            self.housekeeping,
            self.originals,
        ));
        let beat = self.lease / BEATS;
        let config = QueueConfig::default()
            .queue(UPLOAD_QUEUE)
            .batch_size(self.concurrency)
            .heartbeat_interval(beat)
            .missed_heartbeats(BEATS as usize);
        let (queue, processing) = (self.queue, self.processing);
        let retries = usize::try_from(MAX_ATTEMPTS - 1).expect("at least one attempt");
        let backoff = ExponentialBackoffMaker::new(self.retry, LONGEST_PAUSE, 0.1, HasherRng::default())
            .map_err(|error| anyhow!("{error}"))?
            .make_backoff();
        let monitor = Monitor::new()
            .register(move |restart| {
                // A name of its own for every start: with an old one, jobs of a dead worker would stay its own.
                WorkerBuilder::new(format!("{UPLOAD_QUEUE}-{name}-{restart}").as_str())
                    .backend(
                        PostgresStorage::<UploadJob>::new(&queue)
                            .with_config(config.clone())
                            .with_pubsub()
                            .poll_with_interval(beat.min(LOOK_EVERY)),
                    )
                    .concurrency(self.concurrency)
                    .retry(RetryPolicy::retries(retries).with_backoff(backoff.clone()))
                    .catch_panic()
                    .data(Arc::clone(&processing))
                    .build(process)
            })
            // A worker dies with its connection; without this it would stay dead when the database is back.
            .should_restart(|_, error| {
                tracing::warn!(%error, "The worker broke off; starting it again.");
                // The queue asks at once, and a database that is away breaks the next one off as soon.
                tokio::task::block_in_place(|| std::thread::sleep(RESTART_PAUSE));
                true
            })
            .shutdown_timeout(SHUTDOWN_GRACE);
        let signal = async move {
            stop.await;
            Ok::<_, std::io::Error>(())
        };
        let ended = monitor.run_with_signal(signal).await;
        chores.abort();
        ended.map_err(|error| anyhow!("the worker broke off: {error}"))
    }
}

/// One attempt at one job.
async fn process(
    job: UploadJob,
    attempt: Attempt,
    processing: Data<Arc<dyn UploadProcessing>>,
) -> Result<(), BoxDynError> {
    let id = UploadId(job.upload_id);
    let allowed = usize::try_from(MAX_ATTEMPTS).expect("a small positive number");
    if attempt.current() > allowed {
        // Its attempts took their workers down, so that none of them came to say that it was the last.
        return Ok(processing.give_up(id).await?);
    }
    let last = attempt.current() == allowed;
    match patiently(processing.as_ref(), id, attempt.current()).await {
        Ok(()) => Ok(()),
        Err(error) => {
            tracing::warn!(upload_id = %id, attempt = attempt.current(), error = %Causes(&error), "An attempt to read an upload broke off.");
            if last {
                processing.give_up(id).await?;
            }
            // What the queue keeps of it.
            Err(Causes(&error).to_string().into())
        }
    }
}

/// Processes an upload, and goes on trying while its surroundings fail: a full disk, or a database that is away, is no
/// fault of the upload's and uses up none of its attempts.
async fn patiently(processing: &dyn UploadProcessing, id: UploadId, attempt: usize) -> Result<(), UploadError> {
    let until = Instant::now() + SURROUNDINGS;
    let mut pause = FIRST_PAUSE;
    loop {
        match processing.process(id, attempt).await {
            Err(error) if error.may_pass() && Instant::now() < until => {
                tracing::warn!(upload_id = %id, error = %Causes(&error), "An upload waits for its surroundings.");
                sleep(pause).await;
                pause = LONGEST_PAUSE.min(2 * pause);
            }
            ended => return ended,
        }
    }
}

/// What has to be done now and then.
async fn chores(
    processing: Arc<dyn UploadProcessing>,
    jobs: Arc<dyn JobQueue>,
    housekeeping: Arc<dyn Housekeeping>,
    originals: Arc<dyn Originals>,
) {
    let mut sweep = tokio::time::interval(SWEEP_EVERY);
    let mut prune = tokio::time::interval(PRUNE_EVERY);
    let mut tidy = tokio::time::interval(TIDY_EVERY);
    loop {
        tokio::select! {
            _ = sweep.tick() => {
                if let Err(error) = processing.sweep().await {
                    tracing::warn!(error = %Causes(&error), "Uploads without a live job could not be looked for.");
                }
            }
            _ = prune.tick() => {
                if let Err(error) = jobs.prune().await {
                    tracing::warn!(error = %Causes(&error), "Old jobs could not be removed.");
                }
            }
            _ = tidy.tick() => {
                if let Err(error) = housekeeping.remove_expired(SystemClock.now()).await {
                    tracing::warn!(error = %Causes(&error), "Expired sessions, links and registrations could not be removed.");
                }
                match originals.remove_abandoned().await {
                    Ok(0) => {}
                    Ok(files) => tracing::info!(files, "Removed files that nobody receives any more."),
                    Err(error) => tracing::warn!(%error, "Files that nobody receives any more could not be removed."),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ports::driven::{ReadingInterrupted, StorageError};
    use ports::driving::MockUploadProcessing;

    use super::*;

    fn failing(error: impl Fn() -> UploadError + Send + 'static, times: usize) -> MockUploadProcessing {
        let mut processing = MockUploadProcessing::new();
        processing
            .expect_process()
            .times(times)
            .returning(move |_, _| Err(error()));
        processing
    }

    #[tokio::test(start_paused = true)]
    async fn a_minute_of_a_full_disk_uses_up_no_attempt() {
        let mut processing = MockUploadProcessing::new();
        let began = Instant::now();
        processing.expect_process().returning(move |_, _| {
            if began.elapsed() < Duration::from_mins(1) {
                return Err(StorageError::unavailable("No space left on device").into());
            }
            Ok(())
        });
        let id = UploadId(Uuid::nil());
        patiently(&processing, id, 1).await.unwrap();
        assert!(began.elapsed() < Duration::from_mins(1) + LONGEST_PAUSE);
    }

    #[tokio::test(start_paused = true)]
    async fn surroundings_that_fail_for_good_are_not_waited_for_without_end() {
        let mut processing = MockUploadProcessing::new();
        processing
            .expect_process()
            .returning(|_, _| Err(StorageError::unavailable("away").into()));
        let began = Instant::now();
        patiently(&processing, UploadId(Uuid::nil()), 1).await.unwrap_err();
        assert!(began.elapsed() >= SURROUNDINGS);
    }

    #[tokio::test(start_paused = true)]
    async fn a_fault_of_its_own_is_an_attempt() {
        let processing = failing(|| UploadError::Interrupted(ReadingInterrupted), 1);
        patiently(&processing, UploadId(Uuid::nil()), 1).await.unwrap_err();
    }
}
