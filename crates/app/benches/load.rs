//! The server under uploads: how long until a workbook is visible, and how much memory that takes.
//!
//! Starts the release binary on a database of its own and drives it over HTTP, in one run: a static answer for
//! comparison; a new workbook and a replacement, one after the other; then twenty at once. Needs `TEST_DATABASE_URL`;
//! `scripts/load` runs it.

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use postgres_adapter::test_database::TestDatabase;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use sample_data::{formats, stage_workbook};
use serde_json::{Value, json};

/// Sale days and performances of the workbook.
const SIZE: (u32, usize) = (365, 400);
const REPEATS: usize = 20;

/// Who signs in.
const EMAIL: &str = "master@example.com";
const PASSWORD: &str = "correct horse battery";

struct Server {
    child: Child,
    base: String,
    http: reqwest::Client,
}

impl Server {
    async fn start(database: &TestDatabase, folder: &Path) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = port.expect("a free port").port();
        let child = Command::new(env!("CARGO_BIN_EXE_fullhouse"))
            .arg("serve")
            .current_dir(folder)
            .env("DATABASE_URL", database.url())
            .env("PORT", port.to_string())
            .env("LOG", "warn")
            .env("BOOTSTRAP_EMAIL", EMAIL)
            .env("BOOTSTRAP_PASSWORD", PASSWORD)
            .spawn()
            .expect("the server starts");
        let mut server = Self {
            child,
            base: format!("http://127.0.0.1:{port}"),
            http: reqwest::Client::new(),
        };
        let ready = format!("{}/readyz", server.base);
        while !server
            .http
            .get(&ready)
            .send()
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        server.sign_in().await;
        server
    }

    /// From now on every request carries the token.
    async fn sign_in(&mut self) {
        let credentials = json!({ "email": EMAIL, "password": PASSWORD });
        let login = format!("{}/api/v1/auth/login", self.base);
        let answer = self
            .http
            .post(login)
            .json(&credentials)
            .send()
            .await
            .expect("an answer");
        let session: serde_json::Value = answer.json().await.expect("a session");
        let token = session["token"].as_str().expect("a token");
        let bearer = HeaderValue::try_from(format!("Bearer {token}")).expect("a token of letters and digits");
        let http = reqwest::Client::builder().default_headers(HeaderMap::from_iter([(AUTHORIZATION, bearer)]));
        self.http = http.build().expect("a client");
    }

    async fn create_production(&self, code: &str) {
        let production = json!({ "code": code, "name": format!("{code} 부하 시험"), "category": "play" });
        let answer = self
            .http
            .post(format!("{}/api/v1/productions", self.base))
            .json(&production)
            .send()
            .await;
        assert_eq!(answer.expect("an answer").status(), 201);
    }

    /// Uploads a workbook and waits until it is read.
    async fn upload(&self, code: &str, record_date: NaiveDate, bytes: Vec<u8>) {
        let name = format!("{}_{code}_x.xlsx", record_date.format("%Y%m%d"));
        let form = Form::new().part("file", Part::bytes(bytes).file_name(name));
        let request = self
            .http
            .post(format!("{}/api/v1/uploads", self.base))
            .header("Prefer", "wait=60")
            .multipart(form);
        let answer: Value = request.send().await.expect("an answer").json().await.expect("JSON");
        assert_eq!(answer["status"], "completed", "{answer}");
    }

    async fn revenue(&self) -> Value {
        let answer = self
            .http
            .get(format!("{}/api/v1/reports/plays/revenue", self.base))
            .send()
            .await;
        answer.expect("an answer").json().await.expect("JSON")
    }

    /// A line of `/proc/<pid>/status`, in MiB.
    fn memory_mib(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kib = status
            .lines()
            .find_map(|text| text.strip_prefix(line)?.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or(f64::NAN) / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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

#[tokio::main]
async fn main() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    let server = Server::start(&database, folder.path()).await;
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
            drop(server.http.get(format!("{}/healthz", server.base)).send().await);
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
            server.revenue().await;
        })
        .await;
        let second = workbook(number + 1_000, record_date);
        timed(&mut replacing, async {
            server.upload("P0", record_date, second).await;
            server.revenue().await;
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
