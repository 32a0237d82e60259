use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::schedule::Upkeep;

use super::StorageError;

/// The newest backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastBackup {
    /// The moment that it is of.
    pub begun_at: DateTime<Utc>,
    /// Its name in the folder of backups.
    pub name: String,
    /// Bytes of all its files, those included that it shares with others.
    pub bytes: u64,
    /// Its originals.
    pub originals: u64,
    /// Whether it is encrypted.
    pub encrypted: bool,
}

/// The last backup that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastVerification {
    /// When.
    pub at: DateTime<Utc>,
    /// Which backup.
    pub name: String,
    /// Whether it was restored on trial; else only its files were looked at, as the key is not there.
    pub restored: bool,
}

/// The last time that originals and database were held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheck {
    /// When.
    pub at: DateTime<Utc>,
    /// Originals that have their own bytes.
    pub whole: u64,
    /// Originals that the store lacks.
    pub missing: u64,
    /// Originals with other bytes.
    pub damaged: u64,
    /// Originals that no upload names.
    pub orphaned: u64,
}

/// Upkeep that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UpkeepRecord {
    /// A backup was made.
    Backup(LastBackup),
    /// A backup was tried, and came back as it was.
    Verification(LastVerification),
    /// Originals were looked at, whatever was found.
    Check(LastCheck),
}

/// Upkeep whose last scheduled attempt failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpkeepFailure {
    /// What.
    pub task: Upkeep,
    /// When.
    pub at: DateTime<Utc>,
    /// Why; no secrets.
    pub error: String,
}

/// How the upkeep of the house stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UpkeepStanding {
    /// The newest backup.
    pub backup: Option<LastBackup>,
    /// The last one that was tried.
    pub verification: Option<LastVerification>,
    /// The last check.
    pub check: Option<LastCheck>,
    /// What failed when it was last to be done.
    pub failures: Vec<UpkeepFailure>,
}

/// Knows what was done for the house.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait UpkeepLog: Send + Sync {
    /// It was done. Of each kind the last counts.
    async fn record(&self, done: &UpkeepRecord) -> Result<(), StorageError>;

    /// How everything stands.
    async fn standing(&self) -> Result<UpkeepStanding, StorageError>;
}
