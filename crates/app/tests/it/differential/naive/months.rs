//! Plays by the month.

use chrono::{Months, NaiveDate};
use serde_json::{Value, json};

use super::super::exact::{Figure, divided, in_ratio, in_whole, minus};
use super::super::world::{first_of_month, last_of_month, month};
use super::{Stage, sum_of_known};

/// `plays/monthly`
pub(super) fn all_together(stage: &Stage<'_>) -> Value {
    rows(stage, |first, last| {
        sum_of_known(stage.productions.iter().map(|production| production.sales(first, last)))
    })
}

/// `plays/monthly-by-production`
pub(super) fn by_production(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        json!({
            "salesReason": production.sales_reason(),
            "months": rows(stage, |first, last| production.sales(first, last)),
        })
    })
}

/// The month of `asOf` and the twelve before.
fn rows(stage: &Stage<'_>, sales: impl Fn(NaiveDate, NaiveDate) -> Figure) -> Value {
    let this_month = first_of_month(stage.as_of());
    let row = |ago: u32| {
        let first = this_month - Months::new(ago);
        let before = first - Months::new(1);
        let revenue = sales(first, last_of_month(first));
        let previous = sales(before, last_of_month(before));
        let change = minus(&revenue, &previous);
        json!({
            "month": month(first),
            "revenueKrw": in_whole(&revenue),
            "changeKrw": in_whole(&change),
            "changeRatio": in_ratio(&divided(&change, &previous)),
            "note": stage.world.monthly_notes.get(&month(first)),
        })
    };
    (0..=12).rev().map(row).collect()
}
