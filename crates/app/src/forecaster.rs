//! Has forecasts made: after each snapshot those of its production, and now and then whatever is lacking.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use domain::production::ProductionId;
use ports::causes::Causes;
use ports::driven::{Change, Subscription, Topic};
use ports::driving::Forecasting;
use tokio::sync::{Notify, watch};
use tokio::time::{Duration, Instant, timeout};

use crate::repeating::contained;

/// How often what is lacking is looked for everywhere: announcements may be missed, and servers end.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// What was told and not done yet.
#[derive(Default)]
struct Told {
    productions: Mutex<BTreeSet<ProductionId>>,
    woken: Notify,
}

impl Told {
    fn add(&self, production: ProductionId) {
        self.locked().insert(production);
        self.woken.notify_one();
    }

    fn next(&self) -> Option<ProductionId> {
        self.locked().pop_first()
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, BTreeSet<ProductionId>> {
        // A set is whole whatever happened to whoever held it.
        self.productions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Has forecasts made until `stop` is said. What is being made is left: the next server makes it.
pub(crate) async fn run(
    forecasting: Arc<dyn Forecasting>,
    mut changes: Box<dyn Subscription>,
    mut stop: watch::Receiver<bool>,
) {
    let (told, missed) = (Told::default(), Notify::new());
    let listening = async {
        loop {
            match changes.next().await {
                Change::Committed {
                    topic: Topic::Snapshot(id) | Topic::LiveUploads(id),
                    ..
                } => told.add(id),
                Change::Committed { .. } => {}
                Change::Missed => missed.notify_one(),
            }
        }
    };
    tokio::select! {
        () = listening => {}
        () = making(forecasting.as_ref(), &told, &missed) => {}
        // An error means that the sender is gone: time to stop as well.
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

async fn making(forecasting: &dyn Forecasting, told: &Told, missed: &Notify) {
    let mut look_at = Instant::now();
    loop {
        let made = if look_at <= Instant::now() {
            look_at = Instant::now() + LOOK_EVERY;
            contained("Forecasts", forecasting.catch_up()).await
        } else if let Some(production) = told.next() {
            contained("Forecasts", forecasting.catch_up_on(production)).await
        } else {
            let waiting = async {
                tokio::select! {
                    () = told.woken.notified() => false,
                    () = missed.notified() => true,
                }
            };
            let left = look_at.saturating_duration_since(Instant::now());
            if timeout(left, waiting).await.unwrap_or(true) {
                look_at = Instant::now();
            }
            continue;
        };
        if let Some(Err(error)) = made {
            tracing::warn!(error = %Causes(&error), "Forecasts could not be made; they will be looked for again.");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use async_trait::async_trait;
    use ports::driven::StorageError;
    use ports::driving::Made;
    use tokio::sync::mpsc;
    use uuid::Uuid;

    use super::*;

    struct Counting {
        looked: AtomicUsize,
        made: mpsc::UnboundedSender<ProductionId>,
    }

    #[async_trait]
    impl Forecasting for Counting {
        async fn catch_up_on(&self, production: ProductionId) -> Result<Made, StorageError> {
            self.made.send(production).unwrap();
            Err(StorageError::unavailable("away"))
        }

        async fn catch_up(&self) -> Result<Made, StorageError> {
            self.looked.fetch_add(1, Ordering::SeqCst);
            Ok(Made::default())
        }

        async fn backfill(&self) -> Result<Made, StorageError> {
            unreachable!("that is for the command")
        }
    }

    struct Channel(mpsc::UnboundedReceiver<Change>);

    #[async_trait]
    impl Subscription for Channel {
        async fn next(&mut self) -> Change {
            match self.0.recv().await {
                Some(change) => change,
                None => std::future::pending().await,
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn each_production_that_is_told_of_is_looked_at_also_after_a_failure() {
        let (announce, changes) = mpsc::unbounded_channel();
        let (made, mut done) = mpsc::unbounded_channel();
        let counting = Arc::new(Counting {
            looked: AtomicUsize::new(0),
            made,
        });
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(run(counting.clone(), Box::new(Channel(changes)), stopped));
        for number in [1, 2] {
            let production = ProductionId(Uuid::from_u128(number));
            let topic = Topic::Snapshot(production);
            announce.send(Change::Committed { data_version: 1, topic }).unwrap();
            assert_eq!(done.recv().await, Some(production));
        }
        announce.send(Change::Missed).unwrap();
        tokio::time::sleep(3 * LOOK_EVERY + Duration::from_secs(1)).await;
        stop.send(true).unwrap();
        running.await.unwrap();
        assert_eq!(counting.looked.load(Ordering::SeqCst), 5);
    }
}
