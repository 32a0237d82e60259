//! The data version, and what is announced with it.

use std::collections::BTreeMap;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use domain::calendar::{DateRange, Grain, Month};
use domain::planning::{DailyTargets, PeriodChange};
use domain::production::{Category, ProductionDraft};
use domain::reports::{revenue, target_vs_actual, upload_coverage};
use domain::upload::UploadKind;
use ports::actor::{Actor, Edit};
use ports::driven::{
    Change, Changes, Concern, DataVersion, JobQuery, JobQueue, NoteRepository, PlanRepository, ProductionQuery,
    ProductionRepository, Subscription, Topic, UploadQuery, UploadRepository, UserRepository, Verdict, Versions,
    WeekNotesPatch,
};
use postgres_adapter::{PgChanges, PgDataVersion, queue};

use crate::support::{Storage, day, draft, everything, figures, instant, new_upload, production, sold};

/// Far more than an announcement takes.
const PATIENCE: Duration = Duration::from_secs(20);

struct Ear {
    subscription: Box<dyn Subscription>,
    /// Listens while this is there.
    changes: PgChanges,
}

impl Ear {
    async fn on(storage: &Storage) -> Self {
        let pool = queue::connect(storage.database.url()).await.unwrap();
        let changes = PgChanges::listen(&pool).await.unwrap();
        Self {
            subscription: changes.subscribe(),
            changes,
        }
    }

    async fn next(&mut self) -> Change {
        let next = tokio::time::timeout(PATIENCE, self.subscription.next()).await;
        next.expect("something is announced")
    }

    /// What is announced up to now: all before an announcement of our own, which comes after them.
    async fn heard(&mut self, storage: &Storage) -> Vec<(i64, Topic)> {
        let before = storage.data_version();
        storage.execute(&announcing("version + 1", "version", "job")).unwrap();
        let mut heard = Vec::new();
        loop {
            match self.next().await {
                Change::Committed { data_version, .. } if data_version > before => return heard,
                Change::Committed { data_version, topic } => heard.push((data_version, topic)),
                Change::Missed => panic!("nothing was missed"),
            }
        }
    }
}

/// A change of the version, and an announcement of one, true or not.
fn announcing(version: &str, announced: &str, topic: &str) -> String {
    format!(
        "WITH raised AS (UPDATE data_version SET version = {version} RETURNING version, channel)
         SELECT pg_notify(channel, json_build_object('version', {announced}, 'topic', '{topic}', 'id', null)::text)
         FROM raised"
    )
}

/// Ends the connections that listen.
const DEAFEN: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                      WHERE datname = current_database() AND query LIKE 'SELECT version, %, channel%'";

/// The versions after a change of these topics.
fn raised(before: Versions, topics: &[Topic]) -> Versions {
    let concerns = |concern| i64::from(topics.iter().any(|topic| topic.concern() == concern));
    Versions {
        data: before.data + 1,
        figures: before.figures + concerns(Concern::Figures),
        access: before.access + concerns(Concern::Access),
    }
}

/// Runs a step, and expects it to raise the data version by one, those of figures and access where one of these topics
/// concerns them, and to announce the topics, in any order.
macro_rules! announces {
    ($storage:expr, $ear:expr, $step:expr, $topics:expr) => {{
        let versions = raised($storage.versions(), &$topics);
        let version = versions.data;
        let outcome = $step.await;
        assert_eq!($storage.versions(), versions);
        let mut heard: Vec<_> = $ear
            .heard(&$storage)
            .await
            .iter()
            .map(|change| format!("{change:?}"))
            .collect();
        let mut expected: Vec<_> = $topics
            .iter()
            .map(|topic: &Topic| format!("{:?}", (version, topic)))
            .collect();
        heard.sort();
        expected.sort();
        assert_eq!(heard, expected);
        outcome
    }};
}

