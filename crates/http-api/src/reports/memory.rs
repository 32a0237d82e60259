use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::HeaderValue;
use chrono::NaiveDate;
use moka::future::Cache;
use ports::driven::ReportScope;
use ports::driving::{Question, ReportError};

use super::answer::Answer;

/// Answers that nobody asked for so long go.
const IDLE: Duration = Duration::from_mins(10);
/// Bytes that an entry takes beside its answer, roughly.
const OVERHEAD_BYTES: usize = 400;

/// What an answer follows from, besides the data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Asked {
    pub(crate) scope: ReportScope,
    pub(crate) as_of: NaiveDate,
    pub(crate) question: Question,
}

impl Asked {
    /// The tag of the answer to this at a data version, in one format: weak, as it is of the meaning and not the bytes.
    /// Another release may write the same otherwise, so its version counts too.
    pub(crate) fn tag(&self, data_version: i64, format: impl Hash) -> HeaderValue {
        let mut hasher = DefaultHasher::new();
        (self, env!("CARGO_PKG_VERSION"), format).hash(&mut hasher);
        let tag = format!("W/\"{data_version}-{:016x}\"", hasher.finish());
        HeaderValue::try_from(tag).expect("a tag is digits and letters")
    }
}

type Outcome = Result<Arc<Answer>, ReportError>;

/// Finished answers, the least asked for going first where they take too much memory. One memory serves all threads.
pub struct ReportMemory {
    /// `None`: nothing is remembered.
    answers: Option<Cache<Asked, Outcome>>,
}

impl ReportMemory {
    /// Remembers at most so many bytes of answers; 0 remembers none.
    pub fn new(max_bytes: u64) -> Self {
        let weigh = |_: &Asked, outcome: &Outcome| {
            let answer = outcome.as_ref().map_or(0, |answer| answer.size_bytes());
            u32::try_from(answer + OVERHEAD_BYTES).unwrap_or(u32::MAX)
        };
        let cache = || {
            Cache::builder()
                .max_capacity(max_bytes)
                .weigher(weigh)
                .time_to_idle(IDLE)
                .build()
        };
        Self {
            answers: (max_bytes > 0).then(cache),
        }
    }

    /// The answer of `version` or a newer one: as remembered, else by `compute`. Of many who miss the same answer at
    /// once, one computes for all.
    pub(super) async fn answer(&self, asked: &Asked, version: i64, compute: impl AsyncFn() -> Outcome) -> Outcome {
        let Some(answers) = &self.answers else {
            return compute().await;
        };
        if let Some(known) = answers.get(asked).await.filter(|known| serves(known, version)) {
            return known;
        }
        // Whoever waits for another's computation gets what that one read, which may be older than what this one must
        // not miss. The second then began after this question, and is the newest there is, whatever version that has:
        // a database that was restored, or a replica, may be behind what was heard of.
        let compute = || async {
            let outcome = answers
                .entry_by_ref(asked)
                .or_insert_with_if(compute(), |known| !serves(known, version));
            outcome.await.into_value()
        };
        match compute().await {
            outcome if outcome.is_err() || serves(&outcome, version) => outcome,
            _ => compute().await,
        }
    }
}

/// Whether this answers a question of `version`. A failure answers those who waited for it, and nobody later.
fn serves(outcome: &Outcome, version: i64) -> bool {
    outcome.as_ref().is_ok_and(|answer| answer.data_version >= version)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use actix_web::rt::time::sleep;
    use futures_util::future::join_all;

    use super::*;

    fn asked() -> Asked {
        Asked {
            scope: ReportScope::default(),
            as_of: "2026-11-20".parse().unwrap(),
            question: Question::Revenue,
        }
    }

    fn of(data_version: i64) -> Arc<Answer> {
        let tag = HeaderValue::from_static("W/\"0\"");
        Arc::new(Answer::new(data_version, tag, b"{}".to_vec()))
    }

    async fn version_of(memory: &ReportMemory, version: i64, compute: impl AsyncFn() -> Outcome) -> i64 {
        memory.answer(&asked(), version, compute).await.unwrap().data_version
    }

    #[actix_web::test]
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

    #[actix_web::test]
    async fn whoever_knows_a_newer_version_does_not_get_what_others_wait_for() {
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

    #[actix_web::test]
    async fn a_database_that_is_behind_is_asked_twice_at_most() {
        let memory = ReportMemory::new(1_000_000);
        let computed = Cell::new(0);
        let version = version_of(&memory, 500, async || {
            computed.set(computed.get() + 1);
            Ok(of(498))
        });
        assert_eq!((version.await, computed.get()), (498, 2));
    }

    #[actix_web::test]
    async fn a_failure_is_not_remembered() {
        let memory = ReportMemory::new(1_000_000);
        let failed = memory.answer(&asked(), 1, async || Err(ReportError::EmptyRange)).await;
        assert!(failed.is_err());
        assert_eq!(version_of(&memory, 1, async || Ok(of(1))).await, 1);
    }

    #[actix_web::test]
    async fn a_memory_of_nothing_computes_each_time() {
        let memory = ReportMemory::new(0);
        assert_eq!(version_of(&memory, 1, async || Ok(of(5))).await, 5);
        assert_eq!(version_of(&memory, 1, async || Ok(of(6))).await, 6);
    }

    #[test]
    fn a_tag_is_of_version_scope_parameters_and_format() {
        let tag = asked().tag(7, "json");
        assert!(tag.as_bytes().starts_with(b"W/\"7-"), "{tag:?}");
        assert_eq!(tag, asked().tag(7, "json"));
        let everything = ReportScope {
            include_inactive: true,
            ..ReportScope::default()
        };
        let others = [
            asked().tag(8, "json"),
            asked().tag(7, "csv"),
            Asked {
                scope: everything,
                ..asked()
            }
            .tag(7, "json"),
            Asked {
                question: Question::BreakEven,
                ..asked()
            }
            .tag(7, "json"),
            Asked {
                as_of: "2026-11-21".parse().unwrap(),
                ..asked()
            }
            .tag(7, "json"),
        ];
        assert!(!others.contains(&tag));
    }
}
