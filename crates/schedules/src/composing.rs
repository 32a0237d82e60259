//! From a message of figures to what each receiver gets of it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::calendar::in_kst;
use domain::message::MessageKind;
use domain::production::{Category, ProductionId};
use domain::reports::Covers;
use domain::schedule::{
    DeliveryId, DeliveryState, Destination, DestinationKind, Productions, RunId, Schedule, SkipReason, Task,
};
use ports::driven::{
    Clock, Content, Delivery, DestinationRepository, Ids, ProductionQuery, ProductionRepository, Receiver, ReportScope,
    Run, StorageError,
};
use ports::driving::{Composed, MessageOrder, Messages, Rendering};
use ports::paging::{MAX_PER_PAGE, Paging};
use serde_json::{Value, json};

use crate::audience::Audience;
use crate::tasks::{ScheduledTask, TaskError};

/// What a composer needs.
pub struct Composer {
    /// Makes messages.
    pub messages: Arc<dyn Messages>,
    /// What is there.
    pub productions: Arc<dyn ProductionRepository>,
    /// Where messages go.
    pub destinations: Arc<dyn DestinationRepository>,
    /// What each receiver may be told of.
    pub audience: Arc<Audience>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
}

/// A message that is to be sent.
pub(crate) struct Order<'a> {
    pub(crate) run: RunId,
    pub(crate) kind: MessageKind,
    pub(crate) productions: &'a Productions,
    pub(crate) as_of: NaiveDate,
    /// The time of the schedule that it is for; `None` by hand.
    pub(crate) slot: Option<DateTime<Utc>>,
}

impl Composer {
    /// What each receiver of these destinations gets.
    pub(crate) async fn deliveries(
        &self,
        order: &Order<'_>,
        destinations: &[Destination],
    ) -> Result<Vec<Delivery>, TaskError> {
        let covered = self.covered(order.kind, order.productions).await?;
        let mut made: HashMap<BTreeSet<ProductionId>, (Composed, Rendering)> = HashMap::new();
        let mut deliveries = Vec::new();
        for destination in destinations {
            for receiver in self.receivers(destination, &covered).await? {
                let is_named = *order.productions != Productions::AllActive;
                let told = self
                    .audience
                    .told(Some(destination), &receiver, is_named, &covered)
                    .await?;
                if !told.is_empty() && !made.contains_key(&told) {
                    let composed = self.compose(order, &told).await?;
                    let rendering = self.messages.render(&composed.message);
                    made.insert(told.clone(), (composed, rendering));
                }
                let message = made.get(&told).filter(|(composed, _)| !composed.is_empty);
                let delivery = self.delivery(order, receiver, is_named, told.iter().copied().collect());
                deliveries.push(match message {
                    Some((_, rendering)) => Delivery {
                        content: content(order, &delivery.receiver, rendering, self.clock.now()),
                        ..delivery
                    },
                    None => skipped(delivery, SkipReason::NothingToSee),
                });
            }
        }
        Ok(deliveries)
    }

    /// The productions that a message of this kind is about.
    pub(crate) async fn covered(
        &self,
        kind: MessageKind,
        productions: &Productions,
    ) -> Result<Vec<ProductionId>, StorageError> {
        let is_covered = |category| match kind.covers() {
            Covers::Stage => category != Category::Concert,
            Covers::Concerts => category == Category::Concert,
            Covers::All => true,
        };
        let listed = self.listed(productions).await?.into_iter();
        let covered = listed.filter(|(_, category)| is_covered(*category));
        Ok(covered.map(|(id, _)| id).collect())
    }

    /// Productions with their categories.
    pub(crate) async fn listed(
        &self,
        productions: &Productions,
    ) -> Result<Vec<(ProductionId, Category)>, StorageError> {
        let (visible, active) = match productions {
            Productions::AllActive => (Visible::All, Some(true)),
            Productions::Named(ids) => (Visible::Only(ids.iter().copied().collect()), None),
        };
        let mut listed = Vec::new();
        for page in 1.. {
            let query = ProductionQuery {
                visible: visible.clone(),
                active,
                paging: Paging {
                    page,
                    per_page: MAX_PER_PAGE,
                },
                ..ProductionQuery::default()
            };
            let found = self.productions.list(&query).await?;
            let is_last = found.items.len() < MAX_PER_PAGE as usize;
            listed.extend(found.items.into_iter().map(|of| (of.id, of.details.category)));
            if is_last {
                break;
            }
        }
        Ok(listed)
    }

