//! From requests to values, with every mistake told as a problem document.

mod body;
mod path;
mod query;
mod values;

pub(crate) use body::JsonBody;
pub(crate) use path::PathId;
pub(crate) use query::Query;
pub(crate) use values::{Day, Instant, MonthText, Ratio, patched};
