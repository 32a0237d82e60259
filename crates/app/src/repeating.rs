//! What is done again and again for as long as the program runs.

use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use ports::causes::Causes;
use ports::driven::StorageError;
use tokio::sync::{Notify, watch};
use tokio::time::{Duration, timeout};

/// Does something when it is woken, and at least that often, until `stop` is said. A database that is away is told once, and
/// waited for; a panic ends its round only.
pub(crate) async fn repeat<F>(
    what: &str,
    every: Duration,
    woken: &Notify,
    mut stop: watch::Receiver<bool>,
    mut work: impl FnMut() -> F,
) where
    F: Future<Output = Result<(), StorageError>>,
{
    let mut fails = false;
    while !*stop.borrow() {
        let round = contained(what, work()).await;
        match &round {
            Some(Ok(())) if fails => tracing::info!("{what} go on."),
            Some(Err(error)) if !fails => {
                tracing::warn!(error = %Causes(error), "{what} have to wait for the database.");
            }
            _ => {}
        }
        fails = !matches!(round, Some(Ok(())));
        // Not at once where it fails: what it did before it failed may have woken it.
        let woken = async {
            if fails {
                std::future::pending::<()>().await;
            }
            woken.notified().await;
        };
        tokio::select! {
            _ = timeout(every, woken) => {}
            // An error means that the sender is gone: time to stop as well.
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// What comes of a round; `None` of one that panicked, which leaves what it was at to the lease that it holds.
pub(crate) async fn contained<T>(what: &str, round: impl Future<Output = T>) -> Option<T> {
    let done = AssertUnwindSafe(round).catch_unwind().await;
    if done.is_err() {
        tracing::error!("{what}: a round panicked; the next one goes on.");
    }
    done.ok()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const EVERY: Duration = Duration::from_secs(5);

    #[tokio::test(start_paused = true)]
    async fn rounds_go_on_after_a_panic_and_after_a_failure() {
        let (stop, stopped) = watch::channel(false);
        let (rounds, woken) = (Cell::new(0), Notify::new());
        let running = repeat("Rounds", EVERY, &woken, stopped, async || {
            rounds.set(rounds.get() + 1);
            // What fails is not done again at once, though it woke itself.
            woken.notify_one();
            match rounds.get() {
                1 => panic!("a bug"),
                2 => Err(StorageError::unavailable("away")),
                _ => Ok(()),
            }
        });
        let stopping = async {
            tokio::time::sleep(EVERY + Duration::from_secs(4)).await;
            assert_eq!(rounds.get(), 2);
            stop.send(true).unwrap();
        };
        tokio::join!(running, stopping);
    }
}
