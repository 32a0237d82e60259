//! What may be collected, and what runs of sources did.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpResponse, web};
use domain::collection::CollectionRunId;

use crate::Services;
use crate::attachment;
use crate::extract::{NoParameters, PathFile, PathId, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::collection::{CollectionRunDetailsView, CollectionRunListQuery, CollectionRunView, OptionsView};
use crate::views::paging::{PageView, paging};
use crate::views::upload::OriginalBytes;

/// What may be collected
///
/// Folders, hosts, secrets and recipes by name: never a path, never a value.
#[utoipa::path(get, path = "/api/v1/collection/options", operation_id = "getCollectionOptions", tag = "collection", responses(
    (status = 200, description = "What the configuration allows", body = OptionsView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn options(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let options = services.sources.options().await?;
    Ok(json(StatusCode::OK, &OptionsView::from(options)))
}

/// Runs of sources
///
/// The newest first, without steps and arrivals. Kept for 400 days.
#[utoipa::path(get, path = "/api/v1/collection/runs", operation_id = "listCollectionRuns", tag = "collection",
    params(CollectionRunListQuery), responses(
    (status = 200, description = "One page", body = PageView<CollectionRunView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<CollectionRunListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let page = services.sources.runs(&query.on(paging)?).await?;
    Ok(json(
        StatusCode::OK,
        &PageView::new(page, paging, CollectionRunView::from),
    ))
}

/// One run of a source
///
/// With what it brought, and what became of its steps.
#[utoipa::path(get, path = "/api/v1/collection/runs/{id}", operation_id = "getCollectionRun", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the run")), responses(
    (status = 200, description = "The run", body = CollectionRunDetailsView),
    (status = 404, description = "There is no such run", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let run = services.sources.read_run(CollectionRunId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &CollectionRunDetailsView::from(run)))
}

/// End a run
///
/// One that waits is ended at once, one that is at work within seconds; one that has ended stays as it is.
#[utoipa::path(post, path = "/api/v1/collection/runs/{id}/cancel", operation_id = "cancelCollectionRun", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the run")), responses(
    (status = 200, description = "The run", body = CollectionRunDetailsView),
    (status = 404, description = "There is no such run", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn cancel(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = CollectionRunId(id.0);
    services.sources.read_run(id).await?;
    query?;
    let run = services.sources.cancel(id).await?;
    Ok(json(StatusCode::OK, &CollectionRunDetailsView::from(run)))
}

/// What a step looked like
///
/// A picture (`1.png`), or the page as text (`1.html`); kept for seven days, without secrets.
#[utoipa::path(get, path = "/api/v1/collection/runs/{id}/evidence/{file}", operation_id = "getCollectionEvidence",
    tag = "collection", params(("id" = uuid::Uuid, Path, description = "Id of the run"),
        ("file" = String, Path, description = "`1.png` or `1.html`: of which step, from 1", example = "1.png")), responses(
    (status = 200, description = "A picture; or the page, as plain text to be saved", body = OriginalBytes, content_type = "application/octet-stream"),
    (status = 404, description = "There is no such run, or nothing of this step", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn evidence(
    id: PathId,
    file: PathFile,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    const NOTHING: ApiError = ApiError::NotFound("picture");
    let (step, form) = file.0.split_once('.').ok_or(NOTHING)?;
    let step: u32 = step.parse().map_err(|_| NOTHING)?;
    let evidence = services.sources.evidence(CollectionRunId(id.0), step).await?;
    query?;
    let mut answer = match form {
        "png" => HttpResponse::Ok()
            .content_type("image/png")
            .body(evidence.picture.ok_or(NOTHING)?),
        "html" => {
            let page = evidence.page.ok_or(NOTHING)?.into_bytes();
            attachment::answer(&format!("{step}.html.txt"), "text/plain; charset=utf-8", page)
        }
        _ => return Err(NOTHING),
    };
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(answer)
}
