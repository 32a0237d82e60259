//! One program takes the place of another on the same listening socket, and nobody's request fails.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use std::time::Duration;

use serde_json::json;

use crate::support::{Book, Client, Season, Server, Site, company, enter};

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

/// Plans again and again.
async fn write(client: Client, targets: String, stop: Arc<AtomicBool>, answered: Answered) {
    let mut target = 0;
    while !stop.load(Ordering::Relaxed) {
        target += 1;
        let body = json!({ "targets": [{ "date": Season::days_ago(3), "targetKrw": target }] });
        client.put(&targets, &body).await.expect(200);
        answered.fetch_add(1, Ordering::Relaxed);
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
    people.push(tokio::spawn(write(client(), targets, stop.clone(), answered.clone())));
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
    let (answered, after) = (answered.load(Ordering::Relaxed), release(&last).await);
    println!("handover OK: {before} made room for {after}: {answered} requests, 0 failed");
}
