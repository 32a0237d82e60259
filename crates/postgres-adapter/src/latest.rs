//! The newest data version that this server has heard of.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The greatest version that was read from the database; it never goes down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latest(Arc<AtomicI64>);

impl Latest {
    pub(crate) fn hear(&self, version: i64) {
        self.0.fetch_max(version, Ordering::AcqRel);
    }

    pub(crate) fn get(&self) -> i64 {
        self.0.load(Ordering::Acquire)
    }
}
