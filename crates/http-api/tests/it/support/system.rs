//! A server with some room left, and a desk that knows it.

use domain::schedule::{DeliveryState, RunState};
use domain::system::{Backlog, Disk, Disks, Place, ReplicaState, Room, Stored, Warning};
use domain::upload::UploadStatus;
use ports::driven::{
    ConnectionFigures, DatabaseFigures, JobStatus, ProcessFigures, ReplicaFigures, ReplicationFigures,
};
use ports::driving::{MockSystemDesk, SystemFigures, SystemState};

use super::sample;

const GB: u64 = 1_000_000_000;

fn disk() -> Disk {
    Disk {
        total_bytes: 100 * GB,
        free_bytes: 12 * GB,
    }
}

fn process() -> ProcessFigures {
    ProcessFigures {
        started_at: sample::instant("2026-11-01T00:00:00Z"),
        resident_bytes: Some(60_000_000),
        disks: Disks {
            originals: Some(disk()),
            database: None,
            is_shared: true,
        },
    }
}

const CONNECTIONS: ConnectionFigures = ConnectionFigures { busy: 1, most: 8 };

fn replication() -> ReplicationFigures {
    ReplicationFigures {
        replicas: vec![ReplicaFigures {
            name: "replica.example.com:5432".to_owned(),
            state: ReplicaState::Behind,
            changes_behind: 7,
            reads: 41,
        }],
        primary_reads: 3,
    }
}

fn database() -> DatabaseFigures {
    DatabaseFigures {
        evicted_snapshots: 31,
        release: "15.18".to_owned(),
        stored: Stored {
            database_bytes: 6 * GB,
            originals_bytes: 2 * GB,
            originals_of_a_day_bytes: GB / 4,
        },
        uploads: UploadStatus::ALL
            .map(|status| (status, u64::from(status == UploadStatus::Completed) * 7))
            .to_vec(),
        jobs: JobStatus::ALL
            .map(|status| (status, u64::from(status == JobStatus::Queued) * 3))
            .to_vec(),
        runs: RunState::ALL.map(|state| (state, 0)).to_vec(),
        deliveries: DeliveryState::ALL
            .map(|state| (state, u64::from(state == DeliveryState::Failed) * 2))
            .to_vec(),
        backlog: Backlog {
            oldest_job_wait_secs: 30,
            failed_jobs: 0,
            failed_runs: 0,
            failed_deliveries: 2,
        },
        upkeep: super::backups::standing(),
    }
}

pub(crate) fn know_system(desk: &mut MockSystemDesk) {
    desk.expect_figures().returning(|| SystemFigures {
        process: process(),
        connections: CONNECTIONS,
        replication: replication(),
        database: Ok(database()),
    });
    desk.expect_state().returning(|| {
        Ok(SystemState {
            process: process(),
            connections: CONNECTIONS,
            replication: replication(),
            database: database(),
            rooms: vec![Room {
                place: Place::Originals,
                disk: disk(),
                bytes_per_day: GB,
            }],
            warnings: vec![
                Warning::DiskNearlyFull {
                    place: Place::Originals,
                    days: Some(12),
                },
                Warning::DeliveriesFailed(2),
            ],
        })
    });
}

/// A desk whose database is away.
pub(crate) fn without_database() -> MockSystemDesk {
    let mut desk = MockSystemDesk::new();
    desk.expect_figures().returning(|| SystemFigures {
        process: process(),
        connections: CONNECTIONS,
        replication: ReplicationFigures::default(),
        database: Err(ports::driven::StorageError::unavailable("away")),
    });
    desk
}
