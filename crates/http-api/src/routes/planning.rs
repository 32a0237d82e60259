//! Targets and marketing weeks.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::calendar::{DateRange, supported_days};
use domain::production::ProductionId;
use ports::driving::{PlanningDesk, ProductionDesk};

use crate::extract::{BodyProblems, JsonBody, NoParameters, Object, PathId, Query, bounded};
use crate::problem::{ApiError, Problem, json};
use crate::views::planning::{DaysQuery, MarketingWeeksView, NewMarketingWeeks, NewTargets, TargetsView};

/// Targets of a production
///
/// By day, summed by calendar week and in total; of the days from `from` to `to`.
#[utoipa::path(get, path = "/api/v1/productions/{id}/targets", operation_id = "getTargets", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), DaysQuery), responses(
    (status = 200, description = "The targets", body = TargetsView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn targets(
    id: PathId,
    query: Result<Query<DaysQuery>, ApiError>,
    productions: web::Data<dyn ProductionDesk>,
    planning: web::Data<dyn PlanningDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    productions.read(id).await?;
    let Query(query) = query?;
    let all = supported_days();
    let first = query.from.map_or(all.first(), |day| day.0);
    let last = query.to.map_or(all.last(), |day| day.0);
    let days = DateRange::new(first, last);
    let days = days.ok_or_else(|| ApiError::invalid("to", "before_start", "a day not before 'from'"))?;
    Ok(json(
        StatusCode::OK,
        &TargetsView::from(planning.targets(id, days).await?),
    ))
}

/// Set targets
///
/// Sets these days, leaves the others; answers all. A day outside the sale period is refused.
#[utoipa::path(put, path = "/api/v1/productions/{id}/targets", operation_id = "setTargets", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), request_body = NewTargets, responses(
    (status = 200, description = "All targets", body = TargetsView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A target breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set_targets(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    productions: web::Data<dyn ProductionDesk>,
    planning: web::Data<dyn PlanningDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    productions.read(id).await?;
    query?;
    let new: NewTargets = body.read().await?;
    bounded(&new.targets, "/targets")?;
    let targets = new
        .targets
        .into_iter()
        .map(|Object(target)| (target.date.0, target.target_krw))
        .collect();
    Ok(json(
        StatusCode::OK,
        &TargetsView::from(planning.set_targets(id, targets).await?),
    ))
}

/// Marketing weeks of a production
///
/// Each calendar week that the sale period touches, cut to it and numbered from 1.
#[utoipa::path(get, path = "/api/v1/productions/{id}/marketing-weeks", operation_id = "getMarketingWeeks",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The weeks", body = MarketingWeeksView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn marketing_weeks(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    planning: web::Data<dyn PlanningDesk>,
) -> Result<HttpResponse, ApiError> {
    let weeks = planning.marketing_weeks(ProductionId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &MarketingWeeksView::from(weeks)))
}

/// Set marketing notes
///
/// Any day of a week names it. A field left out stays, `null` clears it; other weeks stay. Answers all.
#[utoipa::path(put, path = "/api/v1/productions/{id}/marketing-weeks", operation_id = "setMarketingWeeks",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production")),
    request_body = NewMarketingWeeks, responses(
    (status = 200, description = "All weeks", body = MarketingWeeksView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A week breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change_marketing_weeks(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    productions: web::Data<dyn ProductionDesk>,
    planning: web::Data<dyn PlanningDesk>,
) -> Result<HttpResponse, ApiError> {
    let id = ProductionId(id.0);
    productions.read(id).await?;
    query?;
    let new: NewMarketingWeeks = body.read().await?;
    bounded(&new.weeks, "/weeks")?;
    let weeks = planning
        .change_marketing_weeks(id, new.weeks.into_iter().map(|Object(week)| week.into()).collect())
        .await?;
    Ok(json(StatusCode::OK, &MarketingWeeksView::from(weeks)))
}
