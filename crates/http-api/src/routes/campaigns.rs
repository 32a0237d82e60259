//! What was done when to sell a production.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::campaign::CampaignId;
use domain::production::ProductionId;
use ports::driving::{CampaignDesk, DeskError};

use super::created::located;
use super::present::or_present;
use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, KnownProduction, NoParameters, OutdatedProblem, PathCampaign,
    Query, tagged,
};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::problem::{ApiError, Problem, json};
use crate::views::campaign::{CampaignView, CampaignsView, ChangedCampaign, NewCampaign};
use crate::views::planning::DaysQuery;

/// Campaigns of a production
///
/// What was done when: memos, discounts, promotions, press and invitations; those that touch the days from `from` to `to`.
#[utoipa::path(get, path = "/api/v1/productions/{id}/campaigns", operation_id = "listCampaigns", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), DaysQuery), responses(
    (status = 200, description = "The campaigns", body = CampaignsView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    KnownProduction(id): KnownProduction,
    query: Result<Query<DaysQuery>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let Query(DaysQuery { from, to }) = query?;
    let (first, last) = (from.map(|day| day.0), to.map(|day| day.0));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        return Err(ApiError::invalid("to", "before_start", "a day not before 'from'"));
    }
    let campaigns = services.campaigns.list(id, first, last).await?;
    Ok(json(StatusCode::OK, &CampaignsView::from(campaigns)))
}

/// Enter a campaign
///
/// At most 2 000 of a production. It stands beside the marketing weeks, which stay the plan.
#[utoipa::path(post, path = "/api/v1/productions/{id}/campaigns", operation_id = "createCampaign", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), IdempotencyKeyHeader),
    request_body = NewCampaign, responses(
    (status = 201, description = "Entered", body = CampaignView, headers(
        ("Location" = String, description = "Its path"), ("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The production has as many as it may have, or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    request: HttpRequest,
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, digest, caller) = body.read_with_digest::<NewCampaign>().await?;
    let create = async {
        let campaign = services.campaigns.create(id, new.try_into()?, caller.actor()).await?;
        let (campaign_id, revision) = (campaign.id.0, campaign.revision);
        let collection = format!("/api/v1/productions/{id}/campaigns");
        let view = CampaignView::from(campaign);
        Ok(tagged(
            located(StatusCode::CREATED, &collection, campaign_id, &view),
            revision,
        ))
    };
    idempotent(&request, &caller, About::Campaign, digest, create).await
}

/// Change a campaign
///
/// A field left out stays, `null` clears it.
#[utoipa::path(patch, path = "/api/v1/productions/{id}/campaigns/{campaignId}", operation_id = "updateCampaign", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"),
        ("campaignId" = uuid::Uuid, Path, description = "Id of the campaign"), IfMatchHeader),
    request_body = ChangedCampaign, responses(
    (status = 200, description = "Changed", body = CampaignView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production or campaign", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn change(
    KnownProduction(production): KnownProduction,
    id: PathCampaign,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (id, desk) = (CampaignId(id.0), services.campaigns.as_ref());
    desk.read(production, id).await?;
    query?;
    let (changed, caller) = body.read::<ChangedCampaign>().await?;
    let changed = desk
        .change(production, id, changed.try_into()?, &caller.edit(basis))
        .await;
    let campaign = or_present(changed, present(desk, production, id)).await?;
    let revision = campaign.revision;
    Ok(tagged(json(StatusCode::OK, &CampaignView::from(campaign)), revision))
}

/// Delete a campaign
///
/// The audit keeps what it was.
#[utoipa::path(delete, path = "/api/v1/productions/{id}/campaigns/{campaignId}", operation_id = "deleteCampaign", tag = "planning",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"),
        ("campaignId" = uuid::Uuid, Path, description = "Id of the campaign"), IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such production or campaign", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    caller: Caller,
    KnownProduction(production): KnownProduction,
    id: PathCampaign,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (id, desk) = (CampaignId(id.0), services.campaigns.as_ref());
    desk.read(production, id).await?;
    query?;
    let deleted = desk.delete(production, id, &caller.edit(basis)).await;
    or_present(deleted, present(desk, production, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn present(desk: &dyn CampaignDesk, production: ProductionId, id: CampaignId) -> Result<CampaignView, DeskError> {
    desk.read(production, id).await.map(CampaignView::from)
}
