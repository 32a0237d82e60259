//! Workbooks without markers, over HTTP.

use sample_data::formats::{xls, xlsx};
use sample_data::workbook::{Cell, Workbook};
use sample_data::world::labelled::{AgencyStates, Knobs, PaidStates};
use serde_json::{Value, json};

use crate::support::{Book, Site, company, enter, facts, shown};

fn knobs() -> Knobs {
    Knobs {
        agencies: vec![AgencyStates::DepositedAndPending; 5],
        paid: PaidStates::DepositedAndPending,
        ..Knobs::default()
    }
}

/// The parts of facts that a marked workbook has, too.
fn as_marked(mut facts: Value) -> Value {
    let performances = &mut facts["performances"];
    for field in ["depositedSeats", "depositedKrw", "pendingSeats", "pendingKrw"] {
        assert!(performances[field].is_i64(), "{field}");
        performances[field] = Value::Null;
    }
    performances["numbers"] = json!(0);
    facts["daily"]["seatsByGrade"] = Value::Null;
    facts["agencies"] = json!([]);
    facts
}

#[tokio::test]
async fn a_workbook_without_markers_says_what_its_twin_says() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 2);
    let labelled = season.musical().labelled(book.truth.record_date, &knobs());
    let mut wanted = facts(&book.truth);
    wanted["daily"]["seatsByGrade"] = Value::Null;

    let bytes = xlsx(&labelled.workbook);
    let sending = server.upload(&book.name, bytes.clone()).field("dryRun", "true");
    let dry_run = sending.send().await.expect(200);
    assert_eq!(dry_run["status"], "completed", "{}", dry_run["diagnostics"]);
    assert_eq!(as_marked(dry_run["facts"].clone()), wanted);
    let roles = ["days", "performances"].map(Value::from);
    let sheets = dry_run["recognised"].as_array().unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| sheet["role"].clone()).collect::<Vec<_>>(),
        roles
    );
    let columns = sheets[1]["columns"].as_array().unwrap();
    let agency = columns.iter().find(|column| column["agency"] == "yes24").unwrap();
    assert_eq!(
        (&agency["of"], &agency["source"]),
        (&json!("agency"), &json!("vocabulary"))
    );
    // Nobody has seen the fifth agency.
    let codes: Vec<_> = dry_run["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(codes, ["new_agency"]);

    let upload = server.upload(&book.name, bytes).complete().await;
    assert_eq!(upload["facts"], dry_run["facts"]);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;

    // The next day it is no news; and foreign formats are read in a process of their own.
    let later = Book::of(season.musical(), 1);
    let again = season.musical().labelled(later.truth.record_date, &knobs());
    let sending = server.upload(&later.name.replace(".xlsx", ".xls"), xls(&again.workbook));
    let dry_run = sending.field("dryRun", "true").send().await.expect(200);
    assert_eq!(
        (&dry_run["status"], &dry_run["diagnostics"]),
        (&json!("completed"), &json!([]))
    );
}

#[tokio::test]
async fn a_marked_workbook_says_nothing_of_headings() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let sending = server.upload(&book.name, book.bytes.clone()).field("dryRun", "true");
    assert_eq!(sending.send().await.expect(200)["recognised"], Value::Null);
}

