use std::fs::File;
use std::io;
use std::sync::Arc;

use actix_web::body::SizedStream;
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, VARY};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream::{self, Stream, StreamExt};
use ports::driven::{Versioned, Versions};
use reporting::{Answer, CsvPieces, Document, Format, Question, ReportError, XLSX, file_name, write_workbook};
use tokio::io::AsyncReadExt;

use crate::Services;
use crate::attachment::as_attachment;
use crate::entry::DATA_VERSION;
use crate::extract::{KnownTags, accepts_coding};
use crate::problem::ApiError;

const PIECE_BYTES: usize = 64 * 1024;

/// Answers one request for a report.
pub(crate) struct ReportResponder<'r> {
    request: &'r HttpRequest,
    services: &'r Services,
}

impl<'r> ReportResponder<'r> {
    pub(crate) fn new(request: &'r HttpRequest) -> Self {
        let services = Services::of(request);
        Self { request, services }
    }

    /// Answers from memory where the figures are the same, else anew.
    pub(crate) async fn answer(&self, question: &Question, format: Format) -> Result<HttpResponse, ApiError> {
        let known = self.services.data_version.known();
        if let Some(tags) = KnownTags::of(self.request.headers()) {
            let tag = question.tag(known.figures, format);
            // Who may see the answer was decided before.
            if tags.have(&tag) {
                return Ok(with_validators(HttpResponse::NotModified().finish(), &tag, known.data));
            }
        }
        let (response, versions) = match format {
            Format::Json => return self.json(question, known).await,
            Format::Csv(table) => {
                let answer = self.compute(question).await?;
                (csv(answer.value, table), answer.versions)
            }
            Format::Xlsx => self.xlsx(question).await?,
        };
        let tag = question.tag(versions.figures, format);
        Ok(with_validators(response, &tag, versions.data))
    }

    async fn json(&self, question: &Question, known: Versions) -> Result<HttpResponse, ApiError> {
        let memory = &self.services.report_memory;
        let document = memory.document(question, known.figures, async || self.compute(question).await);
        Ok(self.write(&*document.await?, known))
    }

    /// All tables, written before they are sent: a workbook's directory is at its end.
    async fn xlsx(&self, question: &Question) -> Result<(HttpResponse, Versions), ApiError> {
        // Whoever waits for a seat holds no report meanwhile.
        let seat = self.services.writing_room.seat().await?;
        let now = self.services.clock.now();
        let Versioned { value, versions } = self.compute(question).await?;
        let name = file_name(value.as_ref(), "", "xlsx");
        let file = seat.write(move || write_workbook(value.as_ref(), now)).await?;
        let length = file.metadata().map_err(ApiError::Export)?.len();
        let body = SizedStream::new(length, pieces(file));
        let response = HttpResponse::Ok().content_type(XLSX).body(body);
        Ok((as_attachment(response, &name), versions))
    }

    /// The report as its data are now.
    async fn compute(&self, question: &Question) -> Result<Versioned<Arc<dyn Answer>>, ReportError> {
        let answer = self.services.reports.answer(question).await?;
        self.services.data_version.hear(answer.versions);
        Ok(answer)
    }

    fn write(&self, document: &Document, known: Versions) -> HttpResponse {
        let takes_gzip = accepts_coding(self.request.headers().get(ACCEPT_ENCODING), "gzip");
        let gzip = document.gzip.clone().filter(|_| takes_gzip);
        let is_compressed = gzip.is_some();
        let mut response = HttpResponse::Ok().body(gzip.unwrap_or_else(|| document.json.clone()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if is_compressed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        with_validators(response, &document.tag, document.data_version(known))
    }
}

/// One table, written while it is sent.
fn csv(answer: Arc<dyn Answer>, index: usize) -> HttpResponse {
    let table = &answer.report().tables()[index];
    let of_table = if index == 0 {
        String::new()
    } else {
        format!("-{}", table.name)
    };
    let name = file_name(answer.as_ref(), &of_table, "csv");
    let pieces = stream::unfold(CsvPieces::new(answer, table), CsvPieces::next);
    let response = HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .streaming(pieces.map(Ok::<_, io::Error>));
    as_attachment(response, &name)
}

fn pieces(file: File) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(tokio::fs::File::from_std(file), |mut file| async move {
        let mut piece = BytesMut::with_capacity(PIECE_BYTES);
        let length = file.read_buf(&mut piece).await?;
        Ok((length > 0).then(|| (piece.freeze(), file)))
    })
}

/// The response with what a client may ask again by.
fn with_validators(mut response: HttpResponse, tag: &str, data_version: i64) -> HttpResponse {
    let tag = HeaderValue::from_str(tag).expect("a tag is digits and letters");
    let headers = response.headers_mut();
    headers.insert(ETAG, tag);
    headers.insert(HeaderName::from_static(DATA_VERSION), HeaderValue::from(data_version));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding, Authorization, Cookie"));
    response
}
