//! Runs of sources, claimed and leased by rows.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{
    Array, BigInt, Binary, Bool, Date, Double, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid,
};
use domain::collection::{
    CollectionRun, CollectionRunId, CollectionTrigger, RunCode, RunState, SecretName, SourceId, SourceKind,
};
use domain::schedule::{Due, MAX_INTERRUPTIONS};
use ports::actor::Actor;
use ports::driven::collection::{
    BrowserTurn, CollectionRunQuery, CollectionRuns, Evidence, LeasedRun, Renewal, RequestedCollection, RunEnd,
    RunFinish, RunRequest, SourceRecord,
};
use ports::driven::{AuditAction, Lease, StorageError, Topic};
use ports::paging::{Order, Page};
use serde_json::json;
use uuid::Uuid;

use super::RUN;
use super::ending::{finish, words};
use super::rows::{ARRIVAL_COLUMNS, ArrivalRow, RUN_COLUMNS, RUN_SUMMARY_COLUMNS, RunRow};
use super::sources::{self, Count};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;
use crate::pool::PgPool;

/// Uses of one secret within an hour, at most: enough to write a recipe in one sitting, too few to look like an attack.
const USES_AN_HOUR: i64 = 10;
/// For so long pictures and pages are kept.
const EVIDENCE_KEPT: TimeDelta = TimeDelta::days(7);
/// For so long runs are.
const RUNS_KEPT: TimeDelta = TimeDelta::days(400);
/// For so long somebody may decide about what is held.
const HELD_FOR: TimeDelta = TimeDelta::days(14);
/// Whoever takes a run locks this number: two servers never take two browsers.
const TAKING: i64 = 0x0c01_1ec7;

/// Runs of sources in PostgreSQL.
pub struct PgCollectionRuns {
    pool: PgPool,
}

impl PgCollectionRuns {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// What a new run begins as.
struct Beginning<'a> {
    /// `None`: any.
    id: Option<Uuid>,
    source: SourceId,
    is_dry: bool,
    trigger: CollectionTrigger,
    slot: DateTime<Utc>,
    state: RunState,
    code: Option<RunCode>,
    request: Option<&'a RunRequest>,
    requested_by: Option<Uuid>,
}

/// Inserts a run of a source that is there; `false` when there is one for its time, or another one at work.
fn insert(connection: &mut PgConnection, new: &Beginning<'_>, now: DateTime<Utc>) -> QueryResult<bool> {
    let ended = !new.state.is_pending();
    let inserted = diesel::sql_query(
        "INSERT INTO collection_run (id, source_id, source_name, kind, dry, trigger, slot, record_date, state, code,
                                     requested_by, site, created_at, finished_at)
         SELECT coalesce($1, gen_random_uuid()), s.id, s.name, s.kind, $3, $4, $5, $6, $7, $8, $9, s.site, $10, $11
         FROM source s WHERE s.id = $2
         ON CONFLICT DO NOTHING",
    )
    .bind::<Nullable<SqlUuid>, _>(new.id)
    .bind::<SqlUuid, _>(new.source.0)
    .bind::<Bool, _>(new.is_dry)
    .bind::<Text, _>(new.trigger.code())
    .bind::<Timestamptz, _>(new.slot)
    .bind::<Nullable<Date>, _>(new.request.and_then(|request| request.record_date))
    .bind::<Text, _>(new.state.code())
    .bind::<Nullable<Text>, _>(new.code.map(RunCode::code))
    .bind::<Nullable<SqlUuid>, _>(new.requested_by)
    .bind::<Timestamptz, _>(now)
    .bind::<Nullable<Timestamptz>, _>(ended.then_some(now))
    .execute(connection)?;
    Ok(inserted > 0)
}

