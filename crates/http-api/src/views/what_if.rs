//! A change that is tried out on a run.

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::foresight::{Change, FurtherPerformance, Holidays, Performance, PriceChange};
use domain::production::ProductionId;
use reporting::{WHAT_IF_SCHEMA, what_if_schema};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

use crate::extract::{Day, Instant, Number};
use crate::problem::ApiError;

const MAX_PRICES: usize = 20;

/// A change to try out; what is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewTrial {
    /// On which production.
    #[schema(value_type = Uuid)]
    production_id: String,
    /// The day at whose close was known what it rests on; default: today.
    as_of: Option<Day>,
    /// New prices of seats to come.
    #[serde(default)]
    #[schema(required = false, max_items = 20)]
    prices: Vec<NewPrice>,
    /// Percent of seats that one percent of the mean price brings, usually negative; default 0: demand stays.
    #[schema(value_type = Option<f64>, minimum = -10, maximum = 10)]
    price_elasticity: Option<Number>,
    /// A performance more.
    further_performance: Option<NewFurtherPerformance>,
    /// Seats of each performance to come that are given away besides; negative: fewer.
    #[serde(default)]
    #[schema(required = false, minimum = -100_000, maximum = 100_000)]
    complimentary_seats: i32,
    /// Percent of seats that one percent of the house, given away, brings; default 0: demand stays.
    #[schema(value_type = Option<f64>, minimum = -10, maximum = 10)]
    complimentary_elasticity: Option<Number>,
    /// Costs on top of those that are known, in won; negative: less.
    #[serde(default)]
    #[schema(required = false, minimum = -1_000_000_000_000_i64, maximum = 1_000_000_000_000_i64)]
    cost_krw: i64,
}

/// A new price of a part of the seats to come, a grade for example.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewPrice {
    /// Which share of the revenue to come these seats bring; all shares together at most 1.
    #[schema(value_type = f64, minimum = 0, maximum = 1)]
    revenue_share: Number,
    /// New price ÷ old price − 1: 0.1 is ten percent more; more than −1.
    #[schema(value_type = f64, exclusive_minimum = -1, maximum = 10)]
    change_ratio: Number,
}

/// A performance that is added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewFurtherPerformance {
    /// After the newest record date.
    starts_at: Instant,
    /// Seats that can be sold.
    #[schema(minimum = 1, maximum = 100_000)]
    sellable_seats: u32,
    /// Whether it is a preview.
    #[serde(default)]
    is_preview: bool,
    /// Share of its seats that the others lose: 0, all buyers are new, to 1, all would have come anyway; default 0.
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 1)]
    displacement_share: Option<Number>,
}

impl NewTrial {
    /// On which production, as of which day, and the change.
    pub(crate) fn into_parts(self, holidays: &Holidays) -> Result<(ProductionId, Option<NaiveDate>, Change), ApiError> {
        let id = Uuid::try_parse(&self.production_id).map_err(|_| ApiError::NotFound("production"))?;
        if self.prices.len() > MAX_PRICES {
            return Err(ApiError::invalid(
                "/prices",
                "too_many",
                format!("at most {MAX_PRICES}"),
            ));
        }
        let change = Change {
            prices: prices(&self.prices)?,
            price_elasticity: elasticity(self.price_elasticity, "/priceElasticity")?,
            further: self
                .further_performance
                .as_ref()
                .map(|new| further(new, holidays))
                .transpose()?,
            complimentary_seats: whole(self.complimentary_seats, 100_000, "/complimentarySeats")?,
            complimentary_elasticity: elasticity(self.complimentary_elasticity, "/complimentaryElasticity")?,
            cost_krw: whole(self.cost_krw, 1_000_000_000_000, "/costKrw")?,
        };
        Ok((ProductionId(id), self.as_of.map(|day| day.0), change))
    }
}

fn prices(new: &[NewPrice]) -> Result<Vec<PriceChange>, ApiError> {
    let all: Decimal = new.iter().map(|price| price.revenue_share.0).sum();
    let price = |(index, price): (usize, &NewPrice)| {
        let change_ratio = number(price.change_ratio.0, (-1, 10), &format!("/prices/{index}/changeRatio"))?;
        if price.change_ratio.0 == Decimal::NEGATIVE_ONE {
            let pointer = format!("/prices/{index}/changeRatio");
            return Err(ApiError::invalid(pointer, "out_of_range", "more than -1"));
        }
        Ok(PriceChange {
            revenue_share: number(price.revenue_share.0, (0, 1), &format!("/prices/{index}/revenueShare"))?,
            change_ratio,
        })
    };
    let prices = new.iter().enumerate().map(price).collect::<Result<_, _>>()?;
    if all > Decimal::ONE {
        return Err(ApiError::invalid(
            "/prices",
            "out_of_range",
            "shares that add up to 1 at most",
        ));
    }
    Ok(prices)
}

fn further(new: &NewFurtherPerformance, holidays: &Holidays) -> Result<FurtherPerformance, ApiError> {
    let (place, most) = ("/furtherPerformance", 100_000);
    if new.sellable_seats == 0 || new.sellable_seats > most {
        let pointer = format!("{place}/sellableSeats");
        return Err(ApiError::invalid(pointer, "out_of_range", format!("1 to {most}")));
    }
    let starts_at = new.starts_at.0.naive_local();
    let share = new.displacement_share.as_ref().map_or(Decimal::ZERO, |share| share.0);
    Ok(FurtherPerformance {
        performance: Performance::new(
            starts_at.date(),
            starts_at.time(),
            new.sellable_seats,
            new.is_preview,
            holidays,
        ),
        displacement_share: number(share, (0, 1), &format!("{place}/displacementShare"))?,
    })
}

fn elasticity(new: Option<Number>, pointer: &str) -> Result<f64, ApiError> {
    number(new.map_or(Decimal::ZERO, |number| number.0), (-10, 10), pointer)
}

fn number(of: Decimal, (least, most): (i64, i64), pointer: &str) -> Result<f64, ApiError> {
    let is_within = of >= Decimal::from(least) && of <= Decimal::from(most);
    let number = of.to_f64().filter(|_| is_within);
    number.ok_or_else(|| ApiError::invalid(pointer, "out_of_range", format!("{least} to {most}")))
}

fn whole<T: Copy + Into<i64>>(of: T, most: i64, pointer: &str) -> Result<T, ApiError> {
    let is_within = (-most..=most).contains(&of.into());
    let wrong = || ApiError::invalid(pointer, "out_of_range", format!("-{most} to {most}"));
    is_within.then_some(of).ok_or_else(wrong)
}

/// The answer, as `reporting` describes it.
pub(crate) struct WhatIfView;

impl PartialSchema for WhatIfView {
    fn schema() -> RefOr<Schema> {
        serde_json::from_value(what_if_schema()).expect("an answer describes itself as OpenAPI does")
    }
}

impl ToSchema for WhatIfView {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed(WHAT_IF_SCHEMA)
    }
}
