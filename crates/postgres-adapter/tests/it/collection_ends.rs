//! What of collection makes way for what: files for newer ones of their kind, sources for the end of their production.

use std::sync::Arc;

use domain::collection::{ArrivalState, CollectionRunId, RunCode, RunState, SourceState};
use domain::upload::UploadKind;
use ports::actor::{Actor, Edit};
use ports::driven::collection::{
    ArrivalRepository, CollectedArrival, CollectionRuns, NewArrival, RequestedCollection, RunArrivals, SameUpload,
    SourceRepository, SourceTraits,
};
use ports::driven::{NewUpload, ProductionDeletion, ProductionRepository, UploadRepository};
use uuid::Uuid;

use crate::collection::{Collection, arrival, at_site, collected, ended, folder};
use crate::support::{Hold, day, instant, new_upload};

/// Whoever works on a run in these tests.
const HOLDER: Uuid = Uuid::from_u128(77);

/// The same, of which something else became than that it is held.
fn became(mut new: NewArrival, state: ArrivalState) -> NewArrival {
    new.arrival.state = state;
    new
}

/// The same, which came with this run.
fn with(mut new: NewArrival, run: CollectionRunId) -> NewArrival {
    new.arrival.run = Some(run);
    new
}

#[tokio::test]
async fn what_waits_makes_way_for_a_file_of_its_own_kind_only() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let state = async |new: &NewArrival| {
        let found = collection.arrivals.find(new.arrival.id).await;
        found.unwrap().unwrap().state
    };
    let store = async |new: &NewArrival| collection.arrivals.store(new, instant()).await.unwrap();
    let of_buyers = |content| {
        let mut new = arrival(id, production, content);
        new.arrival.dry_run.as_mut().unwrap().kind = UploadKind::Buyers;
        new
    };
    let (sales, buyers) = (arrival(id, production, 1), of_buyers(2));
    store(&sales).await;
    store(&buyers).await;
    assert_eq!(state(&sales).await, ArrivalState::Held);
    let uploaded = NewUpload {
        kind: UploadKind::Buyers,
        ..collected(&of_buyers(3))
    };
    let upload = storage.accept(&uploaded).await;
    assert_eq!(state(&buyers).await, ArrivalState::Discarded);

    // What is there already is of the kind of its upload.
    let buyers = of_buyers(4);
    store(&buyers).await;
    let mut again = became(arrival(id, production, 5), ArrivalState::Unchanged);
    again.arrival.upload_id = Some(upload);
    again.arrival.dry_run = None;
    store(&again).await;
    assert_eq!(state(&buyers).await, ArrivalState::Discarded);
    assert_eq!(state(&sales).await, ArrivalState::Held);
    storage.accept(&collected(&arrival(id, production, 6))).await;
    assert_eq!(state(&sales).await, ArrivalState::Discarded);
}

#[tokio::test]
async fn what_is_there_is_known_by_its_kind_and_by_the_bytes_that_came() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let ground = async |content: u8, on: &str| {
        let found = collection
            .arrivals
            .ground(id, production, day(on), &[content; 32])
            .await;
        found.unwrap()
    };
    let by_hand = NewUpload {
        kind: UploadKind::Buyers,
        ..new_upload(production, "2026-11-19", 1)
    };
    let by_hand = storage.accept(&by_hand).await;
    let of_buyers = SameUpload {
        id: by_hand,
        kind: UploadKind::Buyers,
        is_kind_found: false,
    };
    assert_eq!(ground(1, "2026-11-19").await.same_there, [of_buyers]);

    // A workbook that came locked and waited; with a yes it is kept opened, with another hash.
    let locked = arrival(id, production, 2);
    collection.arrivals.store(&locked, instant()).await.unwrap();
    let mut opened = NewUpload {
        collected: collected(&locked).collected,
        ..new_upload(production, "2026-11-19", 3)
    };
    if let Some(collected) = &mut opened.collected {
        collected.arrival = CollectedArrival::Held(locked.arrival.id);
    }
    let opened = SameUpload {
        id: storage.accept(&opened).await,
        kind: UploadKind::Sales,
        is_kind_found: true,
    };
    for content in [2, 3] {
        assert_eq!(ground(content, "2026-11-19").await.same_there, [opened]);
    }
    assert!(ground(2, "2026-11-19").await.brought_before);
    assert!(ground(2, "2026-11-18").await.same_there.is_empty());
    assert!(ground(4, "2026-11-19").await.same_there.is_empty());
}

