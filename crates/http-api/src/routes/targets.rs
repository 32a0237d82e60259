//! Many targets at once.

use actix_web::{HttpResponse, web};

use super::planning::{answer_targets, present_targets};
use super::present::or_present;
use crate::Services;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, KnownProduction, NoParameters, OutdatedProblem, Query,
};
use crate::problem::{ApiError, Problem};
use crate::views::planning::TargetsView;
use crate::views::targets::{NewDistribution, NewTargetCopy};

/// Spread a total over days
///
/// Evenly, by weekday, or as past productions sold: the mean of their curves (share of the revenue by position in the
/// sale period, straight between days). The days add up to the total exactly; the other days stay. Answers all targets,
/// with `dryRun` as they would be.
#[utoipa::path(post, path = "/api/v1/productions/{id}/targets/distribute", operation_id = "distributeTargets",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader),
    request_body = NewDistribution, responses(
    (status = 200, description = "All targets", body = TargetsView,
        headers(("ETag" = String, description = "The state of all targets, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn distribute(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewDistribution>().await?;
    let changed = services
        .targets
        .distribute(id, new.try_into()?, &caller.visible(), &caller.edit(basis))
        .await;
    let targets = or_present(changed, present_targets(services.planning.as_ref(), id)).await?;
    Ok(answer_targets(targets))
}

/// Copy targets of another production
///
/// By day of sale: the first to the first, and so on as long as both sale periods last; the other days stay. Each target
/// times `factor`, rounded half away from zero. Answers all targets, with `dryRun` as they would be.
#[utoipa::path(post, path = "/api/v1/productions/{id}/targets/copy", operation_id = "copyTargets",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader),
    request_body = NewTargetCopy, responses(
    (status = 200, description = "All targets", body = TargetsView,
        headers(("ETag" = String, description = "The state of all targets, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn copy(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewTargetCopy>().await?;
    let changed = services
        .targets
        .copy(id, new.try_into()?, &caller.visible(), &caller.edit(basis))
        .await;
    let targets = or_present(changed, present_targets(services.planning.as_ref(), id)).await?;
    Ok(answer_targets(targets))
}
