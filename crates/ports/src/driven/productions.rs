use std::collections::BTreeSet;

use async_trait::async_trait;
use domain::access::Visible;
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Category, Production, ProductionCode, ProductionId};

use super::{Patch, StorageError};
use crate::actor::{Actor, Edit};
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

/// The address of a webhook: a secret, as whoever knows it can write there.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookUrl(pub String);

impl std::fmt::Debug for WebhookUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WebhookUrl(…)")
    }
}

/// A production to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProduction {
    /// The production.
    pub production: Production,
    /// Its own webhook.
    pub webhook: Option<WebhookUrl>,
    /// The targets and weeks that its sale period makes.
    pub change: PeriodChange,
}

/// Changed details of a production to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionUpdate {
    /// The production as it is to be.
    pub production: Production,
    /// Its own webhook.
    pub webhook: Patch<WebhookUrl>,
    /// What follows for targets and weeks.
    pub change: PeriodChange,
    /// The revision of the plan that `change` was worked out from.
    pub plan_revision: i64,
}

/// Codes and names that are taken, in the form in which they are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakenNames {
    /// Codes, folded ([`ProductionCode::folded`]).
    pub codes: BTreeSet<String>,
    /// Names.
    pub names: BTreeSet<String>,
}

/// What became of a deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductionDeletion {
    /// It is gone.
    Deleted,
    /// It has snapshots, and `force` was not said: nothing was changed.
    HasSnapshots,
    /// There is no such production.
    NotFound,
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
    /// Only of these: those that the caller sees.
    pub visible: Visible,
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
    /// Stores new productions with the targets and weeks of their changes, all or none. Must answer
    /// [`StorageError::Taken`] with `code` or `name` when another has it. A member who makes them is granted them in the
    /// same transaction, unless granted all; which is a change of that member.
    async fn insert(&self, productions: &[NewProduction], by: &Actor) -> Result<(), StorageError>;

    /// One production.
    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError>;

    /// The production with this code, in whatever case.
    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError>;

    /// One page of productions.
    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, StorageError>;

    /// One production with what depends on its sale period.
    async fn find_plan(&self, id: ProductionId) -> Result<Option<ProductionPlan>, StorageError>;

    /// Stores changed details and what follows for targets and weeks; answers the production as of now. Must change
    /// nothing and answer [`StorageError::Outdated`] when the basis of the edit does not allow the production's revision,
    /// else [`StorageError::Stale`] when the plan has another revision by now; and [`StorageError::Taken`] as
    /// [`Self::insert`] does.
    async fn update(&self, update: &ProductionUpdate, edit: &Edit) -> Result<Production, StorageError>;

    /// Deletes a production with all that belongs to it; only the audit stays. With `force` also its uploads and their
    /// snapshots. It is a change of each member who was granted it. [`StorageError::Outdated`] as [`Self::update`];
    /// [`StorageError::Stale`] when somebody was granted it at that moment.
    async fn delete(&self, id: ProductionId, force: bool, edit: &Edit) -> Result<ProductionDeletion, StorageError>;

    /// The codes of the `visible` productions, in order.
    async fn codes(&self, visible: &Visible) -> Result<Vec<ProductionCode>, StorageError>;

    /// Which of these codes, in whatever case, and names other productions have already.
    async fn taken(&self, codes: &[ProductionCode], names: &[String]) -> Result<TakenNames, StorageError>;
}
