//! The way of an upload: settled, kept, queued; then read and published by a worker.

mod nearest;
mod settling;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use domain::access::{Capability, Visible};
use domain::diagnostics::{Diagnostic, DiagnosticCode, DiagnosticLog, Place};
use domain::people::UserId;
use domain::production::ProductionId;
use domain::upload::{OriginalFile, Upload, UploadId, UploadStatus};
use ports::actor::Actor;
use ports::driven::{
    Acceptance, Assignment, Change, Changes, Clock, Ids, IncomingFile, NamedBytes, NewUpload, Originals,
    OriginalsError, ProductionRepository, Reader, ReadingContext, ReadingSeat, Topic, UploadQuery, UploadRepository,
    Verdict, Withdrawal, WorkbookContents, WorkbookReader,
};
use ports::driving::{
    Download, DryRun, ProductionChoice, ReceivedFile, Submission, UnknownCode, UploadDesk, UploadError,
    UploadProcessing, UploadRequest,
};
use ports::paging::Page;

use self::settling::Settled;
use crate::file_name;

/// How often a waiting request looks for itself, should an announcement be lost.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How much of a file shows whether it may have a password.
const LOOK_BYTES: usize = 64;
/// How long a request waits for a seat in the reading room.
const PATIENCE: Duration = Duration::from_secs(30);

/// Takes workbooks in and brings them to their end.
pub struct Uploads {
    repository: Arc<dyn UploadRepository>,
    productions: Arc<dyn ProductionRepository>,
    originals: Arc<dyn Originals>,
    changes: Arc<dyn Changes>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    reader: Arc<dyn WorkbookReader>,
}

impl Uploads {
    /// Uploads over these.
    pub fn new(
        repository: Arc<dyn UploadRepository>,
        productions: Arc<dyn ProductionRepository>,
        originals: Arc<dyn Originals>,
        changes: Arc<dyn Changes>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        reader: Arc<dyn WorkbookReader>,
    ) -> Self {
        Self {
            repository,
            productions,
            originals,
            changes,
            clock,
            ids,
            reader,
        }
    }

    async fn settle(&self, request: &UploadRequest) -> Result<Settled, UploadError> {
        settling::settle(request, self.productions.as_ref(), self.clock.today()).await
    }

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

    /// Refuses files that need a password which is not known. Only those that begin like one that could are looked at.
    async fn check_passwords(&self, request: &mut UploadRequest) -> Result<(), UploadError> {
        let person = request.by.user_id();
        for received in &mut request.files {
            if !self.reader.may_be_locked(&received.file.head(LOOK_BYTES).await?) {
                continue;
            }
            let seat = self.seat_of(person).await?;
            if seat.is_locked(received.file.contents().await?).await? {
                return Err(locked());
            }
        }
        Ok(())
    }

    /// A seat to read in, for whoever waits for an answer.
    async fn seat_of(&self, person: Option<UserId>) -> Result<Box<dyn ReadingSeat>, UploadError> {
        let seat = self.reader.seat(Reader::Person(person));
        tokio::time::timeout(PATIENCE, seat)
            .await
            .map_err(|_| UploadError::Busy)
    }

    async fn read_assignment(&self, assignment: &Assignment, attempt: usize) -> Result<WorkbookContents, UploadError> {
        let mut seat = self.reader.seat(Reader::Worker).await;
        if attempt > 1 {
            seat.isolate();
        }
        let files = self.load(&assignment.upload).await?;
        let context = ReadingContext {
            category: Some(assignment.production.details.category),
            record_date: assignment.upload.record_date,
            sale_start: assignment.production.details.sale_start,
            previous_totals: assignment.previous_totals,
        };
        Ok(seat.read(files, context).await?)
    }

