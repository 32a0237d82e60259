//! Times that come again and again, as cron writes them.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use thiserror::Error;

use crate::calendar::{in_kst, kst_instant};

/// Longest expression, in bytes.
pub const MAX_CRON_BYTES: usize = 200;
/// The rarest time is 29 February, which the year 2100 leaves out: eight years.
const HORIZON_DAYS: usize = 8 * 366 + 1;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// Minutes at which something happens, in Asia/Seoul: five fields for minute, hour, day of the month, month, weekday.
///
/// A field is `*`, a number, a range `1-5`, a list `1,3,5`, or a range with a step: `*/15`, `8-18/2`. Months and weekdays
/// have names as well (`jan`, `mon`); Sunday is 0 or 7. Where both kinds of days are named, one of them is enough, as in
/// every cron. Invariant: it comes at least once in eight years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    text: String,
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// Whether one of the two kinds of days is enough.
    either_day: bool,
}

/// A text that is no cron expression.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CronError {
    /// Not five fields.
    #[error("five fields are needed: minute, hour, day of the month, month, weekday")]
    Fields,
    /// A field that cannot be read.
    #[error("the {0} cannot be read")]
    Field(&'static str),
    /// It never comes, as 31 February.
    #[error("this time never comes")]
    Never,
}

impl Cron {
    /// Reads an expression.
    pub fn parse(text: &str) -> Result<Self, CronError> {
        if text.len() > MAX_CRON_BYTES {
            return Err(CronError::Fields);
        }
        let text = text.trim().to_ascii_lowercase();
        let fields: Vec<&str> = text.split_ascii_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields[..] else {
            return Err(CronError::Fields);
        };
        let field = |text, what, range, names| set(text, range, names).ok_or(CronError::Field(what));
        let sundays = field(weekday, "weekday", (0, 7), &WEEKDAYS)?;
        let cron = Self {
            minutes: field(minute, "minute", (0, 59), &[])?,
            hours: field(hour, "hour", (0, 23), &[])?,
            days: field(day, "day of the month", (1, 31), &[])?,
            months: field(month, "month", (1, 12), &MONTHS)?,
            weekdays: (sundays | sundays >> 7) & 0x7f,
            either_day: !day.starts_with('*') && !weekday.starts_with('*'),
            text: fields.join(" "),
        };
        let any = cron.next_after(DateTime::UNIX_EPOCH);
        any.map(|_| cron).ok_or(CronError::Never)
    }

    /// The expression, with one blank between the fields.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first time after an instant; `None` only at the end of the calendar.
    pub fn next_after(&self, instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let after = minute_of(instant);
        let days = after.date().iter_days().take(HORIZON_DAYS);
        let found = days.filter(|day| self.has_day(*day)).find_map(|day| {
            let at_day = |time| NaiveDateTime::new(day, time);
            self.times().map(at_day).find(|time| *time > after)
        });
        found.map(|local| kst_instant(local).to_utc())
    }

    /// The last time that is not after an instant; `None` only at the beginning of the calendar.
    pub fn last_until(&self, instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = minute_of(instant);
        let days = (0..)
            .take(HORIZON_DAYS)
            .map_while(|back| until.date().checked_sub_days(Days::new(back)));
        let found = days.filter(|day| self.has_day(*day)).find_map(|day| {
            let at_day = |time| NaiveDateTime::new(day, time);
            self.times().rev().map(at_day).find(|time| *time <= until)
        });
        found.map(|local| kst_instant(local).to_utc())
    }

    /// The next times after an instant, in order.
    pub fn upcoming(&self, after: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        std::iter::successors(self.next_after(after), |last| self.next_after(*last))
    }

    /// The times until an instant, the newest first.
    pub fn past(&self, until: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let before = |time: &DateTime<Utc>| self.last_until(*time - chrono::TimeDelta::minutes(1));
        std::iter::successors(self.last_until(until), before)
    }

