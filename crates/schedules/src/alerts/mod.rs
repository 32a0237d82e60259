//! What is told without being asked for: by the clock, and when a snapshot goes live.

mod office;
mod sources;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::alert::{AlertId, Finding, LOW_THRESHOLD, Present, findings, held_files};
use domain::calendar::in_kst;
use domain::reports::Report;
use domain::reports::overview::{Overview, Row};
use domain::schedule::{DeliveryId, Schedule};
use ports::causes::Causes;
use ports::driven::collection::SourceAlertRepository;
use ports::driven::{
    Alert, AlertRepository, Arrival, Delivery, FiguresOf, NewAlert, ReportError, ReportScope, Run, StorageError,
    UserRepository,
};
use serde_json::json;

use crate::composing::{Composer, new_delivery, rendered};
use crate::tasks::{ScheduledTask, TaskError};

pub use office::AlertOffice;

/// What alerts need.
pub struct AlertPorts {
    /// What was told, and what more is found in.
    pub alerts: Arc<dyn AlertRepository>,
    /// How productions stand.
    pub standings: Arc<dyn FiguresOf<Overview>>,
    /// Makes messages, and knows where they go.
    pub composer: Arc<Composer>,
    /// What administrators are to be told of sources.
    pub sources: Arc<dyn SourceAlertRepository>,
    /// Who is one.
    pub users: Arc<dyn UserRepository>,
}

/// Finds what is worth telling.
pub struct Alerts {
    ports: AlertPorts,
}

impl Alerts {
    /// With these ports.
    pub fn new(ports: AlertPorts) -> Self {
        Self { ports }
    }

    /// Looks at the productions that a snapshot went live of. One that cannot be looked at is left, as it would keep the
    /// others waiting; the clock looks at it again.
    pub(crate) async fn look_at_arrivals(&self) -> Result<(), StorageError> {
        for arrival in self.ports.alerts.arrivals().await? {
            match self.look_at_arrival(arrival).await {
                Ok(()) => {}
                Err(ReportError::Storage(error @ StorageError::Unavailable(_))) => return Err(error),
                Err(error) => {
                    let production_id = arrival.production;
                    tracing::error!(%production_id, error = %Causes(&error), "Could not look for alerts.");
                }
            }
            self.ports.alerts.settle(arrival).await?;
        }
        Ok(())
    }

    async fn look_at_arrival(&self, arrival: Arrival) -> Result<(), ReportError> {
        let (now, as_of) = self.now();
        for row in self
            .standings(Visible::Only([arrival.production].into()), as_of)
            .await?
        {
            self.look_at(&row, false, now, as_of).await?;
        }
        Ok(())
    }

    fn now(&self) -> (DateTime<Utc>, NaiveDate) {
        let now = self.ports.composer.clock.now();
        (now, in_kst(now).date_naive())
    }

    /// How the active ones of these productions stand.
    async fn standings(&self, visible: Visible, as_of: NaiveDate) -> Result<Vec<Row>, ReportError> {
        let scope = ReportScope {
            visible,
            production_ids: Vec::new(),
            include_inactive: false,
        };
        let window = Overview::window(as_of, &LOW_THRESHOLD);
        let figures = self.ports.standings.figures(&scope, window).await?;
        Ok(Overview::answer(figures.value, as_of, &LOW_THRESHOLD).items)
    }

    async fn look_at(
        &self,
        standing: &Row,
        is_late: bool,
        now: DateTime<Utc>,
        as_of: NaiveDate,
    ) -> Result<(), StorageError> {
        let Some(ground) = self.ports.alerts.ground(standing.production.id, now).await? else {
            return Ok(());
        };
        let present = Present {
            is_late,
            low_performances: &standing.low_performances,
        };
        let mut found = findings(present, &ground.past, &ground.told, as_of);
        found.extend(held_files(&ground.held, &ground.told));
        for finding in found {
            if ground.muted.contains(&finding.news.kind()) {
                continue;
            }
            let alert = self.alert(standing, finding, now, as_of).await?;
            let (kind, production) = (alert.alert.kind.code(), standing.production.id);
            // Where somebody else told it meanwhile, there is nothing to do.
            if self.ports.alerts.tell(&alert).await? {
                tracing::info!(kind, production_id = %production, "Told an alert.");
            }
        }
        Ok(())
    }

    /// The alert of a finding, with what each receiver gets of it.
    async fn alert(
        &self,
        standing: &Row,
        finding: Finding,
        now: DateTime<Utc>,
        as_of: NaiveDate,
    ) -> Result<NewAlert, StorageError> {
        let Composer {
            messages,
            destinations,
            audience,
            ids,
            ..
        } = self.ports.composer.as_ref();
        let production = &standing.production;
        let rendering = messages.render(&messages.alert(production, &finding.news, as_of));
        let alert = Alert {
            id: AlertId(ids.next()),
            kind: finding.news.kind(),
            production: production.id,
            found_at: now,
            title: rendering.subject.clone(),
            text: rendering.text.clone(),
        };
        let data = json!({
            "alertId": alert.id.0,
            "kind": alert.kind.code(),
            "productionId": production.id.0,
            "productionCode": production.code.as_str(),
            "causes": finding.causes,
            "title": alert.title,
            "text": alert.text,
        });
        let about = [production.id];
        let mut deliveries = Vec::new();
        for destination in destinations.list().await? {
            if !destination.takes_alerts {
                continue;
            }
            for receiver in self.ports.composer.receivers(&destination, &about).await? {
                let told = audience.told(Some(&destination), &receiver, false, &about).await?;
                if told.is_empty() {
                    continue;
                }
                let event = ("alert.found", now, data.clone());
                let content = rendered(receiver.kind, &rendering, event);
                let (id, cause) = (DeliveryId(ids.next()), format!("alert:{}", alert.id));
                deliveries.push(Delivery {
                    about: about.to_vec(),
                    content,
                    ..new_delivery(id, cause, "alert", receiver, now)
                });
            }
        }
        Ok(NewAlert {
            alert,
            causes: finding.causes,
            deliveries,
        })
    }
}

#[async_trait]
impl ScheduledTask for Alerts {
    async fn perform(&self, _: &Run, _: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        // As things are now, not as they were at the time of the schedule: nobody is told what is not so any more.
        let (now, as_of) = self.now();
        for row in self.standings(Visible::All, as_of).await? {
            self.look_at(&row, row.missing, now, as_of).await?;
        }
        Ok(Vec::new())
    }
}
