//! Sources and their runs, as the office sees them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::{in_kst, supported_days};
use domain::collection::{
    CollectionRun, CollectionRunId, CollectionTrigger, MAX_SOURCES, SecretName, Source, SourceConfig, SourceId,
    SourceKind, SourceState, effective_url,
};
use domain::validation::{Breach, Field, Rule};
use ports::actor::{Actor, Edit};
use ports::driven::collection::{
    BrowserAvailability, CollectionFigures, CollectionRunQuery, Evidence, RequestedCollection, RunRequest, SourceRecord,
};
use ports::driven::{AuditAction, StorageError};
use ports::driving::collection::{
    CollectionError, CollectionOptions, FolderOption, NewSource, SecretOption, SourceChange, SourceDesk, SourceView,
};
use ports::paging::Page;
use ports::retry::retried;
use tokio::time::{Instant, sleep, timeout_at};

use crate::CollectionPorts;

/// How often somebody who waits looks.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// Days back that somebody may ask for by hand.
const DAYS_BACK: u64 = 400;

/// The office's view of sources.
pub struct SourceOffice {
    ports: Arc<CollectionPorts>,
}

impl SourceOffice {
    /// With these ports.
    pub fn new(ports: Arc<CollectionPorts>) -> Self {
        Self { ports }
    }

    async fn find(&self, id: SourceId) -> Result<SourceRecord, CollectionError> {
        let found = self.ports.sources.find(id).await?;
        found.ok_or(CollectionError::Unknown("source"))
    }

    fn view(&self, record: SourceRecord) -> SourceView {
        let now = self.ports.clock.now();
        let source = &record.source;
        let (state, code) = record.standing.state(source.is_active, now);
        let goes_on = source.is_active && record.standing.stopped_for.is_none();
        let next_run_at = source.schedule.as_ref().filter(|_| goes_on);
        let effective_url = match &source.config {
            SourceConfig::Url(of) => effective_url(&of.url).ok().map(String::from),
            SourceConfig::Folder(_) | SourceConfig::Browser(_) => None,
        };
        SourceView {
            state,
            code,
            until: record.standing.blocked_until.filter(|_| state == SourceState::Blocked),
            next_run_at: next_run_at.and_then(|cron| cron.next_after(now)),
            effective_url,
            record,
        }
    }

    /// Changes a source by `change`, which answers `None` where there is nothing to change; also on what somebody else made
    /// of it meanwhile.
    async fn edit(
        &self,
        id: SourceId,
        act: AuditAction,
        edit: &Edit,
        change: impl Fn(&Source) -> Option<Source>,
    ) -> Result<SourceView, CollectionError> {
        let changed = retried(|| async {
            let present = self.find(id).await?.source;
            let Some(mut after) = change(&present) else {
                return Ok(());
            };
            let now = self.ports.clock.now();
            let traits = self.ports.checked(&mut after).await?;
            // Where it was already, a folder without its own ones may be a share that is not mounted.
            if let SourceConfig::Folder(of) = &after.config
                && after.config != present.config
            {
                self.ports.prepared(of).await?;
            }
            after.updated_at = now;
            // Times that another schedule would have had, or that came while it was paused, are none that were missed.
            let begins_anew = after.schedule != present.schedule || after.is_active != present.is_active;
            let considered_until = begins_anew.then_some(now);
            let sources = &self.ports.sources;
            let stored = sources.update(&after, &traits, considered_until, act, edit).await;
            stored.map_err(into_error)
        });
        changed.await?;
        Ok(self.view(self.find(id).await?))
    }

    /// Refuses a run of a source that must not be asked now, whoever wants it.
    fn may_run(&self, record: &SourceRecord) -> Result<(), CollectionError> {
        if let Some(code) = record.standing.stopped_for {
            return Err(CollectionError::Stopped(code));
        }
        self.not_blocked(record)
    }

    fn not_blocked(&self, record: &SourceRecord) -> Result<(), CollectionError> {
        let now = self.ports.clock.now();
        match record.standing.blocked_until {
            Some(until) if until > now => Err(CollectionError::Blocked {
                until,
                left: until - now,
            }),
            _ => Ok(()),
        }
    }

    fn check_record_date(&self, source: &Source, day: NaiveDate) -> Result<(), CollectionError> {
        let today = in_kst(self.ports.clock.now()).date_naive();
        let first = today.checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(today);
        let rule = if !source.record_date.is_by_clock() {
            Rule::NotAllowed
        } else if day > today || day < first || !supported_days().contains(day) {
            Rule::DayOutOfRange
        } else {
            return Ok(());
        };
        Err(CollectionError::Invalid(vec![Breach::new(Field::RecordDate, rule)]))
    }