fn record_due(connection: &mut PgConnection, of: &SourceRecord, due: &Due, now: DateTime<Utc>) -> Work<bool> {
    let source = &of.source;
    let considered = diesel::sql_query(
        "UPDATE source SET considered_until = $2
         WHERE id = $1 AND considered_until = $3 AND revision = $4 AND active",
    )
    .bind::<SqlUuid, _>(source.id.0)
    .bind::<Timestamptz, _>(due.considered_until)
    .bind::<Timestamptz, _>(of.considered_until)
    .bind::<BigInt, _>(source.revision)
    .execute(connection)?;
    if considered == 0 {
        return Ok(false);
    }
    let begin = |slot, state, code| Beginning {
        id: None,
        source: source.id,
        is_dry: false,
        trigger: CollectionTrigger::Schedule,
        slot,
        state,
        code,
        request: None,
        requested_by: None,
    };
    if due.considered_until < of.considered_until {
        diesel::sql_query(
            "DELETE FROM collection_run
             WHERE source_id = $1 AND trigger = 'schedule' AND state = 'missed' AND slot > $2",
        )
        .bind::<SqlUuid, _>(source.id.0)
        .bind::<Timestamptz, _>(due.considered_until)
        .execute(connection)?;
    }
    let mut written = false;
    for slot in &due.missed {
        written |= insert(connection, &begin(*slot, RunState::Missed, None), now)?;
    }
    let mut claimed = false;
    if let Some(slot) = due.slot {
        let reason = match (of.standing.stopped_for, of.standing.blocked_until) {
            (Some(_), _) => Some(RunCode::SourceStopped),
            (None, Some(until)) if until > now => Some(RunCode::SourceBlocked),
            _ => None,
        };
        claimed = reason.is_none() && insert(connection, &begin(slot, RunState::Queued, None), now)?;
        if !claimed {
            // Where the time is claimed already, this finds it there as well.
            let code = reason.unwrap_or(RunCode::SourceBusy);
            written |= insert(connection, &begin(slot, RunState::Skipped, Some(code)), now)?;
        }
    }
    if claimed || written {
        announce(connection, &[Topic::Collection(None)])?;
    }
    Ok(claimed)
}

fn request(connection: &mut PgConnection, new: &RunRequest, permit: &Permit) -> Work<RequestedCollection> {
    let Some(source) = sources::load(connection, Some(new.source))?.pop() else {
        return Ok(RequestedCollection::Gone);
    };
    let is_browser = source.source.kind() == SourceKind::Browser;
    if is_browser && is_used_up(connection, &source.traits.secrets, new.at)? {
        return Ok(RequestedCollection::TooManyRuns);
    }
    let beginning = Beginning {
        id: Some(new.id.0),
        source: new.source,
        is_dry: new.is_dry,
        trigger: new.trigger,
        slot: new.at,
        state: RunState::Queued,
        code: None,
        request: Some(new),
        requested_by: permit.recorded_as().map(|id| id.0),
    };
    if !insert(connection, &beginning, new.at)? {
        return Ok(RequestedCollection::Busy);
    }
    if new.trigger == CollectionTrigger::Manual {
        let entry = Entry {
            action: AuditAction::SourceRun,
            subject_id: new.source.to_string(),
            production_id: source.source.production,
            before: None,
            after: Some(json!({ "runId": new.id.0, "dryRun": new.is_dry, "recordDate": new.record_date })),
        };
        record(connection, entry, permit)?;
    }
    let run = find(connection, new.id)?.ok_or(StorageError::Stale(RUN))?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(RequestedCollection::Queued(Box::new(run)))
}

/// Whether one of these secrets was used as often as it may be within the hour.
fn is_used_up(connection: &mut PgConnection, secrets: &[SecretName], now: DateTime<Utc>) -> QueryResult<bool> {
    let used: Count = diesel::sql_query(
        "SELECT coalesce(max(uses), 0) AS count
         FROM (SELECT count(*) AS uses FROM collection_secret_use
               WHERE secret = ANY($1) AND used_at > $2 GROUP BY secret) AS of_each",
    )
    .bind::<Array<Text>, _>(words(secrets))
    .bind::<Timestamptz, _>(now - TimeDelta::hours(1))
    .get_result(connection)?;
    Ok(used.count >= USES_AN_HOUR)
}

