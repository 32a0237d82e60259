//! Work that is leased: whoever does not come back loses it to others.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Double, Integer, Timestamptz, Uuid as SqlUuid};
use domain::schedule::TRIED_FOR;
use ports::driven::Lease;
use uuid::Uuid;

/// A row that was taken.
#[derive(QueryableByName)]
pub(super) struct Taken {
    #[diesel(sql_type = SqlUuid)]
    pub(super) id: Uuid,
    /// How many of those who had it before ended with their server.
    #[diesel(sql_type = Integer)]
    pub(super) interruptions: i32,
}

/// Takes one row for `lease`, by a statement whose parameters are the holder, the seconds of the lease, now, and the instant
/// that no wait reaches: whoever is to wait beyond it was told so by a clock that was set back since.
pub(super) fn take(
    connection: &mut PgConnection,
    statement: &str,
    lease: Lease,
    now: DateTime<Utc>,
) -> QueryResult<Option<Taken>> {
    diesel::sql_query(statement)
        .bind::<SqlUuid, _>(lease.holder)
        .bind::<Double, _>(lease.length.as_secs_f64())
        .bind::<Timestamptz, _>(now)
        .bind::<Timestamptz, _>(now + TRIED_FOR + TRIED_FOR)
        .get_result(connection)
        .optional()
}
