//! Sources as people keep them.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::collection::{CollectionRun, MAX_SOURCES, Source, SourceConfig, SourceId, SourceState};
use domain::production::ProductionId;
use domain::schedule::Cron;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::collection::{CollectionFigures, SourceRecord, SourceRepository, SourceTraits};
use ports::driven::{AuditAction, StorageError, Topic};
use serde_json::{Value, json};
use uuid::Uuid;

use super::SOURCE;
use super::arriving::{discard_with, keep_production};
use super::ending::words;
use super::json::config_to_json;
use super::rows::{RUN_SUMMARY_COLUMNS, RunRow, SOURCE_COLUMNS, SourceRow};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, check_basis};
use crate::pool::PgPool;

/// Sources in PostgreSQL.
pub struct PgSourceRepository {
    pool: PgPool,
}

impl PgSourceRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(QueryableByName)]
pub(super) struct Count {
    #[diesel(sql_type = BigInt)]
    pub(super) count: i64,
}

/// All sources by name, or one.
pub(super) fn load(connection: &mut PgConnection, only: Option<SourceId>) -> Work<Vec<SourceRecord>> {
    let rows: Vec<SourceRow> = diesel::sql_query(format!(
        "SELECT {SOURCE_COLUMNS} FROM source s WHERE $1 IS NULL OR s.id = $1 ORDER BY s.name, s.id"
    ))
    .bind::<Nullable<SqlUuid>, _>(only.map(|id| id.0))
    .load(connection)?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.last_run_id).collect();
    let runs: Vec<RunRow> = diesel::sql_query(format!(
        "SELECT {RUN_SUMMARY_COLUMNS} FROM collection_run r WHERE r.id = ANY($1)"
    ))
    .bind::<Array<SqlUuid>, _>(&ids)
    .load(connection)?;
    let mut last: HashMap<Uuid, CollectionRun> = HashMap::new();
    for row in runs {
        last.insert(row.id, row.into_summary()?);
    }
    let record = |row: SourceRow| {
        let run = row.last_run_id.and_then(|id| last.remove(&id));
        row.into_record(run)
    };
    rows.into_iter().map(record).collect()
}

fn one(connection: &mut PgConnection, id: SourceId) -> Work<Option<SourceRecord>> {
    Ok(load(connection, Some(id))?.pop())
}

/// Which folder a source has, as one text that no two sources share.
fn folder(config: &SourceConfig) -> Option<String> {
    match config {
        SourceConfig::Folder(of) => Some(format!("{}/{}", of.root, of.path.as_deref().unwrap_or_default())),
        SourceConfig::Url(_) | SourceConfig::Browser(_) => None,
    }
}

fn recipe(config: &SourceConfig) -> Option<&str> {
    match config {
        SourceConfig::Browser(of) => Some(of.recipe.as_str()),
        SourceConfig::Folder(_) | SourceConfig::Url(_) => None,
    }
}

/// What the audit keeps of a source. Names of secrets are none.
fn audit_json(source: &Source) -> Value {
    json!({
        "name": source.name,
        "kind": source.kind().code(),
        "productionId": source.production.map(|id| id.0),
        "recordDate": source.record_date.code(),
        "schedule": source.schedule.as_ref().map(Cron::as_str),
        "active": source.is_active,
        "confirm": source.confirm.code(),
        "passwordSecret": source.password_secret.as_ref().map(ToString::to_string),
        "config": config_to_json(&source.config),
    })
}

fn entry(action: AuditAction, of: &Source, before: Option<Value>, after: Option<Value>) -> Entry {
    Entry {
        action,
        subject_id: of.id.to_string(),
        production_id: of.production,
        before,
        after,
    }
}

fn insert(connection: &mut PgConnection, source: &Source, traits: &SourceTraits, permit: &Permit) -> Work<bool> {
    keep_production(connection, source.production)?;
    // Whoever makes one counts them alone.
    diesel::sql_query("LOCK TABLE source IN SHARE ROW EXCLUSIVE MODE").execute(connection)?;
    let there: Count = diesel::sql_query("SELECT count(*) AS count FROM source").get_result(connection)?;
    if usize::try_from(there.count).unwrap_or(usize::MAX) >= MAX_SOURCES {
        return Ok(false);
    }
    diesel::sql_query(
        "INSERT INTO source (id, name, kind, production_id, record_date, cron, active, confirm, password_secret, config,
                             folder, recipe, site, secrets, considered_until, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $15)",
    )
    .bind::<SqlUuid, _>(source.id.0)
    .bind::<Text, _>(&source.name)
    .bind::<Text, _>(source.kind().code())
    .bind::<Nullable<SqlUuid>, _>(source.production.map(|id| id.0))
    .bind::<Text, _>(source.record_date.code())
    .bind::<Nullable<Text>, _>(source.schedule.as_ref().map(Cron::as_str))
    .bind::<Bool, _>(source.is_active)
    .bind::<Text, _>(source.confirm.code())
    .bind::<Nullable<Text>, _>(source.password_secret.as_ref().map(ToString::to_string))
    .bind::<Jsonb, _>(config_to_json(&source.config))
    .bind::<Nullable<Text>, _>(folder(&source.config))
    .bind::<Nullable<Text>, _>(recipe(&source.config))
    .bind::<Nullable<Text>, _>(&traits.site)
    .bind::<Array<Text>, _>(words(&traits.secrets))
    .bind::<Timestamptz, _>(source.created_at)
    .execute(connection)?;
    let after = Some(audit_json(source));
    record(
        connection,
        entry(AuditAction::SourceCreated, source, None, after),
        permit,
    )?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(true)
}

