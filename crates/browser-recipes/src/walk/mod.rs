//! Walks through a site, step by step.

mod guards;
mod hosts;
mod journal;
mod page;
mod step;

#[cfg(test)]
mod paper;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use domain::collection::{Masker, RunCode, Secret, SecretName, StepState};

pub(crate) use hosts::WalkHosts;
pub(crate) use journal::Journal;
pub(crate) use page::{Evidence, Incoming, LoadFailure, Page, PageError, Signs};

use crate::recipe::{Recipe, Values};

/// Longest detail of a step, in characters.
const MAX_DETAIL_CHARS: usize = 500;

/// What a walk is told.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    /// The recipe.
    pub(crate) recipe: &'a Recipe,
    /// What its placeholders stand for.
    pub(crate) values: &'a Values,
    /// Its secrets.
    pub(crate) secrets: &'a BTreeMap<SecretName, Secret>,
    /// Where it may lead.
    pub(crate) hosts: &'a WalkHosts,
    /// Takes the secrets out of details.
    pub(crate) masker: &'a Masker,
    /// Between two steps, at least.
    pub(crate) step_pause: Duration,
    /// A download, at most.
    pub(crate) file_bytes: u64,
    /// Whether every step is shown.
    pub(crate) is_dry: bool,
}

/// How a walk ended by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// One file came.
    File(Incoming),
    /// The site says that there is nothing.
    NoData,
    /// It could not be done.
    Failed(RunCode, Option<String>),
}

/// Why a step ends a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stop {
    why: Why,
    detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The element of the step is not there: optional steps are passed over.
    Missing,
    NoData,
    Code(RunCode),
}

impl Stop {
    fn new(code: RunCode, detail: impl Into<String>) -> Self {
        Self {
            why: Why::Code(code),
            detail: detail.into(),
        }
    }

    fn missing(detail: impl Into<String>) -> Self {
        Self {
            why: Why::Missing,
            detail: detail.into(),
        }
    }
}

impl From<PageError> for Stop {
    fn from(error: PageError) -> Self {
        let code = match &error {
            PageError::Load(_) => RunCode::Unreachable,
            PageError::Slow(_) => RunCode::Timeout,
            PageError::Lost(_) => RunCode::BrowserCrashed,
            PageError::Dialog(_)
            | PageError::Gone
            | PageError::Covered(_)
            | PageError::Selector(_)
            | PageError::Failed(_) => RunCode::FailedStep,
        };
        Self::new(code, error.to_string())
    }
}

/// Does the steps of a recipe one after the other. What became of them stands in `journal`, also when the walk is dropped.
pub(crate) async fn walk<P: Page>(plan: &Plan<'_>, page: &mut P, journal: &mut Journal) -> Outcome {
    let last = plan.recipe.steps.len() - 1;
    let mut walker = step::Walker::new(plan, page);
    for (index, step) in plan.recipe.steps.iter().enumerate() {
        journal.begin(index, step);
        if index > 0 {
            tokio::time::sleep(plan.step_pause).await;
            journal.work();
        }
        let ended = walker.step(step).await;
        let stop = match ended {
            Ok(()) => {
                journal.end(StepState::Done, None);
                None
            }
            Err(stop) if stop.why == Why::Missing && step.is_optional => {
                journal.end(StepState::Skipped, Some(plain(plan.masker, &stop.detail)));
                None
            }
            Err(stop) => {
                let detail = plain(plan.masker, &stop.detail);
                let state = if stop.why == Why::NoData {
                    StepState::Done
                } else {
                    StepState::Failed
                };
                journal.end(state, (!detail.is_empty()).then(|| detail.clone()));
                Some((stop.why, detail))
            }
        };
        if plan.is_dry || stop.is_some() || index == last {
            // A dialog that is open, or a page that cannot be masked, is not shown.
            if let Ok(evidence) = walker.page().evidence().await {
                journal.show(evidence);
            }
        }
        if let Some((why, detail)) = stop {
            let code = match why {
                Why::NoData => return Outcome::NoData,
                Why::Missing => RunCode::LayoutChanged,
                Why::Code(code) => code,
            };
            return Outcome::Failed(code, (!detail.is_empty()).then_some(detail));
        }
    }
    match walker.into_file() {
        Some(file) => Outcome::File(file),
        // A download that was passed over.
        None => Outcome::Failed(RunCode::LayoutChanged, None),
    }
}

/// A detail without secrets and control characters, which storage does not take, of bounded length, in one line.
fn plain(masker: &Masker, detail: &str) -> String {
    let told = masker.mask(detail).replace(char::is_control, " ");
    let words: Vec<&str> = told.split_whitespace().collect();
    words.join(" ").chars().take(MAX_DETAIL_CHARS).collect()
}
