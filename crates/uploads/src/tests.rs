mod bringing;

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::collection::{SourceId, SourceMark};
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::sales::Snapshot;
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::collection::{CollectedArrival, CollectedUpload};
use ports::driven::{
    Acceptance, Assignment, AuditRecord, Change, Glance, MockAuditLog, MockChanges, MockClock, MockGlance, MockIds,
    MockIncomingFile, MockOriginalContents, MockOriginals, MockProductionRepository, MockReadingSeat, MockSubscription,
    MockUploadRepository, MockWorkbookReader, Neighbours, NewUpload, Opening, OriginalContents, OriginalsError,
    Publication, Reader, ReadingInterrupted, ReadingSeat, StorageError, StoredFile, Topic, UploadRecord, Verdict,
    WorkbookContents, WorkbookPassword,
};
use ports::driving::{
    OriginalsCheck, ProductionChoice, ReceivedFile, Replay, UploadDesk, UploadError, UploadProcessing, UploadRequest,
};
use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn production() -> Production {
    let draft = ProductionDraft::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
    let then = DateTime::<Utc>::UNIX_EPOCH;
    Production {
        id: ProductionId(Uuid::from_u128(1)),
        details: draft.check().unwrap(),
        created_at: then,
        updated_at: then,
        has_slack_webhook: false,
        revision: 0,
    }
}

fn upload(status: UploadStatus) -> Upload {
    Upload {
        id: UploadId(Uuid::from_u128(2)),
        kind: UploadKind::Sales,
        production_id: production().id,
        production_code: production().details.into_draft().code,
        record_date: day("2026-11-19"),
        files: vec![OriginalFile {
            file_name: "20261119_PL2612_x.csv".to_owned(),
            sha256: Sha256([7; 32]),
            size_bytes: 3,
        }],
        uploaded_by: None,
        uploaded_at: DateTime::UNIX_EPOCH,
        finished_at: None,
        status,
        current: false,
        diagnostics: Vec::new(),
        diagnostic_counts: std::collections::BTreeMap::new(),
        facts: None,
        is_labelled: false,
        is_decrypted: false,
        recognised: None,
        source: None,
    }
}

fn record(id: UploadId) -> UploadRecord {
    let upload = upload(UploadStatus::Queued);
    UploadRecord {
        id,
        accepted_no: 1,
        kind: upload.kind,
        production_id: upload.production_id,
        production_code: upload.production_code,
        record_date: upload.record_date,
        files: upload.files,
        is_decrypted: upload.is_decrypted,
        uploaded_by: None,
        source: None,
        uploaded_at: upload.uploaded_at,
        is_withdrawn: false,
    }
}

/// What the service stands on; each test says only what it needs.
#[derive(Default)]
struct World {
    uploads: MockUploadRepository,
    originals: MockOriginals,
    audit: MockAuditLog,
    changes: MockChanges,
    reader: MockWorkbookReader,
}

/// What a workbook without a row says: with its sums, or with this finding.
fn contents(finding: Option<DiagnosticCode>) -> WorkbookContents {
    let snapshot = Snapshot::default();
    let facts = finding.is_none().then(|| snapshot.facts(true));
    let diagnostic = |code| Diagnostic::of_file(code, None);
    WorkbookContents {
        kind: UploadKind::Sales,
        snapshot,
        facts,
        verdict: Verdict {
            diagnostics: finding.map(diagnostic).into_iter().collect(),
            diagnostic_counts: finding.map(|code| (code, 1)).into_iter().collect(),
            recognised: None,
        },
    }
}

impl World {
    /// Whoever wants to read finds this seat.
    fn seating(mut self, reader: Reader, seat: MockReadingSeat) -> Self {
        let seated = self.reader.expect_seat().withf(move |who| *who == reader);
        seated.return_once(|_| Box::new(seat));
        self
    }

    /// Whoever wants to read finds a seat, and this.
    fn saying(self, reader: Reader, said: Result<WorkbookContents, ReadingInterrupted>) -> Self {
        let mut seat = MockReadingSeat::new();
        seat.expect_read().return_once(|_, _| said);
        self.seating(reader, seat)
    }

