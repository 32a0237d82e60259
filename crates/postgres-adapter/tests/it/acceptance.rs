//! Which uploads are taken in, and which are repeats.

use domain::upload::{Upload, UploadKind, UploadStatus};
use ports::driven::{Acceptance, NewUpload, ProductionRepository, UploadRepository};

use crate::support::{Storage, day, file, instant, new_upload, sold};

async fn repeated(storage: &Storage, upload: &NewUpload) -> Upload {
    match storage.uploads.accept(upload).await.unwrap() {
        Acceptance::Repeated(upload) => upload,
        Acceptance::Queued(upload) => panic!("{} was taken for new", upload.id),
    }
}

#[tokio::test]
async fn an_upload_is_queued_with_all_that_is_known_of_it() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let new = new_upload(id, "2026-11-19", 1);
    let Acceptance::Queued(queued) = storage.uploads.accept(&new).await.unwrap() else {
        panic!("there is no other upload");
    };
    let expected = Upload {
        id: new.id,
        kind: UploadKind::Sales,
        production_id: id,
        production_code: "PL1".parse().unwrap(),
        record_date: day("2026-11-19"),
        files: new.files,
        uploaded_by: None,
        uploaded_at: instant(),
        finished_at: None,
        status: UploadStatus::Queued,
        current: false,
        diagnostics: Vec::new(),
        diagnostic_counts: std::collections::BTreeMap::new(),
        facts: None,
        is_labelled: false,
        is_decrypted: false,
        recognised: None,
        source: None,
    };
    assert_eq!(queued, expected);
    assert_eq!(storage.find(new.id).await, expected);
}

#[tokio::test]
async fn the_same_file_is_a_repeat_while_it_is_queued_processed_or_live() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let first = storage.send(id, "2026-11-19", 1).await;
    let again = || new_upload(id, "2026-11-19", 1);

    let queued = repeated(&storage, &again()).await;
    assert_eq!((queued.id, queued.status), (first, UploadStatus::Queued));
    storage.uploads.begin(first).await.unwrap();
    let processing = repeated(&storage, &again()).await;
    assert_eq!((processing.id, processing.status), (first, UploadStatus::Processing));
    storage.publish(first, &sold(10_000)).await;
    let completed = repeated(&storage, &again()).await;
    assert_eq!((completed.id, completed.status), (first, UploadStatus::Completed));
    assert_eq!(storage.number("SELECT count(*) AS number FROM upload"), 1);
    assert_eq!(storage.number("SELECT count(*) AS number FROM apalis.jobs"), 1);
}

#[tokio::test]
async fn the_same_file_is_new_after_it_failed_was_superseded_or_was_withdrawn() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;

    let failed = storage.send(id, "2026-11-19", 1).await;
    storage.fail(failed).await;
    let second = storage.send(id, "2026-11-19", 1).await;
    storage.publish(second, &sold(10_000)).await;

    let other = storage.send(id, "2026-11-19", 2).await;
    storage.publish(other, &sold(20_000)).await;
    assert_eq!(storage.status(second).await, UploadStatus::Superseded);
    let third = storage.send(id, "2026-11-19", 1).await;

    storage.withdraw(third).await;
    let fourth = storage.send(id, "2026-11-19", 1).await;
    storage.publish(fourth, &sold(10_000)).await;
    assert_eq!(storage.current(id).await, Some(fourth));
}

#[tokio::test]
async fn the_same_file_for_another_record_date_or_production_is_new() {
    let storage = Storage::new();
    let (one, other) = (storage.enter_play("PL1").await, storage.enter_play("PL2").await);
    storage.send(one, "2026-11-19", 1).await;
    storage.send(one, "2026-11-18", 1).await;
    storage.send(other, "2026-11-19", 1).await;
    assert_eq!(storage.number("SELECT count(*) AS number FROM upload"), 3);
}

#[tokio::test]
async fn what_is_brought_back_keeps_its_place_behind_what_came_later() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let in_the_morning = new_upload(id, "2026-11-19", 1);
    let at_noon = storage.send(id, "2026-11-19", 2).await;
    storage.publish(at_noon, &sold(20_000)).await;
    storage.uploads.bring_back(&in_the_morning, -7).await.unwrap();
    storage.publish(in_the_morning.id, &sold(10_000)).await;
    assert_eq!(storage.status(in_the_morning.id).await, UploadStatus::Superseded);
    assert_eq!(storage.current(id).await, Some(at_noon));
    assert_eq!(storage.number("SELECT min(accepted_no) AS number FROM upload"), -7);
}

#[tokio::test]
async fn a_pair_of_files_is_repeated_in_either_order_and_under_other_names() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pair = |files| NewUpload {
        is_decrypted: false,
        files,
        ..new_upload(id, "2026-11-19", 0)
    };
    let first = pair(vec![file("일별.csv", 1), file("회차.csv", 2)]);
    storage.accept(&first).await;
    let swapped = repeated(&storage, &pair(vec![file("b.csv", 2), file("a.csv", 1)])).await;
    assert_eq!(swapped.files, first.files);
    // Half of it is another upload.
    storage.accept(&pair(vec![file("일별.csv", 1)])).await;
    storage
        .accept(&pair(vec![file("일별.csv", 1), file("회차.csv", 3)]))
        .await;
}

#[tokio::test]
async fn the_first_upload_fixes_the_category_also_when_it_fails() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    storage.fail(upload).await;
    assert!(storage.productions.find_plan(id).await.unwrap().unwrap().has_uploads);
}
