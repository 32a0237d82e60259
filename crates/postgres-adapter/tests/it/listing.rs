//! Lists of uploads.

use domain::access::Visible;
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::upload::{UploadId, UploadStatus};
use ports::driven::{NewUpload, UploadQuery, UploadRepository, UploadSort, Verdict};
use ports::paging::{Order, Paging};
use uuid::Uuid;

use crate::support::{Storage, day, file, instant, new_upload, sold};

/// Sends a file under a name.
async fn send(storage: &Storage, name: &str, upload: NewUpload) -> UploadId {
    let upload = NewUpload {
        is_decrypted: false,
        files: vec![file(name, upload.files[0].sha256.0[0])],
        ..upload
    };
    storage.accept(&upload).await
}

/// Uploads of all productions.
fn all() -> UploadQuery {
    UploadQuery {
        visible: Visible::All,
        ..UploadQuery::default()
    }
}

async fn names(storage: &Storage, query: UploadQuery) -> (Vec<String>, i64) {
    let page = storage.uploads.list(&query).await.unwrap();
    let names = page.items.iter().map(|upload| upload.files[0].file_name.clone());
    (names.collect(), page.total)
}

#[tokio::test]
async fn a_list_is_filtered_sorted_and_paged() {
    let storage = Storage::new();
    let (one, other) = (storage.enter_play("PL1").await, storage.enter_play("PL2").await);
    send(&storage, "C", new_upload(one, "2026-11-19", 1)).await;
    let failed = send(&storage, "A", new_upload(one, "2026-11-18", 2)).await;
    send(&storage, "B", new_upload(other, "2026-11-19", 3)).await;
    storage.fail(failed).await;

    let sorted = async |sort, order| {
        let query = UploadQuery { sort, order, ..all() };
        names(&storage, query).await.0.concat()
    };
    assert_eq!(sorted(UploadSort::UploadedAt, Order::Ascending).await, "CAB");
    assert_eq!(sorted(UploadSort::UploadedAt, Order::Descending).await, "BAC");
    assert_eq!(sorted(UploadSort::FileName, Order::Ascending).await, "ABC");
    assert_eq!(sorted(UploadSort::FileName, Order::Descending).await, "CBA");
    // Ties are decided by the order of acceptance.
    assert_eq!(sorted(UploadSort::RecordDate, Order::Ascending).await, "ACB");
    assert_eq!(sorted(UploadSort::RecordDate, Order::Descending).await, "BCA");
    assert_eq!(sorted(UploadSort::Status, Order::Ascending).await, "ACB");

    let filters = [
        (
            UploadQuery {
                production_id: Some(one),
                ..all()
            },
            "CA",
        ),
        (
            UploadQuery {
                record_date: Some(day("2026-11-19")),
                ..all()
            },
            "CB",
        ),
        (
            UploadQuery {
                status: Some(UploadStatus::Failed),
                ..all()
            },
            "A",
        ),
        (
            UploadQuery {
                text: Some("b".to_owned()),
                ..all()
            },
            "B",
        ),
        (
            UploadQuery {
                text: Some("%".to_owned()),
                ..all()
            },
            "",
        ),
    ];
    for (query, expected) in filters {
        let (names, total) = names(&storage, query).await;
        assert_eq!(
            (names.concat().as_str(), total),
            (expected, i64::try_from(expected.len()).unwrap())
        );
    }
    for (page, expected) in [(1, "CA"), (2, "B"), (9, "")] {
        let query = UploadQuery {
            visible: Visible::All,
            paging: Paging { page, per_page: 2 },
            ..all()
        };
        let (names, total) = names(&storage, query).await;
        assert_eq!((names.concat().as_str(), total), (expected, 3));
    }
}

#[tokio::test]
async fn an_upload_of_two_files_is_listed_once_and_found_by_either_name() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pair = NewUpload {
        is_decrypted: false,
        files: vec![file("일별_판매.csv", 1), file("회차_판매.csv", 2)],
        ..new_upload(id, "2026-11-19", 0)
    };
    storage.accept(&pair).await;
    for (text, expected) in [("판매", 1), ("회차_", 1), ("차판", 0)] {
        let query = UploadQuery {
            text: Some(text.to_owned()),
            ..all()
        };
        let page = storage.uploads.list(&query).await.unwrap();
        assert_eq!(
            (page.items.len(), page.total),
            (expected, i64::try_from(expected).unwrap()),
            "{text}"
        );
        assert!(page.items.iter().all(|upload| upload.files == pair.files));
    }
}

#[tokio::test]
async fn a_listed_upload_is_the_upload_without_its_findings() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    let verdict = Verdict {
        diagnostics: vec![Diagnostic::of_file(DiagnosticCode::RevenueShrank, Some("10 %"))],
        diagnostic_counts: [(DiagnosticCode::RevenueShrank, 1)].into(),
        recognised: None,
    };
    let snapshot = sold(10_000);
    let facts = snapshot.facts(true);
    storage
        .uploads
        .publish(upload, &snapshot, &facts, &verdict, instant())
        .await
        .unwrap();
    let found = storage.find(upload).await;
    assert_eq!(found.diagnostics, verdict.diagnostics);
    let listed = storage.uploads.list(&all()).await.unwrap().items;
    let without = domain::upload::Upload {
        diagnostics: Vec::new(),
        ..found
    };
    assert_eq!(listed, [without]);
}

#[tokio::test]
async fn an_unknown_upload_is_none() {
    let storage = Storage::new();
    assert_eq!(storage.uploads.find(UploadId(Uuid::nil())).await.unwrap(), None);
}
