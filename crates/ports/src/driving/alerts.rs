use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::alert::AlertKind;
use domain::production::ProductionId;

use super::ScheduleError;
use crate::actor::Actor;
use crate::driven::{AlertQuery, ListedAlert, Mute};
use crate::paging::Page;

/// What was told, and what is not to be told for a time.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AlertDesk: Send + Sync {
    /// One page of what was told.
    async fn list(&self, query: &AlertQuery) -> Result<Page<ListedAlert>, ScheduleError>;

    /// The kinds that are muted of a production, in the order of kinds.
    async fn mutes(&self, production: ProductionId) -> Result<Vec<Mute>, ScheduleError>;

    /// Mutes these kinds until then, and tells those again that have `None`; others stay as they are. Answers all that are
    /// muted.
    async fn mute(
        &self,
        production: ProductionId,
        kinds: Vec<(AlertKind, Option<DateTime<Utc>>)>,
        by: &Actor,
    ) -> Result<Vec<Mute>, ScheduleError>;
}
