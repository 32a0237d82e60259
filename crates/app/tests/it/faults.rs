//! What goes wrong around the program: its log, its terminal, its database, its store.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{Book, Client, MASTER_EMAIL, MASTER_PASSWORD, MINUTE, Site, company, enter, until};

/// A server whose log is a pipe.
struct Piped {
    child: Child,
    log: Option<BufReader<std::process::ChildStderr>>,
    base: String,
}

impl Piped {
    fn start(site: &Site, variables: &[(&str, &str)]) -> Self {
        let mut program = site.program(&["serve"]);
        for (name, value) in variables {
            program.variable(name, value);
        }
        let mut child = program.spawn_piped();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let base = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "the server ended");
            if let Some((_, rest)) = line.split_once("serves at ") {
                break rest.split(',').next().unwrap().to_owned();
            }
        };
        Self {
            child,
            log: Some(log),
            base,
        }
    }

    async fn client(&self) -> Client {
        Client::new(&self.base).sign_in(MASTER_EMAIL, MASTER_PASSWORD).await
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    async fn ended(&mut self) -> ExitStatus {
        until("the server ends", MINUTE, async || self.child.try_wait().unwrap()).await
    }
}

impl Drop for Piped {
    fn drop(&mut self) {
        // Both fail only when it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn a_log_whose_reader_is_gone_fails_nothing() {
    let (site, season) = (Site::new(), company(1));
    let mut server = Piped::start(&site, &[("LOG", "debug")]);
    drop(server.log.take());
    let client = server.client().await;
    enter(&client, season.play()).await;
    let book = Book::of(season.play(), 1);
    client.upload(&book.name, book.bytes).complete().await;
    assert_eq!(site.count("SELECT max(attempts)::bigint FROM apalis.jobs").await, 1);
    server.signal(Signal::TERM);
    assert_eq!(server.ended().await.code(), Some(0));
}

#[tokio::test]
async fn a_log_whose_reader_stands_still_holds_nothing_up() {
    let (site, season) = (Site::new(), company(1));
    // Far more than a pipe holds.
    let mut server = Piped::start(&site, &[("LOG", "trace")]);
    let client = server.client().await;
    enter(&client, season.play()).await;
    let book = Book::of(season.play(), 1);
    client.upload(&book.name, book.bytes).complete().await;
    for _ in 0..20 {
        client.get("/api/v1/reports/plays/revenue").await.expect(200);
    }
    server.signal(Signal::TERM);
    assert_eq!(server.ended().await.code(), Some(0));
}

#[tokio::test]
async fn a_terminal_that_is_closed_ends_the_server_in_order() {
    let site = Site::new();
    let mut server = Piped::start(&site, &[]);
    server.signal(Signal::HUP);
    assert_eq!(server.ended().await.code(), Some(0));
}

/// Stands between a server and its database, and swallows what is said when told to.
struct Firewall {
    address: std::net::SocketAddr,
    swallows: Arc<AtomicBool>,
}

impl Firewall {
    /// Before the socket of this URL.
    fn before(url: &str) -> Self {
        let folder = url.split("host=").nth(1).unwrap().split('&').next().unwrap();
        let folder = percent_decoded(folder);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let swallows = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&swallows);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let client = client.unwrap();
                let server = UnixStream::connect(format!("{folder}/.s.PGSQL.5432")).unwrap();
                let (there, back) = (
                    (client.try_clone().unwrap(), server.try_clone().unwrap()),
                    (server, client),
                );
                let (to, from) = (Arc::clone(&told), Arc::clone(&told));
                std::thread::spawn(move || pass_on(there.0, there.1, &to));
                std::thread::spawn(move || pass_on(back.0, back.1, &from));
            }
        });
        Self { address, swallows }
    }

    /// `url`, through here.
    fn url(&self, url: &str) -> String {
        let (server, database) = url.split_once("localhost").unwrap();
        let database = database.split('?').next().unwrap();
        let database = database.rsplit('/').next().unwrap();
        format!("{server}{}/{database}?sslmode=disable", self.address)
    }
}

fn pass_on(mut from: impl Read, mut to: impl Write, swallows: &AtomicBool) {
    let mut bytes = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        if !swallows.load(Ordering::Acquire) && to.write_all(&bytes[..length]).is_err() {
            return;
        }
    }
}

fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let byte = u8::from_str_radix(&part[..2], 16).unwrap();
        format!("{text}{}{}", char::from(byte), &part[2..])
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_falls_silent_does_not_keep_the_server_from_ending() {
    let site = Site::new();
    let firewall = Firewall::before(site.database_url());
    let url = firewall.url(site.database_url());
    let mut server = Piped::start(&site, &[("DATABASE_URL", &url)]);
    let client = server.client().await;
    client.get("/api/v1/productions").await.expect(200);
    firewall.swallows.store(true, Ordering::Release);
    let asked = Instant::now();
    let ready = client.get("/readyz").await;
    assert_eq!(ready.status, 503);
    assert!(asked.elapsed() < Duration::from_secs(4), "{:?}", asked.elapsed());
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { client.try_get("/api/v1/productions").await.is_ok() }
    });
    server.signal(Signal::TERM);
    // Asked again, it does not wait for what is under way.
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.signal(Signal::TERM);
    let asked = Instant::now();
    assert_eq!(server.ended().await.code(), Some(0));
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
    waiting.await.unwrap();
}

