//! The multipart body of an upload: its parts in any order, files streamed to where they are kept.

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::http::header::ContentDisposition;
use actix_web::{HttpRequest, web};
use chrono::NaiveDate;
use domain::production::ProductionId;
use futures_util::StreamExt;
use ports::driving::{ProductionChoice, ReceivedFile, UploadDesk, UploadError, UploadRequest};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};
use uuid::Uuid;

use crate::UploadLimits;
use crate::extract::{Day, is_plain};
use crate::problem::ApiError;

/// Longest text part.
const MAX_TEXT_BYTES: usize = 1_000;
/// Most files of one upload.
const MAX_FILES: usize = 2;
/// What is still read of a body that is refused, so that its sender gets to read the answer.
const MAX_DRAINED_BYTES: usize = 64 * 1024 * 1024;

/// An upload as it was asked for.
pub(crate) struct UploadBody {
    pub(crate) request: UploadRequest,
    pub(crate) dry_run: bool,
}

/// The parts of a body, in whatever order they came.
#[derive(Default)]
pub(crate) struct Parts {
    files: Vec<ReceivedFile>,
    production_id: Option<String>,
    production_code: Option<String>,
    record_date: Option<String>,
    dry_run: Option<String>,
}

/// Reads the body into its parts. Nothing is kept of a refused one.
pub(crate) async fn receive(
    request: &HttpRequest,
    payload: web::Payload,
    uploads: &dyn UploadDesk,
    limits: UploadLimits,
) -> Result<Parts, ApiError> {
    if !is_plain(request, "multipart/form-data") {
        return Err(ApiError::UnsupportedMediaType("multipart/form-data"));
    }
    let mut multipart = Multipart::new(request.headers(), payload);
    let parts = read_parts(&mut multipart, uploads, limits).await;
    // A broken body has no next part to ask for.
    if parts
        .as_ref()
        .is_err_and(|error| !matches!(error, ApiError::Unreadable(_)))
    {
        drain(&mut multipart).await;
    }
    parts
}

async fn read_parts(
    multipart: &mut Multipart,
    uploads: &dyn UploadDesk,
    limits: UploadLimits,
) -> Result<Parts, ApiError> {
    let mut parts = Parts::default();
    while let Some(field) = multipart.next().await {
        let mut field = field.map_err(|error| unreadable(&error))?;
        let name = field.name().unwrap_or_default().to_owned();
        let text = match name.as_str() {
            "file" => {
                if parts.files.len() == MAX_FILES {
                    return Err(ApiError::invalid("file", "too_many", "one file, or two of CSV"));
                }
                parts.files.push(read_file(&mut field, uploads, limits).await?);
                continue;
            }
            "productionId" => &mut parts.production_id,
            "productionCode" => &mut parts.production_code,
            "recordDate" => &mut parts.record_date,
            "dryRun" => &mut parts.dry_run,
            _ => return Err(ApiError::invalid(name, "unknown_field", "there is no such part")),
        };
        if text.replace(read_text(&mut field, &name).await?).is_some() {
            return Err(ApiError::invalid(name, "duplicate", "each part once"));
        }
    }
    Ok(parts)
}

async fn read_file(
    field: &mut Field,
    uploads: &dyn UploadDesk,
    limits: UploadLimits,
) -> Result<ReceivedFile, ApiError> {
    let file_name = field.content_disposition().map(file_name).unwrap_or_default();
    let mut file = uploads.receive().await?;
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|error| unreadable(&error))?;
        if file.size_bytes() + chunk.len() as u64 > limits.max_file_bytes {
            return Err(ApiError::TooLarge(limits.max_file_bytes));
        }
        file.write(&chunk).await.map_err(UploadError::from)?;
    }
    Ok(ReceivedFile { file_name, file })
}

/// The name as it came: plain, or as some programs send it, percent-encoded by RFC 8187.
fn file_name(disposition: &ContentDisposition) -> String {
    let extended = || {
        let name = disposition.get_filename_ext()?;
        Some(String::from_utf8_lossy(&name.value).into_owned())
    };
    let plain = disposition.get_filename().map(str::to_owned);
    plain.or_else(extended).unwrap_or_default()
}

async fn read_text(field: &mut Field, name: &str) -> Result<String, ApiError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.next().await {
        bytes.extend_from_slice(&chunk.map_err(|error| unreadable(&error))?);
        if bytes.len() > MAX_TEXT_BYTES {
            return Err(ApiError::invalid(name, "too_long", "at most 1 000 bytes"));
        }
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| ApiError::invalid(name, "malformed", "text in UTF-8"))?;
    Ok(text.trim().to_owned())
}

fn unreadable(error: &MultipartError) -> ApiError {
    ApiError::Unreadable(format!("the multipart body is broken: {error}"))
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

impl Parts {
    /// Which production the upload is for. A code or an id that cannot be one belongs to none.
    pub(crate) fn production(&self) -> Result<ProductionChoice, ApiError> {
        match (self.production_id.as_deref(), self.production_code.as_deref()) {
            (Some(_), Some(_)) => Err(ApiError::invalid(
                "productionCode",
                "ambiguous",
                "productionId or productionCode, not both",
            )),
            (Some(id), None) => match Uuid::try_parse(id) {
                Ok(id) => Ok(ProductionChoice::Id(ProductionId(id))),
                Err(_) => Err(ApiError::NotFound("production")),
            },
            (None, Some(code)) => match code.parse() {
                Ok(code) => Ok(ProductionChoice::Code(code)),
                Err(_) => Err(ApiError::NotFound("production")),
            },
            (None, None) => Ok(ProductionChoice::FileName),
        }
    }

    /// The upload for `production`, when the other parts keep their rules.
    pub(crate) fn into_body(self, production: ProductionChoice) -> Result<UploadBody, ApiError> {
        if self.files.is_empty() {
            return Err(ApiError::invalid("file", "required", "the workbook"));
        }
        let csv = |file: &ReceivedFile| file.file_name.to_lowercase().ends_with(".csv");
        if self.files.len() == MAX_FILES && !self.files.iter().all(csv) {
            return Err(ApiError::invalid("file", "too_many", "one file, or two of CSV"));
        }
        let record_date = self.record_date.as_deref().map(parse_day).transpose()?;
        let dry_run = match self.dry_run.as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(ApiError::invalid("dryRun", "malformed", "true or false")),
        };
        Ok(UploadBody {
            request: UploadRequest {
                production,
                record_date,
                files: self.files,
            },
            dry_run,
        })
    }
}

fn parse_day(text: &str) -> Result<NaiveDate, ApiError> {
    let day = Day::deserialize(StrDeserializer::<ValueError>::new(text));
    day.map(|day| day.0)
        .map_err(|error| ApiError::invalid("recordDate", "malformed", error.to_string()))
}
