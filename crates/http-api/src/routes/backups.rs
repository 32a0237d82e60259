//! How backups stand.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::Services;
use crate::entry::Caller;
use crate::extract::{NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::backup::BackupsView;

/// How backups stand
///
/// The newest backup with its age and size, the last one that was restored on trial, and the last check of the original files. The
/// schedules `backup`, `backup-verification` and `check` have them done; what fails is also a notice for admins.
#[utoipa::path(get, path = "/api/v1/backups", operation_id = "getBackups", tag = "schedules", responses(
    (status = 200, description = "How they stand", body = BackupsView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    _: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let standing = services.upkeep.standing().await?;
    Ok(json(StatusCode::OK, &BackupsView::new(standing, services.clock.now())))
}
