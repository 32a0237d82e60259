//! Old snapshots go.

use std::sync::Arc;

use domain::retention::Retention;
use ports::driven::{Clock, Evicted, SnapshotEviction, StorageError};

/// Snapshots of a transaction: it holds up uploads of its production, and reports that were remembered are computed again.
const BATCH: usize = 50;

/// Keeps no more old snapshots than is said.
pub struct Retaining {
    snapshots: Arc<dyn SnapshotEviction>,
    clock: Arc<dyn Clock>,
}

impl Retaining {
    /// Of these snapshots, by this clock.
    pub fn new(snapshots: Arc<dyn SnapshotEviction>, clock: Arc<dyn Clock>) -> Self {
        Self { snapshots, clock }
    }

    /// Removes the rows of all snapshots that need not stay, a batch of one production after the other; what broke off before
    /// is done then.
    pub async fn evict(&self, retention: Retention) -> Result<Evicted, StorageError> {
        let today = self.clock.today();
        let mut all = Evicted::default();
        for production in self.snapshots.productions_before(retention.daily_from(today)).await? {
            loop {
                let now = self.clock.now();
                let batch = self.snapshots.evict(production, retention, today, now, BATCH).await?;
                all.snapshots += batch.snapshots;
                all.rows += batch.rows;
                if batch.snapshots < BATCH as u64 {
                    break;
                }
            }
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::production::ProductionId;
    use ports::driven::{MockClock, MockSnapshotEviction};
    use uuid::Uuid;

    use super::*;

    #[tokio::test]
    async fn productions_are_gone_through_in_batches_until_one_is_not_full() {
        let today: NaiveDate = "2026-11-30".parse().unwrap();
        let mut clock = MockClock::new();
        clock.expect_today().return_const(today);
        clock.expect_now().return_const(DateTime::UNIX_EPOCH);
        let ids = [1, 2].map(|number| ProductionId(Uuid::from_u128(number)));
        let mut snapshots = MockSnapshotEviction::new();
        snapshots
            .expect_productions_before()
            .withf(|day| day.to_string() == "2025-10-26")
            .once()
            .return_once(move |_| Ok(ids.to_vec()));
        for (id, snapshots_gone) in [(ids[0], 50), (ids[0], 50), (ids[0], 0), (ids[1], 7)] {
            snapshots
                .expect_evict()
                .withf(move |production, _, day, _, most| *production == id && *day == today && *most == 50)
                .once()
                .return_once(move |_, _, _, _, _| {
                    Ok(Evicted {
                        snapshots: snapshots_gone,
                        rows: snapshots_gone * 100,
                    })
                });
        }
        let retaining = Retaining::new(Arc::new(snapshots), Arc::new(clock));
        let gone = retaining.evict(Retention::of_days(400).unwrap()).await.unwrap();
        assert_eq!(
            gone,
            Evicted {
                snapshots: 107,
                rows: 10_700
            }
        );
    }
}
