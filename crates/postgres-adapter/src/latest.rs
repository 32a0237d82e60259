//! The newest versions that this server has heard of.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ports::driven::Versions;

/// The greatest versions that were read from the database; they never go down. They are taken note of together, so whoever
/// knows a data version knows the figures and access of it, or newer ones. And by which database they are told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Latest(Arc<Mutex<Heard>>);

#[derive(Debug, Default)]
struct Heard {
    versions: Versions,
    channel: Arc<str>,
}

impl Latest {
    pub(crate) fn hear(&self, versions: Versions) {
        let mut heard = self.heard();
        heard.versions = heard.versions.newest(versions);
    }

    /// Takes note of where changes are announced, which tells one database from another.
    pub(crate) fn listens_to(&self, channel: &str) {
        self.heard().channel = channel.into();
    }

    pub(crate) fn get(&self) -> Versions {
        self.heard().versions
    }

    /// Where changes are announced.
    pub(crate) fn channel(&self) -> Arc<str> {
        Arc::clone(&self.heard().channel)
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
