//! All figures in the text format of Prometheus.

use std::sync::atomic::AtomicU64;

use chrono::{DateTime, NaiveTime, Utc};
use domain::calendar::kst_instant;
use domain::schedule::Upkeep;
use domain::system::ReplicaState;
use ports::driven::collection::CollectionFigures;
use ports::driven::{ReplicationFigures, UpkeepStanding};
use ports::driving::{MarketFigures, SystemFigures};
use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

use crate::Services;

pub(crate) use prometheus_text::CONTENT_TYPE;

type Whole = Gauge<u64, AtomicU64>;

/// What this process counted, and what the machine and the database say now.
pub(crate) async fn exposition(services: &Services) -> String {
    let mut text = String::new();
    let figures = services.system.figures().await;
    // Without the database it is left out, as everything that the database knows.
    let collected = services.sources.figures().await.ok();
    for registry in [
        services.meters.registry(),
        &of_process(&figures),
        &of_server(services, &figures, collected.as_ref()),
        &of_market(&services.market.figures().await),
    ] {
        prometheus_text::encode(&mut text, registry).expect("a string takes everything");
    }
    text
}

/// What every process has, under the names that every process gives it.
fn of_process(figures: &SystemFigures) -> Registry {
    let mut registry = Registry::with_prefix("process");
    registry.register_with_unit(
        "start_time",
        "When the process began, since 1970",
        Unit::Seconds,
        instant(figures.process.started_at),
    );
    if let Some(bytes) = figures.process.resident_bytes {
        let help = "Memory that the process holds";
        registry.register_with_unit("resident_memory", help, Unit::Bytes, whole(bytes));
    }
    registry
}

/// Seconds since 1970, to the millisecond.
#[expect(clippy::cast_precision_loss, reason = "instants of these centuries fit")]
fn instant(at: DateTime<Utc>) -> Gauge<f64, AtomicU64> {
    let gauge = Gauge::default();
    gauge.set(at.timestamp_millis() as f64 / 1_000.0);
    gauge
}

fn of_server(services: &Services, figures: &SystemFigures, collected: Option<&CollectionFigures>) -> Registry {
    let mut registry = Registry::with_prefix("fullhouse");
    let build = Family::<[(&str, &str); 1], Whole>::default();
    build.get_or_create(&[("version", env!("CARGO_PKG_VERSION"))]).set(1);
    registry.register("build_info", "The release that runs", build);

    let answers = Family::<[(&str, &str); 1], Counter>::default();
    let counts = services.report_memory.counts();
    for (source, count) in [("memory", counts.remembered), ("computed", counts.computed)] {
        answers.get_or_create(&[("source", source)]).inc_by(count);
    }
    registry.register(
        "report_answers",
        "Reports that were answered as JSON, by where they came from",
        answers,
    );
    registry.register(
        "event_streams",
        "Open streams of events",
        whole(services.events.open_streams()),
    );
    let version = services.data_version.known().data;
    registry.register(
        "data_version",
        "Changes that were committed, as far as this server knows",
        whole(u64::try_from(version).unwrap_or(0)),
    );

    let connections = figures.connections;
    let busy = "Connections to the database that something is done by";
    registry.register("database_connections_busy", busy, whole(connections.busy));
    let most = "Connections to the database that there may be";
    registry.register("database_connections_max", most, whole(connections.most));
    of_replicas(&mut registry, &figures.replication);
    of_disks(&mut registry, figures);

    let up = u64::from(figures.database.is_ok());
    registry.register(
        "database_up",
        "Whether the database answered; without it what follows is left out",
        whole(up),
    );
    if figures.database.is_ok() {
        of_database(&mut registry, figures);
    }
    of_collection(&mut registry, services, collected);
    registry
}

