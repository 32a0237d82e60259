//! What the live snapshots of a production said, one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::calendar::KstInstant;
use crate::foresight::{self, Experience, Holidays, Record, Run, Takings};
use crate::production::Category;
use crate::sales::SaleTotals;

/// Share of the gross of a full run that an unusual day must differ by (Foresight 8).
const WORTH_TELLING: i64 = 200;

/// A production's live snapshots of the last weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its category.
    pub category: Category,
    /// First day of sale.
    pub sale_start: Option<NaiveDate>,
    /// Last day of previews.
    pub preview_end: Option<NaiveDate>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Seats of the house per performance.
    pub house_seats: Option<i64>,
    /// Days on which other people come.
    pub holidays: Arc<Holidays>,
    /// By record date, each once.
    pub records: Vec<PastRecord>,
}

/// What the live snapshot of a record date says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRecord {
    /// The record date.
    pub day: NaiveDate,
    /// Totals of the daily sales.
    pub totals: SaleTotals,
    /// Whether it took the place of an earlier statement of the same day.
    pub is_restated: bool,
    /// By start.
    pub performances: BTreeMap<KstInstant, PastPerformance>,
}

/// What a snapshot says of a performance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastPerformance {
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Won; `None` for concerts.
    pub revenue_krw: Option<i64>,
}

impl Past {
    /// The current snapshot.
    pub(super) fn newest(&self) -> Option<&PastRecord> {
        self.records.last()
    }

    /// The performances of the current snapshot.
    pub(super) fn starts(&self) -> Vec<KstInstant> {
        self.newest()
            .map(|record| record.performances.keys().copied().collect())
            .unwrap_or_default()
    }

    /// What is unusual about the day of the current snapshot, where something is (Foresight 8).
    pub(super) fn unusual(&self) -> Option<foresight::Alert> {
        let newest = self.newest()?;
        let run = self.run(newest);
        let found = foresight::alerts(
            &run,
            &Experience::shipped(),
            newest.day,
            newest.day,
            self.worth_telling_krw(newest)?,
        );
        found.into_iter().next()
    }

    fn run(&self, newest: &PastRecord) -> Run {
        let performance = |(start, sold): (&KstInstant, &PastPerformance)| {
            let day = start.date_naive();
            let is_preview = self.preview_end.is_some_and(|end| day <= end);
            let sellable = self.sellable_seats(sold);
            let sellable = u32::try_from(sellable).unwrap_or_default();
            foresight::Performance::new(day, start.time(), sellable, is_preview, &self.holidays)
        };
        let performances = newest.performances.iter().map(performance).collect();
        let records = self.records.iter().map(|record| of_run(record, newest)).collect();
        Run::new(self.category, self.sale_start, performances, records)
    }

    fn sellable_seats(&self, of: &PastPerformance) -> i64 {
        self.house_seats
            .map_or(0, |house| (house - of.complimentary_seats).max(of.paid_seats))
    }

    /// Half a percent of what all seats would bring at the mean price; `None` while nothing is sold.
    fn worth_telling_krw(&self, newest: &PastRecord) -> Option<i64> {
        let seats: i64 = newest.performances.values().map(|one| self.sellable_seats(one)).sum();
        let SaleTotals {
            revenue_krw,
            seats: sold,
        } = newest.totals;
        let gross = i128::from(revenue_krw) * i128::from(seats) / i128::from((sold > 0).then_some(sold)?);
        i64::try_from(gross).ok().map(|gross| gross / WORTH_TELLING)
    }
}

/// A record in the order of the performances of the newest one.
fn of_run(record: &PastRecord, newest: &PastRecord) -> Record {
    let of = |start: &KstInstant| record.performances.get(start);
    let starts = || newest.performances.keys();
    let is_known = record.performances.values().all(|one| one.revenue_krw.is_some());
    let krw = |start| of(start).and_then(|one| one.revenue_krw).unwrap_or_default();
    Record {
        day: record.day,
        sold_seats: starts()
            .map(|start| of(start).map_or(0, |one| one.paid_seats))
            .collect(),
        takings_krw: if is_known {
            Takings::PerPerformance(starts().map(krw).collect())
        } else {
            Takings::Total(record.totals.revenue_krw)
        },
        is_restated: record.is_restated,
    }
}