    /// The worker is given an upload of `PL2612`, whose file has these bytes.
    fn assigned(mut self, bytes: &'static [u8]) -> Self {
        self = self.recording();
        self.uploads.expect_begin().once().returning(|_| {
            Ok(Some(Assignment {
                upload: upload(UploadStatus::Processing),
                production: production(),
                previous_totals: None,
                previous_agencies: Vec::new(),
                layouts: Vec::new(),
            }))
        });
        let read = self.originals.expect_read().withf(|hash| *hash == Sha256([7; 32]));
        read.returning(|_| Ok(Some(bytes.to_vec())));
        self
    }

    /// The upload ends as failed with this finding, and nothing is published.
    fn failing(mut self, code: DiagnosticCode) -> Self {
        let failed = self.uploads.expect_fail().once();
        let failed = failed.withf(move |_, verdict, _| verdict.diagnostics.iter().any(|found| found.code == code));
        failed.returning(|_, _, _| Ok(true));
        self
    }

    /// Each upload that is kept has its record put beside its original.
    fn recording(mut self) -> Self {
        self.uploads.expect_record().returning(|id| Ok(Some(record(id))));
        let kept = self.originals.expect_keep_record().times(1..);
        kept.withf(|kept| *kept == record(kept.id)).returning(|_| Ok(()));
        self
    }

    fn service(mut self) -> Uploads {
        self.reader.expect_may_be_locked().return_const(false);
        let mut productions = MockProductionRepository::new();
        productions
            .expect_find_by_code()
            .returning(|code| Ok((code.folded() == "pl2612").then(production)));
        productions.expect_codes().returning(|visible| {
            Ok(if visible.contains(production().id) {
                vec![production().details.into_draft().code]
            } else {
                Vec::new()
            })
        });
        productions
            .expect_find()
            .returning(|id| Ok((id == production().id).then(production)));
        let mut clock = MockClock::new();
        clock.expect_today().return_const(day("2026-11-20"));
        clock.expect_now().return_const(DateTime::<Utc>::UNIX_EPOCH);
        let mut ids = MockIds::new();
        ids.expect_next().return_const(Uuid::from_u128(2));
        Uploads {
            repository: Arc::new(self.uploads),
            productions: Arc::new(productions),
            originals: Arc::new(self.originals),
            audit: Arc::new(self.audit),
            changes: Arc::new(self.changes),
            clock: Arc::new(clock),
            ids: Arc::new(ids),
            reader: Arc::new(self.reader),
        }
    }
}

fn request(file_name: &str, production: ProductionChoice, record_date: Option<&str>) -> UploadRequest {
    let mut file = MockIncomingFile::new();
    file.expect_keep().returning(|| {
        Ok(StoredFile {
            sha256: Sha256([7; 32]),
            size_bytes: 3,
        })
    });
    file.expect_head().returning(|_| Ok(b"no workb".to_vec()));
    file.expect_contents().returning(|| Ok(b"no workbook".to_vec()));
    UploadRequest {
        production,
        kind: Some(UploadKind::Sales),
        record_date: record_date.map(day),
        files: vec![ReceivedFile {
            file_name: file_name.to_owned(),
            file: Box::new(file),
        }],
        password: None,
        by: Actor::SYSTEM,
        moved_in: None,
        collected: None,
    }
}

async fn refusal(file_name: &str, production: ProductionChoice, record_date: Option<&str>) -> DiagnosticCode {
    // Nothing may be kept: the mocks of store and repository expect no call.
    match World::default()
        .service()
        .submit(request(file_name, production, record_date))
        .await
    {
        Err(error) if error.finding().is_some() => error.finding().unwrap().code,
        other => panic!("{:?}", other.map(|submission| submission.upload.status)),
    }
}

