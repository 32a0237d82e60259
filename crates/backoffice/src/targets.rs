//! Many targets at once.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use domain::access::Visible;
use domain::calendar::DateRange;
use domain::distribution::{MAX_WEIGHT, SaleCurve, SaleHistory, Weights, distribute};
use domain::limits::MAX_KRW;
use domain::planning::DailyTargets;
use domain::production::ProductionId;
use domain::target_copy::copy_targets;
use domain::validation::{Breach, Breaches, Field, Place, Rule};
use ports::actor::Edit;
use ports::driven::{ListReader, PlanRepository, ReportError, ReportScope, SaleHistories, TargetPlan};
use ports::driving::{DeskError, Distribution, DistributionMethod, TargetCopy, TargetDesk, TargetFile, Targets};
use ports::retry::retried;
use rust_decimal::Decimal;

use crate::into_desk_error;
use crate::target_list::{self, ListedTarget};

/// Largest factor of a copy.
const MAX_FACTOR: i64 = 100;

/// Spreads totals over days, and takes over targets.
pub struct TargetPlanning {
    plans: Arc<dyn PlanRepository>,
    reports: Arc<dyn SaleHistories>,
    lists: Arc<dyn ListReader>,
}

impl TargetPlanning {
    /// Plans in `plans`, learns from `reports` what was sold, and reads files by `lists`.
    pub fn new(plans: Arc<dyn PlanRepository>, reports: Arc<dyn SaleHistories>, lists: Arc<dyn ListReader>) -> Self {
        Self { plans, reports, lists }
    }

    async fn plan(&self, id: ProductionId) -> Result<TargetPlan, DeskError> {
        self.plans.targets(id).await?.ok_or(DeskError::UnknownProduction)
    }

    /// Sets `wanted` by this edit; without one only tells what would become of the targets of `plan`.
    async fn store_or_preview(
        &self,
        id: ProductionId,
        plan: TargetPlan,
        wanted: DailyTargets,
        edit: Option<&Edit>,
    ) -> Result<Targets, DeskError> {
        let Some(edit) = edit.filter(|_| !wanted.is_empty()) else {
            let mut days = plan.targets;
            days.extend(wanted);
            return Ok(Targets::new(days, plan.revision));
        };
        let set = self.plans.set_targets(id, &wanted, edit).await;
        set.map_err(into_desk_error)?;
        let plan = self.plan(id).await?;
        Ok(Targets::new(plan.targets, plan.revision))
    }

    async fn try_distribute(
        &self,
        id: ProductionId,
        distribution: &Distribution,
        weights: &Weights,
        edit: Option<&Edit>,
    ) -> Result<Targets, DeskError> {
        let plan = self.plan(id).await?;
        let period = plan.sale_period.ok_or_else(no_sale_period)?;
        let days = days_of(distribution, period)?;
        let wanted = distribute(distribution.total_krw, days, period, weights).ok_or_else(|| {
            let field = match &distribution.method {
                DistributionMethod::Even | DistributionMethod::Weekday(_) => Field::WeekdayWeights,
                DistributionMethod::Curve(_) => Field::Productions,
            };
            invalid(field, Rule::NoWeight)
        })?;
        self.store_or_preview(id, plan, wanted, edit).await
    }

    async fn try_copy(&self, id: ProductionId, copy: &TargetCopy, edit: Option<&Edit>) -> Result<Targets, DeskError> {
        let plan = self.plan(id).await?;
        let to = plan.sale_period.ok_or_else(no_sale_period)?;
        let source = self.plan(copy.from).await?;
        let from = source
            .sale_period
            .ok_or_else(|| invalid(Field::FromProduction, Rule::NoSalePeriod))?;
        let wanted = copy_targets(&source.targets, from, to, copy.factor)
            .ok_or_else(|| invalid(Field::Factor, Rule::TargetOutOfRange(MAX_KRW)))?;
        self.store_or_preview(id, plan, wanted, edit).await
    }

