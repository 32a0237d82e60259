//! The release server besieged, on a throw-away database: strangers and a member take what they can get, while another member
//! reads a report and signs in. Needs `TEST_DATABASE_URL`; `just siege` runs it. It fails where a goal is missed.
//!
//! Sieges only a server of its own, at 127.0.0.1; the strangers come from other addresses of 127.0.0.0/8.

mod besieged;
mod connection;
mod members;
#[path = "../load/server.rs"]
mod server;
mod strangers;
mod tally;

use std::sync::Arc;
use std::time::{Duration, Instant};

use postgres_adapter::test_database::TestDatabase;
use sample_data::{formats, stage_workbook};
use tokio::task::JoinSet;

use crate::server::Server;
use crate::tally::Tally;

/// How long it goes on, unless `SIEGE_SECONDS` says otherwise.
const SECONDS: u64 = 120;
/// The goals.
const REPORT_P99_MS: f64 = 50.0;
const STRANGERS_MIB: f64 = 100.0;
const SIGN_IN_SECS: f64 = 5.0;

fn main() {
    // The thousand sockets of the besiegers are files, too.
    let mut limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    limit.current = limit.maximum;
    rustix::process::setrlimit(rustix::process::Resource::Nofile, limit).expect("open files");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let kept = runtime.expect("a runtime").block_on(siege());
    std::process::exit(i32::from(!kept));
}

/// Whether all goals were kept.
async fn siege() -> bool {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let seconds = std::env::var("SIEGE_SECONDS").ok().and_then(|text| text.parse().ok());
    let lasts = Duration::from_secs(seconds.unwrap_or(SECONDS));
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    let server = Arc::new(Server::start(&database, folder.path(), &[]).await);
    let newest = "2026-11-20".parse().expect("a day");
    server.create_production("P0").await;
    let workbook = formats::xlsx(&stage_workbook(0, 120, 100, newest));
    server.upload("P0", newest, workbook).await;
    let member = members::enter(&server, "member@example.com").await;
    let reader = members::enter(&server, "reader@example.com").await;
    let upload = members::first_upload(&server).await;

    let base = server.base.trim_start_matches("http://").parse().expect("an address");
    let tally = Arc::new(Tally::default());
    println!(
        "{:<58} {:>7.0} MiB",
        "resident memory before",
        server.memory_mib("VmRSS:")
    );

    // First strangers alone: what they cost is a goal of its own.
    let end = Instant::now() + lasts;
    let mut siege = JoinSet::new();
    strangers::besiege(&mut siege, base, &tally, end);
    let alone = lasts / 3;
    let watch = besieged::watch(&server, base, reader.clone(), &tally, end);
    let memory = async {
        let mut peak: f64 = 0.0;
        let until = Instant::now() + alone;
        while Instant::now() < until {
            peak = peak.max(server.memory_mib("VmRSS:"));
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        members::besiege(&mut siege, base, &member, &upload, &tally, end);
        let mut peak_of_all: f64 = 0.0;
        while Instant::now() < end {
            peak_of_all = peak_of_all.max(server.memory_mib("VmRSS:"));
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        (peak, peak_of_all)
    };
    let (watched, (of_strangers, of_all)) = tokio::join!(watch, memory);
    siege.shutdown().await;

    println!(
        "{:<58} {:>7.0} MiB",
        "resident memory with strangers alone, peak", of_strangers
    );
    println!(
        "{:<58} {:>7.0} MiB",
        "resident memory with strangers and a member, peak", of_all
    );
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!(
        "{:<58} {:>7.0} MiB",
        "resident memory afterwards",
        server.memory_mib("VmRSS:")
    );
    watched.print();
    tally.print();
    let goals = [
        (
            "a warm report's p99 below 50 ms",
            watched.report_p99_ms() < REPORT_P99_MS,
        ),
        ("a sign-in within 5 s", watched.slowest_sign_in_secs() < SIGN_IN_SECS),
        ("every report and sign-in was answered well", watched.failures() == 0),
        ("no 5xx but 503", tally.faults() == 0),
        ("strangers take less than 100 MiB", of_strangers < STRANGERS_MIB),
    ];
    for (goal, is_kept) in goals {
        println!("{} {goal}", if is_kept { "kept  " } else { "MISSED" });
    }
    goals.iter().all(|(_, is_kept)| *is_kept)
}