#[tokio::test]
async fn each_change_of_a_plan_raises_the_version_by_one_and_is_announced() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-11-16")),
        sale_end: Some(day("2026-11-30")),
        ..draft("PL1", Category::Play)
    };
    let new = production(on_sale);
    let id = new.id;
    let period = PeriodChange::plan(new.details.sale_period(), &DailyTargets::new(), &BTreeMap::new());
    announces!(storage, ear, storage.insert(&new, &period), [Topic::Production(id)]).unwrap();
    announces!(
        storage,
        ear,
        storage.change(id, |draft| draft.sale_end = None),
        [Topic::Production(id)]
    );
    announces!(
        storage,
        ear,
        storage.change(id, |draft| draft.sale_end = draft.sale_start),
        [Topic::Production(id)]
    );
    let targets = DailyTargets::from([(day("2026-11-16"), 5)]);
    announces!(
        storage,
        ear,
        storage
            .plans
            .set_targets(id, &targets, &Edit::unconditional(Actor::SYSTEM)),
        [Topic::Target(id)]
    )
    .unwrap();
    let notes = BTreeMap::from([(day("2026-11-16"), WeekNotesPatch::default())]);
    announces!(
        storage,
        ear,
        storage
            .plans
            .change_weeks(id, &notes, &Edit::unconditional(Actor::SYSTEM)),
        [Topic::Note(Some(id))]
    )
    .unwrap();
    let notes = BTreeMap::from([(Month::of(day("2026-11-16")), Some("수능".to_owned()))]);
    announces!(
        storage,
        ear,
        storage.notes.set_by_month(&notes, &Edit::unconditional(Actor::SYSTEM)),
        [Topic::Note(None)]
    )
    .unwrap();
}

#[tokio::test]
async fn each_step_of_an_upload_raises_the_version_by_one_and_is_announced() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut ear = Ear::on(&storage).await;
    let (upload, snapshot) = (|upload| Topic::Upload(upload, id), Topic::Snapshot(id));

    let new = new_upload(id, "2026-11-18", 1);
    let first = announces!(storage, ear, storage.accept(&new), [upload(new.id)]);
    announces!(storage, ear, storage.uploads.begin(first), [upload(first)]).unwrap();
    announces!(
        storage,
        ear,
        storage.publish(first, &sold(1)),
        [upload(first), snapshot]
    );

    let second = storage.send(id, "2026-11-18", 2).await;
    ear.heard(&storage).await;
    announces!(
        storage,
        ear,
        storage.publish(second, &sold(2)),
        [upload(first), upload(second), snapshot]
    );
    announces!(
        storage,
        ear,
        storage.withdraw(second),
        [upload(first), upload(second), snapshot]
    );

    let third = storage.send(id, "2026-11-18", 3).await;
    ear.heard(&storage).await;
    announces!(storage, ear, storage.fail(third), [upload(third)]);
    announces!(storage, ear, storage.withdraw(first), [upload(first), snapshot]);
}

#[tokio::test]
async fn a_snapshot_is_announced_only_where_the_current_one_changes() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let current = storage.upload(id, "2026-11-19", &sold(1)).await;
    let mut ear = Ear::on(&storage).await;
    let upload = |upload| Topic::Upload(upload, id);

    // Of an older record date.
    let older = storage.send(id, "2026-11-18", 1).await;
    ear.heard(&storage).await;
    let others = Topic::LiveUploads(id);
    announces!(storage, ear, storage.publish(older, &sold(1)), [upload(older), others]);
    announces!(storage, ear, storage.withdraw(older), [upload(older), others]);
    // Superseded at once, and withdrawn as such.
    let overtaken = storage.send(id, "2026-11-19", 2).await;
    let last = storage.send(id, "2026-11-19", 3).await;
    ear.heard(&storage).await;
    let topics = [upload(current), upload(last), Topic::Snapshot(id)];
    announces!(storage, ear, storage.publish(last, &sold(1)), topics);
    announces!(storage, ear, storage.publish(overtaken, &sold(1)), [upload(overtaken)]);
    announces!(storage, ear, storage.withdraw(overtaken), [upload(overtaken)]);
}

#[tokio::test]
async fn a_sweep_raises_the_version_by_one_for_each_upload_that_it_ends() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let lost = [
        storage.send(id, "2026-11-18", 1).await,
        storage.send(id, "2026-11-19", 1).await,
    ];
    storage.execute("DELETE FROM apalis.jobs").unwrap();
    let version = storage.data_version();
    let mut ear = Ear::on(&storage).await;
    storage
        .uploads
        .fail_abandoned(&Verdict::default(), instant())
        .await
        .unwrap();
    let heard = ear.heard(&storage).await;
    assert_eq!(
        heard.iter().map(|(version, _)| *version).collect::<Vec<_>>(),
        [version + 1, version + 2]
    );
    assert!(
        lost.iter()
            .all(|upload| heard.iter().any(|(_, topic)| *topic == Topic::Upload(*upload, id)))
    );
}

