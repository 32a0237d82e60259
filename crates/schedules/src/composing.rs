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
    Attachment, Clock, Content, Delivery, DestinationRepository, Ids, ProductionQuery, ProductionRepository, Receiver,
    ReportScope, ReportWorkbooks, Run, StorageError,
};
use ports::driving::{MessageOrder, Messages, Rendering};
use ports::paging::{MAX_PER_PAGE, Paging};
use serde_json::{Value, json};

use crate::audience::Audience;
use crate::tasks::{ScheduledTask, TaskError};

/// What a composer needs.
pub struct Composer {
    /// Makes messages.
    pub messages: Arc<dyn Messages>,
    /// Writes what is attached to mails.
    pub workbooks: Arc<dyn ReportWorkbooks>,
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
    /// Whether mails come with the reports that they are made of.
    pub(crate) attaches_xlsx: bool,
}

/// A message as it is told to those who may see the same productions.
struct Prepared {
    rendering: Rendering,
    attachments: Vec<Attachment>,
}

impl Composer {
    /// What each receiver of these destinations gets.
    pub(crate) async fn deliveries(
        &self,
        order: &Order<'_>,
        destinations: &[Destination],
    ) -> Result<Vec<Delivery>, TaskError> {
        let covered = self.covered(order.kind, order.productions).await?;
        let has_mail = destinations.iter().any(|of| of.kind == DestinationKind::Mail);
        let mut made: HashMap<BTreeSet<ProductionId>, Option<Prepared>> = HashMap::new();
        let mut deliveries = Vec::new();
        for destination in destinations {
            for receiver in self.receivers(destination, &covered).await? {
                let is_named = *order.productions != Productions::AllActive;
                let told = self
                    .audience
                    .told(Some(destination), &receiver, is_named, &covered)
                    .await?;
                if !told.is_empty() && !made.contains_key(&told) {
                    made.insert(told.clone(), self.prepare(order, &told, has_mail).await?);
                }
                let delivery = self.delivery(order, receiver, is_named, told.iter().copied().collect());
                deliveries.push(match made.get(&told) {
                    Some(Some(prepared)) => Delivery {
                        content: content(order, &delivery.receiver, prepared, self.clock.now()),
                        ..delivery
                    },
                    Some(None) | None => skipped(delivery, SkipReason::NothingToSee),
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

    /// The message for those who may see these productions; `None` where it would tell of none.
    async fn prepare(
        &self,
        order: &Order<'_>,
        told: &BTreeSet<ProductionId>,
        has_mail: bool,
    ) -> Result<Option<Prepared>, TaskError> {
        let scope = scope(order.productions, told);
        let wanted = MessageOrder {
            kind: order.kind,
            scope: scope.clone(),
            as_of: order.as_of,
            slot: order.slot.map(in_kst),
            commentary: true,
        };
        let composed = self.messages.compose(&wanted).await?;
        if composed.is_empty {
            return Ok(None);
        }
        let mut attachments = Vec::new();
        if order.attaches_xlsx && has_mail {
            for report in order.kind.reports() {
                attachments.push(self.workbooks.workbook(report, &scope, order.as_of).await?);
            }
        }
        let rendering = self.messages.render(&composed.message);
        Ok(Some(Prepared { rendering, attachments }))
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

fn content(order: &Order<'_>, receiver: &Receiver, prepared: &Prepared, now: DateTime<Utc>) -> Content {
    let rendering = &prepared.rendering;
    let data = json!({
        "kind": order.kind.code(),
        "asOf": order.as_of,
        "slot": order.slot.map(|slot| in_kst(slot).to_rfc3339()),
        "subject": rendering.subject,
        "text": rendering.text,
    });
    let content = rendered(receiver.kind, rendering, ("message.sent", now, data));
    match receiver.kind {
        DestinationKind::Mail => Content {
            attachments: prepared.attachments.clone(),
            ..content
        },
        DestinationKind::Slack | DestinationKind::ProductionSlack | DestinationKind::Webhook => content,
    }
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
        attachments: Vec::new(),
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
            attaches_xlsx: schedule.attaches_xlsx,
        };
        let all = self.destinations.list().await?;
        let is_meant = |destination: &Destination| schedule.destinations.contains(&destination.id);
        let destinations: Vec<_> = all.into_iter().filter(is_meant).collect();
        self.deliveries(&order, &destinations).await
    }
}
