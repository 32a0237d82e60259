//! What became of the steps so far: kept apart from the walk, which may be ended at any moment.

use std::time::Duration;

use domain::collection::StepState;
use ports::driven::collection::WalkedStep;
use tokio::time::Instant;

use super::page::Evidence;
use crate::recipe::Step;

/// The steps that were begun.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    steps: Vec<WalkedStep>,
    /// Since when the last one is next, or at work.
    begun: Option<Instant>,
}

impl Journal {
    /// A step is next, and the pause before it is its own: who ends the walk now has ended this step. Until it is told
    /// otherwise it has failed.
    pub(super) fn begin(&mut self, index: usize, step: &Step) {
        self.begun = Some(Instant::now());
        self.steps.push(WalkedStep {
            step: domain::collection::Step {
                index: u32::try_from(index + 1).unwrap_or(u32::MAX),
                kind: step.action.kind().to_owned(),
                note: step.note.clone(),
                state: StepState::Failed,
                took_ms: 0,
                detail: None,
                has_picture: false,
                has_page: false,
            },
            picture: None,
            page: None,
        });
    }

    /// The pause is over: the last step is at work from now on.
    pub(super) fn work(&mut self) {
        self.begun = Some(Instant::now());
    }

    /// The last step has ended.
    pub(super) fn end(&mut self, state: StepState, detail: Option<String>) {
        let took = self.begun.take().map_or(Duration::ZERO, |begun| begun.elapsed());
        if let Some(last) = self.steps.last_mut() {
            last.step.state = state;
            last.step.took_ms = u32::try_from(took.as_millis()).unwrap_or(u32::MAX);
            last.step.detail = detail;
        }
    }

    /// What the last step looked like.
    pub(super) fn show(&mut self, evidence: Evidence) {
        if let Some(last) = self.steps.last_mut() {
            last.step.has_picture = evidence.picture.is_some();
            last.step.has_page = evidence.page.is_some();
            last.picture = evidence.picture;
            last.page = evidence.page;
        }
    }

    /// The walk was ended from outside: the step at work has failed.
    pub(crate) fn interrupt(&mut self, detail: Option<String>) {
        if self.begun.is_some() {
            self.end(StepState::Failed, detail);
        }
    }

    /// The steps.
    pub(crate) fn into_steps(self) -> Vec<WalkedStep> {
        self.steps
    }
}
