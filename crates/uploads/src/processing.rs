//! Queued uploads come to their end: read and published by a worker, or failed.

use async_trait::async_trait;
use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticLog, Place};
use domain::upload::{Upload, UploadId};
use ports::driven::{Assignment, House, NamedBytes, OriginalsError, Reader, ReadingContext, Verdict, WorkbookContents};
use ports::driving::{UploadError, UploadProcessing};

use crate::Uploads;

#[async_trait]
impl UploadProcessing for Uploads {
    async fn process(&self, id: UploadId, attempt: usize) -> Result<(), UploadError> {
        let Some(assignment) = self.repository.begin(id).await? else {
            tracing::debug!(upload_id = %id, "The upload has ended already.");
            return Ok(());
        };
        // A server that ended between accepting it and recording it has told nobody; now it counts as any other.
        if let Err(error) = self.keep_record(id).await {
            tracing::warn!(upload_id = %id, %error, "The record beside an original could not be kept.");
        }
        let contents = match self.read_assignment(&assignment, attempt).await {
            Err(error @ UploadError::Originals(OriginalsError::Damaged(_))) => {
                // Other bytes than those that were accepted: nothing of them is shown, and trying again would not help.
                tracing::error!(upload_id = %id, %error, "An original file does not have its own bytes.");
                return self.give_up(id).await;
            }
            contents => contents?,
        };
        self.publish(&assignment.upload, contents).await
    }

    async fn give_up(&self, id: UploadId) -> Result<(), UploadError> {
        if self.repository.fail(id, &internal_error(), self.clock.now()).await? {
            tracing::error!(upload_id = %id, "Gave an upload up.");
        }
        Ok(())
    }

    async fn sweep(&self) -> Result<Vec<UploadId>, UploadError> {
        let ended = self
            .repository
            .fail_abandoned(&internal_error(), self.clock.now())
            .await?;
        for id in &ended {
            tracing::error!(upload_id = %id, "Ended an upload whose job has no attempts left.");
        }
        Ok(ended)
    }
}

impl Uploads {
    /// The files of an upload, from the store.
    async fn load(&self, upload: &Upload) -> Result<Vec<NamedBytes>, UploadError> {
        let mut files = Vec::with_capacity(upload.files.len());
        for file in &upload.files {
            let bytes = self.originals.read(file.sha256).await?.ok_or_else(|| {
                tracing::error!(upload_id = %upload.id, sha256 = %file.sha256, "An original file is missing in the store.");
                UploadError::Gone
            })?;
            files.push(NamedBytes {
                name: file.file_name.clone(),
                bytes,
            });
        }
        Ok(files)
    }

    async fn read_assignment(&self, assignment: &Assignment, attempt: usize) -> Result<WorkbookContents, UploadError> {
        let mut seat = self.reader.seat(Reader::Worker).await;
        if attempt > 1 {
            seat.isolate();
        }
        let files = self.load(&assignment.upload).await?;
        let context = ReadingContext {
            kind: Some(assignment.upload.kind),
            category: Some(assignment.production.details.category),
            record_date: assignment.upload.record_date,
            sale_start: assignment.production.details.sale_start,
            previous_totals: assignment.previous_totals,
            previous_agencies: assignment.previous_agencies.clone(),
            house: House::of(&assignment.production.details, assignment.layouts.clone()),
        };
        Ok(seat.read(files, context).await?)
    }

    async fn publish(&self, upload: &Upload, contents: WorkbookContents) -> Result<(), UploadError> {
        let WorkbookContents {
            kind: _,
            snapshot,
            facts,
            verdict,
        } = contents;
        let now = self.clock.now();
        if let Some(facts) = facts {
            let publication = self
                .repository
                .publish(upload.id, &snapshot, &facts, &verdict, now)
                .await?;
            tracing::info!(upload_id = %upload.id, production = %upload.production_code, ?publication, "Read an upload.");
        } else {
            self.repository.fail(upload.id, &verdict, now).await?;
            tracing::info!(upload_id = %upload.id, production = %upload.production_code, "An upload has errors.");
        }
        Ok(())
    }
}

/// The one finding of an upload that could not be brought to its end.
fn internal_error() -> Verdict {
    let mut log = DiagnosticLog::default();
    log.push(
        Place { sheet: 0, cell: None },
        Diagnostic::of_file(DiagnosticCode::InternalError, None),
    );
    let (diagnostics, diagnostic_counts) = log.into_parts();
    Verdict {
        diagnostics,
        diagnostic_counts,
        recognised: None,
    }
}
