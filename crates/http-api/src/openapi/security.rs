//! What each operation needs of its caller, from the table of routes: nothing is said of it twice.

use actix_web::http::Method;
use domain::access::Capability;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};

use crate::entry::Need;
use crate::routes::paths;

/// Adds who may call an operation, how, and what others are told.
pub(super) fn complete(document: &mut OpenApi) {
    if let Some(components) = document.components.as_mut() {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "The token of a session (`POST /api/v1/auth/login`), or an API key",
            ))
            .build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        let cookie = ApiKeyValue::with_description(
            "fullhouse",
            "What `POST /api/v1/auth/login` sets with `cookie: true`; `__Host-fullhouse` where the server is secure. A \
             write by cookie needs an `Origin` of this site",
        );
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
    for path in paths() {
        let (pattern, methods) = path.signature();
        let Some(item) = document.paths.paths.get_mut(pattern) else {
            continue;
        };
        for (method, need) in methods {
            if let Some(operation) = operation(item, method) {
                describe(operation, *need);
            }
        }
    }
}

fn operation<'a>(item: &'a mut PathItem, method: &Method) -> Option<&'a mut Operation> {
    let operation = match *method {
        Method::GET => &mut item.get,
        Method::POST => &mut item.post,
        Method::PUT => &mut item.put,
        Method::PATCH => &mut item.patch,
        Method::DELETE => &mut item.delete,
        _ => return None,
    };
    operation.as_mut()
}

fn describe(operation: &mut Operation, need: Need) {
    if need == Need::Nothing {
        operation.security = Some(Vec::new());
        return;
    }
    let nothing: [&str; 0] = [];
    operation.security = Some(vec![
        SecurityRequirement::new("bearer", nothing),
        SecurityRequirement::new("cookie", nothing),
    ]);
    let description = operation.description.get_or_insert_default();
    description.push_str("\n\nFor: ");
    description.push_str(who(need));
    refuse(operation, "401", "Nobody is signed in");
    refuse(
        operation,
        "403",
        "The caller may not do this, or not with this kind of credential",
    );
}

fn who(need: Need) -> &'static str {
    match need {
        Need::Nothing => "anyone.",
        Need::Of(capability) => company_wide(capability),
        Need::Figures => "admins and masters, and whoever has the `METRICS_TOKEN` of the settings.",
        Need::InPerson(Capability::Administer) => "admins and masters; not by API key.",
        Need::InPerson(_) => "every active user; not by API key.",
        Need::Oneself => "every active user, also before a second factor that is demanded is set up; not by API key.",
        Need::OnProduction(capability)
        | Need::OnUpload(capability)
        | Need::OnArrival(capability)
        | Need::OnProductionInBody(capability) => on_production(capability),
    }
}

fn company_wide(capability: Capability) -> &'static str {
    match capability {
        Capability::Enter => "every active user.",
        Capability::See => "every active user; the answer covers the productions that the caller sees.",
        Capability::Upload => "whoever has `canUpload`.",
        Capability::Manage => "whoever has `canManageProductions`.",
        Capability::Administer => "admins and masters.",
    }
}

fn on_production(capability: Capability) -> &'static str {
    match capability {
        Capability::Enter | Capability::See => "who sees the production.",
        Capability::Upload => "who sees the production and has `canUpload`.",
        Capability::Manage => "who sees the production and has `canManageProductions`.",
        Capability::Administer => "admins and masters.",
    }
}

/// Adds a refusal that the operation does not describe itself.
fn refuse(operation: &mut Operation, status: &str, description: &str) {
    let problem = ContentBuilder::new()
        .schema(Some(RefOr::Ref(Ref::from_schema_name("Problem"))))
        .build();
    let response = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", problem)
        .build();
    operation
        .responses
        .responses
        .entry(status.to_owned())
        .or_insert_with(|| RefOr::T(response));
}
