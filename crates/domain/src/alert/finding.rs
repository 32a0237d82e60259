//! From what is known of a production to what is worth telling.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::AlertKind;
use super::past::{Past, PastRecord};
use crate::calendar::{KstInstant, shift};
use crate::collection::{ArrivalId, HeldFor};
use crate::reports::showing::Showing;
use crate::sales::SaleTotals;

/// Totals below this share of those before are told, as the finding about workbooks says it.
const SHRUNK_BELOW_PERCENT: i128 = 95;
/// For so long it is news that the costs are met.
const NEWS_DAYS: i64 = 7;

/// Something to be told, once for each of its causes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is told for: never empty. With production and kind each is told once.
    pub causes: Vec<String>,
    /// What is told.
    pub news: News,
}

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// No workbook tells of yesterday.
    WorkbookMissing {
        /// Yesterday.
        day: NaiveDate,
    },
    /// Performances that are hardly sold, by start.
    LowPerformances(Vec<Showing>),
    /// Totals are under those before.
    FiguresShrank {
        /// The record date before.
        before: (NaiveDate, SaleTotals),
        /// The current one.
        now: (NaiveDate, SaleTotals),
    },
    /// A day sold far more or less than usual.
    UnusualDay {
        /// The day.
        day: NaiveDate,
        /// Seats sold that day.
        sold_seats: i64,
        /// Seats that were expected the evening before.
        expected_seats: i64,
        /// Worth of the difference at the mean price, in won.
        difference_krw: i64,
        /// Performances with the largest share of the difference, largest first.
        performances: Vec<UnusualPerformance>,
    },
    /// The revenue has met the costs.
    BreakEvenReached {
        /// The first record date that says so.
        day: NaiveDate,
        /// Revenue by then, in won.
        revenue_krw: i64,
        /// The costs, in won.
        break_even_krw: i64,
    },
    /// Files that wait for somebody's yes, the oldest first.
    ArrivalsHeld(Vec<HeldFile>),
}

/// A file that waits for somebody's yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// The arrival.
    pub arrival: ArrivalId,
    /// Name of the source that it came from.
    pub source: String,
    /// Its name.
    pub file_name: String,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// Why it waits.
    pub reasons: Vec<HeldFor>,
}

/// A performance's part in an unusual day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnusualPerformance {
    /// Its start.
    pub starts_at: KstInstant,
    /// Seats sold that day beyond those expected; negative: fewer.
    pub seats: i64,
}

impl News {
    /// What it is about.
    pub fn kind(&self) -> AlertKind {
        match self {
            Self::WorkbookMissing { .. } => AlertKind::WorkbookMissing,
            Self::LowPerformances(_) => AlertKind::LowPerformance,
            Self::FiguresShrank { .. } => AlertKind::FiguresShrank,
            Self::UnusualDay { .. } => AlertKind::UnusualDay,
            Self::BreakEvenReached { .. } => AlertKind::BreakEvenReached,
            Self::ArrivalsHeld(_) => AlertKind::ArrivalHeld,
        }
    }
}

/// How a production stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Present<'p> {
    /// Whether its workbook is late: nobody is late before the hour.
    pub is_late: bool,
    /// Performances of the next seven days below [`LOW_THRESHOLD`](super::LOW_THRESHOLD), by start.
    pub low_performances: &'p [Showing],
}

/// What is worth telling of a production on `as_of` that was not told yet.
pub fn findings(
    present: Present<'_>,
    past: &Past,
    told: &BTreeSet<(AlertKind, String)>,
    as_of: NaiveDate,
) -> Vec<Finding> {
    let is_new = |kind: AlertKind, cause: &str| !told.contains(&(kind, cause.to_owned()));
    let once = |(cause, news): (String, News)| {
        is_new(news.kind(), &cause).then(|| Finding {
            causes: vec![cause],
            news,
        })
    };
    let yesterday = shift(as_of, -1);
    let late = (yesterday.to_string(), News::WorkbookMissing { day: yesterday });
    let found = [
        present.is_late.then_some(late).and_then(once),
        low(present.low_performances, &is_new),
        shrunk(past).and_then(once),
        unusual(past).and_then(once),
        break_even(past, as_of).and_then(once),
    ];
    found.into_iter().flatten().collect()
}

