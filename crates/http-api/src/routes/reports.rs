//! Reports.

use actix_web::HttpResponse;
use ports::driving::Question;
use utoipa::IntoResponses;

use crate::extract::Query;
use crate::problem::{ApiError, Problem};
use crate::reports::ReportDesk;
use crate::views::reports::{
    BreakEvenItem, ConcertOverviewReport, OccupancyItem, PerformancesQuery, PerformancesReport, ProfitForecastItem,
    ReportQuery, ReportView, RevenueReport, TargetVsActualQuery, TargetVsActualReport, WeeklyOverviewItem,
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
    (status = 200, description = "The report", body = ReportView<WeeklyOverviewItem>),
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
    let question = Question::Performances {
        from: query.from.as_ref().map(|day| day.0),
        to: query.to.as_ref().map(|day| day.0),
    };
    desk.answer(query.into(), question).await
}

/// Plays: projected revenue and profit
///
/// The run's revenue if each performance to come brings the mean of those played, against break-even.
#[utoipa::path(get, path = "/api/v1/reports/plays/profit-forecast", operation_id = "getPlaysProfitForecast",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<ProfitForecastItem>),
    ReportProblems,
))]
pub(crate) async fn profit_forecast(
    desk: ReportDesk,
    Query(query): Query<ReportQuery>,
) -> Result<HttpResponse, ApiError> {
    desk.answer(query.into(), Question::ProfitForecast).await
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
    let question = Question::TargetVsActual {
        grain: query.grain.into(),
    };
    desk.answer(query.into(), question).await
}
