use std::sync::Arc;

use async_trait::async_trait;
use domain::system::{rooms, warnings};
use ports::driven::{DatabaseMonitor, Machine, StorageError};
use ports::driving::{SystemDesk, SystemFigures, SystemState};

/// Knows how the server is.
pub struct SystemWatch {
    database: Arc<dyn DatabaseMonitor>,
    machine: Arc<dyn Machine>,
}

impl SystemWatch {
    /// Of this database, on this machine.
    pub fn new(database: Arc<dyn DatabaseMonitor>, machine: Arc<dyn Machine>) -> Self {
        Self { database, machine }
    }
}

#[async_trait]
impl SystemDesk for SystemWatch {
    async fn figures(&self) -> SystemFigures {
        SystemFigures {
            process: self.machine.figures(),
            // Before the database is asked, which takes one.
            connections: self.database.connections(),
            replication: self.database.replication(),
            database: self.database.figures().await,
        }
    }

    async fn state(&self) -> Result<SystemState, StorageError> {
        let SystemFigures {
            process,
            connections,
            replication,
            database,
        } = self.figures().await;
        let database = database?;
        let rooms = rooms(process.disks, database.stored);
        let all_are_busy = connections.busy >= connections.most;
        let warnings = warnings(&rooms, database.backlog, all_are_busy);
        Ok(SystemState {
            process,
            connections,
            replication,
            database,
            rooms,
            warnings,
        })
    }
}
