//! What requests and answers look like: types of their own, so that the domain can change without the contract.

pub(crate) mod account;
pub(crate) mod alert;
pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod campaign;
pub(crate) mod collection;
pub(crate) mod digest;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod job;
pub(crate) mod layout;
pub(crate) mod market;
pub(crate) mod notes;
pub(crate) mod notice;
pub(crate) mod paging;
pub(crate) mod person;
pub(crate) mod planning;
pub(crate) mod preferences;
pub(crate) mod production;
pub(crate) mod safety;
pub(crate) mod schedule;
pub(crate) mod system;
pub(crate) mod targets;
pub(crate) mod template;
pub(crate) mod upload;
pub(crate) mod user;
pub(crate) mod what_if;

use std::collections::BTreeMap;

use domain::grade::SeatsByGrade;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

/// A ratio of at most four places as a JSON number.
fn number(ratio: Decimal) -> f64 {
    ratio.to_f64().expect("a ratio of four places has a double")
}

/// Ratios that may be unknown.
fn numbers(ratio: Option<Decimal>) -> Option<f64> {
    ratio.map(number)
}

/// Seats per grade with the grades' codes, in the order of grades.
#[derive(Debug)]
pub(crate) struct GradeMap(SeatsByGrade);

impl Serialize for GradeMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(grade, seats)| (grade.code(), seats)))
    }
}

/// Seats per grade as a request has them.
pub(crate) type GradeInput = BTreeMap<String, i64>;
