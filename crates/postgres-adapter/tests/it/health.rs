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

fn health(database: bool, queue: bool, storage: bool) -> Vec<(Component, bool)> {
    vec![
        (Component::Database, database),
        (Component::Queue, queue),
        (Component::Storage, storage),
    ]
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