fn use_secrets(
    connection: &mut PgConnection,
    run: CollectionRunId,
    secrets: &[SecretName],
    now: DateTime<Utc>,
) -> Work<bool> {
    lock_taking(connection)?;
    if is_used_up(connection, secrets, now)? {
        return Ok(false);
    }
    diesel::sql_query("INSERT INTO collection_secret_use (secret, used_at, run_id) SELECT unnest($1), $2, $3")
        .bind::<Array<Text>, _>(words(secrets))
        .bind::<Timestamptz, _>(now)
        .bind::<SqlUuid, _>(run.0)
        .execute(connection)?;
    Ok(true)
}

/// One after the other, until the end of the transaction.
fn lock_taking(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
        .bind::<BigInt, _>(TAKING)
        .execute(connection)
        .map(drop)
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Integer)]
    interruptions: i32,
    #[diesel(sql_type = Bool)]
    cancelled: bool,
}

/// Takes what is due, or what its holder has not come back to. Of browsers one works at a time, and a host has its pause.
const TAKE: &str = "UPDATE collection_run
    SET state = 'running', leased_by = $1, leased_until = clock_timestamp() + make_interval(secs => $2),
        interruptions = interruptions + (state = 'running')::int, attempts = attempts + 1,
        started_at = coalesce(started_at, $3), next_attempt_at = NULL
    WHERE id = (
        SELECT r.id FROM collection_run r
        WHERE ((r.state = 'queued' AND (r.next_attempt_at IS NULL OR r.next_attempt_at <= $3))
               OR (r.state = 'running' AND r.leased_until < clock_timestamp()))
          AND (r.kind <> 'browser'
               OR (NOT EXISTS (SELECT FROM collection_run b
                               WHERE b.kind = 'browser' AND b.id <> r.id AND b.state = 'running'
                                 AND b.leased_until >= clock_timestamp())
                   AND NOT EXISTS (SELECT FROM collection_run b
                                   WHERE b.kind = 'browser' AND b.id <> r.id AND b.site = r.site
                                     AND b.tried_at > $3 - make_interval(secs => $4))))
        ORDER BY r.created_at, r.id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, interruptions, cancelled";

fn lease(
    connection: &mut PgConnection,
    of: Lease,
    turn: BrowserTurn,
    now: DateTime<Utc>,
    permit: &Permit,
) -> Work<Option<LeasedRun>> {
    lock_taking(connection)?;
    loop {
        let taken: Option<Taken> = diesel::sql_query(TAKE)
            .bind::<SqlUuid, _>(of.holder)
            .bind::<Double, _>(of.length.as_secs_f64())
            .bind::<Timestamptz, _>(now)
            .bind::<Double, _>(turn.host_pause.as_secs_f64())
            .get_result(connection)
            .optional()?;
        let Some(taken) = taken else { return Ok(None) };
        let id = CollectionRunId(taken.id);
        if taken.cancelled {
            // Whoever was to hear of it fell silent.
            let end = RunEnd::new(RunFinish::Ended(RunState::Cancelled), None, None);
            finish(connection, id, of.holder, &end, now, permit)?;
            continue;
        }
        if taken.interruptions > MAX_INTERRUPTIONS {
            let detail = Some("its servers ended while they worked on it".to_owned());
            let end = RunEnd::new(RunFinish::Ended(RunState::Failed), Some(RunCode::InternalError), detail);
            finish(connection, id, of.holder, &end, now, permit)?;
            continue;
        }
        let run = find(connection, id)?.ok_or(StorageError::Stale(RUN))?;
        let source = match run.source {
            Some(source) => sources::load(connection, Some(source))?.pop(),
            None => None,
        };
        announce(connection, &[Topic::Collection(None)])?;
        return Ok(Some(LeasedRun { run, source }));
    }
}

fn renew(connection: &mut PgConnection, run: CollectionRunId, lease: Lease) -> QueryResult<Renewal> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Bool)]
        cancelled: bool,
    }
    let renewed: Option<Row> = diesel::sql_query(
        "UPDATE collection_run SET leased_until = clock_timestamp() + make_interval(secs => $3)
         WHERE id = $1 AND leased_by = $2 RETURNING cancelled",
    )
    .bind::<SqlUuid, _>(run.0)
    .bind::<SqlUuid, _>(lease.holder)
    .bind::<Double, _>(lease.length.as_secs_f64())
    .get_result(connection)
    .optional()?;
    Ok(match renewed {
        None => Renewal::Lost,
        Some(Row { cancelled: true }) => Renewal::Cancelled,
        Some(Row { cancelled: false }) => Renewal::Held,
    })
}

