use chrono::NaiveDate;
use ports::driving::Report;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    BreakEvenItem, CastRevenueItem, ConcertDailyItem, ConcertMonthlyItem, ConcertOverviewReport,
    ConcertProfitForecastReport, ConcertWeeklyItem, DailyBriefItem, MarketingEffectItem, MarketingWeekItem,
    MonthlyItem, MonthlyReport, OccupancyItem, OutlookReport, OverviewReport, PerformancesReport, ProfitForecastReport,
    RevenueReport, RunOccupancyItem, SummaryReport, TargetSalesReport, TargetVsActualReport, UploadCoverageReport,
    WeeklyCapacityReport, WeeklyCastsReport, WeeklyOverviewReport,
};

/// A report with one item per production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportView<T> {
    /// Name of the report.
    report: &'static str,
    /// The day that moves the report's windows.
    as_of: NaiveDate,
    /// By production code.
    items: Vec<T>,
}

/// The body of any report.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum ReportBody {
    WeeklyOverview(WeeklyOverviewReport),
    Revenue(RevenueReport),
    WeeklyOccupancy(ReportView<OccupancyItem>),
    Performances(PerformancesReport),
    ProfitForecast(ProfitForecastReport),
    WeeklyCasts(WeeklyCastsReport),
    CastRevenue(ReportView<CastRevenueItem>),
    Outlook(OutlookReport),
    DailyBrief(ReportView<DailyBriefItem>),
    Monthly(MonthlyReport),
    MonthlyByProduction(ReportView<MonthlyItem>),
    Occupancy(ReportView<RunOccupancyItem>),
    WeeklyCapacity(WeeklyCapacityReport),
    Summary(SummaryReport),
    ConcertDaily(ReportView<ConcertDailyItem>),
    ConcertWeekly(ReportView<ConcertWeeklyItem>),
    ConcertMonthly(ReportView<ConcertMonthlyItem>),
    BreakEven(ReportView<BreakEvenItem>),
    ConcertOverview(ConcertOverviewReport),
    ConcertProfitForecast(ConcertProfitForecastReport),
    TargetSales(TargetSalesReport),
    MarketingWeek(ReportView<MarketingWeekItem>),
    MarketingEffect(ReportView<MarketingEffectItem>),
    UploadCoverage(UploadCoverageReport),
    TargetVsActual(TargetVsActualReport),
    Overview(Box<OverviewReport>),
}

impl ReportBody {
    /// The report as the contract has it.
    pub(crate) fn new(as_of: NaiveDate, report: Report) -> Self {
        match report {
            Report::WeeklyOverview(report) => Self::WeeklyOverview(WeeklyOverviewReport::new(as_of, report)),
            Report::Revenue(report) => Self::Revenue(RevenueReport::new(as_of, report)),
            Report::WeeklyOccupancy(rows) => Self::WeeklyOccupancy(view("plays/weekly-occupancy", as_of, rows)),
            Report::Performances { from, to, rows } => {
                Self::Performances(PerformancesReport::new(as_of, (from, to), rows))
            }
            Report::ProfitForecast(report) => Self::ProfitForecast(ProfitForecastReport::new(as_of, report)),
            Report::WeeklyCasts { top, rows } => Self::WeeklyCasts(WeeklyCastsReport::new(as_of, top, rows)),
            Report::CastRevenue(rows) => Self::CastRevenue(view("plays/cast-revenue", as_of, rows)),
            Report::Outlook { low_threshold, rows } => Self::Outlook(OutlookReport::new(as_of, low_threshold, rows)),
            Report::DailyBrief(rows) => Self::DailyBrief(view("plays/daily-brief", as_of, rows)),
            Report::Monthly(rows) => Self::Monthly(MonthlyReport::new(as_of, rows)),
            Report::MonthlyByProduction(rows) => {
                Self::MonthlyByProduction(view("plays/monthly-by-production", as_of, rows))
            }
            Report::Occupancy(rows) => Self::Occupancy(view("plays/occupancy", as_of, rows)),
            Report::WeeklyCapacity(report) => Self::WeeklyCapacity(WeeklyCapacityReport::new(as_of, report)),
            Report::Summary(report) => Self::Summary(SummaryReport::new(as_of, report)),
            Report::ConcertDaily(rows) => Self::ConcertDaily(view("concerts/daily", as_of, rows)),
            Report::ConcertWeekly(rows) => Self::ConcertWeekly(view("concerts/weekly", as_of, rows)),
            Report::ConcertMonthly(rows) => Self::ConcertMonthly(view("concerts/monthly", as_of, rows)),
            Report::BreakEven(rows) => Self::BreakEven(view("concerts/break-even", as_of, rows)),
            Report::ConcertOverview(report) => Self::ConcertOverview(ConcertOverviewReport::new(as_of, report)),
            Report::ConcertProfitForecast(report) => {
                Self::ConcertProfitForecast(ConcertProfitForecastReport::new(as_of, report))
            }
            Report::TargetSales(report) => Self::TargetSales(TargetSalesReport::new(as_of, report)),
            Report::MarketingWeek(rows) => Self::MarketingWeek(view("concerts/marketing-week", as_of, rows)),
            Report::MarketingEffect(rows) => Self::MarketingEffect(view("marketing-effect", as_of, rows)),
            Report::UploadCoverage { days, rows } => Self::UploadCoverage(UploadCoverageReport::new(as_of, days, rows)),
            Report::TargetVsActual { grain, window, report } => {
                Self::TargetVsActual(TargetVsActualReport::new(as_of, grain, window, report))
            }
            Report::Overview { low_threshold, report } => {
                Self::Overview(Box::new(OverviewReport::new(as_of, low_threshold, *report)))
            }
        }
    }
}

/// A report with one item per production, each made of one row.
fn view<R, T: From<R>>(report: &'static str, as_of: NaiveDate, rows: Vec<R>) -> ReportView<T> {
    ReportView {
        report,
        as_of,
        items: rows.into_iter().map(T::from).collect(),
    }
}
