//! Schedules as people keep them.

use std::collections::HashMap;

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Uuid as SqlUuid};
use domain::calendar::in_kst;
use domain::schedule::{Productions, RunState, Schedule, ScheduleId, ScheduleName};
use ports::actor::{Actor, Edit};
use ports::driven::{AuditAction, Run, RunQuery, ScheduleRepository, ScheduleStanding, StorageError, Topic};
use ports::paging::{Order, Page};
use serde_json::{Value, json};
use uuid::Uuid;

use super::rows::{RUN_COLUMNS, RUN_COUNTS, RunRow, SCHEDULE_COLUMNS, ScheduleRow, WHAT};
use super::{Words, named, refer, words};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, check_basis};
use crate::pool::PgPool;
use crate::schema::{schedule, schedule_run};

const PRODUCTIONS: [&str; 2] = [
    "DELETE FROM schedule_production WHERE schedule_id = $1 AND production_id <> ALL($2)",
    "INSERT INTO schedule_production SELECT DISTINCT $1, unnest($2) ON CONFLICT DO NOTHING",
];
const DESTINATIONS: [&str; 2] = [
    "DELETE FROM schedule_destination WHERE schedule_id = $1 AND destination_id <> ALL($2)",
    "INSERT INTO schedule_destination SELECT DISTINCT $1, unnest($2) ON CONFLICT DO NOTHING",
];

/// Schedules in PostgreSQL.
pub struct PgScheduleRepository {
    pool: PgPool,
}

impl PgScheduleRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    async fn standing(&self, name: Option<ScheduleName>) -> Result<Vec<ScheduleStanding>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| {
                let rows: Vec<ScheduleRow> = diesel::sql_query(format!(
                    "SELECT {SCHEDULE_COLUMNS} FROM schedule s WHERE $1 IS NULL OR s.name = $1 ORDER BY s.name"
                ))
                .bind::<Nullable<Text>, _>(name.as_ref().map(ScheduleName::as_str))
                .load(connection)?;
                let mut last = last_runs(connection)?;
                let known = rows.into_iter().filter(ScheduleRow::is_known);
                let standing = known.map(|row| {
                    let schedule = Schedule::try_from(row)?;
                    let last_run = last.remove(&schedule.id.0).map(Run::try_from).transpose()?;
                    Ok(ScheduleStanding { schedule, last_run })
                });
                standing.collect::<Work<Vec<_>>>()
            })
        };
        self.pool.look_up(WHAT, load).await
    }
}

/// The run of the newest time of each schedule.
fn last_runs(connection: &mut PgConnection) -> QueryResult<HashMap<Uuid, RunRow>> {
    let rows: Vec<RunRow> = diesel::sql_query(format!(
        "SELECT {RUN_COLUMNS}
         FROM schedule s
         CROSS JOIN LATERAL (
             SELECT * FROM schedule_run WHERE schedule_id = s.id ORDER BY slot DESC LIMIT 1
         ) AS r
         {RUN_COUNTS}"
    ))
    .load(connection)?;
    let of_schedule = |row: RunRow| Some((row.schedule_id?, row));
    Ok(rows.into_iter().filter_map(of_schedule).collect())
}

/// One page of runs.
fn runs(connection: &mut PgConnection, query: &RunQuery) -> Work<Page<Run>> {
    let states = words(RunState::ALL.map(RunState::code), query.state.map(RunState::code));
    let mut counted = schedule_run::table
        .filter(schedule_run::state.eq_any(&states))
        .into_boxed();
    if let Some(id) = query.schedule {
        counted = counted.filter(schedule_run::schedule_id.eq(id.0));
    }
    let total = counted.count().get_result(connection)?;
    let direction = match query.order {
        Order::Ascending => "ASC",
        Order::Descending => "DESC",
    };
    let rows: Vec<RunRow> = diesel::sql_query(format!(
        "SELECT {RUN_COLUMNS}
         FROM (
             SELECT * FROM schedule_run
             WHERE state = ANY($1) AND ($2 IS NULL OR schedule_id = $2)
             ORDER BY slot {direction}, id {direction} OFFSET $3 LIMIT $4
         ) AS r
         {RUN_COUNTS} ORDER BY r.slot {direction}, r.id {direction}"
    ))
    .bind::<Words, _>(states)
    .bind::<Nullable<SqlUuid>, _>(query.schedule.map(|id| id.0))
    .bind::<BigInt, _>(query.paging.offset())
    .bind::<BigInt, _>(i64::from(query.paging.per_page))
    .load(connection)?;
    let items = rows.into_iter().map(Run::try_from).collect::<Work<_>>()?;
    Ok(Page { items, total })
}

fn write_references(connection: &mut PgConnection, schedule: &Schedule) -> QueryResult<()> {
    let (_, productions) = named(&schedule.productions);
    let destinations: Vec<_> = schedule.destinations.iter().map(|id| id.0).collect();
    refer(connection, PRODUCTIONS, schedule.id.0, &productions)?;
    refer(connection, DESTINATIONS, schedule.id.0, &destinations)
}

