//! What is brought in from the predecessor, or back from the records of the store.

use ports::driven::{MovedInUpload, OldRow, OldTable};

use super::*;

#[tokio::test]
async fn what_moves_in_may_be_called_by_the_code_that_its_production_had_before() {
    let target = async |name: &str, old_code: Option<&str>| {
        let moving = MovedInUpload {
            row: OldRow::new(OldTable::Uploads, 17),
            uploaded_at: DateTime::UNIX_EPOCH,
            uploaded_by: None,
            old_code: old_code.map(|code| code.parse().unwrap()),
        };
        let request = UploadRequest {
            moved_in: Some(moving),
            ..request(name, ProductionChoice::Id(production().id), Some("2026-11-19"))
        };
        World::default().service().target_of(&request).await
    };
    let names = [
        "20261119_MU2611_x.xlsx",
        "20261119_mu2611_x.xlsx",
        "20261119_PL2612_x.xlsx",
        "x.xlsx",
    ];
    for name in names {
        let found = target(name, Some("MU2611")).await.unwrap();
        assert_eq!(found.production_id, production().id, "{name}");
    }
    for (name, old_code) in [("20261119_CO2613_x.xlsx", Some("MU2611")), (names[0], None)] {
        let refused = target(name, old_code).await.map(drop).unwrap_err();
        let code = refused.finding().map(|finding| finding.code);
        assert_eq!(code, Some(DiagnosticCode::WrongProduction), "{name}");
    }
}

#[tokio::test]
async fn what_belongs_to_no_production_is_told_and_left_for_the_next_time() {
    let kept = UploadRecord {
        production_id: ProductionId(Uuid::from_u128(9)),
        production_code: "GONE-1".parse().unwrap(),
        ..record(UploadId(Uuid::from_u128(2)))
    };
    let mut world = beside(&kept);
    // The mocks expect nothing else: it is neither brought back nor read.
    world.uploads.expect_find().returning(|_| Ok(None));
    let replayed = world.service().replay().await.unwrap();
    assert_eq!((replayed.uploads, replayed.without_production), (0, vec![kept]));
}

#[tokio::test]
async fn what_lost_its_original_is_brought_back_as_failed_and_told() {
    let kept = record(UploadId(Uuid::from_u128(2)));
    let mut seat = MockReadingSeat::new();
    seat.expect_isolate().once().return_const(());
    let mut world = beside(&kept).seating(Reader::Worker, seat);
    world.originals.expect_read().once().returning(|_| Ok(None));
    let mut world = world.assigned(b"").failing(DiagnosticCode::InternalError);
    world.uploads.expect_find().once().returning(|_| Ok(None));
    let queued = || upload(UploadStatus::Queued);
    let found = world.uploads.expect_find().once();
    found.returning(move |_| Ok(Some(queued())));
    let brought_back = world.uploads.expect_bring_back().once();
    brought_back.returning(move |_, _| Ok(queued()));
    let replayed = world.service().replay().await.unwrap();
    assert_eq!((replayed.uploads, replayed.without_original), (1, vec![kept]));
}

/// A store that has this record, of which storage knows nothing.
fn beside(kept: &UploadRecord) -> World {
    let kept = kept.clone();
    let mut world = World::default();
    world.uploads.expect_records().returning(|_| Ok(Vec::new()));
    let records = world.originals.expect_records();
    records.returning(move |first| Ok(if first == 7 { vec![kept.clone()] } else { Vec::new() }));
    world
}
