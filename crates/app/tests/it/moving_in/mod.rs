//! A company moves in from the predecessor, by the command line.

mod old_house;
mod surroundings;

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::Duration;

use serde_json::{Value, json};

use self::old_house::{OLD_PASSWORD, OldHouse, line};
use crate::support::{Book, Client, MINUTE, Season, Site, company, read_json, until};

/// What an import said.
struct Told {
    code: i32,
    stdout: String,
    stderr: String,
    /// `None` where none was left.
    report: Option<Value>,
    path: PathBuf,
}

impl Told {
    fn report(&self) -> &Value {
        self.report.as_ref().unwrap_or_else(|| panic!("{}", self.stderr))
    }

    fn outcomes(&self) -> Vec<(i64, String)> {
        let lines = self.report()["uploads"].as_array().unwrap();
        let outcome = |line: &Value| {
            (
                line["sourceId"].as_i64().unwrap(),
                line["outcome"].as_str().unwrap().to_owned(),
            )
        };
        lines.iter().map(outcome).collect()
    }

    /// Codes, tables and rows of the findings.
    fn findings(&self) -> BTreeSet<(String, String, i64)> {
        findings(&self.report()["findings"])
    }

    /// That it did not begin, and why, in one line.
    #[track_caller]
    fn did_not_begin(&self, why: &str) {
        assert_eq!(self.code, 2, "{}", self.stderr);
        assert_eq!(self.stderr.lines().count(), 1, "{}", self.stderr);
        assert!(self.stderr.contains(why), "{}", self.stderr);
        assert!(self.report.is_none());
    }
}

fn findings(list: &Value) -> BTreeSet<(String, String, i64)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let key = |finding: &Value| {
        let id = finding["sourceId"].as_i64().unwrap_or_default();
        (text(&finding["code"]), text(&finding["table"]), id)
    };
    list.as_array().unwrap().iter().map(key).collect()
}

/// Runs an import of this house.
fn import(site: &Site, house: &OldHouse, more: &[&str]) -> Told {
    import_from(site, house.url(), &house.originals(), more)
}

fn import_from(site: &Site, url: &str, originals: &Path, more: &[&str]) -> Told {
    let path = free_report(site);
    let mut arguments = vec!["import", "predecessor", "--originals", originals.to_str().unwrap()];
    arguments.extend(["--report", path.to_str().unwrap()]);
    arguments.extend(more);
    let mut program = site.program(&arguments);
    program.variable("PREDECESSOR_DATABASE_URL", url);
    let ended = program.run();
    let report = std::fs::read(&path)
        .ok()
        .map(|bytes| serde_json::from_slice(&bytes).unwrap());
    Told {
        code: ended.code(),
        stdout: ended.stdout().to_owned(),
        stderr: ended.stderr().to_owned(),
        report,
        path,
    }
}

/// Starts an import of this house that writes.
fn begin_import(site: &Site, house: &OldHouse) -> Child {
    let (path, originals) = (free_report(site), house.originals());
    let mut arguments = vec!["import", "predecessor", "--apply", "--database-url", house.url()];
    arguments.extend(["--originals", originals.to_str().unwrap()]);
    arguments.extend(["--report", path.to_str().unwrap()]);
    site.program(&arguments).spawn_piped()
}

/// A name that no report has yet.
fn free_report(site: &Site) -> PathBuf {
    let mut names = (0..).map(|number| site.folder().join(format!("report-{number}.json")));
    names.find(|path| !path.exists()).unwrap()
}

async fn version(site: &Site) -> i64 {
    site.count("SELECT version FROM data_version").await
}

/// All that is stored of the company, but for the memory of what came in.
async fn stored(site: &Site) -> i64 {
    site.count(
        "SELECT (SELECT count(*) FROM production) + (SELECT count(*) FROM upload) + (SELECT count(*) FROM account)
              + (SELECT count(*) FROM calendar_note) + (SELECT count(*) FROM monthly_note) + (SELECT count(*) FROM moved_in)",
    )
    .await
}

