//! What was told, and what is not to be told for a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::alert::{AlertKind, check_mute};
use domain::production::ProductionId;
use domain::validation::{Breaches, Field, Place, Rule};
use ports::actor::Actor;
use ports::driven::{AlertQuery, AlertRepository, Clock, ListedAlert, Mute};
use ports::driving::{AlertDesk, ScheduleError};
use ports::paging::Page;

/// Alerts, as people see them.
pub struct AlertOffice {
    alerts: Arc<dyn AlertRepository>,
    clock: Arc<dyn Clock>,
}

impl AlertOffice {
    /// Of these alerts.
    pub fn new(alerts: Arc<dyn AlertRepository>, clock: Arc<dyn Clock>) -> Self {
        Self { alerts, clock }
    }
}

#[async_trait]
impl AlertDesk for AlertOffice {
    async fn list(&self, query: &AlertQuery) -> Result<Page<ListedAlert>, ScheduleError> {
        Ok(self.alerts.list(query).await?)
    }

    async fn mutes(&self, production: ProductionId) -> Result<Vec<Mute>, ScheduleError> {
        Ok(self.alerts.mutes(production, self.clock.now()).await?)
    }

    async fn mute(
        &self,
        production: ProductionId,
        kinds: Vec<(AlertKind, Option<DateTime<Utc>>)>,
        by: &Actor,
    ) -> Result<Vec<Mute>, ScheduleError> {
        let now = self.clock.now();
        let mut breaches = Breaches::default();
        let mut seen = BTreeSet::new();
        for (index, (kind, until)) in kinds.iter().enumerate() {
            let place = |field| Place::item(Field::Mutes, index).field(field);
            breaches.require(seen.insert(*kind), place(Field::Kind), Rule::Duplicate);
            if let Some(until) = until {
                breaches.take(place(Field::Until), check_mute(*until, now));
            }
        }
        breaches.into_result().map_err(ScheduleError::Invalid)?;
        self.alerts.mute(production, &kinds, by, now).await?;
        self.mutes(production).await
    }
}
