use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::sales::Snapshot;
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadStatus};
use ports::actor::Actor;
use ports::driven::{
    Acceptance, Assignment, Change, MockChanges, MockClock, MockIds, MockIncomingFile, MockOriginals,
    MockProductionRepository, MockReadingSeat, MockSubscription, MockUploadRepository, MockWorkbookReader, Neighbours,
    NewUpload, OriginalsError, Publication, Reader, ReadingInterrupted, ReadingSeat, StoredFile, Topic, Verdict,
    WorkbookContents,
};
use ports::driving::{ProductionChoice, ReceivedFile, UploadDesk, UploadError, UploadProcessing, UploadRequest};
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
    }
}

/// What the service stands on; each test says only what it needs.
#[derive(Default)]
struct World {
    uploads: MockUploadRepository,
    originals: MockOriginals,
    changes: MockChanges,
    reader: MockWorkbookReader,
}

/// What a workbook without a row says: with its sums, or with this finding.
fn contents(finding: Option<DiagnosticCode>) -> WorkbookContents {
    let snapshot = Snapshot::default();
    let facts = finding.is_none().then(|| snapshot.facts(true));
    let diagnostic = |code| Diagnostic::of_file(code, None);
    WorkbookContents {
        snapshot,
        facts,
        verdict: Verdict {
            diagnostics: finding.map(diagnostic).into_iter().collect(),
            diagnostic_counts: finding.map(|code| (code, 1)).into_iter().collect(),
        },
        recognised: None,
    }
}

#[test]
fn a_workbook_without_sale_days_lacks_a_sheet() {
    let mut facts = Snapshot::default().facts(true);
    facts.daily = None;
    let kept = crate::keeping::keepable(WorkbookContents {
        facts: Some(facts),
        ..contents(None)
    });
    assert_eq!(kept.facts, None);
    assert_eq!(kept.verdict.diagnostics[0].code, DiagnosticCode::MissingSheet);
    assert_eq!(kept.verdict.diagnostic_counts[&DiagnosticCode::MissingSheet], 1);
    assert_eq!(crate::keeping::keepable(contents(None)), contents(None));
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
        self.uploads.expect_begin().once().returning(|_| {
            Ok(Some(Assignment {
                upload: upload(UploadStatus::Processing),
                production: production(),
                previous_totals: None,
                previous_agencies: Vec::new(),
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
        Uploads::new(
            Arc::new(self.uploads),
            Arc::new(productions),
            Arc::new(self.originals),
            Arc::new(self.changes),
            Arc::new(clock),
            Arc::new(ids),
            Arc::new(self.reader),
        )
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
        record_date: record_date.map(day),
        files: vec![ReceivedFile {
            file_name: file_name.to_owned(),
            file: Box::new(file),
        }],
        by: Actor::SYSTEM,
    }
}

async fn refusal(file_name: &str, production: ProductionChoice, record_date: Option<&str>) -> DiagnosticCode {
    // Nothing may be kept: the mocks of store and repository expect no call.
    match World::default()
        .service()
        .submit(request(file_name, production, record_date))
        .await
    {
        Err(UploadError::Refused(diagnostic)) => diagnostic.code,
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
async fn a_workbook_under_an_unknown_password_is_refused_and_nothing_is_kept() {
    let request = || request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    let mut world = World::default();
    world
        .reader
        .expect_may_be_locked()
        .withf(|head| head == b"no workb")
        .return_const(true);
    let mut seat = MockReadingSeat::new();
    seat.expect_is_locked()
        .withf(|bytes| bytes == b"no workbook")
        .return_once(|_| Ok(true));
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
        .returning(|_, _| Ok(Neighbours::default()));
    let tried = world.service().try_out(request()).await.map(drop);
    for outcome in [submitted, tried] {
        match outcome {
            Err(UploadError::Refused(finding)) => assert_eq!(finding.code, DiagnosticCode::EncryptedWorkbook),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_workbook_that_may_have_a_password_and_has_none_is_kept() {
    let mut world = World::default();
    world.reader.expect_may_be_locked().return_const(true);
    let mut seat = MockReadingSeat::new();
    seat.expect_is_locked().return_once(|_| Ok(false));
    let queued = |_: &NewUpload| Ok(Acceptance::Queued(upload(UploadStatus::Queued)));
    world.uploads.expect_accept().once().returning(queued);
    let service = world.seating(Reader::Person(None), seat).service();
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
    let service = world.service();
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
        world.uploads.expect_neighbours().once().returning(|_, _| {
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
