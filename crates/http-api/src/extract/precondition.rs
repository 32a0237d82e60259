use std::future::{Ready, ready};

use actix_web::http::header::{ETAG, HeaderValue, IF_MATCH};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev};
use ports::actor::Basis;
use utoipa::{IntoParams, IntoResponses};

use crate::problem::{ApiError, Problem};

/// `If-Match`: the states that a change may be based on. Whoever leaves it out changes whatever is there.
pub(crate) struct IfMatch(pub(crate) Basis);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let mut tags = Vec::new();
        let mut any = true;
        for value in request.headers().get_all(IF_MATCH) {
            any = false;
            let text = value.to_str().unwrap_or_default();
            if text.trim() == "*" {
                return ready(Ok(Self(Basis::Any)));
            }
            // Foreign and weak tags match no revision.
            tags.extend(text.split(',').filter_map(|tag| revision(tag.trim())));
        }
        ready(Ok(Self(if any { Basis::Any } else { Basis::OneOf(tags) })))
    }
}

/// The header, as the OpenAPI document shows it.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "stands for a header in the OpenAPI document only")]
pub(crate) struct IfMatchHeader {
    /// `ETag` of the state that the change is based on. Left out, whatever is there is changed.
    #[param(rename = "If-Match", required = false, nullable = false, example = "\"r7\"")]
    if_match: Option<String>,
}

/// What every change that honours `If-Match` may be refused with.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "stands for an answer in the OpenAPI document only")]
pub(crate) enum OutdatedProblem {
    /// `If-Match` names another state; `present` is what is there now
    #[response(status = 412, content_type = "application/problem+json")]
    Outdated(Problem),
}

fn revision(tag: &str) -> Option<i64> {
    tag.strip_prefix("\"r")?.strip_suffix('"')?.parse().ok()
}

/// Adds the strong `ETag` of a state.
pub(crate) fn tagged(mut answer: HttpResponse, revision: i64) -> HttpResponse {
    let tag = HeaderValue::from_str(&format!("\"r{revision}\"")).expect("a number in quotes");
    answer.headers_mut().insert(ETAG, tag);
    answer
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn precondition(values: &[&str]) -> Basis {
        let mut request = TestRequest::default();
        for value in values {
            request = request.append_header((IF_MATCH, *value));
        }
        IfMatch::extract(&request.to_http_request()).into_inner().unwrap().0
    }

    #[test]
    fn the_states_of_if_match_are_read() {
        assert_eq!(precondition(&[]), Basis::Any);
        assert_eq!(precondition(&["*"]), Basis::Any);
        assert_eq!(precondition(&["\"r7\", \"r9\""]), Basis::OneOf(vec![7, 9]));
        assert_eq!(precondition(&["W/\"r7\"", "nonsense"]), Basis::OneOf(vec![]));
    }
}
