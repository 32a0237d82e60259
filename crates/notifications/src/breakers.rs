use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::delivery::CircuitBreaker;

/// A circuit breaker for each host that failed lately.
#[derive(Debug, Default)]
pub(crate) struct Breakers(Mutex<HashMap<String, CircuitBreaker>>);

impl Breakers {
    /// How long the host is left alone; `None`: one may try.
    pub(crate) fn admit(&self, host: &str, now: DateTime<Utc>) -> Option<Duration> {
        let mut breakers = self.0.lock().expect("nothing panics with the breakers in hand");
        breakers.get_mut(host)?.admit(now)?.to_std().ok()
    }

    /// How it went.
    pub(crate) fn note(&self, host: &str, is_ill: bool, now: DateTime<Utc>) {
        let mut breakers = self.0.lock().expect("nothing panics with the breakers in hand");
        if is_ill {
            breakers.entry(host.to_owned()).or_default().failed(now);
        } else {
            // One that is well is as good as one that nobody has asked yet.
            breakers.remove(host);
        }
    }
}
