//! Sources, runs and arrivals as rows.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::collection::{
    Arrival, ArrivalId, CollectionRun, CollectionRunId, CollectionTrigger, RecipeName, RunCode, SecretName, Source,
    SourceId, SourceKind, Standing,
};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::schedule::Cron;
use domain::upload::UploadId;
use ports::driven::collection::{SourceRecord, SourceTraits};
use serde_json::Value;
use uuid::Uuid;

use super::json::{config_from_json, dry_run_from_json, files_from_json, steps_from_json, would_be_from_json};
use super::{ARRIVAL, RUN, SOURCE};
use crate::errors::{Work, broken_row};
use crate::production_rows::parse_code;
use crate::stored::{counts_from_json, diagnostics_from_json};

fn user(id: Option<Uuid>, name: Option<String>) -> Option<UserName> {
    id.map(|id| UserName {
        id: UserId(id),
        name: name.unwrap_or_default(),
    })
}

fn run_code(code: &str) -> Work<RunCode> {
    code.parse().map_err(|error| broken_row(RUN, error))
}

/// The columns of [`SourceRow`], of `source AS s`.
pub(super) const SOURCE_COLUMNS: &str =
    "s.id, s.name, s.kind, s.production_id, s.record_date, s.cron, s.active, s.confirm,
    s.password_secret, s.config, s.site, s.secrets, s.considered_until, s.stopped_code, s.last_success_at, s.created_at,
    s.updated_at, s.revision,
    EXISTS (SELECT FROM collection_run r WHERE r.source_id = s.id AND r.state IN ('queued', 'running')) AS at_work,
    (SELECT b.until FROM collection_block b WHERE b.site = s.site) AS blocked_until,
    (SELECT r.id FROM collection_run r WHERE r.source_id = s.id AND NOT r.dry
       AND r.state NOT IN ('queued', 'running', 'skipped', 'missed', 'cancelled')
     ORDER BY r.slot DESC, r.id DESC LIMIT 1) AS last_run_id";

#[derive(QueryableByName)]
pub(super) struct SourceRow {
    #[diesel(sql_type = SqlUuid)]
    pub(super) id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    production_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    record_date: String,
    #[diesel(sql_type = Nullable<Text>)]
    cron: Option<String>,
    #[diesel(sql_type = Bool)]
    active: bool,
    #[diesel(sql_type = Text)]
    confirm: String,
    #[diesel(sql_type = Nullable<Text>)]
    password_secret: Option<String>,
    #[diesel(sql_type = Jsonb)]
    config: Value,
    #[diesel(sql_type = Nullable<Text>)]
    site: Option<String>,
    #[diesel(sql_type = Array<Text>)]
    secrets: Vec<String>,
    #[diesel(sql_type = Timestamptz)]
    considered_until: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Text>)]
    stopped_code: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    last_success_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    created_at: DateTime<Utc>,
    #[diesel(sql_type = Timestamptz)]
    updated_at: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    revision: i64,
    #[diesel(sql_type = Bool)]
    at_work: bool,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    blocked_until: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(super) last_run_id: Option<Uuid>,
}

impl SourceRow {
    /// The record; `last_run` is the run that the row names.
    pub(super) fn into_record(self, last_run: Option<CollectionRun>) -> Work<SourceRecord> {
        let kind: SourceKind = self.kind.parse().map_err(|error| broken_row(SOURCE, error))?;
        let cron = self.cron.as_deref().map(Cron::parse).transpose();
        let secret = |name: &String| name.parse::<SecretName>().map_err(|error| broken_row(SOURCE, error));
        Ok(SourceRecord {
            source: Source {
                id: SourceId(self.id),
                name: self.name,
                production: self.production_id.map(ProductionId),
                record_date: self.record_date.parse().map_err(|error| broken_row(SOURCE, error))?,
                schedule: cron.map_err(|error| broken_row(SOURCE, error))?,
                is_active: self.active,
                confirm: self.confirm.parse().map_err(|error| broken_row(SOURCE, error))?,
                password_secret: self.password_secret.as_ref().map(secret).transpose()?,
                config: config_from_json(kind, self.config)?,
                created_at: self.created_at,
                updated_at: self.updated_at,
                revision: self.revision,
            },
            traits: SourceTraits {
                site: self.site,
                secrets: self.secrets.iter().map(secret).collect::<Work<_>>()?,
            },
            standing: Standing {
                is_running: self.at_work,
                stopped_for: self.stopped_code.as_deref().map(run_code).transpose()?,
                blocked_until: self.blocked_until,
                last: last_run.as_ref().map(|run| (run.state, run.code)),
            },
            last_run,
            last_success_at: self.last_success_at,
            considered_until: self.considered_until,
        })
    }
}

