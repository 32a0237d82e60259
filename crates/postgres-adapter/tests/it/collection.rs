//! Sources, their runs and what came: who works when, what stops, and what waits.
#![expect(clippy::disallowed_methods, reason = "identifiers of tests only have to differ")]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Visible;
use domain::collection::{
    Arrival, ArrivalDryRun, ArrivalFile, ArrivalId, ArrivalState, BrowserConfig, CollectionRunId, CollectionTrigger,
    Confirm, FolderConfig, HeldFor, RecordDateRule, RunCode, RunState, SecretName, Source, SourceConfig, SourceId,
    SourceMark, SourceState, Step, StepState, UrlConfig,
};
use domain::diagnostics::{DiagnosticCode, DiagnosticCounts};
use domain::production::ProductionId;
use domain::schedule::{Cron, Due};
use domain::upload::{Sha256, UploadKind};
use ports::actor::{Actor, Basis, Edit};
use ports::driven::collection::{
    ArrivalOrigin, ArrivalQuery, ArrivalRepository, BrowserTurn, CollectedArrival, CollectedUpload, CollectionRunQuery,
    CollectionRuns, Decision, LeasedRun, NewArrival, OriginFile, Renewal, RequestedCollection, RunEnd, RunFinish,
    RunRequest, SourceRecord, SourceRepository, SourceTraits, WalkedStep,
};
use ports::driven::{AuditAction, Lease, NewUpload, StorageError, UploadRepository};
use postgres_adapter::{PgArrivalRepository, PgCollectionRuns, PgPool, PgSourceRepository};
use uuid::Uuid;

use crate::support::{Hold, Storage, by, day, instant, new_upload, sold};

pub(crate) struct Collection {
    pub(crate) storage: Storage,
    pub(crate) sources: PgSourceRepository,
    pub(crate) runs: PgCollectionRuns,
    pub(crate) arrivals: PgArrivalRepository,
    pub(crate) actor: Actor,
}

fn secret(name: &str) -> SecretName {
    name.parse().unwrap()
}

pub(crate) fn folder(name: &str) -> Source {
    Source {
        id: SourceId(Uuid::now_v7()),
        name: name.to_owned(),
        production: None,
        record_date: RecordDateRule::FileName,
        schedule: Some(Cron::parse("30 9 * * *").unwrap()),
        is_active: true,
        confirm: Confirm::Serious,
        password_secret: None,
        config: SourceConfig::Folder(FolderConfig {
            root: "inbox".parse().unwrap(),
            path: Some(name.to_owned()),
            patterns: vec!["*.xlsx".to_owned()],
        }),
        created_at: instant(),
        updated_at: instant(),
        revision: 0,
    }
}

pub(crate) fn at_site(name: &str) -> (Source, SourceTraits) {
    let url = UrlConfig {
        url: "https://share.example.com/sales.xlsx".to_owned(),
        file_name: None,
        secret_header: None,
    };
    let traits = SourceTraits {
        site: Some("share.example.com".to_owned()),
        secrets: vec![secret("FILE_TOKEN")],
    };
    let source = Source {
        config: SourceConfig::Url(url),
        ..folder(name)
    };
    (source, traits)
}

impl Collection {
    pub(crate) async fn new() -> Self {
        let storage = Storage::new();
        let actor = by(&storage.enter_member("admin@example.com").await);
        let pool = || PgPool::new(storage.database.url(), 3);
        Self {
            sources: PgSourceRepository::new(pool()),
            runs: PgCollectionRuns::new(pool()),
            arrivals: PgArrivalRepository::new(pool()),
            actor,
            storage,
        }
    }

    pub(crate) async fn keep(&self, source: &Source, traits: &SourceTraits) -> SourceId {
        assert!(self.sources.insert(source, traits, &self.actor).await.unwrap());
        source.id
    }

    pub(crate) async fn find(&self, id: SourceId) -> SourceRecord {
        self.sources.find(id).await.unwrap().unwrap()
    }

    pub(crate) async fn request(&self, source: SourceId, is_dry: bool) -> RequestedCollection {
        let request = RunRequest {
            id: CollectionRunId(Uuid::now_v7()),
            source,
            is_dry,
            trigger: CollectionTrigger::Manual,
            record_date: None,
            at: instant(),
        };
        self.runs.request(&request, &self.actor).await.unwrap()
    }

