//! Every route, and which methods it takes.

mod attachment;
pub(crate) mod health;
pub(crate) mod jobs;
pub(crate) mod notes;
mod path;
pub(crate) mod planning;
pub(crate) mod productions;
pub(crate) mod reports;
pub(crate) mod targets;
pub(crate) mod templates;
pub(crate) mod uploads;

use actix_web::HttpResponse;
use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use utoipa_swagger_ui::SwaggerUi;

use self::path::Path;
use crate::openapi::openapi;
use crate::problem::ApiError;

/// Adds all routes.
pub(crate) fn add(config: &mut ServiceConfig) {
    for path in paths() {
        config.service(path.into_service());
    }
    // The user interface fetches the document from the address that everybody uses.
    config
        .service(SwaggerUi::new("/swagger-ui/{_:.*}").url("/api/v1/openapi.json", openapi()))
        .service(web::redirect("/", "/swagger-ui/"))
        .service(web::redirect("/swagger-ui", "/swagger-ui/"))
        .default_service(web::to(|| async { Err::<HttpResponse, _>(ApiError::NotFound("path")) }));
}

/// What the OpenAPI document describes.
fn paths() -> Vec<Path> {
    vec![
        Path::get("/healthz", health::alive),
        Path::get("/readyz", health::ready),
        Path::new("/api/v1/productions")
            .on(Method::GET, productions::list)
            .on(Method::POST, productions::create),
        Path::new("/api/v1/productions/{id}")
            .on(Method::GET, productions::read)
            .on(Method::PATCH, productions::change),
        Path::new("/api/v1/productions/{id}/targets")
            .on(Method::GET, planning::targets)
            .on(Method::PUT, planning::set_targets),
        Path::new("/api/v1/productions/{id}/targets/distribute").on(Method::POST, targets::distribute),
        Path::new("/api/v1/productions/{id}/targets/copy").on(Method::POST, targets::copy),
        Path::new("/api/v1/productions/{id}/marketing-weeks")
            .on(Method::GET, planning::marketing_weeks)
            .on(Method::PUT, planning::change_marketing_weeks),
        Path::get(
            "/api/v1/productions/{id}/workbook-template",
            templates::workbook_template,
        ),
        Path::new("/api/v1/calendar/notes")
            .on(Method::GET, notes::calendar_notes)
            .on(Method::PUT, notes::set_calendar_notes),
        Path::new("/api/v1/calendar/monthly-notes")
            .on(Method::GET, notes::monthly_notes)
            .on(Method::PUT, notes::set_monthly_notes),
        Path::new("/api/v1/uploads")
            .on(Method::GET, uploads::list)
            .on(Method::POST, uploads::submit),
        Path::new("/api/v1/uploads/{id}")
            .on(Method::GET, uploads::read)
            .on(Method::DELETE, uploads::withdraw),
        Path::get("/api/v1/uploads/{id}/file", uploads::download),
        Path::get("/api/v1/jobs", jobs::list),
        Path::get("/api/v1/reports/plays/weekly-overview", reports::weekly_overview),
        Path::get("/api/v1/reports/plays/revenue", reports::revenue),
        Path::get("/api/v1/reports/plays/weekly-occupancy", reports::weekly_occupancy),
        Path::get("/api/v1/reports/plays/performances", reports::performances),
        Path::get("/api/v1/reports/plays/profit-forecast", reports::profit_forecast),
        Path::get("/api/v1/reports/concerts/break-even", reports::break_even),
        Path::get("/api/v1/reports/concerts/overview", reports::concert_overview),
        Path::get("/api/v1/reports/target-vs-actual", reports::target_vs_actual),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_routes_are_those_of_the_document() {
        let routes: BTreeSet<_> = paths()
            .iter()
            .map(Path::signature)
            .flat_map(|(path, methods)| methods.iter().map(move |method| (path.to_owned(), method.to_string())))
            .collect();
        let document = serde_json::to_value(openapi()).unwrap();
        let documented: BTreeSet<_> = document["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, item)| {
                let methods = item.as_object().unwrap().keys();
                methods.map(move |method| (path.clone(), method.to_uppercase()))
            })
            .collect();
        assert_eq!(routes, documented);
    }
}
