//! What became of notes, newest first: the audit of what everybody who reads them may know.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::driven::{AuditLog, AuditQuery};
use ports::paging::{Order, Page};
use serde::Serialize;

use crate::Services;
use crate::extract::{KnownProduction, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::history::{
    CalendarNoteChangeView, ChangeView, HistoryEntryView, HistoryQuery, MonthlyNoteChangeView, WeekChangeView,
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
    let of = AuditQuery {
        action: Some("marketing-weeks.set".to_owned()),
        production_id: Some(id),
        ..AuditQuery::default()
    };
    answer::<WeekChangeView>(of, query?.0, services.audit.as_ref()).await
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
    let of = AuditQuery {
        action: Some("calendar-notes.set".to_owned()),
        ..AuditQuery::default()
    };
    answer::<CalendarNoteChangeView>(of, query, services.audit.as_ref()).await
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
    let of = AuditQuery {
        action: Some("monthly-notes.set".to_owned()),
        ..AuditQuery::default()
    };
    answer::<MonthlyNoteChangeView>(of, query, services.audit.as_ref()).await
}

async fn answer<C: ChangeView + Serialize>(
    of: AuditQuery,
    query: HistoryQuery,
    audit: &dyn AuditLog,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let page = audit
        .list(&AuditQuery {
            order: Order::Descending,
            paging,
            ..of
        })
        .await?;
    let entries = page.items.into_iter().map(HistoryEntryView::<C>::try_from);
    let page = Page {
        items: entries.collect::<Result<Vec<_>, _>>()?,
        total: page.total,
    };
    Ok(json(StatusCode::OK, &PageView::new(page, paging, |entry| entry)))
}
