use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_multipart::Field;
use actix_web::{FromRequest, HttpRequest, dev};
use futures_util::StreamExt;
use ports::driven::IncomingFile;
use ports::driving::UploadError;

use super::{Parts, file_name, is_dry_run, read_text, receive, unknown, unreadable};
use crate::Services;
use crate::UploadLimits;
use crate::arrivals::{Arrivals, ArrivingFile};
use crate::entry::Caller;
use crate::extract::ArrivingBody;
use crate::idempotency::RequestDigest;
use crate::problem::ApiError;
use crate::turns::Turn;

/// A list in a file, as it was sent.
pub(crate) struct ListBody {
    pub(crate) file_name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) dry_run: bool,
    /// Kept as long as the list is worked on: only so many are in memory.
    pub(crate) turn: Turn,
}

struct ListParts<'a> {
    request: &'a HttpRequest,
    limits: UploadLimits,
    file: Option<(String, ArrivingFile)>,
    dry_run: Option<String>,
}

impl Parts for ListParts<'_> {
    async fn take(&mut self, name: &str, field: &mut Field) -> Result<(), ApiError> {
        match name {
            "file" => self.take_file(field).await,
            "dryRun" => read_text(field, name, &mut self.dry_run).await,
            _ => Err(unknown(name)),
        }
    }
}

impl ListParts<'_> {
    async fn take_file(&mut self, field: &mut Field) -> Result<(), ApiError> {
        if self.file.is_some() {
            return Err(ApiError::invalid("file", "too_many", "one file"));
        }
        let file_name = file_name(field)?;
        let uploads = &Services::of(self.request).uploads;
        // To a file first, however slowly it comes: memory is for those whose turn it is.
        let mut file = Arrivals::file(self.request, uploads.receive().await?)?;
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(|error| unreadable(&error))?;
            if file.size_bytes() + chunk.len() as u64 > self.limits.max_file_bytes {
                return Err(ApiError::TooLarge(self.limits.max_file_bytes));
            }
            file.append(&chunk).await?;
        }
        self.file = Some((file_name, file));
        Ok(())
    }
}

/// A body that is not read yet: whether the caller may is decided first, and again when it is read.
pub(crate) struct ListForm {
    request: HttpRequest,
    payload: ArrivingBody,
}

impl FromRequest for ListForm {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let request = request.clone();
        let payload = ArrivingBody::from_request(&request, payload).into_inner();
        ready(payload.map(|payload| Self { request, payload }))
    }
}

impl ListForm {
    /// Reads the body, and answers the caller with it: who may not any more is refused as at the head.
    pub(crate) async fn read(self) -> Result<(ListBody, Caller), ApiError> {
        let parts = ListParts {
            request: &self.request,
            limits: Services::of(&self.request).limits,
            file: None,
            dry_run: None,
        };
        let ListParts { file, dry_run, .. } = receive(&self.request, self.payload, parts).await?;
        let caller = Caller::after_body(&self.request).await?;
        let (file_name, mut file) = file.ok_or_else(|| ApiError::invalid("file", "required", "the list"))?;
        let dry_run = is_dry_run(dry_run.as_deref())?;
        let turn = Arrivals::list(&self.request).await?;
        let list = ListBody {
            file_name,
            bytes: file.contents().await.map_err(UploadError::from)?,
            dry_run,
            turn,
        };
        Ok((list, caller))
    }
}

impl ListBody {
    /// What is asked for, however the body was put together.
    pub(crate) fn digest(&self) -> RequestDigest {
        RequestDigest::default()
            .with(self.file_name.as_bytes())
            .with(&self.bytes)
    }
}
