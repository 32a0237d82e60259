//! Figures that come by themselves: a folder of the real server, and whoever decides.

use std::fs;
use std::path::{Path, PathBuf};
use std::slice;

use serde_json::{Value, json};

use crate::support::{Book, Client, MINUTE, Server, Site, company, enter, until, user};

const SOURCES: &str = "/api/v1/collection/sources";
const ARRIVALS: &str = "/api/v1/collection/arrivals";

/// A server that looks into a folder, and a production.
struct World {
    server: Server,
    folder: PathBuf,
    production: Value,
    foreign: Value,
}

impl World {
    async fn new(folder: &Path) -> (Site, Self) {
        let inbox = format!("inbox={}", folder.display());
        let site = Site::with(&[
            ("COLLECT_FOLDERS", inbox.as_str()),
            ("COLLECT_STABLE_S", "1"),
            ("COLLECT_SECRET_TOKEN", "a-secret-of-the-house"),
            ("COLLECT_HOSTS", "127.0.0.9:9,localhost:9"),
            ("COLLECT_PRIVATE_NETWORKS", "127.0.0.9/32"),
        ]);
        let season = company(1);
        let server = site.serve().await;
        let production = enter(&server, season.play()).await;
        let foreign = enter(&server, season.musical()).await;
        let folder = folder.to_owned();
        let world = Self {
            server,
            folder,
            production,
            foreign,
        };
        (site, world)
    }

    async fn source(&self, more: Value) -> Value {
        let mut source = json!({
            "name": "받은 파일", "kind": "folder", "productionId": null, "recordDate": "file_name", "config": { "root": "inbox" },
        });
        for (key, value) in more.as_object().unwrap() {
            source[key] = value.clone();
        }
        self.server.post(SOURCES, &source).await.expect(201)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // As careful programs do: elsewhere first.
        let aside = self.folder.join(format!("{name}.part"));
        fs::write(&aside, bytes).unwrap();
        fs::rename(aside, self.folder.join(name)).unwrap();
    }

    fn names(&self, of: &str) -> Vec<String> {
        let entries = self.folder.join(of).read_dir().unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| !["done", "failed"].contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }

    /// Waits until nothing lies in the folder any more.
    async fn taken(&self) {
        until("files to be taken", MINUTE, async || {
            self.names("").is_empty().then_some(())
        })
        .await;
    }

