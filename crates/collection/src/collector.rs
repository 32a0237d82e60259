//! Collects by itself: claims times, looks into folders, takes runs, forgets.

mod browser;
mod folder;
mod url;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::calendar::in_kst;
use domain::collection::{
    Arrival, CodeClass, CollectionRunId, CollectionTrigger, MAX_IGNORED, RecipeName, RunCode, RunState, SecretName,
    SourceConfig, SourceId,
};
use domain::schedule::Due;
use domain::upload::UploadStatus;
use ports::actor::Actor;
use ports::causes::Causes;
use ports::driven::collection::{
    BrowserTurn, LeasedRun, Renewal, RequestedCollection, RunArrivals, RunEnd, RunFinish, RunRequest, SourceRecord,
    WalkedStep,
};
use ports::driven::{Lease, StorageError};
use ports::driving::collection::Collecting;

use self::browser::UnderWay;
use self::folder::lies_there;
use crate::intake::{IntakeError, Taken};
use crate::looking::{Group, Looks, ready};
use crate::{ATTEMPTS, CollectionPorts};

/// For so long a folder that could not be reached is left alone once it can be looked into again.
const RETURN_PAUSE: TimeDelta = TimeDelta::seconds(30);
/// For so long a host that said no is left alone.
const LEFT_ALONE: TimeDelta = TimeDelta::hours(24);
/// Longest detail, in characters.
const MAX_DETAIL_CHARS: usize = 500;

/// Does what is due, on behalf of one process.
pub struct Collector {
    pub(crate) ports: Arc<CollectionPorts>,
    pub(crate) looks: Looks,
    /// Walks that are under way.
    walks: Mutex<HashMap<CollectionRunId, UnderWay>>,
}

/// What an attempt brought, or why it brought nothing.
#[derive(Default)]
pub(crate) struct Attempt {
    pub(crate) taken: Vec<Taken>,
    /// Of one that is not the first: what came with its run, also before.
    pub(crate) of_run: RunArrivals,
    pub(crate) steps: Vec<WalkedStep>,
    pub(crate) ignored: Vec<String>,
    pub(crate) blocked_hosts: Vec<String>,
    pub(crate) recipe: Option<(RecipeName, i32)>,
    pub(crate) failure: Option<Failure>,
}

/// Why an attempt failed.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: RunCode,
    pub(crate) detail: Option<String>,
    /// Of [`RunCode::Blocked`]: the host that said no, besides the source's own.
    pub(crate) host: Option<String>,
    /// Of [`CodeClass::Final`]: the secrets concerned.
    pub(crate) secrets: Vec<SecretName>,
    /// Whether it may go better soon, whatever the code says.
    pub(crate) passes: bool,
}

impl Failure {
    pub(crate) fn new(code: RunCode, detail: impl Into<Option<String>>) -> Self {
        Self {
            code,
            detail: detail.into(),
            host: None,
            secrets: Vec::new(),
            passes: code.class() == CodeClass::Passing,
        }
    }
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Self {
        tracing::warn!(error = %Causes(&error), "What was collected could not be taken in.");
        Self {
            passes: true,
            ..Self::new(RunCode::InternalError, None)
        }
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        IntakeError::from(error).into()
    }
}

impl Attempt {
    pub(crate) fn failed(failure: impl Into<Failure>) -> Self {
        Self {
            failure: Some(failure.into()),
            ..Self::default()
        }
    }
}

impl Collector {
    /// With these ports.
    pub fn new(ports: Arc<CollectionPorts>) -> Self {
        Self {
            ports,
            looks: Looks::default(),
            walks: Mutex::default(),
        }
    }

    pub(crate) fn walks(&self) -> MutexGuard<'_, HashMap<CollectionRunId, UnderWay>> {
        // Names are whole whatever happened to whoever held them.
        self.walks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn claim(&self, record: &SourceRecord) -> Result<(), StorageError> {
        let now = self.ports.clock.now();
        if let Some(cron) = &record.source.schedule {
            let due = Due::at(cron, record.considered_until, now);
            if due.is_nothing() && due.considered_until >= record.considered_until {
                return Ok(());
            }
            if self.ports.runs.record(record, &due, now).await? {
                tracing::info!(source_id = %record.source.id, slot = ?due.slot, "The time of a source has come.");
            }
            if !due.missed.is_empty() {
                tracing::warn!(source_id = %record.source.id, missed = due.missed.len(), "Times of a source were missed.");
            }
            return Ok(());
        }
        if self.has_arrivals(record).await? {
            let request = RunRequest {
                id: CollectionRunId(self.ports.ids.next()),
                source: record.source.id,
                is_dry: false,
                trigger: CollectionTrigger::Arrival,
                record_date: None,
                at: now,
            };
            let requested = self.ports.runs.request(&request, &Actor::SYSTEM).await?;
            if matches!(requested, RequestedCollection::Queued(_)) {
                tracing::debug!(source_id = %record.source.id, "Files have come into a folder.");
            }
        }
        Ok(())
    }

