use async_trait::async_trait;
use chrono::NaiveDate;
use domain::agency::AgencyCode;
use domain::campaign::{Campaign, CampaignDraft, CampaignId, CampaignKind};
use domain::grade::Grade;
use domain::production::ProductionId;
use rust_decimal::Decimal;

use super::DeskError;
use crate::actor::{Actor, Edit};
use crate::driven::Patch;

/// Changes to a campaign; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CampaignChange {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What kind of thing.
    pub kind: Option<CampaignKind>,
    /// What was done.
    pub text: Option<String>,
    /// By which agency.
    pub agency: Patch<AgencyCode>,
    /// Share of the price that is taken off.
    pub rate: Patch<Decimal>,
    /// Of which grades.
    pub grades: Patch<Vec<Grade>>,
}

/// Keeps what was done when to sell a production.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait CampaignDesk: Send + Sync {
    /// Those that touch the days from `first` to `last`, by beginning, end and identity; an end that is `None` is open.
    async fn list(
        &self,
        production: ProductionId,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<Vec<Campaign>, DeskError>;

    /// One of them.
    async fn read(&self, production: ProductionId, id: CampaignId) -> Result<Campaign, DeskError>;

    /// Enters one.
    async fn create(&self, production: ProductionId, draft: CampaignDraft, by: &Actor) -> Result<Campaign, DeskError>;

    /// Changes one.
    async fn change(
        &self,
        production: ProductionId,
        id: CampaignId,
        change: CampaignChange,
        edit: &Edit,
    ) -> Result<Campaign, DeskError>;

    /// Removes one.
    async fn delete(&self, production: ProductionId, id: CampaignId, edit: &Edit) -> Result<(), DeskError>;
}
