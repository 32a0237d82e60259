//! Connections, and the only place where blocking database work runs.

use std::any::Any;
use std::sync::Arc;

use diesel::Connection as _;
use diesel::PgConnection;
use diesel::connection::SimpleConnection;
use diesel::r2d2::{ConnectionManager, Error, R2D2Connection};
use domain::foresight::Holidays;
use ports::driven::{ConnectionFigures, StorageError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Duration, Instant, timeout, timeout_at};

use crate::errors::{Work, to_port};
use crate::session;
use crate::slow::{Stopwatch, Threshold};

/// How long a request waits for a connection before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(10);
/// The same of a replica, where the primary can be asked as well; and twice the pause between two tries to reach it.
const OF_A_REPLICA: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(4));
/// Connections that only readers get, so that who waits for a lock does not keep others from reading.
const FOR_READERS: usize = 2;
/// What making a connection may take at least.
const AT_LEAST: Duration = Duration::from_millis(500);
/// What fails later than this does not fail because its connection was lost before.
const AT_ONCE: Duration = Duration::from_secs(1);

/// A bounded set of connections. Cheap to clone.
#[derive(Clone)]
pub struct PgPool {
    connections: r2d2::Pool<Connections>,
    /// One permit per connection, so that no more threads block than there are connections.
    permits: Arc<Semaphore>,
    /// How many those are.
    size: usize,
    /// Who may wait for locks takes one of these as well.
    writers: Arc<Semaphore>,
    patience: Duration,
    silence: Duration,
    slow: Threshold,
    /// By which performances are told apart, wherever a run is read through this pool.
    holidays: Arc<Holidays>,
    /// By which it is told whether the key that asks for the market is another one; `None`: there is none.
    market_key: Option<Arc<str>>,
}

impl PgPool {
    /// A pool of at most `size` connections to `url`. Does not wait for one, so the server may still be starting.
    pub fn new(url: &str, size: u32) -> Self {
        Self::with_patience(url, size, PATIENCE)
    }

    /// As [`Self::new`]; whoever waits longer than `patience` for a connection is told to come back later.
    pub fn with_patience(url: &str, size: u32, patience: Duration) -> Self {
        Self::agreeing_on(url, size, (patience, patience), &[session::BOUNDS])
    }

    /// As [`Self::new`], to a replica, which answers soon or is not waited for.
    pub(crate) fn of_replica(url: &str, size: u32) -> Self {
        let bounds = &[session::BOUNDS, session::BOUNDS_OF_A_REPLICA];
        Self::agreeing_on(url, size, OF_A_REPLICA, bounds).given_up_after(session::SILENCE_OF_A_REPLICA)
    }