    /// Looks into a folder that has a schedule, so that its next run knows since when each file is as it is: one of two
    /// CSV files waits for the other longer than any run lasts. Nothing is asked for.
    async fn look_ahead(&self, record: &SourceRecord) {
        let SourceConfig::Folder(folder) = &record.source.config else {
            return;
        };
        if record.standing.is_running || record.standing.stopped_for.is_some() {
            return;
        }
        match self.look_into(folder).await {
            Ok(looked) => {
                self.looks.see(record.source.id, &looked.files, self.ports.clock.now());
            }
            // Its next run tells of it.
            Err(error) => tracing::debug!(source_id = %record.source.id, %error, "A folder could not be looked into."),
        }
    }

    /// Whether there is something to be done in a folder that is looked into.
    async fn has_arrivals(&self, record: &SourceRecord) -> Result<bool, StorageError> {
        let SourceConfig::Folder(folder) = &record.source.config else {
            return Ok(false);
        };
        if record.standing.is_running || record.standing.stopped_for.is_some() {
            return Ok(false);
        }
        let now = self.ports.clock.now();
        let last = record.standing.last.filter(|(state, _)| *state == RunState::Failed);
        let last_code = last.and_then(|(_, code)| code);
        let looked = match self.look_into(folder).await {
            Ok(looked) => looked,
            // Told once, until it is there again.
            Err(error) => return Ok(last_code != Some(error.code())),
        };
        let seen = self.looks.see(record.source.id, &looked.files, now);
        let ended_at = record.last_run.as_ref().and_then(|run| run.finished_at);
        if last_code == Some(RunCode::FolderUnreachable) {
            // A run may fail though one can look: it is not asked for with every look.
            return Ok(ended_at.is_none_or(|at| now - at >= RETURN_PAUSE));
        }
        let pause = TimeDelta::from_std(self.ports.settings.retry).unwrap_or(TimeDelta::MAX);
        let is_bad_file = last_code.is_none_or(|code| code == RunCode::WorkbookRejected);
        if !is_bad_file && ended_at.is_some_and(|at| at <= now && now - at < pause) {
            return Ok(false);
        }
        let stable = self.stable();
        let groups = ready(&seen, stable, now, in_kst(now).date_naive());
        if groups.is_empty() {
            return Ok(false);
        }
        // Until its upload has ended nothing can be done about a file.
        let mut waiting = self.ports.arrivals.unmoved(record.source.id).await?;
        waiting.retain(|unmoved| unmoved.upload.is_some_and(UploadStatus::is_pending));
        let waits = |group: &Group| waiting.iter().any(|unmoved| lies_there(unmoved, group));
        Ok(!groups.iter().all(waits))
    }

    pub(crate) fn stable(&self) -> TimeDelta {
        TimeDelta::from_std(self.ports.settings.stable).unwrap_or(TimeDelta::MAX)
    }

    /// A lease that nobody else has, be it of this process: whoever loses a run to another worker is to hear of it.
    fn lease(&self) -> Lease {
        Lease {
            holder: self.ports.ids.next(),
            length: self.ports.settings.lease,
        }
    }

