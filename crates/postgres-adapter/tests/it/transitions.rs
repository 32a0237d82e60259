//! The steps from state to state, one after the other.

use std::collections::BTreeMap;

use domain::diagnostics::{CellAddress, Diagnostic, DiagnosticCode};
use domain::sales::{SaleTotals, Snapshot};
use domain::upload::{UploadId, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::{Publication, UploadRepository, Verdict, Withdrawal};
use uuid::Uuid;

use crate::support::{Storage, at, daily, day, instant, new_upload, performance, sold};

const NOBODY: UploadId = UploadId(Uuid::nil());

fn verdict() -> Verdict {
    let cell = CellAddress { row: 36, column: 5 };
    let finding = Diagnostic::of_cell(DiagnosticCode::ErrorCell, "회차별판매", cell, Some("#REF!"));
    let sheet = Diagnostic::of_sheet(DiagnosticCode::MissingSheet, "일별판매", None);
    Verdict {
        diagnostics: vec![sheet, finding],
        diagnostic_counts: BTreeMap::from([(DiagnosticCode::MissingSheet, 1), (DiagnosticCode::ErrorCell, 4_321)]),
        recognised: None,
    }
}

#[tokio::test]
async fn a_worker_gets_the_upload_its_production_and_the_totals_before() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-15", &sold(10_000)).await;
    storage.upload(id, "2026-11-17", &sold(30_000)).await;
    storage.upload(id, "2026-11-20", &sold(90_000)).await;
    let upload = storage.send(id, "2026-11-18", 1).await;

    let assignment = storage.uploads.begin(upload).await.unwrap().unwrap();
    assert_eq!(
        (assignment.upload.id, assignment.upload.status),
        (upload, UploadStatus::Processing)
    );
    assert_eq!(assignment.production.id, id);
    let expected = SaleTotals {
        revenue_krw: 30_000,
        seats: 3,
    };
    assert_eq!(assignment.previous_totals, Some(expected));
    assert_eq!(storage.status(upload).await, UploadStatus::Processing);
}

#[tokio::test]
async fn a_worker_may_begin_twice() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-18", 1).await;
    let first = storage.uploads.begin(upload).await.unwrap();
    let second = storage.uploads.begin(upload).await.unwrap();
    assert!(first.is_some());
    assert_eq!(first, second);
}

#[tokio::test]
async fn what_has_ended_is_not_begun() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let completed = storage.upload(id, "2026-11-18", &sold(10_000)).await;
    let superseded = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    storage.upload(id, "2026-11-19", &sold(20_000)).await;
    let failed = storage.send(id, "2026-11-20", 1).await;
    storage.fail(failed).await;
    let withdrawn = storage.send(id, "2026-11-20", 2).await;
    storage.withdraw(withdrawn).await;
    for upload in [completed, superseded, failed, withdrawn, NOBODY] {
        assert_eq!(storage.uploads.begin(upload).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_published_upload_is_live_and_carries_its_facts_and_findings() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-18", 30_000), daily("2026-11-19", -10_000)],
        performance_sales: vec![performance("2026-11-21T19:30", 20_000, "0.5", "0.1")],
        ..Snapshot::default()
    };
    let facts = snapshot.facts(true);
    let verdict = verdict();
    let published = storage
        .uploads
        .publish(upload, &snapshot, &facts, &verdict, instant())
        .await;
    assert_eq!(published.unwrap(), Publication::Stored(UploadStatus::Completed));

    let found = storage.find(upload).await;
    assert_eq!((found.status, found.current), (UploadStatus::Completed, true));
    assert_eq!(found.facts, Some(facts));
    assert_eq!(found.finished_at, Some(instant()));
    assert_eq!(found.diagnostics, verdict.diagnostics);
    assert_eq!(found.diagnostic_counts, verdict.diagnostic_counts);
    assert_eq!(
        found.facts.unwrap().performances.first_start,
        Some(at("2026-11-21T19:30"))
    );
    let audit =
        storage.texts("SELECT action || ' ' || subject_id AS text FROM audit_entry WHERE action = 'upload.completed'");
    assert_eq!(audit, [format!("upload.completed {upload}")]);
}

#[tokio::test]
async fn a_snapshot_is_stored_once() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    assert_eq!(storage.publish(upload, &sold(20_000)).await, Publication::AlreadyEnded);
    assert_eq!(storage.number("SELECT count(*) AS number FROM snapshot"), 1);
    assert_eq!(storage.number("SELECT revenue_krw AS number FROM daily_sale"), 10_000);
    assert_eq!(
        storage.number("SELECT count(*) AS number FROM audit_entry WHERE action = 'upload.completed'"),
        1
    );
    assert_eq!(storage.publish(NOBODY, &sold(1)).await, Publication::AlreadyEnded);
}

#[tokio::test]
async fn a_failed_upload_tells_why_and_changes_no_data() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let live = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    assert!(storage.uploads.fail(upload, &verdict(), instant()).await.unwrap());

    let failed = storage.find(upload).await;
    assert_eq!((failed.status, failed.current), (UploadStatus::Failed, false));
    assert_eq!(failed.diagnostics, verdict().diagnostics);
    assert_eq!(failed.diagnostic_counts, verdict().diagnostic_counts);
    assert_eq!(failed.finished_at, Some(instant()));
    assert_eq!(storage.current(id).await, Some(live));
    assert_eq!(storage.publish(upload, &sold(20_000)).await, Publication::AlreadyEnded);
    assert!(!storage.fail(upload).await);
    assert!(!storage.fail(live).await);
    assert!(!storage.fail(NOBODY).await);
    assert_eq!(storage.status(live).await, UploadStatus::Completed);
}

