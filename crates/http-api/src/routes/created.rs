use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, LOCATION};
use serde::Serialize;
use uuid::Uuid;

use crate::problem::json;

/// A thing with the path that it has below `collection`.
pub(super) fn located(status: StatusCode, collection: &str, id: Uuid, view: &impl Serialize) -> HttpResponse {
    let mut answer = json(status, view);
    let path = HeaderValue::from_str(&format!("{collection}/{id}")).expect("a path of letters and digits");
    answer.headers_mut().insert(LOCATION, path);
    answer
}
