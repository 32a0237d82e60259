//! The commands besides `serve`, and how the program starts and stops.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use original_store::test_object_store::TestObjectStore;
use serde_json::{Value, json};
use sha2::Digest;

use crate::support::{Book, Client, MINUTE, Site, company, enter, facts, shown, until};

/// How long a server without work may take to stop.
const SOON: Duration = Duration::from_secs(5);

#[test]
fn migrating_an_empty_database_twice_is_as_good_as_once() {
    let site = Site::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(site.execute(
        "DROP SCHEMA public CASCADE; DROP SCHEMA apalis CASCADE; DROP SCHEMA report CASCADE; CREATE SCHEMA public",
    ));
    for _ in 0..2 {
        let migrated = site.program(&["migrate"]).run();
        assert_eq!(migrated.code(), 0, "{}", migrated.stderr());
    }
    runtime.block_on(async {
        assert_eq!(site.count("SELECT count(*) FROM report.production").await, 0);
        let server = site.serve().await;
        assert_eq!(server.get("/api/v1/productions").await.expect(200)["total"], 0);
    });
}

/// Copies this way, and answers what is said.
fn copied(site: &Site, from: &str, to: &str) -> String {
    let told = site.program(&["copy-originals", from, to]).run();
    assert_eq!(told.code(), 0, "{}", told.stderr());
    told.stdout().to_owned()
}

#[test]
fn originals_are_copied_and_a_copy_that_ended_goes_on() {
    let site = Site::new();
    let folder = |name: &str| site.folder().join(name).to_str().unwrap().to_owned();
    let (from, to) = (folder("from"), folder("to"));
    let file = |store: &str, bytes: &[u8]| {
        let name = hex::encode(sha2::Sha256::digest(bytes));
        let folder = std::path::Path::new(store).join(&name[..2]);
        std::fs::create_dir_all(&folder).unwrap();
        folder.join(name)
    };
    let originals = [&b"one"[..], b"two", b"three"];
    for bytes in originals {
        std::fs::write(file(&from, bytes), bytes).unwrap();
    }
    std::fs::write(file(&from, b"damaged"), b"other").unwrap();
    std::fs::write(file(&to, b"two"), b"two").unwrap();
    let told = copied(&site, &from, &to);
    assert!(
        told.starts_with("2 originals were copied, 1 were there.\ndamaged, and left out: "),
        "{told}"
    );
    for bytes in originals {
        assert_eq!(std::fs::read(file(&to, bytes)).unwrap(), bytes);
    }
    std::fs::remove_file(file(&from, b"damaged")).unwrap();
    assert_eq!(copied(&site, &from, &to), "0 originals were copied, 3 were there.\n");

    let refused = site.program(&["copy-originals", &from, "gs://house"]).run();
    assert_ne!(refused.code(), 0);
    assert!(refused.stderr().contains("only s3:// is known"), "{}", refused.stderr());
}

