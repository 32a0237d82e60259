//! Productions.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::production::{Category, Production, ProductionId};
use ports::driven::ProductionQuery;
use ports::driving::{DeskError, ProductionDesk};

use super::created::located;
use super::present::or_present;
use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, Known, KnownProduction, NoParameters, OutdatedProblem, Query,
    tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::paging::{PageView, paging, search_text};
use crate::views::production::{
    ChangedProduction, DeletionQuery, ForceQuery, NewProduction, ProductionListQuery, ProductionView,
};

/// Where they are.
const COLLECTION: &str = "/api/v1/productions";

/// Productions
///
/// Those that the caller sees. Search by `q` in code and name, filter by category and activity, sort and page.
#[utoipa::path(get, path = "/api/v1/productions", operation_id = "listProductions", tag = "productions",
    params(ProductionListQuery), responses(
    (status = 200, description = "One page", body = PageView<ProductionView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    caller: Caller,
    Query(query): Query<ProductionListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = ProductionQuery {
        visible: caller.visible(),
        text: search_text(query.q)?,
        category: query.category.map(Category::from),
        active: query.active,
        sort: query.sort.into(),
        order: query.order.into(),
        paging,
    };
    let page = services.productions.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, ProductionView::from)))
}

/// Enter a production
///
/// Setting the sale period makes a target of 0 for each of its days and an empty marketing week for each week. A member
/// who enters a production sees it. `slackWebhookUrl` is for admins.
#[utoipa::path(post, path = "/api/v1/productions", operation_id = "createProduction", tag = "productions",
    params(IdempotencyKeyHeader), request_body = NewProduction, responses(
    (status = 201, description = "Entered", body = ProductionView, headers(
        ("Location" = String, description = "Its path"), ("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 409, description = "Code or name is taken, or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (mut new, digest, caller) = body.read_with_digest::<NewProduction>().await?;
    let webhook = new.take_webhook();
    let rights = caller.rights();
    if webhook.is_some() {
        services.productions.permit_webhook(None, &rights)?;
    }
    let create = async {
        let production = services
            .productions
            .create(new.try_into()?, webhook, &rights, caller.actor())
            .await?;
        let (id, revision) = (production.id.0, production.revision);
        let view = ProductionView::from(production);
        Ok(tagged(located(StatusCode::CREATED, COLLECTION, id, &view), revision))
    };
    idempotent(&request, &caller, About::Production, digest, create).await
}

/// One production
///
/// What staff maintain of it; its targets and marketing weeks have paths of their own.
#[utoipa::path(get, path = "/api/v1/productions/{id}", operation_id = "getProduction", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The production", body = ProductionView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    Known(production): Known<Production>,
    query: Result<Query<NoParameters>, ApiError>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let revision = production.revision;
    Ok(tagged(
        json(StatusCode::OK, &ProductionView::from(production)),
        revision,
    ))
}

/// Change a production
///
/// A field left out stays, `null` clears it. A sale period that has no place for a target above 0 or a note is refused
/// with the list, unless `force` says to lose them. `slackWebhookUrl` is for admins.
#[utoipa::path(patch, path = "/api/v1/productions/{id}", operation_id = "updateProduction", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), ForceQuery, IfMatchHeader),
    request_body = ChangedProduction, responses(
    (status = 200, description = "Changed", body = ProductionView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "Taken, fixed, or something would be lost", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    KnownProduction(id): KnownProduction,
    query: Result<Query<ForceQuery>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let Query(ForceQuery { force }) = query?;
    let (change, caller) = body.read::<ChangedProduction>().await?;
    let rights = caller.rights();
    if change.sets_webhook() {
        services.productions.permit_webhook(Some(id), &rights)?;
    }
    let change = change.into_change(force)?;
    let changed = services
        .productions
        .change(id, change, &rights, &caller.edit(basis))
        .await;
    let production = or_present(changed, present(services.productions.as_ref(), id)).await?;
    let revision = production.revision;
    Ok(tagged(
        json(StatusCode::OK, &ProductionView::from(production)),
        revision,
    ))
}

/// Delete a production
///
/// With its targets and marketing weeks; the audit stays. While it has snapshots it is refused, unless `force` says to
/// delete its uploads as well.
#[utoipa::path(delete, path = "/api/v1/productions/{id}", operation_id = "deleteProduction", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), DeletionQuery, IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "It has snapshots", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    KnownProduction(id): KnownProduction,
    query: Result<Query<DeletionQuery>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let Query(DeletionQuery { force }) = query?;
    let deleted = services.productions.delete(id, force, &caller.edit(basis)).await;
    or_present(deleted, present(services.productions.as_ref(), id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn present(desk: &dyn ProductionDesk, id: ProductionId) -> Result<ProductionView, DeskError> {
    desk.read(id).await.map(ProductionView::from)
}
