use chrono::NaiveDate;

use crate::calendar::{DateRange, Month, shift};

/// The days that the report looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    as_of: NaiveDate,
}

impl Windows {
    /// Those of a report as of a day.
    pub fn as_of(self) -> NaiveDate {
        self.as_of
    }

    /// Those of a report as of `as_of`.
    pub fn new(as_of: NaiveDate) -> Self {
        Self { as_of }
    }

    /// The day before.
    pub fn yesterday(self) -> NaiveDate {
        shift(self.as_of, -1)
    }

    /// The week that holds yesterday.
    pub fn week(self) -> DateRange {
        DateRange::week_of(self.yesterday())
    }

    /// The month that holds yesterday.
    pub fn month(self) -> DateRange {
        Month::of(self.yesterday()).days()
    }

    /// The seven days up to yesterday.
    pub fn seven_days(self) -> DateRange {
        self.around(-7, -1)
    }

    /// The seven days before these.
    pub fn seven_days_before(self) -> DateRange {
        self.around(-14, -8)
    }

    /// The month's worth of days up to yesterday.
    pub fn past_days(self) -> DateRange {
        self.around(-31, -1)
    }

    /// The days told one by one: the past ones, then seven with their targets.
    pub fn last_days(self) -> DateRange {
        self.around(-31, 6)
    }

    /// The seven days from tomorrow on.
    pub fn next_days(self) -> DateRange {
        self.around(1, 7)
    }

    /// All days whose sales and targets the report needs: those told, a week before them, and yesterday's month.
    pub fn days(self) -> DateRange {
        let (first, last) = (shift(self.as_of, -38), self.last_days().last());
        DateRange::new(first, last.max(self.month().last())).expect("the days begin before they end")
    }

    fn around(self, first: i64, last: i64) -> DateRange {
        DateRange::new(shift(self.as_of, first), shift(self.as_of, last)).expect("the first day is not after the last")
    }
}
