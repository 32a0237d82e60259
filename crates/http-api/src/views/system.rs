use domain::calendar::in_kst;
use domain::system::{Place, ReplicaState, Room, Warning};
use ports::driven::{DatabaseFigures, JobStatus, ReplicaFigures};
use ports::driving::SystemState;
use serde::Serialize;
use utoipa::ToSchema;

/// How the server is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SystemView {
    /// The release that runs.
    #[schema(example = "0.1.0")]
    version: &'static str,
    /// Since when it runs.
    #[schema(format = DateTime)]
    started_at: String,
    /// Bytes of memory that this server holds, `null` where the system does not tell.
    #[schema(minimum = 0)]
    memory_bytes: Option<u64>,
    database: DatabaseView,
    /// Bytes of the original files, each once.
    #[schema(minimum = 0)]
    originals_bytes: u64,
    /// The disks that this server writes to.
    disks: Vec<DiskView>,
    queue: QueueView,
    /// What was given up within 24 hours.
    failed: FailedView,
    /// Open streams of events of this server.
    #[schema(minimum = 0)]
    event_streams: u64,
    /// What somebody should look at, the most urgent first.
    warnings: Vec<WarningView>,
}

/// The database.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DatabaseView {
    /// The release of PostgreSQL.
    #[schema(example = "15.18")]
    version: String,
    /// Bytes, its indexes included.
    #[schema(minimum = 0)]
    size_bytes: u64,
    /// Connections of this server that something is done by.
    #[schema(minimum = 0)]
    busy_connections: u64,
    /// Connections that this server has at most.
    #[schema(minimum = 0)]
    max_connections: u64,
    /// Its replicas, as far as this server reads reports from them (`DATABASE_READ_URLS`), as it saw them last.
    replicas: Vec<ReplicaView>,
}

/// How a replica of the database stands.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ReplicaStateView {
    /// Reports are read from it.
    Ready,
    /// It has not replayed for a second what was committed.
    Behind,
    /// It does not answer, or not in time.
    Away,
    /// It takes writes of its own: it is no replica any more.
    Promoted,
    /// It is of another database.
    Foreign,
}

impl From<ReplicaState> for ReplicaStateView {
    fn from(state: ReplicaState) -> Self {
        match state {
            ReplicaState::Ready => Self::Ready,
            ReplicaState::Behind => Self::Behind,
            ReplicaState::Away => Self::Away,
            ReplicaState::Promoted => Self::Promoted,
            ReplicaState::Foreign => Self::Foreign,
        }
    }
}

/// A replica of the database.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReplicaView {
    /// Its host and port, or the folder of its socket.
    #[schema(example = "replica.example.com:5432")]
    name: String,
    state: ReplicaStateView,
    /// Changes that were committed and that it had not replayed.
    #[schema(minimum = 0)]
    changes_behind: u64,
    /// Reports that this server has read from it.
    #[schema(minimum = 0)]
    reads: u64,
}

impl From<ReplicaFigures> for ReplicaView {
    fn from(figures: ReplicaFigures) -> Self {
        Self {
            name: figures.name,
            state: figures.state.into(),
            changes_behind: figures.changes_behind,
            reads: figures.reads,
        }
    }
}

/// What lies on a disk.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PlaceView {
    /// The original files; the database as well where it is on the same disk.
    Originals,
    /// The database that the program runs itself, on a disk of its own.
    Database,
}

impl From<Place> for PlaceView {
    fn from(place: Place) -> Self {
        match place {
            Place::Originals => Self::Originals,
            Place::Database => Self::Database,
        }
    }
}

/// A disk.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiskView {
    place: PlaceView,
    /// Bytes in all.
    #[schema(minimum = 0)]
    total_bytes: u64,
    /// Bytes that the server may still write.
    #[schema(minimum = 0)]
    free_bytes: u64,
    /// Bytes that came within 24 hours: files, and what their rows take, estimated.
    #[schema(minimum = 0)]
    bytes_per_day: u64,
    /// Whole days until the disk is full at that pace; `null` where nothing came.
    #[schema(minimum = 0)]
    days_until_full: Option<u64>,
}

