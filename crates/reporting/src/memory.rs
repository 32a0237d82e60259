//! Finished answers as JSON, kept until their data change.

use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use moka::future::Cache;
use ports::driven::{Versioned, Versions};

use crate::blocking::run_blocking;
use crate::report::{Answer, Question, ReportError};
use crate::request::Format;

/// Answers idle for this long are evicted.
const IDLE: Duration = Duration::from_mins(10);
/// Bytes that an entry takes beside its answer, roughly.
const OVERHEAD_BYTES: usize = 400;
/// Shorter answers are not worth compressing.
const LEAST_COMPRESSED_BYTES: usize = 1_000;
/// Of a long list of days this level leaves two thirds of what level 4 does, in a quarter more time.
const COMPRESSION: Compression = Compression::new(6);

/// An answer as JSON, and the versions that it is of.
#[derive(Debug)]
pub struct Document {
    /// How many changes were committed when it was read.
    pub versions: Versions,
    /// What a client may ask again by.
    pub tag: String,
    /// The body.
    pub json: Bytes,
    /// The body compressed; `None` where that is not worth it.
    pub gzip: Option<Bytes>,
}

impl Document {
    /// Writes an answer, away from the threads that answer requests.
    async fn of(answer: Versioned<Arc<dyn Answer>>, question: &Question) -> Self {
        let (versions, tag) = (answer.versions, question.tag(answer.versions.figures, Format::Json));
        let write = move || {
            let json = answer.value.json();
            let gzip = compressed(&json);
            (json.into(), gzip)
        };
        let (json, gzip) = run_blocking(write).await;
        Self {
            versions,
            tag,
            json,
            gzip,
        }
    }

    /// The data version of the answer, for whoever knew of these versions when asking. What was committed since it was read
    /// and changed no figure is in it: it is as new as what was known.
    pub fn data_version(&self, known: Versions) -> i64 {
        if self.versions.figures < known.figures {
            return self.versions.data;
        }
        self.versions.data.max(known.data)
    }

    /// Bytes that it takes in memory.
    fn size_bytes(&self) -> usize {
        self.json.len() + self.gzip.as_ref().map_or(0, Bytes::len) + self.tag.len()
    }
}

impl Question {
    /// The tag of the answer to this at a version of figures, in one format: weak, as it is of the meaning and not the bytes.
    /// Another release may write the same otherwise, so its version counts too.
    pub fn tag(&self, figures_version: i64, format: Format) -> String {
        let mut hasher = DefaultHasher::new();
        (self, env!("CARGO_PKG_VERSION"), format).hash(&mut hasher);
        format!("W/\"{figures_version}-{:016x}\"", hasher.finish())
    }
}

type Outcome = Result<Arc<Document>, ReportError>;

/// Finished answers; the least asked for are evicted first where they take too much memory. One memory serves all threads.
pub struct ReportMemory {
    /// `None`: nothing is remembered.
    documents: Option<Cache<Question, Outcome>>,
    remembered: AtomicU64,
    computed: AtomicU64,
}

/// How many answers came from where, since the program began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerCounts {
    /// Those that were there, or that somebody else was having computed.
    pub remembered: u64,
    /// Those that were computed.
    pub computed: u64,
}

impl ReportMemory {
    /// Remembers at most so many bytes of answers; 0 remembers none.
    pub fn new(max_bytes: u64) -> Self {
        let weigh = |_: &Question, outcome: &Outcome| {
            let document = outcome.as_ref().map_or(0, |document| document.size_bytes());
            u32::try_from(document + OVERHEAD_BYTES).unwrap_or(u32::MAX)
        };
        let cache = || {
            Cache::builder()
                .max_capacity(max_bytes)
                .weigher(weigh)
                .time_to_idle(IDLE)
                .build()
        };
        Self {
            documents: (max_bytes > 0).then(cache),
            remembered: AtomicU64::new(0),
            computed: AtomicU64::new(0),
        }
    }

