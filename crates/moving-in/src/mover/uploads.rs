//! Uploads come in by the path that every upload takes.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::Duration;

use chrono::NaiveDate;
use domain::diagnostics::DiagnosticCounts;
use domain::production::ProductionId;
use domain::sales::{Facts, Snapshot};
use domain::text::composed;
use domain::upload::{Sha256, Upload, UploadId, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::{
    MovedInUpload, OldHouse, OldRow, OldTable, OriginalCopyError, Present, StandingUpload, StorageError,
};
use ports::driving::{ProductionChoice, ReceivedFile, UploadError, UploadRequest};

use super::{Broken, Journey, Mover};
use crate::compare::{self, Reason, Reasons};
use crate::finding::{FindingCode, Findings};
use crate::plan::{Fate, PlannedUpload};
use crate::report::{SumsLine, UploadLine, UploadOutcome};

/// How long an upload is waited for at a time.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often one is looked at that came in before.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How often an upload is sent that has the bytes of one which then failed.
const TRIES: usize = 3;
/// Why a workbook is refused whose production was deleted here.
const UNKNOWN_PRODUCTION: &str = "unknown_production";
/// Why a file is refused that is longer than any upload may be.
const TOO_LARGE: &str = "too_large";
/// Why a workbook is refused whose record date is beyond any range.
const BAD_RECORD_DATE: &str = "bad_file_name";

/// A production and a record date.
type Slot = (ProductionId, NaiveDate);

/// Which upload is live, or may become so, for which record date.
pub(super) struct Slots {
    standing: HashMap<Slot, Vec<StandingUpload>>,
    /// Of a dry run, what would be live.
    pub(super) played: HashMap<Slot, Played>,
    /// The line of the report whose upload is live.
    lines: HashMap<Slot, usize>,
}

/// An upload of a dry run that would be live.
pub(super) struct Played {
    pub(super) row: i64,
    sha256: Sha256,
    pub(super) facts: Facts,
}

impl Slots {
    pub(super) fn new(present: &Present) -> Self {
        let mut standing = HashMap::<Slot, Vec<StandingUpload>>::new();
        for upload in &present.uploads {
            let slot = (upload.production_id, upload.record_date);
            standing.entry(slot).or_default().push(upload.clone());
        }
        Self {
            standing,
            played: HashMap::new(),
            lines: HashMap::new(),
        }
    }

    /// Whether an upload that was made here, and has other bytes, has the place.
    fn is_taken(&self, slot: Slot, sha256: Sha256) -> bool {
        let mut others = self.standing.get(&slot).into_iter().flatten();
        others.any(|upload| !upload.moved_in && upload.sha256 != [sha256])
    }

    /// The upload that is live and has these bytes.
    fn same(&self, slot: Slot, sha256: Sha256) -> Option<UploadId> {
        let standing = self.standing.get(&slot).into_iter().flatten();
        let mut live = standing.filter(|upload| upload.status == UploadStatus::Completed);
        live.find(|upload| upload.sha256 == [sha256]).map(|upload| upload.id)
    }
}

/// What became of an upload.
#[derive(Default)]
struct Arrived {
    outcome: Option<UploadOutcome>,
    id: Option<UploadId>,
    code: Option<String>,
    same_as: Option<i64>,
    counts: Option<DiagnosticCounts>,
    facts: Option<Facts>,
    /// Of a dry run, what was read.
    snapshot: Option<Snapshot>,
}

impl Arrived {
    fn of(outcome: UploadOutcome) -> Self {
        Self {
            outcome: Some(outcome),
            ..Self::default()
        }
    }

    fn refused(code: &str) -> Self {
        Self {
            code: Some(code.to_owned()),
            ..Self::of(UploadOutcome::Refused)
        }
    }

    fn upload(outcome: UploadOutcome, upload: Upload) -> Self {
        Self {
            id: Some(upload.id),
            counts: Some(upload.diagnostic_counts),
            facts: upload.facts,
            ..Self::of(outcome)
        }
    }
}

/// The file of a row in the old folder.
fn file_of<'a>(files: &'a [String], id: i64, file_name: &str) -> Option<&'a String> {
    let by_id = format!("{id}.xlsx");
    let by_name = composed(file_name);
    let exactly = files.iter().find(|name| **name == by_id);
    exactly.or_else(|| files.iter().find(|name| composed(name) == by_name))
}

/// Tells of files that are no row's.
pub(super) fn note_orphan_files(files: &[String], old: &OldHouse, findings: &mut Findings) {
    let by_id = old.uploads.iter().map(|row| format!("{}.xlsx", row.id));
    let by_name = old.uploads.iter().map(|row| composed(&row.file_name).into_owned());
    let known: HashSet<String> = by_id.chain(by_name).collect();
    for name in files.iter().filter(|name| !known.contains(composed(name).as_ref())) {
        findings.note_file(name);
    }
}