#[tokio::test]
async fn reading_and_doing_nothing_raise_and_announce_nothing() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.upload(id, "2026-11-19", &sold(10_000)).await;
    let pending = new_upload(id, "2026-11-18", 1);
    storage.accept(&pending).await;
    storage.uploads.begin(pending.id).await.unwrap();
    let (version, mut ear) = (storage.data_version(), Ear::on(&storage).await);

    storage.productions.find(id).await.unwrap();
    storage.productions.find_plan(id).await.unwrap();
    storage.productions.list(&ProductionQuery::default()).await.unwrap();
    storage.plans.targets(id).await.unwrap();
    storage.plans.weeks(id).await.unwrap();
    storage.notes.by_month(None, None).await.unwrap();
    storage.uploads.find(upload).await.unwrap();
    storage.uploads.list(&UploadQuery::default()).await.unwrap();
    storage
        .uploads
        .neighbours(id, day("2026-11-19"), UploadKind::Sales)
        .await
        .unwrap();
    storage.jobs.list(&JobQuery::default()).await.unwrap();
    figures::<revenue::Revenue>(&storage.reports, &everything(), ())
        .await
        .unwrap();
    figures::<target_vs_actual::TargetVsActual>(&storage.reports, &everything(), Grain::Day)
        .await
        .unwrap();
    // Repeats of what has been done.
    storage.uploads.accept(&new_upload(id, "2026-11-18", 1)).await.unwrap();
    storage.uploads.begin(pending.id).await.unwrap();
    storage.publish(upload, &sold(20_000)).await;
    storage.fail(upload).await;
    storage
        .uploads
        .fail_abandoned(&Verdict::default(), instant())
        .await
        .unwrap();

    assert_eq!(storage.data_version(), version);
    assert_eq!(ear.heard(&storage).await, []);
}

#[tokio::test]
async fn what_is_refused_is_not_announced() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let version = storage.data_version();
    let mut ear = Ear::on(&storage).await;
    let taken = production(draft("PL1", Category::Play));
    storage.insert(&taken, &PeriodChange::default()).await.unwrap_err();
    storage
        .plans
        .set_targets(
            id,
            &DailyTargets::from([(day("2026-11-19"), 1)]),
            &Edit::unconditional(Actor::SYSTEM),
        )
        .await
        .unwrap_err();
    assert_eq!(storage.data_version(), version);
    assert_eq!(ear.heard(&storage).await, []);
}

#[tokio::test]
async fn every_subscriber_hears_what_is_announced_after_it_came() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let id = storage.enter_play("PL1").await;
    let heard = ear.next().await;
    let mut late = ear.changes.subscribe();
    let other = storage.enter_play("PL2").await;
    let topics = [heard, ear.next().await, late.next().await].map(|change| match change {
        Change::Committed { topic, .. } => topic,
        Change::Missed => panic!("nothing was missed"),
    });
    assert_eq!(topics, [id, other, other].map(Topic::Production));
}

#[tokio::test]
async fn who_falls_far_behind_is_told_that_something_was_missed() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let mut quick = ear.changes.subscribe();
    let many = announcing("version + 1", "version", "note");
    for _ in 0..1_100 {
        storage.execute(&many).unwrap();
    }
    let last = async {
        while !matches!(
            quick.next().await,
            Change::Committed {
                data_version: 1_100,
                ..
            }
        ) {}
    };
    tokio::time::timeout(PATIENCE, last).await.unwrap();
    assert_eq!(ear.next().await, Change::Missed);
}

#[tokio::test]
async fn what_cannot_be_understood_is_passed_over() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    storage
        .execute("SELECT pg_notify(channel, '?') FROM data_version")
        .unwrap();
    storage
        .execute(&announcing("version + 1", "version", "of-a-newer-version"))
        .unwrap();
    assert_eq!(ear.heard(&storage).await, []);
}

#[tokio::test]
async fn after_a_lost_connection_it_is_told_and_listens_again() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    storage.execute(DEAFEN).unwrap();
    assert_eq!(ear.next().await, Change::Missed);
    let id = storage.enter_play("PL1").await;
    let heard = ear.heard(&storage).await;
    assert_eq!(heard, [(1, Topic::Production(id))]);
}