#[tokio::test]
async fn an_upload_without_a_target_is_refused_and_nothing_is_kept() {
    let by_code = || ProductionChoice::Code("PL2612".parse().unwrap());
    assert_eq!(
        refusal("sales.xlsx", ProductionChoice::FileName, None).await,
        DiagnosticCode::BadFileName
    );
    assert_eq!(
        refusal("sales.xlsx", by_code(), None).await,
        DiagnosticCode::BadFileName
    );
    assert_eq!(
        refusal("20261119_MU2611_x.xlsx", by_code(), None).await,
        DiagnosticCode::WrongProduction
    );
    assert_eq!(
        refusal("20261121_PL2612_x.xlsx", by_code(), None).await,
        DiagnosticCode::FutureRecordDate
    );
    assert_eq!(
        refusal("20261119_PL2612_x.xlsx", by_code(), Some("2027-11-19")).await,
        DiagnosticCode::FutureRecordDate
    );
}

#[tokio::test]
async fn a_name_that_ends_in_a_day_suggests_it_and_nothing_is_taken() {
    for (name, production, suggested) in [
        (
            "판매_1118.xlsx",
            ProductionChoice::Code("PL2612".parse().unwrap()),
            Some("2026-11-18"),
        ),
        ("판매_1118.xlsx", ProductionChoice::FileName, Some("2026-11-18")),
        ("판매.xlsx", ProductionChoice::FileName, None),
    ] {
        match World::default().service().submit(request(name, production, None)).await {
            Err(UploadError::BadFileName { suggested: found, .. }) => assert_eq!(found, suggested.map(day), "{name}"),
            other => panic!("{:?}", other.map(|submission| submission.upload.status)),
        }
    }
}

