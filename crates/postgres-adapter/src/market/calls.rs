//! Who may call KOPIS: one at a time of all servers, with a pause, within the budget of the day.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Date, Double, Integer, Nullable, Text, Timestamptz};
use ports::driven::{CallGrant, CallTerms};

use crate::errors::Work;

/// Whoever finds another at work looks again so soon.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

#[derive(QueryableByName)]
struct State {
    #[diesel(sql_type = Nullable<Text>)]
    key_digest: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    trouble: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    blocked_until: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    calling_until: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    called_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    now: DateTime<Utc>,
}

#[derive(QueryableByName)]
struct Calls {
    #[diesel(sql_type = Integer)]
    calls: i32,
}

pub(super) fn ask(connection: &mut PgConnection, terms: &CallTerms, key: Option<&str>) -> Work<CallGrant> {
    let state: State = diesel::sql_query(
        "SELECT key_digest, trouble, blocked_until, calling_until, called_at, clock_timestamp() AS now
         FROM kopis_state FOR UPDATE",
    )
    .get_result(connection)?;
    match state.trouble.as_deref() {
        Some("key_rejected") if state.key_digest.as_deref() == key => return Ok(CallGrant::KeyRejected),
        Some("blocked") => {
            if let Some(until) = state.blocked_until.filter(|until| state.now < *until) {
                return Ok(CallGrant::Blocked(until));
            }
        }
        _ => {}
    }
    let used: Option<Calls> = diesel::sql_query("SELECT calls FROM kopis_day WHERE day = $1")
        .bind::<Date, _>(terms.day)
        .get_result(connection)
        .optional()?;
    let used = used.map_or(0, |row| u32::try_from(row.calls).unwrap_or(0));
    if used >= terms.budget {
        return Ok(CallGrant::BudgetUsed);
    }
    if state.calling_until.is_some_and(|until| state.now < until) {
        return Ok(CallGrant::Wait(LOOK_AGAIN.max(terms.pause)));
    }
    let pause = TimeDelta::from_std(terms.pause).unwrap_or(TimeDelta::MAX);
    let rest = state.called_at.map(|at| at + pause - state.now);
    // A clock that was set back keeps nobody waiting for longer than the pause.
    if let Some(rest) = rest.filter(|rest| TimeDelta::zero() < *rest && *rest <= pause) {
        return Ok(CallGrant::Wait(rest.to_std().unwrap_or(terms.pause)));
    }
    diesel::sql_query(
        "UPDATE kopis_state
         SET called_at = clock_timestamp(), calling_until = clock_timestamp() + make_interval(secs => $1)",
    )
    .bind::<Double, _>(terms.longest.as_secs_f64())
    .execute(connection)?;
    diesel::sql_query(
        "INSERT INTO kopis_day (day, calls) VALUES ($1, 1)
         ON CONFLICT (day) DO UPDATE SET calls = kopis_day.calls + 1",
    )
    .bind::<Date, _>(terms.day)
    .execute(connection)?;
    Ok(CallGrant::Granted)
}

pub(super) fn called(connection: &mut PgConnection) -> Work<()> {
    diesel::sql_query("UPDATE kopis_state SET called_at = clock_timestamp(), calling_until = NULL")
        .execute(connection)?;
    Ok(())
}
