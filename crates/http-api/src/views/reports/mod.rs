//! Bodies of reports.

mod body;
mod capacity;
mod casts;
mod catalogue;
mod concert_sales;
mod concerts;
mod marketing;
mod months;
mod overview;
mod parameters;
mod plays;
mod showings;
mod summary;
mod target_vs_actual;
mod upload_coverage;

pub(crate) use body::{ReportBody, ReportView};
pub(crate) use capacity::{RunOccupancyItem, WeeklyCapacityReport};
pub(crate) use casts::{CastRevenueItem, WeeklyCastsReport};
pub(crate) use catalogue::CatalogueView;
pub(crate) use concert_sales::{
    ConcertDailyItem, ConcertMonthlyItem, ConcertProfitForecastReport, ConcertWeeklyItem, TargetSalesReport,
};
pub(crate) use concerts::{BreakEvenItem, ConcertOverviewReport};
pub(crate) use marketing::{MarketingEffectItem, MarketingWeekItem};
pub(crate) use months::{MonthlyItem, MonthlyReport};
pub(crate) use overview::OverviewReport;
pub(crate) use parameters::{
    OutlookQuery, OverviewQuery, OwnParameters, PerformancesQuery, ReportParameters, ReportQuery, TargetVsActualQuery,
    UploadCoverageQuery, WeeklyCastsQuery,
};
pub(crate) use plays::{OccupancyItem, ProfitForecastReport, RevenueReport, WeeklyOverviewItem, WeeklyOverviewReport};
pub(crate) use showings::{DailyBriefItem, OutlookReport, PerformancesItem, PerformancesReport};
pub(crate) use summary::SummaryReport;
pub(crate) use target_vs_actual::{GrainParam, TargetVsActualReport};
pub(crate) use upload_coverage::UploadCoverageReport;

use chrono::NaiveDate;
use domain::reports::ReportedProduction;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::production::CategoryView;

/// Which production an item is about.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductionHead {
    production_id: Uuid,
    #[schema(example = "MU2611")]
    production_code: String,
    #[schema(example = "봄밤의 왈츠")]
    production_name: String,
    category: CategoryView,
    /// Record date (기준일) of the current snapshot; `null` without one.
    record_date: Option<NaiveDate>,
}

impl From<ReportedProduction> for ProductionHead {
    fn from(production: ReportedProduction) -> Self {
        Self {
            production_id: production.id.0,
            production_code: production.code.to_string(),
            production_name: production.name,
            category: production.category.into(),
            record_date: production.record_date,
        }
    }
}
