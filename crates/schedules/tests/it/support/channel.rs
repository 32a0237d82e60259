use std::collections::BTreeMap;
use std::sync::Mutex;

use async_trait::async_trait;
use ports::driven::{Channel, Parcel, Receipt, SendFailure};
use tokio::task::yield_now;
use uuid::Uuid;

/// A channel that remembers what was sent, and fails as it is told.
#[derive(Default)]
pub(crate) struct TestChannel {
    sent: Mutex<BTreeMap<Uuid, Vec<Parcel>>>,
    failures: Mutex<Vec<SendFailure>>,
    /// How many go well before the next failure.
    until_failure: Mutex<usize>,
}

impl TestChannel {
    /// What was sent of each delivery, one after the other.
    pub(crate) fn sent(&self) -> BTreeMap<Uuid, Vec<Parcel>> {
        self.sent.lock().unwrap().clone()
    }

    /// The next attempts fail like this, the last first.
    pub(crate) fn fail(&self, failures: impl IntoIterator<Item = SendFailure>) {
        self.failures.lock().unwrap().extend(failures);
    }

    /// So many attempts go well, and the next one fails like this.
    pub(crate) fn fail_after(&self, good: usize, failure: SendFailure) {
        *self.until_failure.lock().unwrap() = good;
        self.fail([failure]);
    }

    /// All goes well from now on.
    pub(crate) fn stop_failing(&self) {
        self.failures.lock().unwrap().clear();
    }

    fn next_failure(&self) -> Option<SendFailure> {
        let mut good = self.until_failure.lock().unwrap();
        if *good > 0 {
            *good -= 1;
            return None;
        }
        self.failures.lock().unwrap().pop()
    }
}

#[async_trait]
impl Channel for TestChannel {
    async fn send(&self, id: Uuid, parcel: &Parcel) -> Result<Receipt, SendFailure> {
        // Whoever sends may end before the other side has it, and after.
        yield_now().await;
        if let Some(failure) = self.next_failure() {
            return Err(failure);
        }
        self.sent.lock().unwrap().entry(id).or_default().push(parcel.clone());
        yield_now().await;
        Ok(Receipt::default())
    }
}
