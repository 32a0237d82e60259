use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use ports::driven::{Authenticated, TokenDigest};

/// How long a token is trusted without a query, whatever was announced.
const TRUST_FOR: TimeDelta = TimeDelta::seconds(1);
/// From this age on, one request refreshes the entry while others still trust it, so that they do not all query at once.
const REFRESH_AFTER: TimeDelta = TimeDelta::milliseconds(500);
/// More tokens than are in use at once; beyond, entries that are no longer fresh are evicted.
const CAPACITY: usize = 10_000;

/// Whom tokens belong to, as of the version of access in which they were looked up. Any change of access expires every entry,
/// so no list of which change concerns which token has to be kept; changes of other kinds expire none.
#[derive(Default)]
pub(super) struct TokenCache(Mutex<HashMap<TokenDigest, Entry>>);

struct Entry {
    authenticated: Authenticated,
    as_of: AsOf,
    /// One request is looking it up again.
    refreshing: bool,
}

/// A state of the data, and when it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AsOf {
    /// The version of access that was known before the query.
    pub(super) access_version: i64,
    /// The time before the query.
    pub(super) at: DateTime<Utc>,
}

impl AsOf {
    fn is_fresh(self, earlier: Self) -> bool {
        let age = self.at - earlier.at;
        self.access_version == earlier.access_version && age >= TimeDelta::zero() && age < TRUST_FOR
    }
}

impl TokenCache {
    /// Whom this token belongs to, if the entry is fresh; else the caller queries, and calls [`Self::insert`].
    pub(super) fn find(&self, token: &TokenDigest, now: AsOf) -> Option<Authenticated> {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.get_mut(token).filter(|entry| now.is_fresh(entry.as_of))?;
        if !entry.refreshing && now.at - entry.as_of.at >= REFRESH_AFTER {
            entry.refreshing = true;
            return None;
        }
        Some(entry.authenticated.clone())
    }

    /// Stores what was found for a token that was looked up at `as_of`.
    pub(super) fn insert(&self, token: TokenDigest, found: Option<&Authenticated>, as_of: AsOf) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(authenticated) = found.cloned() else {
            entries.remove(&token);
            return;
        };
        if entries.len() >= CAPACITY {
            entries.retain(|_, entry| as_of.is_fresh(entry.as_of));
        }
        if entries.len() < CAPACITY {
            let entry = Entry {
                authenticated,
                as_of,
                refreshing: false,
            };
            entries.insert(token, entry);
        }
    }
}
