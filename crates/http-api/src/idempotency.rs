//! `Idempotency-Key`: a creating request that is sent again gets its first answer.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::body::to_bytes;
use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, HeaderName, HeaderValue, LOCATION};
use domain::access::{Capability, Verdict};
use domain::production::ProductionId;
use ports::driven::{Begun, IdempotencyKey, IdempotencyKeys, StoredAnswer};
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;
use uuid::Uuid;

use crate::Services;
use crate::entry::Caller;
use crate::problem::ApiError;

/// Longest key.
const MAX_KEY_CHARS: usize = 200;
/// Longest answer that is kept.
const MAX_ANSWER_BYTES: usize = 1_000_000;

/// The header, as the OpenAPI document shows it.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "stands for a header in the OpenAPI document only")]
pub(crate) struct IdempotencyKeyHeader {
    /// Chosen by the client: for 24 hours the same request with the same key gets its first answer; another request
    /// with this key is 422.
    #[param(rename = "Idempotency-Key", required = false, nullable = false, max_length = 200)]
    idempotency_key: Option<String>,
}

/// A digest of what a request asks for: equal when the same request is sent again.
#[derive(Default)]
pub(crate) struct RequestDigest(Sha256);

impl RequestDigest {
    /// With one more part; where parts begin and end matters.
    pub(crate) fn with(mut self, part: &[u8]) -> Self {
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
        self
    }

    fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// What the answers of a creating route are about: a kept one is given again to whoever still sees that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// A production.
    Production,
    /// A list of productions that were entered.
    Productions,
    /// An upload.
    Upload,
    /// A campaign.
    Campaign,
    /// A user: the route itself asks for all that is needed.
    User,
    /// What is the office's alone, likewise.
    Office,
}

impl About {
    fn is_seen(self, answer: &StoredAnswer, caller: &Caller) -> bool {
        let Ok(body) = serde_json::from_slice::<Value>(&answer.body) else {
            return false;
        };
        let sees = |id: &Value| {
            let id = id.as_str().and_then(|id| Uuid::try_parse(id).ok()).map(ProductionId);
            id.is_some_and(|id| caller.verdict(Capability::See, Some(id)) == Verdict::Allowed)
        };
        match self {
            Self::Production => sees(&body["id"]),
            Self::Productions => {
                let entered = body["entered"].as_array();
                entered.is_some_and(|entered| entered.iter().all(|production| sees(&production["id"])))
            }
            Self::Upload | Self::Campaign => sees(&body["productionId"]),
            Self::User | Self::Office => true,
        }
    }
}

/// Answers by `create`, or as the same request was answered before, if what that is about is seen still. Only good answers
/// are kept: what was refused may be tried again.
pub(crate) async fn idempotent(
    request: &HttpRequest,
    caller: &Caller,
    about: About,
    digest: RequestDigest,
    create: impl Future<Output = Result<HttpResponse, ApiError>>,
) -> Result<HttpResponse, ApiError> {
    let Some(key) = key(request, caller)? else {
        return create.await;
    };
    let Services {
        idempotency_keys,
        clock,
        ..
    } = Services::of(request);
    match idempotency_keys.begin(&key, &digest.finish(), clock.now()).await? {
        Begun::First => {}
        Begun::Answered(answer) if about.is_seen(&answer, caller) => return Ok(replayed(answer)),
        Begun::Answered(_) => return Err(ApiError::NotFound("production")),
        Begun::Running => return Err(ApiError::StillRunning),
        Begun::OtherBody => {
            let message = "a key that was not used for another request";
            return Err(ApiError::invalid("Idempotency-Key", "used", message));
        }
    }
    match create.await {
        Ok(answer) if answer.status().is_success() => keep(idempotency_keys.as_ref(), &key, answer).await,
        other => {
            idempotency_keys.release(&key).await?;
            other
        }
    }
}

fn key(request: &HttpRequest, caller: &Caller) -> Result<Option<IdempotencyKey>, ApiError> {
    let Some(value) = request.headers().get(HeaderName::from_static("idempotency-key")) else {
        return Ok(None);
    };
    let key = value.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > MAX_KEY_CHARS {
        let message = "1 to 200 plain characters";
        return Err(ApiError::invalid("Idempotency-Key", "malformed", message));
    }
    Ok(Some(IdempotencyKey {
        user_id: caller.id(),
        route: format!("{} {}", request.method(), request.path()),
        key: key.to_owned(),
    }))
}

async fn keep(
    idempotency_keys: &dyn IdempotencyKeys,
    key: &IdempotencyKey,
    answer: HttpResponse,
) -> Result<HttpResponse, ApiError> {
    let (head, body) = answer.into_parts();
    let body = to_bytes(body)
        .await
        .map_err(|error| ApiError::Unreadable(error.to_string()))?;
    if body.len() <= MAX_ANSWER_BYTES {
        let location = head.headers().get(LOCATION).and_then(|value| value.to_str().ok());
        let kept = StoredAnswer {
            status: head.status().as_u16(),
            location: location.map(str::to_owned),
            body: body.to_vec(),
        };
        idempotency_keys.keep(key, &kept).await?;
    }
    Ok(head.set_body(body).map_into_boxed_body())
}

fn replayed(answer: StoredAnswer) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status)
        .content_type(ContentType::json())
        .body(answer.body);
    if let Some(location) = answer.location.and_then(|path| HeaderValue::from_str(&path).ok()) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}