impl Mover {
    /// One upload, to its end.
    pub(super) async fn upload(
        &self,
        planned: &PlannedUpload,
        slots: &mut Slots,
        journey: &mut Journey,
    ) -> Result<(), Broken> {
        let arrived = match planned.fate {
            Fate::Deleted => Arrived::of(UploadOutcome::Deleted),
            Fate::Orphan => Arrived::of(UploadOutcome::Orphan),
            Fate::Known(id) => self.known(id).await?,
            Fate::Come => self.come(planned, slots, journey).await?,
        };
        let outcome = arrived.outcome.unwrap_or(UploadOutcome::Refused);
        Self::note(planned, outcome, &arrived, &mut journey.report.findings);
        if let (UploadOutcome::Completed, Some(slot)) = (outcome, slot_of(planned)) {
            self.take_place(planned, slot, &arrived, slots, journey);
        }
        let compared = match &arrived.facts {
            Some(facts) => Some(self.compared(planned, facts, &arrived).await?),
            None => None,
        };
        let reasons = compared
            .as_ref()
            .map(|(_, reasons)| reasons.clone())
            .unwrap_or_default();
        let all = reasons.all();
        if all.contains(&Reason::Unexplained) && !matches!(planned.fate, Fate::Known(_)) {
            let row = OldRow::new(OldTable::Uploads, planned.id);
            journey
                .report
                .findings
                .note(FindingCode::Unexplained, row, planned.file_name.clone());
        }
        journey.reasons.insert(planned.id, reasons);
        *journey.report.counts.uploads.entry(outcome.code()).or_default() += 1;
        journey.report.uploads.push(UploadLine {
            source_id: planned.id,
            production_code: planned.code.as_ref().map(ToString::to_string),
            record_date: planned.written_date,
            file_name: planned.file_name.clone(),
            outcome,
            upload_id: arrived.id.map(|id| id.0),
            code: arrived.code,
            same_as: arrived.same_as,
            diagnostic_counts: arrived.counts,
            predecessor: SumsLine::from(planned.sums),
            fullhouse: compared.map(|(sums, _)| sums),
            reasons: all.into_iter().map(Reason::code).collect(),
        });
        Ok(())
    }

    /// The upload is the live one of its record date; a row before it gives way.
    fn take_place(
        &self,
        planned: &PlannedUpload,
        slot: Slot,
        arrived: &Arrived,
        slots: &mut Slots,
        journey: &mut Journey,
    ) {
        let report = &mut journey.report;
        if let Some(before) = slots.lines.insert(slot, report.uploads.len()) {
            report.uploads[before].outcome = UploadOutcome::Superseded;
            *report
                .counts
                .uploads
                .entry(UploadOutcome::Completed.code())
                .or_default() -= 1;
            *report
                .counts
                .uploads
                .entry(UploadOutcome::Superseded.code())
                .or_default() += 1;
        }
        if let Some(id) = arrived.id {
            journey.rows.insert(id, planned.id);
        }
        if let (Some(rehearsal), Some(facts)) = (&self.ports.rehearsal, &arrived.facts) {
            rehearsal.publish(slot.0, slot.1, facts.clone());
        }
    }

    /// Tells of what somebody has to look at.
    fn note(planned: &PlannedUpload, outcome: UploadOutcome, arrived: &Arrived, findings: &mut Findings) {
        let code = match outcome {
            UploadOutcome::MissingOriginal => FindingCode::MissingOriginal,
            UploadOutcome::UnreadableOriginal => FindingCode::UnreadableOriginal,
            UploadOutcome::Refused => FindingCode::Refused,
            UploadOutcome::Failed => FindingCode::Failed,
            UploadOutcome::Conflict => FindingCode::Conflict,
            UploadOutcome::Completed
            | UploadOutcome::Superseded
            | UploadOutcome::Same
            | UploadOutcome::Deleted
            | UploadOutcome::Orphan
            | UploadOutcome::Present => return,
        };
        let why = match (&arrived.code, &arrived.counts) {
            (Some(code), _) => code.clone(),
            (None, Some(counts)) => counts.keys().map(|code| code.code()).collect::<Vec<_>>().join(", "),
            (None, None) => String::new(),
        };
        let value = [planned.file_name.as_str(), why.as_str()];
        let value = value.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        findings.note(code, OldRow::new(OldTable::Uploads, planned.id), value.join(": "));
    }

    /// An upload that came in before; one that a run which broke off left behind is waited for.
    async fn known(&self, id: Option<UploadId>) -> Result<Arrived, Broken> {
        let there = match id {
            Some(id) => match self.ports.uploads.read(id).await {
                Ok(upload) if self.applies() => Some(self.ended(upload).await?),
                Ok(upload) => Some(upload),
                // Deleted since, with its production.
                Err(UploadError::UnknownUpload) => None,
                Err(error) => return Err(error.into()),
            },
            None => None,
        };
        Ok(there.map_or_else(
            || Arrived::of(UploadOutcome::Present),
            |upload| Arrived::upload(UploadOutcome::Present, upload),
        ))
    }

