//! What was told without being asked for, and what is not to be told for a time.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::production::ProductionId;
use ports::driven::AlertQuery;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, KnownProduction, NoParameters, Object, Query, bounded};
use crate::problem::{ApiError, Problem, json};
use crate::views::alert::{AlertListQuery, AlertMutesView, AlertView, NewAlertMutes};
use crate::views::paging::{PageView, paging};

/// Alerts
///
/// What was told, the newest first, of the productions that the caller sees. Each cause is told once.
#[utoipa::path(get, path = "/api/v1/alerts", operation_id = "listAlerts", tag = "alerts", params(AlertListQuery), responses(
    (status = 200, description = "One page", body = PageView<AlertView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    caller: Caller,
    Query(query): Query<AlertListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = AlertQuery {
        visible: caller.visible(),
        production: query.production_id.map(ProductionId),
        kind: query.kind.map(Into::into),
        order: query.order.into(),
        paging,
    };
    let page = services.alerts.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, AlertView::from)))
}

/// Muted alerts of a production
///
/// The kinds that are not told for a time.
#[utoipa::path(get, path = "/api/v1/productions/{id}/alert-mutes", operation_id = "getAlertMutes", tag = "alerts",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The kinds that are muted", body = AlertMutesView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn mutes(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let mutes = services.alerts.mutes(id).await?;
    Ok(json(StatusCode::OK, &AlertMutesView::from(mutes)))
}

/// Mute alerts of a production
///
/// Mutes these kinds until then, and tells those with `null` again; the others stay as they are. What is the case still when
/// a mute ends is told then. Answers all that are muted.
#[utoipa::path(put, path = "/api/v1/productions/{id}/alert-mutes", operation_id = "setAlertMutes", tag = "alerts",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), request_body = NewAlertMutes, responses(
    (status = 200, description = "The kinds that are muted", body = AlertMutesView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A kind is named twice, or an instant breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn mute(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewAlertMutes>().await?;
    bounded(&new.mutes, "/mutes")?;
    let kinds = new.mutes.into_iter().map(|Object(mute)| mute.into()).collect();
    let mutes = services.alerts.mute(id, kinds, caller.actor()).await?;
    Ok(json(StatusCode::OK, &AlertMutesView::from(mutes)))
}
