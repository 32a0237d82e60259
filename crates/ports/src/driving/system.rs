use async_trait::async_trait;
use domain::system::{Room, Warning};

use crate::driven::{ConnectionFigures, DatabaseFigures, ProcessFigures, ReplicationFigures, StorageError};

/// How the server is.
#[derive(Debug)]
pub struct SystemFigures {
    /// What the machine tells.
    pub process: ProcessFigures,
    /// The connections to the database.
    pub connections: ConnectionFigures,
    /// The replicas of the database.
    pub replication: ReplicationFigures,
    /// What the database knows, or why it does not answer.
    pub database: Result<DatabaseFigures, StorageError>,
}

/// How the server is, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemState {
    /// What the machine tells.
    pub process: ProcessFigures,
    /// The connections to the database.
    pub connections: ConnectionFigures,
    /// The replicas of the database.
    pub replication: ReplicationFigures,
    /// What the database knows.
    pub database: DatabaseFigures,
    /// The room that there is.
    pub rooms: Vec<Room>,
    /// What somebody should look at.
    pub warnings: Vec<Warning>,
}

/// Knows how the server is.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait SystemDesk: Send + Sync {
    /// The figures alone, also where the database does not answer.
    async fn figures(&self) -> SystemFigures;
    /// What people look at.
    async fn state(&self) -> Result<SystemState, StorageError>;
}
