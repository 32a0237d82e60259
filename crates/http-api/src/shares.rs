use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Something of which there is so much, and so much for each holder: connections of a network, bytes of a user. Clones
/// share it.
#[derive(Debug)]
pub struct Shares<K: Holder>(Arc<Inner<K>>);

/// Who holds a share.
pub trait Holder: Copy + Eq + Hash {}

impl<K: Copy + Eq + Hash> Holder for K {}

#[derive(Debug)]
struct Inner<K> {
    in_all: u64,
    each: u64,
    held: Mutex<Held<K>>,
}

#[derive(Debug)]
struct Held<K> {
    in_all: u64,
    by: HashMap<K, u64>,
}

/// What one holder holds, until it is dropped.
#[derive(Debug)]
pub struct Share<K: Holder> {
    shares: Shares<K>,
    holder: K,
    amount: u64,
}

impl<K: Holder> Shares<K> {
    /// So much in all, and for each holder.
    pub fn new(in_all: u64, each: u64) -> Self {
        Self(Arc::new(Inner {
            in_all,
            each,
            held: Mutex::new(Held {
                in_all: 0,
                by: HashMap::new(),
            }),
        }))
    }

    /// So much for `holder`; `None` when that is more than there is left.
    pub fn take(&self, holder: K, amount: u64) -> Option<Share<K>> {
        let mut share = Share {
            shares: self.clone(),
            holder,
            amount: 0,
        };
        share.grow(amount).then_some(share)
    }

    /// How much is held by all.
    pub fn held(&self) -> u64 {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner).in_all
    }
}

impl<K: Holder> Clone for Shares<K> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: Holder> Share<K> {
    /// Holds so much more; `false`, and nothing more is held, when there is not so much left.
    pub fn grow(&mut self, by: u64) -> bool {
        let Inner { in_all, each, held } = &*self.shares.0;
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        let own = held.by.get(&self.holder).copied().unwrap_or_default();
        if held.in_all.saturating_add(by) > *in_all || own.saturating_add(by) > *each {
            return false;
        }
        held.in_all += by;
        held.by.insert(self.holder, own + by);
        self.amount += by;
        true
    }

    /// How much is held.
    pub fn amount(&self) -> u64 {
        self.amount
    }
}

impl<K: Holder> Drop for Share<K> {
    fn drop(&mut self) {
        let mut held = self.shares.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.in_all -= self.amount;
        let left = held.by.get(&self.holder).copied().unwrap_or_default() - self.amount;
        if left == 0 {
            held.by.remove(&self.holder);
        } else {
            held.by.insert(self.holder, left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_takes_more_than_one_share_and_all_together_not_more_than_there_is() {
        let shares = Shares::new(10, 4);
        let mut first = shares.take("a", 3).unwrap();
        assert!(shares.take("a", 2).is_none());
        assert!(!first.grow(2));
        assert!(first.grow(1));
        assert_eq!(first.amount(), 4);
        let others = [shares.take("b", 4).unwrap(), shares.take("c", 2).unwrap()];
        assert!(shares.take("d", 1).is_none());
        drop(first);
        assert!(shares.take("a", 4).is_some());
        drop(others);
        assert!(
            shares.0.held.lock().unwrap().by.is_empty(),
            "nothing is left of those who left"
        );
    }
}
