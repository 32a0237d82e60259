//! Days, weeks and months of Asia/Seoul.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};

/// An instant written with Seoul's offset, `+09:00`.
pub type KstInstant = DateTime<FixedOffset>;

/// The offset of Asia/Seoul, which has had no daylight-saving time since 1988.
pub fn kst() -> FixedOffset {
    FixedOffset::east_opt(9 * 3600).expect("nine hours is a valid offset")
}

/// The same instant, written in Seoul's time.
pub fn in_kst(instant: DateTime<Utc>) -> KstInstant {
    instant.with_timezone(&kst())
}

/// A wall-clock time in Seoul as an instant.
pub fn kst_instant(local: NaiveDateTime) -> KstInstant {
    kst()
        .from_local_datetime(&local)
        .single()
        .expect("a fixed offset has no gaps")
}

/// First and last day that any field or parameter may hold.
pub fn supported_days() -> DateRange {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar");
    DateRange {
        first: day(2000, 1, 1),
        last: day(2100, 12, 31),
    }
}

/// A day written strictly as `YYYY-MM-DD`, within [`supported_days`].
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day: NaiveDate = shaped.then(|| text.parse().ok()).flatten()?;
    supported_days().contains(day).then_some(day)
}

/// `day` moved by a number of days, negative for the past. Saturates at the ends of the calendar.
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = if days < 0 {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    };
    moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// The Monday of the week that holds `day`.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(NaiveDate::MIN)
}

/// A range of days; both ends belong to it. Invariant: `first <= last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    first: NaiveDate,
    last: NaiveDate,
}

impl DateRange {
    /// The range from `first` to `last`; `None` when it would end before it begins.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The Monday-to-Sunday week that holds `day`.
    pub fn week_of(day: NaiveDate) -> Self {
        let first = monday_of(day);
        Self {
            first,
            last: shift(first, 6),
        }
    }

    /// First day of the range.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Last day of the range.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether `day` belongs to the range.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Number of days, at least one.
    pub fn len_days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Each day in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |day| *day <= self.last)
    }

    /// The Monday of each calendar week that the range touches, in order.
    pub fn mondays(self) -> impl Iterator<Item = NaiveDate> {
        monday_of(self.first)
            .iter_weeks()
            .take_while(move |monday| *monday <= self.last)
    }

    /// The days that both ranges have.
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }
}

/// Days from the first to the last, both included; an end that is `None` is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenRange {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl OpenRange {
    /// Whether this day belongs to it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether some of these days belong to it.
    pub fn touches(self, days: DateRange) -> bool {
        self.from.is_none_or(|from| from <= days.last()) && self.to.is_none_or(|to| days.first() <= to)
    }
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first_day: NaiveDate,
}

impl Month {
    /// The month that holds `day`.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            first_day: day.with_day(1).expect("every month has a first day"),
        }
    }

    /// Reads `YYYY-MM`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 7
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        NaiveDate::from_ymd_opt(text[..4].parse().ok()?, text[5..].parse().ok()?, 1).map(|first_day| Self { first_day })
    }

    /// The month so many months before. Saturates at the beginning of the calendar.
    #[must_use]
    pub fn earlier(self, months: u32) -> Self {
        let first_day = self.first_day.checked_sub_months(Months::new(months));
        Self::of(first_day.unwrap_or(NaiveDate::MIN))
    }

    /// First day of the month.
    pub fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// Its days, from the first to the last.
    pub fn days(self) -> DateRange {
        let next = self.first_day.checked_add_months(Months::new(1));
        DateRange {
            first: self.first_day,
            last: next.map_or(NaiveDate::MAX, |next| shift(next, -1)),
        }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.first_day.year(), self.first_day.month())
    }
}

/// Length of the periods that a series is summed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
}

/// A day, a week or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Which of them.
    pub grain: Grain,
    /// Its first day.
    pub first_day: NaiveDate,
}

impl Period {
    /// Its days.
    pub fn days(self) -> DateRange {
        self.grain.period_of(self.first_day)
    }
}

impl Grain {
    /// The days of the period that holds `day`.
    pub fn period_of(self, day: NaiveDate) -> DateRange {
        match self {
            Self::Day => DateRange { first: day, last: day },
            Self::Week => DateRange::week_of(day),
            Self::Month => Month::of(day).days(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        assert_eq!(parse_day("2026-11-20"), Some(day("2026-11-20")));
        for text in [
            "2026-11-31",
            "1999-12-31",
            "2101-01-01",
            "2026-1-01",
            "+026-11-20",
            "2026-11-20 ",
            "",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let week = DateRange::week_of(day("2026-11-20"));
        assert_eq!((week.first(), week.last()), (day("2026-11-16"), day("2026-11-22")));
        assert_eq!(DateRange::week_of(day("2026-11-16")), week);
        assert_eq!(DateRange::week_of(day("2026-11-22")), week);
    }

    #[test]
    fn a_period_has_all_days_of_its_day_week_or_month() {
        let days = |grain: Grain, text| {
            let period = grain.period_of(day(text));
            (period.first(), period.last())
        };
        let leap_day = day("2028-02-29");
        assert_eq!(days(Grain::Day, "2028-02-29"), (leap_day, leap_day));
        assert_eq!(days(Grain::Week, "2028-02-29"), (day("2028-02-28"), day("2028-03-05")));
        assert_eq!(days(Grain::Month, "2028-02-10"), (day("2028-02-01"), leap_day));
        assert_eq!(days(Grain::Month, "2026-12-31"), (day("2026-12-01"), day("2026-12-31")));
    }

    #[test]
    fn a_range_touches_the_weeks_at_both_ends() {
        let range = DateRange::new(day("2026-08-22"), day("2026-08-31")).unwrap();
        let mondays: Vec<_> = range.mondays().collect();
        assert_eq!(mondays, [day("2026-08-17"), day("2026-08-24"), day("2026-08-31")]);
        assert_eq!(range.len_days(), 10);
        assert_eq!(range.days().count(), 10);
    }

    #[test]
    fn a_month_goes_back_across_the_years() {
        let month = Month::parse("2026-01").unwrap();
        assert_eq!(month.earlier(0), month);
        assert_eq!(month.earlier(13).to_string(), "2024-12");
    }

    #[test]
    fn months_are_read_strictly() {
        assert_eq!(Month::parse("2026-01").unwrap().to_string(), "2026-01");
        for wrong in ["2026-13", "2026-1", "+026-01", "2026/01", "２０26-01"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }
}
