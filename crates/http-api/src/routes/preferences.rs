//! What somebody has chosen for oneself in the web.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::preferences::Preferences;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::preferences::{NewPreferences, PreferencesView};

/// One's preferences
///
/// Views with a name, hidden columns, the pages of the wall, and the news that were seen.
#[utoipa::path(get, path = "/api/v1/auth/preferences", operation_id = "getPreferences", tag = "account", responses(
    (status = 200, description = "What one has chosen", body = PreferencesView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    caller: Caller,
    _: Query<NoParameters>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let chosen = services.preferences.find(caller.id()).await?;
    Ok(json(StatusCode::OK, &PreferencesView::from(chosen)))
}

/// Choose one's preferences
///
/// In the place of all that was chosen before: of two that are sent at once the later one stays.
#[utoipa::path(put, path = "/api/v1/auth/preferences", operation_id = "setPreferences", tag = "account",
    request_body = NewPreferences, responses(
    (status = 200, description = "Kept", body = PreferencesView),
    BodyProblems,
    (status = 422, description = "A choice breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn choose(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewPreferences>().await?;
    let chosen = Preferences::from(new).checked()?;
    let now = services.clock.now();
    services.preferences.keep(caller.id(), &chosen, now).await?;
    Ok(json(StatusCode::OK, &PreferencesView::from(chosen)))
}