#[tokio::test]
async fn a_run_knows_what_it_brought_in_attempts_that_nobody_ended() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let run = async || collection.ran(id, &ended(RunState::NothingNew, None)).await;
    let brought = async |run| {
        let RunArrivals { has_rejected, has_news } = collection.arrivals.of_run(run).await.unwrap();
        (has_rejected, has_news)
    };
    let store = async |new: &NewArrival| collection.arrivals.store(new, instant()).await.unwrap();
    let first = run().await;
    assert_eq!(brought(first).await, (false, false));
    let upload = storage
        .accept(&collected(&with(arrival(id, production, 1), first)))
        .await;
    assert_eq!(brought(first).await, (false, true));

    // The same once more is none, and what somebody else sent is.
    let second = run().await;
    let mut again = with(became(arrival(id, production, 1), ArrivalState::Unchanged), second);
    again.arrival.upload_id = Some(upload);
    again.origin.files[0].modified_ns = 8;
    store(&again).await;
    assert_eq!(brought(second).await, (false, false));
    let by_hand = storage.send(production, "2026-11-18", 2).await;
    let mut there = with(became(arrival(id, production, 2), ArrivalState::Unchanged), second);
    there.arrival.upload_id = Some(by_hand);
    store(&there).await;
    assert_eq!(brought(second).await, (false, true));

    let third = run().await;
    store(&with(became(arrival(id, production, 3), ArrivalState::Refused), third)).await;
    assert_eq!(brought(third).await, (true, false));
    let fourth = run().await;
    store(&with(arrival(id, production, 4), fourth)).await;
    assert_eq!(brought(fourth).await, (false, true));

    storage.uploads.begin(upload).await.unwrap().unwrap();
    assert!(storage.fail(upload).await);
    assert_eq!(brought(first).await, (true, true));
}

#[tokio::test]
async fn the_sources_of_a_production_go_with_it_as_if_each_were_deleted() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let keep = async |name: &str, production| {
        let mut source = folder(name);
        source.production = production;
        collection.keep(&source, &SourceTraits::default()).await
    };
    let at_work = keep("하나", Some(production)).await;
    let waiting = keep("둘", Some(production)).await;
    let by_name = keep("셋", None).await;
    collection.request(at_work, false).await;
    let leased = collection.lease(HOLDER).await.unwrap().run.id;
    let RequestedCollection::Queued(queued) = collection.request(waiting, false).await else {
        panic!("it is not queued");
    };
    let held = arrival(by_name, production, 1);
    collection.arrivals.store(&held, instant()).await.unwrap();
    let version = storage.data_version();

    let edit = Edit::unconditional(Actor::SYSTEM);
    let deleted = storage.productions.delete(production, true, &edit).await.unwrap();
    assert_eq!(deleted, ProductionDeletion::Deleted);
    assert_eq!(storage.data_version(), version + 1);
    let run = async |id| collection.runs.find(id).await.unwrap().unwrap();
    assert_eq!(run(queued.id).await.state, RunState::Cancelled);
    assert!(run(queued.id).await.finished_at.is_some());
    assert_eq!(run(leased).await.source, None);
    let of_leased = format!("SELECT count(*) AS number FROM collection_run WHERE id = '{leased}' AND cancelled");
    assert_eq!(storage.number(&of_leased), 1);
    let mut ids = [at_work.to_string(), waiting.to_string()];
    ids.sort_unstable();
    let audit = "SELECT subject_id AS text FROM audit_entry WHERE action = 'source.deleted' ORDER BY id";
    assert_eq!(storage.texts(audit), ids);
    assert!(collection.sources.find(at_work).await.unwrap().is_none());
    assert!(collection.sources.find(by_name).await.unwrap().is_some());
    let held = collection.arrivals.find(held.arrival.id).await.unwrap().unwrap();
    assert_eq!((held.state, held.production_id), (ArrivalState::Discarded, None));
    assert!(held.decided_at.is_some() && held.decided_by.is_none());
}

#[tokio::test]
async fn a_refused_account_stops_the_others_also_where_its_own_source_was_deleted() {
    let collection = Collection::new().await;
    let (first, traits) = at_site("하나");
    let (second, _) = at_site("둘");
    let first = collection.keep(&first, &traits).await;
    let second = collection.keep(&second, &traits).await;
    collection.request(first, false).await;
    let run = collection.lease(HOLDER).await.unwrap().run.id;
    let edit = Edit::unconditional(collection.actor);
    assert!(collection.sources.delete(first, &edit).await.unwrap());
    let mut end = ended(RunState::Failed, Some(RunCode::LoginFailed));
    end.stops = traits.secrets.clone();
    assert!(collection.end(run, HOLDER, &end).await);
    assert_eq!(
        collection.state(second).await,
        (SourceState::Stopped, Some(RunCode::LoginFailed))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_waits_for_the_deletion_of_its_production() {
    let collection = Arc::new(Collection::new().await);
    let production = collection.storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let mut deleting = Hold::of(&collection.storage.database, production);
    let storing = {
        let (collection, new) = (Arc::clone(&collection), arrival(id, production, 1));
        tokio::spawn(async move { collection.arrivals.store(&new, instant()).await })
    };
    deleting.until_waiting(1);
    deleting.go_on(&format!("DELETE FROM source WHERE id = '{id}'"));
    deleting.release();
    storing.await.unwrap().unwrap();
}
