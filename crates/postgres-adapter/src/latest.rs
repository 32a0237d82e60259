//! The newest versions that this server has heard of.

use std::sync::{Arc, Mutex, PoisonError};

use ports::driven::Versions;

/// The greatest versions that were read from the database; they never go down. They are taken note of together, so whoever
/// knows a data version knows the figures and access of it, or newer ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latest(Arc<Mutex<Versions>>);

impl Latest {
    pub(crate) fn hear(&self, versions: Versions) {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *latest = latest.newest(versions);
    }

    pub(crate) fn get(&self) -> Versions {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
