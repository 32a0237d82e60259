//! Productions.

use std::sync::Arc;

use async_trait::async_trait;
use domain::access::{Capability, Rights};
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Production, ProductionDetails, ProductionId};
use domain::validation::{Breaches, FieldError};
use domain::webhook_hosts::WebhookHosts;
use ports::actor::{Actor, Edit, Needs};
use ports::driven::{
    AuditAction, AuditLog, AuditRecord, Clock, Ids, ListReader, NewProduction, Patch, ProductionDeletion,
    ProductionQuery, ProductionRepository, ProductionUpdate, WebhookUrl,
};
use ports::driving::{DeskError, ImportedRow, ProductionChange, ProductionDesk, ProductionImport};
use ports::paging::Page;
use serde_json::json;

use crate::production_list::{ProductionList, TAKEN};
use crate::{into_desk_error, retried};

/// The ports that productions live on.
#[derive(Clone)]
pub struct ProductionPorts {
    /// Productions with their plans.
    pub productions: Arc<dyn ProductionRepository>,
    /// Reads lists of them.
    pub lists: Arc<dyn ListReader>,
    /// Records who looked names up.
    pub audit: Arc<dyn AuditLog>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
}

/// Enters and changes productions.
pub struct ProductionOffice {
    ports: ProductionPorts,
    webhooks: WebhookHosts,
}

impl ProductionOffice {
    /// An office on these ports, whose productions may send messages to these hosts.
    pub fn new(ports: ProductionPorts, webhooks: WebhookHosts) -> Self {
        Self { ports, webhooks }
    }

    /// A production that is not stored yet, with what its sale period asks for.
    fn new_production(&self, details: ProductionDetails, webhook: Option<WebhookUrl>) -> NewProduction {
        let change = PeriodChange::plan(details.sale_period(), &DailyTargets::new(), &NotesByMonday::new());
        let now = self.ports.clock.now();
        NewProduction {
            production: Production {
                id: ProductionId(self.ports.ids.next()),
                details,
                created_at: now,
                updated_at: now,
                has_slack_webhook: webhook.is_some(),
                revision: 0,
            },
            webhook,
            change,
        }
    }

    /// Enters into the audit that somebody was told of many codes and names which of them others have, without entering any.
    async fn record_lookup(&self, import: &ProductionImport, dry_run: bool, by: &Actor) -> Result<(), DeskError> {
        let is_taken = |row: &&ImportedRow| row.errors.iter().any(|error| error.code == TAKEN);
        let record = AuditRecord {
            action: AuditAction::ProductionListChecked,
            subject_id: "productions".to_owned(),
            production_id: None,
            details: Some(json!({
                "rows": import.rows.len(),
                "taken": import.rows.iter().filter(is_taken).count(),
                "dryRun": dry_run,
            })),
        };
        Ok(self.ports.audit.record(&record, by).await?)
    }

    /// Refuses a webhook that messages may not be sent to; notes it besides what else is wrong.
    fn check_webhook(&self, webhook: Option<&WebhookUrl>, breaches: &mut Breaches) {
        let allowed = webhook.is_none_or(|url| self.webhooks.of_slack(&url.0).is_some());
        let expected = "an address of a Slack webhook";
        breaches.require(allowed, "/slackWebhookUrl", "not_allowed", expected);
    }

    async fn try_change(
        &self,
        id: ProductionId,
        change: ProductionChange,
        rights: &Rights,
        edit: &Edit,
    ) -> Result<Production, DeskError> {
        let plan = self
            .ports
            .productions
            .find_plan(id)
            .await?
            .ok_or(DeskError::UnknownProduction)?;
        let force = change.force;
        let before = plan.production;
        let by = if change.slack_webhook == Patch::Keep {
            edit.by
        } else {
            self.permit_webhook(Some(id), rights)?;
            edit.by.needing(Capability::Administer, Some(id))
        };
        let webhook = change.slack_webhook.clone();
        let mut breaches = Breaches::default();
        if let Patch::Set(url) = &webhook {
            self.check_webhook(Some(url), &mut breaches);
        }
        let details = collected(changed(before.details.clone(), change).checked(), breaches)?;
        if plan.has_uploads && details.category != before.details.category {
            return Err(DeskError::CategoryFixed);
        }
        let consequences = PeriodChange::plan(details.sale_period(), &plan.targets, &plan.notes);
        if consequences.loses_something() && !force {
            return Err(DeskError::WouldLose(Box::new(consequences)));
        }
        let update = ProductionUpdate {
            production: Production {
                details,
                updated_at: self.ports.clock.now(),
                ..before
            },
            webhook,
            change: consequences,
            plan_revision: plan.revision,
        };
        let updated = self
            .ports
            .productions
            .update(&update, &Edit { by, ..edit.clone() })
            .await;
        updated.map_err(into_desk_error)
    }
}

