//! Lists that staff keep in files.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use ports::driving::{DeskError, TargetFile};

use super::planning::{answer_targets, present_targets};
use super::present::or_present;
use crate::Services;
use crate::extract::{IfMatch, IfMatchHeader, KnownProduction, NoParameters, OutdatedProblem, Query};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::multipart::{FormProblems, ListBody, ListForm};
use crate::problem::{ApiError, Problem, json};
use crate::views::import::{ProductionImportView, ProductionListForm, TargetListForm, row_errors};
use crate::views::planning::TargetsView;

/// Enter a list of productions
///
/// All its rows, or none when one is wrong. With `dryRun` the answer says what each row says and what is wrong with it,
/// and nothing is entered.
#[utoipa::path(post, path = "/api/v1/productions/import", operation_id = "importProductions", tag = "productions",
    params(IdempotencyKeyHeader), request_body(content = ProductionListForm, content_type = "multipart/form-data"), responses(
    (status = 200, description = "The outcome of a dry run", body = ProductionImportView),
    (status = 201, description = "All entered", body = ProductionImportView),
    FormProblems,
    (status = 409, description = "A code or name was taken meanwhile, or the first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A part or a row breaks a rule: `/rows/7/saleStart`; or the file is no list", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn productions(
    request: HttpRequest,
    _: Query<NoParameters>,
    form: ListForm,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (list, caller) = form.read().await?;
    let digest = list.digest();
    let ListBody {
        file_name,
        bytes,
        dry_run,
        turn: _turn,
    } = list;
    let import = services.productions.import(&file_name, bytes, dry_run, caller.actor());
    if dry_run {
        return Ok(json(StatusCode::OK, &ProductionImportView::new(import.await?, dry_run)));
    }
    let enter = async {
        let import = import.await?;
        if !import.is_valid() {
            return Err(DeskError::Invalid(row_errors(import)).into());
        }
        Ok(json(StatusCode::CREATED, &ProductionImportView::new(import, dry_run)))
    };
    idempotent(&request, &caller, About::Productions, digest, enter).await
}

/// Set the targets that a file lists
///
/// The other days stay; all its rows, or none when one is wrong. Answers all targets, with `dryRun` as they would be.
#[utoipa::path(post, path = "/api/v1/productions/{id}/targets/import", operation_id = "importTargets",
    tag = "planning", params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader),
    request_body(content = TargetListForm, content_type = "multipart/form-data"), responses(
    (status = 200, description = "All targets", body = TargetsView,
        headers(("ETag" = String, description = "The state of all targets, for `If-Match`"))),
    FormProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A part or a row breaks a rule: `/rows/7/date`; or the file is no list", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn targets(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    form: ListForm,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (list, caller) = form.read().await?;
    let ListBody {
        file_name,
        bytes,
        dry_run,
        turn: _turn,
    } = list;
    let file = TargetFile {
        file_name,
        bytes,
        dry_run,
    };
    let changed = services.targets.import(id, file, &caller.edit(basis)).await;
    let targets = or_present(changed, present_targets(services.planning.as_ref(), id)).await?;
    Ok(answer_targets(targets))
}
