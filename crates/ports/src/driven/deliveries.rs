use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::people::{Email, UserId};
use domain::production::ProductionId;
use domain::schedule::{DeliveryId, DeliveryState, Destination, DestinationId, DestinationKind, RunId, SkipReason};
use serde_json::Value;
use uuid::Uuid;

use super::{Attachment, AuditAction, Lease, Patch, StorageError, WebhookSecret, WebhookUrl};
use crate::actor::{Actor, Edit};
use crate::paging::{Order, Page, Paging};

/// One message on its way to one receiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Identity, which the receiver is told, the same with each attempt.
    pub id: DeliveryId,
    /// What it is sent for. With the receiver it is unique: what is sent once is sent for one cause.
    pub cause: String,
    /// The run that made it.
    pub run: Option<RunId>,
    /// What it tells: `daily-plays`, `alert`, `snapshot`, `test`.
    pub kind: String,
    /// The time of the schedule that it is for.
    pub slot: Option<DateTime<Utc>>,
    /// Who gets it.
    pub receiver: Receiver,
    /// The productions that it tells of.
    pub about: Vec<ProductionId>,
    /// Whether whoever ordered it named these productions, so that somebody without an account may get it.
    pub is_named: bool,
    /// What is sent.
    pub content: Content,
    /// How many of its parts were taken.
    pub parts_sent: usize,
    /// Where it stands.
    pub state: DeliveryState,
    /// Code of why it failed or was skipped.
    pub reason: Option<String>,
    /// Why the last attempt failed; no secrets.
    pub last_error: Option<String>,
    /// How many attempts failed.
    pub failures: u32,
    /// How many attempts ended with their server; each of them may have arrived.
    pub interruptions: i32,
    /// Since when it is tried.
    pub tried_since: DateTime<Utc>,
    /// When it is tried next.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was sent, given up or skipped.
    pub finished_at: Option<DateTime<Utc>>,
}

/// Who gets a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// The destination; `None` of a digest, and after it was deleted.
    pub destination: Option<DestinationId>,
    /// How it is sent.
    pub kind: DestinationKind,
    /// Of [`DestinationKind::ProductionSlack`]: whose webhook it goes to.
    pub production: Option<ProductionId>,
    /// Of mail: the address.
    pub address: Option<Email>,
    /// Of a digest: whose.
    pub user: Option<UserId>,
    /// Name of the destination, or of the production whose webhook it is.
    pub name: String,
}

impl Receiver {
    /// Tells receivers apart.
    pub fn key(&self) -> String {
        let destination = self.destination.map(|id| id.to_string()).unwrap_or_default();
        let user = self.user.map(|id| id.0.to_string()).unwrap_or_default();
        let production = self.production.map(|id| id.to_string()).unwrap_or_default();
        let address = self.address.as_ref().map(Email::as_str).unwrap_or_default();
        format!("{destination}{user}/{production}{address}")
    }
}

/// What is sent, as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Of mail: the document.
    pub html: Option<String>,
    /// Sent one after the other: posts of Slack; of a webhook the one event.
    pub parts: Vec<Value>,
    /// Of mail: files that come with it. They are kept for [`ATTACHMENTS_KEPT`] after it was sent.
    pub attachments: Vec<Attachment>,
}

/// How long what came with a mail is kept after it was sent.
pub const ATTACHMENTS_KEPT: TimeDelta = TimeDelta::days(30);

/// A delivery that somebody has taken to send it, with where to.
#[derive(Debug, Clone, PartialEq)]
pub struct LeasedDelivery {
    /// The delivery.
    pub delivery: Delivery,
    /// Its destination, as it is now.
    pub destination: Option<Destination>,
    /// The address of the webhook: of the destination, or of the production.
    pub url: Option<WebhookUrl>,
    /// What a webhook of one's own is signed with.
    pub secret: Option<WebhookSecret>,
}

/// How an attempt at a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryOutcome {
    /// The other side has taken it.
    Sent,
    /// To be tried again then.
    Again {
        /// When.
        at: DateTime<Utc>,
        /// Code of what happened.
        reason: String,
        /// In words; no secrets.
        error: String,
    },
    /// Not to be tried again.
    Failed {
        /// Code of what happened.
        reason: String,
        /// In words; no secrets.
        error: String,
    },
    /// Not to be sent.
    Skipped(SkipReason),
}

