//! Which parts work.

use std::sync::Arc;
use std::time::Duration;

use ports::driven::{Component, Health, MockOriginals, OriginalsError};
use postgres_adapter::{PgHealth, PgPool};

use crate::support::Storage;

fn store(works: bool) -> Arc<MockOriginals> {
    let mut originals = MockOriginals::new();
    originals.expect_check().once().returning(move || {
        if works {
            Ok(())
        } else {
            Err(OriginalsError::Failed(std::io::Error::other("the disk is full")))
        }
    });
    Arc::new(originals)
}

/// What is vital as told, and what is done in the background as the queue and the database are.
fn health(database: bool, queue: bool, storage: bool) -> Vec<(Component, bool)> {
    vec![
        (Component::Database, database),
        (Component::Queue, queue),
        (Component::Storage, storage),
        (Component::Jobs, queue),
        (Component::Schedules, database),
        (Component::Deliveries, database),
    ]
}

/// The parts that do not work after this statement.
async fn failing_after(statement: &str) -> Vec<Component> {
    let storage = Storage::new();
    storage.execute(statement).unwrap();
    let checked = PgHealth::new(storage.database.pool(), store(true)).check().await;
    let failing = checked.into_iter().filter(|(_, works)| !works);
    failing.map(|(component, _)| component).collect()
}

#[tokio::test]
async fn what_waits_for_long_or_was_given_up_is_told() {
    let job = |status: &str, attempts: i32, since: &str| {
        format!(
            "INSERT INTO apalis.jobs (id, job_type, job, status, attempts, max_attempts, run_at)
             VALUES ('1', 'import', '', '{status}', {attempts}, 4, now() - interval '{since}')"
        )
    };
    let run = |state: &str, since: &str| {
        format!(
            "INSERT INTO schedule_run (id, kind, slot, trigger, state, created_at)
             VALUES (gen_random_uuid(), 'alerts', now() - interval '{since}', 'manual', '{state}',
                     now() - interval '{since}')"
        )
    };
    let delivery = |state: &str, since: &str| {
        format!(
            "INSERT INTO delivery (id, cause, kind, channel, receiver_key, receiver_name, about, is_named, subject, text,
                                   parts, state, tried_since, created_at, finished_at)
             VALUES (gen_random_uuid(), 'a', 'alert', 'slack', 'b', 'Slack', '{{}}', false, '', '', '[]', '{state}',
                     now(), now() - interval '{since}', now() - interval '{since}')"
        )
    };
    for (statement, failing) in [
        (job("Pending", 0, "1 minute"), vec![]),
        (job("Pending", 0, "11 minutes"), vec![Component::Jobs]),
        (job("Failed", 4, "1 hour"), vec![Component::Jobs]),
        (job("Failed", 4, "2 days"), vec![]),
        (run("due", "1 minute"), vec![]),
        (run("due", "11 minutes"), vec![Component::Schedules]),
        (run("failed", "1 hour"), vec![Component::Schedules]),
        (run("failed", "2 days"), vec![]),
        (delivery("pending", "1 minute"), vec![]),
        (delivery("pending", "11 minutes"), vec![Component::Deliveries]),
        (delivery("failed", "1 hour"), vec![Component::Deliveries]),
        (delivery("failed", "2 days"), vec![]),
    ] {
        assert_eq!(failing_after(&statement).await, failing, "{statement}");
    }
}

#[tokio::test]
async fn all_parts_work() {
    let storage = Storage::new();
    let checked = PgHealth::new(storage.database.pool(), store(true)).check().await;
    assert_eq!(checked, health(true, true, true));
}

#[tokio::test]
async fn a_queue_without_tables_does_not_work() {
    let storage = Storage::new();
    storage.execute("DROP TABLE apalis.jobs CASCADE").unwrap();
    let checked = PgHealth::new(storage.database.pool(), store(true)).check().await;
    assert_eq!(checked, health(true, false, true));
}

#[tokio::test]
async fn a_full_disk_is_told() {
    let storage = Storage::new();
    let checked = PgHealth::new(storage.database.pool(), store(false)).check().await;
    assert_eq!(checked, health(true, true, false));
}

#[tokio::test]
async fn without_a_database_there_is_no_queue() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let pool = PgPool::with_patience(&format!("postgres://postgres@{unused}/x"), 1, Duration::from_millis(50));
    let checked = PgHealth::new(pool, store(true)).check().await;
    assert_eq!(checked, health(false, false, true));
}

#[tokio::test]
async fn many_who_ask_at_once_cost_one_look() {
    let storage = Storage::new();
    let health_of = PgHealth::new(storage.database.pool(), store(true));
    let asked = (0..50).map(|_| health_of.check());
    for found in futures_util::future::join_all(asked).await {
        assert_eq!(found, health(true, true, true));
    }
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_told_soon() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://postgres@{}/x", silent.local_addr().unwrap());
    let began = std::time::Instant::now();
    let checked = PgHealth::new(PgPool::new(&url, 2), store(true)).check().await;
    assert_eq!(checked, health(false, false, true));
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}
