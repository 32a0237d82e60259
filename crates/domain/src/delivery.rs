//! When something that could not be sent is tried again, and when a host is left alone.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Longest wait before the second try; each further one doubles it.
pub const FIRST_PAUSE: Duration = Duration::from_secs(10);
/// Longest wait that is chosen here.
pub const LONGEST_PAUSE: Duration = Duration::from_mins(15);
/// Longest wait that another side may ask for.
pub const LONGEST_ASKED_PAUSE: Duration = Duration::from_hours(1);

/// How long to wait after `failures` failed tries: somewhere between half and the whole of a pause that doubles with each
/// failure, so that those who failed together do not come back together. `randomness` chooses where. What the other side
/// asked for is waited for as well, up to an hour.
pub fn pause(failures: u32, randomness: u64, asked: Option<Duration>) -> Duration {
    let doublings = failures.saturating_sub(1).min(16);
    let whole = FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE);
    let half = whole / 2;
    let span_ms = u64::try_from(half.as_millis()).unwrap_or(u64::MAX).saturating_add(1);
    let own = half + Duration::from_millis(randomness % span_ms);
    asked.map_or(own, |asked| own.max(asked.min(LONGEST_ASKED_PAUSE)))
}

/// Failures in a row after which a host is left alone.
pub const FAILURES_TO_OPEN: u32 = 5;
/// How long it is left alone at first; each failed try after that doubles it.
pub const OPEN_FOR: TimeDelta = TimeDelta::seconds(30);
/// Longest time that a host is left alone.
pub const OPEN_FOR_AT_MOST: TimeDelta = TimeDelta::minutes(5);

/// Remembers how a host behaves, and leaves it alone for a while when it fails again and again: one that is ill is not
/// helped by more requests, and each would keep somebody waiting for nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CircuitBreaker {
    failures: u32,
    /// Until when nobody tries.
    open_until: Option<DateTime<Utc>>,
}

impl CircuitBreaker {
    /// How long nobody may try as of `now`; `None` when one may. Once the time has passed, one try is let through: those
    /// who come while it is under way wait as long again.
    pub fn admit(&mut self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let until = self.open_until?;
        if now < until {
            // A clock that was set back does not make it longer than it may be.
            return Some((until - now).min(OPEN_FOR_AT_MOST));
        }
        self.open_until = Some(now + self.open_for());
        None
    }

    /// It went well, or failed for a reason that is not the host's.
    pub fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// The host failed.
    pub fn failed(&mut self, now: DateTime<Utc>) {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= FAILURES_TO_OPEN {
            self.open_until = Some(now + self.open_for());
        }
    }

    fn open_for(self) -> TimeDelta {
        let doublings = self.failures.saturating_sub(FAILURES_TO_OPEN).min(8);
        (OPEN_FOR * (1 << doublings)).min(OPEN_FOR_AT_MOST)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn pauses_double_up_to_a_quarter_of_an_hour() {
        let longest = |failures| (0..20_000).map(|ms| pause(failures, ms * 50, None)).max().unwrap();
        assert!(longest(1) <= Duration::from_secs(10) && longest(1) > Duration::from_secs(9));
        assert!(longest(2) <= Duration::from_secs(20) && longest(2) > Duration::from_secs(19));
        assert_eq!(pause(40, u64::MAX, None).max(LONGEST_PAUSE), LONGEST_PAUSE);
    }

    proptest! {
        #[test]
        fn a_pause_is_never_shorter_than_asked_nor_than_half(failures in 0_u32.., randomness: u64, asked in 0_u64..10_000) {
            let asked = Duration::from_secs(asked);
            let chosen = pause(failures, randomness, Some(asked));
            prop_assert!(chosen >= asked.min(LONGEST_ASKED_PAUSE));
            prop_assert!(chosen >= FIRST_PAUSE / 2 && chosen <= LONGEST_ASKED_PAUSE);
        }
    }

    #[test]
    fn a_host_that_fails_in_a_row_is_left_alone_and_tried_by_one() {
        let mut breaker = CircuitBreaker::default();
        for _ in 0..FAILURES_TO_OPEN {
            assert_eq!(breaker.admit(at(0)), None);
            breaker.failed(at(0));
        }
        assert_eq!(breaker.admit(at(10)), Some(TimeDelta::seconds(20)));
        assert_eq!(breaker.admit(at(30)), None, "one tries");
        assert!(breaker.admit(at(31)).is_some(), "the others wait for it");
        breaker.failed(at(31));
        assert_eq!(breaker.admit(at(31)), Some(TimeDelta::seconds(60)));
        assert_eq!(breaker.admit(at(91)), None);
        breaker.succeeded();
        assert_eq!(breaker, CircuitBreaker::default());
    }

    #[test]
    fn a_success_between_failures_keeps_it_closed() {
        let mut breaker = CircuitBreaker::default();
        for _ in 0..10 {
            breaker.failed(at(0));
            breaker.succeeded();
        }
        assert_eq!(breaker.admit(at(0)), None);
    }
}
