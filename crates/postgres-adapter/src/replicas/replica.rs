//! One replica: how it stands, and reading from it.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::system::ReplicaState;
use ports::causes::Causes;
use ports::driven::{Read, ReplicaFigures, Versioned, Versions};
use tokio::sync::watch;
use tokio::time::{Duration, timeout};

use crate::errors::Work;
use crate::pool::PgPool;
use crate::prepared::prepared;

/// How long a request waits to know whether it can be read.
const FIND_OUT: Duration = Duration::from_millis(500);
/// How long one that can be read may take for a report.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long a look may take.
const LOOK: Duration = Duration::from_secs(2);

/// How it stood when it was last looked at, or asked in vain.
#[derive(Debug, Clone, Copy)]
struct Standing {
    state: ReplicaState,
    changes_behind: u64,
    /// Whether the log says so.
    is_told: bool,
}

/// A replica.
pub(super) struct Replica {
    name: String,
    pool: PgPool,
    standing: Mutex<Standing>,
    reads: AtomicU64,
}

/// Why a replica that answers is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// It lacks changes that are known of; so many.
    Behind(u64),
    /// It is no replica any more.
    Promoted,
    /// It is of another database.
    Foreign,
    /// Nobody waits for it any more.
    Late,
}

/// What a database says of itself, in one snapshot.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = BigInt)]
    figures_version: i64,
    #[diesel(sql_type = BigInt)]
    access_version: i64,
    #[diesel(sql_type = Text)]
    channel: String,
    #[diesel(sql_type = Bool)]
    is_replica: bool,
}

impl Row {
    /// Of the snapshot of the transaction that runs. The function is asked after the snapshot was taken: where it still says
    /// that changes are replayed, the snapshot has nothing else.
    fn read(connection: &mut PgConnection) -> QueryResult<Self> {
        let statement = "SELECT version, figures_version, access_version, channel, pg_is_in_recovery() AS is_replica
             FROM data_version";
        prepared(diesel::sql_query(statement)).get_result(connection)
    }

    fn versions(&self) -> Versions {
        Versions {
            data: self.version,
            figures: self.figures_version,
            access: self.access_version,
        }
    }

    /// Why it does not serve who must have these versions of the database with this channel.
    fn refusal(&self, needed: Versions, channel: &str) -> Option<Refusal> {
        if self.channel != channel {
            return Some(Refusal::Foreign);
        }
        if !self.is_replica {
            return Some(Refusal::Promoted);
        }
        let has = self.versions();
        has.is_behind(needed).then(|| {
            let behind = (needed.data - has.data)
                .max(needed.figures - has.figures)
                .max(needed.access - has.access);
            Refusal::Behind(u64::try_from(behind).unwrap_or(0))
        })
    }
}

impl Replica {
    /// One that is not read until it was looked at.
    pub(super) fn new(name: String, pool: PgPool) -> Self {
        let standing = Standing {
            state: ReplicaState::Away,
            changes_behind: 0,
            is_told: false,
        };
        Self {
            name,
            pool,
            standing: Mutex::new(standing),
            reads: AtomicU64::new(0),
        }
    }

    pub(super) fn may_be_read(&self) -> bool {
        self.standing().state == ReplicaState::Ready
    }

    /// Whether it answered when it was last looked at, as a replica of ours.
    pub(super) fn answers(&self) -> bool {
        matches!(self.standing().state, ReplicaState::Ready | ReplicaState::Behind)
    }

    pub(super) fn figures(&self) -> ReplicaFigures {
        let Standing {
            state, changes_behind, ..
        } = self.standing();
        ReplicaFigures {
            name: self.name.clone(),
            state,
            changes_behind,
            reads: self.reads.load(Ordering::Relaxed),
        }
    }

