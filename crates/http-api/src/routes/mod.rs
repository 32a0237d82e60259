//! Every route, and which methods it takes.

pub(crate) mod account;
pub(crate) mod attachment;
pub(crate) mod audit;
pub(crate) mod auth;
pub(crate) mod catalogue;
mod created;
pub(crate) mod events;
pub(crate) mod health;
pub(crate) mod history;
pub(crate) mod imports;
pub(crate) mod jobs;
pub(crate) mod notes;
mod path;
pub(crate) mod planning;
mod present;
pub(crate) mod productions;
pub(crate) mod reports;
pub(crate) mod safety;
pub(crate) mod targets;
pub(crate) mod templates;
pub(crate) mod uploads;
pub(crate) mod users;
mod web_app;

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use utoipa_swagger_ui::SwaggerUi;

use self::path::Path;
use crate::entry::Need;
use crate::openapi::openapi;
use domain::access::Capability;

/// Adds all routes.
pub(crate) fn add(config: &mut ServiceConfig) {
    for path in paths() {
        config.service(path.into_service());
    }
    // The user interface fetches the document from the address that everybody uses.
    config
        .service(SwaggerUi::new("/swagger-ui/{_:.*}").url("/api/v1/openapi.json", openapi()))
        .service(web::redirect("/swagger-ui", "/swagger-ui/"))
        .default_service(web::to(web_app::anything_else));
}

/// What the OpenAPI document describes, and what each route needs.
pub(crate) fn paths() -> Vec<Path> {
    // They are tried in this order, so what is asked most often comes first.
    let parts = [
        health_paths(),
        report_paths(),
        account_paths(),
        people_paths(),
        production_paths(),
        planning_paths(),
        upload_paths(),
    ];
    parts.into_iter().flatten().collect()
}

fn health_paths() -> Vec<Path> {
    vec![
        Path::get("/healthz", Need::Nothing, health::alive),
        Path::get("/readyz", Need::Nothing, health::ready),
    ]
}

fn account_paths() -> Vec<Path> {
    use Capability::Enter;
    vec![
        Path::new("/api/v1/auth/register").on(Method::POST, Need::Nothing, auth::register),
        Path::new("/api/v1/auth/login").on(Method::POST, Need::Nothing, auth::sign_in),
        Path::new("/api/v1/auth/reset").on(Method::POST, Need::Nothing, auth::reset_password),
        Path::new("/api/v1/auth/logout").on(Method::POST, Need::Oneself, auth::sign_out),
        Path::new("/api/v1/auth/password").on(Method::POST, Need::InPerson(Enter), auth::change_password),
        Path::new("/api/v1/auth/me")
            .on(Method::GET, Need::Oneself, account::read)
            .on(Method::PATCH, Need::InPerson(Enter), account::change),
        Path::get("/api/v1/auth/sessions", Need::InPerson(Enter), account::sessions),
        Path::new("/api/v1/auth/sessions/{id}").on(Method::DELETE, Need::InPerson(Enter), account::end_session),
        Path::new("/api/v1/auth/api-keys")
            .on(Method::GET, Need::InPerson(Enter), account::api_keys)
            .on(Method::POST, Need::InPerson(Enter), account::issue_api_key),
        Path::new("/api/v1/auth/api-keys/{id}").on(Method::DELETE, Need::InPerson(Enter), account::end_api_key),
        Path::new("/api/v1/auth/second-factor")
            .on(Method::GET, Need::Oneself, safety::read)
            .on(Method::POST, Need::Oneself, safety::begin),
        Path::new("/api/v1/auth/second-factor/confirm").on(Method::POST, Need::Oneself, safety::confirm),
        Path::new("/api/v1/auth/second-factor/recovery-codes").on(
            Method::POST,
            Need::InPerson(Enter),
            safety::renew_recovery_codes,
        ),
        Path::new("/api/v1/auth/second-factor/remove").on(Method::POST, Need::InPerson(Enter), safety::remove),
        Path::get("/api/v1/auth/new-sign-ins", Need::InPerson(Enter), safety::new_sign_ins),
        Path::new("/api/v1/auth/new-sign-ins/{id}").on(
            Method::DELETE,
            Need::InPerson(Enter),
            safety::dismiss_new_sign_in,
        ),
    ]
}

fn people_paths() -> Vec<Path> {
    use Capability::Administer;
    vec![
        Path::new("/api/v1/users")
            .on(Method::GET, Need::InPerson(Administer), users::list)
            .on(Method::POST, Need::InPerson(Administer), users::create),
        // Before those with an id in this place.
        Path::new("/api/v1/users/waiting").on(Method::DELETE, Need::InPerson(Administer), users::delete_waiting),
        Path::new("/api/v1/users/{id}")
            .on(Method::GET, Need::InPerson(Administer), users::read)
            .on(Method::PATCH, Need::InPerson(Administer), users::change)
            .on(Method::DELETE, Need::InPerson(Administer), users::delete),
        Path::new("/api/v1/users/{id}/reset-link").on(Method::POST, Need::InPerson(Administer), users::reset_link),
        Path::new("/api/v1/users/{id}/second-factor")
            .on(Method::GET, Need::InPerson(Administer), users::second_factor)
            .on(Method::DELETE, Need::InPerson(Administer), users::remove_second_factor),
        Path::get("/api/v1/audit", Need::Of(Administer), audit::list),
    ]
}

