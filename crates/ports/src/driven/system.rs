use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::schedule::{DeliveryState, RunState};
use domain::system::{Backlog, Disks, ReplicaState, Stored};
use domain::upload::UploadStatus;

use super::{JobStatus, StorageError, UpkeepStanding};

/// The connections of this process to the database.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ConnectionFigures {
    /// Those that something is done by now.
    pub busy: u64,
    /// How many there may be at a time.
    pub most: u64,
}

/// A replica of the database, as this process saw it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplicaFigures {
    /// Its host and port, or the folder of its socket.
    pub name: String,
    /// How it stands.
    pub state: ReplicaState,
    /// Changes that were committed and that it had not replayed.
    pub changes_behind: u64,
    /// Reports that were read from it since the process began.
    pub reads: u64,
}

/// Where this process reads reports that it does not remember; nothing where it knows of no replicas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplicationFigures {
    /// Each replica.
    pub replicas: Vec<ReplicaFigures>,
    /// Reports that were read from the primary, as no replica could be read.
    pub primary_reads: u64,
}

/// What the database knows of itself and of the work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DatabaseFigures {
    /// The release of PostgreSQL.
    pub release: String,
    /// How much is kept.
    pub stored: Stored,
    /// Old snapshots whose rows went.
    pub evicted_snapshots: u64,
    /// Uploads by status; every status is there.
    pub uploads: Vec<(UploadStatus, u64)>,
    /// Jobs that are kept, likewise.
    pub jobs: Vec<(JobStatus, u64)>,
    /// Times of schedules that are kept, likewise.
    pub runs: Vec<(RunState, u64)>,
    /// Messages that are kept, likewise.
    pub deliveries: Vec<(DeliveryState, u64)>,
    /// What is not done.
    pub backlog: Backlog,
    /// How backups stand.
    pub upkeep: UpkeepStanding,
}

/// Tells how the database is.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DatabaseMonitor: Send + Sync {
    /// What it knows; may be some seconds old.
    async fn figures(&self) -> Result<DatabaseFigures, StorageError>;
    /// The connections now; asks nobody.
    fn connections(&self) -> ConnectionFigures;
    /// The replicas as they were last looked at; asks nobody.
    fn replication(&self) -> ReplicationFigures;
}

/// What the machine tells of this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessFigures {
    /// Since when it runs.
    pub started_at: DateTime<Utc>,
    /// Bytes of memory that it holds; `None` where the system does not tell.
    pub resident_bytes: Option<u64>,
    /// The disks that it writes to.
    pub disks: Disks,
}

/// Tells how the machine is.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait Machine: Send + Sync {
    /// What it tells now.
    fn figures(&self) -> ProcessFigures;
}
