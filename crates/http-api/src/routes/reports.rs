//! Reports.

use actix_web::HttpResponse;
use ports::driving::Question;
use utoipa::IntoResponses;

use crate::extract::Query;
use crate::problem::{ApiError, Problem};
use crate::reports::ReportDesk;
use crate::views::reports::{
    BreakEvenItem, CastRevenueItem, ConcertDailyItem, ConcertMonthlyItem, ConcertOverviewReport,
    ConcertProfitForecastReport, ConcertWeeklyItem, DailyBriefItem, MarketingEffectItem, MarketingWeekItem,
    MonthlyItem, MonthlyReport, OccupancyItem, OutlookQuery, OutlookReport, OverviewQuery, OverviewReport,
    OwnParameters, PerformancesQuery, PerformancesReport, ProfitForecastReport, ReportQuery, ReportView, RevenueReport,
    RunOccupancyItem, SummaryReport, TargetSalesReport, TargetVsActualQuery, TargetVsActualReport, UploadCoverageQuery,
    UploadCoverageReport, WeeklyCapacityReport, WeeklyCastsQuery, WeeklyCastsReport, WeeklyOverviewReport,
};

/// What every report may answer besides itself.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "stands for answers in the OpenAPI document only")]
enum ReportProblems {
    /// `If-None-Match` names the answer
    #[response(status = 304)]
    NotModified,
    /// There is no such production
    #[response(status = 404, content_type = "application/problem+json")]
    UnknownProduction(Problem),
    /// A parameter breaks a rule
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
    /// Too many workbooks are being written
    #[response(status = 503, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds")))]
    Busy(Problem),
}

/// Plays: last week against target and the week before
///
/// Occupancy and revenue of the week before that of `asOf`, Monday to Sunday.
#[utoipa::path(get, path = "/api/v1/reports/plays/weekly-overview", operation_id = "getPlaysWeeklyOverview",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = WeeklyOverviewReport),
    ReportProblems,
))]
pub(crate) async fn weekly_overview(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::WeeklyOverview).await
}

/// Plays: revenue against target
///
/// In total and of the record date; by production, by category and over all.
#[utoipa::path(get, path = "/api/v1/reports/plays/revenue", operation_id = "getPlaysRevenue",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = RevenueReport),
    ReportProblems,
))]
pub(crate) async fn revenue(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::Revenue).await
}

/// Plays: mean paid share by week
///
/// From the week of the first to that of the last performance; weeks without one are left out.
#[utoipa::path(get, path = "/api/v1/reports/plays/weekly-occupancy", operation_id = "getPlaysWeeklyOccupancy",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<OccupancyItem>),
    ReportProblems,
))]
pub(crate) async fn weekly_occupancy(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::WeeklyOccupancy).await
}

/// Plays: each performance
///
/// Shares, seats per grade, revenue and mean ticket price of the performances from `from` to `to`.
#[utoipa::path(get, path = "/api/v1/reports/plays/performances", operation_id = "getPlaysPerformances",
    tag = "reports", params(PerformancesQuery), responses(
    (status = 200, description = "The report", body = PerformancesReport),
    ReportProblems,
))]
pub(crate) async fn performances(
    desk: ReportDesk,
    Query(query): Query<PerformancesQuery>,
) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}

/// Plays: projected revenue and profit
///
/// The run's revenue if each performance to come brings the mean of those played, against break-even.
#[utoipa::path(get, path = "/api/v1/reports/plays/profit-forecast", operation_id = "getPlaysProfitForecast",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ProfitForecastReport),
    ReportProblems,
))]
pub(crate) async fn profit_forecast(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ProfitForecast).await
}

/// Plays: last week's best casts
///
/// The same people in the same order, by the revenue of their performances of the week before that of `asOf`.
#[utoipa::path(get, path = "/api/v1/reports/plays/weekly-casts", operation_id = "getPlaysWeeklyCasts",
    tag = "reports", params(WeeklyCastsQuery), responses(
    (status = 200, description = "The report", body = WeeklyCastsReport),
    ReportProblems,
))]
pub(crate) async fn weekly_casts(
    desk: ReportDesk,
    Query(query): Query<WeeklyCastsQuery>,
) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}

