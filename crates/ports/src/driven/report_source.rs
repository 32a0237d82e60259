use async_trait::async_trait;
use domain::access::Visible;
use domain::distribution::SaleHistory;
use domain::production::ProductionId;
use domain::reports::Report;
use thiserror::Error;

use super::{StorageError, Versions};

/// Which productions a report covers, of those of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ReportScope {
    /// Of these, whatever else is said: those that the caller sees. A production outside is one that does not exist.
    pub visible: Visible,
    /// These, active or not; empty means all active ones.
    pub production_ids: Vec<ProductionId>,
    /// Without named productions: inactive ones as well.
    pub include_inactive: bool,
}

/// Why there are no figures.
#[derive(Debug, Clone, Error)]
pub enum ReportError {
    /// A production was named that does not exist.
    #[error("there is no production {0}")]
    UnknownProduction(ProductionId),
    /// More productions are in scope than one report carries.
    #[error("one report covers at most {most} productions, and this is about {found}: name some by productionId")]
    TooManyProductions {
        /// How many there are.
        found: u64,
        /// How many there may be.
        most: u64,
    },
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What was read, and the versions of the database snapshot that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// How many changes were committed by then.
    pub versions: Versions,
    /// What was read.
    pub value: T,
}

impl<T> Versioned<T> {
    /// The same versions of what becomes of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Versioned<U> {
        Versioned {
            versions: self.versions,
            value: make(self.value),
        }
    }
}

/// What a source of figures answers.
pub type Read<T> = Result<Versioned<T>, ReportError>;

/// Sums over the current snapshots that a report is made of.
#[async_trait]
pub trait FiguresOf<R: Report>: Send + Sync {
    /// The figures of the productions in scope, which come by code: all read from one database snapshot.
    async fn figures(&self, scope: &ReportScope, window: R::Window) -> Read<R::Figures>;
}

/// How sales went over time.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SaleHistories: Send + Sync {
    /// What the productions sold on each day of their sale periods.
    async fn sale_histories(&self, scope: &ReportScope) -> Read<Vec<SaleHistory>>;
}