    /// With what each connection agrees on with the server. A connection that could not be made is tried again after half of the
    /// second time at the latest.
    fn agreeing_on(
        url: &str,
        size: u32,
        (patience, trying): (Duration, Duration),
        bounds: &'static [&'static str],
    ) -> Self {
        let slow = Threshold::never();
        let connections = r2d2::Pool::builder()
            // As many again, for those that fell silent and are given up: they cannot be closed from here.
            .max_size(2 * size)
            .min_idle(Some(1))
            .idle_timeout(Some(Duration::from_mins(2)))
            .connection_timeout(trying)
            // Who needs to know that a connection lives asks it.
            .test_on_check_out(false)
            .build_unchecked(Connections {
                manager: ConnectionManager::new(session::bounded(url)),
                bounds,
                slow: slow.clone(),
            });
        let size = size as usize;
        Self {
            connections,
            permits: Arc::new(Semaphore::new(size)),
            size,
            writers: Arc::new(Semaphore::new(size.saturating_sub(FOR_READERS).max(1))),
            patience,
            silence: session::SILENCE,
            slow,
            holidays: Arc::new(Holidays::of_korea(&[])),
            market_key: None,
        }
    }

    /// The same pool; a statement that takes so long is told in the log.
    #[must_use]
    pub fn telling_slow(self, threshold: Duration) -> Self {
        self.slow.set(threshold);
        self
    }

    /// The same pool, for runs that have these holidays.
    #[must_use]
    pub fn with_holidays(self, holidays: Arc<Holidays>) -> Self {
        Self { holidays, ..self }
    }

    /// The same pool, for who asks for the market with the key of this digest; `None`: with none.
    #[must_use]
    pub fn with_market_key(self, digest: Option<&str>) -> Self {
        Self {
            market_key: digest.map(Arc::from),
            ..self
        }
    }

    /// The digest of that key.
    pub(crate) fn market_key(&self) -> Option<Arc<str>> {
        self.market_key.clone()
    }

    /// The holidays of runs.
    pub(crate) fn holidays(&self) -> Arc<Holidays> {
        Arc::clone(&self.holidays)
    }

    /// The same pool; a connection that says nothing for so long is given up.
    #[must_use]
    pub fn given_up_after(self, silence: Duration) -> Self {
        Self { silence, ..self }
    }

    /// The connections that something is done by, and how many there may be.
    pub(crate) fn connections(&self) -> ConnectionFigures {
        let (free, most) = (self.permits.available_permits(), self.size);
        ConnectionFigures {
            busy: most.saturating_sub(free) as u64,
            most: most as u64,
        }
    }

    /// Runs blocking work on a connection, away from the asynchronous threads. `what` names the things concerned, for
    /// errors.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.block(what, Lock::May, once(what, work)).await.map(unboxed)
    }

    /// As [`Self::run`], for work that waits for no lock.
    pub(crate) async fn look_up<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.block(what, Lock::Never, once(what, work)).await.map(unboxed)
    }

    /// As [`Self::look_up`], where to ask first whether a connection still lives would take too long; where it does not, the
    /// work is done again on one that does.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl Fn(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.block(what, Lock::Never, again(what, work)).await.map(unboxed)
    }

    /// As [`Self::read`], where a connection is free now; `None` where none is.
    pub(crate) async fn read_if_free<T: Send + 'static>(
        &self,
        what: &'static str,
        work: impl Fn(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Option<Result<T, StorageError>> {
        let permit = Arc::clone(&self.permits).try_acquire_owned().ok()?;
        let until = Instant::now() + self.patience;
        let done = self.occupy(what, until, (permit, None), again(what, work)).await;
        Some(done.map(unboxed))
    }

    /// Runs what blocks in its turn. It keeps its turn until it ends, whether somebody still waits for it or not; unless
    /// its connection says nothing any more, when nobody knows whether it will.
    async fn block(&self, what: &'static str, lock: Lock, blocking: Blocking) -> Result<Answer, StorageError> {
        let until = Instant::now() + self.patience;
        let writer = match lock {
            Lock::May => Some(turn(&self.writers, until).await?),
            Lock::Never => None,
        };
        let permit = turn(&self.permits, until).await?;
        self.occupy(what, until, (permit, writer), blocking).await
    }

    /// Runs what blocks, in these turns.
    async fn occupy(
        &self,
        what: &'static str,
        until: Instant,
        turns: (OwnedSemaphorePermit, Option<OwnedSemaphorePermit>),
        blocking: Blocking,
    ) -> Result<Answer, StorageError> {
        let taker = Taker {
            connections: self.connections.clone(),
            until,
        };
        let silence = self.silence;
        // What it logs is of the request, or the job, that it is for.
        let span = tracing::Span::current();
        let ended = tokio::spawn(async move {
            let _turns = turns;
            let blocking = move || span.in_scope(|| blocking(&taker));
            timeout(silence, tokio::task::spawn_blocking(blocking)).await
        });
        match ended.await {
            Ok(Ok(Ok(result))) => result,
            Ok(Err(_)) => Err(StorageError::unavailable("the database does not answer any more")),
            Ok(Ok(Err(join))) | Err(join) => Err(StorageError::inconsistent(what, join)),
        }
    }
}

/// Whether work may wait for locks.
enum Lock {
    May,
    Never,
}