#[tokio::test]
async fn a_workbook_under_an_unknown_password_is_refused_and_nothing_is_kept() {
    let request = || request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    let mut world = World::default();
    world
        .reader
        .expect_may_be_locked()
        .withf(|head| head == b"no workb")
        .return_const(true);
    let mut seat = MockReadingSeat::new();
    seat.expect_open()
        .withf(|bytes, password| bytes == b"no workbook" && password.is_none())
        .return_once(|_, _| Ok(Opening::Locked));
    let submitted = world
        .seating(Reader::Person(None), seat)
        .service()
        .submit(request())
        .await
        .map(drop);

    let mut world = World::default().saying(
        Reader::Person(None),
        Ok(contents(Some(DiagnosticCode::EncryptedWorkbook))),
    );
    world
        .uploads
        .expect_neighbours()
        .returning(|_, _, _| Ok(Neighbours::default()));
    let tried = world.service().try_out(request()).await.map(drop);
    for outcome in [submitted, tried] {
        match outcome {
            Err(UploadError::Refused(finding)) => assert_eq!(finding.code, DiagnosticCode::EncryptedWorkbook),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn where_a_request_does_not_say_its_kind_the_names_of_sheets_do() {
    let mut world = World::default();
    world.uploads.expect_layouts().once().returning(|_| Ok(Vec::new()));
    world.reader.expect_glance().once().returning(|| {
        let mut glance = MockGlance::new();
        glance
            .expect_kind()
            .withf(|bytes, category, layouts| {
                bytes == b"no workbook" && *category == Category::Play && layouts.is_empty()
            })
            .return_once(|_, _, _| Ok(UploadKind::Buyers));
        Box::new(glance)
    });
    let accepted = world.uploads.expect_accept().once();
    accepted
        .withf(|new| new.kind == UploadKind::Buyers)
        .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
    let unsaid = |name: &str| UploadRequest {
        kind: None,
        ..request(name, ProductionChoice::FileName, None)
    };
    let service = world.recording().service();
    service.submit(unsaid("20261119_PL2612_x.xlsx")).await.unwrap();

    // Text has sales only: nobody looks.
    let mut world = World::default();
    let accepted = world.uploads.expect_accept().once();
    accepted
        .withf(|new| new.kind == UploadKind::Sales)
        .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
    let service = world.recording().service();
    service.submit(unsaid("20261119_PL2612_x.CSV")).await.unwrap();
}

#[tokio::test]
async fn a_dry_run_is_held_against_uploads_of_the_kind_that_it_finds() {
    let found = WorkbookContents {
        kind: UploadKind::Buyers,
        facts: Some(Snapshot::default().buyers_facts()),
        ..contents(None)
    };
    let mut world = World::default().saying(Reader::Person(None), Ok(found));
    world.uploads.expect_neighbours().times(2).returning(|_, _, kind| {
        Ok(Neighbours {
            same_day: (kind == UploadKind::Sales).then(|| upload(UploadStatus::Completed)),
            current: (kind == UploadKind::Sales).then(|| upload(UploadStatus::Completed)),
            ..Neighbours::default()
        })
    });
    let unsaid = UploadRequest {
        kind: None,
        ..request("20261118_PL2612_x.xlsx", ProductionChoice::FileName, None)
    };
    let dry_run = world.service().try_out(unsaid).await.unwrap();
    assert_eq!(
        (dry_run.kind, dry_run.status),
        (UploadKind::Buyers, UploadStatus::Completed)
    );
    assert!(dry_run.replaces.is_none() && dry_run.current_facts.is_none());
    assert!(dry_run.becomes_current, "whatever sales there are");
}

#[tokio::test]
async fn a_locked_workbook_is_kept_as_it_is_without_its_password() {
    let with_password = || UploadRequest {
        password: Some(WorkbookPassword("열쇠".to_owned())),
        ..request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None)
    };
    let opening = |opening: Opening| {
        let mut seat = MockReadingSeat::new();
        seat.expect_open()
            .withf(|_, password| password.as_ref().is_some_and(|password| password.0 == "열쇠"))
            .return_once(|_, _| Ok(opening));
        let mut world = World::default();
        world.reader.expect_may_be_locked().return_const(true);
        world.seating(Reader::Person(None), seat)
    };
    let mut world = opening(Opening::Unlocked(b"PK opened".to_vec()));
    world.originals.expect_receive().once().returning(|| {
        let mut file = MockIncomingFile::new();
        file.expect_write()
            .withf(|bytes| bytes == b"PK opened")
            .returning(|_| Ok(()));
        let stored = StoredFile {
            sha256: Sha256([8; 32]),
            size_bytes: 9,
        };
        file.expect_keep().return_once(move || Ok(stored));
        Ok(Box::new(file))
    });
    let accepted = world.uploads.expect_accept().once();
    accepted
        .withf(|new| new.is_decrypted && new.files[0].sha256 == Sha256([8; 32]))
        .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
    world.recording().service().submit(with_password()).await.unwrap();

    for (refused, code) in [
        (Opening::Locked, DiagnosticCode::EncryptedWorkbook),
        (Opening::WrongPassword, DiagnosticCode::WrongPassword),
        (Opening::TooLarge("> 1 s".to_owned()), DiagnosticCode::TooLarge),
    ] {
        let submitted = opening(refused.clone())
            .service()
            .submit(with_password())
            .await
            .map(drop);
        let tried = opening(refused).service().try_out(with_password()).await.map(drop);
        for outcome in [submitted, tried] {
            match outcome {
                Err(UploadError::Refused(finding)) => assert_eq!(finding.code, code),
                other => panic!("{other:?}"),
            }
        }
    }
}

#[tokio::test]
async fn a_workbook_that_may_have_a_password_and_has_none_is_kept() {
    let mut world = World::default();
    world.reader.expect_may_be_locked().return_const(true);
    let mut seat = MockReadingSeat::new();
    seat.expect_open().return_once(|_, _| Ok(Opening::Open));
    let queued = |_: &NewUpload| Ok(Acceptance::Queued(upload(UploadStatus::Queued)));
    world.uploads.expect_accept().once().returning(queued);
    let service = world.recording().seating(Reader::Person(None), seat).service();
    let request = request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    service.submit(request).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn whoever_waits_too_long_for_a_seat_is_told_to_come_again() {
    struct Full;
    #[async_trait]
    impl WorkbookReader for Full {
        fn may_be_locked(&self, _: &[u8]) -> bool {
            true
        }

        async fn glance(&self) -> Box<dyn Glance> {
            std::future::pending().await
        }

        async fn seat(&self, _: Reader) -> Box<dyn ReadingSeat> {
            std::future::pending().await
        }
    }
    let service = Uploads {
        reader: Arc::new(Full),
        ..World::default().service()
    };
    let request = || request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    assert!(matches!(service.submit(request()).await, Err(UploadError::Busy)));
    assert!(matches!(service.try_out(request()).await, Err(UploadError::Busy)));
}

#[tokio::test]
async fn an_unknown_production_is_told_apart_from_a_bad_name() {
    let answer = World::default()
        .service()
        .submit(request("20261119_XX1_x.xlsx", ProductionChoice::FileName, None))
        .await;
    assert!(matches!(answer, Err(UploadError::UnknownProduction)));
}

#[tokio::test]
async fn a_code_finds_its_production_in_any_case() {
    let by_code = ProductionChoice::Code("Pl2612".parse().unwrap());
    for choice in [ProductionChoice::FileName, by_code] {
        let mut world = World::default();
        world
            .uploads
            .expect_accept()
            .withf(|new| new.production_id == production().id)
            .once()
            .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
        let submission = world
            .recording()
            .service()
            .submit(request("20261119_pl2612_x.xlsx", choice, None))
            .await;
        assert!(submission.is_ok());
    }
}

#[tokio::test]
async fn the_nearest_code_is_one_that_is_seen() {
    let service = World::default().service();
    let told = async |choice, visible| {
        let files = request("20261119_PL2611_x.xlsx", ProductionChoice::FileName, None).files;
        let unknown = service.unknown_code(&choice, &files, &visible).await.unwrap();
        unknown.map(|unknown| (unknown.code.to_string(), unknown.nearest.map(|code| code.to_string())))
    };
    let nearest = |code: &str, nearest: Option<&str>| Some((code.to_owned(), nearest.map(str::to_owned)));
    let by_code = ProductionChoice::Code("PL-2612".parse().unwrap());
    assert_eq!(
        told(ProductionChoice::FileName, Visible::All).await,
        nearest("PL2611", Some("PL2612"))
    );
    assert_eq!(told(by_code, Visible::All).await, nearest("PL-2612", Some("PL2612")));
    assert_eq!(
        told(ProductionChoice::FileName, Visible::Only([].into())).await,
        nearest("PL2611", None)
    );
    assert_eq!(told(ProductionChoice::Id(production().id), Visible::All).await, None);
}

#[tokio::test]
async fn fields_win_over_the_file_name() {
    let mut world = World::default();
    world
        .uploads
        .expect_accept()
        .withf(|new| new.record_date == day("2026-11-18") && new.production_id == production().id)
        .once()
        .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
    let choice = ProductionChoice::Id(production().id);
    let submission = world
        .recording()
        .service()
        .submit(request("20261119_PL2612_x.xlsx", choice, Some("2026-11-18")))
        .await;
    assert!(!submission.unwrap().repeated);
}

#[tokio::test(start_paused = true)]
async fn a_waiting_request_answers_when_its_upload_is_announced() {
    let mut world = World::default();
    world
        .uploads
        .expect_accept()
        .returning(|_| Ok(Acceptance::Queued(upload(UploadStatus::Queued))));
    world
        .uploads
        .expect_find()
        .once()
        .returning(|_| Ok(Some(upload(UploadStatus::Completed))));
    world.changes.expect_subscribe().once().returning(|| {
        let mut subscription = MockSubscription::new();
        let mut announced = [
            Topic::Upload(UploadId(Uuid::from_u128(99)), ProductionId(Uuid::from_u128(1))),
            Topic::Upload(UploadId(Uuid::from_u128(2)), ProductionId(Uuid::from_u128(1))),
        ]
        .into_iter();
        subscription.expect_next().returning(move || Change::Committed {
            data_version: 1,
            topic: announced.next().unwrap(),
        });
        Box::new(subscription)
    });
    let choice = ProductionChoice::FileName;
    let service = world.recording().service();
    let waited = service.submit_and_wait(request("20261119_PL2612_x.xlsx", choice, None), Duration::from_secs(30));
    assert_eq!(waited.await.unwrap().upload.status, UploadStatus::Completed);
}

#[tokio::test]
async fn an_upload_that_has_ended_is_not_read_again() {
    let mut world = World::default();
    world.uploads.expect_begin().once().returning(|_| Ok(None));
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn a_workbook_with_errors_fails_and_publishes_nothing() {
    let world = World::default()
        .assigned(b"bytes")
        .failing(DiagnosticCode::NotAWorkbook);
    let world = world.saying(Reader::Worker, Ok(contents(Some(DiagnosticCode::NotAWorkbook))));
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn an_original_that_is_missing_is_tried_again_and_not_called_the_workbooks_fault() {
    let mut world = World::default().seating(Reader::Worker, MockReadingSeat::new());
    world.originals.expect_read().once().returning(|_| Ok(None));
    let answer = world
        .assigned(b"")
        .service()
        .process(UploadId(Uuid::from_u128(2)), 1)
        .await;
    assert!(matches!(answer, Err(UploadError::Gone)));
}

#[tokio::test]
async fn an_original_with_other_bytes_is_given_up() {
    let mut world = World::default().seating(Reader::Worker, MockReadingSeat::new());
    let damaged = |hash| Err(OriginalsError::Damaged(hash));
    world.originals.expect_read().once().returning(damaged);
    let world = world.assigned(b"").failing(DiagnosticCode::InternalError);
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn reading_that_breaks_off_is_tried_again_in_isolation() {
    let interrupted = World::default()
        .assigned(b"bytes")
        .saying(Reader::Worker, Err(ReadingInterrupted));
    let answer = interrupted.service().process(UploadId(Uuid::from_u128(2)), 1).await;
    assert!(matches!(answer, Err(UploadError::Interrupted(_))));

    let mut seat = MockReadingSeat::new();
    seat.expect_isolate().once().return_const(());
    seat.expect_read()
        .return_once(|_, _| Ok(contents(Some(DiagnosticCode::TooLarge))));
    let world = World::default().assigned(b"bytes").failing(DiagnosticCode::TooLarge);
    let again = world.seating(Reader::Worker, seat).service();
    again.process(UploadId(Uuid::from_u128(2)), 2).await.unwrap();
}

#[tokio::test]
async fn a_good_workbook_is_published_with_its_facts() {
    let mut seat = MockReadingSeat::new();
    let asked = seat.expect_read().withf(|files, context| {
        let file = ("20261119_PL2612_x.csv", b"bytes".as_slice());
        let given: Vec<_> = files
            .iter()
            .map(|file| (file.name.as_str(), file.bytes.as_slice()))
            .collect();
        given == [file] && context.record_date == day("2026-11-19") && context.category == Some(Category::Play)
    });
    asked.return_once(|_, _| Ok(contents(None)));
    let mut world = World::default().assigned(b"bytes").seating(Reader::Worker, seat);
    world
        .uploads
        .expect_publish()
        .withf(|_, snapshot, facts, verdict, _| *facts == snapshot.facts(true) && verdict.diagnostics.is_empty())
        .once()
        .returning(|_, _, _, _, _| Ok(Publication::Stored(UploadStatus::Completed)));
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn a_dry_run_becomes_current_when_it_is_good_and_no_current_one_is_later() {
    let outcome = async |name, finding| {
        let mut world = World::default().saying(Reader::Person(None), Ok(contents(finding)));
        world.uploads.expect_neighbours().once().returning(|_, _, _| {
            Ok(Neighbours {
                current: Some(upload(UploadStatus::Completed)),
                ..Neighbours::default()
            })
        });
        let dry_run = world
            .service()
            .try_out(request(name, ProductionChoice::FileName, None))
            .await;
        let dry_run = dry_run.unwrap();
        (dry_run.status, dry_run.becomes_current)
    };
    let (older, same) = ("20261118_PL2612_x.xlsx", "20261119_PL2612_x.xlsx");
    let finding = Some(DiagnosticCode::NotAWorkbook);
    assert_eq!(outcome(older, None).await, (UploadStatus::Completed, false));
    assert_eq!(outcome(same, None).await, (UploadStatus::Completed, true));
    assert_eq!(outcome(same, finding).await, (UploadStatus::Failed, false));
}

#[tokio::test]
async fn an_upload_whose_record_cannot_be_kept_is_not_told_to_be_accepted() {
    let mut world = World::default();
    let queued = |_: &NewUpload| Ok(Acceptance::Queued(upload(UploadStatus::Queued)));
    world.uploads.expect_accept().once().returning(queued);
    world.uploads.expect_record().returning(|id| Ok(Some(record(id))));
    let full = |_: &UploadRecord| Err(OriginalsError::Full { free_bytes: 0 });
    world.originals.expect_keep_record().once().returning(full);
    let request = request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    let submitted = world.service().submit(request).await.map(drop);
    assert!(matches!(
        submitted,
        Err(UploadError::Originals(OriginalsError::Full { .. }))
    ));
}

#[tokio::test]
async fn a_withdrawal_is_recorded() {
    let mut world = World::default();
    let withdrawn = |_, _: &Actor| {
        Ok(ports::driven::Withdrawal::Withdrawn(Box::new(upload(
            UploadStatus::Withdrawn,
        ))))
    };
    world.uploads.expect_withdraw().once().returning(withdrawn);
    let service = world.recording().service();
    service
        .withdraw(UploadId(Uuid::from_u128(2)), &Actor::SYSTEM)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_is_brought_back_is_of_the_source_that_its_record_names() {
    let named = |id| SourceMark {
        id,
        name: "받은 파일".to_owned(),
    };
    for source in [Some(named(Some(SourceId(Uuid::from_u128(3))))), Some(named(None)), None] {
        let kept = UploadRecord {
            source: source.clone(),
            ..record(UploadId(Uuid::from_u128(2)))
        };
        let mut world = World::default();
        world.uploads.expect_records().returning(|_| Ok(Vec::new()));
        let beside = world.originals.expect_records();
        beside.returning(move |first| Ok(if first == 7 { vec![kept.clone()] } else { Vec::new() }));
        world.uploads.expect_find().once().returning(|_| Ok(None));
        let completed = |_| Ok(Some(upload(UploadStatus::Completed)));
        world.uploads.expect_find().once().returning(completed);
        let collected = source.map(|source| CollectedUpload {
            source,
            arrival: CollectedArrival::BroughtBack,
        });
        let brought_back = world.uploads.expect_bring_back().once();
        brought_back
            .withf(move |new, _| new.collected == collected)
            .returning(|_, _| Ok(upload(UploadStatus::Queued)));
        let replayed = world.service().replay().await.unwrap();
        assert_eq!((replayed.uploads, replayed.withdrawals), (1, 0));
    }
}

#[tokio::test]
async fn what_one_of_two_files_knows_to_be_withdrawn_is_withdrawn() {
    let beside = |first: u8| UploadRecord {
        // The server ended before the other one was told.
        is_withdrawn: first == 7,
        ..record(UploadId(Uuid::from_u128(2)))
    };
    let mut world = World::default();
    world.uploads.expect_records().returning(|_| Ok(Vec::new()));
    world.originals.expect_records().returning(move |first| {
        Ok(if [7, 9].contains(&first) {
            vec![beside(first)]
        } else {
            Vec::new()
        })
    });
    world
        .uploads
        .expect_find()
        .returning(|_| Ok(Some(upload(UploadStatus::Completed))));
    let withdrawn = |_, _: &Actor| Ok(ports::driven::Withdrawal::NotFound);
    world.uploads.expect_withdraw().once().returning(withdrawn);
    let replayed = world.service().replay().await.unwrap();
    assert_eq!((replayed.uploads, replayed.withdrawals), (0, 1));
}

#[tokio::test]
async fn what_waits_for_a_yes_is_of_somebody_though_no_upload_names_it() {
    let mut world = World::default();
    world.uploads.expect_records().returning(|_| Ok(Vec::new()));
    world.originals.expect_records().returning(|_| Ok(Vec::new()));
    let of = |wanted: [u8; 2], first: u8| -> Vec<Sha256> {
        let hash = Sha256([first; 32]);
        wanted.contains(&first).then_some(hash).into_iter().collect()
    };
    world
        .uploads
        .expect_held()
        .returning(move |first| Ok(of([6, 7], first)));
    world
        .originals
        .expect_list()
        .returning(move |first| Ok(of([7, 8], first)));
    world.originals.expect_open().returning(|hash| match hash.0[0] {
        6 => Ok(None),
        _ => Err(OriginalsError::Damaged(hash)),
    });
    let findings = world.service().check().await.unwrap();
    assert_eq!(findings.orphaned, [Sha256([8; 32])]);
    assert_eq!(findings.missing, [Sha256([6; 32])]);
    assert_eq!(findings.damaged, [Sha256([7; 32]), Sha256([8; 32])]);
}

#[tokio::test]
async fn a_download_is_recorded_or_not_handed_out() {
    let world = |recorded: fn() -> Result<(), StorageError>| {
        let mut world = World::default();
        let found = world.uploads.expect_find().once();
        found.returning(|_| Ok(Some(upload(UploadStatus::Completed))));
        let opened = world.originals.expect_open().withf(|hash| *hash == Sha256([7; 32]));
        opened.returning(|_| Ok(Some(Box::new(MockOriginalContents::new()))));
        let id = UploadId(Uuid::from_u128(2));
        let expected = AuditRecord::upload_downloaded(id, production().id, 1, "20261119_PL2612_x.csv");
        let recording = world.audit.expect_record_hourly().once();
        recording
            .withf(move |record, by| *record == expected && *by == Actor::SYSTEM)
            .returning(move |_, _| recorded());
        world
    };
    let id = UploadId(Uuid::from_u128(2));
    let good = world(|| Ok(())).service();
    let download = good.download(id, 1, &Actor::SYSTEM).await.unwrap();
    assert_eq!(download.file, upload(UploadStatus::Completed).files[0]);

    let lost = world(|| Err(StorageError::unavailable("no database"))).service();
    let refused = lost.download(id, 1, &Actor::SYSTEM).await.err();
    assert!(matches!(
        refused,
        Some(UploadError::Storage(StorageError::Unavailable(_)))
    ));
}

#[tokio::test]
async fn nobody_is_recorded_who_gets_nothing() {
    type Opened = Result<Option<Box<dyn OriginalContents>>, OriginalsError>;
    let world = |opens: fn() -> Opened| {
        let mut world = World::default();
        let found = world.uploads.expect_find();
        found.returning(|_| Ok(Some(upload(UploadStatus::Completed))));
        world.originals.expect_open().returning(move |_| opens());
        world.service()
    };
    let id = UploadId(Uuid::from_u128(2));
    for part in [0, 2] {
        let refused = world(|| Ok(None)).download(id, part, &Actor::SYSTEM).await.err();
        assert!(matches!(refused, Some(UploadError::UnknownUpload)), "{part}");
    }
    let gone = world(|| Ok(None)).download(id, 1, &Actor::SYSTEM).await.err();
    assert!(matches!(gone, Some(UploadError::Gone)));
    let damaged = world(|| Err(OriginalsError::Damaged(Sha256([7; 32]))));
    let damaged = damaged.download(id, 1, &Actor::SYSTEM).await.err();
    assert!(matches!(
        damaged,
        Some(UploadError::Originals(OriginalsError::Damaged(_)))
    ));
}