    pub(crate) async fn lease(&self, holder: Uuid) -> Option<LeasedRun> {
        self.lease_at(holder, instant() + TimeDelta::minutes(1)).await
    }

    async fn lease_at(&self, holder: Uuid, now: DateTime<Utc>) -> Option<LeasedRun> {
        let turn = BrowserTurn {
            host_pause: Duration::from_mins(10),
        };
        self.runs.lease(lease(holder), turn, now).await.unwrap()
    }

    pub(crate) async fn end(&self, run: CollectionRunId, holder: Uuid, end: &RunEnd) -> bool {
        let now = instant() + TimeDelta::minutes(2);
        self.runs.finish(run, holder, end, now).await.unwrap()
    }

    /// Has a source run, and end so.
    pub(crate) async fn ran(&self, source: SourceId, end: &RunEnd) -> CollectionRunId {
        assert!(matches!(
            self.request(source, false).await,
            RequestedCollection::Queued(_)
        ));
        let holder = Uuid::now_v7();
        let run = self.lease(holder).await.unwrap().run.id;
        assert!(self.end(run, holder, end).await);
        run
    }

    pub(crate) async fn state(&self, id: SourceId) -> (SourceState, Option<RunCode>) {
        self.find(id)
            .await
            .standing
            .state(true, instant() + TimeDelta::minutes(3))
    }
}

fn lease(holder: Uuid) -> Lease {
    Lease {
        holder,
        length: Duration::from_mins(1),
    }
}

pub(crate) fn ended(state: RunState, code: Option<RunCode>) -> RunEnd {
    RunEnd::new(RunFinish::Ended(state), code, None)
}

pub(crate) fn arrival(source: SourceId, production: ProductionId, content: u8) -> NewArrival {
    NewArrival {
        arrival: Arrival {
            id: ArrivalId(Uuid::now_v7()),
            source: Some(source),
            source_name: "받은 파일".to_owned(),
            run: None,
            files: vec![ArrivalFile {
                file_name: "20261119_PL2612.xlsx".to_owned(),
                sha256: Sha256([content; 32]),
                size_bytes: 1_024,
            }],
            state: ArrivalState::Held,
            code: None,
            production_id: Some(production),
            production_code: None,
            record_date: Some(day("2026-11-19")),
            upload_id: None,
            held_for: vec![HeldFor::RevenueShrank, HeldFor::ReplacesManual],
            diagnostics: Vec::new(),
            diagnostic_counts: DiagnosticCounts::default(),
            dry_run: Some(ArrivalDryRun {
                kind: UploadKind::Sales,
                diagnostics: Vec::new(),
                facts: None,
                current_facts: None,
                replaces: None,
                becomes_current: true,
            }),
            at: instant(),
            decided_by: None,
            decided_at: None,
            reason: None,
        },
        origin: ArrivalOrigin {
            files: vec![OriginFile {
                disk_name: vec![0xff, content],
                size_bytes: 1_024,
                modified_ns: 7,
            }],
            password_secret: Some(secret("BOOK_PASSWORD")),
            ..ArrivalOrigin::default()
        },
    }
}

/// An upload of what just came.
pub(crate) fn collected(new: &NewArrival) -> NewUpload {
    let arrival = &new.arrival;
    NewUpload {
        collected: Some(CollectedUpload {
            source: SourceMark {
                id: arrival.source,
                name: arrival.source_name.clone(),
            },
            arrival: CollectedArrival::New(Box::new(new.clone())),
        }),
        ..new_upload(
            arrival.production_id.unwrap(),
            "2026-11-19",
            arrival.files[0].sha256.0[0],
        )
    }
}

