//! Killing the server at random instants.

mod ledger;

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use self::ledger::{Ledger, ledgers};
use crate::support::{Client, Server, Site, enter, until};

const KILLS: usize = 50;
/// How often everything that was accepted must have ended before the next kill.
const SETTLE_EVERY: usize = 10;
/// The lease of orphaned jobs, of 1 s, and some seconds.
const SETTLED_WITHIN: Duration = Duration::from_secs(10);
const LEASE: (&str, &str) = ("JOB_LEASE_MS", "1000");

/// Another one each time, unless `CRASH_SEED` repeats a run.
fn random() -> ChaCha8Rng {
    let given = std::env::var("CRASH_SEED").ok();
    let seed = given.map_or_else(|| RandomState::new().hash_one(KILLS), |seed| seed.parse().unwrap());
    println!("CRASH_SEED={seed}");
    ChaCha8Rng::seed_from_u64(seed)
}

/// Sends the next version of every production at once.
async fn send(client: &Client, ledgers: &mut [Ledger]) {
    join_all(ledgers.iter_mut().map(|ledger| ledger.send_next(client))).await;
}

/// Sends the next versions, and kills the server somewhere on their way.
async fn send_and_kill(server: &mut Server, ledgers: &mut [Ledger], instant: Duration) {
    let client = Client::clone(server);
    let kill = async {
        tokio::time::sleep(instant).await;
        server.kill();
    };
    tokio::join!(send(&client, ledgers), kill);
}

async fn check_reports(server: &Server, ledgers: &mut [Ledger]) {
    for ledger in ledgers {
        ledger.check_reports(server).await;
    }
}

/// Waits until no upload is pending, and checks what became of each.
async fn settle(server: &Server, ledgers: &mut [Ledger]) {
    let uploads = until("every upload ends", SETTLED_WITHIN, async || {
        let uploads = server.uploads().await;
        let is_pending = |status: &str| matches!(status, "queued" | "processing");
        let pending = uploads
            .iter()
            .any(|upload| is_pending(upload["status"].as_str().unwrap()));
        (!pending).then_some(uploads)
    })
    .await;
    for ledger in ledgers {
        ledger.check_ends(server, &uploads).await;
    }
}

/// Panics if something is in the database twice, or in part.
async fn everything_is_there_once(site: &Site) {
    let differ = "SELECT count(*) FROM upload u LEFT JOIN snapshot s ON s.upload_id = u.id
        WHERE (u.status IN ('completed', 'superseded')) <> (s.id IS NOT NULL)";
    assert_eq!(site.count(differ).await, 0, "uploads with a wrong number of snapshots");
    let days = "SELECT count(*) FROM upload u JOIN snapshot s ON s.upload_id = u.id
        WHERE (u.facts #>> '{daily,rows}')::bigint
           <> (SELECT count(*) FROM daily_sale d WHERE d.snapshot_id = s.id)";
    assert_eq!(site.count(days).await, 0, "snapshots with a wrong number of sale days");
    let performances = "SELECT count(*) FROM upload u JOIN snapshot s ON s.upload_id = u.id
        WHERE (u.facts #>> '{performances,rows}')::bigint
           <> (SELECT count(*) FROM performance_sale p WHERE p.snapshot_id = s.id)";
    assert_eq!(
        site.count(performances).await,
        0,
        "snapshots with a wrong number of performances"
    );
    let facts = "SELECT count(*) FROM upload WHERE facts IS NOT NULL AND facts #>> '{daily,rows}' IS NOT NULL";
    let snapshots = site.count("SELECT count(*) FROM snapshot").await;
    assert_eq!(site.count(facts).await, snapshots, "facts name their rows");
    let repeated = "SELECT count(*) - count(DISTINCT (production_id, record_date, content_key)) FROM upload";
    assert_eq!(site.count(repeated).await, 0, "workbooks that are there twice");
    let live = "SELECT count(*) FROM (SELECT FROM upload WHERE status = 'completed'
        GROUP BY production_id, record_date HAVING count(*) > 1) AS several";
    assert_eq!(site.count(live).await, 0, "record dates with several live uploads");
    let ended = "SELECT count(*) FROM upload u WHERE 1 <> (SELECT count(*) FROM audit_entry a
        WHERE a.subject_id = u.id::text AND a.action IN ('upload.completed', 'upload.superseded', 'upload.failed'))";
    assert_eq!(site.count(ended).await, 0, "uploads whose end is not in the audit once");
}

#[tokio::test]
async fn a_server_that_is_killed_at_any_instant_loses_nothing_and_shows_nothing_by_halves() {
    let mut random = random();
    let site = Site::with(&[LEASE]);
    let (samples, mut ledgers) = ledgers(KILLS + 1);
    let mut server = site.serve().await;
    for sample in &samples {
        enter(&server, sample).await;
    }
    let started = Instant::now();
    send(&server, &mut ledgers).await;
    let undisturbed = started.elapsed();
    for kill in 1..=KILLS {
        let instant = undisturbed.mul_f64(random.random_range(0.0..1.3));
        send_and_kill(&mut server, &mut ledgers, instant).await;
        server = site.serve().await;
        check_reports(&server, &mut ledgers).await;
        if kill % SETTLE_EVERY == 0 {
            settle(&server, &mut ledgers).await;
        }
    }
    everything_is_there_once(&site).await;
    let stored: usize = ledgers.iter().map(Ledger::stored).sum();
    let cut_off: usize = ledgers.iter().map(Ledger::cut_off).sum();
    println!(
        "{KILLS} kills, each within 1.3 × {undisturbed:?}: {cut_off} senders were cut off, {stored} workbooks stored"
    );
    assert!(stored > KILLS, "only {stored} workbooks were stored");
    assert!(cut_off > KILLS / 5, "only {cut_off} senders were cut off");
}

#[tokio::test]
async fn a_server_that_is_killed_with_its_own_database_comes_back_with_everything() {
    let mut random = random();
    let site = Site::embedded(&[LEASE]);
    let (samples, mut ledgers) = ledgers(4);
    let mut server = site.serve().await;
    for sample in &samples {
        enter(&server, sample).await;
    }
    let started = Instant::now();
    send(&server, &mut ledgers).await;
    let undisturbed = started.elapsed();
    for _ in 0..3 {
        let instant = undisturbed.mul_f64(random.random_range(0.0..1.3));
        send_and_kill(&mut server, &mut ledgers, instant).await;
        server = site.serve().await;
        check_reports(&server, &mut ledgers).await;
        settle(&server, &mut ledgers).await;
    }
    assert!(server.stop().await.success());
    server = site.serve().await;
    settle(&server, &mut ledgers).await;
}
