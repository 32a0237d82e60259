//! Two servers on one database: nobody sees less than what they were told of, and streams tell what happens.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Book, Client, MINUTE, SOON, Server, Site, company, enter, until, user};

/// Targets that the writers set, one after the other.
const WRITES: i64 = 60;

fn id(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// An open stream of events.
struct Watching {
    answer: reqwest::Response,
    text: String,
}

impl Watching {
    async fn open(client: &Client, last_heard: Option<&str>) -> Self {
        let mut request = client.request(Method::GET, "/api/v1/events");
        if let Some(id) = last_heard {
            request = request.header("last-event-id", id);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        Self::of(answer).await
    }

    async fn of(answer: reqwest::Response) -> Self {
        let mut watching = Self {
            answer,
            text: String::new(),
        };
        watching.next().await.expect("the beginning");
        watching
    }

    /// The next block of the stream; `None` when it has ended.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(block);
            }
            let piece = tokio::time::timeout(MINUTE, self.answer.chunk()).await;
            let piece = piece.expect("something comes").ok().flatten()?;
            self.text.push_str(std::str::from_utf8(&piece).unwrap());
        }
    }

    /// Name and data of the next event, heart-beats aside.
    async fn event(&mut self) -> Option<(String, Value)> {
        loop {
            let block = self.next().await?;
            let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name));
            if let Some((name, data)) = line("event: ").zip(line("data: ")) {
                return Some((name.to_owned(), serde_json::from_str(data).unwrap()));
            }
        }
    }

    /// The data of the next event of this name.
    async fn until(&mut self, name: &str) -> Value {
        loop {
            let (told, data) = self.event().await.expect("the stream goes on");
            if told == name {
                return data;
            }
        }
    }
}

/// Two servers with a production on sale.
async fn two_servers(site: &Site) -> (Server, Server, Value) {
    let (first, second) = (site.serve().await, site.serve().await);
    let production = enter(&first, company(1).play()).await;
    (first, second, production)
}

#[tokio::test]
async fn nobody_reads_less_than_a_write_that_they_were_told_of() {
    let site = Site::new();
    let (first, second, production) = two_servers(&site).await;
    let day = production["saleStart"].as_str().unwrap().to_owned();
    let targets = format!("/api/v1/productions/{}/targets", id(&production));
    let report = format!("/api/v1/reports/target-vs-actual?productionId={}", id(&production));
    // What has been written, and the version that said so; the value is written before it is told.
    let told = tokio::sync::watch::channel((0_i64, 0_i64));
    let (tell, hear) = told;
    let writer = async {
        for value in 1..=WRITES {
            let body = json!({ "targets": [{ "date": day, "targetKrw": value }] });
            let server: &Client = if value % 2 == 0 { &first } else { &second };
            let answer = server.put(&targets, &body).await;
            answer.expect(200);
            let version = answer.header("x-data-version").parse().unwrap();
            tell.send((value, version)).unwrap();
        }
    };
    let reads = AtomicI64::new(0);
    let reader = |server: &Client| {
        let (server, hear, report) = (server.clone(), hear.clone(), report.clone());
        let reads = &reads;
        async move {
            loop {
                let (value, version) = *hear.borrow();
                let request = server.request(Method::GET, &report).header("x-data-version", version);
                let answer = crate::support::answer(request).await.unwrap();
                let answered: i64 = answer.header("x-data-version").parse().unwrap();
                assert!(answered >= version, "{answered} is older than {version}");
                let seen = answer.expect(200)["items"][0]["periods"][0]["targetKrw"]
                    .as_i64()
                    .unwrap();
                assert!(seen >= value, "{seen} is older than {value}");
                reads.fetch_add(1, Ordering::Relaxed);
                if value == WRITES {
                    return;
                }
            }
        }
    };
    let readers = [&first, &second, &first, &second].map(|server| reader(server));
    tokio::join!(writer, join_all(readers));
    assert!(reads.into_inner() > WRITES, "the readers were there meanwhile");
}

#[tokio::test]
async fn a_server_never_lacks_its_own_writes() {
    let site = Site::new();
    let (first, _second, production) = two_servers(&site).await;
    let day = &production["saleStart"];
    let targets = format!("/api/v1/productions/{}/targets", id(&production));
    for value in 1..=20 {
        let body = json!({ "targets": [{ "date": day, "targetKrw": value }] });
        first.put(&targets, &body).await.expect(200);
        let report = first.get("/api/v1/reports/target-vs-actual").await.expect(200);
        assert_eq!(report["items"][0]["periods"][0]["targetKrw"], value);
    }
}

