//! Campaigns.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::campaign::{Campaign, CampaignDraft, CampaignId, MAX_CAMPAIGNS};
use domain::production::ProductionId;
use ports::actor::{Actor, Edit};
use ports::driven::{CampaignRepository, Clock, Ids, NewCampaign};
use ports::driving::{CampaignChange, CampaignDesk, DeskError};
use ports::retry::retried;

/// Enters and changes campaigns.
pub struct CampaignOffice {
    campaigns: Arc<dyn CampaignRepository>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl CampaignOffice {
    /// An office on these ports.
    pub fn new(campaigns: Arc<dyn CampaignRepository>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { campaigns, clock, ids }
    }

    async fn try_change(
        &self,
        production: ProductionId,
        id: CampaignId,
        change: CampaignChange,
        edit: &Edit,
    ) -> Result<(), DeskError> {
        let present = self.read(production, id).await?;
        let draft = changed(present.details.clone().into_draft(), change);
        let details = draft.check().map_err(DeskError::Invalid)?;
        let after = Campaign { details, ..present };
        Ok(self.campaigns.update(&after, self.clock.now(), edit).await?)
    }
}

fn changed(mut draft: CampaignDraft, change: CampaignChange) -> CampaignDraft {
    draft.from = change.from.unwrap_or(draft.from);
    draft.to = change.to.unwrap_or(draft.to);
    draft.kind = change.kind.unwrap_or(draft.kind);
    draft.text = change.text.unwrap_or(draft.text);
    draft.agency = change.agency.apply(draft.agency);
    draft.rate = change.rate.apply(draft.rate);
    draft.grades = change.grades.apply(Some(draft.grades)).unwrap_or_default();
    draft
}

#[async_trait]
impl CampaignDesk for CampaignOffice {
    async fn list(
        &self,
        production: ProductionId,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<Vec<Campaign>, DeskError> {
        Ok(self.campaigns.list(production, first, last).await?)
    }

    async fn read(&self, production: ProductionId, id: CampaignId) -> Result<Campaign, DeskError> {
        let found = self.campaigns.find(production, id).await?;
        found.ok_or(DeskError::UnknownCampaign)
    }

    async fn create(&self, production: ProductionId, draft: CampaignDraft, by: &Actor) -> Result<Campaign, DeskError> {
        let new = NewCampaign {
            id: CampaignId(self.ids.next()),
            production_id: production,
            details: draft.check().map_err(DeskError::Invalid)?,
            at: self.clock.now(),
        };
        if !self.campaigns.insert(&new, by).await? {
            return Err(DeskError::TooManyCampaigns(MAX_CAMPAIGNS));
        }
        self.read(production, new.id).await
    }

    async fn change(
        &self,
        production: ProductionId,
        id: CampaignId,
        change: CampaignChange,
        edit: &Edit,
    ) -> Result<Campaign, DeskError> {
        retried(|| self.try_change(production, id, change.clone(), edit)).await?;
        self.read(production, id).await
    }

    async fn delete(&self, production: ProductionId, id: CampaignId, edit: &Edit) -> Result<(), DeskError> {
        let was_there = self.campaigns.delete(production, id, edit).await?;
        was_there.then_some(()).ok_or(DeskError::UnknownCampaign)
    }
}

#[cfg(test)]
mod tests;
