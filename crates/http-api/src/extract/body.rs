use std::convert::Infallible;
use std::fmt::Write;
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev, web};
use futures_util::StreamExt;
use serde::de::{DeserializeOwned, IgnoredAny};
use utoipa::IntoResponses;

use super::arriving::{ArrivingBody, broken_off};
use super::media_type::is_plain;
use super::object::Object;
use super::stumble::explain;
use crate::entry::Caller;
use crate::once::Asked;
use crate::problem::{ApiError, Problem};

/// Longest JSON body.
const MAX_BYTES: usize = 1_000_000;
/// Longest list in a body.
const MAX_ITEMS: usize = 2_000;
/// What is still read of a body that is refused, so that its sender gets to read the answer.
const MAX_DRAINED_BYTES: usize = 16_000_000;

/// A JSON body that is not read yet: whether the caller may is decided first, and again when it is read.
pub(crate) struct JsonBody {
    request: HttpRequest,
    payload: ArrivingBody,
    is_json: bool,
}

/// What every JSON body may be refused with, before its fields are looked at.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "stands for answers in the OpenAPI document only")]
pub(crate) enum BodyProblems {
    /// No JSON
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// The body was not there within 30 seconds
    #[response(status = 408, content_type = "application/problem+json")]
    TooSlow(Problem),
    /// Over 1 MB
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// Not JSON, or encoded
    #[response(status = 415, content_type = "application/problem+json")]
    UnsupportedMediaType(Problem),
}

impl FromRequest for JsonBody {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        ready(Ok(Self {
            request: request.clone(),
            payload: ArrivingBody::of_json(payload),
            is_json: is_plain(request, "application/json"),
        }))
    }
}

impl JsonBody {
    /// Reads the body: 415 for another type, 408 when it takes too long, 413 beyond the limit; then, as at the head, 401,
    /// 404 or 403 for a caller who may not any more; 400 for no JSON, 422 for other JSON. Answers the caller with it.
    pub(crate) async fn read<T: DeserializeOwned>(self) -> Result<(T, Caller), ApiError> {
        let (body, _, caller) = self.read_asked().await?;
        Ok((body, caller))
    }

    /// As [`Self::read`], with what an `Idempotency-Key` stands for.
    pub(crate) async fn read_asked<T: DeserializeOwned>(mut self) -> Result<(T, Asked, Caller), ApiError> {
        let bytes = self.bytes().await?;
        let caller = Caller::after_body(&self.request).await?;
        Ok((parse(&bytes)?, Asked::default().with(&bytes), caller))
    }

    /// As [`Self::read`], on a route that is open to everybody.
    pub(crate) async fn read_of_anybody<T: DeserializeOwned>(mut self) -> Result<T, ApiError> {
        parse(&self.bytes().await?)
    }

    async fn bytes(&mut self) -> Result<web::BytesMut, ApiError> {
        if !self.is_json {
            self.drain().await;
            return Err(ApiError::UnsupportedMediaType("application/json"));
        }
        let mut bytes = web::BytesMut::new();
        while let Some(chunk) = self.payload.next().await {
            let chunk = chunk.map_err(|error| broken_off(&error))?;
            if bytes.len() + chunk.len() > MAX_BYTES {
                self.drain().await;
                return Err(ApiError::TooLarge(MAX_BYTES as u64));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    async fn drain(&mut self) {
        let mut drained = 0;
        while let Some(Ok(chunk)) = self.payload.next().await {
            drained += chunk.len();
            if drained > MAX_DRAINED_BYTES {
                return;
            }
        }
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    // Well-formed first: a wrong field in front of a broken end would otherwise be told instead of the break. What is
    // wrong after that is wrong about a value.
    std::str::from_utf8(bytes).map_err(|error| ApiError::Unreadable(error.to_string()))?;
    serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| ApiError::Unreadable(error.to_string()))?;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let body: Result<Object<T>, _> = serde_path_to_error::deserialize(&mut deserializer);
    body.map(|body| body.0)
        .map_err(|error| refusal(pointer(error.path()), &error.into_inner().to_string()))
}

fn refusal(mut pointer: String, message: &str) -> ApiError {
    let stumble = explain(message);
    let field = stumble.field.map(|field| format!("/{}", escaped(&field)));
    // An unknown field is on the path already; a missing one cannot be.
    if let Some(field) = field
        && !(stumble.code == "unknown_field" && pointer.ends_with(&field))
    {
        pointer.push_str(&field);
    }
    ApiError::invalid(pointer, stumble.code, stumble.message)
}

/// Refuses a list of a body that is longer than any may be.
pub(crate) fn bounded<T>(items: &[T], pointer: &str) -> Result<(), ApiError> {
    if items.len() > MAX_ITEMS {
        return Err(ApiError::invalid(pointer, "too_long", "at most 2 000 items"));
    }
    Ok(())
}

/// `targets[3].date` as the JSON pointer `/targets/3/date`.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        let written = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } => write!(pointer, "/{}", escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => Ok(()),
        };
        written.expect("a text grows");
    }
    pointer
}

/// A name as a part of a JSON pointer (RFC 6901).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use serde_json::Value;

    use super::super::arriving::tests::stalled;
    use super::*;

    #[actix_web::test]
    async fn a_body_that_stands_still_is_refused() {
        for is_json in [true, false] {
            let body = JsonBody {
                request: TestRequest::default().to_http_request(),
                payload: stalled(&["{\"name\": ", "\"ham"]),
                is_json,
            };
            let error = body.read_of_anybody::<Value>().await.unwrap_err();
            // Another type is told as such, after as much of it as came.
            assert_eq!(matches!(error, ApiError::TooSlow), is_json, "{error:?}");
        }
    }
}