/// The details, unless they or something else break a rule.
fn collected(
    details: Result<ProductionDetails, Vec<FieldError>>,
    breaches: Breaches,
) -> Result<ProductionDetails, DeskError> {
    let mut errors = breaches.into_result().err().unwrap_or_default();
    match details {
        Ok(details) if errors.is_empty() => Ok(details),
        Ok(_) => Err(DeskError::Invalid(errors)),
        Err(broken) => {
            errors.extend(broken);
            Err(DeskError::Invalid(errors))
        }
    }
}

fn changed(mut details: ProductionDetails, change: ProductionChange) -> ProductionDetails {
    details.code = change.code.unwrap_or(details.code);
    details.name = change.name.unwrap_or(details.name);
    details.category = change.category.unwrap_or(details.category);
    details.active = change.active.unwrap_or(details.active);
    details.venue = change.venue.apply(details.venue);
    details.run_start = change.run_start.apply(details.run_start);
    details.run_end = change.run_end.apply(details.run_end);
    details.sale_start = change.sale_start.apply(details.sale_start);
    details.sale_end = change.sale_end.apply(details.sale_end);
    details.running_minutes = change.running_minutes.apply(details.running_minutes);
    details.target_share = change.target_share.apply(details.target_share);
    details.break_even_krw = change.break_even_krw.apply(details.break_even_krw);
    details.seats_per_performance = change.seats_per_performance.apply(details.seats_per_performance);
    details.preview_end = change.preview_end.apply(details.preview_end);
    details.concert_at = change.concert_at.apply(details.concert_at);
    details.seat_inventory = change.seat_inventory.apply(details.seat_inventory);
    details
}

#[async_trait]
impl ProductionDesk for ProductionOffice {
    fn permit_webhook(&self, production: Option<ProductionId>, rights: &Rights) -> Result<(), DeskError> {
        let needs = Needs {
            capability: Capability::Administer,
            production,
            touches: None,
        };
        Ok(needs.check(rights)?)
    }

    async fn create(
        &self,
        details: ProductionDetails,
        slack_webhook: Option<WebhookUrl>,
        rights: &Rights,
        by: &Actor,
    ) -> Result<Production, DeskError> {
        let by = if slack_webhook.is_some() {
            self.permit_webhook(None, rights)?;
            by.needing(Capability::Administer, None)
        } else {
            *by
        };
        let mut breaches = Breaches::default();
        self.check_webhook(slack_webhook.as_ref(), &mut breaches);
        let details = collected(details.checked(), breaches)?;
        let new = self.new_production(details, slack_webhook);
        let production = new.production.clone();
        self.ports
            .productions
            .insert(&[new], &by)
            .await
            .map_err(into_desk_error)?;
        Ok(production)
    }

    async fn read(&self, id: ProductionId) -> Result<Production, DeskError> {
        self.ports
            .productions
            .find(id)
            .await?
            .ok_or(DeskError::UnknownProduction)
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, DeskError> {
        Ok(self.ports.productions.list(query).await?)
    }

    async fn change(
        &self,
        id: ProductionId,
        change: ProductionChange,
        rights: &Rights,
        edit: &Edit,
    ) -> Result<Production, DeskError> {
        retried(|| self.try_change(id, change.clone(), rights, edit)).await
    }

    async fn delete(&self, id: ProductionId, force: bool, edit: &Edit) -> Result<(), DeskError> {
        let deleted = retried(|| self.ports.productions.delete(id, force, edit)).await;
        match deleted? {
            ProductionDeletion::Deleted => Ok(()),
            ProductionDeletion::HasSnapshots => Err(DeskError::HasSnapshots),
            ProductionDeletion::NotFound => Err(DeskError::UnknownProduction),
        }
    }

    async fn import(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        dry_run: bool,
        by: &Actor,
    ) -> Result<ProductionImport, DeskError> {
        let list = self.ports.lists.read(file_name, bytes).await?;
        let list = ProductionList::read(&list, self.ports.lists.as_ref()).map_err(DeskError::Invalid)?;
        let taken = self.ports.productions.taken(&list.codes(), &list.names()).await?;
        let mut import = ProductionImport {
            rows: list.rows(taken),
            entered: Vec::new(),
        };
        if dry_run || !import.is_valid() {
            self.record_lookup(&import, dry_run, by).await?;
            return Ok(import);
        }
        let details = import.rows.iter().filter_map(|row| row.details.clone());
        let new: Vec<_> = details.map(|details| self.new_production(details, None)).collect();
        self.ports.productions.insert(&new, by).await.map_err(into_desk_error)?;
        import.entered = new.into_iter().map(|new| new.production).collect();
        Ok(import)
    }
}

#[cfg(test)]
mod tests;
