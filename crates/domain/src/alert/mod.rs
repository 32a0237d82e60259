//! What the office is told without looking: something is late, low, odd, or good.

mod finding;
mod past;

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use thiserror::Error;
use uuid::Uuid;

use crate::validation::Rule;

pub use finding::{Finding, HeldFile, News, Present, UnusualPerformance, findings, held_files};
pub use past::{Past, PastPerformance, PastRecord};

/// Occupancy below which a performance is low.
pub const LOW_THRESHOLD: Decimal = Decimal::from_parts(40, 0, 0, false, 2);
/// Days that a kind is muted for at most.
pub const MUTED_AT_MOST_DAYS: i64 = 366;

/// Identifies an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AlertId(pub Uuid);

impl fmt::Display for AlertId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertKind {
    /// On sale yesterday, and no workbook tells of that day.
    WorkbookMissing,
    /// Performances of the next seven days that are hardly sold.
    LowPerformance,
    /// Totals under those of the record date before.
    FiguresShrank,
    /// A day that sold far more or less than the production usually sells.
    UnusualDay,
    /// The revenue has met the costs.
    BreakEvenReached,
    /// A file came by itself and waits for somebody's yes.
    ArrivalHeld,
}

impl AlertKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 6] = [
        Self::WorkbookMissing,
        Self::LowPerformance,
        Self::FiguresShrank,
        Self::UnusualDay,
        Self::BreakEvenReached,
        Self::ArrivalHeld,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::WorkbookMissing => "workbook_missing",
            Self::LowPerformance => "low_performance",
            Self::FiguresShrank => "figures_shrank",
            Self::UnusualDay => "unusual_day",
            Self::BreakEvenReached => "break_even_reached",
            Self::ArrivalHeld => "arrival_held",
        }
    }
}

/// A text that is no kind of alert.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no such kind of alert")]
pub struct InvalidAlertKind;

impl FromStr for AlertKind {
    type Err = InvalidAlertKind;

    fn from_str(code: &str) -> Result<Self, InvalidAlertKind> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == code).ok_or(InvalidAlertKind)
    }
}

/// Refuses an instant that nothing may be muted until.
pub fn check_mute(until: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Rule> {
    if until <= now {
        return Err(Rule::Past);
    }
    let fits = until - now <= TimeDelta::days(MUTED_AT_MOST_DAYS);
    fits.then_some(()).ok_or(Rule::TooFar(MUTED_AT_MOST_DAYS))
}
