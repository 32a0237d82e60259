use std::net::IpAddr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use serde_json::Value;

use super::StorageError;
use crate::actor::Actor;
use crate::paging::{Order, Page, Paging};

/// Who did what to which thing, when and from where, with before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Order of entry.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the server itself and for strangers.
    pub by: Option<UserName>,
    /// From where.
    pub address: Option<IpAddr>,
    /// What was done: the kind of thing and the act, `production.changed`.
    pub action: String,
    /// The thing's identity.
    pub subject_id: String,
    /// The production concerned.
    pub production_id: Option<ProductionId>,
    /// What was there, as far as it was changed; without secrets.
    pub before: Option<Value>,
    /// What is there since; without secrets.
    pub after: Option<Value>,
}

/// Which entries to list, by the order of entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only those of this user.
    pub user_id: Option<UserId>,
    /// Only actions that are this, or begin with this and a full stop: `production`, `production.changed`.
    pub action: Option<String>,
    /// Only those about this thing.
    pub subject_id: Option<String>,
    /// Only those that concern this production.
    pub production_id: Option<ProductionId>,
    /// Only from this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Only before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Direction.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// An act that changes no data, for the audit: a download, a failed sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// What was done, `upload.downloaded`.
    pub action: &'static str,
    /// The thing's identity.
    pub subject_id: String,
    /// The production concerned.
    pub production_id: Option<ProductionId>,
    /// What else is worth knowing; without secrets.
    pub details: Option<Value>,
}

/// The audit. Entries of changes are written by those who change, in the same transaction.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// Records an act that changes no data.
    async fn record(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError>;

    /// Records an act that changes no data, unless the same user did the same to the same thing within the last hour.
    async fn record_hourly(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError>;

    /// One page of entries.
    async fn list(&self, query: &AuditQuery) -> Result<Page<AuditEntry>, StorageError>;
}
