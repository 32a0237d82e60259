//! What people say about files that wait.

use domain::collection::{Arrival, ArrivalState};
use domain::upload::{Sha256, UploadStatus};
use ports::actor::Actor;
use ports::driven::StorageError;
use ports::driven::collection::{CollectedArrival, Decision};
use ports::driving::collection::{ArrivalDesk, CollectionError};
use ports::driving::{ProductionChoice, Submission, UploadError};

use super::support::{PRODUCTION, SOURCE, World, arrival, day, incoming, now, secret, upload};
use crate::ArrivalOffice;

fn somebody() -> Actor {
    Actor::stranger(None)
}

/// A file stands there, whose bytes are in the store.
fn with(arrival: Arrival) -> World {
    let mut world = World::default();
    world
        .arrivals
        .expect_find()
        .returning(move |_| Ok(Some(arrival.clone())));
    world
        .arrivals
        .expect_password_secret()
        .returning(|_| Ok(Some(secret("BOOKS"))));
    world.secrets.insert("BOOKS", "moonlight");
    world
        .originals
        .expect_read()
        .withf(|hash| *hash == Sha256([7; 32]))
        .returning(|_| Ok(Some(b"bytes".to_vec())));
    world.uploads.expect_receive().returning(|| Ok(incoming()));
    world
}

async fn confirm(world: World) -> Result<Arrival, CollectionError> {
    let office = ArrivalOffice::new(world.ports());
    let id = arrival(ArrivalState::Held).id;
    office.confirm(id, &somebody()).await
}

#[tokio::test]
async fn what_is_confirmed_is_uploaded_under_the_persons_name_and_not_held_again() {
    let held = arrival(ArrivalState::Held);
    let id = held.id;
    let mut world = with(held);
    // There is no dry run before it.
    let submitted = world.uploads.expect_submit().once();
    let submitted = submitted.withf(move |request| {
        let collected = request.collected.as_ref().unwrap();
        request.by == somebody()
            && request.production == ProductionChoice::Id(PRODUCTION)
            && request.record_date == Some(day("2026-11-19"))
            && request.password.as_ref().is_some_and(|word| word.0 == "moonlight")
            && request.files[0].file_name == "20261119_HN01_x.xlsx"
            && collected.source.id == Some(SOURCE)
            && collected.arrival == CollectedArrival::Held(id)
    });
    submitted.returning(|_| {
        Ok(Submission {
            upload: upload(UploadStatus::Queued),
            repeated: false,
        })
    });
    assert_eq!(confirm(world).await.unwrap().id, id);
}

#[tokio::test]
async fn what_is_not_held_cannot_be_confirmed() {
    for state in ArrivalState::ALL
        .into_iter()
        .filter(|state| *state != ArrivalState::Held)
    {
        let answer = confirm(with(arrival(state))).await;
        assert!(matches!(answer, Err(CollectionError::NotHeld)), "{state:?}");
    }
}

#[tokio::test]
async fn whoever_decides_second_is_told() {
    let mut world = with(arrival(ArrivalState::Held));
    world
        .uploads
        .expect_submit()
        .once()
        .returning(|_| Err(UploadError::Storage(StorageError::Stale("arrival"))));
    assert!(matches!(confirm(world).await, Err(CollectionError::NotHeld)));

    let mut world = World::default();
    world
        .arrivals
        .expect_discard()
        .once()
        .returning(|_, _, _, _| Ok(Decision::NotHeld));
    let office = ArrivalOffice::new(world.ports());
    let id = arrival(ArrivalState::Held).id;
    let answer = office.discard(id, None, &somebody()).await;
    assert!(matches!(answer, Err(CollectionError::NotHeld)));
}

#[tokio::test]
async fn what_is_discarded_keeps_the_persons_reason() {
    let mut world = World::default();
    world
        .arrivals
        .expect_discard()
        .once()
        .withf(|_, reason, at, by| reason.as_deref() == Some("어제 파일입니다") && *at == now() && *by == somebody())
        .returning(|_, _, _, _| Ok(Decision::Made(Box::new(arrival(ArrivalState::Discarded)))));
    let office = ArrivalOffice::new(world.ports());
    let reason = Some(" 어제 파일입니다 ".to_owned());
    let id = arrival(ArrivalState::Held).id;
    let discarded = office.discard(id, reason, &somebody()).await.unwrap();
    assert_eq!(discarded.state, ArrivalState::Discarded);
}

#[tokio::test]
async fn an_arrival_that_nobody_knows_is_told_as_unknown() {
    let mut world = World::default();
    world.arrivals.expect_find().returning(|_| Ok(None));
    let office = ArrivalOffice::new(world.ports());
    let answer = office.read(arrival(ArrivalState::Held).id).await;
    assert!(matches!(answer, Err(CollectionError::Unknown("arrival"))));
}
