//! Requests per second of reports on the standard volume: from memory, computed anew, and their SQL alone, beside an answer
//! that asks nothing. All in one run, at as many connections.

use std::io::Write;
use std::process::Command;
use std::time::Duration;

use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use postgres_adapter::test_database::TestDatabase;
use sample_data::{formats, stage_workbook};

use crate::server::Server;
use crate::statements::{Transaction, last_transaction, log, log_statements};

/// Connections that ask at once.
const CONNECTIONS: u32 = 32;
/// Connections of `pgbench` meanwhile: as many as the server has.
const DATABASE_CONNECTIONS: u32 = 8;
/// Connections that ask for `/healthz` while workbooks are uploaded.
const PINGING_CONNECTIONS: u32 = 2;
/// What is compared is measured in turn, so often and for so long each; the median counts, as the machine is shared.
const ROUNDS: usize = 5;
const SECONDS: u32 = 2;

/// How answers are coded: browsers take them compressed.
const PLAIN: &str = "identity";
const GZIP: &str = "gzip";

/// As of the day after the newest record date.
const REPORTS: [&str; 5] = [
    "plays/weekly-overview",
    "plays/revenue",
    "plays/summary",
    "concerts/break-even",
    "concerts/daily",
];

/// Sale days and performances of a large workbook, which has about 1 MB.
const LARGE: (u32, usize) = (1_000, 5_000);
const LARGE_UPLOADS: u64 = 10;

/// 70 plays with 120 sale days and 100 performances, and 30 concerts with as many sale days and two performances; 30 record
/// dates each.
const STANDARD_VOLUME: &str = r#"
INSERT INTO production (id, code, name, category, active, sale_start, sale_end, target_share, break_even_krw,
                        seats_per_performance, seat_inventory, created_at, updated_at)
SELECT gen_random_uuid(), 'P' || n, '공연 ' || n,
       CASE WHEN n > 70 THEN 'concert' WHEN n % 2 = 0 THEN 'play' ELSE 'musical' END, TRUE,
       DATE '2026-08-01', DATE '2026-12-31', 0.7, 1000000000, 500, '{"r": 300, "s": 200}', now(), now()
FROM generate_series(1, 100) n;
INSERT INTO daily_target (production_id, sale_day, target_krw)
SELECT id, day::date, 1000000 FROM production, generate_series(sale_start, sale_end, interval '1 day') day;
INSERT INTO upload (id, production_id, record_date, status, content_key, uploaded_at)
SELECT gen_random_uuid(), id, DATE '2026-11-20' - n, 'completed', '\x00', now()
FROM production, generate_series(0, 29) n;
INSERT INTO snapshot (upload_id, production_id) SELECT id, production_id FROM upload;
INSERT INTO daily_sale (snapshot_id, production_id, sale_day, revenue_krw, seats, complimentary_seats, seats_by_grade)
SELECT id, production_id, DATE '2026-11-20' - n, 1000000 + n, 10, 0, '{"r": 6, "s": 4}'
FROM snapshot, generate_series(0, 119) n ORDER BY id, n;
INSERT INTO performance_sale (snapshot_id, production_id, starts_at, cast_names, paid_seats, complimentary_seats, paid_seats_by_grade,
                              complimentary_seats_by_grade, revenue_krw, deposit_share, paid_share, complimentary_share)
SELECT s.id, p.id, TIMESTAMPTZ '2026-10-01 19:30+09' + n * interval '1 day',
       CASE WHEN p.category = 'concert' THEN '{}'::text[] ELSE ARRAY['배우 ' || n % 3, '배우 ' || n % 2] END, 300, 20,
       '{"r": 200, "s": 100}', '{"r": 10, "s": 10}',
       CASE WHEN p.category <> 'concert' THEN 20000000 END, CASE WHEN p.category <> 'concert' THEN 0.6 END,
       CASE WHEN p.category <> 'concert' THEN 0.6 END, CASE WHEN p.category <> 'concert' THEN 0.04 END
FROM snapshot s JOIN upload u ON u.id = s.upload_id JOIN production p ON p.id = u.production_id,
     generate_series(0, 99) n
WHERE p.category <> 'concert' OR n < 2
ORDER BY s.id, n;
"#;

