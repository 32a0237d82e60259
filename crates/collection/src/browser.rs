//! One attempt at a site: whoever walks it gets what it needs, and no more.

use std::collections::BTreeMap;
use std::path::Path;
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

use crate::collector::{Attempt, Collector, Failure};
use crate::intake::Piece;
use crate::url::secret_missing;

/// A walk in all.
const TIME: Duration = Duration::from_mins(5);
/// Between two steps, at least.
const STEP_PAUSE: Duration = Duration::from_millis(300);

/// To be dropped ends a walk: nobody says more.
struct Never;

#[async_trait]
impl Cancellation for Never {
    fn is_cancelled(&self) -> bool {
        false
    }

    async fn cancelled(&self) {
        std::future::pending().await
    }
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
        self.walks().insert(leased.run.id, directory.clone());
        let walked = self
            .walk_in(&directory, browser, leased, record, of, &recipe, &bound.secrets)
            .await;
        self.remove_walk(leased.run.id).await;
        walked
    }

    /// Removes the folder of a walk, also of one that was ended before it was done.
    pub(crate) async fn remove_walk(&self, run: CollectionRunId) {
        let directory = self.walks().remove(&run);
        let Some(directory) = directory else { return };
        if let Err(error) = self.ports.run_folders.remove(&directory).await {
            tracing::warn!(run_id = %run, %error, "The folder of a walk could not be removed.");
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what one walk is about")]
    async fn walk_in(
        &self,
        directory: &Path,
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
            cancellation: Arc::new(Never),
        };
        let Walk {
            end,
            mut steps,
            blocked_hosts,
        } = browser.walk(task).await;
        for walked in &mut steps {
            // What leaves a run passes one place.
            let masked = walked.step.detail.as_deref().map(|detail| masker.mask(detail));
            walked.step.detail = masked;
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
                            files: vec![(file.file_name, bytes)],
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
