//! The users, for the office.

use actix_web::http::StatusCode;
use actix_web::http::header::HOST;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::Role;
use domain::calendar::in_kst;
use domain::people::{User, UserId};
use ports::driven::{StorageError, UserQuery};
use ports::driving::AccountError;

use super::created::located;
use crate::Services;
use crate::entry::{Caller, Security};
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, NoParameters, OutdatedProblem, PathId, Query, tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::paging::{PageView, paging, search_text};
use crate::views::safety::FactorView;
use crate::views::user::{ChangedUser, DeletedUsersView, NewUser, ResetLinkView, UserListQuery, UserView};

/// Where they are.
const COLLECTION: &str = "/api/v1/users";

/// Users
///
/// Search by `q` in address and name, filter by role and activity, sort and page. Registrations that wait are inactive.
#[utoipa::path(get, path = "/api/v1/users", operation_id = "listUsers", tag = "users", params(UserListQuery), responses(
    (status = 200, description = "One page", body = PageView<UserView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<UserListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = UserQuery {
        text: search_text(query.q)?,
        role: query.role.map(Role::from),
        active: query.active,
        sort: query.sort.into(),
        order: query.order.into(),
        paging,
    };
    let page = services.people.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, UserView::from)))
}

/// Enter a user
///
/// Without a password: the user sets one by a reset link. Only a master enters masters and admins.
#[utoipa::path(post, path = "/api/v1/users", operation_id = "createUser", tag = "users",
    params(IdempotencyKeyHeader), request_body = NewUser, responses(
    (status = 201, description = "Entered", body = UserView, headers(("Location" = String, description = "Its path"))),
    BodyProblems,
    (status = 409, description = "The address is taken; or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, digest, caller) = body.read_with_digest::<NewUser>().await?;
    let create = async {
        let user = services
            .people
            .create(new.try_into()?, caller.user().role, caller.actor())
            .await?;
        let (id, revision) = (user.id.0, user.revision);
        let view = UserView::from(user);
        Ok(tagged(located(StatusCode::CREATED, COLLECTION, id, &view), revision))
    };
    idempotent(&request, &caller, About::User, digest, create).await
}

/// One user
///
/// With what the user is granted.
#[utoipa::path(get, path = "/api/v1/users/{id}", operation_id = "getUser", tag = "users",
    params(("id" = uuid::Uuid, Path, description = "Id of the user")), responses(
    (status = 200, description = "The user", body = UserView,
        headers(("ETag" = String, description = "The user's state, for `If-Match`"))),
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let user = services.people.read(UserId(id.0)).await?;
    query?;
    Ok(answer(user))
}

/// Change a user
///
/// Activates, deactivates, grants. Only a master touches masters and admins; the last active master stays one. Whoever
/// gets another role, or is activated or deactivated, loses all sessions, API keys and reset links.
#[utoipa::path(patch, path = "/api/v1/users/{id}", operation_id = "updateUser", tag = "users",
    params(("id" = uuid::Uuid, Path, description = "Id of the user"), IfMatchHeader),
    request_body = ChangedUser, responses(
    (status = 200, description = "Changed", body = UserView,
        headers(("ETag" = String, description = "The user's state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The last active master must stay one", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = UserId(id.0);
    services.people.permit(id, caller.user().role).await?;
    query?;
    let (changed, caller) = body.read::<ChangedUser>().await?;
    let changed = services
        .people
        .change(id, changed.try_into()?, caller.user().role, &caller.edit(basis))
        .await;
    match changed {
        Err(AccountError::Storage(StorageError::Outdated(_))) => {
            Err(ApiError::outdated(&UserView::from(services.people.read(id).await?)))
        }
        other => Ok(answer(other?)),
    }
}

/// Delete a user
///
/// Only one who never was active: what others see of the past names such a user. Deactivate the others.
#[utoipa::path(delete, path = "/api/v1/users/{id}", operation_id = "deleteUser", tag = "users",
    params(("id" = uuid::Uuid, Path, description = "Id of the user")), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The user has been active", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = UserId(id.0);
    services.people.permit(id, caller.user().role).await?;
    query?;
    services.people.delete(id, caller.user().role, caller.actor()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Delete all who wait
///
/// All who registered and were never activated; those whom the office entered stay.
#[utoipa::path(delete, path = "/api/v1/users/waiting", operation_id = "deleteWaitingUsers", tag = "users", responses(
    (status = 200, description = "Deleted", body = DeletedUsersView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_waiting(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let deleted = services.people.delete_waiting(caller.actor()).await?;
    Ok(json(StatusCode::OK, &DeletedUsersView { deleted }))
}

/// Make a reset link
///
/// By it the user sets a password, once, within 24 hours; earlier links stop working. Only a master makes one for masters
/// and admins. `Idempotency-Key` does nothing here, as no secret is kept to be told again.
#[utoipa::path(post, path = "/api/v1/users/{id}/reset-link", operation_id = "createResetLink", tag = "users",
    params(("id" = uuid::Uuid, Path, description = "Id of the user")), responses(
    (status = 201, description = "Made", body = ResetLinkView),
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn reset_link(
    request: HttpRequest,
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = UserId(id.0);
    services.people.permit(id, caller.user().role).await?;
    query?;
    let link = services
        .people
        .reset_link(id, caller.user().role, caller.actor())
        .await?;
    let view = ResetLinkView {
        url: format!("{}/reset#token={}", base(&request, &services.security), link.token),
        expires_at: in_kst(link.expires_at).to_rfc3339(),
    };
    Ok(json(StatusCode::CREATED, &view))
}

/// The second factor of a user
///
/// Whether it is set up, and how many recovery codes are left.
#[utoipa::path(get, path = "/api/v1/users/{id}/second-factor", operation_id = "getSecondFactorOfUser", tag = "users",
    params(("id" = uuid::Uuid, Path, description = "Id of the user")), responses(
    (status = 200, description = "How it stands", body = FactorView),
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn second_factor(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = UserId(id.0);
    let user = services.people.read(id).await?;
    query?;
    let status = services.people.second_factor(id).await?;
    let is_demanded = services.security.second_factor.demands(user.role);
    Ok(json(StatusCode::OK, &FactorView::new(status, is_demanded)))
}

/// Remove the second factor of a user
///
/// For whoever has lost it. Ends all sessions of the user. Only a master does it for masters and admins.
#[utoipa::path(delete, path = "/api/v1/users/{id}/second-factor", operation_id = "removeSecondFactorOfUser",
    tag = "users", params(("id" = uuid::Uuid, Path, description = "Id of the user")), responses(
    (status = 204, description = "Removed"),
    (status = 404, description = "There is no such user", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "No second factor is set up", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn remove_second_factor(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = UserId(id.0);
    services.people.permit(id, caller.user().role).await?;
    query?;
    services
        .people
        .remove_second_factor(id, caller.user().role, caller.actor())
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn answer(user: User) -> HttpResponse {
    let revision = user.revision;
    tagged(json(StatusCode::OK, &UserView::from(user)), revision)
}

/// The address that users reach the server by.
fn base(request: &HttpRequest, security: &Security) -> String {
    if let Some(url) = &security.public_url {
        return url.clone();
    }
    let scheme = if security.is_secure { "https" } else { "http" };
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}
