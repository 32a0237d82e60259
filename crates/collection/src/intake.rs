//! One way in: what becomes of a file that came.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{in_kst, shift};
use domain::collection::{
    Arrival, ArrivalDryRun, ArrivalFile, ArrivalId, ArrivalState, CollectionRun, Confirm, HoldFacts, RecordDateRule,
    Source, SourceMark, day_in_tail, held_for,
};
use domain::diagnostics::{Diagnostic, DiagnosticCode, Severity};
use domain::upload::{Sha256, UploadId, UploadKind, UploadStatus};
use domain::workbook_name::WorkbookName;
use ports::actor::Actor;
use ports::driven::collection::{
    ArrivalGround, ArrivalOrigin, CollectedArrival, CollectedUpload, LeasedRun, NewArrival, SameUpload,
};
use ports::driven::{OriginalsError, StorageError, WorkbookPassword};
use ports::driving::{DryRun, ProductionChoice, ReceivedFile, UploadError, UploadRequest};
use sha2::Digest;
use thiserror::Error;
use tokio::time::Duration;
use uploads::file_name;

use crate::{ATTEMPTS, CollectionPorts};

/// How long the end of an upload is waited for.
const UPLOAD_PATIENCE: Duration = Duration::from_mins(5);

/// A file that came, or two CSV files that belong together.
pub(crate) struct Piece {
    /// Names as they came, and bytes.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) origin: ArrivalOrigin,
    /// When the file was written, of a folder; else the slot.
    pub(crate) of: DateTime<Utc>,
}

/// What became of a piece.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) arrival: Arrival,
    /// Where its upload stands, where it has one that is new.
    pub(crate) upload: Option<UploadStatus>,
    /// Whether the source brought the same bytes before.
    pub(crate) is_repeat: bool,
}

impl Taken {
    /// Whether somebody has to correct the file.
    pub(crate) fn is_bad(&self) -> bool {
        self.arrival.state == ArrivalState::Refused || self.upload == Some(UploadStatus::Failed)
    }

    /// Whether the source had something to tell, be it known here already from somebody else.
    pub(crate) fn is_news(&self) -> bool {
        match self.arrival.state {
            ArrivalState::Uploaded | ArrivalState::Held => true,
            ArrivalState::Unchanged => !self.is_repeat,
            ArrivalState::Refused | ArrivalState::Discarded | ArrivalState::Expired => false,
        }
    }
}

