//! Problem documents (RFC 9457): every error that a client sees is made here.

mod breach;
mod diagnostic;
mod kind;
mod loss;
mod recipe_fault;

use std::io;

use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};
use chrono::NaiveDate;
use domain::validation::{Breach, Rule};
use ports::driven::{OriginalsError, StorageError};
use ports::driving::collection::CollectionError;
use ports::driving::{AccountError, DeskError, ScheduleError, UnknownCode, UploadError};
use reporting::{ReportError, RequestError};
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;
use utoipa::ToSchema;

pub(crate) use self::breach::{FieldErrorView, escaped};
pub(crate) use self::diagnostic::DiagnosticView;
pub(crate) use self::loss::TargetView;
use self::loss::{LossView, losses};
pub(crate) use self::recipe_fault::RecipeFaultView;
use crate::observation::current_id;

/// What went wrong, as RFC 9457 tells it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Problem {
    /// Path that stands for the kind of problem; its last part is `code`.
    #[serde(rename = "type")]
    #[schema(example = "/problems/invalid")]
    kind: String,
    /// Stable word for the kind of problem.
    #[schema(example = "invalid")]
    code: &'static str,
    /// The kind of problem in English.
    #[schema(example = "Invalid request")]
    title: &'static str,
    /// HTTP status.
    #[schema(example = 422)]
    status: u16,
    /// What is wrong with this request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<String>,
    /// Each rule that the request breaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldErrorView>,
    /// Why an upload cannot be accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diagnostics: Vec<DiagnosticView>,
    /// What is wrong with the text of a recipe, by line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipe_faults: Vec<RecipeFaultView>,
    /// Targets and notes that a change of the sale period would lose; `?force=true` loses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    would_lose: Option<LossView>,
    /// The code by which an upload names a production that is not there, or not for its sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "HUNT1")]
    production_code: Option<String>,
    /// The code that may have been meant instead: the nearest one of the productions that the sender sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "HUNT-1")]
    nearest_code: Option<String>,
    /// With `bad_file_name`: the day in which the file name ends, which may be the record date; `null` where it ends in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<NaiveDate>, required = false, example = "2026-11-18")]
    #[expect(
        clippy::option_option,
        reason = "`null` where the name ends in no day, left out in other problems"
    )]
    suggested_record_date: Option<Option<NaiveDate>>,
    /// What is there now, where `If-Match` names another state: as a read answers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Object)]
    present: Option<Value>,
    /// The request, as `X-Request-Id` and the server's log name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "0197c1a0-0000-7000-8000-000000000901")]
    request_id: Option<String>,
}

/// Every error that a handler may answer.
#[derive(Debug, Error)]
pub(crate) enum ApiError {
    /// Nobody is signed in, or not any more.
    #[error("sign in first")]
    Unauthenticated,
    /// The caller sees this and may not do that.
    #[error("you may not do this")]
    Forbidden,
    /// The caller must have a second factor, and has none.
    #[error("set up a second factor first")]
    SecondFactorMissing,
    /// The cookie came with a request that another site may have sent.
    #[error("a write by cookie needs an Origin of this site")]
    ForeignOrigin,
    /// `If-Match` names another state; the present one is told.
    #[error("somebody changed this meanwhile")]
    Outdated(Box<Value>),
    /// The first request with this `Idempotency-Key` is being answered.
    #[error("the first request with this Idempotency-Key is still being answered")]
    StillRunning,
    /// Only a failed job is tried again.
    #[error("only a failed job can be tried again")]
    JobNotFailed,
    /// The body is no JSON, or the multipart body is broken.
    #[error("{0}")]
    Unreadable(String),
    /// There is nothing at this path, or nothing that the caller may see.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// A code leads to no production that the caller sees.
    #[error("{}", unknown_code(.0))]
    UnknownCode(UnknownCode),
    /// The path is there, but not with this method.
    #[error("this path does not take the method {0}")]
    MethodNotAllowed(String),
    /// The body is larger than the server takes.
    #[error("the request body may have at most {0} bytes")]
    TooLarge(u64),
    /// The body is of another media type than expected, or encoded.
    #[error("the body must be {0}, and not encoded")]
    UnsupportedMediaType(&'static str),
    /// Readable, but it breaks rules.
    #[error("the request breaks {} rule(s)", .0.len())]
    Invalid(Vec<FieldErrorView>),
    /// The body took too long to arrive.
    #[error("the request body takes too long")]
    TooSlow,
    /// No more streams of events are served at once.
    #[error("too many streams of events are open")]
    TooManyStreams,
    /// An account is refused something.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The back office refuses.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Something about schedules is refused.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// An upload was refused.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// Something about collection is refused.
    #[error(transparent)]
    Collection(#[from] CollectionError),
    /// Too much is being received, read or written.
    #[error("too much at once; try again in a moment")]
    Busy,
    /// A report could not be written as a workbook.
    #[error("writing a workbook broke off")]
    Export(#[source] io::Error),
    /// A handler, or what it waited for, panicked with this.
    #[error("answering panicked: {0}")]
    Panicked(String),
    /// There is no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<Vec<Breach>> for ApiError {
    fn from(breaches: Vec<Breach>) -> Self {
        Self::Invalid(breaches.iter().map(FieldErrorView::from).collect())
    }
}

impl From<RequestError> for ApiError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Invalid(error) => Self::invalid(error.name, error.code, error.expected),
            RequestError::UnknownProduction => Self::NotFound("production"),
        }
    }
}

