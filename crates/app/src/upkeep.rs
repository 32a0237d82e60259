//! What schedules do for the house: backups, checks, and what need not be kept.

use std::process::Stdio;
use std::sync::Arc;

use async_trait::async_trait;
use backups::{BackupError, Backups, Made, Seal};
use domain::retention::Retention;
use domain::schedule::{Schedule, Task, Upkeep};
use original_store::Place;
use ports::causes::Causes;
use ports::driven::{
    Clock, Delivery, LastBackup, LastCheck, LastVerification, Originals, Run, UpkeepLog, UpkeepRecord,
};
use ports::driving::{OriginalsCheck, OriginalsFindings};
use postgres_adapter::{PgCopies, PgPool};
use schedules::{ScheduledTask, TaskError};
use uploads::Retaining;

use crate::backing_up::{backups, reports_at};
use crate::config::Url;

/// Longest error that is kept.
const MAX_ERROR_CHARS: usize = 1_000;

/// Keeps the house up.
pub(crate) struct HouseUpkeep {
    pub(crate) url: Url,
    pub(crate) pool: PgPool,
    /// Where backups lie.
    pub(crate) backups: Place,
    pub(crate) seal: Seal,
    pub(crate) originals: Arc<dyn Originals>,
    pub(crate) check: Arc<dyn OriginalsCheck>,
    /// Which old snapshots stay; `None`: all.
    pub(crate) retention: Option<Retention>,
    pub(crate) retaining: Retaining,
    pub(crate) log: Arc<dyn UpkeepLog>,
    pub(crate) clock: Arc<dyn Clock>,
}

/// A backup, for the office.
pub(crate) fn backup_record(made: &Made) -> UpkeepRecord {
    let manifest = &made.backup.manifest;
    UpkeepRecord::Backup(LastBackup {
        begun_at: manifest.begun_at,
        name: made.backup.name.to_string(),
        bytes: manifest.bytes(),
        originals: manifest.originals.len() as u64,
        encrypted: manifest.encrypted,
    })
}

/// A check, for the office.
pub(crate) fn check_record(findings: &OriginalsFindings, clock: &dyn Clock) -> UpkeepRecord {
    UpkeepRecord::Check(LastCheck {
        at: clock.now(),
        whole: findings.whole,
        missing: findings.missing.len() as u64,
        damaged: findings.damaged.len() as u64,
        orphaned: findings.orphaned.len() as u64,
    })
}

impl HouseUpkeep {
    fn backups(&self) -> Result<Backups, TaskError> {
        let backups = backups(&self.backups, Arc::clone(&self.originals), self.seal.clone());
        backups.map_err(|error| failed(&format!("{error:#}")))
    }

    async fn back_up(&self) -> Result<UpkeepRecord, TaskError> {
        let backups = self.backups()?;
        self.expect_earlier(&backups).await?;
        let copies = PgCopies::new(&self.url.0);
        let made = backups.make(&copies, &|moment| reports_at(&self.pool, moment)).await;
        let made = made.map_err(|error| broken_off(&error))?;
        for original in &made.lost {
            tracing::error!(%original, "A backup lacks an original, which the store has lost.");
        }
        tracing::info!(backup = %made.backup.name, "Made a backup.");
        Ok(backup_record(&made))
    }

    /// Where backups were made and none is there, the disk that they lie on may be away: another one is not to be filled
    /// instead.
    async fn expect_earlier(&self, backups: &Backups) -> Result<(), TaskError> {
        if self.log.standing().await?.backup.is_none() {
            return Ok(());
        }
        let earlier = backups.list().await.map_err(|error| broken_off(&error))?;
        if !earlier.is_empty() {
            return Ok(());
        }
        Err(failed(&format!(
            "{} has none of the backups that were made: its disk may be away. Where it is a new place, `fullhouse backup` \
             makes the first one there",
            self.backups
        )))
    }

    /// Old backups go once the new one is recorded: a place that nothing may be removed from has it all the same.
    async fn prune(&self) -> Result<(), TaskError> {
        let removed = self.backups()?.prune().await.map_err(|error| broken_off(&error))?;
        if !removed.is_empty() {
            tracing::info!(removed = removed.len(), "Removed old backups.");
        }
        Ok(())
    }

    /// In a process of its own: a PostgreSQL to try a backup in ends with the main thread that starts it.
    async fn verify(&self) -> Result<UpkeepRecord, TaskError> {
        let backups = self.backups()?;
        let newest = backups.newest().await.map_err(|error| broken_off(&error))?;
        let name = newest.name.to_string();
        let mut program =
            tokio::process::Command::new(std::env::current_exe().map_err(|error| failed(&error.to_string()))?);
        program.args(["backup", "verify", &self.backups.within(&name).to_string()]);
        program.stdin(Stdio::null()).kill_on_drop(true);
        let output = program.output().await.map_err(|error| failed(&error.to_string()))?;
        if !output.status.success() {
            return Err(failed(String::from_utf8_lossy(&output.stderr).trim()));
        }
        tracing::info!(backup = %name, "A backup came back as it was.");
        Ok(UpkeepRecord::Verification(LastVerification {
            at: self.clock.now(),
            name,
            restored: !newest.manifest.encrypted || self.seal.decrypts(),
        }))
    }

    async fn evict(&self) -> Result<(), TaskError> {
        let Some(retention) = self.retention else {
            return Ok(());
        };
        let gone = self.retaining.evict(retention).await?;
        if gone.snapshots > 0 {
            tracing::info!(
                snapshots = gone.snapshots,
                rows = gone.rows,
                "Rows of old snapshots went."
            );
        }
        Ok(())
    }

    async fn check(&self) -> Result<OriginalsFindings, TaskError> {
        let findings = self.check.check().await;
        findings.map_err(|error| failed(&Causes(&error).to_string()))
    }
}

fn broken_off(error: &BackupError) -> TaskError {
    failed(&Causes(error).to_string())
}

fn failed(error: &str) -> TaskError {
    TaskError::Failed(error.chars().take(MAX_ERROR_CHARS).collect())
}

#[async_trait]
impl ScheduledTask for HouseUpkeep {
    async fn perform(&self, run: &Run, _: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        let Task::Upkeep(upkeep) = run.task else {
            return Err(TaskError::Gone);
        };
        let mut then = Ok(());
        let done = match upkeep {
            Upkeep::Backup => self.back_up().await?,
            Upkeep::Verification => self.verify().await?,
            Upkeep::Check => {
                let findings = self.check().await?;
                if findings.is_loss() {
                    let (missing, damaged) = (findings.missing.len(), findings.damaged.len());
                    then = Err(failed(&format!(
                        "{missing} originals are missing, {damaged} are damaged: `fullhouse check` names them"
                    )));
                }
                check_record(&findings, self.clock.as_ref())
            }
            Upkeep::Retention => {
                self.evict().await?;
                // The audit tells of each production what went.
                return Ok(Vec::new());
            }
        };
        self.log.record(&done).await?;
        if upkeep == Upkeep::Backup {
            then = self.prune().await;
        }
        then.map(|()| Vec::new())
    }
}