fn production_paths() -> Vec<Path> {
    use Capability::{Administer, Manage, See};
    vec![
        Path::new("/api/v1/productions")
            .on(Method::GET, Need::Of(See), productions::list)
            .on(Method::POST, Need::Of(Manage), productions::create),
        // Before those with an id in this place.
        Path::new("/api/v1/productions/import").on(Method::POST, Need::Of(Manage), imports::productions),
        Path::new("/api/v1/productions/{id}")
            .on(Method::GET, Need::OnProduction(See), productions::read)
            .on(Method::PATCH, Need::OnProduction(Manage), productions::change)
            .on(Method::DELETE, Need::OnProduction(Administer), productions::delete),
        Path::get(
            "/api/v1/productions/{id}/workbook-template",
            Need::OnProduction(See),
            templates::workbook_template,
        ),
    ]
}

fn planning_paths() -> Vec<Path> {
    use Capability::{Enter, Manage, See};
    let write = Need::OnProduction(Manage);
    vec![
        Path::new("/api/v1/productions/{id}/targets")
            .on(Method::GET, Need::OnProduction(See), planning::targets)
            .on(Method::PUT, write, planning::set_targets),
        Path::new("/api/v1/productions/{id}/targets/distribute").on(Method::POST, write, targets::distribute),
        Path::new("/api/v1/productions/{id}/targets/copy").on(Method::POST, write, targets::copy),
        Path::new("/api/v1/productions/{id}/targets/import").on(Method::POST, write, imports::targets),
        Path::new("/api/v1/productions/{id}/marketing-weeks")
            .on(Method::GET, Need::OnProduction(See), planning::marketing_weeks)
            .on(Method::PUT, write, planning::change_marketing_weeks),
        Path::get(
            "/api/v1/productions/{id}/marketing-weeks/history",
            Need::OnProduction(See),
            history::marketing_weeks,
        ),
        Path::new("/api/v1/calendar/notes")
            .on(Method::GET, Need::Of(Enter), notes::calendar_notes)
            .on(Method::PUT, Need::Of(Manage), notes::set_calendar_notes),
        Path::get(
            "/api/v1/calendar/notes/history",
            Need::Of(Enter),
            history::calendar_notes,
        ),
        Path::new("/api/v1/calendar/monthly-notes")
            .on(Method::GET, Need::Of(Enter), notes::monthly_notes)
            .on(Method::PUT, Need::Of(Manage), notes::set_monthly_notes),
        Path::get(
            "/api/v1/calendar/monthly-notes/history",
            Need::Of(Enter),
            history::monthly_notes,
        ),
    ]
}

fn upload_paths() -> Vec<Path> {
    use Capability::{Administer, See, Upload};
    vec![
        Path::new("/api/v1/uploads")
            .on(Method::GET, Need::Of(See), uploads::list)
            .on(Method::POST, Need::OnProductionInBody(Upload), uploads::submit),
        Path::new("/api/v1/uploads/{id}")
            .on(Method::GET, Need::OnUpload(See), uploads::read)
            .on(Method::DELETE, Need::OnUpload(Upload), uploads::withdraw),
        Path::get("/api/v1/uploads/{id}/file", Need::OnUpload(See), uploads::download),
        Path::get("/api/v1/jobs", Need::Of(Administer), jobs::list),
        Path::new("/api/v1/jobs/{id}/retry").on(Method::POST, Need::Of(Administer), jobs::retry),
    ]
}

fn report_paths() -> Vec<Path> {
    let see = Need::Of(Capability::See);
    vec![
        Path::get("/api/v1/events", see, events::events),
        Path::get("/api/v1/reports", see, catalogue::list),
        Path::get("/api/v1/reports/plays/weekly-overview", see, reports::weekly_overview),
        Path::get("/api/v1/reports/plays/revenue", see, reports::revenue),
        Path::get("/api/v1/reports/plays/weekly-occupancy", see, reports::weekly_occupancy),
        Path::get("/api/v1/reports/plays/performances", see, reports::performances),
        Path::get("/api/v1/reports/plays/profit-forecast", see, reports::profit_forecast),
        Path::get("/api/v1/reports/plays/weekly-casts", see, reports::weekly_casts),
        Path::get("/api/v1/reports/plays/outlook", see, reports::outlook),
        Path::get("/api/v1/reports/plays/daily-brief", see, reports::daily_brief),
        Path::get("/api/v1/reports/plays/monthly", see, reports::monthly),
        Path::get(
            "/api/v1/reports/plays/monthly-by-production",
            see,
            reports::monthly_by_production,
        ),
        Path::get("/api/v1/reports/plays/cast-revenue", see, reports::cast_revenue),
        Path::get("/api/v1/reports/plays/occupancy", see, reports::occupancy),
        Path::get("/api/v1/reports/plays/weekly-capacity", see, reports::weekly_capacity),
        Path::get("/api/v1/reports/plays/summary", see, reports::summary),
        Path::get("/api/v1/reports/concerts/daily", see, reports::concert_daily),
        Path::get("/api/v1/reports/concerts/weekly", see, reports::concert_weekly),
        Path::get("/api/v1/reports/concerts/monthly", see, reports::concert_monthly),
        Path::get("/api/v1/reports/concerts/break-even", see, reports::break_even),
        Path::get("/api/v1/reports/concerts/overview", see, reports::concert_overview),
        Path::get(
            "/api/v1/reports/concerts/profit-forecast",
            see,
            reports::concert_profit_forecast,
        ),
        Path::get("/api/v1/reports/concerts/target-sales", see, reports::target_sales),
        Path::get("/api/v1/reports/concerts/marketing-week", see, reports::marketing_week),
        Path::get("/api/v1/reports/marketing-effect", see, reports::marketing_effect),
        Path::get("/api/v1/reports/upload-coverage", see, reports::upload_coverage),
        Path::get("/api/v1/reports/target-vs-actual", see, reports::target_vs_actual),
        Path::get("/api/v1/reports/overview", see, reports::overview),
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
            .flat_map(|(path, methods)| {
                methods
                    .iter()
                    .map(move |(method, _)| (path.to_owned(), method.to_string()))
            })
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
