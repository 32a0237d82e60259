//! How long somebody who guesses passwords must wait.

use chrono::{DateTime, TimeDelta, Utc};

/// Failures that cost no waiting: people mistype.
pub const FREE_ATTEMPTS: u32 = 5;
/// Failures for one account, from all networks that it was never signed in to from, that cost no waiting. So many that
/// one network does not get there within a siege of an hour; they bound what many networks may guess together.
pub const FREE_ATTEMPTS_OF_ALL: u32 = 100;
/// Longest wait between two attempts. It is short, because the wait may also meet the account's owner: a slow-down that
/// could be made long by strangers would be a lock.
pub const LONGEST_WAIT: TimeDelta = TimeDelta::seconds(60);
/// Failures are forgotten after this long without another.
pub const MEMORY: TimeDelta = TimeDelta::minutes(30);

/// The failed attempts that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    /// How many may fail without a wait.
    pub free: u32,
    /// How many failed.
    pub failures: u32,
    /// When the last of them was made.
    pub last_at: DateTime<Utc>,
}

impl Attempts {
    /// How long from `now` until the next attempt is looked at; zero when it may be made at once. Doubles with each
    /// failure after the free ones: 1 s, 2 s, 4 s, … up to [`LONGEST_WAIT`].
    pub fn wait(self, now: DateTime<Utc>) -> TimeDelta {
        let Some(beyond) = self.failures.checked_sub(self.free) else {
            return TimeDelta::zero();
        };
        if self.is_forgotten(now) {
            return TimeDelta::zero();
        }
        let seconds = 1_i64.checked_shl(beyond).filter(|seconds| *seconds > 0);
        let pause = seconds.map_or(LONGEST_WAIT, |seconds| {
            TimeDelta::seconds(seconds.min(LONGEST_WAIT.num_seconds()))
        });
        (self.last_at + pause - now).max(TimeDelta::zero())
    }

    /// Whether they are so long ago that they count no more.
    pub fn is_forgotten(self, now: DateTime<Utc>) -> bool {
        now - self.last_at >= MEMORY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(failures: u32, after_ms: i64) -> i64 {
        let last_at = DateTime::UNIX_EPOCH;
        let attempts = Attempts {
            free: FREE_ATTEMPTS,
            failures,
            last_at,
        };
        attempts
            .wait(last_at + TimeDelta::milliseconds(after_ms))
            .num_milliseconds()
    }

    #[test]
    fn the_wait_doubles_after_the_free_attempts_and_stays_short() {
        let waits: Vec<_> = [0, 4, 5, 6, 7, 10, 11, 40, 70, 1_000]
            .map(|failures| wait(failures, 0))
            .into();
        assert_eq!(
            waits,
            [0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000, 60_000]
        );
    }

    #[test]
    fn waiting_ends_and_failures_are_forgotten() {
        assert_eq!(wait(7, 1_500), 2_500);
        assert_eq!(wait(7, 4_000), 0);
        let attempts = Attempts {
            free: FREE_ATTEMPTS,
            failures: 7,
            last_at: DateTime::UNIX_EPOCH,
        };
        assert!(attempts.is_forgotten(DateTime::UNIX_EPOCH + MEMORY));
    }
}