/// How replicas of the database stand, and where reports are read where there are any.
fn of_replicas(registry: &mut Registry, replication: &ReplicationFigures) {
    let replicas = &replication.replicas;
    let states = Family::<[(&str, &str); 1], Whole>::default();
    for state in ReplicaState::ALL {
        let count = replicas.iter().filter(|replica| replica.state == state).count();
        states.get_or_create(&[("state", state.code())]).set(count as u64);
    }
    registry.register("replicas", "Replicas of the database, by how they stand", states);
    let behind = replicas.iter().map(|replica| replica.changes_behind).max();
    registry.register(
        "replica_changes_behind",
        "Changes that were committed and that the replica which is furthest behind had not replayed",
        whole(behind.unwrap_or(0)),
    );
    let reads = Family::<[(&str, &str); 1], Counter>::default();
    let of_replicas: u64 = replicas.iter().map(|replica| replica.reads).sum();
    for (database, count) in [("replica", of_replicas), ("primary", replication.primary_reads)] {
        reads.get_or_create(&[("database", database)]).inc_by(count);
    }
    registry.register(
        "report_reads",
        "Reports that were read where there are replicas, by the database that was asked",
        reads,
    );
}

fn of_collection(registry: &mut Registry, services: &Services, figures: Option<&CollectionFigures>) {
    let memory = "Memory that the browser takes which walks through sites";
    registry.register_with_unit(
        "browser_memory",
        memory,
        Unit::Bytes,
        whole(services.sources.browser_memory_bytes()),
    );
    let Some(figures) = figures else { return };
    let sources = Family::<[(&str, &str); 1], Whole>::default();
    for (state, count) in &figures.sources {
        sources.get_or_create(&[("state", state.code())]).set(*count);
    }
    registry.register("collection_sources", "Sources of figures, by state", sources);
    let successes = Family::<[(&str, String); 1], Gauge<f64, AtomicU64>>::default();
    for (source, at) in &figures.last_successes {
        #[expect(clippy::cast_precision_loss, reason = "instants of these centuries fit")]
        let seconds = at.timestamp_millis() as f64 / 1_000.0;
        successes.get_or_create(&[("source", source.clone())]).set(seconds);
    }
    registry.register_with_unit(
        "collection_last_success_timestamp",
        "When a source last did what it is there for, since 1970",
        Unit::Seconds,
        successes,
    );
}

/// What is asked of KOPIS; nothing where nothing is.
fn of_market(figures: &MarketFigures) -> Registry {
    let mut registry = Registry::with_prefix("fullhouse");
    let Some(budget_left) = figures.budget_left else {
        return registry;
    };
    let requests = Family::<[(&str, &str); 2], Counter>::default();
    for (endpoint, outcome, count) in &figures.requests {
        let labels = [("endpoint", endpoint.code()), ("outcome", *outcome)];
        requests.get_or_create(&labels).inc_by(*count);
    }
    let help = "Questions to KOPIS by this server, by what came of them";
    registry.register("kopis_requests", help, requests);
    let help = "Questions to KOPIS that are left today";
    registry.register("kopis_budget_left", help, whole(u64::from(budget_left)));
    if let Some(through) = figures.through {
        let midnight = kst_instant(through.and_time(NaiveTime::MIN)).to_utc();
        let help = "The last day with figures of the market, since 1970; left out while there is none";
        registry.register_with_unit("kopis_through_timestamp", help, Unit::Seconds, instant(midnight));
    }
    registry
}

fn of_disks(registry: &mut Registry, figures: &SystemFigures) {
    let (total, free) = (
        Family::<[(&str, &str); 1], Whole>::default(),
        Family::<[(&str, &str); 1], Whole>::default(),
    );
    for (place, disk) in figures.process.disks.by_place() {
        let labels = [("place", place.code())];
        total.get_or_create(&labels).set(disk.total_bytes);
        free.get_or_create(&labels).set(disk.free_bytes);
    }
    registry.register_with_unit("disk_total", "Size of the disk, by what lies there", Unit::Bytes, total);
    registry.register_with_unit("disk_free", "Room on the disk, by what lies there", Unit::Bytes, free);
}