fn insert(connection: &mut PgConnection, new: &Schedule, permit: &Permit) -> Work<()> {
    diesel::insert_into(schedule::table)
        .values((
            schedule::id.eq(new.id.0),
            schedule::name.eq(new.name.as_str()),
            schedule::kind.eq(new.task.code()),
            schedule::cron.eq(new.cron.as_str()),
            schedule::all_productions.eq(named(&new.productions).0),
            schedule::attaches_xlsx.eq(new.attaches_xlsx),
            schedule::considered_until.eq(new.considered_until),
            schedule::created_at.eq(new.considered_until),
        ))
        .execute(connection)?;
    write_references(connection, new)?;
    let entry = entry(AuditAction::ScheduleCreated, new.id, None, Some(new));
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(())
}

fn find_locked(connection: &mut PgConnection, id: ScheduleId) -> Work<Option<Schedule>> {
    let row: Option<ScheduleRow> = diesel::sql_query(format!(
        "SELECT {SCHEDULE_COLUMNS} FROM schedule s WHERE s.id = $1 FOR NO KEY UPDATE"
    ))
    .bind::<SqlUuid, _>(id.0)
    .get_result(connection)
    .optional()?;
    row.map(Schedule::try_from).transpose()
}

fn update(connection: &mut PgConnection, after: &Schedule, act: AuditAction, edit: &Edit, permit: &Permit) -> Work<()> {
    let before = find_locked(connection, after.id)?.ok_or(StorageError::Stale(WHAT))?;
    check_basis(&edit.basis, before.revision, WHAT)?;
    if before.revision != after.revision {
        return Err(StorageError::Stale(WHAT).into());
    }
    diesel::update(schedule::table.find(after.id.0))
        .set((
            schedule::name.eq(after.name.as_str()),
            schedule::kind.eq(after.task.code()),
            schedule::cron.eq(after.cron.as_str()),
            schedule::all_productions.eq(named(&after.productions).0),
            schedule::attaches_xlsx.eq(after.attaches_xlsx),
            schedule::paused_at.eq(after.paused_at),
            schedule::considered_until.eq(after.considered_until),
            schedule::revision.eq(schedule::revision + 1),
        ))
        .execute(connection)?;
    write_references(connection, after)?;
    record(connection, entry(act, after.id, Some(&before), Some(after)), permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(())
}

fn delete(connection: &mut PgConnection, id: ScheduleId, edit: &Edit, permit: &Permit) -> Work<bool> {
    let Some(before) = find_locked(connection, id)? else {
        return Ok(false);
    };
    check_basis(&edit.basis, before.revision, WHAT)?;
    diesel::delete(schedule::table.find(id.0)).execute(connection)?;
    let entry = entry(AuditAction::ScheduleDeleted, id, Some(&before), None);
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(true)
}

fn entry(action: AuditAction, id: ScheduleId, before: Option<&Schedule>, after: Option<&Schedule>) -> Entry {
    Entry {
        action,
        subject_id: id.to_string(),
        production_id: None,
        before: before.map(told),
        after: after.map(told),
    }
}

fn told(schedule: &Schedule) -> Value {
    json!({
        "name": schedule.name.as_str(),
        "kind": schedule.task.code(),
        "cron": schedule.cron.as_str(),
        "allProductions": schedule.productions == Productions::AllActive,
        "productionIds": named(&schedule.productions).1,
        "destinationIds": schedule.destinations.iter().map(|id| id.0).collect::<Vec<_>>(),
        "attachXlsx": schedule.attaches_xlsx,
        "pausedAt": schedule.paused_at.map(|at| in_kst(at).to_rfc3339()),
    })
}

#[async_trait]
impl ScheduleRepository for PgScheduleRepository {
    async fn list(&self) -> Result<Vec<ScheduleStanding>, StorageError> {
        self.standing(None).await
    }

    async fn find(&self, name: &ScheduleName) -> Result<Option<ScheduleStanding>, StorageError> {
        Ok(self.standing(Some(name.clone())).await?.pop())
    }

    async fn insert(&self, schedule: &Schedule, by: &Actor) -> Result<(), StorageError> {
        let schedule = schedule.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| insert(connection, &schedule, permit);
        self.pool.write(WHAT, by, write).await
    }

    async fn update(&self, schedule: &Schedule, act: AuditAction, edit: &Edit) -> Result<(), StorageError> {
        let (schedule, basis) = (schedule.clone(), edit.clone());
        let write =
            move |connection: &mut PgConnection, permit: &Permit| update(connection, &schedule, act, &basis, permit);
        self.pool.write(WHAT, &edit.by, write).await
    }

    async fn delete(&self, id: ScheduleId, edit: &Edit) -> Result<bool, StorageError> {
        let basis = edit.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| delete(connection, id, &basis, permit);
        self.pool.write(WHAT, &edit.by, write).await
    }

    async fn runs(&self, query: &RunQuery) -> Result<Page<Run>, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| runs(connection, &query))
        };
        self.pool.look_up(WHAT, load).await
    }
}
