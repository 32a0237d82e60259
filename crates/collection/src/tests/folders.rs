//! What a folder becomes: each file is taken once, and put away with what is to be told of it.

use std::sync::{Arc, Mutex};

use domain::collection::{ArrivalState, CollectionTrigger, Confirm, RunCode, RunState};
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::upload::{Upload, UploadKind, UploadStatus};
use ports::driven::collection::{
    ArrivalGround, CollectedArrival, DiskFile, FolderPlace, LeasedRun, OriginFile, RunArrivals, RunFinish,
    UnmovedArrival,
};
use ports::driven::{ReadingInterrupted, StorageError};
use ports::driving::{Submission, UploadError};

use super::support::{
    Moves, UPLOAD, World, arrival, disk_file, dry_run, folder, incoming, leased, record, same, upload,
};

const NAME: &str = "20261119_HN01_x.xlsx";

/// A run because files were put there.
fn arrived() -> LeasedRun {
    let mut run = leased(record(folder()));
    run.run.trigger = CollectionTrigger::Arrival;
    run
}

/// What was taken over and is still to be put away.
fn unmoved(state: ArrivalState, upload: Option<UploadStatus>) -> UnmovedArrival {
    let file = disk_file(NAME);
    let mut arrival = arrival(state);
    arrival.upload_id = upload.map(|_| UPLOAD);
    UnmovedArrival {
        arrival,
        files: vec![OriginFile {
            disk_name: file.disk_name,
            size_bytes: file.size_bytes,
            modified_ns: file.modified_ns,
        }],
        upload,
    }
}

fn with_unmoved(mut world: World, unmoved: &[UnmovedArrival]) -> World {
    let unmoved = unmoved.to_vec();
    world.arrivals.expect_unmoved().returning(move |_| Ok(unmoved.clone()));
    world
}

/// A folder with these files, of which nothing is taken yet.
fn lying(files: &[DiskFile]) -> (World, Moves) {
    with_unmoved(World::default().lying(files).readable(), &[]).moving()
}

/// A failed upload with a finding.
fn faulty() -> Upload {
    Upload {
        diagnostics: vec![Diagnostic::of_file(DiagnosticCode::ErrorCell, Some("#REF!"))],
        ..upload(UploadStatus::Failed)
    }
}

fn names(moves: &Moves) -> Vec<(String, FolderPlace)> {
    let moves = moves.lock().unwrap();
    moves.iter().map(|(name, place, _)| (name.clone(), *place)).collect()
}

fn text(moves: &Moves) -> Option<String> {
    moves.lock().unwrap()[0].2.clone()
}

#[tokio::test]
async fn a_good_file_goes_to_done_without_a_text() {
    let files = [disk_file(NAME)];
    let (world, moves) = lying(&files);
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let world = world.uploading(1, UploadStatus::Completed);
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.finish, RunFinish::Ended(RunState::Succeeded));
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Done)]);
    assert_eq!(text(&moves), None);
}

#[tokio::test]
async fn what_we_have_goes_to_done_without_a_text() {
    let files = [disk_file(NAME)];
    let (world, moves) = lying(&files);
    let ground = ArrivalGround {
        same_there: vec![same(UploadKind::Sales, true)],
        brought_before: true,
        ..ArrivalGround::default()
    };
    let world = world.settling().on(ground).storing(ArrivalState::Unchanged, None);
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.finish, RunFinish::Ended(RunState::NothingNew));
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Done)]);
    assert_eq!(text(&moves), None);
}

#[tokio::test]
async fn what_waits_goes_to_done_with_the_reasons_beside_it() {
    let files = [disk_file(NAME)];
    let (world, moves) = lying(&files);
    let found = dry_run(&[DiagnosticCode::RevenueShrank]);
    let world = world.settling().on(ArrivalGround::default()).trying(found);
    let world = world.storing(ArrivalState::Held, None).keeping();
    world.work_after_looks(arrived(), &files).await;
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Done)]);
    let text = text(&moves).unwrap();
    assert!(text.starts_with('\u{FEFF}') && text.contains("누적 매출이"), "{text}");
}

#[tokio::test]
async fn a_faulty_file_goes_to_failed_with_its_findings_beside_it() {
    let files = [disk_file(NAME)];
    let (mut world, moves) = lying(&files);
    world
        .uploads
        .expect_read()
        .withf(|id| *id == UPLOAD)
        .returning(|_| Ok(faulty()));
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let world = world.uploading(1, UploadStatus::Failed);
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.code, Some(RunCode::WorkbookRejected));
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Failed)]);
    let text = text(&moves).unwrap();
    assert!(text.contains("오류 · ") && text.contains("#REF!"), "{text}");
}

#[tokio::test]
async fn a_refused_file_goes_to_failed_with_what_to_do_beside_it() {
    let files = [disk_file(NAME)];
    let (mut world, moves) = lying(&files);
    world.uploads.expect_receive().returning(|| Ok(incoming()));
    world
        .uploads
        .expect_target_of()
        .returning(|_| Err(UploadError::UnknownProduction));
    let world = world.storing(ArrivalState::Refused, Some("unknown_production"));
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.code, Some(RunCode::WorkbookRejected));
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Failed)]);
    assert!(text(&moves).unwrap().contains("공연을 먼저 등록"));
}

