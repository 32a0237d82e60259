//! Whether the server runs, and whether it can work.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::driven::Component;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Services;
use crate::problem::json;

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
pub(crate) async fn alive() -> HttpResponse {
    json(StatusCode::OK, &Alive { status: Word::Ok })
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
