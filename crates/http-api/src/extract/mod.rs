//! From requests to values, with every mistake told as a problem document.

mod arriving;
mod body;
mod coding;
mod known;
mod known_tags;
mod malformed;
mod media_type;
mod object;
mod path;
mod precondition;
mod query;
mod values;

#[cfg(test)]
pub(crate) use arriving::tests::stalled;
pub(crate) use arriving::{ArrivingBody, broken_off};
pub(crate) use body::{BodyProblems, JsonBody, bounded};
pub(crate) use coding::accepts_coding;
pub(crate) use known::{Known, KnownProduction};
pub(crate) use known_tags::KnownTags;
pub(crate) use media_type::is_plain;
pub(crate) use object::Object;
pub(crate) use path::{PathCampaign, PathFile, PathId, PathName};
pub(crate) use precondition::{IfMatch, IfMatchHeader, OutdatedProblem, tagged};
pub(crate) use query::{NoParameters, Query};
pub(crate) use values::{Day, Instant, MonthText, Number, Ratio, patched, required, required_word, word};
