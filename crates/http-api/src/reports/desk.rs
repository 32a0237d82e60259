use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev, web};
use ports::driven::{Clock, DataVersion};
use ports::driving::{Question, ReportError, Reports};

use super::answer::Answer;
use super::catalogue::Report;
use super::export::{Format, WritingRoom, csv_answer, xlsx_answer, xlsx_file};
use super::memory::{Asked, ReportMemory};
use crate::entry::{Caller, DATA_VERSION};
use crate::extract::accepts_coding;
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
        let format = parameters.format(|| self.report())?;
        let version = self.service::<dyn DataVersion>().known();
        if let Some(known) = self.request.headers().get(IF_NONE_MATCH) {
            let tag = asked.tag(version, format);
            if names(known, &tag) {
                return Ok(headed(HttpResponse::NotModified().finish(), tag, version));
            }
        }
        let (answer, version) = match format {
            Format::Json => return self.remembered(&asked, version).await,
            Format::Csv(table) => {
                let (body, version) = self.ask(&asked).await?;
                (csv_answer(self.report(), table, body, as_of), version)
            }
            Format::Xlsx => {
                // Whoever waits for a seat holds no report meanwhile.
                let seat = self.service::<WritingRoom>().seat().await?;
                let now = self.service::<dyn Clock>().now();
                let (body, version) = self.ask(&asked).await?;
                let report = self.report();
                let file = seat.write(move || xlsx_file(report, &body, now)).await?;
                (xlsx_answer(report, file, as_of)?, version)
            }
        };
        Ok(headed(answer, asked.tag(version, format), version))
    }

    /// The answer as JSON: where nothing has changed, the one that was given before.
    async fn remembered(&self, asked: &Asked, version: i64) -> Result<HttpResponse, ApiError> {
        let compute = async || {
            let (body, version) = self.ask(asked).await?;
            let body = serde_json::to_vec(&body).expect("views have text keys and finite numbers");
            Ok(Arc::new(Answer::new(version, asked.tag(version, Format::Json), body)))
        };
        let answer = self.service::<ReportMemory>().answer(asked, version, compute).await?;
        Ok(self.written(&answer))
    }

    /// The report as it is now, with the data version that it is of.
    async fn ask(&self, asked: &Asked) -> Result<(ReportBody, i64), ReportError> {
        let reports = self.service::<dyn Reports>();
        let report = reports.answer(&asked.scope, asked.as_of, asked.question).await?;
        self.service::<dyn DataVersion>().hear(report.data_version);
        Ok((ReportBody::new(asked.as_of, report.value), report.data_version))
    }

    /// What the catalogue says of the report at this path: that of the route, as letters of a request may be encoded.
    fn report(&self) -> &'static Report {
        let path = self.request.match_pattern();
        let name = path.as_deref().and_then(|path| path.strip_prefix("/api/v1/reports/"));
        name.and_then(Report::named).expect("the catalogue has every report")
    }

    fn written(&self, answer: &Answer) -> HttpResponse {
        let gzip = if accepts_coding(self.request.headers().get(ACCEPT_ENCODING), "gzip") {
            answer.gzip()
        } else {
            None
        };
        let is_compressed = gzip.is_some();
        let mut response = HttpResponse::Ok().body(gzip.unwrap_or_else(|| answer.json()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if is_compressed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        headed(response, answer.tag.clone(), answer.data_version)
    }

    fn service<T: ?Sized + 'static>(&self) -> &T {
        self.request
            .app_data::<web::Data<T>>()
            .expect("the application has every service")
    }
}

/// Whether `If-None-Match` names this tag. Who may see the answer was decided before.
fn names(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let mut known = known.as_bytes().split(|byte| *byte == b',');
    known.any(|known| known.trim_ascii() == tag.as_bytes())
}

/// The answer with what a client may ask again by.
fn headed(mut response: HttpResponse, tag: HeaderValue, data_version: i64) -> HttpResponse {
    let headers = response.headers_mut();
    headers.insert(ETAG, tag);
    headers.insert(HeaderName::from_static(DATA_VERSION), HeaderValue::from(data_version));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding, Authorization, Cookie"));
    response
}
