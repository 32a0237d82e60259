use chrono::NaiveDate;
use domain::reports::summary;
use serde::Serialize;
use utoipa::ToSchema;

use super::{OccupancyItem, PerformancesItem, WeeklyOverviewItem};

/// Last week, the performances around today, the weeks of each run: all of one data version.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SummaryReport {
    /// Name of the report.
    #[schema(example = "plays/summary")]
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// Items of `plays/weekly-overview`.
    weekly_overview: Vec<WeeklyOverviewItem>,
    /// Items of `plays/performances`, from two days before `asOf` to seven after.
    performances: Vec<PerformancesItem>,
    /// Items of `plays/weekly-occupancy`.
    weekly_occupancy: Vec<OccupancyItem>,
}

impl SummaryReport {
    pub(crate) fn new(as_of: NaiveDate, report: summary::Report) -> Self {
        let overview = report.weekly_overview.into_iter();
        let occupancy = report.weekly_occupancy.into_iter();
        Self {
            report: "plays/summary",
            as_of,
            weekly_overview: overview.map(WeeklyOverviewItem::from).collect(),
            performances: report.performances.into_iter().map(PerformancesItem::from).collect(),
            weekly_occupancy: occupancy.map(OccupancyItem::from).collect(),
        }
    }
}
