use async_trait::async_trait;
use chrono::NaiveDate;
use domain::access::Visible;
use domain::calendar::{DateRange, Grain};
use domain::distribution::SaleHistory;
use domain::production::ProductionId;
use domain::reports::{
    break_even, cast_revenue, concert_daily, concert_monthly, concert_overview, concert_profit_forecast,
    concert_weekly, daily_brief, marketing_effect, marketing_week, monthly, occupancy, outlook, overview, performances,
    profit_forecast, revenue, summary, target_sales, target_vs_actual, upload_coverage, weekly_capacity, weekly_casts,
    weekly_occupancy, weekly_overview,
};
use thiserror::Error;

use super::StorageError;

/// Which categories a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// Plays and musicals.
    Stage,
    /// Concerts.
    Concert,
    /// All categories.
    Any,
}

/// Which productions a report covers, of those of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ReportScope {
    /// Of these, whatever else is said: those that the caller sees. A production outside is one that does not exist.
    pub visible: Visible,
    /// These, active or not; empty means all active ones.
    pub production_ids: Vec<ProductionId>,
    /// Without named productions: inactive ones as well.
    pub include_inactive: bool,
}

/// Why there are no figures.
#[derive(Debug, Clone, Error)]
pub enum ReportSourceError {
    /// A production was named that does not exist.
    #[error("there is no production {0}")]
    UnknownProduction(ProductionId),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What was read, and how many changes were committed in the database snapshot that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The data version.
    pub data_version: i64,
    /// What was read.
    pub value: T,
}

impl<T> Versioned<T> {
    /// The same version of what becomes of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Versioned<U> {
        Versioned {
            data_version: self.data_version,
            value: make(self.value),
        }
    }
}

/// What a source of figures answers.
pub type Read<T> = Result<Versioned<T>, ReportSourceError>;

/// Sums over the current snapshots. Each answer is read from one database snapshot; productions come by code.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ReportSource: Send + Sync {
    /// Figures of `plays/weekly-overview`.
    async fn weekly_overview(
        &self,
        scope: &ReportScope,
        weeks: weekly_overview::Weeks,
    ) -> Read<Vec<weekly_overview::Figures>>;

    /// Figures of `plays/revenue`.
    async fn revenue(&self, scope: &ReportScope) -> Read<Vec<revenue::Figures>>;

    /// Figures of `plays/weekly-occupancy`.
    async fn weekly_occupancy(&self, scope: &ReportScope) -> Read<Vec<weekly_occupancy::Figures>>;

    /// Figures of `plays/performances` of the days from `from` to `to`; an end that is `None` is open.
    async fn performances(
        &self,
        scope: &ReportScope,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Read<Vec<performances::Figures>>;

    /// Figures of `plays/profit-forecast`.
    async fn profit_forecast(&self, scope: &ReportScope) -> Read<Vec<profit_forecast::Figures>>;

    /// Figures of `plays/weekly-casts` of a week.
    async fn weekly_casts(&self, scope: &ReportScope, week: DateRange) -> Read<Vec<weekly_casts::Figures>>;

    /// Figures of `plays/cast-revenue`.
    async fn cast_revenue(&self, scope: &ReportScope) -> Read<Vec<cast_revenue::Figures>>;

    /// Figures of `plays/outlook` of two weeks.
    async fn outlook(&self, scope: &ReportScope, weeks: outlook::Weeks) -> Read<Vec<outlook::Figures>>;

    /// Figures of `plays/daily-brief` as of a day.
    async fn daily_brief(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<daily_brief::Figures>>;

    /// Figures of `plays/monthly` and `plays/monthly-by-production`.
    async fn monthly(&self, scope: &ReportScope, months: monthly::Months) -> Read<monthly::Figures>;

    /// Figures of `plays/occupancy`.
    async fn occupancy(&self, scope: &ReportScope) -> Read<Vec<occupancy::Figures>>;

    /// Figures of `plays/weekly-capacity`.
    async fn weekly_capacity(&self, scope: &ReportScope) -> Read<Vec<weekly_capacity::Figures>>;

    /// Figures of `plays/summary`, all three parts from the same database snapshot.
    async fn summary(&self, scope: &ReportScope, windows: summary::Windows) -> Read<summary::Figures>;
    /// Figures of `concerts/daily`.
    async fn concert_daily(&self, scope: &ReportScope) -> Read<Vec<concert_daily::Figures>>;

    /// Figures of `concerts/weekly`.
    async fn concert_weekly(&self, scope: &ReportScope) -> Read<Vec<concert_weekly::Figures>>;

    /// `concerts/monthly`, in which nothing is left to compute.
    async fn concert_monthly(&self, scope: &ReportScope) -> Read<Vec<concert_monthly::Row>>;

    /// Figures of `concerts/break-even`.
    async fn break_even(&self, scope: &ReportScope) -> Read<Vec<break_even::Figures>>;

    /// Figures of `concerts/overview` as of a day.
    async fn concert_overview(&self, scope: &ReportScope, as_of: NaiveDate) -> Read<Vec<concert_overview::Figures>>;

    /// Figures of `concerts/profit-forecast`.
    async fn concert_profit_forecast(&self, scope: &ReportScope) -> Read<Vec<concert_profit_forecast::Figures>>;

    /// Figures of `concerts/target-sales`.
    async fn target_sales(&self, scope: &ReportScope) -> Read<Vec<target_sales::Figures>>;

    /// Figures of `concerts/marketing-week` of the week that holds a day.
    async fn marketing_week(&self, scope: &ReportScope, day: NaiveDate) -> Read<Vec<marketing_week::Figures>>;

    /// Figures of `marketing-effect`.
    async fn marketing_effect(&self, scope: &ReportScope) -> Read<Vec<marketing_effect::Figures>>;

    /// Figures of `upload-coverage` over these days.
    async fn upload_coverage(&self, scope: &ReportScope, days: DateRange) -> Read<Vec<upload_coverage::Figures>>;

    /// Figures of `target-vs-actual`.
    async fn target_vs_actual(&self, scope: &ReportScope, grain: Grain) -> Read<Vec<target_vs_actual::Figures>>;

    /// Figures of `overview`.
    async fn overview(&self, scope: &ReportScope, windows: overview::Windows) -> Read<Vec<overview::Figures>>;

    /// What the productions sold on each day of their sale periods.
    async fn sale_histories(&self, scope: &ReportScope) -> Read<Vec<SaleHistory>>;
}
