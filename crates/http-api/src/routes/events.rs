//! Changes as they happen.

use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa::IntoParams;

use crate::Services;
use crate::entry::{Caller, token};
use crate::events::stream;
use crate::extract::{NoParameters, Query};
use crate::problem::{ApiError, Problem};

/// The header, as the OpenAPI document shows it.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "stands for a header in the OpenAPI document only")]
pub(crate) struct LastEventIdHeader {
    /// The last id that the client heard: the stream goes on after it, or says `resync`.
    #[param(rename = "Last-Event-ID", required = false, nullable = false, minimum = 0)]
    last_event_id: Option<i64>,
}

/// Changes as they happen
///
/// Server-sent events `snapshot`, `upload`, `target`, `production`, `note`, `market`, `alert`, `notice` (one has
/// read what one ought to know) and, for admins, `job`, `schedule` and
/// `delivery`: which thing changed, and the data version since then, which is the event's id. `resync` says that events were missed: read again what is shown.
/// Only changes of what the caller sees are told; the stream ends when the session or key does.
#[utoipa::path(get, path = "/api/v1/events", operation_id = "getEvents", tag = "events", params(LastEventIdHeader),
    responses(
    (status = 200, description = "The stream, which does not end by itself", content_type = "text/event-stream", body = String),
    (status = 422, description = "A parameter breaks a rule", content_type = "application/problem+json", body = Problem),
    (status = 503, description = "Ten streams of one user are open, or too many in all", content_type = "application/problem+json", body = Problem),
))]
pub(crate) async fn events(
    request: HttpRequest,
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let last_heard = last_heard(&request)?;
    let token = token(&request, &services.security).ok_or(ApiError::Unauthenticated)?;
    let events = stream(
        &services.events,
        services.accounts.clone(),
        services.data_version.clone(),
        (caller.id(), token),
        last_heard,
    )
    .await
    .ok_or(ApiError::TooManyStreams)?;
    let mut answer = HttpResponse::Ok().streaming(events);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // Proxies pass each event on as it comes.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(answer)
}

/// A browser sends the header empty or not at all where it heard nothing.
fn last_heard(request: &HttpRequest) -> Result<Option<i64>, ApiError> {
    let Some(value) = request.headers().get("last-event-id").filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let version = value.to_str().ok().and_then(|text| text.parse::<i64>().ok());
    version
        .filter(|version| *version >= 0)
        .map(Some)
        .ok_or_else(|| ApiError::invalid("Last-Event-ID", "malformed", "the id of an event"))
}