/// What work answers, and the work: of one type each whatever is asked, or the program would hold the tasks that run it several
/// hundred times.
type Answer = Box<dyn Any + Send>;
type Blocking = Box<dyn FnOnce(&Taker) -> Result<Answer, StorageError> + Send>;

/// Work that is done once, on a connection that answers.
fn once<T: Send + 'static>(
    what: &'static str,
    work: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
) -> Blocking {
    Box::new(move |taker| {
        let done = work(&mut taker.living()?.postgres);
        done.map(boxed).map_err(|error| to_port(what, error))
    })
}

/// Work that is done once more, where its connection turns out to be lost.
fn again<T: Send + 'static>(
    what: &'static str,
    work: impl Fn(&mut PgConnection) -> Work<T> + Send + 'static,
) -> Blocking {
    Box::new(move |taker| taker.read(what, &|connection| work(connection).map(boxed)))
}

fn boxed<T: Send + 'static>(answer: T) -> Answer {
    Box::new(answer)
}

fn unboxed<T: 'static>(answer: Answer) -> T {
    *answer.downcast().expect("the work answers with this type")
}

async fn turn(turns: &Arc<Semaphore>, until: Instant) -> Result<OwnedSemaphorePermit, StorageError> {
    let permit = timeout_at(until, Arc::clone(turns).acquire_owned())
        .await
        .map_err(|_| StorageError::unavailable("all connections are busy"))?;
    Ok(permit.expect("the semaphore is never closed"))
}

/// Takes a connection, and waits for one until then.
struct Taker {
    connections: r2d2::Pool<Connections>,
    until: Instant,
}

impl Taker {
    /// A connection that may have been lost since it was last used.
    fn any(&self) -> Result<r2d2::PooledConnection<Connections>, StorageError> {
        // One that is free is had at once, also by who waited long for the turn.
        let patience = self.until.saturating_duration_since(Instant::now()).max(AT_LEAST);
        self.connections
            .get_timeout(patience)
            .map_err(StorageError::unavailable)
    }

    /// Reads; once more, where the connection turns out to be lost.
    fn read(
        &self,
        what: &'static str,
        work: &dyn Fn(&mut PgConnection) -> Work<Answer>,
    ) -> Result<Answer, StorageError> {
        let began = Instant::now();
        let mut connection = self.any()?;
        match work(&mut connection.postgres).map_err(|error| to_port(what, error)) {
            Err(StorageError::Unavailable(_)) if began.elapsed() < AT_ONCE => connection.is_lost = true,
            done => return done,
        }
        drop(connection);
        work(&mut self.living()?.postgres).map_err(|error| to_port(what, error))
    }

    /// A connection that answers.
    fn living(&self) -> Result<r2d2::PooledConnection<Connections>, StorageError> {
        for _ in 0..=self.connections.max_size() {
            let mut connection = self.any()?;
            if connection.postgres.ping().is_ok() {
                return Ok(connection);
            }
            connection.is_lost = true;
        }
        Err(StorageError::unavailable("connections are lost at once"))
    }
}

/// Makes the connections of a pool.
struct Connections {
    manager: ConnectionManager<PgConnection>,
    /// What each agrees on with the server.
    bounds: &'static [&'static str],
    slow: Threshold,
}

struct Connection {
    postgres: PgConnection,
    /// It is replaced when it comes back.
    is_lost: bool,
}

impl r2d2::ManageConnection for Connections {
    type Connection = Connection;
    type Error = Error;

    fn connect(&self) -> Result<Connection, Error> {
        let mut postgres = self.manager.connect()?;
        for bounds in self.bounds {
            postgres.batch_execute(bounds).map_err(Error::QueryError)?;
        }
        postgres.set_instrumentation(Stopwatch::new(self.slow.clone()));
        Ok(Connection {
            postgres,
            is_lost: false,
        })
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), Error> {
        self.manager.is_valid(&mut connection.postgres)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_lost || self.manager.has_broken(&mut connection.postgres)
    }
}
