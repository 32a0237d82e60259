//! Reports without figures.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use domain::reports::Report;
use ports::driven::{FiguresOf, Read, ReportError, ReportScope, Versioned};

use super::sample::{concert, production};

/// The data version that the reports are of.
pub(crate) const DATA_VERSION: i64 = 41;

/// The scopes that reports were asked for, in turn.
#[derive(Clone, Default)]
pub(crate) struct AskedScopes(Arc<Mutex<Vec<ReportScope>>>);

impl AskedScopes {
    pub(crate) fn take(&self) -> Vec<ReportScope> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// A source of figures for two productions, of which there are none.
#[derive(Clone, Default)]
pub(crate) struct NoFigures {
    pub(crate) asked: AskedScopes,
    /// What it answers instead.
    pub(crate) failure: Option<ReportError>,
}

#[async_trait]
impl<R: Report> FiguresOf<R> for NoFigures
where
    R::Figures: Default,
{
    async fn figures(&self, scope: &ReportScope, _: R::Window) -> Read<R::Figures> {
        self.asked.0.lock().unwrap().push(scope.clone());
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        let known = [production().id, concert().id];
        match scope.production_ids.iter().find(|id| !known.contains(id)) {
            Some(unknown) => Err(ReportError::UnknownProduction(*unknown)),
            None => Ok(Versioned {
                versions: super::versions(DATA_VERSION),
                value: R::Figures::default(),
            }),
        }
    }
}