/// The queue of the background worker.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QueueView {
    #[schema(minimum = 0)]
    queued: u64,
    #[schema(minimum = 0)]
    running: u64,
    /// Seconds that the job which waits longest could have run for.
    #[schema(minimum = 0)]
    longest_wait_seconds: u64,
}

/// What was given up within 24 hours.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FailedView {
    #[schema(minimum = 0)]
    jobs: u64,
    #[schema(minimum = 0)]
    schedule_runs: u64,
    #[schema(minimum = 0)]
    deliveries: u64,
}

/// What kind of thing somebody should look at.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WarningCode {
    DiskNearlyFull,
    JobsWaiting,
    JobsFailed,
    RunsFailed,
    DeliveriesFailed,
    ConnectionsBusy,
}

/// Something that somebody should look at.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WarningView {
    code: WarningCode,
    /// Which disk.
    place: Option<PlaceView>,
    /// How much of it: days until a disk is full, seconds that a job waits, or how many were given up.
    #[schema(minimum = 0)]
    amount: Option<u64>,
}

impl SystemView {
    /// The state, and how many streams are open.
    pub(crate) fn new(state: SystemState, event_streams: u64) -> Self {
        let SystemState {
            process,
            connections,
            replication,
            database,
            rooms,
            warnings,
        } = state;
        Self {
            version: env!("CARGO_PKG_VERSION"),
            started_at: in_kst(process.started_at).to_rfc3339(),
            memory_bytes: process.resident_bytes,
            queue: QueueView::from(&database),
            failed: FailedView {
                jobs: database.backlog.failed_jobs,
                schedule_runs: database.backlog.failed_runs,
                deliveries: database.backlog.failed_deliveries,
            },
            originals_bytes: database.stored.originals_bytes,
            database: DatabaseView {
                version: database.release,
                size_bytes: database.stored.database_bytes,
                busy_connections: connections.busy,
                max_connections: connections.most,
                replicas: replication.replicas.into_iter().map(ReplicaView::from).collect(),
            },
            disks: rooms.into_iter().map(DiskView::from).collect(),
            event_streams,
            warnings: warnings.into_iter().map(WarningView::from).collect(),
        }
    }
}

impl From<&DatabaseFigures> for QueueView {
    fn from(figures: &DatabaseFigures) -> Self {
        let count = |status| {
            let found = figures.jobs.iter().find(|(counted, _)| *counted == status);
            found.map_or(0, |(_, count)| *count)
        };
        Self {
            queued: count(JobStatus::Queued),
            running: count(JobStatus::Running),
            longest_wait_seconds: figures.backlog.oldest_job_wait_secs,
        }
    }
}

impl From<Room> for DiskView {
    fn from(room: Room) -> Self {
        Self {
            place: room.place.into(),
            total_bytes: room.disk.total_bytes,
            free_bytes: room.disk.free_bytes,
            bytes_per_day: room.bytes_per_day,
            days_until_full: room.days_until_full(),
        }
    }
}

impl From<Warning> for WarningView {
    fn from(warning: Warning) -> Self {
        let counted = |code, amount| Self {
            code,
            place: None,
            amount,
        };
        match warning {
            Warning::DiskNearlyFull { place, days } => Self {
                code: WarningCode::DiskNearlyFull,
                place: Some(place.into()),
                amount: days,
            },
            Warning::JobsWaiting(seconds) => counted(WarningCode::JobsWaiting, Some(seconds)),
            Warning::JobsFailed(count) => counted(WarningCode::JobsFailed, Some(count)),
            Warning::RunsFailed(count) => counted(WarningCode::RunsFailed, Some(count)),
            Warning::DeliveriesFailed(count) => counted(WarningCode::DeliveriesFailed, Some(count)),
            Warning::ConnectionsBusy => counted(WarningCode::ConnectionsBusy, None),
        }
    }
}
