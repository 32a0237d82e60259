//! Productions.

use std::sync::Arc;

use async_trait::async_trait;
use domain::access::{Capability, Rights};
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Production, ProductionDetails, ProductionDraft, ProductionId};
use domain::seat_grades::SeatGrades;
use domain::validation::{Breaches, Field, Rule};
use domain::webhook_hosts::WebhookHosts;
use ports::actor::{Actor, Edit, Needs};
use ports::driven::{
    AuditAction, AuditLog, AuditRecord, Clock, Ids, ListReader, NewProduction, Patch, ProductionDeletion,
    ProductionQuery, ProductionRepository, ProductionUpdate, WebhookUrl,
};
use ports::driving::{DeskError, ImportedRow, ProductionChange, ProductionDesk, ProductionImport};
use ports::paging::Page;
use ports::retry::retried;
use serde_json::json;

use crate::into_desk_error;
use crate::production_list::ProductionList;

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
        let is_taken = |row: &&ImportedRow| row.errors.iter().any(|breach| breach.rule == Rule::Taken);
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
        breaches.require(allowed, Field::SlackWebhook, Rule::NotAllowed);
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
        let details = collected(changed(before.details.clone().into_draft(), change), breaches)?;
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

/// The details that a draft gives, unless it breaks a rule or `breaches` were noted besides.
fn collected(draft: ProductionDraft, mut breaches: Breaches) -> Result<ProductionDetails, DeskError> {
    let details = draft.check().map_err(|broken| breaches.extend(broken)).ok();
    breaches.into_result().map_err(DeskError::Invalid)?;
    Ok(details.expect("what breaks no rule is checked"))
}

fn changed(mut draft: ProductionDraft, change: ProductionChange) -> ProductionDraft {
    draft.code = change.code.unwrap_or(draft.code);
    draft.name = change.name.unwrap_or(draft.name);
    draft.category = change.category.unwrap_or(draft.category);
    draft.active = change.active.unwrap_or(draft.active);
    draft.venue = change.venue.apply(draft.venue);
    draft.run_start = change.run_start.apply(draft.run_start);
    draft.run_end = change.run_end.apply(draft.run_end);
    draft.sale_start = change.sale_start.apply(draft.sale_start);
    draft.sale_end = change.sale_end.apply(draft.sale_end);
    draft.running_minutes = change.running_minutes.apply(draft.running_minutes);
    draft.target_share = change.target_share.apply(draft.target_share);
    draft.break_even_krw = change.break_even_krw.apply(draft.break_even_krw);
    draft.seats_per_performance = change.seats_per_performance.apply(draft.seats_per_performance);
    draft.preview_end = change.preview_end.apply(draft.preview_end);
    draft.concert_at = change.concert_at.apply(draft.concert_at);
    draft.seat_inventory = change.seat_inventory.apply(draft.seat_inventory);
    match change.seat_grades {
        Patch::Keep => {}
        Patch::Clear => draft.set_seat_grades(SeatGrades::default()),
        Patch::Set(grades) => draft.set_seat_grades(grades),
    }
    draft.target_krw = change.target_krw.apply(draft.target_krw);
    draft.production_cost_krw = change.production_cost_krw.apply(draft.production_cost_krw);
    draft.revenue_basis = change.revenue_basis.unwrap_or(draft.revenue_basis);
    draft
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
        draft: ProductionDraft,
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
        let details = collected(draft, breaches)?;
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
