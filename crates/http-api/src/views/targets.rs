use domain::production::ProductionId;
use ports::driving::{Distribution, DistributionMethod, TargetCopy};
use rust_decimal::Decimal;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::extract::{Day, Number, bounded};
use crate::problem::ApiError;

/// How a total is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NewDistributionMethod {
    /// Each day the same.
    Even,
    /// By the weights of weekdays.
    Weekday,
    /// As past productions sold.
    Curve,
}

/// A total to spread over days of the sale period; the other days stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewDistribution {
    /// Won that the days add up to.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    total_krw: i64,
    /// First day; default: that of the sale period.
    from: Option<Day>,
    /// Last day; default: that of the sale period.
    to: Option<Day>,
    method: NewDistributionMethod,
    /// With `weekday`: a weight for each weekday, Monday first; one is above 0.
    #[schema(value_type = Option<Vec<f64>>, min_items = 7, max_items = 7)]
    weekday_weights: Option<Vec<Number>>,
    /// With `curve`: past productions that sold in their sale periods.
    #[schema(value_type = Option<Vec<Uuid>>, min_items = 1, max_items = 2000)]
    production_ids: Option<Vec<String>>,
    /// Whether nothing is written.
    #[serde(default)]
    dry_run: bool,
}

impl TryFrom<NewDistribution> for Distribution {
    type Error = ApiError;

    fn try_from(new: NewDistribution) -> Result<Self, ApiError> {
        let weights = ("/weekdayWeights", NewDistributionMethod::Weekday);
        let weights = of_method(new.weekday_weights, weights, new.method)?;
        let ids = of_method(
            new.production_ids,
            ("/productionIds", NewDistributionMethod::Curve),
            new.method,
        )?;
        let method = match new.method {
            NewDistributionMethod::Even => DistributionMethod::Even,
            NewDistributionMethod::Weekday => {
                DistributionMethod::Weekday(weights.into_iter().map(|weight| weight.0).collect())
            }
            NewDistributionMethod::Curve => {
                bounded(&ids, "/productionIds")?;
                let ids = ids.iter().map(|id| production_id(id));
                DistributionMethod::Curve(ids.collect::<Result<_, _>>()?)
            }
        };
        Ok(Self {
            total_krw: new.total_krw,
            from: new.from.map(|day| day.0),
            to: new.to.map(|day| day.0),
            method,
            dry_run: new.dry_run,
        })
    }
}

/// Targets to take over from another production.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewTargetCopy {
    /// Whose targets.
    #[schema(value_type = Uuid)]
    from_production_id: String,
    /// What each is multiplied by; default: 1.
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    factor: Option<Number>,
    /// Whether nothing is written.
    #[serde(default)]
    dry_run: bool,
}

impl TryFrom<NewTargetCopy> for TargetCopy {
    type Error = ApiError;

    fn try_from(new: NewTargetCopy) -> Result<Self, ApiError> {
        Ok(Self {
            from: production_id(&new.from_production_id)?,
            factor: new.factor.map_or(Decimal::ONE, |factor| factor.0),
            dry_run: new.dry_run,
        })
    }
}

/// The list that belongs to one method: required with it, refused with another.
fn of_method<T>(
    list: Option<Vec<T>>,
    (pointer, owner): (&str, NewDistributionMethod),
    method: NewDistributionMethod,
) -> Result<Vec<T>, ApiError> {
    match (list, owner == method) {
        (Some(list), true) => Ok(list),
        (None, true) => Err(ApiError::invalid(
            pointer,
            "required",
            "this method requires this field",
        )),
        (Some(_), false) => Err(ApiError::invalid(
            pointer,
            "not_applicable",
            "this field belongs to another method",
        )),
        (None, false) => Ok(Vec::new()),
    }
}

/// An id that is no UUID is of no production.
fn production_id(text: &str) -> Result<ProductionId, ApiError> {
    let id = Uuid::try_parse(text).map_err(|_| ApiError::NotFound("production"))?;
    Ok(ProductionId(id))
}
