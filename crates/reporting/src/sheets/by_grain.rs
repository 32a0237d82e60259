//! What reports take that tell periods: their length, and from when to when.

use domain::calendar::{Grain, OpenRange};

use super::prelude::*;
use crate::parameters::{Parameter, Values};

/// Their parameters.
pub(super) const PARAMETERS: &[Parameter] = &[
    word(
        "grain",
        Words("단위", "Grain"),
        "Length of the periods.",
        &["day", "week", "month"],
    )
    .leading_tables(),
    day(
        "from",
        Words("시작일", "From"),
        "The periods that touch the days from this one on, whole; default: all.",
    ),
    day(
        "to",
        Words("종료일", "To"),
        "The periods that touch the days up to this one, whole; default: all.",
    ),
];

/// What they mean.
pub(super) fn asked(values: &Values) -> (Grain, OpenRange) {
    let grain = match values.word("grain") {
        "week" => Grain::Week,
        "month" => Grain::Month,
        _ => Grain::Day,
    };
    let (from, to) = (values.day("from"), values.day("to"));
    (grain, OpenRange { from, to })
}