    /// Those that a destination stands for. A production without a webhook of its own is no receiver.
    pub(crate) async fn receivers(
        &self,
        destination: &Destination,
        productions: &[ProductionId],
    ) -> Result<Vec<Receiver>, StorageError> {
        let receiver = Receiver {
            destination: Some(destination.id),
            kind: destination.kind,
            production: None,
            address: None,
            user: None,
            name: destination.name.clone(),
        };
        Ok(match destination.kind {
            DestinationKind::Slack | DestinationKind::Webhook => vec![receiver],
            DestinationKind::Mail => {
                let to = |address| Receiver {
                    address: Some(address),
                    ..receiver.clone()
                };
                destination.addresses.iter().cloned().map(to).collect()
            }
            DestinationKind::ProductionSlack => {
                let own = self.destinations.with_own_webhook(productions).await?;
                let of = |(id, name)| Receiver {
                    production: Some(id),
                    name,
                    ..receiver.clone()
                };
                own.into_iter().map(of).collect()
            }
        })
    }

    async fn compose(&self, order: &Order<'_>, told: &BTreeSet<ProductionId>) -> Result<Composed, TaskError> {
        let order = MessageOrder {
            kind: order.kind,
            scope: scope(order.productions, told),
            as_of: order.as_of,
            slot: order.slot.map(in_kst),
            commentary: true,
        };
        Ok(self.messages.compose(&order).await?)
    }

    fn delivery(&self, order: &Order<'_>, receiver: Receiver, is_named: bool, about: Vec<ProductionId>) -> Delivery {
        Delivery {
            run: Some(order.run),
            slot: order.slot,
            is_named,
            about,
            ..new_delivery(
                DeliveryId(self.ids.next()),
                format!("run:{}", order.run),
                order.kind.code(),
                receiver,
                self.clock.now(),
            )
        }
    }
}

/// A scope of these productions only, for whoever may be told of no others.
pub(crate) fn scope(productions: &Productions, told: &BTreeSet<ProductionId>) -> ReportScope {
    ReportScope {
        visible: Visible::Only(told.iter().copied().collect()),
        production_ids: match productions {
            Productions::AllActive => Vec::new(),
            Productions::Named(_) => told.iter().copied().collect(),
        },
        include_inactive: false,
    }
}

/// A delivery that waits to be sent, without content.
pub(crate) fn new_delivery(
    id: DeliveryId,
    cause: String,
    kind: &str,
    receiver: Receiver,
    now: DateTime<Utc>,
) -> Delivery {
    Delivery {
        id,
        cause,
        run: None,
        kind: kind.to_owned(),
        slot: None,
        receiver,
        about: Vec::new(),
        is_named: false,
        content: Content::default(),
        parts_sent: 0,
        state: DeliveryState::Pending,
        reason: None,
        last_error: None,
        failures: 0,
        interruptions: 0,
        tried_since: now,
        next_attempt_at: None,
        created_at: now,
        finished_at: None,
    }
}

fn skipped(delivery: Delivery, reason: SkipReason) -> Delivery {
    Delivery {
        state: DeliveryState::Skipped,
        reason: Some(reason.code().to_owned()),
        finished_at: Some(delivery.created_at),
        ..delivery
    }
}

fn content(order: &Order<'_>, receiver: &Receiver, rendering: &Rendering, now: DateTime<Utc>) -> Content {
    let data = json!({
        "kind": order.kind.code(),
        "asOf": order.as_of,
        "slot": order.slot.map(|slot| in_kst(slot).to_rfc3339()),
        "subject": rendering.subject,
        "text": rendering.text,
    });
    rendered(receiver.kind, rendering, ("message.sent", now, data))
}

/// What a receiver of this kind gets of a rendering, or of an event: its type, its time and its data.
pub(crate) fn rendered(
    kind: DestinationKind,
    rendering: &Rendering,
    (event_type, occurred_at, data): (&str, DateTime<Utc>, Value),
) -> Content {
    Content {
        subject: rendering.subject.clone(),
        text: rendering.text.clone(),
        html: (kind == DestinationKind::Mail).then(|| rendering.html.clone()),
        parts: match kind {
            DestinationKind::Slack | DestinationKind::ProductionSlack => rendering.slack.clone(),
            DestinationKind::Mail => Vec::new(),
            DestinationKind::Webhook => {
                vec![json!({ "type": event_type, "timestamp": occurred_at.to_rfc3339(), "data": data })]
            }
        },
    }
}

#[async_trait]
impl ScheduledTask for Composer {
    async fn perform(&self, run: &Run, schedule: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        let Some(schedule) = schedule else {
            return Err(TaskError::Gone);
        };
        let Task::Message(kind) = run.task else {
            return Err(TaskError::Gone);
        };
        let order = Order {
            run: run.id,
            kind,
            productions: &schedule.productions,
            as_of: in_kst(run.slot).date_naive(),
            slot: Some(run.slot),
        };
        let all = self.destinations.list().await?;
        let is_meant = |destination: &Destination| schedule.destinations.contains(&destination.id);
        let destinations: Vec<_> = all.into_iter().filter(is_meant).collect();
        self.deliveries(&order, &destinations).await
    }
}