    fn standing(&self) -> Standing {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stands(&self, state: ReplicaState, changes_behind: u64, why: &str) {
        let before = {
            let mut standing = self.standing.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Standing {
                state,
                changes_behind,
                is_told: true,
            };
            std::mem::replace(&mut *standing, now)
        };
        if before.is_told && before.state == state {
            return;
        }
        let (replica, code) = (&self.name, state.code());
        if state == ReplicaState::Ready {
            tracing::info!(replica, "Reports are read from the replica {replica}.");
        } else {
            tracing::warn!(
                replica,
                state = code,
                why,
                "The replica {replica} is {code}: reports are read elsewhere."
            );
        }
    }

    /// Finds out how it stands; it should have these versions by now.
    pub(super) async fn look(&self, known: Versions, channel: &Arc<str>) {
        let channel = Arc::clone(channel);
        let look = self.pool.read_if_free("replica", move |connection| {
            Ok(Row::read(connection)?.refusal(known, &channel))
        });
        match timeout(LOOK, look).await {
            // Everything is in use: it is as it was.
            Ok(None) => {}
            Ok(Some(Ok(None))) => self.stands(ReplicaState::Ready, 0, ""),
            Ok(Some(Ok(Some(refusal)))) => self.refuses(refusal, true),
            Ok(Some(Err(error))) => self.stands(ReplicaState::Away, 0, &Causes(&error).to_string()),
            Err(_) => self.stands(ReplicaState::Away, 0, "it does not answer"),
        }
    }

    /// Takes note of why it is not read. That it lacks what was committed just now means nothing, unless it `should` have it.
    fn refuses(&self, refusal: Refusal, should: bool) {
        match refusal {
            Refusal::Behind(changes) if should => {
                self.stands(ReplicaState::Behind, changes, "it has not replayed what was committed");
            }
            Refusal::Behind(_) | Refusal::Late => {}
            Refusal::Promoted => self.stands(ReplicaState::Promoted, 0, "it takes writes of its own"),
            Refusal::Foreign => self.stands(ReplicaState::Foreign, 0, "its database is another one"),
        }
    }

    /// What `work` reads, where it is as new as `needed`. Whatever else becomes of it, the primary knows.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        needed: Versions,
        channel: Arc<str>,
        work: impl Fn(&mut PgConnection) -> Work<Read<T>> + Send + 'static,
    ) -> Option<Versioned<T>> {
        let (entered, mut entry) = watch::channel(false);
        let reading = self.pool.read_if_free("report", move |connection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    if let Some(refusal) = Row::read(connection)?.refusal(needed, &channel) {
                        return Ok(Err(refusal));
                    }
                    if entered.is_closed() {
                        return Ok(Err(Refusal::Late));
                    }
                    entered.send_replace(true);
                    work(connection).map(Ok)
                })
        });
        let mut reading = pin!(reading);
        let entering = async { entry.wait_for(|entered| *entered).await.is_ok() };
        let outcome = tokio::select! {
            biased;
            outcome = &mut reading => Some(outcome),
            found_out = timeout(FIND_OUT, entering) => {
                if found_out.is_err() {
                    self.stands(ReplicaState::Away, 0, "it does not answer in time");
                    return None;
                }
                timeout(PATIENCE, &mut reading).await.ok()
            }
        };
        let has_entered = *entry.borrow();
        match outcome {
            Some(Some(Ok(Ok(Ok(read))))) => {
                self.reads.fetch_add(1, Ordering::Relaxed);
                return Some(read);
            }
            Some(Some(Ok(Err(refusal)))) => self.refuses(refusal, false),
            // One that is lost in the midst of a report is found out by the next request, or look.
            Some(Some(Err(error))) if !has_entered => {
                self.stands(ReplicaState::Away, 0, &Causes(&error).to_string());
            }
            // All its connections are in use; the report is about what it does not have yet; or it took too long.
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(version: i64, is_replica: bool, channel: &str) -> Row {
        Row {
            version,
            figures_version: version - 2,
            access_version: version - 3,
            channel: channel.to_owned(),
            is_replica,
        }
    }

    #[test]
    fn a_replica_serves_who_needs_no_more_than_it_has() {
        let needed = row(7, true, "ours").versions();
        let refusal = |row: Row| row.refusal(needed, "ours");
        assert_eq!(refusal(row(7, true, "ours")), None);
        assert_eq!(refusal(row(8, true, "ours")), None);
        assert_eq!(refusal(row(5, true, "ours")), Some(Refusal::Behind(2)));
        assert_eq!(refusal(row(9, false, "ours")), Some(Refusal::Promoted));
        assert_eq!(refusal(row(9, true, "theirs")), Some(Refusal::Foreign));
        let without_access = Row {
            access_version: 3,
            ..row(9, true, "ours")
        };
        assert_eq!(refusal(without_access), Some(Refusal::Behind(1)), "rights count too");
    }
}
