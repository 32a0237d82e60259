//! One attempt at a site: whoever walks it gets what it needs, and no more.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{in_kst, shift};
use domain::collection::{BrowserConfig, CollectionRunId, Masker, RecordDateRule, RunCode, Secret, SecretName};
use ports::driven::collection::{
    ArrivalOrigin, BrowserBounds, BrowserRunner, BrowserTask, Cancellation, LeasedRun, Recipe, RecipeValues,
    SourceRecord, Walk, WalkEnd,
};
use tokio::sync::watch;

use super::url::secret_missing;
use super::{Attempt, Collector, Failure};
use crate::intake::Piece;

/// A walk in all.
const TIME: Duration = Duration::from_mins(5);
/// Between two steps, at least.
const STEP_PAUSE: Duration = Duration::from_millis(300);

/// For so long a walk that is cancelled may take to end, as far as its lease lasts.
const LAST_STEPS: Duration = Duration::from_secs(10);
/// Times that the folder of a walk is tried to be removed, and the pause between two.
const REMOVALS: u32 = 10;
const REMOVAL_PAUSE: Duration = Duration::from_millis(500);

/// Somebody's word to a walk that it is to end. To be dropped ends it as well.
pub(crate) struct Stop(watch::Sender<bool>);

impl Stop {
    fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    fn say(&self) {
        self.0.send_replace(true);
    }
}

#[async_trait]
impl Cancellation for Stop {
    fn is_cancelled(&self) -> bool {
        *self.0.borrow()
    }

    async fn cancelled(&self) {
        let mut heard = self.0.subscribe();
        // The sender is here: there is no error.
        let _ = heard.wait_for(|is_said| *is_said).await;
    }
}

/// A walk that is under way.
pub(crate) struct UnderWay {
    /// Where it works.
    directory: PathBuf,
    /// By which its browser is told to end; `None` once that has ended.
    stop: Option<Arc<Stop>>,
}

impl Collector {
    pub(crate) async fn collect_by_browser(
        &self,
        leased: &LeasedRun,
        record: &SourceRecord,
        of: &BrowserConfig,
    ) -> Attempt {
        match self.walk(leased, record, of).await {
            Ok(attempt) => attempt,
            Err(failure) => Attempt::failed(failure),
        }
    }

    async fn walk(&self, leased: &LeasedRun, record: &SourceRecord, of: &BrowserConfig) -> Result<Attempt, Failure> {
        let Some(browser) = &self.ports.browser else {
            return Err(Failure::new(RunCode::BrowserUnavailable, None));
        };
        if let Some(reason) = browser.availability().await.reason {
            return Err(Failure::new(RunCode::BrowserUnavailable, reason));
        }
        let found = self.ports.recipes.find(&of.recipe).await?;
        let recipe = found.ok_or_else(|| Failure::new(RunCode::RecipeInvalid, of.recipe.to_string()))?;
        let bound = self.ports.recipe_reader.bind(&recipe.text, &of.params);
        let bound = bound.map_err(|error| Failure::new(RunCode::RecipeInvalid, error.to_string()))?;
        let mut needed = bound.secrets.clone();
        needed.extend(record.source.password_secret.clone());
        needed.sort_unstable();
        needed.dedup();
        let missing = self.missing(&needed);
        if !missing.is_empty() {
            return Err(secret_missing(missing));
        }
        let now = self.ports.clock.now();
        if !self.ports.runs.use_secrets(leased.run.id, &bound.secrets, now).await? {
            return Err(Failure::new(RunCode::TooManyRuns, None));
        }
        let made = self.ports.run_folders.make(leased.run.id).await;
        let directory = made.map_err(|error| Failure {
            passes: true,
            ..Failure::new(
                RunCode::InternalError,
                format!("no folder to work in: {}", error.kind()),
            )
        })?;
        let stop = Arc::new(Stop::new());
        let under_way = UnderWay {
            directory: directory.clone(),
            stop: Some(Arc::clone(&stop)),
        };
        self.walks().insert(leased.run.id, under_way);
        let walked = self
            .walk_in(&directory, &stop, browser, leased, record, of, &recipe, &bound.secrets)
            .await;
        self.remove_walk(leased.run.id).await;
        walked
    }

    /// Ends an attempt that somebody cancels. A browser that is at work ends first: until then it writes to its folder.
    pub(crate) async fn end_attempt(&self, run: CollectionRunId, attempt: impl Future<Output = Attempt>) {
        let stop = self.walks().get(&run).and_then(|walk| walk.stop.clone());
        match stop {
            Some(stop) => {
                stop.say();
                let patience = LAST_STEPS.min(self.ports.settings.lease / 2);
                let _ = tokio::time::timeout(patience, attempt).await;
            }
            None => drop(attempt),
        }
        self.remove_walk(run).await;
    }

