use async_trait::async_trait;
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Category, Production, ProductionCode, ProductionId};

use super::StorageError;
use crate::paging::{Order, Page, Paging};

/// A production with what depends on its sale period, read at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionPlan {
    /// The production.
    pub production: Production,
    /// Its targets by day.
    pub targets: DailyTargets,
    /// Its marketing notes by week.
    pub notes: NotesByMonday,
    /// Whether there has been an upload: its category is then fixed.
    pub has_uploads: bool,
    /// Counts the changes of all this.
    pub revision: i64,
}

/// What a list of productions is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProductionSort {
    /// By code.
    #[default]
    Code,
    /// By name.
    Name,
    /// By category.
    Category,
    /// By first day of the run.
    RunStart,
    /// By first day of sale.
    SaleStart,
    /// By the time of entry.
    CreatedAt,
}

/// Which productions to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductionQuery {
    /// Only those whose code or name contains this, whatever the case.
    pub text: Option<String>,
    /// Only those of this category.
    pub category: Option<Category>,
    /// Only active ones, or only inactive ones.
    pub active: Option<bool>,
    /// What to sort by; the code decides ties.
    pub sort: ProductionSort,
    /// Direction.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// Keeps productions.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ProductionRepository: Send + Sync {
    /// Stores a new production with the targets and weeks of `change`. Must answer [`StorageError::Taken`] with `code`
    /// or `name` when another has it.
    async fn insert(&self, production: &Production, change: &PeriodChange) -> Result<(), StorageError>;

    /// One production.
    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError>;

    /// The production with this code.
    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError>;

    /// One page of productions.
    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, StorageError>;

    /// One production with what depends on its sale period.
    async fn find_plan(&self, id: ProductionId) -> Result<Option<ProductionPlan>, StorageError>;

    /// Stores changed details and what follows for targets and weeks. Must answer [`StorageError::Stale`], and change
    /// nothing, when the plan's revision is not `revision` any more, and [`StorageError::Taken`] as
    /// [`Self::insert`] does.
    async fn update(&self, production: &Production, change: &PeriodChange, revision: i64) -> Result<(), StorageError>;
}