/// One run with all its details.
pub(super) fn find(connection: &mut PgConnection, id: CollectionRunId) -> Work<Option<CollectionRun>> {
    let row: Option<RunRow> = diesel::sql_query(format!("SELECT {RUN_COLUMNS} FROM collection_run r WHERE r.id = $1"))
        .bind::<SqlUuid, _>(id.0)
        .get_result(connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let mut run = row.into_details()?;
    if !run.is_dry {
        let arrivals: Vec<ArrivalRow> = diesel::sql_query(format!(
            "SELECT {ARRIVAL_COLUMNS} FROM arrival a WHERE a.run_id = $1 ORDER BY a.arrived_at, a.id"
        ))
        .bind::<SqlUuid, _>(id.0)
        .load(connection)?;
        run.arrivals = arrivals
            .into_iter()
            .map(ArrivalRow::into_details)
            .collect::<Work<_>>()?;
    }
    Ok(Some(run))
}

fn list(connection: &mut PgConnection, query: &CollectionRunQuery) -> Work<Page<CollectionRun>> {
    let listed = "FROM collection_run r
         WHERE ($1 IS NULL OR r.source_id = $1) AND ($2 IS NULL OR r.state = $2) AND ($3 IS NULL OR r.dry = $3)";
    macro_rules! asked {
        ($statement:expr) => {
            diesel::sql_query($statement)
                .bind::<Nullable<SqlUuid>, _>(query.source.map(|id| id.0))
                .bind::<Nullable<Text>, _>(query.state.map(RunState::code))
                .bind::<Nullable<Bool>, _>(query.is_dry)
        };
    }
    let total: Count = asked!(format!("SELECT count(*) AS count {listed}")).get_result(connection)?;
    let direction = match query.order {
        Order::Ascending => "ASC",
        Order::Descending => "DESC",
    };
    let rows: Vec<RunRow> = asked!(format!(
        "SELECT {RUN_SUMMARY_COLUMNS} {listed} ORDER BY r.slot {direction}, r.id {direction} LIMIT $4 OFFSET $5"
    ))
    .bind::<BigInt, _>(i64::from(query.paging.per_page))
    .bind::<BigInt, _>(query.paging.offset())
    .load(connection)?;
    Ok(Page {
        items: rows.into_iter().map(RunRow::into_summary).collect::<Work<_>>()?,
        total: total.count,
    })
}

fn cancel(connection: &mut PgConnection, id: CollectionRunId, at: DateTime<Utc>) -> Work<Option<CollectionRun>> {
    let changed = diesel::sql_query(
        "UPDATE collection_run
         SET cancelled = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
             finished_at = CASE WHEN state = 'queued' THEN $2 ELSE finished_at END
         WHERE id = $1 AND state IN ('queued', 'running')",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Timestamptz, _>(at)
    .execute(connection)?;
    if changed > 0 {
        announce(connection, &[Topic::Collection(None)])?;
    }
    find(connection, id)
}

fn tidy(connection: &mut PgConnection, now: DateTime<Utc>) -> Work<()> {
    for (statement, before) in [
        (
            "DELETE FROM collection_evidence WHERE kept_at < $1",
            now - EVIDENCE_KEPT,
        ),
        (
            "DELETE FROM collection_run WHERE slot < $1 AND state NOT IN ('queued', 'running')",
            now - RUNS_KEPT,
        ),
        ("DELETE FROM source_alert WHERE found_at < $1", now - RUNS_KEPT),
        (
            "DELETE FROM collection_secret_use WHERE used_at < $1",
            now - TimeDelta::hours(2),
        ),
        ("DELETE FROM collection_block WHERE until < $1", now),
    ] {
        diesel::sql_query(statement)
            .bind::<Timestamptz, _>(before)
            .execute(connection)?;
    }
    let expired = diesel::sql_query(
        "UPDATE arrival SET state = 'expired', decided_at = $2 WHERE state = 'held' AND arrived_at < $1",
    )
    .bind::<Timestamptz, _>(now - HELD_FOR)
    .bind::<Timestamptz, _>(now)
    .execute(connection)?;
    if expired > 0 {
        announce(connection, &[Topic::Collection(None)])?;
    }
    Ok(())
}

#[async_trait]
impl CollectionRuns for PgCollectionRuns {
    async fn record(&self, source: &SourceRecord, due: &Due, now: DateTime<Utc>) -> Result<bool, StorageError> {
        let (source, due) = (source.clone(), due.clone());
        let write = move |connection: &mut PgConnection, _: &Permit| record_due(connection, &source, &due, now);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn request(&self, new: &RunRequest, by: &Actor) -> Result<RequestedCollection, StorageError> {
        let new = new.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| request(connection, &new, permit);
        self.pool.write(RUN, by, write).await
    }

    async fn lease(&self, of: Lease, turn: BrowserTurn, now: DateTime<Utc>) -> Result<Option<LeasedRun>, StorageError> {
        let write = move |connection: &mut PgConnection, permit: &Permit| lease(connection, of, turn, now, permit);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn use_secrets(
        &self,
        run: CollectionRunId,
        secrets: &[SecretName],
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError> {
        let secrets = secrets.to_vec();
        let write = move |connection: &mut PgConnection, _: &Permit| use_secrets(connection, run, &secrets, now);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn renew(&self, run: CollectionRunId, lease: Lease) -> Result<Renewal, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| Ok(renew(connection, run, lease)?);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn finish(
        &self,
        run: CollectionRunId,
        holder: Uuid,
        end: &RunEnd,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError> {
        let end = end.clone();
        let write =
            move |connection: &mut PgConnection, permit: &Permit| finish(connection, run, holder, &end, now, permit);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn find(&self, id: CollectionRunId) -> Result<Option<CollectionRun>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| find(connection, id))
        };
        self.pool.look_up(RUN, find).await
    }

    async fn list(&self, query: &CollectionRunQuery) -> Result<Page<CollectionRun>, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(RUN, load).await
    }

    async fn cancel(&self, id: CollectionRunId, at: DateTime<Utc>) -> Result<Option<CollectionRun>, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| cancel(connection, id, at);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }

    async fn at_work(&self) -> Result<Vec<CollectionRunId>, StorageError> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = SqlUuid)]
            id: Uuid,
        }
        let load = |connection: &mut PgConnection| {
            let rows: Vec<Row> =
                diesel::sql_query("SELECT id FROM collection_run WHERE state = 'running'").load(connection)?;
            Ok(rows.into_iter().map(|row| CollectionRunId(row.id)).collect())
        };
        self.pool.look_up(RUN, load).await
    }

    async fn evidence(&self, id: CollectionRunId, step: u32) -> Result<Option<Evidence>, StorageError> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Nullable<Binary>)]
            picture: Option<Vec<u8>>,
            #[diesel(sql_type = Nullable<Text>)]
            page: Option<String>,
        }
        let Ok(step) = i32::try_from(step) else { return Ok(None) };
        let load = move |connection: &mut PgConnection| {
            let row: Option<Row> =
                diesel::sql_query("SELECT picture, page FROM collection_evidence WHERE run_id = $1 AND step = $2")
                    .bind::<SqlUuid, _>(id.0)
                    .bind::<Integer, _>(step)
                    .get_result(connection)
                    .optional()?;
            Ok(row.map(|row| Evidence {
                picture: row.picture,
                page: row.page,
            }))
        };
        self.pool.look_up(RUN, load).await
    }

    async fn tidy(&self, now: DateTime<Utc>) -> Result<(), StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| tidy(connection, now);
        self.pool.write(RUN, &Actor::SYSTEM, write).await
    }
}