macro_rules! run_columns {
    ($($details:literal),+) => {
        concat!(
            "r.id, r.source_id, r.source_name, r.kind, r.dry, r.trigger, r.slot, r.record_date, r.state, r.code, r.detail,
             r.requested_by, (SELECT name FROM account WHERE id = r.requested_by) AS requested_by_name,
             r.recipe, r.recipe_version, r.attempts, r.next_attempt_at, r.created_at, r.started_at, r.finished_at,
             r.ignored, r.blocked_hosts",
            $(", ", $details),+
        )
    };
}

/// The columns of [`RunRow`], of `collection_run AS r`.
pub(super) const RUN_COLUMNS: &str = run_columns!("r.steps", "r.would_arrive");
/// The same for [`RunRow::into_summary`], which needs no document.
pub(super) const RUN_SUMMARY_COLUMNS: &str = run_columns!("'[]'::jsonb AS steps", "'[]'::jsonb AS would_arrive");

#[derive(QueryableByName)]
pub(super) struct RunRow {
    #[diesel(sql_type = SqlUuid)]
    pub(super) id: Uuid,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    source_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    source_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    dry: bool,
    #[diesel(sql_type = Text)]
    trigger: String,
    #[diesel(sql_type = Timestamptz)]
    slot: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Date>)]
    record_date: Option<NaiveDate>,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<Text>)]
    code: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    detail: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    requested_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    requested_by_name: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    recipe: Option<String>,
    #[diesel(sql_type = Nullable<Integer>)]
    recipe_version: Option<i32>,
    #[diesel(sql_type = Integer)]
    attempts: i32,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    next_attempt_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    created_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    started_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    finished_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Jsonb)]
    steps: Value,
    #[diesel(sql_type = Array<Text>)]
    ignored: Vec<String>,
    #[diesel(sql_type = Array<Text>)]
    blocked_hosts: Vec<String>,
    #[diesel(sql_type = Jsonb)]
    would_arrive: Value,
}

impl RunRow {
    /// The run with its steps, and with what would come of it.
    pub(super) fn into_details(self) -> Work<CollectionRun> {
        let (steps, would_arrive) = (
            steps_from_json(self.steps.clone())?,
            would_be_from_json(self.would_arrive.clone())?,
        );
        let mut run = self.into_summary()?;
        run.steps = steps;
        run.arrivals = would_arrive
            .into_iter()
            .map(|arrival| Arrival {
                source: run.source,
                source_name: run.source_name.clone(),
                run: Some(run.id),
                ..arrival
            })
            .collect();
        Ok(run)
    }

    /// The run as lists have it.
    pub(super) fn into_summary(self) -> Work<CollectionRun> {
        let trigger = CollectionTrigger::ALL
            .into_iter()
            .find(|trigger| trigger.code() == self.trigger);
        let recipe = self.recipe.map(|name| name.parse::<RecipeName>()).transpose();
        let recipe = recipe.map_err(|error| broken_row(RUN, error))?;
        Ok(CollectionRun {
            id: CollectionRunId(self.id),
            source: self.source_id.map(SourceId),
            source_name: self.source_name,
            kind: self.kind.parse().map_err(|error| broken_row(RUN, error))?,
            is_dry: self.dry,
            trigger: trigger.ok_or_else(|| broken_row(RUN, "an unknown trigger"))?,
            slot: self.slot,
            record_date: self.record_date,
            state: self.state.parse().map_err(|error| broken_row(RUN, error))?,
            code: self.code.as_deref().map(run_code).transpose()?,
            detail: self.detail,
            requested_by: user(self.requested_by, self.requested_by_name),
            recipe: recipe.zip(self.recipe_version),
            attempts: u32::try_from(self.attempts).unwrap_or_default(),
            next_attempt_at: self.next_attempt_at,
            created_at: self.created_at,
            started_at: self.started_at,
            finished_at: self.finished_at,
            arrivals: Vec::new(),
            steps: Vec::new(),
            ignored: self.ignored,
            blocked_hosts: self.blocked_hosts,
        })
    }
}