/// Which deliveries to list, the newest first unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryQuery {
    /// Only those that stand there.
    pub state: Option<DeliveryState>,
    /// Only those to this destination.
    pub destination: Option<DestinationId>,
    /// Only those of this run.
    pub run: Option<RunId>,
    /// Direction, by the time when they were made.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// What became of a retry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryRetry {
    /// It waits for a server again.
    Pending(Box<Delivery>),
    /// Only what failed or was skipped can be tried again.
    NotFailed,
    /// There is no such delivery.
    NotFound,
}

/// Messages on their way.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DeliveryQueue: Send + Sync {
    /// Puts messages on their way, all or none. Those whose cause and receiver have one already are left out. Answers how
    /// many are new.
    async fn insert(&self, deliveries: &[Delivery]) -> Result<usize, StorageError>;

    /// The same by hand, recorded as this act on this thing.
    async fn order(
        &self,
        deliveries: &[Delivery],
        act: AuditAction,
        subject_id: &str,
        by: &Actor,
    ) -> Result<usize, StorageError>;

    /// Takes a delivery whose time has come, or whose lease ran out, which counts as an interruption: it may have arrived.
    async fn lease(&self, lease: Lease, now: DateTime<Utc>) -> Result<Option<LeasedDelivery>, StorageError>;

    /// Records that so many parts were taken, and begins the lease anew. Must do nothing and answer `false` when the lease
    /// was lost.
    async fn advance(&self, id: DeliveryId, lease: Lease, parts_sent: usize) -> Result<bool, StorageError>;

    /// Ends an attempt. Must do nothing and answer `false` when the lease was lost.
    async fn finish(
        &self,
        id: DeliveryId,
        holder: Uuid,
        outcome: &DeliveryOutcome,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError>;

    /// One page of deliveries, without [`Content::attachments`].
    async fn list(&self, query: &DeliveryQuery) -> Result<Page<Delivery>, StorageError>;

    /// One delivery with all that is sent.
    async fn find(&self, id: DeliveryId) -> Result<Option<Delivery>, StorageError>;

    /// Puts one that failed or was skipped on its way again, and records who asked.
    async fn retry(&self, id: DeliveryId, by: &Actor, now: DateTime<Utc>) -> Result<DeliveryRetry, StorageError>;
}

/// Secrets of a destination.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DestinationSecrets {
    /// The address of its webhook.
    pub url: Option<WebhookUrl>,
    /// What that is signed with.
    pub secret: Option<WebhookSecret>,
}

/// A changed destination to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestinationUpdate {
    /// The destination as it is to be.
    pub destination: Destination,
    /// The address of its webhook.
    pub url: Patch<WebhookUrl>,
    /// What that is signed with.
    pub secret: Patch<WebhookSecret>,
}

/// Keeps destinations.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DestinationRepository: Send + Sync {
    /// All destinations by name.
    async fn list(&self) -> Result<Vec<Destination>, StorageError>;

    /// One destination.
    async fn find(&self, id: DestinationId) -> Result<Option<Destination>, StorageError>;

    /// Stores a new one. Must answer [`StorageError::Taken`] with `name`, and [`StorageError::Unknown`] with
    /// `productionIds`.
    async fn insert(
        &self,
        destination: &Destination,
        secrets: &DestinationSecrets,
        by: &Actor,
    ) -> Result<(), StorageError>;

    /// Stores a changed one under its next revision. Must change nothing and answer [`StorageError::Outdated`] when the
    /// basis does not allow the present revision, else [`StorageError::Stale`] when that is not the one of the update, or
    /// it is gone; and as [`Self::insert`] does.
    async fn update(&self, update: &DestinationUpdate, edit: &Edit) -> Result<(), StorageError>;

    /// Deletes one; its deliveries stay. Answers whether it was there. [`StorageError::Outdated`] as [`Self::update`].
    async fn delete(&self, id: DestinationId, edit: &Edit) -> Result<bool, StorageError>;

    /// Those of the productions that have a webhook of their own, by name.
    async fn with_own_webhook(&self, ids: &[ProductionId]) -> Result<Vec<(ProductionId, String)>, StorageError>;
}
