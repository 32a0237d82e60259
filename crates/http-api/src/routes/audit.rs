//! The audit.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::people::UserId;
use domain::production::ProductionId;
use ports::driven::AuditQuery;
use uuid::Uuid;

use crate::Services;
use crate::extract::Query;
use crate::problem::{ApiError, Problem, json};
use crate::views::audit::{AuditEntryView, AuditListQuery};
use crate::views::paging::{PageView, paging, search_text};

/// The audit
///
/// Who did what to which thing, when, from where, with before and after: every change, sign-in (refused ones too) and
/// download. Secrets are never in it.
#[utoipa::path(get, path = "/api/v1/audit", operation_id = "listAuditEntries", tag = "audit",
    params(AuditListQuery), responses(
    (status = 200, description = "One page", body = PageView<AuditEntryView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<AuditListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = AuditQuery {
        user_id: id(query.user_id.as_deref(), "userId")?.map(UserId),
        action: search_text(query.action)?,
        subject_id: search_text(query.subject_id)?,
        production_id: id(query.production_id.as_deref(), "productionId")?.map(ProductionId),
        from: query.from.map(|at| at.0.to_utc()),
        to: query.to.map(|at| at.0.to_utc()),
        order: query.order.into(),
        paging,
    };
    let page = services.audit.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, AuditEntryView::from)))
}

/// An id to filter by; one that is none is told, as whoever lists the audit may see everything.
fn id(text: Option<&str>, parameter: &str) -> Result<Option<Uuid>, ApiError> {
    let wrong = |_| ApiError::invalid(parameter, "malformed", "an id");
    text.map(|text| Uuid::try_parse(text).map_err(wrong)).transpose()
}
