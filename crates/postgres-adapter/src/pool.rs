//! Connections, and the only place where blocking database work runs.

use std::sync::Arc;
use std::time::Duration;

use diesel::PgConnection;
use diesel::r2d2::{ConnectionManager, Error, R2D2Connection};
use ports::driven::StorageError;
use tokio::sync::Semaphore;

use crate::errors::{Work, to_port};

/// How long a request waits for a connection before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(10);

/// A bounded set of connections. Cheap to clone.
#[derive(Clone)]
pub struct PgPool {
    connections: r2d2::Pool<Connections>,
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
            // Who needs to know that a connection lives asks it.
            .test_on_check_out(false)
            .build_unchecked(Connections(ConnectionManager::new(url)));
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
        self.block(what, move |connections| {
            work(&mut living(connections)?.postgres).map_err(|error| to_port(what, error))
        })
        .await
    }

    /// As [`Self::run`], for work that changes nothing: to ask first whether a connection still lives would take a round trip
    /// of each report; where it does not, the work is done again on one that does.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl Fn(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.block(what, move |connections| {
            let mut connection = any(connections)?;
            match work(&mut connection.postgres).map_err(|error| to_port(what, error)) {
                Err(StorageError::Unavailable(_)) => connection.is_lost = true,
                done => return done,
            }
            drop(connection);
            work(&mut living(connections)?.postgres).map_err(|error| to_port(what, error))
        })
        .await
    }

    /// Runs what blocks in its turn.
    async fn block<T: Send + 'static>(
        &self,
        what: &'static str,
        blocking: impl FnOnce(&r2d2::Pool<Connections>) -> Result<T, StorageError> + Send + 'static,
    ) -> Result<T, StorageError> {
        let permit = tokio::time::timeout(self.patience, Arc::clone(&self.permits).acquire_owned())
            .await
            .map_err(|_| StorageError::Unavailable("all connections are busy".to_owned()))?
            .expect("the semaphore is never closed");
        let connections = self.connections.clone();
        let blocking = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            blocking(&connections)
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

/// A connection that may have been lost since it was last used.
fn any(connections: &r2d2::Pool<Connections>) -> Result<r2d2::PooledConnection<Connections>, StorageError> {
    connections
        .get()
        .map_err(|error| StorageError::Unavailable(error.to_string()))
}

/// A connection that answers.
fn living(connections: &r2d2::Pool<Connections>) -> Result<r2d2::PooledConnection<Connections>, StorageError> {
    for _ in 0..=connections.max_size() {
        let mut connection = any(connections)?;
        if connection.postgres.ping().is_ok() {
            return Ok(connection);
        }
        connection.is_lost = true;
    }
    Err(StorageError::Unavailable("connections are lost at once".to_owned()))
}

/// Makes the connections of a pool.
struct Connections(ConnectionManager<PgConnection>);

struct Connection {
    postgres: PgConnection,
    /// It is replaced when it comes back.
    is_lost: bool,
}

impl r2d2::ManageConnection for Connections {
    type Connection = Connection;
    type Error = Error;

    fn connect(&self) -> Result<Connection, Error> {
        Ok(Connection {
            postgres: self.0.connect()?,
            is_lost: false,
        })
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), Error> {
        self.0.is_valid(&mut connection.postgres)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_lost || self.0.has_broken(&mut connection.postgres)
    }
}
