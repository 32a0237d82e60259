use chrono::NaiveDate;
use domain::calendar::{Month, in_kst};
use domain::planning::WeekNotes;
use ports::driven::{NoteChange, NoteChanges};
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
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryEntryView<C> {
    #[schema(format = DateTime)]
    at: String,
    /// Who; `null` where nobody was signed in.
    by: Option<UserNameView>,
    /// Whether they were moved in from the predecessor.
    moved_in: bool,
    changes: Vec<C>,
}

/// Marketing notes of one week.
#[derive(Debug, Serialize, ToSchema)]
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

impl From<WeekNotes> for WeekNotesView {
    fn from(notes: WeekNotes) -> Self {
        Self {
            sales_marketing: notes.sales_marketing,
            promotion: notes.promotion,
            other: notes.other,
        }
    }
}

impl From<NoteChange<NaiveDate, WeekNotes>> for WeekChangeView {
    fn from(change: NoteChange<NaiveDate, WeekNotes>) -> Self {
        Self {
            week_start: change.of,
            before: change.before.map(WeekNotesView::from),
            after: change.after.map(WeekNotesView::from),
        }
    }
}

impl From<NoteChange<NaiveDate, String>> for CalendarNoteChangeView {
    fn from(change: NoteChange<NaiveDate, String>) -> Self {
        Self {
            date: change.of,
            before: change.before,
            after: change.after,
        }
    }
}

impl From<NoteChange<Month, String>> for MonthlyNoteChangeView {
    fn from(change: NoteChange<Month, String>) -> Self {
        Self {
            month: change.of.to_string(),
            before: change.before,
            after: change.after,
        }
    }
}

impl<V: From<NoteChange<K, N>>, K, N> From<NoteChanges<K, N>> for HistoryEntryView<V> {
    fn from(entry: NoteChanges<K, N>) -> Self {
        Self {
            at: in_kst(entry.at).to_rfc3339(),
            by: entry.by.map(UserNameView::from),
            moved_in: entry.moved_in,
            changes: entry.changes.into_iter().map(V::from).collect(),
        }
    }
}
