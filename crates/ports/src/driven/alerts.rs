use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Visible;
use domain::alert::{AlertId, AlertKind, HeldFile, Past};
use domain::people::UserName;
use domain::production::{ProductionCode, ProductionId};

use super::{Delivery, StorageError};
use crate::actor::Actor;
use crate::paging::{Order, Page, Paging};

/// A production whose current snapshot became another one, and which was not looked at since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// The production.
    pub production: ProductionId,
    /// Counts its snapshots: another number is another arrival.
    pub number: i64,
}

/// What alerts of a production are found in, beside reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertGround {
    /// Its live snapshots of the last weeks.
    pub past: Past,
    /// What was told of it already, by kind and cause.
    pub told: BTreeSet<(AlertKind, String)>,
    /// Kinds that are muted now.
    pub muted: BTreeSet<AlertKind>,
    /// Files of it that wait for somebody's yes, the oldest first.
    pub held: Vec<HeldFile>,
}

/// Something that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Identity.
    pub id: AlertId,
    /// What it is about.
    pub kind: AlertKind,
    /// Of which production.
    pub production: ProductionId,
    /// When it was found.
    pub found_at: DateTime<Utc>,
    /// One line.
    pub title: String,
    /// Why, with figures.
    pub text: String,
}

/// An alert to be told, with what is sent of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAlert {
    /// The alert.
    pub alert: Alert,
    /// What it is told for; of production and kind each once.
    pub causes: Vec<String>,
    /// What is sent.
    pub deliveries: Vec<Delivery>,
}

/// An alert as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedAlert {
    /// The alert.
    pub alert: Alert,
    /// Code of its production.
    pub production_code: ProductionCode,
    /// Name of its production.
    pub production_name: String,
}

/// Which alerts to list, the newest first unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AlertQuery {
    /// Of these productions only.
    pub visible: Visible,
    /// Only of this one.
    pub production: Option<ProductionId>,
    /// Only of this kind.
    pub kind: Option<AlertKind>,
    /// Direction, by time.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// A kind that is not told of a production for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mute {
    /// Which kind.
    pub kind: AlertKind,
    /// Until when.
    pub until: DateTime<Utc>,
    /// Who muted it; `None` when that user is gone.
    pub by: Option<UserName>,
}

/// Alerts, and what they are found in.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AlertRepository: Send + Sync {
    /// Productions to be looked at, as a snapshot went live, the longest waiting first. They stay listed until
    /// [`Self::settle`].
    async fn arrivals(&self) -> Result<Vec<Arrival>, StorageError>;

    /// A production was looked at. Must keep one whose number has changed meanwhile.
    async fn settle(&self, arrival: Arrival) -> Result<(), StorageError>;

    /// What alerts of a production are found in at `now`; `None` when there is no such production.
    async fn ground(&self, production: ProductionId, now: DateTime<Utc>) -> Result<Option<AlertGround>, StorageError>;

    /// Tells an alert. Must do nothing and answer `false` when one of its causes was told meanwhile, or the production is
    /// gone.
    async fn tell(&self, alert: &NewAlert) -> Result<bool, StorageError>;

    /// One page of what was told.
    async fn list(&self, query: &AlertQuery) -> Result<Page<ListedAlert>, StorageError>;

    /// The kinds that are muted of a production at `now`, in the order of kinds.
    async fn mutes(&self, production: ProductionId, now: DateTime<Utc>) -> Result<Vec<Mute>, StorageError>;

    /// Mutes these kinds until then, and tells those again that have `None`; others stay as they are.
    async fn mute(
        &self,
        production: ProductionId,
        kinds: &[(AlertKind, Option<DateTime<Utc>>)],
        by: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError>;
}
