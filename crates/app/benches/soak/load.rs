//! Who uploads and who reads, at whichever server there is.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use sample_data::{SampleProduction, Workbook, formats, season};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::house::{EMAIL, House, PASSWORD};
use crate::tally::Tally;

/// The first Monday after everything that the workbooks tell.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 3, 3).expect("a day");
/// Record dates of which there are workbooks, and the companies, each with other sales.
const DAYS: usize = 20;
const SEEDS: [u64; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
/// Productions that are uploaded to at a time, and readers.
const PRODUCTIONS: usize = 4;
const READERS: usize = 4;
/// Pause between two workbooks of a production, two reports of a reader, and two tries.
const UPLOAD_EVERY: Duration = Duration::from_millis(1_700);
const READ_EVERY: Duration = Duration::from_millis(20);
const TRY_AGAIN: Duration = Duration::from_millis(300);
/// How often a workbook is sent until somebody has taken it: for a minute at least.
const TRIES: usize = 200;
/// There are workbooks for so much longer than was asked for, as what was killed last has to be back before the end.
const SPARE: Duration = Duration::from_mins(10);
const REPORT: &str = "/api/v1/reports/plays/revenue?includeInactive=true";
const DATA_VERSION: &str = "x-data-version";

/// One workbook: a replacement, or a new record date.
struct Version {
    record_date: NaiveDate,
    /// Which company's sales it has.
    company: usize,
    /// What was won besides, so that no two are alike.
    more_krw: i64,
}

/// One production, and the versions of its workbook in the order in which they are sent.
struct Line {
    /// The same production with the sales of each company.
    samples: Vec<SampleProduction>,
    code: String,
    versions: Vec<Version>,
    /// Which version it is of which `plays/revenue` shows this record date and so many won.
    shown: HashMap<(NaiveDate, i64), usize>,
    /// How many were sent so far.
    sent: AtomicUsize,
    /// The greatest that is known to have been accepted.
    accepted: Mutex<Vec<(usize, String)>>,
}

impl Line {
    /// With workbooks enough for so long.
    fn new(samples: Vec<SampleProduction>, lasts: Duration) -> Self {
        let of_a_day = uploads_in(lasts).div_ceil(DAYS).max(samples.len());
        let (mut versions, mut shown) = (Vec::new(), HashMap::new());
        for (day, record_date) in (1..).zip(record_dates()) {
            let spare = if day == DAYS { uploads_in(SPARE) } else { 0 };
            let told = samples.iter().map(|sample| sample.truth(record_date).daily.revenue_krw);
            let told: Vec<i64> = told.collect();
            let mut won = told.clone();
            for company in (0..samples.len()).cycle().take(of_a_day + spare) {
                let won = &mut won[company];
                while shown.contains_key(&(record_date, *won)) {
                    *won += 1;
                }
                shown.insert((record_date, *won), versions.len());
                versions.push(Version {
                    record_date,
                    company,
                    more_krw: *won - told[company],
                });
            }
        }
        Self {
            code: samples[0].production.code.clone(),
            versions,
            shown,
            samples,
            sent: AtomicUsize::new(0),
            accepted: Mutex::default(),
        }
    }

    fn workbook(&self, version: &Version) -> Workbook {
        let sample = self.samples[version.company].clone();
        sample.with_more_revenue(version.more_krw).workbook(version.record_date)
    }

    fn accepted(&self) -> Vec<(usize, String)> {
        self.accepted.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// How many workbooks of a production are sent in this time at the most.
fn uploads_in(time: Duration) -> usize {
    let count = time.as_millis().div_ceil(UPLOAD_EVERY.as_millis());
    usize::try_from(count).expect("a time that somebody waits")
}

/// The days whose close is told, oldest first.
fn record_dates() -> [NaiveDate; DAYS] {
    std::array::from_fn(|index| TODAY - Days::new((DAYS - index) as u64))
}

/// What is asked for.
struct Shared {
    http: reqwest::Client,
    bases: Vec<String>,
    token: String,
    lines: Vec<Line>,
    stop: AtomicBool,
    next: AtomicUsize,
    tally: Tally,
}

/// Those who upload and read.
pub(crate) struct Load {
    shared: Arc<Shared>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Load {
    /// Enters productions, and begins what goes on for so long.
    pub(crate) async fn begin(house: &House, lasts: Duration) -> Self {
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(40))
            .pool_idle_timeout(Duration::from_secs(2))
            .build()
            .expect("a client");
        let bases = house.bases().to_vec();
        let credentials = json!({ "email": EMAIL, "password": PASSWORD });
        let login = http.post(format!("{}/api/v1/auth/login", bases[0])).json(&credentials);
        let session: Value = login.send().await.expect("an answer").json().await.expect("a session");
        let worlds = SEEDS.map(|seed| season(seed, TODAY).productions);
        // Those that are on sale all the time.
        let [first, .., last] = record_dates();
        let is_fit = |sample: &SampleProduction| {
            let is_on_sale = sample.production.sale_start.is_some_and(|start| start <= first);
            sample.production.category.is_stage() && is_on_sale && sample.record_dates.contains(&last)
        };
        let fit = (0..worlds[0].len()).filter(|index| worlds.iter().all(|world| is_fit(&world[*index])));
        let lines = fit
            .take(PRODUCTIONS)
            .map(|index| Line::new(worlds.iter().map(|world| world[index].clone()).collect(), lasts));
        let shared = Arc::new(Shared {
            http,
            bases,
            token: session["token"].as_str().expect("a token").to_owned(),
            lines: lines.collect(),
            stop: AtomicBool::new(false),
            next: AtomicUsize::new(0),
            tally: Tally::default(),
        });
        assert_eq!(shared.lines.len(), PRODUCTIONS, "so many are on sale");
        for line in &shared.lines {
            let new = shared.http.post(format!("{}/api/v1/productions", shared.bases[0]));
            let answer = new
                .bearer_auth(&shared.token)
                .json(&json!(line.samples[0].production))
                .send()
                .await;
            assert_eq!(answer.expect("an answer").status(), 201, "{}", line.code);
        }
        let senders = (0..shared.lines.len()).map(|line| tokio::spawn(upload(shared.clone(), line)));
        let readers = (0..READERS).map(|_| tokio::spawn(read(shared.clone())));
        let tasks = senders.chain(readers).collect();
        Self {
            tasks: Mutex::new(tasks),
            shared,
        }
    }

    pub(crate) fn tally(&self) -> &Tally {
        &self.shared.tally
    }

    /// Waits until everybody has stopped.
    pub(crate) async fn end(&self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        let tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            if let Err(error) = task.await {
                self.tally().wrong(format!("somebody gave up: {error}"));
            }
        }
    }

    /// The identities of all uploads that were accepted.
    pub(crate) fn accepted(&self) -> Vec<String> {
        let all = self.shared.lines.iter().flat_map(Line::accepted);
        all.map(|(_, id)| id).collect()
    }

    /// Counts what a server has read from the replica since it began.
    pub(crate) async fn count_reads(&self, server: Option<usize>) {
        let Some(server) = server else { return };
        let metrics = self.shared.get(server, "/metrics").send().await;
        let Ok(answer) = metrics else { return };
        let text = answer.text().await.unwrap_or_default();
        let name = "fullhouse_report_reads_total{database=\"replica\"} ";
        let count = text
            .lines()
            .find_map(|line| line.strip_prefix(name)?.parse::<u64>().ok());
        self.tally()
            .replica_reads
            .fetch_add(count.unwrap_or(0), Ordering::Relaxed);
    }

    /// In the end every server shows the last version that was accepted, of each production.
    pub(crate) async fn check_last_shown(&self, data_version: i64) {
        for server in 0..self.shared.bases.len() {
            let asked = self.shared.get(server, REPORT).header(DATA_VERSION, data_version);
            let Ok(answer) = asked.send().await else {
                self.tally()
                    .wrong(format!("server {server} does not answer in the end"));
                continue;
            };
            let body: Value = answer.json().await.unwrap_or_default();
            for line in &self.shared.lines {
                let last = line.accepted().iter().map(|(version, _)| *version).max();
                let last = last.map_or(Shown::Nothing, Shown::Version);
                if shown(&body, line) != Some(last) {
                    self.tally().wrong(format!(
                        "server {server} shows {:?} of {} in the end, and {last:?} was the last",
                        shown(&body, line),
                        line.code
                    ));
                }
            }
        }
    }
}

impl Shared {
    /// Another one each time.
    fn server(&self) -> usize {
        self.next.fetch_add(1, Ordering::Relaxed) % self.bases.len()
    }

    fn get(&self, server: usize, path: &str) -> RequestBuilder {
        self.http
            .get(format!("{}{path}", self.bases[server]))
            .bearer_auth(&self.token)
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }
}

/// Sends one version after the other to the end, each until somebody has taken it.
async fn upload(shared: Arc<Shared>, line: usize) {
    let line = &shared.lines[line];
    for (number, version) in line.versions.iter().enumerate() {
        if !shared.goes_on() {
            return;
        }
        let workbook = line.workbook(version);
        let bytes = formats::xlsx(&workbook);
        line.sent.store(number + 1, Ordering::Relaxed);
        let mut taken = None;
        for _ in 0..TRIES {
            taken = send(&shared, &workbook.file_name, bytes.clone()).await;
            if taken.is_some() {
                break;
            }
            sleep(TRY_AGAIN).await;
        }
        let Some(id) = taken else {
            shared.tally.wrong(format!("nobody took {}", workbook.file_name));
            return;
        };
        shared.tally.uploads.fetch_add(1, Ordering::Relaxed);
        line.accepted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((number, id));
        sleep(UPLOAD_EVERY).await;
    }
    shared
        .tally
        .wrong(format!("{} has no workbooks left before the end", line.code));
}

/// The identity of the upload where it was taken.
async fn send(shared: &Shared, name: &str, bytes: Vec<u8>) -> Option<String> {
    let url = format!("{}/api/v1/uploads", shared.bases[shared.server()]);
    let form = Form::new().part("file", Part::bytes(bytes).file_name(name.to_owned()));
    let request = shared
        .http
        .post(url)
        .bearer_auth(&shared.token)
        .header("Prefer", "wait=20");
    let Ok(answer) = request.multipart(form).send().await else {
        shared.tally.cut_off();
        return None;
    };
    if !shared.tally.answered("an upload", answer.status().as_u16()) {
        return None;
    }
    // Cut off in the midst of the answer.
    let Ok(upload) = answer.json::<Value>().await else {
        shared.tally.cut_off();
        return None;
    };
    if upload["status"] == "failed" {
        shared.tally.wrong(format!("{name} could not be read: {upload}"));
    }
    upload["id"].as_str().map(str::to_owned)
}

/// Asks now this and now that server, which must not answer what is older than what another has told.
async fn read(shared: Arc<Shared>) {
    let mut told: i64 = 0;
    let mut seen = vec![Shown::Nothing; shared.lines.len()];
    while shared.goes_on() {
        sleep(READ_EVERY).await;
        let server = shared.server();
        let Ok(answer) = shared.get(server, REPORT).header(DATA_VERSION, told).send().await else {
            shared.tally.cut_off();
            continue;
        };
        if !shared.tally.answered("a report", answer.status().as_u16()) {
            continue;
        }
        let version = answer
            .headers()
            .get(DATA_VERSION)
            .and_then(|value| value.to_str().ok()?.parse().ok());
        let Ok(body) = answer.json::<Value>().await else {
            shared.tally.cut_off();
            continue;
        };
        shared.tally.reports.fetch_add(1, Ordering::Relaxed);
        match version {
            Some(version) if version >= told => told = version,
            other => shared
                .tally
                .wrong(format!("server {server} answered {other:?} to who knew {told}")),
        }
        for (line, seen) in shared.lines.iter().zip(&mut seen) {
            let now = match shown(&body, line) {
                Some(now) if now < Shown::Version(line.sent.load(Ordering::Relaxed)) => now,
                other => {
                    shared.tally.wrong(format!(
                        "server {server} shows {other:?} of {}, never sent so",
                        line.code
                    ));
                    continue;
                }
            };
            if now < *seen {
                shared
                    .tally
                    .wrong(format!("{} went from version {seen:?} back to {now:?}", line.code));
            }
            *seen = now;
        }
    }
}

/// What a report shows of a production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Nothing,
    Version(usize),
}

/// `None` where it is none of what was sent.
fn shown(body: &Value, line: &Line) -> Option<Shown> {
    let mut items = body["items"].as_array()?.iter();
    let item = items.find(|item| item["productionCode"] == line.code)?;
    if item["recordDate"].is_null() {
        return Some(Shown::Nothing);
    }
    let record_date: NaiveDate = item["recordDate"].as_str()?.parse().ok()?;
    let now = (record_date, item["totalRevenueKrw"].as_i64()?);
    line.shown.get(&now).copied().map(Shown::Version)
}
