//! Uploads.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderName;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::{Capability, Verdict};
use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::actor::Actor;
use ports::driven::UploadQuery;
use ports::driving::{ProductionChoice, UnknownCode, UploadDesk, UploadRequest};
use uuid::Uuid;

use super::created::located;
use crate::Services;
use crate::attachment;
use crate::entry::Caller;
use crate::extract::{ArrivingBody, NoParameters, PathId, Query};
use crate::idempotency::{About, IdempotencyKeyHeader, idempotent};
use crate::multipart::{FormProblems, UploadBody, UploadParts};
use crate::observation::give_time;
use crate::problem::{ApiError, Problem, json};
use crate::views::paging::{PageView, paging, search_text};
use crate::views::upload::{
    DryRunView, OriginalBytes, PartQuery, UploadForm, UploadListQuery, UploadSummaryView, UploadView,
};

/// Longest time that a request may ask to wait.
const LONGEST_WAIT: u64 = 60;

/// Upload a workbook
///
/// The workbook is kept, queued, and read by the background worker. `Prefer: wait=30` waits for the end and answers 201
/// whether it completed or failed. The same bytes for the same production, record date and kind answer 200 with the upload
/// that is there already. With `dryRun` the answer says what the upload would do, and nothing is kept.
/// A locked workbook is refused (`encrypted_workbook`, `wrong_password`) unless it comes with its `password`.
#[utoipa::path(post, path = "/api/v1/uploads", operation_id = "createUpload", tag = "uploads",
    params(("Prefer" = Option<String>, Header, description = "`wait=N`: wait up to N seconds, at most 60, for the end", example = "wait=30"),
        IdempotencyKeyHeader),
    request_body(content = UploadForm, content_type = "multipart/form-data"), responses(
    (status = 200, description = "Already there (an upload); or the outcome of a dry run", body = UploadAnswer),
    (status = 201, description = "Read to its end: completed or failed", body = UploadView, headers(("Location" = String, description = "Its path"))),
    (status = 202, description = "Queued", body = UploadView, headers(("Location" = String, description = "Its path"))),
    FormProblems,
    (status = 404, description = "There is no such production; `productionCode` and `nearestCode` say which code was asked for, and which may be meant", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The first request with this key is still being answered", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A part breaks a rule, or which production and record date it is about cannot be told", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "Too many files are being read", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn submit(
    request: HttpRequest,
    query: Result<Query<NoParameters>, ApiError>,
    body: ArrivingBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let parts = UploadParts::receive(&request, body, services.uploads.as_ref(), services.limits).await;
    // It may have taken minutes to arrive.
    let caller = Caller::after_body(&request).await?;
    let parts = parts?;
    let (production, by) = authorised(&parts, &caller, services.uploads.as_ref()).await?;
    query?;
    let UploadBody {
        request: upload,
        dry_run,
        digest,
    } = parts.into_body(production, by)?;
    if dry_run {
        let dry_run = services.uploads.try_out(upload).await?;
        return Ok(json(StatusCode::OK, &DryRunView::from(dry_run)));
    }
    let patience = wait(&request);
    give_time(patience.unwrap_or_default());
    let submit = take_in(upload, patience, services.uploads.as_ref());
    idempotent(&request, &caller, About::Upload, digest, submit).await
}

/// Asks the policy as soon as it is known what the upload is about: sees (404), may (403), and only then the form. That the
/// caller may upload at all was asked before.
async fn authorised(
    parts: &UploadParts<'_>,
    caller: &Caller,
    uploads: &dyn UploadDesk,
) -> Result<(ProductionChoice, Actor), ApiError> {
    let choice = parts.production()?;
    let named = uploads.production_named(&choice, parts.files()).await?;
    let judged = named.map(|id| (id, caller.verdict(Capability::Upload, Some(id))));
    let unknown = match judged {
        Some((_, Verdict::Allowed | Verdict::Forbidden)) => None,
        Some((_, Verdict::Hidden)) | None => {
            let visible = caller.visible();
            uploads.unknown_code(&choice, parts.files(), &visible).await?
        }
    };
    let production = addressed(&choice, judged, unknown)?;
    let by = caller.require(Capability::Upload, production)?;
    Ok((choice, by))
}

/// The production that an upload is for, by how it is named, by what the policy says of the one that this leads to, and by
/// the code that leads to none that is seen; `None` where nothing names one. One that is not there is answered as one that is
/// not seen.
fn addressed(
    choice: &ProductionChoice,
    judged: Option<(ProductionId, Verdict)>,
    unknown: Option<UnknownCode>,
) -> Result<Option<ProductionId>, ApiError> {
    match (judged, unknown, choice) {
        (Some((id, Verdict::Allowed)), _, _) => Ok(Some(id)),
        (Some((_, Verdict::Forbidden)), _, _) => Err(ApiError::Forbidden),
        (_, Some(unknown), _) => Err(ApiError::UnknownCode(unknown)),
        // A name without a code is told as such, later; no file as well.
        (_, None, ProductionChoice::FileName) => Ok(None),
        (_, None, ProductionChoice::Id(_) | ProductionChoice::Code(_)) => Err(ApiError::NotFound("production")),
    }
}

async fn take_in(
    upload: UploadRequest,
    patience: Option<Duration>,
    uploads: &dyn UploadDesk,
) -> Result<HttpResponse, ApiError> {
    let submission = match patience {
        Some(patience) => uploads.submit_and_wait(upload, patience).await?,
        None => uploads.submit(upload).await?,
    };
    let status = if submission.repeated {
        StatusCode::OK
    } else if submission.upload.status.is_pending() {
        StatusCode::ACCEPTED
    } else {
        StatusCode::CREATED
    };
    let id = submission.upload.id.0;
    Ok(located(
        status,
        "/api/v1/uploads",
        id,
        &UploadView::from(submission.upload),
    ))
}

/// What `POST /uploads` answers with status 200.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(untagged)]
#[expect(
    dead_code,
    clippy::large_enum_variant,
    reason = "stands for both answers in the OpenAPI document only"
)]
pub(crate) enum UploadAnswer {
    /// The upload that is there already.
    Upload(UploadView),
    /// The outcome of a dry run.
    DryRun(DryRunView),
}

