//! What came by itself, and what waits for somebody's yes.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::collection::ArrivalId;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, PathId, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::collection::{ArrivalListQuery, ArrivalView, DiscardForm};
use crate::views::paging::{PageView, paging};

/// What came
///
/// Of the productions that the caller sees, the newest first, without findings; those without a production are told to
/// whoever sees all.
#[utoipa::path(get, path = "/api/v1/collection/arrivals", operation_id = "listArrivals", tag = "collection",
    params(ArrivalListQuery), responses(
    (status = 200, description = "One page", body = PageView<ArrivalView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    caller: Caller,
    Query(query): Query<ArrivalListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let page = services
        .arrivals_desk
        .list(&query.on(paging, caller.visible())?)
        .await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, ArrivalView::from)))
}

/// One arrival
///
/// With its findings, and with what an upload of it would do.
#[utoipa::path(get, path = "/api/v1/collection/arrivals/{id}", operation_id = "getArrival", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the arrival")), responses(
    (status = 200, description = "The arrival", body = ArrivalView),
    (status = 404, description = "There is no such arrival", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let arrival = services.arrivals_desk.read(ArrivalId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &ArrivalView::from(arrival)))
}

/// Upload what is held
///
/// Under the caller's name. It is not held again.
#[utoipa::path(post, path = "/api/v1/collection/arrivals/{id}/confirm", operation_id = "confirmArrival", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the arrival")), responses(
    (status = 200, description = "It is an upload", body = ArrivalView),
    (status = 404, description = "There is no such arrival", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`not_held`: it is not held, or not any more", body = Problem, content_type = "application/problem+json"),
    (status = 410, description = "The store does not have the file any more", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The upload cannot be accepted", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn confirm(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let arrival = services.arrivals_desk.confirm(ArrivalId(id.0), caller.actor()).await?;
    Ok(json(StatusCode::OK, &ArrivalView::from(arrival)))
}

/// Discard what is held
///
/// Nothing becomes of it.
#[utoipa::path(post, path = "/api/v1/collection/arrivals/{id}/discard", operation_id = "discardArrival", tag = "collection",
    params(("id" = uuid::Uuid, Path, description = "Id of the arrival")), request_body = DiscardForm, responses(
    (status = 200, description = "Discarded", body = ArrivalView),
    BodyProblems,
    (status = 404, description = "There is no such arrival", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`not_held`: it is not held, or not any more", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn discard(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let id = ArrivalId(id.0);
    let (of, caller) = body.read::<DiscardForm>().await?;
    let arrival = services.arrivals_desk.discard(id, of.reason, caller.actor()).await?;
    Ok(json(StatusCode::OK, &ArrivalView::from(arrival)))
}