    async fn try_import(
        &self,
        id: ProductionId,
        listed: &[ListedTarget],
        edit: Option<&Edit>,
    ) -> Result<Targets, DeskError> {
        let plan = self.plan(id).await?;
        let period = plan.sale_period.ok_or_else(no_sale_period)?;
        let mut breaches = Breaches::default();
        let mut wanted = DailyTargets::new();
        for target in listed {
            let mut read = |breach| breaches.note(breach);
            let day = target.day.clone().map_err(&mut read).ok();
            let target_krw = target.target_krw.clone().map_err(&mut read).ok();
            let Some(day) = day else { continue };
            if !period.contains(day) {
                breaches.note(target.wrong_day(day, Rule::OutsideSalePeriod));
            }
            // With a target that cannot be read, nothing is set anyway.
            if wanted.insert(day, target_krw.unwrap_or_default()).is_some() {
                breaches.note(target.wrong_day(day, Rule::Duplicate));
            }
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        self.store_or_preview(id, plan, wanted, edit).await
    }

    async fn weights(&self, method: &DistributionMethod, visible: &Visible) -> Result<Weights, DeskError> {
        match method {
            DistributionMethod::Even => Ok(Weights::Even),
            DistributionMethod::Weekday(weights) => weekday_weights(weights).map_err(DeskError::Invalid),
            DistributionMethod::Curve(ids) => self.curves(ids, visible).await.map(Weights::Curve),
        }
    }

    async fn curves(&self, ids: &[ProductionId], visible: &Visible) -> Result<Vec<SaleCurve>, DeskError> {
        // A scope that names nobody would be one of all productions.
        if ids.is_empty() {
            return Err(invalid(Field::Productions, Rule::Required));
        }
        let scope = ReportScope {
            visible: visible.clone(),
            production_ids: ids.to_vec(),
            include_inactive: true,
        };
        let histories = self.reports.sale_histories(&scope).await.map_err(|error| match error {
            ReportError::UnknownProduction(_) => DeskError::UnknownProduction,
            ReportError::TooManyProductions { most, .. } => invalid(Field::Productions, Rule::TooManyProductions(most)),
            ReportError::Storage(error) => into_desk_error(error),
        })?;
        let mut histories: HashMap<ProductionId, SaleHistory> = histories
            .value
            .into_iter()
            .map(|history| (history.production_id, history))
            .collect();
        let mut breaches = Breaches::default();
        let mut curves = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            let history = histories.remove(id).ok_or(Rule::Duplicate);
            let curve = history.and_then(|history| SaleCurve::of(&history).ok_or(Rule::NothingSold));
            curves.extend(breaches.take(Place::item(Field::Productions, index), curve));
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        Ok(curves)
    }
}

fn invalid(place: impl Into<Place>, rule: Rule) -> DeskError {
    DeskError::Invalid(vec![Breach::new(place, rule)])
}

fn no_sale_period() -> DeskError {
    invalid(Place::WHOLE, Rule::NoSalePeriod)
}

/// The days that a total is for.
fn days_of(distribution: &Distribution, period: DateRange) -> Result<DateRange, DeskError> {
    let first = distribution.from.unwrap_or(period.first());
    let last = distribution.to.unwrap_or(period.last());
    let mut breaches = Breaches::default();
    for (day, field) in [(first, Field::From), (last, Field::To)] {
        let on_sale = period.contains(day);
        breaches.require(on_sale, field, Rule::OutsideSalePeriod);
    }
    breaches.into_result().map_err(DeskError::Invalid)?;
    DateRange::new(first, last).ok_or_else(|| invalid(Field::To, Rule::BeforeStart))
}

fn weekday_weights(weights: &[Decimal]) -> Result<Weights, Vec<Breach>> {
    let Ok(seven) = <[Decimal; 7]>::try_from(weights) else {
        return Err(vec![Breach::new(Field::WeekdayWeights, Rule::WrongLength(7))]);
    };
    let mut breaches = Breaches::default();
    for (index, weight) in weights.iter().enumerate() {
        let fits = (Decimal::ZERO..=Decimal::from(MAX_WEIGHT)).contains(weight);
        let place = Place::item(Field::WeekdayWeights, index);
        breaches.require(fits, place, Rule::OutOfRange(0, MAX_WEIGHT));
    }
    let all_zero = weights.iter().all(Decimal::is_zero);
    breaches.require(!all_zero, Field::WeekdayWeights, Rule::NoWeight);
    breaches.into_result().map(|()| Weights::Weekday(seven))
}

#[async_trait]
impl TargetDesk for TargetPlanning {
    async fn distribute(
        &self,
        id: ProductionId,
        distribution: Distribution,
        visible: &Visible,
        edit: &Edit,
    ) -> Result<Targets, DeskError> {
        // Whether the productions named are seen comes before the form of the request.
        let weights = self.weights(&distribution.method, visible).await?;
        if !(0..=MAX_KRW).contains(&distribution.total_krw) {
            return Err(invalid(Field::Total, Rule::OutOfRange(0, MAX_KRW)));
        }
        let edit = (!distribution.dry_run).then_some(edit);
        retried(|| self.try_distribute(id, &distribution, &weights, edit)).await
    }

    async fn copy(
        &self,
        id: ProductionId,
        copy: TargetCopy,
        visible: &Visible,
        edit: &Edit,
    ) -> Result<Targets, DeskError> {
        if !visible.contains(copy.from) {
            return Err(DeskError::UnknownProduction);
        }
        if !(Decimal::ZERO..=Decimal::from(MAX_FACTOR)).contains(&copy.factor) {
            return Err(invalid(Field::Factor, Rule::OutOfRange(0, MAX_FACTOR)));
        }
        let edit = (!copy.dry_run).then_some(edit);
        retried(|| self.try_copy(id, &copy, edit)).await
    }

    async fn import(&self, id: ProductionId, file: TargetFile, edit: &Edit) -> Result<Targets, DeskError> {
        let list = self.lists.read(&file.file_name, file.bytes).await?;
        let listed = target_list::targets(&list, self.lists.as_ref()).map_err(DeskError::Invalid)?;
        let edit = (!file.dry_run).then_some(edit);
        retried(|| self.try_import(id, &listed, edit)).await
    }
}

#[cfg(test)]
mod tests;