/// The entries of the audit about a thing that say where it came from.
async fn moved_in(client: &Client, subject: &Value) -> Vec<Value> {
    let path = format!("/api/v1/audit?subjectId={}&perPage=200", subject.as_str().unwrap());
    let entries = client.get(&path).await.expect(200)["items"].as_array().unwrap().clone();
    let sources = entries.iter().map(|entry| entry["after"]["movedIn"].clone());
    sources.filter(|source| !source.is_null()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_says_what_would_be_and_writes_nothing() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let before = version(&site).await;
    let dry = import(&site, &house, &[]);
    assert!(
        dry.stdout.starts_with("Dry run: nothing was written."),
        "{}",
        dry.stdout
    );
    assert_eq!(version(&site).await, before);
    assert_eq!(stored(&site).await, 0);
    assert!(!site.store().exists());
    let would = |id, outcome: &str| (id, outcome.to_owned());
    assert_eq!(
        dry.outcomes(),
        [would(1, "completed"), would(2, "completed"), would(3, "same")]
    );
    assert_eq!(line(dry.report(), "users", 1)["resetLink"], Value::Null);

    let applied = import(&site, &house, &["--apply"]);
    assert_eq!(applied.code, dry.code);
    assert_eq!(applied.outcomes(), dry.outcomes());
    assert_eq!(applied.findings(), dry.findings());
    for list in ["counts", "database", "zone"] {
        assert_eq!(applied.report()[list], dry.report()[list], "{list}");
    }
    for id in 1..=3 {
        let [one, other] = [&applied, &dry].map(|told| line(told.report(), "uploads", id));
        assert_eq!(one["fullhouse"], other["fullhouse"]);
        assert_eq!(one["reasons"], other["reasons"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_moves_in_is_there_as_if_it_had_been_entered() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let server = site.serve().await;
    let applied = import(&site, &house, &["--apply"]);
    let report = applied.report();
    let production = line(report, "productions", 3);
    assert_eq!(production["outcome"], "created");
    let path = format!("/api/v1/productions/{}", production["productionId"].as_str().unwrap());
    let there = server.get(&path).await.expect(200);
    assert_eq!(
        (&there["venue"], &there["targetShare"]),
        (&json!("극장"), &json!(0.725))
    );
    let targets = server.get(&format!("{path}/targets")).await.expect(200);
    assert_eq!(targets["totalKrw"], 1_500);
    let weeks = server.get(&format!("{path}/marketing-weeks")).await.expect(200);
    assert_eq!(weeks["weeks"][0]["promotion"], "지하철\n광고");
    let history = server.get(&format!("{path}/marketing-weeks/history")).await.expect(200);
    assert_eq!(
        (&history["items"][0]["movedIn"], &history["items"][0]["by"]),
        (&json!(true), &Value::Null)
    );
    let notes = server.get("/api/v1/calendar/notes/history").await.expect(200);
    assert_eq!(notes["items"][0]["movedIn"], true);
    assert_eq!(notes["items"][0]["changes"][0]["after"], "판매: 할인\n삼일절");

    let user = line(report, "users", 1);
    let link = user["resetLink"]["url"].as_str().unwrap();
    let token = link.split_once("#token=").unwrap().1;
    let reset = json!({ "token": token, "newPassword": "chosen freely, of course" });
    assert_eq!(server.as_nobody().post("/api/v1/auth/reset", &reset).await.status, 204);
    let uploader = server.sign_in("upload@example.com", "chosen freely, of course").await;
    let seen = uploader.get("/api/v1/productions").await.expect(200);
    assert_eq!(seen["items"][0]["id"], production["productionId"]);
    assert_eq!(line(report, "users", 2)["resetLink"], Value::Null);

    let first = line(report, "uploads", 1);
    let upload = server
        .get(&format!("/api/v1/uploads/{}", first["uploadId"].as_str().unwrap()))
        .await;
    let upload = upload.expect(200);
    assert_eq!(upload["status"], "completed");
    assert_eq!(upload["uploadedBy"]["id"], user["userId"]);
    assert!(
        upload["uploadedAt"]
            .as_str()
            .unwrap()
            .starts_with("2025-03-02T17:03:35")
    );
    assert_eq!(line(report, "uploads", 3)["sameAs"], 2);
    // The old system stored nothing of it.
    assert_eq!(first["reasons"], json!(["no_rows"]));

    let of = |table: &str, id: i64| json!({ "table": table, "id": id });
    let entries = moved_in(&server, &production["productionId"]).await;
    assert_eq!(
        entries,
        vec![of("live_model", 3); 3],
        "created, its targets and its weeks"
    );
    let entries = moved_in(&server, &user["userId"]).await;
    assert_eq!(entries, vec![of("user_model", 1); 2], "created, and its link");
    let entries = moved_in(&server, &first["uploadId"]).await;
    assert_eq!(entries, vec![of("file_upload_model", 1); 2], "accepted and completed");
    // Nobody is told of what was told long ago.
    assert_eq!(site.count("SELECT count(*) FROM alert_arrival").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_run_passes_everything_over_and_brings_what_is_new() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let first = import(&site, &house, &["--apply"]);
    let before = version(&site).await;
    let again = import(&site, &house, &["--apply"]);
    assert_eq!(version(&site).await, before);
    let present = |id| (id, "present".to_owned());
    assert_eq!(again.outcomes(), [1, 2, 3].map(present));
    assert_eq!((again.code, again.findings()), (0, BTreeSet::new()));
    assert_eq!(line(again.report(), "users", 1)["resetLink"], Value::Null);
    assert_eq!(
        line(again.report(), "uploads", 1)["uploadId"],
        line(first.report(), "uploads", 1)["uploadId"]
    );

    let season = company(1);
    let code = json!(season.musical().production)["code"].as_str().unwrap().to_owned();
    house.add_upload(9, &code, 2, &Book::of(season.musical(), 3)).await;
    let start = json!(season.musical().production)["saleEnd"].clone();
    let start = start.as_str().unwrap();
    house
        .execute(&format!(
            r#"INSERT INTO daily_target_model (id, date, target, "liveId") VALUES (9, '{start}', 700, '{code}')"#
        ))
        .await;
    let later = import(&site, &house, &["--apply"]);
    let by_id = later.outcomes();
    assert!(by_id.contains(&(9, "completed".to_owned())), "{by_id:?}");
    assert_eq!(later.report()["counts"]["targets"]["set"], 1);
    let superseded = site
        .count("SELECT count(*) FROM upload WHERE status = 'superseded'")
        .await;
    assert_eq!(superseded, 1, "the one that came in for this record date");

    house.execute(r#"UPDATE live_model SET "liveId" = 'ANOTHER'"#).await;
    let before = version(&site).await;
    import(&site, &house, &["--apply"]).did_not_begin("another old database");
    assert_eq!(version(&site).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_was_made_here_stays() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let server = site.serve().await;
    let season = company(1);
    server
        .post("/api/v1/productions", &json!(season.musical().production))
        .await
        .expect(201);
    let (mine, same) = (Book::of(season.musical(), 4), Book::of(season.musical(), 3));
    let date = |days| Season::days_ago(days).to_string();
    let ours = server
        .upload("mine.xlsx", mine.bytes.clone())
        .field("recordDate", date(2));
    let code = json!(season.musical().production)["code"].as_str().unwrap().to_owned();
    let ours = ours.field("productionCode", code.clone()).complete().await;
    let theirs = server
        .upload("same.xlsx", same.bytes.clone())
        .field("recordDate", date(3));
    theirs.field("productionCode", code).complete().await;
    for more in [&[][..], &["--apply"]] {
        let told = import(&site, &house, more);
        let outcomes = [(1, "same"), (2, "conflict"), (3, "conflict")];
        assert_eq!(told.outcomes(), outcomes.map(|(id, outcome)| (id, outcome.to_owned())));
        assert_eq!(told.code, 1);
        assert_eq!(line(told.report(), "productions", 3)["outcome"], "present");
    }
    assert_eq!(server.status(&ours).await, "completed");
    // What was the same is in; what was in the way is looked at anew.
    server.withdraw(&ours).await.expect(200);
    let told = import(&site, &house, &["--apply"]);
    let outcomes = [(1, "present"), (2, "completed"), (3, "same")];
    assert_eq!(told.outcomes(), outcomes.map(|(id, outcome)| (id, outcome.to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_begin_says_why_in_one_line() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let before = (version(&site).await, stored(&site).await);
    let nowhere = "postgres://mover:very-secret@127.0.0.1:1/old";
    let (originals, missing) = (house.originals(), house.originals().join("none"));
    let half = OldHouse::with_a_musical().await;
    half.execute(r#"ALTER TABLE live_model DROP COLUMN "saleEndDate"; ALTER TABLE user_model DROP COLUMN role"#)
        .await;
    let there = site.folder().join("there.json");
    std::fs::write(&there, "mine").unwrap();
    for more in [&[][..], &["--apply"]] {
        import_from(&site, site.database_url(), &originals, more).did_not_begin("Fullhouse's own database");
        import_from(&site, house.url(), &missing, more).did_not_begin("none");
        import_from(&site, house.url(), &originals.join("1.xlsx"), more).did_not_begin("1.xlsx");
        import_from(&site, "", &originals, more).did_not_begin("--database-url");
        import_from(&site, "old", &originals, more).did_not_begin("postgres://");
        let told = import_from(&site, nowhere, &originals, more);
        told.did_not_begin("");
        assert!(!told.stderr.contains("very-secret"), "{}", told.stderr);
        let told = import(&site, &half, more);
        told.did_not_begin("live_model.saleEndDate");
        told.did_not_begin("user_model.role");
        let mut arguments = vec![
            "import",
            "predecessor",
            "--database-url",
            house.url(),
            "--report",
            "there.json",
        ];
        arguments.extend(["--originals", originals.to_str().unwrap()]);
        arguments.extend(more);
        let ended = site.program(&arguments).run();
        assert_eq!(
            (ended.code(), ended.stderr().lines().count()),
            (2, 1),
            "{}",
            ended.stderr()
        );
    }
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
    assert_eq!((version(&site).await, stored(&site).await), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_stay_behind_and_links_are_their_owners() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let told = import(&site, &house, &["--apply"]);
    let report = std::fs::read_to_string(&told.path).unwrap();
    for text in [&told.stdout, &told.stderr, &report] {
        assert!(!text.contains(OLD_PASSWORD));
    }
    assert!(report.contains("#token=") && !told.stdout.contains("#token="));
    assert_eq!(
        std::fs::metadata(&told.path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let kept = "SELECT count(*) FROM account WHERE password_hash IS NOT NULL AND email <> 'master@example.com'";
    assert_eq!(site.count(kept).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_instant_it_is_simply_run_again() {
    // Orphaned jobs are given to others soon.
    let site = Site::with(&[("JOB_LEASE_MS", "2000")]);
    let house = OldHouse::with_a_musical().await;
    for millis in [400, 800, 1_200, 1_600, 2_400] {
        let mut child = begin_import(&site, &house);
        tokio::time::sleep(Duration::from_millis(millis)).await;
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let told = import(&site, &house, &["--apply"]);
    assert!(told.code <= 1, "{}", told.stderr);
    let in_it = |(_, outcome): &(i64, String)| matches!(outcome.as_str(), "present" | "completed" | "same");
    assert!(told.outcomes().iter().all(in_it), "{:?}", told.outcomes());
    assert_eq!(site.count("SELECT count(*) FROM production").await, 1);
    assert_eq!(
        site.count("SELECT count(*) FROM upload WHERE status = 'completed'")
            .await,
        2
    );
    assert_eq!(site.count("SELECT count(*) FROM upload").await, 2);
    assert_eq!(site.count("SELECT count(*) FROM account").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_it_after_the_current_step() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    // The step of the notes waits for this lock.
    let mut holder = site.connection().await;
    sqlx::raw_sql("BEGIN; SELECT FROM note_revision FOR UPDATE")
        .execute(&mut holder)
        .await
        .unwrap();
    let mut child = begin_import(&site, &house);
    until("the users are in", MINUTE, async || {
        let users = site.count("SELECT count(*) FROM account").await;
        (users == 2).then_some(())
    })
    .await;
    let pid = child.id().to_string();
    let asked = std::process::Command::new("kill")
        .args(["-TERM", &pid])
        .status()
        .unwrap();
    assert!(asked.success());
    // Long enough for a program that does not wait for its step to end.
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(child.try_wait().unwrap().is_none());
    sqlx::raw_sql("ROLLBACK").execute(&mut holder).await.unwrap();
    let ended = tokio::task::spawn_blocking(move || child.wait().unwrap())
        .await
        .unwrap();
    assert_eq!(ended.code(), Some(3));
    assert_eq!(
        site.count("SELECT count(*) FROM calendar_note").await,
        1,
        "the step was ended"
    );
    assert_eq!(
        site.count("SELECT count(*) FROM upload").await,
        0,
        "and no other was begun"
    );
    let told = import(&site, &house, &["--apply"]);
    assert!(told.code <= 1, "{}", told.stderr);
    assert_eq!(site.count("SELECT count(*) FROM upload").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_import_runs_at_a_time() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let mut holder = site.connection().await;
    sqlx::raw_sql("SELECT pg_advisory_lock(7382926377092085349)")
        .execute(&mut holder)
        .await
        .unwrap();
    import(&site, &house, &["--apply"]).did_not_begin("another import is running");
    assert_eq!(stored(&site).await, 0);
}

/// The company that was written down beside the workspace, where there is one.
#[tokio::test(flavor = "multi_thread")]
async fn the_company_that_was_written_down_moves_in_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/predecessor");
    if !folder.exists() {
        println!("No company at {}: nothing to compare with.", folder.display());
        return;
    }
    let want = read_json(&folder.join("expected.json"));
    let (site, house) = (Site::new(), OldHouse::load(&folder).await);
    for more in [&[][..], &["--apply"]] {
        let told = import(&site, &house, more);
        assert_eq!(json!(told.code), want["exitCode"], "{}", told.stderr);
        assert_eq!(told.findings(), findings(&want["findings"]));
        for (name, counts) in want["counts"].as_object().unwrap() {
            for (of, count) in counts.as_object().unwrap() {
                assert_eq!(&told.report()["counts"][name][of], count, "{name} {of}");
            }
        }
        for upload in want["uploads"].as_array().unwrap() {
            let id = upload["sourceId"].as_i64().unwrap();
            let line = line(told.report(), "uploads", id);
            assert_eq!(line["outcome"], upload["outcome"], "upload {id}");
            for side in ["predecessor", "fullhouse", "reasons", "code", "sameAs"] {
                if let Some(expected) = upload.get(side) {
                    assert_eq!(&line[side], expected, "{side} of upload {id}");
                }
            }
        }
        for production in want["productions"].as_array().unwrap() {
            let id = production["sourceId"].as_i64().unwrap();
            assert_eq!(line(told.report(), "productions", id)["current"], production["current"]);
        }
    }
}