    /// Where the answers came from.
    pub fn counts(&self) -> AnswerCounts {
        AnswerCounts {
            remembered: self.remembered.load(Ordering::Relaxed),
            computed: self.computed.load(Ordering::Relaxed),
        }
    }

    /// The answer of this version of figures or a newer one: as remembered, else by `compute`. Of many who miss the same answer at
    /// once, one computes for all.
    pub async fn document(
        &self,
        question: &Question,
        version: i64,
        compute: impl AsyncFn() -> Result<Versioned<Arc<dyn Answer>>, ReportError>,
    ) -> Outcome {
        let is_computed = Cell::new(false);
        let write = async || {
            is_computed.set(true);
            Ok(Arc::new(Document::of(compute().await?, question).await))
        };
        let outcome = self.outcome(question, version, write).await;
        let count = if is_computed.get() {
            &self.computed
        } else {
            &self.remembered
        };
        count.fetch_add(1, Ordering::Relaxed);
        outcome
    }

    async fn outcome(&self, question: &Question, version: i64, compute: impl AsyncFn() -> Outcome) -> Outcome {
        let Some(documents) = &self.documents else {
            return compute().await;
        };
        if let Some(known) = documents.get(question).await.filter(|known| serves(known, version)) {
            return known;
        }
        // Whoever waits for another's computation gets what that one read, which may be older than what this one must
        // not miss. The second then began after this question, and is the newest there is, whatever version that has:
        // a database that was restored, or a replica, may be behind what was heard of.
        let compute = || async {
            let outcome = documents
                .entry_by_ref(question)
                .or_insert_with_if(compute(), |known| !serves(known, version));
            outcome.await.into_value()
        };
        match compute().await {
            outcome if outcome.is_err() || serves(&outcome, version) => outcome,
            _ => compute().await,
        }
    }
}

/// Whether this answers a question of a version of figures. A failure answers those who waited for it, and nobody later.
fn serves(outcome: &Outcome, version: i64) -> bool {
    outcome
        .as_ref()
        .is_ok_and(|document| document.versions.figures >= version)
}

