//! What is known of a run (Foresight 1): its performances, and its record days.

use chrono::{NaiveDate, NaiveTime};

use super::class::{Class, Holidays};
use super::numbers::day_number;
use crate::calendar::KstInstant;
use crate::production::Category;

/// One performance and the seats that can be sold for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    day: NaiveDate,
    class: Class,
    is_holiday: bool,
    sellable_seats: u32,
}

impl Performance {
    /// A performance; `sellable_seats` are those of the house without complimentary ones, 0 when nobody knows.
    pub fn new(
        day: NaiveDate,
        starts_at: NaiveTime,
        sellable_seats: u32,
        is_preview: bool,
        holidays: &Holidays,
    ) -> Self {
        Self {
            day,
            class: Class::of(day, starts_at, is_preview, holidays),
            is_holiday: holidays.contains(day),
            sellable_seats,
        }
    }

    /// Its day.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Its class.
    pub fn class(&self) -> Class {
        self.class
    }

    /// Whether its day is a public holiday.
    pub fn is_holiday(&self) -> bool {
        self.is_holiday
    }

    /// Seats that can be sold.
    pub fn sellable_seats(&self) -> u32 {
        self.sellable_seats
    }

    pub(super) fn number(&self) -> i32 {
        day_number(self.day)
    }

    pub(super) fn house(&self) -> f64 {
        f64::from(self.sellable_seats)
    }
}

/// Revenue of a record day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takings {
    /// Of each performance, in the order of [`Run::performances`].
    PerPerformance(Vec<i64>),
    /// Of all together: concerts are not known better.
    Total(i64),
}

/// What the live snapshot of one record date says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Record date: all sales up to its close are in.
    pub day: NaiveDate,
    /// Paid seats so far, in the order of [`Run::performances`]; missing ones count as 0.
    pub sold_seats: Vec<i64>,
    /// Revenue so far, in won.
    pub takings_krw: Takings,
    /// Whether this day took the place of an earlier statement of the same day.
    pub is_restated: bool,
}

/// A run with what answers about it need besides.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownRun {
    /// Performances of the newest record, by start, and every record up to it.
    pub run: Run,
    /// When each performance starts.
    pub starts_at: Vec<KstInstant>,
    /// Revenue at which the costs are met, in won.
    pub break_even_krw: Option<i64>,
}

/// One production's run on sale. Invariant: record days ascend, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    category: Category,
    sale_start: Option<NaiveDate>,
    performances: Vec<Performance>,
    records: Vec<Record>,
}

impl Run {
    /// A run. Records may come in any order; of two of one day the later given counts.
    pub fn new(
        category: Category,
        sale_start: Option<NaiveDate>,
        performances: Vec<Performance>,
        mut records: Vec<Record>,
    ) -> Self {
        records.reverse();
        records.sort_by_key(|record| record.day);
        records.dedup_by_key(|record| record.day);
        for record in &mut records {
            record.sold_seats.resize(performances.len(), 0);
            if let Takings::PerPerformance(krw) = &mut record.takings_krw {
                krw.resize(performances.len(), 0);
            }
        }
        Self {
            category,
            sale_start,
            performances,
            records,
        }
    }

    /// Its category.
    pub fn category(&self) -> Category {
        self.category
    }

    /// Its performances, in the order that was given.
    pub fn performances(&self) -> &[Performance] {
        &self.performances
    }

    /// Its record days, in order.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The newest record up to a day.
    pub fn newest(&self, as_of: NaiveDate) -> Option<&Record> {
        self.known(as_of).last()
    }

    /// The record of exactly this day.
    pub fn record_of(&self, day: NaiveDate) -> Option<&Record> {
        self.records.iter().find(|record| record.day == day)
    }

    /// Sale start, without one the first record date; `None` without either.
    pub fn first_sale_day(&self) -> Option<NaiveDate> {
        self.sale_start
            .or_else(|| self.records.first().map(|record| record.day))
    }

    /// Day of the last performance; `None` without any.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.performances.iter().map(Performance::day).max()
    }

    /// The records up to a day.
    pub(super) fn known(&self, as_of: NaiveDate) -> &[Record] {
        let end = self.records.partition_point(|record| record.day <= as_of);
        &self.records[..end]
    }

    pub(super) fn with_performances(&self, performances: Vec<Performance>) -> Self {
        Self::new(self.category, self.sale_start, performances, self.records.clone())
    }
}
