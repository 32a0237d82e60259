//! Whether one gets what one ought to know by mail.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::digest::{DigestView, NewDigest};

/// One's digest
///
/// How often one gets by mail what one ought to know; nobody does who has not chosen.
#[utoipa::path(get, path = "/api/v1/auth/digest", operation_id = "getDigest", tag = "account", responses(
    (status = 200, description = "What one has chosen", body = DigestView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let frequency = services.digests.find(caller.id()).await?;
    Ok(json(StatusCode::OK, &DigestView::from(frequency)))
}

/// Choose one's digest
///
/// What `listNotices` tells of the day or the week before, at the time of the schedule `daily-digest` or `weekly-digest`, to
/// one's address. It is not sent when there is nothing, nor when one may not see any more what is in it.
#[utoipa::path(put, path = "/api/v1/auth/digest", operation_id = "setDigest", tag = "account", request_body = NewDigest,
    responses(
    (status = 200, description = "Kept", body = DigestView),
    BodyProblems,
    (status = 422, description = "The choice breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn choose(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewDigest>().await?;
    let frequency = new.frequency.into();
    services.digests.choose(caller.id(), frequency).await?;
    Ok(json(StatusCode::OK, &DigestView::from(frequency)))
}
