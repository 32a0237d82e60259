//! Uploads come in: matched to a production, kept and queued, or only tried out; and are withdrawn.

use std::time::Duration;

use async_trait::async_trait;
use domain::access::{Capability, Visible};
use domain::diagnostics::DiagnosticCode;
use domain::headings::LabelChanges;
use domain::people::UserId;
use domain::production::{Production, ProductionId};
use domain::upload::{OriginalFile, Upload, UploadId, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::{
    Acceptance, AuditRecord, Change, House, IncomingFile, NamedBytes, NewUpload, Opening, Reader, ReadingContext,
    ReadingSeat, Topic, UploadQuery, Withdrawal, WorkbookContents,
};
use ports::driving::{
    Download, DryRun, ProductionChoice, ReceivedFile, Submission, UnknownCode, UploadDesk, UploadError, UploadRequest,
    UploadTarget,
};
use ports::paging::Page;

use crate::target::{Target, refused};
use crate::{Uploads, file_name, target};

/// How often a waiting request looks for itself, should an announcement be lost.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How much of a file shows whether it may have a password.
const LOOK_BYTES: usize = 64;
/// How long a request waits for a seat in the reading room.
const PATIENCE: Duration = Duration::from_secs(30);

impl Uploads {
    async fn resolve_target(&self, request: &UploadRequest) -> Result<Target, UploadError> {
        target::resolve(request, self.productions.as_ref(), self.clock.today()).await
    }

    /// Opens files that need a password, and refuses those that another one opens; answers whether there were any. Only those
    /// that begin like one that could are looked at.
    async fn unlock(&self, request: &mut UploadRequest) -> Result<bool, UploadError> {
        let person = request.by.user_id();
        let mut is_decrypted = false;
        for received in &mut request.files {
            if !self.reader.may_be_locked(&received.file.head(LOOK_BYTES).await?) {
                continue;
            }
            let seat = self.seat_of(person).await?;
            let bytes = received.file.contents().await?;
            match seat.open(bytes, request.password.clone()).await? {
                Opening::Open => {}
                Opening::Unlocked(workbook) => {
                    // What was locked is kept in its place: whoever reads it later knows no password.
                    received.file = self.originals.receive().await?;
                    received.file.write(&workbook).await?;
                    is_decrypted = true;
                }
                Opening::Locked => return Err(refused(DiagnosticCode::EncryptedWorkbook, None)),
                Opening::WrongPassword => return Err(refused(DiagnosticCode::WrongPassword, None)),
                Opening::TooLarge(limit) => return Err(refused(DiagnosticCode::TooLarge, Some(&limit))),
            }
        }
        Ok(is_decrypted)
    }

    /// What an upload is about: what its request says, else what the names of its sheets say.
    async fn kind_of(&self, request: &mut UploadRequest, production: &Production) -> Result<UploadKind, UploadError> {
        if let Some(kind) = request.kind {
            return Ok(kind);
        }
        let [received] = request.files.as_mut_slice() else {
            // Two files are of CSV, which has sales only.
            return Ok(UploadKind::Sales);
        };
        if received.file_name.to_lowercase().ends_with(".csv") {
            return Ok(UploadKind::Sales);
        }
        let layouts = self.repository.layouts(production.id).await?;
        let glance = tokio::time::timeout(PATIENCE, self.reader.glance());
        let glance = glance.await.map_err(|_| UploadError::Busy)?;
        let bytes = received.file.contents().await?;
        Ok(glance.kind(bytes, production.details.category, layouts).await?)
    }

    /// A seat to read in, for whoever waits for an answer.
    async fn seat_of(&self, person: Option<UserId>) -> Result<Box<dyn ReadingSeat>, UploadError> {
        let seat = self.reader.seat(Reader::Person(person));
        tokio::time::timeout(PATIENCE, seat)
            .await
            .map_err(|_| UploadError::Busy)
    }
}

#[async_trait]
impl UploadDesk for Uploads {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, UploadError> {
        Ok(self.originals.receive().await?)
    }

    async fn submit(&self, request: UploadRequest) -> Result<Submission, UploadError> {
        let mut request = request;
        let target = self.resolve_target(&request).await?;
        let is_decrypted = self.unlock(&mut request).await?;
        let kind = self.kind_of(&mut request, &target.production).await?;
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
            kind,
            production_id: target.production.id,
            record_date: target.record_date,
            files,
            is_decrypted,
            uploaded_at: self.clock.now(),
            uploaded_by: request.by.user_id(),
            // On this production, whatever the request's words meant when they were first looked up.
            by: request.by.needing(Capability::Upload, Some(target.production.id)),
            moved_in: request.moved_in,
            collected: request.collected,
        };
        let submission = match self.repository.accept(&new).await? {
            Acceptance::Queued(upload) => Submission {
                upload,
                repeated: false,
            },
            Acceptance::Repeated(upload) => Submission { upload, repeated: true },
        };
        // Before anybody is told that it is accepted; also of a repeat, whose first attempt may have ended here.
        self.keep_record(submission.upload.id).await?;
        Ok(submission)
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

    async fn target_of(&self, request: &UploadRequest) -> Result<UploadTarget, UploadError> {
        let Target {
            production,
            record_date,
        } = self.resolve_target(request).await?;
        Ok(UploadTarget {
            production_id: production.id,
            production_code: production.details.into_draft().code,
            record_date,
        })
    }

    async fn try_out(&self, request: UploadRequest) -> Result<DryRun, UploadError> {
        let mut request = request;
        let target = self.resolve_target(&request).await?;
        if request.password.is_some() {
            self.unlock(&mut request).await?;
        }
        let seat = self.seat_of(request.by.user_id()).await?;
        let mut files = Vec::with_capacity(request.files.len());
        for mut received in request.files {
            files.push(NamedBytes {
                name: file_name::clean(&received.file_name),
                bytes: received.file.contents().await?,
            });
        }
        let (production, record_date) = (target.production, target.record_date);
        let neighbours = |kind| self.repository.neighbours(production.id, record_date, kind);
        let expected = request.kind.unwrap_or_default();
        let mut around = neighbours(expected).await?;
        let context = ReadingContext {
            kind: request.kind,
            category: Some(production.details.category),
            record_date,
            sale_start: production.details.sale_start,
            previous_totals: around.previous_totals,
            previous_agencies: std::mem::take(&mut around.previous_agencies),
            house: House::of(&production.details, std::mem::take(&mut around.layouts)),
        };
        let WorkbookContents {
            kind,
            snapshot,
            facts,
            verdict,
        } = seat.read(files, context).await?;
        let found = &verdict.diagnostic_counts;
        if found.contains_key(&DiagnosticCode::EncryptedWorkbook) {
            return Err(refused(DiagnosticCode::EncryptedWorkbook, None));
        }
        if kind != expected {
            around = neighbours(kind).await?;
        }
        let before = around.previous_recognised.as_deref();
        let both = before.zip(verdict.recognised.as_deref());
        let label_changes = both.and_then(|(before, now)| LabelChanges::between(before, now));
        let good = facts.is_some();
        let latest = around
            .current
            .as_ref()
            .is_none_or(|current| current.record_date <= record_date);
        Ok(DryRun {
            kind,
            production_id: production.id,
            production_code: production.details.into_draft().code,
            record_date,
            status: if good {
                UploadStatus::Completed
            } else {
                UploadStatus::Failed
            },
            facts,
            verdict,
            snapshot,
            label_changes,
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
            Withdrawal::Withdrawn(upload) => {
                self.keep_record(id).await?;
                Ok(*upload)
            }
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
        let found = target::find(production, files, self.productions.as_ref()).await?;
        Ok(found.map(|production| production.id))
    }

    async fn unknown_code(
        &self,
        production: &ProductionChoice,
        files: &[ReceivedFile],
        visible: &Visible,
    ) -> Result<Option<UnknownCode>, UploadError> {
        let productions = self.productions.as_ref();
        Ok(target::unknown_code(production, files, visible, productions).await?)
    }

    async fn download(&self, id: UploadId, part: usize, by: &Actor) -> Result<Download, UploadError> {
        let upload = self.read(id).await?;
        let file = part
            .checked_sub(1)
            .and_then(|index| upload.files.into_iter().nth(index));
        let file = file.ok_or(UploadError::UnknownUpload)?;
        let contents = self.originals.open(file.sha256).await?.ok_or(UploadError::Gone)?;
        let record = AuditRecord::upload_downloaded(id, upload.production_id, part, &file.file_name);
        self.audit.record_hourly(&record, by).await?;
        Ok(Download { file, contents })
    }
}