    /// Waits for the end of an upload.
    async fn ended(&self, mut upload: Upload) -> Result<Upload, Broken> {
        while upload.status.is_pending() {
            tokio::time::sleep(LOOK_EVERY).await;
            upload = self.ports.uploads.read(upload.id).await?;
        }
        Ok(upload)
    }

    async fn come(&self, planned: &PlannedUpload, slots: &mut Slots, journey: &Journey) -> Result<Arrived, Broken> {
        let Some(name) = file_of(&journey.files, planned.id, &planned.file_name) else {
            return Ok(Arrived::of(UploadOutcome::MissingOriginal));
        };
        for _ in 0..TRIES {
            let (file, sha256) = match self.copied(planned, name).await? {
                Ok(copied) => copied,
                Err(arrived) => return Ok(arrived),
            };
            let Some(production) = planned.production else {
                return Ok(Arrived::refused(UNKNOWN_PRODUCTION));
            };
            let Some(slot) = slot_of(planned) else {
                return Ok(Arrived::refused(BAD_RECORD_DATE));
            };
            let request = UploadRequest {
                production: ProductionChoice::Id(production),
                // The predecessor knew no other kind.
                kind: Some(UploadKind::Sales),
                record_date: planned.record_date,
                files: vec![file],
                password: None,
                by: Actor::SYSTEM,
                moved_in: Some(MovedInUpload {
                    row: OldRow::new(OldTable::Uploads, planned.id),
                    uploaded_at: planned.uploaded_at,
                    uploaded_by: planned.uploaded_by,
                    old_code: planned.old_code.clone(),
                }),
                collected: None,
            };
            let arrived = if self.applies() {
                self.submitted(request, slot, sha256, slots, journey).await?
            } else {
                Some(self.tried(planned, request, slot, sha256, slots, journey).await?)
            };
            if let Some(arrived) = arrived {
                return Ok(arrived);
            }
        }
        Err(Broken::Storage(StorageError::Stale("upload")))
    }

    /// The original, not yet in the store; or what becomes of a row that has none which can be read.
    async fn copied(
        &self,
        planned: &PlannedUpload,
        name: &str,
    ) -> Result<Result<(ReceivedFile, Sha256), Arrived>, Broken> {
        let mut file = self.ports.uploads.receive().await?;
        match self.ports.originals.copy(name, file.as_mut()).await {
            Ok(sha256) => {
                let file_name = planned.file_name.clone();
                Ok(Ok((ReceivedFile { file_name, file }, sha256)))
            }
            Err(OriginalCopyError::Unreadable(_)) => Ok(Err(Arrived::of(UploadOutcome::UnreadableOriginal))),
            Err(OriginalCopyError::TooLarge) => Ok(Err(Arrived::refused(TOO_LARGE))),
            Err(OriginalCopyError::Store(error)) => Err(UploadError::from(error).into()),
        }
    }

    /// Takes the upload in; `None` where it has to be tried again, as one with its bytes failed meanwhile.
    async fn submitted(
        &self,
        request: UploadRequest,
        slot: Slot,
        sha256: Sha256,
        slots: &Slots,
        journey: &Journey,
    ) -> Result<Option<Arrived>, Broken> {
        if slots.is_taken(slot, sha256) {
            return Ok(Some(Arrived::of(UploadOutcome::Conflict)));
        }
        let submission = match self.ports.uploads.submit_and_wait(request, PATIENCE).await {
            Ok(submission) => submission,
            Err(error) => return refusal(error).map(Some),
        };
        let upload = self.ended(submission.upload).await?;
        let outcome = match (submission.repeated, upload.status) {
            // One that was pending was waited for: now it can be told whether it is the same.
            (true, UploadStatus::Completed) => {
                let same_as = journey.rows.get(&upload.id).copied();
                let same = Arrived::upload(UploadOutcome::Same, upload);
                return Ok(Some(Arrived { same_as, ..same }));
            }
            (true, _) => return Ok(None),
            (false, UploadStatus::Failed) => UploadOutcome::Failed,
            (false, UploadStatus::Superseded | UploadStatus::Withdrawn) => UploadOutcome::Superseded,
            (false, _) => UploadOutcome::Completed,
        };
        Ok(Some(Arrived::upload(outcome, upload)))
    }

