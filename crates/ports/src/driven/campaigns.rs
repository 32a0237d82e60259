use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::campaign::{Campaign, CampaignDetails, CampaignId};
use domain::production::ProductionId;

use super::StorageError;
use crate::actor::{Actor, Edit};

/// A campaign that is not stored yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCampaign {
    /// Its identity.
    pub id: CampaignId,
    /// For which production.
    pub production_id: ProductionId,
    /// What it is.
    pub details: CampaignDetails,
    /// When it was entered.
    pub at: DateTime<Utc>,
}

/// Keeps what was done when to sell a production. A change must be refused as [`StorageError::Outdated`], in its
/// transaction, when [`Basis`](crate::actor::Basis) of the edit does not allow the present revision.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait CampaignRepository: Send + Sync {
    /// The campaigns of a production that touch the days from `first` to `last`, by beginning, end and identity; an end
    /// that is `None` is open.
    async fn list(
        &self,
        production: ProductionId,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<Vec<Campaign>, StorageError>;

    /// One campaign of this production.
    async fn find(&self, production: ProductionId, id: CampaignId) -> Result<Option<Campaign>, StorageError>;

    /// Stores a new one; `false`, and nothing is stored, where the production has as many as it may have.
    async fn insert(&self, new: &NewCampaign, by: &Actor) -> Result<bool, StorageError>;

    /// Stores other details. `campaign` has the revision that they were worked out from: another one is
    /// [`StorageError::Stale`], and so is a campaign that is gone.
    async fn update(&self, campaign: &Campaign, at: DateTime<Utc>, edit: &Edit) -> Result<(), StorageError>;

    /// Removes one; `false` where it is not there.
    async fn delete(&self, production: ProductionId, id: CampaignId, edit: &Edit) -> Result<bool, StorageError>;
}