/// Plays: performances of this and next week
///
/// How full each is, what is left, and which are low.
#[utoipa::path(get, path = "/api/v1/reports/plays/outlook", operation_id = "getPlaysOutlook",
    tag = "reports", params(OutlookQuery), responses(
    (status = 200, description = "The report", body = OutlookReport),
    ReportProblems,
))]
pub(crate) async fn outlook(desk: ReportDesk, Query(query): Query<OutlookQuery>) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}

/// Plays: the day in brief
///
/// The last sale day, the last two performance days, the performances of the next seven days.
#[utoipa::path(get, path = "/api/v1/reports/plays/daily-brief", operation_id = "getPlaysDailyBrief",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<DailyBriefItem>),
    ReportProblems,
))]
pub(crate) async fn daily_brief(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::DailyBrief).await
}

/// Plays: all together by month
///
/// The month of `asOf` and the twelve before, of plays active or not, with the company's notes.
#[utoipa::path(get, path = "/api/v1/reports/plays/monthly", operation_id = "getPlaysMonthly",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = MonthlyReport),
    ReportProblems,
))]
pub(crate) async fn monthly(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::Monthly).await
}

/// Plays: each production by month
///
/// The month of `asOf` and the twelve before, of plays active or not, with the company's notes.
#[utoipa::path(get, path = "/api/v1/reports/plays/monthly-by-production", operation_id = "getPlaysMonthlyByProduction",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<MonthlyItem>),
    ReportProblems,
))]
pub(crate) async fn monthly_by_production(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::MonthlyByProduction).await
}

/// Plays: revenue by cast
///
/// Every cast of the whole run, which is the same people in the same order, in total and per performance.
#[utoipa::path(get, path = "/api/v1/reports/plays/cast-revenue", operation_id = "getPlaysCastRevenue",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<CastRevenueItem>),
    ReportProblems,
))]
pub(crate) async fn cast_revenue(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::CastRevenue).await
}

/// Plays: deposit and paid share
///
/// Means of the whole run, of the performances up to the record date, and of those after it.
#[utoipa::path(get, path = "/api/v1/reports/plays/occupancy", operation_id = "getPlaysOccupancy",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<RunOccupancyItem>),
    ReportProblems,
))]
pub(crate) async fn occupancy(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::Occupancy).await
}

/// Plays: seats offered and paid by week
///
/// Of each production, and of all together.
#[utoipa::path(get, path = "/api/v1/reports/plays/weekly-capacity", operation_id = "getPlaysWeeklyCapacity",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = WeeklyCapacityReport),
    ReportProblems,
))]
pub(crate) async fn weekly_capacity(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::WeeklyCapacity).await
}

/// Plays: summary
///
/// Last week, the performances from two days before `asOf` to seven after, and the weeks of each run: three reports of one data version.
#[utoipa::path(get, path = "/api/v1/reports/plays/summary", operation_id = "getPlaysSummary",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = SummaryReport),
    ReportProblems,
))]
pub(crate) async fn summary(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::Summary).await
}

/// Concerts: sales by day
///
/// Paid and complimentary seats and revenue of each sale day.
#[utoipa::path(get, path = "/api/v1/reports/concerts/daily", operation_id = "getConcertsDaily",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<ConcertDailyItem>),
    ReportProblems,
))]
pub(crate) async fn concert_daily(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ConcertDaily).await
}

/// Concerts: sales by week
///
/// Each week that has a daily row, with what was planned for it.
#[utoipa::path(get, path = "/api/v1/reports/concerts/weekly", operation_id = "getConcertsWeekly",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<ConcertWeeklyItem>),
    ReportProblems,
))]
pub(crate) async fn concert_weekly(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ConcertWeekly).await
}

/// Concerts: sales by month
///
/// Each month that has a daily row.
#[utoipa::path(get, path = "/api/v1/reports/concerts/monthly", operation_id = "getConcertsMonthly",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<ConcertMonthlyItem>),
    ReportProblems,
))]
pub(crate) async fn concert_monthly(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ConcertMonthly).await
}

