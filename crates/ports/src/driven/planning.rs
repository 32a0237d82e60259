use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, Month};
use domain::planning::{DailyTargets, NotesByMonday};
use domain::production::ProductionId;

use super::StorageError;
use crate::actor::Edit;
use crate::patch::Patch;

/// Targets of one production, read at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetPlan {
    /// The sale period; `None` while it is not known.
    pub sale_period: Option<DateRange>,
    /// One target for each of its days.
    pub targets: DailyTargets,
    /// Counts the changes of the targets, those by the sale period included.
    pub revision: i64,
}

/// Marketing notes of one production, read at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPlan {
    /// The sale period; `None` while it is not known.
    pub sale_period: Option<DateRange>,
    /// Notes of each week that it touches.
    pub notes: NotesByMonday,
    /// Counts the changes of the weeks, those by the sale period included.
    pub revision: i64,
}

/// Changes to the notes of one week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekNotesPatch {
    /// Discounts, packages, ticket openings.
    pub sales_marketing: Patch<String>,
    /// Advertising and press.
    pub promotion: Patch<String>,
    /// Anything else.
    pub other: Patch<String>,
}

/// Keeps targets and marketing notes. A change must be refused as [`StorageError::Outdated`], in its transaction, when
/// [`Basis`](crate::actor::Basis) of the edit does not allow the present revision.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait PlanRepository: Send + Sync {
    /// The targets of a production; `None` when there is no such production.
    async fn targets(&self, id: ProductionId) -> Result<Option<TargetPlan>, StorageError>;

    /// Sets the targets of these days, and leaves the others. Must answer [`StorageError::Stale`], and change nothing,
    /// when a day is not in the sale period any more.
    async fn set_targets(&self, id: ProductionId, targets: &DailyTargets, edit: &Edit) -> Result<(), StorageError>;

    /// The marketing notes of a production; `None` when there is no such production.
    async fn weeks(&self, id: ProductionId) -> Result<Option<WeekPlan>, StorageError>;

    /// Changes the notes of these weeks, named by their Mondays. Must answer [`StorageError::Stale`], and change
    /// nothing, when a week is not in the sale period any more.
    async fn change_weeks(
        &self,
        id: ProductionId,
        weeks: &BTreeMap<NaiveDate, WeekNotesPatch>,
        edit: &Edit,
    ) -> Result<(), StorageError>;
}

/// Notes of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes<K> {
    /// The notes by what they are for; none of them is empty.
    pub notes: BTreeMap<K, String>,
    /// Counts the changes of all notes of this kind.
    pub revision: i64,
}

/// The company's notes by month.
pub type MonthlyNotes = Notes<Month>;
/// The company's notes by day.
pub type CalendarNotes = Notes<NaiveDate>;

/// Keeps the company's notes; edits as in [`PlanRepository`].
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait NoteRepository: Send + Sync {
    /// The notes of the months from `first` to `last`; an end that is `None` is open.
    async fn by_month(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, StorageError>;

    /// Sets notes, and removes those that are `None`.
    async fn set_by_month(&self, notes: &BTreeMap<Month, Option<String>>, edit: &Edit) -> Result<(), StorageError>;

    /// The notes of the days from `first` to `last`; an end that is `None` is open.
    async fn by_day(&self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Result<CalendarNotes, StorageError>;

    /// Sets notes, and removes those that are `None`.
    async fn set_by_day(&self, notes: &BTreeMap<NaiveDate, Option<String>>, edit: &Edit) -> Result<(), StorageError>;
}