macro_rules! arrival_columns {
    ($($details:literal),+) => {
        concat!(
            "a.id, a.source_id, a.source_name, a.run_id, a.state, a.code, a.production_id,
             coalesce((SELECT p.code FROM production p WHERE p.id = a.production_id), a.production_code) AS production_code,
             a.record_date, a.upload_id, a.held_for, a.diagnostic_counts, a.files, a.arrived_at, a.decided_by,
             (SELECT name FROM account WHERE id = a.decided_by) AS decided_by_name, a.decided_at, a.reason",
            $(", ", $details),+
        )
    };
}

/// The columns of [`ArrivalRow`], of `arrival AS a`.
pub(super) const ARRIVAL_COLUMNS: &str = arrival_columns!("a.diagnostics", "a.dry_run");
/// The same for [`ArrivalRow::into_summary`], which needs no document.
pub(super) const ARRIVAL_SUMMARY_COLUMNS: &str =
    arrival_columns!("'[]'::jsonb AS diagnostics", "NULL::jsonb AS dry_run");

#[derive(QueryableByName)]
pub(super) struct ArrivalRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    source_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    source_name: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    run_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<Text>)]
    code: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    production_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    production_code: Option<String>,
    #[diesel(sql_type = Nullable<Date>)]
    record_date: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    upload_id: Option<Uuid>,
    #[diesel(sql_type = Array<Text>)]
    held_for: Vec<String>,
    #[diesel(sql_type = Jsonb)]
    diagnostics: Value,
    #[diesel(sql_type = Jsonb)]
    diagnostic_counts: Value,
    #[diesel(sql_type = Nullable<Jsonb>)]
    dry_run: Option<Value>,
    #[diesel(sql_type = Jsonb)]
    files: Value,
    #[diesel(sql_type = Timestamptz)]
    arrived_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    decided_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    decided_by_name: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    decided_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    reason: Option<String>,
}

impl ArrivalRow {
    /// The arrival with its findings and its dry run.
    pub(super) fn into_details(self) -> Work<Arrival> {
        let dry_run = self.dry_run.clone().map(dry_run_from_json).transpose()?;
        let diagnostics = diagnostics_from_json(self.diagnostics.clone())?;
        let mut arrival = self.into_summary()?;
        arrival.dry_run = dry_run;
        arrival.diagnostics = diagnostics;
        Ok(arrival)
    }

    /// The arrival as lists have it.
    pub(super) fn into_summary(self) -> Work<Arrival> {
        let reason = |word: &String| word.parse().map_err(|error| broken_row(ARRIVAL, error));
        Ok(Arrival {
            id: ArrivalId(self.id),
            source: self.source_id.map(SourceId),
            source_name: self.source_name,
            run: self.run_id.map(CollectionRunId),
            files: files_from_json(self.files)?,
            state: self.state.parse().map_err(|error| broken_row(ARRIVAL, error))?,
            code: self.code,
            production_id: self.production_id.map(ProductionId),
            production_code: self.production_code.as_deref().map(parse_code).transpose()?,
            record_date: self.record_date,
            upload_id: self.upload_id.map(UploadId),
            held_for: self.held_for.iter().map(reason).collect::<Work<_>>()?,
            diagnostics: Vec::new(),
            diagnostic_counts: counts_from_json(self.diagnostic_counts)?,
            dry_run: None,
            at: self.arrived_at,
            decided_by: user(self.decided_by, self.decided_by_name),
            decided_at: self.decided_at,
            reason: self.reason,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_no_documents() {
        for (all, summary, details) in [
            (RUN_COLUMNS, RUN_SUMMARY_COLUMNS, ["r.steps", "r.would_arrive"]),
            (
                ARRIVAL_COLUMNS,
                ARRIVAL_SUMMARY_COLUMNS,
                ["a.diagnostics,", "a.dry_run"],
            ),
        ] {
            for column in details {
                assert!(all.contains(column) && !summary.contains(column), "{column}");
            }
        }
    }
}
