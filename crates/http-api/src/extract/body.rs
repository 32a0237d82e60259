use std::convert::Infallible;
use std::fmt::Write;
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev, web};
use futures_util::StreamExt;
use serde::de::{DeserializeOwned, IgnoredAny};
use utoipa::IntoResponses;

use super::arriving::{ArrivingBody, broken_off};
use super::malformed::from_serde_message;
use super::media_type::is_plain;
use super::object::Object;
use crate::arrivals::{Arrivals, BodyRoom};
use crate::entry::Caller;
use crate::idempotency::RequestDigest;
use crate::problem::{ApiError, Problem, escaped};

/// Longest list in a body.
const MAX_ITEMS: usize = 2_000;
/// What is still read of a body that is refused, so that its sender gets to read the answer: so often the most that it
/// might have had.
const DRAINED: usize = 16;

/// A JSON body that is not read yet: whether the caller may is decided first, and again when it is read.
pub(crate) struct JsonBody {
    request: HttpRequest,
    payload: ArrivingBody,
    is_json: bool,
    room: Result<BodyRoom, ApiError>,
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
    /// Over 1 MB, without credentials over 16 kB
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// Not JSON, or encoded
    #[response(status = 415, content_type = "application/problem+json")]
    UnsupportedMediaType(Problem),
    /// Too much is being received
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}

impl FromRequest for JsonBody {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let room = Arrivals::body(request);
        ready(Ok(Self {
            request: request.clone(),
            payload: ArrivingBody::of_json(payload),
            is_json: is_plain(request, "application/json"),
            room,
        }))
    }
}

impl JsonBody {
    /// Reads the body: 415 for another type, 408 when it takes too long, 413 beyond the limit; then, as at the head, 401,
    /// 404 or 403 for a caller who may not any more; 400 for no JSON, 422 for other JSON. Answers the caller with it.
    pub(crate) async fn read<T: DeserializeOwned>(self) -> Result<(T, Caller), ApiError> {
        let (body, _, caller) = self.read_with_digest().await?;
        Ok((body, caller))
    }

    /// As [`Self::read`], with what an `Idempotency-Key` stands for.
    pub(crate) async fn read_with_digest<T: DeserializeOwned>(self) -> Result<(T, RequestDigest, Caller), ApiError> {
        let (bytes, request) = self.bytes().await?;
        let caller = Caller::after_body(&request).await?;
        Ok((parse(&bytes)?, RequestDigest::default().with(&bytes), caller))
    }

    /// As [`Self::read`], on a route that is open to everybody.
    pub(crate) async fn read_of_anybody<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        let (bytes, _) = self.bytes().await?;
        parse(&bytes)
    }

    async fn bytes(self) -> Result<(web::BytesMut, HttpRequest), ApiError> {
        let Self {
            request,
            mut payload,
            is_json,
            room,
        } = self;
        let mut room = room?;
        let max_bytes = room.max_bytes();
        if !is_json {
            drain(&mut payload, max_bytes * DRAINED).await;
            return Err(ApiError::UnsupportedMediaType("application/json"));
        }
        let mut bytes = web::BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|error| broken_off(&error))?;
            let held = bytes.len() + chunk.len();
            if held > max_bytes {
                drain(&mut payload, max_bytes * DRAINED).await;
                return Err(ApiError::TooLarge(max_bytes as u64));
            }
            room.hold(held)?;
            bytes.extend_from_slice(&chunk);
        }
        Ok((bytes, request))
    }
}

async fn drain(payload: &mut ArrivingBody, max_bytes: usize) {
    let mut drained = 0;
    while let Some(Ok(chunk)) = payload.next().await {
        drained += chunk.len();
        if drained > max_bytes {
            return;
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
    let malformed = from_serde_message(message);
    let field = malformed.field.map(|field| format!("/{}", escaped(&field)));
    // An unknown field is on the path already; a missing one cannot be.
    if let Some(field) = field
        && !(malformed.code == "unknown_field" && pointer.ends_with(&field))
    {
        pointer.push_str(&field);
    }
    ApiError::invalid(pointer, malformed.code, malformed.message)
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

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use serde_json::Value;

    use super::super::arriving::tests::stalled;
    use super::*;
    use crate::entry::Security;

    #[actix_web::test]
    async fn a_body_that_stands_still_is_refused() {
        let request = TestRequest::default()
            .app_data(web::Data::new(Arrivals::default()))
            .app_data(web::Data::new(Security::default()))
            .to_http_request();
        for is_json in [true, false] {
            let body = JsonBody {
                request: request.clone(),
                payload: stalled(&["{\"name\": ", "\"ham"]),
                is_json,
                room: Arrivals::body(&request),
            };
            let error = body.read_of_anybody::<Value>().await.unwrap_err();
            // Another type is told as such, after as much of it as came.
            assert_eq!(matches!(error, ApiError::TooSlow), is_json, "{error:?}");
        }
    }
}