#[tokio::test]
async fn sources_are_kept_whole_and_have_names_of_their_own() {
    let collection = Collection::new().await;
    let source = folder("받은 파일");
    let id = collection.keep(&source, &SourceTraits::default()).await;
    let kept = collection.find(id).await;
    assert_eq!(
        Source {
            revision: 0,
            ..kept.source.clone()
        },
        Source {
            revision: 0,
            ..source.clone()
        }
    );
    assert_eq!(kept.last_run, None);
    let traits = SourceTraits::default();
    let mut twin = folder("받은 파일");
    twin.config = at_site("주소").0.config;
    let taken = collection.sources.insert(&twin, &traits, &collection.actor);
    assert!(matches!(taken.await, Err(StorageError::Taken("name"))));
    let twin = Source {
        name: "같은 폴더".to_owned(),
        ..folder("받은 파일")
    };
    let taken = collection.sources.insert(&twin, &traits, &collection.actor);
    assert!(matches!(taken.await, Err(StorageError::Taken("config"))));
    let mut changed = kept.source.clone();
    changed.confirm = Confirm::Always;
    let edit = |basis| Edit {
        by: collection.actor,
        basis,
    };
    let update = async |edit: &Edit| {
        let traits = SourceTraits::default();
        collection
            .sources
            .update(&changed, &traits, None, AuditAction::SourceChanged, edit)
            .await
    };
    update(&edit(Basis::Any)).await.unwrap();
    assert_eq!(collection.find(id).await.source.confirm, Confirm::Always);
    assert!(matches!(
        update(&edit(Basis::OneOf(vec![kept.source.revision]))).await,
        Err(StorageError::Outdated(_))
    ));
    assert!(collection.sources.delete(id, &edit(Basis::Any)).await.unwrap());
    assert!(!collection.sources.delete(id, &edit(Basis::Any)).await.unwrap());
}

#[tokio::test]
async fn a_time_is_run_for_once_and_what_was_missed_is_told() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let record = collection.find(id).await;
    let due = Due {
        slot: Some(instant()),
        missed: vec![instant() - TimeDelta::days(1)],
        considered_until: instant(),
    };
    assert!(collection.runs.record(&record, &due, instant()).await.unwrap());
    // A second server considered the same.
    let _ = collection.runs.record(&record, &due, instant()).await.unwrap();
    let query = CollectionRunQuery {
        source: Some(id),
        ..CollectionRunQuery::default()
    };
    let listed = collection.runs.list(&query).await.unwrap();
    let states: Vec<_> = listed.items.iter().map(|run| run.state).collect();
    assert_eq!(states, [RunState::Missed, RunState::Queued]);
    assert_eq!(collection.find(id).await.considered_until, instant());
}

#[tokio::test]
async fn one_works_at_a_source_and_others_are_told_that_it_is_busy() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    assert!(matches!(
        collection.request(id, false).await,
        RequestedCollection::Queued(_)
    ));
    let (holder, other) = (Uuid::now_v7(), Uuid::now_v7());
    let leased = collection.lease(holder).await.unwrap();
    assert_eq!(leased.run.state, RunState::Running);
    assert_eq!(leased.source.unwrap().source.id, id);
    assert!(collection.lease(other).await.is_none());
    assert_eq!(collection.request(id, false).await, RequestedCollection::Busy);
    assert_eq!(collection.state(id).await.0, SourceState::Running);
    let run = leased.run.id;
    assert_eq!(collection.runs.renew(run, lease(other)).await.unwrap(), Renewal::Lost);
    assert_eq!(collection.runs.renew(run, lease(holder)).await.unwrap(), Renewal::Held);
    assert!(!collection.end(run, other, &ended(RunState::Succeeded, None)).await);
    assert!(collection.end(run, holder, &ended(RunState::Succeeded, None)).await);
    let done = collection.runs.find(run).await.unwrap().unwrap();
    assert_eq!((done.state, done.attempts), (RunState::Succeeded, 1));
    assert_eq!(collection.state(id).await, (SourceState::Ready, None));
    assert!(collection.find(id).await.last_success_at.is_some());
}

#[tokio::test]
async fn whoever_falls_silent_is_followed_by_another() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    collection.request(id, false).await;
    let run = collection.lease(Uuid::now_v7()).await.unwrap().run.id;
    collection
        .storage
        .execute("UPDATE collection_run SET leased_until = now() - interval '1 second'")
        .unwrap();
    let again = collection.lease(Uuid::now_v7()).await.unwrap();
    assert_eq!(again.run.id, run);
}

#[tokio::test]
async fn a_cancelled_run_is_told_to_whoever_works() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    collection.request(id, false).await;
    let holder = Uuid::now_v7();
    let run = collection.lease(holder).await.unwrap().run.id;
    collection.runs.cancel(run, instant()).await.unwrap().unwrap();
    assert_eq!(
        collection.runs.renew(run, lease(holder)).await.unwrap(),
        Renewal::Cancelled
    );
    // One that nobody has begun is cancelled at once.
    let other = collection.keep(&folder("다른 폴더"), &SourceTraits::default()).await;
    let RequestedCollection::Queued(queued) = collection.request(other, true).await else {
        panic!("it is not queued");
    };
    let cancelled = collection.runs.cancel(queued.id, instant()).await.unwrap().unwrap();
    assert_eq!(cancelled.state, RunState::Cancelled);
}

