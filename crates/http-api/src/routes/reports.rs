//! Reports.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::calendar::Grain;
use ports::driving::Reports;
use utoipa::IntoResponses;

use crate::entry::Caller;
use crate::extract::Query;
use crate::problem::{ApiError, Problem, json};
use crate::views::reports::{
    BreakEvenItem, ConcertOverviewReport, OccupancyItem, PerformancesItem, PerformancesQuery, PerformancesReport,
    ProfitForecastItem, ReportQuery, ReportView, RevenueReport, TargetVsActualItem, TargetVsActualQuery,
    TargetVsActualReport, WeeklyOverviewItem,
};

/// What every report may refuse.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "stands for answers in the OpenAPI document only")]
enum ReportProblems {
    /// There is no such production
    #[response(status = 404, content_type = "application/problem+json")]
    UnknownProduction(Problem),
    /// A parameter breaks a rule
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
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
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .weekly_overview(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    let items = report.report.into_iter().map(WeeklyOverviewItem::from).collect();
    Ok(json(
        StatusCode::OK,
        &ReportView {
            report: "plays/weekly-overview",
            as_of: report.as_of,
            items,
        },
    ))
}

/// Plays: revenue against target
///
/// In total and of the record date; by production, by category and over all.
#[utoipa::path(get, path = "/api/v1/reports/plays/revenue", operation_id = "getPlaysRevenue",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = RevenueReport),
    ReportProblems,
))]
pub(crate) async fn revenue(
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .revenue(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    Ok(json(StatusCode::OK, &RevenueReport::new(report.as_of, report.report)))
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
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .weekly_occupancy(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    let items = report.report.into_iter().map(OccupancyItem::from).collect();
    Ok(json(
        StatusCode::OK,
        &ReportView {
            report: "plays/weekly-occupancy",
            as_of: report.as_of,
            items,
        },
    ))
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
    caller: Caller,
    Query(query): Query<PerformancesQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let (from, to) = (query.from.map(|day| day.0), query.to.map(|day| day.0));
    let report = reports
        .performances(&query.scope(caller.visible())?, query.as_of.map(|day| day.0), from, to)
        .await?;
    let items = report.report.into_iter().map(PerformancesItem::from).collect();
    let report = PerformancesReport {
        report: "plays/performances",
        as_of: report.as_of,
        from,
        to,
        items,
    };
    Ok(json(StatusCode::OK, &report))
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
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .profit_forecast(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    let items = report.report.into_iter().map(ProfitForecastItem::from).collect();
    Ok(json(
        StatusCode::OK,
        &ReportView {
            report: "plays/profit-forecast",
            as_of: report.as_of,
            items,
        },
    ))
}

/// Concerts: break-even by seat grade
///
/// What is sold, left, and to be expected by the pace so far.
#[utoipa::path(get, path = "/api/v1/reports/concerts/break-even", operation_id = "getConcertsBreakEven",
    tag = "reports", params(ReportQuery), responses(
    (status = 200, description = "The report", body = ReportView<BreakEvenItem>),
    ReportProblems,
))]
pub(crate) async fn break_even(
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .break_even(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    let items = report.report.into_iter().map(BreakEvenItem::from).collect();
    Ok(json(
        StatusCode::OK,
        &ReportView {
            report: "concerts/break-even",
            as_of: report.as_of,
            items,
        },
    ))
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
    caller: Caller,
    Query(query): Query<ReportQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let report = reports
        .concert_overview(&query.scope(caller.visible())?, query.as_of.map(|day| day.0))
        .await?;
    Ok(json(
        StatusCode::OK,
        &ConcertOverviewReport::new(report.as_of, report.report),
    ))
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
    caller: Caller,
    Query(query): Query<TargetVsActualQuery>,
    reports: web::Data<dyn Reports>,
) -> Result<HttpResponse, ApiError> {
    let grain = Grain::from(query.grain);
    let report = reports
        .target_vs_actual(&query.scope(caller.visible())?, query.as_of.map(|day| day.0), grain)
        .await?;
    let items = report
        .report
        .into_iter()
        .map(|row| TargetVsActualItem::new(row, grain))
        .collect();
    let report = TargetVsActualReport {
        report: "target-vs-actual",
        as_of: report.as_of,
        grain: query.grain,
        items,
    };
    Ok(json(StatusCode::OK, &report))
}
