//! Steps that happen at the same time.

use std::sync::Arc;

use domain::upload::UploadStatus;
use ports::driven::{Acceptance, Publication, UploadRepository};

use crate::support::{Hold, Storage, new_upload, sold};

/// Runs both once each waits for its turn on the same production, so that neither could finish before the other began.
macro_rules! at_once {
    ($storage:expr, $id:expr, $first:expr, $second:expr) => {{
        let mut hold = Hold::of(&$storage.database, $id);
        let storage = Arc::clone(&$storage);
        let first = tokio::spawn(async move { $first(storage).await });
        hold.until_waiting(1);
        let storage = Arc::clone(&$storage);
        let second = tokio::spawn(async move { $second(storage).await });
        hold.until_waiting(2);
        hold.release();
        (first.await.unwrap(), second.await.unwrap())
    }};
}

#[tokio::test(flavor = "multi_thread")]
async fn one_file_accepted_twice_at_once_is_queued_once() {
    let storage = Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let accept =
        async move |storage: Arc<Storage>| storage.uploads.accept(&new_upload(id, "2026-11-19", 1)).await.unwrap();
    let (Acceptance::Queued(queued), Acceptance::Repeated(repeated)) = at_once!(storage, id, accept, accept) else {
        panic!("one is queued, the other a repeat");
    };
    assert_eq!(queued, repeated);
    assert_eq!(storage.number("SELECT count(*) AS number FROM apalis.jobs"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_published_at_once_the_last_accepted_is_live() {
    for swapped in [false, true] {
        let storage = Arc::new(Storage::new());
        let id = storage.enter_play("PL1").await;
        let first = storage.send(id, "2026-11-19", 1).await;
        let second = storage.send(id, "2026-11-19", 2).await;
        let ((earlier, later), second_krw) = if swapped {
            ((second, first), 10_000)
        } else {
            ((first, second), 20_000)
        };
        at_once!(
            storage,
            id,
            async move |storage: Arc<Storage>| storage.publish(earlier, &sold(10_000)).await,
            async move |storage: Arc<Storage>| storage.publish(later, &sold(20_000)).await
        );
        assert_eq!(storage.status(first).await, UploadStatus::Superseded);
        assert_eq!(storage.status(second).await, UploadStatus::Completed);
        assert_eq!(storage.number("SELECT count(*) AS number FROM snapshot"), 2);
        assert_eq!(
            storage.number("SELECT sum(revenue_krw)::bigint AS number FROM report.daily_sale"),
            second_krw
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_upload_published_twice_at_once_is_stored_once() {
    let storage = Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    let publish = async move |storage: Arc<Storage>| storage.publish(upload, &sold(10_000)).await;
    let ended = at_once!(storage, id, publish, publish);
    assert_eq!(
        ended,
        (Publication::Stored(UploadStatus::Completed), Publication::AlreadyEnded)
    );
    assert_eq!(storage.number("SELECT count(*) AS number FROM daily_sale"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_withdrawn_while_it_is_published_ends_withdrawn() {
    for withdrawn_first in [false, true] {
        let storage = Arc::new(Storage::new());
        let id = storage.enter_play("PL1").await;
        let upload = storage.send(id, "2026-11-19", 1).await;
        let publish = async move |storage: Arc<Storage>| storage.publish(upload, &sold(10_000)).await;
        let withdraw = async move |storage: Arc<Storage>| storage.withdraw(upload).await;
        let published = if withdrawn_first {
            at_once!(storage, id, withdraw, publish).1
        } else {
            at_once!(storage, id, publish, withdraw).0
        };
        assert_eq!(published == Publication::AlreadyEnded, withdrawn_first);
        assert_eq!(storage.status(upload).await, UploadStatus::Withdrawn);
        assert_eq!(storage.number("SELECT count(*) AS number FROM report.daily_sale"), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn replaced_and_replacing_withdrawn_at_once_leave_nothing() {
    let storage = Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let first = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    let second = storage.upload(id, "2026-11-19", &sold(20_000)).await;
    at_once!(
        storage,
        id,
        async move |storage: Arc<Storage>| storage.withdraw(second).await,
        async move |storage: Arc<Storage>| storage.withdraw(first).await
    );
    assert_eq!(storage.status(first).await, UploadStatus::Withdrawn);
    assert_eq!(storage.status(second).await, UploadStatus::Withdrawn);
    assert_eq!(storage.current(id).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_of_several_productions_do_not_wait_for_each_other() {
    let storage = Arc::new(Storage::new());
    let (busy, idle) = (storage.enter_play("PL1").await, storage.enter_play("PL2").await);
    let waiting = storage.send(busy, "2026-11-19", 1).await;
    let mut hold = Hold::of(&storage.database, busy);
    let publish = {
        let storage = Arc::clone(&storage);
        tokio::spawn(async move { storage.publish(waiting, &sold(10_000)).await })
    };
    hold.until_waiting(1);
    storage.upload(idle, "2026-11-19", &sold(20_000)).await;
    hold.release();
    assert_eq!(publish.await.unwrap(), Publication::Stored(UploadStatus::Completed));
}