#[tokio::test]
async fn an_upload_to_one_server_is_told_to_who_watches_the_other() {
    let site = Site::new();
    let (first, second, production) = two_servers(&site).await;
    let granted = json!({ "productionIds": [production["id"]] });
    let member = user(&first, "reader@example.com", &granted).await;
    let stranger = user(&first, "nothing@example.com", &json!({})).await;
    let elsewhere = |client: &Client| Client::new(second.base()).with_token(client.token());
    let mut watching = Watching::open(&elsewhere(&member), None).await;
    let mut blind = Watching::open(&elsewhere(&stranger), None).await;
    let book = Book::of(company(1).play(), 1);
    let upload = first.upload(&book.name, book.bytes).complete().await;
    let told = watching.until("snapshot").await;
    assert_eq!(told["productionId"], production["id"]);
    let version = told["dataVersion"].as_i64().unwrap();
    let request = elsewhere(&member).request(Method::GET, "/api/v1/reports/plays/revenue");
    let report = crate::support::answer(request).await.unwrap().expect(200);
    assert_eq!(
        report["items"][0]["recordDate"], upload["recordDate"],
        "read after version {version}"
    );
    // The stranger hears of the company's notes only.
    let notes = json!({ "notes": [{ "date": "2026-11-20", "note": "수능" }] });
    first.put("/api/v1/calendar/notes", &notes).await.expect(200);
    assert_eq!(blind.event().await.unwrap().0, "note");
    // Whoever lost the connection goes on where it broke.
    let mut resumed = Watching::open(&elsewhere(&member), Some(&(version - 1).to_string())).await;
    let mut names = vec![resumed.event().await.unwrap().0, resumed.event().await.unwrap().0];
    names.sort();
    assert_eq!(names, ["snapshot", "upload"]);
}

#[tokio::test]
async fn whose_rights_end_is_out_within_a_second_everywhere() {
    let site = Site::new();
    let (first, second, production) = two_servers(&site).await;
    let elsewhere = |client: &Client| Client::new(second.base()).with_token(client.token());
    let granted = json!({ "productionIds": [production["id"]] });
    let users = first.get("/api/v1/users").await;
    assert_eq!(users.status, 200);
    for (email, ends) in [
        ("revoked@example.com", "session"),
        ("deactivated@example.com", "account"),
    ] {
        let member = user(&first, email, &granted).await;
        let there = elsewhere(&member);
        assert_eq!(there.get("/api/v1/auth/me").await.status, 200);
        let mut watching = Watching::open(&there, None).await;
        if ends == "session" {
            assert_eq!(member.post("/api/v1/auth/logout", &json!({})).await.status, 204);
        } else {
            let users = first.get("/api/v1/users?perPage=200").await.expect(200);
            let account = users["items"]
                .as_array()
                .unwrap()
                .iter()
                .find(|user| user["email"] == email)
                .unwrap();
            let path = format!("/api/v1/users/{}", id(account));
            first.patch(&path, &json!({ "active": false })).await.expect(200);
        }
        let since = Instant::now();
        while watching.event().await.is_some() {}
        assert!(since.elapsed() < SOON, "the stream went on for {:?}", since.elapsed());
        assert_eq!(there.get("/api/v1/auth/me").await.status, 401);
        assert_eq!(member.get("/api/v1/auth/me").await.status, 401, "here at once");
    }
    // A grant that is taken away hides the production.
    let member = user(&first, "granted@example.com", &granted).await;
    let there = elsewhere(&member);
    let path = format!("/api/v1/productions/{}", id(&production));
    assert_eq!(there.get(&path).await.status, 200);
    let users = first.get("/api/v1/users?perPage=200").await.expect(200);
    let items = users["items"].as_array().unwrap();
    let account = items
        .iter()
        .find(|user| user["email"] == "granted@example.com")
        .unwrap();
    let answer = first
        .patch(
            &format!("/api/v1/users/{}", id(account)),
            &json!({ "productionIds": [] }),
        )
        .await;
    answer.expect(200);
    let since = Instant::now();
    while there.get(&path).await.status != 404 {
        assert!(since.elapsed() < SOON);
    }
}

