//! One program takes the place of another on the same listening socket, and nobody's request fails.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering};

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use crate::support::{Book, Client, MINUTE, Season, Server, Site, company, enter};

/// People who ask without a pause.
const PEOPLE: usize = 4;

/// Asks again and again until told to stop.
async fn ask(client: Client, stop: Arc<AtomicBool>, answered: Arc<AtomicU32>) {
    while !stop.load(Ordering::Relaxed) {
        let answer = client.try_get("/api/v1/auth/me").await.expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn no_request_fails_while_programs_take_turns() {
    let site = Site::new();
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut old = site.serve_on(&socket).await;
    assert_eq!(old.base(), format!("http://{}", socket.local_addr().unwrap()));
    let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let people: Vec<_> = (0..PEOPLE)
        .map(|_| tokio::spawn(ask(Client::clone(&old), stop.clone(), answered.clone())))
        .collect();

    // As systemd restarts: the old one ends before the next one begins, and connections wait.
    assert!(old.stop().await.success());
    let before = answered.load(Ordering::Relaxed);
    let mut next = site.serve_on(&socket).await;
    // And side by side: both take connections until the one has ended.
    let _last = site.serve_on(&socket).await;
    assert!(next.stop().await.success());

    stop.store(true, Ordering::Relaxed);
    for person in people {
        person.await.unwrap();
    }
    assert!(answered.load(Ordering::Relaxed) > before, "the new programs answer");
}

/// How many requests were answered, each of them well.
type Answered = Arc<AtomicU32>;

/// Reads reports again and again.
async fn read(client: Client, stop: Arc<AtomicBool>, answered: Answered) {
    while !stop.load(Ordering::Relaxed) {
        let answer = client
            .try_get("/api/v1/reports/plays/revenue")
            .await
            .expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

/// Sets a target; answers the version of the data that has it.
async fn plan(client: &Client, targets: &str, target: usize) -> i64 {
    let body = json!({ "targets": [{ "date": Season::days_ago(3), "targetKrw": target }] });
    let answer = client.put(targets, &body).await;
    answer.expect(200);
    answer.header("x-data-version").parse().unwrap()
}

/// Plans again and again; answers the version after each change.
async fn write(client: Client, targets: String, stop: Arc<AtomicBool>, answered: Answered) -> Vec<i64> {
    let mut versions = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        versions.push(plan(&client, &targets, versions.len() + 1).await);
        answered.fetch_add(1, Ordering::Relaxed);
    }
    versions
}

/// Opens a stream of events. A server that is stopping opens none, and says so.
async fn open(client: &Client, last_heard: Option<i64>) -> reqwest::Response {
    loop {
        let mut request = client.request(Method::GET, "/api/v1/events");
        if let Some(id) = last_heard {
            request = request.header("last-event-id", id);
        }
        let stream = request.send().await.expect("an answer");
        if stream.status() != 503 {
            assert_eq!(stream.status(), 200);
            return stream;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A person with an open stream, who goes on where it broke.
struct Watching {
    client: Client,
    stream: reqwest::Response,
    text: String,
    last_heard: i64,
    /// The last version of which something was told.
    last_told: i64,
    /// After which version, and up to which, changes of targets were told, or that everything is to be read again.
    told: Vec<(i64, i64)>,
    reopened: u32,
}

impl Watching {
    /// Returns when the stream has begun.
    async fn begin(client: Client) -> Self {
        let stream = open(&client, None).await;
        let mut watching = Self {
            client,
            stream,
            text: String::new(),
            last_heard: 0,
            last_told: 0,
            told: Vec::new(),
            reopened: 0,
        };
        watching.hear().await;
        watching.last_told = watching.last_heard;
        watching
    }

    /// The next block of whichever stream is open.
    async fn block(&mut self) -> String {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return block;
            }
            if let Ok(Some(piece)) = self.stream.chunk().await {
                self.text.push_str(std::str::from_utf8(&piece).unwrap());
            } else {
                self.text.clear();
                self.stream = open(&self.client, Some(self.last_heard)).await;
                self.reopened += 1;
            }
        }
    }

    async fn hear(&mut self) {
        let block = self.block().await;
        let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name));
        let id = line("id: ").map_or(self.last_heard, |id| id.parse().unwrap());
        self.last_heard = id;
        // A stream begins with an id alone.
        let Some(event) = line("event: ") else { return };
        match event {
            "target" => self.told.push((id - 1, id)),
            "resync" => self.told.push((self.last_told, id)),
            _ => {}
        }
        self.last_told = id;
    }

    /// Listens until something after this version is told.
    async fn listen(mut self, end: Arc<AtomicI64>) -> Self {
        while self.last_heard <= end.load(Ordering::Relaxed) {
            self.hear().await;
        }
        self
    }

    /// Whether a change was told that came after one version, and at the latest with another.
    fn heard_between(&self, before: i64, version: i64) -> bool {
        self.told.iter().any(|(from, to)| *from < version && before < *to)
    }
}

/// Uploads one workbook after the other, each of which must be read to its end by whoever is there.
async fn upload(client: Client, books: Vec<Book>, stop: Arc<AtomicBool>, answered: Answered) {
    for book in books {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        client.upload(&book.name, book.bytes).complete().await;
        answered.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn release(server: &Server) -> String {
    let metrics = server.get("/metrics").await;
    let text = String::from_utf8(metrics.bytes).unwrap();
    let line = text.lines().find(|line| line.starts_with("fullhouse_build_info"));
    line.unwrap().split('"').nth(1).unwrap().to_owned()
}

/// The update of README: `fullhouse migrate` by the new release beside servers of the old one, which then make room.
/// `scripts/handover` names a program of another release.
#[tokio::test]
async fn no_request_fails_while_a_release_takes_the_place_of_another() {
    let (site, seasons) = (Site::new(), [1, 2, 3].map(company));
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut old = site.serve_before_on(&socket).await;
    let before = release(&old).await;
    let sample = seasons[0].musical();
    let production = enter(&old, sample).await;
    let targets = format!("/api/v1/productions/{}/targets", production["id"].as_str().unwrap());
    let days = (1..=20).flat_map(|days_ago| seasons.each_ref().map(|season| Book::of(season.musical(), days_ago)));
    let books: Vec<_> = days.collect();

    let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let client = || Client::clone(&old);
    let mut people: Vec<_> = (0..PEOPLE)
        .map(|_| tokio::spawn(read(client(), stop.clone(), answered.clone())))
        .collect();
    let watching = Watching::begin(client()).await;
    let (began, end) = (watching.last_heard, Arc::new(AtomicI64::new(i64::MAX)));
    let watching = tokio::spawn(watching.listen(end.clone()));
    let writing = tokio::spawn(write(client(), targets.clone(), stop.clone(), answered.clone()));
    people.push(tokio::spawn(upload(client(), books, stop.clone(), answered.clone())));
    tokio::time::sleep(Duration::from_millis(500)).await;

    let migrate = site.program(&["migrate"]);
    let migrated = tokio::task::spawn_blocking(move || migrate.run()).await.unwrap();
    assert_eq!(migrated.code(), 0, "{}", migrated.stderr());
    let mut new = site.serve_on(&socket).await;
    assert!(old.stop().await.success(), "{}", old.log());
    tokio::time::sleep(Duration::from_millis(500)).await;
    // The socket waits for a release that begins when the other has ended.
    assert!(new.stop().await.success());
    let last = site.serve_on(&socket).await;
    tokio::time::sleep(Duration::from_millis(500)).await;

    stop.store(true, Ordering::Relaxed);
    for person in people {
        person.await.unwrap();
    }
    let versions = writing.await.unwrap();
    end.store(*versions.last().unwrap(), Ordering::Relaxed);
    plan(&last, &targets, 1_000_000).await;
    let watching = tokio::time::timeout(MINUTE, watching).await;
    let watching = watching.expect("the last change is told").unwrap();
    assert!(watching.reopened >= 2, "each server ended its stream");
    let mut since = began;
    for version in &versions {
        assert!(
            watching.heard_between(since, *version),
            "a change after {since} was not told: {:?}",
            watching.told
        );
        since = *version;
    }

    let (answered, after) = (answered.load(Ordering::Relaxed), release(&last).await);
    if std::env::var_os("FULLHOUSE_BEFORE").is_some() {
        assert_ne!(before, after, "FULLHOUSE_BEFORE is of another release");
    }
    let changes = versions.len();
    println!("handover OK: {before} made room for {after}: {answered} requests, 0 failed; {changes} changes told");
}
