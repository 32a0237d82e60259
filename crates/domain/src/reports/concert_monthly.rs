//! Concerts: seats and revenue of each month.

use super::ReportedProduction;
use super::concert_daily::Sold;
use crate::calendar::Month;

/// One concert's months, which are answered as they are summed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Each month that has a daily row, in order of time.
    pub months: Vec<(Month, Sold)>,
}