#[tokio::test]
async fn nobody_has_rights_that_were_withdrawn_by_a_write_that_they_were_told_of() {
    let site = Site::new();
    let (first, second, production) = two_servers(&site).await;
    let none = json!({ "productionIds": [] });
    let granted = json!({ "productionIds": [production["id"]] });
    let member = user(&first, "member@example.com", &none).await;
    let there = Client::new(second.base()).with_token(member.token());
    let account = member.get("/api/v1/auth/me").await.expect(200);
    let account = format!("/api/v1/users/{}", id(&account));
    let path = format!("/api/v1/productions/{}", id(&production));
    for (grants, status) in [(&granted, 200), (&none, 404)].into_iter().cycle().take(20) {
        let answer = first.patch(&account, grants).await;
        answer.expect(200);
        let told = answer.header("x-data-version").to_owned();
        let request = there.request(Method::GET, &path).header("x-data-version", &told);
        let answer = crate::support::answer(request).await.unwrap();
        assert_eq!(answer.status, status, "at version {told}");
        // Known there now, and remembered.
        assert_eq!(there.get(&path).await.status, status);
    }
}

#[tokio::test]
async fn what_changes_no_figure_changes_no_tag() {
    let site = Site::new();
    let (first, second, production) = two_servers(&site).await;
    let book = Book::of(company(1).play(), 1);
    first.upload(&book.name, book.bytes).complete().await;
    let report = "/api/v1/reports/plays/revenue";
    let asked = async |version: &str, tag: &str| {
        let request = second.request(Method::GET, report).header("x-data-version", version);
        let answer = crate::support::answer(request.header("if-none-match", tag))
            .await
            .unwrap();
        let answered: i64 = answer.header("x-data-version").parse().unwrap();
        assert!(
            answered >= version.parse().unwrap(),
            "{answered} is older than {version}"
        );
        (answer.status, answer.header("etag").to_owned())
    };
    let version = async || first.get("/api/v1/auth/me").await.header("x-data-version").to_owned();
    let (status, tag) = asked(&version().await, "\"none\"").await;
    assert_eq!(status, 200);
    // Somebody comes, makes a key and goes, and a workbook that cannot be read is sent.
    let member = user(
        &first,
        "member@example.com",
        &json!({ "productionIds": [production["id"]] }),
    )
    .await;
    let key = json!({ "name": "매일 업로드", "readOnly": false });
    member.post("/api/v1/auth/api-keys", &key).await.expect(201);
    assert_eq!(member.post("/api/v1/auth/logout", &json!({})).await.status, 204);
    let before = version().await;
    let broken = Book::of(company(1).play(), 2);
    first.upload(&broken.name, b"nothing".to_vec()).send().await;
    let after = version().await;
    assert_eq!(asked(&before, &tag).await, (304, tag.clone()));
    assert_eq!(asked(&after, &tag).await, (304, tag.clone()));
    let targets = format!("/api/v1/productions/{}/targets", id(&production));
    let body = json!({ "targets": [{ "date": production["saleStart"], "targetKrw": 7 }] });
    first.put(&targets, &body).await.expect(200);
    let (status, newer) = asked(&version().await, &tag).await;
    assert_eq!(status, 200);
    assert_ne!(newer, tag);
}

#[tokio::test]
async fn a_server_that_stops_ends_its_streams() {
    let site = Site::new();
    let (mut first, _second, _) = two_servers(&site).await;
    let mut watching = Watching::open(&first, None).await;
    let since = Instant::now();
    assert!(first.stop().await.success());
    assert!(since.elapsed() < SOON, "{:?}", since.elapsed());
    assert!(watching.event().await.is_none());
}

#[tokio::test]
async fn whoever_closes_a_stream_leaves_its_place() {
    let server = Site::new().serve().await;
    for _ in 0..3 {
        let mut windows = Vec::new();
        // As many as one person may have at a time.
        for _ in 0..10 {
            // On a busy machine not at once; sooner than the next heart-beat all the same.
            let answer = until("there is a place", Duration::from_secs(10), async || {
                let answer = server.request(Method::GET, "/api/v1/events").send().await.unwrap();
                (answer.status() == 200).then_some(answer)
            });
            windows.push(Watching::of(answer.await).await);
        }
        let refused = server.request(Method::GET, "/api/v1/events").send().await.unwrap();
        assert_eq!(refused.status(), 503);
        let began = Instant::now();
        assert!(
            windows.pop().unwrap().next().await.unwrap().starts_with(':'),
            "who is there hears that they were asked"
        );
        assert!(began.elapsed() < SOON);
    }
}
