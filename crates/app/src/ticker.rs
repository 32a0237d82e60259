//! Has done what is due: the scheduler is asked again and again, and at once when something came to be due.

use std::future::Future;
use std::sync::Arc;

use ports::causes::Causes;
use ports::driven::{Change, StorageError, Subscription, Topic};
use ports::driving::Scheduler;
use tokio::sync::{Notify, watch};
use tokio::time::{Duration, timeout};

/// How often it is asked without anything being told.
const ASK_EVERY: Duration = Duration::from_secs(5);

/// Asks until `stop` is said, and ends what is under way.
pub(crate) async fn run(
    scheduler: Arc<dyn Scheduler>,
    mut changes: Box<dyn Subscription>,
    stop: watch::Receiver<bool>,
) {
    let (due, to_send, to_keep_up) = (Notify::new(), Notify::new(), Notify::new());
    let runs = again_and_again("Schedules", &due, stop.clone(), async || {
        let ran = scheduler.run_due().await;
        // There may be something to send now, which was announced before somebody looked for it.
        to_send.notify_one();
        to_keep_up.notify_one();
        ran
    });
    let deliveries = again_and_again("Deliveries", &to_send, stop.clone(), async || {
        scheduler.deliver_due().await
    });
    let mut stopped = stop.clone();
    // It is not waited for: what breaks off here is taken over by another server, or by the next.
    let upkeep = async {
        tokio::select! {
            () = again_and_again("Upkeep", &to_keep_up, stop, async || scheduler.keep_up().await) => {}
            _ = stopped.wait_for(|stop| *stop) => {}
        }
    };
    let listening = async {
        loop {
            match changes.next().await {
                // A snapshot has its production looked at.
                Change::Committed {
                    topic: Topic::Schedule | Topic::Snapshot(_),
                    ..
                } => due.notify_one(),
                Change::Committed {
                    topic: Topic::Delivery, ..
                } => to_send.notify_one(),
                Change::Committed { .. } => {}
                Change::Missed => {
                    due.notify_one();
                    to_send.notify_one();
                }
            }
        }
    };
    tokio::select! {
        ((), (), ()) = async { tokio::join!(runs, deliveries, upkeep) } => {}
        () = listening => {}
    }
}

/// Does something when it is woken, and at least every few seconds. A database that is away is told once, and waited for.
async fn again_and_again<F>(what: &str, woken: &Notify, mut stop: watch::Receiver<bool>, mut work: impl FnMut() -> F)
where
    F: Future<Output = Result<(), StorageError>>,
{
    let mut fails = false;
    while !*stop.borrow() {
        match work().await {
            Ok(()) if fails => {
                fails = false;
                tracing::info!("{what} go on.");
            }
            Err(error) if !fails => {
                fails = true;
                tracing::warn!(error = %Causes(&error), "{what} have to wait for the database.");
            }
            Ok(()) | Err(_) => {}
        }
        // Not at once where it fails: what it did before it failed may have woken it.
        let woken = async {
            if fails {
                std::future::pending::<()>().await;
            }
            woken.notified().await;
        };
        tokio::select! {
            _ = timeout(ASK_EVERY, woken) => {}
            // An error means that the sender is gone: time to stop as well.
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use async_trait::async_trait;
    use tokio::time::Instant;

    use super::*;

    /// Fails for the first minute.
    struct Away {
        began: Instant,
        went_well: AtomicUsize,
    }

    #[async_trait]
    impl Scheduler for Away {
        async fn run_due(&self) -> Result<(), StorageError> {
            if self.began.elapsed() < Duration::from_mins(1) {
                return Err(StorageError::unavailable("away"));
            }
            self.went_well.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }

        async fn deliver_due(&self) -> Result<(), StorageError> {
            Ok(())
        }

        async fn keep_up(&self) -> Result<(), StorageError> {
            // For hours.
            std::future::pending().await
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
    async fn schedules_go_on_when_the_database_is_back() {
        let away = Arc::new(Away {
            began: Instant::now(),
            went_well: AtomicUsize::new(0),
        });
        let (stop, stopped) = watch::channel(false);
        let running = run(away.clone(), Box::new(Silence), stopped);
        let stopping = async {
            tokio::time::sleep(Duration::from_secs(90)).await;
            stop.send(true).unwrap();
        };
        tokio::join!(running, stopping);
        assert!(away.went_well.load(Ordering::SeqCst) >= 5);
    }
}
