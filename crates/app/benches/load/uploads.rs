//! How long until a workbook is visible, and how much memory uploads take: a static answer for comparison; a new workbook
//! and a replacement, one after the other; then twenty at once.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use postgres_adapter::test_database::TestDatabase;
use sample_data::{formats, stage_workbook};

use crate::server::Server;

/// Sale days and performances of the workbook.
const SIZE: (u32, usize) = (365, 400);
const REPEATS: usize = 20;
/// What an idle server should hold at most, also when passwords were checked.
const IDLE_MIB: f64 = 40.0;

fn print_times(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    let (median, slowest) = (ms(times[times.len() / 2]), ms(*times.last().expect("at least one")));
    println!("{what:<52} median {median:>7.1} ms   slowest {slowest:>7.1} ms");
}

async fn timed(times: &mut Vec<Duration>, work: impl Future<Output = ()>) {
    let start = Instant::now();
    work.await;
    times.push(start.elapsed());
}

/// What is held by a server of its own that has checked passwords: the peak of the other one is of its uploads.
async fn measure_idle() {
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    let server = Server::start(&database, folder.path(), &[]).await;
    for _ in 0..5 {
        futures_util::future::join_all((0..4).map(|_| server.session())).await;
    }
    tokio::time::sleep(Duration::from_secs(4)).await;
    let idle = server.memory_mib("VmRSS:");
    let verdict = if idle <= IDLE_MIB { "kept" } else { "missed" };
    println!(
        "{:<52} {idle:.1} MiB   aim {IDLE_MIB:.0} MiB: {verdict}",
        "resident memory, idle after 20 sign-ins"
    );
}

/// Measures and prints.
pub(crate) async fn measure() {
    measure_idle().await;
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    let server = Server::start(&database, folder.path(), &[]).await;
    let newest: NaiveDate = "2026-11-20".parse().expect("a day");
    let workbook = |seed: u64, record_date| formats::xlsx(&stage_workbook(seed, SIZE.0, SIZE.1, record_date));
    let bytes = workbook(0, newest).len();
    println!(
        "workbook: {} sale days x {} performances, {} kB",
        SIZE.0,
        SIZE.1,
        bytes / 1_000
    );

    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("{:<52} {:.0} MiB", "resident memory, idle", server.memory_mib("VmRSS:"));

    let mut pings = Vec::new();
    for _ in 0..200 {
        timed(&mut pings, async {
            drop(server.get("/healthz").await);
        })
        .await;
    }
    print_times("GET /healthz", pings);

    server.create_production("P0").await;
    let (mut new, mut replacing) = (Vec::new(), Vec::new());
    for number in 0..REPEATS as u64 {
        let record_date = newest - Days::new(REPEATS as u64 - number);
        let first = workbook(number, record_date);
        timed(&mut new, async {
            server.upload("P0", record_date, first).await;
            server.get("/api/v1/reports/plays/revenue").await;
        })
        .await;
        let second = workbook(number + 1_000, record_date);
        timed(&mut replacing, async {
            server.upload("P0", record_date, second).await;
            server.get("/api/v1/reports/plays/revenue").await;
        })
        .await;
    }
    print_times("upload to visible in plays/revenue, new", new);
    print_times("upload to visible in plays/revenue, replacing", replacing);

    let codes: Vec<_> = (1..=REPEATS).map(|number| format!("P{number}")).collect();
    for code in &codes {
        server.create_production(code).await;
    }
    let books: Vec<_> = (0..REPEATS as u64).map(|seed| workbook(seed, newest)).collect();
    let start = Instant::now();
    let uploads = codes
        .iter()
        .zip(books)
        .map(|(code, bytes)| server.upload(code, newest, bytes));
    futures_util::future::join_all(uploads).await;
    println!(
        "{:<52} {:.0} ms",
        "twenty uploads at once, until the last is visible",
        start.elapsed().as_secs_f64() * 1_000.0
    );
    println!(
        "{:<52} {:.0} MiB",
        "resident memory, peak of all this",
        server.memory_mib("VmHWM:")
    );
    println!("{:<52} {:.0} MiB", "resident memory, now", server.memory_mib("VmRSS:"));
}
