//! How attempts at runs end, and what that means to their sources.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Bool, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::collection::{CodeClass, CollectionRunId, RunCode, RunState, SecretName};
use domain::production::ProductionId;
use ports::driven::collection::{RunEnd, RunFinish};
use ports::driven::{AuditAction, Topic};
use serde_json::json;
use uuid::Uuid;

use super::json::{steps_to_json, storable, storable_text, storable_texts, would_be_to_json};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;

/// So many runs in a row that failed are told.
const FAILURES_TOLD: i32 = 3;

/// The names of secrets as one parameter.
pub(super) fn words(secrets: &[SecretName]) -> Vec<&str> {
    secrets.iter().map(SecretName::as_str).collect()
}

/// Ends an attempt, with what it means to its source; what somebody wants ended is not tried again. `false`, and nothing
/// done, when the lease was lost.
pub(super) fn finish(
    connection: &mut PgConnection,
    run: CollectionRunId,
    holder: Uuid,
    end: &RunEnd,
    now: DateTime<Utc>,
    permit: &Permit,
) -> Work<bool> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Nullable<SqlUuid>)]
        source_id: Option<Uuid>,
        #[diesel(sql_type = Bool)]
        dry: bool,
    }
    let (state, again, finished) = match end.finish {
        RunFinish::Ended(state) => (state, None, Some(now)),
        RunFinish::Again(at) => (RunState::Queued, Some(at), None),
    };
    lock_sources(connection, run, end)?;
    let held: Option<Row> = diesel::sql_query(
        "UPDATE collection_run
         SET state = CASE WHEN cancelled AND $3 = 'queued' THEN 'cancelled' ELSE $3 END, code = $4, detail = $5,
             next_attempt_at = CASE WHEN cancelled THEN NULL ELSE $6 END,
             finished_at = CASE WHEN cancelled THEN $8 ELSE $7 END, tried_at = $8,
             steps = $9, ignored = $10, blocked_hosts = $11, would_arrive = $12,
             recipe = coalesce($13, recipe), recipe_version = coalesce($14, recipe_version),
             leased_by = NULL, leased_until = NULL
         WHERE id = $1 AND leased_by = $2
         RETURNING source_id, dry",
    )
    .bind::<SqlUuid, _>(run.0)
    .bind::<SqlUuid, _>(holder)
    .bind::<Text, _>(state.code())
    .bind::<Nullable<Text>, _>(end.code.map(RunCode::code))
    .bind::<Nullable<Text>, _>(end.detail.as_deref().map(storable_text))
    .bind::<Nullable<Timestamptz>, _>(again)
    .bind::<Nullable<Timestamptz>, _>(finished)
    .bind::<Timestamptz, _>(now)
    .bind::<Jsonb, _>(storable(steps_to_json(end.steps.iter().map(|walked| &walked.step))))
    .bind::<Array<Text>, _>(storable_texts(&end.ignored))
    .bind::<Array<Text>, _>(storable_texts(&end.blocked_hosts))
    .bind::<Jsonb, _>(storable(would_be_to_json(&end.would_arrive)))
    .bind::<Nullable<Text>, _>(end.recipe.as_ref().map(|(name, _)| name.as_str()))
    .bind::<Nullable<Integer>, _>(end.recipe.as_ref().map(|(_, version)| *version))
    .get_result(connection)
    .optional()?;
    let Some(row) = held else { return Ok(false) };
    keep_evidence(connection, run, end, now)?;
    for (site, until) in &end.blocks {
        diesel::sql_query(
            "INSERT INTO collection_block AS b (site, until) VALUES ($1, $2)
             ON CONFLICT (site) DO UPDATE SET until = greatest(b.until, excluded.until)",
        )
        .bind::<Text, _>(site)
        .bind::<Timestamptz, _>(*until)
        .execute(connection)?;
    }
    match (end.finish, row.source_id) {
        (RunFinish::Ended(state), Some(source)) => {
            settle(connection, run, source, row.dry, state, end, now, permit)?;
        }
        // It was deleted meanwhile. Its account is refused all the same.
        (RunFinish::Ended(_), None) if is_final(end) => stop(connection, None, end, now, permit)?,
        _ => {}
    }
    announce(connection, &[Topic::Collection(None)])?;
    Ok(true)
}

/// Locks the sources that an end may change, before its run: whoever deletes a source, or claims a time of it, locks them in
/// this order as well. One by one by their identities, as whoever stops and resumes several does.
fn lock_sources(connection: &mut PgConnection, run: CollectionRunId, end: &RunEnd) -> QueryResult<()> {
    diesel::sql_query(
        "SELECT FROM source s
         WHERE s.id = (SELECT r.source_id FROM collection_run r WHERE r.id = $1) OR s.secrets && $2
         ORDER BY s.id FOR NO KEY UPDATE",
    )
    .bind::<SqlUuid, _>(run.0)
    .bind::<Array<Text>, _>(words(&end.stops))
    .execute(connection)
    .map(drop)
}