/// `wait` of the `Prefer` header (RFC 7240), at most a minute.
pub(super) fn wait(request: &HttpRequest) -> Option<Duration> {
    let prefer = request.headers().get_all(HeaderName::from_static("prefer"));
    let preferences = prefer
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split([',', ';']));
    let mut waits = preferences.filter_map(|preference| {
        let (name, seconds) = preference.split_once('=')?;
        let seconds = seconds.trim().trim_matches('"').parse::<u64>().ok()?;
        name.trim().eq_ignore_ascii_case("wait").then_some(seconds)
    });
    waits
        .next()
        .map(|seconds| Duration::from_secs(seconds.min(LONGEST_WAIT)))
}

/// Uploads
///
/// Of the productions that the caller sees, without their findings. Filter by production, record date, kind and status, search in file names, sort and page.
#[utoipa::path(get, path = "/api/v1/uploads", operation_id = "listUploads", tag = "uploads", params(UploadListQuery), responses(
    (status = 200, description = "One page", body = PageView<UploadSummaryView>),
    (status = 404, description = "The production's id is none", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    caller: Caller,
    Query(query): Query<UploadListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let id = |text: &String| Uuid::try_parse(text).map_err(|_| ApiError::NotFound("production"));
    let query = UploadQuery {
        visible: caller.visible(),
        production_id: query.production_id.as_ref().map(id).transpose()?.map(ProductionId),
        record_date: query.record_date.map(|day| day.0),
        kind: query.kind.map(Into::into),
        status: query.status.map(Into::into),
        text: search_text(query.q)?,
        sort: query.sort.into(),
        order: query.order.into(),
        paging,
    };
    let page = services.uploads.list(&query).await?;
    Ok(json(
        StatusCode::OK,
        &PageView::new(page, paging, UploadSummaryView::from),
    ))
}