    async fn perform(&self, leased: LeasedRun, lease: Lease) -> Result<(), StorageError> {
        let run = &leased.run;
        let began = tokio::time::Instant::now();
        let mut attempt = Box::pin(self.attempt(&leased));
        let end = tokio::select! {
            attempt = &mut attempt => self.end(&leased, attempt),
            held = self.go_on_holding(run.id, lease) => match held {
                Renewal::Cancelled => {
                    self.end_attempt(run.id, attempt).await;
                    RunEnd::new(RunFinish::Ended(RunState::Cancelled), None, None)
                }
                Renewal::Held | Renewal::Lost => {
                    // Its folder is somebody else's now.
                    self.walks().remove(&run.id);
                    tracing::warn!(run_id = %run.id, "Somebody else has taken a run of a source over.");
                    return Ok(());
                }
            },
        };
        let code = end.code;
        if !self.keep_end(run.id, lease, &end).await? {
            tracing::warn!(run_id = %run.id, "Somebody else has taken a run of a source over.");
            return Ok(());
        }
        let code_word = code.map(RunCode::code);
        match end.finish {
            RunFinish::Again(at) => {
                tracing::warn!(run_id = %run.id, source = run.source_name, code = code_word, %at, "A run of a source is tried again.");
            }
            RunFinish::Ended(state) => {
                self.ports.meter.ran(run.kind, state, code, began.elapsed());
                if state == RunState::Failed {
                    let detail = end.detail.as_deref();
                    tracing::warn!(run_id = %run.id, source = run.source_name, code = code_word, detail, "A run of a source failed.");
                } else {
                    tracing::info!(run_id = %run.id, source = run.source_name, state = state.code(), "A run of a source ended.");
                }
            }
        }
        Ok(())
    }

    /// Keeps how an attempt ended, however long the database is away: what nobody knows of is tried again, also a password
    /// that is wrong. Meanwhile the run stays held; `false` when somebody else has it.
    async fn keep_end(&self, run: CollectionRunId, lease: Lease, end: &RunEnd) -> Result<bool, StorageError> {
        loop {
            let now = self.ports.clock.now();
            match self.ports.runs.finish(run, lease.holder, end, now).await {
                Err(error @ StorageError::Unavailable(_)) => {
                    tracing::warn!(run_id = %run, error = %Causes(&error), "The end of a run waits for the database.");
                }
                kept => return kept,
            }
            tokio::time::sleep(renewal_pause(lease)).await;
            match self.ports.runs.renew(run, lease).await {
                Ok(Renewal::Lost) => return Ok(false),
                // What somebody wants ended has ended.
                Ok(Renewal::Held | Renewal::Cancelled) => {}
                Err(error) => tracing::warn!(run_id = %run, %error, "A lease could not be renewed."),
            }
        }
    }

    /// Says now and then that its holder is at work on a run, until it is not to be any more.
    async fn go_on_holding(&self, run: CollectionRunId, lease: Lease) -> Renewal {
        loop {
            tokio::time::sleep(renewal_pause(lease)).await;
            match self.ports.runs.renew(run, lease).await {
                Ok(Renewal::Held) => {}
                Ok(ended) => return ended,
                Err(error) => tracing::warn!(run_id = %run, %error, "A lease could not be renewed."),
            }
        }
    }

    /// One attempt, with what came of those before it: one that ended with its server, or in which only something else
    /// failed, told nobody.
    async fn attempt(&self, leased: &LeasedRun) -> Attempt {
        let mut attempt = self.collect(leased).await;
        let run = &leased.run;
        if run.attempts > 1 && !run.is_dry && attempt.failure.is_none() {
            match self.ports.arrivals.of_run(run.id).await {
                Ok(of_run) => attempt.of_run = of_run,
                Err(error) => attempt.failure = Some(error.into()),
            }
        }
        attempt
    }

    async fn collect(&self, leased: &LeasedRun) -> Attempt {
        let Some(record) = &leased.source else {
            return Attempt::failed(Failure::new(RunCode::SourceStopped, None));
        };
        let now = self.ports.clock.now();
        if let Some(code) = record.standing.stopped_for {
            // By another source with the same account, while this one waited.
            return Attempt::failed(Failure::new(RunCode::SourceStopped, code.message_en().to_owned()));
        }
        if record.standing.blocked_until.is_some_and(|until| until > now) {
            return Attempt::failed(Failure::new(RunCode::SourceBlocked, None));
        }
        match &record.source.config {
            SourceConfig::Folder(folder) => self.collect_folder(leased, record, folder).await,
            SourceConfig::Url(url) => self.collect_url(leased, record, url).await,
            SourceConfig::Browser(browser) => self.collect_by_browser(leased, record, browser).await,
        }
    }