#[tokio::test]
async fn what_somebody_wants_ended_is_neither_tried_again_nor_taken_over() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    collection.request(id, false).await;
    let holder = Uuid::now_v7();
    let run = collection.lease(holder).await.unwrap().run.id;
    collection.runs.cancel(run, instant()).await.unwrap().unwrap();
    let again = RunFinish::Again(instant() + TimeDelta::minutes(5));
    let end = RunEnd::new(again, Some(RunCode::Timeout), None);
    assert!(collection.end(run, holder, &end).await);
    let done = collection.runs.find(run).await.unwrap().unwrap();
    assert_eq!((done.state, done.next_attempt_at), (RunState::Cancelled, None));
    assert!(done.finished_at.is_some());

    collection.request(id, false).await;
    let run = collection.lease(holder).await.unwrap().run.id;
    collection.runs.cancel(run, instant()).await.unwrap().unwrap();
    collection
        .storage
        .execute("UPDATE collection_run SET leased_until = now() - interval '1 second' WHERE state = 'running'")
        .unwrap();
    assert!(collection.lease(Uuid::now_v7()).await.is_none());
    let done = collection.runs.find(run).await.unwrap().unwrap();
    assert_eq!(done.state, RunState::Cancelled);
}

#[tokio::test]
async fn a_refused_account_stops_every_source_that_uses_it() {
    let collection = Collection::new().await;
    let (first, traits) = at_site("하나");
    let (second, _) = at_site("둘");
    let first = collection.keep(&first, &traits).await;
    let second = collection.keep(&second, &traits).await;
    let third = collection.keep(&folder("셋"), &SourceTraits::default()).await;
    let mut end = ended(RunState::Failed, Some(RunCode::LoginFailed));
    end.stops = traits.secrets.clone();
    collection.ran(first, &end).await;
    for id in [first, second] {
        assert_eq!(
            collection.state(id).await,
            (SourceState::Stopped, Some(RunCode::LoginFailed))
        );
    }
    assert_eq!(collection.state(third).await.0, SourceState::Ready);
    let at = instant() + TimeDelta::minutes(4);
    collection.sources.resume(second, at, &collection.actor).await.unwrap();
    assert_ne!(collection.state(second).await.0, SourceState::Stopped);
}

#[tokio::test]
async fn a_site_that_refused_is_left_alone() {
    let collection = Collection::new().await;
    let (first, traits) = at_site("하나");
    let (second, _) = at_site("둘");
    let first = collection.keep(&first, &traits).await;
    let second = collection.keep(&second, &traits).await;
    let until = instant() + TimeDelta::hours(6);
    let mut end = ended(RunState::Failed, Some(RunCode::Blocked));
    end.blocks = vec![("share.example.com".to_owned(), until)];
    collection.ran(first, &end).await;
    for id in [first, second] {
        assert_eq!(collection.find(id).await.standing.blocked_until, Some(until));
        assert_eq!(collection.state(id).await.0, SourceState::Blocked);
    }
}

#[tokio::test]
async fn an_account_is_used_ten_times_an_hour() {
    let collection = Collection::new().await;
    let (source, traits) = at_site("하나");
    let walk = BrowserConfig {
        recipe: "haneul-ticket".parse().unwrap(),
        params: BTreeMap::new(),
    };
    let source = Source {
        config: SourceConfig::Browser(walk),
        ..source
    };
    let id = collection.keep(&source, &traits).await;
    // Two walks at one host have their pause.
    let later = instant() + TimeDelta::hours(1);
    for _ in 0..10 {
        collection.request(id, false).await;
        let holder = Uuid::now_v7();
        let run = collection.lease_at(holder, later).await.unwrap().run.id;
        let now = instant() + TimeDelta::minutes(1);
        assert!(collection.runs.use_secrets(run, &traits.secrets, now).await.unwrap());
        collection.end(run, holder, &ended(RunState::NothingNew, None)).await;
    }
    assert_eq!(collection.request(id, false).await, RequestedCollection::TooManyRuns);
}

