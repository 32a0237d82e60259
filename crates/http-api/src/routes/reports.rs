//! Reports: one handler for all of them, found by their paths; and what a change would do to a run.

use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::{Capability, Visible};
use domain::reports::what_if::ImpossibleChange;
use ports::driven::ReportScope;
use reporting::{Request, Served, what_if_json};

use super::path::Path;
use crate::Services;
use crate::entry::{Caller, Need};
use crate::extract::{BodyProblems, JsonBody, NoParameters, Query};
use crate::problem::{ApiError, Problem};
use crate::reports::ReportResponder;
use crate::views::what_if::{NewTrial, WhatIfView};

/// The path of a report.
pub(crate) fn path(report: &dyn Served) -> String {
    format!("/api/v1/reports/{}", report.name())
}

/// The route of a report.
pub(super) fn route(report: &'static dyn Served) -> Path {
    let handler = move |caller, request| answer(report, caller, request);
    Path::get(path(report), Need::Of(Capability::See), handler)
}

/// Try a change out on a run
///
/// What is expected without the change and with it: other prices, a performance more, other complimentary seats, other
/// costs. Demand stays unless an elasticity says otherwise; at elasticity 0 the same seats are expected, exactly. Nothing is
/// stored.
#[utoipa::path(post, path = "/api/v1/reports/what-if", operation_id = "tryWhatIf", tag = "reports",
    request_body = NewTrial, responses(
    (status = 200, description = "The run before and after", body = WhatIfView),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn try_what_if(
    query: Result<Query<NoParameters>, ApiError>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewTrial>().await?;
    let (id, as_of, change) = new.into_parts(&services.holidays)?;
    let scope = ReportScope {
        visible: caller.visible(),
        production_ids: vec![id],
        include_inactive: true,
    };
    let as_of = as_of.unwrap_or_else(|| services.clock.today());
    let tried = services.reports.try_out(&scope, as_of, change).await?;
    let tried = tried.map_err(|error| match error {
        ImpossibleChange::FurtherTooEarly(_) => {
            ApiError::invalid("/furtherPerformance/startsAt", "out_of_range", error.to_string())
        }
    })?;
    let json = what_if_json(&tried);
    Ok(HttpResponse::Ok().content_type(ContentType::json()).body(json))
}

async fn answer(report: &'static dyn Served, caller: Caller, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: Vec<(String, String)> = serde_html_form::from_str(request.query_string()).unwrap_or_default();
    let asked = Request::parse(report, &query)?;
    let clock = &Services::of(&request).clock;
    let visible: Visible = caller.visible();
    let question = asked.question(report, visible, clock.today()).at(clock.now());
    ReportResponder::new(&request).answer(&question, asked.format).await
}
