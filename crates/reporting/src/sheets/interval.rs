//! What is expected, from low to high.

use domain::foresight::Interval;
use rust_decimal::Decimal;

use crate::glossary::Unit;
use crate::object::{Member, Object, column, object, optional};

const LOW: &str = "Exceeded in 9 of 10 cases.";
const MIDDLE: &str = "Exceeded in half of the cases; `null` while there are too few days of data.";
const HIGH: &str = "Exceeded in 1 of 10 cases.";

const fn of_whole(unit: Unit) -> [Member<Interval<i64>>; 3] {
    [
        column("p10", LOW, |interval: &Interval<i64>| interval.p10.into()).in_unit(unit),
        optional("p50", MIDDLE, |interval: &Interval<i64>| interval.p50.into()).in_unit(unit),
        column("p90", HIGH, |interval: &Interval<i64>| interval.p90.into()).in_unit(unit),
    ]
}

pub(crate) static SEATS: Object<Interval<i64>> = object(
    "SeatsInterval",
    "Seats, from low to high: 8 of 10 outcomes lie between `p10` and `p90`.",
    &of_whole(Unit::Seats),
);

pub(crate) static KRW: Object<Interval<i64>> = object(
    "KrwInterval",
    "Won, from low to high: 8 of 10 outcomes lie between `p10` and `p90`.",
    &of_whole(Unit::Krw),
);

pub(super) static RATIO: Object<Interval<Decimal>> = object(
    "RatioInterval",
    "A ratio, from low to high: 8 of 10 outcomes lie between `p10` and `p90`.",
    &[
        column("p10", LOW, |interval: &Interval<Decimal>| interval.p10.into()).in_unit(Unit::Ratio),
        optional("p50", MIDDLE, |interval: &Interval<Decimal>| interval.p50.into()).in_unit(Unit::Ratio),
        column("p90", HIGH, |interval: &Interval<Decimal>| interval.p90.into()).in_unit(Unit::Ratio),
    ],
);
