//! Waiting for conditions instead of for time to pass.

use std::time::{Duration, Instant};

/// Long enough for anything that is to happen at all on a busy machine.
pub(crate) const MINUTE: Duration = Duration::from_mins(1);
/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Asks `probe` until it answers; panics when `what` has not happened within `patience`.
pub(crate) async fn until<T>(what: &str, patience: Duration, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(answer) = probe().await {
            return answer;
        }
        assert!(started.elapsed() < patience, "not within {patience:?}: {what}");
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
