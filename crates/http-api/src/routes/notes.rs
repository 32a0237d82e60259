//! The company's notes, by day and by month.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::driven::{CalendarNotes, MonthlyNotes};

use super::present::or_present;
use crate::Services;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, NoParameters, Object, OutdatedProblem, Query, bounded, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::notes::{CalendarNotesView, MonthlyNotesView, MonthsQuery, NewCalendarNotes, NewMonthlyNotes};
use crate::views::planning::DaysQuery;

/// The company's notes by day
///
/// Of the days from `from` to `to`; a day without a note is left out.
#[utoipa::path(get, path = "/api/v1/calendar/notes", operation_id = "getCalendarNotes", tag = "planning",
    params(DaysQuery), responses(
    (status = 200, description = "The notes", body = CalendarNotesView,
        headers(("ETag" = String, description = "The state of all notes by day, for `If-Match`"))),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn calendar_notes(
    Query(query): Query<DaysQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (first, last) = (query.from.map(|day| day.0), query.to.map(|day| day.0));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        return Err(ApiError::invalid("to", "before_start", "a day not before 'from'"));
    }
    let notes = services.planning.calendar_notes(first, last).await?;
    Ok(answer_calendar(notes))
}

/// Set the company's notes by day
///
/// `null` or an empty text removes the note of its day; other days stay. Answers the days of the request.
#[utoipa::path(put, path = "/api/v1/calendar/notes", operation_id = "setCalendarNotes", tag = "planning",
    params(IfMatchHeader), request_body = NewCalendarNotes, responses(
    (status = 200, description = "The notes of these days", body = CalendarNotesView,
        headers(("ETag" = String, description = "The state of all notes by day, for `If-Match`"))),
    BodyProblems,
    OutdatedProblem,
    (status = 422, description = "A note breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_calendar_notes(
    _: Query<NoParameters>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewCalendarNotes>().await?;
    bounded(&new.notes, "/notes")?;
    let notes: Vec<_> = new
        .notes
        .into_iter()
        .map(|Object(note)| (note.date.0, note.note))
        .collect();
    let first = notes.iter().map(|(day, _)| *day).min();
    let last = notes.iter().map(|(day, _)| *day).max();
    let changed = services.planning.set_calendar_notes(notes, &caller.edit(basis)).await;
    let present = async {
        services
            .planning
            .calendar_notes(first, last)
            .await
            .map(CalendarNotesView::from)
    };
    Ok(answer_calendar(or_present(changed, present).await?))
}

fn answer_calendar(notes: CalendarNotes) -> HttpResponse {
    let revision = notes.revision;
    tagged(json(StatusCode::OK, &CalendarNotesView::from(notes)), revision)
}

/// The company's notes by month
///
/// Of the months from `from` to `to`; a month without a note is left out.
#[utoipa::path(get, path = "/api/v1/calendar/monthly-notes", operation_id = "getMonthlyNotes", tag = "planning",
    params(MonthsQuery), responses(
    (status = 200, description = "The notes", body = MonthlyNotesView,
        headers(("ETag" = String, description = "The state of all notes by month, for `If-Match`"))),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn monthly_notes(
    Query(query): Query<MonthsQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (first, last) = (query.from.map(|month| month.0), query.to.map(|month| month.0));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        return Err(ApiError::invalid("to", "before_start", "a month not before 'from'"));
    }
    let notes = services.planning.monthly_notes(first, last).await?;
    Ok(answer_monthly(notes))
}

/// Set the company's notes by month
///
/// `null` or an empty text removes the note of its month; other months stay. Answers the months of the request.
#[utoipa::path(put, path = "/api/v1/calendar/monthly-notes", operation_id = "setMonthlyNotes", tag = "planning",
    params(IfMatchHeader), request_body = NewMonthlyNotes, responses(
    (status = 200, description = "The notes of these months", body = MonthlyNotesView,
        headers(("ETag" = String, description = "The state of all notes by month, for `If-Match`"))),
    BodyProblems,
    OutdatedProblem,
    (status = 422, description = "A note breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_monthly_notes(
    _: Query<NoParameters>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewMonthlyNotes>().await?;
    bounded(&new.notes, "/notes")?;
    let notes: Vec<_> = new
        .notes
        .into_iter()
        .map(|Object(note)| (note.month.0, note.note))
        .collect();
    let first = notes.iter().map(|(month, _)| *month).min();
    let last = notes.iter().map(|(month, _)| *month).max();
    let changed = services.planning.set_monthly_notes(notes, &caller.edit(basis)).await;
    let present = async {
        services
            .planning
            .monthly_notes(first, last)
            .await
            .map(MonthlyNotesView::from)
    };
    Ok(answer_monthly(or_present(changed, present).await?))
}

fn answer_monthly(notes: MonthlyNotes) -> HttpResponse {
    let revision = notes.revision;
    tagged(json(StatusCode::OK, &MonthlyNotesView::from(notes)), revision)
}