#[tokio::test]
async fn after_a_kill_a_file_that_was_taken_over_is_only_moved() {
    for (state, upload, place) in [
        (ArrivalState::Uploaded, Some(UploadStatus::Completed), FolderPlace::Done),
        (
            ArrivalState::Unchanged,
            Some(UploadStatus::Completed),
            FolderPlace::Done,
        ),
        (ArrivalState::Held, None, FolderPlace::Done),
        (ArrivalState::Uploaded, Some(UploadStatus::Failed), FolderPlace::Failed),
        (ArrivalState::Refused, None, FolderPlace::Failed),
    ] {
        let files = [disk_file(NAME)];
        let (mut world, moves) = with_unmoved(World::default().lying(&files), &[unmoved(state, upload)]).moving();
        world.uploads.expect_read().returning(|_| Ok(faulty()));
        world.work_after_looks(arrived(), &files).await;
        assert_eq!(names(&moves), [(NAME.to_owned(), place)], "{state:?}");
        let has_text = place == FolderPlace::Failed || state == ArrivalState::Held;
        assert_eq!(text(&moves).is_some(), has_text, "{state:?}");
    }
}

#[tokio::test]
async fn a_file_whose_upload_is_under_way_is_neither_moved_nor_taken_again() {
    let files = [disk_file(NAME)];
    let queued = unmoved(ArrivalState::Uploaded, Some(UploadStatus::Queued));
    let (world, moves) = with_unmoved(World::default().lying(&files), &[queued]).moving();
    world.work_after_looks(arrived(), &files).await;
    assert!(names(&moves).is_empty());
}

#[tokio::test]
async fn what_was_put_in_the_place_of_a_taken_file_is_taken_itself() {
    // Under the same name, and later.
    let files = [DiskFile {
        modified_ns: 8,
        ..disk_file(NAME)
    }];
    let before = unmoved(ArrivalState::Uploaded, Some(UploadStatus::Completed));
    let mut world = with_unmoved(World::default().lying(&files).readable(), &[before]);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&asked);
    world
        .folders
        .expect_put_away()
        .times(2)
        .returning(move |_, file, _, _| {
            heard.lock().unwrap().push((file.size_bytes, file.modified_ns));
            Ok(())
        });
    world.arrivals.expect_moved().returning(|_, _| Ok(()));
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let world = world.uploading(1, UploadStatus::Completed);
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.finish, RunFinish::Ended(RunState::Succeeded));
    // Each as it was seen: what is another one by then stays.
    assert_eq!(*asked.lock().unwrap(), [(5, 7), (5, 8)]);
}

#[tokio::test]
async fn a_file_that_changes_while_it_is_read_waits() {
    let files = [disk_file(NAME)];
    let (mut world, moves) = with_unmoved(World::default().lying(&files), &[]).moving();
    world.folders.expect_read().once().returning(|_, _, _| Ok(None));
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.finish, RunFinish::Ended(RunState::NothingNew));
    assert!(names(&moves).is_empty());
}

#[tokio::test]
async fn two_csv_files_of_one_day_and_code_are_one_arrival() {
    let files = [disk_file("20261119_HN01_일별.csv"), disk_file("20261119_HN01_회차.csv")];
    let (mut world, moves) = lying(&files);
    world
        .uploads
        .expect_submit_and_wait()
        .once()
        .withf(|request, _| request.files.len() == 2)
        .returning(|_, _| {
            Ok(Submission {
                upload: upload(UploadStatus::Completed),
                repeated: false,
            })
        });
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    world.work_after_looks(arrived(), &files).await;
    assert_eq!(names(&moves).len(), 2);
}

#[tokio::test]
async fn a_dry_run_shows_what_would_be_taken_and_moves_nothing() {
    let files = [disk_file(NAME)];
    let (world, moves) = lying(&files);
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let mut dry = arrived();
    dry.run.is_dry = true;
    let end = world.work_after_looks(dry, &files).await;
    assert_eq!(end.would_arrive[0].state, ArrivalState::Uploaded);
    assert!(names(&moves).is_empty());
}

#[tokio::test]
async fn a_file_that_cannot_be_read_now_keeps_no_other_from_being_taken() {
    let files = [disk_file("20261118_HN01_x.xlsx"), disk_file(NAME)];
    let (mut world, moves) = lying(&files);
    world
        .uploads
        .expect_try_out()
        .times(2)
        .returning(|request| match request.files[0].file_name.as_str() {
            NAME => Ok(dry_run(&[])),
            _ => Err(UploadError::Interrupted(ReadingInterrupted)),
        });
    let world = world.settling().on(ArrivalGround::default());
    let world = world.uploading(1, UploadStatus::Completed);
    let end = world.work_after_looks(arrived(), &files).await;
    assert!(matches!(end.finish, RunFinish::Again(_)), "{:?}", end.finish);
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Done)]);
}

