//! Blank workbooks.

use actix_web::{HttpResponse, web};
use reporting::XLSX;

use crate::Services;
use crate::attachment;
use crate::entry::Caller;
use crate::extract::{KnownProduction, NoParameters, Query};
use crate::problem::{ApiError, Problem};
use crate::views::template::TemplateBytes;

/// A blank workbook
///
/// Of the right layout for the production, ready to be filled in and uploaded: markers, a row for each sale day,
/// formulas. It comes under a name with today as the record date.
#[utoipa::path(get, path = "/api/v1/productions/{id}/workbook-template", operation_id = "getWorkbookTemplate", tag = "productions",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The workbook", body = TemplateBytes, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers(("Content-Disposition" = String, description = "`attachment`, with its name"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The production has no sale period", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn workbook_template(
    caller: Caller,
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let template = services.templates.workbook_template(id, caller.actor()).await?;
    Ok(attachment::answer(&template.file_name, XLSX, template.bytes))
}
