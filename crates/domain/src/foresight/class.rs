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

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: NaiveDate,
    /// What it is called.
    pub name: String,
    /// The same in English.
    pub name_en: String,
}

/// Public holidays: those of Korea, or a list of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// In order, each day once.
    days: Vec<Holiday>,
}

impl Holidays {
    /// Exactly these days, without names.
    pub fn new(days: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self::named(days.into_iter().map(|day| Holiday {
            day,
            name: String::new(),
            name_en: String::new(),
        }))
    }

    /// Exactly these holidays; those of one day are one.
    fn named(holidays: impl IntoIterator<Item = Holiday>) -> Self {
        let mut holidays: Vec<Holiday> = holidays.into_iter().collect();
        holidays.sort_by_key(|holiday| holiday.day);
        let mut days = Vec::<Holiday>::new();
        for holiday in holidays {
            match days.last_mut().filter(|last| last.day == holiday.day) {
                Some(last) => last.join(&holiday),
                None => days.push(holiday),
            }
        }
        Self { days }
    }

    /// The public holidays of Korea, and further ones that a configuration names (temporary holidays, elections).
    pub fn of_korea(further: &[Holiday]) -> Self {
        let known = holidays::of_korea().map(|(day, (name, name_en))| Holiday {
            day,
            name: name.to_owned(),
            name_en: name_en.to_owned(),
        });
        Self::named(known.chain(further.iter().cloned()))
    }

    /// Whether `day` is a public holiday.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.days.binary_search_by_key(&day, |holiday| holiday.day).is_ok()
    }

    /// Those from `first` to `last`, in order.
    pub fn within(&self, first: NaiveDate, last: NaiveDate) -> &[Holiday] {
        let begin = self.days.partition_point(|holiday| holiday.day < first);
        let end = self.days.partition_point(|holiday| holiday.day <= last);
        self.days.get(begin..end).unwrap_or_default()
    }
}

impl Holiday {
    /// The same day has one more name, unless it has that already.
    fn join(&mut self, other: &Self) {
        for (name, more) in [(&mut self.name, &other.name), (&mut self.name_en, &other.name_en)] {
            let is_new = !more.is_empty() && name.split(", ").all(|known| known != more);
            if is_new {
                if !name.is_empty() {
                    name.push_str(", ");
                }
                name.push_str(more);
            }
        }
    }
}