#[tokio::test]
async fn what_is_held_waits_for_those_who_see_it_and_is_decided_once() {
    let collection = Collection::new().await;
    let production = collection.storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let new = arrival(id, production, 1);
    collection.arrivals.store(&new, instant()).await.unwrap();
    let held = collection.arrivals.find(new.arrival.id).await.unwrap().unwrap();
    assert_eq!(held.held_for, new.arrival.held_for);
    assert_eq!(held.files, new.arrival.files);
    assert_eq!(held.production_code.unwrap().as_str(), "PL2612");
    let secret_of = collection.arrivals.password_secret(held.id).await.unwrap();
    assert_eq!(secret_of, Some(secret("BOOK_PASSWORD")));
    let listed = async |visible| {
        let query = ArrivalQuery {
            visible,
            state: Some(ArrivalState::Held),
            ..ArrivalQuery::default()
        };
        collection.arrivals.list(&query).await.unwrap().total
    };
    assert_eq!(listed(Visible::All).await, 1);
    assert_eq!(listed(Visible::Only(std::iter::empty().collect())).await, 0);
    assert_eq!(listed(Visible::Only(std::iter::once(production).collect())).await, 1);
    let discard = async || {
        let reason = Some("잘못 받음".to_owned());
        collection
            .arrivals
            .discard(held.id, reason, instant(), &collection.actor)
            .await
            .unwrap()
    };
    let Decision::Made(discarded) = discard().await else {
        panic!("it was held");
    };
    assert_eq!(discarded.state, ArrivalState::Discarded);
    assert_eq!(discarded.reason.as_deref(), Some("잘못 받음"));
    assert_eq!(discard().await, Decision::NotHeld);
}

#[tokio::test]
async fn what_is_held_expires_and_a_newer_file_takes_its_place() {
    let collection = Collection::new().await;
    let production = collection.storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let state = async |id| collection.arrivals.find(id).await.unwrap().unwrap().state;
    let [first, second, third, new] = [1, 2, 3, 4].map(|content| arrival(id, production, content));
    collection.arrivals.store(&first, instant()).await.unwrap();
    collection.arrivals.store(&second, instant()).await.unwrap();
    assert_eq!(state(first.arrival.id).await, ArrivalState::Discarded);
    assert_eq!(state(second.arrival.id).await, ArrivalState::Held);
    // One that brings nothing leaves it waiting: it is no news, or its upload will fail.
    let mut same = arrival(id, production, 5);
    same.arrival.state = ArrivalState::Unchanged;
    collection.arrivals.store(&same, instant()).await.unwrap();
    let mut faulty = arrival(id, production, 8);
    faulty.arrival.diagnostic_counts = [(DiagnosticCode::ErrorCell, 1)].into();
    collection.storage.accept(&collected(&faulty)).await;
    assert_eq!(state(second.arrival.id).await, ArrivalState::Held);
    // Also one that is not held itself.
    collection.arrivals.store(&third, instant()).await.unwrap();
    assert_eq!(state(second.arrival.id).await, ArrivalState::Discarded);
    let good = arrival(id, production, 6);
    collection.storage.accept(&collected(&good)).await;
    assert_eq!(state(third.arrival.id).await, ArrivalState::Discarded);
    // One that is refused is none.
    collection.arrivals.store(&new, instant()).await.unwrap();
    let mut refused = arrival(id, production, 7);
    refused.arrival.state = ArrivalState::Refused;
    collection.arrivals.store(&refused, instant()).await.unwrap();
    assert_eq!(state(new.arrival.id).await, ArrivalState::Held);
    collection.runs.tidy(instant() + TimeDelta::days(13)).await.unwrap();
    assert_eq!(state(new.arrival.id).await, ArrivalState::Held);
    collection.runs.tidy(instant() + TimeDelta::days(15)).await.unwrap();
    assert_eq!(state(new.arrival.id).await, ArrivalState::Expired);
}

