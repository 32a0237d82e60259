//! Bodies of reports.

mod body;
mod catalogue;
mod concerts;
mod parameters;
mod plays;
mod target_vs_actual;

pub(crate) use body::{ReportBody, ReportView};
pub(crate) use catalogue::CatalogueView;
pub(crate) use concerts::{BreakEvenItem, ConcertOverviewReport};
pub(crate) use parameters::{PerformancesQuery, ReportParameters, ReportQuery, TargetVsActualQuery};
pub(crate) use plays::{OccupancyItem, PerformancesReport, ProfitForecastItem, RevenueReport, WeeklyOverviewItem};
pub(crate) use target_vs_actual::{GrainParam, TargetVsActualReport};

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
