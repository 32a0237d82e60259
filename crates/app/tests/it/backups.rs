//! Backups, and what comes back from them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;
use original_store::test_object_store::TestObjectStore;
use sample_data::formats;
use sample_data::world::buyers::BuyersKnobs;
use serde_json::{Value, json};
use sha2::Digest;

use crate::support::{Book, Client, Ended, MINUTE, Season, Server, Site, company, enter, until};

fn succeeds(ended: &Ended) -> String {
    assert_eq!(ended.code(), 0, "{}{}", ended.stdout(), ended.stderr());
    ended.stdout().to_owned()
}

fn fails(ended: &Ended) -> String {
    assert_eq!(ended.code(), 1, "{}{}", ended.stdout(), ended.stderr());
    ended.stderr().to_owned()
}

fn run(site: &Site, arguments: &[&str]) -> Ended {
    site.program(arguments).run()
}

/// A musical, a play and a concert, with a workbook each.
async fn season(server: &Server) -> Season {
    let season = company(1);
    for sample in [season.musical(), season.play(), season.concert()] {
        enter(server, sample).await;
        let book = Book::of(sample, 9);
        server.upload(&book.name, book.bytes).complete().await;
    }
    season
}

/// Every report of every production, each alone, as of one day.
async fn reports(client: &Client) -> BTreeMap<String, Value> {
    let productions = client.get("/api/v1/productions?perPage=200").await.expect(200);
    let catalogue = client.get("/api/v1/reports").await.expect(200);
    let mut answers = BTreeMap::new();
    for production in productions["items"].as_array().unwrap() {
        let id = production["id"].as_str().unwrap();
        for report in catalogue["reports"].as_array().unwrap() {
            let name = report["name"].as_str().unwrap();
            let path = format!("/api/v1/reports/{name}?productionId={id}&asOf=2025-03-03");
            answers.insert(path.clone(), client.get(&path).await.expect(200));
        }
    }
    assert!(answers.len() >= 60, "{}", answers.len());
    answers
}

/// The only folder of a backup.
fn only_backup(folder: &Path) -> PathBuf {
    let is_backup = |path: &PathBuf| path.join("manifest.json").is_file();
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut backups = entries.filter(is_backup);
    let (backup, more) = (backups.next().unwrap(), backups.next());
    assert_eq!(more, None);
    backup
}

