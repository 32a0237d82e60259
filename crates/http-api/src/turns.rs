use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::shares::Holder;

/// A few turns at a time, and one for each holder. Clones share them.
#[derive(Debug, Clone)]
pub(crate) struct Turns<K> {
    seats: Arc<Semaphore>,
    holders: Arc<Mutex<HashMap<K, Weak<Semaphore>>>>,
}

/// Somebody's turn, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    _seat: OwnedSemaphorePermit,
    _own: OwnedSemaphorePermit,
}

impl<K: Holder> Turns<K> {
    /// So many at a time.
    pub(crate) fn new(seats: usize) -> Self {
        Self {
            seats: Arc::new(Semaphore::new(seats)),
            holders: Arc::new(Mutex::new(HashMap::new())),
        }
    }

    /// Waits for a turn, but not longer than `patience`. Whoever has one waits for the end of it before anybody else waits
    /// for them.
    pub(crate) async fn turn(&self, holder: K, patience: Duration) -> Option<Turn> {
        let own = self.of(holder);
        let turn = async {
            let own = own.acquire_owned().await.expect("never closed");
            let seat = Arc::clone(&self.seats).acquire_owned().await.expect("never closed");
            Turn { _seat: seat, _own: own }
        };
        tokio::time::timeout(patience, turn).await.ok()
    }

    fn of(&self, holder: K) -> Arc<Semaphore> {
        let mut holders = self.holders.lock().unwrap_or_else(PoisonError::into_inner);
        holders.retain(|_, own| own.strong_count() > 0);
        if let Some(own) = holders.get(&holder).and_then(Weak::upgrade) {
            return own;
        }
        let own = Arc::new(Semaphore::new(1));
        holders.insert(holder, Arc::downgrade(&own));
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(10);

    #[actix_web::test]
    async fn one_turn_for_each_and_a_few_in_all() {
        let turns = Turns::new(2);
        let first = turns.turn("a", SOON).await.unwrap();
        assert!(turns.turn("a", SOON).await.is_none(), "one for each");
        let second = turns.turn("b", SOON).await.unwrap();
        assert!(turns.turn("c", SOON).await.is_none(), "two in all");
        let waiting = turns.turn("a", Duration::from_mins(1));
        drop(first);
        assert!(waiting.await.is_some());
        drop(second);
        assert!(turns.turn("c", SOON).await.is_some());
        assert_eq!(turns.holders.lock().unwrap().len(), 1, "those who left are forgotten");
    }
}