    /// Removes the folder of a walk, also of one that was ended before it was done.
    async fn remove_walk(&self, run: CollectionRunId) {
        let directory = self.walks().get(&run).map(|walk| walk.directory.clone());
        let Some(directory) = directory else { return };
        for left in (0..REMOVALS).rev() {
            match self.ports.run_folders.remove(&directory).await {
                Ok(()) => break,
                // What is about to end may have written once more.
                Err(_) if left > 0 => tokio::time::sleep(REMOVAL_PAUSE).await,
                Err(error) => tracing::warn!(run_id = %run, %error, "The folder of a walk could not be removed."),
            }
        }
        self.walks().remove(&run);
    }

    #[expect(clippy::too_many_arguments, reason = "what one walk is about")]
    async fn walk_in(
        &self,
        directory: &Path,
        stop: &Arc<Stop>,
        browser: &Arc<dyn BrowserRunner>,
        leased: &LeasedRun,
        record: &SourceRecord,
        of: &BrowserConfig,
        recipe: &Recipe,
        names: &[SecretName],
    ) -> Result<Attempt, Failure> {
        let settings = &self.ports.settings;
        let read = |name: &SecretName| Some((name.clone(), self.ports.secrets.read(name)?));
        let secrets: BTreeMap<SecretName, Secret> = names.iter().filter_map(read).collect();
        let masker = Masker::new(secrets.values());
        let task = BrowserTask {
            run: leased.run.id,
            recipe: recipe.text.clone(),
            values: self.values(leased, record, of).await?,
            secrets,
            addresses: settings.addresses.clone(),
            bounds: BrowserBounds {
                time: TIME,
                memory_bytes: settings.browser_memory_bytes,
                file_bytes: settings.max_file_bytes,
                step_pause: STEP_PAUSE,
            },
            is_dry: leased.run.is_dry,
            directory: directory.to_owned(),
            cancellation: Arc::<Stop>::clone(stop),
        };
        let Walk {
            end,
            mut steps,
            blocked_hosts,
        } = browser.walk(task).await;
        if let Some(under_way) = self.walks().get_mut(&leased.run.id) {
            under_way.stop = None;
        }
        for walked in &mut steps {
            // What leaves a run passes one place.
            let told = walked.step.detail.as_deref().map(|detail| masker.mask(detail));
            walked.step.detail = told;
            if walked.page.as_deref().is_some_and(|page| masker.finds(page)) {
                walked.page = None;
                walked.step.has_page = false;
            }
        }
        let mut attempt = Attempt {
            steps,
            blocked_hosts: blocked_hosts.iter().map(|host| masker.mask(host)).collect(),
            recipe: Some((recipe.name.clone(), recipe.version)),
            ..Attempt::default()
        };
        match end {
            // What it brought all the same is nobody's wish any more.
            _ if stop.is_cancelled() => attempt.failure = Some(Failure::new(RunCode::Timeout, None)),
            WalkEnd::NoData => {}
            WalkEnd::Cancelled => attempt.failure = Some(Failure::new(RunCode::Timeout, None)),
            WalkEnd::Failed { code, detail } => {
                attempt.failure = Some(Failure {
                    secrets: names.to_vec(),
                    ..Failure::new(code, detail)
                });
            }
            WalkEnd::File(file) => {
                let bytes = self
                    .ports
                    .run_folders
                    .read(directory, &file.path, settings.max_file_bytes)
                    .await;
                match bytes {
                    Ok(Some(bytes)) => {
                        let piece = Piece {
                            files: vec![(masker.mask(&file.file_name), bytes)],
                            origin: ArrivalOrigin::default(),
                            of: leased.run.slot,
                        };
                        match self.ports.take_in(leased, &record.source, piece).await {
                            Ok(taken) => attempt.taken.push(taken),
                            Err(error) => attempt.failure = Some(error.into()),
                        }
                    }
                    Ok(None) => attempt.failure = Some(Failure::new(RunCode::TooLarge, None)),
                    Err(error) => {
                        let detail = format!("the download cannot be read: {}", error.kind());
                        attempt.failure = Some(Failure::new(RunCode::FailedStep, detail));
                    }
                }
            }
        }
        Ok(attempt)
    }

    /// What the placeholders of a recipe stand for.
    async fn values(
        &self,
        leased: &LeasedRun,
        record: &SourceRecord,
        of: &BrowserConfig,
    ) -> Result<RecipeValues, Failure> {
        let source = &record.source;
        let day: NaiveDate = in_kst(leased.run.slot).date_naive();
        let date = leased.run.record_date.unwrap_or(match source.record_date {
            RecordDateRule::Today => day,
            RecordDateRule::Yesterday | RecordDateRule::FileName | RecordDateRule::NameTail => shift(day, -1),
        });
        let production = match source.production {
            Some(id) => self.ports.productions.find(id).await?,
            None => None,
        };
        let details = production.map(|production| production.details);
        Ok(RecipeValues {
            params: of.params.clone(),
            date,
            today: in_kst(self.ports.clock.now()).date_naive(),
            sale_start: details.as_ref().and_then(|details| details.sale_start),
            production_code: details.map(|details| details.into_draft().code),
        })
    }
}