#[tokio::test]
async fn while_the_database_is_away_nobody_is_told_to_look() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let name = storage
        .database
        .url()
        .split(['/', '?'])
        .find(|part| part.starts_with("test_"))
        .unwrap()
        .to_owned();
    let mut outside = PgConnection::establish(&std::env::var("TEST_DATABASE_URL").unwrap()).unwrap();
    let door = |open: bool| format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {open}");
    outside.batch_execute(&door(false)).unwrap();
    let listeners = DEAFEN.replace("current_database()", &format!("'{name}'"));
    outside.batch_execute(&listeners).unwrap();
    // Until it listens again there is no use in looking: the next change would be missed.
    let early = tokio::time::timeout(Duration::from_secs(1), ear.subscription.next()).await;
    assert!(early.is_err(), "{early:?}");
    outside.batch_execute(&door(true)).unwrap();
    assert_eq!(ear.next().await, Change::Missed);
    let id = storage.enter_play("PL1").await;
    assert_eq!(ear.heard(&storage).await, [(1, Topic::Production(id))]);
}

#[tokio::test]
async fn who_is_told_to_look_reads_what_was_missed() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let known = PgDataVersion::new(storage.database.pool(), &ear.changes);
    storage.execute(DEAFEN).unwrap();
    // Announced while nobody listens.
    storage.enter_play("PL1").await;
    let missed = storage.data_version();
    assert_eq!(ear.next().await, Change::Missed);
    assert!(known.known().data >= missed, "{:?} is before {missed}", known.known());
}

#[tokio::test]
async fn what_is_announced_and_did_not_happen_changes_nothing() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let known = PgDataVersion::new(storage.database.pool(), &ear.changes);
    for channel in ["'fullhouse_changes'", "channel"] {
        let forged = format!(
            r#"SELECT pg_notify({channel}, '{{"version": 9223372036854775807, "topic": "job", "id": null}}')
               FROM data_version"#
        );
        storage.execute(&forged).unwrap();
    }
    assert_eq!(ear.heard(&storage).await, []);
    assert_eq!(known.known(), storage.versions());
    assert_eq!(known.current().await.unwrap(), storage.versions());
}

#[tokio::test]
async fn a_change_that_nobody_announced_is_owned_up_to() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let known = PgDataVersion::new(storage.database.pool(), &ear.changes);
    storage
        .execute("UPDATE data_version SET version = version + 1")
        .unwrap();
    // Read by somebody here before anybody looked: it was missed all the same.
    known.current().await.unwrap();
    assert_eq!(ear.next().await, Change::Missed);
    let id = storage.enter_play("PL1").await;
    assert_eq!(ear.heard(&storage).await, [(2, Topic::Production(id))]);
}

#[tokio::test]
async fn a_database_that_went_back_goes_on_above_what_was_known_of_it() {
    let storage = Storage::new();
    storage.execute("UPDATE data_version SET version = 500").unwrap();
    let mut ear = Ear::on(&storage).await;
    let known = PgDataVersion::new(storage.database.pool(), &ear.changes);
    assert_eq!(known.known().data, 500);
    storage.execute("UPDATE data_version SET version = 400").unwrap();
    assert_eq!(ear.next().await, Change::Missed);
    assert_eq!((storage.data_version(), known.known().data), (501, 501));
    let id = storage.enter_play("PL1").await;
    assert_eq!(ear.heard(&storage).await, [(502, Topic::Production(id))]);
}

#[tokio::test]
async fn every_version_goes_on_above_what_was_known_of_it() {
    let becomes = |data, without_figures, without_access| {
        format!(
            "UPDATE data_version SET version = {data}, without_figures = {without_figures},
             without_access = {without_access}"
        )
    };
    // Restored, and others wrote at once: fewer changes of figures or access than were known, also where there are more in
    // all.
    for restored in [
        (400, 50, 50),
        (400, 390, 0),
        (400, 0, 390),
        (900, 890, 0),
        (900, 0, 890),
    ] {
        let storage = Storage::new();
        storage.execute(&becomes(500, 100, 100)).unwrap();
        let mut ear = Ear::on(&storage).await;
        let known = PgDataVersion::new(storage.database.pool(), &ear.changes);
        let before = known.known();
        assert_eq!((before.data, before.figures, before.access), (500, 400, 400));
        let (data, without_figures, without_access) = restored;
        storage
            .execute(&becomes(data, without_figures, without_access))
            .unwrap();
        let raised = async {
            while storage.versions().is_behind(before) {
                assert_eq!(ear.next().await, Change::Missed);
            }
        };
        tokio::time::timeout(PATIENCE, raised).await.unwrap();
        let now = storage.versions();
        let all_rose = now.data > before.data && now.figures > before.figures && now.access > before.access;
        assert!(all_rose, "{restored:?}: {now:?}");
    }
}

