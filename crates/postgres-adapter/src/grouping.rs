//! Rows of one statement about many things.

use std::collections::HashMap;
use std::hash::Hash;

/// Rows by a key, mostly the production, each in the order in which it came.
pub(crate) fn grouped<R, K: Eq + Hash>(rows: Vec<R>, key: impl Fn(&R) -> K) -> HashMap<K, Vec<R>> {
    let mut groups = HashMap::<K, Vec<R>>::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