    /// Where a run stands after an attempt.
    fn end(&self, leased: &LeasedRun, attempt: Attempt) -> RunEnd {
        let now = self.ports.clock.now();
        let masker = self.ports.masker();
        let run = &leased.run;
        let is_bad = attempt.of_run.has_rejected || attempt.taken.iter().any(Taken::is_bad);
        let is_news = attempt.of_run.has_news || attempt.taken.iter().any(Taken::is_news);
        let (finish, code, detail) = match &attempt.failure {
            Some(failure) => {
                let finish = self.after_failure(failure, run.attempts, now);
                let detail = failure.detail.as_deref().map(|detail| cut(&masker.mask(detail)));
                (finish, Some(failure.code), detail)
            }
            None if is_bad => (
                RunFinish::Ended(RunState::Failed),
                Some(RunCode::WorkbookRejected),
                None,
            ),
            None if is_news => (RunFinish::Ended(RunState::Succeeded), None, None),
            None => (RunFinish::Ended(RunState::NothingNew), None, None),
        };
        let mut end = RunEnd::new(finish, code, detail);
        end.steps = attempt.steps;
        end.ignored = attempt.ignored;
        end.ignored.truncate(MAX_IGNORED);
        end.blocked_hosts = attempt.blocked_hosts;
        end.recipe = attempt.recipe;
        if run.is_dry {
            let would_be = attempt.taken.into_iter().map(|taken| taken.arrival);
            end.would_arrive = would_be.collect::<Vec<Arrival>>();
        }
        if let Some(failure) = attempt.failure {
            match failure.code.class() {
                CodeClass::Final => end.stops = failure.secrets,
                CodeClass::Blocked => {
                    let site = leased.source.as_ref().and_then(|record| record.traits.site.clone());
                    let mut hosts: Vec<_> = site.into_iter().chain(failure.host).collect();
                    hosts.dedup();
                    end.blocks = hosts.into_iter().map(|host| (host, now + LEFT_ALONE)).collect();
                }
                CodeClass::Passing | CodeClass::NeedsALook | CodeClass::NotAllowed | CodeClass::Skipped => {}
            }
        }
        end
    }

    fn after_failure(&self, failure: &Failure, attempts: u32, now: DateTime<Utc>) -> RunFinish {
        if failure.code.class() == CodeClass::Skipped {
            return RunFinish::Ended(RunState::Skipped);
        }
        if !failure.passes || attempts >= ATTEMPTS {
            return RunFinish::Ended(RunState::Failed);
        }
        let factor = 4_u32.pow(attempts.saturating_sub(1).min(1));
        let pause = self.ports.settings.retry.saturating_mul(factor);
        RunFinish::Again(now + TimeDelta::from_std(pause).unwrap_or(TimeDelta::hours(1)))
    }
}

/// Between two renewals of a lease: whoever cancels does not wait long.
fn renewal_pause(lease: Lease) -> Duration {
    (lease.length / 3).min(Duration::from_secs(5))
}

/// The beginning of a detail, in one line: what steers a terminal, or is no text for a database, is none of it.
pub(crate) fn cut(detail: &str) -> String {
    let plain = detail.split(char::is_control).filter(|part| !part.is_empty());
    let plain = plain.collect::<Vec<_>>().join(" ");
    plain.chars().take(MAX_DETAIL_CHARS).collect()
}

#[async_trait]
impl Collecting for Collector {
    async fn claim_due(&self) -> Result<(), StorageError> {
        let records = self.ports.sources.list().await?;
        let ids: Vec<SourceId> = records.iter().map(|record| record.source.id).collect();
        self.looks.keep_only(&ids);
        let active = records.iter().filter(|record| record.source.is_active);
        let (by_clock, others): (Vec<_>, Vec<_>) = active.partition(|record| record.source.schedule.is_some());
        // A folder may take long to answer, and a time passes.
        for record in by_clock.iter().copied().chain(others) {
            self.claim(record).await?;
        }
        for record in by_clock {
            self.look_ahead(record).await;
        }
        Ok(())
    }

    async fn work(&self) -> Result<(), StorageError> {
        let turn = BrowserTurn {
            host_pause: self.ports.settings.host_pause,
        };
        loop {
            let lease = self.lease();
            let now = self.ports.clock.now();
            let Some(leased) = self.ports.runs.lease(lease, turn, now).await? else {
                return Ok(());
            };
            self.perform(leased, lease).await?;
        }
    }

    async fn tidy(&self) -> Result<(), StorageError> {
        self.ports.runs.tidy(self.ports.clock.now()).await?;
        let at_work = self.ports.runs.at_work().await?;
        if let Err(error) = self.ports.run_folders.clear(&at_work).await {
            tracing::warn!(%error, "What killed walks left could not be removed.");
        }
        Ok(())
    }
}
