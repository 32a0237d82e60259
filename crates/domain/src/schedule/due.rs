//! Which times of a schedule are due.

use chrono::{DateTime, TimeDelta, Utc};

use super::Cron;

/// A time that was missed is caught up while it is no older than this.
pub const CATCH_UP: TimeDelta = TimeDelta::hours(6);
/// So many missed times are recorded at once, the newest.
pub const MAX_MISSED: usize = 100;
/// Clocks of servers differ. Who finds times considered that lie further ahead than this was ahead, or is behind, by a
/// clock that jumped.
pub const CLOCK_DIFFERENCE: TimeDelta = TimeDelta::minutes(5);

/// What is due of a schedule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// The time to run for.
    pub slot: Option<DateTime<Utc>>,
    /// Times that nobody ran for, the newest first; at most [`MAX_MISSED`].
    pub missed: Vec<DateTime<Utc>>,
    /// The times until then are considered.
    pub considered_until: DateTime<Utc>,
}

impl Due {
    /// What is due at `now` of a schedule whose times were considered until some instant: of the times since, the newest is
    /// run for if it is recent, and the others were missed.
    ///
    /// Times that were considered although they lie ahead show a clock that jumped: they are considered again. Whoever
    /// claims a time finds out whether it was run for.
    pub fn at(cron: &Cron, considered_until: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        if considered_until > now {
            let jumped = considered_until - now > CLOCK_DIFFERENCE;
            return Self {
                considered_until: if jumped { now } else { considered_until },
                ..Self::default()
            };
        }
        let mut times = cron
            .past(now)
            .take_while(|time| *time > considered_until)
            .take(MAX_MISSED + 1)
            .peekable();
        let slot = times.next_if(|time| now - *time <= CATCH_UP);
        Self {
            slot,
            missed: times.take(MAX_MISSED).collect(),
            considered_until: now,
        }
    }

    /// Whether anything has to be recorded.
    pub fn is_nothing(&self) -> bool {
        self.slot.is_none() && self.missed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        // Seoul is nine hours ahead.
        Utc.with_ymd_and_hms(2026, 11, day, hour, minute, 0).unwrap() - TimeDelta::hours(9)
    }

    fn daily() -> Cron {
        Cron::parse("0 14 * * *").unwrap()
    }

    #[test]
    fn nothing_is_due_between_two_times() {
        let due = Due::at(&daily(), at(1, 14, 0), at(2, 13, 59));
        assert!(due.is_nothing());
    }

    #[test]
    fn a_time_is_due_when_it_comes() {
        let due = Due::at(&daily(), at(1, 14, 0), at(2, 14, 0));
        assert_eq!((due.slot, due.missed), (Some(at(2, 14, 0)), vec![]));
    }

    #[test]
    fn after_three_days_the_newest_is_caught_up_within_six_hours() {
        let due = Due::at(&daily(), at(1, 14, 0), at(4, 20, 0));
        assert_eq!(due.slot, Some(at(4, 14, 0)));
        assert_eq!(due.missed, [at(3, 14, 0), at(2, 14, 0)]);
    }

    #[test]
    fn after_more_than_six_hours_all_were_missed() {
        let due = Due::at(&daily(), at(1, 14, 0), at(4, 20, 1));
        assert_eq!(due.slot, None);
        assert_eq!(due.missed, [at(4, 14, 0), at(3, 14, 0), at(2, 14, 0)]);
    }

    #[test]
    fn of_many_missed_times_the_newest_are_recorded() {
        let often = Cron::parse("* * * * *").unwrap();
        let due = Due::at(&often, at(1, 0, 0), at(9, 0, 0));
        assert_eq!(due.slot, Some(at(9, 0, 0)));
        assert_eq!(due.missed.len(), MAX_MISSED);
        assert_eq!(due.missed[0], at(8, 23, 59));
    }

    #[test]
    fn a_clock_that_was_ahead_is_told_from_one_that_differs_a_little() {
        let until = at(5, 14, 0);
        let little = Due::at(&daily(), until, until - CLOCK_DIFFERENCE);
        assert_eq!((little.is_nothing(), little.considered_until), (true, until));
        let jumped = Due::at(&daily(), until, at(4, 14, 0));
        assert_eq!((jumped.is_nothing(), jumped.considered_until), (true, at(4, 14, 0)));
    }
}
