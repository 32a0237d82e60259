//! What was done for the house.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Jsonb, Text, Timestamptz};
use domain::schedule::Upkeep;
use ports::actor::Actor;
use ports::driven::{
    LastBackup, LastCheck, LastVerification, StorageError, UpkeepFailure, UpkeepLog, UpkeepRecord, UpkeepStanding,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;

const WHAT: &str = "upkeep";

/// Upkeep in PostgreSQL.
pub struct PgUpkeepLog {
    pool: PgPool,
}

impl PgUpkeepLog {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// [`LastBackup`] without its time.
#[derive(Serialize, Deserialize)]
struct Backup {
    name: String,
    bytes: u64,
    originals: u64,
    encrypted: bool,
}

/// [`LastVerification`] without its time.
#[derive(Serialize, Deserialize)]
struct Verification {
    name: String,
    restored: bool,
}

/// [`LastCheck`] without its time.
#[derive(Serialize, Deserialize)]
struct Check {
    whole: u64,
    missing: u64,
    damaged: u64,
    orphaned: u64,
}

/// As it is stored: what, when, and what came of it.
fn stored(done: &UpkeepRecord) -> Work<(Upkeep, DateTime<Utc>, Value)> {
    let (task, at, result) = match done.clone() {
        UpkeepRecord::Backup(of) => {
            let (name, bytes, originals, encrypted) = (of.name, of.bytes, of.originals, of.encrypted);
            let backup = Backup {
                name,
                bytes,
                originals,
                encrypted,
            };
            (Upkeep::Backup, of.begun_at, serde_json::to_value(backup))
        }
        UpkeepRecord::Verification(LastVerification { at, name, restored }) => (
            Upkeep::Verification,
            at,
            serde_json::to_value(Verification { name, restored }),
        ),
        UpkeepRecord::Check(of) => {
            let check = Check {
                whole: of.whole,
                missing: of.missing,
                damaged: of.damaged,
                orphaned: of.orphaned,
            };
            (Upkeep::Check, of.at, serde_json::to_value(check))
        }
    };
    Ok((task, at, result.map_err(|error| broken_row(WHAT, error))?))
}

fn record(connection: &mut PgConnection, done: &UpkeepRecord) -> Work<()> {
    let (task, at, result) = stored(done)?;
    diesel::sql_query(
        "INSERT INTO upkeep AS u (task, at, result) VALUES ($1, $2, $3)
         ON CONFLICT (task) DO UPDATE SET at = excluded.at, result = excluded.result WHERE u.at <= excluded.at",
    )
    .bind::<Text, _>(task.code())
    .bind::<Timestamptz, _>(at)
    .bind::<Jsonb, _>(result)
    .execute(connection)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    task: String,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Jsonb)]
    result: Value,
}

/// The last run of each kind that has ended, with what failed first.
#[derive(QueryableByName)]
struct Ended {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamptz)]
    finished_at: DateTime<Utc>,
    #[diesel(sql_type = Bool)]
    failed: bool,
    #[diesel(sql_type = Text)]
    error: String,
}

pub(crate) fn standing(connection: &mut PgConnection) -> Work<UpkeepStanding> {
    let mut standing = UpkeepStanding::default();
    let rows: Vec<Row> = diesel::sql_query("SELECT task, at, result FROM upkeep").load(connection)?;
    for Row { task, at, result } in rows {
        let broken = |error: serde_json::Error| broken_row(WHAT, error);
        match Upkeep::ALL.into_iter().find(|upkeep| upkeep.code() == task) {
            Some(Upkeep::Backup) => {
                let of: Backup = serde_json::from_value(result).map_err(broken)?;
                standing.backup = Some(LastBackup {
                    begun_at: at,
                    name: of.name,
                    bytes: of.bytes,
                    originals: of.originals,
                    encrypted: of.encrypted,
                });
            }
            Some(Upkeep::Verification) => {
                let Verification { name, restored } = serde_json::from_value(result).map_err(broken)?;
                standing.verification = Some(LastVerification { at, name, restored });
            }
            Some(Upkeep::Check) => {
                let of: Check = serde_json::from_value(result).map_err(broken)?;
                standing.check = Some(LastCheck {
                    at,
                    whole: of.whole,
                    missing: of.missing,
                    damaged: of.damaged,
                    orphaned: of.orphaned,
                });
            }
            // What the audit tells, or of a newer release.
            Some(Upkeep::Retention) | None => {}
        }
    }
    let ended: Vec<Ended> = diesel::sql_query(
        "SELECT DISTINCT ON (kind) kind, finished_at, state = 'failed' AS failed, coalesce(last_error, '') AS error
         FROM schedule_run
         WHERE kind = ANY($1) AND state IN ('done', 'failed') AND finished_at IS NOT NULL
         ORDER BY kind, finished_at DESC",
    )
    .bind::<Array<Text>, _>(Upkeep::ALL.map(Upkeep::code).to_vec())
    .load(connection)?;
    for Ended {
        kind,
        finished_at,
        failed,
        error,
    } in ended
    {
        let task = Upkeep::ALL.into_iter().find(|upkeep| upkeep.code() == kind);
        // What was done by hand since counts as well.
        let done_at = match task {
            Some(Upkeep::Backup) => standing.backup.as_ref().map(|of| of.begun_at),
            Some(Upkeep::Verification) => standing.verification.as_ref().map(|of| of.at),
            Some(Upkeep::Check | Upkeep::Retention) | None => None,
        };
        if let Some(task) = task.filter(|_| failed && done_at.is_none_or(|done_at| done_at < finished_at)) {
            standing.failures.push(UpkeepFailure {
                task,
                at: finished_at,
                error,
            });
        }
    }
    Ok(standing)
}

#[async_trait]
impl UpkeepLog for PgUpkeepLog {
    async fn record(&self, done: &UpkeepRecord) -> Result<(), StorageError> {
        let done = done.clone();
        let write = move |connection: &mut PgConnection, _: &Permit| record(connection, &done);
        self.pool.write(WHAT, &Actor::SYSTEM, write).await
    }

    async fn standing(&self) -> Result<UpkeepStanding, StorageError> {
        let load = |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(standing)
        };
        self.pool.look_up(WHAT, load).await
    }
}