async fn drop_everything(site: &Site) {
    site.execute(
        "DROP SCHEMA public CASCADE; DROP SCHEMA apalis CASCADE; DROP SCHEMA report CASCADE; CREATE SCHEMA public",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_as_it_was_and_what_came_after_is_replayed() {
    let site = Site::new();
    let mut server = site.serve().await;
    let season = season(&server).await;
    succeeds(&run(&site, &["backup", "backups"]));
    let told = succeeds(&run(&site, &["backup", "verify", "backups"]));
    assert!(told.contains("reports are as they were"), "{told}");

    let kept = server.uploads().await.remove(0);
    // Twenty uploads, of which two are taken back, and one from before the backup as well.
    let mut uploads = Vec::new();
    for days_ago in (1..=7).rev() {
        for sample in [season.musical(), season.play(), season.concert()] {
            let book = Book::of(sample, days_ago);
            if uploads.len() < 20 {
                uploads.push(server.upload(&book.name, book.bytes).complete().await);
            }
        }
    }
    assert_eq!(uploads.len(), 20);
    for upload in [&uploads[19], &uploads[4], &kept] {
        server.withdraw(upload).await.expect(200);
    }
    // The same file once more, as the first was taken back: another upload.
    let again = Book::of(season.play(), 1);
    server.upload(&again.name, again.bytes).complete().await;
    // And a report on buyers, which stays one.
    let day = Season::days_ago(2);
    let buyers = season.musical().buyers(day, &BuyersKnobs::default()).workbook;
    let upload = server
        .upload(&buyers.file_name, formats::xlsx(&buyers))
        .complete()
        .await;
    assert_eq!(upload["kind"], "buyers");
    // Reports tell of forecasts.
    succeeds(&run(&site, &["forecast", "backfill"]));
    let (before, listed) = (reports(&server).await, standing(&server).await);
    server.stop().await;

    drop_everything(&site).await;
    let told = succeeds(&run(&site, &["restore", "backups", "--replay"]));
    assert!(told.contains("22 uploads and 3 withdrawals"), "{told}");
    let mut server = site.serve().await;
    let after = reports(&server).await;
    // Forecasts of snapshots that were taken back before are not made again, and this report counts what is kept.
    let is_of_kept_forecasts = |path: &&String| path.contains("/forecast-scorecard?");
    let compared = before.keys().filter(|path| !is_of_kept_forecasts(path));
    let differing: Vec<_> = compared.filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
    assert_eq!(standing(&server).await, listed);
    server.stop().await;

    // Once more does nothing more, and without asking nothing is overwritten.
    let told = succeeds(&run(&site, &["restore", "--replay"]));
    assert!(told.contains("0 uploads and 0 withdrawals"), "{told}");
    let told = fails(&run(&site, &["restore", "backups"]));
    assert!(told.contains("--replace"), "{told}");
}

/// Each upload as people see it.
async fn standing(server: &Server) -> Vec<Value> {
    let mut uploads = server.uploads().await;
    for upload in &mut uploads {
        // It was read anew.
        upload.as_object_mut().unwrap().remove("finishedAt");
    }
    uploads
}

#[tokio::test(flavor = "multi_thread")]
async fn each_original_is_copied_once_and_what_is_damaged_is_told() {
    let site = Site::new();
    let mut server = site.serve().await;
    let season = season(&server).await;
    let told = succeeds(&run(&site, &["backup", "backups"]));
    assert!(told.contains("3 originals, 3 of them new"), "{told}");
    let first = only_backup(&site.folder().join("backups"));
    std::fs::rename(&first, first.with_file_name("2024-01-31T03-30-00")).unwrap();
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).complete().await;
    // That of which no manifest knows under its name is written anew, and no more.
    let told = succeeds(&run(&site, &["backup", "backups"]));
    assert!(told.contains("4 originals, 1 of them new"), "{told}");
    server.stop().await;

    // A copy that rots.
    let sha256 = upload["sha256"].as_str().unwrap();
    let copy = site.folder().join("backups/originals").join(&sha256[..2]).join(sha256);
    let whole = std::fs::read(&copy).unwrap();
    let mut rotten = whole.clone();
    rotten[100] ^= 1;
    std::fs::write(&copy, &rotten).unwrap();
    let told = fails(&run(&site, &["backup", "verify", "backups"]));
    assert!(told.contains(sha256), "{told}");
    std::fs::write(&copy, &whole).unwrap();

    // Half a backup is none.
    let half = site.folder().join("backups/2099-01-01T03-30-00");
    std::fs::create_dir(&half).unwrap();
    std::fs::write(half.join("database.dump"), b"half").unwrap();
    succeeds(&run(&site, &["backup", "verify", "backups"]));
    let told = fails(&run(&site, &["backup", "verify", "backups/2099-01-01T03-30-00"]));
    assert!(told.contains("no whole backup"), "{told}");

    // The store's disk dies as well.
    std::fs::remove_dir_all(site.store()).unwrap();
    let told = succeeds(&run(&site, &["restore", "backups", "--replace"]));
    assert!(
        told.contains("4 originals are restored") && told.contains("-before-"),
        "{told}"
    );
    let checked = succeeds(&run(&site, &["check"]));
    assert!(checked.contains("4 originals are whole"), "{checked}");
    assert!(checked.contains("4 records were lacking"), "{checked}");
}

/// Says other things in a backup than it was made with, as if it had been made so.
fn reword(backup: &Path, reworded: impl FnOnce(&mut Value)) {
    let read = |name: &str| -> Value { serde_json::from_slice(&std::fs::read(backup.join(name)).unwrap()).unwrap() };
    let (mut contents, mut manifest) = (read("contents.json"), read("manifest.json"));
    reworded(&mut contents);
    let bytes = serde_json::to_vec(&contents).unwrap();
    manifest["contents"]["bytes"] = bytes.len().into();
    manifest["contents"]["sha256"] = hex::encode(sha2::Sha256::digest(&bytes)).into();
    std::fs::write(backup.join("contents.json"), bytes).unwrap();
    std::fs::write(backup.join("manifest.json"), serde_json::to_vec(&manifest).unwrap()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_comes_back_as_another_does_not_pass() {
    let site = Site::new();
    let mut server = site.serve().await;
    season(&server).await;
    server.stop().await;
    succeeds(&run(&site, &["backup", "backups"]));
    let backup = only_backup(&site.folder().join("backups"));
    let (mut rows, mut report) = (Value::Null, String::new());
    reword(&backup, |contents| {
        rows = contents["rows"]["public.upload"].take();
        contents["rows"]["public.upload"] = 4.into();
    });
    assert_eq!(rows, 3);
    let told = fails(&run(&site, &["backup", "verify", "backups"]));
    assert!(
        told.contains("does not come back as it was: rows of public.upload: 3 instead of 4\n"),
        "{told}"
    );

    reword(&backup, |contents| {
        contents["rows"]["public.upload"] = rows;
        let (code, reports) = contents["reports"].as_object_mut().unwrap().iter_mut().next().unwrap();
        let (name, digest) = reports.as_object_mut().unwrap().iter_mut().next().unwrap();
        report = format!("does not come back as it was: report {name} of {code}\n");
        *digest = "0".repeat(64).into();
    });
    let told = fails(&run(&site, &["backup", "verify", "backups"]));
    assert!(told.ends_with(&report), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_in_a_bucket_comes_back_from_there() {
    const PLACE: &str = "s3://house/full/backups";
    let store = TestObjectStore::start().await;
    let backups = store.objects("full/backups");
    let mut variables = store.variables().to_vec();
    variables.push(("BACKUP_DIR", PLACE));
    let site = Site::with(&variables);
    let mut server = site.serve().await;
    let season = season(&server).await;
    // By its schedules, and tried by them.
    run_schedule(&server, "backup", "done").await;
    run_schedule(&server, "backup-verification", "done").await;
    let standing = server.get("/api/v1/backups").await.expect(200);
    let first = standing["backup"]["name"].as_str().unwrap().to_owned();
    assert_eq!(standing["verification"]["name"], first.as_str());
    assert!(backups.join(&first).join("manifest.json").is_file());

    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).complete().await;
    let told = succeeds(&run(&site, &["backup", PLACE]));
    assert!(
        told.starts_with(PLACE) && told.contains("4 originals, 1 of them new"),
        "{told}"
    );
    let told = succeeds(&run(&site, &["backup", "verify"]));
    assert!(
        !told.contains(&first) && told.contains("reports are as they were"),
        "{told}"
    );
    let before = reports(&server).await;
    server.stop().await;

    // One is named by its address; without its manifest it is none, and is forgotten after a day.
    let named = format!("{PLACE}/{first}");
    assert!(succeeds(&run(&site, &["backup", "verify", &named])).contains(&first));
    std::fs::remove_file(backups.join(&first).join("manifest.json")).unwrap();
    let told = fails(&run(&site, &["backup", "verify", &named]));
    assert!(told.contains("no whole backup"), "{told}");
    std::fs::rename(backups.join(&first), backups.join("2024-01-31T03-30-00")).unwrap();
    let told = succeeds(&run(&site, &["backup", "prune"]));
    assert!(told.contains("removed 2024-01-31T03-30-00"), "{told}");
    assert!(told.contains("1 backups are kept"), "{told}");

    // What rots there is told.
    let sha256 = upload["sha256"].as_str().unwrap();
    let copy = backups.join("originals").join(&sha256[..2]).join(sha256);
    let whole = std::fs::read(&copy).unwrap();
    std::fs::write(&copy, &whole[..whole.len() - 1]).unwrap();
    let told = fails(&run(&site, &["backup", "verify"]));
    assert!(told.contains(sha256), "{told}");
    std::fs::write(&copy, &whole).unwrap();

    // Database and store are gone.
    drop_everything(&site).await;
    std::fs::remove_dir_all(site.store()).unwrap();
    let told = succeeds(&run(&site, &["restore", PLACE]));
    assert!(told.contains("4 originals are restored"), "{told}");
    let server = site.serve().await;
    assert!(reports(&server).await == before);
}

#[tokio::test(flavor = "multi_thread")]
async fn originals_and_database_are_held_against_each_other() {
    let site = Site::new();
    let mut server = site.serve().await;
    season(&server).await;
    let uploads = server.uploads().await;
    server.stop().await;
    assert!(succeeds(&run(&site, &["check"])).contains("3 originals are whole."));

    let missing = site.original(&uploads[0]);
    std::fs::rename(&missing, site.folder().join("elsewhere")).unwrap();
    std::fs::write(site.original(&uploads[1]), b"other bytes").unwrap();
    let orphan = site
        .store()
        .join("ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    std::fs::create_dir_all(orphan.parent().unwrap()).unwrap();
    std::fs::write(&orphan, b"abc").unwrap();
    let told = run(&site, &["check"]);
    assert_eq!(told.code(), 1, "{}", told.stderr());
    for line in [
        format!("missing: {}", uploads[0]["sha256"].as_str().unwrap()),
        format!("damaged: {}", uploads[1]["sha256"].as_str().unwrap()),
        "of no upload: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
    ] {
        assert!(told.stdout().contains(&line), "{line} in {}", told.stdout());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_encrypted_backup_tells_nothing_and_comes_back_by_its_key() {
    let key = age::x25519::Identity::generate();
    let site = Site::with(&[("BACKUP_RECIPIENT", &key.to_public().to_string())]);
    let mut server = site.serve().await;
    season(&server).await;
    let before = reports(&server).await;
    let uploads = server.uploads().await;
    let told = succeeds(&run(&site, &["backup", "backups"]));
    assert!(told.contains("encrypted"), "{told}");
    until("another second begins", MINUTE, async || {
        let again = run(&site, &["backup", "backups"]);
        (again.code() == 0).then(|| {
            assert!(
                again.stdout().contains("3 originals, 0 of them new"),
                "{}",
                again.stdout()
            );
        })
    })
    .await;
    server.stop().await;

    let mut secrets: Vec<String> = ["MU2", "PL2", "master@example.com", "production", "upload"]
        .map(str::to_owned)
        .to_vec();
    secrets.extend(
        uploads
            .iter()
            .map(|upload| upload["sha256"].as_str().unwrap().to_owned()),
    );
    for file in files(&site.folder().join("backups")) {
        let bytes = std::fs::read(&file).unwrap();
        for secret in &secrets {
            assert!(!file.to_str().unwrap().contains(secret.as_str()), "{}", file.display());
            let is_told = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            // Three letters may come by chance in what is random.
            assert!(!is_told || secret.len() < 6, "{secret} in {}", file.display());
        }
    }
    let told = succeeds(&run(&site, &["backup", "verify", "backups"]));
    assert!(told.contains("was not restored"), "{told}");
    std::fs::remove_dir_all(site.store()).unwrap();
    let told = fails(&run(&site, &["restore", "backups", "--replace"]));
    assert!(told.contains("BACKUP_IDENTITY"), "{told}");

    std::fs::write(site.folder().join("key"), key.to_string().expose_secret()).unwrap();
    let with_key = |arguments: &[&str]| {
        let mut program = site.program(arguments);
        program.variable("BACKUP_IDENTITY", "key");
        program.run()
    };
    let told = succeeds(&with_key(&["backup", "verify", "backups"]));
    assert!(told.contains("reports are as they were"), "{told}");
    succeeds(&with_key(&["restore", "backups", "--replace"]));
    let server = site.serve().await;
    assert!(reports(&server).await == before);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_database_is_copied_while_it_runs_and_comes_back_to_an_empty_place() {
    let site = Site::embedded(&[]);
    let mut server = site.serve().await;
    season(&server).await;
    let (before, signed_in) = (reports(&server).await, server.token().to_owned());
    succeeds(&run(&site, &["backup", "backups"]));
    succeeds(&run(&site, &["check"]));
    let told = fails(&run(&site, &["restore", "backups", "--replace"]));
    assert!(told.contains("another"), "a running server keeps its database: {told}");
    server.stop().await;

    let cluster = site.folder().join("data/postgres/cluster");
    // The disk is gone: not even the server starts.
    std::fs::remove_file(cluster.join("global/pg_control")).unwrap();
    let told = succeeds(&run(&site, &["restore", "backups", "--replace"]));
    assert!(told.contains("What was there is now"), "{told}");
    let server = site.serve().await;
    assert!(reports(&server).await == before);
    let entries = std::fs::read_dir(site.folder().join("data/postgres")).unwrap();
    let mut names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(
        names.any(|name| name.starts_with("cluster-before-")),
        "what was there is kept"
    );
    let signed_out = server.with_token(signed_in);
    assert_eq!(signed_out.get("/api/v1/productions").await.status, 401);
}

/// Has a schedule run now; answers once it has ended.
async fn run_schedule(server: &Server, name: &str, state: &str) -> Value {
    let asked = server.post(&format!("/api/v1/schedules/{name}/run"), &json!({})).await;
    let run = asked.json()["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{asked:?}"))
        .to_owned();
    let path = format!("/api/v1/schedules/runs?perPage=200&schedule={name}");
    until("the run has ended", MINUTE, async || {
        let runs = server.get(&path).await.expect(200);
        let run = runs["items"]
            .as_array()?
            .iter()
            .find(|item| item["id"] == run.as_str())?
            .clone();
        (run["state"] == state).then_some(run)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn schedules_make_backups_and_try_them_and_what_fails_rings_the_bell() {
    let site = Site::new();
    let server = site.serve().await;
    season(&server).await;
    let standing = async || server.get("/api/v1/backups").await.expect(200);
    assert_eq!(standing().await["backup"], Value::Null);
    for (name, cron) in [
        ("backup", "30 3 * * *"),
        ("backup-verification", "30 4 * * 0"),
        ("check", "30 5 * * 0"),
        ("snapshot-retention", "15 4 * * *"),
    ] {
        let schedule = server.get(&format!("/api/v1/schedules/{name}")).await.expect(200);
        assert_eq!(schedule["cron"], cron, "{name}");
    }

    run_schedule(&server, "backup", "done").await;
    let backup = standing().await["backup"].clone();
    assert_eq!((&backup["originals"], &backup["encrypted"]), (&3.into(), &false.into()));
    let name = only_backup(&site.folder().join("data/backups"));
    assert_eq!(backup["name"], name.file_name().unwrap().to_str().unwrap());
    run_schedule(&server, "backup-verification", "done").await;
    let verification = standing().await["verification"].clone();
    assert_eq!(
        (&verification["name"], &verification["restored"]),
        (&backup["name"], &true.into())
    );
    run_schedule(&server, "check", "done").await;
    assert_eq!(standing().await["check"]["whole"], 3);
    assert_eq!(standing().await["failures"], json!([]));

    // Where the disk of backups is away, another one is not filled instead.
    let (place, away) = (site.folder().join("data/backups"), site.folder().join("away"));
    std::fs::rename(&place, &away).unwrap();
    std::fs::create_dir(&place).unwrap();
    let run = run_schedule(&server, "backup", "failed").await;
    assert!(run["lastError"].as_str().unwrap().contains("may be away"), "{run}");
    std::fs::remove_dir(&place).unwrap();
    std::fs::rename(&away, &place).unwrap();

    std::fs::remove_file(name.join("database.dump")).unwrap();
    let run = run_schedule(&server, "backup-verification", "failed").await;
    assert!(run["lastError"].as_str().unwrap().contains("database.dump"), "{run}");
    std::fs::write(site.original(&server.uploads().await[0]), b"other bytes").unwrap();
    run_schedule(&server, "check", "failed").await;
    let now = standing().await;
    assert_eq!(now["check"]["damaged"], 1);
    let failed: Vec<_> = now["failures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|failure| &failure["task"])
        .collect();
    assert_eq!(failed, ["backup", "backup-verification", "check"]);
    let notices = server.get("/api/v1/notices").await.expect(200);
    let undone = notices["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|notice| notice["kind"] == "run_failed");
    assert_eq!(
        undone.map(|notice| &notice["task"]).collect::<Vec<_>>(),
        ["check", "backup-verification", "backup"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_removes_old_snapshots_where_the_settings_say_so() {
    const WITH_ROWS: &str = "SELECT count(DISTINCT snapshot_id) FROM performance_sale";
    const WEEKS: &str = "SELECT count(DISTINCT date_trunc('week', record_date)) FROM upload";
    for (days, goes) in [("0", false), ("100", true)] {
        let site = Site::with(&[("KEEP_SNAPSHOTS", days)]);
        let server = site.serve().await;
        let season = company(1);
        enter(&server, season.play()).await;
        for days_ago in (1..=9).rev() {
            let book = Book::of(season.play(), days_ago);
            server.upload(&book.name, book.bytes).complete().await;
        }
        // Half a year later, on the same days of the week.
        site.execute("UPDATE upload SET record_date = record_date - 182").await;
        let before = server
            .get("/api/v1/reports/plays/weekly-overview?asOf=2025-03-03")
            .await;
        run_schedule(&server, "snapshot-retention", "done").await;
        let left = if goes { site.count(WEEKS).await } else { 9 };
        assert_eq!(site.count(WITH_ROWS).await, left);
        let after = server
            .get("/api/v1/reports/plays/weekly-overview?asOf=2025-03-03")
            .await;
        assert_eq!(before.expect(200), after.expect(200));
        let told = server.get("/api/v1/audit?action=snapshots.evicted").await.expect(200);
        let gone: i64 = told["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["after"]["snapshots"].as_i64().unwrap())
            .sum();
        assert_eq!(gone, 9 - left);
        assert_eq!(server.uploads().await.len(), 9);
        assert_eq!(site.originals(), 9);
    }
}
