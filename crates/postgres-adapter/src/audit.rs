//! The audit: who did what to which thing, when and from where, with before and after.

use std::net::IpAddr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Jsonb, Nullable, Text};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use ports::actor::Actor;
use ports::driven::{AuditAction, AuditEntry, AuditLog, AuditQuery, AuditRecord, StorageError};
use ports::paging::{Order, Page};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::schema::audit_entry;

const WHAT: &str = "audit";

/// What is entered into the audit. None of it may be a secret.
pub(crate) struct Entry {
    pub(crate) action: AuditAction,
    pub(crate) subject_id: String,
    pub(crate) production_id: Option<ProductionId>,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

/// By what `after` of an entry says which row of the predecessor the change comes from; part of the contract.
pub(crate) const MOVED_IN: &str = "movedIn";

/// Enters what was done by `permit`, in the transaction that did it.
pub(crate) fn record(connection: &mut PgConnection, mut entry: Entry, permit: &Permit) -> QueryResult<()> {
    if let Some(row) = permit.moved_in() {
        let mut after = match entry.after {
            Some(Value::Object(after)) => after,
            _ => serde_json::Map::new(),
        };
        after.insert(MOVED_IN.to_owned(), json!({ "table": row.table.name(), "id": row.id }));
        entry.after = Some(Value::Object(after));
    }
    insert(connection, entry, permit.recorded_as(), permit.actor().address)
}

fn insert(connection: &mut PgConnection, entry: Entry, by: Option<UserId>, address: Option<IpAddr>) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO audit_entry (action, subject_id, production_id, before, after, user_id, user_name, address)
         VALUES ($1, $2, $3, $4, $5, $6, (SELECT name FROM account WHERE id = $6), $7)",
    )
    .bind::<Text, _>(entry.action.code())
    .bind::<Text, _>(entry.subject_id)
    .bind::<Nullable<diesel::sql_types::Uuid>, _>(entry.production_id.map(|id| id.0))
    .bind::<Nullable<Jsonb>, _>(entry.before)
    .bind::<Nullable<Jsonb>, _>(entry.after)
    .bind::<Nullable<diesel::sql_types::Uuid>, _>(by.map(|id| id.0))
    .bind::<Nullable<Text>, _>(address.map(|address| address.to_string()))
    .execute(connection)
    .map(drop)
}

/// An act as it is entered.
fn entry_of(record: AuditRecord) -> Entry {
    Entry {
        action: record.action,
        subject_id: record.subject_id,
        production_id: record.production_id,
        before: None,
        after: record.details,
    }
}

/// The audit in PostgreSQL.
pub struct PgAuditLog {
    pool: PgPool,
}

impl PgAuditLog {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_entry, check_for_backend(diesel::pg::Pg))]
struct AuditRow {
    id: i64,
    at: DateTime<Utc>,
    action: String,
    subject_id: String,
    production_id: Option<Uuid>,
    before: Option<Value>,
    after: Option<Value>,
    user_id: Option<Uuid>,
    user_name: Option<String>,
    address: Option<String>,
}

impl TryFrom<AuditRow> for AuditEntry {
    type Error = crate::errors::WorkError;

    fn try_from(row: AuditRow) -> Work<Self> {
        Ok(Self {
            id: row.id,
            at: row.at,
            by: row.user_id.map(|id| UserName {
                id: UserId(id),
                name: row.user_name.unwrap_or_default(),
            }),
            address: row.address.as_deref().map(parse_address).transpose()?,
            action: row.action,
            subject_id: row.subject_id,
            production_id: row.production_id.map(ProductionId),
            before: row.before,
            after: row.after,
        })
    }
}

/// A network address as it is stored.
pub(crate) fn parse_address(text: &str) -> Work<IpAddr> {
    text.parse().map_err(|error| broken_row("network address", error))
}

/// One page of entries, in a transaction of its caller.
pub(crate) fn list(connection: &mut PgConnection, query: &AuditQuery) -> Work<Page<AuditEntry>> {
    let filtered = || {
        let mut rows = audit_entry::table.into_boxed();
        if let Some(id) = query.user_id {
            rows = rows.filter(audit_entry::user_id.eq(id.0));
        }
        if let Some(action) = &query.action {
            let begins = format!(
                "{}.%",
                action.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
            );
            rows = rows.filter(audit_entry::action.eq(action).or(audit_entry::action.like(begins)));
        }
        if let Some(subject) = &query.subject_id {
            rows = rows.filter(audit_entry::subject_id.eq(subject));
        }
        if let Some(id) = query.production_id {
            rows = rows.filter(audit_entry::production_id.eq(id.0));
        }
        if let Some(from) = query.from {
            rows = rows.filter(audit_entry::at.ge(from));
        }
        if let Some(to) = query.to {
            rows = rows.filter(audit_entry::at.lt(to));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let rows = filtered().select(AuditRow::as_select());
    let rows = match query.order {
        Order::Ascending => rows.order(audit_entry::id.asc()),
        Order::Descending => rows.order(audit_entry::id.desc()),
    };
    let rows = rows
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page))
        .load(connection)?;
    let items = rows.into_iter().map(AuditEntry::try_from).collect::<Work<_>>()?;
    Ok(Page { items, total })
}

#[async_trait]
impl AuditLog for PgAuditLog {
    async fn record(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError> {
        let (record, by) = (record.clone(), *by);
        let write = move |connection: &mut PgConnection| {
            // It changes nothing, so nobody needs to be allowed to: refused attempts are recorded, too.
            Ok(insert(connection, entry_of(record), by.user_id(), by.address)?)
        };
        self.pool.run(WHAT, write).await
    }

    async fn record_hourly(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError> {
        let (record, by) = (record.clone(), *by);
        let write = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                // One after the other of each user, so that of those who come at once one is entered.
                diesel::sql_query("SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE")
                    .bind::<Nullable<diesel::sql_types::Uuid>, _>(by.user_id().map(|id| id.0))
                    .execute(connection)?;
                let same = audit_entry::table
                    .filter(audit_entry::action.eq(record.action.code()))
                    .filter(audit_entry::subject_id.eq(&record.subject_id))
                    .filter(audit_entry::production_id.eq(record.production_id.map(|id| id.0)))
                    .filter(audit_entry::user_id.eq(by.user_id().map(|id| id.0)))
                    .filter(audit_entry::after.is_not_distinct_from(&record.details))
                    .filter(diesel::dsl::sql::<Bool>("at > now() - interval '1 hour'"));
                if !diesel::select(diesel::dsl::exists(same)).get_result(connection)? {
                    insert(connection, entry_of(record), by.user_id(), by.address)?;
                }
                Ok(())
            })
        };
        self.pool.run(WHAT, write).await
    }

    async fn list(&self, query: &AuditQuery) -> Result<Page<AuditEntry>, StorageError> {
        let query = query.clone();
        let list = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(WHAT, list).await
    }
}
