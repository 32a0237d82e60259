//! Connections, and the only place where blocking database work runs.

use std::sync::Arc;
use std::time::Duration;

use diesel::PgConnection;
use diesel::r2d2::ConnectionManager;
use ports::driven::StorageError;
use tokio::sync::Semaphore;

use crate::errors::{Work, to_port};

/// How long a request waits for a connection before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(10);

/// A bounded set of connections. Cheap to clone.
#[derive(Clone)]
pub struct PgPool {
    connections: r2d2::Pool<ConnectionManager<PgConnection>>,
    /// One permit per connection, so that no more threads block than there are connections.
    permits: Arc<Semaphore>,
    patience: Duration,
}

impl PgPool {
    /// A pool of at most `size` connections to `url`. Does not wait for one, so the server may still be starting.
    pub fn new(url: &str, size: u32) -> Self {
        Self::with_patience(url, size, PATIENCE)
    }

    /// As [`Self::new`]; whoever waits longer than `patience` for a connection is told to come back later.
    pub fn with_patience(url: &str, size: u32, patience: Duration) -> Self {
        let connections = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .idle_timeout(Some(Duration::from_mins(2)))
            .connection_timeout(patience)
            .build_unchecked(ConnectionManager::new(url));
        Self {
            connections,
            permits: Arc::new(Semaphore::new(size as usize)),
            patience,
        }
    }

    /// Runs blocking work on a connection, away from the asynchronous threads. `what` names the things concerned, for
    /// errors.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let permit = tokio::time::timeout(self.patience, Arc::clone(&self.permits).acquire_owned())
            .await
            .map_err(|_| StorageError::Unavailable("all connections are busy".to_owned()))?
            .expect("the semaphore is never closed");
        let connections = self.connections.clone();
        let blocking = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let mut connection = connections
                .get()
                .map_err(|error| StorageError::Unavailable(error.to_string()))?;
            work(&mut connection).map_err(|error| to_port(what, error))
        });
        match blocking.await {
            Ok(result) => result,
            Err(join) => Err(StorageError::Inconsistent {
                what,
                detail: join.to_string(),
            }),
        }
    }
}