fn keep_evidence(
    connection: &mut PgConnection,
    run: CollectionRunId,
    end: &RunEnd,
    now: DateTime<Utc>,
) -> QueryResult<()> {
    // That of an attempt before goes.
    diesel::sql_query("DELETE FROM collection_evidence WHERE run_id = $1")
        .bind::<SqlUuid, _>(run.0)
        .execute(connection)?;
    for walked in &end.steps {
        if walked.picture.is_none() && walked.page.is_none() {
            continue;
        }
        diesel::sql_query(
            "INSERT INTO collection_evidence (run_id, step, picture, page, kept_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (run_id, step) DO NOTHING",
        )
        .bind::<SqlUuid, _>(run.0)
        .bind::<Integer, _>(i32::try_from(walked.step.index).unwrap_or(i32::MAX))
        .bind::<Nullable<Binary>, _>(walked.picture.as_deref())
        .bind::<Nullable<Text>, _>(walked.page.as_deref().map(storable_text))
        .bind::<Timestamptz, _>(now)
        .execute(connection)?;
    }
    Ok(())
}

/// What the end of a run means to its source, and what is told of it.
#[expect(clippy::too_many_arguments, reason = "what is known of the end of a run")]
fn settle(
    connection: &mut PgConnection,
    run: CollectionRunId,
    source: Uuid,
    is_dry: bool,
    state: RunState,
    end: &RunEnd,
    now: DateTime<Utc>,
    permit: &Permit,
) -> Work<()> {
    #[derive(QueryableByName)]
    struct Failures {
        #[diesel(sql_type = Integer)]
        failures: i32,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        last_success_at: Option<DateTime<Utc>>,
    }
    let code = end.code;
    match code.map(RunCode::class) {
        Some(CodeClass::Final) => stop(connection, Some(source), end, now, permit)?,
        Some(CodeClass::Blocked) => {
            let sites = end.blocks.first().map_or_else(String::new, |(site, _)| site.clone());
            let cause = format!("blocked:{sites}:{}", run.0);
            tell(connection, "source_blocked", &cause, source, code, now)?;
        }
        _ => {}
    }
    if is_dry {
        return Ok(());
    }
    if state.is_success() {
        diesel::sql_query("UPDATE source SET failures = 0, last_success_at = $2 WHERE id = $1")
            .bind::<SqlUuid, _>(source)
            .bind::<Timestamptz, _>(now)
            .execute(connection)?;
    } else if state == RunState::Failed {
        let after: Option<Failures> = diesel::sql_query(
            "UPDATE source SET failures = failures + 1 WHERE id = $1 RETURNING failures, last_success_at",
        )
        .bind::<SqlUuid, _>(source)
        .get_result(connection)
        .optional()?;
        if let Some(after) = after
            && after.failures == FAILURES_TOLD
        {
            // Once for each row of failures: after a success it is another one.
            let since = after.last_success_at.map_or(0, |at| at.timestamp());
            tell(
                connection,
                "source_failed",
                &format!("failed:{source}:{since}"),
                source,
                code,
                now,
            )?;
        }
    }
    Ok(())
}

/// Whether a person must act before anything of the kind is tried again.
fn is_final(end: &RunEnd) -> bool {
    end.code.map(RunCode::class) == Some(CodeClass::Final)
}

/// Stops the source of a run, unless it is gone, and those that use one of the same secrets.
fn stop(
    connection: &mut PgConnection,
    source: Option<Uuid>,
    end: &RunEnd,
    now: DateTime<Utc>,
    permit: &Permit,
) -> Work<()> {
    #[derive(QueryableByName)]
    struct Stopped {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
        #[diesel(sql_type = Nullable<SqlUuid>)]
        production_id: Option<Uuid>,
    }
    let Some(code) = end.code else { return Ok(()) };
    let stopped: Vec<Stopped> = diesel::sql_query(
        "UPDATE source s SET stopped_code = $3, revision = s.revision + 1
         WHERE s.id IN (SELECT o.id FROM source o WHERE (o.id = $1 OR o.secrets && $2) AND o.stopped_code IS NULL
                        ORDER BY o.id FOR NO KEY UPDATE)
         RETURNING s.id, s.production_id",
    )
    .bind::<Nullable<SqlUuid>, _>(source)
    .bind::<Array<Text>, _>(words(&end.stops))
    .bind::<Text, _>(code.code())
    .load(connection)?;
    for of in &stopped {
        let entry = Entry {
            action: AuditAction::SourceStopped,
            subject_id: of.id.to_string(),
            production_id: of.production_id.map(ProductionId),
            before: None,
            after: Some(json!({ "code": code.code(), "secrets": words(&end.stops) })),
        };
        record(connection, entry, permit)?;
        let cause = format!("stopped:{}:{}", of.id, now.timestamp_millis());
        tell(connection, "source_stopped", &cause, of.id, Some(code), now)?;
    }
    Ok(())
}

/// Has administrators told, once for each cause.
fn tell(
    connection: &mut PgConnection,
    kind: &str,
    cause: &str,
    source: Uuid,
    code: Option<RunCode>,
    now: DateTime<Utc>,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO source_alert (id, cause, kind, source_id, source_name, code, found_at)
         SELECT gen_random_uuid(), $1, $2, s.id, s.name, $4, $5 FROM source s WHERE s.id = $3
         ON CONFLICT (cause) DO NOTHING",
    )
    .bind::<Text, _>(cause)
    .bind::<Text, _>(kind)
    .bind::<SqlUuid, _>(source)
    .bind::<Nullable<Text>, _>(code.map(RunCode::code))
    .bind::<Timestamptz, _>(now)
    .execute(connection)
    .map(drop)
}
