#![doc = include_str!("../README.md")]

mod calls;
mod matching;
mod reading;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::market::Trouble;
use ports::driven::{Clock, Kopis, MarketStore, StorageError};

use crate::calls::Calls;
use crate::matching::Searches;

/// How KOPIS is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarketTerms {
    /// Calls of a day in Seoul.
    pub budget: u32,
    /// From one call to the next.
    pub pause: Duration,
    /// How far back bookings are read.
    pub history_days: u32,
}

/// Reads the market, and matches productions with its shows.
pub struct Market {
    store: Arc<dyn MarketStore>,
    clock: Arc<dyn Clock>,
    terms: MarketTerms,
    /// `None` without a key: then nothing is read.
    calls: Option<Calls>,
    searches: Searches,
}

impl Market {
    /// Over this storage. Without KOPIS nothing is read, and what was read before stays.
    pub fn new(
        kopis: Option<Arc<dyn Kopis>>,
        store: Arc<dyn MarketStore>,
        clock: Arc<dyn Clock>,
        terms: MarketTerms,
    ) -> Self {
        let calls = kopis.map(|kopis| Calls::new(kopis, store.clone(), clock.clone(), terms));
        Self {
            store,
            clock,
            terms,
            calls,
            searches: Searches::default(),
        }
    }

    /// The day in Seoul.
    fn today(&self) -> NaiveDate {
        in_kst(self.clock.now()).date_naive()
    }
}

/// Why no more is asked.
#[derive(Debug)]
enum Stop {
    /// KOPIS does not give what is asked, and why.
    Trouble(Trouble, String),
    /// Storage failed.
    Storage(StorageError),
}

impl From<StorageError> for Stop {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
