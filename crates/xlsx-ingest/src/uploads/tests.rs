use chrono::{DateTime, NaiveDate, Utc};
use domain::production::{Category, Production, ProductionDetails, ProductionId};
use domain::upload::Sha256;
use ports::actor::Actor;
use ports::driven::{
    MockChanges, MockClock, MockIds, MockIncomingFile, MockOriginals, MockProductionRepository, MockSubscription,
    MockUploadRepository, Publication, StoredFile,
};
use ports::driving::{ProductionChoice, ReceivedFile};
use uuid::Uuid;

use super::*;
use crate::limits::Limits;
use crate::workbook::isolation::InProcess;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn production() -> Production {
    let details = ProductionDetails::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
    let then = DateTime::<Utc>::UNIX_EPOCH;
    Production {
        id: ProductionId(Uuid::from_u128(1)),
        details,
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
        production_code: production().details.code,
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
}

impl World {
    fn service(self) -> Uploads {
        let mut productions = MockProductionRepository::new();
        productions
            .expect_find_by_code()
            .returning(|code| Ok((code.folded() == "pl2612").then(production)));
        productions.expect_codes().returning(|visible| {
            Ok(if visible.contains(production().id) {
                vec![production().details.code]
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
            ReadingRoom::new(2, Limits::default(), Arc::new(InProcess)),
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
async fn what_cannot_be_settled_is_refused_and_nothing_is_kept() {
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

/// An upload of a workbook that opens with `1234`.
fn locked_request() -> UploadRequest {
    const BYTES: &[u8] = include_bytes!("../../tests/fixtures/password-1234.xlsx");
    let mut file = MockIncomingFile::new();
    file.expect_head().returning(|count| Ok(BYTES[..count].to_vec()));
    file.expect_contents().returning(|| Ok(BYTES.to_vec()));
    let mut request = request("20261119_PL2612_x.xlsx", ProductionChoice::FileName, None);
    request.files[0].file = Box::new(file);
    request
}

#[tokio::test]
async fn a_workbook_under_an_unknown_password_is_refused_and_nothing_is_kept() {
    let submitted = World::default().service().submit(locked_request()).await.map(drop);
    let mut world = World::default();
    world.uploads.expect_neighbours().returning(|_, _| {
        Ok(ports::driven::Neighbours {
            previous_totals: None,
            same_day: None,
            current: None,
        })
    });
    let tried = world.service().try_out(locked_request()).await.map(drop);
    for outcome in [submitted, tried] {
        match outcome {
            Err(UploadError::Refused(finding)) => assert_eq!(finding.code, DiagnosticCode::EncryptedWorkbook),
            other => panic!("{other:?}"),
        }
    }
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
    let mut world = World::default();
    world.uploads.expect_begin().once().returning(|_| {
        let upload = upload(UploadStatus::Processing);
        Ok(Some(Assignment {
            upload,
            production: production(),
            previous_totals: None,
        }))
    });
    world
        .originals
        .expect_read()
        .once()
        .returning(|_| Ok(Some(b"\x00\x01 no workbook".to_vec())));
    world
        .uploads
        .expect_fail()
        .withf(|_, verdict, _| !verdict.diagnostics.is_empty())
        .once()
        .returning(|_, _, _| Ok(true));
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn an_original_that_is_missing_is_tried_again_and_not_called_the_workbooks_fault() {
    let mut world = World::default();
    world.uploads.expect_begin().once().returning(|_| {
        let upload = upload(UploadStatus::Processing);
        Ok(Some(Assignment {
            upload,
            production: production(),
            previous_totals: None,
        }))
    });
    world.originals.expect_read().once().returning(|_| Ok(None));
    let answer = world.service().process(UploadId(Uuid::from_u128(2)), 1).await;
    assert!(matches!(answer, Err(UploadError::Gone)));
}

#[tokio::test]
async fn a_good_workbook_is_published_with_its_facts() {
    let daily = "dash_date,dash_seat_deposit_tot,dash_seat_deposit_sales\n2026-11-18,2,200000\n";
    let shows = "dash_date,dash_time,dash_cast_1,dash_seat_paid_tot,dash_seat_paid_sales,dash_seat_invite_tot,\
                 dash_share_deposit,dash_share_paid,dash_share_free\n2026-12-01,19:30,조지유,2,200000,0,0.5,0.5,0\n";
    let mut world = World::default();
    world.uploads.expect_begin().once().returning(|_| {
        let mut upload = upload(UploadStatus::Processing);
        upload.files.push(OriginalFile {
            file_name: "20261119_PL2612_y.csv".to_owned(),
            sha256: Sha256([8; 32]),
            size_bytes: 3,
        });
        Ok(Some(Assignment {
            upload,
            production: production(),
            previous_totals: None,
        }))
    });
    world.originals.expect_read().times(2).returning(move |hash| {
        Ok(Some(
            if hash == Sha256([7; 32]) { daily } else { shows }.as_bytes().to_vec(),
        ))
    });
    world
        .uploads
        .expect_publish()
        .withf(|_, snapshot, facts, verdict, _| {
            snapshot.daily_sales.len() == 1 && facts.performances.paid_seats == 2 && verdict.diagnostics.is_empty()
        })
        .once()
        .returning(|_, _, _, _, _| Ok(Publication::Stored(UploadStatus::Completed)));
    world.service().process(UploadId(Uuid::from_u128(2)), 1).await.unwrap();
}

#[tokio::test]
async fn a_dry_run_of_an_older_day_would_not_become_current() {
    let mut world = World::default();
    world.uploads.expect_neighbours().once().returning(|_, _| {
        let current = Some(upload(UploadStatus::Completed));
        Ok(ports::driven::Neighbours {
            previous_totals: None,
            same_day: None,
            current,
        })
    });
    let choice = ProductionChoice::FileName;
    let dry_run = world
        .service()
        .try_out(request("20261118_PL2612_x.xlsx", choice, None))
        .await
        .unwrap();
    assert_eq!((dry_run.status, dry_run.becomes_current), (UploadStatus::Failed, false));
}