    async fn publish(&self, upload: &Upload, contents: WorkbookContents) -> Result<(), UploadError> {
        let WorkbookContents {
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

/// A password is missing.
fn locked() -> UploadError {
    let finding = Diagnostic::of_file(DiagnosticCode::EncryptedWorkbook, None);
    UploadError::Refused(Box::new(finding))
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
    }
}

#[async_trait]
impl UploadDesk for Uploads {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, UploadError> {
        Ok(self.originals.receive().await?)
    }

    async fn submit(&self, request: UploadRequest) -> Result<Submission, UploadError> {
        let mut request = request;
        let settled = self.settle(&request).await?;
        self.check_passwords(&mut request).await?;
        let mut files = Vec::with_capacity(request.files.len());
        for received in request.files {
            let stored = received.file.keep().await?;
            files.push(OriginalFile {
                file_name: file_name::clean(&received.file_name),
                sha256: stored.sha256,
                size_bytes: stored.size_bytes,
            });
        }
        let new = NewUpload {
            id: UploadId(self.ids.next()),
            production_id: settled.production.id,
            record_date: settled.record_date,
            files,
            uploaded_at: self.clock.now(),
            // On this production, whatever the request's words meant when they were first looked up.
            by: request.by.needing(Capability::Upload, Some(settled.production.id)),
        };
        Ok(match self.repository.accept(&new).await? {
            Acceptance::Queued(upload) => Submission {
                upload,
                repeated: false,
            },
            Acceptance::Repeated(upload) => Submission { upload, repeated: true },
        })
    }

    async fn submit_and_wait(&self, request: UploadRequest, patience: Duration) -> Result<Submission, UploadError> {
        let mut announcements = self.changes.subscribe();
        let mut submission = self.submit(request).await?;
        let id = submission.upload.id;
        let end = tokio::time::Instant::now() + patience;
        while submission.upload.status.is_pending() {
            tokio::select! {
                () = tokio::time::sleep_until(end) => break,
                () = tokio::time::sleep(LOOK_EVERY) => {}
                change = announcements.next() => match change {
                    Change::Committed { topic, .. } if !matches!(topic, Topic::Upload(of, _) if of == id) => continue,
                    Change::Committed { .. } | Change::Missed => {}
                },
            }
            submission.upload = self.read(id).await?;
        }
        Ok(submission)
    }

    async fn try_out(&self, request: UploadRequest) -> Result<DryRun, UploadError> {
        let settled = self.settle(&request).await?;
        let seat = self.seat_of(request.by.user_id()).await?;
        let mut files = Vec::with_capacity(request.files.len());
        for mut received in request.files {
            files.push(NamedBytes {
                name: file_name::clean(&received.file_name),
                bytes: received.file.contents().await?,
            });
        }
        let (production, record_date) = (settled.production, settled.record_date);
        let around = self.repository.neighbours(production.id, record_date).await?;
        let context = ReadingContext {
            category: Some(production.details.category),
            record_date,
            sale_start: production.details.sale_start,
            previous_totals: around.previous_totals,
        };
        let WorkbookContents {
            snapshot,
            facts,
            verdict,
        } = seat.read(files, context).await?;
        let found = &verdict.diagnostic_counts;
        if found.contains_key(&DiagnosticCode::EncryptedWorkbook) {
            return Err(locked());
        }
        let good = facts.is_some();
        let latest = around
            .current
            .as_ref()
            .is_none_or(|current| current.record_date <= record_date);
        Ok(DryRun {
            production_id: production.id,
            production_code: production.details.code,
            record_date,
            status: if good {
                UploadStatus::Completed
            } else {
                UploadStatus::Failed
            },
            facts,
            verdict,
            snapshot,
            replaces: around.same_day.filter(|_| good),
            becomes_current: good && latest,
            current_facts: around.current.and_then(|current| current.facts),
        })
    }

    async fn read(&self, id: UploadId) -> Result<Upload, UploadError> {
        self.repository.find(id).await?.ok_or(UploadError::UnknownUpload)
    }

    async fn list(&self, query: &UploadQuery) -> Result<Page<Upload>, UploadError> {
        Ok(self.repository.list(query).await?)
    }

    async fn withdraw(&self, id: UploadId, by: &Actor) -> Result<Upload, UploadError> {
        match self.repository.withdraw(id, by).await? {
            Withdrawal::Withdrawn(upload) => Ok(*upload),
            Withdrawal::Failed => Err(UploadError::CannotWithdrawFailed),
            Withdrawal::NotFound => Err(UploadError::UnknownUpload),
        }
    }

    async fn production_of(&self, id: UploadId) -> Result<Option<ProductionId>, UploadError> {
        Ok(self.repository.production_of(id).await?)
    }

    async fn production_named(
        &self,
        production: &ProductionChoice,
        files: &[ReceivedFile],
    ) -> Result<Option<ProductionId>, UploadError> {
        let found = settling::find(production, files, self.productions.as_ref()).await?;
        Ok(found.map(|production| production.id))
    }

    async fn unknown_code(
        &self,
        production: &ProductionChoice,
        files: &[ReceivedFile],
        visible: &Visible,
    ) -> Result<Option<UnknownCode>, UploadError> {
        let productions = self.productions.as_ref();
        Ok(settling::unknown_code(production, files, visible, productions).await?)
    }

    async fn download(&self, id: UploadId, part: usize) -> Result<Download, UploadError> {
        let upload = self.read(id).await?;
        let file = part
            .checked_sub(1)
            .and_then(|index| upload.files.into_iter().nth(index));
        let file = file.ok_or(UploadError::UnknownUpload)?;
        let contents = self.originals.open(file.sha256).await?.ok_or(UploadError::Gone)?;
        Ok(Download { file, contents })
    }
}

#[async_trait]
impl UploadProcessing for Uploads {
    async fn process(&self, id: UploadId, attempt: usize) -> Result<(), UploadError> {
        let Some(assignment) = self.repository.begin(id).await? else {
            tracing::debug!(upload_id = %id, "The upload has ended already.");
            return Ok(());
        };
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

#[cfg(test)]
mod tests;
