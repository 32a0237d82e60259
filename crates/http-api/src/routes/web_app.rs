//! The web application: its files, and its page for every path that is none of the API's.

use actix_web::http::Method;
use actix_web::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderValue,
    LOCATION, VARY,
};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::access::Capability;
use domain::upload::Sha256;
use ports::driven::{WebFile, WebFiles};

use crate::Services;
use crate::entry::{Need, admit};
use crate::extract::accepts_coding;
use crate::problem::ApiError;

/// The page loads and calls what is ours only. Its charts and forms set styles on elements.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// Names of files in this folder change with their contents.
const NAMED_BY_CONTENTS: &str = "assets/";
/// The page of the application, which reads the path by itself.
const PAGE: &str = "index.html";
/// What is never a page, whatever is asked for there.
const NO_PAGES: [&str; 5] = ["/api/", "/assets/", "/swagger-ui", "/healthz", "/readyz"];

/// Answers whatever no route does: a file of the web, its page to whoever navigates, else that there is nothing here, which
/// strangers are not told.
pub(super) async fn anything_else(
    request: HttpRequest,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(answer) = file_or_page(&request, services.web.as_ref())
    {
        return Ok(answer);
    }
    admit(&request, Need::Of(Capability::Enter)).await?;
    Err(ApiError::NotFound("path"))
}

fn file_or_page(request: &HttpRequest, files: &dyn WebFiles) -> Option<HttpResponse> {
    let path = request.path();
    let name = path.trim_start_matches('/');
    if !name.is_empty()
        && name != PAGE
        && let Some(answer) = answer(request, files, name)
    {
        return Some(answer);
    }
    if path == "/" {
        // A program that was built without the web shows what it has.
        return answer(request, files, PAGE).or_else(|| {
            Some(
                HttpResponse::TemporaryRedirect()
                    .insert_header((LOCATION, "/swagger-ui/"))
                    .finish(),
            )
        });
    }
    if !navigates(request) || NO_PAGES.iter().any(|start| path.starts_with(start)) {
        return None;
    }
    answer(request, files, PAGE)
}

/// Whether somebody goes to this address in a browser, as opposed to a program that calls it.
fn navigates(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

fn answer(request: &HttpRequest, files: &dyn WebFiles, name: &str) -> Option<HttpResponse> {
    let file = files.find(name)?;
    let (file, coding) = compressed(request, files, name).map_or((file, None), |(smaller, coding)| {
        let media_type = files.find(name).map_or_else(String::new, |file| file.media_type);
        (WebFile { media_type, ..smaller }, Some(coding))
    });
    let tag = format!("\"{}\"", Sha256(file.sha256));
    let caching = if name.starts_with(NAMED_BY_CONTENTS) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut answer = HttpResponse::Ok().body(file.bytes.into_owned());
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(&file.media_type).ok()?);
    headers.insert(ETAG, HeaderValue::from_str(&tag).ok()?);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Some(answer)
}

/// The file as it was compressed when the web was built, in a coding that the client takes.
fn compressed(request: &HttpRequest, files: &dyn WebFiles, name: &str) -> Option<(WebFile, &'static str)> {
    let takes = |coding| accepts_coding(request.headers().get(ACCEPT_ENCODING), coding);
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(coding, _)| takes(coding))
        .find_map(|(coding, ending)| Some((files.find(&format!("{name}.{ending}"))?, coding)))
}