#[tokio::test]
async fn files_that_wait_to_be_moved_are_remembered_by_their_bytes_names() {
    let collection = Collection::new().await;
    let production = collection.storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let new = arrival(id, production, 1);
    collection.arrivals.store(&new, instant()).await.unwrap();
    let unmoved = collection.arrivals.unmoved(id).await.unwrap();
    assert_eq!(unmoved.len(), 1);
    assert_eq!(unmoved[0].files, new.origin.files);
    collection.arrivals.moved(new.arrival.id, instant()).await.unwrap();
    assert!(collection.arrivals.unmoved(id).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_upload_that_is_brought_back_tells_its_source_and_of_one_that_is_gone_the_name() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let named = |id| SourceMark {
        id,
        name: "받은 파일".to_owned(),
    };
    let bring_back = async |content| {
        let new = NewUpload {
            collected: Some(CollectedUpload {
                source: named(Some(id)),
                arrival: CollectedArrival::BroughtBack,
            }),
            ..new_upload(production, "2026-11-19", content)
        };
        storage.uploads.bring_back(&new, -i64::from(content)).await.unwrap()
    };
    let recorded = async |upload| storage.uploads.record(upload).await.unwrap().unwrap().source;
    let upload = bring_back(1).await;
    assert_eq!(upload.source, Some(named(Some(id))));
    assert_eq!(recorded(upload.id).await, Some(named(Some(id))));
    let arrivals = storage.number("SELECT count(*) AS number FROM arrival");
    assert_eq!(arrivals, 0, "what is brought back did not come once more");

    let edit = Edit {
        by: collection.actor,
        basis: Basis::Any,
    };
    assert!(collection.sources.delete(id, &edit).await.unwrap());
    assert_eq!(storage.find(upload.id).await.source, Some(named(None)));
    assert_eq!(recorded(upload.id).await, Some(named(None)));
    assert_eq!(bring_back(2).await.source, Some(named(None)));
}

#[tokio::test]
async fn what_was_withdrawn_is_known_by_the_bytes_that_came_and_by_those_that_are_kept() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    // A workbook that came locked, with one hash, and is kept opened, with another.
    let new = NewUpload {
        collected: collected(&arrival(id, production, 1)).collected,
        ..new_upload(production, "2026-11-19", 2)
    };
    let withdrawn = async |content: u8, on: &str| {
        let found = collection
            .arrivals
            .ground(id, production, day(on), &[content; 32])
            .await;
        found.unwrap().withdrawn_there
    };
    let upload = storage.accept(&new).await;
    storage.uploads.begin(upload).await.unwrap().unwrap();
    storage.publish(upload, &sold(10_000)).await;
    assert!(!withdrawn(1, "2026-11-19").await && !withdrawn(2, "2026-11-19").await);
    storage.withdraw(upload).await;
    assert!(withdrawn(1, "2026-11-19").await && withdrawn(2, "2026-11-19").await);
    assert!(!withdrawn(3, "2026-11-19").await && !withdrawn(1, "2026-11-18").await);
}

#[tokio::test]
async fn what_a_person_sent_or_withdrew_is_not_undone_without_a_yes() {
    let collection = Collection::new().await;
    let storage = &collection.storage;
    let production = storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let found = |content, found: DiagnosticCounts| {
        let mut new = arrival(id, production, content);
        new.arrival.diagnostic_counts = found;
        collected(&new)
    };
    let good = |content| found(content, DiagnosticCounts::default());
    let needs_a_yes = async |new: NewUpload| {
        let accepted = storage.uploads.accept(&new).await;
        matches!(accepted, Err(StorageError::Stale("arrival")))
    };
    let by_hand = storage.send(production, "2026-11-19", 1).await;
    assert!(needs_a_yes(good(2)).await, "it is queued");
    storage.uploads.begin(by_hand).await.unwrap().unwrap();
    assert!(needs_a_yes(good(2)).await, "it is being read");
    storage.publish(by_hand, &sold(10_000)).await;
    assert!(needs_a_yes(good(2)).await, "it is live");
    let ground = collection
        .arrivals
        .ground(id, production, day("2026-11-19"), &[2; 32])
        .await;
    assert_eq!(ground.unwrap().manual_there, [UploadKind::Sales]);
    assert_eq!(storage.number("SELECT count(*) AS number FROM arrival"), 0);

    // What fails takes no place, unless nobody knows; and buyers are no sales.
    let untried = found(5, [(DiagnosticCode::InternalError, 1)].into());
    assert!(needs_a_yes(untried).await, "it may be read all the same");
    storage.accept(&found(3, [(DiagnosticCode::ErrorCell, 1)].into())).await;
    let buyers = NewUpload {
        kind: UploadKind::Buyers,
        ..good(4)
    };
    storage.accept(&buyers).await;

    storage.withdraw(by_hand).await;
    assert!(needs_a_yes(good(1)).await, "these bytes were withdrawn");
    storage.accept(&good(2)).await;
}

