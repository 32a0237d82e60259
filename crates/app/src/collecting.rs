//! Has figures collected: times are claimed and folders looked into again and again, and runs are taken at once when they
//! come to be.

use std::sync::Arc;

use futures_util::future::join_all;
use ports::causes::Causes;
use ports::driven::{Change, Subscription, Topic};
use ports::driving::collection::Collecting;
use tokio::sync::{Notify, watch};
use tokio::time::Duration;

use crate::repeating::{contained, repeat};

/// How often folders are looked into: network folders tell nobody of anything.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Runs that this process works on at a time: a slow site keeps no folder waiting.
const WORKERS: usize = 3;
/// How often what is old is forgotten.
const TIDY_EVERY: Duration = Duration::from_hours(1);
/// For the first time again: what a server left that was killed just before this one began is spared at first.
const TIDY_SOON: Duration = Duration::from_mins(2);

/// Collects until `stop` is said. What is under way is broken off: whoever takes it over does it again, with the effect of
/// once.
pub(crate) async fn run(
    collecting: Arc<dyn Collecting>,
    mut changes: Box<dyn Subscription>,
    stop: watch::Receiver<bool>,
) {
    let mut stopped = stop.clone();
    let woken: [Notify; WORKERS] = std::array::from_fn(|_| Notify::new());
    let wake_all = || woken.iter().for_each(Notify::notify_one);
    let quiet = Notify::new();
    let looking = repeat("Sources", LOOK_EVERY, &quiet, stop.clone(), async || {
        let claimed = collecting.claim_due().await;
        // What was announced before somebody looked for it.
        wake_all();
        claimed
    });
    let workers = async {
        let work = async || collecting.work().await;
        join_all(
            woken
                .iter()
                .map(|woken| repeat("Runs of sources", LOOK_EVERY, woken, stop.clone(), work)),
        )
        .await;
    };
    let tidying = async {
        let mut pause = TIDY_SOON;
        loop {
            if let Some(Err(error)) = contained("Collection", collecting.tidy()).await {
                tracing::warn!(error = %Causes(&error), "What is old of collection could not be forgotten.");
            }
            tokio::time::sleep(pause).await;
            pause = TIDY_EVERY;
        }
    };
    let listening = async {
        loop {
            match changes.next().await {
                Change::Committed {
                    topic: Topic::Collection(_),
                    ..
                }
                | Change::Missed => wake_all(),
                Change::Committed { .. } => {}
            }
        }
    };
    let all = async {
        tokio::join!(looking, workers, tidying, listening);
    };
    tokio::select! {
        () = all => {}
        // An error means that the sender is gone: time to stop as well.
        _ = stopped.wait_for(|stop| *stop) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use async_trait::async_trait;
    use ports::driven::StorageError;

    use super::*;

    #[derive(Default)]
    struct Counting {
        claimed: AtomicUsize,
        worked: AtomicUsize,
        tidied: AtomicUsize,
    }

    #[async_trait]
    impl Collecting for Counting {
        async fn claim_due(&self) -> Result<(), StorageError> {
            let times = self.claimed.fetch_add(1, Ordering::SeqCst);
            if times < 3 {
                return Err(StorageError::unavailable("away"));
            }
            Ok(())
        }

        async fn work(&self) -> Result<(), StorageError> {
            if self.worked.fetch_add(1, Ordering::SeqCst) == 0 {
                // A site that never answers.
                std::future::pending::<()>().await;
            }
            Ok(())
        }

        async fn tidy(&self) -> Result<(), StorageError> {
            self.tidied.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }
    }

    struct Silence;

    #[async_trait]
    impl Subscription for Silence {
        async fn next(&mut self) -> Change {
            std::future::pending().await
        }
    }

    #[tokio::test(start_paused = true)]
    async fn folders_are_looked_into_whatever_a_site_does_and_until_it_is_told_to_stop() {
        let counting = Arc::new(Counting::default());
        let (stop, stopped) = watch::channel(false);
        let running = run(counting.clone(), Box::new(Silence), stopped);
        let stopping = async {
            tokio::time::sleep(Duration::from_secs(61)).await;
            stop.send(true).unwrap();
        };
        tokio::join!(running, stopping);
        assert!(counting.claimed.load(Ordering::SeqCst) >= 12);
        assert!(counting.worked.load(Ordering::SeqCst) >= 24);
        assert_eq!(counting.tidied.load(Ordering::SeqCst), 1);
    }
}
