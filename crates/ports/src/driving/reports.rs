use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::Grain;
use domain::reports::{
    break_even, concert_overview, performances, profit_forecast, revenue, target_vs_actual, weekly_occupancy,
    weekly_overview,
};
use thiserror::Error;

use crate::driven::{ReportScope, ReportSourceError};

/// Why there is no report.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The range of days ends before it begins.
    #[error("the range of days ends before it begins")]
    EmptyRange,
    /// There are no figures.
    #[error(transparent)]
    Source(#[from] ReportSourceError),
}

/// A report with the day that moved its windows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved<T> {
    /// The day asked for, or today.
    pub as_of: NaiveDate,
    /// The report.
    pub report: T,
}

/// The reports. `as_of` moves their windows, never the snapshots; `None` means today.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Reports: Send + Sync {
    /// `plays/weekly-overview`.
    async fn weekly_overview(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<weekly_overview::Row>>, ReportError>;

    /// `plays/revenue`.
    async fn revenue(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<revenue::Report>, ReportError>;

    /// `plays/weekly-occupancy`.
    async fn weekly_occupancy(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<weekly_occupancy::Row>>, ReportError>;

    /// `plays/performances` of the days from `from` to `to`; an end that is `None` is open.
    async fn performances(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<performances::Row>>, ReportError>;

    /// `plays/profit-forecast`.
    async fn profit_forecast(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<profit_forecast::Row>>, ReportError>;

    /// `concerts/break-even`.
    async fn break_even(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<break_even::Row>>, ReportError>;

    /// `concerts/overview`.
    async fn concert_overview(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<concert_overview::Report>, ReportError>;

    /// `target-vs-actual`.
    async fn target_vs_actual(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
        grain: Grain,
    ) -> Result<Resolved<Vec<target_vs_actual::Row>>, ReportError>;
}