#[tokio::test]
async fn an_original_that_is_damaged_or_gone_is_said_so_and_never_sent() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes.clone()).complete().await;
    let path = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    let original = site.original(&upload);
    let mut bytes = book.bytes.clone();
    bytes[1_000] ^= 1;
    std::fs::write(&original, bytes).unwrap();
    let damaged = server.get(&path).await;
    assert_eq!(damaged.expect(500)["code"], "original-damaged");
    std::fs::remove_file(&original).unwrap();
    assert_eq!(server.get(&path).await.expect(410)["code"], "original-gone");
    assert!(server.log().contains("Damaged("), "{}", server.log());
}

#[tokio::test]
async fn an_original_with_other_bytes_is_not_read_as_what_was_sent() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let (sent, other) = (Book::of(season.play(), 1), Book::of(season.play(), 2));
    let upload = server.upload(&sent.name, sent.bytes).queue().await;
    std::fs::write(site.original(&upload), other.bytes).unwrap();
    let _worker = site.work();
    let ended = server.until_status(&upload, "failed").await;
    assert_eq!(ended["diagnosticCounts"], serde_json::json!({ "internal_error": 1 }));
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 0);
}

#[test]
fn a_dot_env_is_read_here_and_nowhere_else_and_as_a_whole() {
    let site = Site::new();
    let here = site.folder().join("here");
    std::fs::create_dir(&here).unwrap();
    let listed = || {
        let mut program = site.program(&["user", "list"]);
        program.variable("MODE", "");
        program.in_folder(&here).run()
    };
    // A folder above belongs to whoever it belongs to.
    std::fs::write(site.folder().join(".env"), "MODE=WRONG\n").unwrap();
    assert_eq!(listed().code(), 0, "{}", listed().stderr());
    std::fs::write(here.join(".env"), "# settings\nNOTE=two words\nMODE=WRONG\n").unwrap();
    let refused = listed();
    assert_eq!(refused.code(), 1);
    assert!(refused.stderr().contains("line 2 of .env"), "{}", refused.stderr());
    assert_eq!(refused.stderr().lines().count(), 1, "{}", refused.stderr());
}

#[tokio::test]
async fn an_older_database_waits_for_migrate_and_a_newer_one_stays_as_it_is() {
    let site = Site::new();
    let list = || site.program(&["user", "list"]).run();
    assert_eq!(list().code(), 0);
    site.execute("UPDATE applied_views SET digest = 'older', edition = 0")
        .await;
    let refused = list();
    assert_eq!(refused.code(), 1);
    assert!(refused.stderr().contains("fullhouse migrate"), "{}", refused.stderr());
    // A server waits for it.
    let starting = site.serve();
    let migrating = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let site = site.clone();
        let migrated = tokio::task::spawn_blocking(move || site.program(&["migrate"]).run());
        assert_eq!(migrated.await.unwrap().code(), 0);
    };
    let (mut server, ()) = tokio::join!(starting, migrating);
    assert!(server.stop().await.success());

    site.execute("UPDATE applied_views SET digest = 'newer', edition = 1000")
        .await;
    assert_eq!(list().code(), 0);
    assert_eq!(site.program(&["migrate"]).run().code(), 0);
    let newer = "SELECT count(*) FROM applied_views WHERE digest = 'newer'";
    assert_eq!(site.count(newer).await, 1, "an older release leaves newer views alone");
}

#[test]
fn programs_of_postgresql_are_looked_at_by_the_user_that_would_run_them() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::embedded(&[]);
    let planted = site.folder().join("planted");
    std::fs::create_dir(&planted).unwrap();
    std::fs::set_permissions(&planted, std::fs::Permissions::from_mode(0o777)).unwrap();
    for name in ["postgres", "initdb"] {
        let path = planted.join(name);
        std::fs::write(&path, format!("#!/bin/sh\nid -u >> {}/who\n", planted.display())).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut program = site.program(&["user", "list"]);
    program.variable("PG_BIN_DIR", planted.to_str().unwrap());
    let refused = program.run();
    assert_eq!(refused.code(), 1);
    assert!(refused.stderr().contains("PG_BIN_DIR"), "{}", refused.stderr());
    let who = std::fs::read_to_string(planted.join("who")).unwrap();
    assert!(who.lines().count() > 0 && who.lines().all(|user| user != "0"), "{who}");
}
