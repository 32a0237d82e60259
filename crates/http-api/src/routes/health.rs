//! Whether the server runs, and whether it can work.

use actix_web::http::StatusCode;
use actix_web::http::header::{HOST, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use ports::driven::Component;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Services;
use crate::problem::json;

/// What `fullhouse doctor` asks with, which comes through every proxy.
const DOCTOR: &str = "doctor";
/// The header of `GET /healthz?doctor` that tells what became of the request on its way:
/// `forwarded-for=yes; host=sales.example.com`.
pub const ARRIVED_WITH: &str = "x-arrived-with";

/// A word for a state.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Word {
    Ok,
    Failing,
}

/// Whether the process runs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Alive {
    status: Word,
}

/// Whether the server can work.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Readiness {
    /// Whether it can: of database, queue and storage.
    status: Word,
    database: Word,
    queue: Word,
    storage: Word,
    /// Whether no job waits for more than ten minutes, and none was given up within a day.
    jobs: Word,
    /// The same of times of schedules.
    schedules: Word,
    /// The same of what is to be sent.
    deliveries: Word,
}

/// Whether the process runs
///
/// Answers without asking anything else.
#[utoipa::path(get, path = "/healthz", operation_id = "getHealth", tag = "health", responses(
    (status = 200, description = "It runs", body = Alive),
))]
pub(crate) async fn alive(request: HttpRequest) -> HttpResponse {
    let mut answer = json(StatusCode::OK, &Alive { status: Word::Ok });
    if request.query_string() == DOCTOR
        && let Some(arrived) = arrived_with(request.headers())
    {
        answer
            .headers_mut()
            .insert(HeaderName::from_static(ARRIVED_WITH), arrived);
    }
    answer
}

/// Whether a proxy said that it asks for somebody else, but not for whom; and the host that was asked for.
fn arrived_with(headers: &HeaderMap) -> Option<HeaderValue> {
    let is_forwarded = headers.contains_key("x-forwarded-for");
    let forwarded = if is_forwarded { "yes" } else { "no" };
    let host = headers.get(HOST).and_then(|value| value.to_str().ok());
    let told = format!("forwarded-for={forwarded}; host={}", host.unwrap_or_default());
    HeaderValue::from_str(&told).ok()
}

/// Whether the server can work
///
/// Looks at database, queue and storage. What it does in the background is told beside, and does not decide: no other server
/// would do better. Causes are in the server's log.
#[utoipa::path(get, path = "/readyz", operation_id = "getReadiness", tag = "health", responses(
    (status = 200, description = "It can", body = Readiness),
    (status = 503, description = "Something fails", body = Readiness),
))]
pub(crate) async fn ready(services: web::Data<Services>) -> HttpResponse {
    let parts = services.health.check().await;
    let word = |works: bool| if works { Word::Ok } else { Word::Failing };
    let of = |wanted| word(parts.iter().any(|(component, works)| *component == wanted && *works));
    let all = parts.iter().all(|(component, works)| *works || !component.is_vital());
    let readiness = Readiness {
        status: word(all),
        database: of(Component::Database),
        queue: of(Component::Queue),
        storage: of(Component::Storage),
        jobs: of(Component::Jobs),
        schedules: of(Component::Schedules),
        deliveries: of(Component::Deliveries),
    };
    json(
        if all {
            StatusCode::OK
        } else {
            StatusCode::SERVICE_UNAVAILABLE
        },
        &readiness,
    )
}