/// Every file of a store, by its place there.
fn stored(store: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = |folder: &Path| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries(store).flat_map(|folder| entries(&folder));
    let place = |file: &Path| file.strip_prefix(store).unwrap().to_owned();
    files
        .map(|file| (place(&file), std::fs::read(&file).unwrap()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn originals_go_into_a_bucket_and_back_with_the_records_beside_them() {
    const BUCKET: &str = "s3://house/moved";
    let store = TestObjectStore::start().await;
    let (site, season) = (Site::with(&store.variables()), company(1));
    let mut server = site.serve().await;
    enter(&server, season.play()).await;
    for days_ago in [2, 1] {
        let book = Book::of(season.play(), days_ago);
        server.upload(&book.name, book.bytes).complete().await;
    }
    server.stop().await;
    let (from, back) = (site.store(), site.folder().join("back"));
    let [all, none] = [
        "2 originals were copied, 0 were there.\n",
        "0 originals were copied, 2 were there.\n",
    ];
    for told in [all, none] {
        assert_eq!(copied(&site, from.to_str().unwrap(), BUCKET), told);
    }
    assert_eq!(copied(&site, BUCKET, back.to_str().unwrap()), all);
    let kept = stored(&from);
    assert_eq!(kept.len(), 4, "each with its record");
    for copy in [store.objects("moved"), back] {
        assert!(
            stored(&copy) == kept,
            "{:?} instead of {:?}",
            stored(&copy).keys(),
            kept.keys()
        );
    }
}

#[test]
fn a_good_workbook_is_read_offline() {
    let (site, season) = (Site::new(), company(1));
    let book = Book::of(season.musical(), 1);
    std::fs::write(site.folder().join(&book.name), &book.bytes).unwrap();

    let told = site.program(&["ingest", &book.name]).run();
    assert_eq!(told.code(), 0, "{}", told.stderr());
    assert!(told.stdout().contains(&book.name));
    assert!(told.stdout().contains(&book.truth.daily.revenue_krw.to_string()));
    assert!(!told.stdout().contains('\u{1b}'), "no colours where nobody looks");

    let told = site.program(&["ingest", "--json", &book.name]).run();
    assert_eq!(told.code(), 0, "{}", told.stderr());
    let answer: Value = serde_json::from_str(told.stdout()).unwrap();
    assert_eq!(answer[0]["outcome"], "completed");
    assert_eq!(answer[0]["facts"], facts(&book.truth));
}

#[test]
fn a_workbook_with_errors_is_told_by_the_exit_code_and_cell_by_cell() {
    let (site, season) = (Site::new(), company(1));
    let good = Book::of(season.play(), 2);
    let mut bad = Book::of(season.play(), 1);
    let row = bad.sheets.sheet("Daily").dated_rows()[0] + 1;
    let cell = bad.sheets.sheet("Daily").at("dash_seat_deposit_tot", row);
    bad.sheets.sheet_mut("Daily").set(cell, "109명");
    std::fs::write(site.folder().join(&bad.name), sample_data::formats::xlsx(&bad.sheets)).unwrap();
    std::fs::write(site.folder().join(&good.name), &good.bytes).unwrap();

    let told = site.program(&["ingest", &good.name, &bad.name]).run();
    assert_eq!(told.code(), 1);
    assert!(told.stdout().contains("not_a_number") && told.stdout().contains("109명"));
    let told = site.program(&["ingest", "--json", &good.name, &bad.name]).run();
    assert_eq!(told.code(), 1);
    let answer: Value = serde_json::from_str(told.stdout()).unwrap();
    let outcomes: Vec<_> = answer.as_array().unwrap().iter().map(|one| &one["outcome"]).collect();
    assert_eq!(outcomes, ["completed", "failed"]);
    let finding = &answer[1]["diagnostics"][0];
    assert_eq!(finding["code"], "not_a_number");
    assert!(finding["cell"].as_str().unwrap().starts_with("Daily!"));

    let missing = site.program(&["ingest", "nothing.xlsx"]).run();
    assert_ne!(missing.code(), 0);
    assert!(missing.stderr().contains("nothing.xlsx"));
}

#[tokio::test]
async fn a_folder_of_workbooks_is_uploaded_oldest_first() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let folder = site.folder().join("연극");
    std::fs::create_dir_all(folder.join("more")).unwrap();
    let books = [1, 2, 3].map(|days_ago| Book::of(season.play(), days_ago));
    for (book, place) in books.iter().zip(["", "more", ""]) {
        std::fs::write(folder.join(place).join(&book.name), &book.bytes).unwrap();
    }
    std::fs::write(folder.join("~$lock.xlsx"), "Excel's").unwrap();
    std::fs::write(folder.join("notes.txt"), "메모").unwrap();

    let key = json!({ "name": "매일 업로드" });
    let key = server.post("/api/v1/auth/api-keys", &key).await.expect(201)["key"].clone();
    let send = |arguments: &[&str]| {
        let all = [&["upload", "--server", server.base()], arguments].concat();
        let mut program = site.program(&all);
        program.variable("FULLHOUSE_API_KEY", key.as_str().unwrap());
        program.run()
    };
    let upload = || send(&["연극"]);
    let dry = send(&["--dry-run", "연극"]);
    assert_eq!(dry.code(), 0, "{}{}", dry.stdout(), dry.stderr());
    assert_eq!(server.uploads().await, Vec::<Value>::new());

    let told = upload();
    assert_eq!(told.code(), 0, "{}{}", told.stdout(), told.stderr());
    assert!(told.stdout().contains("3 taken, 0 not taken"));
    let mut uploads = server.uploads().await;
    uploads.sort_by_key(|upload| upload["uploadedAt"].as_str().unwrap().to_owned());
    let dates: Vec<_> = uploads.iter().map(|upload| &upload["recordDate"]).collect();
    assert_eq!(
        json!(dates),
        json!([
            books[2].truth.record_date,
            books[1].truth.record_date,
            books[0].truth.record_date
        ])
    );
    shown(&server, &books[0].truth.production_code, Some(&books[0].truth)).await;

    std::fs::write(folder.join("20250301_OTHER_x.xlsx"), "no workbook").unwrap();
    let told = upload();
    assert_eq!(told.code(), 1);
    assert!(told.stdout().contains("3 taken, 1 not taken"), "{}", told.stdout());
    assert_eq!(server.uploads().await.len(), 3);
}

#[tokio::test]
async fn a_report_is_printed_as_it_is_served() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    for sample in [season.play(), season.musical()] {
        enter(&server, sample).await;
        let book = Book::of(sample, 1);
        server.upload(&book.name, book.bytes).send().await.expect(201);
    }
    let printed = |arguments: &[&str]| {
        let told = site.program(&[&["report"], arguments].concat()).run();
        assert_eq!(told.code(), 0, "{}", told.stderr());
        assert_eq!(told.stdout().lines().count(), 1, "nothing else is told");
        serde_json::from_str::<Value>(told.stdout()).unwrap()
    };
    let answer = async |path: &str| server.get(&format!("/api/v1/reports/{path}")).await.expect(200);
    assert_eq!(printed(&["plays/revenue"]), answer("plays/revenue").await);

    let code = &season.play().production.code;
    let of_one = printed(&["marketing-effect", "--as-of", "2025-02-03", "--production", code]);
    assert_eq!(
        (&of_one["asOf"], &of_one["items"][0]["productionCode"]),
        (&json!("2025-02-03"), &json!(code))
    );
    assert_eq!(of_one["items"].as_array().unwrap().len(), 1);

    let own = [
        "upload-coverage",
        "--parameter",
        "days=3",
        "--as-of",
        "2025-03-03",
        "--include-inactive",
    ];
    let path = "upload-coverage?days=3&asOf=2025-03-03&includeInactive=true";
    assert_eq!(printed(&own), answer(path).await);

    for (arguments, told) in [
        (
            ["plays/gone", "--include-inactive"].as_slice(),
            "there is no such report",
        ),
        (
            &["plays/revenue", "--production", "NOBODY-1"],
            "there is no production NOBODY-1",
        ),
        (
            &["upload-coverage", "--parameter", "days=401"],
            "days: between 1 and 400",
        ),
        (
            &["plays/revenue", "--parameter", "days=4"],
            "days: there is no such parameter",
        ),
    ] {
        let refused = site.program(&[&["report"], arguments].concat()).run();
        assert_eq!((refused.code(), refused.stdout()), (1, ""), "{arguments:?}");
        assert_eq!(refused.stderr(), format!("fullhouse: {told}\n"));
    }
}

/// Takes one request on loopback, and answers that it is well.
fn slack() -> (String, std::thread::JoinHandle<String>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let authority = listener.local_addr().unwrap().to_string();
    let taken = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut buffer = [0; 4_096];
        // A post of JSON ends with its last bracket.
        while !request.ends_with(b"}") {
            let count = stream.read(&mut buffer).unwrap();
            request.extend_from_slice(&buffer[..count]);
        }
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            .unwrap();
        String::from_utf8(request).unwrap()
    });
    (authority, taken)
}

