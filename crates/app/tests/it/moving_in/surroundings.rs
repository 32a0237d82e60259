//! What stands around an import: the old server, its folder, our database, and the report.

use std::fs::DirEntry;
use std::os::unix::fs::{PermissionsExt, symlink};

use ports::driven::Predecessor;
use postgres_adapter::PgPredecessor;
use serde_json::{Value, json};

use super::old_house::{OldHouse, line};
use super::{Told, import, import_from};
use crate::support::{Book, Site, company};

#[tokio::test(flavor = "multi_thread")]
async fn the_old_server_knows_who_reads_and_keeps_nobody_waiting() {
    let house = OldHouse::empty().await;
    // A row that says in which session it is read.
    house
        .execute(
            r#"DROP TABLE calendar_model;
               CREATE VIEW calendar_model AS
               SELECT 1 AS id, '2025-03-01'::timestamp AS date, current_setting('application_name') AS "noteSales",
                      current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') AS "noteMarketing",
                      current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')
                          AS "noteOthers""#,
        )
        .await;
    let mark = if house.url().contains('?') { '&' } else { '?' };
    for url in [
        house.url().to_owned(),
        format!("{}{mark}application_name=psql", house.url()),
    ] {
        let read = PgPredecessor::new(&url).read().await.unwrap();
        let notes = &read.days[0];
        assert_eq!(notes.note_sales.as_deref(), Some("fullhouse import"));
        assert_eq!(notes.note_marketing.as_deref(), Some("2min 5s"));
        assert_eq!(notes.note_others.as_deref(), Some("repeatable read on"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_may_read_what_is_read_suffices() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let (role, url) = house.mover().await;
    let originals = house.originals();
    let told = import_from(&site, &url, &originals, &[]);
    assert!(told.code <= 1, "{}", told.stderr);
    house
        .execute(&format!("REVOKE SELECT (status) ON user_model FROM {role}"))
        .await;
    for more in [&[][..], &["--apply"]] {
        let told = import_from(&site, &url, &originals, more);
        told.did_not_begin("the role may not read user_model.status: GRANT SELECT");
    }
    house.forget(&role).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_our_own_database_nothing_begins() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let away = site.with_more(&[("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nowhere")]);
    for more in [&[][..], &["--apply"]] {
        import(&away, &house, more).did_not_begin("the database cannot be reached");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_makes_no_database_where_there_is_none() {
    let (site, house) = (Site::embedded(&[]), OldHouse::with_a_musical().await);
    let told = import(&site, &house, &[]);
    assert!(
        told.stdout
            .starts_with("Dry run: nothing was written. Fullhouse has no database here yet."),
        "{}{}",
        told.stdout,
        told.stderr
    );
    assert_eq!(told.report()["counts"]["productions"]["created"], 1);
    assert!(!site.folder().join("data").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_or_is_of_another_production_is_told_and_looked_at_anew() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let season = company(1);
    let original = house.originals().join("1.xlsx");
    let whole = std::fs::read(&original).unwrap();
    std::fs::remove_file(&original).unwrap();
    symlink("/not/there/1.xlsx", &original).unwrap();
    let code = json!(season.musical().production)["code"].as_str().unwrap().to_owned();
    let stranger = Book {
        name: "20250227_OTHER-9_sales.xlsx".to_owned(),
        ..Book::of(season.musical(), 4)
    };
    house.add_upload(9, &code, 4, &stranger).await;
    let by_id = |told: &Told| {
        let mut outcomes = told.outcomes();
        outcomes.sort();
        outcomes
    };
    let expected = |of: [&str; 4]| -> Vec<(i64, String)> {
        let outcomes = of.map(str::to_owned);
        [1, 2, 3, 9].into_iter().zip(outcomes).collect()
    };
    for more in [&[][..], &["--apply"]] {
        let told = import(&site, &house, more);
        assert_eq!(told.code, 1);
        let outcomes = ["unreadable_original", "completed", "same", "refused"];
        assert_eq!(by_id(&told), expected(outcomes));
        assert_eq!(line(told.report(), "uploads", 9)["code"], "wrong_production");
        let findings = told.findings();
        for (code, id) in [("unreadable_original", 1), ("refused", 9)] {
            let finding = (code.to_owned(), "file_upload_model".to_owned(), id);
            assert!(findings.contains(&finding), "{findings:?}");
        }
    }
    assert_eq!(site.count("SELECT count(*) FROM upload").await, 1);

    std::fs::remove_file(&original).unwrap();
    std::fs::write(&original, whole).unwrap();
    let told = import(&site, &house, &["--apply"]);
    assert_eq!(by_id(&told), expected(["completed", "present", "present", "refused"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn links_begin_with_the_address_of_the_server() {
    let house = OldHouse::with_a_musical().await;
    for (variables, address) in [
        (
            &[("PUBLIC_URL", "https://sales.example.com/"), ("PORT", "4001")],
            "https://sales.example.com",
        ),
        (&[("HOST", "127.0.0.2"), ("PORT", "4001")], "http://127.0.0.2:4001"),
    ] {
        let told = import(&Site::with(variables), &house, &["--apply"]);
        let link = line(told.report(), "users", 1)["resetLink"].clone();
        let url = link["url"].as_str().unwrap();
        assert!(url.starts_with(&format!("{address}/reset#token=")), "{address}");
        assert_ne!(link["expiresAt"], Value::Null);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_without_a_name_is_called_by_the_time() {
    let (site, house) = (Site::new(), OldHouse::with_a_musical().await);
    let originals = house.originals();
    let mut program = site.program(&["import", "predecessor", "--originals", originals.to_str().unwrap()]);
    program.variable("PREDECESSOR_DATABASE_URL", house.url());
    let ended = program.run();
    assert!(ended.code() <= 1, "{}", ended.stderr());
    let entries = std::fs::read_dir(site.folder()).unwrap().map(Result::unwrap);
    let [report]: [DirEntry; 1] = entries.collect::<Vec<_>>().try_into().unwrap();
    let name = report.file_name().into_string().unwrap();
    let told = name.strip_prefix("moving-in-").unwrap();
    let (day, time) = told.strip_suffix(".json").unwrap().split_once('-').unwrap();
    let is_number = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    assert!(is_number(day, 8) && is_number(time, 6), "{name}");
    assert!(
        ended.stdout().ends_with(&format!("report: {name}\n")),
        "{}",
        ended.stdout()
    );
    assert_eq!(report.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}
