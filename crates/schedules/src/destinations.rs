//! Destinations, as the office keeps them.

use std::sync::Arc;

use async_trait::async_trait;
use domain::limits::MAX_NAME_CHARS;
use domain::message::{Block, Message, Section};
use domain::schedule::{DeliveryId, Destination, DestinationId, DestinationKind, MAX_ADDRESSES};
use domain::validation::{Breaches, Field, Rule, clean_line};
use domain::webhook_hosts::WebhookHosts;
use ports::actor::{Actor, Edit};
use ports::driven::{
    AuditAction, Delivery, DeliveryQueue, DestinationRepository, DestinationSecrets, DestinationUpdate, Patch,
    Receiver, WebhookSecret, WebhookUrl,
};
use ports::driving::{DestinationChange, DestinationDesk, NewDestination, ScheduleError};
use ports::retry::retried;
use serde_json::json;

use crate::composing::{Composer, new_delivery, rendered};
use crate::into_schedule_error;

/// Shortest and longest secret that Standard Webhooks takes, in bytes.
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 24..=64;

/// The office's view of destinations.
pub struct Destinations {
    repository: Arc<dyn DestinationRepository>,
    deliveries: Arc<dyn DeliveryQueue>,
    composer: Arc<Composer>,
    hosts: WebhookHosts,
}

impl Destinations {
    /// Whose webhooks lead to these hosts.
    pub fn new(
        repository: Arc<dyn DestinationRepository>,
        deliveries: Arc<dyn DeliveryQueue>,
        composer: Arc<Composer>,
        hosts: WebhookHosts,
    ) -> Self {
        Self {
            repository,
            deliveries,
            composer,
            hosts,
        }
    }

    async fn find(&self, id: DestinationId) -> Result<Destination, ScheduleError> {
        let found = self.repository.find(id).await?;
        found.ok_or(ScheduleError::Unknown("destination"))
    }

    /// Refuses what no destination of this kind may have; answers the name as it is kept.
    fn check(
        &self,
        of: &Destination,
        url: Option<&WebhookUrl>,
        secret: Option<&WebhookSecret>,
    ) -> Result<String, ScheduleError> {
        let mut breaches = Breaches::default();
        let name = clean_line(&of.name, MAX_NAME_CHARS).and_then(|name| name.ok_or(Rule::Required));
        let name = breaches.take(Field::Name, name);
        let is = |kind| of.kind == kind;
        let has_mail = is(DestinationKind::Mail);
        breaches.require(
            has_mail || of.addresses.is_empty(),
            Field::Addresses,
            Rule::NotOfThisKind,
        );
        breaches.require(!has_mail || !of.addresses.is_empty(), Field::Addresses, Rule::Required);
        breaches.require(
            of.addresses.len() <= MAX_ADDRESSES,
            Field::Addresses,
            Rule::TooMany(MAX_ADDRESSES),
        );
        if let Some(WebhookUrl(url)) = url {
            let is_allowed = match of.kind {
                DestinationKind::Slack => self.hosts.of_slack(url).is_some(),
                DestinationKind::Webhook => self.hosts.of_ones_own(url).is_some(),
                DestinationKind::ProductionSlack | DestinationKind::Mail => false,
            };
            breaches.require(is_allowed, Field::Url, Rule::NotAllowed);
        }
        if let Some(WebhookSecret(secret)) = secret {
            let fits = is(DestinationKind::Webhook) && SECRET_BYTES.contains(&secret.len());
            breaches.require(
                fits,
                Field::Secret,
                Rule::SecretOutOfRange(*SECRET_BYTES.start(), *SECRET_BYTES.end()),
            );
        }
        let is_webhook = is(DestinationKind::Webhook);
        breaches.require(!is_webhook || of.has_address, Field::Url, Rule::Required);
        breaches.require(!is_webhook || of.has_secret, Field::Secret, Rule::Required);
        breaches.require(
            is_webhook || !of.takes_snapshots,
            Field::TakesSnapshots,
            Rule::NotOfThisKind,
        );
        breaches.into_result().map_err(ScheduleError::Invalid)?;
        Ok(name.unwrap_or_default())
    }
}

fn set<T>(patch: &Patch<T>) -> Option<&T> {
    match patch {
        Patch::Set(value) => Some(value),
        Patch::Keep | Patch::Clear => None,
    }
}