/// Through no fault of the file: it may go better later.
#[derive(Debug, Error)]
pub(crate) enum IntakeError {
    /// Uploads cannot be taken in now.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// Originals cannot be kept now.
    #[error(transparent)]
    Originals(#[from] OriginalsError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A file as its bytes say.
fn file_of((name, bytes): &(String, Vec<u8>)) -> ArrivalFile {
    ArrivalFile {
        file_name: file_name::clean(name),
        sha256: Sha256(sha2::Sha256::digest(bytes).into()),
        size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
    }
}

/// What tells repeats: the hash of the file, or of the sorted hashes of two.
pub(crate) fn content_key(files: &[ArrivalFile]) -> Vec<u8> {
    let mut hashes: Vec<_> = files.iter().map(|file| file.sha256.0).collect();
    if let [one] = hashes.as_slice() {
        return one.to_vec();
    }
    hashes.sort_unstable();
    sha2::Sha256::digest(hashes.concat()).to_vec()
}

/// The same of bytes that are not settled yet.
pub(crate) fn content_key_of(bytes: &[u8]) -> Vec<u8> {
    sha2::Sha256::digest(bytes).to_vec()
}

/// What a source says of a piece, as far as it does.
struct Settled {
    request_date: Option<NaiveDate>,
    password: Option<WorkbookPassword>,
}

impl CollectionPorts {
    /// Takes a piece in, or says what would become of it.
    pub(crate) async fn take_in(
        &self,
        leased: &LeasedRun,
        source: &Source,
        piece: Piece,
    ) -> Result<Taken, IntakeError> {
        let run = &leased.run;
        let files: Vec<ArrivalFile> = piece.files.iter().map(file_of).collect();
        let key = content_key(&files);
        let mut arrival = self.arrival(leased, source, files);
        let mut origin = piece.origin.clone();
        origin.password_secret.clone_from(&source.password_secret);

        let settled = match self.settle(source, run.record_date, &piece) {
            Ok(settled) => settled,
            Err(finding) => return self.refused(arrival, origin, *finding, run.is_dry).await,
        };
        let request = self.request(source, &settled, &piece).await?;
        let target = match self.uploads.target_of(&request).await {
            Ok(target) => target,
            Err(error) => return self.not_settled(arrival, origin, error, run.is_dry).await,
        };
        arrival.production_id = Some(target.production_id);
        arrival.production_code = Some(target.production_code);
        arrival.record_date = Some(target.record_date);

        let ground = self
            .arrivals
            .ground(source.id, target.production_id, target.record_date, &key)
            .await?;
        if let Some(known) = known(source, &ground, None) {
            return self.unchanged(arrival, origin, known, run.is_dry).await;
        }

        let is_last = is_last_look(run, &origin);
        let dry_run = match self.uploads.try_out(request).await {
            Ok(dry_run) => dry_run,
            Err(UploadError::Interrupted(_)) if is_last => {
                return Box::pin(self.upload_untried(source, &settled, &piece, arrival, origin)).await;
            }
            Err(error) => return self.not_settled(arrival, origin, error, run.is_dry).await,
        };
        if let Some(known) = known(source, &ground, Some(dry_run.kind)) {
            return self.unchanged(arrival, origin, known, run.is_dry).await;
        }
        let facts = hold_facts(&dry_run, &ground);
        let has_errors = facts.has_errors;
        arrival.held_for = held_for(source.confirm, source.record_date, &facts);
        arrival.diagnostic_counts = dry_run.verdict.diagnostic_counts.clone();
        if run.is_dry {
            arrival.state = if arrival.held_for.is_empty() {
                ArrivalState::Uploaded
            } else {
                ArrivalState::Held
            };
            arrival.dry_run = Some(shown(dry_run));
            let upload = has_errors.then_some(UploadStatus::Failed);
            let taken = self.settled(arrival, origin, true).await?;
            return Ok(Taken { upload, ..taken });
        }
        if arrival.held_for.is_empty() {
            let uploaded = Box::pin(self.upload(source, &settled, &piece, arrival.clone(), origin.clone())).await;
            if is_last && is_interrupted(&uploaded) {
                return self.refused(arrival, origin, internal_error(), false).await;
            }
            if !needs_a_yes(&uploaded) {
                return uploaded;
            }
            // A person sent or withdrew something meanwhile.
            let ground = self
                .arrivals
                .ground(source.id, target.production_id, target.record_date, &key)
                .await?;
            arrival.held_for = held_for(source.confirm, source.record_date, &hold_facts(&dry_run, &ground));
            if arrival.held_for.is_empty() {
                // And took it back again.
                return uploaded;
            }
        }
        arrival.state = ArrivalState::Held;
        arrival.dry_run = Some(shown(dry_run));
        self.keep(&piece).await?;
        self.settled(arrival, origin, false).await
    }

    /// An arrival about which nothing is known yet.
    fn arrival(&self, leased: &LeasedRun, source: &Source, files: Vec<ArrivalFile>) -> Arrival {
        let named = files.first().map(|file| WorkbookName::parse(&file.file_name));
        Arrival {
            id: ArrivalId(self.ids.next()),
            source: Some(source.id),
            source_name: source.name.clone(),
            run: Some(leased.run.id),
            files,
            state: ArrivalState::Refused,
            code: None,
            production_id: source.production,
            production_code: named.and_then(|name| name.production_code),
            record_date: None,
            upload_id: None,
            held_for: Vec::new(),
            diagnostics: Vec::new(),
            diagnostic_counts: std::collections::BTreeMap::new(),
            dry_run: None,
            at: self.clock.now(),
            decided_by: None,
            decided_at: None,
            reason: None,
        }
    }

    /// The record date by the source's rule, as far as it says one; and the password.
    fn settle(&self, source: &Source, by_hand: Option<NaiveDate>, piece: &Piece) -> Result<Settled, Box<Diagnostic>> {
        let today = in_kst(self.clock.now()).date_naive();
        let day_of = in_kst(piece.of).date_naive();
        let request_date = match source.record_date {
            RecordDateRule::FileName => None,
            RecordDateRule::NameTail => {
                let days: Option<Vec<_>> = piece
                    .files
                    .iter()
                    .map(|(name, _)| day_in_tail(&file_name::clean(name), today))
                    .collect();
                let day = days.and_then(|days| days.windows(2).all(|pair| pair[0] == pair[1]).then(|| days[0]));
                let bad_name = || Box::new(Diagnostic::of_file(DiagnosticCode::BadFileName, None));
                Some(day.ok_or_else(bad_name)?)
            }
            RecordDateRule::Yesterday => Some(by_hand.unwrap_or_else(|| shift(day_of, -1))),
            RecordDateRule::Today => Some(by_hand.unwrap_or(day_of)),
        };
        let secret = source.password_secret.as_ref().and_then(|name| self.secrets.read(name));
        Ok(Settled {
            request_date,
            password: secret.map(|secret| WorkbookPassword(secret.reveal().to_owned())),
        })
    }

    /// The piece as a request of an upload; its files are nowhere yet.
    async fn request(&self, source: &Source, settled: &Settled, piece: &Piece) -> Result<UploadRequest, UploadError> {
        let mut files = Vec::with_capacity(piece.files.len());
        for (name, bytes) in &piece.files {
            let mut file = self.uploads.receive().await?;
            file.write(bytes).await?;
            files.push(ReceivedFile {
                file_name: name.clone(),
                file,
            });
        }
        Ok(UploadRequest {
            production: source
                .production
                .map_or(ProductionChoice::FileName, ProductionChoice::Id),
            kind: None,
            record_date: settled.request_date,
            files,
            password: settled.password.clone(),
            by: Actor::SYSTEM,
            moved_in: None,
            collected: None,
        })
    }

    /// It is not accepted, for its own sake; or not now.
    async fn not_settled(
        &self,
        mut arrival: Arrival,
        origin: ArrivalOrigin,
        error: UploadError,
        is_dry: bool,
    ) -> Result<Taken, IntakeError> {
        if matches!(error, UploadError::UnknownProduction) {
            arrival.state = ArrivalState::Refused;
            arrival.code = Some("unknown_production".to_owned());
            return self.settled(arrival, origin, is_dry).await;
        }
        match error.finding() {
            Some(finding) => {
                let finding = finding.clone();
                self.refused(arrival, origin, finding, is_dry).await
            }
            None => Err(error.into()),
        }
    }

    /// We have it, or somebody is asked about it there.
    async fn unchanged(
        &self,
        arrival: Arrival,
        origin: ArrivalOrigin,
        known: Known,
        is_dry: bool,
    ) -> Result<Taken, IntakeError> {
        let unchanged = Arrival {
            state: ArrivalState::Unchanged,
            code: known.code.map(str::to_owned),
            upload_id: known.upload,
            ..arrival
        };
        let taken = self.settled(unchanged, origin, is_dry).await?;
        Ok(Taken {
            is_repeat: known.is_repeat,
            ..taken
        })
    }

    /// What breaks off each time it is tried out would lie in its folder for ever. Where nothing waits for a yes it goes
    /// on as an upload, which a worker reads apart, or gives up. Where what it would change had to be known first, or not
    /// even that can begin, it is refused.
    async fn upload_untried(
        &self,
        source: &Source,
        settled: &Settled,
        piece: &Piece,
        arrival: Arrival,
        origin: ArrivalOrigin,
    ) -> Result<Taken, IntakeError> {
        if source.confirm == Confirm::Never {
            let untried = Arrival {
                diagnostic_counts: [(DiagnosticCode::InternalError, 1)].into(),
                ..arrival.clone()
            };
            let uploaded = self.upload(source, settled, piece, untried, origin.clone()).await;
            if !is_interrupted(&uploaded) && !needs_a_yes(&uploaded) {
                return uploaded;
            }
        }
        self.refused(arrival, origin, internal_error(), false).await
    }

    async fn refused(
        &self,
        arrival: Arrival,
        origin: ArrivalOrigin,
        finding: Diagnostic,
        is_dry: bool,
    ) -> Result<Taken, IntakeError> {
        let refused = Arrival {
            state: ArrivalState::Refused,
            code: Some(finding.code.code().to_owned()),
            diagnostic_counts: [(finding.code, 1)].into(),
            diagnostics: vec![finding],
            ..arrival
        };
        self.settled(refused, origin, is_dry).await
    }

    /// What is no upload is kept; of a dry run nothing is.
    async fn settled(&self, arrival: Arrival, origin: ArrivalOrigin, is_dry: bool) -> Result<Taken, IntakeError> {
        let new = NewArrival { arrival, origin };
        if !is_dry {
            self.arrivals.store(&new, self.clock.now()).await?;
            self.meter.arrived(new.arrival.state);
        }
        Ok(Taken {
            arrival: new.arrival,
            upload: None,
            is_repeat: false,
        })
    }

    /// Held bytes lie in the store.
    async fn keep(&self, piece: &Piece) -> Result<(), IntakeError> {
        for (_, bytes) in &piece.files {
            let mut file = self.originals.receive().await?;
            file.write(bytes).await?;
            file.keep().await?;
        }
        Ok(())
    }

    /// Uploads it, and waits for the end.
    async fn upload(
        &self,
        source: &Source,
        settled: &Settled,
        piece: &Piece,
        arrival: Arrival,
        origin: ArrivalOrigin,
    ) -> Result<Taken, IntakeError> {
        let mut request = self.request(source, settled, piece).await?;
        let mut arrival = Arrival {
            state: ArrivalState::Uploaded,
            ..arrival
        };
        request.collected = Some(CollectedUpload {
            source: SourceMark {
                id: Some(source.id),
                name: source.name.clone(),
            },
            arrival: CollectedArrival::New(Box::new(NewArrival {
                arrival: arrival.clone(),
                origin: origin.clone(),
            })),
        });
        let submission = match self.uploads.submit_and_wait(request, UPLOAD_PATIENCE).await {
            Ok(submission) => submission,
            Err(error) => return self.not_settled(arrival, origin, error, false).await,
        };
        arrival.upload_id = Some(submission.upload.id);
        arrival.diagnostic_counts = submission.upload.diagnostic_counts.clone();
        if submission.repeated {
            arrival.state = ArrivalState::Unchanged;
        }
        self.meter.arrived(arrival.state);
        Ok(Taken {
            arrival,
            upload: Some(submission.upload.status),
            is_repeat: false,
        })
    }
}

/// What makes a file no news where it would become an upload.
#[derive(Clone, Copy)]
struct Known {
    /// The upload that it is already.
    upload: Option<UploadId>,
    /// Why it is taken for unchanged without one.
    code: Option<&'static str>,
    /// Whether the source brought it before.
    is_repeat: bool,
}

/// Whether a file is known there, and as what. Its kind is `None` before it was tried out: an upload whose kind a
/// person may have said is the same only where that is found in the file as well.
fn known(source: &Source, ground: &ArrivalGround, kind: Option<UploadKind>) -> Option<Known> {
    let is_same = |same: &&SameUpload| kind.map_or(same.is_kind_found, |kind| same.kind == kind);
    if let Some(same) = ground.same_there.iter().find(is_same) {
        return Some(Known {
            upload: Some(same.id),
            code: None,
            is_repeat: ground.brought_before,
        });
    }
    let is_to_be_read = kind.is_none() && !ground.same_there.is_empty();
    // Somebody is asked about these bytes there already, or said no.
    let is_asked = ground.asked_there.is_some();
    let gets_another_day = source.record_date.is_by_clock() && ground.brought_elsewhere;
    (!is_to_be_read && (is_asked || gets_another_day)).then(|| Known {
        upload: None,
        code: (!is_asked).then_some("same_bytes"),
        is_repeat: true,
    })
}

/// Whether a file of a folder is looked at for the last time in a run. It stays where it is until something becomes of
/// it, and the others wait for each further attempt.
fn is_last_look(run: &CollectionRun, origin: &ArrivalOrigin) -> bool {
    !run.is_dry && !origin.files.is_empty() && run.attempts >= ATTEMPTS
}

/// Whether reading it broke off.
fn is_interrupted(uploaded: &Result<Taken, IntakeError>) -> bool {
    matches!(uploaded, Err(IntakeError::Upload(UploadError::Interrupted(_))))
}

/// Whether an upload would undo what a person did.
fn needs_a_yes(uploaded: &Result<Taken, IntakeError>) -> bool {
    matches!(
        uploaded,
        Err(IntakeError::Upload(UploadError::Storage(StorageError::Stale(
            "arrival"
        ))))
    )
}

/// What is told of a file that we could not read, whatever is in it.
fn internal_error() -> Diagnostic {
    Diagnostic::of_file(DiagnosticCode::InternalError, None)
}

fn hold_facts(dry_run: &DryRun, ground: &ArrivalGround) -> HoldFacts {
    let found: Vec<_> = dry_run.verdict.diagnostic_counts.keys().copied().collect();
    let has_errors = dry_run.facts.is_none() || found.iter().any(|code| code.severity() == Severity::Error);
    // Without an upload of the same day, the current one that this would follow is of an older day.
    let is_newest = dry_run.becomes_current && dry_run.replaces.is_none();
    HoldFacts {
        has_errors,
        found,
        same_as_before: is_newest && dry_run.facts.is_some() && dry_run.facts == dry_run.current_facts,
        replaces_manual: dry_run.replaces.as_ref().is_some_and(|upload| upload.source.is_none())
            || ground.manual_there.contains(&dry_run.kind),
        withdrawn_before: ground.withdrawn_there,
    }
}

fn shown(dry_run: DryRun) -> ArrivalDryRun {
    ArrivalDryRun {
        kind: dry_run.kind,
        diagnostics: dry_run.verdict.diagnostics,
        facts: dry_run.facts,
        current_facts: dry_run.current_facts,
        replaces: dry_run.replaces.map(|upload| upload.id),
        becomes_current: dry_run.becomes_current,
    }
}
