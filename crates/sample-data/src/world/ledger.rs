//! Every order, cancellation and correction, and what was known of them at the close of a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::grade::GradeSeats;
use super::production::{SeatsByGrade, in_seoul};
use super::sample::SoldSoFar;
use super::schedule::Performance;
use super::truth::{DailyRow, PerformanceRow};

/// Days before the record date whose orders may still be unpaid.
pub(super) const PAYMENT_DAYS: i64 = 2;

/// One line of the box office's books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// The day that it counts for.
    pub sale_day: NaiveDate,
    /// The first record date whose workbook has it.
    pub known_from: NaiveDate,
    /// Index of the performance.
    pub performance: usize,
    /// Index of the grade.
    pub grade: usize,
    /// Negative: refunded.
    pub paid_seats: i64,
    pub complimentary_seats: i64,
    pub revenue_krw: i64,
}

/// A house, its performances and all that was sold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ledger {
    pub grades: Vec<GradeSeats>,
    pub performances: Vec<Performance>,
    pub sale_start: NaiveDate,
    pub sale_end: NaiveDate,
    pub entries: Vec<Entry>,
    /// Whether it is a play or musical: only those know revenue and shares by performance.
    pub is_stage: bool,
    /// Whether the daily sheet of a play or musical tells grades.
    pub daily_grades: bool,
}

impl Ledger {
    /// Seats of one performance.
    pub(super) fn house_seats(&self) -> i64 {
        self.grades.iter().map(|grade| grade.seats).sum()
    }

    /// Every sale day up to the record date, those without a sale too.
    pub(super) fn daily_rows(&self, record_date: NaiveDate) -> Vec<DailyRow> {
        let with_grades = self.is_stage && self.daily_grades;
        let grades = if with_grades {
            self.no_seats()
        } else {
            SeatsByGrade::new()
        };
        let last = record_date.min(self.sale_end);
        let mut rows: BTreeMap<NaiveDate, DailyRow> = days(self.sale_start, last)
            .map(|day| (day, DailyRow::of(day, grades.clone())))
            .collect();
        for entry in self.known(record_date) {
            let row = rows.get_mut(&entry.sale_day).expect("sales happen on sale days");
            row.seats += entry.paid_seats;
            row.revenue_krw += entry.revenue_krw;
            if with_grades {
                *row.seats_by_grade
                    .get_mut(&self.grades[entry.grade].grade.code)
                    .expect("every grade is there") += entry.paid_seats;
            }
            if !self.is_stage {
                row.complimentary_seats += entry.complimentary_seats;
            }
        }
        rows.into_values().collect()
    }

    /// Every performance of the run, with what is sold of it by the record date.
    pub(super) fn performance_rows(&self, record_date: NaiveDate) -> Vec<PerformanceRow> {
        let mut paid = vec![vec![0; self.grades.len()]; self.performances.len()];
        let mut complimentary = paid.clone();
        let mut revenue_krw = vec![0; self.performances.len()];
        let mut recent = vec![0_i64; self.performances.len()];
        for entry in self.known(record_date) {
            paid[entry.performance][entry.grade] += entry.paid_seats;
            complimentary[entry.performance][entry.grade] += entry.complimentary_seats;
            revenue_krw[entry.performance] += entry.revenue_krw;
            if (record_date - entry.sale_day).num_days() <= PAYMENT_DAYS {
                recent[entry.performance] += entry.paid_seats;
            }
        }
        let mut rows = Vec::with_capacity(self.performances.len());
        for (index, performance) in self.performances.iter().enumerate() {
            let mut row = PerformanceRow {
                starts_at: in_seoul(performance.starts_at),
                cast: performance.cast.clone(),
                paid_seats: paid[index].iter().sum(),
                complimentary_seats: complimentary[index].iter().sum(),
                revenue_krw: self.is_stage.then_some(revenue_krw[index]),
                paid_seats_by_grade: self.by_grade(&paid[index]),
                complimentary_seats_by_grade: self.by_grade(&complimentary[index]),
                house_seats: self.house_seats(),
                unpaid_seats: 0,
                deposit_share: None,
                paid_share: None,
                complimentary_share: None,
            };
            if self.is_stage {
                let still_open = record_date < performance.starts_at.date();
                row.unpaid_seats = if still_open {
                    part(recent[index], performance.unpaid_ratio, row.paid_seats)
                } else {
                    0
                };
                row.deposit_share = Some(ratio(row.paid_seats - row.unpaid_seats, row.house_seats));
                row.paid_share = Some(ratio(row.paid_seats, row.house_seats));
                row.complimentary_share = Some(ratio(row.complimentary_seats, row.house_seats));
            }
            rows.push(row);
        }
        rows
    }

    /// What was known of each performance at the close of each day until the last.
    pub(super) fn sold_by_day(&self, last: NaiveDate) -> Vec<(NaiveDate, Vec<SoldSoFar>)> {
        let mut entries: Vec<&Entry> = self.known(last).collect();
        entries.sort_by_key(|entry| entry.known_from);
        let mut entries = entries.into_iter().peekable();
        let mut sold = vec![SoldSoFar::default(); self.performances.len()];
        let at_close = |day: NaiveDate| {
            while let Some(entry) = entries.next_if(|entry| entry.known_from <= day) {
                let sold = &mut sold[entry.performance];
                sold.paid_seats += entry.paid_seats;
                sold.revenue_krw += entry.revenue_krw;
            }
            (day, sold.clone())
        };
        days(self.sale_start, last).map(at_close).collect()
    }

    /// What a workbook of this record date knows.
    pub(super) fn known(&self, record_date: NaiveDate) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.known_from <= record_date)
    }

    fn no_seats(&self) -> SeatsByGrade {
        self.by_grade(&vec![0; self.grades.len()])
    }

    fn by_grade(&self, seats: &[i64]) -> SeatsByGrade {
        self.grades
            .iter()
            .map(|grade| grade.grade.code.clone())
            .zip(seats.iter().copied())
            .collect()
    }
}

/// Both ends included; nothing when they are the wrong way round.
pub(super) fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| *day <= last)
}

/// As a spreadsheet divides.
#[expect(clippy::cast_precision_loss, reason = "seats of a house")]
fn ratio(seats: i64, of: i64) -> f64 {
    seats as f64 / of as f64
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "seats of a house"
)]
fn part(seats: i64, ratio: f64, at_most: i64) -> i64 {
    ((seats.max(0) as f64 * ratio) as i64).min(at_most)
}