#[tokio::test]
async fn a_play_may_have_no_sale_days() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let knobs = Knobs { days: false, ..knobs() };
    let labelled = season.musical().labelled(book.truth.record_date, &knobs);
    let bytes = xlsx(&labelled.workbook);
    let sending = server.upload(&book.name, bytes.clone()).field("dryRun", "true");
    let dry_run = sending.send().await.expect(200);
    assert_eq!(
        (&dry_run["status"], &dry_run["facts"]["daily"]),
        (&json!("completed"), &Value::Null),
        "{}",
        dry_run["diagnostics"]
    );
    let first = &dry_run["preview"]["performances"][0];
    assert!(first["number"].is_i64() && first["pendingKrw"].is_i64(), "{first}");
    assert_eq!(
        first["roles"].as_array().map(Vec::len),
        first["cast"].as_array().map(Vec::len)
    );
    let upload = server.upload(&book.name, bytes).complete().await;
    assert_eq!(upload["facts"], dry_run["facts"]);
    let only = async |report: &str| {
        let answer = server.get(&format!("/api/v1/reports/{report}")).await.expect(200);
        answer["items"][0].clone()
    };
    for report in [
        "plays/weekly-overview",
        "plays/daily-brief",
        "plays/monthly-by-production",
        "plays/revenue",
        "target-vs-actual",
        "marketing-effect",
    ] {
        assert_eq!(only(report).await["salesReason"], "no_sale_days", "{report}");
    }
    let revenue = only("plays/revenue").await;
    assert_eq!(
        (&revenue["totalRevenueKrw"], &revenue["totalRatio"]),
        (&Value::Null, &Value::Null)
    );
    let facts = &upload["facts"];
    let agencies = only("agencies/sales").await;
    assert_eq!(agencies["by"], "performance_day");
    assert_eq!(agencies["total"]["seats"], facts["performances"]["paidSeats"]);
    assert_eq!(agencies["total"]["pendingKrw"], facts["performances"]["pendingKrw"]);
    let told = agencies["agencies"].as_array().unwrap();
    assert_eq!(told.len(), facts["agencies"].as_array().unwrap().len());
    let changes = only("snapshot-changes").await;
    assert_eq!(
        (&changes["changes"][0]["source"], &changes["changes"][0]["revenueKrw"]),
        (&json!("performances"), &facts["performances"]["revenueKrw"])
    );
    let deposits = only("plays/deposits").await;
    assert_eq!(
        deposits["performances"].as_array().unwrap().len(),
        usize::try_from(facts["performances"]["rows"].as_u64().unwrap()).unwrap()
    );
    assert_eq!(only("agencies/daily").await["agencies"], json!([]));
}

#[tokio::test]
async fn a_file_name_that_ends_in_a_day_suggests_it() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let code = &book.truth.production_code;
    for (name, suggested) in [("판매 20240229.xlsx", json!("2024-02-29")), ("판매.xlsx", Value::Null)] {
        let sending = server.upload(name, book.bytes.clone()).field("productionCode", code);
        let refused = sending.send().await.expect(422);
        assert_eq!(refused["diagnostics"][0]["code"], "bad_file_name");
        assert_eq!(refused.get("suggestedRecordDate"), Some(&suggested));
    }
}

/// Gives the first count of the sheet of sale days another label.
fn relabel(workbook: &mut Workbook, label: &str) {
    let sheet = workbook.sheet_mut("Daily");
    let is_count = |cell: &Cell| *cell == Cell::from("매수");
    let first = sheet.cells().find(|(_, cell)| is_count(cell)).map(|(place, _)| place);
    let first = first.expect("a sheet of sale days counts");
    sheet.set(first, label);
}

