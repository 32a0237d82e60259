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
use domain::validation::{Breaches, FieldError};
use ports::actor::Edit;
use ports::driven::{ListReader, PlanRepository, ReportError, ReportScope, SaleHistories, TargetPlan};
use ports::driving::{DeskError, Distribution, DistributionMethod, TargetCopy, TargetDesk, TargetFile, Targets};
use rust_decimal::Decimal;

use crate::target_list::{self, ListedTarget};
use crate::{into_desk_error, retried};

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
            let pointer = match &distribution.method {
                DistributionMethod::Even | DistributionMethod::Weekday(_) => "/weekdayWeights",
                DistributionMethod::Curve(_) => "/productionIds",
            };
            invalid(pointer, "no_weight", "a weight above 0 for one of the days")
        })?;
        self.store_or_preview(id, plan, wanted, edit).await
    }

    async fn try_copy(&self, id: ProductionId, copy: &TargetCopy, edit: Option<&Edit>) -> Result<Targets, DeskError> {
        let plan = self.plan(id).await?;
        let to = plan.sale_period.ok_or_else(no_sale_period)?;
        let source = self.plan(copy.from).await?;
        let from = source.sale_period.ok_or_else(|| {
            let message = "a production with a sale period";
            invalid("/fromProductionId", "no_sale_period", message)
        })?;
        let wanted = copy_targets(&source.targets, from, to, copy.factor)
            .ok_or_else(|| invalid("/factor", "out_of_range", "no target above a trillion won"))?;
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
            let day = breaches.take(target.day.clone());
            let target_krw = breaches.take(target.target_krw.clone());
            let Some(day) = day else { continue };
            if !period.contains(day) {
                let error = target.wrong_day(day, "outside_sale_period", "a day of the sale period");
                breaches.take::<()>(Err(error));
            }
            // With a target that cannot be read, nothing is set anyway.
            if wanted.insert(day, target_krw.unwrap_or_default()).is_some() {
                breaches.take::<()>(Err(target.wrong_day(day, "duplicate", "each day once")));
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
            return Err(invalid("/productionIds", "required", "at least one production"));
        }
        let scope = ReportScope {
            visible: visible.clone(),
            production_ids: ids.to_vec(),
            include_inactive: true,
        };
        let histories = self.reports.sale_histories(&scope).await.map_err(|error| match error {
            ReportError::UnknownProduction(_) => DeskError::UnknownProduction,
            ReportError::TooManyProductions { most, .. } => {
                invalid("/productionIds", "too_many", &format!("at most {most} productions"))
            }
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
            let pointer = format!("/productionIds/{index}");
            let Some(history) = histories.remove(id) else {
                breaches.require(false, &pointer, "duplicate", "each production once");
                continue;
            };
            let curve = SaleCurve::of(&history)
                .ok_or_else(|| FieldError::new(pointer, "nothing_sold", "a production that sold in its sale period"));
            curves.extend(breaches.take(curve));
        }
        breaches.into_result().map_err(DeskError::Invalid)?;
        Ok(curves)
    }
}

fn invalid(pointer: &str, code: &'static str, message: &str) -> DeskError {
    DeskError::Invalid(vec![FieldError::new(pointer, code, message)])
}

fn no_sale_period() -> DeskError {
    invalid("", "no_sale_period", "the production has no sale period yet")
}

/// The days that a total is for.
fn days_of(distribution: &Distribution, period: DateRange) -> Result<DateRange, DeskError> {
    let first = distribution.from.unwrap_or(period.first());
    let last = distribution.to.unwrap_or(period.last());
    let mut breaches = Breaches::default();
    for (day, pointer) in [(first, "/from"), (last, "/to")] {
        let on_sale = period.contains(day);
        breaches.require(on_sale, pointer, "outside_sale_period", "a day of the sale period");
    }
    breaches.into_result().map_err(DeskError::Invalid)?;
    DateRange::new(first, last).ok_or_else(|| invalid("/to", "before_start", "a day not before 'from'"))
}

fn weekday_weights(weights: &[Decimal]) -> Result<Weights, Vec<FieldError>> {
    const POINTER: &str = "/weekdayWeights";
    let Ok(seven) = <[Decimal; 7]>::try_from(weights) else {
        return Err(vec![FieldError::new(
            POINTER,
            "wrong_length",
            "seven weights, Monday first",
        )]);
    };
    let mut breaches = Breaches::default();
    for (index, weight) in weights.iter().enumerate() {
        let fits = (Decimal::ZERO..=Decimal::from(MAX_WEIGHT)).contains(weight);
        let pointer = format!("{POINTER}/{index}");
        breaches.require(fits, &pointer, "out_of_range", "between 0 and a million");
    }
    let all_zero = weights.iter().all(Decimal::is_zero);
    breaches.require(!all_zero, POINTER, "no_weight", "a weight above 0");
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
            return Err(invalid("/totalKrw", "out_of_range", "between 0 and a trillion won"));
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
            return Err(invalid("/factor", "out_of_range", "between 0 and 100"));
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