fn of_database(registry: &mut Registry, figures: &SystemFigures) {
    let Ok(database) = &figures.database else { return };
    let counted = |key: &'static str, counts: &mut dyn Iterator<Item = (&'static str, u64)>| {
        let family = Family::<[(&str, &str); 1], Whole>::default();
        for (word, count) in counts {
            family.get_or_create(&[(key, word)]).set(count);
        }
        family
    };
    let uploads = counted(
        "status",
        &mut database.uploads.iter().map(|(status, count)| (status.code(), *count)),
    );
    registry.register("uploads", "Uploads, by status", uploads);
    let jobs = counted(
        "status",
        &mut database.jobs.iter().map(|(status, count)| (status.code(), *count)),
    );
    registry.register("jobs", "Jobs that are kept, by status", jobs);
    let runs = counted(
        "state",
        &mut database.runs.iter().map(|(state, count)| (state.code(), *count)),
    );
    registry.register("schedule_runs", "Times of schedules that are kept, by state", runs);
    let deliveries = counted(
        "state",
        &mut database.deliveries.iter().map(|(state, count)| (state.code(), *count)),
    );
    registry.register("deliveries", "Messages that are kept, by state", deliveries);

    let backlog = database.backlog;
    registry.register_with_unit(
        "job_longest_wait",
        "How long the job waits that waits longest",
        Unit::Seconds,
        whole(backlog.oldest_job_wait_secs),
    );
    let failed = counted(
        "work",
        &mut [
            ("job", backlog.failed_jobs),
            ("schedule_run", backlog.failed_runs),
            ("delivery", backlog.failed_deliveries),
        ]
        .into_iter(),
    );
    registry.register("failed_within_a_day", "What was given up within 24 hours", failed);
    registry.register_with_unit(
        "database_size",
        "Size of the database, indexes included",
        Unit::Bytes,
        whole(database.stored.database_bytes),
    );
    registry.register_with_unit(
        "originals_size",
        "Size of the original files, each once",
        Unit::Bytes,
        whole(database.stored.originals_bytes),
    );
    registry.register(
        "snapshots_evicted",
        "Old snapshots whose rows went, as KEEP_SNAPSHOTS says",
        whole(database.evicted_snapshots),
    );
    of_upkeep(registry, &database.upkeep);
}

fn of_upkeep(registry: &mut Registry, upkeep: &UpkeepStanding) {
    if let Some(backup) = &upkeep.backup {
        let help = "Moment that the newest backup is of, since 1970; left out while there is none";
        registry.register_with_unit("backup_timestamp", help, Unit::Seconds, instant(backup.begun_at));
        let help = "Size of the newest backup";
        registry.register_with_unit("backup_size", help, Unit::Bytes, whole(backup.bytes));
    }
    if let Some(verification) = &upkeep.verification {
        let help = "When a backup was last tried and came back as it was, since 1970; left out while none was";
        registry.register_with_unit(
            "backup_verification_timestamp",
            help,
            Unit::Seconds,
            instant(verification.at),
        );
    }
    if let Some(check) = &upkeep.check {
        let originals = Family::<[(&str, &str); 1], Whole>::default();
        for (state, count) in [
            ("whole", check.whole),
            ("missing", check.missing),
            ("damaged", check.damaged),
            ("orphaned", check.orphaned),
        ] {
            originals.get_or_create(&[("state", state)]).set(count);
        }
        registry.register(
            "originals",
            "Original files as they were last checked, by state",
            originals,
        );
    }
    let failed = Family::<[(&str, &str); 1], Whole>::default();
    for task in Upkeep::ALL {
        let has_failed = upkeep.failures.iter().any(|failure| failure.task == task);
        failed
            .get_or_create(&[("task", task.code())])
            .set(u64::from(has_failed));
    }
    registry.register("upkeep_failed", "Whether it failed when it was last to be done", failed);
}

fn whole(number: u64) -> Whole {
    let gauge = Whole::default();
    gauge.set(number);
    gauge
}
