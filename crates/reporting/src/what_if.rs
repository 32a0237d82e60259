//! What a change would do to a run, as it leaves the house.

use domain::foresight::Interval;
use domain::reports::forecast::Reason;
use domain::reports::what_if::{BeforeAndAfter, Tried};
use serde_json::Value;

use crate::glossary::Unit;
use crate::object::{Object, Of, column, flat, object, optional, optional_nested};
use crate::schema::Schemas;
use crate::sheets::forecast::{REASON, RUN};
use crate::sheets::interval::{KRW, SEATS};
use crate::sheets::production::PRODUCTION;

/// What the OpenAPI document calls it.
pub const WHAT_IF_SCHEMA: &str = "WhatIf";

static WHAT_IF: Object<Tried> = object(
    WHAT_IF_SCHEMA,
    "What is expected of a run without a change and with it.",
    &[
        flat(&Of(|tried: &Tried| Some(&tried.production), &PRODUCTION)),
        column("asOf", "The day at whose close was known what this rests on.", |tried: &Tried| {
            tried.as_of.into()
        }),
        optional("reason", "Why nothing can be said, or not all.", |tried: &Tried| {
            tried.reason.map(Reason::code).into()
        })
        .one_of(&REASON),
        optional_nested(
            "before",
            "The run without the change.",
            &Of(|tried: &Tried| tried.told.as_ref().map(|told| &told.before), &RUN),
        ),
        optional_nested(
            "after",
            "The run with it.",
            &Of(|tried: &Tried| tried.told.as_ref().map(|told| &told.after), &RUN),
        ),
        optional_nested(
            "furtherSeats",
            "Seats that the further performance has sold in the end; `null` without one.",
            &Of(|tried: &Tried| interval(tried, |told| told.further_seats.as_ref()), &SEATS),
        ),
        optional_nested(
            "profitShiftKrw",
            "By how much the quantiles of profit move; `null` without break-even or prices.",
            &Of(|tried: &Tried| interval(tried, |told| told.profit_shift_krw.as_ref()), &KRW),
        ),
        optional(
            "probabilityShift",
            "By how much the probability moves that break-even is reached by the last performance.",
            |tried: &Tried| tried.told.as_ref().and_then(BeforeAndAfter::probability_shift).into(),
        )
        .in_unit(Unit::Ratio),
        optional(
            "p50DateShiftDays",
            "By how many days the day moves on which break-even is as likely as not; `null` where there is none on one side.",
            |tried: &Tried| tried.told.as_ref().and_then(BeforeAndAfter::p50_date_shift_days).into(),
        )
        .in_unit(Unit::Count),
    ],
);

fn interval<'t>(
    tried: &'t Tried,
    of: impl Fn(&'t BeforeAndAfter) -> Option<&'t Interval<i64>>,
) -> Option<&'t Interval<i64>> {
    tried.told.as_ref().and_then(of)
}

/// The answer as JSON.
pub fn what_if_json(tried: &Tried) -> Vec<u8> {
    let mut out = Vec::new();
    WHAT_IF.write_json(tried, &mut out);
    out
}

/// The schema of the answer; what it refers to are schemas of the report `forecast`.
pub fn what_if_schema() -> Value {
    Schemas::of(&WHAT_IF.shape())
}