#[tokio::test]
async fn a_withdrawn_upload_is_not_published_and_does_not_fail() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    storage.uploads.begin(upload).await.unwrap();
    assert_eq!(storage.withdraw(upload).await.status, UploadStatus::Withdrawn);

    assert_eq!(storage.publish(upload, &sold(10_000)).await, Publication::AlreadyEnded);
    assert!(!storage.fail(upload).await);
    assert_eq!(storage.status(upload).await, UploadStatus::Withdrawn);
    assert_eq!(storage.current(id).await, None);
    assert_eq!(storage.number("SELECT count(*) AS number FROM snapshot"), 0);
}

#[tokio::test]
async fn withdrawing_twice_changes_nothing_the_second_time() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    let first = storage.withdraw(upload).await;
    let version = storage.data_version();
    assert_eq!(storage.withdraw(upload).await, first);
    assert_eq!(storage.data_version(), version);
    assert_eq!(
        storage.number("SELECT count(*) AS number FROM audit_entry WHERE action = 'upload.withdrawn'"),
        1
    );
}

#[tokio::test]
async fn a_failed_or_unknown_upload_cannot_be_withdrawn() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    storage.fail(upload).await;
    assert_eq!(
        storage.uploads.withdraw(upload, &Actor::SYSTEM).await.unwrap(),
        Withdrawal::Failed
    );
    assert_eq!(storage.status(upload).await, UploadStatus::Failed);
    assert_eq!(
        storage.uploads.withdraw(NOBODY, &Actor::SYSTEM).await.unwrap(),
        Withdrawal::NotFound
    );
}

#[tokio::test]
async fn the_last_accepted_is_live_in_whatever_order_workers_end() {
    for second_ends_first in [false, true] {
        let storage = Storage::new();
        let id = storage.enter_play("PL1").await;
        let first = storage.send(id, "2026-11-19", 1).await;
        let second = storage.send(id, "2026-11-19", 2).await;
        let stored = if second_ends_first {
            let second = storage.publish(second, &sold(20_000)).await;
            (storage.publish(first, &sold(10_000)).await, second)
        } else {
            (
                storage.publish(first, &sold(10_000)).await,
                storage.publish(second, &sold(20_000)).await,
            )
        };
        let of_first = if second_ends_first {
            UploadStatus::Superseded
        } else {
            UploadStatus::Completed
        };
        assert_eq!(stored.0, Publication::Stored(of_first));
        assert_eq!(stored.1, Publication::Stored(UploadStatus::Completed));
        assert_eq!(storage.status(first).await, UploadStatus::Superseded);
        assert_eq!(storage.current(id).await, Some(second));
    }
}

#[tokio::test]
async fn withdrawing_brings_back_the_upload_that_was_replaced() {
    for first_goes_first in [false, true] {
        let storage = Storage::new();
        let id = storage.enter_play("PL1").await;
        let first = storage.upload(id, "2026-11-19", &sold(10_000)).await;
        let second = storage.upload(id, "2026-11-19", &sold(20_000)).await;
        if first_goes_first {
            storage.withdraw(first).await;
            assert_eq!(storage.current(id).await, Some(second));
            storage.withdraw(second).await;
        } else {
            storage.withdraw(second).await;
            assert_eq!(storage.status(first).await, UploadStatus::Completed);
            assert_eq!(storage.current(id).await, Some(first));
            storage.withdraw(first).await;
        }
        // After the last, the production is as if it never had one.
        assert_eq!(storage.current(id).await, None);
        assert_eq!(storage.number("SELECT count(*) AS number FROM report.daily_sale"), 0);
    }
}

#[tokio::test]
async fn withdrawing_the_last_of_a_record_date_brings_back_the_date_before() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let older = storage.upload(id, "2026-11-18", &sold(10_000)).await;
    let newer = storage.upload(id, "2026-11-19", &sold(20_000)).await;
    assert!(!storage.find(older).await.current);
    storage.withdraw(newer).await;
    assert!(storage.find(older).await.current);
}

#[tokio::test]
async fn an_older_record_date_sent_late_is_live_and_moves_no_figure() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let newer = storage.upload(id, "2026-11-19", &sold(20_000)).await;
    let older = storage.upload(id, "2026-11-18", &sold(10_000)).await;
    let found = storage.find(older).await;
    assert_eq!((found.status, found.current), (UploadStatus::Completed, false));
    assert_eq!(storage.current(id).await, Some(newer));
    assert_eq!(
        storage.number("SELECT revenue_krw AS number FROM report.sale_total"),
        20_000
    );
}

#[tokio::test]
async fn neighbours_are_those_of_the_record_date() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-15", &sold(10_000)).await;
    let same_day = storage.upload(id, "2026-11-17", &sold(20_000)).await;
    let current = storage.upload(id, "2026-11-19", &sold(30_000)).await;
    let withdrawn = storage.upload(id, "2026-11-16", &sold(40_000)).await;
    storage.withdraw(withdrawn).await;
    let other = storage.enter_play("PL2").await;
    storage.upload(other, "2026-11-17", &sold(50_000)).await;
    storage.accept(&new_upload(id, "2026-11-17", 9)).await;

    let around = storage
        .uploads
        .neighbours(id, day("2026-11-17"), UploadKind::Sales)
        .await
        .unwrap();
    assert_eq!(around.same_day.map(|upload| upload.id), Some(same_day));
    assert_eq!(around.current.map(|upload| upload.id), Some(current));
    assert_eq!(around.previous_totals.map(|totals| totals.revenue_krw), Some(10_000));
    let first = storage
        .uploads
        .neighbours(id, day("2026-11-15"), UploadKind::Sales)
        .await
        .unwrap();
    assert_eq!(first.previous_totals, None);
}
