use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, KstInstant, Month};
use domain::grade::SeatsByGrade;
use domain::planning::{DailyTargets, MarketingWeek, PeriodChange, weekly_targets};
use domain::production::{Category, Production, ProductionCode, ProductionDetails, ProductionId};
use domain::validation::FieldError;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::driven::{CalendarNotes, MonthlyNotes, Patch, ProductionQuery, StorageError, WeekNotesPatch};
use crate::paging::Page;

/// Why the back office refuses.
#[derive(Debug, Error)]
pub enum DeskError {
    /// There is no such production.
    #[error("there is no such production")]
    UnknownProduction,
    /// The request breaks rules; all of them.
    #[error("{} of the request's fields break a rule", .0.len())]
    Invalid(Vec<FieldError>),
    /// Another production has this code or name.
    #[error("another production has this {0}")]
    Taken(&'static str),
    /// The category cannot change once there is an upload.
    #[error("the category is fixed, because there is an upload")]
    CategoryFixed,
    /// The new sale period would lose targets or notes.
    #[error("the sale period would lose {} targets and the notes of {} weeks", .0.lost_targets.len(), .0.lost_notes.len())]
    WouldLose(Box<PeriodChange>),
    /// There are no sale days to make rows for.
    #[error("the production has no sale period; set saleStart and saleEnd first")]
    NoSalePeriod,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Changes to a production; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductionChange {
    /// New code.
    pub code: Option<ProductionCode>,
    /// New name.
    pub name: Option<String>,
    /// New category.
    pub category: Option<Category>,
    /// Whether reports list it.
    pub active: Option<bool>,
    /// Venue.
    pub venue: Patch<String>,
    /// First day of the run.
    pub run_start: Patch<NaiveDate>,
    /// Last day of the run.
    pub run_end: Patch<NaiveDate>,
    /// First day of sale.
    pub sale_start: Patch<NaiveDate>,
    /// Last day of sale.
    pub sale_end: Patch<NaiveDate>,
    /// Length in minutes.
    pub running_minutes: Patch<i32>,
    /// Share of the house that is aimed at.
    pub target_share: Patch<Decimal>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Patch<i64>,
    /// Seats on sale per performance.
    pub seats_per_performance: Patch<i64>,
    /// Last day of previews.
    pub preview_end: Patch<NaiveDate>,
    /// When the concert begins.
    pub concert_at: Patch<KstInstant>,
    /// Seats per grade of one performance.
    pub seat_inventory: Patch<SeatsByGrade>,
    /// Whether targets and notes may be lost.
    pub force: bool,
}

/// Enters and changes productions.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ProductionDesk: Send + Sync {
    /// Enters a production, with a target of 0 for each day and an empty marketing week for each week of its sale.
    async fn create(&self, details: ProductionDetails) -> Result<Production, DeskError>;

    /// One production.
    async fn read(&self, id: ProductionId) -> Result<Production, DeskError>;

    /// One page of productions.
    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, DeskError>;

    /// Changes a production. Loses no target and no note unless `force` says so.
    async fn change(&self, id: ProductionId, change: ProductionChange) -> Result<Production, DeskError>;
}

/// Targets of one production, those of the days asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets {
    /// By day.
    pub days: DailyTargets,
    /// Summed by calendar week.
    pub weeks: BTreeMap<NaiveDate, i64>,
    /// Summed over all days.
    pub total_krw: i64,
}

impl From<DailyTargets> for Targets {
    fn from(days: DailyTargets) -> Self {
        Self {
            weeks: weekly_targets(&days),
            total_krw: days.values().sum(),
            days,
        }
    }
}

/// Plans targets and marketing.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait PlanningDesk: Send + Sync {
    /// The targets of the days of `days`.
    async fn targets(&self, id: ProductionId, days: DateRange) -> Result<Targets, DeskError>;

    /// Sets the targets of these days, and leaves the others; answers all.
    async fn set_targets(&self, id: ProductionId, targets: Vec<(NaiveDate, i64)>) -> Result<Targets, DeskError>;

    /// The marketing weeks of the sale period.
    async fn marketing_weeks(&self, id: ProductionId) -> Result<Vec<MarketingWeek>, DeskError>;

    /// Changes the notes of the weeks that hold these days, in turn; answers all.
    async fn change_marketing_weeks(
        &self,
        id: ProductionId,
        weeks: Vec<(NaiveDate, WeekNotesPatch)>,
    ) -> Result<Vec<MarketingWeek>, DeskError>;

    /// The company's notes of the months from `first` to `last`.
    async fn monthly_notes(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, DeskError>;

    /// Sets notes of months, and removes empty ones; answers those of the months concerned.
    async fn set_monthly_notes(&self, notes: Vec<(Month, Option<String>)>) -> Result<MonthlyNotes, DeskError>;

    /// The company's notes of the days from `first` to `last`.
    async fn calendar_notes(
        &self,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<CalendarNotes, DeskError>;

    /// Sets notes of days, and removes empty ones; answers those of the days concerned.
    async fn set_calendar_notes(&self, notes: Vec<(NaiveDate, Option<String>)>) -> Result<CalendarNotes, DeskError>;
}
