//! What every sheet is written with.

pub(super) use super::production::{PRODUCTION, PRODUCTION_OF_DATES, SALES_REASON};
pub(super) use crate::glossary::Words;
pub(super) use crate::object::{
    Choice, Each, Object, Of, by_grade, column, flat, list, nested, object, optional, optional_nested,
};
use crate::parameters::{Parameter, share};
pub(super) use crate::parameters::{choice, count, day, word};
pub(super) use crate::report::{Sheet, Table, named_table, table};

pub(super) const BY_CODE: &str = "By production code.";
pub(super) const BY_TIME: &str = "In order of time.";
pub(super) const OVERALL: Words = Words("전체", "Overall");
pub(super) const BY_CATEGORY: Words = Words("카테고리", "Category");

/// What counts as low.
pub(super) const LOW_THRESHOLD: Parameter = share(
    "lowThreshold",
    Words("저조 기준", "Low threshold"),
    "Occupancy below which a performance is low.",
    4_000,
)
.leading_tables();
