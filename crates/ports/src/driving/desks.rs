use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::access::Rights;
use domain::calendar::{DateRange, KstInstant, Month};
use domain::grade::SeatsByGrade;
use domain::planning::{DailyTargets, MarketingWeek, PeriodChange, weekly_targets};
use domain::production::{
    Category, Production, ProductionCode, ProductionDetails, ProductionDraft, ProductionId, RevenueBasis,
};
use domain::seat_grades::SeatGrades;
use domain::validation::Breach;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::actor::{Actor, Edit, Refusal};
use crate::driven::{
    CalendarNotes, ListError, MonthlyNotes, Patch, ProductionQuery, StorageError, WebhookUrl, WeekNotesPatch,
};
use crate::paging::Page;

/// Why the back office refuses.
#[derive(Debug, Error)]
pub enum DeskError {
    /// There is no such production.
    #[error("there is no such production")]
    UnknownProduction,
    /// There is no such campaign of the production.
    #[error("there is no such campaign")]
    UnknownCampaign,
    /// The production has as many campaigns as it may have.
    #[error("the production has {0} campaigns; delete some first")]
    TooManyCampaigns(i64),
    /// The request breaks rules; all of them.
    #[error("{} of the request's fields break a rule", .0.len())]
    Invalid(Vec<Breach>),
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
    /// The production has snapshots.
    #[error("the production has snapshots; force=true deletes them with it")]
    HasSnapshots,
    /// Whoever asks may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file cannot be read as a list.
    #[error(transparent)]
    List(#[from] ListError),
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
    /// Seats per grade of one performance; not together with `seat_grades`.
    pub seat_inventory: Patch<SeatsByGrade>,
    /// The grades in their order.
    pub seat_grades: Patch<SeatGrades>,
    /// Target revenue of the run.
    pub target_krw: Patch<i64>,
    /// What all of it costs.
    pub production_cost_krw: Patch<i64>,
    /// Which revenue is meant.
    pub revenue_basis: Option<RevenueBasis>,
    /// The production's own webhook; only the office sets it.
    pub slack_webhook: Patch<WebhookUrl>,
    /// Whether targets and notes may be lost.
    pub force: bool,
}

/// One row of a list of productions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRow {
    /// Its row or line in the file.
    pub row: u32,
    /// What it says; `None` where it cannot be read.
    pub details: Option<ProductionDetails>,
    /// The rules that it breaks, by the fields of its columns.
    pub errors: Vec<Breach>,
}

/// What became of a list of productions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionImport {
    /// The rows.
    pub rows: Vec<ImportedRow>,
    /// Those that were entered: all, or none.
    pub entered: Vec<Production>,
}

impl ProductionImport {
    /// Whether every row can be entered.
    pub fn is_valid(&self) -> bool {
        self.rows.iter().all(|row| row.errors.is_empty())
    }
}

/// Enters and changes productions. `rights` are those of whoever asks: only admins and masters set webhooks.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ProductionDesk: Send + Sync {
    /// Refuses whoever may not set the webhook of `production`, or of a new one. Entering and changing refuse as well; asked
    /// before a form is looked at, nobody who may not is told what else is wrong with it.
    fn permit_webhook(&self, production: Option<ProductionId>, rights: &Rights) -> Result<(), DeskError>;

    /// Enters a production, with a target of 0 for each day and an empty marketing week for each week of its sale.
    async fn create(
        &self,
        draft: ProductionDraft,
        slack_webhook: Option<WebhookUrl>,
        rights: &Rights,
        by: &Actor,
    ) -> Result<Production, DeskError>;

    /// One production.
    async fn read(&self, id: ProductionId) -> Result<Production, DeskError>;

    /// One page of productions.
    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, DeskError>;

    /// Changes a production. Loses no target and no note unless `force` says so.
    async fn change(
        &self,
        id: ProductionId,
        change: ProductionChange,
        rights: &Rights,
        edit: &Edit,
    ) -> Result<Production, DeskError>;

    /// Deletes a production with all that belongs to it. Refused while it has snapshots, unless forced.
    async fn delete(&self, id: ProductionId, force: bool, edit: &Edit) -> Result<(), DeskError>;

    /// Reads a list of productions and enters them all, or none when a row is wrong or with `dry_run`. Answers what
    /// each row says.
    async fn import(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        dry_run: bool,
        by: &Actor,
    ) -> Result<ProductionImport, DeskError>;
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
    /// Counts the changes of the production's targets, for `If-Match`.
    pub revision: i64,
}

impl Targets {
    /// These days, summed up.
    pub fn new(days: DailyTargets, revision: i64) -> Self {
        Self {
            revision,
            weeks: weekly_targets(&days),
            total_krw: days.values().sum(),
            days,
        }
    }
}

/// The marketing weeks of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketingPlan {
    /// The weeks of its sale period.
    pub weeks: Vec<MarketingWeek>,
    /// Counts the changes of the weeks, for `If-Match`.
    pub revision: i64,
}

/// Plans targets and marketing.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait PlanningDesk: Send + Sync {
    /// The targets of the days of `days`.
    async fn targets(&self, id: ProductionId, days: DateRange) -> Result<Targets, DeskError>;

    /// Sets the targets of these days, and leaves the others; answers all.
    async fn set_targets(
        &self,
        id: ProductionId,
        targets: Vec<(NaiveDate, i64)>,
        edit: &Edit,
    ) -> Result<Targets, DeskError>;

    /// The marketing weeks of the sale period.
    async fn marketing_weeks(&self, id: ProductionId) -> Result<MarketingPlan, DeskError>;

    /// Changes the notes of the weeks that hold these days, in turn; answers all.
    async fn change_marketing_weeks(
        &self,
        id: ProductionId,
        weeks: Vec<(NaiveDate, WeekNotesPatch)>,
        edit: &Edit,
    ) -> Result<MarketingPlan, DeskError>;

    /// The company's notes of the months from `first` to `last`.
    async fn monthly_notes(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, DeskError>;

    /// Sets notes of months, and removes empty ones; answers those of the months concerned.
    async fn set_monthly_notes(
        &self,
        notes: Vec<(Month, Option<String>)>,
        edit: &Edit,
    ) -> Result<MonthlyNotes, DeskError>;

    /// The company's notes of the days from `first` to `last`.
    async fn calendar_notes(
        &self,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<CalendarNotes, DeskError>;

    /// Sets notes of days, and removes empty ones; answers those of the days concerned.
    async fn set_calendar_notes(
        &self,
        notes: Vec<(NaiveDate, Option<String>)>,
        edit: &Edit,
    ) -> Result<CalendarNotes, DeskError>;
}
