//! What became of notes, as the audit keeps it.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use domain::calendar::Month;
use domain::planning::WeekNotes;
use domain::production::ProductionId;
use ports::driven::{AuditAction, AuditEntry, AuditQuery, NoteChange, NoteChanges, NoteHistory, StorageError};
use ports::paging::{Order, Page, Paging};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::audit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::stored::StoredWeekNotes;

const WHAT: &str = "an audit entry of notes";

/// The history of notes in PostgreSQL.
pub struct PgNoteHistory {
    pool: PgPool,
}

impl PgNoteHistory {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// One page of the entries of an act. They hold notes in the form `S` by what they are for, which `key` reads.
    async fn page<K, S, N>(
        &self,
        of: AuditQuery,
        key: fn(&str) -> Option<K>,
    ) -> Result<Page<NoteChanges<K, N>>, StorageError>
    where
        K: Ord + Copy + Send + 'static,
        S: DeserializeOwned + Into<N>,
        N: Send + 'static,
    {
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| {
                let Page { items, total } = audit::list(connection, &of)?;
                let items = items.into_iter().map(|entry| changes::<K, S, N>(entry, key));
                let items = items.collect::<Work<_>>()?;
                Ok(Page { items, total })
            })
        };
        self.pool.look_up(WHAT, load).await
    }
}

/// The entries of an act, the newest first.
fn newest(action: AuditAction, production_id: Option<ProductionId>, paging: Paging) -> AuditQuery {
    AuditQuery {
        action: Some(action.code().to_owned()),
        production_id,
        order: Order::Descending,
        paging,
        ..AuditQuery::default()
    }
}

fn changes<K, S, N>(entry: AuditEntry, key: fn(&str) -> Option<K>) -> Work<NoteChanges<K, N>>
where
    K: Ord + Copy,
    S: DeserializeOwned + Into<N>,
{
    let mut after = entry.after;
    let moved_in = after
        .as_mut()
        .and_then(Value::as_object_mut)
        .and_then(|after| after.remove(audit::MOVED_IN));
    let mut before = by_key::<K, S>(entry.before, key)?;
    let mut after = by_key::<K, S>(after, key)?;
    let keys: BTreeSet<K> = before.keys().chain(after.keys()).copied().collect();
    let change = |of: K| NoteChange {
        of,
        before: before.remove(&of).flatten().map(S::into),
        after: after.remove(&of).flatten().map(S::into),
    };
    Ok(NoteChanges {
        at: entry.at,
        by: entry.by,
        changes: keys.into_iter().map(change).collect(),
        moved_in: moved_in.is_some(),
    })
}

fn by_key<K: Ord, S: DeserializeOwned>(
    stored: Option<Value>,
    key: fn(&str) -> Option<K>,
) -> Work<BTreeMap<K, Option<S>>> {
    let Some(stored) = stored else {
        return Ok(BTreeMap::new());
    };
    let stored: BTreeMap<String, Option<S>> =
        serde_json::from_value(stored).map_err(|error| broken_row(WHAT, error))?;
    let keyed = |(text, note): (String, Option<S>)| {
        let key = key(&text).ok_or_else(|| broken_row(WHAT, text))?;
        Ok((key, note))
    };
    stored.into_iter().map(keyed).collect()
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

#[async_trait]
impl NoteHistory for PgNoteHistory {
    async fn weeks(
        &self,
        id: ProductionId,
        paging: Paging,
    ) -> Result<Page<NoteChanges<NaiveDate, WeekNotes>>, StorageError> {
        let of = newest(AuditAction::MarketingWeeksSet, Some(id), paging);
        self.page::<_, StoredWeekNotes, _>(of, day).await
    }

    async fn days(&self, paging: Paging) -> Result<Page<NoteChanges<NaiveDate, String>>, StorageError> {
        let of = newest(AuditAction::CalendarNotesSet, None, paging);
        self.page::<_, String, _>(of, day).await
    }

    async fn months(&self, paging: Paging) -> Result<Page<NoteChanges<Month, String>>, StorageError> {
        let of = newest(AuditAction::MonthlyNotesSet, None, paging);
        self.page::<_, String, _>(of, Month::parse).await
    }
}