fn compressed(json: &[u8]) -> Option<Bytes> {
    if json.len() < LEAST_COMPRESSED_BYTES {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(json.len() / 4), COMPRESSION);
    let written = encoder.write_all(json).and_then(|()| encoder.finish());
    let gzip = written.ok().filter(|gzip| gzip.len() < json.len());
    gzip.map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use domain::access::Visible;
    use domain::production::ProductionId;
    use futures_util::future::join_all;
    use ports::driven::StorageError;
    use tokio::time::sleep;
    use uuid::Uuid;

    use super::*;
    use crate::request::Request;
    use crate::sheets::fixtures;

    fn question() -> Question {
        let report = crate::named("plays/revenue").unwrap();
        let request = Request::parse(report, &[]).unwrap();
        request.question(report, Visible::All, "2026-11-20".parse().unwrap())
    }

    /// An answer of this version of figures, after as many changes of other kinds.
    fn of(figures: i64) -> Arc<Document> {
        Arc::new(Document {
            versions: Versions {
                data: 2 * figures,
                figures,
                access: figures,
            },
            tag: "W/\"0\"".to_owned(),
            json: Bytes::from_static(b"{}"),
            gzip: None,
        })
    }

    async fn version_of(memory: &ReportMemory, version: i64, compute: impl AsyncFn() -> Outcome) -> i64 {
        memory
            .outcome(&question(), version, compute)
            .await
            .unwrap()
            .versions
            .figures
    }

    #[test]
    fn a_long_body_is_compressed_and_a_short_one_is_not() {
        let json = "[1,2,3]".repeat(1_000).into_bytes();
        let gzip = compressed(&json).unwrap();
        let mut inflated = Vec::new();
        flate2::read::GzDecoder::new(&gzip[..])
            .read_to_end(&mut inflated)
            .unwrap();
        assert_eq!(inflated, json);
        assert_eq!(compressed(b"[]"), None);
    }

    #[tokio::test]
    async fn an_answer_is_written_on_another_thread_than_the_one_that_asks() {
        let question = question();
        let answer = fixtures::watched(question.report);
        let value: Arc<dyn Answer> = answer.clone();
        let versions = of(1).versions;
        let document = Document::of(Versioned { versions, value }, &question).await;
        answer.assert_was_elsewhere();
        assert!(document.gzip.is_some(), "compressed with it");
    }

    #[tokio::test(start_paused = true)]
    async fn a_burst_of_equal_questions_is_computed_once() {
        let memory = ReportMemory::new(1_000_000);
        let computed = Cell::new(0);
        let question = || async {
            version_of(&memory, 1, async || {
                computed.set(computed.get() + 1);
                sleep(Duration::from_millis(5)).await;
                Ok(of(1))
            })
            .await
        };
        let burst = join_all((0..20).map(|_| question())).await;
        assert_eq!((burst, computed.get()), (vec![1; 20], 1));
        question().await;
        assert_eq!(computed.get(), 1, "remembered");
    }

    #[tokio::test(start_paused = true)]
    async fn who_knows_a_newer_version_gets_it() {
        let memory = ReportMemory::new(1_000_000);
        let slow_and_old = version_of(&memory, 1, async || {
            sleep(Duration::from_millis(20)).await;
            Ok(of(1))
        });
        let knows_more = async {
            sleep(Duration::from_millis(5)).await;
            version_of(&memory, 2, async || Ok(of(2))).await
        };
        assert_eq!(futures_util::join!(slow_and_old, knows_more), (1, 2));
        assert_eq!(version_of(&memory, 1, async || Ok(of(3))).await, 2, "newer serves too");
    }

    #[tokio::test]
    async fn a_database_that_is_behind_is_asked_twice_at_most() {
        let memory = ReportMemory::new(1_000_000);
        let computed = Cell::new(0);
        let version = version_of(&memory, 500, async || {
            computed.set(computed.get() + 1);
            Ok(of(498))
        });
        assert_eq!((version.await, computed.get()), (498, 2));
    }

    #[test]
    fn an_answer_is_as_new_as_what_was_known_while_its_figures_are() {
        let answer = of(10);
        let known = |data, figures| Versions {
            data,
            figures,
            access: data,
        };
        assert_eq!(answer.data_version(known(20, 10)), 20);
        assert_eq!(answer.data_version(known(35, 10)), 35, "others signed in");
        assert_eq!(answer.data_version(known(12, 9)), 20, "not all was heard of yet");
        assert_eq!(answer.data_version(known(35, 11)), 20, "a database that is behind");
    }

    #[test]
    fn whoever_sees_the_same_asks_the_same() {
        let seen = |ids: [u128; 2]| {
            let ids = ids.map(|id| ProductionId(Uuid::from_u128(id)));
            let mut question = question();
            question.scope.visible = Visible::Only(ids.into());
            question.tag(1, Format::Json)
        };
        assert_eq!(seen([1, 2]), seen([2, 1]));
        assert_ne!(seen([1, 2]), seen([1, 3]));
    }

    #[tokio::test]
    async fn a_failure_is_not_remembered() {
        let memory = ReportMemory::new(1_000_000);
        let failure = || Err(StorageError::unavailable("gone").into());
        let failed = memory.outcome(&question(), 1, async || failure()).await;
        assert!(failed.is_err());
        assert_eq!(version_of(&memory, 1, async || Ok(of(1))).await, 1);
    }

    #[tokio::test]
    async fn a_memory_of_nothing_computes_each_time() {
        let memory = ReportMemory::new(0);
        assert_eq!(version_of(&memory, 1, async || Ok(of(5))).await, 5);
        assert_eq!(version_of(&memory, 1, async || Ok(of(6))).await, 6);
    }
}
