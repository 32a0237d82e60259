//! One's own account: name, sessions, API keys.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::people::{ApiKeyId, SessionId};
use ports::driven::StorageError;
use ports::driving::AccountError;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, NoParameters, OutdatedProblem, PathId, Query, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::{AccountView, ApiKeyView, ChangedAccount, IssuedKeyView, ListView, NewApiKey, SessionView};

/// One's own account
///
/// With what one is granted.
#[utoipa::path(get, path = "/api/v1/auth/me", operation_id = "getAccount", tag = "account", responses(
    (status = 200, description = "The account", body = AccountView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(caller: Caller, _: Query<NoParameters>, services: web::Data<Services>) -> HttpResponse {
    let user = caller.user().clone();
    let revision = user.revision;
    tagged(
        json(StatusCode::OK, &AccountView::new(user, &caller, &services.security)),
        revision,
    )
}

/// Change one's name
///
/// What else belongs to an account is for administrators.
#[utoipa::path(patch, path = "/api/v1/auth/me", operation_id = "updateAccount", tag = "account",
    params(IfMatchHeader), request_body = ChangedAccount, responses(
    (status = 200, description = "Changed", body = AccountView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    OutdatedProblem,
    (status = 422, description = "The name breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    _: Query<NoParameters>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (changed, caller) = body.read::<ChangedAccount>().await?;
    let renamed = services
        .accounts
        .rename(caller.id(), changed.name, &caller.edit(basis))
        .await;
    let user = match renamed {
        Err(AccountError::Storage(StorageError::Outdated(_))) => {
            let present = AccountView::new(caller.user().clone(), &caller, &services.security);
            return Err(ApiError::outdated(&present));
        }
        other => other?,
    };
    let revision = user.revision;
    let view = AccountView::new(user, &caller, &services.security);
    Ok(tagged(json(StatusCode::OK, &view), revision))
}

/// One's sessions
///
/// The last used first. A session ends 14 days after its last use, and 90 days after it began.
#[utoipa::path(get, path = "/api/v1/auth/sessions", operation_id = "listSessions", tag = "account", responses(
    (status = 200, description = "The sessions", body = ListView<SessionView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn sessions(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let sessions = services.accounts.sessions(caller.id()).await?;
    let view = |session| SessionView::new(session, caller.session_id());
    let items = sessions.into_iter().map(view).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// End one of one's sessions
///
/// Within a second nobody enters with it any more.
#[utoipa::path(delete, path = "/api/v1/auth/sessions/{id}", operation_id = "endSession", tag = "account",
    params(("id" = uuid::Uuid, Path, description = "Id of the session")), responses(
    (status = 204, description = "Ended"),
    (status = 404, description = "There is no such session", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn end_session(
    caller: Caller,
    id: PathId,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    services
        .accounts
        .end_session(caller.id(), SessionId(id.0), caller.actor())
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// One's API keys
///
/// A key acts as its user, save on accounts and users.
#[utoipa::path(get, path = "/api/v1/auth/api-keys", operation_id = "listApiKeys", tag = "account", responses(
    (status = 200, description = "The keys", body = ListView<ApiKeyView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn api_keys(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let keys = services.accounts.api_keys(caller.id()).await?;
    let items = keys.into_iter().map(ApiKeyView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Make an API key
///
/// Its secret is told this once. `Idempotency-Key` does nothing here, as no secret is kept to be told again.
#[utoipa::path(post, path = "/api/v1/auth/api-keys", operation_id = "createApiKey", tag = "account",
    request_body = NewApiKey, responses(
    (status = 201, description = "Made", body = IssuedKeyView),
    BodyProblems,
    (status = 409, description = "One has 50 keys, and no more are kept", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn issue_api_key(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewApiKey>().await?;
    let issued = services
        .accounts
        .issue_api_key(caller.id(), new.into(), caller.actor())
        .await?;
    Ok(json(StatusCode::CREATED, &IssuedKeyView::from(issued)))
}

/// End an API key
///
/// Within a second nobody enters with it any more.
#[utoipa::path(delete, path = "/api/v1/auth/api-keys/{id}", operation_id = "deleteApiKey", tag = "account",
    params(("id" = uuid::Uuid, Path, description = "Id of the key")), responses(
    (status = 204, description = "Ended"),
    (status = 404, description = "There is no such key", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn end_api_key(
    caller: Caller,
    id: PathId,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    services
        .accounts
        .end_api_key(caller.id(), ApiKeyId(id.0), caller.actor())
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
