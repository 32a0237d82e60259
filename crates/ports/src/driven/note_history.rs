use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Month;
use domain::people::UserName;
use domain::planning::WeekNotes;
use domain::production::ProductionId;

use super::StorageError;
use crate::paging::{Page, Paging};

/// What became of the note for one `of`: a day, a month, a week by its Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteChange<K, N> {
    /// What the note is for.
    pub of: K,
    /// What was there; `None` for nothing.
    pub before: Option<N>,
    /// What is there since; `None` for nothing.
    pub after: Option<N>,
}

/// What one request changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteChanges<K, N> {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` where nobody was signed in.
    pub by: Option<UserName>,
    /// The notes that differ since, by what they are for.
    pub changes: Vec<NoteChange<K, N>>,
    /// Whether they were moved in from the predecessor.
    pub moved_in: bool,
}

/// What became of notes, the newest changes first.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait NoteHistory: Send + Sync {
    /// Of the marketing notes of a production.
    async fn weeks(
        &self,
        id: ProductionId,
        paging: Paging,
    ) -> Result<Page<NoteChanges<NaiveDate, WeekNotes>>, StorageError>;

    /// Of the company's notes by day.
    async fn days(&self, paging: Paging) -> Result<Page<NoteChanges<NaiveDate, String>>, StorageError>;

    /// Of the company's notes by month.
    async fn months(&self, paging: Paging) -> Result<Page<NoteChanges<Month, String>>, StorageError>;
}