/// Concerts: break-even by seat grade
///
/// What is sold, left, and to be expected by the pace so far.
#[utoipa::path(get, path = "/api/v1/reports/concerts/break-even", operation_id = "getConcertsBreakEven",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<BreakEvenItem>),
    ReportProblems,
))]
pub(crate) async fn break_even(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::BreakEven).await
}

/// Concerts: yesterday, total, last seven days
///
/// Over all concerts; and each concert's last sale day against the one before.
#[utoipa::path(get, path = "/api/v1/reports/concerts/overview", operation_id = "getConcertsOverview",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ConcertOverviewReport),
    ReportProblems,
))]
pub(crate) async fn concert_overview(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ConcertOverview).await
}

/// Concerts: projected revenue and profit
///
/// Sales carried on at their mean per sale day until the sale ends, against break-even. The house does not bound the
/// projection; `exceedsHouse` tells when it is more than all seats bring.
#[utoipa::path(get, path = "/api/v1/reports/concerts/profit-forecast", operation_id = "getConcertsProfitForecast",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ConcertProfitForecastReport),
    ReportProblems,
))]
pub(crate) async fn concert_profit_forecast(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ConcertProfitForecast).await
}

/// Concerts: revenue against all targets
///
/// The targets of the whole sale period, and all sales so far.
#[utoipa::path(get, path = "/api/v1/reports/concerts/target-sales", operation_id = "getConcertsTargetSales",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = TargetSalesReport),
    ReportProblems,
))]
pub(crate) async fn target_sales(desk: ReportDesk, Query(query): Query<ReportQuery>) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::TargetSales).await
}

/// Concerts: the marketing week of a day
///
/// What was planned for the week that holds `asOf`.
#[utoipa::path(get, path = "/api/v1/reports/concerts/marketing-week", operation_id = "getConcertsMarketingWeek",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<MarketingWeekItem>),
    ReportProblems,
))]
pub(crate) async fn marketing_week(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::MarketingWeek).await
}

/// All: what changed in the week of each marketing action
///
/// Every marketing week of the sale period, its sales against those of the week before.
#[utoipa::path(get, path = "/api/v1/reports/marketing-effect", operation_id = "getMarketingEffect",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<MarketingEffectItem>),
    ReportProblems,
))]
pub(crate) async fn marketing_effect(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::MarketingEffect).await
}

/// All: for which days there are uploads
///
/// Each of the `days` up to `asOf` as a record date, with the file of its live upload.
#[utoipa::path(get, path = "/api/v1/reports/upload-coverage", operation_id = "getUploadCoverage",
    tag = "reports", params(UploadCoverageQuery), responses(
    (status = 200, description = "The report", body = UploadCoverageReport),
    ReportProblems,
))]
pub(crate) async fn upload_coverage(
    desk: ReportDesk,
    Query(query): Query<UploadCoverageQuery>,
) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}

/// All: revenue against target by day, week or month
///
/// Every period that has a target or a daily row, also cumulated.
#[utoipa::path(get, path = "/api/v1/reports/target-vs-actual", operation_id = "getTargetVsActual",
    tag = "reports", params(TargetVsActualQuery), responses(
    (status = 200, description = "The report", body = TargetVsActualReport),
    ReportProblems,
))]
pub(crate) async fn target_vs_actual(
    desk: ReportDesk,
    Query(query): Query<TargetVsActualQuery>,
) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}

/// All: where everything stands
///
/// Each production, each category, and all of them: revenue against house, target and break-even, yesterday, the last seven
/// days, the running week and month against what is due, and which workbooks are missing.
#[utoipa::path(get, path = "/api/v1/reports/overview", operation_id = "getOverview",
    tag = "reports", params(OverviewQuery), responses(
    (status = 200, description = "The report", body = OverviewReport),
    ReportProblems,
))]
pub(crate) async fn overview(desk: ReportDesk, Query(query): Query<OverviewQuery>) -> Result<HttpResponse, ApiError> {
    let question = query.question()?;
    desk.answer(query.into(), question).await
}