/// What one measurement gave.
#[derive(Clone, Copy)]
struct Measured {
    per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
}

/// Measures and prints.
pub(crate) async fn measure() {
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    // The database's own work on what was written is done before anything is measured.
    let mut connection = database.connection();
    for statements in [STANDARD_VOLUME, "VACUUM ANALYZE", "CHECKPOINT"] {
        connection.batch_execute(statements).expect("the volume is written");
    }
    drop(connection);
    let transactions = captured(&database, folder.path()).await;

    println!(
        "{:<40} {:>8} {:>10} {:>9} {:>9} {:>9}",
        "", "bytes", "per s", "p50 ms", "p99 ms", "MiB"
    );
    let warm = Server::start(&database, folder.path(), &[]).await;
    for report in REPORTS {
        for (coding, what) in [(PLAIN, "warm"), (GZIP, "warm, gzip")] {
            against_healthz(&warm, report, coding, what).await;
        }
    }
    drop(warm);

    let cold = Server::start(&database, folder.path(), &[("REPORT_MEMORY_BYTES", "0")]).await;
    for (report, transaction) in REPORTS.iter().zip(&transactions) {
        against_sql(&cold, &database, report, transaction);
    }
    drop(cold);

    // Last, as it makes the volume larger.
    under_uploads(&Server::start(&database, folder.path(), &[]).await).await;
}

/// A report from memory, and the answer that asks nothing.
async fn against_healthz(server: &Server, report: &str, coding: &str, what: &str) {
    let path = path(report);
    let bytes = server.get_coded(&path, coding).await.len();
    let (ours, healthz, share) = in_turn(
        || wrk(server, &path, coding, CONNECTIONS),
        || wrk(server, "/healthz", PLAIN, CONNECTIONS),
    );
    row(&format!("{report}, {what}"), bytes, &ours, Some(server));
    row(
        &format!("  /healthz, {:.0} %", share * 100.0),
        0,
        &healthz,
        Some(server),
    );
}

/// A report computed anew, and its SQL alone.
fn against_sql(server: &Server, database: &TestDatabase, report: &str, transaction: &Transaction) {
    let path = path(report);
    let (ours, sql, share) = in_turn(
        || wrk(server, &path, PLAIN, CONNECTIONS),
        || pgbench(database, transaction),
    );
    row(&format!("{report}, cold"), 0, &ours, Some(server));
    row(&format!("  SQL, {:.2} times", 1.0 / share), 0, &sql, None);
}

/// The median of each, and of the share of the first in the second.
fn in_turn(one: impl Fn() -> Measured, other: impl Fn() -> Measured) -> (Measured, Measured, f64) {
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (one(), other())).collect();
    let shares = rounds.iter().map(|(one, other)| one.per_second / other.per_second);
    let share = median(shares.collect(), |share| *share);
    let (ones, others) = rounds.into_iter().unzip();
    let by_speed = |measured: &Measured| measured.per_second;
    (median(ones, by_speed), median(others, by_speed), share)
}

fn median<T: Copy>(mut values: Vec<T>, by: impl Fn(&T) -> f64) -> T {
    values.sort_by(|a, b| by(a).total_cmp(&by(b)));
    values[values.len() / 2]
}

fn path(report: &str) -> String {
    format!("/api/v1/reports/{report}?asOf=2026-11-21")
}

/// What each report asks the database, from a server that computes each anew.
async fn captured(database: &TestDatabase, folder: &std::path::Path) -> Vec<Transaction> {
    log_statements(database, true);
    let server = Server::start(database, folder, &[("REPORT_MEMORY_BYTES", "0")]).await;
    let mut transactions = Vec::new();
    for report in REPORTS {
        let before = log(database).len();
        server.get(&path(report)).await;
        transactions.push(last_transaction(&log(database)[before..]));
    }
    log_statements(database, false);
    transactions
}