    async fn availability(&self) -> BrowserAvailability {
        match &self.ports.browser {
            Some(browser) => browser.availability().await,
            None => BrowserAvailability {
                version: None,
                reason: Some("this server cannot walk through sites".to_owned()),
            },
        }
    }
}

/// What a field that somebody else has, or that names nothing, is told as.
fn into_error(error: StorageError) -> CollectionError {
    match error {
        StorageError::Taken("config") => CollectionError::Invalid(vec![Breach::new(Field::Config, Rule::Taken)]),
        StorageError::Unknown(field) => CollectionError::Invalid(vec![Breach::new(field, Rule::Unknown)]),
        StorageError::Refused(refusal) => CollectionError::Refused(refusal),
        other => CollectionError::Storage(other),
    }
}

#[async_trait]
impl SourceDesk for SourceOffice {
    async fn options(&self) -> Result<CollectionOptions, CollectionError> {
        let mut folders = Vec::new();
        for name in self.ports.folders.names() {
            let is_reachable = self.ports.folders.is_reachable(&name).await;
            folders.push(FolderOption { name, is_reachable });
        }
        let mut used: BTreeMap<SecretName, Vec<String>> = BTreeMap::new();
        for name in self.ports.secrets.names() {
            used.entry(name).or_default();
        }
        for record in self.ports.sources.list().await? {
            for secret in record.traits.secrets {
                used.entry(secret).or_default().push(record.source.name.clone());
            }
        }
        let secret = |(name, used_by): (SecretName, Vec<String>)| SecretOption {
            is_present: self.ports.secrets.read(&name).is_some(),
            name,
            used_by,
        };
        let hosts = self.ports.settings.addresses.hosts();
        let recipes = self.ports.recipes.list().await?;
        Ok(CollectionOptions {
            folders,
            hosts: hosts.iter().map(ToString::to_string).collect(),
            secrets: used.into_iter().map(secret).collect(),
            browser: self.availability().await,
            recipes: recipes.into_iter().map(|recipe| recipe.name).collect(),
        })
    }

    async fn list(&self) -> Result<Vec<SourceView>, CollectionError> {
        let records = self.ports.sources.list().await?;
        Ok(records.into_iter().map(|record| self.view(record)).collect())
    }

    async fn read(&self, id: SourceId) -> Result<SourceView, CollectionError> {
        Ok(self.view(self.find(id).await?))
    }

    async fn create(&self, new: NewSource, by: &Actor) -> Result<SourceView, CollectionError> {
        let now = self.ports.clock.now();
        let mut source = Source {
            id: SourceId(self.ports.ids.next()),
            name: new.name,
            production: new.production,
            record_date: new.record_date,
            schedule: new.schedule,
            is_active: new.is_active,
            confirm: new.confirm,
            password_secret: new.password_secret,
            config: new.config,
            created_at: now,
            updated_at: now,
            revision: 0,
        };
        let traits = self.ports.checked(&mut source).await?;
        if let SourceConfig::Folder(of) = &source.config {
            self.ports.prepared(of).await?;
        }
        let stored = self.ports.sources.insert(&source, &traits, by).await;
        if !stored.map_err(into_error)? {
            return Err(CollectionError::TooManySources(MAX_SOURCES));
        }
        tracing::info!(source_id = %source.id, kind = source.kind().code(), "A source was made.");
        Ok(self.view(self.find(source.id).await?))
    }

    async fn change(&self, id: SourceId, change: SourceChange, edit: &Edit) -> Result<SourceView, CollectionError> {
        let present = self.find(id).await?.source;
        let is_other_kind = |config: &SourceConfig| config.kind() != present.kind();
        if change.config.as_ref().is_some_and(is_other_kind) {
            let breach = Breach::new(Field::Kind, Rule::NotAllowed);
            return Err(CollectionError::Invalid(vec![breach]));
        }
        self.edit(id, AuditAction::SourceChanged, edit, |present| {
            let change = change.clone();
            Some(Source {
                name: change.name.unwrap_or_else(|| present.name.clone()),
                production: change.production.apply(present.production),
                record_date: change.record_date.unwrap_or(present.record_date),
                schedule: change.schedule.apply(present.schedule.clone()),
                is_active: change.is_active.unwrap_or(present.is_active),
                confirm: change.confirm.unwrap_or(present.confirm),
                password_secret: change.password_secret.apply(present.password_secret.clone()),
                config: change.config.unwrap_or_else(|| present.config.clone()),
                ..present.clone()
            })
        })
        .await
    }

