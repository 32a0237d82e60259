//! Problem documents (RFC 9457): every error that a client sees is made here.

use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use domain::validation::FieldError;
use ports::driven::{ReportSourceError, StorageError};
use ports::driving::{DeskError, ReportError, UploadError};
use serde::Serialize;
use thiserror::Error;
use utoipa::ToSchema;

use crate::views::planning::{LossView, losses};
use crate::views::upload::DiagnosticView;

/// What went wrong, as RFC 9457 tells it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
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
    /// Targets and notes that a change of the sale period would lose; `?force=true` loses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    would_lose: Option<LossView>,
}

/// One rule that the request breaks.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldErrorView {
    /// JSON pointer into the body; for a parameter its name.
    #[schema(example = "/saleEnd")]
    pointer: String,
    /// Stable word for the rule.
    #[schema(example = "before_start")]
    code: &'static str,
    /// What is expected.
    #[schema(example = "the sale ends before it begins")]
    message: String,
}

/// Every error that a handler may answer.
#[derive(Debug, Error)]
pub enum ApiError {
    /// The body is no JSON, or the multipart body is broken.
    #[error("{0}")]
    Unreadable(String),
    /// There is nothing at this path, or nothing that the caller may see.
    #[error("there is no such {0}")]
    NotFound(&'static str),
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
    Invalid(Vec<FieldError>),
    /// The back office refuses.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// An upload was refused.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// There is no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl ApiError {
    /// One broken rule.
    pub(crate) fn invalid(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code, message)])
    }

    /// Code, title and status. No `_`: whoever adds an error decides what clients see of it.
    fn kind(&self) -> (&'static str, &'static str, StatusCode) {
        match self {
            Self::Unreadable(_) => ("unreadable", "Unreadable request", StatusCode::BAD_REQUEST),
            Self::NotFound(_)
            | Self::Desk(DeskError::UnknownProduction)
            | Self::Upload(UploadError::UnknownProduction | UploadError::UnknownUpload)
            | Self::Report(ReportError::Source(ReportSourceError::UnknownProduction(_))) => {
                ("not-found", "Not found", StatusCode::NOT_FOUND)
            }
            Self::MethodNotAllowed(_) => (
                "method-not-allowed",
                "Method not allowed",
                StatusCode::METHOD_NOT_ALLOWED,
            ),
            Self::TooLarge(_) => ("too-large", "Too large", StatusCode::PAYLOAD_TOO_LARGE),
            Self::UnsupportedMediaType(_) => (
                "unsupported-media-type",
                "Unsupported media type",
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ),
            Self::Invalid(_) | Self::Desk(DeskError::Invalid(_)) | Self::Report(ReportError::EmptyRange) => {
                ("invalid", "Invalid request", StatusCode::UNPROCESSABLE_ENTITY)
            }
            Self::Upload(UploadError::Refused(_)) => (
                "upload-refused",
                "The upload cannot be accepted",
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            Self::Desk(DeskError::Taken(_)) => ("taken", "Already taken", StatusCode::CONFLICT),
            Self::Desk(DeskError::CategoryFixed) => ("category-fixed", "The category is fixed", StatusCode::CONFLICT),
            Self::Desk(DeskError::NoSalePeriod) => ("no-sale-period", "No sale period", StatusCode::CONFLICT),
            Self::Desk(DeskError::WouldLose(_)) => {
                ("would-lose", "Targets or notes would be lost", StatusCode::CONFLICT)
            }
            Self::Upload(UploadError::CannotWithdrawFailed) => (
                "upload-failed",
                "A failed upload cannot be withdrawn",
                StatusCode::CONFLICT,
            ),
            Self::Upload(UploadError::Busy) => ("busy", "Too much at once", StatusCode::SERVICE_UNAVAILABLE),
            Self::Upload(UploadError::Interrupted | UploadError::Originals(_)) => {
                ("unavailable", "Try again later", StatusCode::SERVICE_UNAVAILABLE)
            }
            Self::Storage(error)
            | Self::Desk(DeskError::Storage(error))
            | Self::Upload(UploadError::Storage(error))
            | Self::Report(ReportError::Source(ReportSourceError::Storage(error))) => match error {
                StorageError::Unavailable(_) => ("unavailable", "Try again later", StatusCode::SERVICE_UNAVAILABLE),
                StorageError::Taken(_) => ("taken", "Already taken", StatusCode::CONFLICT),
                StorageError::Stale(_) => ("changed", "Changed meanwhile", StatusCode::CONFLICT),
                StorageError::Inconsistent { .. } => {
                    ("internal", "Internal server error", StatusCode::INTERNAL_SERVER_ERROR)
                }
            },
        }
    }

    fn field_errors(&self) -> Vec<FieldErrorView> {
        let empty_range = || vec![FieldError::new("to", "before_start", "a day not before 'from'")];
        let errors = match self {
            Self::Invalid(errors) | Self::Desk(DeskError::Invalid(errors)) => errors.clone(),
            Self::Report(ReportError::EmptyRange) => empty_range(),
            _ => Vec::new(),
        };
        let view = |error: FieldError| FieldErrorView {
            pointer: error.pointer,
            code: error.code,
            message: error.message,
        };
        errors.into_iter().map(view).collect()
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.kind().2
    }

    fn error_response(&self) -> HttpResponse {
        let (code, title, status) = self.kind();
        if status.is_server_error() {
            // Logged once, here; the client learns that it failed and not why.
            tracing::error!(error = ?self, "A request failed.");
        }
        let problem = Problem {
            kind: format!("/problems/{code}"),
            code,
            title,
            status: status.as_u16(),
            detail: (!status.is_server_error()).then(|| self.to_string()),
            errors: self.field_errors(),
            diagnostics: match self {
                Self::Upload(UploadError::Refused(diagnostic)) => vec![DiagnosticView::from(diagnostic.as_ref())],
                _ => Vec::new(),
            },
            would_lose: match self {
                Self::Desk(DeskError::WouldLose(change)) => Some(losses(change)),
                _ => None,
            },
        };
        let body = serde_json::to_vec(&problem).expect("a problem is plain values");
        let mut answer = HttpResponse::build(status)
            .content_type("application/problem+json")
            .body(body);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        answer
    }
}

/// JSON as handlers answer it.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> HttpResponse {
    let body = serde_json::to_vec(body).expect("views have text keys and finite numbers");
    HttpResponse::build(status).content_type(ContentType::json()).body(body)
}
