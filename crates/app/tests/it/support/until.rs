//! Waiting for conditions instead of for time to pass.

use std::time::{Duration, Instant};

/// Long enough for anything that is to happen at all on a busy machine.
pub(crate) const MINUTE: Duration = Duration::from_mins(1);
/// What is announced has come by then, however busy the machine is: it takes milliseconds, and a second is promised. What is
/// only looked at from time to time comes later.
pub(crate) const SOON: Duration = Duration::from_secs(5);
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
