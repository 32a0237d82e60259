//! Jobs of the background worker.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use ports::driven::{JobQuery, Retry};

use crate::Services;
use crate::entry::Caller;
use crate::extract::{NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::job::{JobListQuery, JobView};
use crate::views::paging::{PageView, paging};

/// Jobs of the background worker
///
/// By the time they may start. Jobs that ended well go after 30 days.
#[utoipa::path(get, path = "/api/v1/jobs", operation_id = "listJobs", tag = "jobs", params(JobListQuery), responses(
    (status = 200, description = "One page", body = PageView<JobView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<JobListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = JobQuery {
        status: query.status.map(Into::into),
        paging,
        order: query.order.into(),
    };
    let page = services.jobs.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, JobView::from)))
}

/// Try a failed job again
///
/// It waits for a worker with all its attempts. An upload that failed because they were used up is `queued` again.
#[utoipa::path(post, path = "/api/v1/jobs/{id}/retry", operation_id = "retryJob", tag = "jobs",
    params(("id" = String, Path, description = "Id of the job")), responses(
    (status = 200, description = "Queued", body = JobView),
    (status = 404, description = "There is no such job", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "The job has not failed", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn retry(
    request: HttpRequest,
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let id = request.match_info().get("id").filter(|id| can_be_an_id(id));
    match services
        .jobs
        .retry(id.ok_or(ApiError::NotFound("job"))?, caller.actor())
        .await?
    {
        Retry::Queued(job) => Ok(json(StatusCode::OK, &JobView::from(*job))),
        Retry::NotFailed => Err(ApiError::JobNotFailed),
        Retry::NotFound => Err(ApiError::NotFound("job")),
    }
}

/// The queue makes ids of letters and digits.
fn can_be_an_id(text: &str) -> bool {
    text.len() <= 100 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
