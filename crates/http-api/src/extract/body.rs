use std::future::{Ready, ready};

use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, dev, web};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::problem::ApiError;

/// Longest JSON body.
const MAX_BYTES: usize = 1_000_000;

/// A JSON body that is not read yet: whether the caller may is decided first.
pub(crate) struct JsonBody {
    payload: web::Payload,
    is_json: bool,
    encoded: bool,
}

impl FromRequest for JsonBody {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let header = |name| {
            request
                .headers()
                .get(name)
                .and_then(|value: &actix_web::http::header::HeaderValue| value.to_str().ok())
        };
        let media_type = header(CONTENT_TYPE)
            .unwrap_or_default()
            .split(';')
            .next()
            .unwrap_or_default()
            .trim();
        let is_json = media_type.eq_ignore_ascii_case("application/json");
        let encoded = header(CONTENT_ENCODING).is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity"));
        let payload = web::Payload::from_request(request, payload).into_inner();
        ready(payload.map(|payload| Self {
            payload,
            is_json,
            encoded,
        }))
    }
}

impl JsonBody {
    /// Reads the body: 415 for another type, 413 beyond the limit, 400 for no JSON, 422 for other JSON.
    pub(crate) async fn read<T: DeserializeOwned>(mut self) -> Result<T, ApiError> {
        if !self.is_json || self.encoded {
            return Err(ApiError::UnsupportedMediaType("application/json"));
        }
        let mut bytes = web::BytesMut::new();
        while let Some(chunk) = self.payload.next().await {
            let chunk = chunk.map_err(|error| ApiError::Unreadable(error.to_string()))?;
            if bytes.len() + chunk.len() > MAX_BYTES {
                return Err(ApiError::TooLarge(MAX_BYTES as u64));
            }
            bytes.extend_from_slice(&chunk);
        }
        parse(&bytes)
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    // Well-formed first: a wrong field in front of a broken end would otherwise be told instead of the break.
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).map_err(|error| ApiError::Unreadable(error.to_string()))?;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(error.path());
        match error.inner().classify() {
            Category::Syntax | Category::Eof | Category::Io => ApiError::Unreadable(error.inner().to_string()),
            Category::Data => ApiError::invalid(pointer, "malformed", error.into_inner().to_string()),
        }
    })
}

/// `targets[3].date` as the JSON pointer `/targets/3/date`.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}
