//! A production with its plans, its workbooks and the truth about them.

use chrono::NaiveDate;

use super::daily_sheet;
use super::demand::DemandModel;
use super::ledger::Ledger;
use super::performance_sheet;
use super::production::{DailyTarget, MarketingWeek, Production};
use super::sheets::Arrangement;
use super::truth::{DailyFacts, PerformanceFacts, Truth};
use crate::workbook::Workbook;

/// A production with its plans, its workbooks and the truth about them.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleProduction {
    /// What staff enter.
    pub production: Production,
    /// One for each day of sale; none when the sale period is not known.
    pub daily_targets: Vec<DailyTarget>,
    /// Those weeks that have a note.
    pub marketing_weeks: Vec<MarketingWeek>,
    /// The days whose close a workbook describes, oldest first.
    pub record_dates: Vec<NaiveDate>,
    /// What is behind its sales.
    pub model: DemandModel,
    pub(super) ledger: Ledger,
    pub(super) arrangement: Arrangement,
}

/// What a workbook says of a performance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SoldSoFar {
    /// Seats sold.
    pub paid_seats: i64,
    /// What they bring, in won.
    pub revenue_krw: i64,
}

impl SampleProduction {
    /// `20261119_PL2612_두 번째 편지.xlsx`
    pub fn file_name(&self, record_date: NaiveDate) -> String {
        format!(
            "{}_{}_{}.xlsx",
            record_date.format("%Y%m%d"),
            self.production.code,
            self.production.name
        )
    }

    /// The workbook as of the close of this day; meant for [`SampleProduction::record_dates`], and right for every day
    /// that is not later than the last of them.
    pub fn workbook(&self, record_date: NaiveDate) -> Workbook {
        let (title, arrangement) = (&self.production.name, self.arrangement);
        let days = self.ledger.daily_rows(record_date);
        let performances = self.ledger.performance_rows(record_date);
        Workbook::new(self.file_name(record_date))
            .with_sheet(daily_sheet::sheet(
                &self.ledger,
                &self.model,
                &days,
                title,
                record_date,
                arrangement,
            ))
            .with_sheet(performance_sheet::sheet(
                &self.ledger,
                &performances,
                title,
                arrangement,
            ))
    }

    /// The same where the first seats that were paid for have brought so many won more: in every workbook and truth from the day
    /// on which that is known, usually the first of the sale. Panics where nothing was sold.
    #[must_use]
    pub fn with_more_revenue(mut self, krw: i64) -> Self {
        let first = self.ledger.entries.iter_mut().find(|entry| 0 < entry.paid_seats);
        first.expect("something was sold").revenue_krw += krw;
        self
    }

    /// What a server must make of [`SampleProduction::workbook`].
    pub fn truth(&self, record_date: NaiveDate) -> Truth {
        let daily_rows = self.ledger.daily_rows(record_date);
        let performance_rows = self.ledger.performance_rows(record_date);
        Truth {
            file_name: self.file_name(record_date),
            production_code: self.production.code.clone(),
            record_date,
            category: self.production.category,
            daily: DailyFacts::of(&daily_rows),
            performances: PerformanceFacts::of(&performance_rows, self.ledger.is_stage),
            daily_rows,
            performance_rows,
        }
    }

    /// What the workbook of each day says of each performance, in the order of [`Truth::performance_rows`]: from the first sale
    /// day to the last of [`SampleProduction::record_dates`]. The same as many truths, at the cost of one.
    pub fn sold_by_day(&self) -> Vec<(NaiveDate, Vec<SoldSoFar>)> {
        let Some(last) = self.record_dates.iter().max() else {
            return Vec::new();
        };
        self.ledger.sold_by_day(*last)
    }
}
