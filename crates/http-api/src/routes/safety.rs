//! What keeps an account its owner's: the second factor, and news of sign-ins from new places.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::people::SessionId;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, PathId, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::safety::{
    BegunFactorView, FactorView, NewFactor, NewFactorCode, NewFactorProof, RecoveryCodesView, SignInView,
};

/// One's second factor
///
/// Whether it is set up, and how many recovery codes are left.
#[utoipa::path(get, path = "/api/v1/auth/second-factor", operation_id = "getSecondFactor", tag = "account", responses(
    (status = 200, description = "How it stands", body = FactorView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let status = services.safety.second_factor(caller.id()).await?;
    let is_demanded = services.security.second_factor.demands(caller.user().role);
    Ok(json(StatusCode::OK, &FactorView::new(status, is_demanded)))
}

/// Begin to set up a second factor
///
/// Answers the secret for an authenticator (TOTP), this once. It counts when it is confirmed by a code; one that was begun
/// before is forgotten. Wrong passwords slow the session down.
#[utoipa::path(post, path = "/api/v1/auth/second-factor", operation_id = "beginSecondFactor", tag = "account",
    request_body = NewFactor, responses(
    (status = 201, description = "Begun", body = BegunFactorView),
    BodyProblems,
    (status = 409, description = "A second factor is set up", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The password is wrong", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many failed attempts", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn begin(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewFactor>().await?;
    let own = caller.own_session()?;
    let begun = services
        .safety
        .begin_second_factor(own, &new.current_password, caller.actor())
        .await?;
    Ok(json(StatusCode::CREATED, &BegunFactorView::new(&begun)))
}

/// Confirm a second factor
///
/// By a code that the authenticator shows. From now on signing in needs one. Ends the other sessions. Answers ten recovery
/// codes, this once: each stands in for the authenticator once.
#[utoipa::path(post, path = "/api/v1/auth/second-factor/confirm", operation_id = "confirmSecondFactor", tag = "account",
    request_body = NewFactorCode, responses(
    (status = 200, description = "Set up", body = RecoveryCodesView),
    BodyProblems,
    (status = 409, description = "None was begun, or one is set up", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The code is wrong", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn confirm(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewFactorCode>().await?;
    let own = caller.own_session()?;
    let codes = services
        .safety
        .confirm_second_factor(own, &new.code, caller.actor())
        .await?;
    Ok(json(StatusCode::OK, &RecoveryCodesView::from(codes)))
}

/// Make new recovery codes
///
/// Ten, told this once, in place of those that are left. Wrong passwords and codes slow the session down.
#[utoipa::path(post, path = "/api/v1/auth/second-factor/recovery-codes", operation_id = "renewRecoveryCodes",
    tag = "account", request_body = NewFactorProof, responses(
    (status = 200, description = "Made", body = RecoveryCodesView),
    BodyProblems,
    (status = 409, description = "No second factor is set up", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The password or the code is wrong", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many failed attempts", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn renew_recovery_codes(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewFactorProof>().await?;
    let own = caller.own_session()?;
    let codes = services
        .safety
        .renew_recovery_codes(own, &new.current_password, &new.code, caller.actor())
        .await?;
    Ok(json(StatusCode::OK, &RecoveryCodesView::from(codes)))
}

/// Remove one's second factor
///
/// Ends the other sessions. Wrong passwords and codes slow the session down.
#[utoipa::path(post, path = "/api/v1/auth/second-factor/remove", operation_id = "removeSecondFactor", tag = "account",
    request_body = NewFactorProof, responses(
    (status = 204, description = "Removed"),
    BodyProblems,
    (status = 409, description = "No second factor is set up", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "The password or the code is wrong", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many failed attempts", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn remove(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewFactorProof>().await?;
    let own = caller.own_session()?;
    services
        .safety
        .remove_second_factor(own, &new.current_password, &new.code, caller.actor())
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sign-ins from new places
///
/// From a network address or with a browser that one's account had not been used from, the newest first, until they are
/// dismissed or 90 days old; but that of this session.
#[utoipa::path(get, path = "/api/v1/auth/new-sign-ins", operation_id = "listNewSignIns", tag = "account", responses(
    (status = 200, description = "The sign-ins", body = ListView<SignInView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn new_sign_ins(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let new = services.safety.new_sign_ins(caller.id(), caller.session_id()).await?;
    let items = new.into_iter().map(SignInView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Dismiss a sign-in from a new place
///
/// It is shown no more; its session goes on.
#[utoipa::path(delete, path = "/api/v1/auth/new-sign-ins/{id}", operation_id = "dismissNewSignIn", tag = "account",
    params(("id" = uuid::Uuid, Path, description = "Id of the sign-in, which is that of its session")), responses(
    (status = 204, description = "Dismissed"),
    (status = 404, description = "There is no such sign-in", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn dismiss_new_sign_in(
    caller: Caller,
    id: PathId,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    services
        .safety
        .dismiss_new_sign_in(caller.id(), SessionId(id.0))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
