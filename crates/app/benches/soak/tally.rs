//! What was answered, and what was wrong.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Faults that are printed.
const PRINTED: usize = 20;

/// Counts of everything that was asked.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) uploads: AtomicU64,
    pub(crate) reports: AtomicU64,
    /// Reports that servers read from the replica.
    pub(crate) replica_reads: AtomicU64,
    unavailable: AtomicU64,
    cut_off: AtomicU64,
    faults: AtomicU64,
    wrong: Mutex<Vec<String>>,
}

impl Tally {
    /// Nobody answered: whoever was asked was killed.
    pub(crate) fn cut_off(&self) {
        self.cut_off.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes note of a status; whether there is an answer to look at.
    pub(crate) fn answered(&self, what: &str, status: u16) -> bool {
        match status {
            503 => {
                self.unavailable.fetch_add(1, Ordering::Relaxed);
                false
            }
            500.. => {
                self.faults.fetch_add(1, Ordering::Relaxed);
                self.wrong(format!("{what} was answered {status}"));
                false
            }
            200..300 => true,
            _ => {
                self.wrong(format!("{what} was answered {status}"));
                false
            }
        }
    }

    /// Something that was promised not to be.
    pub(crate) fn wrong(&self, what: String) {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.len() < PRINTED {
            println!("soak: {what}");
        }
        wrong.push(what);
    }

    /// Prints the one line; whether every promise was kept.
    pub(crate) fn verdict(&self, lasted: Duration, kills: u64) -> bool {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let (uploads, reports, from_replica) = (count(&self.uploads), count(&self.reports), count(&self.replica_reads));
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner).len();
        // A run in which nothing was tried proves nothing.
        let is_kept = wrong == 0 && kills > 0 && uploads > 0 && reports > 0 && from_replica > 0;
        let (word, end) = if is_kept {
            ("OK", "nothing lost, doubled or older than told".to_owned())
        } else {
            ("FAILS", format!("{wrong} promises broken"))
        };
        println!(
            "soak {word}: {} s, {kills} kills, {uploads} uploads, {reports} reports ({from_replica} from the replica), {} \
             answers of 503, {} of other 5xx, {} cut off: {end}",
            lasted.as_secs(),
            count(&self.unavailable),
            count(&self.faults),
            count(&self.cut_off),
        );
        is_kept
    }
}
