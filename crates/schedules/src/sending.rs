//! One attempt at one delivery.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::delivery::pause;
use domain::schedule::{Destination, DestinationKind, SkipReason, is_worth_trying};
use ports::driven::{
    Channel, Clock, Delivery, DeliveryOutcome, DeliveryQueue, FailureReason, Lease, LeasedDelivery, Mail, Parcel,
    SendFailure, StorageError, WebhookEvent, WebhookUrl,
};
use serde_json::Value;

use crate::audience::Audience;

/// Sends deliveries.
pub(crate) struct Sender {
    pub(crate) queue: Arc<dyn DeliveryQueue>,
    pub(crate) channel: Arc<dyn Channel>,
    pub(crate) audience: Arc<Audience>,
    pub(crate) clock: Arc<dyn Clock>,
    /// The company's webhook of Slack, as configured.
    pub(crate) company_slack: Option<WebhookUrl>,
    pub(crate) lease: Lease,
}

impl Sender {
    /// Sends a delivery that was leased, and records what became of it.
    pub(crate) async fn send(&self, leased: &LeasedDelivery) -> Result<(), StorageError> {
        let Some(outcome) = self.attempt(leased).await? else {
            tracing::warn!(delivery_id = %leased.delivery.id, "Somebody else has taken a delivery over.");
            return Ok(());
        };
        let delivery = &leased.delivery;
        match &outcome {
            DeliveryOutcome::Again { error, .. } => {
                tracing::warn!(delivery_id = %delivery.id, %error, "A delivery failed, and is tried again.");
            }
            DeliveryOutcome::Failed { error, .. } => {
                tracing::error!(delivery_id = %delivery.id, %error, "Gave a delivery up.");
            }
            DeliveryOutcome::Sent | DeliveryOutcome::Skipped(_) => {}
        }
        let (holder, now) = (self.lease.holder, self.clock.now());
        self.queue.finish(delivery.id, holder, &outcome, now).await?;
        Ok(())
    }

    /// What becomes of it; `None` when the lease was lost on the way.
    async fn attempt(&self, leased: &LeasedDelivery) -> Result<Option<DeliveryOutcome>, StorageError> {
        let LeasedDelivery {
            delivery, destination, ..
        } = leased;
        let receiver = &delivery.receiver;
        if destination.is_none() && receiver.user.is_none() {
            return Ok(Some(DeliveryOutcome::Skipped(SkipReason::DestinationGone)));
        }
        // Addresses and rights may have changed since it was made.
        let is_struck = |of: &Destination| receiver.address.as_ref().is_some_and(|to| !of.addresses.contains(to));
        if receiver.user.is_none() && destination.as_ref().is_some_and(is_struck) {
            return Ok(Some(DeliveryOutcome::Skipped(SkipReason::NoLongerVisible)));
        }
        let told = self
            .audience
            .told(destination.as_ref(), receiver, delivery.is_named, &delivery.about)
            .await?;
        if delivery.about.iter().any(|id| !told.contains(id)) {
            return Ok(Some(DeliveryOutcome::Skipped(SkipReason::NoLongerVisible)));
        }
        let Some(parcels) = self.parcels(leased) else {
            return Ok(Some(DeliveryOutcome::Skipped(SkipReason::NotConfigured)));
        };
        let count = parcels.len();
        for (index, parcel) in parcels.iter().enumerate().skip(delivery.parts_sent) {
            if let Err(failure) = self.channel.send(delivery.id.0, parcel).await {
                return Ok(Some(outcome(delivery, &failure, self.clock.now())));
            }
            let is_last = index + 1 == count;
            if !is_last && !self.queue.advance(delivery.id, self.lease, index + 1).await? {
                return Ok(None);
            }
        }
        Ok(Some(DeliveryOutcome::Sent))
    }

    /// What is sent, one after the other; `None` where there is no way to the receiver.
    fn parcels(&self, leased: &LeasedDelivery) -> Option<Vec<Parcel>> {
        let Delivery { receiver, content, .. } = &leased.delivery;
        let slack = |url: WebhookUrl| {
            let post = |post: &Value| Parcel::Slack {
                url: url.clone(),
                post: post.clone(),
            };
            content.parts.iter().map(post).collect()
        };
        match receiver.kind {
            DestinationKind::Slack => leased.url.clone().or_else(|| self.company_slack.clone()).map(slack),
            DestinationKind::ProductionSlack => leased.url.clone().map(slack),
            DestinationKind::Mail => {
                let mail = Mail {
                    to: receiver.address.clone()?,
                    subject: content.subject.clone(),
                    text: content.text.clone(),
                    html: content.html.clone().unwrap_or_default(),
                    attachments: content.attachments.clone(),
                };
                Some(vec![Parcel::Mail(mail)])
            }
            DestinationKind::Webhook => {
                let (url, secret) = (leased.url.clone()?, leased.secret.clone()?);
                let parcel = |part: &Value| Parcel::Webhook {
                    url: url.clone(),
                    secret: secret.clone(),
                    event: event(part, leased.delivery.created_at),
                };
                Some(content.parts.iter().map(parcel).collect())
            }
        }
    }
}

/// An event as it was kept.
fn event(part: &Value, created_at: DateTime<Utc>) -> WebhookEvent {
    let timestamp = part["timestamp"]
        .as_str()
        .and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    WebhookEvent {
        event_type: part["type"].as_str().unwrap_or_default().to_owned(),
        occurred_at: timestamp.map_or(created_at, |at| at.to_utc()),
        data: part["data"].clone(),
    }
}

fn outcome(delivery: &Delivery, failure: &SendFailure, now: DateTime<Utc>) -> DeliveryOutcome {
    let (reason, error) = (failure.reason().code().to_owned(), failure.to_string());
    match failure {
        SendFailure::Temporary { retry_after, .. } => {
            // Deliveries that failed together have other identifiers, and each comes back at a moment of its own.
            let randomness = delivery.id.0.as_u64_pair().1.rotate_left(delivery.failures);
            let pause = pause(delivery.failures.saturating_add(1), randomness, *retry_after);
            let at = now + TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX);
            if is_worth_trying(delivery.tried_since, at) {
                DeliveryOutcome::Again { at, reason, error }
            } else {
                DeliveryOutcome::Failed { reason, error }
            }
        }
        SendFailure::Refused {
            reason: FailureReason::NotConfigured,
        } => DeliveryOutcome::Skipped(SkipReason::NotConfigured),
        SendFailure::Permanent { .. } | SendFailure::Refused { .. } => DeliveryOutcome::Failed { reason, error },
    }
}
