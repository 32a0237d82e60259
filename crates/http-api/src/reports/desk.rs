use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev, web};
use ports::driven::{Clock, DataVersion};
use ports::driving::{Question, Reports};

use super::answer::Answer;
use super::memory::{Asked, ReportMemory};
use crate::entry::Caller;
use crate::problem::ApiError;
use crate::views::reports::{ReportBody, ReportParameters};

/// Answers one request for a report.
pub(crate) struct ReportDesk {
    caller: Caller,
    request: HttpRequest,
}

impl FromRequest for ReportDesk {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let caller = Caller::from_request(request, payload).into_inner();
        let request = request.clone();
        ready(caller.map(|caller| Self { caller, request }))
    }
}

impl ReportDesk {
    /// Answers from memory where the data are the same, else anew.
    pub(crate) async fn answer(
        self,
        parameters: ReportParameters,
        question: Question,
    ) -> Result<HttpResponse, ApiError> {
        let as_of = parameters.as_of.unwrap_or_else(|| self.service::<dyn Clock>().today());
        let asked = Asked {
            scope: parameters.scope(self.caller.visible())?,
            as_of,
            question,
        };
        let versions = self.service::<dyn DataVersion>();
        let version = versions.known();
        let tag = asked.tag(version, "json");
        if self.client_has(&tag) {
            return Ok(headed(HttpResponse::NotModified().finish(), &tag, version));
        }
        let compute = async || {
            let report = self
                .service::<dyn Reports>()
                .answer(&asked.scope, as_of, question)
                .await?;
            versions.hear(report.data_version);
            let body = serde_json::to_vec(&ReportBody::new(as_of, report.value))
                .expect("views have text keys and finite numbers");
            let tag = asked.tag(report.data_version, "json");
            Ok(Arc::new(Answer::new(report.data_version, tag, body)))
        };
        let memory = self.service::<ReportMemory>();
        let answer = memory.answer(&asked, version, compute).await?;
        Ok(self.written(&answer))
    }

    fn written(&self, answer: &Answer) -> HttpResponse {
        let gzip = if self.takes_gzip() { answer.gzip() } else { None };
        let is_compressed = gzip.is_some();
        let mut response = HttpResponse::Ok().body(gzip.unwrap_or_else(|| answer.json()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if is_compressed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        headed(response, &answer.tag, answer.data_version)
    }

    /// Whether `If-None-Match` names this tag. Who may see the answer was decided before.
    fn client_has(&self, tag: &str) -> bool {
        let known = self.request.headers().get(IF_NONE_MATCH);
        let known = known.and_then(|value| value.to_str().ok());
        known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag))
    }

    fn takes_gzip(&self) -> bool {
        let accepted = self.request.headers().get(ACCEPT_ENCODING);
        let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
        accepted.split(',').any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
    }

    fn service<T: ?Sized + 'static>(&self) -> &T {
        self.request
            .app_data::<web::Data<T>>()
            .expect("the application has every service")
    }
}

/// The answer with what a client may ask again by.
fn headed(mut response: HttpResponse, tag: &str, data_version: i64) -> HttpResponse {
    let headers = response.headers_mut();
    headers.insert(ETAG, HeaderValue::from_str(tag).expect("a tag is digits and letters"));
    headers.insert(
        HeaderName::from_static("x-data-version"),
        HeaderValue::from(data_version),
    );
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding, Authorization, Cookie"));
    response
}
