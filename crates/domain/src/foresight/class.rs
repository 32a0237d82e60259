//! Classes of performances (Foresight 1), and the public holidays that they depend on.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::holidays;
use crate::calendar::shift;

/// What a performance's day and hour say about how it sells. Of several the last applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Monday to Thursday, from 17:00 on.
    WeekdayEvening,
    /// Monday to Friday before 17:00.
    WeekdayMatinee,
    /// Friday, or the eve of a public holiday.
    Eve,
    /// Saturday.
    Saturday,
    /// Sunday, or a public holiday.
    SundayOrHoliday,
    /// A preview.
    Preview,
}

impl Class {
    /// Every class, in order.
    pub const ALL: [Self; 6] = [
        Self::WeekdayEvening,
        Self::WeekdayMatinee,
        Self::Eve,
        Self::Saturday,
        Self::SundayOrHoliday,
        Self::Preview,
    ];

    /// The class of a performance.
    pub fn of(day: NaiveDate, starts_at: NaiveTime, is_preview: bool, holidays: &Holidays) -> Self {
        let weekday = day.weekday();
        if is_preview {
            Self::Preview
        } else if weekday == Weekday::Sun || holidays.contains(day) {
            Self::SundayOrHoliday
        } else if weekday == Weekday::Sat {
            Self::Saturday
        } else if weekday == Weekday::Fri || holidays.contains(shift(day, 1)) {
            Self::Eve
        } else if starts_at.hour() < 17 {
            Self::WeekdayMatinee
        } else {
            Self::WeekdayEvening
        }
    }

    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::WeekdayEvening => "weekday_evening",
            Self::WeekdayMatinee => "weekday_matinee",
            Self::Eve => "eve",
            Self::Saturday => "saturday",
            Self::SundayOrHoliday => "sunday_or_holiday",
            Self::Preview => "preview",
        }
    }

    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// Which performances are compared with which (Foresight 3): 1 for classes 3 to 5, 0 for the others.
    pub(super) fn group(self) -> usize {
        usize::from(self >= Self::Saturday)
    }
}

/// Public holidays: those of Korea, or a list of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// In order, each once.
    days: Vec<NaiveDate>,
}

impl Holidays {
    /// Exactly these days.
    pub fn new(days: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut days: Vec<NaiveDate> = days.into_iter().collect();
        days.sort_unstable();
        days.dedup();
        Self { days }
    }

    /// The public holidays of Korea, and further days that a configuration names (temporary holidays, elections).
    pub fn of_korea(further: &[NaiveDate]) -> Self {
        let further = further.iter().copied();
        Self::new(holidays::of_korea().chain(further))
    }

    /// Whether `day` is a public holiday.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.days.binary_search(&day).is_ok()
    }

    /// The days, in order.
    pub fn days(&self) -> &[NaiveDate] {
        &self.days
    }
}
