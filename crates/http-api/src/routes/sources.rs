//! Where figures come from by themselves.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::collection::SourceId;
use ports::actor::Basis;
use ports::driven::StorageError;
use ports::driving::collection::SourceView as Standing;
use ports::driving::collection::{CollectionError, SourceDesk};

use super::created::located;
use super::uploads::wait;
use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, Known, NoParameters, OutdatedProblem, Query, tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::observation::give_time;
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::collection::{ChangedSource, CollectionRunDetailsView, NewSource, RunForm, SourceView};

/// Where they are.
const COLLECTION: &str = "/api/v1/collection/sources";
/// Where their runs are.
const RUNS: &str = "/api/v1/collection/runs";

/// Sources
///
/// All of them by name, with how they stand.
#[utoipa::path(get, path = "/api/v1/collection/sources", operation_id = "listSources", tag = "collection", responses(
    (status = 200, description = "All sources", body = ListView<SourceView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let items = services.sources.list().await?;
    let items = items.into_iter().map(SourceView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Make a source
///
/// Its configuration is held against the folders, hosts and secrets that the settings name, without looking anything up. Of
/// a folder `done/` and `failed/` are made.
#[utoipa::path(post, path = "/api/v1/collection/sources", operation_id = "createSource", tag = "collection",
    params(IdempotencyKeyHeader), request_body = NewSource, responses(
    (status = 201, description = "Made", body = SourceView, headers(
        ("Location" = String, description = "Its path"), ("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 409, description = "The name is taken, there are as many as there may be, or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule, or the settings do not allow it: `host_not_allowed`, `address_not_allowed`, `not_https`, `folder_not_allowed`, `secret_unknown`, `recipe_invalid`, `share_link_unsupported`", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, digest, caller) = body.read_with_digest::<NewSource>().await?;
    let create = async {
        let made = services.sources.create(new.try_into()?, caller.actor()).await?;
        let (id, revision) = (made.record.source.id.0, made.record.source.revision);
        let view = SourceView::from(made);
        Ok(tagged(located(StatusCode::CREATED, COLLECTION, id, &view), revision))
    };
    idempotent(&request, &caller, About::Office, digest, create).await
}

/// One source
///
/// With how it stands.
#[utoipa::path(get, path = "/api/v1/collection/sources/{id}", operation_id = "getSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source")), responses(
    (status = 200, description = "The source", body = SourceView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
) -> Result<HttpResponse, ApiError> {
    query?;
    Ok(answer(found))
}

/// Change a source
///
/// A field left out stays, `null` clears it. Its kind is for good.
#[utoipa::path(patch, path = "/api/v1/collection/sources/{id}", operation_id = "updateSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source"), IfMatchHeader),
    request_body = ChangedSource, responses(
    (status = 200, description = "Changed", body = SourceView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The name is taken", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule, or the settings do not allow it", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (source, desk) = (found.record.source, services.sources.as_ref());
    let (id, kind) = (source.id, source.kind());
    let (changed, caller) = body.read::<ChangedSource>().await?;
    let changed = desk.change(id, changed.of_kind(kind)?, &caller.edit(basis)).await;
    Ok(answer(or_present(desk, id, changed).await?))
}

/// Delete a source
///
/// Its runs and what it brought stay listed, its files stay where they are.
#[utoipa::path(delete, path = "/api/v1/collection/sources/{id}", operation_id = "deleteSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source"), IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (id, desk) = (found.record.source.id, services.sources.as_ref());
    let deleted = desk.delete(id, &caller.edit(basis)).await;
    or_present(desk, id, deleted).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Run a source now
///
/// Paused or not. `Prefer: wait=30` waits for the end.
#[utoipa::path(post, path = "/api/v1/collection/sources/{id}/run", operation_id = "runSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: wait up to N seconds, at most 60, for the end", example = "wait=30")),
    request_body = RunForm, responses(
    (status = 200, description = "It has ended", body = CollectionRunDetailsView),
    (status = 202, description = "It is to be run", body = CollectionRunDetailsView, headers(("Location" = String, description = "Path of the run"))),
    BodyProblems,
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`source_busy`, `source_stopped`, `source_blocked` (with `Retry-After`) or `browser_unavailable`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "`too_many_runs`: an account is used ten times an hour at most", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn run(
    request: HttpRequest,
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    begin(&request, found.record.source.id, false, body, &services).await
}

/// Try a source
///
/// A dry run: of a folder what would be taken, nothing is moved; an address is asked; of a site all steps are walked, each
/// with its picture. Nothing is kept but the run. Paused or not.
#[utoipa::path(post, path = "/api/v1/collection/sources/{id}/test", operation_id = "testSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source"),
        ("Prefer" = Option<String>, Header, description = "`wait=N`: wait up to N seconds, at most 60, for the end", example = "wait=30")),
    request_body = RunForm, responses(
    (status = 200, description = "It has ended", body = CollectionRunDetailsView),
    (status = 202, description = "It is to be tried", body = CollectionRunDetailsView, headers(("Location" = String, description = "Path of the run"))),
    BodyProblems,
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`source_busy`, `source_stopped`, `source_blocked` (with `Retry-After`) or `browser_unavailable`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "`too_many_runs`: an account is used ten times an hour at most", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn test(
    request: HttpRequest,
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    begin(&request, found.record.source.id, true, body, &services).await
}

async fn begin(
    request: &HttpRequest,
    id: SourceId,
    is_dry: bool,
    body: JsonBody,
    services: &Services,
) -> Result<HttpResponse, ApiError> {
    let desk = services.sources.as_ref();
    let (order, caller) = body.read::<RunForm>().await?;
    let mut run = desk.run(id, is_dry, order.day(), caller.actor()).await?;
    if let Some(patience) = wait(request) {
        give_time(patience);
        run = desk.wait_for(run.id, patience).await?;
    }
    let status = if run.state.is_pending() {
        StatusCode::ACCEPTED
    } else {
        StatusCode::OK
    };
    let run_id = run.id.0;
    Ok(located(status, RUNS, run_id, &CollectionRunDetailsView::from(run)))
}

/// Pause a source
///
/// Times that come meanwhile are not caught up later, and files that are put into its folder wait.
#[utoipa::path(post, path = "/api/v1/collection/sources/{id}/pause", operation_id = "pauseSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source")), responses(
    (status = 200, description = "Paused", body = SourceView),
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn pause(
    caller: Caller,
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let id = found.record.source.id;
    let paused = services.sources.pause(id, &caller.edit(Basis::Any)).await?;
    Ok(answer(paused))
}

/// Let a source go on
///
/// One that was paused, and one that was stopped, with all others that use one of its secrets. Of a folder `done/` and
/// `failed/` are made again.
#[utoipa::path(post, path = "/api/v1/collection/sources/{id}/resume", operation_id = "resumeSource", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the source")), responses(
    (status = 200, description = "It goes on", body = SourceView),
    (status = 404, description = "There is no such source", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`source_blocked` (with `Retry-After`)", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The settings do not allow its configuration any more", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn resume(
    caller: Caller,
    Known(found): Known<Standing>,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let id = found.record.source.id;
    let resumed = services.sources.resume(id, &caller.edit(Basis::Any)).await?;
    Ok(answer(resumed))
}

fn answer(standing: Standing) -> HttpResponse {
    let revision = standing.record.source.revision;
    tagged(json(StatusCode::OK, &SourceView::from(standing)), revision)
}

/// What was changed; where `If-Match` named another state, a problem with the present one.
async fn or_present<T>(
    desk: &dyn SourceDesk,
    id: SourceId,
    changed: Result<T, CollectionError>,
) -> Result<T, ApiError> {
    match changed {
        Err(CollectionError::Storage(StorageError::Outdated(_))) => {
            Err(ApiError::outdated(&SourceView::from(desk.read(id).await?)))
        }
        other => Ok(other?),
    }
}
