//! What open streams of events cost the database: a thousand of them, while nothing happens and while workbooks are uploaded.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use diesel::connection::SimpleConnection;
use postgres_adapter::test_database::TestDatabase;
use sample_data::{formats, stage_workbook};
use tokio::task::JoinSet;

use crate::server::Server;
use crate::statements::{log, log_statements};

/// Streams of one user, as many as there may be, and users.
const OF_EACH: u32 = 10;
const USERS: u32 = 100;
/// Addresses that they come from: one may have 256 connections.
const ADDRESSES: u8 = 10;
/// How long nothing happens: each stream looks at its token twice in that time.
const QUIET: Duration = Duration::from_secs(30);
const UPLOADS: u64 = 5;

/// Users who see everything, each with a session.
const MEMBERS: &str = "
INSERT INTO account (id, email, name, role, active, can_upload, can_manage_productions, all_productions, created_at,
                     activated_at)
SELECT gen_random_uuid(), 'u' || n || '@example.com', 'u' || n, 'member', TRUE, FALSE, FALSE, TRUE, now(), now()
FROM generate_series(0, 99) n;
INSERT INTO session (id, account_id, digest, created_at, last_used_at, expires_at)
SELECT gen_random_uuid(), id, sha256(convert_to('fhs_' || name, 'UTF8')), now(), now(), now() + interval '1 day'
FROM account WHERE role = 'member';
";

/// What the streams heard.
#[derive(Default)]
struct Heard {
    /// Streams that have begun.
    begun: AtomicU32,
    events: AtomicU32,
}

/// Statements that the server was sent, and of those the looks at a token.
#[derive(Clone, Copy)]
struct Statements {
    all: u32,
    looks: u32,
}

impl Statements {
    fn so_far(database: &TestDatabase) -> Self {
        let mut statements = Self { all: 0, looks: 0 };
        for line in log(database).lines() {
            let is_statement = line.contains("LOG:  execute ") || line.contains("LOG:  statement: ");
            statements.all += u32::from(is_statement);
            statements.looks += u32::from(is_statement && line.contains("WITH credential AS ("));
        }
        statements
    }

    fn since(self, before: Self) -> Self {
        Self {
            all: self.all - before.all,
            looks: self.looks - before.looks,
        }
    }
}

/// Opens the streams, which are read for as long as the answer is kept.
async fn open(server: &Server, heard: &Arc<Heard>) -> JoinSet<()> {
    let mut streams = JoinSet::new();
    let clients: Vec<_> = (1..=ADDRESSES)
        .map(|last| {
            let from = Ipv4Addr::new(127, 0, 2, last);
            let client = reqwest::Client::builder().local_address(Some(from.into()));
            client.build().expect("a client")
        })
        .collect();
    for number in 0..USERS * OF_EACH {
        let client = &clients[usize::try_from(number).expect("few") % clients.len()];
        let request = client
            .get(format!("{}/api/v1/events", server.base))
            .bearer_auth(format!("fhs_u{}", number / OF_EACH));
        let mut answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "stream {number}");
        let heard = Arc::clone(heard);
        streams.spawn(async move {
            let mut is_new = true;
            while let Ok(Some(piece)) = answer.chunk().await {
                heard.begun.fetch_add(u32::from(is_new), Ordering::Relaxed);
                is_new = false;
                let text = String::from_utf8_lossy(&piece);
                let events = text.matches("event: ").count();
                let events = u32::try_from(events).expect("few in a piece");
                heard.events.fetch_add(events, Ordering::Relaxed);
            }
        });
    }
    while heard.begun.load(Ordering::Relaxed) < USERS * OF_EACH {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    streams
}

/// Waits until the streams have heard nothing for a second.
async fn settled(heard: &Heard) {
    let mut last = None;
    while last != Some(heard.events.load(Ordering::Relaxed)) {
        last = Some(heard.events.load(Ordering::Relaxed));
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

fn print(what: &str, statements: Statements, took: Duration) {
    println!(
        "{what:<40} {:>6} statements, of which {:>6} look at a token, in {:>5.1} s",
        statements.all,
        statements.looks,
        took.as_secs_f64()
    );
}

/// Measures and prints.
pub(crate) async fn measure() {
    let (database, folder) = (TestDatabase::new(), tempfile::tempdir().expect("a folder"));
    database.connection().batch_execute(MEMBERS).expect("members");
    log_statements(&database, true);
    let server = Server::start(&database, folder.path(), &[("EVENT_STREAMS", "2000")]).await;
    let newest: NaiveDate = "2026-11-20".parse().expect("a day");
    server.create_production("P0").await;
    let heard = Arc::new(Heard::default());
    let streams = open(&server, &heard).await;
    println!("{:<40} {:>6}", "streams", streams.len());

    let (before, start) = (Statements::so_far(&database), Instant::now());
    tokio::time::sleep(QUIET).await;
    let (quiet, took) = (Statements::so_far(&database).since(before), start.elapsed());
    print("nothing happens", quiet, took);

    let (before, start) = (Statements::so_far(&database), Instant::now());
    for number in 0..UPLOADS {
        let workbook = formats::xlsx(&stage_workbook(number, 120, 100, newest - Days::new(UPLOADS - number)));
        server
            .upload("P0", newest - Days::new(UPLOADS - number), workbook)
            .await;
    }
    settled(&heard).await;
    let (busy, took) = (Statements::so_far(&database).since(before), start.elapsed());
    print(&format!("{UPLOADS} uploads"), busy, took);
    let events = heard.events.load(Ordering::Relaxed) / (USERS * OF_EACH);
    println!("{:<40} {events:>6}", "events, each told to every stream");
    // With those that the time asks for.
    println!(
        "{:<40} {:>8.1} statements, of which {:>6.1} look at a token",
        "for each event, at most",
        f64::from(busy.all) / f64::from(events.max(1)),
        f64::from(busy.looks) / f64::from(events.max(1))
    );
    drop(streams);
}