    async fn arrivals(&self, caller: &Client, query: &str) -> Vec<Value> {
        let list = caller.get(&format!("{ARRIVALS}?perPage=200{query}")).await.expect(200);
        list["items"].as_array().unwrap().clone()
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

#[tokio::test]
async fn a_file_in_a_folder_becomes_an_upload_once() {
    let folder = tempfile::tempdir().unwrap();
    let (_site, world) = World::new(folder.path()).await;
    let source = world.source(json!({})).await;
    let book = Book::of(company(1).play(), 1);
    world.put(&book.name, &book.bytes);
    world.put("매출.xlsx", &book.bytes);
    world.put("20250101_NOPE9_x.xlsx", b"PK");
    fs::write(folder.path().join("~$잠금.xlsx"), "x").unwrap();
    until("files to be taken", MINUTE, async || {
        (world.names("") == ["~$잠금.xlsx"]).then_some(())
    })
    .await;

    let path = format!("/api/v1/uploads?productionId={}", text(&world.production, "id"));
    let uploads = world.server.get(&path).await.expect(200);
    let upload = &uploads["items"][0];
    assert_eq!(uploads["total"], 1);
    assert_eq!(
        (text(upload, "status"), &upload["uploadedBy"]),
        ("completed", &Value::Null)
    );
    assert_eq!(upload["source"], json!({ "id": source["id"], "name": "받은 파일" }));
    assert_eq!(world.names("done"), slice::from_ref(&book.name));
    assert_eq!(
        world.names("failed"),
        [
            "20250101_NOPE9_x.xlsx",
            "20250101_NOPE9_x.xlsx.txt",
            "매출.xlsx",
            "매출.xlsx.txt"
        ]
    );
    let beside = fs::read(folder.path().join("failed/매출.xlsx.txt")).unwrap();
    assert!(beside.starts_with("\u{FEFF}파일: 매출.xlsx\r\n".as_bytes()));
    let audit = format!("/api/v1/audit?subjectId={}", text(upload, "id"));
    let audit = world.server.get(&audit).await.expect(200);
    let entries = audit["items"].as_array().unwrap();
    assert!(entries.len() >= 2, "{entries:?}");
    assert!(
        entries
            .iter()
            .all(|entry| entry["by"].is_null() && entry["after"]["source"]["name"] == "받은 파일")
    );

    // Once more the same: nothing new, and nothing is overwritten.
    world.put(&book.name, &book.bytes);
    until("the same to be taken", MINUTE, async || {
        (world.names("done").len() == 2).then_some(())
    })
    .await;
    let mut states: Vec<_> = world
        .arrivals(&world.server, "")
        .await
        .iter()
        .map(|arrival| (text(arrival, "state").to_owned(), text(arrival, "code").to_owned()))
        .collect();
    states.sort();
    let wanted = [
        ("refused", "bad_file_name"),
        ("refused", "unknown_production"),
        ("unchanged", ""),
        ("uploaded", ""),
    ];
    let wanted = wanted.map(|(state, code)| (state.to_owned(), code.to_owned()));
    assert_eq!(states, wanted);
    assert_eq!(world.server.get(&path).await.expect(200)["total"], 1);
}

#[tokio::test]
async fn what_looks_wrong_waits_for_those_of_the_production() {
    let folder = tempfile::tempdir().unwrap();
    let (_site, world) = World::new(folder.path()).await;
    let source = world.source(json!({ "confirm": "always" })).await;
    let granted = |production: &Value| json!({ "productionIds": [production["id"]], "canUpload": true });
    let own = user(&world.server, "own@example.com", &granted(&world.production)).await;
    let other = user(&world.server, "other@example.com", &granted(&world.foreign)).await;
    let reads = json!({ "productionIds": [world.production["id"]], "canUpload": false });
    let reader = user(&world.server, "reader@example.com", &reads).await;

    for days_ago in [2, 1] {
        let book = Book::of(company(1).play(), days_ago);
        world.put(&book.name, &book.bytes);
    }
    world.taken().await;
    let held = world.arrivals(&own, "&state=held").await;
    assert_eq!(held.len(), 2, "{held:?}");
    assert!(held.iter().all(|arrival| arrival["heldFor"] == json!(["always"])));
    assert!(world.arrivals(&other, "").await.is_empty());
    assert_eq!(reader.get(ARRIVALS).await.status, 403);
    let paths: Vec<_> = held.iter().map(|of| format!("{ARRIVALS}/{}", text(of, "id"))).collect();
    let (confirm, discard) = (format!("{}/confirm", paths[0]), format!("{}/discard", paths[1]));
    for (caller, status) in [(&other, 404), (&reader, 403), (&world.server.as_nobody(), 401)] {
        assert_eq!(caller.get(&paths[0]).await.status, status);
        assert_eq!(caller.post(&confirm, &json!({})).await.status, status);
        assert_eq!(caller.post(&discard, &json!({})).await.status, status);
    }
    let shown = own.get(&paths[0]).await.expect(200);
    assert!(shown["dryRun"]["facts"]["daily"]["revenueKrw"].as_i64().unwrap() > 0);

    let confirmed = own.post(&confirm, &json!({})).await.expect(200);
    assert_eq!(text(&confirmed, "state"), "uploaded");
    let again = own.post(&confirm, &json!({})).await;
    assert_eq!((again.status, text(&again.json(), "code")), (409, "not_held"));
    let discarded = own.post(&discard, &json!({ "reason": "잘못 받음" })).await.expect(200);
    assert_eq!(
        (text(&discarded, "state"), text(&discarded, "reason")),
        ("discarded", "잘못 받음")
    );
    let uploads = until("the upload to be read", MINUTE, async || {
        let path = format!("/api/v1/uploads?productionId={}", text(&world.production, "id"));
        let list = own.get(&path).await.expect(200);
        (list["items"][0]["status"] == "completed").then_some(list)
    })
    .await;
    assert_eq!(uploads["total"], 1);
    let upload = &uploads["items"][0];
    assert_eq!(text(&upload["uploadedBy"], "name"), "own@example.com");
    assert_eq!(upload["source"]["id"], source["id"]);

    // The source goes; what it brought stays, and remembers its name.
    let path = format!("{SOURCES}/{}", text(&source, "id"));
    assert_eq!(world.server.delete(&path).await.status, 204);
    let upload = own
        .get(&format!("/api/v1/uploads/{}", text(upload, "id")))
        .await
        .expect(200);
    assert_eq!(upload["source"], json!({ "id": null, "name": "받은 파일" }));
}

#[tokio::test]
async fn what_the_settings_do_not_name_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (_site, world) = World::new(folder.path()).await;
    let production = &world.production["id"];
    let url = |url: &str| json!({ "kind": "url", "productionId": production, "config": { "url": url } });
    let folder_at = |path: &str| json!({ "config": { "root": "inbox", "path": path } });
    let header = |secret: &str| {
        let header = json!({ "name": "X-Token", "secret": secret });
        json!({ "kind": "url", "productionId": production, "config": { "url": "http://127.0.0.9:9/a", "secretHeader": header } })
    };
    for (more, code) in [
        (json!({ "config": { "root": "elsewhere" } }), "folder_not_allowed"),
        (folder_at(".."), "invalid"),
        (folder_at("/etc"), "invalid"),
        (json!({ "recordDate": "yesterday" }), "invalid"),
        (json!({ "schedule": "*/5 * * * *" }), "invalid"),
        (json!({ "name": "" }), "invalid"),
        (json!({ "kind": "mail" }), "invalid"),
        (json!({ "passwordSecret": "NOT_THERE" }), "secret_unknown"),
        (url("https://example.org/a.xlsx"), "host_not_allowed"),
        (url("http://127.0.0.1:9/a.xlsx"), "host_not_allowed"),
        (url("http://2130706433:9/a.xlsx"), "host_not_allowed"),
        (url("http://who:secret@127.0.0.9:9/a.xlsx"), "host_not_allowed"),
        (url("ftp://127.0.0.9/a.xlsx"), "not_https"),
        (url("https://1drv.ms/x/s!abc"), "share_link_unsupported"),
        (url("http://127.0.0.9:9/a?token=a-secret-of-the-house"), "invalid"),
        (url("not an address"), "invalid"),
        (header("NOT_THERE"), "secret_unknown"),
        (
            json!({ "kind": "browser", "config": { "recipe": "none" } }),
            "recipe_invalid",
        ),
    ] {
        let mut source = json!({
            "name": "이름", "kind": "folder", "productionId": null, "recordDate": "file_name", "config": { "root": "inbox" },
        });
        for (key, value) in more.as_object().unwrap() {
            source[key] = value.clone();
        }
        let told = world.server.post(SOURCES, &source).await;
        assert_eq!((told.status, text(&told.json(), "code")), (422, code), "{more}");
    }
    world.source(json!({})).await;
    let twice = json!({
        "name": "둘째", "kind": "folder", "productionId": null, "recordDate": "file_name", "config": { "root": "inbox" },
    });
    assert_eq!(world.server.post(SOURCES, &twice).await.status, 422);
    let options = world.server.get("/api/v1/collection/options").await;
    let told = String::from_utf8_lossy(&options.bytes).into_owned();
    assert!(
        !told.contains("a-secret-of-the-house") && !told.contains(&*folder.path().to_string_lossy()),
        "{told}"
    );
    assert_eq!(
        options.expect(200)["secrets"][0],
        json!({ "name": "TOKEN", "present": true, "usedBy": [] })
    );
}

#[tokio::test]
async fn a_share_that_goes_is_told_and_a_test_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_site, world) = World::new(folder.path()).await;
    let source = world.source(json!({ "active": false })).await;
    let path = format!("{SOURCES}/{}", text(&source, "id"));
    let book = Book::of(company(1).play(), 1);
    world.put(&book.name, &book.bytes);
    let wait = |what: &str| {
        let request = world.server.request(reqwest::Method::POST, &format!("{path}/{what}"));
        let request = request.header("Prefer", "wait=30").json(&json!({}));
        async move { crate::support::answer(request).await.unwrap().expect(200) }
    };
    let tried = wait("test").await;
    assert_eq!(
        (text(&tried, "state"), tried["dryRun"].as_bool()),
        ("succeeded", Some(true))
    );
    assert_eq!(text(&tried["arrivals"][0], "state"), "uploaded");
    assert!(world.arrivals(&world.server, "").await.is_empty());
    assert_eq!(world.names(""), slice::from_ref(&book.name));

    fs::remove_dir(folder.path().join("done")).unwrap();
    let ran = wait("run").await;
    assert_eq!(
        (text(&ran, "state"), text(&ran, "code")),
        ("failed", "folder_unreachable")
    );
    assert_eq!(world.names(""), slice::from_ref(&book.name));
    let resumed = world
        .server
        .post(&format!("{path}/resume"), &json!({}))
        .await
        .expect(200);
    assert_eq!(resumed["active"], true);
    world.taken().await;
    assert_eq!(world.names("done"), [book.name]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_in_backups_and_is_of_somebody() {
    let folder = tempfile::tempdir().unwrap();
    let (site, mut world) = World::new(folder.path()).await;
    world.source(json!({ "confirm": "always" })).await;
    let book = Book::of(company(1).play(), 1);
    world.put(&book.name, &book.bytes);
    world.taken().await;
    let held = world.arrivals(&world.server, "&state=held").await;
    assert_eq!(held.len(), 1, "{held:?}");
    let sha256 = text(&held[0], "sha256");
    world.server.stop().await;

    let ended = site.program(&["backup", "backups"]).run();
    assert_eq!(ended.code(), 0, "{}{}", ended.stdout(), ended.stderr());
    let copy = site.folder().join("backups/originals").join(&sha256[..2]).join(sha256);
    assert_eq!(fs::read(copy).unwrap(), book.bytes);
    let checked = site.program(&["check"]).run();
    assert_eq!(checked.code(), 0, "{}{}", checked.stdout(), checked.stderr());
    assert!(
        checked.stdout().contains("1 originals are whole"),
        "{}",
        checked.stdout()
    );
    assert!(!checked.stdout().contains("of no upload"), "{}", checked.stdout());
}
