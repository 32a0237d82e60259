//! Reports: one handler for all of them, found by their paths.

use actix_web::{HttpRequest, HttpResponse};
use domain::access::Visible;
use reporting::{Request, Served};

use crate::Services;
use crate::entry::Caller;
use crate::problem::ApiError;
use crate::reports::ReportResponder;

const PREFIX: &str = "/api/v1/reports/";

/// The path of a report.
pub(crate) fn path(report: &dyn Served) -> String {
    format!("{PREFIX}{}", report.name())
}

pub(crate) async fn answer(caller: Caller, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    // The path of the route: letters of that of the request may be encoded.
    let pattern = request.match_pattern();
    let name = pattern.as_deref().and_then(|path| path.strip_prefix(PREFIX));
    let report = name.and_then(reporting::named).expect("every report has its route");
    let query: Vec<(String, String)> = serde_html_form::from_str(request.query_string()).unwrap_or_default();
    let asked = Request::parse(report, &query)?;
    let today = Services::of(&request).clock.today();
    let visible: Visible = caller.visible();
    let question = asked.question(report, visible, today);
    ReportResponder::new(&request).answer(&question, asked.format).await
}
