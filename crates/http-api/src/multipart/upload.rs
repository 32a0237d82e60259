use actix_multipart::Field;
use actix_web::HttpRequest;
use chrono::NaiveDate;
use domain::production::ProductionId;
use domain::upload::UploadKind;
use futures_util::StreamExt;
use ports::actor::Actor;
use ports::driven::{IncomingFile, WorkbookPassword};
use ports::driving::{ProductionChoice, ReceivedFile, UploadDesk, UploadRequest};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};
use uuid::Uuid;

use super::{Parts, file_name, is_dry_run, read_text, read_whole, receive, unknown, unreadable};
use crate::UploadLimits;
use crate::arrivals::Arrivals;
use crate::extract::{ArrivingBody, Day};
use crate::idempotency::RequestDigest;
use crate::problem::ApiError;

/// Most files of one upload.
const MAX_FILES: usize = 2;
/// Longest password of a workbook.
const MAX_PASSWORD_CHARS: usize = 255;

/// An upload as it was asked for.
pub(crate) struct UploadBody {
    pub(crate) request: UploadRequest,
    pub(crate) dry_run: bool,
    pub(crate) digest: RequestDigest,
}

/// The parts of an upload.
pub(crate) struct UploadParts<'a> {
    request: &'a HttpRequest,
    uploads: &'a dyn UploadDesk,
    limits: UploadLimits,
    files: Vec<ReceivedFile>,
    production_id: Option<String>,
    production_code: Option<String>,
    record_date: Option<String>,
    kind: Option<String>,
    password: Option<WorkbookPassword>,
    dry_run: Option<String>,
}

impl Parts for UploadParts<'_> {
    async fn take(&mut self, name: &str, field: &mut Field) -> Result<(), ApiError> {
        let text = match name {
            "file" => return self.take_file(field).await,
            "password" => return self.take_password(field).await,
            "productionId" => &mut self.production_id,
            "productionCode" => &mut self.production_code,
            "recordDate" => &mut self.record_date,
            "kind" => &mut self.kind,
            "dryRun" => &mut self.dry_run,
            _ => return Err(unknown(name)),
        };
        read_text(field, name, text).await
    }
}

impl<'a> UploadParts<'a> {
    /// Reads a request's body.
    pub(crate) async fn receive(
        request: &'a HttpRequest,
        payload: ArrivingBody,
        uploads: &'a dyn UploadDesk,
        limits: UploadLimits,
    ) -> Result<Self, ApiError> {
        let parts = Self {
            request,
            uploads,
            limits,
            files: Vec::new(),
            production_id: None,
            production_code: None,
            record_date: None,
            kind: None,
            password: None,
            dry_run: None,
        };
        receive(request, payload, parts).await
    }

    async fn take_password(&mut self, field: &mut Field) -> Result<(), ApiError> {
        let name = "password";
        // As it was typed: blanks at its ends are part of it.
        let password = read_whole(field, name).await?;
        if !(1..=MAX_PASSWORD_CHARS).contains(&password.chars().count()) {
            return Err(ApiError::invalid(name, "out_of_range", "1 to 255 characters"));
        }
        match self.password.replace(WorkbookPassword(password)) {
            Some(_) => Err(ApiError::invalid(name, "duplicate", "each part once")),
            None => Ok(()),
        }
    }

    async fn take_file(&mut self, field: &mut Field) -> Result<(), ApiError> {
        if self.files.len() == MAX_FILES {
            return Err(ApiError::invalid("file", "too_many", "one file, or two of CSV"));
        }
        let file_name = file_name(field)?;
        let mut file = Arrivals::file(self.request, self.uploads.receive().await?)?;
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(|error| unreadable(&error))?;
            if file.size_bytes() + chunk.len() as u64 > self.limits.max_file_bytes {
                return Err(ApiError::TooLarge(self.limits.max_file_bytes));
            }
            file.append(&chunk).await?;
        }
        let file = Box::new(file);
        self.files.push(ReceivedFile { file_name, file });
        Ok(())
    }

    /// The files, as far as they tell what the upload is about.
    pub(crate) fn files(&self) -> &[ReceivedFile] {
        &self.files
    }

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
    pub(crate) fn into_body(self, production: ProductionChoice, by: Actor) -> Result<UploadBody, ApiError> {
        if self.files.is_empty() {
            return Err(ApiError::invalid("file", "required", "the workbook"));
        }
        let csv = |file: &ReceivedFile| file.file_name.to_lowercase().ends_with(".csv");
        if self.files.len() == MAX_FILES && !self.files.iter().all(csv) {
            return Err(ApiError::invalid("file", "too_many", "one file, or two of CSV"));
        }
        let record_date = self.record_date.as_deref().map(parse_day).transpose()?;
        let kind = self.kind.as_deref().map(parse_kind).transpose()?;
        Ok(UploadBody {
            dry_run: is_dry_run(self.dry_run.as_deref())?,
            digest: self.digest(),
            request: UploadRequest {
                production,
                kind,
                record_date,
                files: self.files,
                password: self.password,
                by,
                moved_in: None,
                collected: None,
            },
        })
    }

    /// What is asked for, however the body was put together: other boundaries, another order of parts. Without the password,
    /// of which nothing is kept.
    fn digest(&self) -> RequestDigest {
        let texts = [
            &self.production_id,
            &self.production_code,
            &self.record_date,
            &self.dry_run,
        ];
        let digest = texts
            .into_iter()
            .fold(RequestDigest::default(), |digest, text| match text {
                Some(text) => digest.with(b"text").with(text.as_bytes()),
                None => digest.with(b""),
            });
        // A request that says nothing of it is asked as ever.
        let digest = match &self.kind {
            Some(kind) => digest.with(b"kind").with(kind.as_bytes()),
            None => digest,
        };
        // As they came: none is opened by the password yet.
        self.files.iter().fold(digest, |digest, received| {
            let sha256 = received.file.sha256();
            digest.with(received.file_name.as_bytes()).with(&sha256.0)
        })
    }
}

fn parse_kind(text: &str) -> Result<UploadKind, ApiError> {
    text.parse()
        .map_err(|_| ApiError::invalid("kind", "malformed", "sales or buyers"))
}

fn parse_day(text: &str) -> Result<NaiveDate, ApiError> {
    let day = Day::deserialize(StrDeserializer::<ValueError>::new(text));
    day.map(|day| day.0)
        .map_err(|error| ApiError::invalid("recordDate", "malformed", error.to_string()))
}