    fn has_day(&self, day: NaiveDate) -> bool {
        let in_month = has(self.days, day.day());
        let in_week = has(self.weekdays, day.weekday().num_days_from_sunday());
        let is_one = if self.either_day {
            in_month || in_week
        } else {
            in_month && in_week
        };
        has(self.months, day.month()) && is_one
    }

    /// The times of a day.
    fn times(&self) -> impl DoubleEndedIterator<Item = NaiveTime> + '_ {
        let minutes = |hour| (0..60).map(move |minute| (hour, minute));
        let all = (0..24).filter(|hour| has(self.hours, *hour)).flat_map(minutes);
        all.filter(|(_, minute)| has(self.minutes, *minute))
            .filter_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
    }
}

impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The minute of an instant on Seoul's clocks.
fn minute_of(instant: DateTime<Utc>) -> NaiveDateTime {
    let local = in_kst(instant).naive_local();
    let time = NaiveTime::from_hms_opt(local.hour(), local.minute(), 0).expect("hour and minute of a time");
    local.date().and_time(time)
}

fn has(set: u64, number: u32) -> bool {
    set >> number & 1 == 1
}

/// The numbers of a field as bits; `None` when it cannot be read.
fn set(field: &str, range: (u32, u32), names: &[&str]) -> Option<u64> {
    field
        .split(',')
        .try_fold(0, |set, part| Some(set | part_of(part, range, names)?))
}

fn part_of(part: &str, range: (u32, u32), names: &[&str]) -> Option<u64> {
    let (span, step) = match part.split_once('/') {
        Some((span, step)) => (span, Some(number(step)?)),
        None => (part, None),
    };
    let (first, last) = if span == "*" {
        range
    } else if let Some((first, last)) = span.split_once('-') {
        (value(first, range, names)?, value(last, range, names)?)
    } else {
        let one = value(span, range, names)?;
        // `5/15` begins there and goes on to the end.
        (one, if step.is_some() { range.1 } else { one })
    };
    let step = step.unwrap_or(1);
    if step == 0 || first > last {
        return None;
    }
    let numbers = (first..=last).step_by(step as usize);
    Some(numbers.fold(0, |set, number| set | 1 << number))
}

fn value(text: &str, (first, last): (u32, u32), names: &[&str]) -> Option<u32> {
    let position = names.iter().position(|name| *name == text);
    let value = match position {
        Some(position) => u32::try_from(position).ok()? + first,
        None => number(text)?,
    };
    (first..=last).contains(&value).then_some(value)
}

