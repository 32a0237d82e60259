use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use ports::driven::{LastBackup, LastCheck, LastVerification, UpkeepFailure, UpkeepStanding};
use serde::Serialize;
use utoipa::ToSchema;

/// How backups stand.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupsView {
    /// The newest backup; `null` while there is none.
    backup: Option<BackupView>,
    /// The last backup that was tried, and came back as it was; `null` while none was.
    verification: Option<BackupVerificationView>,
    /// The last time that originals and database were held against each other; `null` while they were not.
    check: Option<OriginalsCheckView>,
    /// What failed when its schedule last had it done, and was not done since. Empty when all is well.
    failures: Vec<UpkeepFailureView>,
}

/// A backup.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupView {
    /// The moment that it is of.
    #[schema(format = DateTime)]
    begun_at: String,
    /// Seconds since then.
    #[schema(example = 21600)]
    age_seconds: i64,
    /// Its folder's name.
    #[schema(example = "2026-11-20T03-30-00")]
    name: String,
    /// Bytes of all its files. Original files are shared between backups, and counted in each.
    #[schema(example = 73_400_320)]
    size_bytes: u64,
    /// Its original files.
    #[schema(example = 412)]
    originals: u64,
    /// Whether it is encrypted.
    encrypted: bool,
}

/// A backup that was tried.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupVerificationView {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// The backup's name.
    #[schema(example = "2026-11-15T03-30-00")]
    name: String,
    /// Whether it was restored on trial, with rows and reports as they were. `false`: it is encrypted, and only its files were
    /// looked at, as the server has no key.
    restored: bool,
}

/// Originals and database against each other.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OriginalsCheckView {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Originals that are there, byte for byte.
    #[schema(example = 412)]
    whole: u64,
    /// Originals that uploads name, and that are not there.
    #[schema(example = 0)]
    missing: u64,
    /// Originals whose bytes are others than they were.
    #[schema(example = 0)]
    damaged: u64,
    /// Originals that no upload names; they do no harm.
    #[schema(example = 1)]
    orphaned: u64,
}

/// Something that failed.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UpkeepFailureView {
    /// `backup`, `backup-verification`, `check` or `snapshot-retention`: the kind of its schedule.
    #[schema(example = "backup")]
    task: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Why, in English.
    #[schema(example = "pg_dump failed: no space left on device")]
    error: String,
}

fn written(at: DateTime<Utc>) -> String {
    in_kst(at).to_rfc3339()
}

impl BackupsView {
    pub(crate) fn new(standing: UpkeepStanding, now: DateTime<Utc>) -> Self {
        let UpkeepStanding {
            backup,
            verification,
            check,
            failures,
        } = standing;
        Self {
            backup: backup.map(|backup| BackupView::new(backup, now)),
            verification: verification.map(BackupVerificationView::from),
            check: check.map(OriginalsCheckView::from),
            failures: failures.into_iter().map(UpkeepFailureView::from).collect(),
        }
    }
}

impl BackupView {
    fn new(of: LastBackup, now: DateTime<Utc>) -> Self {
        Self {
            begun_at: written(of.begun_at),
            age_seconds: (now - of.begun_at).num_seconds().max(0),
            name: of.name,
            size_bytes: of.bytes,
            originals: of.originals,
            encrypted: of.encrypted,
        }
    }
}

impl From<LastVerification> for BackupVerificationView {
    fn from(of: LastVerification) -> Self {
        Self {
            at: written(of.at),
            name: of.name,
            restored: of.restored,
        }
    }
}

impl From<LastCheck> for OriginalsCheckView {
    fn from(of: LastCheck) -> Self {
        Self {
            at: written(of.at),
            whole: of.whole,
            missing: of.missing,
            damaged: of.damaged,
            orphaned: of.orphaned,
        }
    }
}

impl From<UpkeepFailure> for UpkeepFailureView {
    fn from(of: UpkeepFailure) -> Self {
        Self {
            task: of.task.code().to_owned(),
            at: written(of.at),
            error: of.error,
        }
    }
}
