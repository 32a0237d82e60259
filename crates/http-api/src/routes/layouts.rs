//! What sheets and labels of workbooks mean, where somebody had to say.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::headings::LayoutDocument;
use domain::production::ProductionId;
use ports::actor::Basis;
use ports::driven::Layout;
use ports::driving::DeskError;

use super::present::or_present;
use crate::Services;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, KnownProduction, NoParameters, OutdatedProblem, Query, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::layout::{LayoutView, NewLayout};

/// The company's layout
///
/// What sheets and labels of workbooks mean, unless a production says otherwise. Words that everybody uses need no decision.
#[utoipa::path(get, path = "/api/v1/layout", operation_id = "getLayout", tag = "layouts", responses(
    (status = 200, description = "The decisions", body = LayoutView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn of_company(
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer(services.layouts.find(None).await?))
}

/// Set the company's layout
///
/// In the place of all that was decided before. It holds for uploads from now on, not for those that were read already.
#[utoipa::path(put, path = "/api/v1/layout", operation_id = "setLayout", tag = "layouts", params(IfMatchHeader),
    request_body = NewLayout, responses(
    (status = 200, description = "The decisions", body = LayoutView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    BodyProblems,
    OutdatedProblem,
    (status = 422, description = "A decision breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_of_company(
    _: Query<NoParameters>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    set(None, basis, body, &services).await
}

/// The layout of a production
///
/// What sheets and labels of its workbooks mean; comes before the company's.
#[utoipa::path(get, path = "/api/v1/productions/{id}/layout", operation_id = "getProductionLayout", tag = "layouts",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The decisions", body = LayoutView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn of_production(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    Ok(answer(services.layouts.find(Some(id)).await?))
}

/// Set the layout of a production
///
/// In the place of all that was decided before. Whoever may upload for the production may decide. It holds for uploads from
/// now on, not for those that were read already; the same file is then another upload.
#[utoipa::path(put, path = "/api/v1/productions/{id}/layout", operation_id = "setProductionLayout", tag = "layouts",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader), request_body = NewLayout, responses(
    (status = 200, description = "The decisions", body = LayoutView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A decision breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_of_production(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    set(Some(id), basis, body, &services).await
}

async fn set(
    of: Option<ProductionId>,
    basis: Basis,
    body: JsonBody,
    services: &Services,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewLayout>().await?;
    let document = LayoutDocument::try_from(new)?;
    let (now, edit) = (services.clock.now(), caller.edit(basis));
    let set = services.layouts.set(of, &document, now, &edit).await;
    let present = async {
        let layout = services.layouts.find(of).await;
        layout.map(LayoutView::from).map_err(DeskError::Storage)
    };
    Ok(answer(or_present(set.map_err(DeskError::Storage), present).await?))
}

/// A layout with the `ETag` of its state.
fn answer(layout: Layout) -> HttpResponse {
    let revision = layout.revision;
    tagged(json(StatusCode::OK, &LayoutView::from(layout)), revision)
}
