//! What became of notes, newest first.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::paging::{Page, Paging};
use serde::Serialize;

use crate::Services;
use crate::extract::{KnownProduction, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::history::{
    CalendarNoteChangeView, HistoryEntryView, HistoryQuery, MonthlyNoteChangeView, WeekChangeView,
};
use crate::views::paging::{PageView, paging};

/// Changes of a production's marketing notes
///
/// Newest first: who changed the notes of which weeks, with before and after.
#[utoipa::path(get, path = "/api/v1/productions/{id}/marketing-weeks/history", operation_id = "getMarketingWeeksHistory",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production"), HistoryQuery), responses(
    (status = 200, description = "One page", body = PageView<HistoryEntryView<WeekChangeView>>),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn marketing_weeks(
    KnownProduction(id): KnownProduction,
    query: Result<Query<HistoryQuery>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = of_query(&query?.0)?;
    let page = services.note_history.weeks(id, paging).await?;
    Ok(answer::<WeekChangeView, _>(page, paging))
}

/// Changes of the company's notes by day
///
/// Newest first: who changed the notes of which days, with before and after.
#[utoipa::path(get, path = "/api/v1/calendar/notes/history", operation_id = "getCalendarNotesHistory", tag = "planning",
    params(HistoryQuery), responses(
    (status = 200, description = "One page", body = PageView<HistoryEntryView<CalendarNoteChangeView>>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn calendar_notes(
    Query(query): Query<HistoryQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = of_query(&query)?;
    let page = services.note_history.days(paging).await?;
    Ok(answer::<CalendarNoteChangeView, _>(page, paging))
}

/// Changes of the company's notes by month
///
/// Newest first: who changed the notes of which months, with before and after.
#[utoipa::path(get, path = "/api/v1/calendar/monthly-notes/history", operation_id = "getMonthlyNotesHistory", tag = "planning",
    params(HistoryQuery), responses(
    (status = 200, description = "One page", body = PageView<HistoryEntryView<MonthlyNoteChangeView>>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn monthly_notes(
    Query(query): Query<HistoryQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = of_query(&query)?;
    let page = services.note_history.months(paging).await?;
    Ok(answer::<MonthlyNoteChangeView, _>(page, paging))
}

fn of_query(query: &HistoryQuery) -> Result<Paging, ApiError> {
    paging(query.page, query.per_page)
}

fn answer<V, C>(page: Page<C>, paging: Paging) -> HttpResponse
where
    V: Serialize,
    HistoryEntryView<V>: From<C>,
{
    json(
        StatusCode::OK,
        &PageView::new(page, paging, HistoryEntryView::<V>::from),
    )
}