/// Locks a source; `false` without it.
fn lock(connection: &mut PgConnection, id: SourceId) -> QueryResult<bool> {
    let locked = diesel::sql_query("SELECT FROM source WHERE id = $1 FOR NO KEY UPDATE")
        .bind::<SqlUuid, _>(id.0)
        .execute(connection)?;
    Ok(locked > 0)
}

fn update(
    connection: &mut PgConnection,
    source: &Source,
    traits: &SourceTraits,
    considered_until: Option<DateTime<Utc>>,
    act: AuditAction,
    basis: &Basis,
    permit: &Permit,
) -> Work<()> {
    keep_production(connection, source.production)?;
    lock(connection, source.id)?;
    let before = one(connection, source.id)?.ok_or(StorageError::Stale(SOURCE))?;
    check_basis(basis, before.source.revision, SOURCE)?;
    if before.source.revision != source.revision {
        return Err(StorageError::Stale(SOURCE).into());
    }
    diesel::sql_query(
        "UPDATE source
         SET name = $2, production_id = $3, record_date = $4, cron = $5, active = $6, confirm = $7, password_secret = $8,
             config = $9, folder = $10, recipe = $11, site = $12, secrets = $13,
             considered_until = coalesce($14, considered_until), updated_at = $15, revision = revision + 1
         WHERE id = $1",
    )
    .bind::<SqlUuid, _>(source.id.0)
    .bind::<Text, _>(&source.name)
    .bind::<Nullable<SqlUuid>, _>(source.production.map(|id| id.0))
    .bind::<Text, _>(source.record_date.code())
    .bind::<Nullable<Text>, _>(source.schedule.as_ref().map(Cron::as_str))
    .bind::<Bool, _>(source.is_active)
    .bind::<Text, _>(source.confirm.code())
    .bind::<Nullable<Text>, _>(source.password_secret.as_ref().map(ToString::to_string))
    .bind::<Jsonb, _>(config_to_json(&source.config))
    .bind::<Nullable<Text>, _>(folder(&source.config))
    .bind::<Nullable<Text>, _>(recipe(&source.config))
    .bind::<Nullable<Text>, _>(&traits.site)
    .bind::<Array<Text>, _>(words(&traits.secrets))
    .bind::<Nullable<Timestamptz>, _>(considered_until)
    .bind::<Timestamptz, _>(source.updated_at)
    .execute(connection)?;
    let (old, new) = (audit_json(&before.source), audit_json(source));
    record(connection, entry(act, source, Some(old), Some(new)), permit)?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(())
}

