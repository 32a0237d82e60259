//! Productions.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::{HttpResponse, web};
use domain::production::{Category, ProductionId};
use ports::driven::ProductionQuery;
use ports::driving::ProductionDesk;

use crate::extract::{BodyProblems, JsonBody, NoParameters, PathId, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::paging::{PageView, paging, search_text};
use crate::views::production::{ChangedProduction, ForceQuery, NewProduction, ProductionListQuery, ProductionView};

/// Productions
///
/// Search by `q` in code and name, filter by category and activity, sort and page.
#[utoipa::path(get, path = "/api/v1/productions", operation_id = "listProductions", tag = "productions",
    params(ProductionListQuery), responses(
    (status = 200, description = "One page", body = PageView<ProductionView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<ProductionListQuery>,
    desk: web::Data<dyn ProductionDesk>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = ProductionQuery {
        text: search_text(query.q)?,
        category: query.category.map(Category::from),
        active: query.active,
        sort: query.sort.into(),
        order: query.order.into(),
        paging,
    };
    let page = desk.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, ProductionView::from)))
}

/// Enter a production
///
/// Setting the sale period makes a target of 0 for each of its days and an empty marketing week for each week.
#[utoipa::path(post, path = "/api/v1/productions", operation_id = "createProduction", tag = "productions",
    request_body = NewProduction, responses(
    (status = 201, description = "Entered", body = ProductionView, headers(("Location" = String, description = "Its path"))),
    BodyProblems,
    (status = 409, description = "Code or name is taken", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    _: Query<NoParameters>,
    body: JsonBody,
    desk: web::Data<dyn ProductionDesk>,
) -> Result<HttpResponse, ApiError> {
    let new: NewProduction = body.read().await?;
    let production = desk.create(new.try_into()?).await?;
    let path = format!("/api/v1/productions/{}", production.id);
    let mut answer = json(StatusCode::CREATED, &ProductionView::from(production));
    answer.headers_mut().insert(
        LOCATION,
        HeaderValue::from_str(&path).expect("a path of letters and digits"),
    );
    Ok(answer)
}

/// One production
///
/// What staff maintain of it; its targets and marketing weeks have paths of their own.
#[utoipa::path(get, path = "/api/v1/productions/{id}", operation_id = "getProduction", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The production", body = ProductionView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    desk: web::Data<dyn ProductionDesk>,
) -> Result<HttpResponse, ApiError> {
    let production = desk.read(ProductionId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &ProductionView::from(production)))
}

/// Change a production
///
/// A field left out stays, `null` clears it. A sale period that has no place for a target above 0 or a note is refused
/// with the list, unless `force` says to lose them.
#[utoipa::path(patch, path = "/api/v1/productions/{id}", operation_id = "updateProduction", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), ForceQuery),
    request_body = ChangedProduction, responses(
    (status = 200, description = "Changed", body = ProductionView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "Taken, fixed, or something would be lost", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    id: PathId,
    query: Result<Query<ForceQuery>, ApiError>,
    body: JsonBody,
    desk: web::Data<dyn ProductionDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    desk.read(id).await?;
    let Query(ForceQuery { force }) = query?;
    let change: ChangedProduction = body.read().await?;
    let production = desk.change(id, change.into_change(force)?).await?;
    Ok(json(StatusCode::OK, &ProductionView::from(production)))
}
