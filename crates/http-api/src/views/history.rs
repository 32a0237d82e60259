use std::collections::BTreeMap;
use std::error::Error;

use chrono::NaiveDate;
use domain::calendar::{Month, in_kst};
use ports::driven::{AuditEntry, StorageError};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::person::UserNameView;

/// Which page of a history.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HistoryQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
}

/// What one request changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HistoryEntryView<C> {
    #[schema(format = DateTime)]
    at: String,
    /// Who; `null` where nobody was signed in.
    by: Option<UserNameView>,
    changes: Vec<C>,
}

/// Marketing notes of one week.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeekNotesView {
    sales_marketing: Option<String>,
    promotion: Option<String>,
    other: Option<String>,
}

/// What became of the marketing notes of one week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeekChangeView {
    /// Monday.
    week_start: NaiveDate,
    before: Option<WeekNotesView>,
    after: Option<WeekNotesView>,
}

/// What became of the note of one day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CalendarNoteChangeView {
    date: NaiveDate,
    before: Option<String>,
    after: Option<String>,
}

/// What became of the note of one month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthlyNoteChangeView {
    #[schema(example = "2026-11")]
    month: String,
    before: Option<String>,
    after: Option<String>,
}

/// A change of what an entry of the audit names by a key.
pub(crate) trait ChangeView: Sized {
    /// What was and is there.
    type Value: DeserializeOwned;

    /// The change, unless the key is none.
    fn new(key: &str, before: Option<Self::Value>, after: Option<Self::Value>) -> Option<Self>;
}

impl ChangeView for WeekChangeView {
    type Value = WeekNotesView;

    fn new(key: &str, before: Option<WeekNotesView>, after: Option<WeekNotesView>) -> Option<Self> {
        let week_start = key.parse().ok()?;
        Some(Self {
            week_start,
            before,
            after,
        })
    }
}

impl ChangeView for CalendarNoteChangeView {
    type Value = String;

    fn new(key: &str, before: Option<String>, after: Option<String>) -> Option<Self> {
        let date = key.parse().ok()?;
        Some(Self { date, before, after })
    }
}

impl ChangeView for MonthlyNoteChangeView {
    type Value = String;

    fn new(key: &str, before: Option<String>, after: Option<String>) -> Option<Self> {
        let month = Month::parse(key)?.to_string();
        Some(Self { month, before, after })
    }
}

impl<C: ChangeView> TryFrom<AuditEntry> for HistoryEntryView<C> {
    type Error = StorageError;

    fn try_from(entry: AuditEntry) -> Result<Self, StorageError> {
        let mut before = values::<C>(entry.before)?;
        let mut after = values::<C>(entry.after)?;
        let mut keys: Vec<_> = before.keys().chain(after.keys()).cloned().collect();
        keys.sort();
        keys.dedup();
        let change = |key: String| {
            let before = before.remove(&key).flatten();
            let after = after.remove(&key).flatten();
            C::new(&key, before, after).ok_or_else(|| inconsistent(key.as_str()))
        };
        Ok(Self {
            at: in_kst(entry.at).to_rfc3339(),
            by: entry.by.map(UserNameView::from),
            changes: keys.into_iter().map(change).collect::<Result<_, _>>()?,
        })
    }
}

type ByKey<C> = BTreeMap<String, Option<<C as ChangeView>::Value>>;

fn values<C: ChangeView>(value: Option<serde_json::Value>) -> Result<ByKey<C>, StorageError> {
    match value {
        None => Ok(BTreeMap::new()),
        Some(value) => serde_json::from_value(value).map_err(inconsistent),
    }
}

fn inconsistent(cause: impl Into<Box<dyn Error + Send + Sync>>) -> StorageError {
    StorageError::inconsistent("an audit entry of notes", cause)
}