fn resume(connection: &mut PgConnection, id: SourceId, at: DateTime<Utc>, permit: &Permit) -> Work<()> {
    #[derive(QueryableByName)]
    struct Resumed {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
        #[diesel(sql_type = Nullable<Text>)]
        stopped_code: Option<String>,
        #[diesel(sql_type = Nullable<SqlUuid>)]
        production_id: Option<Uuid>,
    }
    let resumed: Vec<Resumed> = diesel::sql_query(
        "UPDATE source s SET stopped_code = NULL, failures = 0,
                considered_until = greatest(s.considered_until, $2), revision = s.revision + 1
         FROM (SELECT o.id, o.stopped_code FROM source o
               WHERE o.stopped_code IS NOT NULL
                 AND (o.id = $1 OR o.secrets && (SELECT t.secrets FROM source t WHERE t.id = $1))
               ORDER BY o.id FOR NO KEY UPDATE) AS old
         WHERE s.id = old.id
         RETURNING s.id, old.stopped_code, s.production_id",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Timestamptz, _>(at)
    .load(connection)?;
    for source in &resumed {
        let entry = Entry {
            action: AuditAction::SourceResumed,
            subject_id: source.id.to_string(),
            production_id: source.production_id.map(ProductionId),
            before: Some(json!({ "stopped": source.stopped_code })),
            after: Some(json!({ "stopped": null })),
        };
        record(connection, entry, permit)?;
    }
    if !resumed.is_empty() {
        announce(connection, &[Topic::Collection(None)])?;
    }
    Ok(())
}

fn delete(connection: &mut PgConnection, id: SourceId, basis: &Basis, permit: &Permit) -> Work<bool> {
    if !lock(connection, id)? {
        return Ok(false);
    }
    let Some(before) = one(connection, id)? else {
        return Ok(false);
    };
    check_basis(basis, before.source.revision, SOURCE)?;
    remove(connection, &before.source, permit)?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(true)
}

/// Removes a source that is locked, and records it. What waits of it is not to be done any more; what is at work hears
/// of it.
fn remove(connection: &mut PgConnection, source: &Source, permit: &Permit) -> Work<()> {
    diesel::sql_query(
        "UPDATE collection_run
         SET cancelled = true, state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
             finished_at = CASE WHEN state = 'queued' THEN now() ELSE finished_at END
         WHERE source_id = $1 AND state IN ('queued', 'running')",
    )
    .bind::<SqlUuid, _>(source.id.0)
    .execute(connection)?;
    diesel::sql_query("DELETE FROM source WHERE id = $1")
        .bind::<SqlUuid, _>(source.id.0)
        .execute(connection)?;
    let old = Some(audit_json(source));
    record(connection, entry(AuditAction::SourceDeleted, source, old, None), permit)?;
    Ok(())
}

/// Removes what a production that is deleted leaves without sense: its sources, one after the other by their
/// identities, as whoever stops several locks them; and what waits for a yes. Its row is locked. Answers what is to be
/// announced.
pub(crate) fn go_with(connection: &mut PgConnection, production: ProductionId, permit: &Permit) -> Work<Vec<Topic>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
    }
    let sources: Vec<Row> =
        diesel::sql_query("SELECT id FROM source WHERE production_id = $1 ORDER BY id FOR NO KEY UPDATE")
            .bind::<SqlUuid, _>(production.0)
            .load(connection)?;
    for row in &sources {
        let found = one(connection, SourceId(row.id))?.ok_or(StorageError::Stale(SOURCE))?;
        remove(connection, &found.source, permit)?;
    }
    let mut topics = Vec::new();
    if !sources.is_empty() {
        topics.push(Topic::Collection(None));
    }
    if discard_with(connection, production)? {
        topics.push(Topic::Collection(Some(production)));
    }
    Ok(topics)
}

#[async_trait]
impl SourceRepository for PgSourceRepository {
    async fn list(&self) -> Result<Vec<SourceRecord>, StorageError> {
        let load = |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| load(connection, None))
        };
        self.pool.look_up(SOURCE, load).await
    }

    async fn find(&self, id: SourceId) -> Result<Option<SourceRecord>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| one(connection, id))
        };
        self.pool.look_up(SOURCE, find).await
    }

    async fn insert(&self, source: &Source, traits: &SourceTraits, by: &Actor) -> Result<bool, StorageError> {
        let (source, traits) = (source.clone(), traits.clone());
        let write = move |connection: &mut PgConnection, permit: &Permit| insert(connection, &source, &traits, permit);
        self.pool.write(SOURCE, by, write).await
    }

    async fn update(
        &self,
        source: &Source,
        traits: &SourceTraits,
        considered_until: Option<DateTime<Utc>>,
        act: AuditAction,
        edit: &Edit,
    ) -> Result<(), StorageError> {
        let (source, traits, basis) = (source.clone(), traits.clone(), edit.basis.clone());
        let write = move |connection: &mut PgConnection, permit: &Permit| {
            update(connection, &source, &traits, considered_until, act, &basis, permit)
        };
        self.pool.write(SOURCE, &edit.by, write).await
    }

    async fn resume(&self, id: SourceId, at: DateTime<Utc>, by: &Actor) -> Result<(), StorageError> {
        let write = move |connection: &mut PgConnection, permit: &Permit| resume(connection, id, at, permit);
        self.pool.write(SOURCE, by, write).await
    }

    async fn delete(&self, id: SourceId, edit: &Edit) -> Result<bool, StorageError> {
        let basis = edit.basis.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| delete(connection, id, &basis, permit);
        self.pool.write(SOURCE, &edit.by, write).await
    }

    async fn figures(&self, now: DateTime<Utc>) -> Result<CollectionFigures, StorageError> {
        let records = self.list().await?;
        let mut figures = CollectionFigures::default();
        for state in SourceState::ALL {
            let is_it = |record: &&SourceRecord| record.standing.state(record.source.is_active, now).0 == *state;
            let count = records.iter().filter(is_it).count();
            figures.sources.push((*state, count as u64));
        }
        let last = |record: SourceRecord| Some((record.source.name, record.last_success_at?));
        figures.last_successes = records.into_iter().filter_map(last).collect();
        Ok(figures)
    }
}
