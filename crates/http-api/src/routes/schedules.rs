//! What is done by itself at set times.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use ports::actor::Basis;
use ports::driven::{RunQuery, ScheduleStanding, StorageError};
use ports::driving::{ScheduleDesk, ScheduleError};

use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, NoParameters, OutdatedProblem, PathName, Query, tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::paging::{PageView, paging};
use crate::views::schedule::{ChangedSchedule, NewSchedule, RunListQuery, RunView, ScheduleView};

/// How many of its next times a schedule tells.
const UPCOMING: usize = 5;

/// Schedules
///
/// All of them by name, each with its next times and how it went last; behind them sources of figures that have times.
#[utoipa::path(get, path = "/api/v1/schedules", operation_id = "listSchedules", tag = "schedules", responses(
    (status = 200, description = "All schedules", body = ListView<ScheduleView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    let schedules = desk.list().await?.into_iter();
    let mut items: Vec<_> = schedules.map(|standing| view(desk, standing)).collect();
    let now = services.clock.now();
    let sources = services.sources.list().await?.into_iter();
    items.extend(sources.filter_map(|source| ScheduleView::of_source(source, now, UPCOMING)));
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Make a schedule
///
/// Its first time is the next one that comes.
#[utoipa::path(post, path = "/api/v1/schedules", operation_id = "createSchedule", tag = "schedules",
    params(IdempotencyKeyHeader), request_body = NewSchedule, responses(
    (status = 201, description = "Made", body = ScheduleView, headers(
        ("Location" = String, description = "Its path"), ("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 409, description = "The name is taken, or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, digest, caller) = body.read_with_digest::<NewSchedule>().await?;
    let create = async {
        let desk = services.schedules.as_ref();
        let standing = desk.create(new.try_into()?, caller.actor()).await?;
        let path = format!("/api/v1/schedules/{}", standing.schedule.name);
        let mut answer = answer(desk, StatusCode::CREATED, standing);
        let path = HeaderValue::from_str(&path).expect("a name of letters and digits");
        answer.headers_mut().insert(LOCATION, path);
        Ok(answer)
    };
    idempotent(&request, &caller, About::Office, digest, create).await
}

/// One schedule
///
/// With its next times and how it went last.
#[utoipa::path(get, path = "/api/v1/schedules/{name}", operation_id = "getSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule")), responses(
    (status = 200, description = "The schedule", body = ScheduleView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    let standing = desk.read(&name.0).await?;
    query?;
    Ok(answer(desk, StatusCode::OK, standing))
}

/// Change a schedule
///
/// A field left out stays. With other times, those that passed before do not count any more.
#[utoipa::path(patch, path = "/api/v1/schedules/{name}", operation_id = "updateSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule"), IfMatchHeader),
    request_body = ChangedSchedule, responses(
    (status = 200, description = "Changed", body = ScheduleView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The name is taken", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    desk.read(&name.0).await?;
    query?;
    let (changed, caller) = body.read::<ChangedSchedule>().await?;
    let changed = desk.change(&name.0, changed.try_into()?, &caller.edit(basis)).await;
    Ok(answer(desk, StatusCode::OK, or_present(desk, &name.0, changed).await?))
}

/// Delete a schedule
///
/// What it did stays listed.
#[utoipa::path(delete, path = "/api/v1/schedules/{name}", operation_id = "deleteSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule"), IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The schedule is part of the house", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    desk.read(&name.0).await?;
    query?;
    let deleted = desk.delete(&name.0, &caller.edit(basis)).await;
    or_present(desk, &name.0, deleted).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Pause a schedule
///
/// Times that come meanwhile are not caught up later. A schedule that is paused already stays as it is.
#[utoipa::path(post, path = "/api/v1/schedules/{name}/pause", operation_id = "pauseSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule")), responses(
    (status = 200, description = "Paused", body = ScheduleView),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn pause(
    caller: Caller,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    desk.read(&name.0).await?;
    query?;
    let standing = desk.pause(&name.0, &caller.edit(Basis::Any)).await?;
    Ok(answer(desk, StatusCode::OK, standing))
}

/// Let a schedule go on
///
/// Its next time is the next one that comes. A schedule that is not paused stays as it is.
#[utoipa::path(post, path = "/api/v1/schedules/{name}/resume", operation_id = "resumeSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule")), responses(
    (status = 200, description = "It goes on", body = ScheduleView),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn resume(
    caller: Caller,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    desk.read(&name.0).await?;
    query?;
    let standing = desk.resume(&name.0, &caller.edit(Basis::Any)).await?;
    Ok(answer(desk, StatusCode::OK, standing))
}

/// Run a schedule now
///
/// Paused or not. A server takes it within seconds; `listScheduleRuns` tells how it goes.
#[utoipa::path(post, path = "/api/v1/schedules/{name}/run", operation_id = "runSchedule", tag = "schedules",
    params(("name" = String, Path, description = "Name of the schedule")), responses(
    (status = 202, description = "It is to be run", body = RunView),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn run(
    caller: Caller,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let desk = services.schedules.as_ref();
    desk.read(&name.0).await?;
    query?;
    let run = desk.run(&name.0, caller.actor()).await?;
    Ok(json(StatusCode::ACCEPTED, &RunView::from(run)))
}

/// What schedules did
///
/// And what was asked for by hand, by the time that it is for. Times that passed while nobody was there are `missed`.
#[utoipa::path(get, path = "/api/v1/schedules/runs", operation_id = "listScheduleRuns", tag = "schedules",
    params(RunListQuery), responses(
    (status = 200, description = "One page", body = PageView<RunView>),
    (status = 404, description = "There is no such schedule", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn runs(
    Query(query): Query<RunListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let desk = services.schedules.as_ref();
    let schedule = match query.schedule {
        Some(name) => Some(desk.read(&name).await?.schedule.id),
        None => None,
    };
    let query = RunQuery {
        schedule,
        state: query.state.map(Into::into),
        order: query.order.into(),
        paging,
    };
    let page = desk.runs(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, RunView::from)))
}

fn view(desk: &dyn ScheduleDesk, standing: ScheduleStanding) -> ScheduleView {
    let upcoming = desk.upcoming(&standing.schedule, UPCOMING);
    ScheduleView::new(standing, upcoming)
}

fn answer(desk: &dyn ScheduleDesk, status: StatusCode, standing: ScheduleStanding) -> HttpResponse {
    let revision = standing.schedule.revision;
    tagged(json(status, &view(desk, standing)), revision)
}

/// What was changed; where `If-Match` named another state, a problem with the present one.
async fn or_present<T>(desk: &dyn ScheduleDesk, name: &str, changed: Result<T, ScheduleError>) -> Result<T, ApiError> {
    match changed {
        Err(ScheduleError::Storage(StorageError::Outdated(_))) => {
            Err(ApiError::outdated(&view(desk, desk.read(name).await?)))
        }
        other => Ok(other?),
    }
}