/// Files that wait and were not told of; each is told once.
pub fn held_files(all: &[HeldFile], told: &BTreeSet<(AlertKind, String)>) -> Option<Finding> {
    let cause = |file: &HeldFile| file.arrival.to_string();
    let is_new = |file: &&HeldFile| !told.contains(&(AlertKind::ArrivalHeld, cause(file)));
    let files: Vec<_> = all.iter().filter(is_new).cloned().collect();
    (!files.is_empty()).then(|| Finding {
        causes: files.iter().map(cause).collect(),
        news: News::ArrivalsHeld(files),
    })
}

/// Performances that were not told of; each is told once.
fn low(all: &[Showing], is_new: &impl Fn(AlertKind, &str) -> bool) -> Option<Finding> {
    let cause = |showing: &Showing| showing.starts_at.to_rfc3339();
    let is_new = |showing: &&Showing| is_new(AlertKind::LowPerformance, &cause(showing));
    let performances: Vec<_> = all.iter().filter(is_new).cloned().collect();
    let causes: Vec<_> = performances.iter().map(cause).collect();
    (!causes.is_empty()).then_some(Finding {
        causes,
        news: News::LowPerformances(performances),
    })
}

fn shrunk(past: &Past) -> Option<(String, News)> {
    let [.., before, now] = past.records.as_slice() else {
        return None;
    };
    let is_less =
        |before: i64, now: i64| before > 0 && i128::from(now) * 100 < i128::from(before) * SHRUNK_BELOW_PERCENT;
    let (old, new) = (before.totals, now.totals);
    let has_shrunk = is_less(old.revenue_krw, new.revenue_krw) || is_less(old.seats, new.seats);
    let of = |record: &PastRecord| (record.day, record.totals);
    has_shrunk.then(|| {
        // Other totals of the same day are another cause.
        let cause = format!("{} {} {}", now.day, new.revenue_krw, new.seats);
        let news = News::FiguresShrank {
            before: of(before),
            now: of(now),
        };
        (cause, news)
    })
}

fn unusual(past: &Past) -> Option<(String, News)> {
    let alert = past.unusual()?;
    let starts = past.starts();
    let performances = alert.drivers.iter().filter_map(|driver| {
        Some(UnusualPerformance {
            starts_at: *starts.get(driver.performance)?,
            seats: driver.seats,
        })
    });
    let news = News::UnusualDay {
        day: alert.day,
        sold_seats: alert.sold_seats,
        expected_seats: alert.expected_seats,
        difference_krw: alert.difference_krw,
        performances: performances.collect(),
    };
    Some((alert.day.to_string(), news))
}

/// Told once for each height of the costs, and only while it is news.
fn break_even(past: &Past, as_of: NaiveDate) -> Option<(String, News)> {
    let break_even_krw = past.break_even_krw.filter(|krw| *krw > 0)?;
    let is_met = |record: &&PastRecord| record.totals.revenue_krw >= break_even_krw;
    let first = past.records.iter().find(is_met)?;
    // The first one that is known may have met them long ago, unless the sale had just begun.
    let is_first_known = past.records.first().is_some_and(|record| record.day == first.day);
    let had_begun = past.sale_start.is_none_or(|start| start < shift(first.day, -NEWS_DAYS));
    let is_still_met = past.newest().as_ref().is_some_and(is_met);
    let is_news = first.day >= shift(as_of, -NEWS_DAYS) && !(is_first_known && had_begun);
    (is_news && is_still_met).then(|| {
        let news = News::BreakEvenReached {
            day: first.day,
            revenue_krw: first.totals.revenue_krw,
            break_even_krw,
        };
        (break_even_krw.to_string(), news)
    })
}
