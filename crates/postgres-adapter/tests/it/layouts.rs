//! What labels mean, and what uploads keep of it.

use domain::diagnostics::CellAddress;
use domain::headings::{
    Column, ColumnContents, Decision, Heading, LayoutDocument, Meaning, Means, RecognisedSheet, Role, Source,
};
use domain::production::ProductionId;
use domain::upload::UploadKind;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{Acceptance, Layout, LayoutRepository, StorageError, UploadQuery, UploadRepository, Verdict};

use crate::support::{Storage, day, instant, new_upload, sold};

const SYSTEM: Actor = Actor::SYSTEM;

fn ignoring(label: &str) -> LayoutDocument {
    LayoutDocument {
        sheets: [(Role::Performances, "11월 회차".to_owned())].into(),
        labels: vec![Decision {
            role: Role::Days,
            upper: None,
            lower: Some(label.to_owned()),
            means: Means::Ignored,
        }],
    }
}

async fn set(storage: &Storage, of: Option<ProductionId>, document: &LayoutDocument) -> Layout {
    let edit = Edit::unconditional(SYSTEM);
    storage.layouts.set(of, document, instant(), &edit).await.unwrap()
}

fn recognised() -> Vec<RecognisedSheet> {
    vec![RecognisedSheet {
        sheet: "Daily".to_owned(),
        role: Role::Days,
        heading: Heading {
            group_row: None,
            row: 3,
            columns: vec![Column {
                column: 0,
                upper: None,
                lower: Some("Date".to_owned()),
                label_cell: CellAddress { row: 3, column: 0 },
                meaning: Meaning::Date,
                source: Source::Vocabulary,
                same_as: None,
            }],
            agencies: Vec::new(),
        },
        data_rows: None,
        check_rows: Vec::new(),
        signature: "9f2c51d07ab3e846".to_owned(),
        contents: vec![ColumnContents::default()],
    }]
}

#[tokio::test]
async fn a_document_is_empty_until_it_is_set_and_counts_its_changes() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    for of in [None, Some(id)] {
        assert_eq!(storage.layouts.find(of).await.unwrap(), Layout::default());
        let version = storage.data_version();
        let kept = set(&storage, of, &ignoring("전일비")).await;
        assert_eq!(kept, storage.layouts.find(of).await.unwrap());
        assert_eq!((kept.revision, &kept.document), (1, &ignoring("전일비")));
        assert!(storage.data_version() > version);
        let outdated = Edit {
            by: SYSTEM,
            basis: Basis::OneOf(vec![0]),
        };
        let refused = storage
            .layouts
            .set(of, &LayoutDocument::default(), instant(), &outdated)
            .await;
        assert!(matches!(refused, Err(StorageError::Outdated("layout"))));
        assert_eq!(set(&storage, of, &LayoutDocument::default()).await.revision, 2);
    }
    let entries = "SELECT count(*) AS number FROM audit_entry WHERE action = 'layout.set'";
    assert_eq!(storage.number(entries), 4);
}

#[tokio::test]
async fn the_same_file_is_new_by_another_layout_and_keeps_the_one_it_came_under() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let first = storage.send(id, "2026-11-19", 1).await;
    set(&storage, None, &ignoring("전일비")).await;
    set(&storage, Some(id), &ignoring("객석")).await;
    let again = new_upload(id, "2026-11-19", 1);
    let accepted = storage.uploads.accept(&again).await.unwrap();
    assert!(matches!(accepted, Acceptance::Queued(_)), "{accepted:?}");
    set(&storage, None, &ignoring("객단")).await;

    let older = storage.uploads.begin(first).await.unwrap().unwrap();
    assert_eq!(older.layouts, []);
    let newer = storage.uploads.begin(again.id).await.unwrap().unwrap();
    let expected = [ignoring("객석"), ignoring("전일비")].map(|document| document.decisions());
    assert_eq!(newer.layouts, expected);
    let today = storage
        .uploads
        .neighbours(id, day("2026-11-20"), UploadKind::Sales)
        .await
        .unwrap();
    let expected = [ignoring("객석"), ignoring("객단")].map(|document| document.decisions());
    assert_eq!(today.layouts, expected);
}

#[tokio::test]
async fn what_headings_were_taken_for_is_kept_with_the_upload() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let verdict = Verdict {
        recognised: Some(recognised()),
        ..Verdict::default()
    };
    let read = storage.send(id, "2026-11-19", 1).await;
    let snapshot = sold(10_000);
    let facts = snapshot.facts(true);
    storage
        .uploads
        .publish(read, &snapshot, &facts, &verdict, instant())
        .await
        .unwrap();
    let wrong = storage.send(id, "2026-11-19", 2).await;
    storage.uploads.fail(wrong, &verdict, instant()).await.unwrap();
    for upload in [read, wrong] {
        let found = storage.find(upload).await;
        assert_eq!((found.is_labelled, found.recognised), (true, Some(recognised())));
    }
    let page = storage.uploads.list(&UploadQuery::default()).await.unwrap();
    assert!(
        page.items
            .iter()
            .all(|upload| upload.is_labelled && upload.recognised.is_none())
    );
    let next = storage
        .uploads
        .neighbours(id, day("2026-11-20"), UploadKind::Sales)
        .await
        .unwrap();
    assert_eq!(next.previous_recognised, Some(recognised()));
    let same = storage
        .uploads
        .neighbours(id, day("2026-11-19"), UploadKind::Sales)
        .await
        .unwrap();
    assert_eq!(same.previous_recognised, None);
}