fn number(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kst(text: &str) -> DateTime<Utc> {
        kst_instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap()).to_utc()
    }

    fn next(cron: &str, after: &str) -> String {
        let next = Cron::parse(cron).unwrap().next_after(kst(after)).unwrap();
        in_kst(next).format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn times_are_those_of_seoul() {
        assert_eq!(next("0 14 * * *", "2026-11-29 13:59:59"), "2026-11-29 14:00");
        assert_eq!(next("0 14 * * *", "2026-11-29 14:00:00"), "2026-11-30 14:00");
        assert_eq!(next("0 14 * * *", "2026-11-29 14:00:30"), "2026-11-30 14:00");
        assert_eq!(next("0 10 * * 2", "2026-11-29 00:00:00"), "2026-12-01 10:00");
        assert_eq!(next("30 10,15 * * *", "2026-12-31 15:30:00"), "2027-01-01 10:30");
    }

    #[test]
    fn fields_are_lists_ranges_steps_and_names() {
        assert_eq!(next("*/15 * * * *", "2026-11-29 09:14:10"), "2026-11-29 09:15");
        assert_eq!(next("5/20 9-10 * * mon-fri", "2026-11-27 10:45:00"), "2026-11-30 09:05");
        assert_eq!(next("0 0 1 JAN,jul *", "2026-11-29 00:00:00"), "2027-01-01 00:00");
        assert_eq!(next("0  8-18/5\t* * 0", "2026-11-28 20:00:00"), "2026-11-29 08:00");
        assert_eq!(next("0 8 * * 7", "2026-11-28 20:00:00"), "2026-11-29 08:00");
        assert_eq!(next("0 8 * * 5-7", "2026-11-28 20:00:00"), "2026-11-29 08:00");
    }

    #[test]
    fn of_two_kinds_of_days_one_is_enough() {
        assert_eq!(next("0 9 15 * mon", "2026-11-09 10:00:00"), "2026-11-15 09:00");
        assert_eq!(next("0 9 15 * mon", "2026-11-15 10:00:00"), "2026-11-16 09:00");
        // A step of all days names none.
        assert_eq!(next("0 9 */2 * mon", "2026-11-15 10:00:00"), "2026-11-23 09:00");
    }

    #[test]
    fn a_leap_day_comes_also_across_the_year_2100() {
        assert_eq!(next("0 0 29 2 *", "2096-03-01 00:00:00"), "2104-02-29 00:00");
        let cron = Cron::parse("0 0 29 2 *").unwrap();
        assert_eq!(
            cron.last_until(kst("2104-02-28 00:00:00")),
            Some(kst("2096-02-29 00:00:00"))
        );
    }

    #[test]
    fn what_is_no_expression_is_told() {
        for text in ["", "* * * *", "* * * * * *", "@daily", &"* ".repeat(200)] {
            assert_eq!(Cron::parse(text), Err(CronError::Fields), "{text}");
        }
        for (text, field) in [
            ("60 * * * *", "minute"),
            ("-1 * * * *", "minute"),
            ("*/0 * * * *", "minute"),
            ("1,,2 * * * *", "minute"),
            ("+1 * * * *", "minute"),
            ("0 24 * * *", "hour"),
            ("0 18-8 * * *", "hour"),
            ("0 0 0 * *", "day of the month"),
            ("0 0 * 13 *", "month"),
            ("0 0 * mon *", "month"),
            ("0 0 * * 8", "weekday"),
            ("0 0 * * mo", "weekday"),
        ] {
            assert_eq!(Cron::parse(text), Err(CronError::Field(field)), "{text}");
        }
        assert_eq!(Cron::parse("0 0 31 2 *"), Err(CronError::Never));
    }

    #[test]
    fn an_expression_is_kept_with_single_blanks() {
        assert_eq!(Cron::parse(" 0  10 * *  TUE ").unwrap().to_string(), "0 10 * * tue");
    }

    #[test]
    fn times_go_on_and_back() {
        let cron = Cron::parse("0 10 * * 2").unwrap();
        let now = kst("2026-11-29 12:00:00");
        let ahead: Vec<_> = cron.upcoming(now).take(2).collect();
        assert_eq!(ahead, [kst("2026-12-01 10:00:00"), kst("2026-12-08 10:00:00")]);
        let back: Vec<_> = cron.past(now).take(2).collect();
        assert_eq!(back, [kst("2026-11-24 10:00:00"), kst("2026-11-17 10:00:00")]);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = Cron::parse(&text);
        }

        #[test]
        fn next_and_last_are_the_nearest_minutes_that_match(
            minute in 0_u32..60, hours in "([0-9]|1[0-9]|2[0-3])(,(1|7|13|22))?", weekday in "\\*|[0-7]|mon|1-3",
            seconds in 1_700_000_000_i64..1_900_000_000,
        ) {
            let cron = Cron::parse(&format!("{minute} {hours} * * {weekday}")).unwrap();
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            let next = cron.next_after(at).unwrap();
            let last = cron.last_until(at).unwrap();
            prop_assert!(last <= at && at < next);
            prop_assert_eq!(cron.next_after(last), Some(next));
            prop_assert_eq!(cron.last_until(next), Some(next));
            prop_assert_eq!(cron.last_until(next - chrono::TimeDelta::seconds(1)), Some(last));
        }
    }
}
