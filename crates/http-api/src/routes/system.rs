//! How the server is, for people and for programs that watch it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::Services;
use crate::extract::{NoParameters, Query};
use crate::observation::{CONTENT_TYPE, exposition};
use crate::problem::{ApiError, Problem, json};
use crate::views::system::SystemView;

/// Figures of the server
///
/// In the text format of Prometheus: requests, reports, streams, the queue, what is kept, disks, memory. What the database
/// would tell is left out where it does not answer.
#[utoipa::path(get, path = "/metrics", operation_id = "getMetrics", tag = "system", responses(
    (status = 200, description = "The figures", body = String, content_type = "text/plain"),
))]
pub(crate) async fn metrics(services: web::Data<Services>) -> HttpResponse {
    let text = exposition(&services).await;
    HttpResponse::Ok().content_type(CONTENT_TYPE).body(text)
}

/// State of the server
///
/// What it runs on, how much room is left and for how long, what waits and what failed, and what somebody should look at.
/// Memory, disks, connections and streams are those of the server that answers. May be five seconds old.
#[utoipa::path(get, path = "/api/v1/system", operation_id = "getSystem", tag = "system", responses(
    (status = 200, description = "The state", body = SystemView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn state(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let state = services.system.state().await?;
    let view = SystemView::new(state, services.events.open_streams());
    Ok(json(StatusCode::OK, &view))
}
