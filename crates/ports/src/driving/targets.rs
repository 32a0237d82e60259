use async_trait::async_trait;
use chrono::NaiveDate;
use domain::access::Visible;
use domain::production::ProductionId;
use rust_decimal::Decimal;

use super::{DeskError, Targets};
use crate::actor::Edit;

/// How a total is spread over days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DistributionMethod {
    /// Each day the same.
    Even,
    /// By weights of the weekdays, Monday first.
    Weekday(Vec<Decimal>),
    /// As these productions sold.
    Curve(Vec<ProductionId>),
}

/// A total of targets and the days that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// What the days add up to.
    pub total_krw: i64,
    /// First day; default: that of the sale period.
    pub from: Option<NaiveDate>,
    /// Last day; default: that of the sale period.
    pub to: Option<NaiveDate>,
    /// How it is spread.
    pub method: DistributionMethod,
    /// Whether it is only told what would become of the targets.
    pub dry_run: bool,
}

/// Which targets are taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetCopy {
    /// Whose targets.
    pub from: ProductionId,
    /// What each is multiplied by.
    pub factor: Decimal,
    /// Whether it is only told what would become of the targets.
    pub dry_run: bool,
}

/// A file of targets: a column of days and a column of won.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetFile {
    /// Its name.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether it is only told what would become of the targets.
    pub dry_run: bool,
}

/// Sets many targets at once. Each answers all targets of the production. `visible` is what the caller sees: other
/// productions that a request names must be among them.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait TargetDesk: Send + Sync {
    /// Spreads a total over days; they add up to it exactly.
    async fn distribute(
        &self,
        id: ProductionId,
        distribution: Distribution,
        visible: &Visible,
        edit: &Edit,
    ) -> Result<Targets, DeskError>;

    /// Takes over the targets of another production, by day of sale.
    async fn copy(
        &self,
        id: ProductionId,
        copy: TargetCopy,
        visible: &Visible,
        edit: &Edit,
    ) -> Result<Targets, DeskError>;

    /// Sets the targets that a file lists. A wrong row is a [`DeskError::Invalid`] whose pointers name row and column,
    /// `/rows/7/date`.
    async fn import(&self, id: ProductionId, file: TargetFile, edit: &Edit) -> Result<Targets, DeskError>;
}
