//! Many targets at once.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::production::ProductionId;
use ports::driving::{ProductionDesk, TargetDesk};

use crate::extract::{BodyProblems, JsonBody, NoParameters, PathId, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::planning::TargetsView;
use crate::views::targets::{NewDistribution, NewTargetCopy};

/// Spread a total over days
///
/// Evenly, by weekday, or as past productions sold: the mean of their curves (share of the revenue by position in the
/// sale period, straight between days). The days add up to the total exactly; the other days stay. Answers all targets,
/// with `dryRun` as they would be.
#[utoipa::path(post, path = "/api/v1/productions/{id}/targets/distribute", operation_id = "distributeTargets",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production")),
    request_body = NewDistribution, responses(
    (status = 200, description = "All targets", body = TargetsView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn distribute(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    productions: web::Data<dyn ProductionDesk>,
    targets: web::Data<dyn TargetDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    productions.read(id).await?;
    query?;
    let new: NewDistribution = body.read().await?;
    let targets = targets.distribute(id, new.try_into()?).await?;
    Ok(json(StatusCode::OK, &TargetsView::from(targets)))
}

/// Copy targets of another production
///
/// By day of sale: the first to the first, and so on as long as both sale periods last; the other days stay. Each target
/// times `factor`, rounded half away from zero. Answers all targets, with `dryRun` as they would be.
#[utoipa::path(post, path = "/api/v1/productions/{id}/targets/copy", operation_id = "copyTargets",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production")),
    request_body = NewTargetCopy, responses(
    (status = 200, description = "All targets", body = TargetsView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn copy(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    productions: web::Data<dyn ProductionDesk>,
    targets: web::Data<dyn TargetDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    productions.read(id).await?;
    query?;
    let new: NewTargetCopy = body.read().await?;
    let targets = targets.copy(id, new.try_into()?).await?;
    Ok(json(StatusCode::OK, &TargetsView::from(targets)))
}