#[tokio::test]
async fn what_is_held_stays_when_it_comes_again_and_what_somebody_discarded_is_known() {
    let collection = Collection::new().await;
    let production = collection.storage.enter_play("PL2612").await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let asked = async |content: u8| {
        let found = collection
            .arrivals
            .ground(id, production, day("2026-11-19"), &[content; 32])
            .await;
        found.unwrap().asked_there
    };
    let held = async |first| collection.storage.uploads.held(first).await.unwrap();
    let first = arrival(id, production, 1);
    collection.arrivals.store(&first, instant()).await.unwrap();
    assert_eq!(asked(1).await, Some(ArrivalState::Held));
    assert_eq!(held(1).await, [Sha256([1; 32])]);
    assert!(held(2).await.is_empty());

    let mut again = arrival(id, production, 1);
    again.arrival.state = ArrivalState::Unchanged;
    again.origin.files[0].modified_ns = 8;
    collection.arrivals.store(&again, instant()).await.unwrap();
    assert_eq!(asked(1).await, Some(ArrivalState::Held));
    let discarded = collection
        .arrivals
        .discard(first.arrival.id, None, instant(), &collection.actor);
    assert!(matches!(discarded.await.unwrap(), Decision::Made(_)));
    assert_eq!(asked(1).await, Some(ArrivalState::Discarded));
    assert!(held(1).await.is_empty());

    // Of one that had to make way for a newer one nobody has said anything.
    for content in [2, 3] {
        let new = arrival(id, production, content);
        collection.arrivals.store(&new, instant()).await.unwrap();
    }
    assert_eq!(asked(2).await, None);
    assert_eq!(asked(3).await, Some(ArrivalState::Held));
}

#[tokio::test]
async fn an_end_is_kept_without_what_a_database_takes_for_no_text() {
    let collection = Collection::new().await;
    let id = collection.keep(&folder("받은 파일"), &SourceTraits::default()).await;
    let finish = RunFinish::Ended(RunState::Failed);
    let mut end = RunEnd::new(finish, Some(RunCode::FailedStep), Some("경\0고".to_owned()));
    end.steps = vec![WalkedStep {
        step: Step {
            index: 1,
            kind: "click".to_owned(),
            note: None,
            state: StepState::Failed,
            took_ms: 10,
            detail: Some("알\0림".to_owned()),
            has_picture: false,
            has_page: true,
        },
        picture: None,
        page: Some("<p>\0</p>".to_owned()),
    }];
    end.ignored = vec!["메\0모.docx".to_owned()];
    let run = collection.ran(id, &end).await;
    let done = collection.runs.find(run).await.unwrap().unwrap();
    assert_eq!(done.detail.as_deref(), Some("경고"));
    assert_eq!(done.steps[0].detail.as_deref(), Some("알림"));
    assert_eq!(done.ignored, ["메모.docx"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_waits_for_whoever_deletes_its_source_instead_of_standing_in_the_way() {
    let collection = Arc::new(Collection::new().await);
    let (source, traits) = at_site("하나");
    let id = collection.keep(&source, &traits).await;
    collection.request(id, false).await;
    let holder = Uuid::now_v7();
    let run = collection.lease(holder).await.unwrap().run.id;
    let locked = format!("SELECT FROM source WHERE id = '{id}' FOR NO KEY UPDATE");
    let mut deleting = Hold::by(&collection.storage.database, &locked);
    let mut end = ended(RunState::Failed, Some(RunCode::LoginFailed));
    end.stops = traits.secrets.clone();
    let ending = {
        let collection = Arc::clone(&collection);
        tokio::spawn(async move { collection.end(run, holder, &end).await })
    };
    deleting.until_waiting(1);
    deleting.go_on("UPDATE collection_run SET cancelled = true WHERE state = 'running'");
    deleting.commit();
    assert!(ending.await.unwrap());
    assert_eq!(
        collection.state(id).await,
        (SourceState::Stopped, Some(RunCode::LoginFailed))
    );
}

#[tokio::test]
async fn when_a_host_was_asked_last_is_found_without_reading_all_runs() {
    let collection = Collection::new().await;
    let indexes = "SELECT indexdef AS text FROM pg_indexes WHERE indexname = 'collection_run_of_site'";
    let indexes = collection.storage.texts(indexes);
    assert_eq!(indexes.len(), 1);
    assert!(indexes[0].contains("(site, tried_at)"), "{indexes:?}");
}
