//! What requests and answers look like: types of their own, so that the domain can change without the contract.

pub(crate) mod account;
pub(crate) mod audit;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod job;
pub(crate) mod notes;
pub(crate) mod paging;
pub(crate) mod person;
pub(crate) mod planning;
pub(crate) mod production;
pub(crate) mod reports;
pub(crate) mod targets;
pub(crate) mod template;
pub(crate) mod upload;
pub(crate) mod user;

use std::collections::BTreeMap;

use domain::grade::SeatsByGrade;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A ratio of at most four places as a JSON number.
fn number(ratio: Decimal) -> f64 {
    ratio.to_f64().expect("a ratio of four places has a double")
}

/// Ratios that may be unknown.
fn numbers(ratio: Option<Decimal>) -> Option<f64> {
    ratio.map(number)
}

/// Seats per grade with the grades' codes, in the order of grades.
pub(crate) type GradeMap = serde_json::Map<String, serde_json::Value>;

fn grade_map(seats: &SeatsByGrade) -> GradeMap {
    seats
        .iter()
        .map(|(grade, seats)| (grade.code().to_owned(), (*seats).into()))
        .collect()
}

/// Seats per grade as a request has them.
pub(crate) type GradeInput = BTreeMap<String, i64>;
