//! Connections that are busy, lost, or not to be had.

use std::time::{Duration, Instant};

use domain::reports::revenue;
use ports::driven::{ProductionRepository, StorageError, UploadRepository};
use postgres_adapter::{PgPool, PgProductionRepository, PgUploadRepository, queue};

use crate::support::{Firewall, Hold, Storage, everything, figures, new_upload};

const PATIENCE: Duration = Duration::from_millis(50);
/// Far more than the patience, and far less than a person's.
const SOON: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_too_long_for_a_connection_is_told_to_come_back() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pool = PgPool::with_patience(storage.database.url(), 1, PATIENCE);
    let (uploads, productions) = (PgUploadRepository::new(pool.clone()), PgProductionRepository::new(pool));
    let mut hold = Hold::of(&storage.database, id);
    let busy = tokio::spawn(async move { uploads.accept(&new_upload(id, "2026-11-19", 1)).await });
    hold.until_waiting(1);

    let asked = Instant::now();
    let refused = productions.find(id).await;
    assert!(matches!(refused, Err(StorageError::Unavailable(_))), "{refused:?}");
    assert!(asked.elapsed() < SOON);

    hold.release();
    busy.await.unwrap().unwrap();
    assert!(productions.find(id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let pool = PgPool::with_patience(&format!("postgres://postgres@{unused}/x"), 2, PATIENCE);
    let asked = Instant::now();
    let refused = PgProductionRepository::new(pool)
        .find_by_code(&"PL1".parse().unwrap())
        .await;
    assert!(matches!(refused, Err(StorageError::Unavailable(_))), "{refused:?}");
    assert!(asked.elapsed() < SOON);
}

#[tokio::test]
async fn connections_that_the_server_ended_are_replaced() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    for _ in 0..3 {
        end_connections(&storage);
        assert!(storage.productions.find(id).await.unwrap().is_some());
        end_connections(&storage);
        let report = figures::<revenue::Revenue>(&storage.reports, &everything(), ())
            .await
            .unwrap();
        assert_eq!(report.value.len(), 1);
    }
}

fn end_connections(storage: &Storage) {
    storage
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_the_server_ended_may_be_tried_again() {
    let storage = std::sync::Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let mut hold = Hold::of(&storage.database, id);
    let accepting = {
        let storage = std::sync::Arc::clone(&storage);
        tokio::spawn(async move { storage.uploads.accept(&new_upload(id, "2026-11-19", 1)).await })
    };
    hold.until_waiting(1);
    storage
        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
        .unwrap();
    let ended = accepting.await.unwrap();
    assert!(matches!(ended, Err(StorageError::Unavailable(_))), "{ended:?}");
    hold.release();
    storage.send(id, "2026-11-19", 1).await;
}

#[tokio::test]
async fn more_callers_than_connections_take_turns() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pool = PgPool::new(storage.database.url(), 2);
    let productions = PgProductionRepository::new(pool);
    let all = (0..32).map(|_| productions.find(id));
    for found in futures_util::future::join_all(all).await {
        assert!(found.unwrap().is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_lock_is_told_to_come_back_and_others_read_meanwhile() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pool = PgPool::new(storage.database.url(), 4);
    let mut hold = Hold::of(&storage.database, id);
    // As many as may wait at a time: the other connections are for reading.
    let waiting: Vec<_> = (1..=2)
        .map(|number| {
            let uploads = PgUploadRepository::new(pool.clone());
            tokio::spawn(async move { uploads.accept(&new_upload(id, "2026-11-19", number)).await })
        })
        .collect();
    hold.until_waiting(2);
    let asked = Instant::now();
    let productions = PgProductionRepository::new(pool);
    assert!(productions.find(id).await.unwrap().is_some());
    assert!(asked.elapsed() < SOON, "{:?}", asked.elapsed());
    for waiting in waiting {
        let refused = waiting.await.unwrap();
        assert!(matches!(refused, Err(StorageError::Unavailable(_))), "{refused:?}");
    }
    assert!(asked.elapsed() < Duration::from_secs(20), "{:?}", asked.elapsed());
    hold.release();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_falls_silent_is_given_up_and_another_is_made() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let firewall = Firewall::before(storage.database.url());
    let pool = PgPool::with_patience(&firewall.url(storage.database.url()), 2, SOON).given_up_after(PATIENCE * 10);
    let productions = PgProductionRepository::new(pool);
    assert!(productions.find(id).await.unwrap().is_some());
    firewall.forget();
    // As many as there are connections, and more than that.
    for _ in 0..3 {
        let Err(told) = productions.find(id).await else { break };
        assert!(matches!(told, StorageError::Unavailable(_)), "{told:?}");
    }
    assert!(productions.find(id).await.unwrap().is_some(), "a new connection works");
}

/// What each connection agrees on with the server, times in milliseconds but for the pauses of keep-alives.
const AGREED: [&str; 7] = [
    "idle_in_transaction_session_timeout=15000",
    "lock_timeout=8000",
    "statement_timeout=60000",
    "tcp_keepalives_count=3",
    "tcp_keepalives_idle=10",
    "tcp_keepalives_interval=5",
    "tcp_user_timeout=25000",
];

/// Of a connection: what it has set itself of those. A socket has no keep-alives: the server tells 0 whatever was set.
const OF_SESSION: &str = "SELECT name || '=' || setting AS text FROM pg_settings
    WHERE source = 'session' AND (name LIKE 'tcp%' OR name LIKE '%timeout')";

fn assert_agreed(mut told: Vec<String>) {
    told.sort();
    assert_eq!(told.len(), AGREED.len(), "{told:?}");
    for (told, agreed) in told.iter().zip(AGREED) {
        let by_socket = agreed.starts_with("tcp") && agreed.split('=').next() == told.strip_suffix("=0");
        assert!(told == agreed || by_socket, "{told} and not {agreed}");
    }
}

#[tokio::test]
async fn every_connection_of_the_pool_agrees_on_bounds() {
    let storage = Storage::new();
    let function = format!(
        "CREATE FUNCTION note_agreed() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN INSERT INTO agreed {OF_SESSION}; RETURN NULL; END $$"
    );
    for statement in [
        "CREATE TABLE agreed (text TEXT)",
        function.as_str(),
        "CREATE TRIGGER note_agreed AFTER INSERT ON production FOR EACH STATEMENT EXECUTE FUNCTION note_agreed()",
    ] {
        storage.execute(statement).unwrap();
    }
    storage.enter_play("PL1").await;
    assert_agreed(storage.texts("SELECT text FROM agreed"));
}

#[tokio::test]
async fn every_connection_of_the_queue_agrees_on_bounds() {
    let storage = Storage::new();
    let pool = queue::connect(storage.database.url()).await.unwrap();
    let told: Vec<String> = sqlx::query_scalar(OF_SESSION).fetch_all(&pool).await.unwrap();
    assert_agreed(told);
    pool.close().await;
}