    /// What would become of the upload.
    async fn tried(
        &self,
        planned: &PlannedUpload,
        request: UploadRequest,
        slot: Slot,
        sha256: Sha256,
        slots: &mut Slots,
        journey: &Journey,
    ) -> Result<Arrived, Broken> {
        if slots.is_taken(slot, sha256) {
            return Ok(Arrived::of(UploadOutcome::Conflict));
        }
        let tried = match self.ports.uploads.try_out(request).await {
            Ok(tried) => tried,
            Err(error) => return refusal(error),
        };
        let played = slots.played.get(&slot);
        let (same, same_as) = if let Some(played) = played {
            (played.sha256 == sha256, Some(played.row))
        } else {
            let same = slots.same(slot, sha256);
            (same.is_some(), same.and_then(|id| journey.rows.get(&id).copied()))
        };
        let arrived = Arrived {
            counts: Some(tried.verdict.diagnostic_counts),
            facts: tried.facts,
            snapshot: Some(tried.snapshot),
            ..Arrived::default()
        };
        if same {
            return Ok(Arrived {
                outcome: Some(UploadOutcome::Same),
                same_as,
                ..arrived
            });
        }
        let Some(facts) = &arrived.facts else {
            return Ok(Arrived {
                outcome: Some(UploadOutcome::Failed),
                ..arrived
            });
        };
        let live = Played {
            row: planned.id,
            sha256,
            facts: facts.clone(),
        };
        slots.played.insert(slot, live);
        Ok(Arrived {
            outcome: Some(UploadOutcome::Completed),
            ..arrived
        })
    }

    /// The sums of the workbook, and why those that were stored there differ.
    async fn compared(
        &self,
        planned: &PlannedUpload,
        facts: &Facts,
        arrived: &Arrived,
    ) -> Result<(SumsLine, Reasons), Broken> {
        let ours = compare::sums_of(facts);
        if ours == planned.sums {
            return Ok((ours.into(), Reasons::default()));
        }
        let old = self.ports.predecessor.sales(planned.id, planned.of_concert).await?;
        let snapshot = match (&arrived.snapshot, arrived.id) {
            (Some(snapshot), _) => snapshot.clone(),
            (None, Some(id)) => self.ports.house.snapshot(id).await?,
            (None, None) => Snapshot::default(),
        };
        let mut reasons = compare::reasons(&old, &snapshot, planned.written_date, planned.of_concert);
        if reasons.all().is_empty() {
            // The sums differ, and no day and no start does.
            reasons.daily = BTreeSet::from([Reason::Unexplained]);
        }
        Ok((ours.into(), reasons))
    }
}

fn slot_of(planned: &PlannedUpload) -> Option<Slot> {
    planned.production.zip(planned.record_date)
}

/// What becomes of an upload that is not taken in; what would pass breaks the import off.
fn refusal(error: UploadError) -> Result<Arrived, Broken> {
    match error {
        UploadError::Refused(finding) | UploadError::BadFileName { finding, .. } => {
            Ok(Arrived::refused(finding.code.code()))
        }
        UploadError::UnknownProduction | UploadError::Storage(StorageError::Refused(_)) => {
            Ok(Arrived::refused(UNKNOWN_PRODUCTION))
        }
        // Somebody uploaded another file for its record date at this moment.
        UploadError::Storage(StorageError::Stale(_)) => Ok(Arrived::of(UploadOutcome::Conflict)),
        other => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use ports::driven::OldUpload;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn an_original_is_called_by_its_row_or_by_its_name_however_that_is_composed() {
        let apart: String = "20261121_겨울27_다락방.xlsx".nfd().collect();
        let files = ["17.xlsx".to_owned(), "999.xlsx".to_owned(), apart.clone()];
        let found = |id, name: &str| file_of(&files, id, name).map(String::as_str);
        assert_eq!(found(17, "20261121_겨울27_다락방.xlsx"), Some("17.xlsx"));
        assert_eq!(found(25, "20261121_겨울27_다락방.xlsx"), Some(apart.as_str()));
        assert_eq!(found(7, "20261122_다른 이름.xlsx"), None);

        let row = |id, name: &str| OldUpload {
            id,
            file_name: name.to_owned(),
            record_date: NaiveDate::default().into(),
            upload_by: String::new(),
            upload_date: NaiveDate::default().into(),
            // What was deleted there still belongs to its row.
            is_deleted: true,
            live_id: None,
            stage: ports::driven::SaleSums::default(),
            concert: ports::driven::SaleSums::default(),
        };
        let old = OldHouse {
            uploads: vec![row(17, "a.xlsx"), row(25, "20261121_겨울27_다락방.xlsx")],
            ..OldHouse::default()
        };
        let mut findings = Findings::default();
        note_orphan_files(&files, &old, &mut findings);
        let orphans: Vec<_> = findings
            .list()
            .iter()
            .filter_map(|finding| finding.value.as_deref())
            .collect();
        assert_eq!(orphans, ["999.xlsx"]);
    }
}
