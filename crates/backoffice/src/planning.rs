//! Targets by day, marketing notes by week, the company's notes.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, Month, monday_of};
use domain::limits::{MAX_KRW, MAX_NOTE_CHARS};
use domain::planning::{DailyTargets, marketing_weeks};
use domain::production::ProductionId;
use domain::validation::{Breaches, Field, Place, Rule, clean_text};
use ports::actor::Edit;
use ports::driven::{CalendarNotes, MonthlyNotes, NoteRepository, Patch, PlanRepository, WeekNotesPatch};
use ports::driving::{DeskError, MarketingPlan, PlanningDesk, Targets};
use ports::retry::retried;

use crate::into_desk_error;
use crate::notes::{checked_notes, concerned, ends};

/// Plans targets and marketing.
pub struct Planning {
    plans: Arc<dyn PlanRepository>,
    notes: Arc<dyn NoteRepository>,
}

impl Planning {
    /// Plans in these.
    pub fn new(plans: Arc<dyn PlanRepository>, notes: Arc<dyn NoteRepository>) -> Self {
        Self { plans, notes }
    }

    async fn try_set_targets(
        &self,
        id: ProductionId,
        targets: &[(NaiveDate, i64)],
        edit: &Edit,
    ) -> Result<(), DeskError> {
        let plan = self.plans.targets(id).await?.ok_or(DeskError::UnknownProduction)?;
        let mut breaches = Breaches::default();
        let mut wanted = DailyTargets::new();
        for (index, (day, target_krw)) in targets.iter().enumerate() {
            let at = |field| Place::item(Field::Targets, index).field(field);
            let on_sale = plan.sale_period.is_some_and(|period| period.contains(*day));
            breaches.require(on_sale, at(Field::Date), Rule::OutsideSalePeriod);
            let fits = (0..=MAX_KRW).contains(target_krw);
            breaches.require(fits, at(Field::Target), Rule::OutOfRange(0, MAX_KRW));
            let first = wanted.insert(*day, *target_krw).is_none();
            breaches.require(first, at(Field::Date), Rule::Duplicate);
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        if wanted.is_empty() {
            return Ok(());
        }
        self.plans.set_targets(id, &wanted, edit).await.map_err(into_desk_error)
    }

    async fn try_change_weeks(
        &self,
        id: ProductionId,
        weeks: &[(NaiveDate, WeekNotesPatch)],
        edit: &Edit,
    ) -> Result<(), DeskError> {
        let plan = self.plans.weeks(id).await?.ok_or(DeskError::UnknownProduction)?;
        let mut breaches = Breaches::default();
        let mut wanted = BTreeMap::new();
        for (index, (day, patch)) in weeks.iter().enumerate() {
            let at = |field| Place::item(Field::Weeks, index).field(field);
            let touched = |period: DateRange| DateRange::week_of(*day).intersection(period).is_some();
            let on_sale = plan.sale_period.is_some_and(touched);
            breaches.require(on_sale, at(Field::WeekStart), Rule::OutsideSalePeriod);
            let patch = WeekNotesPatch {
                sales_marketing: cleaned(&patch.sales_marketing, at(Field::SalesMarketing), &mut breaches),
                promotion: cleaned(&patch.promotion, at(Field::Promotion), &mut breaches),
                other: cleaned(&patch.other, at(Field::Other), &mut breaches),
            };
            let first = wanted.insert(monday_of(*day), patch).is_none();
            breaches.require(first, at(Field::WeekStart), Rule::Duplicate);
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        if wanted.is_empty() {
            return Ok(());
        }
        self.plans
            .change_weeks(id, &wanted, edit)
            .await
            .map_err(into_desk_error)
    }
}

/// A patched text, cleaned; one that is empty clears the field.
fn cleaned(patch: &Patch<String>, place: Place, breaches: &mut Breaches) -> Patch<String> {
    match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(text) => breaches
            .take(place, clean_text(text, MAX_NOTE_CHARS))
            .flatten()
            .map_or(Patch::Clear, Patch::Set),
    }
}

#[async_trait]
impl PlanningDesk for Planning {
    async fn targets(&self, id: ProductionId, days: DateRange) -> Result<Targets, DeskError> {
        let plan = self.plans.targets(id).await?.ok_or(DeskError::UnknownProduction)?;
        let of_days = plan.targets.into_iter().filter(|(day, _)| days.contains(*day));
        Ok(Targets::new(of_days.collect(), plan.revision))
    }

    async fn set_targets(
        &self,
        id: ProductionId,
        targets: Vec<(NaiveDate, i64)>,
        edit: &Edit,
    ) -> Result<Targets, DeskError> {
        retried(|| self.try_set_targets(id, &targets, edit)).await?;
        self.targets(id, domain::calendar::supported_days()).await
    }

    async fn marketing_weeks(&self, id: ProductionId) -> Result<MarketingPlan, DeskError> {
        let plan = self.plans.weeks(id).await?.ok_or(DeskError::UnknownProduction)?;
        let weeks = plan.sale_period.map(|period| marketing_weeks(period, &plan.notes));
        Ok(MarketingPlan {
            weeks: weeks.unwrap_or_default(),
            revision: plan.revision,
        })
    }

    async fn change_marketing_weeks(
        &self,
        id: ProductionId,
        weeks: Vec<(NaiveDate, WeekNotesPatch)>,
        edit: &Edit,
    ) -> Result<MarketingPlan, DeskError> {
        retried(|| self.try_change_weeks(id, &weeks, edit)).await?;
        self.marketing_weeks(id).await
    }

    async fn monthly_notes(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, DeskError> {
        Ok(self.notes.by_month(first, last).await?)
    }

    async fn set_monthly_notes(
        &self,
        notes: Vec<(Month, Option<String>)>,
        edit: &Edit,
    ) -> Result<MonthlyNotes, DeskError> {
        let wanted = checked_notes(notes, Field::Month)?;
        let (first, last) = ends(&wanted).unzip();
        if first.is_some() {
            self.notes.set_by_month(&wanted, edit).await.map_err(into_desk_error)?;
        }
        let present = self.notes.by_month(first, last).await?;
        Ok(concerned(present, &wanted))
    }

    async fn calendar_notes(
        &self,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<CalendarNotes, DeskError> {
        Ok(self.notes.by_day(first, last).await?)
    }

    async fn set_calendar_notes(
        &self,
        notes: Vec<(NaiveDate, Option<String>)>,
        edit: &Edit,
    ) -> Result<CalendarNotes, DeskError> {
        let wanted = checked_notes(notes, Field::Date)?;
        let (first, last) = ends(&wanted).unzip();
        if first.is_some() {
            self.notes.set_by_day(&wanted, edit).await.map_err(into_desk_error)?;
        }
        let present = self.notes.by_day(first, last).await?;
        Ok(concerned(present, &wanted))
    }
}

#[cfg(test)]
mod tests;
