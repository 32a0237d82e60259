//! Reports from replicas of the database: of streaming replication, or whatever replays the same changes.
//!
//! A report is read from a replica whose database snapshot has every change that this server has heard of, else from the
//! primary. That is looked at in the transaction of the report itself, so it holds whatever a replica does meanwhile. A
//! replica that is away, silent, promoted or of another database costs a request half a second at most, and then nothing until
//! a look finds it fit again.

mod name;
mod replica;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use diesel::PgConnection;
use ports::driven::{Read, ReplicationFigures, Versioned};
use tokio::task::JoinHandle;
use tokio::time::{Duration, Instant, sleep};

use self::name::names;
use self::replica::{PATIENCE, Replica};
use crate::changes::PgChanges;
use crate::errors::Work;
use crate::latest::Latest;
use crate::pool::PgPool;

/// How often a replica is looked at that can be read.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often one that cannot is looked at in the end: each pause is half as long again as the one before.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// How many replicas are asked before the primary is.
const TRIES: usize = 2;

/// The replicas of a database. Dropped, it stops looking at them.
pub struct PgReplicas {
    replicas: Vec<Arc<Replica>>,
    latest: Latest,
    /// Who is asked first, next time.
    next: AtomicUsize,
    primary_reads: AtomicU64,
    watching: Vec<JoinHandle<()>>,
}

impl PgReplicas {
    /// The replicas at these URLs, with at most so many connections to each, of the database that `changes` hears of. Waits
    /// for none of them. Must be called within a runtime. Statements slower than `slow` are told in the log.
    pub fn watch(urls: &[String], connections: u32, slow: Duration, changes: &PgChanges) -> Self {
        let latest = changes.latest();
        let pools = urls
            .iter()
            .map(|url| PgPool::of_replica(url, connections).telling_slow(slow));
        let replicas: Vec<_> = names(urls)
            .into_iter()
            .zip(pools)
            .map(|(name, pool)| Arc::new(Replica::new(name, pool)))
            .collect();
        let watching = replicas
            .iter()
            .map(|replica| tokio::spawn(watch(Arc::clone(replica), latest.clone())))
            .collect();
        Self {
            replicas,
            latest,
            next: AtomicUsize::new(0),
            primary_reads: AtomicU64::new(0),
            watching,
        }
    }

    /// What `work` reads of a replica that is as new as this server knows; `None` where the primary has to be asked.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&mut PgConnection) -> Work<Read<T>> + Clone + Send + 'static,
    ) -> Option<Versioned<T>> {
        let (needed, channel) = (self.latest.get(), self.latest.channel());
        let began = Instant::now();
        for replica in self.in_turn() {
            if let Some(read) = replica.read(needed, Arc::clone(&channel), work.clone()).await {
                return Some(read);
            }
            // What took one too long would take the next as long.
            if began.elapsed() >= PATIENCE {
                break;
            }
        }
        self.primary_reads.fetch_add(1, Ordering::Relaxed);
        None
    }

    /// Those that may be asked now, each time another one first.
    fn in_turn(&self) -> impl Iterator<Item = &Arc<Replica>> {
        let first = self.next.fetch_add(1, Ordering::Relaxed) % self.replicas.len().max(1);
        let (before, from) = self.replicas.split_at(first);
        let all = from.iter().chain(before);
        all.filter(|replica| replica.may_be_read()).take(TRIES)
    }

    /// How they stand.
    pub(crate) fn figures(&self) -> ReplicationFigures {
        ReplicationFigures {
            replicas: self.replicas.iter().map(|replica| replica.figures()).collect(),
            primary_reads: self.primary_reads.load(Ordering::Relaxed),
        }
    }
}

impl Drop for PgReplicas {
    fn drop(&mut self) {
        for watching in &self.watching {
            watching.abort();
        }
    }
}

/// Looks again and again, without an end.
async fn watch(replica: Arc<Replica>, latest: Latest) {
    let mut pause = LOOK_EVERY;
    // What it should have replayed by the next look.
    let mut known = latest.get();
    loop {
        replica.look(known, &latest.channel()).await;
        known = latest.get();
        pause = if replica.answers() {
            LOOK_EVERY
        } else {
            pause.mul_f64(1.5).min(LONGEST_PAUSE)
        };
        sleep(pause).await;
    }
}
