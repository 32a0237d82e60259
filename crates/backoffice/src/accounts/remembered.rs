use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use ports::driven::{Authenticated, TokenDigest};

/// How long a token is believed without a look into the database, whatever was announced.
const BELIEVED: TimeDelta = TimeDelta::seconds(1);
/// From this age on, one request looks again while others still believe, so that they need not all look at once.
const DUE: TimeDelta = TimeDelta::milliseconds(500);
/// More tokens than are in use at once; beyond, those that are not believed any more go.
const MOST: usize = 10_000;

/// Whom tokens belong to, as of the data version in which it was looked up. A committed change to anything ends what is
/// remembered: no list of what may concern whom can be forgotten to be kept up.
#[derive(Default)]
pub(super) struct RememberedTokens(Mutex<HashMap<TokenDigest, Entry>>);

struct Entry {
    authenticated: Authenticated,
    as_of: AsOf,
    /// Somebody looks again.
    is_looked_for: bool,
}

/// A state of the data, and when it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AsOf {
    /// The data version that was known before the look.
    pub(super) data_version: i64,
    /// The time before the look.
    pub(super) at: DateTime<Utc>,
}

impl AsOf {
    fn believes(self, earlier: Self) -> bool {
        let age = self.at - earlier.at;
        self.data_version == earlier.data_version && age >= TimeDelta::zero() && age < BELIEVED
    }
}

impl RememberedTokens {
    /// Whom this token belongs to, when that is known well enough; else the caller is to look, and to tell by
    /// [`Self::note`].
    pub(super) fn find(&self, token: &TokenDigest, now: AsOf) -> Option<Authenticated> {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.get_mut(token).filter(|entry| now.believes(entry.as_of))?;
        if !entry.is_looked_for && now.at - entry.as_of.at >= DUE {
            entry.is_looked_for = true;
            return None;
        }
        Some(entry.authenticated.clone())
    }

    /// Keeps what was found for a token that was asked for at `as_of`.
    pub(super) fn note(&self, token: TokenDigest, found: Option<&Authenticated>, as_of: AsOf) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(authenticated) = found.cloned() else {
            entries.remove(&token);
            return;
        };
        if entries.len() >= MOST {
            entries.retain(|_, entry| as_of.believes(entry.as_of));
        }
        if entries.len() < MOST {
            let entry = Entry {
                authenticated,
                as_of,
                is_looked_for: false,
            };
            entries.insert(token, entry);
        }
    }
}
