//! Which reports there are.

use std::hash::{DefaultHasher, Hash, Hasher};

use actix_web::HttpResponse;
use actix_web::http::header::{ContentType, ETAG, HeaderValue};

use crate::extract::{NoParameters, Query};
use crate::problem::Problem;
use crate::reports::CatalogueView;

/// The catalogue of reports
///
/// What each report is about, its parameters, and its tables with their columns, in Korean and English: as much as it
/// takes to build menus and tables. A table is what `format=csv` answers, and a sheet of `format=xlsx`.
#[utoipa::path(get, path = "/api/v1/reports", operation_id = "listReports", tag = "reports", responses(
    (status = 200, description = "Every report", body = CatalogueView),
    (status = 304, description = "`If-None-Match` names the answer"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(_: Query<NoParameters>) -> HttpResponse {
    let view = serde_json::to_vec(&CatalogueView::new()).expect("views have text keys and finite numbers");
    let mut hasher = DefaultHasher::new();
    view.hash(&mut hasher);
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    let mut answer = HttpResponse::Ok().content_type(ContentType::json()).body(view);
    let tag = HeaderValue::from_str(&tag).expect("a tag is digits and letters");
    answer.headers_mut().insert(ETAG, tag);
    answer
}
