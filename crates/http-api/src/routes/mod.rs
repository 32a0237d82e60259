//! Every route, and which methods it takes.

pub(crate) mod health;
pub(crate) mod jobs;
pub(crate) mod planning;
pub(crate) mod productions;
pub(crate) mod reports;
pub(crate) mod uploads;

use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, Resource, ResponseError};
use utoipa_swagger_ui::SwaggerUi;

use crate::openapi::openapi;
use crate::problem::ApiError;

/// Adds all routes.
pub(crate) fn add(config: &mut ServiceConfig) {
    config
        .service(resource("/healthz", "GET").route(web::get().to(health::alive)))
        .service(resource("/readyz", "GET").route(web::get().to(health::ready)))
        .service(
            resource("/api/v1/productions", "GET, POST")
                .route(web::get().to(productions::list))
                .route(web::post().to(productions::create)),
        )
        .service(
            resource("/api/v1/productions/{id}", "GET, PATCH")
                .route(web::get().to(productions::read))
                .route(web::patch().to(productions::change)),
        )
        .service(
            resource("/api/v1/productions/{id}/targets", "GET, PUT")
                .route(web::get().to(planning::targets))
                .route(web::put().to(planning::set_targets)),
        )
        .service(
            resource("/api/v1/productions/{id}/marketing-weeks", "GET, PUT")
                .route(web::get().to(planning::marketing_weeks))
                .route(web::put().to(planning::change_marketing_weeks)),
        )
        .service(
            resource("/api/v1/calendar/monthly-notes", "GET, PUT")
                .route(web::get().to(planning::monthly_notes))
                .route(web::put().to(planning::set_monthly_notes)),
        )
        .service(
            resource("/api/v1/uploads", "GET, POST")
                .route(web::get().to(uploads::list))
                .route(web::post().to(uploads::submit)),
        )
        .service(
            resource("/api/v1/uploads/{id}", "GET, DELETE")
                .route(web::get().to(uploads::read))
                .route(web::delete().to(uploads::withdraw)),
        )
        .service(resource("/api/v1/uploads/{id}/file", "GET").route(web::get().to(uploads::download)))
        .service(resource("/api/v1/jobs", "GET").route(web::get().to(jobs::list)));
    reports::add(config);
    // The user interface fetches the document from the address that everybody uses.
    config
        .service(SwaggerUi::new("/swagger-ui/{_:.*}").url("/api/v1/openapi.json", openapi()))
        .service(web::redirect("/", "/swagger-ui/"))
        .service(web::redirect("/swagger-ui", "/swagger-ui/"))
        .default_service(web::to(|| async { Err::<HttpResponse, _>(ApiError::NotFound("path")) }));
}

/// A resource that tells which methods it takes when it is asked with another.
fn resource(path: &str, allowed: &'static str) -> Resource {
    web::resource(path).default_service(web::to(move |request: HttpRequest| async move {
        let mut answer = ApiError::MethodNotAllowed(request.method().to_string()).error_response();
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
        answer
    }))
}
