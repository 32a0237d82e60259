//! Messages by hand, and what became of all messages.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::message::MessageKind;
use domain::schedule::{DeliveryId, Destination, DestinationId, Productions, RunId, Task};
use domain::validation::{Breach, Field, Place, Rule};
use ports::actor::Actor;
use ports::driven::StorageError;
use ports::driven::{
    Delivery, DeliveryQuery, DeliveryQueue, DeliveryRetry, RequestedRun, RunQueue, ScheduleRepository,
};
use ports::driving::{MessageDesk, MessageOrder, MessagePreview, MessageRequest, ScheduleError};
use ports::paging::Page;

use crate::composing::{Composer, Order, scope};
use crate::tasks::TaskError;

/// Messages that somebody asks for.
pub struct MessageOffice {
    composer: Arc<Composer>,
    schedules: Arc<dyn ScheduleRepository>,
    runs: Arc<dyn RunQueue>,
    deliveries: Arc<dyn DeliveryQueue>,
}

impl MessageOffice {
    /// Made by this composer.
    pub fn new(
        composer: Arc<Composer>,
        schedules: Arc<dyn ScheduleRepository>,
        runs: Arc<dyn RunQueue>,
        deliveries: Arc<dyn DeliveryQueue>,
    ) -> Self {
        Self {
            composer,
            schedules,
            runs,
            deliveries,
        }
    }

    fn as_of(&self, request: &MessageRequest) -> NaiveDate {
        request.as_of.unwrap_or_else(|| self.composer.clock.today())
    }

    /// The destinations that were asked for, or else those of the schedules of this kind.
    async fn destinations(
        &self,
        kind: MessageKind,
        asked: Option<Vec<DestinationId>>,
    ) -> Result<Vec<Destination>, ScheduleError> {
        let all = self.composer.destinations.list().await?;
        let wanted: BTreeSet<DestinationId> = if let Some(ids) = asked {
            let is_known = |id: &DestinationId| all.iter().any(|destination| destination.id == *id);
            if let Some(index) = ids.iter().position(|id| !is_known(id)) {
                return Err(invalid(Place::item(Field::Destinations, index), Rule::Unknown));
            }
            ids.into_iter().collect()
        } else {
            let schedules = self.schedules.list().await?.into_iter();
            let schedules = schedules.map(|standing| standing.schedule);
            let of_kind = schedules.filter(|schedule| schedule.task == Task::Message(kind));
            of_kind.flat_map(|schedule| schedule.destinations).collect()
        };
        let wanted: Vec<_> = all.into_iter().filter(|of| wanted.contains(&of.id)).collect();
        if wanted.is_empty() {
            return Err(invalid(Field::Destinations, Rule::Required));
        }
        Ok(wanted)
    }
}

fn invalid(place: impl Into<Place>, rule: Rule) -> ScheduleError {
    ScheduleError::Invalid(vec![Breach::new(place, rule)])
}

fn productions(request: &MessageRequest) -> Productions {
    request
        .productions
        .clone()
        .map_or(Productions::AllActive, Productions::Named)
}

fn refused(error: TaskError) -> ScheduleError {
    match error {
        TaskError::Gone => ScheduleError::Unknown("schedule"),
        // Messages do not end so.
        TaskError::Failed(error) => StorageError::unavailable(error).into(),
        TaskError::Report(error) => ScheduleError::Report(error),
    }
}

#[async_trait]
impl MessageDesk for MessageOffice {
    async fn preview(
        &self,
        kind: MessageKind,
        request: MessageRequest,
        commentary: bool,
    ) -> Result<MessagePreview, ScheduleError> {
        let (as_of, productions) = (self.as_of(&request), productions(&request));
        let covered = self.composer.covered(kind, &productions).await?;
        let order = MessageOrder {
            kind,
            scope: scope(&productions, &covered.into_iter().collect()),
            as_of,
            slot: None,
            commentary,
        };
        let composed = self.composer.messages.compose(&order).await?;
        let rendering = self.composer.messages.render(&composed.message);
        Ok(MessagePreview {
            as_of,
            composed,
            rendering,
        })
    }

    async fn send(
        &self,
        kind: MessageKind,
        request: MessageRequest,
        by: &Actor,
    ) -> Result<Vec<Delivery>, ScheduleError> {
        let destinations = self.destinations(kind, request.destinations.clone()).await?;
        let run = RunId(self.composer.ids.next());
        let order = Order {
            run,
            kind,
            productions: &productions(&request),
            as_of: self.as_of(&request),
            slot: None,
            attaches_xlsx: request.attaches_xlsx,
        };
        let deliveries = self.composer.deliveries(&order, &destinations).await.map_err(refused)?;
        let requested = RequestedRun {
            id: run,
            schedule: None,
            task: Task::Message(kind),
            at: self.composer.clock.now(),
            deliveries: Some(deliveries.clone()),
        };
        self.runs.request(&requested, by).await?;
        Ok(deliveries)
    }

    async fn deliveries(&self, query: &DeliveryQuery) -> Result<Page<Delivery>, ScheduleError> {
        Ok(self.deliveries.list(query).await?)
    }

    async fn delivery(&self, id: DeliveryId) -> Result<Delivery, ScheduleError> {
        let found = self.deliveries.find(id).await?;
        found.ok_or(ScheduleError::Unknown("delivery"))
    }

    async fn retry(&self, id: DeliveryId, by: &Actor) -> Result<Delivery, ScheduleError> {
        match self.deliveries.retry(id, by, self.composer.clock.now()).await? {
            DeliveryRetry::Pending(delivery) => Ok(*delivery),
            DeliveryRetry::NotFailed => Err(ScheduleError::NotFailed),
            DeliveryRetry::NotFound => Err(ScheduleError::Unknown("delivery")),
        }
    }
}
