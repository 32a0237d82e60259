//! What reports and uploads cost among 10 000 productions and 30 million rows of snapshots, beside 200 productions with as many
//! record dates each: it must be the same. Another number of rows may be given (`3M`, `500k`). Needs `TEST_DATABASE_URL`; `just
//! scale` runs it. It ends with one line, and fails where something costs more than it may.

mod fill;
#[path = "../load/server.rs"]
#[expect(dead_code, reason = "others measure more of it")]
mod server;

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use postgres_adapter::test_database::TestDatabase;
use sample_data::{formats, stage_workbook};

use crate::fill::{ACTIVE, Volume};
use crate::server::Server;

/// Rows of snapshots, unless told otherwise.
const ROWS: u64 = 30_000_000;
/// How often each thing is measured, in turn with the small volume, as the machine is shared.
const ROUNDS: usize = 15;
/// What counts as the same, on a machine that others use: so many times as much.
const FLAT: f64 = 1.6;
/// What is too short to be told from the machine's noise.
const NOISE_MS: f64 = 2.0;
/// A workbook as large as those that are there.
const WORKBOOK: (u32, usize) = (fill::SALE_DAYS, fill::PERFORMANCES as usize);

/// What is asked of all active productions, and of one.
const OF_ALL: [&str; 4] = [
    "plays/revenue?asOf=2026-11-21",
    "plays/weekly-overview?asOf=2026-11-21",
    "target-vs-actual?grain=week",
    "overview?asOf=2026-11-21",
];
const OF_ONE: [&str; 4] = [
    "plays/revenue?asOf=2026-11-21",
    "plays/summary?asOf=2026-11-21",
    "plays/performances?asOf=2026-11-21",
    "overview?asOf=2026-11-21",
];

fn main() {
    let rows = std::env::args().skip(1).find_map(|word| rows(&word)).unwrap_or(ROWS);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    std::process::exit(i32::from(!runtime.block_on(measure(rows))));
}

/// `30M`, `500k`, `2000000`.
fn rows(text: &str) -> Option<u64> {
    let (number, unit) = match text.strip_suffix(['M', 'm']) {
        Some(number) => (number, 1_000_000),
        None => text
            .strip_suffix(['K', 'k'])
            .map_or((text, 1), |number| (number, 1_000)),
    };
    Some(number.parse::<u64>().ok()? * unit)
}

/// A database with a server.
struct Side {
    volume: Volume,
    server: Server,
    _folder: tempfile::TempDir,
    _database: TestDatabase,
}

impl Side {
    async fn open(volume: Volume) -> Self {
        let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
        let began = Instant::now();
        volume.fill(&mut database.connection());
        println!("{volume}: filled in {:.0} s", began.elapsed().as_secs_f64());
        // Each report is read anew.
        let server = Server::start(&database, folder.path(), &[("REPORT_MEMORY_BYTES", "0")]).await;
        Self {
            volume,
            server,
            _folder: folder,
            _database: database,
        }
    }

    async fn report(&self, path: &str) -> f64 {
        let path = format!("/api/v1/reports/{path}");
        timed(async {
            self.server.get(&path).await;
        })
        .await
    }

    /// Until a new workbook is visible.
    async fn upload(&self, round: usize) -> f64 {
        // The day after the newest snapshot, each time with other figures.
        let record_date: NaiveDate = "2026-11-21".parse().expect("a day");
        let bytes = formats::xlsx(&stage_workbook(round as u64, WORKBOOK.0, WORKBOOK.1, record_date));
        timed(async {
            self.server.upload(&Volume::a_code(), record_date, bytes).await;
        })
        .await
    }
}

async fn timed(work: impl Future<Output = ()>) -> f64 {
    let began = Instant::now();
    work.await;
    began.elapsed().as_secs_f64() * 1_000.0
}

/// One line of the table, in milliseconds.
struct Row {
    what: String,
    small: Vec<f64>,
    large: Vec<f64>,
}

impl Row {
    fn new(what: String) -> Self {
        Self {
            what,
            small: Vec::new(),
            large: Vec::new(),
        }
    }

    /// Prints it; whether both are the same.
    fn print(mut self) -> bool {
        let (small, large) = (median(&mut self.small), median(&mut self.large));
        let is_flat = large <= FLAT * small + NOISE_MS;
        println!(
            "| {:<52} | {small:>9.1} | {large:>9.1} | {:>5.2} | {} |",
            self.what,
            large / small,
            if is_flat { "flat" } else { "MORE" }
        );
        is_flat
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn measure(rows: u64) -> bool {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let volume = Volume::of(rows);
    let small = Side::open(volume.only_active()).await;
    let large = Side::open(volume).await;
    // What the database does by itself after so many rows is over.
    tokio::time::sleep(Duration::from_secs(2)).await;

    let of_one = |path: &str| format!("{path}&productionId={}", Volume::an_id());
    let mut table = Vec::new();
    for path in OF_ALL {
        let mut row = Row::new(format!("{} of the active {ACTIVE}", name(path)));
        for _ in 0..ROUNDS {
            row.small.push(small.report(path).await);
            row.large.push(large.report(path).await);
        }
        table.push(row);
    }
    for path in OF_ONE {
        let mut row = Row::new(format!("{} of one production", name(path)));
        for _ in 0..ROUNDS {
            row.small.push(small.report(&of_one(path)).await);
            row.large.push(large.report(&of_one(path)).await);
        }
        table.push(row);
    }
    let mut row = Row::new(format!(
        "a workbook of {} rows, until it is visible",
        WORKBOOK.0 as usize + WORKBOOK.1
    ));
    for round in 0..ROUNDS {
        row.small.push(small.upload(round).await);
        row.large.push(large.upload(round).await);
    }
    table.push(row);

    println!(
        "\n| {:<52} | {:>9} | {:>9} | {:>5} | {:<4} |",
        "ms, medians", "small", "large", "times", ""
    );
    println!("|{:-<54}|{:->11}|{:->11}|{:->7}|{:-<6}|", "", ":", ":", ":", "");
    let flat: Vec<bool> = table.into_iter().map(Row::print).collect();
    let is_kept = flat.iter().all(|flat| *flat);
    println!(
        "\nscale {}: {} beside {}: {} of {} flat",
        if is_kept { "OK" } else { "FAILS" },
        large.volume,
        small.volume,
        flat.iter().filter(|flat| **flat).count(),
        flat.len()
    );
    is_kept
}

fn name(path: &str) -> &str {
    path.split('?').next().unwrap_or(path)
}
