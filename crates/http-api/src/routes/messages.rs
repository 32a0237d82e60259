//! Messages by hand, and what is on its way.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::message::MessageKind;
use domain::schedule::{DeliveryId, DestinationId, RunId};
use ports::driven::DeliveryQuery;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, PathId, PathName, Query};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::paging::{PageView, paging};
use crate::views::schedule::{
    DeliveryDetailsView, DeliveryListQuery, DeliveryView, MessagePreviewView, NewMessage, PreviewQuery,
};

/// See a message before it is sent
///
/// As it would be sent now, for each channel.
#[utoipa::path(get, path = "/api/v1/messages/{name}/preview", operation_id = "previewMessage", tag = "schedules",
    params(("name" = String, Path, description = "Kind of the message", example = "daily-plays"), PreviewQuery), responses(
    (status = 200, description = "The message", body = MessagePreviewView),
    (status = 404, description = "There is no such kind, or no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn preview(
    name: PathName,
    query: Result<Query<PreviewQuery>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let kind = kind(&name)?;
    let Query(query) = query?;
    let preview = services
        .messages
        .preview(kind, query.request(), query.commentary)
        .await?;
    Ok(json(StatusCode::OK, &MessagePreviewView::new(kind, preview)))
}

/// Send a message now
///
/// To the destinations named, or else to those of the schedules of this kind. What becomes of it is told by its
/// deliveries.
#[utoipa::path(post, path = "/api/v1/messages/{name}/send", operation_id = "sendMessage", tag = "schedules",
    params(("name" = String, Path, description = "Kind of the message", example = "daily-plays"), IdempotencyKeyHeader),
    request_body = NewMessage, responses(
    (status = 202, description = "On its way", body = ListView<DeliveryView>),
    BodyProblems,
    (status = 404, description = "There is no such kind", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn send(
    request: HttpRequest,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let kind = kind(&name)?;
    query?;
    let (new, digest, caller) = body.read_with_digest::<NewMessage>().await?;
    let send = async {
        let deliveries = services.messages.send(kind, new.try_into()?, caller.actor()).await?;
        let items = deliveries.into_iter().map(DeliveryView::from).collect();
        Ok(json(StatusCode::ACCEPTED, &ListView { items }))
    };
    idempotent(&request, &caller, About::Office, digest, send).await
}

/// What is on its way
///
/// And what was sent, failed or was skipped, with the text that is sent.
#[utoipa::path(get, path = "/api/v1/deliveries", operation_id = "listDeliveries", tag = "schedules",
    params(DeliveryListQuery), responses(
    (status = 200, description = "One page", body = PageView<DeliveryView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn deliveries(
    Query(query): Query<DeliveryListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = DeliveryQuery {
        state: query.state.map(Into::into),
        destination: query.destination_id.map(DestinationId),
        run: query.run_id.map(RunId),
        order: query.order.into(),
        paging,
    };
    let page = services.messages.deliveries(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, DeliveryView::from)))
}

/// One delivery
///
/// With all that is sent: the document of a mail, the posts of Slack, the event of a webhook.
#[utoipa::path(get, path = "/api/v1/deliveries/{id}", operation_id = "getDelivery", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the delivery")), responses(
    (status = 200, description = "The delivery", body = DeliveryDetailsView),
    (status = 404, description = "There is no such delivery", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delivery(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let delivery = services.messages.delivery(DeliveryId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &DeliveryDetailsView::from(delivery)))
}

/// Try a delivery again
///
/// One that failed or was skipped. It is sent as it was made, if its receiver may be told of it still.
#[utoipa::path(post, path = "/api/v1/deliveries/{id}/retry", operation_id = "retryDelivery", tag = "schedules",
    params(("id" = uuid::Uuid, Path, description = "Id of the delivery")), responses(
    (status = 200, description = "On its way", body = DeliveryView),
    (status = 404, description = "There is no such delivery", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "It has neither failed nor been skipped", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn retry(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = DeliveryId(id.0);
    services.messages.delivery(id).await?;
    query?;
    let delivery = services.messages.retry(id, caller.actor()).await?;
    Ok(json(StatusCode::OK, &DeliveryView::from(delivery)))
}

fn kind(name: &PathName) -> Result<MessageKind, ApiError> {
    name.0.parse().map_err(|_| ApiError::NotFound("kind of message"))
}
