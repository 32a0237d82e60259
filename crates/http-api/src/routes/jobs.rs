//! Jobs of the background worker.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::driven::{JobQuery, JobQueue};

use crate::extract::Query;
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
    jobs: web::Data<dyn JobQueue>,
) -> Result<HttpResponse, ApiError> {
    let paging = paging(query.page, query.per_page)?;
    let query = JobQuery {
        status: query.status.map(Into::into),
        paging,
        order: query.order.into(),
    };
    let page = jobs.list(&query).await?;
    Ok(json(StatusCode::OK, &PageView::new(page, paging, JobView::from)))
}
