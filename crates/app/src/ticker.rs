//! Has done what is due: the scheduler is asked again and again, and at once when something came to be due.

use std::sync::Arc;

use ports::driven::{Change, Subscription, Topic};
use ports::driving::Scheduler;
use tokio::sync::{Notify, watch};
use tokio::time::Duration;

use crate::repeating::repeat;

/// How often it is asked without anything being told.
const ASK_EVERY: Duration = Duration::from_secs(5);

/// Asks until `stop` is said, and ends what is under way.
pub(crate) async fn run(
    scheduler: Arc<dyn Scheduler>,
    mut changes: Box<dyn Subscription>,
    stop: watch::Receiver<bool>,
) {
    let (due, to_send, to_keep_up) = (Notify::new(), Notify::new(), Notify::new());
    let runs = repeat("Schedules", ASK_EVERY, &due, stop.clone(), async || {
        let ran = scheduler.run_due().await;
        // There may be something to send now, which was announced before somebody looked for it.
        to_send.notify_one();
        to_keep_up.notify_one();
        ran
    });
    let deliveries = repeat("Deliveries", ASK_EVERY, &to_send, stop.clone(), async || {
        scheduler.deliver_due().await
    });
    let mut stopped = stop.clone();
    // It is not waited for: what breaks off here is taken over by another server, or by the next.
    let upkeep = async {
        tokio::select! {
            () = repeat("Upkeep", ASK_EVERY, &to_keep_up, stop, async || scheduler.keep_up().await) => {}
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use async_trait::async_trait;
    use ports::driven::StorageError;
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