#[tokio::test]
async fn what_nobody_knows_is_decided_once_and_holds_from_then_on() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    let production = enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 2);
    let labelled = season.musical().labelled(book.truth.record_date, &knobs());
    let mut workbook = labelled.workbook.clone();
    relabel(&mut workbook, "좌석 합");
    let bytes = xlsx(&workbook);
    let dry_run = |name: String, bytes: Vec<u8>| {
        let sending = server.upload(&name, bytes).field("dryRun", "true");
        async move { sending.send().await.expect(200) }
    };
    let unknown = dry_run(book.name.clone(), bytes.clone()).await;
    let found = unknown["diagnostics"].as_array().unwrap().iter();
    let code = |code: &str| found.clone().find(|finding| finding["code"] == code).cloned();
    let finding = code("unknown_label").unwrap_or_else(|| panic!("{}", unknown["diagnostics"]));
    assert_eq!(finding["value"], "좌석 합");
    let sheets = unknown["recognised"].as_array().unwrap();
    let column = sheets
        .iter()
        .flat_map(|sheet| sheet["columns"].as_array().unwrap())
        .find(|column| column["means"] == "unknown")
        .unwrap();

    let path = format!("/api/v1/productions/{}/layout", production["id"].as_str().unwrap());
    let decision = json!({ "labels": [{ "sheet": "days", "label": [null, column["label"][1]], "means": "count" }] });
    server.put(&path, &decision).await.expect(200);
    let known = dry_run(book.name.clone(), bytes.clone()).await;
    assert_eq!(known["status"], "completed", "{}", known["diagnostics"]);
    assert_eq!(known["layoutChanges"], Value::Null);
    let upload = server.upload(&book.name, bytes).complete().await;
    assert_eq!((&upload["labelled"], &upload["facts"]), (&json!(true), &known["facts"]));
    let listed = server.get("/api/v1/uploads").await.expect(200)["items"][0].clone();
    assert_eq!((&listed["id"], listed.get("recognised")), (&upload["id"], None));
    let kept = &upload["recognised"][0]["columns"][0];
    assert_eq!(
        (&kept["label"], kept.get("sample")),
        (&known["recognised"][0]["columns"][0]["label"], None)
    );

    // The next day nothing is asked; and what is labelled otherwise is told.
    let later = Book::of(season.musical(), 1);
    let mut workbook = season.musical().labelled(later.truth.record_date, &knobs()).workbook;
    let usual = dry_run(later.name.clone(), xlsx(&workbook)).await;
    assert_eq!(usual["status"], "completed", "{}", usual["diagnostics"]);
    let changes = &usual["layoutChanges"];
    assert!(!changes["added"].as_array().unwrap().is_empty(), "{changes}");
    relabel(&mut workbook, "좌석 합");
    let same = dry_run(later.name, xlsx(&workbook)).await;
    assert_eq!(
        (&same["status"], &same["layoutChanges"]),
        (&json!("completed"), &Value::Null)
    );
}

#[tokio::test]
async fn a_locked_workbook_is_opened_on_its_way_in() {
    const LOCKED: &[u8] = include_bytes!("../../../xlsx-ingest/tests/fixtures/password-1234.xlsx");
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let name = Book::of(season.musical(), 1).name;
    for dry_run in ["true", "false"] {
        let refused = async |password: Option<&str>| {
            let mut sending = server.upload(&name, LOCKED).field("dryRun", dry_run);
            if let Some(password) = password {
                sending = sending.field("password", password);
            }
            let answer = sending.send().await.expect(422);
            assert_eq!(answer["code"], "upload-refused");
            answer["diagnostics"][0]["code"].clone()
        };
        assert_eq!(refused(None).await, "encrypted_workbook");
        assert_eq!(refused(Some("12345")).await, "wrong_password");
    }
    let uploads = server.get("/api/v1/uploads").await.expect(200);
    assert_eq!(uploads["total"], 0);
    let sent = || server.upload(&name, LOCKED).field("password", "1234");
    sent().field("dryRun", "true").send().await.expect(200);
    let upload = sent().send().await.expect(201);
    assert_eq!(upload["decrypted"], true);
    let file = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    assert!(server.get(&file).await.bytes.starts_with(b"PK"));
    // One that needs none does not mind.
    let book = Book::of(season.musical(), 1);
    let plain = server.upload(&book.name, book.bytes).field("password", "1234");
    assert_eq!(plain.complete().await["decrypted"], false);
}

#[tokio::test]
async fn a_performance_that_is_gone_does_not_stay() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let rows = async || {
        let answer = server.get("/api/v1/reports/plays/performances").await.expect(200);
        let rows = answer["items"][0]["performances"].as_array().unwrap().iter();
        rows.map(|row| row["startsAt"].clone()).collect::<Vec<_>>()
    };
    let [before, after] = [2, 1].map(|days_ago| Book::of(season.musical(), days_ago));
    let labelled = season.musical().labelled(before.truth.record_date, &knobs());
    server.upload(&before.name, xlsx(&labelled.workbook)).complete().await;
    let all = rows().await;
    // The next day the last one is not played, and its row is taken out.
    let mut labelled = season.musical().labelled(after.truth.record_date, &knobs());
    let placed = labelled.performances.clone();
    let gone = *placed.rows.last().unwrap();
    labelled.workbook.sheet_mut(&placed.sheet).remove_row(gone);
    let upload = server.upload(&after.name, xlsx(&labelled.workbook)).complete().await;
    assert_eq!(upload["facts"]["performances"]["rows"], json!(all.len() - 1));
    assert_eq!(rows().await, all[..all.len() - 1]);
}

