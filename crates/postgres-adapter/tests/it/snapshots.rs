//! Rows of snapshots: stored exactly, in bulk, and for good.

use domain::calendar::{OpenRange, kst_instant, shift};
use domain::production::Category;
use domain::reports::performances;
use domain::sales::{DailySale, PerformanceDetails, PerformanceSale, Snapshot, StageFigures};
use domain::upload::UploadStatus;
use ports::driven::{Publication, StorageError, UploadRepository, Verdict};

use crate::support::{
    Storage, at, daily, day, decimal, draft, everything, figures, instant, new_upload, performance, seats, sold,
};

/// Shares as workbooks have them, up to the nineteen places that are kept.
const SHARES: [&str; 8] = [
    "0",
    "1",
    "0.1",
    "0.7525",
    "0.333333333333333",
    "0.0000000000000000001",
    "999.9999999999999999999",
    "0.1234567890123456789",
];

fn exact() -> Vec<PerformanceSale> {
    SHARES
        .iter()
        .zip(1..)
        .map(|(share, number)| PerformanceSale {
            starts_at: at(&format!("2026-11-{number:02}T23:30")),
            cast: vec!["김하나".to_owned(), "이, \"두리\"".to_owned(), String::new()],
            paid_seats: 10_000_000,
            complimentary_seats: 0,
            paid_seats_by_grade: seats(&[("vip", 1), ("bad_a", 2), ("스탠딩", 9_999_997)]),
            complimentary_seats_by_grade: seats(&[]),
            stage: Some(StageFigures {
                revenue_krw: -1_000_000_000_000,
                deposit_share: Some(decimal(share)),
                paid_share: decimal(SHARES[SHARES.len() - number]),
                complimentary_share: decimal("0.05"),
            }),
            details: PerformanceDetails::default(),
        })
        .collect()
}

#[tokio::test]
async fn performances_are_read_as_they_were_stored() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: Vec::new(),
        performance_sales: exact(),
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    let figures =
        figures::<performances::Performances>(&storage.reports, &everything(), OpenRange { from: None, to: None })
            .await
            .unwrap()
            .value;
    let read: Vec<_> = figures[0].performances.iter().map(|(sale, _)| sale.clone()).collect();
    assert_eq!(read, exact());
    for (sale, stage) in &figures[0].performances {
        assert_eq!(sale.stage, Some(*stage));
    }
}

#[tokio::test]
async fn daily_sales_are_read_as_they_were_stored() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let sales = vec![
        DailySale {
            sale_day: day("2000-01-01"),
            revenue_krw: -1_000_000_000_000,
            seats: -3,
            seats_by_grade: seats(&[("vip", -5), ("other", 2)]),
            complimentary_seats: 7,
        },
        daily("2100-12-31", 1_000_000_000_000),
    ];
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: sales,
        performance_sales: Vec::new(),
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    let rows = storage.texts(
        "SELECT concat_ws(' ', sale_day, revenue_krw, seats, complimentary_seats, seats_by_grade) AS text
         FROM daily_sale ORDER BY sale_day",
    );
    let expected = [
        r#"2000-01-01 -1000000000000 -3 7 {"vip": -5, "other": 2}"#,
        r#"2100-12-31 1000000000000 100000000 0 {"r": 100000000}"#,
    ];
    assert_eq!(rows, expected);
}

#[tokio::test]
async fn a_concert_has_performances_without_revenue_and_shares() {
    let storage = Storage::new();
    let id = storage.enter(draft("CO1", Category::Concert)).await;
    let mut concert = performance("2026-11-21T19:30", 0, "0", "0");
    concert.stage = None;
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: Vec::new(),
        performance_sales: vec![concert],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    let unknown = "SELECT num_nulls(revenue_krw, deposit_share, paid_share, complimentary_share)::bigint AS number
                   FROM performance_sale";
    assert_eq!(storage.number(unknown), 4);
}

