//! Statements that take long are told in the log: their text, without what was asked with them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::{Instrumentation, InstrumentationEvent};

/// Longest text of a statement in the log.
const MAX_CHARS: usize = 1_000;
/// What diesel writes between a statement and its values.
const VALUES: &str = " -- binds: ";

/// From when on a statement is slow: the same for all connections of a pool.
#[derive(Clone)]
pub(crate) struct Threshold(Arc<AtomicU64>);

impl Threshold {
    /// Nothing is slow.
    pub(crate) fn never() -> Self {
        Self(Arc::new(AtomicU64::new(u64::MAX)))
    }

    pub(crate) fn set(&self, threshold: Duration) {
        let ms = u64::try_from(threshold.as_millis()).unwrap_or(u64::MAX);
        self.0.store(ms, Ordering::Relaxed);
    }

    fn is_passed(&self, took: Duration) -> bool {
        took.as_millis() >= u128::from(self.0.load(Ordering::Relaxed))
    }
}

/// Measures the statements of one connection.
pub(crate) struct Stopwatch {
    threshold: Threshold,
    began: Option<Instant>,
}

impl Stopwatch {
    pub(crate) fn new(threshold: Threshold) -> Self {
        Self { threshold, began: None }
    }
}

impl Instrumentation for Stopwatch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => self.began = Some(Instant::now()),
            InstrumentationEvent::FinishQuery { query, .. } => {
                let Some(took) = self.began.take().map(|began| began.elapsed()) else {
                    return;
                };
                if self.threshold.is_passed(took) {
                    // Written out only here: that takes longer than most statements.
                    let statement = text(&query.to_string());
                    tracing::warn!(statement, ms = took.as_millis(), "A statement was slow.");
                }
            }
            _ => {}
        }
    }
}

/// A statement on one line. Its values stay out of the log: they may be anybody's name, or a secret.
fn text(query: &str) -> String {
    let statement = query.split(VALUES).next().unwrap_or_default();
    let words: Vec<&str> = statement.split_whitespace().collect();
    words.join(" ").chars().take(MAX_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use diesel::debug_query;
    use diesel::pg::Pg;
    use diesel::sql_query;
    use diesel::sql_types::Text;

    use super::*;

    #[test]
    fn a_statement_is_told_without_its_values() {
        let query = sql_query("SELECT *\n   FROM app_user\n WHERE email = $1").bind::<Text, _>("kim@example.com");
        let told = text(&debug_query::<Pg, _>(&query).to_string());
        assert_eq!(told, "SELECT * FROM app_user WHERE email = $1");
    }

    #[test]
    fn a_long_statement_is_cut() {
        assert_eq!(text(&"가 ".repeat(2_000)).chars().count(), MAX_CHARS);
    }

    #[test]
    fn nothing_is_slow_until_somebody_says_from_when_on() {
        let threshold = Threshold::never();
        assert!(!threshold.is_passed(Duration::from_hours(1)));
        threshold.clone().set(Duration::from_millis(500));
        assert!(!threshold.is_passed(Duration::from_millis(499)));
        assert!(threshold.is_passed(Duration::from_millis(500)));
    }
}