#[tokio::test]
async fn the_last_upload_is_not_the_latest_record_date() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let [newer, older] = [1, 3].map(|days_ago| Book::of(season.musical(), days_ago));
    let labelled = |book: &Book| xlsx(&season.musical().labelled(book.truth.record_date, &knobs()).workbook);
    let sold = async || {
        let answer = server.get("/api/v1/reports/agencies/sales").await.expect(200);
        (
            answer["items"][0]["recordDate"].clone(),
            answer["items"][0]["agencies"].clone(),
        )
    };
    server.upload(&newer.name, labelled(&newer)).complete().await;
    let expected = sold().await;
    assert_eq!(expected.0, json!(newer.truth.record_date));
    let late = server.upload(&older.name, labelled(&older)).complete().await;
    assert_eq!(late["current"], false);
    assert_eq!(sold().await, expected);
    shown(&server, &newer.truth.production_code, Some(&newer.truth)).await;
}

/// The tables that hold one of these words, as a text or as bytes.
async fn tables_with(site: &Site, words: &[&str]) -> Vec<String> {
    let mut connection = site.connection().await;
    let tables: Vec<(String, String)> = sqlx::query_as(
        "SELECT schemaname::text, tablename::text FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert!(tables.len() > 20, "{tables:?}");
    let mut found = Vec::new();
    for (schema, table) in tables {
        for word in words {
            let hex = hex::encode(word);
            let statement =
                format!(r#"SELECT count(*) FROM "{schema}"."{table}" AS kept WHERE kept::text ~ '{word}|{hex}'"#);
            let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
                .fetch_one(&mut connection)
                .await
                .unwrap();
            if rows > 0 {
                found.push(format!("{schema}.{table}: {word}"));
            }
        }
    }
    found
}

/// Files below a folder that hold one of these words.
fn files_with(folder: &std::path::Path, words: &[&str]) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let holds = |word: &&str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        if words.iter().any(holds) {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn a_password_is_kept_nowhere() {
    const LOCKED: &[u8] = include_bytes!("../../../xlsx-ingest/tests/fixtures/password-1234.xlsx");
    const WORDS: [&str; 3] = ["gaeul-wrong-9f31", "gaeul-needless-7c02", "gaeul-other-55ab"];
    let [wrong, needless, repeated] = WORDS;
    let (site, season) = (Site::with(&[("LOG", "debug")]), company(1));
    let mut server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let refused = server.upload(&book.name, LOCKED).field("password", wrong).send().await;
    assert!(!refused.expect(422).to_string().contains(wrong));
    let dry_run = server
        .upload(&book.name, book.bytes.clone())
        .field("password", repeated);
    assert!(
        !dry_run
            .field("dryRun", "true")
            .send()
            .await
            .expect(200)
            .to_string()
            .contains(repeated)
    );
    let upload = server
        .upload(&book.name, book.bytes)
        .field("password", needless)
        .complete()
        .await;
    let path = format!("/api/v1/uploads/{}", upload["id"].as_str().unwrap());
    assert!(!server.get(&path).await.expect(200).to_string().contains(needless));
    // The right one opens what it is for.
    let earlier = Book::of(season.musical(), 2).name;
    let opened = server
        .upload(&earlier, LOCKED)
        .field("password", "1234")
        .send()
        .await
        .expect(201);
    assert_eq!(opened["decrypted"], true);

    assert_eq!(tables_with(&site, &WORDS).await, Vec::<String>::new());
    assert_eq!(files_with(site.folder(), &WORDS), Vec::<std::path::PathBuf>::new());
    server.stop().await;
    let log = server.log();
    for word in WORDS {
        assert!(!log.contains(word), "{word}");
    }
    for shown in [r#""1234""#, "password=1234", "password: 1234"] {
        assert!(!log.contains(shown), "{shown}");
    }
}