#[tokio::test]
async fn a_performance_may_not_say_what_is_paid_for() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut silent = performance("2026-11-21T19:30", 10, "0.5", "0.1");
    silent.stage = silent.stage.map(|stage| StageFigures {
        deposit_share: None,
        ..stage
    });
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: Vec::new(),
        performance_sales: vec![silent, performance("2026-11-22T19:30", 10, "0.5", "0.1")],
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    let unknown = "SELECT count(*) AS number FROM report.run_progress
                   WHERE played_deposit_share_sum = 0 AND to_come_deposit_share_sum IS NULL AND to_come_paid_share_sum = 1";
    assert_eq!(storage.number(unknown), 1);
}

#[tokio::test]
async fn a_snapshot_may_be_empty() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.upload(id, "2026-11-19", &Snapshot::default()).await;
    assert_eq!(storage.status(upload).await, UploadStatus::Completed);
    assert_eq!(storage.find(upload).await.facts, Some(Snapshot::default().facts(true)));
}

#[tokio::test]
async fn twenty_thousand_rows_are_stored_at_once() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let first = at("2026-01-01T14:00").naive_local();
    let daily_sales = (0..10_000).map(|row| DailySale {
        sale_day: shift(day("2026-01-01"), row),
        ..daily("2026-01-01", 10_000 * row)
    });
    let performance_sales = (0..10_000).map(|row| PerformanceSale {
        starts_at: kst_instant(first + chrono::Duration::hours(row)),
        ..performance("2026-01-01T14:00", 10_000, "0.5", "0.1")
    });
    let snapshot = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: daily_sales.collect(),
        performance_sales: performance_sales.collect(),
        ..Snapshot::default()
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    assert_eq!(
        storage.number("SELECT count(*) AS number FROM performance_sale"),
        10_000
    );
    assert_eq!(
        storage.number("SELECT sum(revenue_krw)::bigint AS number FROM daily_sale"),
        499_950_000_000
    );
}

#[tokio::test]
async fn the_database_refuses_to_change_a_snapshot() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let snapshot = Snapshot {
        performance_sales: vec![performance("2026-11-21T19:30", 20_000, "0.5", "0.1")],
        ..sold(10_000)
    };
    storage.upload(id, "2026-11-19", &snapshot).await;
    for change in [
        "UPDATE snapshot SET upload_id = upload_id",
        "UPDATE daily_sale SET revenue_krw = 0",
        "UPDATE performance_sale SET paid_seats = 0",
        "UPDATE breakdown SET seats = 0",
    ] {
        let refused = storage.execute(change).unwrap_err();
        assert_eq!(refused.to_string(), "a snapshot never changes", "{change}");
    }
}

#[tokio::test]
async fn rows_belong_to_a_snapshot_an_upload_and_a_production() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-19", &sold(10_000)).await;
    for orphan in [
        "INSERT INTO daily_sale VALUES (0, '2026-11-19', 0, 0, 0, '{}', gen_random_uuid())",
        "INSERT INTO snapshot (upload_id, production_id) VALUES (gen_random_uuid(), gen_random_uuid())",
        "INSERT INTO upload_file VALUES (gen_random_uuid(), 1, 'x.xlsx', decode(repeat('00', 32), 'hex'), 1)",
        "DELETE FROM production",
    ] {
        let refused = storage.execute(orphan).unwrap_err();
        assert!(
            refused.to_string().contains("violates foreign key constraint"),
            "{orphan}: {refused}"
        );
    }
}

#[tokio::test]
async fn a_snapshot_that_cannot_be_stored_leaves_nothing() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.accept(&new_upload(id, "2026-11-19", 1)).await;
    let version = storage.data_version();
    let twice = Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-01", 10_000), daily("2026-11-01", 20_000)],
        performance_sales: Vec::new(),
        ..Snapshot::default()
    };
    let refused = storage
        .uploads
        .publish(upload, &twice, &twice.facts(true), &Verdict::default(), instant())
        .await;
    assert!(matches!(refused, Err(StorageError::Inconsistent { .. })), "{refused:?}");
    assert_eq!(storage.status(upload).await, UploadStatus::Queued);
    assert_eq!(storage.number("SELECT count(*) AS number FROM snapshot"), 0);
    assert_eq!(storage.data_version(), version);
    assert_eq!(
        storage.publish(upload, &sold(10_000)).await,
        Publication::Stored(UploadStatus::Completed)
    );
}
