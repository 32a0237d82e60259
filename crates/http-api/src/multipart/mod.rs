//! Multipart bodies: their parts in any order, files streamed to where they are kept, nothing kept of a refused one.

mod list;
mod upload;

pub(crate) use list::{ListBody, ListForm};
pub(crate) use upload::{UploadBody, UploadParts};

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use futures_util::StreamExt;
use utoipa::IntoResponses;

use crate::extract::{ArrivingBody, broken_off, is_plain};
use crate::problem::{ApiError, Problem};

/// Longest text part.
const MAX_TEXT_BYTES: usize = 1_020;
/// What is still read of a body that is refused, so that its sender gets to read the answer.
const MAX_DRAINED_BYTES: usize = 64 * 1024 * 1024;

/// What every multipart body may be refused with, before its parts are looked at.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "stands for answers in the OpenAPI document only")]
pub(crate) enum FormProblems {
    /// The multipart body is broken
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// Nothing more of the body came for 30 seconds, or it was not there within 10 minutes
    #[response(status = 408, content_type = "application/problem+json")]
    TooSlow(Problem),
    /// A file is over the limit (20 MB)
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// Not multipart, or encoded
    #[response(status = 415, content_type = "application/problem+json")]
    UnsupportedMediaType(Problem),
    /// Too much is being received
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}

/// What a body is read into.
trait Parts {
    /// Takes one part in; refuses one that there is not.
    async fn take(&mut self, name: &str, field: &mut Field) -> Result<(), ApiError>;
}

/// Reads the body into its parts.
async fn receive<P: Parts>(request: &HttpRequest, payload: ArrivingBody, mut parts: P) -> Result<P, ApiError> {
    if !is_plain(request, "multipart/form-data") {
        return Err(ApiError::UnsupportedMediaType("multipart/form-data"));
    }
    let mut multipart = Multipart::new(request.headers(), payload);
    match take_all(&mut multipart, &mut parts).await {
        Ok(()) => Ok(parts),
        // A broken body has no next part to ask for.
        Err(error @ (ApiError::Unreadable(_) | ApiError::TooSlow)) => Err(error),
        Err(error) => {
            drain(&mut multipart).await;
            Err(error)
        }
    }
}

async fn take_all(multipart: &mut Multipart, parts: &mut impl Parts) -> Result<(), ApiError> {
    while let Some(field) = multipart.next().await {
        let mut field = field.map_err(|error| without_name(&error))?;
        let name = field.name().unwrap_or_default().to_owned();
        parts.take(&name, &mut field).await?;
    }
    Ok(())
}

async fn drain(multipart: &mut Multipart) {
    let mut drained = 0;
    while let Some(Ok(mut field)) = multipart.next().await {
        while let Some(Ok(chunk)) = field.next().await {
            drained += chunk.len();
            if drained > MAX_DRAINED_BYTES {
                return;
            }
        }
    }
}

/// A part that could not be begun. Its name and its file's are read before its bytes, and only as UTF-8.
fn without_name(error: &MultipartError) -> ApiError {
    match error {
        MultipartError::ContentDispositionMissing => not_utf_8(),
        other => unreadable(other),
    }
}

fn not_utf_8() -> ApiError {
    let expected =
        "each part with a Content-Disposition of form-data in UTF-8; the name of a file is not, or it is missing";
    ApiError::invalid("file", "not_utf_8", expected)
}

fn unreadable(error: &MultipartError) -> ApiError {
    match error {
        MultipartError::Payload(error) => broken_off(error),
        other => ApiError::Unreadable(format!("the multipart body is broken: {other}")),
    }
}

fn unknown(name: &str) -> ApiError {
    ApiError::invalid(name, "unknown_field", "there is no such part")
}

/// Reads a text part into its place, which must be empty.
async fn read_text(field: &mut Field, name: &str, place: &mut Option<String>) -> Result<(), ApiError> {
    let text = read_whole(field, name).await?;
    if place.replace(text.trim().to_owned()).is_some() {
        return Err(ApiError::invalid(name, "duplicate", "each part once"));
    }
    Ok(())
}

/// A short text as it came.
async fn read_whole(field: &mut Field, name: &str) -> Result<String, ApiError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.next().await {
        bytes.extend_from_slice(&chunk.map_err(|error| unreadable(&error))?);
        if bytes.len() > MAX_TEXT_BYTES {
            return Err(ApiError::invalid(name, "too_long", "at most 1 020 bytes"));
        }
    }
    String::from_utf8(bytes).map_err(|_| ApiError::invalid(name, "malformed", "text in UTF-8"))
}

/// The name of a file as it came: plain, or as some programs send it, percent-encoded by RFC 8187.
fn file_name(field: &Field) -> Result<String, ApiError> {
    let Some(disposition) = field.content_disposition() else {
        return Ok(String::new());
    };
    let extended = || disposition.get_filename_ext().map(|name| name.value.clone());
    match disposition.get_filename() {
        Some(plain) => Ok(plain.to_owned()),
        None => String::from_utf8(extended().unwrap_or_default()).map_err(|_| not_utf_8()),
    }
}

/// Whether only an outcome is asked for: the part `dryRun`.
fn is_dry_run(text: Option<&str>) -> Result<bool, ApiError> {
    match text {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(ApiError::invalid("dryRun", "malformed", "true or false")),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;
    use crate::extract::stalled;

    /// Takes text parts only.
    struct Texts(Option<String>);

    impl Parts for Texts {
        async fn take(&mut self, name: &str, field: &mut Field) -> Result<(), ApiError> {
            if name == "file" {
                return Err(unknown(name));
            }
            read_text(field, name, &mut self.0).await
        }
    }

    async fn refusal(pieces: &'static [&'static str]) -> ApiError {
        let request = TestRequest::default()
            .insert_header(("content-type", "multipart/form-data; boundary=b"))
            .to_http_request();
        let received = receive(&request, stalled(pieces), Texts(None)).await;
        received.err().unwrap()
    }

    #[actix_web::test]
    async fn a_body_that_stands_still_is_refused_wherever_it_does() {
        const HEAD: &str = "--b\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\n";
        let bodies: [&[&str]; 4] = [&[], &["--b\r\nContent-Disp"], &[HEAD, "tr"], &[HEAD, "true\r\n--b"]];
        for pieces in bodies {
            let error = refusal(pieces).await;
            assert!(matches!(error, ApiError::TooSlow), "{pieces:?}: {error:?}");
        }
    }

    #[actix_web::test]
    async fn what_was_refused_before_it_stood_still_is_told() {
        let error = refusal(&["--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nPK"]).await;
        assert!(matches!(error, ApiError::Invalid(_)), "{error:?}");
    }
}