/// The last attempt at a run, with what is asked at its end.
fn last(world: World) -> (World, LeasedRun) {
    let mut last = arrived();
    last.run.attempts = 3;
    confirming(&mut last, Confirm::Never);
    (world.having_brought(RunArrivals::default()), last)
}

fn confirming(run: &mut LeasedRun, confirm: Confirm) {
    if let Some(record) = &mut run.source {
        record.source.confirm = confirm;
    }
}

fn interrupted() -> UploadError {
    UploadError::Interrupted(ReadingInterrupted)
}

#[tokio::test]
async fn a_file_that_breaks_off_each_dry_run_is_uploaded_in_the_last_attempt() {
    let files = [disk_file(NAME)];
    let (mut world, moves) = lying(&files);
    world.uploads.expect_try_out().once().returning(|_| Err(interrupted()));
    let submitted = world.uploads.expect_submit_and_wait().once();
    let submitted = submitted.withf(|request, _| {
        let collected = request.collected.as_ref().unwrap();
        let CollectedArrival::New(new) = &collected.arrival else {
            return false;
        };
        // Nobody could say that it is good.
        new.arrival
            .diagnostic_counts
            .contains_key(&DiagnosticCode::InternalError)
    });
    submitted.returning(|_, _| {
        Ok(Submission {
            upload: upload(UploadStatus::Failed),
            repeated: false,
        })
    });
    world.uploads.expect_read().returning(|_| Ok(faulty()));
    let (world, run) = last(world.settling().on(ArrivalGround::default()));
    let end = world.work_after_looks(run, &files).await;
    assert_eq!(end.finish, RunFinish::Ended(RunState::Failed));
    assert_eq!(end.code, Some(RunCode::WorkbookRejected));
    assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Failed)]);
}

#[tokio::test]
async fn a_file_that_breaks_off_whoever_takes_it_is_refused_in_the_last_attempt() {
    let files = [disk_file(NAME)];
    let undone = || UploadError::Storage(StorageError::Stale("arrival"));
    let errors: [(bool, fn() -> UploadError); 3] = [(false, interrupted), (true, interrupted), (false, undone)];
    for (is_tried_out, error) in errors {
        let (mut world, moves) = lying(&files);
        world.uploads.expect_try_out().once().returning(move |_| {
            if is_tried_out {
                Ok(dry_run(&[]))
            } else {
                Err(interrupted())
            }
        });
        let submitted = world.uploads.expect_submit_and_wait().once();
        submitted.returning(move |_, _| Err(error()));
        let world = world.settling().on(ArrivalGround::default());
        let (world, run) = last(world.storing(ArrivalState::Refused, Some("internal_error")));
        let end = world.work_after_looks(run, &files).await;
        assert_eq!(end.code, Some(RunCode::WorkbookRejected));
        assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Failed)]);
        assert!(text(&moves).unwrap().contains("서버 관리자"));
    }

    // Where something waits for a yes, nothing goes on of which nobody knows what it would change.
    for confirm in [Confirm::Serious, Confirm::Always] {
        let (mut world, moves) = lying(&files);
        world.uploads.expect_try_out().once().returning(|_| Err(interrupted()));
        let world = world.settling().on(ArrivalGround::default());
        let (world, mut run) = last(world.storing(ArrivalState::Refused, Some("internal_error")));
        confirming(&mut run, confirm);
        world.work_after_looks(run, &files).await;
        assert_eq!(names(&moves), [(NAME.to_owned(), FolderPlace::Failed)]);
    }
}

#[tokio::test]
async fn by_hand_all_that_lies_there_is_taken_and_in_parts_where_the_next_look_comes_soon() {
    let file = |number| disk_file(&format!("20261119_HN01_{number:02}.xlsx"));
    let files: Vec<_> = (0..51).map(file).collect();
    for (run, taken) in [(leased(record(folder())), 51), (arrived(), 50)] {
        let (world, moves) = lying(&files);
        let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
        let world = world.uploading(taken, UploadStatus::Completed);
        world.work_after_looks(run, &files).await;
        assert_eq!(names(&moves).len(), taken);
    }
}

#[tokio::test]
async fn what_is_larger_than_a_file_may_be_is_left_lying_and_named() {
    let files = [DiskFile {
        size_bytes: 1_001,
        ..disk_file(NAME)
    }];
    let (world, moves) = lying(&files);
    let end = world.work_after_looks(arrived(), &files).await;
    assert_eq!(end.ignored, [NAME]);
    assert!(names(&moves).is_empty());
}

#[tokio::test(start_paused = true)]
async fn by_hand_a_file_that_was_just_put_there_is_waited_for() {
    let files = [disk_file(NAME)];
    let (world, moves) = lying(&files);
    // The clock of this test stands, and so nothing has been still for long enough.
    let began = tokio::time::Instant::now();
    let end = world.work(leased(record(folder()))).await;
    assert!(began.elapsed() >= std::time::Duration::from_secs(2));
    assert_eq!(end.finish, RunFinish::Ended(RunState::NothingNew));
    assert!(names(&moves).is_empty());
}
