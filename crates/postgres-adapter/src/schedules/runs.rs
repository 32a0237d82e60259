//! The times of schedules, claimed by rows.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Double, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::schedule::{Due, MAX_INTERRUPTIONS, RunId, RunState, Schedule, Task, Trigger};
use ports::actor::Actor;
use ports::driven::{AuditAction, Lease, Pace, RequestedRun, Run, RunOutcome, RunQueue, StorageError, Topic};
use serde_json::json;
use uuid::Uuid;

use super::insert_deliveries;
use super::leasing::take;
use super::rows::{RUN, RUN_COLUMNS, RUN_COUNTS, RunRow, SCHEDULE_COLUMNS, ScheduleRow, WHAT};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;
use crate::pool::PgPool;
use crate::schema::schedule_run;

/// The times of schedules in PostgreSQL.
pub struct PgRunQueue {
    pool: PgPool,
}

impl PgRunQueue {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

fn record_due(connection: &mut PgConnection, schedule: &Schedule, due: &Due, now: DateTime<Utc>) -> Work<bool> {
    // Who considered it first has changed what this looks for; who changed the schedule, its revision.
    let considered = diesel::sql_query(
        "UPDATE schedule SET considered_until = $2
         WHERE id = $1 AND considered_until = $3 AND revision = $4 AND paused_at IS NULL",
    )
    .bind::<SqlUuid, _>(schedule.id.0)
    .bind::<Timestamptz, _>(due.considered_until)
    .bind::<Timestamptz, _>(schedule.considered_until)
    .bind::<BigInt, _>(schedule.revision)
    .execute(connection)?;
    if considered == 0 {
        return Ok(false);
    }
    if due.considered_until < schedule.considered_until {
        let ahead = schedule_run::table
            .filter(schedule_run::schedule_id.eq(schedule.id.0))
            .filter(schedule_run::state.eq(RunState::Missed.code()))
            .filter(schedule_run::slot.gt(due.considered_until));
        diesel::delete(ahead).execute(connection)?;
    }
    let missed = insert_slots(
        connection,
        schedule,
        RunState::Missed,
        Trigger::Schedule,
        &due.missed,
        now,
    )?;
    let slot: Vec<_> = due.slot.into_iter().collect();
    let trigger = if slot.iter().any(|slot| now - *slot > chrono::TimeDelta::minutes(1)) {
        Trigger::CatchUp
    } else {
        Trigger::Schedule
    };
    let claimed = insert_slots(connection, schedule, RunState::Due, trigger, &slot, now)?;
    if claimed + missed > 0 {
        announce(connection, &[Topic::Schedule])?;
    }
    Ok(claimed > 0)
}

fn insert_slots(
    connection: &mut PgConnection,
    schedule: &Schedule,
    state: RunState,
    trigger: Trigger,
    slots: &[DateTime<Utc>],
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    if slots.is_empty() {
        return Ok(0);
    }
    diesel::sql_query(
        "INSERT INTO schedule_run (id, schedule_id, schedule_name, kind, slot, trigger, state, created_at, finished_at)
         SELECT gen_random_uuid(), $1, $2, $3, slot, $4, $5, $6, CASE WHEN $5 = 'missed' THEN $6 END
         FROM unnest($7) AS slot
         ON CONFLICT (schedule_id, slot) DO NOTHING",
    )
    .bind::<SqlUuid, _>(schedule.id.0)
    .bind::<Text, _>(schedule.name.as_str())
    .bind::<Text, _>(schedule.task.code())
    .bind::<Text, _>(trigger.code())
    .bind::<Text, _>(state.code())
    .bind::<Timestamptz, _>(now)
    .bind::<Array<Timestamptz>, _>(slots)
    .execute(connection)
}

/// The run of this schedule that is due or under way.
fn under_way(connection: &mut PgConnection, run: &RequestedRun) -> Work<Option<RunId>> {
    let Some((schedule, _)) = run.schedule.as_ref().filter(|_| run.task.is_alone()) else {
        return Ok(None);
    };
    // Who asks at the same time waits here, and then finds it.
    diesel::sql_query("SELECT 1 FROM schedule WHERE id = $1 FOR NO KEY UPDATE")
        .bind::<SqlUuid, _>(schedule.0)
        .execute(connection)?;
    let states = [RunState::Due, RunState::Running].map(RunState::code);
    let found: Option<Uuid> = schedule_run::table
        .filter(schedule_run::schedule_id.eq(schedule.0))
        .filter(schedule_run::state.eq_any(states))
        .order(schedule_run::slot)
        .select(schedule_run::id)
        .first(connection)
        .optional()?;
    Ok(found.map(RunId))
}

fn request(connection: &mut PgConnection, run: &RequestedRun, permit: &Permit) -> Work<Run> {
    if let Some(under_way) = under_way(connection, run)? {
        return find(connection, under_way);
    }
    let state = if run.deliveries.is_some() {
        RunState::Done
    } else {
        RunState::Due
    };
    let finished_at = run.deliveries.is_some().then_some(run.at);
    diesel::insert_into(schedule_run::table)
        .values((
            schedule_run::id.eq(run.id.0),
            schedule_run::schedule_id.eq(run.schedule.as_ref().map(|(id, _)| id.0)),
            schedule_run::schedule_name.eq(run.schedule.as_ref().map(|(_, name)| name.as_str())),
            schedule_run::kind.eq(run.task.code()),
            schedule_run::slot.eq(run.at),
            schedule_run::trigger.eq(Trigger::Manual.code()),
            schedule_run::state.eq(state.code()),
            schedule_run::requested_by.eq(permit.recorded_as().map(|id| id.0)),
            schedule_run::created_at.eq(run.at),
            schedule_run::finished_at.eq(finished_at),
        ))
        .execute(connection)?;
    insert_deliveries(connection, run.deliveries.as_deref().unwrap_or_default())?;
    let (action, subject_id) = match &run.schedule {
        Some((id, _)) => (AuditAction::ScheduleRun, id.to_string()),
        None => (AuditAction::MessageSent, run.task.code().to_owned()),
    };
    let entry = Entry {
        action,
        subject_id,
        production_id: None,
        before: None,
        after: Some(json!({ "runId": run.id.0, "kind": run.task.code() })),
    };
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    find(connection, run.id)
}

fn find(connection: &mut PgConnection, id: RunId) -> Work<Run> {
    let row: RunRow = diesel::sql_query(format!(
        "SELECT {RUN_COLUMNS} FROM schedule_run r {RUN_COUNTS} WHERE r.id = $1"
    ))
    .bind::<SqlUuid, _>(id.0)
    .get_result(connection)?;
    Run::try_from(row)
}

/// Takes what is due, or what its holder has not come back to.
fn taking(pace: Pace) -> String {
    let long = Task::all().filter(|task| task.is_long());
    let long = long
        .map(|task| format!("'{}'", task.code()))
        .collect::<Vec<_>>()
        .join(", ");
    let of_pace = match pace {
        Pace::Brief => "NOT IN",
        Pace::Long => "IN",
    };
    format!(
        "UPDATE schedule_run
         SET state = 'running', leased_by = $1, leased_until = clock_timestamp() + make_interval(secs => $2),
             interruptions = interruptions + (state = 'running')::int
         WHERE id = (
             SELECT id FROM schedule_run
             WHERE ((state = 'due' AND (next_attempt_at IS NULL OR next_attempt_at <= $3 OR next_attempt_at > $4))
                    OR (state = 'running' AND leased_until < clock_timestamp()))
               AND kind {of_pace} ({long})
             ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED
         )
         RETURNING id, interruptions"
    )
}

fn renew(connection: &mut PgConnection, run: RunId, lease: Lease) -> QueryResult<bool> {
    let renewed = diesel::sql_query(
        "UPDATE schedule_run SET leased_until = clock_timestamp() + make_interval(secs => $3)
         WHERE id = $1 AND leased_by = $2",
    )
    .bind::<SqlUuid, _>(run.0)
    .bind::<SqlUuid, _>(lease.holder)
    .bind::<Double, _>(lease.length.as_secs_f64())
    .execute(connection)?;
    Ok(renewed > 0)
}

fn lease(connection: &mut PgConnection, lease: Lease, pace: Pace, now: DateTime<Utc>) -> Work<Option<Run>> {
    while let Some(taken) = take(connection, &taking(pace), lease, now)? {
        if taken.interruptions <= MAX_INTERRUPTIONS {
            return find(connection, RunId(taken.id)).map(Some);
        }
        let outcome = RunOutcome::Failed {
            error: "its servers ended while they worked on it".to_owned(),
        };
        finish(connection, RunId(taken.id), lease.holder, &outcome, now)?;
    }
    Ok(None)
}

fn finish(
    connection: &mut PgConnection,
    run: RunId,
    holder: Uuid,
    outcome: &RunOutcome,
    now: DateTime<Utc>,
) -> Work<bool> {
    let (state, failures, next_attempt_at, error) = match outcome {
        RunOutcome::Done(_) => (RunState::Done, 0, None, None),
        RunOutcome::Again { at, error } => (RunState::Due, 1, Some(*at), Some(error)),
        RunOutcome::Failed { error } => (RunState::Failed, 1, None, Some(error)),
    };
    let ended = !matches!(outcome, RunOutcome::Again { .. });
    let held = diesel::sql_query(
        "UPDATE schedule_run
         SET state = $3, failures = failures + $4, next_attempt_at = $5, last_error = $6, finished_at = $7,
             leased_by = NULL, leased_until = NULL
         WHERE id = $1 AND leased_by = $2",
    )
    .bind::<SqlUuid, _>(run.0)
    .bind::<SqlUuid, _>(holder)
    .bind::<Text, _>(state.code())
    .bind::<Integer, _>(failures)
    .bind::<Nullable<Timestamptz>, _>(next_attempt_at)
    .bind::<Nullable<Text>, _>(error)
    .bind::<Nullable<Timestamptz>, _>(ended.then_some(now))
    .execute(connection)?;
    if held == 0 {
        return Ok(false);
    }
    if let RunOutcome::Done(deliveries) = outcome {
        insert_deliveries(connection, deliveries)?;
    }
    announce(connection, &[Topic::Schedule])?;
    Ok(true)
}

#[async_trait]
impl RunQueue for PgRunQueue {
    async fn going_on(&self) -> Result<Vec<Schedule>, StorageError> {
        let load = |connection: &mut PgConnection| {
            let rows: Vec<ScheduleRow> = diesel::sql_query(format!(
                "SELECT {SCHEDULE_COLUMNS} FROM schedule s WHERE s.paused_at IS NULL ORDER BY s.name"
            ))
            .load(connection)?;
            let known = rows.into_iter().filter(ScheduleRow::is_known);
            known.map(Schedule::try_from).collect()
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn record(&self, schedule: &Schedule, due: &Due, now: DateTime<Utc>) -> Result<bool, StorageError> {
        let (schedule, due) = (schedule.clone(), due.clone());
        let write = move |connection: &mut PgConnection, _: &Permit| record_due(connection, &schedule, &due, now);
        self.pool.write(WHAT, &Actor::SYSTEM, write).await
    }

    async fn request(&self, run: &RequestedRun, by: &Actor) -> Result<Run, StorageError> {
        let run = run.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| request(connection, &run, permit);
        self.pool.write(RUN, by, write).await
    }

    async fn lease(&self, of: Lease, pace: Pace, now: DateTime<Utc>) -> Result<Option<Run>, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| lease(connection, of, pace, now);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn renew(&self, run: RunId, lease: Lease) -> Result<bool, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| Ok(renew(connection, run, lease)?);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn schedule_of(&self, run: &Run) -> Result<Option<Schedule>, StorageError> {
        let Some(id) = run.schedule else { return Ok(None) };
        let load = move |connection: &mut PgConnection| {
            let row: Option<ScheduleRow> =
                diesel::sql_query(format!("SELECT {SCHEDULE_COLUMNS} FROM schedule s WHERE s.id = $1"))
                    .bind::<SqlUuid, _>(id.0)
                    .get_result(connection)
                    .optional()?;
            row.map(Schedule::try_from).transpose()
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn finish(
        &self,
        run: RunId,
        holder: Uuid,
        outcome: &RunOutcome,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError> {
        let outcome = outcome.clone();
        let write = move |connection: &mut PgConnection, _: &Permit| finish(connection, run, holder, &outcome, now);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }
}