/// One upload
///
/// With its findings.
#[utoipa::path(get, path = "/api/v1/uploads/{id}", operation_id = "getUpload", tag = "uploads",
    params(("id" = Uuid, Path, description = "Id of the upload")), responses(
    (status = 200, description = "The upload", body = UploadView),
    (status = 404, description = "There is no such upload", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let upload = services.uploads.read(UploadId(id.0)).await?;
    query?;
    Ok(json(StatusCode::OK, &UploadView::from(upload)))
}

/// Withdraw an upload
///
/// Brings back the upload that it had replaced, else the record date before. The original stays. Withdrawing again
/// changes nothing.
#[utoipa::path(delete, path = "/api/v1/uploads/{id}", operation_id = "withdrawUpload", tag = "uploads",
    params(("id" = Uuid, Path, description = "Id of the upload")), responses(
    (status = 200, description = "Withdrawn", body = UploadView),
    (status = 404, description = "There is no such upload", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "It failed: there is nothing to withdraw", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn withdraw(
    caller: Caller,
    id: PathId,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let upload = services.uploads.withdraw(UploadId(id.0), caller.actor()).await?;
    Ok(json(StatusCode::OK, &UploadView::from(upload)))
}

/// An original file
///
/// Under the name that it came with. Its bytes are those that came: a file that was damaged in the store is not sent (500,
/// `original-damaged`). Recorded once an hour for each file and user.
#[utoipa::path(get, path = "/api/v1/uploads/{id}/file", operation_id = "getUploadFile", tag = "uploads",
    params(("id" = Uuid, Path, description = "Id of the upload"), PartQuery), responses(
    (status = 200, description = "The file", body = OriginalBytes, content_type = "application/octet-stream",
        headers(("Content-Disposition" = String, description = "`attachment`, with its name"))),
    (status = 404, description = "There is no such upload, or it has no such part", body = Problem, content_type = "application/problem+json"),
    (status = 410, description = "The store does not have the file any more", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn download(
    caller: Caller,
    id: PathId,
    query: Result<Query<PartQuery>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let part = query?.0.part.unwrap_or(1);
    let download = services.uploads.download(UploadId(id.0), part, caller.actor()).await?;
    Ok(attachment::stream(download))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn an_upload_is_for_what_is_seen_and_what_is_not_is_told_as_not_there() {
        const ID: ProductionId = ProductionId(Uuid::from_u128(1));
        let code = || ProductionChoice::Code("PL2612".parse().unwrap());
        let unknown = || {
            Some(UnknownCode {
                code: "PL2612".parse().unwrap(),
                nearest: None,
            })
        };
        let (by_id, by_name) = (|| ProductionChoice::Id(ID), || ProductionChoice::FileName);
        let allowed = Some((ID, Verdict::Allowed));
        let forbidden = Some((ID, Verdict::Forbidden));
        let hidden = Some((ID, Verdict::Hidden));
        let told = |choice: ProductionChoice, judged, unknown| match addressed(&choice, judged, unknown) {
            Ok(Some(id)) if id == ID => "it",
            Ok(Some(_)) => "another",
            Ok(None) => "nothing named",
            Err(ApiError::Forbidden) => "forbidden",
            Err(ApiError::UnknownCode(_)) => "unknown code",
            Err(ApiError::NotFound("production")) => "not found",
            Err(_) => "another error",
        };
        for (choice, judged, unknown, expected) in [
            (by_id(), allowed, None, "it"),
            (code(), allowed, None, "it"),
            (by_name(), allowed, None, "it"),
            (by_id(), forbidden, None, "forbidden"),
            (code(), forbidden, None, "forbidden"),
            (by_name(), forbidden, None, "forbidden"),
            (by_id(), hidden, None, "not found"),
            (by_id(), None, None, "not found"),
            (code(), hidden, unknown(), "unknown code"),
            (code(), None, unknown(), "unknown code"),
            (by_name(), hidden, unknown(), "unknown code"),
            (by_name(), None, unknown(), "unknown code"),
            (by_name(), None, None, "nothing named"),
        ] {
            let case = format!("{choice:?} {judged:?} {unknown:?}");
            assert_eq!(told(choice, judged, unknown), expected, "{case}");
        }
    }

    #[test]
    fn a_wait_is_read_from_the_header_and_bounded() {
        let wait = |value: &str| {
            super::wait(
                &TestRequest::default()
                    .insert_header(("Prefer", value))
                    .to_http_request(),
            )
        };
        assert_eq!(wait("wait=30"), Some(Duration::from_secs(30)));
        assert_eq!(wait("respond-async, wait=100"), Some(Duration::from_mins(1)));
        assert_eq!(wait("return=minimal"), None);
    }
}
