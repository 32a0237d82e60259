//! The machine's clock, and identifiers.

use chrono::{DateTime, Utc};
use ports::driven::{Clock, Ids};
use uuid::Uuid;

/// The machine's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn now(&self) -> DateTime<Utc> {
        // The database keeps microseconds: an answer before and after it was stored must be the same.
        let now = Utc::now();
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }
}

/// Identifiers that grow with time, so that new rows lie beside each other in their index.
pub(crate) struct SystemIds;

impl Ids for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "this is where identifiers come from")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
