//! Where things are sent.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::schedule::{Destination, DestinationId};
use ports::driven::StorageError;
use ports::driving::{DestinationDesk, ScheduleError};

use super::created::located;
use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, Known, NoParameters, OutdatedProblem, Query, tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::schedule::{ChangedDestination, DeliveryView, DestinationView, NewDestination};

/// Where they are.
const COLLECTION: &str = "/api/v1/destinations";

/// Destinations
///
/// All of them by name, without their secrets.
#[utoipa::path(get, path = "/api/v1/destinations", operation_id = "listDestinations", tag = "schedules", responses(
    (status = 200, description = "All destinations", body = ListView<DestinationView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let items = services.destinations.list().await?;
    let items = items.into_iter().map(DestinationView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Make a destination
///
/// Its kind is for good. What it may be told of is asked again each time something is sent.
#[utoipa::path(post, path = "/api/v1/destinations", operation_id = "createDestination", tag = "schedules",
    params(IdempotencyKeyHeader), request_body = NewDestination, responses(
    (status = 201, description = "Made", body = DestinationView, headers(
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
    let (new, digest, caller) = body.read_with_digest::<NewDestination>().await?;
    let create = async {
        let made = services.destinations.create(new.try_into()?, caller.actor()).await?;
        let (id, revision) = (made.id.0, made.revision);
        let view = DestinationView::from(made);
        Ok(tagged(located(StatusCode::CREATED, COLLECTION, id, &view), revision))
    };
    idempotent(&request, &caller, About::Office, digest, create).await
}

/// One destination
///
/// Without its secrets.
#[utoipa::path(get, path = "/api/v1/destinations/{id}", operation_id = "getDestination", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the destination")), responses(
    (status = 200, description = "The destination", body = DestinationView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 404, description = "There is no such destination", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    Known(destination): Known<Destination>,
    query: Result<Query<NoParameters>, ApiError>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let revision = destination.revision;
    Ok(tagged(
        json(StatusCode::OK, &DestinationView::from(destination)),
        revision,
    ))
}

/// Change a destination
///
/// A field left out stays.
#[utoipa::path(patch, path = "/api/v1/destinations/{id}", operation_id = "updateDestination", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the destination"), IfMatchHeader),
    request_body = ChangedDestination, responses(
    (status = 200, description = "Changed", body = DestinationView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such destination", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The name is taken", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    Known(Destination { id, .. }): Known<Destination>,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let desk = services.destinations.as_ref();
    let (changed, caller) = body.read::<ChangedDestination>().await?;
    let changed = desk.change(id, changed.try_into()?, &caller.edit(basis)).await;
    let destination = or_present(desk, id, changed).await?;
    let revision = destination.revision;
    Ok(tagged(
        json(StatusCode::OK, &DestinationView::from(destination)),
        revision,
    ))
}

/// Delete a destination
///
/// Nothing more is sent to it; what was stays listed.
#[utoipa::path(delete, path = "/api/v1/destinations/{id}", operation_id = "deleteDestination", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the destination"), IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such destination", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    Known(Destination { id, .. }): Known<Destination>,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let desk = services.destinations.as_ref();
    let deleted = desk.delete(id, &caller.edit(basis)).await;
    or_present(desk, id, deleted).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Send a test message
///
/// To each receiver of the destination. What becomes of it is told by its deliveries.
#[utoipa::path(post, path = "/api/v1/destinations/{id}/test", operation_id = "testDestination", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the destination")), responses(
    (status = 202, description = "On its way", body = ListView<DeliveryView>),
    (status = 404, description = "There is no such destination", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn test(
    caller: Caller,
    Known(Destination { id, .. }): Known<Destination>,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let desk = services.destinations.as_ref();
    let deliveries = desk.test(id, caller.actor()).await?;
    let items = deliveries.into_iter().map(DeliveryView::from).collect();
    Ok(json(StatusCode::ACCEPTED, &ListView { items }))
}

/// What was changed; where `If-Match` named another state, a problem with the present one.
async fn or_present<T>(
    desk: &dyn DestinationDesk,
    id: DestinationId,
    changed: Result<T, ScheduleError>,
) -> Result<T, ApiError> {
    match changed {
        Err(ScheduleError::Storage(StorageError::Outdated(_))) => {
            Err(ApiError::outdated(&DestinationView::from(desk.read(id).await?)))
        }
        other => Ok(other?),
    }
}
