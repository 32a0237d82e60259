//! Targets and marketing weeks.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::calendar::{DateRange, supported_days};
use domain::production::ProductionId;
use ports::driving::{DeskError, MarketingPlan, PlanningDesk, Targets};

use super::present::or_present;
use crate::Services;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, KnownProduction, NoParameters, Object, OutdatedProblem, PathId,
    Query, bounded, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::planning::{DaysQuery, MarketingWeeksView, NewMarketingWeeks, NewTargets, TargetsView};

/// Targets of a production
///
/// By day, summed by calendar week and in total; of the days from `from` to `to`.
#[utoipa::path(get, path = "/api/v1/productions/{id}/targets", operation_id = "getTargets", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), DaysQuery), responses(
    (status = 200, description = "The targets", body = TargetsView,
        headers(("ETag" = String, description = "The state of all targets, for `If-Match`"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn targets(
    KnownProduction(id): KnownProduction,
    query: Result<Query<DaysQuery>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let Query(query) = query?;
    let all = supported_days();
    let first = query.from.map_or(all.first(), |day| day.0);
    let last = query.to.map_or(all.last(), |day| day.0);
    let days = DateRange::new(first, last);
    let days = days.ok_or_else(|| ApiError::invalid("to", "before_start", "a day not before 'from'"))?;
    Ok(answer_targets(services.planning.targets(id, days).await?))
}

/// Set targets
///
/// Sets these days, leaves the others; answers all. A day outside the sale period is refused.
#[utoipa::path(put, path = "/api/v1/productions/{id}/targets", operation_id = "setTargets", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader), request_body = NewTargets, responses(
    (status = 200, description = "All targets", body = TargetsView,
        headers(("ETag" = String, description = "The state of all targets, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A target breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_targets(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewTargets>().await?;
    bounded(&new.targets, "/targets")?;
    let targets = new
        .targets
        .into_iter()
        .map(|Object(target)| (target.date.0, target.target_krw))
        .collect();
    let changed = services.planning.set_targets(id, targets, &caller.edit(basis)).await;
    let targets = or_present(changed, present_targets(services.planning.as_ref(), id)).await?;
    Ok(answer_targets(targets))
}

/// Targets with the `ETag` of their state.
pub(super) fn answer_targets(targets: Targets) -> HttpResponse {
    let revision = targets.revision;
    tagged(json(StatusCode::OK, &TargetsView::from(targets)), revision)
}

/// All targets of a production, as they are now.
pub(super) async fn present_targets(planning: &dyn PlanningDesk, id: ProductionId) -> Result<TargetsView, DeskError> {
    planning.targets(id, supported_days()).await.map(TargetsView::from)
}

/// Marketing weeks of a production
///
/// Each calendar week that the sale period touches, cut to it and numbered from 1.
#[utoipa::path(get, path = "/api/v1/productions/{id}/marketing-weeks", operation_id = "getMarketingWeeks",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The weeks", body = MarketingWeeksView,
        headers(("ETag" = String, description = "The state of all weeks, for `If-Match`"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn marketing_weeks(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let plan = services.planning.marketing_weeks(ProductionId(id.0)).await?;
    query?;
    Ok(answer_weeks(plan))
}

/// Set marketing notes
///
/// Any day of a week names it. A field left out stays, `null` clears it; other weeks stay. Answers all.
#[utoipa::path(put, path = "/api/v1/productions/{id}/marketing-weeks", operation_id = "setMarketingWeeks",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader),
    request_body = NewMarketingWeeks, responses(
    (status = 200, description = "All weeks", body = MarketingWeeksView,
        headers(("ETag" = String, description = "The state of all weeks, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A week breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change_marketing_weeks(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewMarketingWeeks>().await?;
    bounded(&new.weeks, "/weeks")?;
    let weeks = new.weeks.into_iter().map(|Object(week)| week.into()).collect();
    let changed = services
        .planning
        .change_marketing_weeks(id, weeks, &caller.edit(basis))
        .await;
    let present = async {
        services
            .planning
            .marketing_weeks(id)
            .await
            .map(MarketingWeeksView::from)
    };
    Ok(answer_weeks(or_present(changed, present).await?))
}

/// Marketing weeks with the `ETag` of their state.
fn answer_weeks(plan: MarketingPlan) -> HttpResponse {
    let revision = plan.revision;
    tagged(json(StatusCode::OK, &MarketingWeeksView::from(plan)), revision)
}