impl ApiError {
    /// One broken rule.
    pub(crate) fn invalid(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldErrorView::new(pointer, code, message)])
    }

    /// The present state of something that was to be changed on the basis of another one.
    pub(crate) fn outdated(present: &impl Serialize) -> Self {
        Self::Outdated(Box::new(
            serde_json::to_value(present).expect("views have text keys and finite numbers"),
        ))
    }

    fn unknown_code(&self) -> Option<&UnknownCode> {
        match self {
            Self::UnknownCode(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// When it is worth trying again.
    fn retry_after_secs(&self, status: StatusCode) -> Option<u32> {
        match self {
            Self::Account(AccountError::SlowDown(wait)) => {
                // Rounded up: who comes at the very second is not sent away again.
                Some(u32::try_from(wait.num_milliseconds().max(0) / 1_000 + 1).unwrap_or(u32::MAX))
            }
            Self::Account(AccountError::TooManyRegistrations) | Self::Collection(CollectionError::TooManyRuns) => {
                Some(3_600)
            }
            Self::Collection(CollectionError::Blocked { left, .. }) => {
                Some(u32::try_from(left.num_seconds().max(0) + 1).unwrap_or(u32::MAX))
            }
            Self::StillRunning => Some(1),
            _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(5),
        }
    }

    /// What a client is told in words: of the server's own faults nothing, unless sending the file again is the remedy.
    fn detail(&self, status: StatusCode) -> Option<String> {
        match self {
            Self::Upload(UploadError::Originals(OriginalsError::Damaged(_))) => Some(
                "the original file does not have the bytes any more that it came with; sending it again replaces it"
                    .to_owned(),
            ),
            Self::Collection(CollectionError::NotAllowed { what, .. }) => Some(format!("{self} ({what})")),
            _ => (!status.is_server_error()).then(|| self.to_string()),
        }
    }

    fn field_errors(&self) -> Vec<FieldErrorView> {
        match self {
            Self::Invalid(errors) => errors.clone(),
            Self::Desk(DeskError::Invalid(breaches))
            | Self::Schedule(ScheduleError::Invalid(breaches))
            | Self::Collection(CollectionError::Invalid(breaches))
            | Self::Account(AccountError::Invalid(breaches)) => breaches.iter().map(FieldErrorView::from).collect(),
            Self::Storage(StorageError::Unknown(field))
            | Self::Account(AccountError::Storage(StorageError::Unknown(field)))
            | Self::Desk(DeskError::Storage(StorageError::Unknown(field)))
            | Self::Schedule(ScheduleError::Storage(StorageError::Unknown(field)))
            | Self::Collection(CollectionError::Storage(StorageError::Unknown(field))) => {
                vec![FieldErrorView::from(&Breach::new(*field, Rule::Unknown))]
            }
            _ => Vec::new(),
        }
    }
}

fn unknown_code(UnknownCode { code, nearest }: &UnknownCode) -> String {
    match nearest {
        Some(nearest) => format!("there is no production with the code {code}: {nearest}?"),
        None => format!("there is no production with the code {code}"),
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        kind::of(self).2
    }

    fn error_response(&self) -> HttpResponse {
        let (code, title, status) = kind::of(self);
        if code == kind::BUSY.0 {
            // Nothing failed: somebody wants more than there is room for. Strangers must not fill the log by it.
            tracing::debug!(error = ?self, "A request is told to come again.");
        } else if status.is_server_error() {
            // Logged once, here; the client learns that it failed and not why.
            tracing::error!(error = ?self, "A request failed.");
        }
        let problem = Problem {
            kind: format!("/problems/{code}"),
            code,
            title,
            status: status.as_u16(),
            detail: self.detail(status),
            errors: self.field_errors(),
            diagnostics: match self {
                Self::Upload(error) | Self::Collection(CollectionError::Upload(error)) => {
                    error.finding().map(DiagnosticView::from).into_iter().collect()
                }
                _ => Vec::new(),
            },
            recipe_faults: match self {
                Self::Collection(CollectionError::RecipeInvalid(faults)) => {
                    faults.iter().map(RecipeFaultView::from).collect()
                }
                _ => Vec::new(),
            },
            suggested_record_date: match self {
                Self::Upload(UploadError::BadFileName { suggested, .. }) => Some(*suggested),
                _ => None,
            },
            would_lose: match self {
                Self::Desk(DeskError::WouldLose(change)) => Some(losses(change)),
                _ => None,
            },
            production_code: self.unknown_code().map(|unknown| unknown.code.to_string()),
            nearest_code: self
                .unknown_code()
                .and_then(|unknown| unknown.nearest.as_ref().map(ToString::to_string)),
            present: match self {
                Self::Outdated(present) => Some(present.as_ref().clone()),
                _ => None,
            },
            request_id: current_id(),
        };
        let body = serde_json::to_vec(&problem).expect("a problem is plain values");
        let mut answer = HttpResponse::build(status)
            .content_type("application/problem+json")
            .body(body);
        let headers = answer.headers_mut();
        if let Some(seconds) = self.retry_after_secs(status) {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        answer
    }
}

/// JSON as handlers answer it.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> HttpResponse {
    let body = serde_json::to_vec(body).expect("views have text keys and finite numbers");
    HttpResponse::build(status).content_type(ContentType::json()).body(body)
}