#[tokio::test]
async fn a_write_of_the_release_before_raises_every_version() {
    let storage = Storage::new();
    storage
        .upload(storage.enter_play("PL1").await, "2026-11-19", &sold(1))
        .await;
    storage.enter_member("a@example.com").await;
    let mut versions = storage.versions();
    assert!(
        versions.figures < versions.data && versions.access < versions.data,
        "{versions:?}"
    );
    // Its statement.
    storage.execute(&announcing("version + 1", "version", "job")).unwrap();
    versions.data += 1;
    versions.figures += 1;
    versions.access += 1;
    assert_eq!(storage.versions(), versions);
}

#[tokio::test]
async fn a_report_is_of_the_versions_that_it_was_read_at() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let coverage = async || {
        let days = DateRange::new(day("2026-11-17"), day("2026-11-19")).unwrap();
        let read = figures::<upload_coverage::UploadCoverage>(&storage.reports, &everything(), days)
            .await
            .unwrap();
        assert_eq!(read.versions, storage.versions());
        (read.versions.figures, format!("{:?}", read.value))
    };
    let mut seen = vec![coverage().await];
    let current = storage.upload(id, "2026-11-19", &sold(1)).await;
    seen.push(coverage().await);
    // Of an older record date: the current snapshot stays, and a day more is covered; then by another file.
    for files in [1, 2] {
        let older = new_upload(id, "2026-11-18", files);
        storage.accept(&older).await;
        assert_eq!(coverage().await, seen[seen.len() - 1], "queued");
        storage.uploads.begin(older.id).await.unwrap();
        assert_eq!(coverage().await, seen[seen.len() - 1], "processing");
        storage.publish(older.id, &sold(1)).await;
        seen.push(coverage().await);
    }
    let failed = storage.send(id, "2026-11-17", 3).await;
    storage.fail(failed).await;
    storage.enter_member("a@example.com").await;
    assert_eq!(coverage().await, seen[seen.len() - 1], "nothing that a report reads");
    storage.withdraw(current).await;
    seen.push(coverage().await);
    for pair in seen.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1, "{pair:?}");
    }
}

#[tokio::test]
async fn changes_of_what_somebody_may_do_raise_the_version_of_access() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let new = crate::support::member("a@example.com");
    let access = [Topic::Access(new.id)];
    announces!(storage, ear, storage.users.insert(&new, None, &Actor::SYSTEM), access).unwrap();
    let mut user = storage.users.find(new.id).await.unwrap().unwrap();
    let id = storage.enter_play("PL1").await;
    ear.heard(&storage).await;
    user.grants.production_ids.insert(id);
    announces!(
        storage,
        ear,
        storage.users.update(&user, &Edit::unconditional(Actor::SYSTEM)),
        access
    )
    .unwrap();
    // What goes with a production is a change of those who were granted it.
    let topics = [Topic::Access(new.id), Topic::Snapshot(id), Topic::Production(id)];
    announces!(
        storage,
        ear,
        storage
            .productions
            .delete(id, false, &Edit::unconditional(Actor::SYSTEM)),
        topics
    )
    .unwrap();
}

#[tokio::test]
async fn a_registration_raises_and_announces_nothing() {
    let storage = Storage::new();
    let mut ear = Ear::on(&storage).await;
    let newcomer = crate::support::member("a@example.com");
    let password = ports::driven::PasswordHash("hash".to_owned());
    storage
        .users
        .register(&newcomer, &password, &Actor::SYSTEM)
        .await
        .unwrap();
    assert_eq!(storage.data_version(), 0);
    assert_eq!(ear.heard(&storage).await, []);
}