#[tokio::test]
async fn a_message_is_printed_as_each_channel_gets_it() {
    let (authority, posted) = slack();
    let webhook = format!("http://{authority}/services/T0");
    let site = Site::with(&[("SLACK_HOSTS", &authority), ("SLACK_WEBHOOK_URL", &webhook)]);
    let season = company(1);
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    server.upload(&book.name, book.bytes).send().await.expect(201);
    let name = &season.play().production.name;

    let told = |arguments: &[&str]| {
        let told = site.program(&[&["message", "daily-plays"], arguments].concat()).run();
        assert_eq!(told.code(), 0, "{}", told.stderr());
        told.stdout().to_owned()
    };
    let text = told(&[]);
    assert!(
        text.starts_with("연극·뮤지컬 일일 브리핑") && text.contains(name),
        "{text}"
    );
    assert!(told(&["--format", "html", "--no-comments"]).starts_with("<!doctype html>"));
    let posts: Value = serde_json::from_str(&told(&["--format", "slack"])).unwrap();
    assert_eq!(posts[0]["blocks"][0]["type"], "header");

    assert_eq!(told(&["--slack"]).trim(), "Sent.");
    let posted = posted.join().unwrap();
    assert!(
        posted.starts_with("POST /services/T0 ") && posted.contains(name),
        "{posted}"
    );

    let refused = site
        .program(&["message", "daily-plays", "--mail", "a@example.com"])
        .run();
    let told = "fullhouse: the message was not sent: this channel is not configured\n";
    assert_eq!((refused.code(), refused.stderr()), (1, told));
}