    async fn delete(&self, id: SourceId, edit: &Edit) -> Result<(), CollectionError> {
        let was_there = self.ports.sources.delete(id, edit).await.map_err(into_error)?;
        was_there.then_some(()).ok_or(CollectionError::Unknown("source"))
    }

    async fn pause(&self, id: SourceId, edit: &Edit) -> Result<SourceView, CollectionError> {
        // What is wrong with its configuration by now keeps nobody from pausing it.
        let record = self.find(id).await?;
        if !record.source.is_active {
            return Ok(self.view(record));
        }
        let after = Source {
            is_active: false,
            updated_at: self.ports.clock.now(),
            ..record.source
        };
        let stored = self
            .ports
            .sources
            .update(&after, &record.traits, None, AuditAction::SourcePaused, edit)
            .await;
        stored.map_err(into_error)?;
        Ok(self.view(self.find(id).await?))
    }

    async fn resume(&self, id: SourceId, edit: &Edit) -> Result<SourceView, CollectionError> {
        let record = self.find(id).await?;
        self.not_blocked(&record)?;
        if let SourceConfig::Folder(of) = &record.source.config {
            self.ports.prepared(of).await?;
        }
        if record.standing.stopped_for.is_some() {
            let now = self.ports.clock.now();
            let resumed = self.ports.sources.resume(id, now, &edit.by).await;
            resumed.map_err(into_error)?;
        }
        self.edit(id, AuditAction::SourceResumed, edit, |present| {
            (!present.is_active).then(|| Source {
                is_active: true,
                ..present.clone()
            })
        })
        .await
    }

    async fn run(
        &self,
        id: SourceId,
        is_dry: bool,
        record_date: Option<NaiveDate>,
        by: &Actor,
    ) -> Result<CollectionRun, CollectionError> {
        let record = self.find(id).await?;
        self.may_run(&record)?;
        if let Some(day) = record_date {
            self.check_record_date(&record.source, day)?;
        }
        if record.source.kind() == SourceKind::Browser && self.ports.settings.collects {
            // Where another server collects, that one may have a browser.
            if let Some(reason) = self.availability().await.reason {
                return Err(CollectionError::BrowserUnavailable(reason));
            }
        }
        let request = RunRequest {
            id: CollectionRunId(self.ports.ids.next()),
            source: id,
            is_dry,
            trigger: CollectionTrigger::Manual,
            record_date,
            at: self.ports.clock.now(),
        };
        match self.ports.runs.request(&request, by).await.map_err(into_error)? {
            RequestedCollection::Queued(run) => Ok(*run),
            RequestedCollection::Busy => Err(CollectionError::Busy),
            RequestedCollection::TooManyRuns => Err(CollectionError::TooManyRuns),
            RequestedCollection::Gone => Err(CollectionError::Unknown("source")),
        }
    }

    async fn wait_for(&self, id: CollectionRunId, patience: Duration) -> Result<CollectionRun, CollectionError> {
        let end = Instant::now() + patience;
        loop {
            let run = self.read_run(id).await?;
            if !run.state.is_pending() || timeout_at(end, sleep(LOOK_EVERY)).await.is_err() {
                return Ok(run);
            }
        }
    }

    async fn runs(&self, query: &CollectionRunQuery) -> Result<Page<CollectionRun>, CollectionError> {
        Ok(self.ports.runs.list(query).await?)
    }

    async fn read_run(&self, id: CollectionRunId) -> Result<CollectionRun, CollectionError> {
        let found = self.ports.runs.find(id).await?;
        found.ok_or(CollectionError::Unknown("run"))
    }

    async fn cancel(&self, id: CollectionRunId) -> Result<CollectionRun, CollectionError> {
        let now: DateTime<Utc> = self.ports.clock.now();
        let found = self.ports.runs.cancel(id, now).await?;
        found.ok_or(CollectionError::Unknown("run"))
    }

    async fn evidence(&self, id: CollectionRunId, step: u32) -> Result<Evidence, CollectionError> {
        let found = self.ports.runs.evidence(id, step).await?;
        found.ok_or(CollectionError::Unknown("picture"))
    }

    async fn figures(&self) -> Result<CollectionFigures, CollectionError> {
        Ok(self.ports.sources.figures(self.ports.clock.now()).await?)
    }

    fn browser_memory_bytes(&self) -> u64 {
        self.ports.browser.as_ref().map_or(0, |browser| browser.memory_bytes())
    }
}