/// Whether something is there after a change.
fn stays<T>(patch: &Patch<T>, present: bool) -> bool {
    match patch {
        Patch::Keep => present,
        Patch::Clear => false,
        Patch::Set(_) => true,
    }
}

#[async_trait]
impl DestinationDesk for Destinations {
    async fn list(&self) -> Result<Vec<Destination>, ScheduleError> {
        Ok(self.repository.list().await?)
    }

    async fn read(&self, id: DestinationId) -> Result<Destination, ScheduleError> {
        self.find(id).await
    }

    async fn create(&self, new: NewDestination, by: &Actor) -> Result<Destination, ScheduleError> {
        let mut destination = Destination {
            id: DestinationId(self.composer.ids.next()),
            name: new.name,
            kind: new.kind,
            has_address: new.url.is_some() || !new.addresses.is_empty(),
            has_secret: new.secret.is_some(),
            addresses: new.addresses,
            productions: new.productions,
            takes_alerts: new.takes_alerts,
            takes_snapshots: new.takes_snapshots,
            revision: 0,
        };
        destination.name = self.check(&destination, new.url.as_ref(), new.secret.as_ref())?;
        let secrets = DestinationSecrets {
            url: new.url,
            secret: new.secret,
        };
        let stored = self.repository.insert(&destination, &secrets, by).await;
        stored.map_err(into_schedule_error)?;
        self.find(destination.id).await
    }

    async fn change(
        &self,
        id: DestinationId,
        change: DestinationChange,
        edit: &Edit,
    ) -> Result<Destination, ScheduleError> {
        let changed = retried(|| async {
            let present = self.find(id).await?;
            let addresses = change.addresses.clone().unwrap_or_else(|| present.addresses.clone());
            let has_url = stays(&change.url, present.has_address && present.kind.has_url());
            let mut after = Destination {
                name: change.name.clone().unwrap_or(present.name),
                productions: change.productions.clone().unwrap_or(present.productions),
                takes_alerts: change.takes_alerts.unwrap_or(present.takes_alerts),
                takes_snapshots: change.takes_snapshots.unwrap_or(present.takes_snapshots),
                has_address: has_url || !addresses.is_empty(),
                has_secret: stays(&change.secret, present.has_secret),
                addresses,
                ..present
            };
            after.name = self.check(&after, set(&change.url), set(&change.secret))?;
            let update = DestinationUpdate {
                destination: after,
                url: change.url.clone(),
                secret: change.secret.clone(),
            };
            let stored = self.repository.update(&update, edit).await;
            stored.map_err(into_schedule_error)
        });
        changed.await?;
        self.find(id).await
    }

    async fn delete(&self, id: DestinationId, edit: &Edit) -> Result<(), ScheduleError> {
        let was_there = self.repository.delete(id, edit).await?;
        was_there.then_some(()).ok_or(ScheduleError::Unknown("destination"))
    }

    async fn test(&self, id: DestinationId, by: &Actor) -> Result<Vec<Delivery>, ScheduleError> {
        let destination = self.find(id).await?;
        let productions = self.composer.listed(&destination.productions).await?;
        let ids: Vec<_> = productions.iter().map(|(id, _)| *id).collect();
        let receivers = self.composer.receivers(&destination, &ids).await?;
        let now = self.composer.clock.now();
        let text = "이 메시지가 보이면 연결이 잘 되어 있습니다.";
        let message = Message::new("Fullhouse 시험 메시지", text).with(Section::plain().with(Block::paragraph(text)));
        let rendering = self.composer.messages.render(&message);
        let test_id = self.composer.ids.next();
        let to = |receiver: Receiver| {
            let data = json!({ "text": text });
            Delivery {
                content: rendered(receiver.kind, &rendering, ("test.sent", now, data)),
                ..new_delivery(
                    DeliveryId(self.composer.ids.next()),
                    format!("test:{test_id}"),
                    "test",
                    receiver,
                    now,
                )
            }
        };
        let deliveries: Vec<_> = receivers.into_iter().map(to).collect();
        let act = AuditAction::DestinationTested;
        self.deliveries.order(&deliveries, act, &id.to_string(), by).await?;
        Ok(deliveries)
    }
}