#[tokio::test]
async fn the_contract_is_printed_as_it_is_served() {
    let site = Site::new();
    let server = site.serve().await;
    let printed = site.program(&["openapi"]).run();
    assert_eq!(printed.code(), 0);
    let printed: Value = serde_json::from_str(printed.stdout()).unwrap();
    assert_eq!(printed, server.get("/api/v1/openapi.json").await.expect(200));
    assert!(printed["paths"].get("/api/v1/uploads").is_some());
    assert_eq!(server.get("/swagger-ui/").await.status, 200);
}

#[test]
fn a_wrong_configuration_stops_the_start_with_one_line_that_names_it() {
    let site = Site::new();
    std::fs::write(site.folder().join("file"), "").unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().port().to_string();
    for (name, value, told) in [
        ("PORT", "70000", "PORT"),
        ("PORT", &taken, taken.as_str()),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL"),
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere", "database"),
        ("JOB_LEASE_MS", "10", "JOB_LEASE_MS"),
        ("JOB_RETRY_MS", "soon", "JOB_RETRY_MS"),
        ("MAX_FILE_BYTES", "many", "MAX_FILE_BYTES"),
        ("UPLOAD_STORE", "file", "file"),
        ("LOG", "fullhouse=loud", "LOG"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT"),
    ] {
        let mut program = site.program(&["serve"]);
        program.variable(name, value);
        let ended = program.run();
        assert_ne!(ended.code(), 0, "{name}={value}");
        let lines: Vec<_> = ended
            .stderr()
            .lines()
            .filter(|line| line.starts_with("fullhouse: "))
            .collect();
        // What went well before is told as well.
        let others = ended.stderr().lines().filter(|line| !line.contains(" INFO "));
        assert_eq!((lines.len(), others.count()), (1, 1), "{}", ended.stderr());
        assert!(lines[0].contains(told), "{name}={value}: {}", lines[0]);
    }
}

#[test]
fn a_port_for_others_needs_a_password() {
    let site = Site::embedded(&[("EMBEDDED_POSTGRES_PORT", "1377")]);
    let ended = site.program(&["serve"]).run();
    assert_ne!(ended.code(), 0);
    assert_eq!(
        ended.stderr(),
        "fullhouse: EMBEDDED_POSTGRES_PORT needs EMBEDDED_POSTGRES_PASSWORD\n"
    );
}

#[tokio::test]
async fn a_server_stops_within_seconds_when_it_is_told_to() {
    for site in [Site::new(), Site::embedded(&[])] {
        let mut server = site.serve().await;
        let told = Instant::now();
        assert_eq!(server.stop().await.code(), Some(0), "{}", server.log());
        assert!(told.elapsed() < SOON, "{:?}", told.elapsed());
        assert!(!server.log().contains("ERROR"), "{}", server.log());
    }
}

#[tokio::test]
async fn a_server_that_stops_ends_the_uploads_that_are_being_read() {
    let (site, season) = (Site::new(), company(1));
    let mut server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let client = Client::clone(&server);
    let (answer, status) = tokio::join!(client.upload(&book.name, book.bytes).send(), async {
        until("the upload is there", MINUTE, async || {
            (!client.uploads().await.is_empty()).then_some(())
        })
        .await;
        server.stop().await
    });
    assert_eq!((answer.status, status.code()), (201, Some(0)));
}