/// The static answer while ten large workbooks are uploaded at once.
async fn under_uploads(server: &Server) {
    let newest: NaiveDate = "2026-11-20".parse().expect("a day");
    let mut books = Vec::new();
    for number in 0..LARGE_UPLOADS {
        let code = format!("L{number}");
        server.create_production(&code).await;
        books.push((code, formats::xlsx(&stage_workbook(number, LARGE.0, LARGE.1, newest))));
    }
    let bytes = books[0].1.len();
    let (base, token) = (server.base.clone(), server.token.clone());
    let pinging = tokio::task::spawn_blocking(move || wrk_at(&base, &token, "/healthz", PLAIN, PINGING_CONNECTIONS));
    let uploads = books
        .into_iter()
        .map(|(code, book)| async move { server.upload(&code, newest, book).await });
    let start = std::time::Instant::now();
    futures_util::future::join_all(uploads).await;
    let took = start.elapsed();
    let measured = pinging.await.expect("wrk ran");
    row("/healthz under uploads", 0, &measured, Some(server));
    println!(
        "{LARGE_UPLOADS} workbooks of {} kB at once took {:.1} s; resident memory at its peak {:.0} MiB",
        bytes / 1_000,
        took.as_secs_f64(),
        server.memory_mib("VmHWM:")
    );
    // Only while they were uploaded.
    tokio::time::sleep(Duration::from_secs(1)).await;
}

fn row(what: &str, bytes: usize, measured: &Measured, server: Option<&Server>) {
    let memory = server.map_or(f64::NAN, |server| server.memory_mib("VmRSS:"));
    println!(
        "{what:<40} {bytes:>8} {:>10.0} {:>9.2} {:>9.2} {memory:>9.0}",
        measured.per_second, measured.p50_ms, measured.p99_ms
    );
}

fn wrk(server: &Server, path: &str, coding: &str, connections: u32) -> Measured {
    wrk_at(&server.base, &server.token, path, coding, connections)
}

fn wrk_at(base: &str, token: &str, path: &str, coding: &str, connections: u32) -> Measured {
    let output = Command::new("wrk")
        .args(["--threads", "2", "--latency"])
        .args([
            "--connections",
            &connections.to_string(),
            "--duration",
            &format!("{SECONDS}s"),
        ])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--header", &format!("Accept-Encoding: {coding}")])
        .arg(format!("{base}{path}"))
        .output()
        .expect("wrk is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && !text.contains("Non-2xx"), "{path}: {text}");
    let after = |name: &str| {
        let line = text.lines().find_map(|line| line.trim().strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in {text}")).trim().to_owned()
    };
    Measured {
        per_second: after("Requests/sec:").parse().expect("a number"),
        p50_ms: ms(&after("50%")),
        p99_ms: ms(&after("99%")),
    }
}

/// `1.25ms`, `830.00us`, `1.02s`.
fn ms(text: &str) -> f64 {
    let number = |unit: &str| text.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
    number("us")
        .map(|us| us / 1_000.0)
        .or_else(|| number("ms"))
        .or_else(|| number("s").map(|s| s * 1_000.0))
        .unwrap_or_else(|| panic!("{text} is no time"))
}

/// These statements, one transaction after the other, prepared. The server's plans are made for any parameters, as
/// PostgreSQL finds them as good as those for one; those of `pgbench` are to be the same.
fn pgbench(database: &TestDatabase, transaction: &Transaction) -> Measured {
    let mut script = tempfile::NamedTempFile::new().expect("a file");
    script.write_all(transaction.script.as_bytes()).expect("a file");
    let values = transaction.values.iter().map(|(name, value)| format!("{name}={value}"));
    let output = Command::new("pgbench")
        .env("PGOPTIONS", "-c plan_cache_mode=force_generic_plan")
        .args(["--no-vacuum", "--protocol", "prepared", "--jobs", "2"])
        .args([
            "--client",
            &DATABASE_CONNECTIONS.to_string(),
            "--time",
            &SECONDS.to_string(),
        ])
        .args(values.flat_map(|value| ["--define".to_owned(), value]))
        .arg("--file")
        .arg(script.path())
        .arg(database.url())
        .output()
        .expect("pgbench is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let number = |before: &str| {
        let rest = text
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before} in {text}"))
            .1;
        rest.split_whitespace()
            .next()
            .and_then(|number| number.parse().ok())
            .expect("a number")
    };
    Measured {
        per_second: number("tps = "),
        p50_ms: number("latency average = "),
        p99_ms: f64::NAN,
    }
}
